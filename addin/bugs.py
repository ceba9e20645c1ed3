"""What is told of a fault of our own, so that it can be mended: where it happened, and nothing of the user's."""

from __future__ import annotations

import sys
import traceback

from addin.version import VERSION


def report(bug: BaseException, said: str) -> str:
    """What the host says, the versions, and where: no values, no messages, no folders but the nearest."""
    frames = [f"  {'/'.join(frame.filename.replace(chr(92), '/').split('/')[-2:])}:{frame.lineno} {frame.name}"
              for frame in traceback.extract_tb(bug.__traceback__)]
    python = ".".join(map(str, sys.version_info[:3]))
    return "\n".join([said, "", f"Fordel {VERSION}, Python {python}, {sys.platform}", type(bug).__name__, *frames])
