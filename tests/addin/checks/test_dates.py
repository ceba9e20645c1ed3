"""Y11: data that are old, or of days far apart."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from addin.checks.dates import months
from tests.addin.checks.checking import made, statuses, told
from workbook_templates.fordel_tjek import FORTAELLES, INTET


def lines(**values: Any) -> list[str]:
    return told(made(**values)).get("datoer", [])


def test_two_days_far_apart_are_told_with_their_cells() -> None:
    assert lines(boern_pr=datetime.date(2026, 8, 1), noegle_pr="1. januar 2024") == [
        "børnetallet er opgjort 1. august 2026 (Valg!B2) og nøglens data er opgjort 1. januar 2024 (Valg!B3): der er "
        "31 måneder imellem"]


@pytest.mark.parametrize("noegle_pr, apart", [("1.8.2025", ""), ("31.7.2025", ""), ("1.7.2025", "13 måneder"),
                                              ("1.9.2027", "13 måneder"), ("1.8.2027", "")])
def test_a_year_apart_is_near(noegle_pr: str, apart: str) -> None:
    told = lines(boern_pr="1.8.2026", noegle_pr=noegle_pr)
    assert [line.partition("der er ")[2] for line in told] == ([f"{apart} imellem"] if apart else [])


@pytest.mark.parametrize("values, old", [
    ({"noegle_pr": "1.1.2024"}, ""), ({"noegle_pr": "1.12.2023"}, "37 måneder før 2027"),
    ({"boern_pr": "1.1.2026"}, ""), ({"boern_pr": "1.12.2025"}, "13 måneder før 2027"),
    ({"noegle_pr": "1.1.2020", "boern_pr": "1.1.2020"}, "84 måneder før 2027")])
def test_old_data_are_told_where_the_year_is_known(values: dict[str, Any], old: str) -> None:
    told = lines(budgetaar=2027, **values)
    assert {line.partition("): ")[2] for line in told} == ({old} if old else set())


@pytest.mark.parametrize("values, status", [
    ({}, ""), ({"boern_pr": "1.8.2026"}, ""), ({"budgetaar": "2027"}, ""),
    ({"boern_pr": "1.8.2026", "budgetaar": "2026/27"}, INTET),
    ({"boern_pr": "1.8.2026", "noegle_pr": "1.8.2026"}, INTET),
    ({"boern_pr": "1.8.2026", "noegle_pr": "1.8.2024"}, FORTAELLES)])
def test_nobody_can_look_where_no_day_is_said(values: dict[str, Any], status: str) -> None:
    assert statuses(made(**values))["datoer"] == status


@pytest.mark.parametrize("first, last, whole", [
    ((2024, 1, 1), (2026, 8, 1), 31), ((2024, 1, 2), (2026, 8, 1), 30), ((2026, 8, 1), (2026, 8, 1), 0),
    ((2027, 3, 1), (2027, 1, 1), -2)])
def test_months_are_whole(first: tuple[int, int, int], last: tuple[int, int, int], whole: int) -> None:
    assert months(datetime.date(*first), datetime.date(*last)) == whole
