"""Names that are nearly the same: one institution twice, perhaps."""

from __future__ import annotations

import re
from itertools import combinations

from addin.checks.subject import Subject

SHORT = 6  # letters: names below differ by a letter without meaning the same
_APART = re.compile(r"[^\w]|_")
_LAST_WORD = re.compile(r"\b\w{1,2}$")  # Skole A, Skole B, Hus 12: what tells them apart is meant


def near(subject: Subject) -> list[str]:
    rows = subject.figures.institutions.rows
    found = []
    for one, other in combinations(range(len(rows)), 2):
        if are_near(rows[one].name, rows[other].name):
            found.append(f"{subject.named(one)} og {subject.named(other)}")
    return found


def are_near(one: str, other: str) -> bool:
    """Whether two names differ by blanks and signs only, or by one letter.

    >>> are_near("Børnehuset Solen", "Børnehuset Soolen"), are_near("Skole 1", "Skole 2"), are_near("Birken", "Birken.")
    (True, False, True)
    """
    first, second = (_APART.sub("", name.casefold()) for name in (one, other))
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < SHORT:
        return False
    if _LAST_WORD.search(one.strip()) and _LAST_WORD.search(other.strip()):
        return False
    return one_letter_apart(first, second) and digits(first) == digits(second)


def digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())


def one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter more, less or other makes one of the other."""
    same = next((at for at, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    if len(first) == len(second):
        return first[same + 1:] == second[same + 1:]
    shorter, longer = sorted((first, second), key=len)
    return shorter[same:] == longer[same + 1:]
