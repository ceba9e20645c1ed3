"""What the rows of a table are found to be."""

from __future__ import annotations

from typing import NamedTuple


class Recipient(NamedTuple):
    row: int
    name: str
    group: str


class Skipped(NamedTuple):
    row: int
    text: str
    why: str


class Rows(NamedTuple):
    recipients: list[Recipient]
    skipped: list[Skipped]
    skewed: list[str]  # sums that do not quite add up
