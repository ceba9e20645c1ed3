"""The promised ratios. Measured pair by pair in processes of their own, so that a slow machine is no failure."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.measure import command, importing


def test_the_whole_command_takes_at_most_a_fifth_of_openpyxl_loading_and_saving(tmp_path: Path) -> None:
    ratio = command(tmp_path, times=1)
    assert ratio.value <= ratio.most, ratio
    assert ratio.ours.megabytes <= ratio.other.megabytes, ratio


def test_importing_the_rules_takes_at_most_1_3_times_importing_numpy() -> None:
    ratio = importing(times=9)
    assert ratio.value <= ratio.most, ratio
