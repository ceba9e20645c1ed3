"""A screen nobody looks at, for what only a real window shows: Xvfb, and what is drawn on it."""

from __future__ import annotations

import os
import struct
import subprocess
from pathlib import Path

WIDTH, HEIGHT = 1400, 900


class Screen:
    """Programs show their windows here where DISPLAY is `display`."""

    def __init__(self, folder: Path):
        self.picture = folder / "Xvfb_screen0"
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(folder),
             "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = ":" + told.readline().strip()

    def colours(self, x: int, y: int, width: int, height: int) -> set[int]:
        """The colours now drawn in a part of the screen. The picture is an XWD file: a header of big-endian numbers,
        the colour table, and 4 bytes a point."""
        data = self.picture.read_bytes()
        head = struct.unpack(">25I", data[:100])
        size, line, entries = head[0], head[12], head[19]
        start = size + 12 * entries
        found: set[int] = set()
        for row in range(y, y + height):
            first = start + row * line + 4 * x
            found.update(struct.unpack(f"<{width}I", data[first:first + 4 * width]))
        return found

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
