"""A workbook put through the checks: what each has found, by its key."""

from __future__ import annotations

from typing import Any

from addin.actions.fordel_tjek import fordel_tjek
from addin.workbook import Plan, Snapshot
from tests.planning import MADE, Case
from workbook_templates.fordel_tjek import FORTALT, TJEK

KEYS = {tjek.label: tjek.key for tjek in TJEK}


def checked(taken: Case | Snapshot) -> Plan:
    answer = fordel_tjek(taken.snapshot() if isinstance(taken, Case) else taken, {}, MADE, "0")
    assert isinstance(answer, Plan), answer
    return answer


def found(taken: Case | Snapshot) -> dict[str, list[str]]:
    """Only what is red, or was."""
    return {KEYS[label]: lines for label, status, lines, _, _ in checked(taken).summary["tjek"]
            if lines and status != FORTALT}


def told(taken: Case | Snapshot) -> dict[str, list[str]]:
    """Only what is told and stops nothing."""
    return {KEYS[label]: lines for label, status, lines, _, _ in checked(taken).summary["tjek"] if status == FORTALT}


def statuses(taken: Any) -> dict[str, str]:
    return {KEYS[label]: status for label, status, *_ in checked(taken).summary["tjek"]}
