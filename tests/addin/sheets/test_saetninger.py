"""The sentences of the page, made from the run."""

from __future__ import annotations

from typing import Any

from addin.sheets import saetninger
from addin.sheets.andele import andele
from tests.addin.sheets.committee import example
from tests.planning import calculated, case


def lines(**terms: Any) -> tuple[list[str], list[str]]:
    result = calculated(example(**terms)).first
    return saetninger.hvad_og_hvordan(result), saetninger.det_vigtigste(result)


def test_what_and_how_of_the_example() -> None:
    what, most = lines()
    assert what == ["Der fordeles 2.400.000 kr. til 12 institutioner.",
                    'Pengene følger tallene i kolonnen "Talte"; er det under 8 % af børnene, gives der intet; ingen '
                    "får over 6.000 kr. pr. barn."]
    assert most == ["10 af 12 får penge. 2 ligger under minimumsgrænsen på 8 %.",
                    "De, der får, får mellem 1.690 og 6.000 kr. pr. barn (3,5 gange så meget). 3 er ved loftet.",
                    "I det nye prisniveau fordeles der 154.987 kr. mere end sidste år (+6,9 %). 9 får mere, 3 får "
                    "mindre."]


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


def test_a_title_of_the_picture_says_no_more_than_what_is_so() -> None:
    """With fixed amounts those with lower shares may get more per child: then there is no "jo større, jo mere"."""
    for minimum, is_so in ((None, True), (190_000, False)):
        result = calculated(example(minimum=minimum, taerskel=None, loft=None)).first
        assert saetninger.picture_title(result, andele(result)).startswith("Jo større") is is_so


def picture(*amounts: int, children: tuple[int, ...] = ()) -> str:
    rows = [["Institution", "Børn", "Nøgle"], *([f"Hus {at}", many, key] for at, (many, key) in enumerate(
        zip(children or (10,) * len(amounts), amounts), 1))]
    columns = {key: f"Ark!${letter}$2:${letter}${len(rows)}" for key, letter in
               zip(("navn", "boern", "noegle"), "ABC")}
    return saetninger.picture_title(calculated(case({"Ark": rows}, columns, pulje=8000)).first, None)


def test_those_who_get_the_same_are_named_together_in_the_title() -> None:
    assert picture(1, 1, 1, 1) == "Alle får det samme pr. barn: 200 kr."
    assert picture(3, 1, 3, 1) == "Hus 1, Hus 3 får mest pr. barn: 300 kr."
    assert picture(1, 1, 1, 5) == "Hus 4 får mest pr. barn: 500 kr."
    assert picture(2, 2, 2, 2, 0, children=(10,) * 5) == (
        "Hus 1, Hus 2, Hus 3 og 1 til får mest pr. barn: 200 kr.")
