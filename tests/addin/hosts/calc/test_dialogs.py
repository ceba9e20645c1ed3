"""The questions of a round in a real window, answered with the mouse and the keyboard as a user does."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import HEADINGS, ROWS, workbook
from tests.calc.office import Office
from tests.calc.screen import Screen

pytestmark = [pytest.mark.soffice, pytest.mark.screen]
INSIDE = "tests.addin.hosts.calc.inside"
SECONDS, REST, FOOT = 60, 1.5, 20


@pytest.fixture
def desk(on_screen: Office, tmp_path: Path) -> Office:
    rows = [*ROWS, ("Privatinstitution Skovtrold", 3, 10, 0.1)]
    budget = workbook(tmp_path / "b.xlsx", Budget=[HEADINGS, *rows], Penge=[["Pulje A", 100_000], ["Pulje B", 50_000]])
    assert on_screen.show(str(budget))
    return on_screen


def wait(desk: Office, screen: Screen, title: str) -> dict[str, Any]:
    """The window with a title, when it is there and LibreOffice is at rest."""
    until = time.monotonic() + SECONDS
    while title not in screen.windows():
        assert time.monotonic() < until, screen.windows()
        time.sleep(0.2)
    time.sleep(REST)
    found: dict[str, Any] = desk.call(INSIDE, "window")
    return found


def click(screen: Screen, window: dict[str, Any], text: str) -> None:
    """On the smallest thing on the window that is called so."""
    named = [part["at"] for part in window["parts"] if text in part["name"]]
    x, y, width, height = min(named, key=lambda at: at[2] * at[3])
    screen.click(x + width // 2, y + height // 2)


def close(desk: Office, screen: Screen) -> None:
    """The message at the end, by its only button, which is in the middle at the foot."""
    wait(desk, screen, LAST)
    until = time.monotonic() + SECONDS
    while LAST in screen.windows():
        assert time.monotonic() < until
        x, y, width, height = screen.windows()[LAST]
        screen.click(x + width // 2, y + height - FOOT)
        time.sleep(REST)


def names(window: dict[str, Any]) -> str:
    return "\n".join(part["name"] for part in window["parts"])


FIRST, SECOND, LAST = "Fordel pulje: spørgsmål 1 af 2", "Fordel pulje: spørgsmål 2 af 2", "Fordel pulje"


def test_a_round_is_one_window_in_the_middle_with_the_cells_selected_behind_it(desk: Office, screen: Screen) -> None:
    desk.call(INSIDE, "press_later", "pulje")
    first = wait(desk, screen, FIRST)
    assert "--" not in names(first) and "Annuller" in names(first) and desk.call(INSIDE, "selected") == "$Budget.$A$5"
    click(screen, first, "Næste")  # nothing is chosen beforehand, so it stays
    first = wait(desk, screen, FIRST)
    assert "Vælg et svar." in names(first)
    click(screen, first, "skal være med")
    click(screen, first, "Næste")
    second = wait(desk, screen, SECOND)
    assert desk.call(INSIDE, "selected") == "$Penge.$B$1"
    click(screen, second, "Tilbage")
    click(screen, wait(desk, screen, FIRST), "Næste")
    second = wait(desk, screen, SECOND)
    click(screen, second, "Pulje A")
    click(screen, second, "OK")
    close(desk, screen)
    assert "Fordeling" in desk.sheets()


def test_annuller_leaves_the_document_as_it_is(desk: Office, screen: Screen) -> None:
    desk.call(INSIDE, "press_later", "pulje")
    click(screen, wait(desk, screen, FIRST), "Annuller")
    close(desk, screen)
    assert "Fordeling" not in desk.sheets()


def asked(desk: Office, screen: Screen, text: str) -> dict[str, Any]:
    """The window that asks for it, when it is there: one follows the other by the same title."""
    until = time.monotonic() + SECONDS
    while text not in names(window := wait(desk, screen, "Klargør")):
        assert time.monotonic() < until, names(window)
    return window


def test_editions_before_and_own_sheets_are_asked_for_one_after_the_other(
        on_screen: Office, screen: Screen, tmp_path: Path, plain: bytes) -> None:
    for name in ("Huse fordelt.xlsx", "Sidste år.xlsx"):
        (tmp_path / name).write_bytes(plain)
    assert on_screen.show(str(tmp_path / "Huse fordelt.xlsx"))
    on_screen.call(INSIDE, "press_later", "klargoer")
    for question, answer in (("Er der sendt en udgave før?", 'ja, "Sidste år.xlsx"'),
                             ("Er der sendt flere udgaver før?", "nej: ikke flere"),
                             ("Skal et af dine egne ark med", 'ja, "Ark"'),
                             ("Skal der flere af dine egne ark med", "nej: ikke flere")):
        window = asked(on_screen, screen, question)
        click(screen, window, answer)
        click(screen, window, "OK")
    until = time.monotonic() + SECONDS
    copy = tmp_path / "Huse klargjort.xlsx"
    while not copy.exists():
        assert time.monotonic() < until
        time.sleep(0.2)
    x, y, width, height = screen.windows()["Klargør"]
    time.sleep(REST)
    screen.click(x + width // 2, y + height - FOOT)
    assert openpyxl.load_workbook(copy).sheetnames == ["Fordeling", "Fordeling bilag", "Ark"]
