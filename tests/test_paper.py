"""Cases done by hand in tests/cases/paa_papir.md: what the program makes of the same figures is the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from addin.workbook import a1
from tests.calc.office import Office
from tests.planning import Case, amounts, case, planned, prove, table
from tests.pools import with_pools
from workbook_templates import fordel_puljer

TEXT = (Path(__file__).parent / "cases" / "paa_papir.md").read_text(encoding="utf-8")
Rows = list[list[Any]]


class Paper(NamedTuple):
    title: str
    settings: dict[str, Any]
    sheets: dict[str, Rows]
    expected: Rows


def number(text: str) -> Any:
    """A cell as it stands: a number with a decimal comma, a text, or nothing."""
    if not text:
        return None
    return float(text.replace(",", ".")) if re.fullmatch(r"-?\d+(,\d+)?", text) else text


def decimals(text: str) -> int:
    return len(text.partition(",")[2])


def tables(section: str) -> list[tuple[str, list[list[str]]]]:
    """Each table with the line that stands over it."""
    found: list[tuple[str, list[list[str]]]] = []
    above = ""
    for line in section.splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if found and found[-1][0] == above and above != "-":
                found[-1][1].append(cells)
            else:
                found.append((above, [cells]))
        elif line.strip():
            above = line.strip()
    return [(name, [row for row in rows if not set("".join(row)) <= {"-"}]) for name, rows in found]


def papers() -> list[Paper]:
    found = []
    for section in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]:
        title, _, rest = section.partition("\n")
        given = rest.strip().splitlines()[0]
        settings = {key.strip(): number(value.strip()) for key, value in
                    (pair.split(" = ") for pair in given.split(";"))}
        *sheets, (_, expected) = tables(rest.replace(given, "", 1))
        found.append(Paper(title, settings, {name: rows for name, rows in sheets}, expected))
    return found


def laid(paper: Paper) -> Case:
    """The tables as sheets, each column named by the setting in its heading; criteria reach to the last column."""
    columns, sheets = {}, {}
    for name, (headings, *rows) in paper.sheets.items():
        for at, heading in enumerate(headings):
            key = re.search(r"\((\w+)\)$", heading)
            if key:
                last = len(headings) - 1 if key[1].endswith("kriterier") else at
                columns[key[1]] = f"{name}!{a1(1, at, True)}:{a1(len(rows), last, True)}"
        plain = [re.sub(r" \(\w+\)$", "", heading) for heading in headings]
        sheets[name] = [plain, *([number(cell) for cell in row] for row in rows)]
    headings, *rows = sheets.pop(fordel_puljer.ARK, [[]])
    return with_pools(case(sheets, columns, **paper.settings), *(dict(zip(headings, row)) for row in rows))


PAPERS = papers()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.title)
def test_every_step_is_as_on_paper(paper: Paper) -> None:
    plan = planned(laid(paper))
    steps = table(plan, "fordeling" if fordel_puljer.ARK in paper.sheets else "trin")
    headings, *rows = paper.expected
    assert list(amounts(plan)) == [row[0] for row in rows]
    for row in rows:
        line = steps[row[0]]
        for heading, cell in zip(headings[1:], row[1:]):
            said = line[heading] or (0 if cell else None)
            assert cell == "" or round(float(said), decimals(cell)) == number(cell), f"{row[0]}, {heading}"
            assert cell or said is None, f"{row[0]}, {heading}: takes no part"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.title)
def test_what_is_given_on_paper_is_the_pool(paper: Paper) -> None:
    unit = 1_000_000 if paper.settings.get("enhed_pulje") == "mio. kr." else 1
    pool = sum(paper.settings.get(key, 0) for key in ("pulje", "pulje_2")) - paper.settings.get("centralt", 0)
    given = sum(number(row[-1]) for row in paper.expected[1:])
    whole = paper.settings.get("afrunding", 1)
    assert given == pytest.approx(pool * unit // whole * whole)


def test_every_case_is_read() -> None:
    assert len(PAPERS) == len(re.findall(r"^## ", TEXT, flags=re.MULTILINE)) >= 10
    assert all(paper.sheets and len(paper.expected) > 2 for paper in PAPERS)


@pytest.mark.soffice
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.title)
def test_the_control_proves_it(office: Office, tmp_path: Path, paper: Paper) -> None:
    prove(office, laid(paper), tmp_path, [])
