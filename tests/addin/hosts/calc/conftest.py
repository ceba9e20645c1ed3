"""Fixtures for the open document: a workbook shown in the warm LibreOffice, closed again afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.packaging.oxt import oxt
from tests.calc.office import Office
from tests.calc.screen import Screen
from tests.conftest import WORKBOOKS

collect_ignore = ["inside.py"]  # runs under the Python that has uno


class Open:
    """A workbook open in LibreOffice, and what the tests do in it."""

    def __init__(self, office: Office, path: Path):
        self.office, self.path = office, path

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *arguments: self.office.call("tests.addin.hosts.calc.inside", name, *arguments)


@pytest.fixture
def opened(office: Office, tmp_path: Path) -> Iterator[Callable[[Path], Open]]:
    """Shows a copy of a workbook, as a user does who opens it."""

    def show(source: Path) -> Open:
        path = tmp_path / source.name
        if source != path:
            shutil.copy(source, path)
        assert office.show(str(path))
        return Open(office, path)

    yield show
    office.close()


@pytest.fixture
def budget(opened: Callable[[Path], Open]) -> Open:
    return opened(WORKBOOKS / "dagtilbud_budget_2023.xlsx")


@pytest.fixture
def budget_2023(opened: Callable[[Path], Open], tmp_path: Path) -> Path:
    """The same under a name with a space, which a path and an address write each in its own way."""
    return opened(shutil.copy(WORKBOOKS / "dagtilbud_budget_2023.xlsx", tmp_path / "Budget 2023.xlsx")).path


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    shown = Screen(tmp_path)
    yield shown
    shown.stop()


@pytest.fixture
def on_screen(screen: Screen, tmp_path: Path) -> Iterator[Office]:
    """A LibreOffice of its own with the extension, whose windows are drawn."""
    extension = tmp_path / "fordel.oxt"
    extension.write_bytes(oxt())
    office = Office(extension, screen)
    yield office
    office.stop()
