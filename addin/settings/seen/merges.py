"""Merged cells: only the first has a value, and its owner sees it stand for them all.

Text that heads several rows (a recipient, a group, a child's institution) is carried down to them, and told. Of a
number nobody knows whether it is each row's or all rows' together: that is asked, and so are blanks below a
recipient's or a group's name where nothing is merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from addin.danish import listed
from addin.finding import children
from addin.finding.asking import Asker
from addin.finding.table import Table
from addin.finding.tables import tables_of
from addin.messages import Message, warning
from addin.settings.seen.used_cells import TEXTS, Used, as_ranges
from addin.settings.setup import Setup
from addin.workbook import Area, Place, Refusal, Sheet, Snapshot, a1, area, quoted
from udfs.values import name as comparable
from workbook_templates.indstillinger import NAVN
from workbook_templates.opsaetning import TABLE_COLUMNS

EACH, FIRST = "hver række", "kun den første"
ABOVE, NONE = "den over", "tomme"
MERGED, BLANK = "flettet: ", "tomme under et navn: "
LISTS = ("barn_kriterier", "score")  # columns with a row per child, where no cell can be read as another
HEADING = ("modtager", "gruppe")  # columns in which one name may stand for the rows below it
NO_NAME = {"modtager": "nej, de er selv modtagere", "gruppe": "nej, de hører ikke til nogen gruppe"}


def carried(snapshot: Snapshot, answers: Mapping[str, str]) -> Snapshot:
    """A snapshot with the values of merged cells, and what the user has said, in the cells they stand for."""
    mine = set(snapshot.ours.values())
    sheets = tuple(sheet if sheet.name in mine else with_values(sheet, origins(snapshot, sheet, answers))
                   for sheet in snapshot.sheets)
    return snapshot if all(one is other for one, other in zip(sheets, snapshot.sheets)) else replace(
        snapshot, sheets=sheets)


def with_values(sheet: Sheet, origin: Mapping[Place, Place]) -> Sheet:
    """The sheet with values carried to blank cells from where they stand."""
    blank = {place: source for place, source in origin.items() if sheet.value(*place) is None}
    if not blank:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for (row, column), source in blank.items():
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = sheet.value(*source)
    return replace(sheet, rows=rows, carried=blank)


def origins(snapshot: Snapshot, sheet: Sheet, answers: Mapping[str, str]) -> dict[Place, Place]:
    """Where cells have their value from: texts merged down, and what the user has answered."""
    found: dict[Place, Place] = {}
    boxes = [box for box in sheet.merged or () if (box.row, box.column) != (box.last_row, box.last_column)]
    down = [box for box in boxes if box.last_row > box.row and sheet.value(box.row, box.column) is not None]
    for box in text_boxes(snapshot, sheet, down) if down else ():
        last = min(box.last_row, len(sheet.rows) - 1)
        found |= {(row, box.column): (box.row, box.column) for row in range(box.row + 1, last + 1)}
    for key, answer in answers.items():
        places = answered(sheet, key)
        if answer == EACH and key.startswith(MERGED):
            found |= {place: top for place in places if (top := top_of(boxes, place))}
        elif answer == ABOVE and key.startswith(BLANK):
            found |= {(row, column): above for row, column in places if (above := name_above(sheet, row, column))}
    return found


def text_boxes(snapshot: Snapshot, sheet: Sheet, boxes: list[Area]) -> list[Area]:
    """The boxes with text that lie in a column of a table under its headings, or in one a name of ours points at."""
    own = [place for key in TEXTS if (name := snapshot.global_name(NAVN + key)) and (place := area(name.target))
           and place.sheet.casefold() == sheet.name.casefold()]
    found = [box for box in boxes if any(holds(place, box) for place in own)]
    for table in tables_of(sheet):
        found += boxes_with_text(table, boxes)
    return found


def holds(place: Area, box: Area) -> bool:
    return place.column <= box.column <= place.last_column and place.row <= box.row <= place.last_row


def boxes_with_text(table: Table, boxes: list[Area]) -> list[Area]:
    """The boxes of text under the table's headings. The names themselves are carried only where they repeat: in a list
    of children, not in one of institutions."""
    names = table.columns["navn"]
    words = {column for key, column in table.columns.items() if key in TEXTS}
    found = [box for box in boxes if table.first <= box.row <= table.last and box.column in table.texts
             and (box.column in words or isinstance(table.sheet.value(box.row, box.column), str))]
    if any(box.column == names for box in found) and not names_would_repeat(table, boxes):
        found = [box for box in found if box.column != names]
    return found


def names_would_repeat(table: Table, boxes: Iterable[Area]) -> bool:
    column = table.columns["navn"]
    down = {(row, column): (box.row, column) for box in boxes if box.column == column and box.row >= table.first
            for row in range(box.row + 1, min(box.last_row, table.last) + 1)}
    filled = replace(table, sheet=with_values(table.sheet, down))
    return children.is_per_child(filled) or children.has_scores(filled)


def answered(sheet: Sheet, key: str) -> list[Place]:
    """The cells a question was about: "flettet: Ark!E6:E7, E9"."""
    name, _, cells = key.partition(": ")[2].rpartition("!")
    if name != sheet.name:
        return []
    places = (area(f"{quoted(name)}!{part}") for part in cells.split(", "))
    return [(row, place.column) for place in places if place for row in range(place.row, place.last_row + 1)]


def top_of(boxes: Iterable[Area], place: Place) -> Place | None:
    """The first cell of the box a cell is merged into."""
    row, column = place
    return next(((box.row, box.column) for box in boxes if box.row <= row <= box.last_row
                 and box.column <= column <= box.last_column and (box.row, box.column) != place), None)


def name_above(sheet: Sheet, row: int, column: int) -> Place | None:
    """The nearest cell above that holds something."""
    return next(((other, column) for other in range(row - 1, -1, -1) if sheet.value(other, column) is not None), None)


# ------------------------------------------------------------------------------------- what is told and asked


def is_covered(sheet: Sheet, setup: Setup, row: int) -> bool:
    """Whether something used in a row of the table cannot be seen, because it lies under merged cells."""
    return any((row, place.column) in sheet.covered for key, place in setup.areas.items() if key in TABLE_COLUMNS)


def told(used: list[Used]) -> list[Message]:
    """Texts that count for the rows they are merged over."""
    found: dict[str, Message] = {}  # by its text: one column may be used for two settings
    for each in used:
        tops: dict[Place, list[Place]] = {}
        for place in each.among(each.sheet.carried) if each.is_text else ():
            tops.setdefault(each.sheet.carried[place], []).append(place)
        boxes = [a1(*top) + f":{a1(*places[-1])}" for top, places in tops.items()]
        if boxes:
            where = f"{each.sheet.name}!{listed(boxes)}"
            text = f"{each.what}: flettede celler gælder alle de rækker, de dækker: {where}."
            found.setdefault(text, warning(each.key, text, where))
    return list(found.values())


def ask_about_numbers(used: list[Used], asker: Asker) -> None:
    """A number merged over several cells that are used: each row's own, or the first one's alone."""
    for each in used:
        if each.is_text or not each.sheet.merged:
            continue
        tops = {place: top for place in merged_places(each) if (top := top_of(each.sheet.merged, place))
                and each.sheet.value(*top) is not None
                and (each.sheet.value(*place) is None or place in each.sheet.carried)}
        if tops and each.key in LISTS:
            raise Refusal(f"{each.what}: {each.sheet.name}!{as_ranges(tops)} er flettet med andre celler. Ophæv "
                          "fletningen, skriv værdien i hver række, og prøv igen.")
        if tops:
            first = next(iter(tops.values()))
            where = f"{each.sheet.name}!{as_ranges(tops)}"
            text = (f"{each.what}: {where} er flettet med en celle med et tal, fx {a1(*first)}. Gælder tallet hver af "
                    "rækkerne, eller kun den første?")
            choices = [(EACH, "hver af rækkerne har tallet"), (FIRST, "kun den første; de andre er tomme")]
            asker.remember(MERGED + where, text, choices, each.named([first])[0])


def merged_places(each: Used) -> list[Place]:
    """The used cells that are merged with others and are not the first."""
    found = []
    for box in each.sheet.merged or ():
        columns = range(max(box.column, each.place.column), min(box.last_column, each.place.last_column) + 1)
        rows = range(max(box.row, each.place.row), min(box.last_row, each.place.last_row) + 1)
        found += [(row, column) for row in rows for column in columns if row in each.rows
                  and (row, column) != (box.row, box.column)]
    return found


def ask_about_blanks(used: list[Used], asker: Asker) -> None:
    """Blanks below a recipient's or a group's name: they may be under it, as if they were merged. Not where a name is
    written for several rows: who does that means it when a cell is left blank."""
    for each in used:
        blanks = blanks_below(each) if each.key in HEADING else []
        if blanks:
            where = f"{each.sheet.name}!{as_ranges(blanks)}"
            text = (f"{each.what}: {where} er tomme, men står under et navn. Hører de til det navn, der står over "
                    "dem?")
            asker.remember(BLANK + where, text, [(ABOVE, "ja, til navnet over"), (NONE, NO_NAME[each.key])],
                           each.named(blanks[:1])[0])


def blanks_below(each: Used) -> list[Place]:
    """The blank cells below a name, also those that have got it by the answer."""
    merged = each.sheet.merged or ()
    places = [(row, each.place.column) for row in sorted(each.rows)]
    written = [each.sheet.value(*place) if place not in each.sheet.carried or top_of(merged, place) else None
               for place in places]
    names = [comparable(name) for name in written if name is not None]
    if len(set(names)) < len(names):
        return []
    return [place for at, (place, name) in enumerate(zip(places, written)) if name is None and any(written[:at])]
