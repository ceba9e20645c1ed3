"""How many there are of anything is counted, wherever a document says it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import pictures
from tests.documents.read import documents, name
from udfs.catalogue import FUNCTIONS
from workbook_templates.fordel_tjek import TJEK

WORDS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
         "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve")
ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
LARGER = {"thirty": 30, "thirty-three": 33, "thirty-four": 34, "thirty-five": 35, "forty": 40, "fifty": 50}
RED = sum(tjek.nr.startswith("R") for tjek in TJEK)
# What is counted -> how many there are; None is never counted in a document, since nothing holds the number.
COUNTED: dict[str, Callable[[], int] | None] = {
    "functions|funktioner": lambda: len(FUNCTIONS),
    "røde|red checks": lambda: RED,
    "gule|yellow checks": lambda: len(TJEK) - RED,
    "tjek|checks": lambda: len(TJEK),
    "ark mere|sheets more": lambda: len(pictures.planned()),
    "knapper|buttons|indstillinger|settings|layouts|skabeloner|templates|tests|modules|moduler|parts": None,
}
SMALL = ("en", "to", "tre", "one", "two", "three", "zero", "nul")  # "to filer" is said of any two files
PAGES = [path for path in documents() if path.name not in ("CHANGELOG.md", "funktioner.md")]  # history, and generated


def number(text: str) -> int:
    word = text.lower()
    if word in WORDS:
        return WORDS.index(word)
    if word in ENGLISH:
        return ENGLISH.index(word)
    return LARGER[word] if word in LARGER else int(re.sub(r"[.,]", "", word))


def loose(text: str) -> list[str]:
    """The counts that are not so, or that nothing holds."""
    words = "|".join(sorted({*WORDS, *ENGLISH, *LARGER} - {*SMALL}, key=len, reverse=True))
    plain = re.sub(r"[*`]|\s+", lambda found: " " if found[0].isspace() else "", text)
    found = []
    for nouns, count in COUNTED.items():
        for match in re.finditer(rf"(?<![\d.,-])\b(\d(?:[\d.,]*\d)?|{words}) ({nouns})\b", plain, re.IGNORECASE):
            if count is None or number(match[1]) != count():
                found.append(match[0])
    return found


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_count_in_a_document_is_so(path: Path) -> None:
    assert loose(path.read_text(encoding="utf-8")) == []


def test_a_wrong_count_would_be_seen() -> None:
    assert loose("De 33 funktioner, tretten\ntjek, `femten` røde og ni ark mere; 500 layouts") == [
        "33 funktioner", "tretten tjek", "ni ark mere", "500 layouts"]
    assert loose(f"{len(FUNCTIONS)} functions, {RED} røde tjek, fem ark mere, to filer") == []
