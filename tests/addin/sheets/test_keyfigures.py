"""The key figures over the table, and why something is left."""

from __future__ import annotations

from tests.addin.actions.acting import SIMPLE, cells, planned
from workbook_templates.fordeling import IKKE_FORDELT


def test_what_was_not_distributed_and_why_is_shown() -> None:
    plan = planned(SIMPLE, loft="100")
    sheet = cells(plan, "fordeling")
    row = next(row for (row, column), value in sheet.items() if column == 0 and value == IKKE_FORDELT)
    assert sheet[row, 2] == 100_000 - 3_800 - 4_000 - 4_600
    assert sheet[row, 4] == "Alle med vægt er ved deres loft."
