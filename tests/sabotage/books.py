"""Budget workbooks as people have them, with and without what the control must notice changes in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from addin.hosts.files import job
from tests.builders import formula, workbook
from tests.planning import WHY

BUDGET, BASIS, CHILDREN = "Dagtilbud", "Forudsætninger", "Børn"
HEAD, FIRST, LAST = 4, 5, 10  # rows as Excel counts them: headings, institutions
NAMES = ("Anemonen", "Birken", "Cikorien", "Dalen", "Engen", "Fjorden")


class Kind(NamedTuple):
    """What a workbook has."""

    recipients: bool
    more: str  # "", "faste beløb", "indfasning" or "besparelse"
    children: bool

    def __str__(self) -> str:
        parts = ("modtager" if self.recipients else "", self.more, "børneark" if self.children else "nøgle")
        return ", ".join(filter(None, parts))


def kinds() -> Iterator[Kind]:
    """Every combination there can be: a saving and a transition are without fixed amounts."""
    for recipients, more, children in product((False, True), ("", "faste beløb", "indfasning", "besparelse"),
                                              (False, True)):
        yield Kind(recipients, more, children)


def columns(kind: Kind) -> dict[str, list[Any]]:
    """Heading -> the six institutions' cells."""
    found: dict[str, list[Any]] = {"Institution": list(NAMES), "Område": ["Nord", "Nord", "Nord", "Syd", "Syd", "Syd"]}
    if kind.recipients:
        found["Modtager"] = ["Dagtilbud A", None, "Dagtilbud A", None, "Dagtilbud B", "Dagtilbud B"]
    found["Børn"] = [41, 53, 38, 67, 44, 59]
    if not kind.children:
        found["Nøgle"] = [7, 12, 5, 21, 9, 4]
    found["Tildeling 2026 (kr.)"] = [25_000, 31_000, None, 60_000, 22_500.5, 14_000]
    found["Grundbudget (kr.)"] = [4_100_000, 5_300_000, 3_800_000, 6_700_000, 4_400_000, 5_900_000]
    if kind.more == "faste beløb":
        found |= {"Fast beløb (kr.)": [None, 10_000, None, None, 5000, None],
                  "Virkning": [None, "oven i", None, None, "i stedet for", None],
                  "Begrundelse": [None, "aftale i udvalget", None, None, "lukker til sommer", None]}
    return found


def settings(kind: Kind) -> list[tuple[str, Any]]:
    """Label and value; a blank one is a setting that is not in use."""
    pool = [("Besparelse i alt" if kind.more == "besparelse" else "Pulje 2027", 190_003), ("Minimumsgrænse", 0.05),
            ("Loft pr. barn", None), ("Minimum pr. institution", None)]
    return pool + ([("Mindst antal kriterier", 1)] if kind.children else [])


def marks() -> list[list[Any]]:
    """A row per child: institution and two criteria."""
    many = {"Anemonen": 8, "Birken": 13, "Cikorien": 6, "Dalen": 22, "Engen": 10, "Fjorden": 5}
    return [[name, number % 3 > 0, number % 2] for name, count in many.items() for number in range(count)]


def made(kind: Kind, path: Path) -> Path:
    """The user's workbook."""
    table = columns(kind)
    last = len(table) - 1
    total = ["I alt", *([None] * last)]
    for at, heading in enumerate(table):
        if heading in ("Børn", "Nøgle"):
            letter = chr(65 + at)
            total[at] = formula(f"=SUM({letter}{FIRST}:{letter}{LAST})", sum(table[heading]))
    rows = [["Budget 2027, dagtilbud"], ["Tal pr. 31. august"], [], list(table),
            *(list(row) for row in zip(*table.values())), total, [], ["Kilde: institutionsregistret"]]
    sheets: dict[str, Any] = {BUDGET: rows, BASIS: [["Forudsætninger 2027"], [], *map(list, settings(kind))]}
    if kind.children:
        sheets[CHILDREN] = [["Institution", "Enlig forsørger", "Uden for arbejdsmarkedet"],
                            *([name, int(first), second] for name, first, second in marks())]
    return workbook(path, **sheets)


def choices(kind: Kind) -> dict[str, str]:
    said = {**WHY, "pulje": f"{BASIS}!B3", "enhed_pulje": "kr.", "vaegt": "1",
            "grundlag": "børneark" if kind.children else "nøgle", "gruppe eller modtager: Område": "gruppe"}
    if kind.more == "indfasning":
        said |= {"andel_nyt": "=1/3", "garanti": "60%", "pl": "3,2%"}
    if kind.more == "faste beløb":
        said |= {"fast_i_noegletal": "uden"}
    if kind.more == "besparelse":
        said |= {"retning": "besparelse", "hoejst_andel": "2%"}
    return said


def distributed(kind: Kind, folder: Path) -> Path:
    """The finished result."""
    return job.run(made(kind, folder / "ind.xlsx"), folder / "ud.xlsx", choices(kind)).target
