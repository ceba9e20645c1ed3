"""Every sabotage of every workbook in the second engine: `python -m tests.sabotage [numbers of the workbooks, from 0]`.

Exit code 1 where one is not noticed. All of it takes minutes; LibreOffice tries them all in the ordinary run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.planning import NOT_OK, OK
from tests.sabotage.acts import Book, acts
from tests.sabotage.books import distributed, kinds
from tests.sabotage.engine import Engine


def run(numbers: list[int]) -> int:
    tried = unnoticed = 0
    for kind in [kind for number, kind in enumerate(kinds()) if not numbers or number in numbers]:
        with tempfile.TemporaryDirectory() as folder:
            path = distributed(kind, Path(folder))
            found = acts(kind, path)
            engine = Engine(Book(kind, path), path, found)
            missed = [act.name for act in found if engine.status(act.cells) != NOT_OK]
            missed += ["untouched it is not OK"] if engine.status({}) != OK else []
        tried, unnoticed = tried + len(found), unnoticed + len(missed)
        print(f"{kind}: {len(found)} sabotages, not noticed: {missed}", flush=True)
    print(f"{tried} sabotages, {unnoticed} not noticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(run([int(number) for number in sys.argv[1:]]))
