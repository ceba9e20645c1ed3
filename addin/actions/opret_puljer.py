"""The button "Flere puljer": what was found as settings, and beside it the sheet with a row for each pool."""

from __future__ import annotations

from addin.actions.opret_opsaetning import opret_opsaetning
from addin.settings.settle import PULJER
from addin.until_answered import Choices
from addin.workbook import Plan, Questions, Refusal, Snapshot


def opret_puljer(snapshot: Snapshot, choices: Choices, made: str, version: str) -> Plan | Questions | Refusal:
    return opret_opsaetning(snapshot, {**choices, PULJER: True}, made, version)
