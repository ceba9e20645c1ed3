"""A guarantee and a ceiling per child against last year's: to the krone as FORDEL_GARANTI, re-done, proven, refused."""

from __future__ import annotations

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
    planned,
    prove,
    refused,
    table,
)
from tests.pools import cell as pool_cell
from tests.pools import with_pools
from udfs.rules.fordel_garanti import FORDEL_GARANTI
from udfs.rules.fordel_pulje import FORDEL_PULJE

HEAD = ["Institution", "Børn", "Nøgle", "Sidste år", "Børn sidste år"]
ROWS = [["Ellehuset", 60, 20, 300_000, 80], ["Kastanjen", 88, 10, 250_000, 80], ["Havnehuset", 40, 30, 100_000, 40],
        ["Tjørnen", 30, 5, None, None]]
COLUMNS = {"navn": "A", "boern": "B", "noegle": "C", "sidste_aar": "D", "boern_foer": "E"}
TERMS = {"pulje": 700_000, "garanti": 0.95, "hoejst": 1.1, "garanti_gaelder": "pr. barn"}


def made(rows: Any = ROWS, head: Any = HEAD, more: Any = None, **values: Any) -> Case:
    letters = {**COLUMNS, **(more or {})}
    places = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in letters.items() if letter}
    return case({"Ark": [head, *rows]}, places, **{**TERMS, **values})


def test_last_year_per_child_times_the_children_now() -> None:
    """300.000 / 80 x 60 is 225.000, and 110 % of it 247.500; 95 % of 250.000 / 80 x 88 is 261.250."""
    plan = planned(made())
    assert amounts(plan) == {"Ellehuset": 247_500, "Kastanjen": 261_250, "Havnehuset": 110_000, "Tjørnen": 81_250}
    line = table(plan, "fordeling")["Ellehuset"]
    assert [line[key] for key in ("Sidste år pr. barn", "Mindst pr. barn", "Højst pr. barn")] == [
        3750, pytest.approx(3562.5), pytest.approx(4125)]
    page = " ".join(" ".join(value.split()) for value in cells(plan, "fordeling").values() if isinstance(value, str))
    assert "ingen får under 95 % af sidste år pr. barn; ingen får over 110 % af sidste år pr. barn" in page
    assert amounts(planned(made(garanti_gaelder="beløbet"))) != amounts(plan)


def by_function(rows: Any, pool: float, least: float, most: float | None) -> list[float]:
    new = FORDEL_PULJE(pool, [row[2] for row in rows], afrunding=0)
    return FORDEL_GARANTI(new, *([row[at] for row in rows] for at in (3,)), least, most,
                          *([row[at] for row in rows] for at in (1, 4))).tolist()


def test_to_the_krone_as_the_function_in_a_cell() -> None:
    assert list(amounts(planned(made())).values()) == by_function(ROWS, 700_000, 0.95, 1.1)


@given(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 40), st.integers(1, 400_000), st.integers(1, 90)),
                min_size=2, max_size=6), st.sampled_from([0.5, 0.9, 0.95]), st.sampled_from([None, 1.05, 1.5]))
