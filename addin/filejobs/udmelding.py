"""The statements as a workbook of their own: what is written, what it is known by, and what is asked where small counts
stop it and somebody sits there."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from addin.actions.udmeld import ACCEPTERET
from addin.checks.run import in_words
from addin.hosts.files import forms
from addin.hosts.files.package import Package
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.hosts.files.snapshot import snapshot
from addin.marks import MARK, mark_text
from addin.workbook import Plan, Question, Questions, Refusal, SheetPlan, Snapshot, quoted
from workbook_templates import udmelding as spec

SUFFIX, ENDING = " udmelding", ".xlsx"
STILL = "Er det accepteret, så skriv af hvem, hvornår og hvorfor. Det trykkes ikke. Luk ellers vinduet."


def workbook(sheets: Sequence[SheetPlan], font: tuple[str, float] | None) -> bytes:
    """A file of statements, known as a form where there is anything to fill in."""
    asks = any(sheet.inputs for sheet in sheets)
    return scratch_workbook(marked(sheets), font, more=named if asks else None)


def read(name: str, data: bytes) -> tuple[Snapshot, tuple[str, float] | None]:
    """A workbook file for the action, and the font its statements are written in; raises Refusal."""
    package = Package(data, name)
    package.require_writable()
    return snapshot(package, data), package.default_font


def marked(sheets: Sequence[SheetPlan]) -> Plan:
    """With the mark by which the file is known as Fordel's."""
    first = sheets[0]
    return Plan(list(sheets), {f"{quoted(first.name)}!{MARK}": mark_text(first.key)})


def named(book: Workbook) -> None:
    forms.name_form(book, spec.OPFOELGNING, spec.UDGAVE)


def asking(answer: Plan | Questions | Refusal) -> Plan | Questions | Refusal:
    """For a host whose user sits there: where small counts stop it, whether that is accepted is asked."""
    if not isinstance(answer, Refusal) or answer.about != spec.NOEGLE:
        return answer
    return Questions((Question(ACCEPTERET, f"{answer} {STILL}", check=in_words),))
