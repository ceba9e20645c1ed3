"""What the workbook says to each recipient in words, and that it is printed on that page and on no other."""

from __future__ import annotations

from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets.run import Run
from addin.sheets.udmelding import til_hver
from addin.sheets.udmelding.brev import brev, faelles
from addin.sheets.udmelding.ordlyd import Ordlyd
from addin.workbook import Refusal
from tests.planning import calculated, case

ROWS = [["Anemonen", "Nord", 60, 12], ["Birken", "Nord", 70, 20], ["Cikorien", None, 80, 28]]
NAMES = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "modtager", "boern", "noegle"), "ABCD")}
HEADS = ["Institution", "Modtager", "Børn", "Talte"]


def run(words: dict[str, list[list[Any]]], grouped: bool = False, **terms: Any) -> Run:
    columns = {key: place for key, place in NAMES.items() if grouped or key != "modtager"}
    terms = {"pulje": 600_000, "udgave": "endelig", **terms}
    return calculated(case({"Ark": [HEADS, *ROWS], **words}, columns, **terms))


def made(words: dict[str, list[list[Any]]], grouped: bool = False) -> Regnet:
    return run(words, grouped).first


def hearing(*lines: list[Any]) -> dict[str, list[list[Any]]]:
    return {"Høring": [["Svar på høringen"], [], ["Institution", "Høringssvar", "Svar", "Begrundelse"], *lines]}


def test_an_answer_stands_on_the_page_of_who_asked_and_on_no_other() -> None:
    done = run(hearing([" anemonen", "Vi har fået 8 børn mere", "Børnetallet er rettet", "Talt igen"],
                       ["Birken", "Loftet rammer skævt", "Loftet bliver"], ["Birken", "Hvad er nøglen?", "Se side 2"]))
    pages = [brev(done, at, faelles(done, Ordlyd())) for at in range(3)]
    said = [[line for each in page.afsnit if each.overskrift == "Svar på høringen" for line in each.tekst]
            for page in pages]
    assert til_hver.fortalt(done.first) == ["Svar på høringen er trykt hos Anemonen, Birken."]
    assert said == [["I skrev: Vi har fået 8 børn mere.", "Svar: Børnetallet er rettet.",
                     "Begrundelse: Talt igen."],
                    ["I skrev: Loftet rammer skævt.", "Svar: Loftet bliver.", "I skrev: Hvad er nøglen?",
                     "Svar: Se side 2."], []]
    draft = run(hearing(["Birken", "Loftet", "Bliver"]), udgave="høring")
    assert til_hver.fortalt(draft.first) == ["Svar på høringen bliver trykt, når udmeldingen er endelig, hos Birken."]
    assert not any(each.overskrift == "Svar på høringen" for each in
                   brev(draft, 1, faelles(draft, Ordlyd())).afsnit)


@pytest.mark.parametrize(("line", "told"), [
    (["Birken", "Loftet er lavt", None], "Høring!C4: høringssvaret er ikke besvaret"),
    (["Birken", None, "Det bliver"], "Høring!B4: svaret har intet høringssvar"),
    (["Bjerget", "Loftet er lavt", "Ja"], 'Høring!A4: "Bjerget" er ikke en modtager'),
    ([None, "Loftet er lavt", "Ja"], 'Høring!A4: "" er ikke en modtager'),
    (["Birken", "Drengen på stuen", "Ja"], "Høring!B4: teksten kan være om et enkelt barn"),
    (["Birken", "Loftet", "Se 010190-1234"], "Høring!C4: teksten kan være om et enkelt barn"),
    (["Birken", "Loftet", True], "Høring!C4: indholdet er ikke en tekst")])
def test_each_fault_is_refused_with_its_cell(line: list[Any], told: str) -> None:
    with pytest.raises(Refusal) as refused:
        til_hver.svar(made(hearing(line)))
    assert str(refused.value).startswith(told) and "010190" not in str(refused.value)


def test_a_demand_may_stand_beside_the_figures_or_on_a_sheet_of_its_own() -> None:
    own = {"Krav": [["Institution", "Krav"], ["Birken", 4], ["I alt", None]]}
    assert til_hver.krav(made(own)) == {"Birken": "4"}
    assert til_hver.krav(made({})) == {} and til_hver.svar(made(own)) == {}
    beside = calculated(case({"Ark": [[*HEADS, "Krav"], [*ROWS[0], "Kun AKT"], [*ROWS[1], None], [*ROWS[2], 1]]},
                             {key: place for key, place in NAMES.items() if key != "modtager"}, pulje=600_000,
                             udgave="endelig"))
    assert til_hver.krav(beside.first) == {"Anemonen": "Kun AKT", "Cikorien": "1"}


def test_what_is_said_of_an_institution_is_said_to_who_gets_its_money() -> None:
    grouped = made({"Krav": [["Institution", "Krav"], ["Birken", "Kun AKT"], ["Anemonen", "Kun AKT"]]}, grouped=True)
    assert til_hver.krav(grouped) == {"Nord": "Kun AKT"}
    with pytest.raises(Refusal, match="Krav!B3: Nord har to forskellige krav"):
        til_hver.krav(made({"Krav": [["Institution", "Krav"], ["Birken", "Kun AKT"], ["Nord", "Frit"]]}, grouped=True))
