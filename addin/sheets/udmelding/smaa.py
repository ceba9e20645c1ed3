"""Which pages may show their calculation: judged over all pages together, by the attack on small counts.

A leader reads the own page, knows the own count, may see every other page, and the page for the committee besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from addin.checks import small_counts
from addin.checks.published import beside, is_of_all, on_page, publication
from addin.checks.same_counts import parts, same_counts, with_pools
from addin.checks.several import Named
from addin.checks.subject import Subject
from addin.checks.undecided import undecided
from addin.danish import listed
from addin.run.regnet import Regnet
from addin.smaa_antal.attack import MOST_RECIPIENTS, given_back
from addin.smaa_antal.editions import joined
from addin.smaa_antal.published import Of, Publication, Total
from addin.smaa_antal.rules import FEWEST, may_show, may_show_mean, may_show_of
from addin.workbook import Refusal
from udfs.errors import tal
from workbook_templates import udmelding as spec
from workbook_templates.opsaetning import BURDENS

FAA = "Beregningen er ikke vist, fordi den bygger på få børn."
ANDRES = "Beregningen er ikke vist, for af den og af andres beløb kunne små antal hos andre regnes ud."
TILSAMMEN = "Beregningen er ikke vist på nogen af siderne: sammen ville de give små antal tilbage."


class Vist(NamedTuple):
    """Of each pool why the calculation of each in it is not shown, "" where it is; and what the user is told, who is
    inside."""

    hvorfor: list[list[str]]
    fortalt: list[str]


class Set(NamedTuple):
    """A pool looked at: why its calculations are not shown, what the user is told of that, and all that is published of
    it, None where no attack can judge that."""

    navn: str
    subject: Subject
    regnet: Regnet
    hvorfor: list[str]
    fortalt: list[str]
    now: Publication | None = None

    def sagt(self, lines: list[str]) -> list[str]:
        return [f"{self.navn}: {line}" if self.navn else line for line in lines]


def vist(pools: Sequence[Named], accepted: str) -> Vist:
    """`accepted` says by whom, when and why it is accepted that small counts can be worked out from the amounts, beside
    those of other pools and of earlier editions.

    Raises Refusal with the ways out where they can, and it is not.
    """
    seen = without_parts([alone(*each) for each in pools])
    told = [line for each in seen for line in each.sagt(each.fortalt)]
    found = any(small_counts.parts_of_others(each.subject) for each in seen)
    for group in of_the_same_counts(seen):
        if not any(given_back(with_pages(seen, at, group)) for at in group):
            continue
        if any(given_back(amounts(seen[at])) for at in group):
            found = True
            continue
        names = listed([seen[at].navn for at in group if seen[at].navn])
        told.append(f"{names}: {TILSAMMEN}" if names else TILSAMMEN)
        for at in group:
            seen[at] = seen[at]._replace(hvorfor=[each or ANDRES for each in seen[at].hvorfor])
    hidden = [each.hvorfor for each in seen]
    if not found:
        return Vist(hidden, told)
    lines = [line for each in seen for line in each.sagt(small_counts.worked_out(each.subject) if each.now else
                                                         small_counts.parts_of_others(each.subject))]
    if not accepted:
        raise Refusal(refusal(lines, min(int(each.regnet.setup.settings.mindste_antal) for each in seen)), spec.NOEGLE)
    return Vist(hidden, [f"Små antal kan regnes ud af beløbene. Accepteret: {accepted}", *lines, *told])


def alone(navn: str, subject: Subject) -> Set:
    """A pool by itself, beside what was published of it before."""
    result = subject.regnet
    assert result is not None, "a statement is of what has been distributed"
    if is_of_all(result.setup):
        return Set(navn, subject, result, [""] * result.n, [])  # all children, who are public
    now = on_page(subject)
    if now is None:
        return Set(navn, subject, result, of_no_count(result), [])
    if result.n > MOST_RECIPIENTS:
        return Set(navn, subject, result, [ANDRES] * result.n, [small_counts.too_many(result.n)])
    now = beside(now, subject.earlier)
    return Set(navn, subject, result, ["" if is_shown(now, at) else FAA for at in range(result.n)], [], now)


def without_parts(seen: list[Set]) -> list[Set]:
    """Without the calculations of whom two pools that are shared by other counts have a few children more or fewer: the
    one count may be a part of the other's, and the page would have both."""
    few: dict[str, set[str]] = defaultdict(set)
    for each in seen:
        for navn, names in parts(each.subject, publication).items():
            few[navn].update(map(str.casefold, names))
            few[each.navn].update(map(str.casefold, names))
    return [each._replace(hvorfor=[FAA if recipient.name.casefold() in few[each.navn] else why for recipient, why
                                   in zip(each.regnet.figures.recipients, each.hvorfor)]) for each in seen]


