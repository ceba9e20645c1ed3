"""The sentences and sections of a page, seen from the leader's chair."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from addin.sheets.run import Run
from addin.sheets.udmelding.brev import BOERNENE, Brev, Faelles, brev, faelles, in_hundredths
from addin.sheets.udmelding.ordlyd import KRAV, Ordlyd, maaneder, undtagelser
from addin.workbook import Refusal
from tests.addin.dele.test_ansoegt_alene import made
from tests.addin.sheets.committee import example
from tests.addin.sheets.udmelding.tape import wrong
from tests.planning import Case, calculated, case

OK = Ordlyd(accepteret="Børneudvalget")
STAFF = {"loen_paedagog": 478_000, "loen_medhjaelper": 398_000, "andel_paedagoger": 0.6}


@lru_cache
def made_of(*terms: tuple[str, Any]) -> tuple[Run, Faelles]:
    run = calculated(example(**{"udgave": "endelig", "budgetaar": 2027, **dict(terms)}))
    return run, faelles(run, OK)


def letter(at: int, words: Ordlyd = OK, **terms: Any) -> Brev:
    run, same = made_of(*terms.items())
    return brev(run, at, replace(same, ordlyd=words))


def section(made: Brev, heading: str) -> list[tuple[str, str, str]]:
    found = [each for each in made.afsnit if each.overskrift == heading]
    return [(line.label, line.regn, line.trykt) for each in found for line in each.linjer]


def words_of(made: Brev) -> str:
    return " ".join([*made.hoved, *made.kort, *(text for each in made.afsnit for text in each.tekst)])


def test_what_do_i_get_and_why_less_than_last_year() -> None:
    made = letter(8, **STAFF)
    assert made.titel == "Udmelding 2027: Kastanjen"
    assert made.kort == ["Kastanjen får 528.000 kr. fra puljen i 2027.", "Det svarer til 1,18 stillinger.",
                         "Det er 14.600 kr. mindre end i 2026; loftet bestemmer beløbet."]
    assert section(made, "Hvorfor beløbet er ændret") == [
        ("2026", "", "542.600 kr."), ("Priser (pl 3,2 %)", "plus", "17.363 kr."),
        ("Puljen er større", "plus", "38.658 kr."),
        ("Andelen af puljen er mindre (her: loftet)", "minus", "70.621 kr."),
        ("2027", "er", "528.000 kr.")]


def test_positions_add_up() -> None:
    lines = section(letter(8, **STAFF), "Normering")
    assert ("Stillinger", "er", "1,18") in lines
    assert lines[-2:] == [("heraf pædagoger, 60 %", "", "0,71"), ("heraf medhjælpere, 40 %", "plus", "0,47")]
    for hundredths in range(1, 400):
        parts = in_hundredths(hundredths / 100 + 0.003, [0.6, 0.4])
        assert round(sum(parts), 2) == round(hundredths / 100 + 0.003, 2)


def test_who_gets_nothing_is_told_so_and_no_count() -> None:
    made = letter(10)
    assert made.kort == ["Strandhuset får ingen penge fra puljen i 2027.",
                         "Det er 69.800 kr. mindre end i 2026; minimumsgrænsen er ikke nået."]
    assert section(made, "Beregningen") == [("Børn", "", "60"), ("Tildeling", "", "0 kr.")]
    assert "Andelen er under minimumsgrænsen på 8 %: den kræver mindst 5 børn af 60." in words_of(made)
    told = words_of(letter(10, OK._replace(krav="1", oenske="Ro", opfoelgning="I marts", ligger_fast="Fast i 2027")))
    assert "Fast i 2027." in told and not any(each in told for each in ("Pengene skal", "Ønske", "Opfølgning"))
    assert [line[2] for line in section(made, "Hvorfor beløbet er ændret")] == [
        "69.800 kr.", "2.234 kr.", "4.973 kr.", "77.007 kr.", "0 kr."]


def test_no_part_is_said_of_a_whole_where_nothing_is_given() -> None:
    rows = [["Institution", "Børn", "Talte", "Grundbudget"], ["A", 40, 20, 3_000_000], ["B", 60, 6, 4_000_000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
               zip(("navn", "boern", "noegle", "grundbudget"), "ABCD")}
    run = calculated(case({"Ark": rows}, columns, pulje=100_000, taerskel=0.2, udgave="endelig"))
    some, none = (brev(run, at, faelles(run, OK)).kort[-1] for at in (0, 1))
    assert some == "Samlet tildeling 3.100.000 kr., heraf 100.000 kr. fra puljen (3,2 %)."
    assert none == "Samlet tildeling 4.000.000 kr."


def test_an_amount_from_few_children_stands_alone_with_why() -> None:
    made = letter(1)  # Skovbrynet: 4 of 42
    assert section(made, "Beregningen")[:2] == [("Børn", "", "42"), ("Tildeling", "", "77.760 kr.")]
    assert "Beregningen er ikke vist, fordi den bygger på få børn." in words_of(made)
    assert "19.440" not in str(made)


@pytest.mark.parametrize(("edition", "over", "told"), [
    ("endelig", "", "ENDELIG"), ("høring", "UDKAST I HØRING", "UDKAST I HØRING"), ("udkast", "UDKAST", "UDKAST"),
    ("vedtaget", "", "ENDELIG")])
def test_draft_or_final(edition: str, over: str, told: str) -> None:
    made = letter(0, udgave=edition)
    assert made.udkast == over and made.hoved[0] == f"Til ledelsen · {told}"


def test_the_demands_follow_the_money_and_the_number_is_not_printed() -> None:
    words = OK._replace(krav="1", undtagelser={"Tjørnen": "4"}, oenske="0-2-årige prioriteres")
    assert KRAV["1"] in words_of(letter(8, words)) and "Ønske: 0-2-årige prioriteres." in words_of(letter(8, words))
    assert KRAV["4"] in words_of(letter(2, words)) and KRAV["1"] not in words_of(letter(2, words))
    assert words.stiller_krav("Kastanjen") and not words.stiller_krav("Tjørnen") and not OK.stiller_krav("Tjørnen")
    assert "type" not in words_of(letter(8, words)).casefold()
    assert BOERNENE in words_of(letter(8))


def test_until_when_it_can_be_corrected() -> None:
    made = letter(8, udgave="høring", hoeringsfrist="20. november 2027", kontakt="Børn og Unge")
    assert "Er noget forkert, så skriv til Børn og Unge inden 20. november 2027." in words_of(made)


@pytest.mark.parametrize("text", ["", "december-august", "august-", "tirsdag", "j"])
def test_months_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(Refusal, match="august-december"):
        maaneder(text)


def test_an_exception_is_for_a_recipient_there_is() -> None:
    assert undtagelser(("Tjørnen = 4",), ["Tjørnen"]) == {"Tjørnen": "4"}
    with pytest.raises(Refusal, match="NAVN=KRAV"):
        undtagelser(("Tjornen=4",), ["Tjørnen"])


RANDERS = [["Fuglekær", "Dagtilbud Nord", 24, 46, 0.0612], ["Gjerlev Børnehus", "Dagtilbud Nord", 15, 28.2, 0.0415],
           ["Mellerup", "Dagtilbud Nord", 10, 26, 0.0338], ["Asferg", "Dagtilbud Nord", 8, 20, 0.0527],
           ["Åbo", "Dagtilbud Syd", 40, 100, 0.09]]


def test_burdens_of_several_houses_add_up_to_the_key_of_their_recipient() -> None:
    names = {key: f"Ark!${letter}$2:${letter}$6" for key, letter in
             zip(("navn", "modtager", "boern_0_2", "boern_3_5", "belastning"), "ABCDE")}
    taken = case({"Ark": [["Institution", "Dagtilbud", "0-2", "3-5", "Behov"], *RANDERS]}, names, udgave="endelig",
                 vaegt=1.8, pulje=8_360_000)
    run = calculated(taken)
    made = brev(run, 0, faelles(run, OK))
    lines = section(made, "Beregningen")
    assert lines[:3] == [("Fuglekær: 1,8 x 24 + 46 vægtede børn", "", "89,2"),
                         ("forventet behov pr. barn", "gange", "6,12 %"), ("Fuglekær: nøgle", "er", "5,45904")]
    assert lines[12:17] == [("Fuglekær (linje 3)", "", "5,45904"), ("Gjerlev Børnehus (linje 6)", "plus", "2,2908"),
                            ("Mellerup (linje 9)", "plus", "1,4872"), ("Asferg (linje 12)", "plus", "1,81288"),
                            ("Nøglen i alt", "er", "11,04992")]
    assert "ledelsen prioriterer" in words_of(made)
    assert [each.overskrift for each in made.afsnit if wrong(each.linjer)] == []


def test_who_has_a_demand_and_money_answers_four_questions_and_nobody_else_any() -> None:
    krav = OK._replace(krav="1", undtagelser={"Tjørnen": "4"}, opfoelgning="Vi spørger i marts 2028")
    made = {each.modtager: each for each in (letter(at, krav, kontakt="dagtilbud@by.dk") for at in range(12))}
    asked = {name: next((each for each in page.afsnit if each.felter), None) for name, page in made.items()}
    assert {name for name, each in asked.items() if each is None} == {"Tjørnen", "Kløverstien", "Strandhuset"}
    own = asked["Kastanjen"]
    assert own is not None and own.overskrift == "Opfølgning"
    assert own.tekst[0] == ("Vi spørger i marts 2028. Når pengene er brugt, udfyldes de gule felter, og arket sendes "
                            "tilbage til dagtilbud@by.dk. Skriv intet om enkelte børn eller personer.")
    assert [felt.vaerdi for felt in own.felter] == ["Kastanjen", 528_000, None, None, None, None]
    assert not any(each.felter for each in letter(8).afsnit)
    assert "Opfølgning: Vi spørger i marts 2028." in words_of(made["Tjørnen"])
    run = calculated(case(
        {"Ark": [["Institution", "Børn", "Budget"], ["A", 40, 1_000_000], ["B", 60, 2_000_000]]},
        {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "noegle": "Ark!$B$2:$B$3", "grundbudget": "Ark!$C$2:$C$3"},
        retning="besparelse", pulje=30_000, udgave="endelig"))
    saving = brev(run, 0, faelles(run, krav))
    assert saving.kort[0] == "A skal spare 12.000 kr." and not any(each.felter for each in saving.afsnit)


def test_a_saving_is_found_by_the_recipient_and_no_money_is_given() -> None:
    rows = [["Hus", "Modtager", "Budget"], ["A", "Nord", 400_000], ["B", "Nord", 600_000], ["C", "Syd", 2_000_000]]
    names = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in
             zip(("navn", "modtager", "noegle", "grundbudget"), "ABCC")}
    run = calculated(case({"Ark": rows}, names, retning="besparelse", pulje=30_000, budgetaar=2027, udgave="endelig"))
    told = words_of(brev(run, 0, faelles(run, OK)))
    assert "Nord skal spare 10.000 kr. i 2027." in told
    assert "Besparelsen findes hos modtageren og ikke hos den enkelte institution; ledelsen prioriterer." in told
    assert not any(each in told for each in ("puljen", "Pengene", "får"))


def test_an_application_is_checked_and_no_children_count() -> None:
    def told(taken: Case) -> str:
        run = calculated(taken)
        return words_of(brev(run, 0, faelles(run, OK)))

    applied = told(made(udgave="endelig"))
    assert "Tjek det ansøgte beløb og børnetal." in applied and BOERNENE not in applied
    names = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "ansoegt"), "AB")}
    alone = case({"Ark": [["Institution", "Ansøgt beløb"], ["Ellehuset", 80_000], ["Havnehuset", 60_000]]}, names,
                 pulje=100_000, ansoegninger_deles="lige afslag", udgave="endelig")
    assert "Tjek det ansøgte beløb." in told(alone)


def test_children_have_the_decimals_that_the_amount_per_child_is_worked_out_from() -> None:
    """1.000.000 x 20 / 38 = 526.316 kr., for each of 58,25 children 9.035 kr.; of 58,3 it would have been 9.028."""
    names = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "noegle"), "ABC")}
    rows = [["Institution", "Børn", "Talte"], ["Anemonen", 58.25, 20], ["Birken", 60, 18]]
    run = calculated(case({"Ark": rows}, names, udgave="endelig", pulje=1_000_000))
    made = brev(run, 0, faelles(run, OK))
    assert section(made, "Beregningen")[-2:] == [
        ("børn", "deles med", "58,25"), ("Kr. pr. barn (alle 2 institutioner: 8.457 kr.)", "er", "9.035 kr.")]
    assert [wrong(each.linjer) for each in made.afsnit if wrong(each.linjer)] == []


def test_less_than_a_krone_per_child_is_not_printed_as_nothing() -> None:
    """100 kr. x 20 / 50 = 40 kr., for each of 60 children 67 øre: 1 kr."""
    names = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "noegle"), "ABC")}
    rows = [["Institution", "Børn", "Talte"], ["Anemonen", 60, 20], ["Birken", 60, 30]]
    run = calculated(case({"Ark": rows}, names, udgave="endelig", pulje=100))
    assert section(brev(run, 0, faelles(run, OK)), "Beregningen")[-1] == (
        "Kr. pr. barn (alle 2 institutioner: 1 kr.)", "er", "1 kr.")
