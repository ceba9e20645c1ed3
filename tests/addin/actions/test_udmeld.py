"""What the statement asks before it is made, and what it takes from the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.actions.udmeld import ACCEPTERET, udmeld
from addin.workbook import Plan, Questions, Refusal, Snapshot
from tests.addin.sheets.udmelding.flere import randers
from tests.planning import MADE, WHY, Case, amounts, case, planned, texts
from tests.pools import HOUSES, RANDERS, houses

HEADS = ["Institution", "Børn", "Talte", "Udmeldt"]
ROWS = [["Havnehuset", 78, 27, 455_000], ["Engen", 60, 13, 300_000]]
NAMES = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "noegle", "udmeldt"), "ABCD")}
TOLD = {"efterregulering_som": "lukket pulje", "reguleres_over": "august-december"}


def taken(counts: tuple[int, int] = (27, 13), columns: tuple[str, ...] = tuple(NAMES), **terms: Any) -> Snapshot:
    rows = [[name, children, count, told] for (name, children, _, told), count in zip(ROWS, counts)]
    terms = {"udgave": "endelig", "pulje": 720_000, **terms}
    return case({"Ark": [HEADS, *rows]}, {key: NAMES[key] for key in columns}, **terms).snapshot()


def answer(snapshot: Snapshot, earlier: Snapshot | None = None, **choices: str) -> Plan | Questions | Refusal:
    return udmeld(snapshot, choices, MADE, "0", earlier=earlier)


def page(made: Plan | Questions | Refusal, at: int = 0) -> str:
    assert isinstance(made, Plan), made
    return "\n".join(str(cell.value) for cell in made.sheets[at].cells if cell.value is not None)


def asked(made: Plan | Questions | Refusal) -> list[str]:
    assert isinstance(made, Questions)
    return [question.setting for question in made.questions]


def test_draft_or_final_and_how_what_is_left_is_paid_are_asked_of_who_has_not_said_it() -> None:
    assert asked(answer(taken(udgave="2"))) == ["udgave"]
    assert asked(answer(taken())) == ["efterregulering_som", "reguleres_over"]
    assert asked(answer(taken(), efterregulering_som="lukket pulje")) == ["reguleres_over"]
    assert isinstance(answer(taken(udgave="høring")), Plan)
    assert isinstance(answer(taken(columns=("navn", "boern", "noegle"))), Plan)


def test_an_answer_and_a_setting_are_the_same() -> None:
    said = page(answer(taken(), **TOLD))
    assert said == page(answer(taken(**TOLD)))
    assert "Puljen er lukket" in said and "måneder (august-december)" in said
    assert "måneder" not in page(answer(taken(), **{**TOLD, "reguleres_over": "På én gang"}))


def test_answers_that_are_none_are_refused() -> None:
    for more, told in (({"efterregulering_som": "lukket"}, "hverken lukket pulje eller fast sats"),
                       ({"reguleres_over": "juleaften"}, "ikke måneder")):
        refused = answer(taken(), **{**TOLD, **more})
        assert isinstance(refused, Refusal) and told in str(refused)
    questions = answer(taken())
    assert isinstance(questions, Questions)
    check = questions.questions[1].check
    assert check is not None and not check("på én gang") and not check("maj") and check("tirsdag")


def test_a_sats_that_is_fixed_is_the_sats_of_the_edition_that_is_replaced() -> None:
    fixed = {**TOLD, "efterregulering_som": "fast sats"}
    refused = answer(taken(), **fixed)
    assert isinstance(refused, Refusal) and "--tidligere" in str(refused)
    draft = taken(udgave="høring")  # 18.000 kr. for each of 40
    moved = answer(taken((30, 13)), draft, **fixed)
    assert isinstance(moved, Refusal) and "540.000 kr." in str(moved) and "502.325,58 kr." in str(moved)
    assert str(moved).endswith("får 502.325,58 kr. Ret puljen, så satsen er den samme, eller vælg lukket pulje.")
    said = page(answer(taken((30, 13), pulje=774_000), draft, **fixed))
    assert "Satsen ligger fast" in said and "540000" in said


def test_of_equal_losses_the_sats_that_is_fixed_is_the_loss() -> None:
    """700.000 kr. for 600.000 kr.: 33.333 each of three. With 760.000 kr. for 660.000 kr. it is the same."""
    def applied(last: int, **terms: Any) -> Snapshot:
        rows = [[name, 40, claim, 10_000] for name, claim in zip("ABC", (300_000, 200_000, last))]
        names = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "boern", "ansoegt", "udmeldt"),
                                                                            "ABCD")}
        return case({"Ark": [["Institution", "Børn", "Ansøgt beløb", "Udmeldt"], *rows]}, names,
                    **{"ansoegninger_deles": "lige afslag", "udgave": "endelig", **terms}).snapshot()

    fixed = {**TOLD, "efterregulering_som": "fast sats"}
    draft = applied(200_000, pulje=600_000, udgave="høring")
    assert "Satsen ligger fast" in page(answer(applied(260_000, pulje=660_000), draft, **fixed))
    moved = answer(applied(260_000, pulje=690_000), draft, **fixed)
    assert isinstance(moved, Refusal) and "A ville få 266.666,67 kr." in str(moved) and "276.666,67 kr." in str(moved)


@pytest.mark.parametrize("where", ["setting", "cell"])
def test_the_demands_are_settings(where: str) -> None:
    words = {"krav": "1", "oenske": "0-2-årige prioriteres", "opfoelgning": "Vi spørger i marts", "ligger_fast":
             "Beløbet ligger fast i hele 2027"}
    if where == "setting":
        said = page(answer(taken(udgave="høring"), **words))
    else:
        block = [["Sagsoplysninger"], ["Krav til pengene", 1], ["Ønske", words["oenske"]],
                 ["Opfølgning", words["opfoelgning"]], ["Beløbet ligger fast", words["ligger_fast"]]]
        said = page(answer(case({"Ark": [HEADS, *ROWS], "Sag": block}, NAMES, udgave="høring",
                                pulje=720_000).snapshot()))
    for text in ("uddannede pædagoger", "Ønske: 0-2-årige prioriteres.", "Vi spørger i marts.",
                 "Beløbet ligger fast i hele 2027."):
        assert text in said


def test_exceptions_in_the_workbook_give_way_to_those_of_the_run() -> None:
    exceptions = {"Krav": [["Institution", "Krav"], ["Havnehuset", 4]]}
    book = case({"Ark": [HEADS, *ROWS], **exceptions}, NAMES, udgave="høring", pulje=720_000, krav="1").snapshot()
    assert "ingen særlige krav" in page(answer(book)) and "uddannede" in page(answer(book), 1)
    made = udmeld(book, {}, MADE, "0", ("Havnehuset=Kun AKT",))
    assert "Kun AKT" in page(made) and "ingen særlige" not in page(made)


def test_what_is_demanded_of_money_cannot_be_said_of_a_saving() -> None:
    rows = [["Institution", "Budget", "Talte"], ["Havnehuset", 4_000_000, 27], ["Engen", 3_000_000, 13]]
    names = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "grundbudget", "noegle"), "ABC")}

    def saved(*krav_til: str, **terms: Any) -> Plan | Questions | Refusal:
        book = case({"Ark": rows}, names, retning="besparelse", pulje=40_000, udgave="endelig", **terms).snapshot()
        return udmeld(book, {}, MADE, "0", krav_til)

    assert str(saved(krav="2")) == (
        'Valg!B4: Krav til pengene: "Pengene skal bruges til pædagogisk personale." er om penge, der gives, og kan '
        "ikke siges om en besparelse. Skriv kravet med egne ord, eller lad det være.")
    assert str(saved("Engen=4")).startswith('Krav til Engen: "Der er ingen særlige krav')
    assert "Normeringen skal holdes." in page(saved("Engen=Ingen", krav="Normeringen skal holdes"))


# ------------------------------------------------------------------------------------- several pools


def of_pools(taken: Case, **choices: str) -> Plan | Questions | Refusal:
    return answer(taken.snapshot(), **{**WHY, "udgave": "endelig", **choices})


def test_a_page_each_with_every_pool_and_the_amounts_are_those_of_the_distribution() -> None:
    made = of_pools(houses(*RANDERS), **{ACCEPTERET: "Børneudvalget"})
    assert isinstance(made, Plan), made
    given = amounts(planned(houses(*RANDERS)))
    assert dict(zip(made.summary["modtagere"], made.summary["tildeling"])) == given
    assert [sheet.name for sheet in made.sheets] == [*given]
    said = page(made)
    assert "Puljen Vuggestuer" in said and "Puljen Alle" in said and "Tildeling i alt" in said
    assert "Puljen Vuggestuer" not in page(made, 1)  # Birken, a børnehave


def test_small_counts_stop_the_pages_of_several_pools_with_the_name_of_each() -> None:
    refused = of_pools(houses(*RANDERS))
    assert isinstance(refused, Refusal) and refused.about == "udmelding"
    assert "Vuggestuer: Kan regnes ud" in str(refused) and "Alle: Kan regnes ud" in str(refused)


def test_a_draft_or_not_is_asked_and_the_demands_are_as_of_one_pool() -> None:
    assert asked(answer(randers(udgave="2").snapshot())) == ["udgave"]
    krav = {"krav": "1", "oenske": "Ro", "opfoelgning": "Vi spørger i marts", "ligger_fast": "Fast i 2027"}
    said = page(of_pools(randers(formaal="Tidlig indsats", **krav)))
    for text in ("ENDELIG", "Formål: Tidlig indsats.", "uddannede pædagoger", "Ønske: Ro.", "Vi spørger i marts.",
                 "Fast i 2027.", "Udmeldt beløb, kr."):
        assert text in said
    exception = udmeld(randers(krav="1").snapshot(), {**WHY}, MADE, "0", ("Dagtilbud Nord=Kun AKT",))
    assert "Kun AKT" in page(exception) and "Kun AKT" not in page(exception, 1)


def test_who_is_in_no_pool_is_told_on_the_page_and_to_who_makes_it() -> None:
    made = of_pools(houses(RANDERS[0], {**RANDERS[1], "Modtagere": "Type: Vuggestue"}), **{ACCEPTERET: "Udvalget"})
    assert isinstance(made, Plan)
    assert "Ikke med i nogen af puljerne: Birken, Fyrren." in texts(made.messages)
    assert "Birken er ikke med i nogen af puljerne." in page(made, 1) and "Birken får ingen penge" in page(made, 1)


def test_an_edition_that_is_replaced_may_have_several_pools_or_one() -> None:
    several, single = houses(*RANDERS, udgave="høring").snapshot(), houses(udgave="høring").snapshot()
    for now, before in ((several, single), (single, several), (several, several)):
        made = answer(now, before, **WHY, udgave="endelig", **{ACCEPTERET: "Børneudvalget"})
        assert "Erstatter UDKAST I HØRING (test.xlsx)." in page(made)
        assert ("Beløbet er det samme." in page(made)) == (now is before)


def test_an_earlier_edition_that_cannot_be_read_is_refused_with_its_file() -> None:
    refused = answer(houses(*RANDERS).snapshot(), houses(RANDERS[0], RANDERS[0]).snapshot(), **WHY, udgave="endelig")
    assert isinstance(refused, Refusal) and str(refused).startswith("Den tidligere udgave test.xlsx kan ikke læses: ")


def test_statements_are_no_edition_to_hold_others_against() -> None:
    before = taken(udgave="høring")
    statements = replace(before, ours={**before.ours, "udmelding 1": before.sheets[0].name})
    assert str(answer(taken(), statements, **TOLD)) == (
        "Den tidligere udgave test.xlsx kan ikke læses: det er en udmelding, og den har ikke alle tallene. Brug "
        "budgettet, den blev lavet af.")


def test_small_counts_are_looked_for_beside_the_pools_of_an_earlier_edition() -> None:
    """In whole 200.000 kr. the amounts of today hide Cikorien's 4; those of when it had 12 say what 4 is a part of."""
    pools = [{"Pulje": name, "Beløb, kr.": 3_000_000, "Afrunding, kr.": 200_000} for name in ("En", "To")]
    now, before = (
        houses(*pools, table=[HOUSES[0], *([*row[:5], count, *row[6:]] for row, count in zip(HOUSES[1:], counts))],
               udgave="endelig").snapshot() for counts in ([20, 19, 4, 20, 19, 14], [20, 19, 12, 20, 19, 14]))
    assert isinstance(answer(now, **WHY), Plan)
    refused = answer(now, before, **WHY)
    assert isinstance(refused, Refusal)
    assert "En: Kan regnes ud sammen med den tidligere udgave, test.xlsx, puljen To" in str(refused)


def test_a_fixed_sats_is_none_of_several_pools() -> None:
    refused = answer(taken(), houses(*RANDERS).snapshot(), **{**TOLD, "efterregulering_som": "fast sats"})
    assert isinstance(refused, Refusal) and "flere puljer med hver sin sats" in str(refused)
