"""Packages as few programs write them: the amounts, nothing lost, and a second and a third run on our own output."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from addin.hosts.files import job, refusals
from addin.hosts.files.comparison import compare, lost
from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.snapshot import snapshot
from addin.workbook import Refusal
from tests.addin.hosts.files.odd_packages import (
    BOOK,
    MAKERS,
    RELS,
    SHEET,
    STYLES,
    odd_packages,
    with_sheets_that_have_no_part,
)
from tests.addin.hosts.files.reading.agreement import disagreements
from tests.addin.hosts.files.workbook_files import altered, edited, parts
from tests.builders import HEADINGS, POOL, ROWS, budget, workbook
from tests.calc.office import Office
from tests.planning import OK, WHY, status

AMOUNTS = {"Anemonen": 25_333, "Birken": 13_333, "Cikorien": 61_334}
each = pytest.mark.parametrize("name", [make.__name__ for make in MAKERS])


def distributed(source: Path, target: Path) -> dict[str, float]:
    done = job.run(source, target, WHY)
    assert not lost(compare(Package(source.read_bytes()), Package(target.read_bytes())))
    return {name: amount for name, amount, _ in done.plan.summary["tabel"]}


@each
def test_three_runs_in_a_row(name: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xlsx" for number in range(4)]
    paths[0].write_bytes(odd_packages(budget(tmp_path / "b.xlsx").read_bytes())[name])
    for before, after in zip(paths, paths[1:]):
        assert distributed(before, after) == AMOUNTS


@each
def test_all_readers_say_the_same_also_of_our_own_output(name: str, tmp_path: Path,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "b.xlsx"
    source.write_bytes(odd_packages(budget(tmp_path / "b.xlsx").read_bytes())[name])
    assert distributed(source, tmp_path / "med.xlsx") == AMOUNTS
    for path in (source, tmp_path / "med.xlsx"):
        assert disagreements(path.read_bytes()) == []
    monkeypatch.setattr(by_calamine, "python_calamine", None)
    assert distributed(source, tmp_path / "uden.xlsx") == AMOUNTS


@pytest.mark.soffice
def test_the_control_holds_in_libreoffice_after_a_second_run(office: Office, tmp_path: Path) -> None:
    """Not where LibreOffice cannot find the user's own sheets."""
    for name, data in odd_packages(budget(tmp_path / "b.xlsx").read_bytes()).items():
        source = tmp_path / f"{name}.xlsx"
        source.write_bytes(data)
        distributed(source, tmp_path / "en.xlsx")
        distributed(tmp_path / "en.xlsx", tmp_path / "to.xlsx")
        assert office.open(str(tmp_path / "to.xlsx")), name
        try:
            errors = [cell for cell in office.errors() if not cell.startswith("Makro1.")]  # a macro, not a formula
            assert (status(office), errors) == (OK, []), name
        finally:
            office.close()


# ------------------------------------------------------------------------------------- number formats


def test_our_cells_keep_their_looks_where_the_built_in_formats_are_others(tmp_path: Path) -> None:
    """A number of ours is shown as such, and read as such in the next run."""
    source = tmp_path / "b.xlsx"
    source.write_bytes(odd_packages(budget(tmp_path / "b.xlsx").read_bytes())["with_other_number_formats"])
    job.run(source, tmp_path / "ud.xlsx", WHY)
    data = (tmp_path / "ud.xlsx").read_bytes()
    taken = snapshot(Package(data), data)
    for name in taken.ours.values():
        sheet = taken.sheet(name)
        assert sheet and not [value for row in sheet.rows for value in row if isinstance(value, (date, time))]


