"""A program that does not do what it is asked: it is ended, with all it has started, and nothing is left. And the real
one, which is asked for nothing it need not do."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from addin import libreoffice
from tests.builders import workbook

HANGS = """#!/bin/sh
sleep 600 &
echo $! > {}
wait
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made in this test."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def script(path: Path, text: str) -> str:
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def is_there(process: int) -> bool:
    """Whether it lives: one that is only waiting to be forgotten does not."""
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(os.name == "nt", reason="scripts of a Unix shell")
def test_one_that_hangs_is_ended_with_what_it_has_started(tmp_path: Path, temporary: Path) -> None:
    child = tmp_path / "child"
    office = script(tmp_path / "soffice", HANGS.format(child))
    started = time.monotonic()
    with pytest.raises(libreoffice.Silent):
        libreoffice.converted(office, b"", "b.xlsx", "pdf:calc_pdf_Export", seconds=1)
    assert time.monotonic() - started < 60
    process, deadline = int(child.read_text()), time.monotonic() + 10
    while is_there(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_there(process) and list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="scripts of a Unix shell")
@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nexit 0\n", "no program at all"])
def test_one_that_gives_nothing_gives_none(tmp_path: Path, temporary: Path, text: str) -> None:
    office = script(tmp_path / "soffice", text)
    assert libreoffice.converted(office, b"", "b.xlsx", "pdf:calc_pdf_Export") is None
    assert list(temporary.iterdir()) == []


def test_one_that_is_not_there_gives_none(tmp_path: Path, temporary: Path) -> None:
    assert libreoffice.converted(str(tmp_path / "nowhere"), b"", "b.xlsx", "pdf") is None
    assert list(temporary.iterdir()) == []


@pytest.mark.soffice
@pytest.mark.skipif(os.name == "nt", reason="scripts of a Unix shell")
def test_it_does_not_first_draw_its_test_pictures(tmp_path: Path, temporary: Path) -> None:
    """LibreOffice says in its profile what came of them."""
    seen, program = tmp_path / "seen", libreoffice.program()
    office = script(tmp_path / "soffice", f'#!/bin/sh\n{program} "$@"\nls {temporary}/*/profil/user > {seen}\n')
    path = workbook(tmp_path / "b.xlsx", Ark=[["a"]])
    assert libreoffice.converted(office, path.read_bytes(), path.name, "ods")
    files = seen.read_text().split()
    assert "registrymodifications.xcu" in files and "GraphicsRenderTests.log" not in files
