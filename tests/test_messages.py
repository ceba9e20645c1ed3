"""What is told is sorted by kind and key: a user's words never decide, and nobody looks for words in what is said.

The second half reads the code. Where a message or the text of a finished cell is searched, cut or compared with words,
the words decide, and those of the user with them: a sheet called "Ark (ikke brugt)" once silenced a warning.
"""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.messages import Kind, Message, quiet, warning
from addin.workbook import Sheet, Snapshot
from tests.addin.actions.acting import planned
from tests.builders import HEADINGS, ROWS, snapshot
from tests.planning import texts
from tests.told_text import searches

ADDIN = Path(__file__).parents[1] / "addin"
MAY_KNOW_WORDS = "hosts"  # where texts are the programs' own; but no host knows ours: see below
SHORTEST = 12  # letters of a literal that is a part of a message, and not just a word in it
TELLING = ("told", "warnings", "bemaerkninger")  # functions whose sentences others make messages of
NO_SENTENCE = ("kr. pr. barn", "skjulte rækker")  # a unit over a column, and what a limit of a host is called


# ------------------------------------------------------------------------------------- what is told


def test_a_message_reads_as_its_text() -> None:
    told = warning("pulje", "Puljen er 0 kr.", "Pulje!B1")
    assert (str(told), f"- {told}") == ("Puljen er 0 kr.", "- Puljen er 0 kr.")
    assert told == Message(Kind.WARNING, "pulje", "Puljen er 0 kr.", "Pulje!B1")
    assert quiet("pulje", told.text).kind is Kind.QUIET


@pytest.mark.parametrize("name", ["Pulje (ikke brugt)", "Pulje er talt med", "Pulje er ikke rørt: 2026",
                                  "Gammel, er skjult og er ikke læst"])
def test_the_name_of_a_sheet_silences_no_warning(name: str) -> None:
    plan = planned(snapshot(**{"Budget": [HEADINGS, *ROWS], name: [["Pulje", "1.000 kr."]]}))
    (told,) = [message for message in plan.warnings if message.about == "pulje"]
    assert told.place == f"{name}!B1" and told.text.startswith(f'{name}!B1: "1.000 kr." er tekst')


def test_a_label_silences_no_warning() -> None:
    label = "Sprogtillæg er talt med"
    plan = planned(snapshot(Budget=[HEADINGS, *ROWS], Pulje=[["Pulje", 125_000], [label, 35_000]]))
    assert [line for line in texts(plan.warnings) if f'"{label}" 35.000' in line]


def test_what_was_seen_and_left_alone_is_told_and_is_not_on_the_result() -> None:
    sheets = [Sheet("Budget", [[*HEADINGS, "Farve"], *([*row, "rød"] for row in ROWS)]),
              Sheet("Pulje", [["Pulje", 100_000]]), Sheet("Gammel", [["x", 1]], visible=False)]
    plan = planned(Snapshot("b.xlsx", tuple(sheets)))
    said = ['Budget!E1: kolonnen "Farve" er ikke brugt.', 'Arket "Gammel" er skjult og er ikke læst.']
    assert set(said) <= {message.text for message in plan.messages if message.kind is Kind.QUIET}
    assert not set(said) & set(texts(plan.warnings))
    shown = {cell.value for sheet in plan.sheets if sheet.key == "fordeling" for cell in sheet.cells}
    assert not set(said) & shown


def test_every_warning_of_a_run_is_one_by_its_kind() -> None:
    taken = snapshot(Budget=[HEADINGS, *ROWS], Pulje=[["Pulje", "1.000 kr."]])
    plan = planned(dataclasses.replace(taken, notices=(warning("ark", "Noget er væk."), quiet("ark", "Intet er væk."))))
    assert {message.kind for message in plan.warnings} == {Kind.WARNING}
    assert [message in plan.warnings for message in plan.messages[:2]] == [True, False]


# ------------------------------------------------------------------------------------- nobody looks for words


def files() -> Iterator[Path]:
    return (path for path in sorted(ADDIN.rglob("*.py")) if path.relative_to(ADDIN).parts[0] != MAY_KNOW_WORDS)


def test_no_text_of_a_message_or_a_cell_is_searched() -> None:
    found = {path.relative_to(ADDIN).as_posix(): searches(path.read_text(encoding="utf-8")) for path in files()}
    assert len(found) > 100
    assert {name: lines for name, lines in found.items() if lines} == {}


