"""Recipients, groups and sums told apart; no row dropped in silence."""

from __future__ import annotations

from typing import Any

import pytest

from addin.finding.asking import Asker
from addin.finding.institution import SUM, Rows
from addin.finding.rows import Reader
from addin.workbook import NO_VALUE, Question, Refusal, Sheet

COLUMNS = {"navn": 1, "boern_0_2": 2, "boern_3_5": 3, "belastning": 4}


def read(*rows: list[Any], columns: dict[str, int] | None = None) -> Rows:
    return Reader(Sheet("Ark", rows), columns or COLUMNS).read(0, len(rows) - 1)


def asked(*rows: list[Any], columns: dict[str, int] | None = None) -> list[Question]:
    asker = Asker({}, {})
    Reader(Sheet("Ark", rows), columns or COLUMNS, asker).read(0, len(rows) - 1)
    return list(asker.questions.values())


def answered(answer: str, *rows: list[Any]) -> Rows:
    (question,) = asked(*rows)
    return Reader(Sheet("Ark", rows), COLUMNS, Asker({question.setting: answer}, {})).read(0, len(rows) - 1)


GROUPED = (
    ["Dagtilbud Nord", None, None, None, None],
    [1, "Anemonen", 10, 20, 0.1],
    [2, "Birken", 5, 15, 0.2],
    [None, "Dagtilbud Nord i alt", 15, 35, None],
    ["Dagtilbud Syd", None, None, None, None],
    [3, "Cikorien", 7, 8, 0.3],
    [None, "Dagtilbud Syd i alt", 7, 8, None],
    [None, "I alt", 22, 43, None],
    [],
    ["Note: selvejende indgår på lige fod."],
)


def test_groups_and_sums_are_skipped_and_listed() -> None:
    rows = read(*GROUPED)
    assert [(r.row, r.name, r.group) for r in rows.recipients] == [
        (1, "Anemonen", "Dagtilbud Nord"), (2, "Birken", "Dagtilbud Nord"), (5, "Cikorien", "Dagtilbud Syd")]
    assert [(s.row, s.why) for s in rows.skipped] == [
        (0, "overskrift eller note uden tal"), (3, "sum af gruppen"), (4, "overskrift eller note uden tal"),
        (6, "sum af gruppen"), (7, "sum af alle institutioner over den"), (9, "overskrift eller note uden tal")]


def test_an_institution_whose_name_holds_total_but_is_no_sum_is_asked_about() -> None:
    rows = [1, "Anemonen", 10, 20, 0.1], [2, "Total Nord", 3, 4, 0.2]
    (question,) = asked(*rows)
    assert question.setting == "række Ark: Total Nord" and 'Ark!B2: "Total Nord" hedder som en sum' in question.text
    assert [r.name for r in answered("institution", *rows).recipients] == ["Anemonen", "Total Nord"]
    assert [s.why for s in answered("spring over", *rows).skipped] == ["efter dit svar ikke en institution"]


def test_a_sum_that_is_off_by_a_rounding_is_a_sum_and_the_difference_is_told() -> None:
    columns = {"navn": 0, "boern": 1, "grundbudget": 2}
    rows = read(["A", 10, 1000000], ["B", 20, 2000000], ["I alt", 30, 3000001], columns=columns)
    assert len(rows.recipients) == 2
    assert rows.skewed == ["Ark!C3: summen er 3.000.001, men afviger med 1 fra rækkerne, den lægger sammen."]


def test_a_sum_far_off_is_asked_about() -> None:
    columns = {"navn": 0, "boern": 1, "grundbudget": 2}
    assert asked(["A", 10, 1000], ["B", 20, 2000], ["I alt", 33, 4000], columns=columns)
    assert asked(["A", 10, 1000], ["B", 20, 2000], ["I alt Nord", 30, 3100], columns=columns)


def test_a_total_by_its_name_whose_figures_are_nearly_the_sum_is_one() -> None:
    """How far they are off is told by the checks."""
    rows = Reader(Sheet("Ark", (["A", 10, 1000], ["B", 20, 2000], ["I alt", 30, 3100])),
                  {"navn": 0, "boern": 1, "grundbudget": 2}).read(0, 2)
    assert [r.name for r in rows.recipients] == ["A", "B"] and rows.skipped[0].kind == SUM


def test_a_total_by_its_name_with_one_figure_that_is_exactly_the_sum_is_one() -> None:
    rows = Reader(Sheet("Ark", (["A", 10, 1000], ["B", 20, 2000], ["I alt", 30, 4000])),
                  {"navn": 0, "boern": 1, "grundbudget": 2}).read(0, 2)
    assert [r.name for r in rows.recipients] == ["A", "B"] and rows.skipped[0].kind == SUM


