"""KORA's measures: who is in them, by which children, and where they are among KORA's 15 kommuner."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.run.differentiering import Differentiering, Plads, differentiering, in_key_figures, median, place, shown
from addin.sheets.figur import Tal
from addin.sheets.saetninger import compared
from addin.workbook import SheetPlan
from tests.planning import calculated, case
from udfs.catalogue import FUNCTIONS
from workbook_templates.kora_2017 import ALLE, DIFFERENTIERING, NOGLE

HEADINGS = ["Institution", "0-2 år", "3-5 år", "Nøgle", "Fast", "Virkning", "Grund", "Modtager", "Tæller"]
COLUMNS = dict(zip(("navn", "boern_0_2", "boern_3_5", "noegle", "fast", "fast_virkning", "fast_grund", "modtager",
                    "noegletal_med"), "ABCDEFGHI"))
THREE: list[list[Any]] = [["A", 20, 40, 10], ["B", 20, 40, 20], ["C", 20, 40, 30]]
SPECIAL = ["Specialbørnehaven", 5, 10, 0, 300_000, "i stedet for", "specialtilbud"]


def found(rows: list[list[Any]], *columns: str, **values: Any) -> Differentiering:
    used = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in COLUMNS.items()
            if key in ("navn", "boern_0_2", "boern_3_5", "noegle", *columns)}
    run = calculated(case({"Ark": [HEADINGS, *rows]}, used, **{"pulje": 1_000_000, **values}))
    measures = differentiering(run.first)
    assert measures is not None
    return measures


FAST = ("fast", "fast_virkning", "fast_grund")


@pytest.mark.parametrize("said, faktor, uden", [("uden", 3.0, ("Specialbørnehaven",)), ("med", 72 / 7, ())])
def test_a_fixed_amount_in_place_of_the_key_is_in_them_as_it_is_said(said: str, faktor: float,
                                                                     uden: tuple[str, ...]) -> None:
    measures = found([*THREE, SPECIAL], *FAST, fast_i_noegletal=said)
    assert measures.eget.faktor == pytest.approx(faktor, rel=1e-4)  # whole kroner
    assert (measures.uden, measures.med) == (uden, (True, True, True, said == "med"))


def test_a_column_goes_before_it() -> None:
    rows = [[*row, *[None] * (8 - len(row)), "ja" if row[0] != "C" else "nej"] for row in [*THREE, SPECIAL]]
    measures = found(rows, *FAST, "noegletal_med", fast_i_noegletal="uden")
    assert measures.uden == ("C",) and measures.med == (True, True, False, True)


def test_a_fixed_amount_besides_the_key_stays_in_them() -> None:
    rows = [*THREE[:2], [*THREE[2], 200_000, "oven i", "aftale"]]
    assert found(rows, *FAST, fast_i_noegletal="uden").uden == ()


def gathered(*key: float) -> list[list[Any]]:
    """A and the special one receive together, C by itself."""
    rows = [[*THREE[0], *[None] * 3, "Nord", None], [*SPECIAL, "Nord", "nej"], [*THREE[2], *[None] * 4]]
    rows[1][3] = key[0] if key else 0
    return rows


def test_of_a_recipient_of_several_its_amount_and_children_are_left_out() -> None:
    measures = found(gathered(), *FAST, "modtager", "noegletal_med")
    assert measures.med == (True, True) and measures.uden == ("Specialbørnehaven",) and measures.delte == ()
    assert measures.eget.faktor == pytest.approx(3)  # A 10 of 60 children, C 30 of 60


def test_the_picture_is_drawn_of_what_the_measures_are_of() -> None:
    """Nord without the special institution: A's amount over A's 60 children, a third of C's."""
    used = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in COLUMNS.items()}
    result = calculated(case({"Ark": [HEADINGS, *gathered()]}, used, pulje=1_000_000)).first
    amounts, children = shown(result)
    assert children == [60, 60] and amounts == pytest.approx([175_000, 525_000])
    assert sum(result.tildeling) == pytest.approx(1_000_000)
    per = [kr for kr in compared(result) if kr is not None]
    measures = differentiering(result)
    assert measures is not None and max(per) / min(per) == pytest.approx(measures.eget.faktor)
    drawn = Tal(SheetPlan("b", "B"), result, None, 0)
    assert drawn.values == pytest.approx([8_750, 2_916.67]) and drawn.mean == pytest.approx(700_000 / 120)


