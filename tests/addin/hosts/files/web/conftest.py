"""One page with Python in it, and one large workbook, for the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.addin.hosts.excel.web.chromium import Chromium
from tests.addin.hosts.files.web.page import Page, opened
from tests.benchmarks.measure import big_workbook


@pytest.fixture(scope="session")
def page(chromium: Chromium, address: str) -> Page:
    """A test chooses its own workbook."""
    return opened(chromium, address)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60,000 children x 6 criteria, 400 institutions."""
    return big_workbook(tmp_path_factory.mktemp("stor") / "stor.xlsx")
