"""Every kind of heading crossed with every kind of rows: what is read alone must be read together."""

from __future__ import annotations

from tests.layouts.cases.headings import TITLES, TWO_ROWS
from tests.layouts.cases.rows import MEAN, NOTES, above, repeated
from tests.layouts.model import Col, Layout, Row, Sum, Text
from tests.layouts.names import houses
from tests.layouts.parts import BURDEN, DOZEN, FULL, NAME, NUMBER, OLD, PCT, PLAIN, YOUNG, by_area, simple, table

BRACKETS = (Col("Institution (navn)", "label"), Col("0-2 år (antal)", "young"), Col("3-5 år (antal)", "old"),
            Col("Belastning (pct.)", "burden", fmt=PCT))
BROKEN = (Col("Afd.-\nnr.", "number"), Col("Dagtilbuddets\nnavn", "label"), Col("Børn\n0-2 år", "young"),
          Col("Børn\n3-5 år", "old"), Col("Sandsyn-\nlighed", "burden", fmt=PCT))
DATED = (Col("Daginstitution", "label"), Col("Børn pr. 5.9.2026 0-2 år", "young"),
         Col("Børn pr. 5.9.2026 3-5 år", "old"),
         Col("Belastningsgrad 2026", "burden", fmt=PCT))
HEADED = {"titler": (PLAIN, "A4"), "D9": (FULL, "D9"), "to overskriftsrækker": (TWO_ROWS, "B4"),
          "parenteser": (BRACKETS, "A3"), "linjeskift": (BROKEN, "A6"), "datoer": (DATED, "C5"),
          "tal til venstre for navne": ((BURDEN, OLD, YOUNG, NAME), "A4"), "budget og tildeling": (FULL, "A4"),
          "tomme kolonner": ((NUMBER, Col(None), NAME, Col(None), YOUNG, OLD, BURDEN), "B7"),
          "noter til sidst": ((*PLAIN, Col("Bemærkning", lambda house: "ny" if house.young > 30 else None)), "A5")}
ROWS: dict[str, list[Row]] = {
    "grupper": by_area(houses(24, 4)), "summer over": above("formel"), "SUBTOTAL": by_area(DOZEN, how="subtotal"),
    "skrevne summer": by_area(DOZEN, how="skrevet", blank=True), "kun summer": by_area(DOZEN, head=""),
    "gennemsnit og noter": [*DOZEN, Sum("I alt", "alle"), MEAN, *NOTES], "tre": [*houses(3)],
    "tre med sum": [*houses(3), Sum("Sum", "alle")], "60 i grupper": by_area(houses(60, 4), blank=True),
    "120 uden sum": [*houses(120)], "blanke rækker": [*DOZEN[:4], None, *DOZEN[4:8], None, *DOZEN[8:]],
    "selvejende for sig": [*DOZEN[:8], Sum("Kommunale i alt"), Text("Selvejende"), *DOZEN[8:], Sum("Selvejende i alt"),
                           Sum("I alt", "alle")]}


def crossed() -> list[Layout]:
    found = [simple(f"kryds: {head}, {kind}", *TITLES, table(rows, columns, cell))
             for head, (columns, cell) in HEADED.items() for kind, rows in ROWS.items()]
    again = [simple(f"kryds: {head}, gentagne overskrifter", *TITLES, table(repeated(blank=True), columns, cell))
             for head, (columns, cell) in HEADED.items() if columns is not TWO_ROWS]
    return [*found, *again]


LAYOUTS = tuple(crossed())
