"""The whole action where there are several pools, and where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.actions.flere_puljer import beside
from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions, Recalculated
from tests.addin.regn.test_puljer import run as regnet_puljer
from tests.calc.office import Office
from tests.planning import MADE, WHY, amounts, cells, distributed, planned, prove, refused, status, texts
from tests.pools import HEAD, HOUSES, RANDERS, cell, houses
from workbook_templates import fordel_puljer as spec

GARANTI = {"Pulje": "Garanti", "Garanti": 0.95}


def test_one_row_gives_todays_plan() -> None:
    """Cell by cell and name by name: a sheet with one pool that says nothing else is as no sheet."""
    assert planned(houses({"Pulje": "Pulje"})) == planned(houses())


def test_one_row_with_an_amount_of_its_own_is_one_distribution() -> None:
    plan = planned(houses(RANDERS[0]))
    assert [sheet.name for sheet in plan.sheets] == ["Fordeling", "Fordeling bilag", "Fordeling trin",
                                                     "Fordeling kontrol", "Fordel opsætning"]
    assert sum(amounts(plan).values()) == 1_230_000
    assert plan.sheets[0].cells[0].value == "Fordeling af pulje: Vuggestuer"


def test_the_sheets_of_two_pools_in_the_order_they_are_read() -> None:
    names = [sheet.name for sheet in planned(houses(*RANDERS)).sheets]
    assert names == ["Fordeling", "Fordeling bilag", "Fordeling kontrol",
                     *(f"Fordeling{what} (pulje {number})" for number in (1, 2)
                       for what in ("", " bilag", " trin", " kontrol")), "Fordel opsætning"]


def test_randers_two_pools_beside_the_proposals_one() -> None:
    """1,23 mio. kr. and 8,36 mio. kr. are the 9,59 mio. kr. of the proposal; fictive keys. Druen, of the vuggestuer:
    1.230.000 x 2 / 19 = 129.473,68 and 8.360.000 x 2 / 52 = 321.538,46; in one pool 9.590.000 x 2 / 52 = 368.846,15."""
    two, one = amounts(planned(houses(*RANDERS))), amounts(planned(houses()))
    assert sum(two.values()) == sum(one.values()) == 9_590_000
    assert two["Druen"] == 129_474 + 321_539 and one["Druen"] == 368_846
    assert two["Birken"] == 1_446_923 and one["Birken"] == 1_659_808  # no vuggestue: it gives


def test_the_users_sheet_is_not_written() -> None:
    assert not any(sheet.key == "puljer" for sheet in planned(houses(*RANDERS)).sheets)


def test_what_is_told_has_the_name_of_its_pool_or_is_told_once() -> None:
    plan = planned(houses(RANDERS[0] | {"Tærskel": 0.10}, RANDERS[1]))
    assert any(text.startswith("Vuggestuer: ") and "tærsklen" in text for text in texts(plan.warnings))


def test_key_figures_of_the_sum_are_told_each_with_its_note_and_without_a_rate() -> None:
    told = planned(houses(*RANDERS)).summary
    assert len(told["noegletal"]) == len(told["noter"]) and ("Fordelt, kr.", "9.590.000 kr.") in told["noegletal"]
    assert not any(label.startswith("Sats") for label, _ in told["noegletal"])


def test_columns_the_pools_use_are_not_told_as_unused() -> None:
    told = " ".join(texts(planned(houses(*RANDERS)).messages))
    assert "Udsatte 0-2" not in told and '"Type"' not in told and "I fjor små" in told


def test_back_to_one_pool_takes_the_sheets_of_the_others_away() -> None:
    taken = houses().snapshot()
    ours = {"fordeling /1": "Fordeling (pulje 1)", "trin /2": "Fordeling trin (pulje 2)", "fordeling b/1": "B"}
    answer = fordel_pulje(replace(taken, ours=ours), WHY, MADE, "0")
    assert isinstance(answer, Plan) and set(answer.drop) == {"fordeling /1", "trin /2"}


@pytest.mark.parametrize("more, why", [
    ({"garanti": 0.9}, "Garanti, mindst af sidste år"), ({"andel_nyt": 0.5}, "Indfasning")])
def test_what_is_of_the_whole_is_refused_with_several(more: dict[str, float], why: str) -> None:
    assert why in refused(houses(*RANDERS, **more))


@pytest.mark.soffice
def test_the_control_notices_in_a_real_libreoffice(office: Office, tmp_path) -> None:
    """A krone moved on a pool's page and on the sum; a cell of Fordel puljer; a type, a key and a name."""
    prove(office, houses(*RANDERS), tmp_path, [
        ("Fordeling (pulje 1)!E12", 388_422), {"Fordeling (pulje 1)!E12": 388_422, "Fordeling (pulje 1)!E13": 258_946},
        ("Fordeling!D13", 388_422), ("Fordeling!D14", 0), ("Fordeling!F19", 1),
        (cell("Beløb, kr."), 1_230_001), (cell("Tærskel", 1), 0.1), (cell("Pulje", 2), "Ny"),
        ("Ark!B3", "Vuggestue"), ("Ark!E2", 7), ("Ark!F4", 13), ("Ark!A5", "Duen")])


