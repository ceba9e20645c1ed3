"""Every kind of file that is written is one that Excel takes; and a file that is not is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from tests.second_engine.facts import faults
from tests.second_engine.parts import PARTS, distributed

TEMPLATES = Path(__file__).parents[2] / "workbook_templates"


@pytest.mark.parametrize("part", PARTS)
def test_a_result_is_what_excel_takes(part: str, tmp_path: Path) -> None:
    assert faults(distributed(PARTS[part], tmp_path)) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.xlsx")), ids=lambda path: path.stem)
def test_a_template_is_what_excel_takes(path: Path) -> None:
    assert faults(path) == []


def test_what_excel_would_not_take_is_seen(tmp_path: Path) -> None:
    """As XlsxWriter writes it without our hand: a picture of an empty cell, an empty text, a row of 500 points."""
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        sheet, chart = book.add_worksheet("Ark"), book.add_chart({"type": "bar"})
        sheet.write_row(0, 0, [1, 2])
        sheet.write_blank(1, 0, None, book.add_format({"bold": True}))
        sheet.write_formula(2, 0, '=""', None, "")
        sheet.write_formula(3, 0, "=" + "+".join(["B1"] * 2800), None, 0)
        sheet.set_row(4, 500)
        sheet.data_validation(5, 0, 5, 0, {"validate": "custom", "value": f"=A6<>{'1' * 260}"})
        book.define_name("Fordel_x", "=Ark!#REF!")
        chart.add_series({"values": "=Ark!$A$1:$A$2"})
        sheet.insert_chart(6, 0, chart)
    said = " ".join(faults(tmp_path / "x.xlsx"))
    for fault in ("keeps 0 of A2, which is None", "A3: a formula whose value", "A4: a formula of 8400 characters",
                  "row 5 is 500.25 high", "Fordel_x is", "a rule of"):
        assert fault in said, said
