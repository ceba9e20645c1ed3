"""Recipients, groups and sums told apart; no row dropped in silence."""

from __future__ import annotations

from typing import Any

import pytest

from addin.finding.rows import Reader, Rows
from addin.workbook import NO_VALUE, Refusal, Sheet

COLUMNS = {"navn": 1, "boern_0_2": 2, "boern_3_5": 3, "belastning": 4}


def read(*rows: list[Any], columns: dict[str, int] | None = None) -> Rows:
    return Reader(Sheet("Ark", rows), columns or COLUMNS).read(0, len(rows) - 1)


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


def test_an_institution_whose_name_holds_total_but_is_no_sum_is_refused_not_dropped() -> None:
    with pytest.raises(Refusal, match='række 2: "Total Nord" ligner en sumrække, men tallene'):
        read([1, "Anemonen", 10, 20, 0.1], [2, "Total Nord", 3, 4, 0.2])


def test_a_sum_that_is_off_by_a_rounding_is_a_sum_and_the_difference_is_told() -> None:
    columns = {"navn": 0, "boern": 1, "grundbudget": 2}
    rows = read(["A", 10, 1000000], ["B", 20, 2000000], ["I alt", 30, 3000001], columns=columns)
    assert len(rows.recipients) == 2
    assert rows.skewed == ["Ark!C3: summen er 3.000.001, men afviger med 1 fra rækkerne over den."]


def test_a_sum_far_off_is_refused() -> None:
    columns = {"navn": 0, "boern": 1, "grundbudget": 2}
    with pytest.raises(Refusal, match="række 3"):
        read(["A", 10, 1000], ["B", 20, 2000], ["I alt", 30, 3100], columns=columns)


def test_a_sum_row_without_a_label_is_known_by_arithmetic() -> None:
    rows = read([1, "A", 1, 2, 0.1], [2, "B", 3, 4, 0.1], [None, None, 4, 6, None])
    assert [s.row for s in rows.skipped] == [2]


def test_figures_without_a_name_are_refused() -> None:
    with pytest.raises(Refusal, match="række 2: her er tal, men intet navn"):
        read([1, "A", 1, 2, 0.1], [2, None, 3, 4, 0.1])


def test_figures_under_the_last_sum_are_refused_not_dropped() -> None:
    with pytest.raises(Refusal, match='række 11: "Til sammenligning" har tal, men ligger under den sidste sumrække'):
        read(*GROUPED, [None, "Til sammenligning", 20, 40, None])


def test_averages_under_the_total_are_skipped_and_above_it_refused() -> None:
    average = [None, "Gennemsnit", 7.3, 14.3, 0.2]
    assert read(*GROUPED, average).skipped[-1].why == "ligger under totalen og er ikke en institution"
    with pytest.raises(Refusal, match='række 2: "Gennemsnit" ligner ikke en institution'):
        read([1, "A", 1, 2, 0.1], average)


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


def test_a_group_s_sum_above_its_members_is_refused_not_given_money() -> None:
    members = ([1, "A", 10, 20, 0.1], [2, "B", 5, 15, 0.2])
    with pytest.raises(Refusal, match='række 1: "Område Nord" er summen af rækkerne 2-3 under den'):
        read([None, "Område Nord", 15, 35, 0.15], *members)
    assert len(read([None, "Nord", 15, 36, 0.15], *members).recipients) == 3


def test_one_figure_that_happens_to_be_a_sum_is_no_sum() -> None:
    columns = {"navn": 0, "boern": 1, "belastning": 2}
    assert len(read(["A", 30, 0.1], ["B", 10, 0.1], ["C", 20, 0.1], columns=columns).recipients) == 3
