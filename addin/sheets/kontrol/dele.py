"""What the parts in use have on the control sheet, and the cells their formulas may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from addin.dele import DELE, i_brug
from addin.dele.form import Celler, Formula
from addin.run.regnet import Regnet
from addin.sheets.tabel import Places
from addin.workbook import CellValue, a1
from workbook_templates.fordeling_kontrol import Check
from workbook_templates.kontrolkolonner import Bound, Column

Value = TypeVar("Value")


class Samlet(NamedTuple):
    """What all parts in use have on the control sheet (addin.dele.form.Kontrol), and what is asked whether a part is in
    use or not (`overvaaget`)."""

    kolonner: tuple[Column, ...]
    graenser: tuple[Bound, ...]
    kontroller: tuple[Check, ...]
    overvaaget: tuple[Check, ...]
    indstillinger: Mapping[str, tuple[str, str]]
    parametre: Mapping[str, tuple[str, str]]
    parametervaerdier: Mapping[str, CellValue]
    vaerdier: Mapping[str, Sequence[CellValue]]
    formler: Mapping[str, Formula]
    samme: tuple[Callable[[Celler, int, int], list[str]], ...]
    celler: tuple[Callable[[Celler], dict[str, str]], ...]


def of(result: Regnet) -> Samlet:
    """Each part is asked once."""
    parts = [part.kontrol(result, data) for part, data in i_brug(result)]
    return Samlet(
        kolonner=tuple(chain.from_iterable(part.kolonner for part in parts)),
        graenser=tuple(chain.from_iterable(part.graenser for part in parts)),
        kontroller=tuple(chain.from_iterable(part.kontroller for part in parts)),
        overvaaget=tuple(chain.from_iterable(part.overvaaget(result.setup) for part in DELE)),
        indstillinger=merged(part.indstillinger for part in parts),
        parametre=merged(part.parametre for part in parts),
        parametervaerdier=merged(part.parametervaerdier for part in parts),
        vaerdier=merged(part.vaerdier for part in parts),
        formler=merged(part.formler for part in parts),
        samme=tuple(part.samme for part in parts if part.samme),
        celler=tuple(part.celler for part in parts if part.celler))


def merged(parts: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    return {key: value for part in parts for key, value in part.items()}


class Users(Protocol):
    """Who knows the cells of the user's."""

    def amount(self, key: str, number: int, row: int) -> str: ...

    def figure(self, key: str, number: int) -> str: ...

    def taking_part(self, key: str, row: int) -> str: ...

    def takes_part(self, row: int) -> str: ...


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

    def figure(self, key: str, number: int) -> str:
        return self.users.figure(key, number)

    def taking_part(self, key: str, row: int) -> str:
        return self.users.taking_part(key, row)

    def takes_part(self, row: int) -> str:
        return self.users.takes_part(row)
