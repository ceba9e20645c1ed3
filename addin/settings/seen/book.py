"""A workbook as its owner sees it, when every setting points somewhere."""

from __future__ import annotations

from addin.finding.asking import Asker
from addin.settings.seen import uncomputed
from addin.settings.seen.used_cells import used_cells
from addin.settings.setup import Setup
from addin.workbook import Snapshot


def look(snapshot: Snapshot, setup: Setup, asker: Asker) -> None:
    """Tells, asks about or refuses what is seen of the cells in use; raises Refusal."""
    used = used_cells(snapshot, setup)
    uncomputed.check(snapshot, used, asker)
    setup.messages += uncomputed.told(snapshot, used)
