"""Computes the formulas of a template, so that every cell has its value before a spreadsheet program opens it.

Only what templates use is known; anything else raises, for it is a mistake in a template. That the values are right is
proved by LibreOffice and a second engine, which compute them again in the tests.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Union

from addin import expose
from addin.cells import ErrorCell
from addin.filejobs.skabelon.functions import FUNCTIONS
from addin.filejobs.skabelon.values import CellError, Found, Rows, Value, compare, each, number, text, truth
from udfs.errors import RegelFejl

Cell = tuple[str, int, int]  # sheet, row, column, from 0
Given = Union[Value, datetime.date]
_TOKEN = re.compile(r"""\s*(?:(?P<number>\d+\.?\d*(?:E[+-]?\d+)?)|(?P<text>"(?:[^"]|"")*")
    |(?P<cells>(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^\W\d]\w*))!)?
       \$?(?P<c1>[A-Z]{1,2})\$?(?P<r1>\d+)(?::\$?(?P<c2>[A-Z]{1,2})\$?(?P<r2>\d+))?)(?![\w(])
    |(?P<function>[A-Z][A-Z0-9_.]*)\(|(?P<word>TRUE|FALSE)|(?P<sign><>|>=|<=|[-+*/^&=<>(),%]))\s*""", re.VERBOSE)
EPOCH = datetime.date(1899, 12, 30)
_COMPARED: dict[str, Callable[[int], bool]] = {
    "=": lambda side: side == 0, "<>": lambda side: side != 0, "<": lambda side: side < 0, ">": lambda side: side > 0,
    "<=": lambda side: side <= 0, ">=": lambda side: side >= 0}


class Book:
    """The cells of a workbook: values, and formulas whose values are asked for."""

    def __init__(self, given: Mapping[Cell, Given], formulas: Mapping[Cell, str], matrices: Mapping[Cell, Cell]):
        """`matrices`: a cell in the range of an array formula -> the first of it."""
        self.given, self.formulas, self.matrices = given, formulas, matrices
        self.known: dict[Cell, Found] = {}

    def value(self, cell: Cell) -> Value:
        if cell in self.matrices:
            first = self.matrices[cell]
            found = self.whole(first)
            if not isinstance(found, list):
                return found
            down, right = cell[1] - first[1], cell[2] - first[2]
            return found[down][right] if down < len(found) and right < len(found[down]) else ErrorCell("#N/A")
        if cell in self.formulas:
            found = self.whole(cell)
            return found[0][0] if isinstance(found, list) else found
        value = self.given.get(cell)
        return (value - EPOCH).days if isinstance(value, datetime.date) else value

    def whole(self, cell: Cell) -> Found:
        """What the formula of a cell gives, of an array all of it."""
        if cell not in self.known:
            self.known[cell] = ErrorCell("#REF!")  # while it is computed: a circle is none
            try:
                found = Reader(self, cell[0], self.formulas[cell]).result()
                self.known[cell] = 0.0 if found is None else found
            except CellError as error:
                self.known[cell] = ErrorCell(error.code)
        return self.known[cell]


class Reader:
    """One formula, read and computed from the left."""

    def __init__(self, book: Book, sheet: str, formula: str):
        self.book, self.sheet, self.formula = book, sheet, formula
        self.tokens: list[re.Match[str]] = []
        self.at, place = 0, 1
        while place < len(formula):
            token = _TOKEN.match(formula, place)
            if token is None:
                raise ValueError(f"a formula that cannot be read: {formula} at {formula[place:]}")
            self.tokens.append(token)
            place = token.end()

    def sign(self, *signs: str) -> str:
        """The sign that comes next, if it is one of these; it is then read."""
        found = self.tokens[self.at]["sign"] if self.at < len(self.tokens) else None
        if found in signs:
            self.at += 1
            return found or ""
        return ""

    def result(self) -> Found:
        found = self.compared()
        if self.at < len(self.tokens):
            raise ValueError(f"a formula that goes on: {self.formula}")
        return found

    def compared(self) -> Found:
        found = self.joined()
        while sign := self.sign(*_COMPARED):
            found = each(partial(compared, sign), found, self.joined())
        return found

    def joined(self) -> Found:
        found = self.sum()
        while self.sign("&"):
            found = each(lambda one, other: text(one) + text(other), found, self.sum())
        return found

    def sum(self) -> Found:
        found = self.product()
        while sign := self.sign("+", "-"):
            found = each(partial(added, 1 if sign == "+" else -1), found, self.product())
        return found

    def product(self) -> Found:
        found = self.power()
        while sign := self.sign("*", "/"):
            found = each(times if sign == "*" else divided, found, self.power())
        return found

    def power(self) -> Found:
        found = self.signed()
        while self.sign("^"):
            found = each(raised, found, self.signed())
        return found

    def signed(self) -> Found:
        if self.sign("-"):
            return each(times, self.signed(), -1.0)
        if self.sign("+"):
            return self.signed()
        found = self.atom()
        while self.sign("%"):
            found = each(divided, found, 100.0)
        return found

    def atom(self) -> Found:
        if self.sign("("):
            found = self.compared()
            self.close()
            return found
        token = self.tokens[self.at]
        self.at += 1
        if token["number"]:
            return float(token["number"])
        if token["text"]:
            return token["text"][1:-1].replace('""', '"')
        if token["word"]:
            return token["word"] == "TRUE"
        if token["cells"]:
            return self.cells(token)
        if token["function"]:
            return self.function(token["function"])
        raise ValueError(f"a formula that cannot be read: {self.formula}")

    def close(self) -> None:
        if not self.sign(")"):
            raise ValueError(f"a bracket is missing: {self.formula}")

    def cells(self, token: re.Match[str]) -> Found:
        sheet = (token["quoted"] or "").replace("''", "'") or token["sheet"] or self.sheet
        top, left = int(token["r1"]) - 1, letters(token["c1"])
        if not token["r2"]:
            return self.book.value((sheet, top, left))
        rows, columns = range(top, int(token["r2"])), range(left, letters(token["c2"]) + 1)
        found: Rows = [[self.book.value((sheet, row, column)) for column in columns] for row in rows]
        return found

    def function(self, name: str) -> Found:
        if name in ("IF", "IFERROR"):
            return self.chosen(name)
        given: list[Found] = []
        if not self.sign(")"):
            given.append(self.argument())
            while self.sign(","):
                given.append(self.argument())
            self.close()
        if name.startswith("FORDEL_"):
            return ours(name, given)
        return FUNCTIONS[name](*given)

    def argument(self) -> Found:
        """One that is left out is blank."""
        token = self.tokens[self.at]
        return None if token["sign"] in (",", ")") else self.compared()

    def chosen(self, name: str) -> Found:
        """IF and IFERROR compute only what they choose: errors in the rest are none."""
        begins = [self.at]
        while True:
            self.at = self.end_of_argument(self.at)
            if not self.sign(","):
                break
            begins.append(self.at)
        self.close()
        after = self.at
        try:
            first = self.part(begins[0])
            if name == "IF" and isinstance(first, list):
                return self.chosen_of_each(first, begins, after)
            which = (1 if truth(first) else 2) if name == "IF" else 0
        except CellError:
            if name == "IF":
                raise
            which = 1
        found = first if which == 0 else self.part(begins[which])
        self.at = after
        return found

    def chosen_of_each(self, tests: Rows, begins: list[int], after: int) -> Found:
        """IF of an area: each of its tests chooses in its own place."""
        kept = each(lambda test, value: value if truth(test) else None, tests, self.part(begins[1]))
        other = each(lambda test, value: None if truth(test) else value, tests, self.part(begins[2]))
        self.at = after
        return each(lambda one, two: two if one is None else one, kept, other)

    def part(self, begin: int) -> Found:
        """An argument that begins at a token; an error raises."""
        self.at = begin
        found = self.compared()
        if isinstance(found, ErrorCell):
            raise CellError(str(found))
        return found

    def end_of_argument(self, at: int) -> int:
        """Where the argument ends that begins at a token."""
        deep = 0
        while True:
            token = self.tokens[at]
            if deep == 0 and token["sign"] in (",", ")"):
                return at
            deep += (token["sign"] == "(" or bool(token["function"])) - (token["sign"] == ")")
            at += 1


def compared(sign: str, one: Value, other: Value) -> Value:
    return _COMPARED[sign](compare(one, other))


def added(way: int, one: Value, other: Value) -> Value:
    return number(one) + way * number(other)


def times(one: Value, other: Value) -> Value:
    return number(one) * number(other)


def divided(one: Value, other: Value) -> Value:
    if number(other) == 0:
        raise CellError("#DIV/0!")
    return number(one) / number(other)


def raised(one: Value, other: Value) -> Value:
    try:
        return math.pow(number(one), number(other))
    except (OverflowError, ValueError):
        raise CellError("#NUM!") from None


def letters(column: str) -> int:
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - 64
    return found - 1


def ours(name: str, given: list[Found]) -> Found:
    try:
        found = expose.call(name, given)
    except RegelFejl:
        raise CellError("#VALUE!") from None
    assert found is None or isinstance(found, (str, float, int, bool, list))
    return found

