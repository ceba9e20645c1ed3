"""The user's own formulas over our sheets: never an old total on screen without a word."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
import xlsxwriter
from openpyxl.utils import FORMULAE

from addin.hosts.files.comparison import compare, lost
from addin.hosts.files.excel_functions import BUILT_IN
from addin.hosts.files.graft import graft
from addin.hosts.files.notices import notices
from addin.hosts.files.package import Package
from addin.hosts.files.references import addin_cells, calls_addin, uses
from tests import builders
from tests.addin.hosts.files.workbook_files import KEYS, altered, edited, grafted, parts, scratch, tree
from tests.planning import texts

BOOK = "xl/workbook.xml"


def users(formulas: Mapping[str, str], names: Mapping[str, str] | None = None, chart: str = "") -> bytes:
    """A workbook of the user's, first run done, then formulas over our sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet, last = book.add_worksheet("Budget æ"), book.add_worksheet("Sidst")
    last.write(0, 0, 1)
    for cell, formula in formulas.items():
        sheet.write_formula(cell, formula, None, 63)
    for name, target in (names or {}).items():
        book.define_name(name, target)
    if chart:
        drawn = book.add_chart({"type": "bar"})
        drawn.add_series({"values": chart})
        sheet.insert_chart("D2", drawn)
    book.close()
    return grafted(out.getvalue())


def ours(data: bytes) -> Package:
    return Package(data, "budget.xlsx")


def recalculates(data: bytes) -> bool:
    element = tree(data, BOOK).find("{*}calcPr")
    return element is not None and element.get("fullCalcOnLoad") == "1"


def without(data: bytes) -> bytes:
    """XlsxWriter always has everything computed on load; Excel takes that away when it saves."""
    return edited(data, BOOK, (' fullCalcOnLoad="1"', ""))


@pytest.mark.parametrize("formula", [
    "=Fordeling!B5", "='Fordeling'!B5*2", "=SUM('fordeling data'!$A$1:$A$3)", "=SUM(Sidst:Fordeling!B5)",
    "=SUM('Sidst:Fordeling data'!A1)", '=INDIRECT("Fordeling!B5")', "=Fordel_sum+1", "=1+fordel_SUM", "=Mit",
    "=IF(A1<2,Fordeling!B5,0)"])
def test_a_formula_over_our_sheets_has_everything_computed_when_the_file_is_opened(formula: str) -> None:
    data = without(users({"B7": formula, "B8": "=1+1"}, {"Mit": "=Fordel_sum*2"}))
    package = ours(data)
    assert uses(package, package.sheets[-2:]).cells == ["Budget æ!B7"]
    result = grafted(data, first=99.0)
    assert recalculates(result) and grafted(result, first=99.0) == result
    told = texts(notices(package))
    assert len(told) == 1 and "Budget æ!B7 bruger Fordels ark. De bliver beregnet igen" in told[0]
    assert parts(result)["xl/worksheets/sheet1.xml"] == parts(data)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("formula", [
    "=Sidst!A1", "=MinFordeling", '="Fordeling"', "=[1]Fordeling!A1", "='[1]Fordeling'!A1", "=SUM(Sidst!A1:A9)",
    "=SUM('Budget æ:Sidst'!A1)"])
def test_other_formulas_change_nothing(formula: str) -> None:
    data = without(users({"B7": formula}, {"MinFordeling": "=Sidst!$A$1"}))
    assert not uses(ours(data), ours(data).sheets[-2:]) and texts(notices(ours(data))) == []
    assert not recalculates(grafted(data, first=99.0))


@pytest.mark.parametrize("addin", ["=FORDEL_ANDEL(A1,2)", "=[1]!FORDEL_ANDEL(A1,2)", "=_xll.HENT(1)", "=MinMakro(A1)",
                                   "=_xldudf_FORDEL_ANDEL(A1)", "=1+'C:\\x\\tal.xlam'!HENT(2)"])
def test_where_an_add_in_is_needed_the_user_is_told_and_nothing_is_turned_into_an_error(addin: str) -> None:
    data = without(users({"B7": "=Fordeling!B5", "C9": addin}))
    assert addin_cells(ours(data)) == ["Budget æ!C9"]
    assert not recalculates(grafted(data, first=99.0))
    told = texts(notices(ours(data)))
    assert len(told) == 1 and "Budget æ!B7" in told[0] and "GAMLE TAL" in told[0] and "Budget æ!C9" in told[0]


def test_what_excel_has_itself_is_no_add_in() -> None:
    assert {name for name in FORMULAE if name[0].isalpha()} <= BUILT_IN
    for formula in ("SUM(A1)", "_xlfn.XLOOKUP(1,A1,B1)", "_xlfn._xlws.SORT(A1)", 'IF(A1="MinMakro(1)",1,2)', "Sidst!A1",
                    "NETWORKDAYS.INTL(A1,B1)", "(1+2)*3", "RATE(1)"):
        assert not calls_addin(formula), formula
    assert not calls_addin("Moms(A1)", {"MOMS"}) and calls_addin("Moms(A1)")


def test_a_chart_over_our_sheets() -> None:
    data = without(users({"B7": "=1"}, chart="=Sidst!$B$2:$B$4"))
    assert not recalculates(grafted(data, first=99.0)) and texts(notices(ours(data))) == []
    data = edited(data, "xl/charts/chart1.xml", ("Sidst!", "Fordeling!"))
    assert recalculates(grafted(data, first=99.0)) and "Et diagram bruger Fordels ark" in texts(notices(ours(data)))[0]


