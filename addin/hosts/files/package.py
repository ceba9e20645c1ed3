"""A workbook file as its parts: which there are, how they refer to each other, which sheets and names it has.

Only reads. Parts are parsed to know what is in them, never to be written again: see splice.py for that.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from functools import cached_property
from urllib.parse import unquote

from addin.hosts.files import markup, refusals
from addin.hosts.files.container import Container, Entry, normal
from addin.hosts.files.contents import Contents, Relation
from addin.hosts.files.markup import TRUE, elements, is_index
from addin.hosts.files.refusals import refuse
from addin.workbook import Refusal

CONTENT_TYPES = "[Content_Types].xml"
MAX_XML_BYTES = 64 << 20  # of a part read as a tree; sheets are read by other means
_STRICT = "http://purl.oclc.org/ooxml/"
_XML = (".xml", ".rels", ".vml")
_DOCUMENT_TYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Package:
    """The parts of an .xlsx or .xlsm. Raises Refusal, in Danish, for anything it will not read.

    `escapes`: see contents.py.
    """

    def __init__(self, data: bytes, name: str = "", escapes: bool = True) -> None:
        self.file = name or "Filen"
        self._container = Container(data, self.file)
        self._rels: dict[str, list[Relation]] = {}
        self.workbook_part = self._find_workbook()
        root = self.xml(self.workbook_part)
        self.strict = str(root.tag).startswith("{" + _STRICT)
        self.date1904 = any(e.get("date1904") in TRUE for e in root.iterfind("{*}workbookPr"))
        contents = Contents(root, self.file, self.relations(self.workbook_part), self.has, escapes)
        self.sheets, self.names = contents.sheets, contents.names
        self.calculation, self.asked_by_us = contents.calculation, contents.asked_by_us
        self._protection = root.find("{*}workbookProtection")
        self.refuse_document_types(sheets=False)

    # --------------------------------------------------------------------------- parts

    @property
    def entries(self) -> dict[str, Entry]:
        """The zip entries by normalised part name, in the file's order."""
        return self._container.entries

    @property
    def comment(self) -> bytes:
        """What stands at the end of the zip."""
        return self._container.comment

    def has(self, part: str) -> bool:
        return self._key(part) in self.entries

    def read(self, part: str) -> bytes:
        """A part's bytes; its name may be in any case, with or without a slash in front."""
        if not self.has(part):
            raise refuse(refusals.DAMAGED, self.file, f"{part} mangler")
        return self._container.read(self._key(part))

    def xml(self, part: str) -> markup.Element:
        """A part as a tree, to read from."""
        return parse(self.read(part), self.file, part)

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to; "" is the package itself."""
        if part not in self._rels:
            where = relations_part(part)
            found = elements(self.xml(where)) if self.has(where) else []
            self._rels[part] = [self._relation(part, element) for element in found]
        return self._rels[part]

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that `part` refers to, if it is in the file."""
        targets = (r.target for r in self.relations(part) if r.kind == kind)
        return next((t for t in targets if t and self.has(t)), None)

    def reached(self, start: str, without: Collection[str] = ()) -> set[str]:
        """The normalised names of the parts `start` leads to by relationships, not entering `without`."""
        found: set[str] = set()
        waiting = [start]
        while waiting:
            for relation in self.relations(waiting.pop()):
                target = relation.target and self._key(relation.target)
                if target and target in self.entries and target not in found and target not in without:
                    found.add(target)
                    waiting.append(target)
        return found

    def promised(self) -> set[str]:
        """The normalised names of parts that are not there, though something refers to them: one of ours by such a
        name would become theirs."""
        sources = ["", *self.reached("")]
        targets = {self._key(relation.target) for source in sources for relation in self.relations(source)
                   if relation.target}
        return targets - set(self.entries)

    def content_type(self, part: str) -> str | None:
        """What [Content_Types].xml says a part is."""
        by_name, by_extension = self._content_types
        return by_name.get(normal(part)) or by_extension.get(part.rpartition(".")[2].lower())

    @cached_property
    def _content_types(self) -> tuple[dict[str, str | None], dict[str, str | None]]:
        """By the part's name, and by its extension."""
        said = elements(self.xml(CONTENT_TYPES))
        return ({normal(element.get("PartName", "")): element.get("ContentType") for element in said},
                {element.get("Extension", "").lower(): element.get("ContentType") for element in said})

    # --------------------------------------------------------------------------- the workbook

    @property
    def styles_part(self) -> str | None:
        return self.related(self.workbook_part, "styles")

    @property
    def default_font(self) -> tuple[str, float] | None:
        """Name and size of the font of the style Normal; None when the file does not say."""
        if self.styles_part is None:
            return None
        root = self.xml(self.styles_part)
        fonts, index = root.findall("{*}fonts/{*}font"), normal_font(root)
        font = fonts[index] if index < len(fonts) else None
        name, size = (None, None) if font is None else (font.find("{*}name"), font.find("{*}sz"))
        if name is None or not name.get("val"):
            return None
        try:
            return name.get("val", ""), 11.0 if size is None else float(size.get("val", "11"))
        except ValueError:
            return name.get("val", ""), 11.0

    def require_writable(self) -> None:
        """Refuse a workbook that may be read, but not be given more sheets."""
        workbook = {relation.kind for relation in self.relations(self.workbook_part)}
        if any(name.startswith("_xmlsignatures/") for name in self.entries) or any(
            relation.kind == "origin" for relation in self.relations("")
        ):
            raise refuse(refusals.SIGNED, self.file)
        if self._protection is not None and self._protection.get("lockStructure") in TRUE:
            raise refuse(refusals.LOCKED, self.file)
        if "revisionHeaders" in workbook:
            raise refuse(refusals.CHANGE_HISTORY, self.file)
        self.reached("")  # what cannot be followed is damage: better said now than in the next run

    def refuse_document_types(self, sheets: bool = True) -> None:
        """Also in parts that nobody reads; worksheets may wait until they are read, for they are long."""
        waiting = set() if sheets else {self._key(sheet.part) for sheet in self.sheets if sheet.kind == "worksheet"}
        for name in self.entries:
            if name.endswith(_XML) and name not in waiting and self._has_document_type(name):
                raise refuse(refusals.DOCUMENT_TYPE, self.file, name)

    # --------------------------------------------------------------------------- reading it

    def _key(self, part: str) -> str:
        name = normal(part)
        return name if name in self.entries or "%" not in name else normal(unquote(part))

    def _find_workbook(self) -> str:
        if "mimetype" in self.entries and b"opendocument" in self.read("mimetype")[:100]:
            raise refuse(refusals.OPEN_DOCUMENT, self.file)
        if not self.has(CONTENT_TYPES) or not self.has("_rels/.rels"):
            raise refuse(refusals.NOT_A_WORKBOOK, self.file)
        part = self.related("", "officeDocument")
        if part is None:
            raise refuse(refusals.DAMAGED, self.file, "projektmappen mangler")
        if part.lower().endswith(".bin"):
            raise refuse(refusals.XLSB, self.file)
        kind = self.content_type(part) or ""
        if "spreadsheet" not in kind and "ms-excel" not in kind:
            raise refuse(refusals.NOT_A_WORKBOOK, self.file)
        return part

    def _has_document_type(self, name: str) -> bool:
        """In a comment or in CDATA it is none; a part that cannot be read is not ours to judge."""
        try:
            data = self._container.read(name)
            if any(mark in data for mark in _DOCUMENT_TYPE):
                markup.check(markup.utf8(data))
        except markup.HasDocumentType:
            return True
        except (markup.BadXml, Refusal):
            return False
        return False

    def _relation(self, part: str, element: markup.Element) -> Relation:
        kind, written = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
        if element.get("TargetMode") == "External":
            return Relation(element.get("Id", ""), kind, None, written)
        path = posixpath.join("/" + posixpath.dirname(part), written.partition("#")[0])
        return Relation(element.get("Id", ""), kind, posixpath.normpath(path).lstrip("/"), written)


