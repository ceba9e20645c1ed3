"""The trail done again in decimals from what is printed, and what it does not lead to.

A reader has the sheet of steps and the settings, and no other cell of the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, getcontext
from fractions import Fraction

from addin.workbook import Plan
from tests.differential import basis
from tests.differential.applications import HOW, IN_TURN, LOSSES
from tests.differential.dice import PARTS, Drawn, exact
from tests.differential.oracle import Expected
from tests.differential.printed import NOUGHT, Line, Shown, Trail, numbers
from tests.udfs import oracle as rules

getcontext().prec = 60
NOISE = Decimal("1e-9")  # within which a burden reaches the threshold
FACTORS = 2  # that are rounded, the sats and a weight
A_TENTH = Decimal("0.1")  # of the last decimal that decides anything


def faults(drawn: Drawn, plan: Plan, expected: Expected) -> list[str]:
    """What does not follow from what is printed."""
    trail = Trail(plan)
    done = Redone(drawn, trail)
    found = [*basis.faults(drawn, trail), *done.steps()]
    amounts = [Fraction(line[done.given].value) for line in trail.people]
    if done.amounts() != amounts or amounts != expected.by_key:
        found.append(f"trin: regnet efter {list(map(float, done.amounts()))}, trykt {list(map(float, amounts))}")
    return found


class Redone:
    """One trail, from left to right."""

    def __init__(self, drawn: Drawn, trail: Trail):
        self.drawn, self.trail, self.said = drawn, trail, drawn.settings
        self.unit = exact(self.said.get("afrunding", 1))
        headings = trail.people[0]
        self.losses = self.said.get(HOW) == LOSSES  # then the sats is what each does not get
        self.given = next(name for name in ("Efter nøglen", "Besparelse", "Tildeling") if name in headings)
        self.before = "Ny fordeling" if "Ny fordeling" in headings else "Før afrunding"
        self.pool, self.rate = self.read_sats()
        self.places = rules.decimals(Fraction(self.pool), self.unit)
        rest = decimal(self.unit) * Decimal(1).scaleb(-self.places) / 2
        self.spare = FACTORS * A_TENTH * min(rest, Decimal("0.005"))

    def number(self, line: Line, heading: str) -> Shown:
        return line.get(heading) or NOUGHT

    # --------------------------------------------------------------------------------- the sentence

    def read_sats(self) -> tuple[Decimal, Decimal]:
        """The pool and the sats as printed; where all are bound the pool is what they get."""
        sentence = self.trail.sats.partition("Sats: ")[2]
        rate = numbers(sentence.replace(" kr. pr. enhed vægt.", "").rpartition(" = ")[2])[0]
        bound = sum((self.number(line, self.before).value for line in self.trail.people), Decimal(0))
        if HOW in self.said:
            return numbers(self.trail.sats.partition("Puljen er ")[2])[0], rate
        return numbers(sentence)[0] if " / " in sentence else bound, rate

    def steps(self) -> Iterator[str]:
        """Each printed step that is not what it is said to be."""
        yield from self.sats_again()
        yield from self.turns_again()
        for line in self.trail.people:
            name = line.get("Institution") or line.get("Modtager")
            weight = self.number(line, "Vægt").value
            free = self.rate * weight
            if "Før loft og minimum" in line:
                yield from self.unlike(name, "Før loft og minimum", free, line["Før loft og minimum"])
            if "Til børnene nu" in line:
                yield from self.unlike(name, "Til børnene nu", self.for_children_now(line), line["Til børnene nu"])
            yield from self.bounds_again(name, line)
            yield from self.unlike(name, self.before, self.exact_amount(line), line[self.before])
            last = self.number(line, "Efter indfasning" if "Efter indfasning" in line else self.before)
            rounded = Shown(line["Afrunding"].value, line["Afrunding"].half + last.half)
            yield from self.unlike(name, "Afrunding", line[self.given].value - last.value, rounded)

    def sats_again(self) -> Iterator[str]:
        """(pool - bound) / free weights, all as they stand in the sentence."""
        sentence = self.trail.sats.partition("Sats: ")[2]
        if " / " not in sentence:
            return
        pool, *bound, weights, rate = numbers(sentence)
        digits = -int(rate.as_tuple().exponent)
        again = (pool - sum(bound)) / weights
        if abs(again - rate) > Decimal(1).scaleb(-digits) / 2 + abs(rate) * Decimal("1e-14"):
            yield f"sats: {sentence} er {again}"
        one = Shown(Decimal(1), Decimal(0))
        free = [one if self.losses else self.number(line, "Vægt") for line in self.trail.people
                if not line.get("Bundet af") and not (self.losses and not self.number(line, "Loft").value)]
        if abs(sum(each.value for each in free) - weights) > sum(each.half for each in free) + weights * NOISE:
            yield f"sats: de frie vægte er ikke {weights}"

    def for_children_now(self, line: Line) -> Decimal:
        """Last year's amount / children then x children now."""
        kr, now, then = (self.number(line, heading).value for heading in ("Sidste år", "Børn nu", "Børn sidste år"))
        return kr / then * now if then else kr

    def turns_again(self) -> Iterator[str]:
        """What is applied for before each one's turn and to the end of it, and what each counts with."""
        people = self.trail.people if self.said.get(HOW) == IN_TURN else []
        for line in people:
            before, through = self.turn(line)
            counts = self.number(line, "Ansøgt").value if self.pool > before else Decimal(0)
            again = {"Ansøgt før": before, "Til og med": through, "Vægt": counts}
            yield from (f"{line.get('Institution')}: {heading} er {value}, trykt {self.number(line, heading).value}"
                        for heading, value in again.items() if value != self.number(line, heading).value)

    def turn(self, line: Line) -> tuple[Decimal, Decimal]:
        """In whole units, from the lines as they are printed."""
        own = self.number(line, "Prioritet").value
        claims = [(self.number(other, "Prioritet").value, self.number(other, "Loft").value)
                  for other in self.trail.people]
        return (sum((claim for place, claim in claims if place < own), Decimal(0)),
                sum((claim for place, claim in claims if place <= own), Decimal(0)))

    def unlike(self, name: str, heading: str, again: Decimal, there: Shown) -> Iterator[str]:
        """A sentence where a step done again is not what is printed."""
        if abs(again - there.value) > there.half + self.spare + abs(again) * Decimal("1e-14"):
            yield f"{name}: {heading} er {again:f}, trykt {there.value}"

    # --------------------------------------------------------------------------------- the bounds

    def bounds_again(self, name: str, line: Line) -> Iterator[str]:
        lo, hi = self.bounds(name, line)
        yield from self.unlike(name, "Minimum", lo, self.number(line, "Minimum"))
        if (hi is None) != (line.get("Loft") is None):
            yield f"{name}: loft {hi}, trykt {line.get('Loft')}"
        elif hi is not None:
            yield from self.unlike(name, "Loft", hi, line["Loft"])

    def bounds(self, name: str, line: Line) -> tuple[Decimal, Decimal | None]:
        """The least and the most of a line, from the settings and its own cells."""
        said = self.said
        per_child = "Til børnene nu" in line
        last = self.number(line, "Grundbudget" if self.drawn.saving else
                           "Til børnene nu" if per_child else "Sidste år").value
        paid = basis.on_top(self.trail, name) + self.number(line, "Grundbeløb").value
        cap, minimum = self.bound_of(line, "loft", "Loft pr. barn"), self.bound_of(line, "minimum", "Eget minimum")
        limits = [cap * self.number(line, "Børn").value] if cap else []
        if "ansoegt" in self.drawn.used:
            limits.append(self.number(line, "Ansøgt").value - paid)
        share = said.get("hoejst_andel" if self.drawn.saving else "hoejst")
        if share and (last or self.drawn.saving):
            limits.append(Decimal(str(share)) * last - paid)
        least = max(Decimal(0), Decimal(str(said.get("garanti") or 0)) * last - paid)
        least = max(least, minimum) if self.number(line, "Vægt").value else least
        lo = decimal(rules.ceil_to(Fraction(least), self.unit, self.places))
        if not limits:
            return lo, None
        hi = decimal(rules.floor_to(Fraction(min(limits)), self.unit, self.places))
        if said.get(HOW) == IN_TURN and self.turn(line)[1] <= self.pool:
            return hi, hi
        return min(lo, hi), hi

    def bound_of(self, line: Line, key: str, heading: str) -> Decimal:
        """The bound that a setting says, or that stands in the line; 0 is none."""
        return self.number(line, heading).value if heading in line else Decimal(str(self.said.get(key) or 0))

    def exact_amount(self, line: Line) -> Decimal:
        """Sats x weight within what is printed of the bounds; or the claim less the loss."""
        if self.losses:
            return max(Decimal(0), self.number(line, "Loft").value - self.rate)
        amount = max(self.rate * self.number(line, "Vægt").value, self.number(line, "Minimum").value)
        if not self.number(line, "Vægt").value:
            return self.number(line, "Minimum").value
        return amount if line.get("Loft") is None else min(amount, line["Loft"].value)

    # --------------------------------------------------------------------------------- whole units

    def amounts(self) -> list[Fraction]:
        """The largest remainder of what is printed."""
        new = [Fraction(self.exact_amount(line)) for line in self.trail.people]
        free = [None] * len(new)
        if "Efter indfasning" in self.trail.people[0]:
            part = PARTS[self.said["andel_nyt"]]
            both = [(1 - part) * Fraction(self.number(line, "Sidste år").value) + part * each
                    for line, each in zip(self.trail.people, new)]
            total = Fraction(numbers(self.trail.taken.rpartition("= ")[2])[0])
            size = [rules.rounded(kr / self.unit, rules.decimals(sum(both), self.unit)) for kr in both]
            return rules.largest_remainder(both, self.unit, total, size, free, free)
        claims = sum((self.number(line, "Loft").value for line in self.trail.people), Decimal(0))
        weights = [Fraction(self.number(line, "Loft" if self.losses else "Vægt").value > 0 if self.losses else
                            self.number(line, "Vægt").value) for line in self.trail.people]
        tie = [rules.rounded(weight / (sum(weights) or 1), 12) for weight in weights]
        lo = [Fraction(self.number(line, "Minimum").value) for line in self.trail.people]
        hi = [None if line.get("Loft") is None else Fraction(line["Loft"].value) for line in self.trail.people]
        most = [high if weight else low for weight, low, high in zip(weights, lo, hi)]
        given = min(self.pool, claims) if HOW in self.said else self.pool
        return rules.largest_remainder(new, self.unit, rules.down(Fraction(given), self.unit), tie, lo, most)


def decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