@pytest.mark.soffice
def test_each_pool_has_a_control_of_its_own(office: Office, tmp_path) -> None:
    taken = houses(RANDERS[0] | {"Loft, kr. pr. barn": 5_000, "Tilovers": "til Alle", "Tekst": "Prioriteres"},
                   RANDERS[1] | {"Grundbeløb, kr.": 50_000}, GARANTI)
    office.open(str(distributed(taken, tmp_path)))
    try:
        assert status(office) == "OK" and office.errors() == []
        assert [office.get(f"Fordeling kontrol (pulje {number})!C4") for number in (1, 2)] == ["OK", "OK"]
    finally:
        office.close()


@pytest.mark.soffice
def test_a_guarantee_of_the_sum_is_proved(office: Office, tmp_path) -> None:
    prove(office, houses(*RANDERS, GARANTI), tmp_path, [
        ("Ark!H5", 890_000), (cell("Garanti", 2), 0.94), ("Fordeling!G15", 1_235_847),
        {"Fordeling!G15": 1_235_847, "Fordeling!G17": 1_998_653}, ("Fordeling!F15", -117_191)])


@pytest.mark.soffice
def test_a_share_of_a_frame_that_is_half_an_oere_is_what_its_formula_gives(office: Office, tmp_path) -> None:
    taken = houses({"Pulje": "En", "Beløb, kr.": "1,5 % af 81.628.947", "Afrunding, kr.": 0.01}, RANDERS[1])
    assert sum(amounts(planned(taken)).values()) == pytest.approx(1_224_434.21 + 8_360_000, abs=1e-6)
    prove(office, taken, tmp_path, [(cell("Beløb, kr."), "1,5 % af 81.628.946")])


@pytest.mark.soffice
def test_words_of_a_row_are_read_with_whatever_blanks_stand_around_and_in_them(office: Office, tmp_path) -> None:
    taken = houses({"Pulje": "Til\nudsatte ", "Beløb, kr.": "1,5 % af\n82 mio.\n", "Loft, kr. pr. barn": " Ingen\n",
                    "Prøves på": "Modtager ", "Tærskel": 0.01, "Nøgle": " udsatte\n", "Tilovers": "til\ntil rest"},
                   RANDERS[1] | {"Pulje": "Til rest"}, loft=100_000)
    prove(office, taken, tmp_path, [(cell("Beløb, kr."), "1,5 % af 83 mio."), (cell("Loft, kr. pr. barn"), 5_000),
                                    (cell("Loft, kr. pr. barn"), None)])


@pytest.mark.parametrize("rows", [RANDERS, RANDERS[:1]])
@pytest.mark.parametrize(("looks", "asked"), [
    ({"struck": frozenset({(2, 1)})}, "Pulje: 1 celle er streget over (Fordel puljer!B3)."),
    ({"formats": {(2, 1): "0%"}}, "Pulje: Fordel puljer!B3 viser 123.000.000 % på skærmen, men rummer 1.230.000."),
    ({"struck": frozenset({(2, 2)})}, "")])
def test_the_cells_of_a_row_are_looked_at_as_the_users_others(rows: Any, looks: dict[str, Any], asked: str) -> None:
    taken = houses(rows[0] | {"Beløb, kr.": 1_230_000.0}, *rows[1:]).snapshot()
    seen = replace(taken, sheets=tuple(replace(sheet, **looks) if sheet.name == "Fordel puljer" else sheet
                                       for sheet in taken.sheets))
    answer = fordel_pulje(seen, WHY, MADE, "0")
    if not asked:
        assert isinstance(answer, Plan)
    else:
        assert isinstance(answer, Questions) and answer.questions[0].text.startswith(asked)
        assert isinstance(fordel_pulje(seen, {**WHY, answer.questions[0].setting: answer.questions[0].choices[0][0]},
                                       MADE, "0"), Plan)


