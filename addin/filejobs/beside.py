"""The file jobs for a host whose user sits at the workbook: what is made lies beside it. Nothing that lies there is
written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from addin import clock, whole_file
from addin.actions.udmeld import ACCEPTERET, udmeld
from addin.filejobs import klargoer as clearing
from addin.filejobs import tidligere
from addin.filejobs import udmelding as statements
from addin.filejobs.brugerark import ARK, FORMLER
from addin.filejobs.tilvalg import SPOERG, answered
from addin.finding.asking import Asked
from addin.hosts.files import outfile
from addin.hosts.files.snapshot import looked_at
from addin.system_errors import reason
from addin.until_answered import Answers, Choices, Decide
from addin.version import VERSION
from addin.workbook import Plan, Question, Questions, Refusal, Snapshot

CLEARED = "Kopien, der må sendes: {}\nHvad der er udeladt; bliver i huset: {}"
STATED = "Udmelding, et ark til hver modtager: {}"
CANNOT = ("{name} kan ikke skrives: {why}. Intet er lavet. Gem {source} i en mappe, du må skrive i (Filer, Gem som), "
          "og prøv igen.")
KEEP = Question("gem svaret", "Skal det stå på arket Fordel opsætning, hvem der har valgt mindste antal? Så bliver der "
                "ikke spurgt næste gang. Arket bliver skrevet på ny, med det, der står på det nu.",
                (("ja", "ja, skriv det på Fordel opsætning"), ("nej", "nej, spørg igen næste gang")))


def keeps(answers: Answers | None) -> bool:
    """Whether the answer to KEEP is yes."""
    return answers is not None and answers[KEEP.setting] == "ja"


def answers_to_jobs(choices: Choices) -> set[str]:
    """The keys of what a job alone asks that would be read: of a sheet or an edition as far as their numbers go without
    a gap, and a statement replaces one."""
    sheets, sent = (len(answered(choices, key)) for key in (ARK, tidligere.SENT.key))
    files = [*(f"{tidligere.SENT.key} {number}" for number in range(1, sent + 1)), f"{tidligere.REPLACED.key} 1"]
    return {clearing.ALLIGEVEL, clearing.VALGT_AF, FORMLER, ACCEPTERET, *files, *(f"{key} sti" for key in files),
            *(f"{ARK} {number}" for number in range(1, sheets + 1))}


class Job(NamedTuple):
    """`put` writes what was decided and gives what is told of it; `keep` are the settings that were answered meanwhile
    and stand nowhere in the workbook."""

    decide: Decide
    put: Callable[[Plan], str]
    keep: Callable[[Plan], Choices] = lambda plan: {}


def klargoer(source: Path, data: bytes) -> Job:
    """The copy that may leave the house, of a workbook file."""
    def put(plan: Plan) -> str:
        assert isinstance(plan, clearing.Klargjort)
        return cleared(source, plan)

    def keep(plan: Plan) -> Choices:
        assert isinstance(plan, clearing.Klargjort)
        return plan.keep

    return Job(clearing.deciding(source.name, data, partial(tidligere.before, source, tidligere.SENT)), put, keep)


def udmelding(source: Path, taken: Snapshot, font: tuple[str, float] | None) -> Job:
    """The statement to each recipient, in the font of the workbook, with the edition it may replace."""
    made = clock.now()

    def decide(choices: Choices) -> Plan | Questions | Refusal:
        try:
            found = tidligere.before(source, tidligere.REPLACED, {SPOERG: True, **choices})
        except Asked as asked:
            return Questions(asked.questions)
        replaced = looked_at(*found[0]) if found else None
        return statements.asking(udmeld(taken, choices, made, VERSION, earlier=replaced))

    return Job(decide, lambda plan: stated(source, plan, font))


def cleared(source: Path, done: clearing.Klargjort) -> str:
    """The copy and its list; what is told of them."""
    copy = next(path for path in _names(source, clearing.SUFFIX, clearing.ENDING)
                if not path.exists() and not _list(path).exists())
    listed = _list(copy)
    _write(source, {listed: done.list, copy: done.copy})  # the list first: a copy without it is not to be sent
    return _told(CLEARED.format(copy, listed), done)


def stated(source: Path, plan: Plan, font: tuple[str, float] | None) -> str:
    """The statements; what is told of them."""
    target = next(path for path in _names(source, statements.SUFFIX, statements.ENDING) if not path.exists())
    _write(source, {target: statements.workbook(plan.sheets, font)})
    return _told(STATED.format(target), plan)


def _names(source: Path, suffix: str, ending: str) -> Iterator[Path]:
    """As the commands call them, each with a higher number."""
    return (source.with_name(outfile.output_name(source.stem + ending, suffix, number)) for number in count(1))


def _list(copy: Path) -> Path:
    return copy.with_name(clearing.list_of(copy.name))


def _write(source: Path, files: Mapping[Path, bytes]) -> None:
    """All of them, or a refusal and none."""
    written: list[Path] = []
    for path, data in files.items():
        try:
            whole_file.write(path, data)
        except OSError as problem:
            for made in written:
                made.unlink(missing_ok=True)
            raise Refusal(CANNOT.format(name=path.name, why=reason(problem), source=source.name)) from None
        written.append(path)


def _told(made: str, plan: Plan) -> str:
    lines = [*(f"! {warning}" for warning in plan.warnings),
             *(f"- {message}" for message in plan.messages if message not in plan.warnings)]
    return "\n".join([made, "", *lines]).strip()
