"""What the page and its appendix tell together, as the attack on small counts takes it: amounts, the sats they are made
with, and the shares as they are shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from addin.checks.subject import Subject
from addin.figures.arguments import arguments
from addin.run.regnet import Regnet
from addin.settings.ansoegninger import without_key
from addin.settings.setup import Setup
from addin.smaa_antal import together
from addin.smaa_antal.editions import joined
from addin.smaa_antal.plan import Houses, Plan
from addin.smaa_antal.published import Column, Of, Publication
from udfs.distribution import LOFT, Distribution, fordel
from udfs.errors import RegelFejl
from workbook_templates.indstillinger import SUM, UNIKKE

NEAR_WHOLE = 0.02  # of a child: a burden that is a share of the children is a count of them
ROUNDED = (0.01, 0.001)  # what a share may be written to: whole percent, or one decimal
BY_CHANCE = 0.05  # that means of something else would all be shares of whole children
NOISE, HALF = 1e-6, 0.500001  # of a step
WITHOUT = {"fast": "Uden faste beløb", "aendring": "Uden ændring af nøglen"}  # by the part that is left out
EARLIER = "den tidligere udgave"


def publication(subject: Subject) -> Publication | None:
    """Amounts and sats; None where the key is no count of children, or of them all, or nothing can be distributed."""
    whole = None if is_of_all(subject.setup) else counts(subject)
    if whole is None:
        return None
    done = distributed(subject)
    if done is None:
        return None
    heads = headcount(subject, whole)
    names = tuple(recipient.name for recipient in subject.figures.recipients)
    limit = int(subject.setup.settings.mindste_antal)
    return Publication(names, heads, whole, tuple(columns(subject, whole, done)), limit=limit,
                       of_heads=of_heads(subject, heads, whole), replaced=replaced(subject, whole, limit))


def replaced(subject: Subject, whole: np.ndarray, limit: int) -> frozenset[int]:
    """The recipients with counts that are hidden in the delivery, and few in what is known beside them: what stands for
    the hidden ones is no true count, also where it is none or as many as may be shown (R1). Those that are few whatever
    the hidden ones are need not be among them."""
    figures, delivered = subject.figures, subject.figures.institutions.delivered
    if delivered is None:
        return frozenset()
    hidden = [[(count.value * criterion.weight, count.most * criterion.weight)
               for count, criterion in zip(line, delivered.used) if count.most] for line in delivered.counts]
    instead, most = (figures.members.total([math.fsum(pair[at] for pair in each) if each else None for each in hidden])
                     for at in (0, 1))
    return frozenset(at for at, (value, highest) in enumerate(zip(instead, most))
                     if value is not None and highest is not None and (rest := whole[at] - value) < limit
                     and (whole[at] == 0 or max(whole[at], rest + highest) >= limit))


def is_of_all(setup: Setup) -> bool:
    """Whether the key is the column of all the children, who are public, or there is none beside what is applied for:
    then there is no count of some of them."""
    key = setup.key
    return without_key(setup) or key == "noegle" and setup.areas.get("boern") == setup.areas[key]


def beside(published: Publication, earlier: Sequence[Subject]) -> Publication:
    """The same with earlier editions beside it."""
    for edition in earlier:
        before = publication(edition)
        published = joined(published, before, named(edition), Of.EARLIER) if before else published
    return published


def named(edition: Subject) -> str:
    """An earlier edition, and the pool of it where it has them by name."""
    pool = edition.setup.pulje
    return f"{EARLIER}, {edition.snapshot.file_name}" + (f", puljen {pool.navn}" if pool else "")


def with_columns(published: Publication, more: Sequence[Column]) -> Publication:
    return replace(published, columns=(*published.columns, *more))


def distributed(subject: Subject) -> Distribution | None:
    """What is given by the key; None where nothing can be."""
    if subject.regnet:
        return subject.regnet.fordeling
    try:
        return fordel(**arguments(subject.setup, subject.figures))
    except RegelFejl:
        return None


def column(name: str, subject: Subject, whole: np.ndarray, done: Distribution) -> Column:
    """The amounts of a distribution, and how they are made from the counts."""
    terms = arguments(subject.setup, subject.figures)
    key, change = np.array([value or 0.0 for value in terms.pop("noegle")]), changes(subject, whole)
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(whole + change > 0, key / (whole + change), 1.0)
    return Column(name, done.tildeling, terms, factor, change)


def columns(subject: Subject, whole: np.ndarray, done: Distribution) -> list[Column]:
    """Every column of amounts that the page and its appendix show beside the allocation."""
    main = column("Tildeling", subject, whole, done)
    found = [main.told_of(done)]  # on the appendix
    if LOFT in done.bundet:
        without = {**main.terms, "loft": None}
        try:
            uncapped = fordel(noegle=done.noegle, **without).tildeling
            found.append(replace(main, name="Uden loft", amounts=uncapped, terms=without))
        except RegelFejl:
            pass  # nothing is shown of what cannot be given
    if done.andel_nyt < 1:
        full = {**main.terms, "andel_nyt": 1.0}
        found.append(replace(main, name="Fuldt indfaset", amounts=done.fuldt_indfaset, terms=full))
    for part, other in (subject.regnet.uden if subject.regnet else {}).items():
        if other.regnet:
            same = subject._replace(figures=other.regnet.figures, regnet=other.regnet)
            found.append(column(WITHOUT[part], same, whole, other.regnet.fordeling))
    return found


def counts(subject: Subject) -> np.ndarray | None:
    """Whole children, or met criteria, behind each recipient's key; None where the key is no count."""
    basis, setup = subject.figures.institutions, subject.setup
    if setup.key == "score_institution" or (setup.key == "antal_institution" and setup.settings.samling != SUM):
        return None
    values = basis.adjusted.before if basis.adjusted else basis.count
    if setup.key == "belastning":
        if basis.heads is None:
            return None
        shares = are_shares(values, basis.heads)
        values = [children(burden, heads, shares) for burden, heads in zip(values, basis.heads)]
    whole = np.array([value or 0.0 for value in subject.figures.members.total(list(values)) or ()])
    near = NEAR_WHOLE if setup.key == "belastning" else 1e-9
    return np.rint(whole) if len(whole) and (np.abs(whole - np.rint(whole)) <= near).all() else None


