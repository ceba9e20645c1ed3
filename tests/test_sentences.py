"""What must not stand in anything we say: the golden file, many results, and the code's own words are read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from addin.workbook import Formula, Plan, Questions, Refusal
from tests.planning import texts
from tests.unmoved.cases import cases
from workbook_templates.fordel_tjek import TJEK
from workbook_templates.opsaetning import SETTINGS

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).with_name("golden") / "refusals.txt"
FORBIDDEN = {
    "two full stops": r"(?<![.(])\.\.(?![.\s)\"])",
    "a number of one in the plural":
        r"(?<![\d.,])1 (?:institutioner|modtagere|rækker|kolonner|celler|kriterier|puljer|navne)\b",
    "a number of none in the singular": r"(?<![\d.,])0 (?:institution|modtager|række|kolonne|celle)\b",
    "the same twice": r"\b(\w{3,}): \1\b",
    "who found it": r"Fundet ved valgt|Gælder fundet",
    "what a user does not say": r"børn, der tæller med",
    "the system's English":
        r"(?i)\bno such file|permission denied|is a directory|\berrno\b|address already|not found\b",
    "Python": r"\b(?:None|True|False|nan|NoneType|Traceback)\b(?!!)",
    "a blank before a comma or a full stop": r"\w [,.](?:\s|$)",
}
EVERY = 61  # so many cases apart
MARK = "(.. og <3)"  # what a delivery has for a hidden count


def faults(text: str) -> list[str]:
    """What is wrong with the words of a text; a user's own stand in it between quotes."""
    plain = re.sub(r'"[^"]*"', '"…"', text.replace(MARK, ""))
    return [f"{what}: {text}" for what, pattern in FORBIDDEN.items() if re.search(pattern, plain)]


@pytest.mark.parametrize("text", [
    "Puljen er 5 kr..", "1 institutioner får intet.", "alle: alle", "Fundet ved valgt ved kørslen.",
    "Gælder fundet b9c8", "12 børn, der tæller med", "Filen kan ikke læses: No such file or directory.",
    "Svaret er None.", "A , B", "0 institution"])
def test_each_of_them_is_seen(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("text", [
    "Puljen er 5 kr.", "11 institutioner", "1,1 institutioner", 'Skolen "None" er med', "A ... B", "1 institution",
    "kl. 12.00"])
def test_and_nothing_else(text: str) -> None:
    assert not faults(text)


def said() -> Iterator[str]:
    """Messages, questions, refusals and every text on our sheets but what is the user's own, of many workbooks."""
    yield from (line.partition(": ")[2] for line in GOLDEN.read_text(encoding="utf-8").splitlines())
    yield from (text for tjek in TJEK for text in (tjek.label, tjek.remedy, tjek.missing))
    yield from (text for setting in SETTINGS.values() for text in (setting.label, setting.help))


def of(answer: Plan | Questions | Refusal) -> Iterator[str]:
    if isinstance(answer, Refusal):
        yield str(answer)
    elif isinstance(answer, Questions):
        for question in answer.questions:
            yield from (question.text, *(text for _, text in question.choices))
    else:
        yield from (*texts(answer.messages), *texts(answer.warnings))
        yield from (cell.value for sheet in answer.sheets for cell in sheet.cells
                    if isinstance(cell.value, str) and not isinstance(cell.value, Formula) and ".xls" not in cell.value)


def test_what_we_always_say() -> None:
    assert [fault for text in said() for fault in faults(text)] == []


def test_what_is_said_of_many_workbooks(tmp_path: Path) -> None:
    some = islice(cases(tmp_path), None, None, EVERY)
    lines = {text for case in some for answer in case.answers() for text in of(answer)}
    assert len(lines) > 1_000
    assert sorted({fault for text in lines for fault in faults(text)}) == []


def test_no_sentence_in_the_code_holds_one() -> None:
    """Strings as they are written, with what is put into them left out."""
    found = []
    for folder in ("addin", "udfs", "workbook_templates"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                found += [f"{path.name}: {fault}" for text in sentences(path) for fault in faults(text)]
    assert found == []


def sentences(path: Path) -> Iterator[str]:
    """The texts of a file that read as Danish sentences."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if "\n" not in text and re.search(r"[æøåÆØÅ]\w* \w", text):
            yield text
