"""What is said of our sheets outside them: in the workbook part, its relationships, the content types."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from addin.hosts.files.container import normal
from addin.hosts.files.contents import BookName, SheetPart
from addin.hosts.files.markup import FALSE, elements, is_index
from addin.hosts.files.package import CONTENT_TYPES, Package, relations_part
from addin.hosts.files.reading.values import escaped
from addin.hosts.files.scratch import in_strict
from addin.hosts.files.splice import Element, Splice, as_attribute, as_content
from addin.marks import TO_BE_COMPUTED
from addin.workbook import area, quoted

# As the schema wants the children of the workbook.
WORKBOOK_ORDER = """
    fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
    definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
    fileRecoveryPr webPublishObjects extLst
""".split()  # noqa: SIM905 - a list of words reads better as words
OUR_PREFIX = "fordel_"  # of the names for the whole workbook that are ours to change
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Seat(NamedTuple):
    """Where a sheet of ours is in the finished workbook."""

    name: str
    position: int
    sheet_id: int
    state: str
    replaces: SheetPart | None


class Wanted(NamedTuple):
    """A defined name that shall be there; `position` is its sheet's, or None for the whole workbook."""

    name: str
    text: str
    position: int | None
    hidden: bool


@dataclass
class Change:
    """The finished workbook against the one that was read."""

    package: Package
    seats: Sequence[Seat]
    dropped: Sequence[SheetPart]
    names: list[Wanted] = field(default_factory=list)
    recalculate: bool = False  # every formula is to be computed when the file is opened
    relation_ids: dict[str, str] = field(default_factory=dict)  # of new sheets, by name

    def position(self, sheet: str) -> int | None:
        """Where a sheet of the workbook as it was read is now; None when it is dropped."""
        left = [s.name for s in self.package.sheets if s not in self.dropped]
        return left.index(sheet) if sheet in left else None

    @property
    def replaced(self) -> dict[str, Seat]:
        """The sheets that are replaced, by the name they have had."""
        return {seat.replaces.name: seat for seat in self.seats if seat.replaces}

    @property
    def old(self) -> list[SheetPart]:
        """The sheets that are replaced or dropped."""
        return [*self.dropped, *(seat.replaces for seat in self.seats if seat.replaces)]

    @property
    def first_visible(self) -> tuple[int, int] | None:
        """Position and sheetId of the first sheet one can see in the finished workbook."""
        left = [s for s in self.package.sheets if s not in self.dropped]
        seen = [(i, s.sheet_id) for i, s in enumerate(left) if s.state == "visible"]
        seen += [(s.position, s.sheet_id) for s in self.seats if not s.replaces and s.state == "visible"]
        return seen[0] if seen else None


# ------------------------------------------------------------------------------------- the workbook part


def workbook_xml(change: Change) -> Splice:
    """The workbook part with our sheets listed, our names defined, and what counts sheets counted again."""
    book = Splice(change.package.read(change.package.workbook_part), WORKBOOK_ORDER)
    _list_sheets(book, change)
    if not book.items("bookViews"):  # the view that every sheet view, ours too, says it belongs to
        book.append("bookViews", f"<{book.prefix}workbookView/>")
    if change.dropped:
        _move_views(book, change)
    _define_names(book, change)
    if change.recalculate and not _is_to_be_computed(change.package):
        calculation = book.find("calcPr")
        if calculation:
            book.set(calculation, "fullCalcOnLoad", 1)
        else:
            book.append("calcPr", "", ' fullCalcOnLoad="1"')
    return book


def _is_to_be_computed(package: Package) -> bool:
    """Whether the workbook says so already, in whatever word."""
    said = package.xml(package.workbook_part).find("{*}calcPr")
    return said is not None and said.get("fullCalcOnLoad", "0") not in FALSE