def children(burden: float | None, heads: float | None, is_share: bool) -> float:
    """Those that a burden is of, whole where it is the share of whole children."""
    many = (burden or 0.0) * (heads or 0.0)
    return float(np.rint(many)) if is_share else many


def are_shares(burdens: Sequence[float | None], heads: Sequence[float | None]) -> bool:
    """Whether burdens in whole percent, or with one decimal, are shares of whole children: every one is the nearest to
    such a share, which means of something else would seldom be by chance.

    >>> are_shares([0.07, 0.25, 0.5], [42, 20, 10]), are_shares([0.08, 0.25, 0.5], [42, 20, 10])
    (True, False)
    >>> are_shares([0.07, 0.25], [142, 99]), are_shares([0.071, 0.249], [141, 99])
    (False, False)
    """
    known = [(burden, many) for burden, many in zip(burdens, heads) if burden and many]
    for step in ROUNDED:
        if known and all(abs(burden / step - round(burden / step)) < NOISE for burden, _ in known):
            nearest = all(abs(round(burden * many) / many - burden) <= step * HALF for burden, many in known)
            return nearest and math.prod(min(1.0, many * step) for _, many in known) <= BY_CHANCE
    return False


def changes(subject: Subject, whole: np.ndarray) -> np.ndarray:
    """Changes of a finished key by hand: they stand on the result."""
    adjusted = subject.figures.institutions.adjusted
    made = subject.figures.members.total(list(adjusted.changes)) if adjusted else None
    return np.zeros(len(whole)) if made is None else np.array([value or 0.0 for value in made])


def headcount(subject: Subject, whole: np.ndarray) -> np.ndarray:
    heads = subject.figures.institutions.heads
    known = subject.figures.members.total(list(heads)) if heads else None
    return whole.copy() if known is None else np.array([np.rint(value or 0.0) for value in known])


def of_heads(subject: Subject, heads: np.ndarray, whole: np.ndarray) -> bool:
    """Whether what is counted are children, so that "nearly all" means something; not where criteria are added up, or
    the children are not known."""
    setup, basis = subject.setup, subject.figures.institutions
    if basis.heads is None or (whole > heads).any():
        return False
    if setup.key == "barn_institution":
        return bool(setup.settings.metode == UNIKKE)
    return basis.delivered is None or len(basis.delivered.used) == 1


# ------------------------------------------------------------------------------------- the shares


def shows_counts(published: Publication) -> bool:
    """Whether the shares are of children who are counted."""
    return published.of_heads and bool(published.heads.all())


def houses_of(result: Regnet, published: Publication) -> Houses:
    """The houses whose shares are shown."""
    recipients = result.figures.recipients
    weighed = result.figures.boern_taerskel is None and result.weighs_children
    threshold = None if weighed or result.figures.weighed else result.setup.settings.taerskel
    return Houses([each.name for each in recipients], [each.group for each in recipients],
                  [int(heads) for heads in published.heads[:result.n]],
                  [int(count) for count in published.counts[:result.n]], threshold, published.limit,
                  published.replaced)


def shares(result: Regnet, earlier: Sequence[Subject] = (), more: Sequence[Column] = ()) -> Plan | None:
    """Those that may stand on the page, also beside earlier editions and other columns of amounts; None where none may,
    or they are of nothing that is counted."""
    published = publication(Subject(result.laest, result.figures, result))
    if published is None or not shows_counts(published):
        return None
    with_all = [beside(with_columns(published, more), earlier)] if earlier or more else []
    return together.shares(houses_of(result, published), published, *with_all)


def on_page(subject: Subject) -> Publication | None:
    """All that the page and its appendix tell."""
    published = publication(subject)
    if published is None or subject.regnet is None:
        return published
    made = shares(subject.regnet)
    return together.with_shares(published, houses_of(subject.regnet, published), made) if made else published
