"""Which rows a column says do not take part: "Med: nej", "Status: udgår", a remark that one closes, a private owner."""

from __future__ import annotations

import datetime
import re

from addin.finding import doubts
from addin.finding.table import Table
from addin.finding.words import forms, matches, name_of, one_line, plain
from addin.workbook import column_letters
from workbook_templates.overskrifter import (
    DELTAGER,
    EJERFORM,
    JA,
    TILSTAND,
    UDE,
    UDE_BEGYNDER,
    UDE_I_BEMAERKNING,
    UDTRAEDER,
)

BESIDE = 2  # columns right of a table where remarks may stand
PRIVATE = ("Private institutioner får et driftstilskud, der følger budgetterne i kommunens egne (dagtilbudsloven "
           "§ 36): gives der mere til de kommunale, stiger tilskuddet til de private.")


def said(table: Table, but: int | None = None) -> dict[int, str]:
    """The rows that are perhaps out, and what says so; not what one column says, of which it is settled."""
    rows = [row for row in range(table.first, table.last + 1) if name_of(table.sheet.value(row, table.columns["navn"]))]
    found: dict[int, str] = {}
    for column, heading in table.texts.items():
        words = [form.rstrip("? ") for form in forms(heading)]
        if column in (*table.columns.values(), but):
            continue
        if any(word in DELTAGER for word in words):
            found |= not_taking_part(table, column, rows)
        elif any(word in UDTRAEDER or says_no(word) for word in words):
            found |= {row: f'har "{shown(value)}" i "{heading}"' for row in rows
                      if (value := table.sheet.value(row, column)) is not None and not is_no(value)}
        elif any(matches(word, TILSTAND) for word in words):
            found |= remarked(table, column, rows)
        elif any(word in EJERFORM for word in words):
            found |= {row: f'er "{text}"' for row in rows
                      if plain(text := name_of(table.sheet.value(row, column))).startswith("privat")}
    for column in unheaded(table):
        found |= remarked(table, column, rows)
    return found


def says_no(heading: str) -> bool:
    """Whether a heading says the opposite of one for those who take part: "indgår ikke", "skal ikke have".

    >>> says_no("indgår ikke"), says_no("skal ikke have"), says_no("indgår"), says_no("ikke vægtet")
    (True, True, False, False)
    """
    with_no = re.sub(r"\bikke\b ?", "", heading).strip()
    return with_no != heading and with_no in DELTAGER


def unheaded(table: Table) -> list[int]:
    """The columns in and just beside a table that hold something without a heading: remarks."""
    width = range(min(table.texts), max(table.texts) + 1 + BESIDE)
    return [column for column in width if column not in table.texts and column not in table.columns.values()]


def is_private(table: Table, row: int) -> bool:
    """Whether a row is of private institutions, by its name or its owner."""
    owners = [column for column, heading in table.texts.items() if any(form in EJERFORM for form in forms(heading))]
    return doubts.is_private(name_of(table.sheet.value(row, table.columns["navn"]))) or any(
        plain(table.sheet.value(row, column)).startswith("privat") for column in owners)


def not_taking_part(table: Table, column: int, rows: list[int]) -> dict[int, str]:
    """The rows with a no in a column of yes and no; a blank is a no where others have a yes."""
    heading = table.heading(column)
    values = {row: table.sheet.value(row, column) for row in rows}
    if any(isinstance(value, float) and value not in (0, 1) for value in values.values()):
        return {}
    marked = [value for value in values.values() if value is not None and not is_no(value)]
    yes = bool(marked) and (len(marked) > 1 or is_yes(marked[0]))
    return {row: f'har "{one_line(name_of(value))}" i "{heading}"' if value is not None else f'har intet i "{heading}"'
            for row, value in values.items() if is_no(value) or value is None and yes and has_figures(table, row)}


def is_no(value: object) -> bool:
    text = plain(name_of(value)) if not isinstance(value, bool) else ("ja" if value else "nej")
    return text in UDE or any(text.startswith(word) for word in UDE_BEGYNDER if text)


def shown(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, datetime.date) else one_line(name_of(value))


def is_yes(value: object) -> bool:
    return value in (1, True) or plain(name_of(value)) in (*JA, "1")


def remarked(table: Table, column: int, rows: list[int]) -> dict[int, str]:
    """The rows with a remark that they close or are out; not where it is said how many months they are open."""
    months = table.columns.get("maaneder")
    heading = table.texts.get(column)
    where = f'i "{heading}"' if heading else f"i kolonne {column_letters(column)}"
    return {row: f'har "{one_line(text)}" {where}' for row in rows
            if isinstance(text := table.sheet.value(row, column), str)
            and re.search(UDE_I_BEMAERKNING, text.casefold())
            and (months is None or table.sheet.value(row, months) is None)}


def has_figures(table: Table, row: int) -> bool:
    """Whether there is a number in a column that is used: a heading or a note has none."""
    return any(isinstance(table.sheet.value(row, at), (int, float)) for key, at in table.columns.items()
               if key != "navn")
