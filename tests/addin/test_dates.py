from __future__ import annotations

import datetime

import pytest

from addin.dates import date_in_text, in_figures, in_words, numbered, of_number

AUGUST = datetime.date(2026, 8, 1)


@pytest.mark.parametrize("text", [
    "1. august 2026", "1 august 2026", "1. aug. 2026", "1. Aug 2026", "den 1. august 2026", "pr. 1. august 2026",
    "01-08-2026", "1/8 2026", "1/8-2026", "1.8.2026", "1. 8. 2026", "01.08.2026", "2026-08-01", "d. 1.8.2026",
    " 1.\u00a0august  2026 "])
def test_a_day_is_read_as_danes_write_it(text: str) -> None:
    assert date_in_text(text) == AUGUST


@pytest.mark.parametrize("text", [
    "", "2026", "august 2026", "1. august", "1.8.26", "31.2.2026", "32. maj 2026", "1. ju 2026", "1. sommer 2026",
    "1.13.2026", "1. august 1926", "1. august 2200", "uge 34", "1. august 2026 kl. 10", "01-08-2026 og 02-08-2026"])
def test_what_is_no_day_in_full_is_none(text: str) -> None:
    assert date_in_text(text) is None


def test_months_are_called_what_they_are_called() -> None:
    days = [datetime.date(2026, month, 3) for month in range(1, 13)]
    assert [date_in_text(in_words(day)) for day in days] == days
    assert [date_in_text(in_figures(day)) for day in days] == days


@pytest.mark.parametrize("number, day", [
    (46_235, AUGUST), (46_235.5, AUGUST), (20_000, datetime.date(1954, 10, 3)), (80_000, datetime.date(2119, 1, 11)),
    (19_999, None), (80_001, None), (2026, None)])
def test_a_number_is_a_day_where_it_is_likely_to_be_one(number: float, day: datetime.date | None) -> None:
    assert of_number(number) == day


def test_a_day_has_the_number_spreadsheets_give_it() -> None:
    assert numbered(AUGUST) == numbered(datetime.datetime(2026, 8, 1, 13)) == 46_235
