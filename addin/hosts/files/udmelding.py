"""`fordel udmelding`: the statements of a workbook as a workbook of their own. The user's is only read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from addin.actions.udmeld import udmeld
from addin.filejobs.udmelding import workbook
from addin.hosts.files import job, outfile, udmelding_mappe
from addin.hosts.files.job import Work
from addin.hosts.files.questions import Asker
from addin.hosts.files.session import BUILD, DISTRIBUTE, WRITE, Progress, Session, quiet
from addin.until_answered import Choices
from addin.workbook import Plan, Refusal
from workbook_templates import udmelding as spec

TYPE = ".xlsx"
ACCEPT = '\nVælg en af vejene, eller skriv --accepteret "hvem, hvornår og hvorfor", hvis det er accepteret.'


class Udmeldt(NamedTuple):
    """Where the statements are, and the plan they were written from; of a folder, `files` are those in it."""

    target: Path
    replaced: bool
    plan: Plan
    files: tuple[Path, ...] = ()


class Maade(NamedTuple):
    """All in one workbook, or each in a file of its own in a folder, which may be PDFs; `tidligere` is the file of the
    edition they replace."""

    mappe: Path | None = None
    pdf: bool = False
    tidligere: Path | None = None


ET_ARK = Maade()


def run(source: Path, target: Path | None, choices: Choices, krav_til: tuple[str, ...] = (),
        progress: Progress = quiet, asker: Asker | None = None, recalculate: bool = False, maade: Maade = ET_ARK
        ) -> Udmeldt:
    """Writes the statements; raises Refusal, and nothing is written, when it cannot."""
    if maade.pdf and maade.mappe is None:
        raise Refusal("--pdf laver en PDF til hver: skriv også --mappe MAPPE.")
    if maade.mappe and target:
        raise Refusal("Vælg enten --ud, én fil med alle, eller --mappe, en fil til hver.")
    work = Work(source, target, progress, outfile.STATEMENT_SUFFIX, DISTRIBUTE, recalculate)
    outfile.refuse_folder(source)
    job.check_owner_file(source)
    session = Session(source.name, outfile.read_file(source), progress)
    font = session.package.default_font
    target = maade.mappe or free_target(source, target)
    earlier = job.read(maade.tidligere) if maade.tidligere else None
    action = partial(udmeld, krav_til=krav_til, earlier=earlier)
    work.take(session)
    try:
        plan = work.decide(session, action, choices, asker or Asker())
    except Refusal as refusal:
        raise Refusal(f"{refusal}{ACCEPT if refusal.about == spec.NOEGLE else ''}", refusal.about) from None
    progress(BUILD)
    if maade.mappe:
        files = udmelding_mappe.write(maade.mappe, plan.sheets, font, maade.pdf, progress)
        return Udmeldt(maade.mappe, False, plan, tuple(files))
    made = workbook(plan.sheets, font)
    progress(WRITE)
    target = free_target(source, target)
    replaced = target.exists()
    outfile.write_whole(target, made)
    return Udmeldt(target, replaced, plan)


def free_target(source: Path, target: Path | None) -> Path:
    """Where the statements go; raises Refusal where they may not."""
    target = target or outfile.default_output(source.with_suffix(TYPE), outfile.STATEMENT_SUFFIX)
    outfile.check_output(source, target, TYPE, udmelding_mappe.is_ours)
    return target
