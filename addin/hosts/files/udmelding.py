"""`fordel udmelding`: the statements of a workbook as a workbook of their own. The user's is only read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from addin.actions.udmeld import udmeld
from addin.hosts.files import job, outfile
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.job import BUILD, DISTRIBUTE, READ, WRITE, Progress, Work
from addin.hosts.files.package import Package
from addin.hosts.files.questions import Asker
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.marks import MARK, mark_text
from addin.sheets.udmelding.ordlyd import Ordlyd
from addin.until_answered import Choices
from addin.workbook import Plan, Refusal, quoted
from workbook_templates import udmelding as spec

TYPE = ".xlsx"


class Udmeldt(NamedTuple):
    """Where the statements are, and the plan they were written from."""

    target: Path
    replaced: bool
    plan: Plan


def run(source: Path, target: Path | None, choices: Choices, words: Ordlyd, krav_til: tuple[str, ...],
        progress: Progress = job.quiet, asker: Asker | None = None, recalculate: bool = False) -> Udmeldt:
    """Writes the statements; raises Refusal, and nothing is written, when it cannot."""
    work = Work(source, target, progress, outfile.STATEMENT_SUFFIX, DISTRIBUTE, recalculate)
    progress(READ)
    outfile.refuse_folder(source)
    job.check_owner_file(source)
    data = outfile.read_file(source)
    package = Package(data, source.name)
    target = free_target(source, target)
    action = partial(udmeld, words=words, krav_til=krav_til)
    plan = work.decide(action, work.take(package, data), choices, asker or Asker())
    progress(BUILD)
    made = scratch_workbook(marked(plan), package.default_font)
    progress(WRITE)
    target = free_target(source, target)
    replaced = target.exists()
    outfile.write_whole(target, made)
    return Udmeldt(target, replaced, plan)


def free_target(source: Path, target: Path | None) -> Path:
    """Where the statements go; raises Refusal where they may not."""
    target = target or outfile.default_output(source.with_suffix(TYPE), outfile.STATEMENT_SUFFIX)
    if target.is_dir():
        raise Refusal(f"{target} er en mappe. Angiv et filnavn med --ud.")
    if target.suffix.lower() != TYPE:
        raise Refusal(f"Udmeldingen er en {TYPE}-fil: giv den navnet {target.with_suffix(TYPE).name}.")
    if not target.parent.is_dir():
        raise Refusal(f"Mappen {target.parent} findes ikke.")
    if target.exists() and target.samefile(source):
        raise Refusal("Udmeldingen kan ikke skrives oven i den fil, der læses. Vælg et andet navn med --ud.")
    if target.exists() and not is_statements(target):
        raise Refusal(f"Filen {target.name} findes allerede, og er ikke en udmelding fra Fordel. Vælg et andet navn "
                      "med --ud.")
    return target


def is_statements(path: Path) -> bool:
    """Whether a file holds statements, and nothing of the user's is lost when it is written again."""
    try:
        ours = our_sheets(Package(outfile.read_file(path), path.name))
    except Refusal:
        return False
    return any(key.split(" ")[0] == spec.NOEGLE for key in ours)


def marked(plan: Plan) -> Plan:
    """With the mark by which the file is known as Fordel's."""
    first = plan.sheets[0]
    return Plan(plan.sheets, {f"{quoted(first.name)}!{MARK}": mark_text(first.key)})
