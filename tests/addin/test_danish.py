"""Numbers as they are typed on a Danish command line."""

from __future__ import annotations

import pytest

from addin.danish import listed, read_number
from addin.workbook import Refusal


@pytest.mark.parametrize(("text", "value"), [
    ("6400000", 6_400_000), ("6.400.000", 6_400_000), ("6.400.000,50", 6_400_000.5), ("0,08", 0.08), ("8%", 0.08),
    ("8 %", 0.08), ("8\u00a0%", 0.08), ("14.000 kr.", 14_000), ("14.000 KR", 14_000), ("-5", -5), ("1,8", 1.8),
    ("5/12", 5 / 12), ("=1/3", 1 / 3), (" =1/4 ", 0.25),
])
def test_danish_numbers_are_read(text: str, value: float) -> None:
    assert read_number(text, "x") == pytest.approx(value, abs=0)


def test_a_number_with_one_dot_before_three_figures_is_refused_with_both_readings() -> None:
    with pytest.raises(Refusal, match=r"Loft: \"1.234\" kan læses på to måder. Skriv 1234 eller 1,234."):
        read_number("1.234", "Loft")


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "1.23", "6,400,000", "1:3", "%", "1e5", "nan"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="er ikke et tal"):
        read_number(text, "x")


def test_a_long_list_is_cut_and_counted() -> None:
    assert listed(list("abcdefg"), 3) == "a, b, c og 4 til"
    assert listed(["a"]) == "a"
