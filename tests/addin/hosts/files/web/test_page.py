"""The page gives what the command gives: its bytes, its questions, its sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.filejobs.skabelon.til import WEB, template
from addin.hosts.files import job
from addin.hosts.files.bindings import VAERDIER
from addin.hosts.files.omsaet import converted
from tests.addin.filejobs.files import houses
from tests.addin.filejobs.files import large as large_houses
from tests.addin.hosts.files.roads import answered, asking
from tests.addin.hosts.files.test_refusals import CASES
from tests.addin.hosts.files.web.commands import Command
from tests.addin.hosts.files.web.page import Page
from tests.conftest import WORKBOOKS
from tests.hosts_agree.test_excel_button import ANSWERS, calculated
from tests.layouts.judge import on_disk
from tests.planning import WHY
from workbook_templates.demo_budget import INPUT
from workbook_templates.skabeloner import NAVNE, skabelon

pytestmark = pytest.mark.chromium

ASKED = 10  # layouts about which must be asked
BUDGETS = [("dagtilbud_budget_2023", {}), ("boernetaelling_2026", {}), ("skoler_besparelse_2020", ANSWERS)]
DONE = "Hent filen: "


def assert_as_the_command(page: Page, source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch,
                          action: str = "fordel_pulje", answers: dict[str, Any] | None = None) -> str:
    """The file by the page and by the command, whose questions have the same answers; what the page says."""
    command = Command(source, action, answers)
    assert page.choose(source) == ""
    said = page.pushed(action)
    rounds = 0
    while page.asks():
        rounds += 1
        assert rounds < 10, said
        said = page.reply(answers or {})
    assert DONE in said, said
    name, data = page.result(folder / "fra siden.xlsx")
    wanted = command.made(folder, monkeypatch)
    assert list(wanted) == [name] and data in wanted[name]
    return said


# ------------------------------------------------------------------------------------- the same bytes


@pytest.mark.parametrize(("name", "answers"), BUDGETS)
def test_a_budget_comes_out_byte_for_byte_as_by_the_command(page, tmp_path, monkeypatch, name, answers) -> None:
    said = assert_as_the_command(page, calculated(name, tmp_path), tmp_path, monkeypatch, answers=answers)
    assert said.startswith("Fordel pulje: færdig")


@pytest.mark.parametrize("action", ["opret_opsaetning", "fordel_tjek"])
def test_so_do_the_other_two_buttons(page, tmp_path, monkeypatch, action) -> None:
    source = calculated("dagtilbud_budget_2023", tmp_path)
    said = assert_as_the_command(page, source, tmp_path, monkeypatch, action)
    assert ("Nøglen laves af" in said) == (action == "opret_opsaetning") or "Fundet" in said


def test_sixty_thousand_children_do(page, large, tmp_path, monkeypatch) -> None:
    assert_as_the_command(page, large, tmp_path, monkeypatch)


def test_layouts_with_questions_do(page, tmp_path, monkeypatch) -> None:
    """The owner's answers, given in the form of the page and as options of the command."""
    layouts = asking()
    proven = 0
    for prepared in on_disk(layouts[::max(1, len(layouts) // (2 * ASKED))], tmp_path):
        answers = answered(prepared)
        given = {key: value for key, value in answers.items() if key not in prepared.layout.choices}
        if prepared.layout.choices or len(given) == len(WHY):
            continue  # chosen beforehand, or nothing that can be answered
        try:
            job.run(prepared.path, tmp_path / "kan.xlsx", answers)
        except job.Refusal:
            continue
        assert_as_the_command(page, prepared.path, tmp_path, monkeypatch, answers=answers)
        proven += 1
        if proven == ASKED:
            break
    assert proven == ASKED


def test_the_example_is_that_of_the_demo(page, tmp_path, monkeypatch) -> None:
    page.ask("click", selector="#demo")
    page.settled()
    assert INPUT in page.text("#chosen")
    source = tmp_path / INPUT
    source.write_bytes((WORKBOOKS.parents[1] / "workbook_templates" / "demo_budget.xlsx").read_bytes())
    command = Command(source)
    assert DONE in page.pushed()
    name, data = page.result(tmp_path / "fra siden.xlsx")
    assert data in command.made(tmp_path, monkeypatch)[name]
    assert page.run("() => document.querySelector('svg.bars').getAttribute('aria-label')").startswith("Vandrette")
    bars = page.run("() => document.querySelectorAll('svg.bars rect').length")
    assert bars == page.run("() => document.querySelectorAll('.amounts tbody tr').length")


@pytest.mark.parametrize("name", ["boernetaelling", "netvaerksmaaling"])
def test_a_template_is_given_with_our_functions_as_their_values(page, tmp_path, name) -> None:
    page.ask("click", selector="#new")
    assert all(skabelon(each).titel in page.answer() for each in NAVNE)
    page.ask("click", selector=f"#answer button[data-template={name}]")
    page.until("() => Boolean(document.getElementById('get'))")
    assert skabelon(name).ark[0].navn in page.answer()
    assert page.result(tmp_path / "ny.xlsx") == (f"{name}.xlsx", converted(template(name, WEB), VAERDIER).data)
    book = openpyxl.load_workbook(tmp_path / "ny.xlsx")
    assert book.sheetnames[0] and "FORDEL_" not in str([cell.value for sheet in book for row in sheet for cell in row
                                                        if cell.data_type == "f"])


def test_what_was_made_is_looked_through_and_proven(page, tmp_path) -> None:
    page.choose(calculated("dagtilbud_budget_2023", tmp_path))
    alone = page.pushed("efterse")
    assert "Synlige ark" in alone and "byte for byte" not in alone
    page.pushed()
    said = page.pushed("efterse")
    assert "Det rummer dagtilbud_budget_2023.xlsx, som du gav den" in said and "Fordels egne ark\tingen" in said
    assert "Intet af dagtilbud_budget_2023.xlsx er tabt i dagtilbud_budget_2023 fordelt.xlsx." in said


def small(page: Page) -> str:
    page.until("() => Boolean(document.getElementById('small')) && !document.querySelector('#small .dim')")
    return page.text("#small")


def test_a_result_says_what_small_counts_it_gives_away_and_where_the_copy_is_made(page, tmp_path) -> None:
    for taken, found in ((houses(), "Skovbrynet (4 børn)"), (large_houses(), "ingen små antal fundet")):
        page.choose(taken.file(tmp_path / "b.xlsx"))
        said = page.pushed()
        while page.asks():
            said = page.reply(WHY)
        assert "Den er almindelige formler, som ingen har regnet endnu" in said and found in small(page)
    page.ask("click", selector="#small button")
    assert "Den laves af b fordelt.xlsx, som lige er lavet." in page.answer()
    page.ask("click", selector="#cancel")
    page.answer()


def test_answers_are_kept_for_the_next_button_of_the_same_file_and_can_be_given_anew(page, tmp_path) -> None:
    page.choose(calculated("skoler_besparelse_2020", tmp_path))
    page.pushed()
    page.reply(ANSWERS)
    assert "færdig" in page.reply(ANSWERS)
    said = page.pushed("fordel_tjek")
    assert not page.asks() and "Dine svar fra før om den samme fil er brugt igen." in said
    page.pushed()
    assert page.asks() and page.run("() => document.querySelector('#answer fieldset').dataset.setting") == "begrundelse"
    page.ask("click", selector="#cancel")
    page.answer()
    page.pushed("fordel_tjek")
    page.ask("click", selector="#answer button.link")
    page.answer()
    assert page.asks()
    page.ask("click", selector="#cancel")
    page.answer()
    page.choose(calculated("skoler_besparelse_2020", tmp_path))
    page.pushed("fordel_tjek")
    assert page.asks()
    page.ask("click", selector="#cancel")
    page.answer()


def test_the_next_button_is_marked(page, tmp_path) -> None:
    marked = "() => [...document.querySelectorAll('[aria-current=step]')].map((each) => each.dataset.action)"
    page.choose(calculated("dagtilbud_budget_2023", tmp_path))
    assert page.run(marked) == ["opret_opsaetning"]
    for action, following in (("opret_opsaetning", "fordel_tjek"), ("fordel_tjek", "fordel_pulje"),
                              ("fordel_pulje", "klargoer"), ("efterse", "klargoer")):
        page.pushed(action)
        assert page.run(marked) == [following]


# ------------------------------------------------------------------------------------- the same refusals


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_refused_in_the_sentence_of_the_command(page, tmp_path, name) -> None:
    source = tmp_path / "b.xlsx"
    source.write_bytes(CASES[name][0])
    said = page.drop(("b.xlsx", CASES[name][0]))
    if not said:  # it could be opened
        said = page.pushed()
        if page.asks():
            said = page.reply({"pulje": "1000000", **WHY})
    assert Command(source, choices={"pulje": "1000000"}).said() in said.replace("\n\n", "\n")
    assert "ikke udført" in said and not page.text("#get")


def test_no_file_and_two_files_are_said_no_to(page) -> None:
    page.drop(("a.xlsx", b"PK"), ("b.xlsx", b"PK"))
    assert page.text("#note") == "Slip én fil ad gangen."


def test_a_red_check_wants_a_reason_and_an_answer_that_is_missing_is_told(page, tmp_path) -> None:
    page.choose(calculated("skoler_besparelse_2020", tmp_path))
    said = page.pushed()
    assert said.startswith("Fordel pulje: 2 spørgsmål") and "et gæt kan flytte penge" in said
    assert "Fx 920, 285, 617 …" in said and "En celle læses i den enhed, arket siger" in said
    page.ask("click", selector="#answer form button[type=submit]")
    page.until("() => document.querySelector('#answer .open:not([hidden])') !== null")
    assert "Vælg et svar." in page.text("#answer") and "--" not in page.text("#answer")
    said = page.reply(ANSWERS)
    assert "Rødt" in said and "Sådan rettes det" in said and page.asks()
    assert "Rødt, tilsidesat med en begrundelse" in page.reply(ANSWERS)
    page.pushed()
    page.ask("click", selector="#cancel")
    assert "stoppet" in page.answer()
