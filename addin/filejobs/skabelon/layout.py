"""Where everything of a template stands: its keys become addresses, its formulas find their cells."""

from __future__ import annotations

import textwrap

from addin.filejobs.skabelon.keys import resolved, typed_formula
from addin.filejobs.skabelon.laid import Book, Box, Laid, Put
from addin.workbook import quoted
from workbook_templates.skabeloner.faelles import REGNES
from workbook_templates.skabeloner.form import (
    Ark,
    Diagram,
    Felt,
    Indhold,
    Kald,
    Kaldtabel,
    Kolonne,
    Skabelon,
    Tabel,
    Tekst,
    Vaerdi,
    er_formel,
)

LINE = 15  # points
SMALL = 1.25  # letters of small print in the width of one digit
I_ALT = "I alt"  # of the last line of a table of ours


def lay(skabelon: Skabelon, sheets: tuple[Ark, ...], empty: bool = False) -> Book:
    """Everything at its place; `empty` leaves the examples out."""
    book = Book(skabelon)
    for ark in (ark for ark in sheets if not (empty and ark.kun_eksempel)):
        book.sheets.append(_Sheet(book, ark, empty).laid)
    for laid in book.sheets:
        laid.puts = [put._replace(value=resolved(book, laid, put)) for put in laid.puts]
        laid.coloured = [put._replace(value=resolved(book, laid, put)) for put in laid.coloured]
    return book


