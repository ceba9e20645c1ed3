"""Names that are nearly the same: one institution, or one recipient, twice, perhaps."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from addin.checks.subject import Subject

SHORT = 6  # letters: names below differ by a letter without meaning the same
_APART = re.compile(r"[^\w]|_")
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")  # Roman ones too
_LAST_WORD = re.compile(r"\b\w{1,2}$")  # Skole A, Skole B: what tells them apart is meant
_DOUBLE = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))  # two ways to spell one letter


def near(subject: Subject) -> list[str]:
    """Among the institutions, and among those the money is given to."""
    shown = {subject.figures.institutions.rows[number].name: subject.named(number) for number in subject.numbers()}
    for recipient in subject.figures.recipients:
        shown.setdefault(recipient.name, f"modtageren {recipient.name}")
    return [f"{shown[one]} og {shown[other]}" for one, other in pairs(list(shown))]


def pairs(names: list[str]) -> list[tuple[str, str]]:
    """Those that are near, in the order of the names: only names with the same numbers that are alike, or would be
    without one of their letters, are held together. What they share is kept as a number: of ten thousand names it is
    a hundred thousand, and lists of them would be gone through by the garbage collector again and again."""
    first: dict[int, int] = {}
    others: defaultdict[int, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        for shared in _shared(name):
            if first.setdefault(shared, at) != at:
                others[shared].append(at)
    together = sorted({pair for shared, found in others.items() for pair in combinations([first[shared], *found], 2)})
    return [(names[one], names[other]) for one, other in together if are_near(names[one], names[other])]


def _shared(name: str) -> set[int]:
    """What a near name has one of too. Two that differ may give the same by chance; they are compared afterwards."""
    letters, same = bare(name), tuple(numbers(name))
    without_one = (letters[:cut] + letters[cut + 1:] for cut in range(len(letters)))
    return {hash((less, same)) for less in (letters, *without_one)}


def are_near(one: str, other: str) -> bool:
    """Whether two names differ by blanks, signs and spelling only, or by one letter.

    >>> are_near("Børnehuset Solen", "Børnehuset Soolen"), are_near("Skole 1", "Skole 2"), are_near("Birken", "Birken.")
    (True, False, True)
    """
    if numbers(one) != numbers(other):
        return False
    first, second = bare(one), bare(other)
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < SHORT:
        return False
    if _LAST_WORD.search(one.strip()) and _LAST_WORD.search(other.strip()):
        return False
    return one_letter_apart(first, second)


def numbers(name: str) -> list[str]:
    return _NUMBER.findall(name.casefold())


def bare(name: str) -> str:
    """Letters and digits only, each letter in one spelling."""
    name = name.casefold()
    for double, letter in _DOUBLE:
        name = name.replace(double, letter)
    return _APART.sub("", name)


def one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter more, less or other makes one of the other."""
    same = next((at for at, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    if len(first) == len(second):
        return first[same + 1:] == second[same + 1:]
    shorter, longer = sorted((first, second), key=len)
    return shorter[same:] == longer[same + 1:]


CHECKS = {"navne": near}
