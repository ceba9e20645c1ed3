"""Fordel.xlam in its stand-in world, and the process it calls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.addin.hosts.excel.desktop.process import Process
from tests.addin.hosts.excel.desktop.runtime import Python
from tests.addin.hosts.excel.desktop.vba import Addin
from tests.hosts_agree.test_excel_button import calculated, made_at


@pytest.fixture
def addin() -> Addin:
    made = Addin()
    made.verden.server = Python()
    return made


@pytest.fixture(scope="module")
def excel() -> Iterator[Process]:
    process = Process()
    yield process
    process.stop()


@pytest.fixture
def budget(excel: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The budget of day care, open."""
    made_at(monkeypatch)
    path = calculated("dagtilbud_budget_2023", tmp_path)
    excel.open(path)
    return path
