"""The whole action against the oracle: 200 drawn cases here, more by `python -m tests.differential 20000`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from addin.sheets import digits
from tests.differential.__main__ import ALL
from tests.differential.compare import ACCEPTED, REFUSED, Outcome, compared
from tests.differential.coverage import Coverage, in_use, may_meet
from tests.differential.dice import drawn
from udfs import bounds, given, guarantee, solving
from workbook_templates.opsaetning import SETTINGS

FEW, LEAST_ACCEPTED = 200, 0.5  # cases, of which no share is asked for below; of them
PRODUCT = ("addin", "udfs", "workbook_templates")


@pytest.fixture(scope="module")
def outcomes(seeds: int) -> list[Outcome]:
    return [compared(seed) for seed in range(seeds)]


def test_no_case_disagrees_with_the_oracle(outcomes: list[Outcome]) -> None:
    assert [(outcome.drawn.seed, outcome.wrong) for outcome in outcomes if outcome.wrong] == []
    kinds = [outcome.kind for outcome in outcomes]
    assert kinds.count(ACCEPTED) >= LEAST_ACCEPTED * len(kinds)
    assert kinds.count(REFUSED) == len(kinds) - kinds.count(ACCEPTED)


def test_each_setting_is_in_use_in_a_twentieth_of_the_accepted_cases(outcomes: list[Outcome]) -> None:
    reached = Coverage(ALL)
    for outcome in outcomes:
        if outcome.kind == ACCEPTED:
            reached.add(outcome.drawn)
    assert list(reached.impossible_pairs()) == []
    if len(outcomes) >= FEW:
        assert list(reached.rare_settings()) == []


def test_every_setting_there_is_is_drawn() -> None:
    assert set().union(*(in_use(drawn(seed)) for seed in range(FEW))) == {*SETTINGS, "kriterievaegte"}


def test_pairs_are_counted_but_those_the_rules_keep_apart() -> None:
    reached = Coverage(("garanti", "hoejst_andel", "loft", "score", "metode"))
    assert not may_meet("garanti", "hoejst_andel") and not may_meet("score", "metode") and may_meet("loft", "score")
    assert len(list(reached.rare_pairs())) == 8  # of ten pairs
    assert list(reached.rare_settings()) == []
    reached.cases = 100
    assert len(list(reached.rare_settings())) == 5


def test_the_oracle_knows_nothing_of_the_product() -> None:
    script = ("import sys, tests.differential.oracle; "
              f"print(sorted(name for name in sys.modules if name.split('.')[0] in {(*PRODUCT, 'numpy')}))")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# ------------------------------------------------------------------------------------- it finds what is wrong


def a_unit_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    right = solving.largest_remainder

    def wrong(*arguments: Any) -> Any:
        done = right(*arguments)
        moved = np.zeros(len(done.beloeb))
        if len(moved) > 1 and done.beloeb[-1] > arguments[1]:
            moved[0], moved[-1] = arguments[1], -arguments[1]
        return done._replace(beloeb=done.beloeb + moved)

    monkeypatch.setattr(solving, "largest_remainder", wrong)


def a_lost_guarantee_said_nothing_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "refuse_between", lambda *arguments: None)


def a_budget_of_0_without_a_ceiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given, "bounds", lambda foer, least, most, known: guarantee.bounds(foer, least, most))


def four_decimals_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digits, "of_weights", lambda result: 4)


@pytest.mark.parametrize("sabotage", [a_unit_moved, a_lost_guarantee_said_nothing_of, a_budget_of_0_without_a_ceiling,
                                      four_decimals_are_enough], ids=lambda sabotage: sabotage.__name__)
def test_a_sabotaged_product_disagrees(sabotage: Callable[[pytest.MonkeyPatch], None],
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    sabotage(monkeypatch)
    assert any(compared(seed).wrong for seed in range(5 * FEW))
