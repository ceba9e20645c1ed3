"""The promised ratios. Measured pair by pair in processes of their own, so that a slow machine is no failure; and again
where another program took its time from one of a pair: what is really slower is so each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.benchmarks import browser, functions, growth, page, small_counts
from tests.benchmarks.calc import in_libreoffice
from tests.benchmarks.grafting import grafting
from tests.benchmarks.measure import Ratio, command, importing
from tests.benchmarks.statements import statements

pytestmark = pytest.mark.ratio
TIMES = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the large workbook, written once."""
    return tmp_path_factory.mktemp("ratios")


@pytest.fixture(scope="module")
def counted(web_site: Path) -> browser.Counted:
    return browser.counted(web_site)


T = TypeVar("T")


def first(found: T, again: Callable[[], T]) -> Callable[[], T]:
    """What has been measured for another too; and then anew."""
    measured = [found]
    return lambda: measured.pop() if measured else again()


def check(measure: Callable[[], Iterable[Ratio]]) -> list[Ratio]:
    """Every ratio with a target meets it in one of a few measurings."""
    for _ in range(TIMES):
        found = list(measure())
        missed = [ratio for ratio in found if ratio.most is not None and ratio.value > ratio.most]
        if not missed:
            break
    assert not missed, missed
    return found


def test_the_whole_command_takes_at_most_0_16_of_openpyxl_loading_and_saving(folder: Path) -> None:
    (ratio,) = check(lambda: [command(folder, times=2)])
    assert ratio.ours.megabytes <= ratio.other.megabytes, ratio


@pytest.mark.soffice
def test_our_functions_take_at_most_a_fifth_of_native_formulas_in_libreoffice(tmp_path: Path) -> None:
    check(lambda: in_libreoffice(tmp_path))


@pytest.mark.soffice
def test_the_statements_as_pdfs_take_at_most_three_times_what_libreoffice_prints_them_in(tmp_path: Path) -> None:
    check(lambda: [statements(tmp_path)])


@pytest.mark.chromium
def test_counting_children_in_the_browser_takes_at_most_twelve_times_plain_python(
        counted: browser.Counted, web_site: Path) -> None:
    measure = first(counted, lambda: browser.counted(web_site))
    check(lambda: [browser.against_python(measure())])


@pytest.mark.chromium
def test_counting_children_in_the_browser_leaves_the_page_at_most_a_quarter_larger(
        counted: browser.Counted, web_site: Path) -> None:
    measure = first(counted, lambda: browser.counted(web_site))
    few(lambda: measure().memory, browser.MOST_MEMORY)


@pytest.mark.chromium
def test_the_page_takes_at_most_eight_times_the_command_and_of_a_budget_four(web_site: Path, folder: Path) -> None:
    check(lambda: page.against_command(web_site, folder))


def test_importing_the_rules_takes_at_most_1_3_times_importing_numpy() -> None:
    check(lambda: [importing(times=9)])


def test_the_graft_of_two_megabytes_takes_at_most_twice_as_long_as_copying_the_zip() -> None:
    assert sum(ratio.most is not None for ratio in check(lambda: grafting(times=3))) == 2


def in_one_of_a_few(measure: Callable[[], functions.Measured], most: float) -> None:
    found = [measure().ratio(0)]
    while found[-1] > most and len(found) < TIMES:
        found.append(measure().ratio(0))
    assert found[-1] <= most, found


def test_counting_children_takes_at_most_twice_as_long_as_bare_numpy() -> None:
    in_one_of_a_few(functions.counting, 2)


def test_a_capped_pool_takes_at_most_six_times_as_long_as_one_stable_sort() -> None:
    in_one_of_a_few(functions.capped, 6)


def few(measure: Callable[[], float], most: float) -> None:
    found = [measure()]
    while found[-1] > most and len(found) < TIMES:
        found.append(measure())
    assert found[-1] <= most, found


@pytest.fixture(scope="module")
def data() -> list[functions.Data]:
    return [functions.Data(n) for n in (2_000, 50_000)]


@pytest.mark.parametrize("case", functions.CASES, ids=lambda case: case[0])
def test_nothing_grows_faster_than_n_log_n(case: functions.Case, data: list[functions.Data]) -> None:
    few(lambda: functions.growth(case, data), functions.WORST_GROWTH)


@pytest.mark.parametrize("part", ["fast beløb og modtager", "summer"])  # the others are in the report
def test_ten_times_the_institutions_take_at_most_eleven_times_as_long(tmp_path: Path, part: str) -> None:
    few(lambda: growth.grown(tmp_path, growth.PARTS[part]), growth.MOST)


@pytest.mark.parametrize("piece", growth.PIECES)
def test_no_piece_that_was_quadratic_grows_faster_than_n_log_n(piece: str) -> None:
    few(lambda: growth.per_n_log_n(growth.PIECES[piece]), functions.WORST_GROWTH)


@pytest.mark.parametrize("beside_the_pool", [False, True], ids=["eget ark", "puljens ark"])
def test_long_texts_take_at_most_twice_as_long_as_short_ones(beside_the_pool: bool) -> None:
    few(lambda: growth.longer(beside_the_pool), growth.MOST_OF_TEXTS)


@pytest.mark.parametrize("unit", small_counts.UNITS)
def test_the_attack_on_small_counts_grows_no_faster_than_recipients_times_readers(unit: int) -> None:
    few(lambda: small_counts.growth(unit), small_counts.WORST_GROWTH)


@pytest.mark.parametrize("unit", small_counts.UNITS)
def test_nor_does_it_where_there_are_several_pools(unit: int) -> None:
    few(lambda: small_counts.growth_of_pools(unit), small_counts.WORST_GROWTH)
