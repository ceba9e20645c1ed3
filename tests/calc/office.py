"""A real LibreOffice for tests: starts tests/calc/driver.py under the system's Python and talks to it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.calc.screen import Screen

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's LibreOffice brings uno to this one only


def available() -> bool:
    """Whether this machine has LibreOffice with Python."""
    if not (shutil.which("soffice") and Path(SYSTEM_PYTHON).exists()):
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


class Office:
    """One warm soffice. Use `document` for one workbook at a time."""

    def __init__(self, extension: Path | None = None, screen: Screen | None = None) -> None:
        driver = Path(__file__).with_name("driver.py")
        command = [SYSTEM_PYTHON, str(driver), *([str(extension)] if extension else [])]
        shown = {"DISPLAY": screen.display, "FORDEL_SCREEN": "1"} if screen else {}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **shown})
        assert self.process.stdout is not None
        if self.process.stdout.readline() != '"ready"\n':
            self.process.communicate()
            raise RuntimeError("LibreOffice did not start")

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments: self._ask(name, *arguments)

    def _ask(self, *command: Any) -> Any:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "failed" in answer:
            raise RuntimeError(answer["failed"])
        return answer["ok"]

    def stop(self) -> None:
        self._ask("quit")
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(30)
