"""CHANGELOG.md: the versions, newest first, and what each says under its headings."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from tests.documents.read import ROOT

FILE = ROOT / "CHANGELOG.md"
BELOEB = "Beløb"
HEADINGS = (BELOEB, "Nyt", "Rettet", "Kræver handling")
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
          "december")


class Version(NamedTuple):
    number: str
    date: datetime.date
    changes: dict[str, list[str]]  # heading -> its lines, each as one sentence or more


def versions(text: str) -> list[Version]:
    found = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        head, _, rest = part.partition("\n")
        said = re.fullmatch(r"(\d+\.\d+\.\d+) \((\d{1,2})\. (\w+) (\d{4})\)", head)
        assert said and said[3] in MONTHS, f"## {head}: a version is 1.2.3 (4. maj 2027)"
        day = datetime.date(int(said[4]), MONTHS.index(said[3]) + 1, int(said[2]))
        sections = (section.partition("\n") for section in re.split(r"^### ", rest, flags=re.MULTILINE)[1:])
        found.append(Version(said[1], day, {heading: lines(body) for heading, _, body in sections}))
    return found


def lines(body: str) -> list[str]:
    return [" ".join(line.split()) for line in re.split(r"^\* ", body, flags=re.MULTILINE)[1:]]


def amounts() -> list[str]:
    """Every line that says that an amount is another."""
    return [line for version in versions(FILE.read_text(encoding="utf-8")) for line in version.changes[BELOEB]]
