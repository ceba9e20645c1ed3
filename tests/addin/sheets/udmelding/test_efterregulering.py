"""What is still to come of what was told before, or to be paid back, is said first and worked out below."""

from __future__ import annotations

from addin.actions.fordel_pulje import calculate
from addin.sheets.udmelding.brev import Brev, brev, faelles
from addin.sheets.udmelding.ordlyd import Ordlyd, maaneder
from tests.addin.sheets.udmelding.tape import wrong
from tests.addin.sheets.udmelding.test_brev import OK, section
from tests.planning import MADE, WHY, case

COLUMNS = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "noegle", "udmeldt"), "ABCD")}


def letters(ordlyd: Ordlyd, before: tuple[int, int] = (455_000, 300_000)) -> list[Brev]:
    """One is given its cap, 468.000 kr., and the other the rest of 720.000 kr."""
    rows = [["Havnehuset", 78, 27, before[0]], ["Engen", 60, 13, before[1]]]
    taken = case({"Ark": [["Institution", "Børn", "Talte", "Udmeldt"], *rows]}, COLUMNS, udgave="endelig",
                 pulje=720_000, loft=6_000)
    run = calculate(taken.snapshot(), WHY, MADE, "0")
    return [brev(run, at, faelles(run, ordlyd)) for at in range(2)]


def test_what_is_left_is_spread_over_the_months_that_are_said() -> None:
    first, second = letters(OK._replace(maaneder=maaneder("august-december")))
    assert section(first, "Udmeldt tidligere og efterregulering") == [
        ("Endelig tildeling", "", "468.000 kr."), ("udmeldt tidligere", "minus", "455.000 kr."),
        ("Efterregulering", "er", "13.000 kr."), ("måneder (august-december)", "deles med", "5"),
        ("Pr. måned", "er", "2.600,00 kr.")]
    assert ("Efterregulering, betales tilbage", "er", "-48.000 kr.") in section(
        second, "Udmeldt tidligere og efterregulering")
    assert [wrong(each.linjer) for made in (first, second) for each in made.afsnit if wrong(each.linjer)] == []


def test_it_is_said_first_who_is_to_have_more_and_who_is_to_pay_back() -> None:
    first, second = letters(OK._replace(maaneder=maaneder("august-december")))
    assert first.kort[-1] == "Der er før udmeldt 455.000 kr.: 13.000 kr. kommer oveni i august-december."
    assert second.kort[-1] == "Der er før udmeldt 300.000 kr.: 48.000 kr. betales tilbage i august-december."
    assert letters(OK)[1].kort[-1] == "Der er før udmeldt 300.000 kr.: 48.000 kr. betales tilbage."


def test_of_what_is_the_same_as_before_nothing_is_to_come() -> None:
    for made in letters(OK._replace(maaneder=maaneder("maj")), (468_000, 252_000)):
        assert not any("før udmeldt" in line for line in made.kort)
        assert section(made, "Udmeldt tidligere og efterregulering")[-1] == ("Efterregulering", "er", "0 kr.")
