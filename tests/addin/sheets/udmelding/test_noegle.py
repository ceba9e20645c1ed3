"""What the key is called, and that the line prints the figure the calculation used."""

from __future__ import annotations

from typing import Any

import pytest

from addin.sheets.udmelding import noegle
from addin.sheets.udmelding.brev import brev, faelles
from addin.sheets.udmelding.ordlyd import Ordlyd
from tests.addin.sheets.udmelding.tape import wrong
from tests.planning import calculated, case

HOUSES = [["Institution", "Børn"], ["Solen", 40], ["Månen", 60], ["Stjernen", 80]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "antal_institution": "Tal!$A$2:$A$4",
           "antal_kriterier": "Tal!$B$2:$D$4"}
HEADS = ["Institution", "Udsatte 2024", "Udsatte 2025", "Udsatte 2026"]


def first_line(rows: list[list[Any]], heads: list[str] = HEADS, **terms: Any) -> tuple[str, str]:
    """The label and the figure of the first house's count; and every page is right from what is printed on it."""
    terms = {"pulje": 600_000, "udgave": "endelig", **terms}
    run = calculated(case({"Ark": HOUSES, "Tal": [heads, *rows]}, COLUMNS, **terms))
    same = faelles(run, Ordlyd(accepteret="Udvalget"))
    pages = [brev(run, at, same) for at in range(3)]
    assert [wrong(each.linjer) for page in pages for each in page.afsnit if wrong(each.linjer)] == []
    line = next(each for each in pages[0].afsnit if each.overskrift == "Beregningen").linjer[0]
    return line.label, line.trykt


WHOLE = [["Solen", 10, 12, 15], ["Månen", 20, 22, 25], ["Stjernen", 30, 31, 36]]
ONE_BLANK = [["Solen", 10, 12, 15], ["Månen", 20, None, 25], ["Stjernen", 30, 31, 36]]
HIDDEN = [["Solen", 10, 12, 15], ["Månen", 20, "<3", 25], ["Stjernen", 30, 31, 36]]


def test_a_mean_of_years_is_the_figure_that_is_used_and_says_of_which() -> None:
    label, figure = first_line(WHOLE, samling="gennemsnit")
    assert label.endswith(", gennemsnit af 2024-2026") and figure.startswith("12,333")
    label, figure = first_line(WHOLE, samling="maks")
    assert label.endswith(", det største af 2024 og 2026") and figure == "15"
    assert "2024" not in first_line(WHOLE)[0]


def test_what_is_skipped_or_hidden_anywhere_is_said_on_every_page_alike() -> None:
    assert first_line(ONE_BLANK, samling="gennemsnit")[0].endswith("2024-2026 (år uden tal er sprunget over)")
    label, _ = first_line(HIDDEN, samling="gennemsnit", erstat=1.5)
    assert label.endswith("2024-2026 (skjulte antal tæller 1,5)")
    assert first_line(HIDDEN, erstat=1.5)[0].endswith("(skjulte antal tæller 1,5)")


@pytest.mark.parametrize(("headings", "how", "said"), [
    (["2022", "2024", "2026"], "gennemsnit", ", gennemsnit af 2022, 2024 og 2026"),
    (["År 1", "År 2"], "gennemsnit", ", gennemsnit af År 1 og År 2"),
    (["2024/25", "2025/26"], "gennemsnit", ", gennemsnit af 2024-2025"),
    (["2026"], "gennemsnit", ", gennemsnit af 2026"),
    (["2024-2025", "2025-2026"], "gennemsnit", ", gennemsnit af 2024-2025 og 2025-2026"),
    (["2024", "2025", "2026"], "sum", "")])
def test_years_by_their_headings(headings: list[str], how: str, said: str) -> None:
    assert noegle.years(headings, how) == said
