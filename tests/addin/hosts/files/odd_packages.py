"""The simplest budget in packages as few programs write them, and Excel opens."""

from __future__ import annotations

from collections.abc import Callable

from tests.addin.hosts.files.corpus_book import strict, zipped
from tests.addin.hosts.files.workbook_files import edited, parts, prefixed

BOOK, STYLES, SHEET, POOL = "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
STRINGS, RELS, TYPES = "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
# General, whole numbers, thousands, percent and text are something else in this workbook.
_REDEFINED = (b'<numFmts count="5"><numFmt numFmtId="0" formatCode="dd\\.mm\\.yyyy"/>'
              b'<numFmt numFmtId="1" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="3" formatCode="yyyy"/>'
              b'<numFmt numFmtId="10" formatCode="hh:mm"/><numFmt numFmtId="49" formatCode="0.0"/></numFmts>')


def odd_packages(data: bytes) -> dict[str, bytes]:
    """A workbook in each of them."""
    return {make.__name__: make(data) for make in MAKERS}


def in_another_folder(data: bytes) -> bytes:
    return _renamed(data, lambda name: name.replace("xl/", "wtf/", 1))


def without_a_folder(data: bytes) -> bytes:
    return _renamed(data, lambda name: name.removeprefix("xl/"))


def _renamed(data: bytes, rename: Callable[[str], str]) -> bytes:
    content = {}
    for name, part in parts(data).items():
        if name == TYPES:
            part = part.replace(b'"/xl/', f'"/{rename("xl/")}'.encode())
        if name == "_rels/.rels":
            part = part.replace(b'"xl/', f'"{rename("xl/")}'.encode())
        content[rename(name) if name.startswith("xl/") else name] = part
    return zipped(content)


def the_book_under_another_name(data: bytes) -> bytes:
    content = parts(data)
    content["xl/mappe.xml"] = content.pop(BOOK)
    content["xl/_rels/mappe.xml.rels"] = content.pop(RELS)
    for name in (TYPES, "_rels/.rels"):
        content[name] = content[name].replace(b"xl/workbook.xml", b"xl/mappe.xml")
    return zipped(content)


def the_texts_under_another_name(data: bytes) -> bytes:
    """And other texts where calamine looks for them."""
    content = parts(data)
    content["xl/tekster.xml"] = content[STRINGS]
    content[STRINGS] = content[STRINGS].replace("år".encode(), "måneder".encode())
    content[RELS] = content[RELS].replace(b"sharedStrings.xml", b"tekster.xml")
    return zipped(content)


def in_utf_16(data: bytes) -> bytes:
    return _encoded(data, "utf-16-le", b"\xff\xfe")


def in_utf_16_the_other_way(data: bytes) -> bytes:
    return _encoded(data, "utf-16-be", b"\xfe\xff")


def with_one_sheet_in_utf_16(data: bytes) -> bytes:
    return _encoded(data, "utf-16-le", b"\xff\xfe", SHEET)


def with_one_sheet_in_windows_1252(data: bytes) -> bytes:
    """And a text of it in its cell, with letters that are written otherwise there."""
    texts = edited(data, SHEET, ('<c r="B1" t="s"><v>1</v></c>',
                                 '<c r="B1" t="inlineStr"><is><t>0-2 år</t></is></c>'))
    return _encoded(texts, "cp1252", b"", SHEET, called="windows-1252")


def _encoded(data: bytes, encoding: str, mark: bytes, *only: str, called: str = "UTF-16") -> bytes:
    content = parts(data)
    for name in only or (BOOK, STYLES, SHEET, POOL, STRINGS, RELS, TYPES):
        content[name] = mark + content[name].decode().replace("UTF-8", called).encode(encoding)
    return zipped(content)


def with_prefixes(data: bytes) -> bytes:
    return zipped({name: prefixed(part) if name in (BOOK, STYLES, SHEET, POOL, STRINGS) else part
                   for name, part in parts(data).items()})


def in_strict(data: bytes) -> bytes:
    return zipped({name: strict(part) if name.endswith((".xml", ".rels")) else part
                   for name, part in parts(data).items()})


