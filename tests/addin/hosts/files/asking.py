"""The command `fordel` with an action that asks: two questions at once, then one more, then the real one decides."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import command_line, job
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot
from tests.builders import HEADINGS, ROWS, workbook
from tests.conftest import ROOT

# Started in any folder, as the installed command is.
COMMAND = [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
           "from tests.addin.hosts.files import asking; asking.main()"]
ROW = Question("række Ådalen: 3", "Hvad er rækken \"Ådalen\"?",
               (("institution", "En institution"), ("sum", "Summen af rækkerne over den"), ("note", "note")),
               "Budget!A3")
UNIT = Question("enhed_pulje", "Hvilken enhed står puljen i?", (("kr.", "kr."), ("1.000 kr.", "1.000 kr.")))
POOL = Question("pulje", "Hvor stor er puljen?")


def asks(snapshot: Snapshot, choices: Mapping[str, Any], made: str, version: str) -> Plan | Questions | Refusal:
    """First the row and the unit, then the pool; a row that is no sum is asked about again."""
    first = tuple(question for question in (ROW, UNIT) if not choices.get(question.setting))
    if choices.get(ROW.setting) == "note":
        first = (ROW,)
    if first:
        return Questions(first)
    if not choices.get(POOL.setting):
        return Questions((POOL,))
    return fordel_pulje(snapshot, {"pulje": choices["pulje"]}, made, version)


def without_pool(folder: Path) -> Path:
    """A workbook in which the real action finds everything but the pool."""
    return workbook(folder / "b.xlsx", Budget=[HEADINGS, *ROWS])


def main() -> None:
    job.fordel_pulje = asks  # type: ignore[assignment]
    command_line.main()

