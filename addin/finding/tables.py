"""Finds tables: which rows of a sheet are headings, which columns belong to them, and which setting each answers.

A table has a heading over its names and at least one heading more. Headings may fill two rows, the lower one under
the upper; a table ends where another begins. The same headings again are the same table, going on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.finding.columns import settle_columns
from addin.finding.labels import is_setting
from addin.finding.rivals import rival_keys
from addin.finding.table import CHILDREN, FIGURES, YEARS, Table
from addin.finding.words import is_unit, keys, known_unused, one_line, plain
from addin.workbook import Sheet, Snapshot
from workbook_templates.opsaetning import AMOUNT_COLUMNS
from workbook_templates.overskrifter import SUMORD

HEADINGS_WITHIN = 2000  # rows of a sheet that are searched for headings; a sheet of children may have many more


def find_tables(snapshot: Snapshot, only: Iterable[str] = ()) -> list[Table]:
    """The tables on the user's visible sheets, or on the sheets named; one may have headings and nothing under them."""
    wanted = {name.casefold() for name in only}
    sheets = [s for s in snapshot.foreign() if (s.name.casefold() in wanted if wanted else s.visible)]
    return [table for sheet in sheets for table in tables_of(sheet)]


def tables_of(sheet: Sheet) -> list[Table]:
    """The tables of one sheet, from the top."""
    found: list[Table] = []
    starts = [table for row in heading_rows(sheet) for table in row_tables(sheet, row)]
    for table in starts:
        above = next((other for other in reversed(found) if overlap(table, other)), None)
        if above is None:
            found.append(table)
        elif table.heading_rows[0] <= above.heading_rows[-1]:
            continue  # a lower row of headings, read already
        elif table.continues(above):
            above.last = table.last
        else:
            above.last = table.heading_rows[0] - 1
            found.append(table)
    for table in found:
        table.last = last_filled(table)
    return found


def overlap(table: Table, other: Table) -> bool:
    return bool(set(table.texts) & set(other.texts))


def last_filled(table: Table) -> int:
    """The last row with anything in a column of the table."""
    sheet, columns = table.sheet, list(table.texts)
    row = min(table.last, len(sheet.rows) - 1)
    while row >= table.first and all(sheet.value(row, column) is None for column in columns):
        row -= 1
    return row


# ------------------------------------------------------------------------------------- heading rows


def heading_rows(sheet: Sheet) -> list[int]:
    """The rows with a text that heads names or figures."""
    wanted: set[int] = set()
    for column in sheet.columns:
        heads = {value for value in set(column[:HEADINGS_WITHIN]) if isinstance(value, str) and keys(value)}
        if heads:
            wanted.update(row for row, value in enumerate(column[:HEADINGS_WITHIN]) if value in heads)
    return sorted(wanted)


def is_heading_like(values: Iterable[object]) -> bool:
    """Texts and years, nothing else."""
    return all(value in (None, "") or isinstance(value, str) or is_year(value) for value in values)


