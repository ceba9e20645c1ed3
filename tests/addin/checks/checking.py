"""A workbook put through the checks: what each has found, by its key."""

from __future__ import annotations

from typing import Any

from addin.actions.fordel_tjek import fordel_tjek
from addin.workbook import Plan, Snapshot
from tests.planning import MADE, Case, case
from workbook_templates.fordel_tjek import FORTAELLES, TJEK

KEYS = {tjek.label: tjek.key for tjek in TJEK}
REDS = {tjek.key for tjek in TJEK if tjek.is_red}


def checked(taken: Case | Snapshot) -> Plan:
    answer = fordel_tjek(taken.snapshot() if isinstance(taken, Case) else taken, {}, MADE, "0")
    assert isinstance(answer, Plan), answer
    return answer


def found(taken: Case | Snapshot) -> dict[str, list[str]]:
    """Only what is red, also where a reason carries it."""
    return {KEYS[label]: lines for label, _, lines, _, _ in checked(taken).summary["tjek"]
            if lines and KEYS[label] in REDS}


def told(taken: Case | Snapshot) -> dict[str, list[str]]:
    """Only what is told and stops nothing."""
    return {KEYS[label]: lines for label, status, lines, _, _ in checked(taken).summary["tjek"]
            if status == FORTAELLES and KEYS[label] not in REDS}


def statuses(taken: Any) -> dict[str, str]:
    return {KEYS[label]: status for label, status, *_ in checked(taken).summary["tjek"]}


HEADINGS = ["Institution", "Børn", "Nøgle", "Sidste år", "Grundbudget"]
ROWS = [["Anemonen", 40, 10, 300, 3_000_000], ["Birkelunden", 30, 12, 350, 2_400_000],
        ["Cikorien", 50, 9, 320, 4_100_000]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4",
           "sidste_aar": "Ark!$D$2:$D$4", "grundbudget": "Ark!$E$2:$E$4"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any) -> Case:
    return case({"Ark": [HEADINGS, *rows]}, columns, **{"pulje": 1000, **values})


def with_cell(row: int, column: int, value: Any) -> list[list[Any]]:
    rows = [list(line) for line in ROWS]
    rows[row][column] = value
    return rows


def children(marks: Any, **values: Any) -> Case:
    rows = [["Institution", "0-2 år", "3-5 år"], ["Anemonen", 1, 1], ["Birkelunden", 5, 5]]
    sheet = [["Barn", "Institution", "Kriterium"], *marks]
    last = len(sheet)
    return case({"Ark": rows, "Børn": sheet}, {
        "navn": "Ark!$A$2:$A$3", "boern_0_2": "Ark!$B$2:$B$3", "boern_3_5": "Ark!$C$2:$C$3",
        "barn_institution": f"Børn!$B$2:$B${last}", "barn_kriterier": f"Børn!$C$2:$C${last}"},
        pulje=1000, mindst_kriterier=1, **values)


def delivered(*counts: Any, **values: Any) -> Case:
    rows = [["Institution", "0-2 år", "3-5 år"], ["Anemonen", 20, 20], ["Birkelunden", 30, 30]]
    sheet = [["Navn", "Enlige", "Ledige"], ["Anemonen", *counts[0]], ["Birkelunden", *counts[1]]]
    return case({"Ark": rows, "DST": sheet}, {
        "navn": "Ark!$A$2:$A$3", "boern_0_2": "Ark!$B$2:$B$3", "boern_3_5": "Ark!$C$2:$C$3",
        "antal_institution": "DST!$A$2:$A$3", "antal_kriterier": "DST!$B$2:$C$3"}, pulje=1000, **values)


GROUPED = {**{key: place for key, place in COLUMNS.items() if key != "grundbudget"}, "modtager": "Ark!$E$2:$E$4"}


def grouped(*groups: Any, before: Any = (500, None, 470), pool: float = 970) -> Case:
    rows = [[*row[:3], last, group] for row, last, group in zip(ROWS, before, groups)]
    return made(rows, GROUPED, pulje=pool)
