"""A row per child, or delivered counts: what makes a sheet the one or the other."""

from __future__ import annotations

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding.children import Criteria, delivered, mostly, per_child
from addin.finding.children import is_mark as mark
from addin.finding.table import Table
from addin.finding.tables import tables_of
from addin.workbook import Area, Refusal, Sheet
from tests.builders import snapshot
from tests.planning import MADE, WHY


def table(*rows: list[object]) -> Table:
    (found,) = tables_of(Sheet("Ark", [list(row) for row in rows]))
    return found


CHILD = ["Løbenr.", "Institution", "Alder", "Enlig forsørger", "Lav indkomst"]
COUNTS = ["Institution", "Enlig forsørger", "Lav indkomst"]


def test_a_sheet_of_children_is_names_that_repeat_and_columns_of_marks() -> None:
    found = per_child(table(CHILD, [1, "A", 3, 0, 1], [2, "A", 1, 1, None], [3, "B", 0, 0, 0]))
    assert found == Criteria(Area("Ark", 1, 1, 3, 1), Area("Ark", 1, 3, 3, 4), CHILD[3:], [], [True, True])


def test_delivered_counts_have_one_row_a_name_and_are_no_children() -> None:
    rows = table(COUNTS, ["A", 0, 1], ["B", 1, "<3"], ["C", "..", "-"])
    assert per_child(rows) is None
    found = delivered(rows, {"a", "b", "c"})
    assert found is not None and found.criteria == Area("Ark", 1, 1, 3, 2)


def test_counts_that_name_no_criterion_or_other_institutions_are_not_taken() -> None:
    assert delivered(table(["Institution", "Pædagoger", "Medhjælpere"], ["A", 3, 4], ["B", 1, 2]), {"a", "b"}) is None
    assert delivered(table(COUNTS, ["X", 3, 4], ["Y", 1, 2]), {"a", "b", "c"}) is None


def test_a_few_wrong_marks_leave_a_column_a_column_of_criteria() -> None:
    assert mostly([1] * 19 + ["ukendt"], mark, 0.9)
    assert not mostly([n % 5 for n in range(20)], mark, 0.9)
    assert not mostly([None, None], mark, 0.9)


def test_a_column_between_the_criteria_is_none_of_them() -> None:
    found = per_child(table(["Institution", "Enlig", "Alder", "Lav indkomst"], ["A", 1, 3, 0], ["A", 0, 2, 1]))
    assert found is not None and found.counts == [True, False, True]


@pytest.mark.parametrize("odd", ["1-2", "*", "under 3", "."])
def test_a_criterion_with_a_mark_nobody_knows_is_no_criterion_less(odd: str) -> None:
    """It is refused with its cell when it is read; a column that is dropped would be money moved without a word."""
    rows = [["Institution", "Børn", "Grundbudget"], *([name, 40, 1000] for name in "ABCD")]
    counts = [["Institution", "Enlige forsørgere", "Lav indkomst"], ["A", 3, 5], ["B", 4, odd], ["C", 2, 6],
              ["D", 5, odd]]
    taken = snapshot(Budget=rows, DST=counts, Pulje=[["Pulje", 100_000]])
    answer = fordel_pulje(taken, {"grundlag": "leverede antal", **WHY}, MADE, "0")
    assert isinstance(answer, Refusal) and 'DST!C3' in str(answer), answer
