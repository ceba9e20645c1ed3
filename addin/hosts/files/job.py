"""From a file to a file: read, let the action decide, graft, write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files import outfile
from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package
from addin.hosts.files.sheetwriter import keys_of, scratch_workbook
from addin.hosts.files.snapshot import snapshot
from addin.version import VERSION
from addin.workbook import Plan, Questions, Refusal, SheetPlan

STEPS = ("Læser projektmappen", "Fordeler puljen", "Bygger arkene", "Skriver resultatet")


class Done(NamedTuple):
    target: Path
    replaced: bool
    plan: Plan


def run(source: Path, target: Path | None, choices: Mapping[str, Any],
        progress: Callable[[str], None] = lambda step: None, more: Sequence[SheetPlan] = ()) -> Done:
    """The whole command, with `more` sheets of ours; raises Refusal, and nothing is written, when it cannot be done."""
    progress(STEPS[0])
    check_owner_file(source)
    data = outfile.read_file(source)
    package = Package(data, source.name)
    package.require_writable()
    target = target or outfile.default_output(source)
    outfile.check_output(source, target)
    taken = snapshot(package, data)
    progress(STEPS[1])
    plan = decided(fordel_pulje(taken, choices, now(), VERSION))
    plan.sheets += more
    progress(STEPS[2])
    scratch = scratch_workbook(plan, package.default_font, package.date1904)
    result = graft(package, scratch, keys_of(plan), plan.drop)
    progress(STEPS[3])
    replaced = target.exists()
    outfile.write_whole(target, result)
    return Done(target, replaced, plan)


def check_owner_file(source: Path) -> None:
    """Excel and LibreOffice put a small file beside a workbook that is open: what is on disk may be old."""
    for owner in (source.with_name("~$" + source.name), source.with_name(f".~lock.{source.name}#")):
        if owner.exists():
            raise Refusal(f"{source.name} er åben i et andet program. Gem og luk den, og prøv igen. "
                          f"(Er den ikke åben, så slet filen {owner.name}.)")


def decided(answer: Plan | Questions | Refusal) -> Plan:
    if isinstance(answer, Refusal):
        raise answer
    if isinstance(answer, Questions):
        raise Refusal("\n".join(question.text for question in answer.questions))
    return answer


def now() -> str:
    """The time of day in the house, as Danes write it."""
    return datetime.datetime.now().strftime("%d.%m.%Y kl. %H.%M")
