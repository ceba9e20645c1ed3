"""Whether a returned file is one nobody should have sent: then it is put aside, and nothing of it is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from addin.filejobs.saml.returned import Returned
from addin.finding.children import is_mark
from addin.smaa_antal.personal import NAME, NUMBER, may_be_person, personal
from addin.workbook import Held, Sheet

# A heading of a column with a cell per child.
CHILD = re.compile(r"(?:løbe-?n(?:umme)?r|barn|barnet|elev|eleven|barn(?:ets)?[ -]?(?:n(?:umme)?r|id)|cpr.*"
                   r"|personn(?:umme)?r|fødselsdato|fødselsdag|(?:barnets|elevens) \w+|score pr\. barn)\.?",
                   re.IGNORECASE)
ROWS = 3  # so many rows below such a heading are a list of children
REPEATED = 6  # and so many with names that repeat
MOSTLY = 0.9
ASIDE = ("indeholder et personnummer, børns navne eller rækker pr. barn. Filen er lagt til side, og intet i den er "
         "taget med. Slet den, og bed afsenderen om en ny uden")


def is_private(book: Returned, own: Collection[str]) -> bool:
    """Personal numbers anywhere, names of children, or a list of them, on any sheet, hidden ones too; `own` are the
    template's sheets, where units in a group may have its name."""
    return any(may_be_person(text) for text in book.beside) or any(
        of_children(sheet) or sheet.name not in own and repeated(sheet) for sheet in book.sheets)


def of_children(sheet: Sheet) -> bool:
    if may_be_person(sheet.name) or any(found.kind in (NUMBER, NAME) for found in personal(sheet.rows)):
        return True
    return any(listed(column) for column in sheet.columns)


def listed(column: Sequence[Held]) -> bool:
    """A heading for a child, and rows below."""
    at = next((row for row, value in enumerate(column) if isinstance(value, str) and CHILD.fullmatch(value.strip())),
              None)
    return at is not None and sum(value is not None for value in column[at + 1:]) >= ROWS


def repeated(sheet: Sheet) -> bool:
    """Names that stand more than twice each, no other texts, and marks or numbers: children by institution."""
    rows = [row for row in sheet.rows if sum(value not in (None, "") for value in row) > 1]
    columns = [[value for value in column if value not in (None, "")] for column in zip_longest(*rows[1:])]
    columns = [column for column in columns if len(column) >= REPEATED]
    names = [column for column in columns if not is_figures(column)]
    return 0 < len(names) < len(columns) and all(
        len({str(value).casefold() for value in column}) * 2 < len(column) for column in names)


def is_figures(column: Sequence[Held]) -> bool:
    """Marks or numbers, but for a few."""
    return sum(is_mark(value) or isinstance(value, (int, float)) for value in column) >= MOSTLY * len(column)
