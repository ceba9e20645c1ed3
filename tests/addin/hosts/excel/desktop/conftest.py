"""Fordel.xlam in its stand-in world."""

from __future__ import annotations

import pytest

from tests.addin.hosts.excel.desktop.runtime import Python
from tests.addin.hosts.excel.desktop.vba import Addin


@pytest.fixture
def addin() -> Addin:
    made = Addin()
    made.verden.server = Python()
    return made
