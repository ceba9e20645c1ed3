"""A budget with a planted word and a planted number in every place an .xlsx can hold text, distributed."""

from __future__ import annotations

import base64
import datetime
import io
import struct
import tempfile
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

import xlsxwriter

from addin.hosts.files import job
from tests.builders import HEADINGS, POOL
from tests.planning import WHY

WORD, NUMBER = "Plantetalfons", "010190-1234"
FORMS = (WORD, NUMBER, NUMBER.replace("-", ""), NUMBER.replace("-", "").lstrip("0"), NUMBER.replace("-", " "))
# The same number as somebody or some program can write it; what is planted in a cell may be any of them.
DISGUISED = ("0101\u200b901234", "010190−1234", "01.01.90-1234", base64.b64encode(NUMBER.encode()).decode(),
             base64.b64encode(NUMBER.encode("utf-16-le")).decode())
ROWS = (("Anemonen", 30, 60, 0.1), ("Birken", 20, 60, 0.1), ("Cikorien", 20, 50, 0.2))
TYPES, RELS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def planted(where: str) -> str:
    """Both, told apart by the place."""
    return f"{WORD} {NUMBER} {where}"


@lru_cache
def planted_workbook() -> bytes:
    """Distributed first, so that the page is there; then what no library writes is put beside it."""
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name, f"{WORD}.xlsx"), Path(name, "ud.xlsx")
        source.write_bytes(by_library())
        job.run(source, target, WHY)
        return with_parts(target.read_bytes())


def by_library() -> bytes:
    """What XlsxWriter can write of it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False})
    book.set_properties({key: planted(key) for key in ("title", "subject", "author", "manager", "company", "category",
                                                       "keywords", "comments", "status", "hyperlink_base")})
    book.set_custom_property(planted("custom"), planted("custom value"))
    budget, pool = book.add_worksheet("Budget"), book.add_worksheet("Pulje")
    for number, row in enumerate((HEADINGS, *ROWS)):
        budget.write_row(number, 0, row)
    pool.write_row(0, 0, POOL[0])
    on_a_sheet_in_use(book, budget)
    own_sheets(book)
    book.define_name("Plantet_navn", f'="{planted("navn")}"')
    book.define_name(f"{WORD}_navn", "=Budget!$A$1")
    book.close()
    return out.getvalue()


def on_a_sheet_in_use(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """Beside the table the distribution is made from."""
    sheet.write_comment("A2", planted("note"), {"author": planted("note author")})
    sheet.write_url("H1", f"https://eksempel.dk/{WORD}?cpr={NUMBER}", string=planted("link"), tip=planted("tip"))
    sheet.data_validation("H2", {"validate": "list", "source": [NUMBER, WORD], "input_title": WORD,
                                 "input_message": planted("prompt"), "error_message": planted("error")})
    sheet.conditional_format("H3", {"type": "text", "criteria": "containing", "value": planted("format"),
                                    "format": book.add_format({"num_format": f'0"{planted("talformat")}"'})})
    sheet.set_header(f"&L{planted('header')}")
    sheet.set_footer(f"&C{planted('footer')}")
    sheet.insert_textbox("J5", planted("tekstboks"), {"description": planted("alt")})


def own_sheets(book: xlsxwriter.Workbook) -> None:
    """Sheets that are not used: seen, hidden, very hidden, a chart sheet."""
    seen = book.add_worksheet(f"{WORD} ark")
    bold, font = book.add_format({"bold": True}), book.add_format({"font_name": f"{WORD} font"})
    seen.write("A1", planted("celle"), font)
    seen.write("A2", 101901234)
    seen.write_rich_string("A3", bold, WORD, " ", NUMBER)
    seen.write_formula("A4", f'="{planted("formel")}"', None, planted("formlens værdi"))
    seen.write("A5", NUMBER.replace("-", " "))
    seen.add_table("C1:D3", {"name": f"{WORD}_tabel", "columns": [{"header": planted("kolonne")}, {"header": "B"}],
                             "style": "Table Style Light 1"})
    seen.insert_image("F1", "portræt.png", {"image_data": io.BytesIO(picture()), "description": planted("billede")})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"name": planted("serie"), "categories": f"='{WORD} ark'!$A$1:$A$3",
                      "values": f"='{WORD} ark'!$A$2:$A$2"})
    chart.set_title({"name": planted("diagramtitel")})
    seen.insert_chart("F9", chart)
    hidden, very = book.add_worksheet("Skjult"), book.add_worksheet(f"{WORD} dybt")
    hidden.write("A1", planted("skjult"))
    hidden.hide()
    very.write("A1", planted("meget skjult"))
    very.very_hidden()
    alone = book.add_chartsheet(f"{WORD} diagram")
    other = book.add_chart({"type": "line"})
    other.add_series({"values": f"='{WORD} ark'!$A$2:$A$2"})
    alone.set_chart(other)


def picture() -> bytes:
    """A white dot that says who took it."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"tEXt", b"Author\0" + planted("foto").encode("latin-1")) + chunk(b"IDAT", zlib.compress(b"\0\xff"))
            + chunk(b"IEND", b""))


