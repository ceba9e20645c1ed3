"""The folder a PC is installed from: complete, hashed, and the same for the same wheels. What pip would fetch is put in
its place."""

from __future__ import annotations

import hashlib
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.packaging.xlam import build, windows
from addin.workbook import Refusal

NAMES = ("fordel-0.1.0-py3-none-any.whl", "pywin32-312-cp312-cp312-win_amd64.whl",
         "python_calamine-0.9-cp312-win_amd64.whl")
WHEELS = {name: name.encode() for name in NAMES}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, ...]]]:
    """What pip is asked; it fetches the three above."""
    found: list[tuple[str, ...]] = []

    def pip(*arguments: str) -> None:
        found.append(arguments)
        folder = Path(arguments[arguments.index("--wheel-dir" if arguments[0] == "wheel" else "--dest") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        for name in NAMES[:1] if arguments[0] == "wheel" else NAMES:
            (folder / name).write_bytes(WHEELS[name])

    monkeypatch.setattr(windows, "_pip", pip)
    yield found


def test_it_holds_all_a_pc_needs_and_says_what_each_file_is(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    target = tmp_path / "pc"
    assert windows.gather(target, None) == sorted(NAMES)
    assert (target / build.NAME).read_bytes() == build.xlam()
    assert {path.name for path in target.iterdir()} == {
        "hjul", build.NAME, "krav.txt", "installer.cmd", "SHA256SUMS", "README.md", "TIL-IT.md", "FOERSTE-PC.md"}
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=target, check=True)
    _, fetched = asked
    assert fetched[-3].endswith("fordel-0.1.0-py3-none-any.whl[excel]") and fetched[-2:] == windows.ON_WINDOWS
    assert "win_amd64" in fetched and "3.12" in fetched


def test_every_wheel_is_required_with_its_hash() -> None:
    lines = windows.requirements(WHEELS).splitlines()
    assert lines[1] == f"python-calamine==0.9 --hash=sha256:{hashlib.sha256(NAMES[2].encode()).hexdigest()}"
    assert len(lines) == 3 and all(re.fullmatch(r"[\w.-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_the_command_is_one_windows_reads() -> None:
    text = windows.contents(WHEELS, "3.13")["installer.cmd"]
    assert text.count(b"\r\n") == text.count(b"\n") and b"py -3.13 -m venv" in text and b"UDGAVE" not in text
    assert all(byte < 128 for byte in text)  # a batch file is read in whatever letters the PC has
    assert text.index(b"tasklist") < text.index(b"venv")  # an open Excel is left alone
    labels = set(re.findall(rb"^:(\w+)\r?$", text, re.MULTILINE))
    assert set(re.findall(rb"goto (\w+)", text)) == labels


def test_the_same_wheels_give_the_same_folder(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    assert windows.contents(WHEELS, "3.12") == windows.contents(dict(reversed(WHEELS.items())), "3.12")
    windows.gather(tmp_path / "pc", None)
    windows.gather(tmp_path / "pc", None)  # over what it has made itself


def test_nothing_of_others_is_written_over(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    (tmp_path / "brev.docx").write_bytes(b"x")
    with pytest.raises(Refusal, match="er ikke tom"):
        windows.gather(tmp_path, None)
    with pytest.raises(Refusal, match="er en fil"):
        windows.gather(tmp_path / "brev.docx", None)
    with pytest.raises(Refusal, match="findes ikke"):
        windows.gather(tmp_path / "ny", tmp_path / "væk.whl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brev.docx"]


def test_what_pip_says_is_told() -> None:
    with pytest.raises(Refusal, match="pip kunne ikke hente det hele:\n"):
        windows._pip("download", "--no-index", "fordel-findes-ikke")


def test_the_command_line(fordel, tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    own = tmp_path / NAMES[0]
    zipfile.ZipFile(own, "w").close()
    answer = fordel("byg", "windows", "pc", "--hjul", str(own), "--python", "3.11")
    assert (answer.code, "3 hjul, Python 3.11" in answer.out) == (0, True)
    assert [arguments[0] for arguments in asked] == ["download"]
