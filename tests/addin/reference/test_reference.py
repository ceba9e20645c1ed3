"""The reference says what the manuals say, of every function, and the files of it are the ones that are made now."""

from __future__ import annotations

import io
import re
import zipfile
from importlib import resources

import openpyxl
import pytest

from addin.describe import descriptions
from addin.reference import FILER, words
from addin.reference.markdown import page, safe
from addin.reference.shown import lay, of_function, of_recipe, small_sheet
from addin.reference.workbook import NOBODY, workbook
from udfs import catalogue
from workbook_templates.opskrifter import OPSKRIFTER

BUNDLED = resources.files("workbook_templates")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_committed_files_are_what_is_made_now() -> None:
    assert BUNDLED.joinpath(FILER[0]).read_text(encoding="utf-8") == page()
    assert parts(BUNDLED.joinpath(FILER[1]).read_bytes()) == parts(workbook())


@pytest.mark.parametrize("described", descriptions(), ids=lambda d: d.name)
def test_the_page_has_all_there_is_to_say(described) -> None:
    text = page()
    assert f"### {described.name}\n\n{described.title}" in text
    assert f"={words.typed(described)}" in text
    for said in (described.result, described.errors, described.formula, described.source,
                 *(argument.help for argument in described.arguments)):
        assert said and safe(said) in text


def test_a_function_as_it_is_typed() -> None:
    typed = {described.name: words.typed(described) for described in descriptions()}
    assert typed["FORDEL_HELAAR"] == "FORDEL_HELAAR(boern_pr_maaned; [maaneder=12])"
    assert typed["FORDEL_GARANTI"].startswith("FORDEL_GARANTI(nyt; foer; [mindst=0,95]; [hoejst]; [boern_nu]")
    assert typed["FORDEL_UDJAEVN"] == 'FORDEL_UDJAEVN(tal; [metode="gennemsnit"])'
    assert typed["FORDEL_BELASTNING"] == "FORDEL_BELASTNING(antal; boern; [relativ=FALSK])"


def test_an_example_as_a_small_sheet() -> None:
    pulje = next(described for described in descriptions() if described.name == "FORDEL_PULJE")
    formula, rows = small_sheet(of_function(pulje))
    assert formula == "=FORDEL_PULJE(A2;B2:B4;C2:C4;D2)"
    assert rows == [["pulje", "noegle", "boern", "taerskel", "Resultat"], ["1.000", "30", "100", "0,2", "600"],
                    ["", "10", "100", "", "0"], ["", "20", "50", "", "400"]]


def test_an_argument_that_is_left_out_leaves_its_place() -> None:
    stillinger = next(described for described in descriptions() if described.name == "FORDEL_STILLINGER")
    shown = of_function(stillinger)
    assert lay(shown, 0, 0).formula == "=FORDEL_STILLINGER(A2;B2;C2;D2)"
    assert lay(shown, 4, 1).formula == "=FORDEL_STILLINGER(B6;C6;D6;E6)"


@pytest.mark.parametrize("recipe", OPSKRIFTER, ids=lambda r: r.titel)
def test_a_recipe_uses_its_inputs_and_only_functions_there_are(recipe) -> None:
    for number in range(len(recipe.felter)):
        assert f"{{{number}}}" in recipe.formel
    assert set(re.findall("FORDEL_[A-Z0-9_]+", recipe.formel)) <= set(catalogue.FUNCTIONS)
    assert len(small_sheet(of_recipe(recipe))[1]) > 1


def test_the_workbook_keeps_its_values_where_there_is_no_add_in() -> None:
    data = workbook()
    assert b"fullCalcOnLoad" not in parts(data)["xl/workbook.xml"]
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert book.sheetnames == ["Oversigt", *catalogue.GROUPS, words.OPSKRIFTER]
    answers = [row[1].value for sheet in book for row in sheet.iter_rows() if row[0].value == "Stemmer det?"]
    assert answers == [NOBODY] * (len(catalogue.FUNCTIONS) + len(OPSKRIFTER))


def test_nothing_says_that_all_is_well_before_anybody_has_computed_it() -> None:
    """And what stands in the range of an array formula is a value, a text one of its own, never a shared one."""
    sheets = [data.decode() for name, data in parts(workbook()).items() if name.startswith("xl/worksheets/sheet")]
    for xml in sheets:
        assert not re.findall(r"<f[^>]*>[^<]*</f><v>OK</v>", xml)
        cells = dict(re.findall(r'<c r="([A-Z]+[0-9]+)"([^>]*)>', xml))
        covered = [cell for box in re.findall(r'<f t="array" ref="([^"]+)"', xml) for line in
                   openpyxl.utils.rows_from_range(box) for cell in line]
        assert covered or not re.search("<f[ >]", xml)
        assert not [cell for cell in covered if 't="s"' in cells[cell]]
    assert sum(xml.count('t="str"><v></v>') for xml in sheets) > 20  # the empty cells of a trail


def test_nobody_is_named_in_it() -> None:
    assert b"<dc:creator>Fordel</dc:creator>" in parts(workbook())["docProps/core.xml"]
