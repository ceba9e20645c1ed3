"""`fordel efterse`: what is in a workbook, and the proof that nothing of it was lost in another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from addin.filejobs.klargoer import Klargjort, klargoer
from addin.hosts.files.comparison import LEFT_OUT, MORE, NEW, OURS, SAME, Fate, compare, lost
from addin.hosts.files.inspection import facts
from addin.hosts.files.package import Package
from tests.addin.hosts.files.odd_packages import with_a_macro_sheet, with_sheets_that_have_no_part
from tests.addin.hosts.files.workbook_files import (
    BUDGET,
    FOLDER,
    WORKBOOKS,
    altered,
    edited,
    grafted,
    opened,
    parts,
    sheet_names,
    users_own,
)
from tests.builders import budget
from tests.planning import MADE
from tests.planted.book import planted_workbook

BOOK, STYLES, RELS = "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
DATA = BUDGET.read_bytes()


def fates(before: bytes, after: bytes) -> dict[str, Fate]:
    return {fate.part: fate for fate in compare(Package(before), Package(after))}


def verdicts(before: bytes, after: bytes) -> set[str]:
    return {fate.verdict for fate in compare(Package(before), Package(after))}


def what_is_lost(before: bytes, after: bytes) -> list[tuple[str, str]]:
    return [(fate.part, fate.detail) for fate in lost(compare(Package(before), Package(after)))]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_nothing_is_lost_in_the_first_run_or_the_second(path: Path) -> None:
    before = path.read_bytes()
    once = grafted(before)
    assert verdicts(before, once) == {SAME, MORE, NEW}
    assert verdicts(before, before) == {SAME}
    twice = grafted(once, first=99.0, name="Kørsel 2")
    assert what_is_lost(once, twice) == [] and what_is_lost(before, twice) == []
    assert verdicts(once, twice) <= {SAME, MORE, OURS}


def test_it_says_what_was_added() -> None:
    found = fates(DATA, grafted(DATA))
    assert found[BOOK].detail == "tilføjet: 2 sheet, 6 definedName"
    assert "xf" in found[STYLES].detail and found[RELS].detail == "tilføjet: 2 Relationship"
    assert found["xl/worksheets/sheet4.xml"] == Fate("xl/worksheets/sheet4.xml", NEW, "på Fordels ark")


LOST = [
    ("a part", {"xl/charts/chart1.xml": None}, "xl/charts/chart1.xml", "delen findes ikke længere"),
    ("a changed sheet", {"xl/worksheets/sheet1.xml": parts(DATA)["xl/worksheets/sheet1.xml"] + b" "},
     "xl/worksheets/sheet1.xml", "indholdet er et andet"),
    ("a style", {STYLES: parts(DATA)[STYLES].replace(b"<b/>", b"<i/>", 1)}, STYLES, "mangler font"),
    ("an attribute", {STYLES: parts(DATA)[STYLES].replace(b'builtinId="0"', b'builtinId="3"', 1)}, STYLES,
     "mangler cellStyle Normal"),
    ("a relation", {RELS: parts(DATA)[RELS].replace(b'Id="rId4"', b'Id="rId44"', 1)}, RELS, "mangler Relationship"),
    ("a sheet's name", {BOOK: parts(DATA)[BOOK].replace(b'name="Forside"', b'name="Forsiden"')}, BOOK,
     "mangler sheet Forside"),
    ("a sheet hidden", {BOOK: parts(DATA)[BOOK].replace(b'name="Forside"', b'name="Forside" state="hidden"')}, BOOK,
     "mangler sheet Forside"),
]


@pytest.mark.parametrize(("changes", "part", "detail"), [t[1:] for t in LOST], ids=[t[0] for t in LOST])
def test_what_is_lost_is_found(changes: dict[str, bytes | None], part: str, detail: str) -> None:
    found = what_is_lost(DATA, altered(DATA, changes))
    assert [name for name, _ in found] == [part] and found[0][1].startswith(detail), found


def test_the_order_of_sheets_and_what_stands_in_a_name_are_held_to() -> None:
    first = '<sheet name="Forside" sheetId="1" r:id="rId1"/>'
    second = '<sheet name="Forudsætninger" sheetId="2" r:id="rId2"/>'
    assert what_is_lost(DATA, edited(DATA, BOOK, (first + second, second + first)))
    assert what_is_lost(users_own(), edited(users_own(), BOOK, ("Budget!$A$1<", "Budget!$A$2<")))
    assert what_is_lost(users_own(), edited(users_own(), BOOK, ('<definedName name="Mit"', '<definedName name="Dit"')))


def test_openpyxl_loses_and_it_is_seen(tmp_path: Path) -> None:
    for name in ("comment01.xlsx", "outline01.xlsx", "macro02.xlsm"):
        before = (FOLDER / "excel" / name).read_bytes()
        opened(before).save(tmp_path / name)
        assert len(what_is_lost(before, (tmp_path / name).read_bytes())) > 3


def test_the_calculation_chain_is_the_named_exception() -> None:
    once = grafted((FOLDER / "excel" / "outline01.xlsx").read_bytes())
    ours = Package(once).sheets[-2].sheet_id
    saved = edited(once, "xl/calcChain.xml", ("</calcChain>", f'<c r="B5" i="{ours}"/></calcChain>'))
    found = fates(saved, grafted(saved))
    assert found["xl/calcChain.xml"].verdict == LEFT_OUT and not lost(list(found.values()))


def test_facts_of_real_files() -> None:
    def found(data: bytes) -> dict[str, str]:
        return {fact.what: fact.detail for fact in facts(Package(data, "f")) if fact.found}

    excel = FOLDER / "excel"
    assert found((excel / "macro02.xlsm").read_bytes())["Makroer"].startswith("VBA; ")
    assert found((excel / "hide01.xlsx").read_bytes())["Skjulte ark"] == "1: Sheet2"
    assert found((excel / "chartsheet01.xlsx").read_bytes())["Diagramark"].startswith("1: ")
    assert "Datoer fra 1904" in found((excel / "date_1904_02.xlsx").read_bytes())
    assert found((excel / "comment01.xlsx").read_bytes())["Noter"] == "1"
    mine = found(grafted(DATA))
    assert mine["Fordels egne ark"] == "2: Fordeling, Fordeling data"
    assert mine["Kan Fordel tilføje sine ark"] == "ja"
    locked = edited(DATA, BOOK, ("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'))
    assert "Låst struktur" in found(locked)
    assert any(fact.detail.startswith("nej: Strukturen i f er låst") for fact in facts(Package(locked, "f")))


def test_every_workbook_can_be_looked_through() -> None:
    for path in WORKBOOKS:
        assert len(facts(Package(path.read_bytes(), path.name))) == 29


def test_the_command_with_one_file(fordel) -> None:  # type: ignore[no-untyped-def]
    answer = fordel("efterse", FOLDER / "excel" / "macro02.xlsm")
    assert answer.code == 0 and "Makroer" in answer.out and "Kan Fordel tilføje sine ark" in answer.out
    left_out = answer.out.partition("Det her tager klargør (fordel klargoer) ikke med")[2]
    assert "Makroer og knapper" in left_out and "er et program" in left_out and "Sheet1" in left_out


def test_all_that_the_copy_would_be_without_is_listed(fordel, small: bytes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Also what is found only when the page is made again; and where no copy can be made, it is said why."""
    file = tmp_path / "plantet.xlsx"
    file.write_bytes(planted_workbook())
    said = fordel("efterse", file).out
    copied = klargoer(file.name, file.read_bytes(), {}, MADE, "1")
    assert isinstance(copied, Klargjort)
    kinds = {line.part for line in copied.left_out}
    assert {"Det skal du vide", "Andet på siden", "Indlejrede filer"} <= kinds
    assert all(f"\n{kind} " in said for kind in kinds) and "laver ingen kopi" not in said
    sent = tmp_path / "sendt.xlsx"
    sent.write_bytes(small)
    assert "laver ingen kopi" not in fordel("efterse", sent).out  # small counts do not hide the list
    page = next(sheet.part for sheet in Package(sent.read_bytes()).sheets if sheet.name == "Fordeling")
    text = parts(sent.read_bytes())[page]
    assert b"432000" in text
    sent.write_bytes(altered(sent.read_bytes(), {page: text.replace(b"432000", b"432001", 1)}))
    assert "Klargør laver ingen kopi nu" in fordel("efterse", sent).out


