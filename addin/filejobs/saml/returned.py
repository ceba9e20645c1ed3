"""What passes in gathering: a returned file as a host has read it, what was said in it, and what was wrong, where."""

from __future__ import annotations

from typing import NamedTuple, Union

from addin.workbook import Name, Sheet

Svar = Union[str, float]


class Returned(NamedTuple):
    """A file as read. `beside` are the texts that stand in no cell: notes, text boxes, properties."""

    file: str
    sheets: tuple[Sheet, ...]
    names: tuple[Name, ...]
    beside: tuple[str, ...] = ()


class Fault(NamedTuple):
    """Something in a file that is said; `place` is the cell or the sheet, "" where it is the file. `harmless` is what
    was read all the same."""

    file: str
    place: str
    text: str
    harmless: bool = False


class Enhed(NamedTuple):
    """A line of Institutioner: children by age, kr., and whether it is a special institution."""

    nr: int
    smaa: float
    store: float
    beloeb: float
    special: bool


class Reply(NamedTuple):
    """What a kommune has answered: by the key of the question. `enheder` is None where a line could not be read, so
    that nothing can be measured by them; `faults` are those of its file."""

    file: str
    kommune: str
    svar: dict[str, Svar]
    enheder: tuple[Enhed, ...] | None
    faults: tuple[Fault, ...]

    def says(self) -> tuple[object, ...]:
        """All that is answered: two files that say the same are one reply twice."""
        return tuple(sorted(self.svar.items())), self.enheder


class Gathered(NamedTuple):
    """The replies that count, in the order of their names, and everything that is said of the files."""

    replies: tuple[Reply, ...]
    faults: tuple[Fault, ...]
    files: int
    aside: frozenset[str]  # the files that do not count
