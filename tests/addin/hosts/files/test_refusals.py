"""Every file that is turned away, through the command: exit code 2, its own Danish sentence, nothing written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from addin.hosts.files import refusals
from addin.hosts.files.package import MAX_XML_BYTES
from tests.addin.hosts.files.test_package import BOMB, BUDGET_DATA, binary, bomb, flagged, twice, utf16, zipped
from tests.addin.hosts.files.workbook_files import altered, edited, one_sheet, parts

BOOK, SHEET, RELS = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"


def with_password() -> bytes:
    """A workbook really encrypted as Excel does it (agile, AES)."""
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(one_sheet())).encrypt("hemmelig", out)
    return out.getvalue()


def labelled() -> bytes:
    """The same container with the transform that rights management names; what is in it does not matter."""
    return with_password() + "DRMEncryptedTransform".encode("utf-16-le")


def repacked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as file:
        for name, data in parts(BUDGET_DATA).items():
            file.writestr(name, data)
    return out.getvalue()


def huge_part() -> bytes:
    return altered(BUDGET_DATA, {"xl/styles.xml": b"<styleSheet>" + b" " * MAX_XML_BYTES + b"</styleSheet>"})


def stray() -> bytes:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return edited(one_sheet(), SHEET, ("</sheetData>", far))


ENCRYPTED = with_password()
LOCKED = edited(BUDGET_DATA, BOOK, ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'))
SIGNED = altered(BUDGET_DATA, {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"})
ENTITIES = BOMB.removesuffix("<workbook ")
CASES = {
    "locked structure": (LOCKED, refusals.LOCKED),
    "digital signature": (SIGNED, refusals.SIGNED),
    "password": (ENCRYPTED, refusals.PASSWORD),
    "label that encrypts": (labelled(), refusals.LABELLED),
    "xls": (utf16("Root Entry", "Workbook"), refusals.OLD_XLS),
    "xlsb": (binary(), refusals.XLSB),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), refusals.OPEN_DOCUMENT),
    "no workbook": (b"Navn;Tal\n", refusals.NOT_A_WORKBOOK),
    "zip bomb": (bomb(80), refusals.TOO_DENSE),
    "many zip bombs": (bomb(80, entries=13), refusals.TOO_LARGE),
    "a huge part": (huge_part(), refusals.TOO_DENSE),
    "entity bomb": (edited(BUDGET_DATA, BOOK, ("<workbook ", BOMB)), refusals.DOCUMENT_TYPE),
    "entity bomb in a sheet": (edited(BUDGET_DATA, SHEET, ("<worksheet ", ENTITIES + "<worksheet ")),
                               refusals.DOCUMENT_TYPE),
    "duplicate entries": (twice(BOOK), refusals.DUPLICATE),
    "encrypted entry": (flagged(), refusals.ENCRYPTED_ENTRY),
    "packed otherwise": (repacked(), refusals.PACKED_OTHERWISE),
    "truncated": (BUDGET_DATA[: len(BUDGET_DATA) // 2], refusals.DAMAGED),
    "last bytes missing": (BUDGET_DATA[:-10], refusals.DAMAGED),
    "a cell far out": (stray(), refusals.TOO_FAR_OUT),
}


@pytest.mark.parametrize("name", CASES)
def test_refused_in_its_own_words_and_nothing_is_written(name: str, fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data, sentence = CASES[name]
    (tmp_path / "b.xlsx").write_bytes(data)
    answer = fordel("pulje", "b.xlsx", "--pulje", "1000000")
    assert answer.code == 2 and answer.out == ""
    start, _, end = sentence.replace("{file}", "b.xlsx").partition("{part}")
    assert answer.err.startswith(start) and answer.err.strip().endswith(end), answer.err
    assert fordel("klargoer", "b.xlsx").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"] and (tmp_path / "b.xlsx").read_bytes() == data
    if name not in ("locked structure", "digital signature", "a cell far out", "entity bomb in a sheet", "a huge part"):
        assert fordel("efterse", "b.xlsx").code == 2  # the others may be looked at, and are


def test_the_encrypted_file_is_a_real_one() -> None:
    file = msoffcrypto.OfficeFile(io.BytesIO(ENCRYPTED))
    assert file.is_encrypted()
    file.load_key(password="hemmelig")
    out = io.BytesIO()
    file.decrypt(out)
    assert set(parts(out.getvalue())) == set(parts(one_sheet()))


def test_each_kind_has_words_of_its_own() -> None:
    sentences = [text for name, text in vars(refusals).items() if name.isupper() and isinstance(text, str)]
    assert len(set(sentences)) == len(sentences) and all(text.strip().endswith(".") for text in sentences)
