"""What several pools come to on a page, re-done from its printed text: the published case, drawn pools, a guarantee."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from addin.sheets.hvorfor import kolonner
from addin.sheets.udmelding.brev import Afsnit, aendringen, brev, regnestykket
from addin.sheets.udmelding.i_alt import I_ALT
from addin.sheets.udmelding.smaa import FAA
from addin.workbook import Refusal
from tests.addin.sheets.udmelding.flere import WISH, of_randers, printed, shown
from tests.addin.sheets.udmelding.tape import number, wrong
from tests.differential.test_several_pools import pool
from tests.planning import calculated
from tests.pools import HOUSES, RANDERS, houses

GARANTI = {"Pulje": "Garanti", "Garanti": 0.95}
TOTAL = "Tildeling i alt"


def test_randers_two_pools_each_rounded_by_itself() -> None:
    """felt 7.2: 11,04992 of 71,76212 x 8.360.000 is 1.287.271,49, which is rounded up; 2,8094 of 19,0894 x 1.230.000 is
    181.019,94. Together 1.468.292 kr., for 178 children 8.249 kr. each, and for the 1.122 of all 8.547 kr."""
    run, same = of_randers()
    lines = printed(run, 0, same)
    assert lines[0] == ("Puljen Alle", "", "")
    assert lines[17:26] == [
        ("Nøglen i alt", "er", "11,04992"), ("Pengene efter nøglen", "", "8.360.000 kr."),
        ("alles nøgler", "deles med", "71,76212"), ("Sats, kr. pr. enhed", "er", "116.496,000954264 kr."),
        ("Det, der tæller med (linje 18)", "", "11,04992"), ("satsen (linje 21)", "gange", "116.496,000954264 kr."),
        ("Efter nøglen", "er", "1.287.271,49 kr."),
        ("Afrunding til hele kroner, op: resten er blandt de største", "plus", "0,51 kr."),
        ("Alle: tildeling", "er", "1.287.272 kr.")]
    assert lines[26:28] == [("Puljen Vuggestuer", "", ""), ('Nøgle: "Vuggestuenøgle"', "", "2,8094")]
    assert lines[30][1:] == ("er", "64.433,664756357 kr.") and lines[33] == ("Efter nøglen", "er", "181.019,94 kr.")
    assert lines[35:] == [
        ("Vuggestuer: tildeling", "er", "181.020 kr."), (I_ALT, "", ""), ("Alle (linje 26)", "", "1.287.272 kr."),
        ("Vuggestuer (linje 36)", "plus", "181.020 kr."), (TOTAL, "er", "1.468.292 kr."), ("børn", "deles med", "178"),
        ("Kr. pr. barn (alle 3 modtagere: 8.547 kr.)", "er", "8.249 kr.")]


def test_the_page_of_randers_from_the_leaders_chair() -> None:
    run, same = of_randers()
    made = brev(run, 0, same)
    assert made.kort == ["Dagtilbud Nord får 1.468.292 kr. fra puljerne i 2027.", "Det svarer til 3,29 stillinger."]
    sections = {each.overskrift: each for each in made.afsnit}
    staff = [line.trykt for line in sections["Normering"].linjer]
    assert staff == ["1.468.292 kr.", "446.000 kr.", "3,29", "1,97", "1,32"]
    assert sections["Krav og formål"].tekst[:1] == [f"Vuggestuer: {WISH}."]
    assert sections["Hvorfor beløbet er ændret"].tekst == [
        "Det kan ikke vises: sidste års beløb fra alle puljerne tilsammen er ikke kendt."]
    assert [each.overskrift for each in made.afsnit if wrong(each.linjer)] == []


def test_one_who_had_nothing_last_year_is_not_told_that_the_others_amounts_are_unknown() -> None:
    run = calculated(houses(*RANDERS, table=[*HOUSES[:6], (*HOUSES[6][:7], None)]))
    same = replace(shown(run), aendring=kolonner(run.first))
    assert aendringen(run.first, 0, same).linjer and aendringen(run.first, 0, same).tekst == []
    assert aendringen(run.first, 5, same) == Afsnit("Hvorfor beløbet er ændret")


def faults(rows: list[dict[str, Any]]) -> list[str] | None:
    """What is wrong in all calculations of all recipients, shown or not; None where the pools cannot be shared."""
    try:
        run = calculated(houses(*rows))
    except Refusal:
        return None
    found = []
    for same in (shown(run), shown(run, FAA)):
        for at, given_out in enumerate(run.first.tildeling.tolist()):
            lines = regnestykket(run, at, same).linjer
            (total,) = (line.trykt for line in lines if line.label == TOTAL)
            found += wrong(lines)
            found += [] if number(total)[0] == Decimal(f"{given_out:.2f}") else [f"{at}: {total}"]
    return found


@given(st.lists(pool(), min_size=2, max_size=4), st.sampled_from((None, 0.01, 0.2)), st.data())
def test_every_page_of_drawn_pools_is_re_done_from_what_is_printed(
        rows: list[dict[str, Any]], share: float | None, data: st.DataObject) -> None:
    for at, row in enumerate(rows):
        row |= {"Pulje": f"P{at}"} | ({"Modtagere": RANDERS[0]["Modtagere"]} if "Nøgle" in row else {})  # who has it
        if data.draw(st.booleans()):
            row["Grundbeløb, kr."] = row["Afrunding, kr."]
        if at + 1 < len(rows) and data.draw(st.booleans()):
            row["Tilovers"] = f"P{data.draw(st.integers(at + 1, len(rows) - 1))}"
    found = faults([*rows, *([] if share is None else [{**GARANTI, "Garanti": share}])])
    assume(found is not None)
    assert found == []


def test_pools_that_a_guarantee_moves_much_between_are_re_done() -> None:
    for row in ({}, {"Afrunding, kr.": 1000}, {"Garanti": 0.9333}):
        assert faults([*RANDERS, {**GARANTI, **row}]) == []
    assert faults([{**RANDERS[0], "Loft, kr. pr. barn": 5_000, "Tilovers": "Alle"},
                   {**RANDERS[1], "Grundbeløb, kr.": 50_000}, GARANTI]) == []


def test_who_gives_to_a_guarantee_and_who_is_lifted_to_it() -> None:
    """Of test_puljer: the floors of four are 6.355.500, and (9.590.000 - 6.355.500) / 3.541.214 is left for the other
    two, 0,91338 of each krone: 1.353.036 x 0,9133873 = 1.235.845,9; Druen's 451.013 would be 411.949."""
    run = calculated(houses(*RANDERS, GARANTI))
    giver, lifted = (printed(run, at, shown(run)) for at in (0, 3))
    start = giver.index((I_ALT, "", ""))
    assert giver[start + 3:start + 7] == [
        ("Fra puljerne", "er", "1.353.036 kr."), ("Puljerne til alle modtagere", "", "9.590.000 kr."),
        ("til dem, garantien bestemmer for", "minus", "6.355.500 kr."),
        ("de øvriges beløb fra puljerne", "deles med", "3.541.214")]
    assert giver[start + 10][:2] == ("Til rest, når garantien er betalt", "er")
    assert giver[start + 11:start + 15] == [
        ("garantien: 95 % af sidste år, 900.000 kr.", "mindst", "855.000 kr."),
        ("Ingen grænse er nået", "er", "1.235.845,94 kr."),
        ("Afrunding til hele kroner, op: resten er blandt de største", "plus", "0,06 kr."),
        (TOTAL, "er", "1.235.846 kr.")]
    assert ("Bestemt af: garanti", "er", "855.000 kr.") in lifted and lifted[-3] == (TOTAL, "er", "855.000 kr.")