class _Sheet:
    """One sheet while it is laid out, from the top."""

    def __init__(self, book: Book, ark: Ark, empty: bool):
        self.book, self.ark, self.empty = book, ark, empty
        self.laid, self.wide = Laid(ark), len(ark.bredder)
        self.put(0, 0, ark.titel, "titel")
        self.row = 2
        content = (Tekst(REGNES, "lille_brudt"), *ark.indhold) if ark.har_funktioner else ark.indhold
        content = tuple(part for part in content if not (empty and isinstance(part, Tekst) and part.om_eksemplet))
        for at, part in enumerate(content):
            before = content[at - 1] if at else None
            if before is not None and not self.together(before, part):
                self.row += 1
            if before is not None and self.is_new(before, part):
                self.laid.begins.append(self.row)
            if isinstance(part, Felt):
                self.field(part)
            elif isinstance(part, Tabel):
                self.table(part)
            elif isinstance(part, Kald):
                self.call(part)
            elif isinstance(part, Kaldtabel):
                self.call_of_a_table(part)
            elif isinstance(part, Diagram):
                self.laid.charts.append((self.row, part))
                self.row += part.hoejde
            else:
                self.text(part)
        self.laid.rows = self.row

    @staticmethod
    def is_new(before: Indhold, part: Indhold) -> bool:
        """Whether a part may begin a page: not what stands under fields or a heading, nor what is said of a table."""
        if isinstance(part, Tekst):
            return part.stil == "afsnit"
        return not (isinstance(before, Felt) or isinstance(before, Tekst) and before.stil != "lille_brudt")

    @staticmethod
    def together(before: Indhold, part: Indhold) -> bool:
        """Whether a part stands right below the one before it."""
        if isinstance(part, Felt):
            return isinstance(before, Felt)
        return isinstance(part, Tekst) and isinstance(before, Tekst) and part.stil != "afsnit"

    def put(self, row: int, column: int, value: Vaerdi, style: str, wide: int = 1, box: Box | None = None) -> None:
        self.laid.puts.append(Put(row, column, value, style, wide, box))

    def text(self, part: Tekst) -> None:
        self.put(self.row, 0, part.tekst, part.stil, self.wide)
        if part.om_eksemplet:
            self.laid.example.append(Box(self.row, 0, self.row, self.wide - 1))
        if part.stil != "afsnit":
            self.tall(self.row, lines(part.tekst, sum(self.ark.bredder)))
        self.row += 1

    def tall(self, row: int, many: int) -> None:
        if many > 1:
            self.laid.heights[row] = max(LINE * many, self.laid.heights.get(row, 0))

    def field(self, part: Felt) -> None:
        formula = er_formel(part.vaerdi)
        at = Box(self.row, 1, self.row, 1)
        gone = self.empty and not part.fast and not formula
        self.put(self.row, 0, part.etiket, "brudt")
        self.put(self.row, 1, None if gone else part.vaerdi, f"{part.stil} {'regnet' if formula else 'indtast'}")
        if self.wide > 2:
            self.put(self.row, 2, part.hjaelp, "lille_brudt indrykket", self.wide - 2)
            self.tall(self.row, lines(part.hjaelp, sum(self.ark.bredder[2:]) * SMALL))
        self.tall(self.row, lines(part.etiket, self.ark.bredder[0]))
        if isinstance(part.vaerdi, str) and not formula:
            self.tall(self.row, lines(part.vaerdi, self.ark.bredder[1]))
        self.book.fields[part.noegle] = (self.ark.navn, self.row, 1)
        if not formula:
            self.laid.rules.append((at, part.regel, part.etiket))
            if not part.fast:
                self.laid.example.append(at)
        if part.navn:
            self.book.names[part.navn] = f"={quoted(self.ark.navn)}!{at.text}"
        self.row += 1

    def table(self, part: Tabel) -> None:
        if part.titel:
            self.put(self.row, 0, part.titel, "afsnit", self.wide)
            self.row += 1
        self.heading([column.overskrift for column in part.kolonner])
        first, many, inputs = self.row, max(part.plads, len(part.raekker)), part.indtastes
        for at, column in enumerate(part.kolonner):
            box = Box(first, at, first + many - 1, at)
            self.book.columns[part.noegle, column.noegle] = self.ark.navn, box
            if column.navn:
                self.book.names[column.navn] = f"={quoted(self.ark.navn)}!{box.text}"
            if column.farvet[0]:
                self.laid.coloured.append(Put(first, at, f"={column.farvet[0]}", column.farvet[1], box=box))
            given = [row[inputs.index(column)] for row in part.raekker] if column in inputs else []
            self.column(part, column, box, given)
        for row in range(first, first + many):
            self.tall(row, part.linjer)
        self.row = first + many
        self.laid.printed = first + part.trykkes if part.trykkes else 0
        self.total(part, first)

    def heading(self, texts: list[str]) -> None:
        for at, text in enumerate(texts):
            self.put(self.row, at, text, "hoved")  # a year may be computed
        self.tall(self.row, max(lines(text, width * 0.85) for text, width in zip(texts, self.ark.bredder)
                                if not text.startswith("=")))
        self.laid.headings.append(self.row)
        self.row += 1

    def column(self, part: Tabel, column: Kolonne, box: Box, given: list[Vaerdi]) -> None:
        for row in range(box.row, box.last_row + 1):
            at = row - box.row
            value = column.formel or (given[at] if at < len(given) else None)
            formula = er_formel(value)
            if self.empty and not part.fast and not formula:
                value = None
            input_here = not (formula or column.formel or column.trykt)
            self.put(row, box.column, value, f"{column.stil} {'indtast' if input_here else 'regnet'}")
            if isinstance(value, str) and not formula:
                self.tall(row, lines(value, self.ark.bredder[box.column]))
        if column.formel or column.trykt:
            return
        rows = [row for at, row in enumerate(range(box.row, box.last_row + 1))
                if not (at < len(given) and er_formel(given[at]))]
        for row, last in runs(rows):
            place = Box(row, box.column, last, box.column)
            label = "Tal" if column.overskrift.startswith("=") else column.overskrift
            self.laid.rules.append((place, column.regel, label))
            if not part.fast:
                self.laid.example.append(place)

    def total(self, part: Tabel, first: int) -> None:
        if not part.i_alt:
            return
        for at, column in enumerate(part.kolonner):
            value: Vaerdi = part.i_alt if at == 0 else None
            if column.i_alt:
                value = f"=SUM({{{part.noegle}.{column.noegle}}})"
                self.book.sums[part.noegle, column.noegle] = (self.ark.navn, self.row, at)
            self.put(self.row, at, value, f"{column.stil} sum_tekst")
        self.row += 1

    def typed(self, part: Kald | Kaldtabel) -> None:
        """What is called, as it is typed."""
        self.put(self.row, 0, part.titel, "afsnit", self.wide)
        typed = typed_formula(part.formel)
        self.put(self.row + 1, 0, typed, "lille_brudt", self.wide)
        self.tall(self.row + 1, lines(typed, sum(self.ark.bredder) * 1.1))
        self.row += 2

    @staticmethod
    def where(part: Kald | Kaldtabel, names: Box | None) -> str:
        """The formula of a call: nothing where there is nothing to compute, nor beside a name that is blank."""
        beside = part.formel if names is None else f'IF({names.text}="","",{part.formel})'
        return f'=IF(SUM({part.naar})=0,"",{beside})'

    def many(self, ved: str) -> int:
        """How many lines a column has."""
        table, _, column = ved.partition(".")
        box = self.book.columns[table, column][1]
        return box.last_row - box.row + 1

    def call_of_a_table(self, part: Kaldtabel) -> None:
        """Its first line is headings and its last a sum; lines without a name in the first column stay blank."""
        self.typed(part)
        last = self.row + self.many(part.ved) + 1
        names = ["Navn", *(f'={{{part.ved}#{nr}}}&""' for nr in range(1, self.many(part.ved) + 1)), I_ALT]
        formula = self.where(part, Box(self.row, 0, last, 0))
        box = Box(self.row, 1, last, len(part.stile))
        for row, name in enumerate(names, self.row):
            look = "hoved" if row == self.row else "sum_tekst" if row == last else "regnet"
            self.put(row, 0, name, "hoved" if row == self.row else f"tekst {look}")
            for at, style in enumerate(part.stile, 1):
                first = (row, at) == box[:2]
                self.put(row, at, formula if first else None, "hoved" if row == self.row else f"{style} {look}",
                         box=box if first else None)
        self.tall(self.row, 3)
        self.tall(last, 6)  # its note is long
        self.laid.headings.append(self.row)
        self.row = last + 1

    def call(self, part: Kald) -> None:
        self.typed(part)
        beside, many = 0, part.raekker
        if part.ved:
            beside, many = 1, self.many(part.ved)
        self.heading((["Navn"] if beside else []) + list(part.overskrifter))
        box = Box(self.row, beside, self.row + many - 1, beside + len(part.overskrifter) - 1)
        formula = self.where(part, Box(self.row, 0, box.last_row, 0) if beside else None)
        for row in range(box.row, box.last_row + 1):
            if beside:
                name = f"{{{part.ved}#{row - box.row + 1}}}"
                self.put(row, 0, f'={name}&""', "tekst regnet")
            for at in range(box.column, box.last_column + 1):
                first = (row, at) == box[:2]
                self.put(row, at, formula if first else None, f"{part.stil} regnet", box=box if first else None)
        self.row += many


def runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as pieces without a gap.

    >>> runs([1, 2, 4])
    [(1, 2), (4, 4)]
    """
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def lines(text: str, width: float) -> int:
    """How many lines a text takes in so many characters."""
    return sum(max(1, len(textwrap.wrap(part, max(int(width), 1)))) for part in str(text).split("\n"))
