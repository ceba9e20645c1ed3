"""`fordel klargoer`: a file in, the copy that may be sent and the list of what is not in it beside the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from addin.clock import now
from addin.filejobs.brugerark import ARK, FORMLER
from addin.filejobs.klargoer import (
    ALLIGEVEL,
    ENDING,
    NOEGLE,
    SUBJECT,
    SUFFIX,
    VALGT_AF,
    Klargjort,
    klargoer,
    list_of,
)
from addin.hosts.files import outfile
from addin.hosts.files.job import check_owner_file
from addin.hosts.files.package import Package
from addin.hosts.files.questions import Asker
from addin.hosts.files.session import FIND, READ, WRITE, Progress, quiet
from addin.until_answered import Choices, until_answered
from addin.version import VERSION
from addin.workbook import Plan, Questions, Refusal

ANYWAY = ("\nSkal den sendes, som den er, så skriv hvorfor: --alligevel \"begrundelse\" --valgt-af \"hvem\". Begge "
          "dele, og hvornår, kommer til at stå på kopien.")


class Cleared(NamedTuple):
    """The two files that were written."""

    copy: Path
    list: Path
    made: Klargjort


def run(source: Path, target: Path | None, choices: Choices, earlier: Sequence[Path] = (),
        progress: Progress = quiet, asker: Asker | None = None) -> Cleared:
    """Raises Refusal, and nothing is written, when it cannot."""
    progress(READ)
    check_owner_file(source)
    data = outfile.read_file(source)
    before = [(path.name, outfile.read_file(path)) for path in earlier]
    copy = free(source, target)
    made, asker = now(), asker or Asker()

    def decide(chosen: Choices) -> Plan | Questions | Refusal:
        progress(FIND)
        answer = klargoer(source.name, data, chosen, made, VERSION, before)
        small = isinstance(answer, Refusal) and answer.about == NOEGLE
        return Refusal(str(answer) + ANYWAY, NOEGLE) if small else answer

    try:
        plan = until_answered(decide, choices, asker.answers)
    except Refusal as refusal:
        raise asker.with_answers(refusal) from None
    assert isinstance(plan, Klargjort)
    plan.messages += asker.finish()
    progress(WRITE)
    copy = free(source, target)  # again: a question may have waited for its answer while files came and went
    done = Cleared(copy, copy.with_name(list_of(copy.name)), plan)
    outfile.write_whole(done.list, plan.list)  # first: a copy without its list is not to be sent
    outfile.write_whole(done.copy, plan.copy)
    return done


def choices_of(ark: Sequence[str] = (), formler: bool = False, alligevel: str | None = None,
               valgt_af: str | None = None) -> Choices:
    return {ARK: tuple(ark), FORMLER: formler, ALLIGEVEL: alligevel, VALGT_AF: valgt_af}


def free(source: Path, target: Path | None) -> Path:
    """Where the copy goes; raises Refusal where it, or its list, may not."""
    copy = target or outfile.default_output(source.with_suffix(ENDING), SUFFIX)
    outfile.check_output(source, copy, ENDING, is_ours)
    outfile.check_output(source, copy.with_name(list_of(copy.name)), ENDING, is_ours)
    return copy


def is_ours(path: Path) -> bool:
    """Whether a file is a copy or a list that Fordel has made; also a copy has none of our marks."""
    try:
        package = Package(outfile.read_file(path), path.name)
        part = package.related("", "core-properties")
        return part is not None and any(element.text == SUBJECT for element in package.xml(part).iterfind("{*}subject"))
    except Refusal:
        return False
