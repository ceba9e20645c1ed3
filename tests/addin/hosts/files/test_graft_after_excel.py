"""A second run after Excel has saved in between: our sheets as Excel would write them, found again and replaced."""

from __future__ import annotations

import io
import re

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from addin.hosts.files.comparison import LEFT_OUT, compare, lost
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    FOLDER,
    KEYS,
    altered,
    grafted,
    orphans,
    parts,
    sheet_names,
    tree,
)

BOOK, RELS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FILES = [BUDGET, FOLDER / "excel" / "outline01.xlsx", FOLDER / "excel" / "chartsheet01.xlsx",
         FOLDER / "excel" / "macro02.xlsm"]


def saved_by_excel(data: bytes, ours_first: bool = True) -> bytes:
    """What Excel does when it saves: strings shared, formulas shared, a chain of all formulas, parts numbered in the
    order of the tabs, printer settings; and what its user did: moved our sheets to the front and looked at the last."""
    package, content = Package(data), parts(data)
    mine = [sheet for sheet in package.sheets if sheet.name in KEYS]
    for sheet in mine:
        content[sheet.part] = _printer(content, sheet.part, _shared_formulas(_shared_strings(content, sheet.part)))
    content = _chain(package, content)
    order = [*mine, *(s for s in package.sheets if s not in mine)] if ours_first else list(package.sheets)
    _move(package, content, [package.sheets.index(sheet) for sheet in order])
    return altered(data, _renamed(content, package))


