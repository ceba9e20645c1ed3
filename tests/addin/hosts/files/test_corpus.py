"""The graft over workbooks with what no library writes, twice in a row each."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from addin import libreoffice
from addin.hosts.files.comparison import compare, lost
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.inspection import facts
from addin.hosts.files.package import Package
from tests.addin.hosts.files.corpus import corpus
from tests.addin.hosts.files.corpus_book import ROOM, UNIX_TIME, Book
from tests.addin.hosts.files.test_graft import EDITED, _elements
from tests.addin.hosts.files.workbook_files import KEYS, altered, grafted, orphans, parts, raw_entries

CORPUS = corpus()
NO_PICTURE_OF_IT = libreoffice.Setting("Office.Common/Save/Document", "GenerateThumbnail", "false")
each = pytest.mark.parametrize("name", sorted(CORPUS))


@each
def test_nothing_is_lost_twice_in_a_row(name: str) -> None:
    original = CORPUS[name]
    once = grafted(original)
    twice = grafted(once, first=99.0)
    assert grafted(once) == once
    for result in (once, twice):
        before, after = raw_entries(original), raw_entries(result)
        for part, entry in before.items():
            if part.lower() in EDITED:
                gone = _elements(parts(original)[part]) - _elements(parts(result)[part])
                assert not gone, (part, gone)
            else:
                assert after[part] == entry, part
        assert not lost(compare(Package(original), Package(result)))
        assert our_sheets(Package(result)) == {key: name for name, key in KEYS.items()}
        assert orphans(result) == orphans(original)
    assert not lost(compare(Package(once), Package(twice)))
    assert set(raw_entries(twice)) == set(raw_entries(once))
    book = CalamineWorkbook.from_filelike(io.BytesIO(twice))
    assert book.sheet_names == ["Data", *KEYS]
    if name != "strict":  # calamine reads no Strict sheet
        assert book.get_sheet_by_name("Data").to_python()[3] == ["Hus 3", 40.0]


@each
def test_no_new_complaint_of_the_validator(name: str, tmp_path: Path) -> None:
    suffix = ".xlsm" if name == "macros" else ".xlsx"
    found, validator = [], OpenXmlValidator()
    for number, data in enumerate((CORPUS[name], grafted(CORPUS[name]), grafted(grafted(CORPUS[name]), first=9.0))):
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(data)
        found.append({str(error).replace(path.name, "") for error in validator.validate(str(path)).errors})
    for later in found[1:]:
        assert {error for error in later - found[0] if "inline-string cell(s)" not in error} == set()


@pytest.mark.soffice
def test_calc_opens_all_that_it_opened_before() -> None:
    files = {}
    for name, data in CORPUS.items():
        suffix = ".xlsm" if name == "macros" else ".xlsx"
        for run, content in (("0", data), ("1", grafted(data)), ("2", grafted(grafted(data), first=9.0))):
            files[f"{name}-{run}{suffix}"] = content
    office = libreoffice.program()
    assert office is not None
    opened = {Path(name).stem: data for name, data in
              libreoffice.all_converted(office, files, "ods", [NO_PICTURE_OF_IT]).items()}
    before = {name for name in CORPUS if f"{name}-0" in opened}
    assert len(before) >= len(CORPUS) - 1, set(CORPUS) - before
    assert {f"{name}-{run}" for name in before for run in "12"} <= set(opened)
    for name in before:
        names = CalamineWorkbook.from_filelike(io.BytesIO(opened[f"{name}-2"])).sheet_names
        assert names == ["Data", *KEYS], name


def test_extra_fields_notes_and_the_archives_own_note_are_kept() -> None:
    result = grafted(CORPUS["extras"])
    with zipfile.ZipFile(io.BytesIO(result)) as archive:
        assert archive.comment == b"arkiv"
        theirs = [info for info in archive.infolist() if info.filename in parts(CORPUS["extras"])]
        assert all(info.extra == UNIX_TIME + ROOM and info.comment == b"note" for info in theirs)
    assert result.count(UNIX_TIME + ROOM) == 2 * len(theirs) - 4  # the edited: in the directory only


def test_a_name_outside_ascii_is_kept_however_it_is_written() -> None:
    data = altered(Book().data(), {"xl/media/Æble.png": b"x"})
    result = grafted(data)
    assert "xl/media/Æble.png" in parts(result) and grafted(result) == result
    out = io.BytesIO()
    plain = "xl/media/Æble.png".encode("cp437")  # and in Unicode in a field beside it, as older programs write it
    name = "xl/media/Æble.png".encode()
    field = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, zlib.crc32(plain)) + name
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in Book().content().items():
            archive.writestr(part, content)
        info = zipfile.ZipInfo("xl/media/qble.png")
        info.extra = field
        archive.writestr(info, b"x")
    result = grafted(out.getvalue().replace(b"xl/media/qble.png", plain))
    assert result.count(plain + field) == 2 and grafted(result) == result


def test_what_is_in_them_is_said() -> None:
    def found(name: str) -> dict[str, str]:
        return {fact.what: fact.detail for fact in facts(Package(CORPUS[name], "f")) if fact.found}

    assert found("pivot")["Pivottabeller"] == "1"
    assert found("slicer")["Udsnitsværktøjer og tidslinjer"] == "1"
    assert found("threads")["Kommentartråde"] == "1" and found("threads")["Noter"] == "1"
    assert found("queries")["Dataforbindelser"] == "1: Elever"
    assert found("external")["Links til andre projektmapper"] == "1: Andet%20budget.xlsx"
    assert found("embedded")["Indlejrede objekter"] == "1"
    assert {"Følsomhedsmærkat"} <= set(found("label")) and {"Web-tilføjelser"} <= set(found("web_extension"))
    assert "Makroer" in found("macros") and "Datoer fra 1904" in found("dates")
