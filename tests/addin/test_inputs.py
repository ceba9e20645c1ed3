"""Numbers that stand as text: in forms only Danes write they are used and told; what can be read twice is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.danish import number_in_text
from addin.inputs import Texts, cell_number
from addin.workbook import Refusal, Sheet
from tests.calc.office import Office
from tests.planning import Case, amounts, asked, case, cell_of, planned, prove, refused, table, texts

ROWS = [["Navn", "0-2", "3-5", "Behov", "Før"], ["A", "10", 20, "4,2 %", "kr. 12.000"], ["B", 0, 40, 0.05, 5000],
        ["C", 20, "10", 0.2, "1.234,5"]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(
    ("navn", "boern_0_2", "boern_3_5", "belastning", "sidste_aar"), "ABCDE", strict=True)}


def changed(cell: str, value: Any, **values: Any) -> Case:
    rows = [list(row) for row in ROWS]
    rows[int(cell[1:]) - 1]["ABCDE".index(cell[0])] = value
    return case({"Ark": rows}, COLUMNS, **{"pulje": 100_000, **values})


AS_TEXT = changed("A1", "Navn")


def test_unambiguous_text_is_read_and_told() -> None:
    """1,8 x 10 + 20 = 38, 40, 46; keys 1,596, 2, 9,2 of 12,796: 12.472,65, 15.629,88 and 71.897,47."""
    plan = planned(AS_TEXT)
    assert amounts(plan) == {"A": 12_473, "B": 15_630, "C": 71_897}
    assert ('5 tal står som tekst og er læst som tal: Ark!B2 "10" er 10, Ark!C4 "10" er 10, Ark!D2 "4,2 %" er 0,042, '
            'Ark!E2 "kr. 12.000" er 12000, Ark!E4 "1.234,5" er 1234,5.') in texts(plan.warnings)
    result = table(plan, "fordeling")
    assert [result[name]["Sidste år"] for name in "ABC"] == [12_000, 5_000, 1_234.5]


def test_what_can_be_read_two_ways_is_asked() -> None:
    assert asked(changed("E2", "1.234")) == {"punktum"}


def test_what_can_be_read_two_ways_is_never_read_without_an_answer() -> None:
    with pytest.raises(Refusal, match='Ark!A1: "1.234" står som tekst og kan læses på to måder: 1234 eller 1,234.'):
        cell_number(Sheet("Ark", [["1.234"]]), 0, 0, "antal", texts=Texts())


@pytest.mark.parametrize(("said", "amount"), [("tusind", 1234), ("decimal", 1.234)])
def test_the_user_says_which(said: str, amount: float) -> None:
    plan = planned(changed("E2", "1.234", punktum=said))
    assert table(plan, "fordeling")["A"]["Sidste år"] == amount
    assert any('Ark!E2 "1.234" er ' in warning for warning in texts(plan.warnings))


@pytest.mark.parametrize("text", ["n/a", "1,234", "1.5", "12 børn", "-", "0.500"])
def test_other_text_is_refused_as_before(text: str) -> None:
    assert f'Ark!B2: "{text}" er ikke et tal' in refused(changed("B2", text))


def test_a_negative_number_as_text_is_negative() -> None:
    assert "Ark!B2: Fordel_boern_0_2 kan ikke være negativ" in refused(changed("B2", "-1"))
    assert table(planned(changed("E2", "-1.000,5")), "fordeling")["A"]["Sidste år"] == -1000.5


def test_a_thousand_does_not_begin_with_nothing() -> None:
    assert number_in_text("0.500") is None
    assert number_in_text("0,500") == 0.5
    assert number_in_text("012.500") is None


@pytest.mark.soffice
def test_the_control_takes_the_text_as_it_was_and_no_other(office: Office, tmp_path: Path) -> None:
    taken = changed("E2", "1.234", punktum="tusind")
    prove(office, taken, tmp_path, [
        ("Ark!B2", "11"), ("Ark!B2", 11), ("Ark!D2", "4,3 %"), ("Ark!E2", "1.235"), ("Ark!E2", 1.234),
        ("Ark!E4", "1.234,6"), ("Ark!C4", "ti"), (cell_of(taken, "punktum"), "decimal")])


@pytest.mark.soffice
def test_the_control_takes_text_in_other_units(office: Office, tmp_path: Path) -> None:
    taken = changed("E2", "1.234,5", enhed_sidste_aar="1.000 kr.", enhed_pulje="kr.")
    prove(office, taken, tmp_path, [("Ark!E2", "1.234,6"), ("Ark!E2", 1234.6),
                                    (cell_of(taken, "enhed_sidste_aar"), "kr.")])
