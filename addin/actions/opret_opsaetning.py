"""The button "Opret opsætning": finds the figures in the workbook, and writes what was found as settings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from addin import who
from addin.checks import personal_data
from addin.dates import in_words
from addin.finding.asking import Asked
from addin.settings import settle as settings
from addin.settings.seen.book import prepared
from addin.settings.setup import Setup
from addin.sheets import opsaetning
from addin.sheets.naming import naming
from addin.workbook import Plan, Questions, Refusal, Snapshot
from udfs.errors import tal
from workbook_templates.indstillinger import OMRAADE
from workbook_templates.opsaetning import NOEGLE, SETTINGS


def opret_opsaetning(snapshot: Snapshot, choices: Mapping[str, Any], made: str,
                     version: str) -> Plan | Questions | Refusal:
    """What to write. `choices` are settings chosen for this run, and answers to questions."""
    return who.of(snapshot, choices).answer(set_up(snapshot, choices))


def set_up(snapshot: Snapshot, choices: Mapping[str, Any]) -> Plan | Questions | Refusal:
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
                {"fundet": found(setup), "bemaerkninger": remarks})


def found(setup: Setup) -> list[tuple[str, str, str]]:
    """Label, value and source of each setting that has one."""
    lines = []
    for key, setting in SETTINGS.items():
        if setting.kind == OMRAADE:
            value = str(setup.areas.get(key, ""))
        else:
            value = shown(setup.settings.vaerdi(key), setting.style)
        if value and opsaetning.is_shown(setup, setting):
            lines.append((setting.label, value, str(setup.sources.get(key, ""))))
    institutions = setup.rows.recipients
    names = f"{institutions[0].name} ... {institutions[-1].name}"
    return [("Institutioner i alt", str(len(institutions)), names), *lines]


def shown(value: Any, style: str) -> str:
    """A value as a Dane reads it."""
    if isinstance(value, datetime.date):
        return in_words(value)
    if isinstance(value, (int, float)):
        return f"{tal(100 * value)} %" if style.startswith("pct") else tal(value)
    return "" if value is None else str(value)
