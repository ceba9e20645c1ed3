"""A package put together by hand, and the odd ways a zip may be written."""

from __future__ import annotations

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument."
SHEET_TYPE = OFFICE + "spreadsheetml."
MS = "http://schemas.microsoft.com/office/"
X14 = MS + "spreadsheetml/2009/9/main"
ROWS = "".join(f'<row r="{r}"><c r="A{r}" t="inlineStr"><is><t>{name}</t></is></c><c r="B{r}"><v>{r * 10}</v></c></row>'
               for r, name in enumerate(("Hus 1", "Hus 2", "Hus 3"), 2))
HEAD = ('<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Tal</t></is></c></row>')
STYLES = (f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
          'patternType="gray125"/></fill>'
          '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs '
          'count="1">'
          '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1">'
          '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


class Book:
    """A package under construction: sheet "Data", styles, and whatever is added."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.relations: dict[str, list[str]] = {}
        self.sheet_after = self.book_before = self.book_after = self.more_sheets = ""
        self.properties = "<workbookPr/>"
        self.main = SHEET_TYPE + "sheet.main+xml"
        self.put("xl/worksheets/sheet1.xml", "", SHEET_TYPE + "worksheet+xml", "xl/workbook.xml", "worksheet")
        self.put("xl/styles.xml", STYLES, SHEET_TYPE + "styles+xml", "xl/workbook.xml", "styles")

    def put(self, part: str, content: str | bytes, kind: str = "", of: str = "", relation: str = "") -> str:
        """A part, its content type, and the relationship to it; gives the relationship's id."""
        self.parts[part] = content.encode() if isinstance(content, str) else content
        if kind:
            self.types[part] = kind
        return self.relate(of, relation, "/" + part) if relation else ""

    def relate(self, of: str, relation: str, target: str, mode: str = "") -> str:
        lines = self.relations.setdefault(of, [])
        number = f"rId{len(lines) + 1}"
        kind = relation if ":" in relation else f"{REL}/{relation}"
        lines.append(f'<Relationship Id="{number}" Type="{kind}" Target="{target}"{mode}/>')
        return number

    def content(self) -> dict[str, bytes]:
        spaces = (f'xmlns="{MAIN}" xmlns:r="{REL}" '
                  f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                  f'mc:Ignorable="x14ac" xmlns:x14ac="{MS}spreadsheetml/2009/9/ac"')
        self.parts["xl/worksheets/sheet1.xml"] = (
            f'<worksheet {spaces}><dimension ref="A1:B4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/>'
            f"</sheetViews><sheetData>{HEAD}{ROWS}</sheetData>{self.sheet_after}</worksheet>").encode()
        self.parts["xl/workbook.xml"] = (
            f'<workbook {spaces}>{self.properties}{self.book_before}<bookViews><workbookView '
            f'activeTab="0"/></bookViews>'
            f'<sheets><sheet name="Data" sheetId="1" r:id="rId1"/>{self.more_sheets}</sheets>{self.book_after}'
            "</workbook>").encode()
        whole = {of: list(lines) for of, lines in self.relations.items()}
        whole[""] = [*whole.get("", []), f'<Relationship Id="rIdBook" Type="{REL}/officeDocument" '
                                         f'Target="xl/workbook.xml"/>']
        relations = {}
        for of, lines in whole.items():
            folder, _, name = of.rpartition("/")
            relations[f"{folder}/_rels/{name}.rels".lstrip("/")] = (
                f'<Relationships xmlns="{PACKAGE_REL}">{"".join(lines)}</Relationships>').encode()
        types = {"xl/workbook.xml": self.main, **self.types}
        written = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items())
        head = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                f'ContentType="application/xml"/><Default Extension="bin" ContentType="{OFFICE}oleObject"/>'
                f'<Default Extension="vml" ContentType="{OFFICE}vmlDrawing"/>')
        return {"[Content_Types].xml": f"{head}{written}</Types>".encode(), **relations, **self.parts}

    def data(self) -> bytes:
        return zipped(self.content())


def zipped(content: dict[str, bytes], zip64: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            with archive.open(name, "w", force_zip64=zip64) as entry:
                entry.write(data)
    return out.getvalue()


def strict(xml: bytes) -> bytes:
    text = xml.decode()
    for usual, other in ((MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
                         (REL, "http://purl.oclc.org/ooxml/officeDocument/relationships")):
        text = text.replace(usual, other)
    return text.encode()


def with_zip64_end(data: bytes) -> bytes:
    """The same zip with the 64-bit end that very large ones have, and nothing in the 32-bit one."""
    end = data.rindex(b"PK\5\6")
    count, size, start = struct.unpack_from("<HII", data, end + 10)
    large = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    small = struct.pack("<4s4H2IH", b"PK\5\6", 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:end] + large + locator + small


UNIX_TIME = struct.pack("<HHBI", 0x5455, 5, 1, 1_700_000_000)
ROOM = struct.pack("<HHHH", 0xA220, 4, 0xA028, 0)  # Excel's own room for growth


def with_extras(content: dict[str, bytes]) -> bytes:
    """Extra fields in both headers, notes on entries and a note on the whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"arkiv"
        for name, data in content.items():
            info = zipfile.ZipInfo(name)
            info.extra, info.comment, info.compress_type = UNIX_TIME + ROOM, b"note", zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
