"""What stands beside the pool: used and told, asked about, or named as not used; and never a number passed by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding.words import LONGEST
from addin.workbook import Plan, Questions, Refusal, Sheet, Snapshot
from tests.builders import HEADINGS, ROWS, snapshot
from tests.planning import texts

LAST = (*HEADINGS, "Tildeling 2026")
BEFORE = [(*row, amount) for row, amount in zip(ROWS, (40_000, 30_000, 55_000), strict=True)]


def act(taken: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(taken, {"begrundelse": "et lille eksempel", **choices}, "nu", "0")


def planned(taken: Snapshot, **choices: Any) -> Plan:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return answer


def asked(taken: Snapshot, **choices: Any) -> dict[str, list[str]]:
    """The values of the choices of each question."""
    answer = act(taken, **choices)
    assert isinstance(answer, Questions), answer
    return {question.setting: [value for value, _ in question.choices] for question in answer.questions}


def total(plan: Plan) -> float:
    return sum(amount for _, amount, _ in plan.summary["tabel"])


def beside(*rows: Any, before: bool = False) -> Snapshot:
    table = [LAST, *BEFORE] if before else [HEADINGS, *ROWS]
    return snapshot(Budget=table, Pulje=list(rows))


def withheld(taken: Snapshot, formulas: dict[tuple[int, int], str]) -> Snapshot:
    """The sheet of the pool with formulas."""
    budget, pool = taken.sheets
    return Snapshot(taken.file_name, (budget, Sheet(pool.name, pool.rows, formulas=formulas)))


# ------------------------------------------------------------------------------------- parts of the pool


def test_a_central_pool_is_taken_off_the_top_and_told() -> None:
    plan = planned(beside(("Pulje", 125_000), ("Central pulje", 25_000)))
    assert total(plan) == 100_000
    assert "Fundet ved deres tekster og brugt: Central pulje, af toppen 25.000 (Pulje!B2)." in texts(plan.warnings)


def test_what_has_been_taken_off_already_is_not_taken_again() -> None:
    """By the formula, by arithmetic where there is none, and where the pool says that it is what is left."""
    rows = (("Bevilling", 150_000), ("Central pulje", 25_000), ("Pulje", 125_000))
    assert total(planned(beside(*rows))) == total(planned(withheld(beside(*rows), {(2, 1): "=B1-B2"}))) == 125_000
    assert total(planned(beside(("Midler i alt", 150_000), ("Central pulje", 25_000), ("Til fordeling", 125_000)))) == (
        125_000)
    net = beside(("Til fordeling", 125_000), ("Central pulje", 25_000))
    assert asked(net)["centralt"] == ["Pulje!B2", "andet"]
    assert (total(planned(net, centralt="Pulje!B2")), total(planned(net, centralt="andet"))) == (100_000, 125_000)


def test_a_share_of_the_pool_is_asked_about_as_an_amount() -> None:
    for share in (0.04, "4 %"):
        assert asked(beside(("Pulje", 125_000), ("Central pulje", share)))["centralt"] == ["5000", "andet"]
    assert asked(beside(("Pulje", 125_000), ("Central andel, pct.", 4)))["centralt"] == ["5000", "andet"]


def test_other_parts_are_asked_about_one_by_one_and_together() -> None:
    parts = beside(("Pulje", 125_000), ("heraf ledelse", 10_000), ("heraf vikarer", 5_000))
    assert asked(parts)["centralt"] == ["Pulje!B2", "Pulje!B3", "15000", "andet"]
    assert total(planned(parts, centralt="15000")) == 110_000


def test_a_central_pool_in_another_unit_is_refused() -> None:
    answer = act(beside(("Pulje (1.000 kr.)", 125), ("Central pulje (kr.)", 25_000)))
    assert isinstance(answer, Refusal) and "står i kr., men puljen i 1.000 kr." in str(answer)


# ------------------------------------------------------------------------------------- shares of last year's


@pytest.mark.parametrize(("label", "value", "offered"), [
    ("Garanti", 95, "Pulje!B2/100"), ("Maks. fald", 0.03, "1-Pulje!B2"), ("Maks. fald", 3, "1-Pulje!B2/100"),
    ("Maks. stigning", 0.05, "1+Pulje!B2"), ("Indfasning, antal år", 3, "1/Pulje!B2"), ("Pl-sats", 3.2, "Pulje!B2/100"),
    ("Minimumsgrænse, pct.", 8, "Pulje!B2/100"),
])
def test_a_share_written_otherwise_is_asked_about_as_it_is_meant(label: str, value: float, offered: str) -> None:
    (choices,) = asked(beside(("Pulje", 125_000), (label, value), before=True)).values()
    assert choices == [offered, "andet"]


def test_shares_of_last_year_need_last_year() -> None:
    assert "ingen kolonne med sidste års tildeling" in str(act(beside(("Pulje", 125_000), ("Garanti", 0.95))))
    plan = planned(beside(("Pulje", 125_000), ("Maks. stigning", 0.05), ("Pl-sats", 0.03)))
    assert any('"Maks. stigning" 0,05 (B2), "Pl-sats" 0,03 (B3)' in line for line in texts(plan.warnings))


def test_a_price_level_is_not_lifted_twice() -> None:
    lifted = snapshot(Budget=[(*HEADINGS, "Tildeling 2026 (2027-pl)"), *BEFORE], Pulje=[
        ("Pulje", 125_000), ("Pl-sats", 0.03)])
    assert asked(lifted)["pl"] == ["Pulje!B2", "andet"]


def test_a_cap_in_per_cent_may_be_of_last_year() -> None:
    cap = beside(("Pulje", 125_000), ("Loft", 1.2), before=True)
    assert asked(cap)["loft"] == ["hoejst", "Pulje!B2", "andet"]
    plan = planned(cap, loft="hoejst")
    assert plan.names["Fordel_hoejst"] == "'Pulje'!$B$2" and plan.names["Fordel_loft"].startswith("'Fordel opsætning'")


# ------------------------------------------------------------------------------------- weights


def test_what_both_age_groups_weigh() -> None:
    same = planned(beside(("Pulje", 125_000), ("Vægt 0-2-årige", 2), ("Vægt 3-5-årige", 1)))
    assert not any("ikke med i beregningen" in line for line in texts(same.warnings))
    both = beside(("Pulje", 125_000), ("Vægt 0-2-årige", 2.5), ("Vægt 3-5-årige", 1.25))
    assert asked(both)["vaegt"] == ["2", "andet"]
    assert asked(beside(("Pulje", 125_000), ("Vægt 3-5-årige", 0.5)))["vaegt"] == ["2", "andet"]


def test_no_to_a_weight_is_the_usual_weight() -> None:
    near = beside(("Pulje", 125_000), ("0-2-årige tæller", 2))
    assert planned(near, vaegt="andet").summary["tabel"] == planned(beside(("Pulje", 125_000))).summary["tabel"]


# ------------------------------------------------------------------------------------- pools


@pytest.mark.parametrize("rows", [
    (("Pulje", 125_000, None, "Loft pr. barn", 9_000),),
    (("Pulje", 125_000, "Loft pr. barn", 9_000, "Afrundes til", 1),),
])
def test_two_labels_in_one_row_have_each_its_value(rows: Any) -> None:
    plan = planned(beside(*rows))
    assert total(plan) == 125_000 and plan.names["Fordel_loft"].startswith("'Pulje'")


def test_a_value_is_not_taken_past_the_next_label() -> None:
    assert asked(beside(("Pulje", None, "Loft pr. barn", 9_000)))["pulje"] == []


@pytest.mark.parametrize("text", ["afventer", "se notat", "afventer udvalget"])
def test_words_in_the_pool_s_cell_are_named_with_it(text: str) -> None:
    answer = act(beside(("Pulje", text)))
    assert isinstance(answer, Questions) and f'Pulje!B1: "{text}" er ikke et beløb' in answer.questions[0].text


def test_a_negative_pool_is_refused_before_anything_is_asked() -> None:
    two_years = snapshot(Budget=[HEADINGS, *ROWS], Budget2=[HEADINGS, *ROWS], Pulje=[("Pulje", -125)])
    assert 'Pulje!B1: "Pulje" er negativ (-125)' in str(act(two_years))
    assert isinstance(act(two_years, pulje="125000"), Questions)


def test_quarters_and_years_under_one_label_are_asked_about() -> None:
    quarters = beside((None, "1. kvt", "2. kvt", "3. kvt", "4. kvt"), ("Pulje", 30_000, 30_000, 30_000, 35_000))
    assert asked(quarters)["pulje"][-2:] == ["125000", "andet"]
    assert asked(beside(("Pulje 2025-2028", 500_000)))["pulje"] == ["Pulje!B1", "125000", "andet"]
    assert asked(beside((None, "2025-2028"), ("Pulje", 500_000)))["pulje"] == ["Pulje!B2", "125000", "andet"]
    assert total(planned(beside(("Pulje 2026/27", 125_000)))) == 125_000


def test_a_year_below_a_label_is_no_amount_but_what_stands_beside_it_is() -> None:
    assert asked(beside(("Pulje til fordeling",), (2026, 110_000), (2027, 125_000)))["pulje"] == [
        "Pulje!B2", "Pulje!B3", "alle"]


def test_a_share_is_no_pool() -> None:
    answer = act(beside(("Effektivisering", 0.02)))
    assert isinstance(answer, Questions) and "en andel og ikke et beløb" in answer.questions[0].text
    assert total(planned(beside(("Pulje (mio. kr.)", 0.125)))) == 125_000


def test_a_title_that_speaks_of_a_saving_is_asked_about() -> None:
    titled = beside(("Besparelse 2027 på dagtilbud",), ("Beløb", 125_000))
    assert asked(titled, pulje="Pulje!B2")["retning"] == ["tildeling", "besparelse"]


def test_a_pool_less_the_central_one_is_not_lessened_again() -> None:
    net = beside(("Pulje (ekskl. central pulje)", 125_000), ("Central pulje", 25_000))
    assert asked(net)["centralt"] == ["Pulje!B2", "andet"]


def test_numbers_below_a_heading_are_all_in_question() -> None:
    assert asked(beside(("Område", "Pulje"), ("Nord", 60_000), ("Syd", 65_000)))["pulje"] == [
        "Pulje!B2", "Pulje!B3", "alle"]


@pytest.mark.parametrize("label", ["Anden pulje", "Pulje til sprog", "Ny pulje"])
def test_another_pool_beside_the_pool_is_asked_about(label: str) -> None:
    assert "Pulje!B2" in asked(beside(("Pulje", 125_000), (label, 50_000)))["pulje"]


def test_a_pool_called_a_saving_is_found_not_given() -> None:
    budgets = [(*HEADINGS, "Grundbudget"), *((*row, 900_000) for row in ROWS)]
    saving = snapshot(Budget=budgets, Pulje=[("Besparelse i alt", 125_000)])
    for given in ({}, {"pulje": "Pulje!B1"}):
        plan = planned(saving, grundlag="belastning", **given)
        assert 'Puljen skal findes og ikke gives, for der står "Besparelse i alt".' in texts(plan.warnings)
    both = snapshot(Budget=budgets, Pulje=[("Pulje", 125_000), ("Besparelse", 25_000)])
    assert asked(both)["pulje"] == ["Pulje!B1", "Pulje!B2"]


# ------------------------------------------------------------------------------------- numbers that are not used


def test_unused_numbers_are_named_in_a_line_a_sheet_and_years_are_none() -> None:
    plan = planned(beside(("Pulje", 125_000), ("Årsløn", 478_000), ("Grundbeløb pr. institution", 25_000),
                          ("Budgetår", 2027), ("Tlf.", 89_151_515), ("Tillæg pr. barn", 2_000)))
    (line,) = [line for line in texts(plan.warnings) if "ikke med i beregningen" in line]
    assert line == ('Pulje: disse tal er ikke med i beregningen: "Årsløn" 478.000 (B2), "Grundbeløb pr. institution" '
                    '25.000 (B3), "Tillæg pr. barn" 2.000 (B6).')


@pytest.mark.parametrize("note", ["Heraf 100.000 kr. til fælles formål", "10 % holdes tilbage centralt",
                                  "NB: loft på 9.000 kr. pr. barn", "Reserve: 0,5 mio. kr."])
def test_a_sentence_that_says_an_amount_is_named(note: str) -> None:
    plan = planned(beside(("Pulje", 125_000), (note,), ("Vedtaget d. 3. juni 2026",), ("Se bilag 2",)))
    (line,) = [line for line in texts(plan.warnings) if "ikke med i beregningen" in line]
    assert line == f'Pulje: disse bemærkninger er ikke med i beregningen: "{note}" (A2).'


def test_a_label_with_a_unit_is_no_such_sentence() -> None:
    book = beside(("Pulje (1.000 kr.)", 125), ("Loft pr. barn (hele 100 kr.)", 90_000))
    plan = planned(book, enhed_pulje="1.000 kr.", loft="90000")
    assert not [line for line in texts(plan.warnings) if "bemærkninger er ikke med" in line]


def test_what_the_key_is_calculated_from_is_not_said_to_be_left_out() -> None:
    """Neither a number beside the pool nor a column, also through another formula."""
    taken = snapshot(Budget=[("Institution", "Børn", "Trivsel", "Vejet", "Nøgle"), ("Lærken", 46, 3, 6, 276),
                             ("Birken", 30, 4, 8, 240)], Pulje=[("Pulje", 125_000), ("Sprogpoint", 2), ("Årsløn", 7)])
    budget, pool = taken.sheets
    formulas = {(row, column): text.format(row + 1) for row in (1, 2) for column, text in (
        (3, "=C{0}*Pulje!$B$2"), (4, "=D{0}*B{0}"))}
    plan = planned(replace(taken, sheets=(replace(budget, formulas=formulas), pool)))
    said = [line for line in texts([*plan.warnings, *plan.messages]) if "ikke med i" in line or "ikke brugt" in line]
    assert set(said) == {'Pulje: disse tal er ikke med i beregningen: "Årsløn" 7 (B3).'}
    plain = planned(taken)
    assert any("Sprogpoint" in line and "Årsløn" in line for line in texts(plain.warnings))
    assert sum('"Trivsel"' in line or '"Vejet"' in line for line in texts(plain.messages)) == 2


def test_at_most_ten_are_named() -> None:
    plan = planned(beside(("Pulje", 125_000), *((f"Post {n}", 100 + n) for n in range(14))))
    (line,) = [line for line in texts(plan.warnings) if "ikke med i beregningen" in line]
    assert line.count("Post") == 10 and line.endswith("og 4 til.")


def test_a_label_may_stand_three_cells_away_or_above() -> None:
    plan = planned(beside(("Pulje", 125_000), (None,), ("Tilskud", None, None, 7_000), ("Takst",), (None,), (310,)))
    (line,) = [line for line in texts(plan.warnings) if "ikke med i beregningen" in line]
    assert '"Tilskud" 7.000 (D3), "Takst" 310 (A6)' in line


def test_the_least_and_the_most_far_from_the_pool_are_no_bounds() -> None:
    far = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[("Pulje", 125_000)], Nøgletal=[("Min", 1_812), ("Max", 14_440)])
    assert total(planned(far)) == 125_000
    near = beside(("Pulje", 125_000), ("Minimum", 20_000), ("Maks.", 9_000))
    assert asked(near).keys() == {"minimum", "loft"}
    assert total(planned(beside(("Pulje", 125_000), ("Minimum", "intet"), ("Loft", "ikke besluttet")))) == 125_000


# ------------------------------------------------------------------------------------- long texts


@pytest.mark.parametrize("letters", [LONGEST, LONGEST + 1])
def test_a_label_has_a_length_and_what_is_longer_is_named(letters: int) -> None:
    """A cap under 255 letters is used; one under a text of more is no setting, and its number is told."""
    label = "Loft pr. barn (" + "efter budgetaftalen " * 20
    label = label[:letters - 1] + ")"
    plan = planned(beside(("Pulje", 100_000), (label, 900)))
    used = [line for line in texts(plan.warnings) if "er ikke med i beregningen" in line]
    assert bool(used) == (letters > LONGEST)
    assert all("900 (B2)" in line for line in used)


def test_an_amount_in_a_long_sentence_is_named() -> None:
    note = "Heraf 10.000 kr. til fælles formål, som udvalget har besluttet. " + "Mødet varede længe. " * 20
    plan = planned(beside(("Pulje", 100_000), (note,)))
    (line,) = [line for line in texts(plan.warnings) if "bemærkninger er ikke med" in line]
    assert line.endswith("(A2).") and len(note) > LONGEST
