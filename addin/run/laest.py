"""A workbook that has been read: what is found in it, and what the user has said of it."""

from __future__ import annotations

from dataclasses import dataclass

from addin.figures.institutions import Institutions
from addin.settings.setup import Setup
from addin.workbook import Snapshot


@dataclass(frozen=True)
class Laest:
    """Read once; any number of calculations may be made of it."""

    snapshot: Snapshot
    setup: Setup
    institutions: Institutions
