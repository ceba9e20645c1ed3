"""One mutated workbook through `job.run`: a Danish refusal and nothing written, or a result that is right."""

from __future__ import annotations

import io
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from addin.hosts.files import job
from addin.hosts.files.comparison import compare, lost
from addin.hosts.files.container import Container
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.inspection import facts
from addin.hosts.files.markup import BadXml, utf8
from addin.hosts.files.package import CONTENT_TYPES, Package, relations_part
from addin.hosts.files.reading.by_calamine import says_how_many
from addin.hosts.files.reading.found import TooFarOut
from addin.hosts.files.reading.reader import Reader
from addin.workbook import Plan, Refusal, SheetPlan, Snapshot
from tests.addin.hosts.files.corpus import corpus
from tests.addin.hosts.files.odd_packages import odd_packages
from tests.addin.hosts.files.reading.agreement import disagreements
from tests.addin.hosts.files.workbook_files import edited
from tests.builders import budget
from tests.fuzz.mutate import mutated
from tests.planning import WHY

WORKBOOKS = Path(__file__).parents[1] / "workbooks"
TEXTS = "xl/sharedStrings.xml"
MOST_SECONDS = 10.0
_OVER_OURS = '<row r="40"><c r="A40"><f>Fordeling!B7</f><v>1</v></c></row>'


@lru_cache
def workbooks() -> list[bytes]:
    """What is mutated: budgets that can be distributed, also in a second run; Excel's own files; the odd ones."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = budget(folder / "b.xlsx")
        job.run(small, folder / "ud.xlsx", WHY)
        second = (folder / "ud.xlsx").read_bytes()
        used = edited(second, "xl/worksheets/sheet1.xml", ("</sheetData>", _OVER_OURS + "</sheetData>"))
        budgets = [small.read_bytes(), second, used, (WORKBOOKS / "dagtilbud_budget_2023.xlsx").read_bytes()]
    excel = [path.read_bytes() for path in sorted((WORKBOOKS / "excel").glob("*.xls[xm]"))]
    odd = [*corpus().values(), *odd_packages(budgets[0]).values()]
    return [data for data in (*budgets * 4, *excel, *odd) if len(data) < 100_000]


def a_plan(snapshot: Snapshot, choices: object, made: str, version: str) -> Plan:
    """In the place of the action, which refuses a workbook without institutions."""
    sheet = SheetPlan("fordeling", "Fordeling æ")
    sheet.put_row(0, ["Navn", 7.5])
    return Plan([sheet])


@contextmanager
def _without_institutions(yes: bool) -> Iterator[None]:
    kept: Any = job.fordel_pulje
    if yes:
        job.fordel_pulje = a_plan  # type: ignore[assignment]
    try:
        yield
    finally:
        job.fordel_pulje = kept


def attempt(seed: int, folder: Path) -> str:
    """How one mutated workbook fares: "refused", "done", or what is wrong with how it was handled."""
    dice = random.Random(seed)
    original = dice.choice(workbooks())
    data = mutated(original, dice)
    source, target = folder / "budget.xlsx", folder / "ud.xlsx"
    target.unlink(missing_ok=True)
    source.write_bytes(data)
    began = time.perf_counter()
    outcome = "done"
    try:
        with _without_institutions(dice.random() < 0.6):
            done = job.run(source, target, WHY)
    except Refusal as refusal:
        said = str(refusal).strip()
        whole = said.startswith("Der er ") or said[-1:] in (*".?!)",)  # questions, with the lines to answer them by
        outcome = "refused" if len(said) > 20 and whole else f"says {refusal!r}"
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as bug:
        return f"{type(bug).__name__}: {bug}"
    try:
        _look_at(original, data)
    except Exception as bug:
        return f"efterse: {type(bug).__name__}: {bug}"
    seconds = time.perf_counter() - began
    if outcome == "done":
        outcome = _wrong(data, target.read_bytes(), {sheet.key: sheet.name for sheet in done.plan.sheets}) or outcome
    elif target.exists():
        outcome = "refused, but a file is written"
    if apart := disagreements(data):
        return f"the readers disagree: {apart[:2]}"
    left = {path.name for path in folder.iterdir()} - {"budget.xlsx", "ud.xlsx"}
    if left or source.read_bytes() != data:
        return f"left {left}, or changed the input"
    return outcome if seconds < MOST_SECONDS else f"took {seconds:.0f} s"


def _look_at(original: bytes, data: bytes) -> None:
    """The other command, `fordel efterse`, on the same workbook: it may refuse too, and nothing else."""
    with suppress(Refusal):
        package = Package(data, "budget.xlsx")
        facts(package)
        compare(Package(original), package)


def _wrong(before: bytes, after: bytes, keys: dict[str, str]) -> str | None:
    """What is wrong with a result, if anything."""
    package = Package(before)
    gone = lost(compare(package, Package(after)))
    if gone:
        return f"lost {gone}"
    edited = {name.lower() for name in (CONTENT_TYPES, package.workbook_part, package.styles_part or "",
                                        relations_part(package.workbook_part))}
    ours = our_sheets(package)
    old, new = Container(before, "").entries, Container(after, "").entries
    for name, entry in old.items():
        kept = name in new and bytes(new[name].raw) == bytes(entry.raw) and new[name].info.CRC == entry.info.CRC
        if not kept and name not in edited and not ours:
            return f"{name} is lost or changed"
    result = Package(after)
    if not keys.items() <= our_sheets(result).items():
        return f"our sheets are {our_sheets(result)}"
    read = readable(result)
    if names_by_calamine(before) is not None:  # another reader too, where it could open what there was
        read &= names_by_calamine(after) or set()
    missing = set(keys.values()) - read
    return f"{missing} cannot be read" if missing else None


def readable(package: Package) -> set[str]:
    """The sheets that our own reader can read."""
    reader, found = Reader(package), set()
    for sheet in package.sheets:
        with suppress(Refusal, BadXml, TooFarOut):
            reader.read(utf8(package.read(sheet.part)))
            found.add(sheet.name)
    return found


def names_by_calamine(data: bytes) -> set[str] | None:
    """The sheets as calamine alone sees them; None where it cannot open the workbook, or would end this process as it
    makes room for all the texts that are said to be there."""
    try:
        package = Package(data)
        if package.has(TEXTS) and not says_how_many(package.read(TEXTS)):
            return None
        return set(CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names)
    except Exception:
        return None
