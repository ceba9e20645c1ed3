"""A command on a real pseudo-terminal: what a user would see, and what a user would type."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

CTRL_C, CTRL_D = "\x03", "\x04"
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Terminal:
    """stdin, stdout and stderr are one terminal, which controls the command; `redirected` are those that are not."""

    def __init__(self, command: Sequence[str], folder: Path, **redirected: int):
        self.ours, theirs = pty.openpty()
        self.seen = b""
        self.process = subprocess.Popen(
            command, cwd=folder, **{"stdin": theirs, "stdout": theirs, "stderr": theirs, **redirected},
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}, start_new_session=True,
            pass_fds=[theirs], preexec_fn=lambda: controlled_by(theirs))
        os.close(theirs)

    def read(self, seconds: float) -> bool:
        """Take what comes within some seconds; False where nothing did."""
        if not select.select([self.ours], [], [], seconds)[0]:
            return False
        try:
            more = os.read(self.ours, 65536)
        except OSError:  # the other end is closed
            return False
        self.seen += more
        return bool(more)

    def wait_for(self, text: str, seconds: float = 60) -> str:
        """What is shown until a text has come; that much is then forgotten."""
        wanted, end = text.encode(), time.monotonic() + seconds
        while wanted not in self.seen and time.monotonic() < end and self.read(end - time.monotonic()):
            pass
        shown, found, self.seen = self.seen.partition(wanted)
        assert found, f"{text!r} did not come, but {shown.decode(errors='replace')!r}"
        return (shown + found).decode(errors="replace")

    def type(self, text: str) -> None:
        os.write(self.ours, text.encode(errors="surrogateescape"))

    def end(self) -> tuple[int, str]:
        """The exit code, and the rest of what is shown."""
        while self.read(60):
            pass
        code = self.process.wait(60)
        os.close(self.ours)
        return code, plain(self.seen.decode(errors="replace"))


def controlled_by(terminal: int) -> None:
    """Ctrl+C is a signal, also where the tests themselves were started in the background, which ignores it."""
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def plain(shown: str) -> str:
    return _ESCAPES.sub("", shown).replace("\r\n", "\n")
