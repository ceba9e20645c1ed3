"""Signs that cannot be seen, copied from a web page or a mail: a number beside them is read and told, and a sentence
about such a cell names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.danish import invisible, number_in_text, visible
from addin.workbook import Refusal
from tests.addin.settings.seen.owners import HOUSES, RIGHT, TOP, Change, amounts, owned, run
from tests.calc.office import Office
from tests.planning import OK, status, texts

SIGNS = ["\u200b", "\u202d", "\u200e", "\u2060", "\ufeff", "\u00ad", "\u061c", "\u2066"]


def cell(row: int, column: int, text: str) -> Change:
    return lambda book, sheet: sheet.write_string(row, column, text)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("text", ["{}7", "7{}", "{}7{}", " {}7"])
def test_a_number_beside_one_is_that_number(sign: str, text: str) -> None:
    written = text.replace("{}", sign)
    assert number_in_text(written) == 7 and visible(written).strip() == "7"
    assert invisible(written) == f" (med et usynligt tegn: U+{ord(sign):04X})"


@pytest.mark.parametrize("text", ["7", "", "Åkjær – “x”", "1.000 kr.", "5\u00a0%", "a\tb\nc"])
def test_a_text_without_any_says_nothing(text: str) -> None:
    assert invisible(text) == "" and visible(text) == text


@pytest.mark.soffice
@pytest.mark.parametrize("text", ["\u202d7\u202c", "\u200b7", "7\ufeff"])
def test_a_key_is_read_and_told_and_the_control_holds(office: Office, tmp_path: Path, text: str) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", cell(TOP + 1, 3, text)))
    assert amounts(plan) == RIGHT and questions == {}
    assert any('Dagtilbud!D6 "7" (med' in warning and "U+" in warning and "er 7." in warning
               for warning in texts(plan.warnings))
    again, _ = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert amounts(again) == RIGHT
    assert office.open(str(tmp_path / "to.xlsx"))
    try:
        assert status(office) == OK
        office.set("Dagtilbud!D6", "8")
        assert status(office) != OK
    finally:
        office.close()


def test_what_is_no_number_is_refused_with_the_sign_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r'^Dagtilbud!D6: "7x" \(med et usynligt tegn: U\+200B\) er ikke et tal'):
        run(owned(tmp_path / "b.xlsx", cell(TOP + 1, 3, "7\u200bx")))


def test_a_name_with_one_is_not_another_without_a_word(tmp_path: Path) -> None:
    """A child's institution that looks right and is not: the sentence says why."""
    def listed(book, sheet):  # type: ignore[no-untyped-def]
        children = book.add_worksheet("Børn")
        children.write_row(0, 0, ("Barn", "Institution", "Enlig forsørger", "Dansk som andetsprog"))
        for row in range(1, 19):
            children.write_row(row, 0, (f"Barn {row}", HOUSES[row % 6][0] + ("\u200b" if row == 4 else ""), 1, 0))

    houses = tuple(house[:3] for house in HOUSES)
    with pytest.raises(Refusal, match=r'U\+200B\) i B5'):
        run(owned(tmp_path / "b.xlsx", listed, headings=("Institution", "0-2 år", "3-5 år"), houses=houses),
            mindst_kriterier="1")