def test_the_command_with_two(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert fordel("pulje", BUDGET, "--ud", "ud.xlsx").code == 0
    answer = fordel("efterse", BUDGET, "ud.xlsx")
    assert answer.code == 0 and f"Intet af {BUDGET.name} er tabt i ud.xlsx." in answer.out
    assert "byte for byte" in answer.out
    (tmp_path / "tabt.xlsx").write_bytes(altered(DATA, {"xl/charts/chart1.xml": None}))
    answer = fordel("efterse", BUDGET, "tabt.xlsx")
    assert answer.code == 2
    assert answer.err == f"Ikke alt fra {BUDGET.name} er i tabt.xlsx: xl/charts/chart1.xml (mangler).\n"
    assert fordel("efterse", "findes ikke.xlsx").code == 2
    assert sheet_names((tmp_path / "ud.xlsx").read_bytes())[:3] == sheet_names(DATA)


# ------------------------------------------------------------------------------------- what an owner asks of it

TYPES = "[Content_Types].xml"
STALE = ("<Override ", '<Override PartName="/xl/drawings/drawing9.xml" ContentType="application/vnd.openxmlformats-'
                       'officedocument.drawing+xml"/><Override PartName="/xl/worksheets/sheet4.xml" ContentType="x/y"/>'
                       "<Override ")


def test_a_type_for_a_part_that_is_not_there_cannot_be_lost() -> None:
    """The second is the name our own sheet gets."""
    stale = edited(DATA, TYPES, STALE)
    once = grafted(stale)
    assert what_is_lost(stale, once) == [] and what_is_lost(once, grafted(once, first=99.0)) == []


def test_a_type_for_a_part_that_is_there_can() -> None:
    lost_type = edited(DATA, TYPES, ('<Override PartName="/xl/styles.xml"', '<Override PartName="/xl/other.xml"'))
    assert what_is_lost(DATA, lost_type) == [(TYPES, "mangler Override /xl/styles.xml")]


def fact(data: bytes, what: str) -> tuple[bool, str]:
    found = next(fact for fact in facts(Package(data, "b.xlsx")) if fact.what.startswith(what))
    return found.found, found.detail


def test_macros_of_both_kinds() -> None:
    assert fact(DATA, "Makroer") == (False, "ingen")
    old = with_a_macro_sheet(DATA)
    assert fact(old, "Makroer") == (True, 'Excel 4-makroark: "Makro1"; fulgt uændret med; filen skal hedde .xlsm')
    assert fact(old, "Meget skjulte ark") == (True, "1: Makro1")
    assert fact(old, "Dialogark") == (True, "1: Dialog1")
    vba = (FOLDER / "excel" / "macro02.xlsm").read_bytes()
    assert fact(vba, "Makroer") == (True, "VBA; fulgt uændret med; filen skal hedde .xlsm")


@pytest.mark.parametrize(("said", "what"), [
    ('calcMode="manual"', "Manuel beregning"), ('fullPrecision="0"', "Præcision som vist"),
    ('fullCalcOnLoad="1"', "Formler, som måske ikke er beregnet"),
    ('calcCompleted="false"', "Formler, som måske ikke er beregnet")])
def test_how_a_workbook_is_calculated(said: str, what: str) -> None:
    book = opened(DATA)
    assert book.calculation is not None  # the budget has one, and says nothing odd
    plain = re.sub(rb"<calcPr[^>]*>", b"<calcPr/>", parts(DATA)[BOOK])
    other = re.sub(rb"<calcPr[^>]*>", f"<calcPr {said}/>".encode(), plain)
    assert fact(altered(DATA, {BOOK: plain}), what)[0] is False
    assert fact(altered(DATA, {BOOK: other}), what)[0] is True


def test_cells_under_merged_cells_are_named(tmp_path: Path) -> None:
    sheet, data = "xl/worksheets/sheet1.xml", budget(tmp_path / "b.xlsx").read_bytes()
    merged = '<mergeCells count="2"><mergeCell ref="A3:B4"/><mergeCell ref="Z1:Z4"/></mergeCells>'
    assert fact(data, "Indhold under flettede celler") == (False, "ingen")
    changed = edited(data, sheet, ("</sheetData>", "</sheetData>" + merged))
    assert fact(changed, "Indhold under flettede celler") == (True, "3: Budget!B3, Budget!A4, Budget!B4")


def test_sheets_that_are_named_and_not_there() -> None:
    data = with_sheets_that_have_no_part(DATA)
    assert fact(data, "Ark, som filen nævner") == (True, "1: Væk") and fact(data, "Dialogark") == (True, "1: Modul")
