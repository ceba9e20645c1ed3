"""When a result was made, as it stands on the sheet."""

from __future__ import annotations

import datetime


def now() -> str:
    """The time of day in the house, as Danes write it."""
    return datetime.datetime.now().strftime("%d.%m.%Y kl. %H.%M")
