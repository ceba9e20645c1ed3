"""How a user's cells look: each property by itself, and no text of a format, a font or a style."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter

from addin.filejobs.udseende import looks, says_nothing
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import edited
from tests.planted.book import NUMBER, WORD


@pytest.mark.parametrize("code", ["0", "#,##0", "0.00%", '#,##0 "kr."', "dd-mm-yyyy", "[Red]-#,##0;#,##0", "0_);(0)",
                                  "[$-406]d. mmmm yyyy", "hh:mm", "General", '#,##0.0" mio. kr."'])
def test_formats_that_only_show_numbers_are_kept(code: str) -> None:
    assert says_nothing(code)


@pytest.mark.parametrize("code", [f'0"{WORD}"', r"\J\e\n\s", "_J_e", f"[${WORD}-406]0", "0123", "0 Jens", '0"Hus 4"',
                                  NUMBER, "[>5]0"])
def test_formats_with_text_of_their_own_are_not(code: str) -> None:
    assert not says_nothing(code)


def made(**look: object) -> list[dict[str, object]]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet().write(0, 0, 1, book.add_format(look))
    book.close()
    return looks(Package(out.getvalue()))


def test_what_can_be_seen_is_kept_and_the_names_are_not() -> None:
    look = {"bold": True, "italic": True, "font_size": 14, "font_color": "#C00000", "bg_color": "#DDEBF7", "top": 1,
            "bottom": 6, "align": "center", "valign": "vcenter", "text_wrap": True, "num_format": '#,##0 "kr."'}
    found = made(**look, font_name=f"{WORD} Sans")[1]
    assert {key: found[key] for key in look} == look
    assert WORD not in str(found)


def test_built_in_formats_go_by_their_number() -> None:
    assert made(num_format=14)[1]["num_format"] == 14 and "num_format" not in made(num_format=f'0"{WORD}"')[1]


@pytest.mark.parametrize("colour, expected", [
    ('rgb="FF102030"', "#102030"), ('theme="4"', "#5B9BD5"), ('theme="1" tint="0.5"', "#808080"),
    ('theme="0" tint="-0.5"', "#808080"), ('theme="99"', None), (f'rgb="{WORD}"', None), ('theme="1" tint="9"', None)])
def test_colours_are_numbers_and_nothing_else(tmp_path: Path, colour: str, expected: str | None) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet().write(0, 0, 1, book.add_format({"font_color": "#123456"}))
    book.close()
    data = edited(out.getvalue(), "xl/styles.xml", ('<color rgb="FF123456"/>', f"<color {colour}/>"))
    assert looks(Package(data))[1].get("font_color") == expected
