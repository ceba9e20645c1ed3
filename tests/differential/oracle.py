"""What must come out of a drawn workbook, in exact fractions, step by step as the rules are written for users.

It imports nothing of the product. Refusals are told by a word of their sentence; where several are due, any of them may
be said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.differential import applications, keys, per_child
from tests.differential.applications import HOW
from tests.differential.dice import I_STEDET_FOR, OWN_BOUNDS, PARTS, Drawn, exact
from tests.differential.keys import Refused
from tests.differential.pools import central, in_oere, positions, whole_pool
from tests.udfs import oracle as rules

Numbers = list[Fraction]
Limits = list[Any]  # None is no bound
NOTHING = Fraction(0)
ONE_TO_A_THRESHOLD = Fraction(1, 10**9)


@dataclass
class Expected:
    """Each by recipient, in the order they first appear."""

    names: list[str]
    amounts: Numbers
    by_key: Numbers
    left_over: Fraction
    weights: Numbers
    before: Numbers  # rounding, the new distribution
    fully: Numbers  # the amounts where the new distribution counts for all
    udmeldt: Numbers
    positions: dict[str, Numbers] = field(default_factory=dict)


def expected(drawn: Drawn) -> Expected:
    """All of it; raises Refused, with the words of all that is wrong."""
    words = cannot_be_said(drawn)
    try:
        found = calculated(drawn)
    except Refused as refused:
        raise Refused(*words, *refused.words) from None
    if words:
        raise Refused(*words)
    return found


def calculated(drawn: Drawn) -> Expected:
    """The calculation, step by step."""
    made, people = keys.keys(drawn), recipients(drawn)
    pool = whole_pool(drawn) - central(drawn)
    if pool < 0:
        raise Refused("men puljen er")
    fixed = [exact(kr) * drawn.factor("fast") for kr in drawn.column("fast")]
    if sum(fixed) > pool:
        raise Refused("De faste beløb er")
    unit = exact(drawn.settings.get("afrunding", 1))
    instead = [kr is not None and how == I_STEDET_FOR
               for kr, how in zip(drawn.column("fast"), drawn.column("fast_virkning"))]
    first = basic(drawn, people, instead, unit)
    if sum(fixed) + sum(first) > pool:
        raise Refused("Grundbeløbene er")
    rest = pool - sum(fixed, NOTHING) - sum(first, NOTHING)
    rest = rules.half_up(rest, unit) if drawn.saving else rest
    if HOW in drawn.settings:
        return of_applications(drawn, people, rest)
    each = [NOTHING if paid else key for key, paid in zip(made.key, instead)]
    due = per_child.faults(drawn, people, per_child.of_each(drawn), each, instead)
    try:
        weights = weigh(drawn, people, each, made, rest)
    except Refused as refused:
        raise Refused(*due, *refused.words) from None
    if due:
        raise Refused(*due)
    lo, hi = bounds(drawn, people, weights, made, fixed, first, instead, rest)
    refuse_too_much(drawn, lo, weights, rest)
    before, _, left = rules.allocate(rest, weights, lo, hi) if rest else ([NOTHING] * len(people), NOTHING, NOTHING)
    if drawn.saving and left:
        raise Refused("kan der findes")
    fully = whole_units(before, weights, lo, hi, rest, left, unit)
    by_key = blended(drawn, people, before, unit) or fully
    fast = added(people, fixed)
    amounts = [sum(parts, NOTHING) for parts in zip(by_key, first, fast)]
    given = sum(before if is_blended(drawn) else by_key)
    over = (pool if drawn.saving else rest) - given
    told = added(people, [exact(kr) * drawn.factor("udmeldt") for kr in drawn.column("udmeldt")])
    return Expected(list(people), amounts, by_key, over, weights, before, fully, told, positions(drawn, amounts))


def of_applications(drawn: Drawn, people: dict[str, list[int]], rest: Fraction) -> Expected:
    """What is shared by the applications alone has no weights, and no amounts without anything else."""
    claims = applied(drawn, people)
    due = applications.faults(drawn, people, claims, rest)
    if due:
        raise Refused(*due)
    amounts = applications.shared(drawn, claims, rest)
    told = added(people, [exact(kr) * drawn.factor("udmeldt") for kr in drawn.column("udmeldt")])
    left = rest - sum(amounts)
    return Expected(list(people), amounts, amounts, left, [], [], amounts, told, positions(drawn, amounts))


# ------------------------------------------------------------------------------------- who, and how much there is


def recipients(drawn: Drawn) -> dict[str, list[int]]:
    """The institutions of each recipient, by its name as it is first written."""
    found: dict[str, tuple[str, list[int]]] = {}
    for number, (row, to) in enumerate(zip(drawn.rows, drawn.column("modtager"))):
        name = str(to or row["navn"]).strip()
        found.setdefault(name.casefold(), (name, []))[1].append(number)
    return dict(found.values())


def added(people: dict[str, list[int]], values: Sequence[Fraction]) -> Numbers:
    return [sum((values[number] for number in members), NOTHING) for members in people.values()]


def applied(drawn: Drawn, people: dict[str, list[int]]) -> Numbers:
    return added(people, [exact(kr) * drawn.factor("ansoegt") for kr in drawn.column("ansoegt")])


def basic(drawn: Drawn, people: dict[str, list[int]], instead: list[bool], unit: Fraction) -> Numbers:
    """What each recipient is paid first: once, however many its institutions are, or the sum of their cells."""
    one, each = exact(drawn.settings.get("grundbeloeb")), drawn.column("grundbeloeb_kolonne")
    kr = [in_oere(exact(cell), drawn.settings["enhed_grundbeloeb_kolonne"]) for cell in each]
    if any(amount and only for amount, only in zip(kr, instead)):
        raise Refused("men også et fast beløb")
    if any(amount % unit for amount in (one, *kr)):
        raise Refused("hele antal af")
    for_all = [NOTHING if all(instead[number] for number in members) else one for members in people.values()]
    return added(people, kr) if "grundbeloeb_kolonne" in drawn.used else for_all


def cannot_be_said(drawn: Drawn) -> list[str]:
    """The words of what is wrong with the settings, whatever the figures are."""
    said, used = drawn.settings, drawn.used
    own_basic = "grundbeloeb_kolonne" in used
    of_last_year = said.get("garanti") is not None or said.get("hoejst") is not None
    not_of_a_saving = of_last_year or own_basic or any(
        said.get(key) is not None for key in ("andel_nyt", "centralt", "centralt_andel", "grundbeloeb"))
    some_fixed = any(kr is not None for kr in drawn.column("fast"))
    share = said.get("hoejst_andel")
    own = [key for key, column in OWN_BOUNDS.items() if column in used]
    faults = (("kan ikke bruges i en besparelse", drawn.saving and not_of_a_saving),
              ("kan kun bruges, når pengene er en besparelse", not drawn.saving and share is not None),
              ("ingen kolonne med sidste års", (of_last_year or is_blended(drawn)) and "sidste_aar" not in used),
              ("ingen kolonne med grundbudget", share is not None and "grundbudget" not in used),
              ("0 kan ikke bruges", 0 in (said.get("loft"), said.get("hoejst"))),
              ("mente du", (said.get("garanti") or 0) >= 10),
              ("højst er kun", (said.get("garanti") or 0) > (said.get("hoejst") or 99)),
              ("ligger ikke mellem 0 og 1", not 0 < (said.get("andel_nyt") or 1) <= 1),
              ("sammen med faste beløb", some_fixed and is_blended(drawn)),
              ("sammen med grundbeløb", is_blended(drawn) and (said.get("grundbeloeb") or own_basic)),
              ("kan ikke bruges sammen", (said.get("grundbeloeb") is not None and own_basic) or (
                  said.get("centralt") is not None and said.get("centralt_andel") is not None)),
              ("Tærskel kan ikke bruges", said.get("samling") == "sammenvejet" and said.get("taerskel") is not None),
              ("er tom, så nøglen", drawn.key in ("barn_institution", "score_institution") and all(
                  place is None for place, _ in drawn.children)),
              ("har samme modtager", own and len(recipients(drawn)) != len(drawn.rows)),
              ("kan ikke bruges sammen", any(said.get(key) is not None for key in own)),
              ("negativ", whole_pool(drawn) < 0))
    return [words for words, wrong in faults if wrong]


def is_blended(drawn: Drawn) -> bool:
    return drawn.settings.get("andel_nyt") not in (None, 1)


# ------------------------------------------------------------------------------------- the threshold


def weigh(drawn: Drawn, people: dict[str, list[int]], each: Numbers, made: keys.Made, rest: Fraction) -> Numbers:
    """What each recipient counts with; the threshold is tested on it, or on each of its institutions."""
    limit, total = drawn.settings.get("taerskel"), added(people, each)
    on = drawn.settings.get("taerskel_paa")
    on_each = on == "gruppe" or (on == "institution" and "modtager" in drawn.used)
    if limit is None:
        refuse_without_children(drawn, people, total, made)
        return total
    measured = added(people, made.measured)
    if on_each:
        if any(key and not children for key, children in zip(each, made.measured)):
            raise Refused("men 0 børn")
        test = keys.in_groups if on == "gruppe" else tested
        weights = added(people, test(drawn, each, made.measured))
    else:
        weights = tested(drawn, total, measured)
    refuse_without_children(drawn, people, total, made)
    faults = (("men der er 0 børn", any(key and not children for key, children in zip(total, measured))),
              ("giver 1 i alt", abs(sum(total) - 1) <= ONE_TO_A_THRESHOLD),
              ("ingen når", rest and any(total) and not any(weights)))
    due = [words for words, wrong in faults if wrong]
    if due:
        raise Refused(*due)
    return weights


def tested(drawn: Drawn, key: Numbers, measured: Numbers) -> Numbers:
    limit, over = exact(drawn.settings["taerskel"]), drawn.settings.get("taerskeltype") == "over"
    return [(each - limit * children if over else each) if each >= limit * children else NOTHING
            for each, children in zip(key, measured)]


def refuse_without_children(drawn: Drawn, people: dict[str, list[int]], total: Numbers, made: keys.Made) -> None:
    """A cap is per child."""
    if any(cap is not None for cap in each_bound(drawn, "loft")) and any(
            key and not children for key, children in zip(total, added(people, made.children))):
        raise Refused("men der er 0 børn")


# ------------------------------------------------------------------------------------- the bounds


def bounds(drawn: Drawn, people: dict[str, list[int]], weights: Numbers, made: keys.Made, fixed: Numbers,
           first: Numbers, instead: list[bool], rest: Fraction) -> tuple[Numbers, Limits]:
    """The least and the most of each in whole units; where a minimum is above a cap, the cap wins."""
    said, unit = drawn.settings, exact(drawn.settings.get("afrunding", 1))
    places = rules.decimals(rest, unit)
    children = added(people, made.children)
    paid = [one + other for one, other in zip(
        first, added(people, [NOTHING if only else kr for kr, only in zip(fixed, instead)]))]
    claims = applied(drawn, people)
    last = per_child.last_year(drawn, people, instead)
    caps, minima = each_bound(drawn, "loft"), each_bound(drawn, "minimum")
    lo, hi, due = [], [], []
    for at, weight in enumerate(weights):
        limits = [exact(caps[at]) * children[at]] if caps[at] is not None else []
        if "ansoegt" in drawn.used:
            limits.append(claims[at] - paid[at])
            due += ["der er ansøgt om"] if limits[-1] < 0 else []
        if drawn.saving and said.get("hoejst_andel") is not None:
            limits.append(exact(said["hoejst_andel"]) * last[at])
        if said.get("hoejst") is not None and last[at]:
            limits.append(exact(said["hoejst"]) * last[at] - paid[at])
            due += ["men loftet er"] if limits[-1] < 0 else []
        guaranteed = max(NOTHING, exact(said.get("garanti")) * last[at] - paid[at])
        most, limit = min(limits, default=None), None
        if most is not None:
            limit = rules.floor_to(most, unit, places)
            due += ["garantien er", "mellem garantien"] if rules.ceil_to(guaranteed, unit, places) > limit else []
        least = max(guaranteed, exact(minima[at]) if weight else NOTHING)
        least = rules.ceil_to(least, unit, places)
        lo.append(least if limit is None else min(least, limit))
        hi.append(limit)
    if due:
        raise Refused(*due)
    return lo, hi


def each_bound(drawn: Drawn, key: str) -> list[Any]:
    """The cap per child or the minimum of each recipient, as it is typed: the same for all, or from a column."""
    column = OWN_BOUNDS[key]
    return drawn.column(column) if column in drawn.used else [drawn.settings.get(key)] * len(drawn.rows)


def refuse_too_much(drawn: Drawn, lo: Numbers, weights: Numbers, rest: Fraction) -> None:
    if sum(lo) > rest:
        raise Refused("inimum kræver", "ulvet er for højt")
    if rest and not any(weights):
        raise Refused("nul for alle")


# ------------------------------------------------------------------------------------- whole units


def whole_units(before: Numbers, weights: Numbers, lo: Numbers, hi: Limits, rest: Fraction, left: Fraction,
                unit: Fraction) -> Numbers:
    """Never more than there is; the rest by the largest remainder, ties to the larger weight."""
    tie = [rules.rounded(weight / (sum(weights) or 1), 12) for weight in weights]
    most = [high if weight else low for weight, low, high in zip(weights, lo, hi)]
    return rules.largest_remainder(before, unit, rules.down(rest - left, unit), tie, lo, most)


def blended(drawn: Drawn, people: dict[str, list[int]], before: Numbers, unit: Fraction) -> Numbers:
    """With last year's part, and the sum half up; ties to the largest amount. Nothing where there is no transition."""
    if not is_blended(drawn):
        return []
    part = PARTS.get(drawn.settings["andel_nyt"], NOTHING)
    last = per_child.last_year(drawn, people, [False] * len(drawn.rows))
    both = [(1 - part) * old + part * new for old, new in zip(last, before)]
    size = [rules.rounded(kr / unit, rules.decimals(sum(both), unit)) for kr in both]
    free = [None] * len(both)
    return rules.largest_remainder(both, unit, rules.half_up(sum(both), unit), size, free, free)
