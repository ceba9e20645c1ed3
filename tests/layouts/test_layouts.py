"""The corpus as a test: nothing wrong in any variant, nearly all settled, every miss known by name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from addin.workbook import Plan, area
from tests.layouts import oracle, report
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import BARE, FILE, NO_ANSWER, WRONG, Outcome, Prepared, difference, prepare, take
from tests.layouts.model import ASK, REFUSE, SETTLE, House, Layout, Rules

# The figures of the truth, and the layouts whose cells show them on another scale, or something else on purpose.
FIGURES = {"boern_0_2": "young", "boern_3_5": "old", "boern": "children", "belastning": "burden", "noegle": "key"}
SCALED = ("procent som hele tal", "indeks med 100 som gennemsnit", "færdig nøgle som andel af 1", "negativt børnetal")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> list[Prepared]:
    return prepare(LAYOUTS, tmp_path_factory.mktemp("layouts"))


@pytest.fixture(scope="module")
def outcomes(prepared: list[Prepared]) -> list[Outcome]:
    return report.run(prepared)


def of(variant: str, outcomes: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.variant == variant]


@pytest.mark.parametrize("variant", [FILE, BARE])
def test_nothing_is_wrong(outcomes: list[Outcome], variant: str) -> None:
    assert [f"{outcome.layout}: {outcome.text}" for outcome in of(variant, outcomes) if outcome.kind == WRONG] == []


def test_nearly_all_is_settled_without_a_question(outcomes: list[Outcome]) -> None:
    assert report.share_settled(of(FILE, outcomes)) >= report.LEAST_SETTLED


@pytest.mark.parametrize("variant", [FILE, BARE])
def test_every_miss_is_known_by_name(outcomes: list[Outcome], variant: str) -> None:
    assert report.misses(of(variant, outcomes)) == report.golden(variant)


# ------------------------------------------------------------------------------------- the corpus itself


def test_the_corpus_is_large_and_its_names_are_its_own() -> None:
    names = [layout.name for layout in LAYOUTS]
    assert len(names) == len(set(names)) >= 100
    assert {SETTLE, ASK, REFUSE} <= {layout.expect for layout in LAYOUTS}
    assert all(layout.why for layout in LAYOUTS if layout.expect != SETTLE)


def test_the_files_are_read_back_as_they_were_described(prepared: list[Prepared]) -> None:
    """The names and the figures of the truth stand where the builder says, in every file."""
    for one in prepared:
        placed, houses = one.placed, one.layout.houses
        if not placed.sheet or len(placed.rows) != len(houses) or "navn" not in placed.columns:
            continue
        sheet = take(one.path).sheet(placed.sheet)
        assert sheet is not None
        for row, house in zip(placed.rows, houses, strict=True):
            where = f"{one.layout.name}, row {row + 1}"
            if one.layout.file is None:
                assert sheet.value(row, placed.columns["navn"]) == (house.label or None), where
            for setting, column in placed.columns.items():
                shown = sheet.value(row, column)
                if setting in FIGURES and isinstance(shown, float) and one.layout.name not in SCALED:
                    assert shown == pytest.approx(float(getattr(house, FIGURES[setting]))), where


def test_the_pool_stands_where_the_truth_says(prepared: list[Prepared]) -> None:
    """In kr., 1.000 kr. or mio. kr.; a pool that stands nowhere is answered."""
    for one in prepared:
        place, pool = area(one.layout.pool_at), one.layout.rules.pool
        sheet = take(one.path).sheet(place.sheet) if place else None
        shown = sheet.value(place.row, place.column) if place and sheet else None
        if shown is None:
            assert "pulje" in one.layout.answers or one.layout.expect in NO_ANSWER, one.layout.name
        elif isinstance(shown, float):
            assert shown in (pool, pool / 1_000, pool / 1_000_000), one.layout.name


def test_the_truth_is_what_a_hand_calculation_gives() -> None:
    """Weights 1,8 x 10 + 20 = 38, 40, 46; keys 3,8, 2,0, 9,2 of 15: 25.333, 13.333, 61.333, and a krone to the last."""
    houses = (House("A", young=10, old=20, burden=Fraction("0.1")), House("B", old=40, burden=Fraction("0.05")),
              House("C", young=20, old=10, burden=Fraction("0.2")))
    layout = Layout("", (), houses, Rules(Fraction(100_000)))
    assert oracle.amounts(layout) == {"A": 25_333, "B": 13_333, "C": 61_334}
    months = layout.but(houses=(houses[0], houses[1], House("C", young=20, old=10, burden=Fraction("0.2"), months=6)))
    assert oracle.amounts(months) == {"A": 36_538, "B": 19_231, "C": 44_231}


def test_a_krone_too_much_or_another_name_would_be_seen() -> None:
    truth = {"A": Fraction(60), "B": Fraction(40)}
    same = Plan([], summary={"tabel": [("A", 60.0, None), ("B", 40.0, None)]})
    assert difference(truth, same, False) == ""
    assert "1 beløb" in difference(truth, Plan([], summary={"tabel": [("A", 60.0, None), ("B", 41.0, None)]}), False)
    assert "mangler ['B']" in difference(truth, Plan([], summary={"tabel": [("A", 100.0, None)]}), False)
    turned = Plan([], summary={"tabel": [("B", 40.0, None), ("A", 60.0, None)]})
    assert difference(truth, turned, False) == "rækkefølgen" and difference(truth, turned, True) == ""
