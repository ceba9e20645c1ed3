"""Settings of one value: labels, several candidates, and what looks like a typing error."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.finding import cells
from addin.settings.settle import settle
from addin.settings.values import worded
from addin.workbook import Name, Plan, Question, Questions, Refusal, Sheet, Snapshot
from tests.builders import HEADINGS, POOL, ROWS, snapshot


def act(taken: Snapshot, **choices: Any) -> Any:
    return fordel_pulje(taken, choices, "nu", "0")


def asked(taken: Snapshot, **choices: Any) -> dict[str, Question]:
    answer = act(taken, **choices)
    assert isinstance(answer, Questions), answer
    return {question.setting: question for question in answer.questions}


def total(taken: Snapshot, **choices: Any) -> float:
    answer = act(taken, **choices)
    assert isinstance(answer, Plan), answer
    return sum(amount for _, amount, _ in answer.summary["tabel"])


def pools(*rows: Any) -> Snapshot:
    return snapshot(Budget=[HEADINGS, *ROWS], Pulje=list(rows))


def test_what_is_left_to_distribute_goes_before_the_whole_pool() -> None:
    assert total(pools(("Pulje", 90_000), ("Heraf central", 10_000), ("Til fordeling", 80_000))) == 80_000


def test_a_sum_of_pools_goes_before_its_parts() -> None:
    assert total(pools(("Pulje A", 30_000), ("Pulje B", 60_000), ("Puljer i alt", 90_000))) == 90_000


def test_several_pools_are_asked_about_and_may_be_added() -> None:
    two = pools(("Pulje A", 30_000), ("Pulje B", 60_000))
    assert [value for value, _ in asked(two)["pulje"].choices] == ["Pulje!B1", "Pulje!B2", "alle"]
    assert (total(two, pulje="Pulje!B2"), total(two, pulje="alle")) == (60_000, 90_000)
    plan = act(two, pulje="alle")
    assert plan.names["Fordel_pulje_2"] == "'Pulje'!$B$2"


@pytest.mark.parametrize("row", [("Pulje", 52_514_101, 125_000), ("Til fordeling", 100_000, 110_000, 125_000)])
def test_several_figures_beside_a_label_are_asked_about(row: Any) -> None:
    assert "Hvilken er det" in asked(pools(row))["pulje"].text


def test_a_note_between_a_label_and_its_amount_is_passed() -> None:
    assert total(pools(("Pulje", "note 1", 125_000))) == 125_000


def test_an_amount_below_its_label() -> None:
    assert total(pools(("Pulje 2027",), (125_000,))) == 125_000


def test_a_vague_label_is_asked_about_and_may_be_declined() -> None:
    vague = pools(("Beløb", 125_000))
    assert [value for value, _ in asked(vague)["pulje"].choices] == ["Pulje!B1", "andet"]
    assert total(vague, pulje="Pulje!B1") == 125_000
    assert asked(vague, pulje="andet")["pulje"].choices == ()


def test_the_least_of_a_column_is_no_minimum() -> None:
    rows = [HEADINGS, *ROWS, (None,), (None, None, None, None, "Minimum", 0)]
    answer = act(snapshot(Budget=rows, Pulje=POOL))
    assert isinstance(answer, Plan) and answer.names["Fordel_minimum"].startswith("'Fordel opsætning'!")


def test_a_cap_in_thousands_is_refused() -> None:
    answer = act(pools(("Pulje", 125_000), ("Loft pr. barn (1.000 kr.)", 5)))
    assert isinstance(answer, Refusal) and "regnes i kr." in str(answer)


def test_one_burden_many_times_the_others_is_asked_about() -> None:
    rows = [*ROWS[:2], ("Cikorien", 20, 10, 12)]
    taken = snapshot(Budget=[HEADINGS, *rows], Pulje=POOL)
    question = "tal Budget: Cikorien"
    assert "D4: Cikorien har 12, og de andre højst 0,1" in asked(taken)[question].text
    assert isinstance(act(taken, **{question: "ja"}), Plan)
    assert "ret tallet, fx til 0,12 eller 12 %" in str(act(taken, **{question: "nej"}))
    index = snapshot(Budget=[HEADINGS, *ROWS[:2], ("Cikorien", 20, 10, 0.9)], Pulje=POOL)
    assert isinstance(act(index), Plan)


def test_units_are_taken_in_the_words_people_write() -> None:
    assert total(pools(("Pulje", 125)), enhed_pulje="tkr") == 125_000
    assert total(pools(("Alle beløb i 1.000 kr.",), ("Pulje", 125))) == 125_000
    assert "andre beløb" in asked(snapshot(
        Budget=[(*HEADINGS, "Budget (1.000 kr.)"), *((*row, 9) for row in ROWS)], Pulje=POOL))["enhed_pulje"].text


@pytest.mark.parametrize("title", ["Alle beløb i 1.000 kr.", "Budget 2027 (t.kr.)", "Budget, hele 1.000 kr. - Børn"])
def test_a_title_in_the_row_of_the_pool_may_be_of_its_unit_and_that_is_asked(title: str) -> None:
    taken = pools((title, None, "Pulje", 125))
    assert asked(taken)["enhed_pulje"].text.startswith(f'Pulje: på arket står "{title}", i en række med andre tal.')
    assert total(taken, enhed_pulje="1.000 kr.") == 125_000 and total(taken, enhed_pulje="kr.") == 125


@pytest.mark.parametrize("row", [("Løn (1.000 kr.)", 450), ("Løn (1.000 kr.)", 450, "i alt"), ("Løn (kr.)", "ca.", 450),
                                 ("Alle beløb i kr.", "Løn", 450)])
def test_a_label_is_of_its_own_figure_alone(row: tuple[Any, ...]) -> None:
    assert total(pools(("Pulje", 125_000), row)) == 125_000


@pytest.mark.parametrize("unit, kroner", [(1_000, 125_000), (1_000.0, 125_000), ("1000", 125_000), ("1.000", 125_000),
                                          (1_000_000, 125_000_000), (1, 125), ("1.000 kr.", 125_000)])
def test_the_number_a_spreadsheet_makes_of_a_picked_unit_is_that_unit(unit: Any, kroner: float) -> None:
    """As it stands on our own sheet the second time."""
    taken = replace(pools(("Pulje", 125), (None, unit)), names=(Name("Fordel_enhed_pulje", "Pulje!$B$2"),))
    assert total(taken) == kroner


@pytest.mark.parametrize("unit", [100, 0, 1_000.5, True, "100.000"])
def test_any_other_number_is_no_unit(unit: Any) -> None:
    with pytest.raises(Refusal, match=r"kendes ikke. Skriv kr., 1.000 kr., mio. kr."):
        worded("enhed_pulje", unit)


def test_an_edition_may_be_called_what_else_says_that_an_amount_is_another() -> None:
    plan = act(pools(("Pulje", 125_000)), udgave="andet")
    assert isinstance(plan, Plan) and plan.sheets[0].name == "Fordeling (andet)"
    assert 'Tærskeltype: "andet" kendes ikke' in str(act(pools(("Pulje", 125_000)), taerskeltype="andet"))


@pytest.mark.parametrize(("cell", "kept"), [("OVER", "over"), (" Fuld ", "fuld"), (None, "fuld")])
def test_a_word_in_a_chosen_cell_is_kept_as_it_is_spelled(cell: Any, kept: str) -> None:
    taken = pools(("Pulje", 125_000), (None, cell))
    assert settle(taken, {"taerskeltype": "Pulje!B2"}).values["taerskeltype"] == kept


def test_a_word_that_is_none_is_told_as_it_is_written() -> None:
    assert 'Puljen står i: "euro.." kendes ikke. Skriv kr., 1.000 kr., mio. kr.' in str(
        act(pools(("Pulje", 125_000)), enhed_pulje="euro.."))


def test_a_word_in_a_chosen_cell_that_is_none_is_refused() -> None:
    assert 'Tærskeltype: "halv" kendes ikke. Skriv fuld, over.' in str(
        act(pools(("Pulje", 125_000), (None, "halv")), taerskeltype="Pulje!B2"))


def test_each_sheet_is_gone_through_once_for_the_labels_of_all_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    labelled = cells.labelled

    def counted(sheet: Sheet, tables: Any) -> Any:
        seen.append(sheet.name)
        return labelled(sheet, tables)

    monkeypatch.setattr(cells, "labelled", counted)
    settled = settle(pools(("Pulje", 125_000), ("Loft pr. barn", 9_000), ("Minimumsgrænse", 0.08)), {})
    assert (settled.values["pulje"], settled.values["loft"], settled.values["taerskel"]) == (125_000, 9_000, 0.08)
    assert seen == ["Budget", "Pulje"]