def _shared_strings(content: dict[str, bytes], part: str) -> str:
    text = content[part].decode()
    strings = content.get("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"></sst>'.encode()).decode()
    start = strings.count("<si>") + strings.count("<si/>")
    found = re.findall(r't="inlineStr"><is>(.*?)</is>', text, re.DOTALL)
    for number, string in enumerate(found, start):
        text = text.replace(f't="inlineStr"><is>{string}</is>', f't="s"><v>{number}</v>', 1)
    body = "".join(f"<si>{string}</si>" for string in found)
    strings = strings.replace("<sst/>", "<sst></sst>").replace("</sst>", body + "</sst>")
    content["xl/sharedStrings.xml"] = re.sub(r' (uniqueC|c)ount="[0-9]+"', "", strings).encode()
    _relate(content, "sharedStrings", "xl/sharedStrings.xml", "sharedStrings+xml")
    return text


def _shared_formulas(text: str) -> str:
    return re.sub(r'(<c r="B5"[^>]*>)<f>([^<]*)</f>', r'\1<f t="shared" ref="B5:B5" si="0">\2</f>', text)


def _printer(content: dict[str, bytes], part: str, text: str) -> bytes:
    rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
    settings = "xl/printerSettings/" + part.rpartition("/")[2].replace(".xml", ".bin")
    line = f'<Relationship Id="rId88" Type="{REL}/printerSettings" Target="../../{settings}"/>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    content[rels] = content.get(rels, empty).replace(b"</Relationships>", line.encode() + b"</Relationships>")
    content[settings] = b"\0\1"
    _type(content, settings, "printerSettings")
    return text.replace("<pageSetup ", '<pageSetup r:id="rId88" ').encode()


def _chain(package: Package, content: dict[str, bytes]) -> dict[str, bytes]:
    cells = "".join(f'<c r="{cell}" i="{sheet.sheet_id}"/>' for sheet in package.sheets if sheet.kind == "worksheet"
                    for cell in re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*><f', content[sheet.part].decode()))
    content["xl/calcChain.xml"] = f'<calcChain xmlns="{MAIN}">{cells}</calcChain>'.encode()
    _relate(content, "calcChain", "xl/calcChain.xml", "calcChain+xml")
    return content


def _relate(content: dict[str, bytes], kind: str, part: str, content_type: str) -> None:
    if f"/{kind}\"".encode() not in content[RELS]:
        line = f'<Relationship Id="rIdX{kind}" Type="{REL}/{kind}" Target="{part[3:]}"/></Relationships>'
        content[RELS] = content[RELS].replace(b"</Relationships>", line.encode())
        _type(content, part, content_type)


def _type(content: dict[str, bytes], part: str, kind: str) -> None:
    full = "application/vnd.openxmlformats-officedocument.spreadsheetml." + kind
    line = f'<Override PartName="/{part}" ContentType="{full}"/></Types>'
    content[TYPES] = content[TYPES].replace(b"</Types>", line.encode())


def _move(package: Package, content: dict[str, bytes], order: list[int]) -> None:
    """The tabs in another order; names and the active tab go with their sheets."""
    text = content[BOOK].decode()
    sheets = re.findall(r"<sheet [^>]*/>", text)
    for old in sheets:
        text = text.replace(old, "", 1)
    text = text.replace("</sheets>", "".join(sheets[i] for i in order) + "</sheets>")
    text = re.sub(r'localSheetId="([0-9]+)"', lambda m: f'localSheetId="{order.index(int(m[1]))}"', text)
    text = re.sub(r' activeTab="[0-9]+"', "", text)
    text = re.sub(r"<workbookView ", f'<workbookView activeTab="{len(order) - 1}" ', text, count=1)
    content[BOOK] = text.replace(' fullCalcOnLoad="1"', "").encode()


def _renamed(content: dict[str, bytes], package: Package) -> dict[str, bytes | None]:
    """Worksheet parts numbered anew, with their relationships, wherever they are named."""
    sheets = [sheet.part for sheet in package.sheets if sheet.kind == "worksheet"]
    names = {old: f"xl/worksheets/sheet{n}.xml" for n, old in enumerate([*sheets[-2:], *sheets[:-2]], 1)}
    moved: dict[str, bytes | None] = dict.fromkeys(content)
    for name, data in content.items():
        new = names.get(name) or next((now.replace("sheets/", "sheets/_rels/") + ".rels" for old, now in names.items()
                                       if name == old.replace("sheets/", "sheets/_rels/") + ".rels"), name)
        moved[new] = data
    for name in (RELS, TYPES):
        moved[name] = re.sub(r"(?:xl/)?worksheets/sheet[0-9]+\.xml", lambda m: _now(m[0], names),
                             content[name].decode()).encode()
    return moved


def _now(written: str, names: dict[str, str]) -> str:
    full = written if written.startswith("xl/") else "xl/" + written
    return names[full] if written.startswith("xl/") else names[full][3:]


@pytest.mark.parametrize("ours_first", [True, False])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_our_sheets_are_known_again_and_replaced_where_they_are(path, ours_first, tmp_path) -> None:  # type: ignore[no-untyped-def]
    once = grafted(path.read_bytes())
    saved = saved_by_excel(once, ours_first)
    assert our_sheets(Package(saved)) == {"resultat": "Fordeling", "data": "Fordeling data"}
    assert orphans(saved) == orphans(path.read_bytes())
    result = grafted(saved, first=99.0)
    before, after = Package(saved), Package(result)
    assert [s[:1] + s[2:] for s in before.sheets] == [s[:1] + s[2:] for s in after.sheets]
    assert sheet_names(result)[:2] == (["Fordeling", "Fordeling data"] if ours_first else sheet_names(once)[:2])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(result)).get_sheet_by_name("Fordeling").to_python()
    assert rows[1][1] == 99.0
    assert orphans(result) == orphans(path.read_bytes()) and grafted(result, first=99.0) == result
    fates = compare(before, after)
    assert not lost(fates) and "xl/calcChain.xml" in [f.part for f in fates if f.verdict == LEFT_OUT]
    assert b"calcChain" not in parts(result)[RELS] + parts(result)[TYPES]
    foreign = [s.part for s in before.sheets if s.name not in KEYS]
    assert all(parts(saved)[part] == parts(result)[part] for part in [*foreign, "xl/sharedStrings.xml"])
    assert tree(result, BOOK).find(".//{*}workbookView").get("activeTab") == str(len(before.sheets) - 1)  # type: ignore[union-attr]
    assert _names(before) == _names(after)
    assert _complaints(result, tmp_path / path.name) <= _complaints(saved, tmp_path / path.name)


def _names(package: Package) -> set[tuple[str, str | None, str]]:
    return {(name.name, name.scope, name.text) for name in package.names}


def _complaints(data: bytes, path) -> set[str]:  # type: ignore[no-untyped-def]
    path.write_bytes(data)
    return {str(e) for e in OpenXmlValidator().validate(str(path)).errors if "inline-string cell(s)" not in str(e)}


def test_ten_runs_with_excel_in_between_do_not_grow() -> None:
    data = grafted(BUDGET.read_bytes())
    sizes = []
    for run in range(5):
        data = grafted(saved_by_excel(data, ours_first=bool(run % 2)), first=float(run))
        sizes.append(len(parts(data)))
        styles = parts(data)["xl/styles.xml"]
    assert len(set(sizes)) == 1 and styles == parts(grafted(BUDGET.read_bytes()))["xl/styles.xml"]
