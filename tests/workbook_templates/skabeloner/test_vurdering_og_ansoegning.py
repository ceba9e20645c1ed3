"""Points become a key, and applications are rationed in the ways a plain formula can."""

from __future__ import annotations

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import book, changed

NAVN = "vurdering-og-ansoegning"
APPLIED = [220_000, 260_000, 180_000, 90_000, 50_000]


def granted(metode: str) -> list[object]:
    done = made(changed(NAVN, metode=metode))
    sheet, box = done.book.columns["ans", "bevilget"]
    return [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 5)]


def test_applications_are_shared_proportionally_and_by_priority() -> None:
    assert granted("forholdsmæssig") == pytest.approx([amount * 0.75 for amount in APPLIED])
    left = 600_000 - 480_000  # for the two of the second priority, which applied for 230.000
    assert granted("prioritet") == pytest.approx(
        [220_000, 260_000, 180_000 * left / 230_000, 0, 50_000 * left / 230_000])


@pytest.mark.parametrize("metode", ["lige", "lige afslag"])
def test_what_no_plain_formula_can_is_pointed_to(metode: str) -> None:
    assert granted(metode) == ["se Med funktioner"] * 5


def test_points_are_weighed_and_multiplied_by_weighted_children() -> None:
    rows = book(NAVN)["Vurdering"].iter_rows()
    line = [cell.value for cell in next(row for row in rows if row[1].value == "Ellehuset")]
    assert line[4:8] == [3, 2, 3, 4]
    assert line[9] == pytest.approx((2 * 3 + 2 * 2 + 3 + 4) / 6)
    assert line[11] == pytest.approx(line[9] * (1.8 * 26 + 46))