def _list_sheets(book: Splice, change: Change) -> None:
    for sheet, element in zip(change.package.sheets, book.items("sheets"), strict=True):
        if sheet in change.dropped:
            book.cut(element)
        elif sheet.name in change.replaced and change.replaced[sheet.name].name != sheet.name:
            book.set(element, "name", escaped(change.replaced[sheet.name].name))
    attribute = _relation_attribute(book, change.package.strict)
    for seat in change.seats:
        if not seat.replaces:
            state = "" if seat.state == "visible" else f' state="{seat.state}"'
            head = f'<{book.prefix}sheet name={as_attribute(escaped(seat.name))} sheetId="{seat.sheet_id}"{state}'
            book.append("sheets", f'{head} {attribute}="{change.relation_ids[seat.name]}"/>')


def _relation_attribute(book: Splice, strict: bool) -> str:
    """r:id, with the prefix this workbook has for it, or with one declared on the spot."""
    namespace = in_strict(_RELATIONSHIPS) if strict else _RELATIONSHIPS
    start = book.text[book.root.start : book.root.open_end]
    declared = re.search(rf"""\sxmlns:([\w.-]+)\s*=\s*["']{re.escape(namespace)}["']""", start)
    return f"{declared[1]}:id" if declared else f'xmlns:r="{namespace}" r:id'


def _move_views(book: Splice, change: Change) -> None:
    """Let each window and custom view show the sheet it showed; a dropped one gives way to the first."""
    root = change.package.xml(change.package.workbook_part)
    position, sheet_id = change.first_visible or (0, 0)
    sheets = change.package.sheets
    for view, element in zip(elements(root.find("{*}bookViews")), book.items("bookViews"), strict=False):
        for attribute in ("activeTab", "firstSheet"):
            shown = view.get(attribute, "")
            if is_index(shown) and int(shown) < len(sheets):
                moved = change.position(sheets[int(shown)].name)
                book.set(element, attribute, position if moved is None else moved)
    gone = {str(sheet.sheet_id) for sheet in change.dropped}
    custom = elements(root.find("{*}customWorkbookViews"))
    for view, element in zip(custom, book.items("customWorkbookViews"), strict=False):
        if view.get("activeSheetId") in gone:
            book.set(element, "activeSheetId", sheet_id)


# ------------------------------------------------------------------------------------- defined names


def _define_names(book: Splice, change: Change) -> None:
    wanted = {(name.name.lower(), name.position): name for name in change.names}
    existing = list(zip(change.package.names, book.items("definedNames"), strict=True))
    cut = []
    for name, element in existing:
        position = None if name.scope is None else change.position(name.scope)
        new = wanted.pop((name.name.lower(), position), None) if _stays(name, change) else None
        if new is not None:
            book.replace(element, _defined_name(element.prefix, new))
        elif _is_stale(name, change):
            cut.append(element)
        else:
            _follow(book, element, name, change)
    if cut and len(cut) == len(existing) and not wanted:
        cut = [found] if (found := book.find("definedNames")) else []  # the schema wants no empty list
    for element in cut:
        book.cut(element)
    for new in wanted.values():
        book.append("definedNames", _defined_name(book.prefix, new))


def _defined_name(prefix: str, name: Wanted) -> str:
    scope = "" if name.position is None else f' localSheetId="{name.position}"'
    hidden = ' hidden="1"' if name.hidden else ""
    tag = f"{prefix}definedName"
    return f"<{tag} name={as_attribute(name.name)}{scope}{hidden}>{as_content(name.text)}</{tag}>"


def _stays(name: BookName, change: Change) -> bool:
    return name.scope is None or change.position(name.scope) is not None


def _is_stale(name: BookName, change: Change) -> bool:
    """Names that go and are not made again: those of dropped sheets, Excel's own (print area) on replaced
    ones, and ours for the whole workbook that point into either."""
    if name.name.lower() == TO_BE_COMPUTED:  # somebody has computed it since
        return not change.package.asked_by_us
    if name.scope is not None:
        return not _stays(name, change) or (name.scope in change.replaced and name.name.startswith("_xlnm."))
    target = area(name.text)
    gone = {sheet.name.casefold() for sheet in change.dropped} | {old.casefold() for old in change.replaced}
    return name.name.lower().startswith(OUR_PREFIX) and target is not None and target.sheet.casefold() in gone


