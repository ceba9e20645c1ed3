"""CHANGELOG.md says of each version what it means for who uses it."""

from __future__ import annotations

import re

import pytest

from addin.version import VERSION
from tests.documents.changelog import BELOEB, FILE, HEADINGS, Version, versions

VERSIONS = versions(FILE.read_text(encoding="utf-8"))
EMPTY = ["Intet."]


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def unsaid(line: str, version: str) -> bool:
    """Whether a line about amounts leaves out whom it touches, or from which version."""
    return line not in EMPTY and not re.search(rf"Berører: \S.*\. Fra: {re.escape(version)}\.$", line)


def test_the_newest_version_is_this_one_and_they_stand_in_order() -> None:
    assert VERSIONS[0].number == VERSION
    ordered = sorted(VERSIONS, key=lambda each: (each.date, numbers(each.number)), reverse=True)
    assert [each.number for each in VERSIONS] == [each.number for each in ordered]
    assert len({each.number for each in VERSIONS}) == len(VERSIONS)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_each_has_its_four_parts_and_something_in_each(version: Version) -> None:
    assert tuple(version.changes) == HEADINGS
    assert all(version.changes.values()), "write * Intet."


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.number)
def test_each_amount_says_whom_it_touches_and_from_when(version: Version) -> None:
    assert [line for line in version.changes[BELOEB] if unsaid(line, version.number)] == []


@pytest.mark.parametrize(("newer", "older"), list(zip(VERSIONS, VERSIONS[1:])), ids=lambda version: version.number)
def test_the_version_is_raised_by_what_has_changed(newer: Version, older: Version) -> None:
    """From 1.0 on another amount is a major version; before that a minor one."""
    moved = newer.changes[BELOEB] != EMPTY
    place = 0 if numbers(older.number)[0] else 1
    assert not moved or numbers(newer.number)[place] > numbers(older.number)[place]
    assert newer.changes["Nyt"] == EMPTY or numbers(newer.number)[:2] > numbers(older.number)[:2]


def test_a_line_that_says_too_little_is_seen() -> None:
    assert not unsaid("Andet. Berører: den, der har det. Fra: 0.2.0.", "0.2.0")
    assert unsaid("Andet. Fra: 0.2.0.", "0.2.0") and unsaid("Andet. Berører: alle. Fra: 0.2.0.", "0.3.0")
    with pytest.raises(AssertionError):
        versions("## Ikke udgivet\n")
