"""Personal data in the cells of a sheet (rule R12): where they stand, and never what they are.

A personal number is a birthday (ddmmyy, or a date) and four digits, of which the first tells the century; a number
loses its leading zero. It is found without its check digit, which new numbers need not fit (CPR-kontoret, 2007). What
else has nine or ten digits is known by its heading, by the words before it, or by being an amount in whole thousands.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from addin.smaa_antal import personal_words as words

NUMBER, NAME, PAY, ADDRESS, ONE_CHILD = "personnummer", "navn på barn", "løn pr. medarbejder", "adresse", "om ét barn"
Place = tuple[int, int]  # row and column, from 0
Rows = Sequence[Sequence[object]]

DAY_OF_REPLACED = 60  # is added to the day of a number that stands in for one
LONGEST = 40  # characters: what is longer is no heading
BEFORE = 25  # characters before a number that may say what it is
PLAIN = (int, float, str)
_HYPHEN = re.compile(r"\d{6}\s?[-–—‑]")
LEAST = 1e8  # a personal number without its leading zero


class Found(NamedTuple):
    """One kind of personal data on one sheet: the cells, in the order of the sheet."""

    kind: str
    places: tuple[Place, ...]


def personal(rows: Rows, of_children: bool = False, different: Iterable[object] | None = None) -> list[Found]:
    """What a sheet holds; `of_children` says that it has a row per child, so that an address there is a child's, and
    `different` has every value once, where that is known."""
    different = set(chain.from_iterable(rows)) if different is None else different
    values = {value for value in different if isinstance(value, str)  # small numbers are most, and nobody's
              or isinstance(value, (int, float)) and type(value) is not bool and value >= LEAST}
    heads = headings(rows, values)
    found = {NUMBER: numbers(rows, values), NAME: under(rows, heads, words.CHILD_NAME), PAY: pay(heads),
             ADDRESS: under(rows, heads, words.PRIVATE_ADDRESS) + (addresses(rows, values) if of_children else []),
             ONE_CHILD: one_child(rows, heads)}
    return [Found(kind, tuple(dict.fromkeys(sorted(places)))) for kind, places in found.items() if places]


def in_text(text: str) -> list[str]:
    """The kinds that are found in a free text: a note, a text box, a reason.

    >>> in_text("se 010190-1234"), in_text("familien er flyttet"), in_text("aftalt i udvalget")
    (['personnummer'], ['om ét barn'], [])
    """
    found = {NUMBER: may_be_person(text), ONE_CHILD: words.ONE_CHILD.search(text)}
    return [kind for kind, is_found in found.items() if is_found]


# ------------------------------------------------------------------------------------- numbers


def numbers(rows: Rows, values: set[str | float]) -> list[Place]:
    """The cells with a personal number."""
    suspect = {value for value in values if may_be_person(value)}
    if not suspect:
        return []
    found: list[Place] = []
    over: dict[int, str] = {}  # the nearest text over each column
    known: dict[str, bool] = {}
    for row, line in enumerate(rows):
        left = ""
        for column, value in enumerate(line):
            if type(value) in PLAIN and value in suspect and not is_other(value, over.get(column, ""), left):
                found.append((row, column))
            left = value if type(value) is str and len(value) <= LONGEST else ""
            if left and left not in known:
                known[left] = re.search("[A-Za-zÆØÅæøå]{2}", left) is not None
            if left and known[left]:
                over[column] = left
    return found


def may_be_person(value: str | float) -> bool:
    """Whether there is a birthday and four digits in a cell.

    >>> [may_be_person(cell) for cell in ("010190-1234", 101901234, "31 02 90 1234", 110_250_000, "EAN 010190 1234")]
    [True, True, False, False, False]
    """
    if not isinstance(value, str):
        return LEAST <= value < 1e10 and value == int(value) and value % 1000 != 0 and is_number(f"{int(value):010d}")
    matches = words.DIGITS.finditer(value) if len(value) >= 9 else ()
    dated = words.DATED.finditer(value) if len(value) >= 13 else ()
    return any(is_number(match[1].zfill(6) + match[2]) and not is_said_to_be_other(value, match.start())
               for match in matches) or any(
        is_dated(*match.groups()) and not is_said_to_be_other(value, match.start()) for match in dated)


def is_dated(day: str, month: str, year: str, serial: str) -> bool:
    """Whether a date and four digits are a personal number: the digits tell the century that is written, as those of a
    year after this century's date do not.

    >>> is_dated("01", "01", "1990", "1234"), is_dated("1", "8", "2026", "2027"), is_dated("1", "8", "2016", "5123")
    (True, False, True)
    """
    digits = f"{day.zfill(2)}{month.zfill(2)}{year[2:]}{serial}"
    return is_number(digits) and century(int(year[2:]), int(serial[0])) + int(year[2:]) == int(year)


def is_said_to_be_other(text: str, start: int) -> bool:
    """Whether the last words before a number are for another: "EAN 010190 1234", "sagsnr.: ..."."""
    before = re.split(r"[;,]", text[max(start - BEFORE, 0):start])[-1]
    if words.PERSON.search(before):
        return False
    return any(not re.search(r"\w{3,}", before[match.end():]) for match in of_other(text[start:]).finditer(before))


def of_other(text: str) -> re.Pattern[str]:
    """The words that say that what begins a text is no personal number: of one with its hyphen not that it is an
    amount, which is never written so."""
    return words.NUMBERED if _HYPHEN.match(text) else words.OTHER


def is_number(digits: str) -> bool:
    """Whether ten digits are a birthday and a serial number, the day of one that stands in for another included."""
    day, month, year, serial = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6:])
    day -= DAY_OF_REPLACED if day > DAY_OF_REPLACED else 0
    try:
        datetime.date(century(year, int(digits[6])) + year, month, day)
    except ValueError:
        return False
    return serial > 0


def century(year: int, seventh: int) -> int:
    """By the seventh digit, as the CPR register has it."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def is_other(value: object, over: str, left: str) -> bool:
    """Whether the heading, or the text left of a bare number, says that it is something else."""
    if isinstance(value, str) and re.search("[A-Za-zÆØÅæøå]", value):
        return False  # the words before it have been asked
    said = f"{over} · {left}"
    return not words.PERSON.search(said) and of_other(str(value).strip()).search(said) is not None