def test_a_pivot_table_over_our_sheets_is_told_of() -> None:
    source = '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Fordeling"/>' \
             "</cacheSource></pivotCacheDefinition>"
    data = altered(users({}), {"xl/pivotCache/pivotCacheDefinition1.xml": source.encode()})
    assert texts(notices(ours(data))) == [
        "En pivottabel bygger på Fordels ark og viser det, der sidst blev hentet: vælg Data, Opdater alle."]


def test_a_workbook_without_a_calculation_element_gets_one_where_the_schema_wants_it() -> None:
    data = edited(users({"B7": "=Fordeling!B5"}), BOOK, ('<calcPr calcId="124519" fullCalcOnLoad="1"/>', ""))
    result = grafted(data, first=99.0)
    assert recalculates(result)
    tags = [str(e.tag).rpartition("}")[2] for e in tree(result, BOOK)]
    assert tags.index("definedNames") < tags.index("calcPr")


@pytest.mark.parametrize(("said", "after"), [("true", "true"), ("on", "on"), ("0", "1"), ("false", "1")])
def test_a_wish_in_another_word_stays_as_it_is_written(said: str, after: str) -> None:
    """And one that is denied is no loss when it is wished."""
    data = edited(users({"B7": "=Fordeling!B5"}), BOOK, ('fullCalcOnLoad="1"', f'fullCalcOnLoad="{said}"'))
    result = grafted(data, first=99.0)
    calculation = tree(result, BOOK).find("{*}calcPr")
    assert calculation is not None and calculation.get("fullCalcOnLoad") == after
    assert not lost(compare(Package(data), Package(result)))


def test_a_first_run_sets_nothing() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Budget").write_formula(0, 0, '=INDIRECT("Fordeling!B5")')
    book.close()
    assert not recalculates(grafted(without(out.getvalue())))


def test_what_the_user_puts_on_a_sheet_of_ours_is_told_of_when_it_is_replaced() -> None:
    data = users({})
    assert texts(notices(ours(data))) == []  # our own chart and link are not the user's
    sheet = ours(data).sheets[-2].part
    rels = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    more = (f'<Relationship Id="rId90" Type="{kind}comments" Target="../comments9.xml"/>'
            f'<Relationship Id="rId91" Type="{kind}table" Target="../tables/table9.xml"/></Relationships>')
    comments = "<comments><authors/><commentList><comment/><comment/></commentList></comments>"
    drawing = next(name for name in parts(data) if "drawings/drawing" in name)
    end = "</xdr:wsDr>"
    shape = ('<xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="9" name="Pil"/></xdr:nvSpPr></xdr:sp>'
             "</xdr:twoCellAnchor>")
    touched = altered(edited(edited(data, rels, ("</Relationships>", more)), drawing, (end, shape + end)),
                      {"xl/comments9.xml": comments.encode(), "xl/tables/table9.xml": b"<table/>"})
    assert texts(notices(ours(touched))) == [
        'Arket "Fordeling" bliver skrevet på ny. Det, du selv har sat på det (2 noter, 1 tabel, 1 figur), er ikke med '
        "i resultatet, men står stadig i budget.xlsx. Hav dit eget på dine egne ark."]
    assert texts(notices(ours(touched), kept=("resultat",))) == []
    graft(ours(touched), scratch(), KEYS)


def test_a_chart_of_ours_that_libreoffice_took_the_text_from_is_not_the_users() -> None:
    data = users({})
    drawing = next(name for name in parts(data) if "drawings/drawing" in name)
    bare = edited(data, drawing, (' descr="Søjler over beløb"', ""))
    assert "(1 diagram)" in texts(notices(ours(bare)))[0]
    properties = "<Properties><Application>LibreOffice/7.4$Linux</Application></Properties>"
    assert notices(ours(altered(bare, {"docProps/app.xml": properties.encode()}))) == []


def test_the_command_says_it_and_the_sheet_shows_it(fordel, tmp_path) -> None:  # type: ignore[no-untyped-def]
    rows = [("Institution", "0-2 år", "3-5 år", "Sandsynlighed"), ("Anemonen", 10, 20, 0.1), ("Birken", 0, 40, 0.05)]
    pool = [("Pulje 2027", 100_000), ("Andel", builders.formula("=1", 1))]
    source = builders.workbook(tmp_path / "b.xlsx", Budget=rows, Pulje=pool)
    assert fordel("pulje", source, "--ud", "en.xlsx").code == 0
    again = fordel("pulje", "en.xlsx", "--ud", "to.xlsx")
    assert again.code == 0 and "bruger Fordels ark" not in again.out
    path = tmp_path / "en.xlsx"
    path.write_bytes(edited(path.read_bytes(), "xl/worksheets/sheet2.xml", ("<f>1</f>", "<f>Fordeling!B7</f>")))
    third = fordel("pulje", "en.xlsx", "--ud", "tre.xlsx")
    assert third.code == 0 and "Dine formler i Pulje!B2 bruger Fordels ark" in third.out, third.err
    taken = Package((tmp_path / "tre.xlsx").read_bytes())
    shown = next(sheet.part for sheet in taken.sheets if sheet.name == "Fordeling bilag")
    assert "Dine formler i Pulje!B2 bruger Fordels ark" in taken.read(shown).decode()
