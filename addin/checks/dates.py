"""Data that are old, or of different days (Y11): as what the case is says, and nothing where it says no day."""

from __future__ import annotations

import datetime

from addin.checks.reasons import budget_year
from addin.checks.subject import Subject
from addin.dates import in_words
from addin.finding.editions import year_of
from udfs.errors import antal

APART = 12  # months between the children and the key's data, beyond which they are told
OLD = {"noegle_pr": 36, "boern_pr": 12}  # months before the year; KORA 2017: most renew theirs within three
CALLED = {"boern_pr": "børnetallet er opgjort", "noegle_pr": "nøglens data er opgjort"}


def of_days(subject: Subject) -> list[str] | None:
    """The two days where they are far apart, and those far before the year; None where there is nothing to hold them
    against."""
    days = {key: day for key in CALLED if (day := subject.setup.settings.vaerdi(key)) is not None}
    year = year_of(subject.setup.settings.budgetaar or "") or budget_year(subject.snapshot, subject.setup)
    if not days or (len(days) == 1 and year is None):
        return None
    found = []
    if len(days) == 2:
        apart = months(*sorted(days.values()))
        if apart > APART:
            both = " og ".join(called(subject, key, day) for key, day in days.items())
            found.append(f"{both}: der er {antal(apart, 'måned', 'måneder')} imellem")
    for key, day in days.items():
        before = months(day, datetime.date(year, 1, 1)) if year else 0
        if before > OLD[key]:
            found.append(f"{called(subject, key, day)}: {antal(before, 'måned', 'måneder')} før {year}")
    return found


def called(subject: Subject, key: str, day: datetime.date) -> str:
    """A day with what it is of, and its cell where it has one."""
    place = subject.setup.areas.get(key)
    return f"{CALLED[key]} {in_words(day)}" + (f" ({place})" if place else "")


def months(first: datetime.date, last: datetime.date) -> int:
    """Whole months from one day to a later one; less than 0 where it is earlier.

    >>> months(datetime.date(2024, 1, 1), datetime.date(2026, 8, 1))
    31
    """
    return 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)


CHECKS = {"datoer": of_days}
