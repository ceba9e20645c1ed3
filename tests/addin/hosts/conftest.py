"""One server with the static site, and one Chromium, for the run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.packaging.web import serve
from tests.addin.hosts.excel.web.chromium import Chromium, executable


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
