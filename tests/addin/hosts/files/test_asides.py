"""What stands beside the cells: notes, threaded comments, text boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from addin.hosts.files.asides import asides, commented
from addin.hosts.files.markup import tree
from addin.hosts.files.package import Package
from addin.workbook import Aside


def test_notes_and_text_boxes_are_read_with_their_cells(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "mappe.xlsx"))
    sheet, plain = book.add_worksheet("Budget"), book.add_worksheet("Andet")
    sheet.write_comment("C3", "Aftalt med lederen", {"author": "Ukendt"})
    sheet.write_comment("AA200", "Én\nto")
    sheet.insert_textbox("E7", "Puljen er uændret.\nSe notatet.")
    plain.write("A1", 1)
    book.close()
    package = Package((tmp_path / "mappe.xlsx").read_bytes())
    assert asides(package, package.sheets[0]) == (
        Aside((6, 4), "tekstboks", "Puljen er uændret. Se notatet."), Aside((2, 2), "note", "Aftalt med lederen"),
        Aside((199, 26), "note", "Én\nto"))
    assert asides(package, package.sheets[1]) == ()


@pytest.mark.parametrize("written, text", [
    ('<comments><commentList><comment ref="B2"><text><r><t>0101</t></r><r><t>90-1234</t></r></text></comment>'
     "</commentList></comments>", "010190-1234"),
    ('<ThreadedComments><threadedComment ref="B2"><text>svar</text></threadedComment></ThreadedComments>', "svar"),
])
def test_runs_of_a_note_are_one_text(written: str, text: str) -> None:
    assert list(commented(tree(written.encode()))) == [((1, 1), text)]
