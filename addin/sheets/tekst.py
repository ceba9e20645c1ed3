"""Headings and running text on the page and its appendix, broken so that they stay on paper."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from addin.sheets.sider import Block
from addin.workbook import SheetPlan

TITLE, HEADING, GAP = 24, 18, 7  # points of their rows, and of the blank ones between
CONTINUED = "   "  # what the rest of a line that is broken begins with
LETTER_WIDTH = 0.86  # of a digit, in Calibri and in what a program without it has: no line is cut


def put_title(plan: SheetPlan, title: str) -> None:
    plan.put(0, 0, title, "titel")
    plan.heights[0] = TITLE


def put_heading(plan: SheetPlan, row: int, heading: str) -> None:
    """Over the whole width of the page."""
    plan.put_row(row, [heading, *[None] * (len(plan.widths) - 1)], "afsnit")
    plan.heights[row] = HEADING


def put_lines(plan: SheetPlan, blocks: list[Block], row: int, heading: str, lines: Iterable[str], style: str = "tekst"
              ) -> int:
    """A heading, where there is one, and its lines; returns the row for what comes after. Nothing where no line says
    anything."""
    said = [line for line in lines if line]
    if not said:
        return row
    first = row
    if heading:
        put_heading(plan, row, heading)
        row += 1
    for part in broken(plan, said):
        plan.put(row, 0, part, style)
        row += 1
    blocks.append(Block(first, row))
    plan.heights[row] = GAP
    return row + 1


def broken(plan: SheetPlan, lines: Iterable[str]) -> list[str]:
    """The lines that these are, as wide as the page."""
    width = int(sum(plan.widths.values()) / LETTER_WIDTH)
    return [part for line in lines for part in textwrap.wrap(line, width, subsequent_indent=CONTINUED)]


def continues(text: str) -> bool:
    """Whether a line is the rest of the one above it.

    >>> continues("   1234."), continues("Solen")
    (True, False)
    """
    return text.startswith(CONTINUED)
