"""Who receives: the institution itself, or the unit it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.layouts.cases.extras import INDEX, PUPILS, SCHOOLS
from tests.layouts.model import ANY, ASK, Col, House, Layout, Sheet, Sum
from tests.layouts.parts import BASE, BURDEN, DOZEN, NAME, OLD, YOUNG, by_area, case, pool_sheet, simple, table

WHY = "gruppe eller modtager?"
GROUP, RECEIVES = {"gruppe eller modtager": "gruppe"}, {"gruppe eller modtager": "modtager"}
SELF = {"gruppe eller modtager": "modtager, selvejende selv"}


def gathered(unit: str, some: Sequence[House] = DOZEN, alone: Sequence[int] = ()) -> list[House]:
    """The houses with the unit that receives for them; those with these numbers receive for themselves."""
    return [replace(h, recipient="" if n in alone else unit.format(h.area)) for n, h in enumerate(some)]


def unit_of(head: str, unit: str, alone: Sequence[str] = ()) -> Col:
    """The column of units: of the truth they are recipients, on the sheet a plain column."""
    return Col(head, lambda h: None if h.name in alone else unit.format(h.area))


def received(name: str, unit: str, head: str, *columns: Col, some: Sequence[House] = DOZEN, first: bool = False,
             **more: Any) -> Layout:
    """Institutions with a column of units, left or right of their names."""
    own = unit_of(head, unit)
    heads = (own, NAME) if first else (NAME, own)
    return simple(name, table([*some, Sum("I alt", "alle")], (*heads, YOUNG, OLD, *columns)), expect=ASK, why=WHY,
                  **more)


OWN = [DOZEN[2], DOZEN[7]]  # selvejende
KIND = Col("Ejerform", lambda h: "Selvejende" if h.name in {own.name for own in OWN} else "Kommunal")
SFO = [replace(school, area=school.area) for school in SCHOOLS]
BLANKS = [DOZEN[10].name, DOZEN[11].name]

LAYOUTS = (
    received("dagtilbuddet får pengene", "Dagtilbud {}", "Dagtilbud", BURDEN, answers=RECEIVES).but(
        houses=tuple(gathered("Dagtilbud {}"))),
    received("dagtilbuddet er kun en gruppe", "Dagtilbud {}", "Dagtilbud", BURDEN, BASE, answers=GROUP),
    received("dagtilbud til venstre for institutionen", "{}", "Dagtilbud", BURDEN, first=True, answers=RECEIVES).but(
        houses=tuple(gathered("{}"))),
    received("område til venstre, pengene til institutionerne", "Område {}", "Område", BURDEN, first=True,
             answers=GROUP),
    received("dagtilbudsområde får pengene", "Dagtilbudsområde {}", "Dagtilbudsområde", BURDEN, answers=RECEIVES).but(
        houses=tuple(gathered("Dagtilbudsområde {}"))),
    received("klynge er en gruppe", "Klynge {}", "Klynge", BURDEN, answers=GROUP),
    received("enhed samler institutioner", "Enhed {}", "Enhed", BURDEN, answers=RECEIVES).but(
        houses=tuple(gathered("Enhed {}"))),
    received("dagtilbud og selvejende, der får selv", "Dagtilbud {}", "Dagtilbud", KIND, BURDEN, answers=SELF).but(
        houses=tuple(gathered("Dagtilbud {}", alone=(2, 7)))),
    simple("aftaleenhed for skoler og sfo", table(SFO, (
        Col("Skole", "label"), unit_of("Aftaleenhed", "Aftaleenhed {}"), PUPILS, INDEX)), expect=ASK, why=WHY,
        rules={"split": False}, answers=RECEIVES).but(houses=tuple(gathered("Aftaleenhed {}", SFO))),
    case("dagtilbud med tærskel, tom for dem, der får selv", Sheet("Budget", [table(DOZEN, (
        NAME, unit_of("Dagtilbud", "Dagtilbud {}", BLANKS), YOUNG, OLD, BURDEN))]), pool_sheet(
            9_590_000, "Pulje", ("Minimumsgrænse", 0.1)), pool=9_590_000, expect=ASK, why=WHY, answers=RECEIVES,
        rules={"threshold": "0.1"}).but(houses=tuple(gathered("Dagtilbud {}", alone=(10, 11)))),
    simple("modtager og dagtilbud i hver sin kolonne", table(gathered("Dagtilbud {}"), (
        NAME, unit_of("Dagtilbud", "Dagtilbud {}"), YOUNG, OLD, BURDEN, Col("Modtager", "recipient")))),
    simple("navnene selv hedder dagtilbud", table(by_area(DOZEN, "Område {}", "Område {} i alt"), (
        Col("Dagtilbud", "label"), YOUNG, OLD, BURDEN))),
    simple("enhed er et nummer for hver institution", table(DOZEN, (
        Col("Enhed", lambda h: f"E{h.number}"), NAME, YOUNG, OLD, BURDEN))),
    simple("distriktets leder står ud for hver institution", table(DOZEN, (
        NAME, Col("Leder", lambda h: f"Leder {h.area}"), YOUNG, OLD, BURDEN))),
    case("område efter tallene på et ark med tærskel", Sheet("Budget", [table(DOZEN, (
        NAME, YOUNG, OLD, BURDEN, unit_of("Område", "Område {}")))]), pool_sheet(
            1_250_000, "Pulje", ("Minimumsgrænse", 0.08)), expect=ASK, why=WHY, answers=GROUP,
        rules={"threshold": "0.08"}),
    simple("type og størrelse gentages, men kan ikke modtage", table(DOZEN, (
        NAME, Col("Type", lambda h: "Børnehave" if h.young == 0 else "Integreret"), Col(
            "Størrelse", lambda h: "stor" if h.children > 60 else "lille"), YOUNG, OLD, BURDEN)), expect=ANY,
        why="størrelse er ingen modtager"),
)
