"""A template opened as something new: which one, and what is said when it is open."""

from __future__ import annotations

from addin.workbook import Question
from workbook_templates import skabeloner

SETTING = "skabelon"
STOPPED = "Stoppet. Intet er åbnet."


def question(new: str) -> Question:
    """`new` is what it is opened as, with its article."""
    choices = tuple((navn, skabeloner.skabelon(navn).titel) for navn in skabeloner.NAVNE)
    return Question(SETTING, f"Hvilken skabelon vil du begynde på? Den åbnes som {new}.", choices)


def opened(name: str, new: str) -> str:
    found = skabeloner.skabelon(name)
    return (f'"{found.titel}" er åbnet som {new}. Læs arket Vejledning, og begynd på {found.ark[0].navn}. Vælg selv, '
            "hvor det skal gemmes.")