# ------------------------------------------------------------------------------------- headings, and what is under them


def headings(rows: Rows, values: set[str | float]) -> dict[Place, str]:
    """Short texts that may be headings, in plain form."""
    plain = {value: re.sub(r"\s+", " ", value.casefold()).strip(" :*.") for value in values
             if isinstance(value, str) and len(value) <= LONGEST}
    wanted = {value: text for value, text in plain.items() if any(known.search(text) for known in words.HEADINGS)}
    return {(row, column): wanted[value] for row, line in enumerate(rows) for column, value in enumerate(line)
            if type(value) is str and value in wanted} if wanted else {}


def under(rows: Rows, heads: dict[Place, str], pattern: re.Pattern[str]) -> list[Place]:
    """The headings of a kind that have something under them."""
    return [(row, column) for (row, column), text in heads.items() if pattern.search(text)
            and any(column < len(line) and line[column] not in (None, "") for line in rows[row + 1:])]


def one_child(rows: Rows, heads: dict[Place, str]) -> list[Place]:
    """Free text about a single child: under a heading for such, or right of it."""
    found = []
    for (row, column), text in heads.items():
        if words.FREE_TEXT.search(text):
            found += [(row, column + 1), *((line, column) for line in range(row + 1, len(rows)))]
    return [place for place in found if words.ONE_CHILD.search(text_at(rows, place))]


def text_at(rows: Rows, place: Place) -> str:
    row, column = place
    value = rows[row][column] if column < len(rows[row]) else None
    return value if isinstance(value, str) else ""


def pay(heads: dict[Place, str]) -> list[Place]:
    """Headings of pay in a row that also has one for a single employee."""
    people = {row for (row, _), text in heads.items() if words.EMPLOYEE.search(text)}
    return [(row, column) for (row, column), text in heads.items() if row in people and words.PAY.search(text)]


def addresses(rows: Rows, values: set[str | float]) -> list[Place]:
    suspect = {value for value in values if isinstance(value, str) and words.ADDRESS.search(value.strip())}
    return [(row, column) for row, line in enumerate(rows) for column, value in enumerate(line)
            if type(value) is str and value in suspect] if suspect else []
