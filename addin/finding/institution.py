"""What the rows of a table are found to be."""

from __future__ import annotations

from typing import NamedTuple


class Recipient(NamedTuple):
    row: int
    name: str
    group: str


# The kinds of rows that are asked for again; the last is an institution, of a type that takes no part.
SUM, ASSUMPTION, AF_TYPE = "sum", "forudsætning", "af type"


class Skipped(NamedTuple):
    """A row that is no institution: the text in it, and what it is instead, in words. `kind` is for who sorts them."""

    row: int
    text: str
    why: str
    kind: str = ""


class Rows(NamedTuple):
    recipients: list[Recipient]
    skipped: list[Skipped]
    skewed: list[str]  # sums that do not quite add up
