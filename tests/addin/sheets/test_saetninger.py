"""The sentences of the page, made from the run."""

from __future__ import annotations

from typing import Any

from addin.sheets import saetninger
from tests.addin.actions.acting import planned as planned_of
from tests.addin.sheets.committee import example
from tests.builders import POOL, snapshot
from tests.planning import calculated, case, cells, planned


def lines(**terms: Any) -> tuple[list[str], list[str]]:
    result = calculated(example(**terms)).first
    return saetninger.hvad_og_hvordan(result), saetninger.det_vigtigste(result)


def test_what_and_how_of_the_example() -> None:
    what, most = lines()
    assert what == ["Der fordeles 2.400.000 kr. til 12 institutioner.",
                    'Pengene følger tallene i kolonnen "Talte"; er det under 8 % af børnene, gives der intet; ingen '
                    "får over 6.000 kr. pr. barn."]
    assert most == ["10 af 12 får penge. 2 ligger under minimumsgrænsen på 8 % og får intet (sidste år 120.022 kr. i "
                    "det nye prisniveau).",
                    "De, der får, får mellem 1.690 og 6.000 kr. pr. barn (3,5 gange så meget). 3 er ved loftet.",
                    "I det nye prisniveau fordeles der 154.987 kr. mere end sidste år (+6,9 %). 9 får mere, 3 får "
                    "mindre."]


def test_what_is_left_over_is_not_said_to_be_distributed() -> None:
    assert lines(loft=1_000, taerskel=None)[0][0] == "Der fordeles 706.000 kr. af 2.400.000 kr. til 12 institutioner."


def test_the_same_as_last_year_is_not_nothing_more() -> None:
    same = 2_245_013  # last year's amounts in the new price level
    for pool, told in ((same, "fordeles der det samme som sidste år. "), (same + 1, "fordeles der 1 kr. mere end "),
                       (same - 1, "fordeles der 1 kr. mindre end ")):
        assert told in lines(pulje=pool)[1][-1]


def test_a_percentage_is_rounded_as_it_is_written() -> None:
    """100 * 0.1645 is a little less than 16.45 in a computer."""
    assert [saetninger.percent(share) for share in (0.1645, 0.16449, 0.0025, -0.1645)] == [
        "16,5 %", "16,4 %", "0,3 %", "-16,5 %"]


def test_parts_say_their_conditions() -> None:
    what, _ = lines(garanti=0.9, loft=None, taerskel=None)
    assert what[1].endswith("; ingen får under 90 % af sidste år.")


def test_the_whole_budget_and_all_who_get() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Grundbudget"], ["A", 10, 1, 30_000], ["B", 10, 3, 40_000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
               zip(("navn", "boern", "noegle", "grundbudget"), "ABCD")}
    result = calculated(case({"Ark": rows}, columns, pulje=8000)).first
    assert saetninger.hvad_og_hvordan(result)[0] == (
        "Der fordeles 8.000 kr. til 2 institutioner; det er 10,3 % af deres samlede budget på 78.000 kr., når puljen "
        "er med.")
    assert saetninger.det_vigtigste(result) == [
        "Alle 2 får penge.", "De, der får, får mellem 200 og 600 kr. pr. barn (3 gange så meget).",
        "Regnes hele budgettet med, er forskellen på højest og lavest 43,8 % pr. barn (3.200 til 4.600 kr.)."]


def test_the_same_as_last_year_is_neither_more_nor_less() -> None:
    rows = [["Institution", "Børn", "Nøgle", "Sidste år"], ["A", 10, 1, 3_000], ["B", 10, 3, 5_000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
               zip(("navn", "boern", "noegle", "sidste_aar"), "ABCD")}
    said = [saetninger.det_vigtigste(calculated(case({"Ark": rows}, columns, pulje=pool)).first)[-1]
            for pool in (8_000, 8_001)]
    assert said == ["Der fordeles det samme som sidste år. 1 får mere, 1 får mindre.",
                    "Der fordeles 1 kr. mere end sidste år (+0 %). 1 får mere, 1 får mindre."]


def test_who_loses_all_is_told_with_what_they_had_and_only_where_they_get_nothing() -> None:
    (first, *_) = lines(pl=None)[1]
    assert first == ("10 af 12 får penge. 2 ligger under minimumsgrænsen på 8 % og får intet (sidste år 116.300 kr.).")
    (first, *_) = lines(grundbeloeb=1_000)[1]
    assert first == "Alle 12 får penge. 2 ligger under minimumsgrænsen på 8 %."
    without = calculated(example(without=("sidste_aar",), pl=None)).first
    assert saetninger.det_vigtigste(without)[0].endswith("2 ligger under minimumsgrænsen på 8 % og får intet.")


def test_a_burden_says_whose_number_it_is_multiplied_by() -> None:
    rows = [["Institution", "0-2 år", "3-5 år", "Sandsynlighed"], ["A", 24, 46, 0.0412], ["B", 30, 54, 0.0934]]
    plan = planned_of(snapshot(Budget=rows, Pulje=POOL))
    text = " ".join(" ".join(map(str, cells(plan, "fordeling").values())).split())
    assert 'følger "Sandsynlighed" pr. barn gange antallet af vægtede børn' in text
    assert "Pengene følger vægtede børn, så to med samme andel kan have forskelligt pr. hoved." in text
    assert "vægtede" not in " ".join(map(str, cells(planned(example()), "fordeling").values()))


def test_applications_say_how_much_of_all_that_is_given() -> None:
    rows = [["Institution", "Nøgle", "Ansøgt"], ["A", 1, 3_000], ["B", 3, 5_000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "noegle", "ansoegt"), "ABC")}
    result = calculated(case({"Ark": rows}, columns, pulje=4_000)).first
    assert saetninger.det_vigtigste(result) == ["Alle 2 får penge. Der er ansøgt om 8.000 kr.; 50 % er dækket."]
