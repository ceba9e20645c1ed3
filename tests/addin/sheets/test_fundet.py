"""What was found, as a terminal and a pane show it: where it stands, and whether anybody has said it."""

from __future__ import annotations

import datetime

import pytest

from addin.sheets.fundet import COUNT, found, shown
from tests.addin.sheets.committee import example
from tests.planning import calculated


def test_the_institutions_come_first_and_each_setting_has_its_place() -> None:
    lines = {line.label: line for line in found(calculated(example()).first.setup)}
    first = next(iter(lines.values()))
    assert (first.label, first.value) == (COUNT, "12") and "Ellehuset ... Lærken" in first
    assert "Valg!B1" in lines["Pulje"] and "2.400.000" in lines["Pulje"].value
    assert lines["Tærskel"].value == "8 %"


@pytest.mark.parametrize(("value", "style", "text"), [
    (0.08, "pct", "8 %"), (1200.5, "kr", "1.200,5"), (None, "kr", ""), ("antal", "tekst", "antal"),
    (datetime.date(2026, 8, 1), "dato", "1. august 2026")])
def test_a_value_as_a_dane_reads_it(value: object, style: str, text: str) -> None:
    assert shown(value, style) == text
