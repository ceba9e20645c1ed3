"""The promised ratios. Measured pair by pair in processes of their own, so that a slow machine is no failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.calc import in_libreoffice
from tests.benchmarks.grafting import grafting
from tests.benchmarks.measure import command, importing


def test_the_whole_command_takes_at_most_a_fifth_of_openpyxl_loading_and_saving(tmp_path: Path) -> None:
    ratio = command(tmp_path, times=3)
    assert ratio.value <= ratio.most, ratio
    assert ratio.ours.megabytes <= ratio.other.megabytes, ratio


@pytest.mark.soffice
def test_our_functions_take_at_most_a_fifth_of_native_formulas_in_libreoffice(tmp_path: Path) -> None:
    for ratio in in_libreoffice(tmp_path):
        assert ratio.most is None or ratio.value <= ratio.most, ratio


def test_importing_the_rules_takes_at_most_1_3_times_importing_numpy() -> None:
    ratio = importing(times=9)
    assert ratio.value <= ratio.most, ratio


def test_the_graft_of_two_megabytes_takes_at_most_twice_as_long_as_copying_the_zip() -> None:
    held = [ratio for ratio in grafting(times=3) if ratio.most is not None]
    assert len(held) == 2
    for ratio in held:
        assert ratio.value <= ratio.most, ratio