def test_formats_that_are_what_they_should_be_are_not_made_again(tmp_path: Path) -> None:
    """Many programs list the built-in formats as they are, ClosedXML lists the first with nothing in it."""
    data = budget(tmp_path / "b.xlsx").read_bytes()
    said = '<numFmts count="2"><numFmt numFmtId="0" formatCode="General"/><numFmt numFmtId="3" formatCode="#,##0"/>'
    (tmp_path / "b.xlsx").write_bytes(edited(data, STYLES, ("<fonts", f"{said}</numFmts><fonts")))
    job.run(tmp_path / "b.xlsx", tmp_path / "ud.xlsx", WHY)
    written = parts((tmp_path / "ud.xlsx").read_bytes())[STYLES].decode()
    assert written.count('"General"') == 1 and written.count('formatCode="#,##0"') == 1
    said = said.replace("General", "")
    (tmp_path / "b.xlsx").write_bytes(edited(data, STYLES, ("<fonts", f"{said}</numFmts><fonts")))
    job.run(tmp_path / "b.xlsx", tmp_path / "to.xlsx", WHY)
    assert "General" not in parts((tmp_path / "to.xlsx").read_bytes())[STYLES].decode()


# ------------------------------------------------------------------------------------- names of sheets


@pytest.mark.soffice
@pytest.mark.parametrize("written", ["Ark_x005F_x0020_1", "Budget_x0026_mere", "100 _x005F_x00E6_"])
def test_a_name_with_an_escaped_sign_is_the_name_excel_shows(office: Office, written: str, tmp_path: Path) -> None:
    data = workbook(tmp_path / "b.xlsx", Budget=[HEADINGS, *ROWS, *([None] for _ in range(3)), *POOL]).read_bytes()
    paths = [tmp_path / f"{number}.xlsx" for number in range(3)]
    paths[0].write_bytes(edited(data, BOOK, ('name="Budget"', f'name="{written}"')))
    for before, after in zip(paths, paths[1:]):
        assert distributed(before, after) == AMOUNTS
    assert office.open(str(paths[2]))
    try:
        assert (status(office), office.errors()) == (OK, [])
    finally:
        office.close()


def test_an_edition_may_be_called_like_an_escaped_sign(tmp_path: Path) -> None:
    source = budget(tmp_path / "b.xlsx")
    job.run(source, tmp_path / "en.xlsx", {**WHY, "udgave": "_x0041_"})
    job.run(tmp_path / "en.xlsx", tmp_path / "to.xlsx", {**WHY, "udgave": "_x0041_"})
    names = [sheet.name for sheet in Package((tmp_path / "to.xlsx").read_bytes()).sheets]
    assert "Fordeling (_x0041_)" in names and len(names) == len(set(names)) == 7


# ------------------------------------------------------------------------------------- what nobody can read


