"""Fixtures every test may use: the workbooks, a real LibreOffice, the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.hosts.files import command_line
from tests.calc.office import Office

# These run under the Python that has uno.
collect_ignore = ["calc/driver.py", "calc/desk.py", "hosts_agree/calc_calls.py", "benchmarks/calc_inside.py"]
ROOT = Path(__file__).parents[1]
WORKBOOKS = ROOT / "tests" / "workbooks"

@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One warm soffice for the whole run."""
    started = Office()
    yield started
    started.stop()


class Answer:
    """What a command did: exit code, and what it said."""

    def __init__(self, code: int, out: str, err: str):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def fordel(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `fordel ARGUMENTS` in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object) -> Answer:
        code = command_line.run([os.fspath(a) if isinstance(a, Path) else str(a) for a in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One warm soffice with our extension, in a new profile set to Danish."""
    from addin.packaging.oxt import oxt

    path = tmp_path_factory.mktemp("oxt") / "fordel.oxt"
    path.write_bytes(oxt())
    started = Office(path)
    yield started
    started.stop()
