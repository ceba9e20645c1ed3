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
    was read all the same. What is said of no file has none, and its place is who or what it is about."""

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


class Linje(NamedTuple):
    """A line of a table: whose it is, what stands in its columns, in which cells, and the columns where something
    stands that cannot be read."""

    tabel: str
    navn: str
    svar: dict[str, Svar]
    steder: dict[str, str]
    ulaest: frozenset[str]

    def says(self) -> tuple[object, ...]:
        return self.tabel, self.navn.casefold(), tuple(sorted(self.svar.items())), self.ulaest


class Reply(NamedTuple):
    """What a kommune has answered: by the key of the question. `enheder` is None where a line could not be read, so
    that nothing can be measured by them; `faults` are those of its file. Of a template that is sent to many, `linjer`
    are all that stands in it, and `kommune` is who has filled it in."""

    file: str
    kommune: str
    svar: dict[str, Svar]
    enheder: tuple[Enhed, ...] | None
    faults: tuple[Fault, ...]
    linjer: tuple[Linje, ...] = ()

    def says(self) -> tuple[object, ...]:
        """All that is answered: two files that say the same are one reply twice."""
        return tuple(sorted(self.svar.items())), self.enheder, tuple(line.says() for line in self.linjer)


class Gathered(NamedTuple):
    """The replies that count, in the order of their names, and everything that is said of the files."""

    replies: tuple[Reply, ...]
    faults: tuple[Fault, ...]
    files: int
    aside: frozenset[str]  # the files that do not count