def test_where_nobody_is_outside_the_picture_is_of_all() -> None:
    used = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in COLUMNS.items() if letter in "ABCD"}
    result = calculated(case({"Ark": [HEADINGS, *THREE]}, used, pulje=1_000_000)).first
    assert shown(result) == (result.tildeling.tolist(), result.hoveder)


def test_where_it_shares_an_amount_by_the_key_it_cannot_be_left_out() -> None:
    rows = [[*row[:4], *[None] * 3, *row[7:]] for row in gathered(5)]
    measures = found(rows, "modtager", "noegletal_med")
    assert measures.uden == () and measures.delte == ("Specialbørnehaven",)
    assert measures.sagt() == ["Skulle være uden for nøgletal, men deler et beløb efter nøglen med andre hos samme "
                               "modtager og er regnet med: Specialbørnehaven."]


def test_nobody_left_is_no_measure_and_says_why() -> None:
    rows = [[*row, *[None] * 4, "nej"] for row in THREE]
    measures = found(rows, "noegletal_med")
    assert measures.eget.faktor is None and measures.eget.hvorfor == "Alle er uden for nøgletal."
    assert measures.sammenlignet() == ["Kan ikke sammenlignes med KORA 2017. Alle er uden for nøgletal."]
    assert not any(line.egen for line in measures.tabel())


# ------------------------------------------------------------------------------------- KORA's weight

AGES: list[list[Any]] = [["A", 40, 20, 10], ["B", 20, 41, 20], ["C", 2, 57, 30]]


@pytest.mark.parametrize("values, own, same, per", [
    ({}, 1.0, False, "barn"), ({"vaegt": 2}, 2.0, False, "vægtet barn"), ({"vaegt": 1.8}, 1.8, True, "vægtet barn"),
    ({"vaegt": 1.8, "boern_til_kr": "antal"}, 1.0, False, "barn")])
def test_also_by_children_weighted_as_kora_does(values: dict[str, Any], own: float, same: bool, per: str) -> None:
    measures = found(AGES, **values)
    children = {weight: [weight * young + old for _, young, old, _ in AGES] for weight in (own, 1.8)}
    for each, weight in ((measures.eget, own), (measures.kora, 1.8)):
        assert each.faktor == pytest.approx(FUNCTIONS["FORDEL_FAKTOR"]([166_667, 333_333, 500_000], children[weight]))
    assert (measures.er_kora, measures.barn) == (same, per)


def test_children_of_unknown_age_are_not_compared() -> None:
    run = calculated(case({"Ark": [["A", 10, 1], ["B", 10, 3]]}, {
        "navn": "Ark!$A$1:$A$2", "boern": "Ark!$B$1:$B$2", "noegle": "Ark!$C$1:$C$2"}, pulje=1000))
    measures = differentiering(run.first)
    assert measures is not None and measures.eget.faktor == 3 and measures.kora.faktor is None
    assert measures.plads("faktor") is None
    assert measures.sammenlignet() == ["Kan ikke sammenlignes med KORA 2017. Børnene er ikke delt på alder, så "
                                       "0-2-årige kan ikke veje 1,8."]


def test_a_saving_has_none() -> None:
    run = calculated(case({"Ark": [["A", 10, 1000], ["B", 10, 3000]]}, {
        "navn": "Ark!$A$1:$A$2", "boern": "Ark!$B$1:$B$2", "noegle": "Ark!$C$1:$C$2",
        "grundbudget": "Ark!$C$1:$C$2"}, pulje=100, retning="besparelse"))
    assert differentiering(run.first) is None and in_key_figures(run.first) == (True, True)


# ------------------------------------------------------------------------------------- among the 15

FAKTORER = [each.faktor for each in DIFFERENTIERING]


def test_the_table_is_koras() -> None:
    assert len(DIFFERENTIERING) == 15 and [each.tildeler for each in DIFFERENTIERING].count(NOGLE) == 5
    assert sorted(FAKTORER) == FAKTORER and (FAKTORER[0], FAKTORER[-1]) == (1.7, 44.3)
    kvartil = [each.kvartilfaktor for each in DIFFERENTIERING]
    assert (min(kvartil), max(kvartil)) == (1.7, 5.0)  # "varierer faktorerne fra 1,7 til 5"
    assert (median("faktor"), median("kvartilfaktor")) == (5.6, 2.4)
    assert {each.tildeler for each in DIFFERENTIERING[9:]} == {ALLE}  # the largest give to all


