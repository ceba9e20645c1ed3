"""What a template is made of. A template is data: addresses, formulas' values and the file are the builder's work.

A formula is in English with commas, and names cells by their keys in braces, never by address:
    {pulje}            a field, on whatever sheet it stands
    {.boern}           the column `boern` of the table the formula stands in, same row
    {inst.boern@}      the same line (first, second ...) of another table
    {inst.boern}       the whole column          {inst.boern#3}  its third line          {inst.boern+}  its sum
    {inst.k1:k6}       columns beside each other, of which {.k1:k6} and {inst.k1:k6@} are one line
FORDEL_ functions are written by their names; how a program stores them is the host's own (addin.filejobs.skabelon.til).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Union

Vaerdi = Union[None, str, float, int, datetime.date]
RAEKKER = 30  # lines for institutions


def er_formel(vaerdi: Vaerdi) -> bool:
    return isinstance(vaerdi, str) and vaerdi.startswith("=")


class Regel(NamedTuple):
    """What may be typed: a number, whole number, date or text within bounds, or a word of a list. `eller` are words
    that may stand in place of a number: what is unknown or hidden is no number."""

    slags: str = "tal"  # tal, helt, dato, tekst, liste
    mindst: float = 0
    hoejst: float = 1e12
    valg: tuple[str, ...] = ()
    eller: tuple[str, ...] = ()


TAL, HELT, ANDEL = Regel(), Regel("helt", 0, 1e6), Regel("tal", 0, 1)
FORTEGN = Regel("tal", -1e12, 1e12)
DATO, TEKST, NAVN = Regel("dato"), Regel("tekst", 0, 255), Regel("tekst", 0, 80)
AAR = Regel("helt", 2000, 2100)


def liste(*valg: str) -> Regel:
    return Regel("liste", valg=valg)


JA_NEJ = liste("ja", "nej")


class Felt(NamedTuple):
    """A label and its cell: an input where the value is no formula. `fast` is a default that is no example: it stays.
    `navn` is the setting of Fordel that the cell is."""

    noegle: str
    etiket: str
    vaerdi: Vaerdi = None
    stil: str = "tal"
    hjaelp: str = ""
    regel: Regel = TAL
    navn: str = ""
    fast: bool = False


class Kolonne(NamedTuple):
    """A column of a table: inputs, one formula for every line, or what others have printed (`trykt`), to be compared
    with and not written over. `farvet` is a condition on the line, and the style its cell has where that holds."""

    noegle: str
    overskrift: str
    stil: str = "tekst"
    formel: str = ""
    regel: Regel = TEKST
    navn: str = ""
    i_alt: bool = False
    trykt: bool = False
    farvet: tuple[str, str] = ("", "")


class Tabel(NamedTuple):
    """`raekker` are the inputs of each line, in the order of the columns without a formula; one that begins with "=" is
    a formula of that cell alone. `plads` is how many lines there are; `fast` lines are no example, and stay. Where the
    template is sent to many, `samles` is the column that says whose a line is, and `flere` whether one may have several
    lines."""

    noegle: str
    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[Vaerdi, ...], ...] = ()
    plads: int = 0
    titel: str = ""
    fast: bool = False
    i_alt: str = ""  # the label of the sum row
    linjer: int = 1  # of text, that each line has room for
    trykkes: int = 0  # so many lines are printed of one that is last on its sheet; 0 is all
    samles: str = ""
    flere: bool = False

    @property
    def indtastes(self) -> tuple[Kolonne, ...]:
        """The columns without a formula, of which `raekker` are."""
        return tuple(column for column in self.kolonner if not column.formel)


class Tekst(NamedTuple):
    """A paragraph over the width of the sheet. What is said of the example goes with it."""

    tekst: str
    stil: str = "brudt"
    om_eksemplet: bool = False


class Kald(NamedTuple):
    """A call of our functions, shown as it is typed, with its result below: `raekker` lines under `overskrifter`, or as
    many as a table has, whose names then stand before them. `naar` are the cells without which nothing is computed."""

    titel: str
    formel: str
    naar: str
    overskrifter: tuple[str, ...] = ("Resultat",)
    ved: str = ""  # the column of names beside it
    raekker: int = 1
    stil: str = "kr"


class Kaldtabel(NamedTuple):
    """A call of our functions that gives headings, a line for each of the column `ved` and a sum: shown as it is typed,
    with the lines where there is a name. `stile` are those of its columns."""

    titel: str
    formel: str
    naar: str
    ved: str
    stile: tuple[str, ...]


def om_eksemplet(tekst: str) -> Tekst:
    """A line of small print about the example."""
    return Tekst(tekst, "lille_brudt", True)


class Diagram(NamedTuple):
    slags: str  # XlsxWriter's word: column, bar, line, scatter
    titel: str
    kategorier: str
    serier: tuple[tuple[str, str], ...]  # name, column
    alt: str
    akser: tuple[str, str] = ("", "")
    hoejde: int = 15  # rows


Indhold = Union[Felt, Tabel, Tekst, Kald, Kaldtabel, Diagram]


class Ark(NamedTuple):
    """`fordels` is the key of a sheet that Fordel reads as one of its own, such as "Fordel puljer"."""

    navn: str
    titel: str
    bredder: tuple[float, ...]  # of the columns, in characters; as many as the sheet is wide
    indhold: tuple[Indhold, ...]
    liggende: bool = False
    kun_eksempel: bool = False  # left out with the example
    fordels: str = ""
    pr_barn: bool = False  # a line for each child: nobody else may see one that is filled in

    @property
    def har_funktioner(self) -> bool:
        return any(isinstance(part, (Kald, Kaldtabel)) for part in self.indhold)


class Skabelon(NamedTuple):
    """`hvad`, `hvem`, `trin` and `eksempel` are what stands on Vejledning, `udgave` the number in the hidden name;
    `pulje` says whether `fordel pulje` can take the workbook as it is, without a question."""

    navn: str
    titel: str
    hvad: str
    hvem: str
    trin: tuple[str, str, str, str, str]
    eksempel: str
    ark: tuple[Ark, ...]
    pulje: bool = False
    udgave: int = 1
    dato: datetime.date = datetime.date(2026, 11, 30)


def udfyldt(skabelon: Skabelon, felter: Mapping[str, Vaerdi], linjer: Mapping[str, Sequence[tuple[Vaerdi, ...]]]
            ) -> Skabelon:
    """The same with other values in its fields and other lines in its tables, by their keys, which are then no example;
    where there are more lines than the template has room for, all its tables of institutions have room for them."""
    plads = max((RAEKKER, *map(len, linjer.values())))

    def part(old: Indhold) -> Indhold:
        if isinstance(old, Felt) and old.noegle in felter:
            return old._replace(vaerdi=felter[old.noegle], fast=True)
        if isinstance(old, Tabel):
            room = old._replace(plads=plads if old.plads == RAEKKER else old.plads)
            given = linjer.get(old.noegle)
            return room if given is None else room._replace(raekker=tuple(given), fast=True)
        return old

    return skabelon._replace(ark=tuple(ark._replace(indhold=tuple(map(part, ark.indhold))) for ark in skabelon.ark))
