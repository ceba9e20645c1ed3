"""kill -9 at any moment: the input is intact, and the output's name never holds a half file."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from tests.conftest import WORKBOOKS

TRIES = 16


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "addin.hosts.files.start", "pulje", "ind.xlsx", "--ud", "ud.xlsx"]
    return subprocess.Popen(command, cwd=folder, env={"PYTHONPATH": str(Path(__file__).parents[4])},
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_killed_at_any_moment_it_leaves_the_input_and_no_half_file(tmp_path: Path) -> None:
    data = (WORKBOOKS / "boernetaelling_2026.xlsx").read_bytes()
    source, target = tmp_path / "ind.xlsx", tmp_path / "ud.xlsx"
    source.write_bytes(data)
    began = time.perf_counter()
    assert start(tmp_path).wait() == 0
    whole = time.perf_counter() - began
    finished = 0
    for attempt in range(TRIES):
        target.unlink(missing_ok=True)
        process = start(tmp_path)
        time.sleep(whole * (attempt + 1) / TRIES)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert source.read_bytes() == data
        if target.exists():
            finished += 1
            assert our_sheets(Package(target.read_bytes()))
    assert finished < TRIES, "every run was finished before it was killed: nothing was tried"
