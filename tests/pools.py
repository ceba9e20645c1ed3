"""Workbooks with several pools, for tests: a case as any other, and the rows of the sheet "Fordel puljer" in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.planning import Case, case
from workbook_templates import fordel_puljer as spec

HEADINGS = [column.heading for column in spec.KOLONNER]
HEAD = 2  # the row of the first pool, counted from 0: headings, the settings, then the pools
# Fictive counts: nobody's.
HOUSES: tuple[tuple[Any, ...], ...] = (
    ("Institution", "Type", "Gruppe", "Børn", "Udsatte 0-2", "Udsatte", "I fjor små", "I fjor"),
    ("Anemonen", "Vuggestue", "Nord", 40, 6, 6, 300_000, 900_000),
    ("Birken", "Børnehave", "Nord", 60, None, 9, 0, 1_600_000),
    ("Cikorien", "Integreret", "Syd", 70, 4, 12, 200_000, 2_000_000),
    ("Druen", "Vuggestue", "Syd", 36, 2, 2, 250_000, 900_000),
    ("Egen", "Integreret", "Nord", 80, 7, 19, 480_000, 3_400_000),
    ("Fyrren", "Børnehave", "Syd", 72, None, 4, 0, 790_000),
)
COLUMNS = {"navn": "Ark!$A$2:$A$7", "boern": "Ark!$D$2:$D$7", "noegle": "Ark!$F$2:$F$7",
           "sidste_aar": "Ark!$H$2:$H$7"}
# Randers' two pools in 2023, 1,23 mio. kr. for vuggestuer and 8,36 mio. kr. for all; the keys are fictive.
RANDERS = ({"Pulje": "Vuggestuer", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2",
            "Modtagere": "Type: Vuggestue, Integreret", "Kilde": "Budget 2023"},
           {"Pulje": "Alle", "Beløb, kr.": 8_360_000})


def houses(*rows: Mapping[str, Any], table: Sequence[Sequence[Any]] = HOUSES, columns: Mapping[str, str] = COLUMNS,
           pulje: float = 9_590_000, **values: Any) -> Case:
    """The houses with these pools, each a heading and what stands under it; without any there is no such sheet."""
    return with_pools(case({"Ark": table}, columns, pulje=pulje, **values), *rows)


def with_pools(taken: Case, *rows: Mapping[str, Any]) -> Case:
    if not rows:
        return taken
    lines = [HEADINGS, [spec.SOM_OPSAETNING], *([row.get(heading) for heading in HEADINGS] for row in rows)]
    return taken._replace(sheets={**taken.sheets, spec.ARK: lines}, ours={spec.NOEGLE: spec.ARK})


def cell(heading: str, number: int = 0) -> str:
    """A cell of a pool, by the heading and its number from 0."""
    return f"{spec.ARK}!{chr(ord('A') + HEADINGS.index(heading))}{HEAD + 1 + number}"
