"""What stands in for Excel is no more lenient than Microsoft's pages and types say."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest

from tests.addin.hosts.excel.web.chromium import HERE, Pane, node

pytestmark = pytest.mark.chromium

BOOK = {"name": "Prøve.xlsx", "names": [["Pulje", "=Ark1!$A$1"]], "sheets": [
    {"name": "Ark1", "cells": [[0, 0, 5], [1, 0, "to"]], "hiddenRows": [1]},
    {"name": "Låst", "cells": [[0, 0, 1]], "locked": True}]}


@pytest.fixture
def excel(pane: Pane):
    """Runs code over `context` and `sheet`, in a workbook of its own; gives what it returns, or its error."""
    pane.open_book(BOOK)

    def run(code: str, group: bool = False, **settings: Any) -> Any:
        if settings:
            pane.open_book(BOOK, **settings)
        return pane.run(f"""() => Excel.run({{ mergeUndoGroup: {str(group).lower()} }}, async (context) => {{
          const sheet = context.workbook.worksheets.getItem("Ark1");
          {code}
        }}).catch((error) => error.code ?? error.message)""")

    return run


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.app.json"])
def test_it_and_our_own_scripts_compile_against_microsofts_types(project) -> None:
    tsc = HERE / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run(node(str(tsc), "--project", str(HERE / project)), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_rule_has_its_page_and_a_place_in_the_code(pane) -> None:
    rules = pane.run("() => standin.pages")
    code = "\n".join(file.read_text(encoding="utf-8") for file in (HERE / "standin").glob("*.ts"))
    assert len(rules) >= 20
    for rule, page, where in rules:
        assert re.fullmatch(r"(https://learn\.microsoft\.com/)?[\w/#.-]+", page), rule
        for name in where.split(", "):
            assert name.rpartition(".")[2] in code, rule


@pytest.mark.parametrize("code, says", [
    ("sheet.tabColour = '#FF0000';", "Excel.Worksheet.tabColour cannot be set here"),
    ("sheet.getRange('A1').merge();", "Excel.Range has no member merge here"),
    ("context.workbook.comments;", "Excel.Workbook has no member comments here"),
    ("sheet.load();", "Worksheet.load() of everything is not recommended"),
    ("sheet.load('farve'); await context.sync();", "InvalidArgument"),
])
def test_what_it_does_not_know_is_an_error(excel, code, says) -> None:
    assert excel(code) == says


@pytest.mark.parametrize("code, said", [
    ("return sheet.name;", "PropertyNotLoaded"),
    ("sheet.load('name'); return sheet.name;", "PropertyNotLoaded"),
    ("sheet.load('name'); await context.sync(); return sheet.name;", "Ark1"),
    ("const one = context.workbook.worksheets.getItem('Ark9'); return 'venter';", "ItemNotFound"),
    ("const no = context.workbook.worksheets.getItemOrNullObject('Ark9'); await context.sync(); "
     "return no.isNullObject;", True),
    ("const cell = sheet.getRange('A1').load('values'); sheet.getRange('A1').values = [[9]]; await context.sync(); "
     "return cell.values[0][0];", 9),
    ("context.workbook.worksheets.add('ark1');", "ItemAlreadyExists"),
    ("context.workbook.worksheets.getItem('Låst').getRange('A1').values = [[2]];", "AccessDenied"),
    ("const all = sheet.getRange().load('values'); await context.sync();", "RangeExceedsLimit"),
    ("const rows = sheet.getRange('A1:A2').load('rowHidden'); await context.sync(); return rows.rowHidden;", None),
    ("sheet.getRange('A1').values = [['1. maj']];", 'Excel may read "1. maj" as a number'),
    ("sheet.getRange('A1').values = [[1, 2]];", "InvalidArgument"),
])
def test_proxies_instructions_and_limits_are_as_on_microsofts_pages(excel, code, said) -> None:
    assert excel(code) == said


@pytest.mark.parametrize("limit, said", [(True, "RequestPayloadSizeLimitExceeded"), (False, "skrevet")])
def test_a_request_of_more_than_five_megabytes_is_refused(excel, limit, said) -> None:
    code = ("sheet.getRange('B1:B200').values = Array.from({ length: 200 }, () => ['x'.repeat(30000)]); "
            "await context.sync(); return 'skrevet';")
    assert excel(code, limit=limit) == said


@pytest.mark.parametrize("platform, code, said", [
    ("PC", "sheet.name = 'Nyt';", "UndoNotSupported"), ("OfficeOnline", "sheet.name = 'Nyt';", "skrevet"),
    ("PC", "sheet.delete();", "UndoNotSupported"), ("OfficeOnline", "sheet.delete();", "UndoNotSupported"),
    ("PC", "sheet.getRange('A1').values = [[7]];", "skrevet"),
])
def test_an_undo_group_takes_what_microsofts_table_says(excel, platform, code, said) -> None:
    assert excel(f"{code} await context.sync(); return 'skrevet';", group=True, platform=platform) == said


def test_a_group_is_one_step_and_what_cannot_be_undone_empties_the_list(pane, excel) -> None:
    twice = "sheet.getRange('A1').values = [[7]]; await context.sync(); sheet.getRange('A2').values = [[8]];"
    steps = "() => standin.behind.undo.length"
    before = pane.run("() => standin.state()")
    excel(twice, group=True)
    assert pane.run(steps) == 1
    excel(twice)
    assert pane.run(steps) == 3
    pane.run("() => { standin.undone(); standin.undone(); standin.undone(); }")
    assert pane.run("() => standin.state()") == before
    excel(twice)
    excel("context.workbook.worksheets.getItem('Låst').delete();")
    assert pane.run(steps) == 0


def test_each_sync_can_be_delayed(pane, excel) -> None:
    twice = "await context.sync(); await context.sync();"
    assert excel(f"const began = performance.now(); {twice} return performance.now() - began;", delay=50) > 95
