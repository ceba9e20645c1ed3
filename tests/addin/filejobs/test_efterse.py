"""What is in a workbook file, and what klargør would leave out of it."""

from __future__ import annotations

import pytest

from addin.filejobs.efterse import LEFT_OUT, seen, told
from addin.filejobs.klargoer import Klargjort, klargoer
from addin.filejobs.udeladt import by_kind
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import altered, parts
from tests.builders import budget
from tests.planning import MADE


def test_what_klargoer_leaves_out_is_what_its_list_says(plain: bytes) -> None:
    looked, made = seen("ud.xlsx", plain), klargoer("ud.xlsx", plain, {}, MADE, "1")
    assert isinstance(made, Klargjort) and looked.left_out == by_kind(made.left_out) and looked.why == ""


def test_small_counts_do_not_hide_the_list_and_a_changed_page_is_told(small: bytes) -> None:
    assert seen("ud.xlsx", small).why == ""
    page = next(sheet.part for sheet in Package(small).sheets if sheet.name == "Fordeling")
    text = parts(small)[page]
    assert b"432000" in text
    looked = seen("ud.xlsx", altered(small, {page: text.replace(b"432000", b"432001", 1)}))
    assert looked.left_out and "Klargør laver ingen kopi nu" in looked.why and looked.why in told(looked)


def test_of_what_is_not_distributed_its_parts_are_told_with_what_is_there_first(tmp_path) -> None:
    looked = seen("b.xlsx", budget(tmp_path / "b.xlsx").read_bytes())
    lines = told(looked).split("\n")
    assert looked.why == "" and lines[0] == "Synlige ark: 2: Budget, Pulje"
    assert [line for line in lines if line.startswith("Ikke fundet: ") and "Makroer" in line]
    assert lines[lines.index(LEFT_OUT) + 1].startswith("- ")


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match=r"x\.xlsx er ikke en Excel-projektmappe"):
        seen("x.xlsx", b"x")
