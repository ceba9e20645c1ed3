"""Names, of a workbook or of one of its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.addin.hosts.excel.desktop.fake.base import ComError, ComObject, kept

if TYPE_CHECKING:
    from tests.addin.hosts.excel.desktop.fake.books import Workbook, Worksheet


class Names(ComObject):
    """Of a workbook: all; of a sheet: its own."""

    _kind = "Names"

    def __init__(self, book: Workbook, scope: Worksheet | None):
        self._book, self._scope = book, scope

    def _found(self) -> list[Name]:
        return [name for name in self._book._names if self._scope is None or name._scope is self._scope]

    Count = property(lambda self: len(self._found()))

    def __iter__(self) -> Iterator[Name]:
        return iter(self._found())

    def __call__(self, key: int | str) -> Name:
        if isinstance(key, int):
            return self._found()[key - 1]
        found = [name for name in self._found() if name._plain.casefold() == key.casefold()]
        if not found:
            raise ComError()
        return found[0]

    def Add(self, Name: str, RefersTo: str) -> Any:  # noqa: N803 - Excel's own words
        made = _name(self._book, Name, RefersTo, self._scope)
        self._book._names = [each for each in self._book._names
                             if (each._plain.casefold(), each._scope) != (Name.casefold(), self._scope)]
        self._book._names.append(made)
        return made


class Name(ComObject):
    _kind = "Name"

    def __init__(self, book: Workbook, name: str, target: str, scope: Worksheet | None):
        self._book, self._plain, self._target, self._scope = book, name, target, scope

    Visible = kept("Visible", True)

    @property
    def Name(self) -> str:
        if self._scope is None:
            return self._plain
        plain = self._scope.Name.isalnum() and not self._scope.Name[0].isdigit()
        quoted = self._scope.Name if plain else "'" + self._scope.Name.replace("'", "''") + "'"
        return f"{quoted}!{self._plain}"

    def _refer(self, target: str) -> None:
        self._target = target

    RefersTo = property(lambda self: self._target, _refer)

    def Delete(self) -> None:
        self._book._names.remove(self)


_name = Name
