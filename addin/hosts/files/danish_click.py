"""Click in Danish: its help pages and what it says when a command is mistyped, from the catalogue in `locale`."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")
LANGUAGE = "da"
_CHOSEN = "LANGUAGE"  # what gettext goes by first


@contextmanager
def danish() -> Iterator[None]:
    """Whatever language the machine is set to, click speaks Danish meanwhile."""
    before = os.environ.get(_CHOSEN)
    gettext.bindtextdomain(gettext.textdomain(), str(LOCALE))
    os.environ[_CHOSEN] = LANGUAGE
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CHOSEN]
        else:
            os.environ[_CHOSEN] = before
