"""What the parts in use have on the control sheet, and the cells their formulas may name."""

from __future__ import annotations

from typing import Protocol

from addin.dele import DELE, i_brug
from addin.dele.form import Kontrol
from addin.run.regnet import Regnet
from addin.sheets.fordeling import Places
from addin.workbook import CellValue, a1
from workbook_templates.fordeling_kontrol import Check
from workbook_templates.kontrolkolonner import Bound, Column


def of(result: Regnet) -> list[Kontrol]:
    return [part.kontrol(result, data) for part, data in i_brug(result)]


def columns(result: Regnet) -> tuple[Column, ...]:
    return tuple(column for part in of(result) for column in part.kolonner)


def bounds(result: Regnet) -> tuple[Bound, ...]:
    return tuple(bound for part in of(result) for bound in part.graenser)


def watched(result: Regnet) -> tuple[Check, ...]:
    """The checks that are asked whether a part is in use or not."""
    return tuple(check for part in DELE for check in part.overvaaget(result.setup))


def checks(result: Regnet) -> tuple[Check, ...]:
    return tuple(check for part in of(result) for check in part.kontroller)


def settings(result: Regnet) -> dict[str, tuple[str, str]]:
    """The settings that are watched."""
    return {key: shown for part in of(result) for key, shown in part.indstillinger.items()}


def parameters(result: Regnet) -> dict[str, tuple[str, str]]:
    """What is made of them."""
    return {key: shown for part in of(result) for key, shown in part.parametre.items()}


def parameter_values(result: Regnet) -> dict[str, CellValue]:
    return {key: value for part in of(result) for key, value in part.parametervaerdier.items()}


def values(result: Regnet) -> dict[str, list[CellValue]]:
    """The columns' values as they are now."""
    return {key: list(values) for part in of(result) for key, values in part.vaerdier.items()}


class Users(Protocol):
    """Who knows the cells of the user's."""

    def amount(self, key: str, number: int, row: int) -> str: ...

    def taking_part(self, key: str, row: int) -> str: ...


class Cells:
    """The cells of one control sheet, for the formulas of the parts."""

    def __init__(self, places: Places, parameter: dict[str, str], at: dict[str, int], whole: dict[str, str],
                 users: Users):
        self.places, self.parameter, self.at, self.columns, self.users = places, parameter, at, whole, users

    def param(self, key: str) -> str:
        return self.parameter[key]

    def here(self, key: str, row: int) -> str:
        return a1(row, self.at[key])

    def whole(self, key: str) -> str:
        return self.columns[key]

    def shown(self, key: str, number: int) -> str:
        return self.places.columns[key][number]

    def total(self, key: str) -> str:
        return self.places.totals[key]

    def amount(self, key: str, number: int, row: int) -> str:
        return self.users.amount(key, number, row)

    def taking_part(self, key: str, row: int) -> str:
        return self.users.taking_part(key, row)
