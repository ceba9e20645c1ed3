"""One workbook, from bytes to bytes: read once, decided upon as often as is asked, and grafted.

The standard library, numpy and XlsxWriter are all it needs, so it also runs in a browser. No file is read or written,
nobody is asked anything: whoever holds a session does that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.actions.opret_opsaetning import opret_opsaetning
from addin.hosts.files import outfile
from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package
from addin.hosts.files.sheetwriter import keys_of, scratch_workbook
from addin.hosts.files.snapshot import snapshot
from addin.until_answered import Action, Choices, Decide, deciding
from addin.workbook import Plan, Questions, Refusal, Snapshot

READ, COMPUTE, FIND, DISTRIBUTE, BUILD, WRITE, PRINT = STEPS = (
    "Læser projektmappen", "Beregner i LibreOffice", "Finder tallene", "Fordeler puljen", "Bygger arkene",
    "Skriver resultatet", "Trykker sagsbilaget i LibreOffice")

Progress = Callable[[str], None]


class Kind(NamedTuple):
    """What a workbook is opened for; `suffix` is what the result's name ends with, `step` what it is told meanwhile."""

    action: Action
    suffix: str
    step: str


KINDS = {"fordel_pulje": Kind(fordel_pulje, outfile.SUFFIX, DISTRIBUTE),
         "fordel_tjek": Kind(fordel_tjek, outfile.CHECK_SUFFIX, FIND),
         "opret_opsaetning": Kind(opret_opsaetning, outfile.SETUP_SUFFIX, FIND)}


class Made(NamedTuple):
    """A result: the name of its file, its bytes, and the plan they are of."""

    name: str
    data: bytes
    plan: Plan


def quiet(step: str) -> None:
    """Shows no progress."""


class Session:
    """A workbook by its name and bytes. What cannot be done is raised as Refusal."""

    def __init__(self, name: str, data: bytes, progress: Progress = quiet) -> None:
        self.name, self.data, self.progress = name, data, progress

    def step(self, action: str, choices: Choices) -> Made | Questions:
        """One of KINDS with what has been chosen so far: the result, or what must be answered first."""
        kind = KINDS[action]
        answer = self.decide(kind.action, kind.step)(choices)
        if isinstance(answer, Questions):
            return answer
        if isinstance(answer, Refusal):
            raise answer
        return self.made(kind, answer)

    def made(self, kind: Kind, plan: Plan) -> Made:
        """The result of such a plan."""
        return Made(self.output_name(kind.suffix), self.build(plan), plan)

    def output_name(self, suffix: str) -> str:
        """What a result is called: never as the file it is made of, which the user keeps beside it."""
        name = outfile.output_name(self.name, suffix)
        return name if name != self.name else outfile.output_name(self.name, suffix, 2)

    @cached_property
    def package(self) -> Package:
        """Its parts. It may be looked at, also where it may not be written to."""
        return Package(self.data, self.name)

    @cached_property
    def writable(self) -> Package:
        """Its parts, where it may be given more sheets."""
        self.package.require_writable()
        return self.package

    @cached_property
    def taken(self) -> Snapshot:
        """What stands in it."""
        package = self.writable
        self.progress(READ)
        return snapshot(package, self.data)

    def decide(self, action: Action, step: str) -> Decide:
        """An action over what stands in it."""
        decide = deciding(action, self.taken)

        def in_sight(choices: Choices) -> Plan | Questions | Refusal:
            self.progress(step)
            return decide(choices)

        return in_sight

    def build(self, plan: Plan) -> bytes:
        """The workbook with the sheets of a plan."""
        self.progress(BUILD)
        package = self.writable
        scratch = scratch_workbook(plan, package.default_font, package.date1904, packed=False)
        return graft(package, scratch, keys_of(plan), plan.drop)
