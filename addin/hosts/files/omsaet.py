"""A workbook with our functions as another program stores them, or with their values alone: all else stays as it is.

Only the sheets whose formulas change are written again, by splicing text; with them what such formulas need: a link to
the .xlam, or the note that a cell is a dynamic array. Excel's list of the order of computing goes, and is made again.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from addin.hosts.files import bindings
from addin.hosts.files.bindings import DESKTOP, VAERDIER, WEB
from addin.hosts.files.book import WORKBOOK_ORDER
from addin.hosts.files.container import normal, packed, zip_of
from addin.hosts.files.package import CONTENT_TYPES, Package, parse, relations_part
from addin.hosts.files.splice import Splice, as_content, encoding_of
from addin.workbook import Refusal
from udfs.catalogue import FUNCTIONS

XLAM = "Fordel.xlam"  # where it lies is said by the kind of the link: in XLSTART
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STARTUP = "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlStartup"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LINK, METADATA = "xl/externalLinks/externalLinkFordel.xml", "xl/metadata.xml"
_METADATA = (f'{_HEAD}<metadata xmlns="{_MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/'
             'dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" '
             'pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" '
             'assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst>'
             '<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" '
             'fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk>'
             "</cellMetadata></metadata>")
_CELL = re.compile(r"<(?P<p>(?:\w+:)?)c(?P<attributes>\s[^<>]*?)?(?<!/)>(?P<body>.*?)</(?P=p)c>", re.DOTALL)
_FORMULA = re.compile(r"<(?P<p>(?:\w+:)?)f(?P<attributes>\s[^<>]*?)?(?:/>|>(?P<text>[^<]*)</(?P=p)f>)")
_ATTRIBUTE = re.compile(r"""\s([\w:]+)\s*=\s*("[^"]*"|'[^']*')""")


class Converted(NamedTuple):
    """The file, how many formulas were changed, and the names whose formulas call us and are left as they are."""

    data: bytes
    formulas: int
    left: tuple[str, ...]


def converted(data: bytes, form: str, name: str = "") -> Converted:
    """The workbook for a program: one of bindings.FORMS."""
    package = Package(data, name)
    package.require_writable()
    edit = _Edit(package, form)
    for sheet in package.sheets:
        if sheet.kind == "worksheet":
            edit.sheet(sheet.name, sheet.part)
    left = tuple(each.name for each in package.names if bindings.has_ours(each.text))
    return Converted(edit.result() if edit.formulas else data, edit.formulas, left)