LAST_YEAR = [[*line[:7], amount] for line, amount in zip(
    HOUSES[1:], (900_000, 1_600_000, 2_000_000, 900_000, 3_400_000, 790_000))]


def with_last_year(times: float) -> list[list[object]]:
    return [list(HOUSES[0]), *([*line[:7], line[7] * times] for line in LAST_YEAR)]


@pytest.mark.soffice
def test_a_guarantee_that_takes_all_there_is_is_proved(office: Office, tmp_path) -> None:
    """Everyone is at last year's amount: there is no rate, and it is as right as any."""
    taken = houses({"Pulje": "En", "Beløb, kr.": 5_000_000}, {"Pulje": "To", "Beløb, kr.": 4_590_000},
                   GARANTI | {"Garanti": 1.0}, table=with_last_year(1))
    assert list(amounts(planned(taken)).values()) == [line[7] for line in LAST_YEAR]
    prove(office, taken, tmp_path, [("Ark!H5", 890_000), {"Fordeling!F15": 900_001, "Fordeling!F14": 1_999_999}])


@pytest.mark.soffice
@pytest.mark.parametrize(("more", "decimals"), [(7, 4), (7.77, 2)])
def test_a_guarantee_of_a_sum_whose_rests_have_fewer_decimals_is_proved(office: Office, tmp_path, more: float,
                                                                        decimals: int) -> None:
    unit = {"Afrunding, kr.": 0.01 if more % 1 else 1}
    taken = houses({"Pulje": "En", "Beløb, kr.": 5_000_000_000, **unit},
                   {"Pulje": "To", "Beløb, kr.": 4_590_000_000 + more, **unit}, GARANTI,
                   table=with_last_year(1000.00037))
    assert decimals in cells(planned(taken), "kontrol").values()
    prove(office, taken, tmp_path, [("Ark!H5", 890_000_000)])


def test_shares_of_a_pool_stand_beside_the_amounts_of_pools_by_the_same_counts() -> None:
    same = regnet_puljer({"Pulje": "En", "Beløb, kr.": 9_000_000}, {"Pulje": "To", "Beløb, kr.": 4_500_000})
    assert [[other.regnet is pool.regnet for pool in same.delt] for others in beside(same) for other in others] == [
        [False, True], [True, False]]
    assert beside(regnet_puljer(*RANDERS)) == [(), ()]


def test_where_shares_and_coarse_amounts_tell_more_together_there_are_none() -> None:
    rows = [{"Pulje": name, "Beløb, kr.": amount, "Afrunding, kr.": unit}
            for name, amount, unit in (("En", 9_000_000, 1), ("To", 4_500_000, 300_000))]
    pages = {sheet.key: sheet for sheet in planned(houses(*rows)).sheets}
    shown = {key: any(cell.value == "Andel, der tæller med" for cell in pages[key].cells)
             for key in ("fordeling /1", "fordeling /2")}
    assert shown == {"fordeling /1": True, "fordeling /2": False}


def test_who_computed_the_formulas_is_told_once_of_all_pools_and_their_rows() -> None:
    """Two keys, a children's column that both use, and the amount of one pool are formulas; a column nobody uses is
    one too."""
    taken = houses(*RANDERS).snapshot()
    at = {"Ark": [(1, 3), (1, 4), (3, 5), (1, 6)], spec.ARK: [(HEAD, 1)]}
    values = {name: {place: taken.sheet(name).value(*place) for place in places}  # type: ignore[union-attr]
              for name, places in at.items()}
    sheets = [replace(sheet, formulas=dict.fromkeys(at[sheet.name], "=1")) if sheet.name in at else sheet
              for sheet in taken.sheets]
    taken = replace(taken, sheets=tuple(sheets), recalculated=Recalculated("LibreOffice 24", values))
    answer = fordel_pulje(taken, WHY, MADE, "0")
    assert isinstance(answer, Plan), answer
    (told,) = [text for text in texts([*answer.messages, *answer.warnings]) if "--genberegn" in text]
    assert told.endswith("(--genberegn): 4 af 4 formler, der bruges.")
