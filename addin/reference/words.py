"""How the reference says things in Danish: a function as it is typed, a default, a cell."""

from __future__ import annotations

from typing import Any

from addin.describe import Argument, Description
from udfs.errors import tal

TITEL = "Funktionsoversigt"
INDLEDNING = (
    "Funktionerne skrives i celler som alle andre, med semikolon mellem argumenterne. [ ] er argumenter, der kan "
    "udelades, med den værdi, de så har. Dækker resultatet flere celler, så marker dem, skriv formlen, og slut med "
    "Ctrl+Skift+Enter i LibreOffice og ældre Excel; i nyere Excel er Enter nok."
)
FEJL = ("Et kald, der ikke kan besvares rigtigt, giver en fejlværdi (#VÆRDI!), aldrig et forkert tal. Hvorfor, står "
        "ved cellen eller under knappen Seneste fejl.")
OPSKRIFTER = "Opskrifter"
OPSKRIFTER_INDLEDNING = "Det, der ikke kræver en funktion for sig: regn det med dem, der er."


def typed(described: Description) -> str:
    """FORDEL_HELAAR(boern_pr_maaned; [maaneder=12])"""
    return f"{described.name}({'; '.join(map(argument, described.arguments))})"


def argument(one: Argument) -> str:
    if not one.optional:
        return one.name
    return f"[{one.name}]" if one.default is None else f"[{one.name}={cell(one.default)}]"


def cell(value: Any) -> str:
    """A value as a Danish formula holds it.

    >>> cell(0.95), cell("fuld"), cell(True), cell(None)
    ('0,95', '"fuld"', 'SAND', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    return f'"{value}"' if isinstance(value, str) else tal(value)


def shown(value: object) -> str:
    """A value as a Danish cell shows it."""
    return value if isinstance(value, str) else cell(value)
