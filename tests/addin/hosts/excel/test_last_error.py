"""The sentences behind the errors: the newest first, each once, and not without end."""

from __future__ import annotations

import pytest

from addin.hosts.excel import last_error


@pytest.fixture(autouse=True)
def _fresh():
    last_error.forget()
    yield
    last_error.forget()


def test_nothing_has_failed() -> None:
    assert last_error.shown() == last_error.NONE


def test_the_newest_comes_first_and_the_same_is_counted() -> None:
    last_error.keep("FORDEL_ANDEL", "a")
    last_error.keep("FORDEL_ANDEL", "b")
    last_error.keep("FORDEL_ANDEL", "a")
    assert last_error.shown() == "FORDEL_ANDEL: a (2 gange)\nFORDEL_ANDEL: b"
    last_error.keep("FORDEL_SATS", "a")
    assert last_error.shown().splitlines()[0] == "FORDEL_SATS: a"


def test_only_so_many_are_kept() -> None:
    for number in range(last_error.KEPT + 1):
        last_error.keep("FORDEL_ANDEL", str(number))
    lines = last_error.shown().splitlines()
    assert (len(lines), lines[-1]) == (last_error.KEPT, "FORDEL_ANDEL: 1")
