"""Basic amounts: so much to each recipient before the key is used, as FORDEL_FAST gives it, refused or proven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding.asking import Asked
from addin.workbook import Plan
from tests.addin.figures.test_foer import COLUMNS, GROUPED, ROWS, grouped, made, with_fixed
from tests.builders import snapshot
from tests.calc.office import Office
from tests.planning import (
    Case,
    amounts,
    calculated,
    case,
    cell_of,
    cells,
    key_figures,
    place_of,
    planned,
    prove,
    refused,
    table,
    texts,
)
from udfs.catalogue import FUNCTIONS
from udfs.errors import RegelFejl

EACH = [[*line, more] for line, more in zip(ROWS, ("Grundbeløb pr. skole", 100, None, 300), strict=True)]
OF_EACH = {**COLUMNS, "grundbeloeb_kolonne": "Ark!$E$2:$E$4"}
SCHOOLS = [["Institution", "Børn", "Nøgle"], ["Bakkeskolen", 400, 40], ["Dalskolen", 100, 10], ["Engskolen", 20, 0]]


def schools(**values: Any) -> Case:
    """Three schools, one of which has nothing by the key."""
    return case({"Ark": SCHOOLS}, {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4"},
                **{"pulje": 10_000, **values})


# ------------------------------------------------------------------------------------- what is given


def test_each_gets_it_first_and_the_key_shares_the_rest() -> None:
    """10.000 - 3 x 1.500 = 5.500, of which 40 and 10 of 50."""
    plan = planned(schools(grundbeloeb=1500))
    assert amounts(plan) == {"Bakkeskolen": 5900, "Dalskolen": 2600, "Engskolen": 1500}
    line = table(plan, "trin")["Bakkeskolen"]
    assert (line["Efter nøglen"], line["Grundbeløb"], line["Tildeling"]) == (4400, 1500, 5900)
    shown = table(plan, "fordeling")["Bakkeskolen"]
    assert (shown["Efter nøglen"], shown["Grundbeløb"]) == (4400, 1500)
    assert "Pulje 10.000 kr. - grundbeløb 4.500 kr. = 5.500 kr. efter nøglen." in cells(plan, "trin").values()
    assert "Efter nøglen + grundbeløb." in cells(plan, "trin").values()
    figures = key_figures(plan)
    assert (figures["Grundbeløb i alt, kr."], figures["Til fordeling efter nøglen, kr."]) == (4500, 5500)
    told = " ".join(map(str, cells(plan, "fordeling").values()))  # a line that is broken goes on indented
    assert "først får hver institution et grundbeløb på 1.500 kr" in " ".join(told.split())
    assert "1 institution får kun sit grundbeløb og intet efter nøglen: Engskolen." in texts(plan.warnings)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 90)), min_size=1, max_size=6),
       st.integers(0, 40), st.integers(0, 9000), st.sampled_from([None, 0.05, 0.3]), st.sampled_from([None, 20]))
def test_it_is_what_the_function_gives(lines: list[tuple[int, int]], basic: int, more: int, limit: float | None,
                                       cap: int | None) -> None:
    """FORDEL_FAST with the same amount for each: bounds hold for the part by the key."""
    rows = [["Hus", "Børn", "Nøgle"], *([f"Hus {at}", boern, key] for at, (key, boern) in enumerate(lines))]
    columns = {name: f"Ark!${at}$2:${at}${len(rows)}" for name, at in zip(("navn", "boern", "noegle"), "ABC")}
    pool = basic * len(lines) + more
    bounds = {key: value for key, value in (("taerskel", limit), ("loft", cap)) if value is not None}
    keys, boern = [key for key, _ in lines], [heads for _, heads in lines]
    try:
        wanted = FUNCTIONS["FORDEL_FAST"](pool, [basic] * len(lines), keys, boern, limit, cap).tolist()
        run = calculated(case({"Ark": rows}, columns, pulje=pool, grundbeloeb=basic, **bounds))
    except (RegelFejl, Asked):  # nobody has a key; a row that is the sum of those over it is asked about
        return
    assert run.first.tildeling.tolist() == wanted


def test_a_column_has_one_each_and_a_blank_cell_is_none() -> None:
    plan = planned(made(EACH, OF_EACH))
    assert amounts(plan) == {"Anemonen": 300, "Birken": 200, "Cikorien": 500}
    assert "1 institution får intet grundbeløb, for cellen er tom eller 0: Birken." in texts(plan.warnings)
    plan = planned(made([EACH[0], *([*line[:4], line[4] and line[4] / 1000] for line in EACH[1:])], OF_EACH,
                        enhed_grundbeloeb_kolonne="1.000 kr.", enhed_pulje="kr.", enhed_sidste_aar="kr."))
    assert amounts(plan)["Cikorien"] == 500


def test_a_recipient_of_several_institutions_gets_it_once_and_the_sum_of_a_column() -> None:
    """1.000 - 3 x 100: 700 by 10, 10 and 10."""
    assert amounts(planned(grouped(grundbeloeb=100, afrunding=1))) == {"Nord": 334, "Cikorien": 333, "Dueurten": 333}
    rows = [[*line, more] for line, more in zip(GROUPED, ("x", 10, 20, 40, 50), strict=True)]
    columns = {"navn": "A", "modtager": "B", "boern": "C", "noegle": "D", "grundbeloeb_kolonne": "F"}
    plan = planned(case({"Ark": rows}, {key: f"Ark!${at}$2:${at}$5" for key, at in columns.items()}, pulje=1000))
    assert [table(plan, "trin")[name]["Grundbeløb"] for name in ("Nord", "Cikorien", "Dueurten")] == [30, 40, 50]


def test_one_that_only_gets_a_fixed_amount_has_none() -> None:
    """1.000 - 100 - 50 - 2 x 200: Birken has its 50 instead of the key and of the basic amount."""
    plan = planned(with_fixed(grundbeloeb=200))
    assert amounts(plan) == {"Anemonen": 525, "Birken": 50, "Cikorien": 425}
    assert ('1 institution får intet grundbeløb, for et fast beløb står "i stedet for": Birken.'
            in texts(plan.warnings))
    assert "Efter nøglen + grundbeløb + fast beløb." in cells(plan, "trin").values()
    assert table(plan, "fordeling")["Anemonen"]["Uden faste beløb"] == 334  # Birken then has a basic amount too


def test_guarantee_and_ceiling_hold_for_both_together() -> None:
    """400 by the key as 100, 200, 100: Anemonen is guaranteed 450 of which 200 is basic."""
    plan = planned(made(grundbeloeb=200, garanti=0.9))
    assert amounts(plan) == {"Anemonen": 450, "Birken": 275, "Cikorien": 275}
    assert table(plan, "trin")["Anemonen"]["Minimum"] == 250
    assert "Grundbeløbet er trukket fra." in str(cells(plan, "trin").values())
    assert "grundbeløbet er 200 kr., men loftet er 160 kr." in refused(made(grundbeloeb=200, hoejst=0.8))


# ------------------------------------------------------------------------------------- refused, asked, found


def test_a_pool_too_small_is_refused_with_both_amounts() -> None:
    assert amounts(planned(made(grundbeloeb=333))) == {"Anemonen": 334, "Birken": 333, "Cikorien": 333}
    assert refused(made(grundbeloeb=334)) == (
        "Grundbeløbene er 1.002 kr. i alt, men puljen er 1.000 kr. Se Valg!B2 (Grundbeløb, kr. pr. modtager) og "
        "Valg!B1 (Pulje).")
    said = refused(with_fixed(grundbeloeb=430))
    assert "Grundbeløbene er 860 kr. i alt og de faste beløb 150 kr., men puljen er 1.000 kr." in said
    assert "Pulje 1.000 kr. - grundbeløb 300 kr. = 700 kr. efter nøglen" in refused(made(grundbeloeb=100, minimum=250))


@pytest.mark.parametrize(("taken", "said"), [
    (made(EACH, OF_EACH, grundbeloeb=10), "kan ikke bruges sammen. Tøm den ene."),
    (made(grundbeloeb=-1), "er negativt"),
    (made(grundbeloeb=10.5), "kr. pr. modtager er 10,50 kr., men beløbene skal være hele antal af 1 kr."),
    (made(EACH, OF_EACH, afrunding=200), "Ark!E2: "),
    (with_fixed([*([*line, 10] for line in with_fixed().sheets["Ark"])], {"grundbeloeb_kolonne": "Ark!$H$2:$H$4"}),
     'Ark!H3: Birken har et grundbeløb, men også et fast beløb "i stedet for".')])
def test_what_has_no_meaning_is_refused(taken: Case, said: str) -> None:
    assert said in refused(taken)


@pytest.mark.parametrize("words", ["Grundbeløb pr. modtager", "Grundbeløb af puljen", "Grundbeløb før nøglen, kr."])
def test_it_is_found_by_words_that_say_that_the_pool_pays_it(words: str) -> None:
    keyed = [["Institution", "Børn", "Nøgle"], ["A", 10, 1], ["B", 10, 3]]
    plan = fordel_pulje(snapshot(Ark=keyed, Pulje=[["Pulje", 1000], [words, 100]]), {}, "nu", "0")
    assert isinstance(plan, Plan) and amounts(plan) == {"A": 300, "B": 700}
    each = [[*line, more] for line, more in zip(keyed, (words, 100, 300), strict=True)]
    plan = fordel_pulje(snapshot(Ark=each, Pulje=[["Pulje", 1000]]), {}, "nu", "0")
    assert isinstance(plan, Plan) and amounts(plan) == {"A": 250, "B": 750}


def test_a_basic_amount_that_may_be_of_the_budget_is_not_taken() -> None:
    """A base budget is often so much a house; where it is of the pool it is pointed at."""
    rows = [["Institution", "Børn", "Nøgle", "Grundbeløb"], ["A", 10, 1, 100], ["B", 10, 3, 300]]
    taken = snapshot(Ark=rows, Pulje=[["Pulje", 1000], ["Grundbeløb pr. institution", 100]])
    for said, expected in (({}, [250, 750]), ({"grundbeloeb_kolonne": "Ark!D2:D3"}, [250, 750]),
                           ({"grundbeloeb": "Ark!D2:D3"}, [250, 750]), ({"grundbeloeb": "200"}, [350, 650])):
        plan = fordel_pulje(taken, said, "nu", "0")
        assert isinstance(plan, Plan) and list(amounts(plan).values()) == expected
        assert ("Grundbeløb" in table(plan, "trin")["A"]) is bool(said)


# ------------------------------------------------------------------------------------- proven


@pytest.mark.soffice
@pytest.mark.parametrize(("taken", "changes"), [
    (made(grundbeloeb=50, loft=12, minimum=100, garanti=0.5, hoejst=3, centralt=20), {"grundbeloeb": 51, "pulje": 999}),
    (made(EACH, OF_EACH), {"grundbeloeb_kolonne": 101, "pulje": 999}),
    (with_fixed(grundbeloeb=50, garanti=0.5), {"grundbeloeb": 49, "fast_virkning": "i stedet for", "fast": 90}),
    (grouped(grundbeloeb=100), {"grundbeloeb": 99})], ids=["one", "each", "fixed", "grouped"])
def test_the_control_proves_it(office: Office, tmp_path: Path, taken: Case, changes: dict[str, Any]) -> None:
    plan = planned(taken)
    first, second = list(amounts(plan))[:2]
    moved = {place_of(plan, first, "Grundbeløb"): 0, place_of(plan, first, "Efter nøglen"): amounts(plan)[first]}
    krone = {place_of(plan, name, "Efter nøglen"): table(plan, "fordeling")[name]["Efter nøglen"] + more
             for name, more in ((first, -1), (second, 1))}
    prove(office, taken, tmp_path, [*((cell_of(taken, key), value) for key, value in changes.items()), moved, krone])


@pytest.mark.soffice
def test_the_control_sees_one_that_is_filled_in_later(office: Office, tmp_path: Path) -> None:
    taken = made()
    prove(office, taken, tmp_path, [(cell_of(taken, "grundbeloeb"), 10)])