def test_a_sheet_nobody_can_read_matters_only_to_who_uses_it(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = workbook(tmp_path / "b.xlsx", Budget=[HEADINGS, *ROWS], Pulje=POOL, Rod=[[1]]).read_bytes()
    broken = parts(data)["xl/worksheets/sheet3.xml"].replace(b"</row>", b"<row>")
    (tmp_path / "b.xlsx").write_bytes(altered(data, {"xl/worksheets/sheet3.xml": broken}))
    why = refusals.UNREADABLE.format(file="b.xlsx", part="Rod")
    answer = fordel("pulje", "b.xlsx", "--begrundelse", "x")
    assert answer.code == 0 and why in " ".join(answer.out.split())
    for used in (("--pulje", "Rod!A1"), ("--ark", "Rod"), ("--boern", "Rod!A1:A3")):
        answer = fordel("pulje", "b.xlsx", "--begrundelse", "x", *used)
        assert (answer.code, answer.err.strip()) == (2, why), used


def test_where_nothing_is_found_the_sheet_nobody_can_read_may_be_why(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = budget(tmp_path / "b.xlsx").read_bytes()
    (tmp_path / "b.xlsx").write_bytes(edited(data, SHEET, ("</sheetData>", "</sheetdata>")))
    answer = fordel("pulje", "b.xlsx")
    assert answer.code == 2 and answer.err.startswith('Arket "Budget" i b.xlsx kan ikke læses')
    other = "xl/worksheets/sheet2.xml"
    (tmp_path / "b.xlsx").write_bytes(edited(data, other, ("</sheetData>", "</sheetdata>")))
    answer = fordel("pulje", "b.xlsx", "--begrundelse", "x")
    assert answer.code == 2 and 'Fandt ingen pulje. Arket "Pulje" i b.xlsx kan ikke læses' in answer.err


def test_a_sheet_without_a_part_is_refused_by_its_name_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(with_sheets_that_have_no_part(budget(tmp_path / "b.xlsx").read_bytes()))
    for name in ("Modul", "Væk"):
        with pytest.raises(Refusal, match=name):
            job.run(tmp_path / "b.xlsx", None, {**WHY, "pulje": f"{name}!A1"})


def test_no_sheet_of_ours_takes_the_place_of_one_that_is_missing(tmp_path: Path) -> None:
    """Neither by the id of a relationship that is not there, nor by the name of a part that is not."""
    sheets = '<sheet name="Uden" sheetId="77" r:id="rId6"/><sheet name="Væk" sheetId="78" r:id="rId99"/>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    missing = f'<Relationship Id="rId99" Type="{kind}" Target="worksheets/sheet3.xml"/>'
    data = edited(budget(tmp_path / "b.xlsx").read_bytes(), BOOK, ("</sheets>", f"{sheets}</sheets>"))
    data = edited(data, RELS, ("</Relationships>", f"{missing}</Relationships>"))
    (tmp_path / "b.xlsx").write_bytes(data)
    job.run(tmp_path / "b.xlsx", tmp_path / "ud.xlsx", WHY)
    result = Package((tmp_path / "ud.xlsx").read_bytes()).sheets
    assert [sheet.name for sheet in result if not sheet.part] == ["Uden", "Væk"] and len(result) == 9


def test_a_sheet_of_ours_that_has_lost_its_part_is_damage(tmp_path: Path) -> None:
    """Its relationship leads nowhere, and what there is of it nobody finds."""
    job.run(budget(tmp_path / "b.xlsx"), tmp_path / "en.xlsx", WHY)
    data = (tmp_path / "en.xlsx").read_bytes()
    (tmp_path / "b.xlsx").write_bytes(edited(data, RELS, ("worksheets/sheet5.xml", "worksheets/sheet55.xml")))
    with pytest.raises(Refusal, match=r"beskadiget eller kun delvist hentet \(arket Fordeling trin\)"):
        job.run(tmp_path / "b.xlsx", tmp_path / "to.xlsx", WHY)


def test_styles_with_a_section_twice_are_damage(tmp_path: Path) -> None:
    data = edited(budget(tmp_path / "b.xlsx").read_bytes(), STYLES, ("<dxfs", '<dxfs count="0"/><dxfs'))
    (tmp_path / "b.xlsx").write_bytes(data)
    with pytest.raises(Refusal, match="beskadiget"):
        job.run(tmp_path / "b.xlsx", tmp_path / "ud.xlsx", WHY)


@pytest.mark.parametrize("part", ["docProps/app.xml", "xl/theme/theme1.xml", SHEET, "xl/sharedStrings.xml", BOOK,
                                  "_rels/.rels", "xl/worksheets/sheet2.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_any_part_is_refused_by_its_own_name(fordel, part: str, encoding: str,  # type: ignore[no-untyped-def]
                                                                tmp_path: Path) -> None:
    data = budget(tmp_path / "b.xlsx").read_bytes()
    text = parts(data)[part].decode()
    declaration, rest = text[:text.index("?>") + 2], text[text.index("?>") + 2:]
    bomb = f'{declaration.replace("UTF-8", encoding)}<!DOCTYPE a [<!ENTITY b "c">]>{rest}'.encode(encoding)
    (tmp_path / "b.xlsx").write_bytes(altered(data, {part: bomb}))
    for command in ("pulje", "efterse"):
        answer = fordel(command, "b.xlsx")
        assert answer.code == 2 and "indeholder en dokumenttype (DTD)" in answer.err, (command, answer.err)
