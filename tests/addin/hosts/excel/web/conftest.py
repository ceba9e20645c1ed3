"""One server and one Chromium for the run; one pane and one page of functions in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.packaging.web import serve
from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane, executable


@pytest.fixture(scope="session")
def address(web_site: Path) -> Iterator[str]:
    """The folder on this machine, with the headers of a real server."""
    server = serve.server(web_site, 0, None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    assert executable(), "Debian's chromium is not installed"
    started = Chromium()
    yield started
    started.stop()


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
