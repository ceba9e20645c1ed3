"""What Excel takes of a formula, counted as Excel counts: an emoji is two signs."""

from __future__ import annotations

import pytest

from addin.formulas import LONGEST, LONGEST_TEXT, PIECE, check, in_quotes, measured, shortened, units

SUN = "\N{SUN WITH FACE}"


@pytest.mark.parametrize("sign", ["x", "ø", SUN])
def test_a_text_at_the_limit_is_taken_and_one_above_it_is_not(sign: str) -> None:
    most = LONGEST_TEXT // units(sign)
    check(f'=A1="{sign * most}"&{"B1+" * 80}C1')
    with pytest.raises(ValueError, match="characters in a text"):
        check(f'=A1="{sign * (most + 1)}"&{"B1+" * 80}C1')


@pytest.mark.parametrize("sign", ["x", SUN])
def test_a_formula_at_the_limit_is_taken_and_one_above_it_is_not(sign: str) -> None:
    piece = f'&"{sign * 90}"'
    formula = "=A1" + piece * ((LONGEST - 3) // units(piece))
    at = formula + "+" + "1" * (LONGEST - units(formula) - 1)
    assert measured(at)[0] == LONGEST
    check(at)
    with pytest.raises(ValueError, match="8193 characters"):
        check(at + "1")


@pytest.mark.parametrize(("sign", "taken"), [("\x01", False), ("\n", False), ("\x1f", False), (" ", True)])
def test_a_sign_that_no_cell_shows_has_no_place_in_a_formula(sign: str, taken: bool) -> None:
    if taken:
        return check(f'=A1="a{sign}b"')
    with pytest.raises(ValueError, match="has no place in one"):
        check(f'=A1="a{sign}b"')


@pytest.mark.parametrize("sign", ["x", '"', SUN])
def test_a_text_is_cut_in_pieces_that_excel_takes_and_nothing_of_it_is_lost(sign: str) -> None:
    text = sign * 450
    found = in_quotes(text)
    assert 0 < measured(f"={found}")[3] <= PIECE
    assert "".join(piece.replace('""', '"') for piece in found[1:-1].split('"&"')) == text


def test_a_text_is_cut_where_excel_would_say_it_is_full_and_never_within_a_sign() -> None:
    assert [shortened(SUN * 20, most) for most in (31, 30, 1)] == [SUN * 15, SUN * 15, ""]
    assert shortened("a" * 40, 31) == "a" * 31
