"""Small counts that can be worked out from the amounts (Y9), and thresholds that one child decides (Y10).

Told, never stopped for; names stand on the sheet of checks and on the screen only, which stay in the house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from addin.checks.subject import Subject
from addin.danish import listed
from addin.figures.arguments import arguments
from addin.smaa_antal import ways_out
from addin.smaa_antal.attack import OUTSIDE, GivenBack, given_back
from addin.smaa_antal.editions import with_earlier
from addin.smaa_antal.published import Column, Publication
from addin.smaa_antal.ways_out import Way
from udfs.distribution import LOFT, Distribution, fordel
from udfs.errors import RegelFejl, antal, kroner, tal
from udfs.threshold import weigh
from workbook_templates.indstillinger import SUM, UNIKKE

NEAR_WHOLE = 0.02  # of a child: a burden that is a share of the children is a count of them
WITHOUT = {"fast": "Uden faste beløb", "aendring": "Uden ændring af nøglen"}  # by the part that is left out
EARLIER = "den tidligere udgave"
MOST_NAMES = 12  # in one line
MOST_RECIPIENTS = 1_000  # each is held against all the others: more would take minutes, and no kommune has so many
MOST_CROSSING = 100  # steps of one child over the threshold, each of which is a distribution of its own


def worked_out(subject: Subject) -> list[str]:
    """Y9: the counts that are given back, and the ways out with what each would do to the amounts."""
    return given(subject, [subject.earlier] if subject.earlier else [])


Printed = Callable[[Publication], Publication]


def given(subject: Subject, earlier: Sequence[Subject], printed: Printed | None = None) -> list[str]:
    """The same beside any number of earlier editions; `printed` adds what else an output prints."""
    published = beside(subject, earlier, printed)
    if published is None:
        return []
    if len(published.names) > MOST_RECIPIENTS:
        return [too_many(len(published.names))]
    left_out = [f"{EARLIER}, {edition.snapshot.file_name}, er ikke med: dens nøgle er intet antal, eller den kan ikke "
                "fordeles" for edition in earlier if publication(edition) is None]
    back = given_back(published)
    if not back:
        return left_out
    ways = ways_out.ways_out(published, [each.number for each in back], None if earlier else groups(subject))
    return [*left_out, *told(published, back), *(way_told(way, len(back), published.limit) for way in ways)]


def beside(subject: Subject, earlier: Sequence[Subject], printed: Printed | None = None) -> Publication | None:
    """What the result tells, with earlier editions beside it."""
    published = publication(subject)
    if published is None:
        return None
    published = printed(published) if printed else published
    for edition in earlier:
        before, name = publication(edition), f"{EARLIER}, {edition.snapshot.file_name}"
        published = with_earlier(published, before, name) if before else published
    return published


def too_many(recipients: int) -> str:
    """What is said where nothing is looked for: that is no promise."""
    return (f"Kan ikke afgøres, og regnes for givet tilbage: der er {tal(recipients)} modtagere, og der undersøges "
            f"højst {tal(MOST_RECIPIENTS)}.")


# ------------------------------------------------------------------------------------- what is published


def publication(subject: Subject) -> Publication | None:
    """What the result tells; None where the key is no count of children, or nothing can be distributed."""
    whole = counts(subject)
    if whole is None:
        return None
    done = distributed(subject)
    if done is None:
        return None
    heads = headcount(subject, whole)
    names = tuple(recipient.name for recipient in subject.figures.recipients)
    limit = int(subject.setup.settings.mindste_antal)
    return Publication(names, heads, whole, tuple(columns(subject, whole, done)), limit=limit,
                       of_heads=of_heads(subject, heads, whole))


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
    found = [main]
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
        values = [(burden or 0.0) * heads for burden, heads in zip(values, basis.heads)]
    whole = np.array([value or 0.0 for value in subject.figures.members.total(list(values)) or ()])
    near = NEAR_WHOLE if setup.key == "belastning" else 1e-9
    return np.rint(whole) if len(whole) and (np.abs(whole - np.rint(whole)) <= near).all() else None


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


def groups(subject: Subject) -> list[str] | None:
    """The groups the money could be given to instead, where it is given to each house."""
    if subject.figures.grouped:
        return None
    found = [recipient.group for recipient in subject.figures.recipients]
    return found if all(found) and len(set(found)) < len(found) else None


# ------------------------------------------------------------------------------------- what is told


def told(published: Publication, back: list[GivenBack]) -> list[str]:
    """The names, by how the counts are worked out."""
    lines: dict[str, list[str]] = defaultdict(list)
    for each in back:
        lines[by(published, each)].append(f"{published.names[each.number]} ({count_told(published, each)})")
    return [f"{how}: {listed(names, MOST_NAMES)}" for how, names in lines.items()]


def by(published: Publication, back: GivenBack) -> str:
    if not back.sure:
        return "Kan ikke afgøres, og regnes for givet tilbage"
    last = published.columns[back.columns - 1]
    shown = " af beløbene"
    if back.columns > 1:
        shown = f" sammen med {last.name}" if last.earlier else f', når kolonnen "{last.name}" vises'
    return f"Kan regnes ud{shown}" + ("" if back.reader == OUTSIDE else " af den, der kender sit eget antal")


def count_told(published: Publication, back: GivenBack) -> str:
    what = "barn" if published.of_heads else "talt"
    if back.least == back.most:
        return antal(int(back.least), what, "børn" if published.of_heads else "talte")
    return f"{tal(back.least)} til {tal(back.most)} {'børn' if published.of_heads else 'talte'}"


def way_told(way: Way, before: int, limit: int) -> str:
    words = {
        ways_out.RECIPIENT: f"Pengene gives til de {tal(way.value)} grupper, ikke til den enkelte institution",
        ways_out.SAME: f"Alle antal under {limit}, også 0, tæller {tal(way.value)}",
        ways_out.OVER: "Tærskeltype over",
        ways_out.THRESHOLD: f"Tærskel på {tal(round(100 * way.value, 6))} %",
        ways_out.MINIMUM: f"Minimum på {kroner(way.value)}"}
    left = "" if way.left is None else f"; af de {before} er der så fundet {way.left}"
    moved = f"flytter {kroner(way.moved)} i alt og højst {kroner(way.most)} for én" if way.moved else "flytter intet"
    return f"Vej: {words[way.kind]}: {moved}{left}."


# ------------------------------------------------------------------------------------- one child and the threshold


def one_child(subject: Subject) -> list[str] | None:
    """Y10: those whom one child more, or one fewer, brings over or under the threshold, and what it moves to them."""
    if subject.setup.settings.taerskel is None:
        return None
    published = publication(subject)
    main = published.columns[0] if published else None
    if published is None or main is None or main.terms.get("taerskel") is None or main.terms.get("vaegt") is not None:
        return []
    done = main.distributed(published.counts)
    if done is None:
        return []
    crossings = crossed(published, main, done)
    found = crossing(published, main, done, most_of(crossings, published))
    if not found:
        return []
    most = max(abs(each.change) for each in found)
    few = len(crossings) <= MOST_CROSSING
    many = len({each.number for each in found} if few else {number for number, _ in crossings})
    only = "" if few else f"; beløbene er regnet for {MOST_CROSSING} af dem, dem med flest"
    return [f"{antal(many, 'modtager', 'modtagere')}; ét barn flytter op til {kroner(most)}{only}",
            listed([each.text for each in found], MOST_NAMES)]


class Crossing(NamedTuple):
    """A recipient, by its number, that one child brings to the other side of the threshold, and what it moves in kr."""

    number: int
    text: str
    change: float


def crossing(published: Publication, main: Column, done: Distribution, crossings: list[tuple[int, int]]
             ) -> list[Crossing]:
    """What one child fewer or more does to those that it brings to the other side of the threshold."""
    found = []
    for number, step in crossings:
        counts = published.counts.copy()
        counts[number] += step
        other = main.distributed(counts)
        if other is None:
            continue
        change = float(other.tildeling[number] - done.tildeling[number])
        word = "får" if change > 0 else "mister"
        text = (f"{published.names[number]} med {tal(counts[number])} for {tal(published.counts[number])}: "
                f"{word} {kroner(abs(change))}")
        found.append(Crossing(number, text, change))
    return found


def crossed(published: Publication, main: Column, done: Distribution) -> list[tuple[int, int]]:
    """The recipients that one child fewer (-1) or more (1) brings to the other side, with which it is."""
    found = []
    for step in (-1, 1):
        counts = published.counts + step
        other = reaches(main, done, counts) != done.over_taerskel  # whether each is depends on its own alone
        found += [(number, step) for number in np.flatnonzero(other & (counts >= 0)).tolist()]
    return sorted(found)


def most_of(crossings: list[tuple[int, int]], published: Publication) -> list[tuple[int, int]]:
    """Those with the highest counts, where they are many: each is a distribution of its own."""
    chosen = sorted(crossings, key=lambda each: -published.counts[each[0]])[:MOST_CROSSING]
    return sorted(chosen)


def reaches(main: Column, done: Distribution, counts: np.ndarray) -> np.ndarray:
    """Who would be over the threshold with these counts."""
    measured = done.boern if done.boern_taerskel is None else done.boern_taerskel
    key = np.maximum(main.factor * (counts + main.change), 0.0)
    return weigh(key, np.asarray(measured), float(main.terms["taerskel"]), False)[0]


CHECKS = {"smaa_antal": worked_out, "et_barn": one_child}
