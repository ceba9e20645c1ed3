"""Reading a package: what is in it, and each kind of file that is turned away with its own sentence."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter

from addin.hosts.files import container, refusals
from addin.hosts.files.contents import BookName, SheetPart
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    FOLDER,
    WORKBOOKS,
    altered,
    edited,
    parts,
    raw_entries,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
TYPES, BOOK = "[Content_Types].xml", "xl/workbook.xml"


def excel(name: str) -> Package:
    return Package((FOLDER / "excel" / name).read_bytes(), name)


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_every_workbook_is_read(path: Path) -> None:
    package = Package(path.read_bytes(), path.name)
    assert package.workbook_part == BOOK and not package.strict and package.default_font
    assert all(
        sheet.kind in ("worksheet", "chartsheet") and package.has(sheet.part) for sheet in package.sheets
    )
    package.require_writable()


def test_sheets_names_and_dates() -> None:
    assert excel("hide01.xlsx").sheets == [
        SheetPart("Sheet1", "xl/worksheets/sheet1.xml", "visible", 1, "worksheet"),
        SheetPart("Sheet2", "xl/worksheets/sheet2.xml", "hidden", 2, "worksheet"),
        SheetPart("Sheet3", "xl/worksheets/sheet3.xml", "visible", 3, "worksheet"),
    ]
    assert [sheet.kind for sheet in excel("chartsheet01.xlsx").sheets] == ["worksheet", "chartsheet"]
    assert excel("date_1904_02.xlsx").date1904 and not excel("hide01.xlsx").date1904
    names = excel("autofilter02.xlsx").names
    assert names == [BookName("_xlnm._FilterDatabase", "Sheet1!$A$1:$D$51", "Sheet1", True)]


def test_parts_are_found_whatever_the_case_and_slashes() -> None:
    package = Package(BUDGET.read_bytes())
    assert package.has("/XL/Workbook.xml") and package.read("\\xl\\workbook.xml") == package.read(BOOK)
    assert not package.has("xl/nothing.xml")
    with pytest.raises(Refusal, match="xl/nothing.xml mangler"):
        package.read("xl/nothing.xml")


def test_the_font_of_the_style_normal() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.formats[0].set_font_name("Verdana")
    book.formats[0].set_font_size(9)
    book.add_worksheet()
    book.close()
    assert Package(out.getvalue()).default_font == ("Verdana", 9.0)


def utf16(*names: str) -> bytes:
    return COMPOUND + b"\0\0".join(name.encode("utf-16-le") for name in names)


def zipped(content: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()


def twice(name: str) -> bytes:
    """The budget with an entry more, whose name then is made that of one that is there."""
    other = "q" * len(name)
    return altered(BUDGET.read_bytes(), {other: b"<r/>"}).replace(other.encode(), name.upper().encode())


def flagged() -> bytes:
    """The budget with the flag of encryption on the first entry of the central directory."""
    data = bytearray(BUDGET.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def with_text(part: str, old: str, new: str) -> bytes:
    return edited(BUDGET.read_bytes(), part, (old, new))


def binary() -> bytes:
    data = altered(BUDGET.read_bytes(), {"xl/workbook.bin": b"\0", BOOK: None})
    return edited(data, "_rels/.rels", ("xl/workbook.xml", "xl/workbook.bin"))


BUDGET_DATA = BUDGET.read_bytes()
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook '
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

TURNED_AWAY = [
    ("csv", b"Navn;Tal\n", refusals.NOT_A_WORKBOOK, ""),
    ("empty", b"", refusals.NOT_A_WORKBOOK, ""),
    ("html", b"<html><table>", refusals.NOT_A_WORKBOOK, ""),
    ("zip", zipped({"a.txt": b"a"}), refusals.NOT_A_WORKBOOK, ""),
    ("word", with_text(TYPES, SHEET, WORD), refusals.NOT_A_WORKBOOK, ""),
    ("msg", utf16("Root Entry", "__substg1.0"), refusals.NOT_A_WORKBOOK, ""),
    ("xls", utf16("Root Entry", "Workbook"), refusals.OLD_XLS, ""),
    ("xls of 1995", utf16("Root Entry", "Book"), refusals.OLD_XLS, ""),
    (
        "password",
        utf16("EncryptedPackage", "\6DataSpaces", "StrongEncryptionTransform"),
        refusals.PASSWORD,
        "",
    ),
    ("label", utf16("EncryptedPackage", "\6DataSpaces", "DRMEncryptedTransform"), refusals.LABELLED, ""),
    ("xlsb", binary(), refusals.XLSB, ""),
    (
        "ods",
        zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        refusals.OPEN_DOCUMENT,
        "",
    ),
    ("truncated", BUDGET_DATA[:-30], refusals.DAMAGED, "zip"),
    ("half", BUDGET_DATA[: len(BUDGET_DATA) // 2], refusals.DAMAGED, "zip"),
    ("duplicate", twice("xl/styles.xml"), refusals.DUPLICATE, "XL/STYLES.XML"),
    ("encrypted entry", flagged(), refusals.ENCRYPTED_ENTRY, TYPES),
    ("entities", with_text(BOOK, "<workbook ", BOMB), refusals.DOCUMENT_TYPE, BOOK),
    (
        "dtd",
        with_text(BOOK, "<workbook ", '<!DOCTYPE w SYSTEM "file:///x"><workbook '),
        refusals.DOCUMENT_TYPE,
        BOOK,
    ),
    ("not xml", altered(BUDGET_DATA, {BOOK: b"<workbook"}), refusals.DAMAGED, BOOK),
    ("no workbook", altered(BUDGET_DATA, {BOOK: None}), refusals.DAMAGED, "projektmappen mangler"),
    ("no number", with_text(BOOK, 'sheetId="1"', 'sheetId="x"'), refusals.DAMAGED, "arket Forside"),
    ("same number", with_text(BOOK, 'sheetId="2"', 'sheetId="1"'), refusals.DAMAGED, "to ark er ens"),
]


@pytest.mark.parametrize(
    ("data", "sentence", "part"), [t[1:] for t in TURNED_AWAY], ids=[t[0] for t in TURNED_AWAY]
)
def test_turned_away_in_its_own_words(data: bytes, sentence: str, part: str) -> None:
    with pytest.raises(Refusal) as refusal:
        Package(data, "budget.xlsx")
    assert str(refusal.value) == sentence.format(file="budget.xlsx", part=part)


def test_without_a_name_it_is_called_the_file() -> None:
    with pytest.raises(Refusal, match=r"^Filen er ikke en Excel-projektmappe"):
        Package(b"")


@cache
def packed_zeros(megabytes: int) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = b"\0" * (1 << 20)
    return b"".join([*(deflate.compress(zeros) for _ in range(megabytes)), deflate.flush()])


def bomb(megabytes: int, entries: int = 1) -> bytes:
    """Entries of zeros, packed once."""
    raw = packed_zeros(megabytes)
    kept = []
    for number in range(entries):
        info = zipfile.ZipInfo(f"{number}.xml")
        info.compress_type, info.file_size, info.CRC = zipfile.ZIP_DEFLATED, megabytes << 20, 0
        kept.append(container.Entry(info, raw))
    return container.zip_of(kept)


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    with pytest.raises(Refusal, match="mistænkeligt meget mere udpakket end pakket \\(80 MB\\)"):
        Package(bomb(80))
    with pytest.raises(Refusal, match="fylder mere udpakket, end Fordel åbner \\(1040 MB\\)"):
        Package(bomb(80, entries=13))
    with pytest.raises(Refusal, match="består af flere dele, end Fordel åbner \\(20001 dele\\)"):
        Package(bomb(0, entries=container.MAX_ENTRIES + 1))


def test_entries_that_share_bytes_are_refused() -> None:
    stored = zipfile.ZipInfo("c.xml")
    stored.CRC = 0
    whole = container.zip_of([container.packed("b.xml", b"<b/>"), container.Entry(stored, b"")])
    assert set(container.Container(whole, "f").entries) == {"b.xml", "c.xml"}
    offset = (
        whole.rindex(b"PK\1\2") + 42
    )  # where the directory says that c.xml begins: let it be where b.xml does
    with pytest.raises(Refusal, match="beskadiget"):
        container.Container(whole[:offset] + b"\0\0\0\0" + whole[offset + 4 :], "f")


def test_a_zip_is_written_as_it_was_read() -> None:
    for path in WORKBOOKS:
        data = path.read_bytes()
        written = container.zip_of(container.Container(data, "").entries.values())
        assert raw_entries(written) == raw_entries(data) and parts(written) == parts(data)