def test_last_years_amount_is_said_to_be_lifted_where_it_is() -> None:
    """900.000 lifted by 3,2 % is 928.800, of which 95 % are 882.360."""
    run = calculated(houses(*RANDERS, GARANTI, pl=0.032))
    lifted = "garantien: 95 % af sidste år i nyt prisniveau, 928.800 kr."
    assert (lifted, "mindst", "882.360 kr.") in printed(run, 0, shown(run))


def test_a_guarantee_that_moves_nothing_is_said_in_a_sentence() -> None:
    run = calculated(houses(*RANDERS, {**GARANTI, "Garanti": 0.4}))
    made = regnestykket(run, 0, shown(run))
    assert made.tekst == ["Garantien på 40 % af sidste år ændrer intet."]
    assert [line.label for line in made.linjer[-5:-2]] == ["Vuggestuer (linje 10)", "Alle (linje 20)", TOTAL]


def test_only_the_pools_one_takes_part_in_and_who_is_in_none_is_told() -> None:
    """Birken is a børnehave: it is not in the pool of the vuggestuer."""
    run = calculated(houses(*RANDERS))
    labels = [label for label, _, _ in printed(run, 1, shown(run))]
    assert "Puljen Alle" in labels and not any("Vuggestuer" in label for label in labels)
    small = calculated(houses(RANDERS[0], {**RANDERS[1], "Modtagere": "Type: Vuggestue"}, GARANTI | {"Garanti": 0.01}))
    made = regnestykket(small, 1, shown(small))
    assert made.tekst == ["Birken er ikke med i nogen af puljerne."]
    assert printed(small, 1, shown(small))[-3] == (TOTAL, "er", "16.000 kr.")  # by the guarantee alone
    none = calculated(houses(RANDERS[0], {**RANDERS[1], "Modtagere": "Type: Vuggestue"}))
    assert printed(none, 1, shown(none)) == [(I_ALT, "", ""), (TOTAL, "", "0 kr.")]
    assert brev(none, 1, shown(none)).kort[0] == "Birken får ingen penge fra puljerne."