def is_year(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value in YEARS


def row_tables(sheet: Sheet, row: int) -> Iterator[Table]:
    """The tables whose names are headed in this row: mostly one, several where tables lie side by side."""
    for columns in side_by_side(sheet, row):
        table = headed(sheet, row, columns)
        if table:
            yield table


def side_by_side(sheet: Sheet, row: int) -> list[list[int]]:
    """The columns of a row of headings, parted where a second table begins: at a gap before headings known from the
    first part, or at the same heading of names again. Other headings after a gap belong to the part before it."""
    parts: list[list[int]] = []
    known: set[str] = set()
    for run in runs(sheet, row):
        texts = [str(sheet.value(row, column)) for column in run]
        answers = {key for text in texts for key in keys(text)}
        if not is_heading_like(sheet.rows[row][run[0]:run[-1] + 1]) or (parts and is_label(texts)):
            continue  # a label with its value beside the headings
        if not parts or answers & known:
            parts += split_at_names(sheet, row, run)
        else:
            parts[-1] += run
        known |= answers
    return parts


def runs(sheet: Sheet, row: int) -> list[list[int]]:
    """The filled columns of a row, parted at blanks; under a heading over several columns there is none."""
    found: list[list[int]] = []
    for column in range(len(sheet.rows[row])):
        if sheet.value(row, column) is not None or (
                found and found[-1][-1] == column - 1 and is_under(sheet, row + 1, column)):
            if found and found[-1][-1] == column - 1:
                found[-1].append(column)
            else:
                found.append([column])
    return found


def is_under(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a lower heading stands here, beside another one: both have the heading over the first in common."""
    lower = [sheet.value(row, at) for at in (column - 1, column)]
    return all(isinstance(text, str) and is_lower_text(text) for text in lower)


def is_label(texts: list[str]) -> bool:
    return len(texts) == 1 and is_setting(texts[0])


def split_at_names(sheet: Sheet, row: int, run: list[int]) -> list[list[int]]:
    """A run of headings, parted where the heading of the names comes again."""
    parts: list[list[int]] = [[]]
    heads: set[str] = set()
    for column in run:
        text = str(sheet.value(row, column))
        if "navn" in keys(text) and plain(text) in heads:
            parts.append([])
        if "navn" in keys(text):
            heads.add(plain(text))
        parts[-1].append(column)
    return parts


def headed(sheet: Sheet, row: int, columns: list[int]) -> Table | None:
    """The table under these headings; None where they head no table."""
    rows, texts, over = band(sheet, row, columns)
    found: dict[str, list[int]] = {}
    unknown: dict[int, str] = {}
    for column, text in texts.items():
        answers = keys(text) or rival_keys(over_and_own(over.get(column, ""), text))
        for key in answers:
            found.setdefault(key, []).append(column)
        if not answers and not known_unused(text):
            unknown[column] = text
    table = Table(sheet, rows, {}, texts, len(sheet.rows) - 1, unknown=unknown, over=over)
    if len(texts) < 2 or not (found.keys() & {*FIGURES, "navn"}):
        return None
    return table if settle_columns(table, found) else None


def over_and_own(upper: str, lower: str) -> str:
    """A lower heading that says of itself what it is; else both."""
    return lower if rival_keys(lower) or not upper or upper in lower else f"{upper} {lower}"


def band(sheet: Sheet, row: int, columns: list[int]) -> tuple[tuple[int, ...], dict[int, str], dict[int, str]]:
    """The heading rows around a row; for each column what they say together, and what the upper one says."""
    names = [column for column in columns if "navn" in keys(str(sheet.value(row, column)))]
    end = columns[-1] + 1
    if names and is_lower(sheet, row + 1, names[0], end):
        return (row, row + 1), *joined(sheet, row, row + 1, columns[0], end)
    if names and is_upper(sheet, row - 1, names[0], end):
        return (row - 1, row), *joined(sheet, row - 1, row, columns[0], end)
    filled = [column for column in columns if sheet.value(row, column) is not None]
    return (row,), {column: one_line(sheet.value(row, column)) for column in filled}, {}


def is_lower(sheet: Sheet, row: int, name: int, end: int) -> bool:
    """Whether a row holds the second part of headings: texts right of a blank under the names."""
    if row >= len(sheet.rows) or not is_heading_like(sheet.rows[row][name:end]):
        return False
    if sheet.value(row, name) is not None and "navn" not in keys(str(sheet.value(row, name))):
        return False
    values = [sheet.value(row, column) for column in range(name + 1, max(end, name + 2))]
    texts = [str(value) for value in values if value is not None]
    return any(plain(text) not in SUMORD for text in texts) and all(map(is_lower_text, texts))


def is_lower_text(text: str) -> bool:
    """Whether a text may stand under a heading that several columns have in common."""
    return bool(keys(text)) or is_unit(text) or is_year_text(text) or plain(text) in SUMORD


def is_year_text(text: str) -> bool:
    return text.replace(".0", "").isdigit() and int(float(text)) in YEARS


def is_upper(sheet: Sheet, row: int, name: int, end: int) -> bool:
    """Whether a row holds what several headings have in common: texts right of the names, none over them."""
    if row < 0 or not is_heading_like(sheet.rows[row][name:end]) or sheet.value(row, name) is not None:
        return False
    return any(sheet.value(row, column) is not None for column in range(name + 1, end))


def joined(sheet: Sheet, upper: int, lower: int, first: int, end: int) -> tuple[dict[int, str], dict[int, str]]:
    """Two rows of headings as one: an upper text reaches over the blanks to its right. The lower text alone is the
    heading where it is known and the upper does not say that it is something else."""
    texts: dict[int, str] = {}
    uppers: dict[int, str] = {}
    over, kind = "", ""
    for column in range(first, last_heading(sheet, upper, lower, end)):
        top, below = sheet.value(upper, column), sheet.value(lower, column)
        if top is not None:
            over, kind = one_line(_year(top)), kind_of(below)
        elif below is None:
            over = ""
            continue
        elif kind and kind_of(below) not in ("", kind) and not is_year_text(over):
            over = ""  # children under a heading of children end where an amount begins
        uppers[column] = over
        text = one_line(_year(below)) if below is not None else ""
        texts[column] = heading_of(over, text, top is not None)
    return texts, uppers


def kind_of(value: object) -> str:
    """What a heading is of: children, a key, or money; "" where it says none of them."""
    found = set(keys(str(value)))
    kinds = (("børn", {*CHILDREN}), ("nøgle", {*FIGURES} - {*CHILDREN}), ("penge", {*AMOUNT_COLUMNS}))
    return next((kind for kind, answers in kinds if found & answers), "")


def last_heading(sheet: Sheet, upper: int, lower: int, end: int) -> int:
    """The column after the last heading: an upper text may reach over lower ones beyond its own row's end."""
    while end < len(sheet.rows[lower]) and sheet.value(lower, end) is not None and sheet.value(upper, end) is None:
        end += 1
    return end


def heading_of(upper: str, lower: str, just_above: bool) -> str:
    """What two rows of headings say of a column: the lower alone where it is known, unless what stands just above it
    says that it is something else ("Budget" over "0-2 år")."""
    if not lower or not upper:
        return lower or upper
    if is_unit(lower):
        return f"{upper} {lower}" if keys(f"{upper} {lower}") == keys(upper) else upper
    alone, above = keys(lower), keys(upper)
    other = bool(above) and not {*alone} & {*above} and not {*alone, *above} <= {*CHILDREN}
    together = f"{upper} {lower}"
    return together if (not alone and keys(together)) or (alone and other and just_above) else lower


def _year(value: object) -> object:
    return int(value) if isinstance(value, float) else value
