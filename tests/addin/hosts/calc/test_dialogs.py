"""The questions of a round in a real window, answered with the mouse and the keyboard as a user does."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

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
