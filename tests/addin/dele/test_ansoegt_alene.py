"""Applications that are shared without a key: to the krone as FORDEL_ANSOEGNING, re-done from the trail, and proven."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan
from tests.addin.sheets.udmelding.tape import wrong
from tests.addin.sheets.udmelding.test_beregning import lines_of
from tests.calc.office import Office
from tests.planning import (
    MADE,
    WHY,
    Case,
    amounts,
    calculated,
    case,
    cell_of,
    cells,
    key_figures,
    planned,
    prove,
    refused,
    table,
    texts,
)
from tests.pools import with_pools
from udfs.rules.fordel_ansoegning import FORDEL_ANSOEGNING

HEAD = ["Institution", "Børn", "Ansøgt beløb", "Prioritet", "Sidste år"]
CLAIMS, ORDER = [220_000, 260_000, 180_000, 90_000, 50_001, None], [1, 1, 2, 3, 2, None]
NAMES = ("Ellehuset", "Kastanjen", "Havnehuset", "Tjørnen", "Svalereden", "Lærken")
METHODS = {"prioritet": "prioritet", "lige afslag": "lige_afslag"}
# What each has applied for, in quarters of a krone, and its priority; somebody has.
PEOPLE = st.lists(st.tuples(st.integers(0, 40_000).map(lambda each: each / 4), st.integers(1, 3)), min_size=1,
                  max_size=7).filter(lambda each: any(claim for claim, _ in each))
ENOUGH, BORDER = 900_000, 480_000  # for all, and to the end of the first priority


def made(claims: Sequence[Any] = CLAIMS, order: Sequence[Any] = ORDER, how: str = "prioritet", **values: Any) -> Case:
    names = [*NAMES, *(f"Hus {number}" for number in range(len(claims)))][:len(claims)]
    rows = [HEAD, *([name, 30 + at, claim, place, 1000 * at]
                    for at, (name, claim, place) in enumerate(zip(names, claims, order)))]
    letters = {"navn": "A", "boern": "B", "ansoegt": "C", **({"prioritet": "D"} if how == "prioritet" else {})}
    columns = {key: f"Ark!${letter}$2:${letter}${len(claims) + 1}" for key, letter in letters.items()}
    return case({"Ark": rows}, columns, **{"pulje": 600_000, "ansoegninger_deles": how, **values})


def by_function(claims: Sequence[Any], order: Sequence[Any], how: str, pool: float, unit: float = 1) -> list[float]:
    return FORDEL_ANSOEGNING(pool, claims, METHODS[how], order if how == "prioritet" else None, unit).tolist()


def given_to(taken: Case) -> list[float]:
    return list(amounts(planned(taken)).values())


def test_in_turn_the_lowest_number_gets_it_all_first() -> None:
    """480.000 to the first; 120.000 of 230.001 to the second, in proportion."""
    plan = planned(made())
    assert list(amounts(plan).values()) == [220_000, 260_000, 93_913, 0, 26_087, 0]
    line = table(plan, "fordeling")["Havnehuset"]
    assert (line["Ansøgt"], line["Bevilget"], line["Afslag"]) == (180_000, 93_913, 86_087)
    assert line["Dækket, pct."] == pytest.approx(93_913 / 180_000)
    assert key_figures(plan)["Institutioner ved det ansøgte"] == 2
    told = " ".join(texts(plan.warnings))
    assert "1 institution får intet, for puljen slipper op før deres prioritet: Tjørnen." in told


def test_the_same_is_taken_from_all_and_who_applied_for_less_gets_nothing() -> None:
    """800.001 less 600.000 is 200.001: 40.000,2 from each of five; 190.000 from each of two where 100.000 is left."""
    plan = planned(made(how="lige afslag"))
    assert list(amounts(plan).values()) == [180_000, 220_000, 140_000, 50_000, 10_000, 0]
    assert key_figures(plan)["Afslag til hver, kr."] == pytest.approx(40_000.2)
    assert given_to(made(how="lige afslag", pulje=100_000)) == [30_000, 70_000, 0, 0, 0, 0]


@pytest.mark.parametrize("how", METHODS)
@pytest.mark.parametrize("pool", [0, 1, BORDER - 1, BORDER, BORDER + 1, 710_000, 710_001, 800_000, 800_001, ENOUGH])
def test_to_the_krone_as_the_function_in_a_cell(how: str, pool: float) -> None:
    assert given_to(made(how=how, pulje=pool)) == by_function(CLAIMS, ORDER, how, pool)


@given(PEOPLE, st.integers(0, 120), st.sampled_from([1, 100, 0.01, 12.5]), st.sampled_from(list(METHODS)))
def test_always_as_the_function(people: list[tuple[float, int]], part: int, unit: float, how: str) -> None:
    claims, order = zip(*people)
    pool = float(sum(claims) * part // 100)
    answer = fordel_pulje(made(claims, order, how, pulje=pool, afrunding=unit).snapshot(), WHY, MADE, "0")
    assert isinstance(answer, Plan), answer
    assert list(amounts(answer).values()) == by_function(claims, order, how, pool, unit)


@given(PEOPLE, st.integers(0, 120), st.sampled_from([1, 100]), st.sampled_from(list(METHODS)))
def test_the_statement_is_re_done_with_a_calculator(people: list[tuple[float, int]], part: int, unit: float, how: str
                                                     ) -> None:
    claims, order = zip(*people)
    taken = made(claims, order, how, pulje=float(sum(claims) * part // 100), afrunding=unit)
    result = calculated(taken).first
    for at in range(result.n):
        assert wrong(lines_of(result, at)) == []


@pytest.mark.parametrize("pool", [100_000, BORDER, 600_000, ENOUGH])
def test_the_trail_is_re_done_from_left_to_right_in_turn(pool: float) -> None:
    """What stands before each, whether its turn comes, and all of it where the pool lasts to the end of the turn."""
    lines = table(planned(made(pulje=pool)), "trin")
    people = [lines[name] for name in NAMES[:5]]
    for line in people:
        before = sum(other["Loft"] for other in people if other["Prioritet"] < line["Prioritet"])
        turn = sum(other["Loft"] for other in people if other["Prioritet"] == line["Prioritet"])
        assert (line["Ansøgt før"], line["Til og med"]) == (before, before + turn)
        assert line["Vægt"] == (line["Ansøgt"] if pool > before else 0)
        assert (line.get("Minimum") or 0) == (line["Loft"] if pool >= before + turn else 0)
        assert line["Tildeling"] == pytest.approx(line["Før afrunding"] + line["Afrunding"])


@pytest.mark.parametrize("pool", [0, 100_000, 600_000, ENOUGH])
def test_and_of_losses(pool: float) -> None:
    plan = planned(made(how="lige afslag", pulje=pool))
    loss = key_figures(plan)["Afslag til hver, kr."]
    for name in NAMES[:5]:
        line = table(plan, "trin")[name]
        assert line["Afslag"] == pytest.approx(min(loss, line["Loft"]))
        assert line["Før afrunding"] == pytest.approx(line["Loft"] - line["Afslag"])
    said = " ".join(str(value) for value in cells(plan, "trin").values())
    if pool == 600_000:
        assert "Sats: (800.001 kr. ansøgt af dem, der får noget, - 600.000 kr.) / 5 = 40.000,2 kr. til hver" in said


def test_the_page_says_how_in_words() -> None:
    shown = {how: cells(planned(made(how=how)), "fordeling").values() for how in METHODS}
    pages = {how: " ".join(" ".join(value.split()) for value in values if isinstance(value, str))
             for how, values in shown.items()}
    assert "Ansøgningerne får det hele i den rækkefølge, de er prioriteret, til puljen slipper op" in pages["prioritet"]
    assert "Ansøgningerne får alle samme afslag i kr." in pages["lige afslag"]
    assert not any("Pengene følger" in page or "Loftet eller garantien" in page for page in pages.values())


@pytest.mark.parametrize(("place", "said"), [
    (None, "Ark!D4: Havnehuset har ansøgt om 180.000 kr. og har ingen prioritet."),
    ("høj", 'Ark!D4: "høj" er ikke et tal'), (1.5, "Ark!D4: prioriteten for Havnehuset er 1,5. Skriv et helt tal"),
    (0, "Ark!D4: prioriteten for Havnehuset er 0."), (-1, "Ark!D4")])
def test_a_priority_that_is_none_is_refused_with_its_cell(place: Any, said: str) -> None:
    assert said in refused(made(order=[1, 1, place, 3, 2, None]))


def test_who_applies_for_nothing_needs_no_priority() -> None:
    taken = made([100, None, 0], [1, None, None], pulje=60)
    assert given_to(taken) == [60, 0, 0]
    assert "Kastanjen: ansøgt er tom og tæller 0." in cells(planned(taken), "bilag").values()


@pytest.mark.parametrize("how", METHODS)
@pytest.mark.parametrize(("key", "value"), [
    ("loft", 5000), ("minimum", 10), ("taerskel", 0.1), ("grundbeloeb", 100), ("garanti", 0.9), ("hoejst", 1.1),
    ("andel_nyt", 0.5)])
def test_nothing_else_bounds_them_and_the_reason_is_said(how: str, key: str, value: float) -> None:
    said = refused(made(how=how, **{key: value}))
    assert f"kan ikke bruges, når ansøgninger deles ved {how}: " in said and "Tøm den" in said


def test_nor_can_there_be_none_that_has_applied() -> None:
    assert "ingen har søgt om noget, og puljen er 600.000 kr." in refused(made([0, 0], [1, 2])).replace("Ansøgt: ", "")
    assert given_to(made([0, 0], [1, 2], pulje=0)) == [0, 0]


def test_several_institutions_of_one_recipient_have_no_priority_together() -> None:
    rows = [["Institution", "Dagtilbud", "Ansøgt", "Prioritet"], ["A", "Nord", 100, 1], ["B", "Nord", 50, 2]]
    columns = {"navn": "Ark!$A$2:$A$3", "modtager": "Ark!$B$2:$B$3", "ansoegt": "Ark!$C$2:$C$3"}
    grouped = case({"Ark": rows}, {**columns, "prioritet": "Ark!$D$2:$D$3"}, pulje=90, ansoegninger_deles="prioritet")
    assert "når flere institutioner har samme modtager" in refused(grouped)
    assert amounts(planned(case({"Ark": rows}, columns, pulje=90, ansoegninger_deles="lige afslag"))) == {"Nord": 90}


def test_a_pool_s_own_key_is_refused() -> None:
    said = refused(with_pools(made(), {"Pulje": "Alle", "Beløb, kr.": 600_000, "Nøgle": "Børn"}))
    assert "kan ikke bruges, når ansøgninger deles ved prioritet, for det sker efter det ansøgte alene" in said


@pytest.mark.soffice
@pytest.mark.parametrize("pool", [100_000, BORDER, 600_000, ENOUGH])
def test_the_control_proves_the_turns(office: Office, tmp_path: Path, pool: float) -> None:
    taken = made(pulje=pool)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "prioritet", 3), 4), (cell_of(taken, "prioritet"), 2), (cell_of(taken, "ansoegt"), 220_001),
        (cell_of(taken, "prioritet", 5), 1), (cell_of(taken, "ansoegninger_deles"), "lige afslag")])


@pytest.mark.soffice
@pytest.mark.parametrize("pool", [0, 100_000, 600_000, ENOUGH])
def test_the_control_proves_equal_losses(office: Office, tmp_path: Path, pool: float) -> None:
    taken = made(how="lige afslag", pulje=pool, afrunding=100 if pool == ENOUGH else 1)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "ansoegt", 1), 260_001), (cell_of(taken, "ansoegt", 5), 100),
        (cell_of(taken, "pulje"), pool + 1), (cell_of(taken, "ansoegninger_deles"), "nøgle")])
