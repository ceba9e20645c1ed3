"""The checks of several pools: what is about all is told once, what is about one with its name."""

from __future__ import annotations

from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek, published
from addin.checks import several
from addin.checks.several import subjects
from addin.workbook import Plan, Refusal
from tests.addin.regn.test_puljer import run
from tests.planning import MADE, planned
from tests.pools import HOUSES, RANDERS, houses

SMALL = "Små antal, der kan regnes ud af beløbene"
ALONE = {"Pulje": "Alle", "Beløb, kr.": 8_360_000}


def found(*rows: dict[str, Any], **values: Any) -> dict[str, list[str]]:
    plan = fordel_tjek(houses(*rows, **values).snapshot(), {}, MADE, "0")
    assert isinstance(plan, Plan), plan
    return {label: lines for label, _, lines, _, _ in plan.summary["tjek"]}


def test_what_is_about_one_pool_has_its_name() -> None:
    lines = found({"Pulje": "Små", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2"}, ALONE)
    assert lines["Institutioner med tom nøgle"] == ["Små: Birken (Ark!A3) har 60 børn og ingen nøgle",
                                                    "Små: Fyrren (Ark!A7) har 72 børn og ingen nøgle"]


def test_what_is_about_all_is_told_once() -> None:
    assert several.told("ab", [["x", "y"], ["x", "z"]]) == ["x", "a: y", "b: z"]


def test_red_stops_all_pools_and_one_reason_carries_it() -> None:
    taken = houses({"Pulje": "Små", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2"}, ALONE).snapshot()
    asked = fordel_pulje(taken, {}, MADE, "0")
    assert isinstance(asked, Refusal) and "Små: Birken" in str(asked)


def test_two_pools_by_the_same_counts_give_back_more_than_each_alone() -> None:
    """In units of 900.000 kr. the amounts of 4,5 mio. kr. give no count back; beside another pool's they do."""
    assert found(pulje=4_500_000, afrunding=900_000)[SMALL] == []
    rows = [{"Pulje": name, "Beløb, kr.": amount, "Afrunding, kr.": unit}
            for name, amount, unit in (("En", 9_000_000, 300_000), ("To", 4_500_000, 900_000))]
    assert [line for line in found(*rows)[SMALL] if "Vej: " not in line] == [
        "En: Kan regnes ud af beløbene og satsen: Druen (2 til 3 børn)",
        "En: Kan regnes ud af beløbene og satsen af den, der kender sit eget antal: Fyrren (4 børn)",
        "To: Kan regnes ud sammen med puljen En: Druen (2 til 3 børn)",
        "To: Kan regnes ud sammen med puljen En af den, der kender sit eget antal: Fyrren (4 børn)"]


def test_another_pool_is_no_edition_of_another_year() -> None:
    """What a mean of years moves is not told by it, however much it is of the same counts."""
    rows = [{"Pulje": name, "Beløb, kr.": amount} for name, amount in (("En", 9_000_000), ("To", 4_500_000))]
    assert [line for line in found(*rows)[SMALL] if "Gennemsnit" in line] == [
        "Vej: Gennemsnit af tre år: hvad det flytter, kan først regnes ved siden af tidligere udgaver."]


def test_pools_of_other_counts_are_looked_at_each_by_itself() -> None:
    lines = found(*RANDERS)[SMALL]
    assert any(line.startswith("Vuggestuer: Kan regnes ud af beløbene") for line in lines)
    assert not any("sammen med" in line for line in lines)


def test_a_pool_that_may_count_a_part_of_anothers_is_told_of_where_the_difference_is_small() -> None:
    """Of the 19 of Egen 15, so 4 others; of 14, 5 others. Without Egen both differences are none or 5 and more."""
    def told(small: int) -> list[str]:
        table = [list(line) for line in HOUSES]
        table[5][4] = small
        return [line for line in found(*RANDERS, table=table)[SMALL] if "en del af" in line]
    assert told(15) == ["Alle: Kan ikke afgøres, og regnes for givet tilbage: den ene af denne pulje og Vuggestuer kan "
                        "tælle en del af de børn, som den anden tæller, og forskellen er under 5 hos Egen"]
    assert told(14) == [] == told(19)


def test_what_cannot_be_distributed_is_what_the_checks_find() -> None:
    lines = found(RANDERS[0] | {"Minimum, kr.": 2_000_000}, RANDERS[1])
    assert any("Puljen Vuggestuer" in line for each in lines.values() for line in each)


def test_the_sheet_of_checks_is_written_again_where_there_is_one() -> None:
    taken = houses(*RANDERS)
    taken = taken._replace(sheets={**taken.sheets, "Fordel tjek": [["Fordel tjek"]]},
                           ours={**taken.ours, "tjek": "Fordel tjek"})
    assert "tjek" in [sheet.key for sheet in planned(taken).sheets]


SIX = {"Pulje": "Alle", "Beløb, kr.": 9_000_000, "Afrunding, kr.": 300_000}


def beside_each_pool(now: Any, earlier: Any) -> dict[str, list[str]]:
    """By the name of a pool of now, the pools of then that it is held up against."""
    pools = several.with_earlier(subjects(run(*now)), published(houses(*earlier).snapshot()))
    return {each.navn: [before.setup.pulje.navn for before in each.subject.earlier if before.setup.pulje]
            for each in pools}


def test_each_pool_is_held_up_against_those_it_may_be_of_the_same_counts_as() -> None:
    """By the key; else by the name; and one that is nobody's against those that have none, since nothing says more."""
    assert beside_each_pool(RANDERS, RANDERS) == {"Vuggestuer": ["Vuggestuer"], "Alle": ["Alle"]}
    small = {"Pulje": "Vuggestuer", "Beløb, kr.": 7, "Nøgle": "Børn"}
    named = ({"Pulje": "Alle", "Beløb, kr.": 9, "Nøgle": "Gruppe to"}, small)
    table = [("Gruppe to" if value == "Udsatte 0-2" else value for value in line) for line in HOUSES]
    then = published(houses(*named, table=[list(line) for line in table]).snapshot())
    assert [[before.setup.pulje and before.setup.pulje.navn for before in each.subject.earlier]
            for each in several.with_earlier(subjects(run(*RANDERS)), then)] == [["Vuggestuer"], ["Alle"]]
    other = ({"Pulje": "A", "Beløb, kr.": 9, "Nøgle": "Børn"}, {"Pulje": "Alle", "Beløb, kr.": 9})
    assert beside_each_pool(RANDERS, other) == {"Vuggestuer": ["A"], "Alle": ["Alle"]}


def test_an_edition_that_was_published_before_tells_more_of_the_pool_it_was_of() -> None:
    """In units of 900.000 kr. 4,5 mio. kr. give no count back; beside 9 mio. kr. of the same counts they do, as with
    two pools of one run. Then it was one pool or two, and so it is now."""
    small = {"Pulje": "Små", "Beløb, kr.": 1_230_000, "Nøgle": "Udsatte 0-2", "Modtagere": RANDERS[0]["Modtagere"]}
    half = SIX | {"Beløb, kr.": 4_500_000, "Afrunding, kr.": 900_000}
    several_now, one_now = houses(small, half), houses(pulje=4_500_000, afrunding=900_000)
    for now, before in ((several_now, houses(small, SIX)), (one_now, houses(small, SIX)),
                        (several_now, houses(pulje=9_000_000, afrunding=300_000))):
        plan = fordel_tjek(now.snapshot(), {}, MADE, "0", before.snapshot())
        assert isinstance(plan, Plan), plan
        lines = next(lines for label, _, lines, _, _ in plan.summary["tjek"] if label == SMALL)
        assert any("sammen med den tidligere udgave, " in line and "Druen (2 til 3 børn)" in line
                   for line in lines), lines
    assert not any("Druen" in line and line.startswith("Alle") for line in found(small, half)[SMALL])


def test_last_years_amounts_that_the_sum_is_held_to_are_looked_at_as_those_of_a_pool() -> None:
    """In thousands, and nothing says so: a guarantee of them would hold nobody."""
    in_thousands = [HOUSES[0], *((*row[:7], row[7] / 1000) for row in HOUSES[1:])]
    rows = (*RANDERS, {"Pulje": "Garanti", "Garanti": 0.95, "Sidste år": "I fjor"})
    assert found(*rows, table=in_thousands)["Beløb i forskellig enhed"] == [
        "Garanti: puljen er 9.590.000 kr., men sidste års tildeling er 9.590 kr. i alt"]
    assert found(*rows)["Beløb i forskellig enhed"] == []
    asked = fordel_pulje(houses(*rows, table=in_thousands).snapshot(), {}, MADE, "0")
    assert not isinstance(asked, Plan) and "Garanti: puljen er" in str(asked)
    assert found(RANDERS[0] | {"Beløb, kr.": 3_000_000}, *rows[1:])["Puljen er en anden end sidste års"] == [
        "Garanti: til fordeling er 11.360.000 kr., sidste års tildeling var 9.590.000 kr. i alt (+18,5 %)"]
