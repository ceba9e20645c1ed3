"""What follows from the amounts of one calculation: what is left, what is moved, and how money and shares are told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from addin.run.regnet import Regnet, Transition, is_whole
from tests.planning import calculated, case

ROWS = [["Institution", "Børn", "Nøgle", "Dagtilbud"], ["A", 10, 1, "Nord"], ["B", 10, 1, "Nord"]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "noegle": "Ark!$C$2:$C$3"}


def made(columns: Any = COLUMNS, **values: Any) -> Regnet:
    return calculated(case({"Ark": ROWS}, columns, **{"pulje": 1000, **values})).first


@pytest.mark.parametrize(("values", "whole"), [([], True), ([1.0, None, 2], True), ([1.0, 0.5], False)])
def test_no_number_has_decimals(values: list[float | None], whole: bool) -> None:
    assert is_whole(values) is whole


@pytest.mark.parametrize(("part", "shown"), [
    (0.25, "25 %"), (0.125, "12,5 %"), (1 / 3, "1/3"), (5 / 12, "5/12"), (1 / 120, "1/120"), (1.0, "100 %"),
    (0.333, "33,3 %"), (1 / 121, "0,826446280991736 %")])
def test_a_share_is_a_fraction_only_where_per_cent_have_no_end(part: float, shown: str) -> None:
    assert Transition(part, 0, 0, 0).share() == shown


def test_a_transition_is_told_as_it_is_re_done() -> None:
    assert Transition(0.25, 1_000_000, 2_000_000, 1_250_000).told() == (
        "(1 - 25 %) x 1.000.000 kr. + 25 % x 2.000.000 kr. = 1.250.000 kr.")


@pytest.mark.parametrize(("loft", "left"), [(40, 200), (50, 0), (60, 0)])
def test_what_the_cap_leaves_over(loft: int, left: int) -> None:
    """10 children in each of two."""
    assert made(loft=loft).left_over == left


def test_what_is_moved_is_counted_once() -> None:
    """500 each now; with 700 and 300, 200 kr. went to another."""
    assert made().moved(np.array([700.0, 300.0])) == 200


@pytest.mark.parametrize(("values", "style"), [
    ({}, "kr"), ({"pulje": 1000.5}, "kr_oere"), ({"pulje": 1000.5, "afrunding": 0.01}, "kr_oere")])
def test_money_is_shown_with_oere_where_there_are_any(values: dict[str, Any], style: str) -> None:
    assert made(**values).money_style == style


def test_those_who_are_given_money_are_called_what_they_are() -> None:
    alone, grouped = made(), made({**COLUMNS, "modtager": "Ark!$D$2:$D$3"})
    assert (alone.n, alone.recipient, alone.many(1), alone.many(2)) == (
        2, "Institution", "1 institution", "2 institutioner")
    assert (grouped.n, grouped.recipients, grouped.many(1)) == (1, "Modtagere", "1 modtager")


def test_without_a_part_that_is_not_in_use_there_is_nothing_and_no_reason() -> None:
    assert made().without("fast") == (None, "")
