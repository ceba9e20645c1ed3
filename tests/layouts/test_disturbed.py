"""The corpus with one thing more beside the pool, drawn at random: never passed by."""

from __future__ import annotations

from pathlib import Path

from tests.layouts import disturbed
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import WRONG


def test_nothing_more_beside_the_pool_is_passed_by(tmp_path: Path) -> None:
    outcomes = disturbed.run(LAYOUTS, tmp_path, 0)
    assert len(outcomes) > 0.9 * len(LAYOUTS)
    assert [f"{outcome.layout}: {outcome.text}" for outcome in outcomes if outcome.kind == WRONG] == []
