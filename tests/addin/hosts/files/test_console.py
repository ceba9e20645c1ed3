"""What the command says can be read in a terminal that cannot show every sign."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from addin.hosts.files import console
from tests.builders import budget


def run(folder: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-m", "addin.hosts.files.start", *arguments], cwd=folder,
                          env={**environment, "PYTHONPATH": str(Path(__file__).parents[4])}, capture_output=True)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_a_result_with_names_it_cannot_show_is_told(tmp_path: Path, encoding: str) -> None:
    budget(tmp_path / "b.xlsx", [["Ærø → Łódź", 30, 40, 0.05], ["字", 20, 30, 0.1]])
    done = run(tmp_path, encoding, "pulje", "b.xlsx")
    said = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Ærø -> L" in said and (tmp_path / "b fordelt.xlsx").exists()


def test_an_old_american_terminal_reads_danish(tmp_path: Path) -> None:
    said = run(tmp_path, "ascii", "pulje", "mangler.xlsx")
    assert said.returncode == 2 and b"findes ikke" in said.stderr


def test_every_help_page_is_told_in_windows_1252(tmp_path: Path) -> None:
    assert run(tmp_path, "cp1252", "pulje", "--help").returncode == 0


def test_only_what_a_terminal_lacks_is_written_otherwise() -> None:
    assert console.can_show_all(io.TextIOWrapper(io.BytesIO(), "UTF-8"))
    assert not console.can_show_all(io.TextIOWrapper(io.BytesIO(), "cp1252"))
    console.prepare()
    assert "Ærø → 字".encode("cp1252", console.NAME) == "Ærø -> ?".encode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", console.NAME)
