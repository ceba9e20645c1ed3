"""The institutions' basis, and keys and weights of the recipients, done again from what is printed of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.differential.applications import HOW
from tests.differential.dice import I_STEDET_FOR, YEARS, Drawn
from tests.differential.printed import NOUGHT, Line, Shown, Trail, numbers

NOUGHTS = Decimal(0)
MADE_FROM = ("Belastning", "Nøgle i tabellen", "Leverede antal", "Talte børn", "Gennemsnitlig score", "Point",
             "Sammenvejet nøgle", "Gennemsnit", "Maks")
COUNTED = (("Børn", "boern_til_kr", "vægtet"), ("Børn til tærskel", "boern_til_taerskel", "antal"))
NOISE = Decimal("1e-9")
TWELVE = Decimal(12)


def faults(drawn: Drawn, trail: Trail) -> list[str]:
    return [*(fault for line in trail.institutions for fault in institution(drawn, trail, line)),
            *(fault for line in trail.people for fault in recipient(drawn, trail, line))]


def value(line: Line, heading: str) -> Decimal:
    found = line.get(heading)
    return found.value if isinstance(found, Shown) else NOUGHTS


def off(line: Line, *headings: str) -> Decimal:
    """How far a sum of printed cells may be off."""
    return sum((found.half for heading in headings if isinstance(found := line.get(heading), Shown)), NOUGHTS)


def recipients_of(trail: Trail, name: str) -> list[Line]:
    """The institutions of a recipient: its own line, where no other is named."""
    return [line for line in trail.institutions if (line.get("Modtager") or line["Institution"]) == name]


def on_top(trail: Trail, name: str) -> Decimal:
    """The fixed amounts of those who also take part by the key."""
    return sum((value(line, "Fast beløb") for line in recipients_of(trail, name)
                if line.get("Virkning") != I_STEDET_FOR), NOUGHTS)


# ------------------------------------------------------------------------------------- an institution


def institution(drawn: Drawn, trail: Trail, line: Line) -> Iterator[str]:
    name, share = line["Institution"], value(line, "Måneder") / TWELVE if "Måneder" in line else Decimal(1)
    for heading, choice, other in COUNTED:
        if heading in line and "0-2 år" in line:
            weight = weight_of(drawn) if drawn.settings.get(choice, other) == "vægtet" else Decimal(1)
            again = (weight * value(line, "0-2 år") + value(line, "3-5 år")) * share
            yield from near(name, heading, again, line)
        elif heading in line and "Børn i alt" in line:
            yield from near(name, heading, value(line, "Børn i alt") * share, line)
    yield from near(name, "Nøgle", key(drawn, trail, line, share), line)
    if "Vægt" in line:
        measured = "Børn til tærskel" if "Børn til tærskel" in line else "Børn"
        again = by_group(drawn, line) if "Gruppe" in line else weighed(drawn, line, measured)
        yield from near(name, "Vægt", again, line, "Nøgle", measured)
    yield from (fault for heading, of in (("Gruppens nøgle", "Nøgle"), ("Gruppens børn", measured_by(line)))
                if heading in line for fault in near(name, heading, of_group(trail, line, of), line, slack=sum(
                    (off(other, of) for other in trail.institutions), NOUGHTS)))


def measured_by(line: Line) -> str:
    return "Børn til tærskel" if "Børn til tærskel" in line else "Børn"


def of_group(trail: Trail, line: Line, heading: str) -> Decimal:
    """The sum of a column in the group of a line."""
    members = (other for other in trail.institutions if other.get("Gruppe") == line["Gruppe"])
    return sum((value(other, heading) for other in members), NOUGHTS)


def by_group(drawn: Drawn, line: Line) -> Decimal:
    """The key, where its group reaches the threshold."""
    whole = value(line, "Gruppens nøgle")
    above = whole - Decimal(str(drawn.settings["taerskel"])) * value(line, "Gruppens børn")
    return value(line, "Nøgle") if above >= -NOISE * max(Decimal(1), whole) else NOUGHTS


def weight_of(drawn: Drawn) -> Decimal:
    usual = "1.8" if drawn.key in ("belastning", "score_institution") else "1"
    return Decimal(str(drawn.settings.get("vaegt", usual)))


def key(drawn: Drawn, trail: Trail, line: Line, share: Decimal) -> Decimal:
    """What it counts, times children or the part of the year; nothing where a fixed amount stands instead."""
    if line.get("Virkning") == I_STEDET_FOR:
        return NOUGHTS
    if "Nøgle før ændring" in line:
        return (value(line, "Nøgle før ændring") + value(line, "Ændring")) * share
    made = next((heading for heading in MADE_FROM if heading in line), None)
    if made is None:
        return value(line, "Nøgle")  # it stands in the table
    count = delivered(drawn, trail, line) if drawn.key == "antal_institution" else value(line, made)
    burden = drawn.key in ("belastning", "score_institution") or drawn.settings.get("samling") == "vurdering"
    return count * value(line, "Børn") if burden else count * share


def delivered(drawn: Drawn, trail: Trail, line: Line) -> Decimal:
    """The columns of a delivery as one number, by what stands under each heading."""
    columns = [heading for heading in line if re.fullmatch(r"k\d", heading)]
    how = drawn.settings["samling"]
    if how in YEARS:
        years = [line[heading].value for heading in columns if line[heading] is not None]
        return sum(years) / len(years) if how == "gennemsnit" else max(years[0], years[-1])
    said = {heading: numbers(str(trail.units[heading])) for heading in columns}
    if how != "sammenvejet":
        return sum((said[heading][0] * value(line, heading) for heading in columns), NOUGHTS)
    whole = sum(weight for weight, _ in said.values())
    return sum((weight / whole * value(line, heading) / total for heading, (weight, total) in said.items()), NOUGHTS)


# ------------------------------------------------------------------------------------- a recipient


def recipient(drawn: Drawn, trail: Trail, line: Line) -> Iterator[str]:
    name = line.get("Institution") or line.get("Modtager")
    members = recipients_of(trail, name)
    for heading in ("Nøgle", "Børn", "Børn til tærskel"):
        if heading in line and members and heading in members[0]:
            again = sum((value(member, heading) for member in members), NOUGHTS)
            slack = sum((off(member, heading) for member in members), NOUGHTS)
            yield from near(name, heading, again, line, slack=slack)
    if HOW in drawn.settings:
        return  # what counts is what is applied for: tests.differential.trail
    if members and "Vægt" in members[0]:
        again = sum((value(member, "Vægt") for member in members), NOUGHTS)
        yield from near(name, "Vægt", again, line, slack=sum((off(member, "Vægt") for member in members), NOUGHTS))
    else:
        measured = "Børn til tærskel" if "Børn til tærskel" in line else "Børn"
        yield from near(name, "Vægt", weighed(drawn, line, measured), line, "Nøgle", measured)


def weighed(drawn: Drawn, line: Line, measured: str) -> Decimal:
    """The key of one that reaches the threshold, or what lies above it."""
    limit, own = drawn.settings.get("taerskel"), value(line, "Nøgle")
    if limit is None:
        return own
    above = own - Decimal(str(limit)) * value(line, measured)
    noise = NOISE * max(Decimal(1), own)
    if drawn.settings.get("taerskeltype") == "over":
        return above if above > noise else NOUGHTS
    return own if above >= -noise else NOUGHTS


def near(name: str, heading: str, again: Decimal, line: Line, *others: str, slack: Decimal = NOUGHTS) -> Iterator[str]:
    there = line.get(heading) or NOUGHT
    if abs(again - there.value) > there.half + slack + off(line, *others) + abs(again) * Decimal("1e-13"):
        yield f"{name}: {heading} er {again:f}, trykt {there.value}"
