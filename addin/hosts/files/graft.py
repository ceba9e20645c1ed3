"""Putting our sheets into somebody's workbook without a spreadsheet program, losing nothing of theirs.

The sheets are built by XlsxWriter in a scratch workbook and moved over as new parts. Four parts are edited,
by inserting text: the workbook, its relationships, the content types, the styles. Every other part keeps its
compressed bytes. The one exception is calcChain.xml, Excel's note of the order in which it computes cells:
when it names cells on a sheet of ours that is replaced or dropped it goes, and Excel makes it again.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from addin.danish import listed
from addin.hosts.files import refusals
from addin.hosts.files.book import Change, Seat, Wanted, content_types_xml, relations_xml, workbook_xml
from addin.hosts.files.container import normal, packed, zip_of
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.package import CONTENT_TYPES, Package, parse, relations_part
from addin.hosts.files.references import addin_cells, uses
from addin.hosts.files.refusals import refuse
from addin.hosts.files.scratch import free_name, in_strict, transplant
from addin.hosts.files.styles import EMPTY_STYLES, merge
from addin.marks import MARK, NO_NUMBER, TO_BE_COMPUTED, mark_text, read_mark

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_CHAIN_SHEET = re.compile(rb"""\bi\s*=\s*["']([0-9]+)["']""")
_CODE_NAME = re.compile(rb"<(?:\w+:)?sheetPr\b[^>]*\bcodeName=\"([^\"]*)\"")
# Our parts are packed fast: for 60,000 rows level 6 takes four times as long as all else here and saves a
# third of the size, which Excel's own first save saves too.
_FAST = 1


def our_sheets(package: Package) -> dict[str, str]:
    """The sheets Fordel has made: key -> the sheet's name today."""
    return {key: sheet.name for key, sheet in marked(package).items()}


def graft(package: Package, scratch: bytes, keys: Mapping[str, str], drop: Sequence[str] = ()) -> bytes:
    """The workbook with the sheets of a scratch workbook in it.

    `keys` gives each sheet of the scratch workbook, by name, the key it is known by from run to run. One
    whose key the workbook has takes that sheet's place; others come last. Sheets of ours with a key in
    `drop` are removed; the rest of ours, and everything of the user's, stay as they are.
    """
    package.require_writable()
    new = Package(scratch, "scratch.xlsx", escapes=False)
    change = _change(package, new, keys, drop)
    gone = _abandoned(package, change)
    styles = merge(_their_styles(package), new.read("xl/styles.xml"), package.file)
    taken = (set(package.entries) - gone) | package.promised()
    moved = transplant(new, taken, styles, package.strict, _code_names(package, change))
    edited: dict[str, bytes] = {}
    new_styles = None
    if package.styles_part:
        edited[package.styles_part] = styles.data
    else:
        new_styles = free_name("xl/styles.xml", taken)
        moved.parts = {new_styles: styles.data, **moved.parts}
        moved.types[new_styles] = _STYLES_TYPE
    relations = relations_xml(change, moved.sheets, gone, new_styles)
    edited[relations_part(package.workbook_part)] = relations.result()
    edited[package.workbook_part] = workbook_xml(change).result()
    edited[CONTENT_TYPES] = content_types_xml(package, moved.types, gone).result()
    return _written(package, edited, moved.parts, gone)


# ------------------------------------------------------------------------------------- which sheets are ours


def marked(package: Package) -> dict[str, SheetPart]:
    """The sheet that carries each key.

    A copy the user makes carries the mark too, but not the number in it. Only where the sheets are numbered
    1, 2, 3 in order is a mark with another number believed: LibreOffice numbers them so when it saves. A
    copy in Excel never gives that order, not even when the original is deleted. Where LibreOffice may have
    numbered them and two sheets claim one key, none is believed: one of them is the user's. A sheet made in an
    open Excel has no number: its mark is believed where no other sheet claims the key.
    """
    by_name = {sheet.name: sheet for sheet in package.sheets}
    claims: dict[str, list[tuple[str, SheetPart]]] = {}
    for name in package.names:
        key, number = read_mark(name.text)
        if name.name.lower() == MARK and name.scope is not None and key:
            claims.setdefault(key, []).append((number, by_name[name.scope]))
    exact = {key: sheet for key, found in claims.items() for number, sheet in found
             if number == str(sheet.sheet_id) or (number == NO_NUMBER and len(found) == 1)}
    twice = next((found for found in claims.values() if len(found) > 1), None)
    unnumbered = twice is not None and NO_NUMBER in dict(twice)
    if [sheet.sheet_id for sheet in package.sheets] != list(range(1, len(by_name) + 1)) and not unnumbered:
        return exact
    if twice and (unnumbered or set(exact) != set(claims) or saved_by_calc(package)):
        raise refuse(refusals.TWO_CLAIM, package.file, " og ".join(f'"{sheet.name}"' for _, sheet in twice))
    return {key: exact.get(key, found[0][1]) for key, found in claims.items()}


def saved_by_calc(package: Package) -> bool:
    """Whether LibreOffice wrote the file last, as it says itself."""
    part = package.related("", "extended-properties")
    return part is not None and b"LibreOffice" in package.read(part)


def _change(package: Package, new: Package, keys: Mapping[str, str], drop: Sequence[str]) -> Change:
    """Which sheets are replaced, added and dropped, and the names that belong to that."""
    ours = marked(package)
    made = [keys[sheet.name] for sheet in new.sheets]
    if len(set(made)) < len(made) or set(made) & set(drop) or any('"' in key or not key for key in made):
        raise ValueError(
            f"keys must differ, hold no quotes, and not be dropped as well: {made}, {list(drop)}"
        )
    dropped = [sheet for key, sheet in ours.items() if key in drop]
    left = [sheet for sheet in package.sheets if sheet not in dropped]
    end, next_id = len(left), max(sheet.sheet_id for sheet in package.sheets) + 1
    seats = []
    for sheet, key in zip(new.sheets, made, strict=True):
        old = ours.get(key)
        if old is not None:
            seats.append(Seat(sheet.name, left.index(old), old.sheet_id, old.state, old))
        else:
            seats.append(Seat(sheet.name, end, next_id, sheet.state, None))
            end, next_id = end + 1, next_id + 1
    change = Change(package, seats, dropped)
    change.recalculate = _must_recalculate(package, change)
    change.names = [*_names_of(new, seats), *_marks(change, ours, made)]
    if change.recalculate and not package.calculation.to_be_computed:
        change.names.append(Wanted(TO_BE_COMPUTED, "TRUE", None, True))
    _check(change, left)
    return change


def _names_of(new: Package, seats: Sequence[Seat]) -> Iterable[Wanted]:
    position = {seat.name: seat.position for seat in seats}
    for name in new.names:
        yield Wanted(name.name, name.text, position[name.scope] if name.scope else None, name.hidden)


def _marks(change: Change, ours: Mapping[str, SheetPart], made: Sequence[str]) -> Iterable[Wanted]:
    """The marks of all sheets of ours in the finished workbook, with the numbers they have there."""
    numbers = {key: (change.position(sheet.name), sheet.sheet_id) for key, sheet in ours.items()}
    numbers |= {key: (seat.position, seat.sheet_id) for key, seat in zip(made, change.seats, strict=True)}
    for key, (position, number) in numbers.items():
        if position is not None:
            yield Wanted(MARK, mark_text(key, number), position, True)


def _check(change: Change, left: Sequence[SheetPart]) -> None:
    file = change.package.file
    foreign = {sheet.name.casefold() for sheet in left if sheet.name not in change.replaced}
    for seat in change.seats:
        if seat.name.casefold() in foreign:
            raise refuse(refusals.NAME_TAKEN, file, seat.name)
    for sheet in change.old:
        if not sheet.part:  # what there may be of it lies where nothing leads
            raise refuse(refusals.DAMAGED, file, f"arket {sheet.name}")
    if change.first_visible is None:
        raise refuse(refusals.NO_VISIBLE_SHEET, file)
    # Formulas of the user's are never rewritten, and Excel "repairs" one over a sheet that is not there by removing it.
    leaving = [*change.dropped, *(s.replaces for s in change.seats if s.replaces and s.replaces.name != s.name)]
    if leaving:
        cells = uses(change.package, leaving, silent=change.old).cells
        if cells:
            raise refuse(refusals.STILL_USED, file, listed(cells))


def _must_recalculate(package: Package, change: Change) -> bool:
    """Whether the user's own formulas would show old values, and none of them would lose its value by that."""
    old = change.old
    return bool(old and uses(package, old)) and not addin_cells(package, old)


# ------------------------------------------------------------------------------------- parts


def _abandoned(package: Package, change: Change) -> set[str]:
    """The parts (normalised) only replaced or dropped sheets lead to, and calcChain if it must go."""
    old = change.old
    if not old:
        return set()
    gone = {normal(sheet.part) for sheet in old}
    kept = package.reached("", without=gone)
    for sheet in old:
        gone |= package.reached(sheet.part) - kept
    chain = package.related(package.workbook_part, "calcChain")
    if chain and _names_cells_on(package.read(chain), old):
        gone.add(normal(chain))
    return gone | {name for part in gone if (name := normal(relations_part(part))) in package.entries}


def _names_cells_on(chain: bytes, sheets: Iterable[SheetPart]) -> bool:
    numbers = {int(number) for number in _CHAIN_SHEET.findall(chain)}
    return any(sheet.sheet_id in numbers for sheet in sheets)


def _their_styles(package: Package) -> bytes:
    if package.styles_part:
        return package.read(package.styles_part)
    if any(relation.kind == "styles" for relation in package.relations(package.workbook_part)):
        raise refuse(refusals.DAMAGED, package.file, "formaterne mangler")
    return (in_strict(EMPTY_STYLES) if package.strict else EMPTY_STYLES).encode()


def _code_names(package: Package, change: Change) -> dict[str, str]:
    """What the macro project calls the sheets that are replaced, by their new names."""
    if not package.related(package.workbook_part, "vbaProject"):
        return {}
    names = {}
    for seat in change.seats:
        found = _CODE_NAME.search(package.read(seat.replaces.part)) if seat.replaces else None
        if found:
            names[seat.name] = html.unescape(found[1].decode())
    return names


def _written(
    package: Package, edited: Mapping[str, bytes], added: Mapping[str, bytes], gone: Collection[str]
) -> bytes:
    """The finished file: entries in their old order, edited ones in their old place, ours last."""
    new_text = {normal(part): data for part, data in edited.items() if data != package.read(part)}
    for part, data in new_text.items():
        parse(data, package.file, part)  # a splice gone wrong must never leave the house
    entries = []
    for name, entry in package.entries.items():
        if name in new_text:
            entries.append(packed(name, new_text[name], like=entry.info))
        elif name not in gone:
            entries.append(entry)
    return zip_of([*entries, *(packed(name, data, level=_FAST) for name, data in added.items())], package.comment)
