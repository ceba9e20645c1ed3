"""What the user should know: what nobody has chosen, what was asked for in vain, and a pool of nothing."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan
from tests import builders
from tests.addin.actions import acting
from tests.addin.sheets.test_trin import COLUMNS, ROWS
from tests.planning import MADE, case, planned, refused, texts
from tests.pools import RANDERS, houses, with_pools

UNSAID = ("0-2-årige vejer 1,8 (KORA 2017), for der står ikke andet. Skal alle børn tælle ens, så sæt Vægt for "
          "0-2-årige til 1.")


def made(columns: Any = COLUMNS, **values: Any):
    return case({"Ark": ROWS}, columns, **{"pulje": 10_000, **values})


def test_a_weight_nobody_has_chosen_is_told() -> None:
    assert UNSAID in texts(planned(made()).warnings)
    assert UNSAID not in texts(planned(made(vaegt=1.8)).warnings)
    assert UNSAID not in texts(planned(made(boern_til_kr="antal")).warnings)
    key = {**{k: at for k, at in COLUMNS.items() if k != "belastning"}, "noegle": "Ark!$D$2:$D$4"}
    assert UNSAID not in texts(planned(made(key)).warnings)  # there it is 1


def test_a_setting_the_key_does_not_have_is_told() -> None:
    answer = fordel_pulje(made().snapshot(), {"samling": "maks"}, MADE, "0")
    assert isinstance(answer, Plan)
    assert "Leverede antal: samles ved er ikke brugt: nøglen laves af belastning." in texts(answer.messages)
    assert not any("samles ved" in message for message in texts(planned(made()).messages))


def test_columns_that_are_one_key_are_not_said_to_be_unused() -> None:
    rows = [["Institution", "Børn", "2023", "2024", "Andet"], ["Solen", 10, 3, 4, 7], ["Månen", 20, 5, 6, 8]]
    taken = case({"Ark": rows}, {"antal_institution": "Ark!$A$2:$A$3", "antal_kriterier": "Ark!$C$2:$D$3"},
                 pulje=1000, samling="maks")
    answer = fordel_pulje(taken.snapshot(), {"grundlag": "leverede antal"}, MADE, "0")
    assert isinstance(answer, Plan)
    assert [message for message in texts(answer.messages) if "ikke brugt" in message] == [
        'Ark!E1: kolonnen "Andet" er ikke brugt.']


def test_a_pool_of_nothing_and_one_below() -> None:
    assert "Puljen er 0 kr., så ingen får noget." in texts(planned(made(pulje=0)).warnings)
    assert refused(made(pulje=-5)) == (
        'Puljen er negativ (-5 kr.). Er det et beløb, der skal findes, så skriv det uden minus, og sæt "Pengene er en" '
        "til besparelse (--retning besparelse). Se Valg!B1.")


def test_a_pool_that_was_taken_from_first_is_told_where_it_is_too_small() -> None:
    said = refused(made(minimum=3000, centralt=2000))
    assert "puljen er 8.000 kr. Pulje 10.000 kr. - central pulje 2.000 kr. = 8.000 kr. efter nøglen." in said
    assert "efter nøglen" not in refused(made(minimum=5000))


def test_a_count_is_told_as_a_count_and_an_amount_as_an_amount() -> None:
    told = dict(planned(made(taerskel=0.01)).summary["noegletal"])
    assert told["Institutioner i alt"] == told["Institutioner med penge"] == "3"
    assert told["Pulje, kr."] == told["Fordelt, kr."] == "10.000 kr." and told["Tærskel"] == "1 %"


def test_hidden_rows_are_used_and_told() -> None:
    first, pool = acting.SIMPLE.sheets
    hidden = dataclasses.replace(acting.SIMPLE, sheets=(dataclasses.replace(first, hidden_rows=frozenset({2})), pool))
    plan = acting.planned(hidden)
    assert acting.amounts(plan) == acting.amounts(acting.planned(acting.SIMPLE))
    assert "1 skjult række er med i fordelingen: Birken." in texts(plan.warnings)


def test_blank_figures_count_zero_and_are_told() -> None:
    blank = builders.snapshot(Budget=[builders.HEADINGS, *builders.ROWS, ("Dueurten", None, 10, 0.3)],
                              Pulje=builders.POOL)
    plan = acting.planned(blank)
    assert acting.amounts(plan)["Dueurten"] > 0
    assert 'Tomme celler i "0-2 år" tæller 0 for 1 institution: Dueurten.' in texts(plan.warnings)


def test_percentages_typed_as_whole_numbers_are_told_where_a_threshold_reads_them() -> None:
    rows = [(name, young, old, 100 * need) for name, young, old, need in builders.ROWS]
    plan = acting.planned(builders.snapshot(Budget=[builders.HEADINGS, *rows], Pulje=builders.POOL), taerskel="8%",
                          belastning_i="point")
    assert any("100 gange for lav" in warning for warning in texts(plan.warnings))
    assert not any("100 gange" in warning for warning in texts(acting.planned(acting.SIMPLE, taerskel="8%").warnings))


def test_more_children_counted_than_there_are_is_told() -> None:
    few = builders.snapshot(I=[acting.HOUSES[0], ("A", 0, 1), acting.HOUSES[2]],
                            Børn=[acting.CHILD_HEADS, *acting.CHILD_ROWS], Pulje=acting.CHILD_POOL)
    said = texts(acting.planned(few).warnings)
    assert "Der er talt flere børn, end der går i A: se børnetallet og børnearket." in said


def of_cap(**values: Any) -> list[str]:
    """5.000, 3.000 and 2.000 kr. to 30, 30 and 40 children, held under a cap per child."""
    rows = [["Institution", "Børn", "Nøgle"], ["Solen", 30, 5], ["Månen", 30, 3], ["Stjernen", 40, 2]]
    taken = case({"Ark": rows}, {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4"},
                 **{"pulje": 10_000, **values})
    return [text for text in texts(planned(taken).warnings) if "oftet" in text and "bestemmer" not in text]


@pytest.mark.parametrize("cap, said", [
    (150, "Loftet flytter 500 kr. til de andre fra 1 institution, der ellers havde fået mere: Solen."),
    (100, "Loftet flytter 2.000 kr. til de andre fra 1 institution, der ellers havde fået mere: Solen."),
    (90, "Loftet tager 2.600 kr. fra 2 institutioner, der ellers havde fået mere: Solen, Månen. 1.600 kr. af det går "
         "til de andre."),
    (50, "Loftet tager 5.000 kr. fra 2 institutioner, der ellers havde fået mere: Solen, Månen.")])
def test_what_a_cap_takes_goes_to_the_others_as_far_as_their_own_caps_let_it(cap: float, said: str) -> None:
    assert said in of_cap(loft=cap)


def test_what_a_pool_cannot_place_is_said_to_go_on_where_it_does() -> None:
    capped = RANDERS[0] | {"Loft, kr. pr. barn": 1_000}
    stays, goes_on = (texts(planned(houses(capped | {"Tilovers": where}, RANDERS[1])).warnings)
                      for where in ("bliver", "Alle"))
    why = "alle med vægt er ved deres loft eller grænse"
    assert f"Vuggestuer: 1.004.000 kr. af puljen kan ikke fordeles: {why}." in stays
    assert f"Vuggestuer: 1.004.000 kr. går videre til Alle: {why}." in goes_on
    assert any("er ikke fordelt" in text for text in stays) and not any("ikke fordel" in text for text in goes_on)
    rounded = RANDERS[0] | {"Afrunding, kr.": 100_000, "Tilovers": "Alle"}
    told = texts(planned(houses(rounded, RANDERS[1])).warnings)
    assert "Vuggestuer: 30.000 kr. går videre til Alle, fordi beløbene er hele antal af 100.000 kr." in told


def test_a_pools_own_burden_that_is_not_weighted_is_told() -> None:
    """The weight is that of the workbook's key, a finished one, of which nobody has chosen any."""
    head = ["Institution", "Børn 0-2", "Børn 3-5", "Nøgle", "Andel"]
    rows = [head, ["Solen", 10, 20, 5, 0.1], ["Månen", 5, 30, 3, 0.2]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in (
        ("navn", "A"), ("boern_0_2", "B"), ("boern_3_5", "C"), ("noegle", "D"))}
    pools = ({"Pulje": "En", "Beløb, kr.": 100}, {"Pulje": "To", "Beløb, kr.": 100, "Nøgle": "Andel",
                                                  "Nøglen er": "belastning"})
    told, chosen = (texts(planned(with_pools(case({"Ark": rows}, columns, pulje=200, **values), *pools)).warnings)
                    for values in ({}, {"vaegt": 1.8}))
    assert "To: Alle børn tæller ens, for der står ikke andet. Skal 0-2-årige veje 1,8 (KORA 2017), så sæt Vægt for " \
           "0-2-årige til det." in told
    assert not any("tæller ens" in text for text in chosen)
