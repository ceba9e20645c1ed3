"""The rows of "Fordel puljer" as they are read; what is wrong is refused with its cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.settings import puljer
from addin.workbook import BadCell, Refusal, area
from tests.planning import refused
from tests.pools import RANDERS, houses

EN, TO = {"Pulje": "En", "Beløb, kr.": 100}, {"Pulje": "To", "Beløb, kr.": 200}


def rows(*said: dict[str, Any]) -> list[puljer.Raekke]:
    return puljer.read(houses(*said).snapshot())


def test_a_workbook_without_the_sheet_has_no_rows() -> None:
    assert rows() == []


def test_rows_in_their_order_blank_ones_between_them_skipped() -> None:
    found = rows(EN, {}, TO)
    assert [(each.navn, each.row) for each in found] == [("En", 2), ("To", 4)]
    assert found[0].held == {"navn": "En", "beloeb": 100} and not found[0].plain


@pytest.mark.parametrize("written, amount, formula", [
    ("1 % af 100 mio.", 1_000_000, "ROUND(1.0/100*100.0*1000000,2)"),
    ("1,5 pct. af 2.000.000 kr.", 30_000, "ROUND(1.5/100*2000000.0*1,2)"),
    ("99 procent af 100 mio. kr.", 99_000_000, "ROUND(99.0/100*100.0*1000000,2)"),
    ("1,5 % af 81.628.947", 1_224_434.21, "ROUND(1.5/100*81628947.0*1,2)"),  # 1.224.434,205: half an øre goes up
    ("1,5 % af 81.628.946", 1_224_434.19, "ROUND(1.5/100*81628946.0*1,2)"),
    ("12,5 % af 60.429.669", 7_553_708.63, "ROUND(12.5/100*60429669.0*1,2)")])
def test_a_share_of_a_frame_is_an_amount(written: str, amount: float, formula: str) -> None:
    found = puljer.amount(rows(EN | {"Beløb, kr.": written})[0])
    assert found == (amount, f"IF(ISTEXT('Fordel puljer'!$B$3),{formula},\"\")")


def test_an_amount_is_a_number_or_that_of_the_settings() -> None:
    with_amount, without = rows(EN, {"Pulje": "To"})
    assert puljer.amount(with_amount) == (100, "'Fordel puljer'!$B$3") and puljer.amount(without) is None


def test_the_least_amount_is_a_krone_and_what_a_subtraction_leaves_of_nothing_is_none() -> None:
    for amount in (1, 0, 1e-9):
        assert puljer.amount(rows(EN | {"Beløb, kr.": amount})[0]) == (amount, "'Fordel puljer'!$B$3")


@pytest.mark.parametrize("written, said", [
    ("en mio.", 'Fordel puljer!B3: "en mio." er ikke et beløb.'),
    (-1, "Fordel puljer!B3: Beløb, kr. kan ikke være negativ."),
    (0.015, "Fordel puljer!B3: 0,015 er under 1 kr. Er det en andel, så skriv, hvad den er af: 1 % af 100 mio."),
    ("1.234 % af 2", "Fordel puljer!B3"), (BadCell("fejlen #REF!"), "Fordel puljer!B3: Beløb, kr. er fejlen #REF!")])
def test_what_is_no_amount_is_refused_with_its_cell(written: Any, said: str) -> None:
    with pytest.raises(Refusal) as told:
        puljer.amount(rows(EN | {"Beløb, kr.": written})[0])
    assert str(told.value).startswith(said)


@pytest.mark.parametrize("said, why", [
    ((EN, TO | {"Pulje": "EN "}), 'Fordel puljer!A4: "EN" står også i Fordel puljer!A3.'),
    ((EN, {"Beløb, kr.": 200}), "Fordel puljer!A4: puljen mangler et navn."),
    ((EN, TO | {"Pulje": 2027}), "Fordel puljer!A4: navnet er ikke en tekst."),
    ((EN, TO, {"Pulje": "I alt 2027:"}), 'Fordel puljer!A5: "I alt 2027:" ligner en sum'),
    ((EN, TO, {"Pulje": "Puljer i alt", "Beløb, kr.": 300}), 'Fordel puljer!A5: "Puljer i alt" ligner en sum'),
    ((EN, TO | {"Pulje": "x" * 61}), "Fordel puljer!A4: navnet er over 60 tegn."),
    ((EN, TO | {"Tilovers": "En"}), 'Fordel puljer!N4: "En" er ingen pulje længere nede.'),
    ((EN | {"Tilovers": "En"}, TO), 'Fordel puljer!N3: "En" er ingen pulje længere nede.'),
    ((EN, {"Pulje": "garanti", "Garanti": 0.9}), "Fordel puljer!A4: rækken Garanti gælder summen"),
    ((EN, {"Pulje": "Garanti", "Garanti": 0.9}, TO), "Fordel puljer!A4: rækken Garanti gælder summen"),
    ((EN, TO, {"Pulje": "Garanti"}), "Fordel puljer!K5: skriv, hvor stor en andel"),
    ((EN, TO, {"Pulje": "Garanti", "Garanti": 0.9, "Loft, kr. pr. barn": 5}), "Fordel puljer!H5: rækken Garanti"),
])
def test_rows_that_do_not_go_together_are_refused(said: tuple[dict[str, Any], ...], why: str) -> None:
    with pytest.raises(Refusal) as told:
        rows(*said)
    assert str(told.value).startswith(why)


def test_a_pool_whose_name_speaks_of_a_sum_is_one_where_it_is_not_that_of_the_others() -> None:
    assert len(rows(EN, TO, {"Pulje": "Samlet indsats", "Beløb, kr.": 301})) == 3
    assert len(rows(EN, {"Pulje": "Samlet indsats", "Beløb, kr.": 100})) == 2  # of one pool nobody makes a sum


@pytest.mark.parametrize("name, written", [
    ("To", "To"), ("To", "til To"), ("To", "Til  to"), ("Til udsatte", "til udsatte"),
    ("Til udsatte", "Til Til udsatte")])
def test_what_is_left_goes_on_to_a_later_pool_by_its_own_name(name: str, written: str) -> None:
    assert rows(EN | {"Tilovers": written}, TO | {"Pulje": name})[0].videre == name


def test_or_it_stays() -> None:
    assert [each.videre for each in rows(EN | {"Tilovers": "Bliver"}, TO)] == ["", ""]


def test_a_number_where_a_heading_is_asked_for_is_read_as_it_is_seen() -> None:
    assert rows(EN | {"Nøgle": 2027.0})[0].text("noegle") == "2027"


def test_a_sheet_without_pools_or_headings_says_what_to_do() -> None:
    taken = houses({})
    assert "har ingen puljer. Skriv en række, eller slet arket" in refused(taken)
    spoilt = taken._replace(sheets={**taken.sheets, "Fordel puljer": [["Pulje", "Beløb, kr."], ["En", 5]]})
    assert "kolonnen Nøgle" in refused(spoilt) and "række 1" in refused(spoilt)
    empty = taken._replace(sheets={**taken.sheets, "Fordel puljer": [["Noget"]]})
    assert "har ingen overskrifter Pulje og Beløb, kr." in refused(empty)


def test_a_heading_that_stands_twice_is_not_chosen_between() -> None:
    taken = houses(EN, TO)
    twice = [[*line, more] for line, more in zip(taken.sheets["Fordel puljer"], ("Beløb, kr.", None, 5, 6))]
    assert refused(taken._replace(sheets={**taken.sheets, "Fordel puljer": twice})) == (
        "Fordel puljer!Q1: overskriften Beløb, kr. står også i Fordel puljer!B1. Slet den ene kolonne.")


def test_without_the_line_of_the_settings_nobody_knows_where_the_pools_begin() -> None:
    taken = houses(EN, TO)
    head, _, *pools = taken.sheets["Fordel puljer"]
    assert "rækken Fordel opsætning under overskrifterne mangler" in refused(
        taken._replace(sheets={**taken.sheets, "Fordel puljer": [head, ["En af os"], *pools]}))


@pytest.mark.parametrize("box, why", [
    ("F3:F4", "Fordel puljer!F4 er flettet med Fordel puljer!F3"),
    ("A3:B3", "Fordel puljer!B3 er flettet med Fordel puljer!A3"), ("F4:F9", ""), ("A1:C1", "")])
def test_what_lies_under_merged_cells_is_not_blank(box: str, why: str) -> None:
    """Below the last pool, and over the first, nothing is hidden by it."""
    taken = houses(EN, TO).snapshot()
    place = area(f"'Fordel puljer'!{box}")
    assert place is not None
    merged = replace(taken, sheets=tuple(replace(sheet, merged=(place,)) if sheet.name == "Fordel puljer" else sheet
                                         for sheet in taken.sheets))
    if not why:
        assert [each.held for each in puljer.read(merged)] == [each.held for each in puljer.read(taken)]
        return
    with pytest.raises(Refusal, match=why):
        puljer.read(merged)


def test_what_the_rows_use_of_the_workbook_is_known() -> None:
    assert puljer.headings_used(houses(*RANDERS).snapshot()) == {"udsatte 0-2", "type"}
    assert puljer.headings_used(houses().snapshot()) == set() == puljer.cells_used(houses().snapshot())


def test_a_pool_in_a_hidden_row_is_told() -> None:
    taken = houses(EN, TO).snapshot()
    hidden = replace(taken, sheets=tuple(replace(sheet, hidden_rows=frozenset({0, 3})) if sheet.name == "Fordel puljer"
                                         else sheet for sheet in taken.sheets))
    assert puljer.told(puljer.read(taken)) == []
    assert [str(each) for each in puljer.told(puljer.read(hidden))] == [
        '1 skjult række på arket "Fordel puljer" er med: To.']