def test_always_as_the_function(people: list[tuple[int, int, int, int]], least: float, most: float | None) -> None:
    """Or both say that it cannot be."""
    rows = [[f"Hus {at}", *each] for at, each in enumerate(people)]
    pool = float(sum(before * now / then for now, _, before, then in people) // 1)
    answer = fordel_pulje(made(rows, pulje=pool, garanti=least, hoejst=most).snapshot(), WHY, MADE, "0")
    if isinstance(answer, Plan):
        assert list(amounts(answer).values()) == by_function(rows, pool, least, most)
    else:
        with pytest.raises(ValueError, match="gulvet er for højt|mellem"):
            by_function(rows, pool, least, most)


def test_the_trail_is_re_done_from_left_to_right() -> None:
    lines = table(planned(made(pl=0.02)), "trin")
    for name in ("Ellehuset", "Kastanjen", "Havnehuset"):
        line = lines[name]
        assert line["Til børnene nu"] == pytest.approx(line["Sidste år"] / line["Børn sidste år"] * line["Børn nu"])
        assert line["Minimum"] == pytest.approx(-(-0.95 * line["Til børnene nu"] // 1))
        assert line["Loft"] == pytest.approx(1.1 * line["Til børnene nu"] // 1)
    assert lines["Ellehuset"]["Sidste år"] == pytest.approx(306_000)
    result = calculated(made(pl=0.02)).first
    assert [wrong(lines_of(result, at)) for at in range(result.n)] == [[]] * 4


@pytest.mark.parametrize(("at", "value", "said"), [
    (4, None, "Ark!E2: Ellehuset fik 300.000 kr. sidste år, men har intet børnetal for sidste år."),
    (4, 0, "Ark!E2: Ellehuset fik 300.000 kr. sidste år, men har 0 børn for sidste år."),
    (4, "mange", 'Ark!E2: "mange" er ikke et tal'),
    (1, 0, "Ellehuset fik 300.000 kr. sidste år og har en nøgle, men 0 børn nu")])
def test_children_that_are_not_there_are_refused_with_their_cell(at: int, value: Any, said: str) -> None:
    rows = [[*ROWS[0][:at], value, *ROWS[0][at + 1:]], *ROWS[1:]]
    assert said in refused(made(rows))


def test_a_closed_house_without_children_or_key_is_guaranteed_nothing() -> None:
    assert amounts(planned(made([*ROWS, ["Dalen", 0, 0, 90_000, 20]])))["Dalen"] == 0


def test_what_it_cannot_stand_beside_or_without() -> None:
    assert "kan ikke bruges sammen med Garanti og højst gælder pr. barn" in refused(made(andel_nyt=0.5))
    assert "der er hverken en garanti eller en grænse opad" in refused(made(garanti=None, hoejst=None))
    assert "der er ingen kolonne med børn i år" in refused(made(more={"boern": ""}))


def test_the_guarantee_may_stand_on_the_row_of_the_one_pool_and_of_several_it_is_of_the_amounts() -> None:
    """The same amounts as where the settings say it; of several pools the refusal says so, whichever row has it."""
    row = {"Pulje": "Alle", "Garanti": 0.95}
    assert amounts(planned(with_pools(made(garanti=None), row))) == amounts(planned(made()))
    assert amounts(planned(with_pools(made(garanti=None, hoejst=None), row))) == amounts(planned(made(hoejst=None)))
    assert "der er hverken en garanti eller" in refused(with_pools(made(garanti=None, hoejst=None), {"Pulje": "Alle"}))
    others = ({"Pulje": "Ny", "Beløb, kr.": 1_000}, {"Pulje": "Alle"})
    own = {"Garanti": 0.95, "Sidste år": "Sidste år"}
    for rows in ([*others[:1], others[1] | own], [*others, {"Pulje": "Garanti", "Garanti": 0.95}], others):
        said = refused(with_pools(made(garanti=None, hoejst=None), *rows))
        assert said.endswith("Garanti og højst gælder (pr. barn): med flere puljer er en garanti en andel af beløbet "
                             "sidste år, også den af summen. Skriv beløbet.")


GROUPED = [[*HEAD, "Dagtilbud", "Erstatter", "Fast", "Virkning", "Grund"],
           ["Ellehuset", 60, 20, 300_000, 80, "Nord", "Gammel", None, None, None],
           ["Kastanjen", 88, 10, 250_000, 80, "Nord", None, None, None, None],
           ["Havnehuset", 40, 30, 100_000, 40, None, None, None, None, None],
           ["Tjørnen", 30, 5, 50_000, 30, "Nord", None, 40_000, "i stedet for", "aftale"],
           ["Gammel", 0, 0, 60_000, 15, None, None, None, None, None]]
MORE = {"modtager": "F", "erstatter": "G", "fast": "H", "fast_virkning": "I", "fast_grund": "J"}


def together(**values: Any) -> Case:
    return made(GROUPED[1:], GROUPED[0], MORE, **{"garanti": 1, "hoejst": 1.05, "pulje": 850_000, **values})


def test_of_several_institutions_it_is_of_their_sum_with_those_that_are_replaced() -> None:
    """Nord: (300.000 + 60.000 + 250.000) / (80 + 15 + 80) x (60 + 88); not Tjørnen, which only has a fixed amount."""
    line = table(planned(together()), "trin")["Nord"]
    assert (line["Sidste år"], line["Børn sidste år"], line["Børn nu"]) == (610_000, 175, 148)
    assert line["Til børnene nu"] == pytest.approx(610_000 / 175 * 148)


@pytest.mark.soffice
def test_the_control_proves_it(office: Office, tmp_path: Path) -> None:
    taken = made(pl=0.02)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "boern_foer"), 81), (cell_of(taken, "boern", 2), 41), (cell_of(taken, "boern_foer", 3), 5),
        (cell_of(taken, "sidste_aar"), 300_001), (cell_of(taken, "garanti_gaelder"), "beløbet")])


@pytest.mark.soffice
def test_and_of_the_sum_of_institutions(office: Office, tmp_path: Path) -> None:
    taken = together()
    prove(office, taken, tmp_path, [(cell_of(taken, "boern_foer", 4), 16), (cell_of(taken, "boern_foer", 1), 81),
                                    (cell_of(taken, "fast_virkning", 3), "oven i")])


@pytest.mark.soffice
def test_and_where_the_row_of_the_one_pool_says_it(office: Office, tmp_path: Path) -> None:
    taken = with_pools(made(garanti=None, hoejst=None), {"Pulje": "Alle", "Garanti": 0.95})
    prove(office, taken, tmp_path, [(pool_cell("Garanti"), 0.96), (cell_of(taken, "boern_foer"), 81)])