@pytest.mark.parametrize("value, expected, words", [
    (3.4, Plads(3, 15, 0, 2.6, 4.1), "mellem 2,6 og 4,1"), (1.2, Plads(1, 15, 0, None, 1.7), "under den laveste (1,7)"),
    (50, Plads(16, 15, 0, 44.3, None), "over den højeste (44,3)"),
    (4.8, Plads(6, 15, 2, 4.5, 5.6), "lige så stor som 2 af dem"), (4.75, Plads(6, 15, 2, 4.5, 5.6), None),
    (4.7499, Plads(6, 15, 0, 4.5, 4.8), None), (44.3, Plads(15, 15, 1, 25.9, None), "lige så stor som 1 af dem")])
def test_the_place_is_at_the_decimal_that_is_printed(value: float, expected: Plads, words: str | None) -> None:
    assert place(value, FAKTORER) == expected
    assert words is None or expected.told() == words


@given(st.floats(1, 60), st.sampled_from(["faktor", "kvartilfaktor"]))
def test_a_place_is_between_its_neighbours(value: float, name: str) -> None:
    among = [getattr(each, name) for each in DIFFERENTIERING]
    there = place(value, among)
    own = FUNCTIONS["FORDEL_AFRUND"]([value], 0.1)[0]
    assert there.under is None or there.under < own + 1e-9
    assert there.over is None or there.over > own - 1e-9
    assert (there.nr - 1) + there.lige + sum(each > own + 1e-9 for each in among) == len(among)


def test_it_is_told_among_all_and_among_those_alike() -> None:
    rows = [["A", 20, 40, 10], ["B", 20, 40, 34], ["C", 20, 40, 0]]
    measures = found(rows)
    assert measures.tildeler == NOGLE and len(measures.lignende) == 5
    assert measures.plads("faktor", lignende=True) == Plads(3, 5, 0, 2.6, 4.1)
    lines = measures.sammenlignet()
    assert lines[0] == ("Faktoren 3,4 er mellem 2,6 og 4,1, nr. 3 fra neden; midten af de 15 er 5,6. Af de 5, der "
                        "giver til nogle institutioner, er den mellem 2,6 og 4,1.")
    assert lines[-1] == ("KORA 2017, tabel 4.1: 15 kommuner, 2016, ikke systematisk udvalgt. Pr. barn, hvor 0-2-årige "
                         "vejer 1,8.")
    own = [line for line in measures.tabel() if line.egen]
    assert len(measures.tabel()) == 16 and [line.faktor for line in own] == [3.4]
    assert [line.faktor for line in measures.tabel()] == sorted([*FAKTORER, 3.4])


def test_those_who_give_to_all_are_ten() -> None:
    measures = found(THREE)
    assert measures.tildeler == ALLE and len(measures.lignende) == 10


# ------------------------------------------------------------------------------------- what the columns say

@pytest.mark.parametrize("cells, uden", [
    (("ja", "nej", "ja"), "B"), (("Ja", "NEJ", "j"), "B"), (("x", None, "x"), "B"), ((None, "nej", None), "B"),
    ((1, 0, 1), "B"), ((None, None, None), ""), (("nej", "nej", "ja"), "AB")])
def test_a_blank_says_the_other_of_what_the_rest_say(cells: tuple[Any, ...], uden: str) -> None:
    rows = [[*row, *[None] * 4, cell] for row, cell in zip(THREE, cells)]
    assert "".join(found(rows, "noegletal_med").uden) == uden


@pytest.mark.parametrize("cells, uden", list(zip(product(("x", "ja", 1), (None, "nej", 0)), "A" * 9)))
def test_the_opposite_column_says_the_opposite(cells: tuple[Any, Any], uden: str) -> None:
    rows = [[*row, cell] for row, cell in zip(THREE, (*cells, None))]
    run = calculated(case({"Ark": [HEADINGS, *rows]}, {
        **{key: f"Ark!${COLUMNS[key]}$2:${COLUMNS[key]}$4" for key in ("navn", "boern_0_2", "boern_3_5", "noegle")},
        "noegletal_uden": "Ark!$E$2:$E$4"}, pulje=1000))
    measures = differentiering(run.first)
    assert measures is not None and measures.uden == (uden,)
