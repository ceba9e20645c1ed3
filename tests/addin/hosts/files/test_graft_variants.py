"""The graft into files as other programs write them, and after what people do between two runs."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from addin.hosts.files.graft import graft, our_sheets
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    FOLDER,
    KEYS,
    altered,
    edited,
    grafted,
    one_sheet,
    opened,
    orphans,
    parts,
    prefixed,
    raw_entries,
    scratch,
    sheet_names,
    tree,
    users_own,
)

BOOK, RELS, TYPES, STYLES = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
    "xl/styles.xml",
)
OUTLINE = FOLDER / "excel" / "outline01.xlsx"  # has a calcChain


def check(data: bytes, original: bytes) -> None:
    """Ours is there and can be read, theirs is, and a second run changes nothing."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == [*sheet_names(original), *KEYS]
    assert book.get_sheet_by_name("Fordeling").to_python()[4][1] == 63.0
    opened(data)
    assert our_sheets(Package(data)) == {key: name for name, key in KEYS.items()}
    assert grafted(data) == data
    assert orphans(data) == orphans(original)


def test_prefixed_elements() -> None:
    content = parts(BUDGET.read_bytes())
    original = altered(
        BUDGET.read_bytes(), {name: prefixed(content[name]) for name in (BOOK, RELS, TYPES, STYLES)}
    )
    result = grafted(original)
    check(result, original)
    for name in (BOOK, RELS, TYPES, STYLES):
        assert b"<x:" in parts(result)[name] and prefixed(parts(result)[name]).count(b"<x:x:") == 0
        assert all(str(e.tag).startswith("{") for e in tree(result, name).iter())


def test_strict() -> None:
    usual = "http://schemas.openxmlformats.org/"
    changes = {}
    for name, data in parts(BUDGET.read_bytes()).items():
        text = data.decode()
        text = text.replace(usual + "officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        text = text.replace(
            usual + "spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        changes[name] = text.replace(
            usual + "drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"
        ).encode()
    original = altered(BUDGET.read_bytes(), changes)
    result = grafted(original)
    package = Package(result)
    assert package.strict and our_sheets(package) == {key: name for name, key in KEYS.items()}
    added = [name for name in parts(result) if name not in parts(original)]
    for name in added:
        text = parts(result)[name].decode()
        assert "schemas.openxmlformats.org/spreadsheetml" not in text and "officeDocument/2006" not in text, (
            name
        )
    assert grafted(result) == result and orphans(result) == set()


def test_absolute_targets() -> None:
    original = edited(BUDGET.read_bytes(), RELS, ('Target="', 'Target="/xl/'))
    result = grafted(original)
    check(result, original)


def test_no_styles_part() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Tal").write(0, 0, 7)
    book.close()
    original = altered(out.getvalue(), {STYLES: None})
    for part, pattern in (
        (RELS, r"<Relationship [^>]*/styles[^>]*>"),
        (TYPES, r"<Override [^>]*/styles.xml[^>]*>"),
    ):
        original = altered(original, {part: re.sub(pattern, "", parts(original)[part].decode()).encode()})
    result = grafted(original)
    assert Package(original).styles_part is None and Package(result).styles_part == STYLES
    ours = opened(result)["Fordeling"]
    assert ours["B2"].number_format == '#,##0.00 "kr."' and ours["A1"].font.b
    assert grafted(result) == result and orphans(result) == set()


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    text = parts(BUDGET.read_bytes())[BOOK].decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    text = text.replace('encoding="utf-8-sig"', 'encoding="UTF-8"')
    original = altered(BUDGET.read_bytes(), {BOOK: text.encode(encoding)})
    result = graft(
        Package(original), scratch(name="Fordeling æ€"), {"Fordeling æ€": "r", "Fordeling data": "d"}
    )
    assert sheet_names(result) == [*sheet_names(original), "Fordeling æ€", "Fordeling data"]


def test_no_book_views_and_no_names() -> None:
    text = parts(BUDGET.read_bytes())[BOOK].decode()
    for tag in ("bookViews", "definedNames"):
        start, end = text.find(f"<{tag}>"), text.find(f"</{tag}>")
        if start > 0:
            text = text[:start] + text[end + len(tag) + 3 :]
    original = altered(BUDGET.read_bytes(), {BOOK: text.encode()})
    result = grafted(original)
    check(result, original)
    tags = [str(e.tag).rpartition("}")[2] for e in tree(result, BOOK)]
    assert (
        tags.index("bookViews") + 1
        == tags.index("sheets")
        < tags.index("definedNames")
        < tags.index("calcPr")
    )


