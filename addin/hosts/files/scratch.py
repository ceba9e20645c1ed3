"""Taking the sheets out of a scratch workbook: their parts, renamed and renumbered to fit the user's.

XlsxWriter wrote the scratch workbook, so how its XML looks is known, and it can be changed by patterns.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from addin.hosts.files.container import normal
from addin.hosts.files.contents import Relation
from addin.hosts.files.package import Package, relations_part
from addin.hosts.files.splice import as_attribute
from addin.hosts.files.styles import Merged

_CARRIED = {"drawing", "chart", "hyperlink", "image", "comments", "vmlDrawing"}
_STRICT_NAMES = (
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)
_RELATIONS_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_SHEET_DATA = re.compile(r"<sheetData(?:/>|>.*</sheetData>)", re.DOTALL)
# "<" and ">" never stand inside text, so what these find are real tags of cells (and rows) and nothing else.
_STYLE = re.compile(r'" s="([0-9]+)(?=[^<>]*>)')
_UNFORMATTED = re.compile(r'(<c r="[A-Z]+[0-9]+")(?! s=)')
_TEXT = ' t="s"><v>'
_COLUMN_STYLE = re.compile(r'(<col [^<>]*? style=")([0-9]+)')
_RULE_STYLE = re.compile(r'(<cfRule [^<>]*? dxfId=")([0-9]+)')


@dataclass
class Transplant:
    """The new parts by name, their content types, and the part of each sheet by the sheet's name."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)


def transplant(
    scratch: Package, taken: Collection[str], styles: Merged, strict: bool, code_names: dict[str, str]
) -> Transplant:
    """All sheets of the scratch workbook under names not in `taken` (normalised part names).

    `code_names` gives, by sheet name, what a macro project calls a sheet that is being replaced.
    """
    work = _Work(scratch, set(taken), styles, strict)
    for sheet in scratch.sheets:
        if sheet.kind != "worksheet":
            raise ValueError(f"only worksheets can be grafted, not the {sheet.kind} {sheet.name}")
        work.done.sheets[sheet.name] = work.place(sheet.part, code_names.get(sheet.name))
    return work.done


def in_strict(xml: str) -> str:
    """The namespaces of a Strict workbook in place of the usual ones."""
    for usual, strict in _STRICT_NAMES:
        xml = xml.replace(usual, strict)
    return xml


def free_name(part: str, taken: Collection[str]) -> str:
    """A part's own name where it is free with that of its relationships, else the first number that is."""
    stem, extension = posixpath.splitext(part)
    stem, path, number = stem.rstrip("0123456789"), part, 0
    while normal(path) in taken or normal(relations_part(path)) in taken:
        number += 1
        path = f"{stem}{number}{extension}"
    return path


class _Work:
    def __init__(self, scratch: Package, taken: set[str], styles: Merged, strict: bool) -> None:
        if scratch.related(scratch.workbook_part, "sheetMetadata"):
            raise ValueError("the scratch workbook holds dynamic arrays, which cannot be grafted")
        self.scratch, self.taken, self.styles, self.strict = scratch, taken, styles, strict
        self.strings = _shared_strings(scratch)
        self.names: dict[str, str] = {}  # part in the scratch workbook -> part in theirs
        self.done = Transplant()

    def place(self, part: str, code_name: str | None = None) -> str:
        """A part, and all it refers to, under free names."""
        if part in self.names:
            return self.names[part]
        name = self.names[part] = free_name(part, self.taken)
        self.taken.add(normal(name))
        self.done.parts[name] = self._content(part, code_name)
        self.done.types[name] = self.scratch.content_type(part) or ""
        relations = self.scratch.relations(part)
        if relations:
            lines = "".join(self._relation(name, relation) for relation in relations)
            self.done.parts[relations_part(name)] = _RELATIONS_XML.format(lines).encode()
        return name

    def _content(self, part: str, code_name: str | None) -> bytes:
        data = self.scratch.read(part)
        if not part.endswith(".xml"):
            return data
        text = data.decode()
        if "/worksheets/" in part:
            text = _sheet_xml(text, self.styles, self.strings, code_name)
        return (in_strict(text) if self.strict else text).encode()

    def _relation(self, source: str, relation: Relation) -> str:
        if relation.kind not in _CARRIED:
            raise ValueError(f"a scratch sheet holds a {relation.kind}, which cannot be grafted")
        kind = in_strict(_RELATION_TYPE) if self.strict else _RELATION_TYPE
        line = f'<Relationship Id="{relation.id}" Type="{kind}{relation.kind}" Target='
        if relation.target is None:
            return f'{line}{as_attribute(relation.written)} TargetMode="External"/>'
        target = posixpath.relpath(self.place(relation.target), posixpath.dirname(source))
        return f"{line}{as_attribute(target)}/>"


def _shared_strings(scratch: Package) -> list[str]:
    part = scratch.related(scratch.workbook_part, "sharedStrings")
    if part is None:
        return []
    text = scratch.read(part).decode()
    return text[text.index("<si>") + 4 : text.rindex("</si>")].split("</si><si>")


def _sheet_xml(text: str, styles: Merged, strings: list[str], code_name: str | None) -> str:
    """A sheet with its formats renumbered, its strings inside it, and not selected."""
    data = _SHEET_DATA.search(text)
    if data is None:
        raise ValueError("a sheet without sheetData")
    head, tail = text[: data.start()], text[data.end() :]
    # Two selected sheets are a group, and what the user types then goes into both.
    head = head.replace(' tabSelected="1"', "", 1)
    head = _COLUMN_STYLE.sub(lambda m: m[1] + str(styles.cells[int(m[2])]), head)
    tail = _RULE_STYLE.sub(lambda m: m[1] + str(styles.differential[int(m[2])]), tail)
    return _with_code_name(head, code_name) + _cells(data[0], styles.cells, strings) + tail


def _cells(data: str, places: list[int], strings: list[str]) -> str:
    """The rows with the formats' new numbers, and each string in its cell.

    Split at what is found and joined again: twice as fast as substituting.
    """
    formats = {str(index): f'" s="{place}' for index, place in enumerate(places)}
    plain = data.find("</row>", max(data.rfind('" s="'), data.rfind(_TEXT)))  # long columns of numbers, at the end
    pieces = _STYLE.split(data[:plain])
    pieces[1::2] = [formats[piece] for piece in pieces[1::2]]
    first, *rest = "".join(pieces).split(_TEXT)
    texts = [piece.split("</v>", 1) for piece in rest]
    inline = [f' t="inlineStr"><is>{strings[int(index)]}</is>{after}' for index, after in texts]
    written = first + "".join(inline) + data[plain:]
    if places[0]:  # elsewhere a cell without a format has theirs number 0
        written = _UNFORMATTED.sub(rf'\1 s="{places[0]}"', written)
    return written


def _with_code_name(head: str, code_name: str | None) -> str:
    """The name by which a macro project knows the sheet: without it the project loses the sheet's module."""
    if code_name is None:
        return head
    properties = f"<sheetPr codeName={as_attribute(code_name)}"
    if "<sheetPr" in head:
        return head.replace("<sheetPr", properties, 1)
    return re.sub(r"(<worksheet [^>]*>)", lambda m: f"{m[1]}{properties}/>", head, count=1)