BAD = {
    "sorted by a pattern": """
def told(result):
    return [*found, *(message for message in result.messages if not QUIET.search(message))]""",
    "sorted by its text": """
def told(result):
    return [message for message in result.messages if re.search("ikke brugt", message.text)]""",
    "words in a message": """
def quiet(plan):
    return [line for line in plan.warnings if "ikke brugt" not in str(line)]""",
    "words in a notice": """
def quiet(snapshot):
    for notice in snapshot.notices:
        text = notice.text.casefold()
        if "pivottabel" in text:
            yield notice""",
    "words put over messages": """
def said(text):
    for usual, here in SENTENCES:
        text = text.replace(usual, here)
    return text

def in_its_words(plan):
    plan.warnings[:] = map(said, plan.warnings)""",
    "words put over cells": """
def said(text):
    return text.replace("får intet", "skal intet spare")

def put_words(sheet):
    for at, cell in enumerate(sheet.cells):
        if isinstance(cell.value, str):
            sheet.cells[at] = cell._replace(value=said(cell.value))""",
    "looked up by a cell's words": """
def put_words(sheet):
    for cell in sheet.cells:
        heading = HEADINGS.get(cell.value, cell.value)""",
    "the reason cut out of a refusal": """
def lifted(amounts):
    try:
        return raised(amounts)
    except RegelFejl as refused:
        why = str(refused).partition(": ")[2]""",
    "the end of a refusal": """
def with_cells(refused: RegelFejl) -> str:
    sentence = str(refused)
    return sentence if sentence.endswith(".") else sentence + "." """,
    "the start of a message of one's own": """
def mine(found: list[Message]) -> list[Message]:
    return [each for each in found if each.text.startswith("Arket")]""",
    "the first of a list": """
def first(setup):
    return setup.messages[0].text.split(": ")[0]""",
    "one that is named and compared": """
def is_empty(message: Message) -> bool:
    return message.text == "Puljen er 0 kr., så ingen får noget." """,
}
GOOD = {
    "chosen by kind": """
def told(result):
    return [message for message in result.messages if message.kind is Kind.WARNING and message.about == "pulje"]""",
    "whether it is said already": """
def rest(plan):
    return [f"- {message}" for message in plan.messages if message not in plan.warnings]""",
    "shown": """
def lines(setup):
    return [("", message.text) for message in setup.messages if len(message.text) < 80]""",
    "the user's own words": """
def closed(rows):
    return [row.name for row in rows if any(word in whole(row.name) for word in LUKKET)]""",
    "a style": """
def shown(value, style):
    return f"{100 * value} %" if style.startswith("pct") else str(value)""",
    "cells looked up by their place": """
def at(sheet, row):
    return [cell.value for cell in sheet.cells if cell.row == row and cell.style in HEADED]""",
    "blank cells": """
def filled(sheet):
    return [cell for cell in sheet.cells if cell.value not in (None, "")]""",
}


@pytest.mark.parametrize("code", BAD.values(), ids=BAD)
def test_a_search_would_be_seen(code: str) -> None:
    assert searches(code)


@pytest.mark.parametrize("code", GOOD.values(), ids=GOOD)
def test_what_is_no_search_is_left_alone(code: str) -> None:
    assert searches(code) == []


# ------------------------------------------------------------------------------------- and no host knows the words


def literals(tree: ast.AST) -> Iterator[str]:
    """The texts in a piece of code, but for what explains it."""
    explained = {id(node.body[0].value) for node in ast.walk(tree)
                 if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body
                 and isinstance(node.body[0], ast.Expr)}
    return (node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained)


def said_by(tree: ast.AST) -> set[str]:
    """The texts that messages are made from: in a module that makes any, every one that is long enough."""
    makes = any(isinstance(node, ast.ImportFrom) and node.module == "addin.messages" for node in ast.walk(tree))
    tells = any(isinstance(node, ast.FunctionDef) and node.name in TELLING for node in ast.walk(tree))
    return {text for text in literals(tree) if len(text) >= SHORTEST} if makes or tells else set()


def words_of(tree: ast.AST) -> Iterator[str]:
    """The texts of a host, also each word of a pattern that looks for several."""
    words = (word for text in literals(tree) for word in text.split("|"))
    return (word for word in words if len(word) >= SHORTEST and " " in word.strip() and word not in NO_SENTENCE)


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def known_words(host: ast.AST, said: set[str]) -> list[str]:
    return [word for word in words_of(host) if any(word in text for text in said)]


def test_no_host_has_words_of_a_message() -> None:
    hosts = sorted((ADDIN / "hosts").rglob("*.py"))
    said = {text for path in sorted(ADDIN.rglob("*.py")) if path not in hosts for text in said_by(parsed(path))}
    assert len(hosts) > 50 and any("er talt med" in text for text in said)
    found = {path.relative_to(ADDIN).as_posix(): known_words(parsed(path), said) for path in hosts}
    assert {name: words for name, words in found.items() if words} == {}


def test_words_of_a_message_in_a_host_would_be_seen() -> None:
    made = 'from addin.messages import quiet\nquiet("ark", f"Arket {name} er skjult og er ikke læst.")'
    said = said_by(ast.parse(made))
    assert known_words(ast.parse('QUIET = re.compile("skal med|er skjult og er ikke læst")'), said)
    assert known_words(ast.parse('"""er skjult og er ikke læst"""\nSHEETS = "arkene i mappen"'), said) == []