# ------------------------------------------------------------------------------------- helpers


def parse(data: bytes, file: str, part: str) -> markup.Element:
    """XML to read from. No document types: without them there are no entities to expand or fetch."""
    if len(data) > MAX_XML_BYTES:
        raise refuse(refusals.TOO_LARGE, file, f"{part}, {len(data) >> 20} MB")
    try:
        return markup.tree(data)
    except markup.HasDocumentType as bad:
        raise refuse(refusals.DOCUMENT_TYPE, file, part) from bad
    except markup.BadXml as bad:
        raise refuse(refusals.DAMAGED, file, part) from bad


def normal_font(styles: markup.Element) -> int:
    """The index of the font of the style Normal, which is where Excel gets its row heights from."""
    style = next(
        (e for e in styles.iterfind("{*}cellStyles/{*}cellStyle") if e.get("builtinId") == "0"), None
    )
    formats = styles.findall("{*}cellStyleXfs/{*}xf") or styles.findall("{*}cellXfs/{*}xf")
    which = "0" if style is None else style.get("xfId", "0")
    if not is_index(which) or int(which) >= len(formats):
        return 0
    font = formats[int(which)].get("fontId", "0")
    return int(font) if is_index(font) else 0


def relations_part(part: str) -> str:
    """Where a part's relationships are kept: xl/workbook.xml -> xl/_rels/workbook.xml.rels."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")
