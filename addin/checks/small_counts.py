"""Small counts that can be worked out from the amounts (Y9), and thresholds that one child decides (Y10).

Told, never stopped for; names stand on the sheet of checks and on the screen only, which stay in the house.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from addin.checks.published import beside, named, on_page, publication
from addin.checks.same_counts import parts, with_pools
from addin.checks.subject import Subject
from addin.checks.undecided import undecided
from addin.danish import EXACT, listed, percent
from addin.smaa_antal import ways_out
from addin.smaa_antal.attack import MOST_RECIPIENTS, OUTSIDE, GivenBack, given_back
from addin.smaa_antal.published import ANYTHING, Column, Of, Publication
from addin.smaa_antal.ways_out import Way
from udfs.distribution import Distribution
from udfs.errors import antal, kroner, tal
from udfs.threshold import weigh

UNDECIDED = "Kan ikke afgøres, og regnes for givet tilbage"
MAY_BE_PART = (UNDECIDED + ": den ene af denne pulje og {} kan tælle en del af de børn, som den anden tæller, og "
               "forskellen er under {} hos {}")
ONE_EACH = ("Nøglen er 1 til hver. Er det for at give alle det samme, og ikke et antal børn, så skriv det, hvor der "
            "skrives, hvem der har accepteret det")
MOST_NAMES = 12  # in one line
MOST_CROSSING = 100  # steps of one child over the threshold, each of which is a distribution of its own


def worked_out(subject: Subject) -> list[str]:
    """Y9: the counts that are given back, and the ways out with what each would do to the amounts. The shares of the
    page tell no more than the amounts do, but perhaps more beside an earlier edition or another pool."""
    return given(subject, subject.earlier, on_page(subject) if subject.earlier or subject.beside else None)


def parts_of_others(subject: Subject) -> list[str]:
    """What a pool may tell beside those before it that are shared by other counts."""
    limit = tal(subject.setup.settings.mindste_antal)
    return [MAY_BE_PART.format(pool, limit, listed(names, MOST_NAMES))
            for pool, names in parts(subject, publication).items()]


def given(subject: Subject, earlier: Sequence[Subject], told_now: Publication | None = None) -> list[str]:
    """The same beside any number of earlier editions; `told_now` is what is published, where it is more than the
    amounts and the sats."""
    published = told_now or publication(subject)
    if published is None:
        return not_judged(subject)
    published = beside(with_pools(published, subject, publication), earlier)
    if len(published.names) > MOST_RECIPIENTS:
        return [too_many(len(published.names))]
    found = parts_of_others(subject)
    found += [f"{named(edition)}, er ikke med: dens nøgle er intet antal, eller den kan ikke fordeles"
              for edition in earlier if publication(edition) is None]
    back = given_back(published)
    if not back:
        return found
    alone = not earlier and not subject.beside
    ways = ways_out.ways_out(published, [each.number for each in back], groups(subject) if alone else None)
    same = [ONE_EACH] if (published.counts == 1).all() else []
    return [*found, *told(published, back), *same, *(way_told(way, len(back), published.limit) for way in ways)]


def not_judged(subject: Subject) -> list[str]:
    """Of a key that is no count: the small ones that it is made of."""
    few = [subject.figures.recipients[at].name for at in undecided(subject)]
    why = ("nøglen er færdig og ikke hele tal, så den kan bygge på få børn" if subject.setup.key == "noegle" else
           "nøglen er lagt sammen af antal, der vejer forskelligt eller ikke er hele")
    return [f"{UNDECIDED}, for {why}: {listed(few, MOST_NAMES)}"] if few else []


def too_many(recipients: int) -> str:
    """What is said where nothing is looked for: that is no promise."""
    return (f"{UNDECIDED}: der er {tal(recipients)} modtagere, og der undersøges "
            f"højst {tal(MOST_RECIPIENTS)}.")


# ------------------------------------------------------------------------------------- what is told


def groups(subject: Subject) -> list[str] | None:
    """The groups the money could be given to instead, where it is given to each house."""
    if subject.figures.grouped:
        return None
    found = [recipient.group for recipient in subject.figures.recipients]
    return found if all(found) and len(set(found)) < len(found) else None


def told(published: Publication, back: list[GivenBack]) -> list[str]:
    """The names, by how the counts are worked out."""
    lines: dict[str, list[str]] = defaultdict(list)
    for each in back:
        lines[by(published, each)].append(f"{published.names[each.number]} ({count_told(published, each)})")
    return [f"{how}: {listed(names, MOST_NAMES)}" for how, names in lines.items()]


def by(published: Publication, back: GivenBack) -> str:
    if not back.sure:
        return UNDECIDED
    last = published.columns[back.columns - 1]
    known = " og satsen" if published.columns and published.columns[0].sats != ANYTHING else ""
    shown = f" af beløbene{known}" if back.columns else " af andelene"
    if back.columns > 1:
        shown = f" sammen med {last.name}" if last.of is not Of.NOW else f', når kolonnen "{last.name}" vises'
    return f"Kan regnes ud{shown}" + ("" if back.reader == OUTSIDE else " af den, der kender sit eget antal")


def count_told(published: Publication, back: GivenBack) -> str:
    one, many = ("barn", "børn") if published.of_heads else ("talt", "talte")
    hidden = ", der står for et skjult antal" if back.number in published.replaced else ""
    if back.least == back.most:
        return antal(int(back.least), one, many) + hidden
    return f"{tal(back.least)} til {tal(back.most)} {many}{hidden}"


def way_told(way: Way, before: int, limit: int) -> str:
    words = {
        ways_out.RECIPIENT: f"Pengene gives til de {tal(way.value)} grupper, ikke til den enkelte institution",
        ways_out.MEAN: "Gennemsnit af tre år" + (f", her af {tal(way.value)} udgaver" if way.value > 1 else ""),
        ways_out.SAME: f"Alle antal under {limit}, også 0, tæller {tal(way.value)}",
        ways_out.OVER: "Tærskeltype over",
        ways_out.THRESHOLD: f"Tærskel på {percent(way.value, EXACT)}",
        ways_out.MINIMUM: f"Minimum på {kroner(way.value)}"}
    left = "" if way.left is None else f"; af de {before} er der så fundet {way.left}"
    if way.kind == ways_out.ACCEPTED:
        return ("Vej: Lad det stå, og skriv, hvem der har accepteret det hvornår, og hvorfor: flytter intet; "
                f"af de {before} er der så fundet {before}.")
    if way.moved is None:
        return f"Vej: {words[way.kind]}: hvad det flytter, kan først regnes ved siden af tidligere udgaver."
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
