"""What a template asks, from its data: its questions by their labels, and its lines by their headings. Of one that is
sent to many the questions are what all copies should say the same of, and some of the lines are each one's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workbook_templates.skabeloner import NAVNE, skabelon
from workbook_templates.skabeloner.form import Felt, Kolonne, Regel, Skabelon, Tabel, Vaerdi, er_formel

KOMMUNE = "kommune"


class Asked(NamedTuple):
    """A question: its label stands in the sheet, and the answer right of it. `eksempel` is what the template says."""

    key: str
    sheet: str
    label: str
    rule: Regel
    eksempel: Vaerdi


class Samlet(NamedTuple):
    """A table whose lines come from many, on its sheet; `kolonner` are those that are typed."""

    ark: str
    tabel: Tabel

    @property
    def kolonner(self) -> tuple[Kolonne, ...]:
        return self.tabel.indtastes

    @property
    def navn(self) -> Kolonne:
        """The column that says whose a line is."""
        return next(column for column in self.kolonner if column.noegle == self.tabel.samles)

    def celler(self) -> Iterator[tuple[int, Asked, Kolonne]]:
        """The cells that are typed in a table with as many lines as it has: on which line and in which column."""
        for nr, line in enumerate(self.tabel.raekker, 1):
            for column, value in zip(self.kolonner, line):
                if not (column.trykt or er_formel(value)):
                    yield nr, Asked(key(self.tabel, column, nr), self.ark, f"{column.overskrift} {nr}", column.regel,
                                    value), column


class Skema(NamedTuple):
    """`felter` and `faste`, tables with as many lines as they have, are the sender's."""

    skabelon: Skabelon
    felter: tuple[Asked, ...]
    faste: tuple[Samlet, ...]
    tabeller: tuple[Samlet, ...]
    pr_barn: tuple[str, ...]

    @property
    def titles(self) -> dict[str, str]:
        return {ark.navn: ark.titel for ark in self.skabelon.ark}

    @property
    def faelles(self) -> list[Asked]:
        """All that the copies should say the same of."""
        return [*self.felter, *(each for table in self.faste for _, each, _ in table.celler())]

    @property
    def own(self) -> tuple[str, ...]:
        """The sheets that are gathered."""
        return tuple(dict.fromkeys(each.ark for each in self.tabeller))


def key(table: Tabel, column: Kolonne, nr: int) -> str:
    """Of a cell of a table with as many lines as it has."""
    return f"{table.noegle}.{column.noegle}#{nr}"


@cache
def skema(navn: str) -> Skema:
    template = skabelon(navn)
    parts = [(ark.navn, part) for ark in template.ark for part in ark.indhold]
    tables = [Samlet(ark, part) for ark, part in parts if isinstance(part, Tabel)]
    return Skema(
        template,
        tuple(Asked(part.noegle, ark, part.etiket, part.regel, part.vaerdi) for ark, part in parts
              if isinstance(part, Felt) and not er_formel(part.vaerdi)),
        tuple(each for each in tables if each.tabel.fast and not each.tabel.samles and any(each.celler())),
        tuple(each for each in tables if each.tabel.samles),
        tuple(ark.navn for ark in template.ark if ark.pr_barn))


@cache
def samles() -> tuple[str, ...]:
    """The templates that are gathered so."""
    return tuple(navn for navn in NAVNE if skema(navn).tabeller)
