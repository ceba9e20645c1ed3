"""The button "Opret opsætning": finds the figures in the workbook, and writes what was found as settings."""

from __future__ import annotations

from addin import who
from addin.checks import personal_data
from addin.finding.asking import Asked
from addin.messages import Message, quiet
from addin.settings import settle as settings
from addin.settings.seen.book import prepared
from addin.settings.settle import PULJER
from addin.settings.setup import Setup
from addin.sheets import fundet, opsaetning
from addin.sheets.naming import OF_SEVERAL, naming, without_staying
from addin.until_answered import Choices
from addin.workbook import Plan, Questions, Refusal, SheetPlan, Snapshot
from workbook_templates import fordel_puljer
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
    messages = [*without_staying(snapshot, snapshot.ours.values()), *named.told(), *setup.messages]
    sheet, names = opsaetning.sheet(setup, named.names[NOEGLE], messages)
    sheets = [sheet]
    if choices.get(PULJER):
        sheets += new_pools(snapshot, setup, messages)
    remarks = [tuple(remark) for remark in setup.remarks]
    return Plan(sheets, names, (), [*messages, *setup.aside, *personal_data.told(snapshot, setup)], [],
                {"fundet": fundet.found(setup), "bemaerkninger": remarks})


def new_pools(snapshot: Snapshot, setup: Setup, messages: list[Message]) -> list[SheetPlan]:
    """The sheet for several pools; one that is there is the user's, and stays as it is."""
    if fordel_puljer.NOEGLE in snapshot.ours:
        there = snapshot.ours[fordel_puljer.NOEGLE]
        messages.append(quiet(fordel_puljer.NOEGLE, f'Arket "{there}" er der allerede og er ikke rørt.', there))
        return []
    from addin.sheets.puljer import ark  # only here: few ask for it

    named = naming(snapshot, None, kinds=OF_SEVERAL)
    messages += named.told()
    return [ark.sheet(setup, named.names[fordel_puljer.NOEGLE])]