class _Edit:
    """The parts that change, while they do."""

    def __init__(self, package: Package, form: str):
        self.package, self.form, self.formulas = package, form, 0
        self.parts: dict[str, bytes] = {}
        self.added: dict[str, tuple[str, str, str]] = {}  # part -> text, content type, kind of relationship
        self.own = self._link_there()
        count = len(Splice(package.read(package.workbook_part)).items("externalReferences"))
        self.link = self.own or count + 1

    def _link_there(self) -> int:
        """The number of the workbook's own link to the .xlam, 0 where it has none."""
        package = self.package
        references = package.xml(package.workbook_part).findall("{*}externalReferences/{*}externalReference")
        relations = {relation.id: relation.target for relation in package.relations(package.workbook_part)}
        for number, reference in enumerate(references, 1):
            identity = next((value for key, value in reference.attrib.items() if key.endswith("}id")), "")
            part = relations.get(identity)
            if part and any(each.written.casefold().endswith(XLAM.casefold()) for each in package.relations(part)):
                return number
        return 0

    def sheet(self, name: str, part: str) -> None:
        data = self.package.read(part)
        encoding = encoding_of(data)
        before, changed = data.decode(encoding), self.formulas
        text = _CELL.sub(lambda cell: self.cell(name, cell), before)
        if self.formulas > changed:
            self.parts[normal(part)] = text.encode(encoding)

    def cell(self, sheet: str, cell: re.Match[str]) -> str:
        formula = _FORMULA.search(cell["body"])
        text = html.unescape(formula["text"] or "") if formula else ""
        if formula is None or not bindings.has_ours(text):
            return cell[0]
        attributes, own = attributes_of(cell["attributes"]), attributes_of(formula["attributes"])
        place = f"{sheet}!{attributes.get('r', '')}"
        if own.get("t") == "shared":
            raise Refusal(f"{place}: formlen deles af flere celler, og kan ikke omsættes. Skriv den i hver celle.")
        self.formulas += 1
        body = cell["body"]
        if self.form == VAERDIER:
            if not re.search(rf"<{cell['p']}v>[^<]", body):
                if attributes.get("t") != "str":  # else it is the empty text
                    raise Refusal(f"{place}: formlen har ingen værdi. Åbn og gem projektmappen, hvor Fordel er "
                                  f"installeret.")
                del attributes["t"]
                body = formula[0]
            body = body.replace(formula[0], "")
        else:
            if self.form == WEB:
                own = {"t": "array", "ref": own.get("ref", attributes.get("r", "")), **own}
            new = as_content(bindings.stored(text, self.form, self.link))
            body = body.replace(formula[0], f"<{cell['p']}f{written(own)}>{new}</{cell['p']}f>")
        attributes.pop("cm", None)
        if self.form == WEB:
            attributes["cm"] = "1"
        return f"<{cell['p']}c{written(attributes)}>{body}</{cell['p']}c>"

    def result(self) -> bytes:
        package = self.package
        gone = {normal(relation.target) for relation in package.relations(package.workbook_part)
                if relation.kind == "calcChain" and relation.target}
        workbook = Splice(package.read(package.workbook_part), WORKBOOK_ORDER)
        relations = Splice(package.read(relations_part(package.workbook_part)))
        types = Splice(package.read(CONTENT_TYPES))
        if self.form == WEB:
            self._metadata()
        if self.form == DESKTOP and not self.own:
            self._add_link(workbook)
        for relation, element in zip(package.relations(package.workbook_part), relations.root.children, strict=True):
            if relation.kind == "calcChain":
                relations.cut(element)
        for written_type, element in zip(package.xml(CONTENT_TYPES), types.root.children, strict=True):
            if normal(written_type.get("PartName", "")) in gone:
                types.cut(element)
        for part, (_, content, kind) in self.added.items():
            if not kind:
                continue
            target = part.removeprefix("xl/")
            relations.append("", f'<{relations.prefix}Relationship Id="{identity(part)}" Type="{kind}" '
                                 f'Target="{target}"/>')
            types.append("", f'<{types.prefix}Override PartName="/{part}" ContentType="{content}"/>')
        for part, splice in ((package.workbook_part, workbook), (CONTENT_TYPES, types),
                             (relations_part(package.workbook_part), relations)):
            if splice.changed:
                self.parts[normal(part)] = splice.result()
        return self._zip(gone)

    def _metadata(self) -> None:
        there = self.package.related(self.package.workbook_part, "sheetMetadata")
        if there is None:
            self.added[METADATA] = (_METADATA, f"{_TYPES}sheetMetadata+xml", f"{_OFFICE}/sheetMetadata")
        elif b"XLDAPR" not in self.package.read(there) or b"XLRICHVALUE" in self.package.read(there):
            raise Refusal(f"{self.package.file} har celler med datatyper, og kan ikke omsættes til web. Gør dem til "
                          f"tekst.")

    def _add_link(self, workbook: Splice) -> None:
        names = "".join(f'<definedName name="{name}"/>' for name in sorted(FUNCTIONS))
        book = (f'{_HEAD}<externalLink xmlns="{_MAIN}"><externalBook xmlns:r="{_OFFICE}" r:id="rId1"><definedNames>'
                f"{names}</definedNames></externalBook></externalLink>")
        to_it = (f'{_HEAD}<Relationships '
                 f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                 f'Id="rId1" Type="{_STARTUP}" Target="{XLAM}" TargetMode="External"/></Relationships>')
        self.added[LINK] = (book, f"{_TYPES}externalLink+xml", f"{_OFFICE}/externalLink")
        self.added[relations_part(LINK)] = (to_it, "", "")
        workbook.append("externalReferences", f'<{workbook.prefix}externalReference xmlns:fr="{_OFFICE}" '
                                              f'fr:id="{identity(LINK)}"/>')

    def _zip(self, gone: set[str]) -> bytes:
        entries = []
        for part, data in self.parts.items():
            parse(data, self.package.file, part)  # a splice gone wrong must never leave the house
        for name, entry in self.package.entries.items():
            if name in self.parts:
                entries.append(packed(name, self.parts[name], like=entry.info))
            elif name not in gone:
                entries.append(entry)
        new = [packed(part, text.encode()) for part, (text, *_) in self.added.items()]
        return zip_of([*entries, *new], self.package.comment)


def identity(part: str) -> str:
    """The id of a relationship of ours."""
    return "rIdFordel" + ("Link" if part == LINK else "Metadata")


def attributes_of(text: str | None) -> dict[str, str]:
    return {name: html.unescape(value[1:-1]) for name, value in _ATTRIBUTE.findall(text or "")}


def written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())

