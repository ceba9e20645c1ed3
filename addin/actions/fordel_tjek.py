"""The button "Fordel tjek": looks the workbook through before any money moves, and writes what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin.checks.run import Answer, answers
from addin.checks.subject import Subject
from addin.danish import listed
from addin.figures import read as figures
from addin.finding.asking import Asked
from addin.settings import settle as settings
from addin.sheets import opsaetning, tjek
from addin.sheets.naming import naming
from addin.workbook import Plan, Questions, Refusal, Snapshot
from udfs.errors import RegelFejl
from workbook_templates import fordel_tjek as template
from workbook_templates.opsaetning import NOEGLE


def fordel_tjek(snapshot: Snapshot, choices: Mapping[str, Any], made: str, version: str) -> Plan | Questions | Refusal:
    """What to write: the checks, and the settings they were made with."""
    try:
        setup = settings.settle(snapshot, choices)
        named = naming(snapshot, setup.values["udgave"])
    except Refusal as refusal:
        return refusal
    except Asked as asked:
        return Questions(asked.questions)
    refused, subject = "", None
    try:
        subject = Subject(snapshot, setup, figures.read(snapshot, setup))
    except (Refusal, RegelFejl) as problem:
        refused = str(problem)
    found = answers(snapshot, subject, refused)
    source = f"{snapshot.file_name} · tjekket {made} med Fordel {version}"
    sheets = [tjek.sheet(named.names[template.NOEGLE], found, source)]
    settings_sheet, names = opsaetning.sheet(setup, named.names[NOEGLE])
    if not setup.known or any(snapshot.global_name(name) is None for name in names):
        sheets.append(settings_sheet)
    else:
        names = {}
    messages = [*snapshot.notices, *named.messages, *setup.messages]
    return Plan(sheets, names, (), messages, reds(found), summary(found))


def reds(found: list[Answer]) -> list[str]:
    """What must be mended or defended, a sentence each."""
    return [f"{answer.tjek.label}? {listed(answer.found, 3)}. {answer.tjek.remedy}" for answer in found if answer.stops]


def summary(found: list[Answer]) -> dict[str, Any]:
    """What a terminal or a task pane shows at once."""
    return {"tjek": [(answer.tjek.label, answer.status if answer.asked else "", answer.found, answer.tjek.remedy,
                      answer.reason) for answer in found],
            "svar": tjek.verdict(found), "roede": sum(answer.stops for answer in found)}
