"""The buttons in the browser write, cell for cell, what the file host writes, and read it back by Office.js."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.hosts.files import job
from addin.hosts.files.job import Done
from tests.addin.hosts.excel.web import books
from tests.addin.hosts.excel.web.chromium import Pane
from tests.hosts_agree import excel_differences as differences
from tests.hosts_agree.excel_sheets import from_file
from tests.hosts_agree.test_excel_button import (
    ANSWERS,
    CASES,
    assert_same,
    calculated,
    comparable,
    made_at,
    set_up_for_pools,
)
from tests.planning import WHY, texts
from tests.pools import RANDERS, houses
from workbook_templates.fordel_tjek import STOPPER

pytestmark = pytest.mark.chromium

JOBS = {"fordel_pulje": job.run, "opret_opsaetning": job.set_up, "fordel_tjek": job.check,
        "opret_puljer": set_up_for_pools}


def press(pane: Pane, source: Path, action: str, answers: dict[str, Any], **settings: Any) -> str:
    """A button of the ribbon over a workbook; what is asked is answered in the form of the pane."""
    pane.open_book(books.seed(source), **settings)
    pane.press(action)
    said = pane.answer()
    asked = 0
    while pane.run("() => Boolean(document.querySelector('#answer form'))"):
        asked += 1
        assert asked < 5
        fill(pane, answers)
        said = pane.answer()
    return pane.go() if pane.asks_to_go_on() else said


def fill(pane: Pane, answers: dict[str, Any]) -> None:
    """The form, as a user does: a choice is clicked, and what has none is written."""
    pane.run("""(answers) => {
      const left = Object.values(answers);
      for (const field of document.querySelectorAll("#answer fieldset")) {
        const choice = [...field.querySelectorAll("input")].find((input) => left.includes(input.value));
        if (choice) choice.click();
        else if (field.querySelector("textarea")) field.querySelector("textarea").value = answers.begrundelse;
        else throw new Error("no answer to " + field.querySelector("legend").textContent);
      }
      document.querySelector("#answer form button[type=submit]").click();
      document.getElementById("answer").hidden = true;
    }""", answers)


def written(pane: Pane, done: Done) -> dict[str, Any]:
    told: dict[str, Any] = pane.run("(wanted) => standin.readback(wanted)", books.extents(done.plan.sheets))
    return told


# The choices of the command line that the pane has no form for are settings in the workbook; here, those it asks about.
ASKED = [(name, answers) for name, answers in CASES if not answers or answers == ANSWERS]


@pytest.mark.parametrize("action", JOBS)
@pytest.mark.parametrize("name, answers", ASKED, ids=[name for name, _ in ASKED])
def test_the_same_sheets_as_in_a_file(pane, tmp_path, monkeypatch, name, answers, action) -> None:
    made_at(monkeypatch)
    source, target = calculated(name, tmp_path), tmp_path / "fil.xlsx"
    done = JOBS[action](source, target, answers)
    said = press(pane, source, action, answers)
    told = written(pane, done)
    assert_same(books.book(told), from_file(target, [plan.name for plan in done.plan.sheets]), done)
    assert_same_paper(told, target)
    for line in (*warned(done), *(value for _, value in done.plan.summary.get("noegletal", ()))):
        assert line in said, line


def test_several_pools_are_those_of_a_file(pane: Pane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_at(monkeypatch)
    source, target = houses(*RANDERS).file(tmp_path / "huse.xlsx"), tmp_path / "fil.xlsx"
    done = job.run(source, target, WHY)
    press(pane, source, "fordel_pulje", WHY)
    ours, theirs = books.book(written(pane, done)), from_file(target, [plan.name for plan in done.plan.sheets])
    for plan in done.plan.sheets:
        differences.only_first_of_arrays(theirs.sheet(plan.name), plan)
        assert comparable(ours.sheet(plan.name))["cells"] == comparable(theirs.sheet(plan.name))["cells"], plan.name


def warned(done: Done) -> list[str]:
    """What is told in the pane: of checks each by itself, of a distribution the sentences of the result."""
    checks = done.plan.summary.get("tjek")
    if checks is None:
        return texts(done.plan.warnings)
    return [line for label, status, found, *_ in checks if status == STOPPER for line in (label, *found)]


def assert_same_paper(told: dict[str, Any], target: Path) -> None:
    """What is printed: A4, which way, as many pages wide, margins, page numbers, headings repeated."""
    book = openpyxl.load_workbook(target)
    for sheet in told["sheets"]:
        if "paper" not in sheet:
            continue
        there, paper = book[sheet["name"]], sheet["paper"]
        assert (paper["size"], there.page_setup.paperSize) == ("A4", 9)
        assert paper["orientation"].lower() == (there.page_setup.orientation or "portrait")
        tall = 1 if there.page_setup.fitToHeight is None else int(there.page_setup.fitToHeight)  # 1 is not written
        assert paper["zoom"] == {"horizontalFitToPages": there.page_setup.fitToWidth or 1,
                                 **({"verticalFitToPages": tall} if tall else {})}
        inches = [paper[side] / 72 for side in ("left", "right", "top", "bottom")]
        margins = there.page_margins
        assert inches == pytest.approx([margins.left, margins.right, margins.top, margins.bottom])
        assert paper["footer"] == [_footer(there.oddFooter.left), _footer(there.oddFooter.right)]
        assert (sheet["titleRows"] or "") == (there.print_title_rows or "").replace("$", "")


def _footer(part: Any) -> str:
    """As it stands in the file: openpyxl takes it apart."""
    return (f"&{part.size}" if part.size else "") + part.text.replace("&[Page]", "&P").replace("&[Pages]", "&N") \
        .replace("&[File]", "&F").replace("&[Tab]", "&A")


@pytest.mark.parametrize("name, answers", ASKED, ids=[name for name, _ in ASKED])
def test_a_second_run_takes_the_place_of_the_first(pane, tmp_path, monkeypatch, name, answers) -> None:
    """What the file host wrote, opened in Excel: the sheets are known by their marks, emptied and written again."""
    made_at(monkeypatch)
    source, first, second = calculated(name, tmp_path), tmp_path / "første.xlsx", tmp_path / "anden.xlsx"
    job.run(source, first, answers)
    done = job.run(first, second, {})
    press(pane, first, "fordel_pulje", {})
    told = written(pane, done)
    assert_same(books.book(told), from_file(second, [plan.name for plan in done.plan.sheets]), done)


def test_again_in_the_pane_changes_nothing(pane, tmp_path) -> None:
    source = calculated("dagtilbud_budget_2023", tmp_path)
    press(pane, source, "fordel_pulje", {})
    done = job.run(source, tmp_path / "fil.xlsx", {})
    seen = []
    for _ in range(2):
        pane.whole()
        seen.append(re.sub(r"\d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d", "", json.dumps(written(pane, done))))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("takes", [True, False])
def test_a_long_column_of_formulas_is_one_array_where_excel_takes_it(pane, tmp_path, takes) -> None:
    """Elsewhere the formula stands in the top cell and fills the rest by itself."""
    source = calculated("boernetaelling_2026", tmp_path)
    sets = {"ExcelApi": "1.20", **({"ExcelApiDesktop": "1.1"} if takes else {})}
    press(pane, source, "fordel_pulje", {}, sets=sets)
    done = job.run(source, tmp_path / "fil.xlsx", {})
    plan, block = next((plan, block) for plan in done.plan.sheets for block in plan.blocks if block.formula)
    assert len(block.values) > 100
    (told,) = [sheet for sheet in written(pane, done)["sheets"] if sheet["name"] == plan.name]
    with_formula = [row for row, column, entered, _ in told["cells"]
                    if column == block.column and str(entered).startswith("=")]
    last = block.row + len(block.values) if takes else block.row + 1
    assert with_formula == list(range(block.row, last))