# ------------------------------------------------------------------------------------- what no library writes


def with_parts(data: bytes) -> bytes:
    """Parts of every other kind, each reached from the workbook, and texts in a part nobody uses."""
    parts = {
        "docProps/thumbnail.jpeg": (planted("miniature").encode("utf-16-le"), "image/jpeg", ""),
        "customXml/item1.xml": (f"<a>{planted('xml')}</a>".encode(), "application/xml", "customXml"),
        "xl/vbaProject.bin": (planted("makro").encode("utf-16-le"), "application/vnd.ms-office.vbaProject",
                              "vbaProject"),
        "xl/printerSettings/printerSettings1.bin": (planted("printer").encode("utf-16-le"), "application/octet-stream",
                                                    "printerSettings"),
        "xl/embeddings/bog.xlsx": (inner(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                   "package"),
        "xl/persons/person.xml": (f'<p displayName="{planted("person")}"/>'.encode(), "application/xml", "person"),
        "xl/threadedComments/threadedComment1.xml": (f"<t>{planted('tråd')}</t>".encode(), "application/xml",
                                                     "threadedComment"),
        "xl/externalLinks/externalLink1.xml": (f"<e>{planted('ekstern')}</e>".encode(), "application/xml", "other"),
        "xl/pivotCache/pivotCacheRecords1.xml": (f"<r>{planted('pivot')}</r>".encode(), "application/xml", "other2"),
        "xl/connections.xml": (f'<connections xmlns="x"><c name="{planted("forbindelse")}"/></connections>'.encode(),
                               "application/xml", "connections")}
    found = entries(data)
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (_, kind, _) in parts.items())
    relations = "".join(f'<Relationship Id="plantet{at}" Type="{_OFFICE}{kind}" Target="/{name}"/>'
                        for at, (name, (_, _, kind)) in enumerate(parts.items()) if kind)
    found[TYPES] = found[TYPES].replace(b"</Types>", types.encode() + b"</Types>")
    found[RELS] = found[RELS].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    unused = f"<si><t>{planted('ubrugt')}</t></si></sst>".encode()
    found["xl/sharedStrings.xml"] = found["xl/sharedStrings.xml"].replace(b"</sst>", unused)
    return zipped(found | {name: content for name, (content, _, _) in parts.items()}, planted("zip").encode())


def inner() -> bytes:
    """A workbook in the workbook."""
    return zipped({"xl/sharedStrings.xml": planted("indlejret").encode()}, b"")


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def zipped(found: dict[str, bytes], comment: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in found.items():
            packed.writestr(zipfile.ZipInfo(name, datetime.datetime(1980, 1, 1).timetuple()[:6]), content)
        packed.comment = comment
    return out.getvalue()