def test_a_formula_proves_a_sum_that_arithmetic_cannot() -> None:
    """Its own value is old, or was never calculated: it is a sum all the same, and the difference is told."""
    rows = (["A", 10], ["B", 20], ["Skolerne", 0])
    sheet = Sheet("Ark", rows, formulas={(2, 1): "=SUM(B1:B2)"})
    proven = Reader(sheet, {"navn": 0, "boern": 1}).read(0, 2)
    assert [r.name for r in proven.recipients] == ["A", "B"] and len(proven.skewed) == 1


@pytest.mark.parametrize("formula", ["=SUM(B1,B2)", "=SUBTOTAL(9,B1:B2)", "=B1+B2", "=+$B$1+$B$2"])
def test_the_formulas_people_sum_with(formula: str) -> None:
    sheet = Sheet("Ark", (["A", 10], ["B", 20], ["X", 30]), formulas={(2, 1): formula})
    assert len(Reader(sheet, {"navn": 0, "boern": 1}).read(0, 2).recipients) == 2


@pytest.mark.parametrize("formula", ["=C3+D3", "=10+20", "=SUM(C1:C2)", "=SUM(Ark2!B1:B2)", "=B1*2"])
def test_formulas_that_add_up_no_other_rows_make_no_sum(formula: str) -> None:
    sheet = Sheet("Ark", (["A", 10], ["B", 25], ["X", 30]), formulas={(2, 1): formula})
    assert len(Reader(sheet, {"navn": 0, "boern": 1}).read(0, 2).recipients) == 3


def test_sums_of_sums_and_sums_above_their_members_by_formula() -> None:
    rows = (["I alt", 60], ["Nord", 30], ["A", 10], ["B", 20], ["Syd", 30], ["C", 30])
    formulas = {(0, 1): "=B2+B5", (1, 1): "=SUM(B3:B4)", (4, 1): "=SUM(B6:B6)"}
    found = Reader(Sheet("Ark", rows, formulas=formulas), {"navn": 0, "boern": 1}).read(0, 5)
    assert [(r.name, r.group) for r in found.recipients] == [("A", "Nord"), ("B", "Nord"), ("C", "Syd")]


def test_sums_of_each_other_in_a_circle_prove_nothing() -> None:
    rows = (["A", 10], ["B", 20], ["Nord", 5], ["Syd", 5])
    circle = Sheet("Ark", rows, formulas={(2, 1): "=SUM(B4)", (3, 1): "=SUM(B3)"})
    found = Reader(circle, {"navn": 0, "boern": 1}).read(0, 3)
    assert [r.name for r in found.recipients] == ["A", "B", "Nord", "Syd"]
    beside = Sheet("Ark", rows, formulas={(2, 1): "=SUM(B1,B4)", (3, 1): "=SUM(B2:B3)"})
    assert [r.name for r in Reader(beside, {"navn": 0, "boern": 1}).read(0, 3).recipients] == ["A", "B"]


def test_a_sum_row_without_a_label_is_known_by_arithmetic() -> None:
    rows = read([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.1], [None, None, 4, 6, None])
    assert [s.row for s in rows.skipped] == [2]


def test_figures_without_a_name_are_refused() -> None:
    with pytest.raises(Refusal, match="række 2: her er tal, men intet navn"):
        read([1, "A", 1, 2, 0.1], [2, None, 3, 4, 0.1])


def test_figures_under_the_last_sum_are_asked_about_not_dropped() -> None:
    (question,) = asked(*GROUPED, [None, "Til sammenligning", 20, 40, None])
    assert 'Ark!B11: "Til sammenligning" har tal, men ligger under den sidste sum' in question.text


def test_averages_are_skipped_under_a_sum_or_where_they_are_the_mean_and_else_asked_about() -> None:
    assert read(*GROUPED, [None, "Gennemsnit", 7.3, 14.3, 0.2]).skipped[-1].why == "er ikke en institution"
    mean = [None, "Gennemsnit", 2, 3, 0.15]
    assert [s.row for s in read([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.2], mean).skipped] == [2]
    assert asked([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.2], [None, "Gennemsnit", 20, 30, 0.15])


def test_an_assumption_under_the_table_is_no_institution() -> None:
    rows = read([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.2], [], [None, "Pulje 2026", 500000, None, None])
    assert [s.why for s in rows.skipped] == ["en forudsætning, ikke en institution"]


def test_a_row_by_itself_with_few_figures_is_asked_about() -> None:
    assert asked([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.2], [], [None, "Reserve", 5, None, None])
    assert len(read([1, "A", 1, 2, 0.1], [], [2, "B", 3, 4, 0.2]).recipients) == 2


def test_headings_again_are_skipped_with_their_second_row() -> None:
    rows = read([1, "A", 1, 2, 0.1], [None, "Syd"], ["Nr.", "Institution", "0-2 år", "3-5 år", "Score"],
                [None, None, "antal", "antal", "pct."], [2, "B", 3, 4, 0.2])
    assert [(r.name, r.group) for r in rows.recipients] == [("A", ""), ("B", "Syd")]


def test_a_sum_never_calculated_is_still_a_sum() -> None:
    assert read([1, "A", 1, 2, 0.1], [None, "I alt", NO_VALUE, NO_VALUE, None]).skipped[0].row == 1


