"""A few of the cells that a choice stands for."""

from __future__ import annotations

import pytest

from addin.told.samples import LONGEST, sample, shown
from tests.builders import snapshot

TAKEN = snapshot(Budget=[("Skole", "Elever", "Andel"), ("Skole 01", 1234, 0.04125), (None, None, None),
                         ("En skole med et meget langt navn, som fortsætter", 55, 0.5), ("Skole 03", 7, 1.0),
                         ("Skole 04", 8, None)])


@pytest.mark.parametrize(("value", "wanted"), [
    ("Budget!B2:B6", "Fx 1.234, 55, 7 …"), ("Budget!C2:C6", "Fx 0,0413, 0,5, 1"), ("Budget!B2", ""),
    ("Budget!B3:B3", ""), ("Ark!B2:B6", ""), ("andet", ""), ("Budget!D2:D6", "")])
def test_the_first_three_that_hold_something_are_shown(value: str, wanted: str) -> None:
    assert sample(TAKEN, value) == wanted


def test_a_long_text_is_cut() -> None:
    assert sample(TAKEN, "Budget!A2:A6").startswith("Fx Skole 01, En skole med et meget langt n")
    assert len(shown("x" * 100)) == LONGEST + 1 and shown(True) == "True"