def with_a_state_nobody_knows(data: bytes) -> bytes:
    return edited(data, BOOK, ('sheetId="1"', 'sheetId="1" state="show"'))


def with_sheets_that_have_no_part(data: bytes) -> bytes:
    return edited(data, BOOK, ("</sheets>", '<sheet name="Modul" sheetId="77" r:id=""/>'
                                            '<sheet name="Væk" sheetId="78" r:id="rId99"/></sheets>'))


def with_absolute_targets(data: bytes) -> bytes:
    return edited(data, RELS, ('"worksheets/', '"/xl/worksheets/'))


def with_targets_that_go_up(data: bytes) -> bytes:
    return edited(data, RELS, ('"worksheets/', '"../xl/worksheets/'))


def with_rows_for_its_size(data: bytes) -> bytes:
    return edited(data, SHEET, ('ref="A1:D4"', 'ref="1:4"'))


def with_row_0_for_its_size(data: bytes) -> bytes:
    return edited(data, SHEET, ('ref="A1:D4"', 'ref="A0:D4"'))


def with_whole_columns_merged(data: bytes) -> bytes:
    merged = '<mergeCells count="2"><mergeCell ref="H:H"/><mergeCell ref="9:12"/></mergeCells>'
    return edited(data, SHEET, ("</sheetData>", "</sheetData>" + merged))


def with_comments_and_cdata(data: bytes) -> bytes:
    return edited(data, SHEET, ("<sheetData>", "<!-- <c r='A1'/> --><sheetData>"),
                  ("<v>10</v>", "<v><![CDATA[10]]></v>"))


def with_numbered_characters(data: bytes) -> bytes:
    return edited(edited(data, SHEET, ("<v>10</v>", "<v>1&#48;</v>")), STRINGS, ("år", "&#229;r"))


def with_a_type_for_no_part(data: bytes) -> bytes:
    return edited(data, TYPES, ("<Override ", f'<Override PartName="/xl/charts/chart1.xml" ContentType="{_CHART}"/>'
                                              "<Override PartName='/xl/calcChain.xml' ContentType='x/y'/><Override "))


def with_other_number_formats(data: bytes) -> bytes:
    content = parts(data)
    content[STYLES] = content[STYLES].replace(b"<fonts", _REDEFINED + b"<fonts", 1)
    return zipped(content)


def with_a_macro_sheet(data: bytes) -> bytes:
    """Of Excel 4 and hidden; and a dialog sheet of Excel 5."""
    content = parts(data)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content["xl/macrosheets/sheet1.xml"] = (
        f'<xm:macrosheet xmlns="{main}" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><f>HALT()</f></c></row></sheetData></xm:macrosheet>').encode()
    content["xl/dialogsheets/sheet1.xml"] = f'<dialogsheet xmlns="{main}"/>'.encode()
    content[BOOK] = content[BOOK].replace(b"</sheets>", (
        b'<sheet name="Makro1" sheetId="7" state="veryHidden" r:id="rId77"/>'
        b'<sheet name="Dialog1" sheetId="8" r:id="rId78"/></sheets>'))
    content[RELS] = content[RELS].replace(b"</Relationships>", (
        b'<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" '
        b'Target="macrosheets/sheet1.xml"/><Relationship Id="rId78" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/dialogsheet" Target="dialogsheets/sheet1.xml"/></Relationships>'))
    content[TYPES] = content[TYPES].replace(b"</Types>", (
        b'<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>'
        b'<Override PartName="/xl/dialogsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'spreadsheetml.dialogsheet+xml"/></Types>'))
    return zipped(content)


MAKERS = (in_another_folder, without_a_folder, the_book_under_another_name, the_texts_under_another_name, in_utf_16,
          in_utf_16_the_other_way, with_one_sheet_in_utf_16, with_one_sheet_in_windows_1252, with_prefixes, in_strict,
          with_a_state_nobody_knows, with_sheets_that_have_no_part, with_absolute_targets, with_targets_that_go_up,
          with_rows_for_its_size, with_row_0_for_its_size, with_whole_columns_merged, with_comments_and_cdata,
          with_numbered_characters, with_a_type_for_no_part, with_other_number_formats, with_a_macro_sheet)