def test_an_institution_with_blank_figures_is_a_recipient() -> None:
    rows = read([1, "A", 1, 2, 0.1], [2, "B", None, None, None])
    assert [r.name for r in rows.recipients] == ["A", "B"]


def test_a_name_alone_is_a_heading() -> None:
    rows = read([None, "Selvejende", None, None, None], [1, "A", 1, 2, 0.1])
    assert (rows.recipients[0].group, rows.skipped[0].text) == ("Selvejende", "Selvejende")


def test_a_column_of_areas_is_the_group() -> None:
    rows = read([1, "A", 1, 2, 0.1, "Nord"], columns={**COLUMNS, "gruppe": 5})
    assert rows.recipients[0].group == "Nord"


def test_numbers_as_names_are_shown_without_decimals() -> None:
    assert read([1, 4100.0, 1, 2, 0.1]).recipients[0].name == "4100"


def test_a_group_s_sum_above_its_members_is_asked_about_not_given_money() -> None:
    members = ([1, "A", 10, 20, 0.1], [2, "B", 5, 15, 0.2])
    head = [None, "Område Nord", 15, 35, 0.15]
    (question,) = asked(head, *members)
    assert '"Område Nord" er summen af rækkerne 2-3 under den' in question.text
    assert [(r.name, r.group) for r in answered("spring over", head, *members).recipients] == [
        ("A", "Område Nord"), ("B", "Område Nord")]
    assert len(read([None, "Nord", 15, 36, 0.15], *members).recipients) == 3


def test_one_figure_that_happens_to_be_a_sum_is_no_sum() -> None:
    columns = {"navn": 0, "boern": 1, "belastning": 2}
    assert len(read(["A", 30, 0.1], ["B", 10, 0.1], ["C", 20, 0.1], columns=columns).recipients) == 3


# ------------------------------------------------------------------------------------- sums by arithmetic alone

SIX = (["Anemonen", 12, 20, 0.1], ["Birken", 10, 20, 0.05], ["Cikorien", 22, 40, 0.2], ["Dalen", 8, 20, 0.12],
       ["Engen", 12, 20, 0.07], ["Fyrren", 20, 40, 0.08])
PLAIN = {"navn": 0, "boern_0_2": 1, "boern_3_5": 2, "belastning": 3}


def test_institutions_that_happen_to_be_sums_are_institutions_as_their_burdens_say() -> None:
    assert len(read(*SIX, columns=PLAIN).recipients) == 6 and asked(*SIX, columns=PLAIN) == []
    for total in (["I alt", 84, 160, None], ["I alt", 84, 160, 0.1057]):
        found = read(*SIX, total, columns=PLAIN)
        assert len(found.recipients) == 6 and found.skipped[-1].why == "sum af alle institutioner over den"


@pytest.mark.parametrize(("burden", "sums"), [
    (round((41.6 * 0.1 + 38 * 0.055) / 79.6, 4), True), (round((32 * 0.1 + 30 * 0.055) / 62, 3), True), (None, True),
    (0.25, False), (0.04, False)], ids=["weighted 1,8", "by heads", "none", "above all", "below all"])
def test_a_row_without_a_word_for_it_is_a_sum_only_if_its_burden_agrees(burden: float | None, sums: bool) -> None:
    rows = [[name, *figures] for names in (("A", "B", "Nord"), ("C", "D", "Syd"))
            for name, figures in zip(names, ((12, 20, 0.1), (10, 20, 0.055), (22, 40, burden)), strict=True)]
    assert [r.name for r in read(*rows, columns=PLAIN).recipients] == (
        ["A", "B", "C", "D"] if sums else ["A", "B", "Nord", "C", "D", "Syd"])


def test_a_simple_mean_and_large_numbers_are_asked_about() -> None:
    small = ["A", 10, 20, 0.1], ["B", 5, 15, 0.2], ["Nord", 15, 35, 0.15]
    large = ["A", 40, 60, 0.1], ["B", 35, 45, 0.2], ["Nord", 75, 105, 0.4]
    for rows in (small, large):
        (question,) = asked(*rows, columns=PLAIN)
        assert '"Nord" har tal, der er summen af rækkerne over den' in question.text


def test_small_round_numbers_without_burdens_are_asked_about_not_dropped() -> None:
    columns = {"navn": 0, "boern_0_2": 1, "boern_3_5": 2}
    assert len(asked(*([row[0], row[1], row[2]] for row in SIX), columns=columns)) == 2


def test_a_formula_is_proof_whatever_the_burden() -> None:
    rows = (["A", 12, 20, 0.1], ["B", 10, 20, 0.05], ["Nord", 22, 40, 0.9])
    sheet = Sheet("Ark", rows, formulas={(2, 1): "=SUM(B1:B2)", (2, 2): "=SUM(C1:C2)"})
    assert [r.name for r in Reader(sheet, PLAIN).read(0, 2).recipients] == ["A", "B"]
