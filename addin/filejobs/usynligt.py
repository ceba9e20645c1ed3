"""Cells whose content is not seen on a sheet, although neither row nor column is hidden: letters in the colour behind
them, a number format that shows nothing of the value, a row or a column without a size.

What is hidden by how it looks is not hidden in a copy, and one who does not see it does not know that it is sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addin.filejobs.udseende import Look
from addin.formats import section_shown, sections, shown
from addin.hosts.files.reading.looks import format_kind
from addin.workbook import Held, Place, Sheet

BLACK, WHITE = "#000000", "#FFFFFF"
LEAST_WIDE, LEAST_TALL = 0.5, 2.0  # letters, and points: what is less is not seen
OF_TEXT = 4  # the part of a number format that is for text


def unseen(sheet: Sheet, styles: Mapping[Place, int], looks: Sequence[Look], codes: Sequence[str],
           narrow: Mapping[int, float], low: Mapping[int, float]) -> frozenset[Place]:
    """The cells; `styles` are the numbers of their styles, `narrow` and `low` the widths and heights somebody has set.
    """
    found = set()
    for row, line in enumerate(sheet.rows):
        for column, value in enumerate(line):
            if value in (None, "", 0):
                continue
            number = styles.get((row, column), -1)
            known = 0 <= number < len(looks)
            if (narrow.get(column, 1.0) < LEAST_WIDE or low.get(row, LEAST_TALL) < LEAST_TALL
                    or known and (is_in_its_ground(looks[number]) or not shows(codes[number], value))):
                found.add((row, column))
    return frozenset(found)


def is_in_its_ground(look: Look) -> bool:
    return look.get("font_color", BLACK) == look.get("bg_color", WHITE)


def shows(code: str, value: Held) -> bool:
    """Whether a number format shows anything of the value itself; that there is nothing may be told by a blank.

    >>> [shows(code, 3.0) for code in ("#,##0", ";;;", '[<5]"under 5";0', '"skjult"', "0;-0;;@", "dd-mm-yyyy")]
    [True, False, False, False, True, True]
    >>> shows(";;;", "Alfons"), shows("0;-0;;", "Alfons"), shows("0", "Alfons")
    (False, False, True)
    """
    if not code:
        return True
    if isinstance(value, (str, bool)):
        parts = sections(code)
        return len(parts) < OF_TEXT or section_shown(parts[OF_TEXT - 1]).digits
    return not isinstance(value, (int, float)) or format_kind(code) is not None or shown(code, value).digits
