"""Where a heading over several columns ends, and columns that are not read: each must be named."""

from __future__ import annotations

from tests.layouts.model import At, Col, Made, Sheet, Text
from tests.layouts.parts import (
    AREA,
    BASE,
    BURDEN,
    DOZEN,
    EIGHT,
    KR,
    NAME,
    OLD,
    PCT,
    PLAIN,
    TOTAL,
    YOUNG,
    by_area,
    case,
    pool_sheet,
    simple,
    table,
)

ENROLLED, MONEY = "Indskrevne børn", "Økonomi"
TALL = Col("Institution", "label", tall=True)
AGES = (Col("0-2 år", "young", ENROLLED), Col("3-5 år", "old", ENROLLED))
ALL = Col("Børn i alt", "children", tall=True)
LIKELY = Col("Sandsynlighed", "burden", tall=True, fmt=PCT)
REMARK = Col("Bemærkning", lambda h: "Ny leder" if h.number == 4_114 else None, tall=True)


def unmerged(cell: str, *columns: Col) -> list[At]:
    """The upper row of headings as it is often written: not merged, with blanks to the right of a common heading."""
    letter, row = ord(cell[0]), cell[1:]
    found, before = [], ""
    for number, column in enumerate(columns):
        over = column.over or (str(column.head) if column.tall else "")
        if over and over != before:
            found.append(At(f"{chr(letter + number)}{row}", over))
        before = over
    return found


def two_rows(name: str, *columns: Col, **more: object) -> object:
    """Headings in two rows without merged cells."""
    lower = [column._replace(head=None if column.tall else column.head, over="", tall=False, setting=column.setting or (
        "navn" if column.field == "label" else "")) for column in columns]
    return simple(name, *unmerged("A4", *columns), table(EIGHT, lower, "A5"), **more)  # type: ignore[arg-type]


LAYOUTS = (
    two_rows("fælles overskrift over to, børn i alt ved siden af", TALL, *AGES, ALL, LIKELY, REMARK),
    two_rows("to fælles overskrifter med en enkelt imellem", TALL, *AGES, LIKELY, Col("Budget 2027", "base", MONEY),
             Col("Tildeling 2026", "last", MONEY)),
    two_rows("fælles overskrift til sidst", TALL, LIKELY, *AGES),
    two_rows("antal børn over to aldre og i alt, derefter belastning", TALL, Col("0-2 år", "young", "Antal børn"),
             Col("3-5 år", "old", "Antal børn"), Col("I alt", "children", "Antal børn"),
             Col("Belastning", "burden", tall=True)),
    simple("flettet fælles overskrift, børn i alt ved siden af", table(EIGHT, (
        TALL, *AGES, ALL, LIKELY, REMARK), "A4")),
    simple("timer, normering og sprogtest, som ikke er læst", table([*EIGHT, TOTAL], (
        *PLAIN, Col("Timer pr. uge", lambda h: 37 * (h.number % 9 + 4)), Col("Sprogtest, andel", lambda h: 0.31),
        Col("Lukkedage", lambda h: 7))), told=("Timer pr. uge", "Sprogtest, andel", "Lukkedage")),
    simple("en kolonne med tal uden overskrift", table(EIGHT, (*PLAIN, Col(None, lambda h: h.number % 13))),
           told=("kolonne E",)),
    simple("adresse og leder er ikke læst", table(EIGHT, (
        NAME, Col("Adresse", lambda h: f"Skolegade {h.number % 90}"), Col("Leder", lambda h: "N.N."), YOUNG, OLD,
        BURDEN)), told=("Adresse", "Leder")),
    simple("hjælpekolonner til højre med formler", table([*EIGHT, TOTAL], (
        *PLAIN, Col("Vægt x sandsynlighed", lambda h: Made("=B{r}*D{r}", float(h.young * h.burden))),
        Col("Andel", lambda h: Made("=E{r}/SUM(E$2:E$9)", 0.125), fmt=PCT))), told=("Vægt x sandsynlighed",)),
    case("tolv kolonner, hvoraf fire bruges", Sheet("Stamdata", [table(by_area(DOZEN), (
        Col("Løbenr.", "number"), NAME, Col("Åbningstid", lambda h: 52.5), YOUNG, OLD, BURDEN, Col(
            "Kvm.", lambda h: 11 * h.children), Col("Grupper", lambda h: h.children // 20 + 1), Col(
                "Andel uddannede", lambda h: 0.62, fmt=PCT), Col("Sygefravær", lambda h: 14.2), Col(
                    "Tilsyn", lambda h: "2026"), Col("Legeplads", lambda h: "ja")))]), pool_sheet(),
        told=("Åbningstid", "Kvm.", "Sygefravær", "Tilsyn", "Legeplads")),
    simple("tosprogede og friplads som orientering", table(EIGHT, (
        *PLAIN, Col("heraf drenge", lambda h: h.children // 2), Col("Søskende", lambda h: h.old // 3))),
        told=("heraf drenge", "Søskende")),
    simple("grundbudget fordelt på konti", table([*EIGHT, TOTAL], (
        *PLAIN, BASE, Col("Løn", lambda h: h.base * 4 // 5, fmt=KR), Col("Drift", lambda h: h.base // 5, fmt=KR))),
        told=("Løn", "Drift")),
    simple("områdeoverskrift over navnene og en tom kolonne", table([Text("Område Nord"), *EIGHT[:4], Text(
        "Område Syd"), *EIGHT[4:]], (NAME, Col(None), YOUNG, OLD, Col("Ventetid, uger", lambda h: 6), BURDEN)),
        told=("Ventetid, uger",)),
    simple("distrikt er en gruppe", table(DOZEN, (AREA._replace(head="Skoledistrikt"), NAME, YOUNG, OLD, BURDEN))),
)
