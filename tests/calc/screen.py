"""A screen nobody looks at, for what only a real window shows: Xvfb, and what is drawn on it."""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import time
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadDrawable, BadWindow
from Xlib.ext import xtest

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

    def click(self, x: int, y: int) -> None:
        """A click of the mouse, as the display server has it from a real one."""
        shown = Display(self.display)
        for event, detail in ((X.MotionNotify, 0), (X.ButtonPress, 1), (X.ButtonRelease, 1)):
            xtest.fake_input(shown, event, detail, x=x, y=y)
            shown.sync()
            time.sleep(0.05)
        shown.close()

    def windows(self) -> dict[str, tuple[int, int, int, int]]:
        """The windows that are shown, by title. The display server knows them also while the program is at work; one
        that goes away meanwhile is shown no more."""
        shown = Display(self.display)
        found = {}
        for window in shown.screen().root.query_tree().children:
            with contextlib.suppress(BadWindow, BadDrawable):
                if window.get_attributes().map_state == X.IsViewable and window.get_wm_name():
                    at = window.get_geometry()
                    found[str(window.get_wm_name())] = (at.x, at.y, at.width, at.height)
        shown.close()
        return found

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
