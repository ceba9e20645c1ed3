"""From a file to a file: what a session makes of its bytes, with the questions answered and the result in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.hosts.files import outfile, sagsbilag
from addin.hosts.files.questions import Asker
from addin.hosts.files.recalculation import recalculated
from addin.hosts.files.sagsbilag import Sagsbilag
from addin.hosts.files.session import COMPUTE, DISTRIBUTE, FIND, PRINT, WRITE, Progress, Session, quiet
from addin.hosts.files.snapshot import looked_at
from addin.sagsbilag import paper
from addin.until_answered import Action, Choices, until_answered
from addin.workbook import Plan, Refusal, SheetPlan, Snapshot
from workbook_templates.fordel_tjek import UREGNET

OPTION = "--genberegn"


class Done(NamedTuple):
    target: Path
    replaced: bool
    plan: Plan
    sagsbilag: Sagsbilag | None = None


def run(source: Path, target: Path | None, choices: Choices, progress: Progress = quiet,
        more: Sequence[SheetPlan] = (), asker: Asker | None = None, recalculate: bool = False,
        printed: bool = False) -> Done:
    """Distributes a pool, with `more` sheets of ours, and the page `printed` beside the result; raises Refusal, and
    nothing is written, when it cannot."""
    work = Work(source, target, progress, outfile.SUFFIX, DISTRIBUTE, recalculate, printed)
    return work.do(fordel_pulje, choices, asker or Asker(), more)


def set_up(source: Path, target: Path | None, choices: Choices, progress: Progress = quiet,
           asker: Asker | None = None, recalculate: bool = False) -> Done:
    """Finds the figures and writes the settings, without a distribution."""
    work = Work(source, target, progress, outfile.SETUP_SUFFIX, FIND, recalculate)
    return work.do(opret_opsaetning, choices, asker or Asker())


def check(source: Path, target: Path | None, choices: Choices, progress: Progress = quiet,
          asker: Asker | None = None, recalculate: bool = False, earlier: Path | None = None) -> Done:
    """Looks the workbook through, and writes what is found; `earlier` is the file of an edition published before."""
    work = Work(source, target, progress, outfile.CHECK_SUFFIX, FIND, recalculate)
    action = partial(fordel_tjek, earlier=read(earlier)) if earlier else fordel_tjek
    return work.do(action, choices, asker or Asker())


def read(source: Path) -> Snapshot:
    """A workbook that is only looked at."""
    outfile.refuse_folder(source)
    return looked_at(source.name, outfile.read_file(source))


class Work(NamedTuple):
    """From which file to which; `suffix` is what the result's name ends with, `deciding` the step of the action,
    `recalculate` whether the formulas are computed first, `printed` whether the page is printed at last."""

    source: Path
    target: Path | None
    progress: Progress
    suffix: str
    deciding: str
    recalculate: bool = False
    printed: bool = False

    def do(self, action: Action, choices: Choices, asker: Asker, more: Sequence[SheetPlan] = ()) -> Done:
        """Read once, decide, graft, write."""
        outfile.refuse_folder(self.source)
        check_owner_file(self.source)
        session = Session(self.source.name, outfile.read_file(self.source), self.progress)
        font = session.writable.default_font
        self.free_target()
        self.take(session)
        plan = self.decide(session, action, choices, asker)
        plan.sheets += more
        result = session.build(plan)
        self.progress(WRITE)
        target = self.free_target()  # again: a question may have waited for its answer while files came and went
        replaced = target.exists()
        outfile.write_whole(target, result)
        return Done(target, replaced, plan, self.print(plan, target, font) if self.printed else None)

    def print(self, plan: Plan, target: Path, font: tuple[str, float] | None) -> Sagsbilag:
        self.progress(PRINT)
        return sagsbilag.beside(target, plan, font)

    def take(self, session: Session) -> None:
        """Has the formulas computed first, where that is asked for."""
        if self.recalculate:
            taken = session.taken
            self.progress(COMPUTE)
            session.taken = replace(taken, recalculated=recalculated(taken, session.data))

    def computed(self, refusal: Refusal) -> Refusal:
        """With the other way to have formulas computed, where nobody has computed them and it is not told."""
        text = str(refusal)
        if refusal.about != UREGNET or self.recalculate or OPTION in text:
            return refusal
        return Refusal(f"{text} Eller kør med {OPTION}: så beregner LibreOffice dem på denne maskine.", refusal.about)

    def free_target(self) -> Path:
        """Where the result goes; raises Refusal where it may not."""
        target = self.target or outfile.default_output(self.source, self.suffix)
        outfile.check_output(self.source, target)
        if self.printed:
            sagsbilag.check_output(paper.target_of(target))
        return target

    def decide(self, session: Session, action: Action, choices: Choices, asker: Asker) -> Plan:
        """The action's plan, when all it asks has been answered."""
        try:
            plan = until_answered(session.decide(action, self.deciding), choices, asker.answers)
        except Refusal as refusal:
            raise asker.with_answers(self.computed(refusal)) from None
        plan.messages += asker.finish()
        return plan


def check_owner_file(source: Path) -> None:
    """Excel and LibreOffice put a small file beside a workbook that is open: what is on disk may be old."""
    for owner in (source.with_name("~$" + source.name), source.with_name(f".~lock.{source.name}#")):
        if owner.exists():
            raise Refusal(f"{source.name} er åben i et andet program. Gem og luk den, og prøv igen. "
                          f"(Er den ikke åben, så slet filen {owner.name}.)")
