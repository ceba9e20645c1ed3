"""One pane and one page of functions in Chromium, for the run."""

from __future__ import annotations

import pytest

from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane


@pytest.fixture(scope="session")
def pane(chromium: Chromium, address: str) -> Pane:
    """The pane, with Python in it; a test opens its own workbook."""
    opened = chromium.open(chromium.profile(), f"{address}pane.html")
    opened.until(READY, timeout=120_000)
    return opened


@pytest.fixture(scope="session")
def functions(chromium: Chromium, address: str) -> Pane:
    """The page behind functions in cells."""
    opened = chromium.open(chromium.profile(), f"{address}funktioner.html")
    opened.until(READY, timeout=120_000)
    return opened
