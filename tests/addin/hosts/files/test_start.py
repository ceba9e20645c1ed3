"""The command as it is started on a machine."""

from __future__ import annotations

import subprocess
import sys

from addin.hosts.files import start
from addin.version import VERSION
from tests.conftest import ROOT

LOADED = "import gc, sys; from addin.hosts.files import start; print(gc.isenabled(), 'click' in sys.modules)"


def run(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_it_runs_the_command() -> None:
    assert run("-m", start.__name__, "--version") == f"fordel {VERSION}\n"


def test_nothing_is_loaded_or_turned_off_before_it_is_started() -> None:
    assert run("-c", LOADED) == "True False\n"