def of_the_same_counts(seen: Sequence[Set]) -> list[list[int]]:
    """The places of those pools that the attack can judge, each with the others that are shared by the same counts."""
    groups: list[list[int]] = []
    for at, each in enumerate(seen):
        if each.now is None:
            continue
        group = next((group for group in groups if same_counts(seen[group[0]].subject, each.subject)), None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    return groups


def amounts(each: Set) -> Publication:
    """What is published without the pages' calculations."""
    assert each.now is not None
    return with_pools(each.now, each.subject, publication)


def with_pages(seen: Sequence[Set], at: int, group: Sequence[int]) -> Publication:
    """All that the pages print of a pool, and beside it of the others by the same counts."""
    found = printed_of(seen[at])
    for other in group:
        if other != at:
            found = with_printed(found, printed_of(seen[other]), f"puljen {seen[other].navn}")
    return found


def printed_of(each: Set) -> Publication:
    assert each.now is not None
    return printed(each.regnet, each.now, each.hvorfor)


def with_printed(published: Publication, other: Publication, navn: str) -> Publication:
    """The amounts of another pool beside, and what is known of its counts: where it is of some of a recipient's houses
    only, how many more there are of all of them is taken to be known."""
    found = joined(published, other, navn, Of.POOL)
    known = {name.casefold(): place for place, name in enumerate(found.names)}
    places = np.array([known[name.casefold()] for name in other.names])
    more = found.counts[places] - other.counts
    least, most = found.low.copy(), found.high.copy()
    least[places] = np.maximum(least[places], other.low + more)
    most[places] = np.minimum(most[places], other.high + more)
    totals = [Total(each.name, tuple(places[list(each.members)].tolist()),
                    *(end + float(more[list(each.members)].sum()) for end in (each.least, each.most)))
              for each in other.totals]
    worded = {int(places[at]) for at in other.worded if not more[at]}
    return replace(found, least=least, most=most, totals=(*found.totals, *totals), worded=found.worded | worded)


def refusal(lines: list[str], limit: int) -> str:
    told = "\n".join(f"  {line}" for line in lines)
    return f"Udmeldingen er ikke lavet: antal børn under {limit} kan regnes ud af beløbene.\n{told}"


def is_shown(published: Publication, at: int) -> bool:
    """A count that is few or nearly all, of a small house, or one that stands for few, is not told (R1-R3)."""
    return may_be_shown(published, at, int(published.counts[at]))


def may_be_shown(published: Publication, at: int, count: int) -> bool:
    heads = int(published.heads[at])
    if at in published.replaced:
        return False
    if not published.of_heads:
        return may_show(count, np.inf, published.limit)
    return may_show_of(count, heads, published.limit)


def printed(result: Regnet, published: Publication, hidden: list[str]) -> Publication:
    """With all that the pages print: the counts of those whose calculation is shown, the sum of the keys that are
    divided by, and of the others that they are few, or nearly all. The sats is known: the appendix has it."""
    limit, free = published.limit, tuple(at for at, is_free in enumerate(result.frie.er) if is_free)
    total = float(published.counts[list(free)].sum())
    least, most, few = published.low.copy(), published.high.copy(), said_to_be_few(published, hidden)
    for at, why in enumerate(hidden):
        count, heads = published.counts[at], published.heads[at]
        if not why:
            least[at] = most[at] = count
        elif count < limit:
            least[at], most[at] = max(least[at], FEWEST if at in few else 0), min(most[at], limit - 1)
        elif published.of_heads and heads - count < limit:
            least[at] = max(least[at], heads - limit + 1)
    totals = (Total("de øvriges nøgler", free, total, total),) if free else ()
    return replace(published, totals=(*published.totals, *totals), least=least, most=most,
                   worded=published.worded | few)


def said_to_be_few(published: Publication, hidden: list[str]) -> frozenset[int]:
    """Whose page says that few children count, and so not none: with none the page would show it. Where a page says it
    of another reason, it says no such thing."""
    said = {at for at, why in enumerate(hidden) if why == FAA}
    if any(is_shown(published, at) for at in said):
        return frozenset()
    return frozenset(at for at in said if published.counts[at] < published.limit and may_be_shown(published, at, 0))


def of_no_count(result: Regnet) -> list[str]:
    """Means are told of ten children or more (R5); a key made of counts that no attack can judge is told of nobody
    where any is as small as few children."""
    heads, setup = result.hoveder, result.setup
    if setup.key in BURDENS or setup.key == "score_institution":
        basis = result.figures.institutions.heads
        if heads is None or basis is None:
            return [FAA] * result.n
        return ["" if may_show_mean(int(children or 0)) else FAA for children in heads]
    few = undecided(Subject(result.laest, result.figures, result))
    return [FAA if at in few else ANDRES for at in range(result.n)] if few else [""] * result.n


def antallet(result: Regnet) -> str:
    """What a page says of a count that is not told."""
    limit = tal(result.setup.settings.mindste_antal)
    return f"Et antal på under {limit} børn vises ikke, og heller ikke et, der er næsten alle."
