"""One page with Python in it, for the run."""

from __future__ import annotations

import pytest

from tests.addin.hosts.excel.web.chromium import Chromium
from tests.addin.hosts.files.web.page import Page, opened


@pytest.fixture(scope="session")
def page(chromium: Chromium, address: str) -> Page:
    """A test chooses its own workbook."""
    return opened(chromium, address)
