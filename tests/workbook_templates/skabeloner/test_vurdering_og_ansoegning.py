"""Points become a key, and applications are rationed in four ways by plain formulas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.filejobs.skabelon.write import made, workbook
from tests.workbook_templates.skabeloner.reading import book, changed, with_cells
from udfs.rules.fordel_ansoegning import FORDEL_ANSOEGNING
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.form import Skabelon, Vaerdi, udfyldt
from workbook_templates.skabeloner.vurdering_og_ansoegning import MANGLER, METODER, RET, UKENDT

NAVN = "vurdering-og-ansoegning"
APPLIED = [220_000, 260_000, 180_000, 90_000, 50_000]


def granted_in(template: Skabelon, many: int) -> list[object]:
    done = made(template)
    sheet, box = done.book.columns["ans", "bevilget"]
    return [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + many)]


def granted(metode: str) -> list[object]:
    return granted_in(changed(NAVN, metode=metode), 5)


def test_applications_are_shared_proportionally_and_by_priority() -> None:
    assert granted("forholdsmæssig") == pytest.approx([amount * 0.75 for amount in APPLIED])
    left = 600_000 - 480_000  # for the two of the second priority, which applied for 230.000
    assert granted("prioritet") == pytest.approx(
        [220_000, 260_000, 180_000 * left / 230_000, 0, 50_000 * left / 230_000])


def test_the_same_to_all_and_the_same_refusal_to_all() -> None:
    assert granted("lige") == pytest.approx([*[(600_000 - 90_000 - 50_000) / 3] * 3, 90_000, 50_000])
    assert granted("lige afslag") == pytest.approx([amount - 40_000 for amount in APPLIED])


@given(money=st.integers(0, 2_000), asked=st.lists(st.integers(0, 500), min_size=1, max_size=7).filter(any),
       metode=st.sampled_from(METODER), orders=st.lists(st.integers(1, 4), min_size=7, max_size=7))
def test_the_plain_formulas_ration_as_our_function_before_it_rounds(money: int, asked: list[int], metode: str,
                                                                    orders: list[int]) -> None:
    template = changed(NAVN, metode=metode, til_ansoegning=money)
    for line in range(1, 8):
        amount = asked[line - 1] if line <= len(asked) else None
        template = with_cells(template, "ans", line, beloeb=amount, prioritet=orders[line - 1])
    ours = FORDEL_ANSOEGNING(money, asked, metode.replace(" ", "_").replace("æ", "ae"),
                             orders[:len(asked)] if metode == "prioritet" else None, 0)
    assert granted_in(template, len(asked)) == pytest.approx(ours.tolist(), abs=1e-6)


def test_points_are_weighed_and_multiplied_by_weighted_children() -> None:
    rows = book(NAVN)["Vurdering"].iter_rows()
    line = [cell.value for cell in next(row for row in rows if row[1].value == "Ellehuset")]
    assert line[4:8] == [3, 2, 3, 4]
    assert line[9] == pytest.approx((2 * 3 + 2 * 2 + 3 + 4) / 6)
    assert line[11] == pytest.approx(line[9] * (1.8 * 26 + 46))


@pytest.mark.parametrize(("points", "weights", "shown"), [
    ((0, 0, 0, 0), {}, [0, 0, 0]), ((1, 1, None, 1), {3: 0}, [1, 30, 1_500_000 * 30 / 60]),
    ((1, 1, None, 1), {}, [MANGLER, MANGLER, ""]), ((1, 5, 1, 1), {}, [RET, RET, ""]),
    ((1, "2", 1, 1), {}, [RET, RET, ""]), ((4, 4, 4, 0), {}, [20 / 6, 100, 1_500_000 * 100 / 130])])
def test_an_institution_that_is_not_assessed_is_not_given_nought(
        fordel: Any, tmp_path: Path, points: tuple[Vaerdi, ...], weights: dict[int, float], shown: list[object]
        ) -> None:
    """Also where a subject that does not count is left out; then no amount is shown, for the others' are not known."""
    found = udfyldt(skabelon(NAVN), {}, {"inst": [
        (None, name, 0, 30, *given, None) for name, given in (("Bo", points), ("Li", (1, 1, 1, 1)))]})
    for line, weight in weights.items():
        found = with_cells(found, "emner", line, vaegt=weight)
    done = made(found)
    assert [done.values.value((sheet, box.row, box.column)) for sheet, box in (
        done.book.columns["inst", key] for key in ("point", "noegle", "beloeb"))] == pytest.approx(shown)
    (tmp_path / "ind.xlsx").write_bytes(workbook(found))
    answer = fordel("pulje", tmp_path / "ind.xlsx", "--ud", tmp_path / "ud.xlsx")
    wrong = [str(each) for each in shown if each in (MANGLER, RET)]
    assert (answer.code == 2 and "Vurdering!L" in answer.err and wrong[0] in answer.err) if wrong else answer.code == 0


@pytest.mark.parametrize("metode", METODER)
def test_where_an_amount_is_no_number_nobody_is_granted_anything(metode: str) -> None:
    done = made(with_cells(changed(NAVN, metode=metode), "ans", 2, beloeb="se Filer"))
    sheet, box = done.book.columns["ans", "bevilget"]
    assert [done.values.value((sheet, row, box.column)) for row in range(box.row, box.row + 6)] == [UKENDT] * 5 + [""]
