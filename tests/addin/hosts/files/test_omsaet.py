"""A workbook with our functions as each program stores them: there and back, and nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from addin.filejobs.skabelon.write import workbook
from addin.hosts.files.bindings import CALC, DESKTOP, FORMS, VAERDIER, WEB
from addin.hosts.files.omsaet import converted
from addin.workbook import Refusal
from tests.calc.office import Office
from workbook_templates.skabeloner import skabelon

NAVN = "kora-beregningseksempel"
SHEET = "Med funktioner"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def plain() -> bytes:
    return workbook(skabelon(NAVN))


def calls(data: bytes) -> list[str]:
    """The calls of our functions as they are stored."""
    return re.findall(r"[^\s,(+\-]*FORDEL_[A-Z]+(?=\()", " ".join(
        text.decode() for name, text in parts(data).items() if name.startswith("xl/worksheets/sheet")
        for text in re.findall(rb"<f[^>]*>([^<]*)</f>", text)))


@pytest.mark.parametrize(("form", "before"), [(WEB, "_xldudf_"), (DESKTOP, "[1]!"), (CALC, "")])
def test_each_program_s_own_form_is_stored_and_turned_back(plain: bytes, form: str, before: str) -> None:
    done = converted(plain, form)
    assert calls(done.data) == [f"{before}FORDEL_PULJE", f"{before}FORDEL_TRAPPE"]
    assert done.formulas == 1 and done.left == ()
    back = converted(done.data, CALC)
    assert calls(back.data) == ["FORDEL_PULJE", "FORDEL_TRAPPE"]
    others = {name: data for name, data in parts(plain).items() if not re.search("sheet9|workbook|Types", name)}
    assert {name: parts(done.data)[name] for name in others} == others  # byte for byte
    values = openpyxl.load_workbook(io.BytesIO(done.data), data_only=True)[SHEET]
    assert values["B27"].value == 1_523_759


def test_the_web_form_is_a_dynamic_array_and_the_desktop_form_links_to_xlstart(plain: bytes) -> None:
    web, desktop = parts(converted(plain, WEB).data), parts(converted(plain, DESKTOP).data)
    assert b'<rc t="1" v="0"/>' in web["xl/metadata.xml"] and b"metadata.xml" in web["xl/_rels/workbook.xml.rels"]
    assert len(re.findall(rb'cm="1"', b"".join(web.values()))) == 1
    link = desktop["xl/externalLinks/_rels/externalLinkFordel.xml.rels"]
    assert b"xlExternalLinkPath/xlStartup" in link and b'Target="Fordel.xlam"' in link
    assert desktop["xl/workbook.xml"].index(b"externalReferences") < desktop["xl/workbook.xml"].index(b"definedNames")
    assert b"externalLinkFordel" in desktop["[Content_Types].xml"]
    again = converted(converted(plain, DESKTOP).data, DESKTOP).data
    assert parts(again)["xl/workbook.xml"].count(b"externalReference ") == 1


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_as_valid_as_the_template(plain: bytes, form: str, tmp_path: Path) -> None:
    for name, data in (("foer", plain), ("efter", converted(plain, form).data)):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    before, after = (OpenXmlValidator().validate(str(tmp_path / f"{name}.xlsx")) for name in ("foer", "efter"))
    assert {str(error) for error in after.errors} - {str(error) for error in before.errors} == set()


def test_values_alone_leave_every_other_formula(plain: bytes) -> None:
    done = converted(plain, VAERDIER).data
    assert calls(done) == []
    before, after = (openpyxl.load_workbook(io.BytesIO(data)) for data in (plain, done))
    for sheet in before:
        for line in sheet.iter_rows():
            for cell in line:
                formula = getattr(cell.value, "text", cell.value)
                if cell.data_type == "f" and "FORDEL_" not in str(formula):
                    assert after[sheet.title][cell.coordinate].value == cell.value
    assert after[SHEET]["B27"].value == 1_523_759


def book(*formulas: str, value: object = 1) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out)
    sheet = made.add_worksheet("Ark")
    for row, formula in enumerate(formulas):
        sheet.write_formula(row, 0, formula, None, value)
    made.close()
    return out.getvalue()


def test_texts_other_names_and_other_functions_are_left() -> None:
    formulas = ('=IF(A9="FORDEL_PULJE(",1,2)', "=FORDEL_UKENDT(1)", "=FORDEL_PL(1,2)&\"FORDEL_PL(\"")
    done = converted(book(*formulas), WEB)
    found = [getattr(cell[0].value, "text", cell[0].value)
             for cell in openpyxl.load_workbook(io.BytesIO(done.data))["Ark"].iter_rows()]
    assert found == [*formulas[:2], '=_xldudf_FORDEL_PL(1,2)&"FORDEL_PL("'] and done.formulas == 1
    none_of_ours = book("=1+1")
    assert converted(none_of_ours, WEB) == (none_of_ours, 0, ())


def computed(before: bytes, after: bytes) -> bytes:
    """A workbook with one formula, and other bytes for what it has given."""
    data = parts(book("=FORDEL_PL(1,2)"))
    data["xl/worksheets/sheet1.xml"] = data["xl/worksheets/sheet1.xml"].replace(before, after)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in data.items():
            package.writestr(name, part)
    return out.getvalue()


def test_a_formula_nobody_has_computed_has_no_value_to_keep() -> None:
    with pytest.raises(Refusal, match="Ark!A1: formlen har ingen værdi"):
        converted(computed(b"<v>1</v>", b""), VAERDIER)


def test_the_value_of_a_formula_that_gives_an_empty_text_is_a_blank_cell() -> None:
    data = computed(b'<c r="A1"><f>FORDEL_PL(1,2)</f><v>1</v>', b'<c r="A1" t="str"><f>FORDEL_PL(1,2)</f><v></v>')
    done = converted(data, VAERDIER)
    assert b'<c r="A1"></c>' in parts(done.data)["xl/worksheets/sheet1.xml"] and done.formulas == 1


def test_the_command_writes_a_copy_beside_it(fordel: Any, tmp_path: Path, plain: bytes) -> None:
    (tmp_path / "bog.xlsx").write_bytes(plain)
    answer = fordel("omsaet", tmp_path / "bog.xlsx", "--til", "desktop")
    assert answer.code == 0 and "ikke set i et Excel" in answer.out
    assert calls((tmp_path / "bog til desktop.xlsx").read_bytes())[0] == "[1]!FORDEL_PULJE"
    assert (tmp_path / "bog.xlsx").read_bytes() == plain
    wrong = fordel("omsaet", tmp_path / "bog.xlsx", "--til", "excel")
    assert wrong.code == 2 and "er ikke en af 'web', 'desktop', 'calc', 'vaerdier'." in wrong.err
    (tmp_path / "tom.xlsx").write_bytes(book("=1+1"))
    assert fordel("omsaet", tmp_path / "tom.xlsx", "--til", "web").code == 2
    assert fordel("skabelon", NAVN, tmp_path / "v.xlsx", "--til", "vaerdier").code == 0
    assert calls((tmp_path / "v.xlsx").read_bytes()) == []
    assert fordel("funktioner", "--ud", tmp_path / "f.xlsx", "--til", "web").code == 0
    stored = calls((tmp_path / "f.xlsx").read_bytes())
    assert stored and all(call.startswith("_xldudf_") for call in stored)


@pytest.mark.soffice
@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_opens_every_form_and_computes_the_same(form: str, plain: bytes, office: Office,
                                                            tmp_path: Path) -> None:
    path = tmp_path / "bog.xlsx"
    path.write_bytes(converted(plain, form).data)
    office.show(str(path))
    try:
        office.recalc()
        amounts = [line[0] for line in office.get(f"{SHEET}!B8:B27")]
        assert (sum(amounts), amounts[-1]) == (10_000_000, 1_523_759)
    finally:
        office.close()
