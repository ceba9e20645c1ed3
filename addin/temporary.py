"""A folder for what only another program reads or writes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder() -> Iterator[Path]:
    """One that is gone afterwards, as far as the machine lets go of it."""
    made = tempfile.mkdtemp(prefix="fordel-")  # TemporaryDirectory lets go of what is held from Python 3.10 on
    try:
        yield Path(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)
