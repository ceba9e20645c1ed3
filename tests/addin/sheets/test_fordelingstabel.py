"""The rows of the table on "Fordeling": totals of groups, what follows from others of its row, and what is unknown."""

from __future__ import annotations

from addin.workbook import Formula
from tests.addin.actions.acting import cells, planned
from tests.builders import HEADINGS, POOL, ROWS, snapshot


def test_groups_have_totals_and_the_total_adds_recipients_only_once() -> None:
    grouped = snapshot(Budget=[(*HEADINGS, "Område"), *((*row, area) for row, area in zip(ROWS, ("N", "S", "N"),
                                                                                          strict=True))], Pulje=POOL)
    plan = planned(grouped)
    sheet = cells(plan, "fordeling")
    labels = [value for (_, column), value in sorted(sheet.items()) if column == 1 and isinstance(value, str) and value]
    assert labels[-8:] == ["N", "Anemonen", "Cikorien", "N i alt", "S", "Birken", "S i alt", "I alt"]
    totals = [value for value in sheet.values() if isinstance(value, Formula) and value.text.startswith("=SUMIF($A$")]
    assert 100_000 in [total.value for total in totals]


def test_last_year_s_unknown_amount_is_not_zero() -> None:
    rows = [(*row, before) for row, before in zip(ROWS, (100, None, -50), strict=True)]
    plan = planned(snapshot(Budget=[(*HEADINGS, "Sidste års tildeling"), *rows], Pulje=POOL))
    sheet = cells(plan, "fordeling")
    row = next(row for (row, column), value in sheet.items() if column == 1 and value == "Birken")
    head = {value: column for (r, column), value in sheet.items() if isinstance(value, str) and value in (
        "Sidste år", "Tildeling")}
    assert sheet[row, head["Sidste år"]] is None and sheet[row, head["Sidste år"] + 1] is None
