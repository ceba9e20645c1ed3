"""The unit of a pool that is typed with the run, where the workbook speaks of another than kroner."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Questions
from tests.builders import HEADINGS, ROWS, snapshot

TITLE = ("Socioøkonomisk pulje 2027 (1.000 kr.)",)


def act(pool: str, *title: Any, headings: Any = HEADINGS, **choices: Any) -> Any:
    rows = [(*row, 2_400) for row in ROWS]
    return fordel_pulje(snapshot(Budget=[headings, *rows], Forside=[title]), {"pulje": pool, **choices}, "nu", "0")


@pytest.mark.parametrize("pool", ["380", "3800", "9.999,5"])
@pytest.mark.parametrize(("title", "headings"), [(TITLE, HEADINGS), ((), (*HEADINGS, "Grundbudget (1.000 kr.)"))])
def test_it_is_asked_what_it_stands_in(pool: str, title: Any, headings: Any) -> None:
    answer = act(pool, *title, headings=headings)
    assert isinstance(answer, Questions), answer
    (question,) = answer.questions
    assert question.setting == "enhed_pulje" and "1.000 kr.)" in question.text
    in_thousands = act(pool, *title, headings=headings, enhed_pulje="1.000 kr.")
    assert isinstance(in_thousands, Plan)
    given = float(pool.replace(".", "").replace(",", "."))
    assert sum(amount for _, amount, _ in in_thousands.summary["tabel"]) == 1_000 * given


@pytest.mark.parametrize(("pool", "title"), [("3800", ("Forside",)), ("3800 kr.", TITLE), ("3800000", TITLE),
                                             ("30000000", TITLE)])
def test_it_is_not_where_nothing_speaks_for_another(pool: str, title: Any) -> None:
    assert isinstance(act(pool, *title), Plan)