class _Stream(io.RawIOBase):
    """Somewhere to write that cannot go back: a zip written there ends each entry with a data descriptor."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_data_descriptors_and_needless_zip64() -> None:
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts(BUDGET.read_bytes()).items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(data)
    original = stream.data
    assert b"PK\7\x08" in original
    result = grafted(original)
    check(result, original)
    before, after = raw_entries(original), raw_entries(result)
    assert all(
        after[name] == before[name]
        for name in before
        if "workbook.xml" not in name and name not in (TYPES, STYLES)
    )


def test_calc_chain_stays_until_it_names_our_cells() -> None:
    once = grafted(OUTLINE.read_bytes())
    assert "xl/calcChain.xml" in parts(once) and grafted(once) == once
    ours = Package(once).sheets[-2].sheet_id
    saved = edited(once, "xl/calcChain.xml", ("</calcChain>", f'<c r="B5" i="{ours}"/></calcChain>'))
    result = grafted(saved)
    assert "xl/calcChain.xml" not in parts(result)
    assert b"calcChain" not in parts(result)[RELS] + parts(result)[TYPES]
    assert grafted(result) == result and orphans(result) == set()


def test_the_users_sheet_after_ours_keeps_its_names_and_stays_active() -> None:
    original = users_own()
    result = grafted(original)
    before, after = Package(original), Package(result)
    assert before.sheets[2] == after.sheets[2] and sheet_names(result) == sheet_names(original)
    names = {(n.name, n.scope): n.text for n in after.names}
    assert (
        names[("Mit", "Budget")] == "Budget!$A$1"
        and names[("_xlnm.Print_Titles", "Budget")] == "Budget!$2:$2"
    )
    assert (
        names[("Brugerens", "Fordeling")] == "Fordeling!$A$1" and names[("Fra_os", None)] == "Fordeling!$B$5"
    )
    assert tree(result, BOOK).find(".//{*}workbookView").get("activeTab") == "2"  # type: ignore[union-attr]
    assert b"Fordeling!B5" in parts(result)["xl/worksheets/sheet3.xml"]


def _unused() -> bytes:
    """The user's own workbook, without the formula over our sheet."""
    return edited(users_own(), "xl/worksheets/sheet3.xml", ("<f>Fordeling!B5</f>", ""))


def test_a_sheet_of_ours_the_users_formulas_need_is_neither_dropped_nor_renamed() -> None:
    for new, keys, drop in ((one_sheet(), {"Ny": "ny"}, ["resultat"]), (one_sheet("Nyt"), {"Nyt": "resultat"}, [])):
        with pytest.raises(Refusal, match="Formler i Filen \\(Budget!A1\\) bruger et af Fordels ark"):
            graft(Package(users_own()), new, keys, drop)


def test_dropping_ours_counts_the_users_sheets_again() -> None:
    result = graft(Package(_unused()), one_sheet(), {"Ny": "ny"}, drop=["resultat", "data"])
    package = Package(result)
    assert sheet_names(result) == ["Budget", "Ny"] and orphans(result) == set()
    names = {(n.name, n.scope): n.text for n in package.names}
    assert names == {
        ("Mit", "Budget"): "Budget!$A$1",
        ("_xlnm.Print_Area", "Budget"): "Budget!$A$1:$E$5",
        ("_xlnm.Print_Titles", "Budget"): "Budget!$2:$2",
        ("Fra_os", None): "#REF!$B$5",
        ("_fordel", "Ny"): '"ny|4"',
    }
    assert tree(result, BOOK).find(".//{*}workbookView").get("activeTab") == "0"  # type: ignore[union-attr]


def test_renaming_ours_takes_the_users_names_along() -> None:
    result = graft(
        Package(_unused()), scratch(name="Løn's"), {"Løn's": "resultat", "Fordeling data": "data"}
    )
    names = {n.name: n.text for n in Package(result).names}
    assert names["Fra_os"] == "'Løn''s'!$B$5" and sheet_names(result)[0] == "Løn's"


def test_a_copy_of_our_sheet_is_the_users() -> None:
    once = grafted(BUDGET.read_bytes())
    ours = Package(once).sheets[-2]
    copy = edited(
        once,
        BOOK,
        ("</sheets>", '<sheet name="Fordeling (2)" sheetId="77" r:id="rId77"/></sheets>'),
        (
            "</definedNames>",
            f'<definedName name="_fordel" localSheetId="{len(Package(once).sheets)}" hidden="1">'
            f'"resultat|{ours.sheet_id}"</definedName></definedNames>',
        ),
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    line = f'<Relationship Id="rId77" Type="{kind}" Target="worksheets/sheet77.xml"/></Relationships>'
    copy = edited(copy, RELS, ("</Relationships>", line))
    copy = altered(copy, {"xl/worksheets/sheet77.xml": parts(once)[ours.part]})
    assert our_sheets(Package(copy))["resultat"] == "Fordeling"
    result = grafted(copy, first=99.0)
    assert parts(result)["xl/worksheets/sheet77.xml"] == parts(once)[ours.part]
    # The original deleted, the copy left: it is the user's, and a new sheet is made beside it.
    deleted = graft(Package(copy), one_sheet(), {"Ny": "ny"}, drop=["resultat"])
    assert "resultat" not in our_sheets(Package(deleted)) and "Fordeling (2)" in sheet_names(deleted)


def test_the_macro_projects_name_of_a_sheet_is_kept() -> None:
    once = grafted((FOLDER / "excel" / "macro02.xlsm").read_bytes())
    part = Package(once).sheets[-2].part
    sheet = parts(once)[part].decode()
    assert "codeName" not in sheet
    saved = altered(
        once, {part: sheet.replace("<dimension", '<sheetPr codeName="Ark7"/><dimension').encode()}
    )
    assert 'codeName="Ark7"' in parts(grafted(saved))[part].decode()
    assert raw_entries(saved)["xl/vbaProject.bin"] == raw_entries(grafted(saved))["xl/vbaProject.bin"]