def _follow(book: Splice, element: Element, name: BookName, change: Change) -> None:
    """A name that stays: its sheet may have another number, and what it points at another name or none."""
    if name.scope is not None and change.dropped:
        book.set(element, "localSheetId", change.position(name.scope))
    text = name.text
    for sheet in change.dropped:
        text = _pointed(text, sheet.name, "#REF!")
    for old, seat in change.replaced.items():
        if seat.name != old:
            text = _pointed(text, old, quoted(seat.name) + "!")
    if text != name.text:
        book.set_text(element, text)


def _pointed(formula: str, sheet: str, target: str) -> str:
    """A formula whose references to a sheet point elsewhere: as when Excel deletes or renames one."""
    reference = rf"(?<![\w.'\]])(?:{re.escape(quoted(sheet))}|{re.escape(sheet)})!"
    return re.sub(reference, lambda _: target, formula, flags=re.IGNORECASE)


# ------------------------------------------------------------------------------------- relationships, types


def relations_xml(
    change: Change, sheets: Mapping[str, str], gone: Collection[str], styles: str | None
) -> Splice:
    """The workbook's relationships: to each sheet's part, no longer to what is gone, and to new styles.

    Fills in `change.relation_ids`.
    """
    package = change.package
    relations = package.relations(package.workbook_part)
    splice = Splice(package.read(relations_part(package.workbook_part)))
    replaced = {normal(seat.replaces.part): sheets[seat.name] for seat in change.seats if seat.replaces}
    for relation, element in zip(relations, splice.root.children, strict=True):
        target = normal(relation.target or "")
        if target in replaced:
            if normal(replaced[target]) != target:
                splice.set(element, "Target", _from_workbook(package, replaced[target]))
        elif target in gone:
            splice.cut(element)
    new = [(seat.name, "worksheet", sheets[seat.name]) for seat in change.seats if not seat.replaces]
    new += [("", "styles", styles)] if styles else []
    kinds = in_strict(_RELATIONSHIPS) if package.strict else _RELATIONSHIPS
    # A sheet without a part may name a relationship that is not there: it must not get one of ours.
    named = {value for sheet in package.xml(package.workbook_part).iter() for value in sheet.attrib.values()}
    free = _free_ids([*(relation.id for relation in relations), *named])
    for (name, kind, part), relation_id in zip(new, free, strict=False):
        change.relation_ids[name] = relation_id
        target = as_attribute(_from_workbook(package, part))
        head = f"<{splice.prefix}Relationship"
        splice.append("", f'{head} Id="{relation_id}" Type="{kinds}/{kind}" Target={target}/>')
    return splice


def _from_workbook(package: Package, part: str) -> str:
    return posixpath.relpath(part, posixpath.dirname(package.workbook_part) or ".")


def _free_ids(taken: Iterable[str]) -> Iterable[str]:
    used, number = set(taken), 0
    while True:
        number += 1
        if f"rId{number}" not in used:
            yield f"rId{number}"


def content_types_xml(package: Package, types: Mapping[str, str], gone: Collection[str]) -> Splice:
    """The content types with those of our parts, and without those of parts that are gone."""
    splice = Splice(package.read(CONTENT_TYPES))
    root = package.xml(CONTENT_TYPES)
    missing = {normal(part): (part, kind) for part, kind in types.items()}
    for written, element in zip(elements(root), splice.root.children, strict=True):
        name = normal(written.get("PartName", ""))
        if name in missing:
            kind = missing.pop(name)[1]
            if written.get("ContentType") != kind:
                splice.set(element, "ContentType", kind)
        elif name in gone:
            splice.cut(element)
    if not any(element.get("Extension", "").lower() == "rels" for element in elements(root)):
        splice.append("", f'<{splice.prefix}Default Extension="rels" ContentType="{_RELS_TYPE}"/>')
    for part, kind in missing.values():
        splice.append("", f'<{splice.prefix}Override PartName="/{part}" ContentType="{kind}"/>')
    return splice
