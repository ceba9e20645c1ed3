"""The button "Opret opsætning": finds the figures in the workbook, and writes what was found as settings."""

from __future__ import annotations

from addin import who
from addin.checks import personal_data
from addin.finding.asking import Asked
from addin.settings import settle as settings
from addin.settings.seen.book import prepared
from addin.sheets import fundet, opsaetning
from addin.sheets.naming import naming
from addin.until_answered import Choices
from addin.workbook import Plan, Questions, Refusal, Snapshot
from workbook_templates.opsaetning import NOEGLE


def opret_opsaetning(snapshot: Snapshot, choices: Choices, made: str,
                     version: str) -> Plan | Questions | Refusal:
    """What to write. `choices` are settings chosen for this run, and answers to questions."""
    return who.of(snapshot, choices).answer(set_up(snapshot, choices))


def set_up(snapshot: Snapshot, choices: Choices) -> Plan | Questions | Refusal:
    """The same in our own words."""
    try:
        snapshot = prepared(snapshot, choices)
        setup = settings.settle(snapshot, choices)
        named = naming(snapshot, setup.settings.udgave)
    except Refusal as refusal:
        return refusal
    except Asked as asked:
        return Questions(asked.questions)
    messages = [*snapshot.notices, *named.told(), *setup.messages]
    sheet, names = opsaetning.sheet(setup, named.names[NOEGLE], messages)
    remarks = [tuple(remark) for remark in setup.remarks]
    return Plan([sheet], names, (), [*messages, *setup.aside, *personal_data.told(snapshot, setup)], [],
                {"fundet": fundet.found(setup), "bemaerkninger": remarks})
