"""A returned copy of a template that is sent to many: what its sender wrote, which is the same in all of them, and the
lines that are its own. Nothing is read of one with rows for children."""

from __future__ import annotations

from collections.abc import Iterator

from addin.danish import listed
from addin.filejobs.saml import private, values
from addin.filejobs.saml.known import Aside
from addin.filejobs.saml.reading import Reading, labelled, plain
from addin.filejobs.saml.returned import Linje, Reply, Returned, Svar
from addin.filejobs.saml.skema import KOMMUNE, Asked, Samlet, Skema
from addin.inputs import where
from addin.workbook import Place, Sheet
from udfs.errors import antal

NAMED = 3  # of those that have filled in a file
FAELLES = ""  # the table of what all copies should say the same of
TWICE = "{} står også i {}, og linjerne er læst som én: tallene er ikke lagt sammen"
COUNTED_APART = "siger, at børnene tælles på arket {0}. Det har en række pr. barn og samles ikke: bed om antal i stedet"


def read(book: Returned, asked: Skema) -> Reply:
    """Raises Aside."""
    work = Reading(book, asked.titles)
    refuse_children(work, asked)
    if all(work.named(name) is None for name in asked.own):
        raise Aside(f"har ikke arket {' eller '.join(asked.own)}")
    same = faelles(work, asked)
    kommune = next((each for each in asked.felter if each.key == KOMMUNE), None)
    if kommune and same.svar.get(KOMMUNE) == kommune.eksempel:
        raise Aside("har stadig eksemplets kommune, og svarene er eksemplets. Bed om en udfyldt")
    apart = next((sheet for sheet in asked.pr_barn if sheet in same.svar.values()), "")
    if apart:
        raise Aside(COUNTED_APART.format(apart))
    lines = [line for table in asked.tabeller for line in linjer(work, table)]
    if not lines and all(fault.harmless for fault in work.faults):
        raise Aside("er ikke udfyldt")
    return Reply(book.file, who(lines), {}, None, tuple(work.faults), (same, *lines))


def refuse_children(work: Reading, asked: Skema) -> None:
    """A sheet with rows for children is empty, or the file is put aside."""
    for ark in asked.skabelon.ark:
        sheet = work.named(ark.navn) if ark.pr_barn else None
        if sheet is None:
            continue
        own = {plain(text) for text in texts(asked, ark.navn)}
        if sheet.unread or any(value not in (None, "") and plain(str(value)) not in own
                               for row in sheet.rows for value in row):
            raise Aside(private.ASIDE)


def texts(asked: Skema, ark: str) -> Iterator[str]:
    """All that the template itself writes on a sheet."""
    laid = next(each for each in asked.skabelon.ark if each.navn == ark)
    yield laid.titel
    for part in laid.indhold:
        yield from (column.overskrift for column in getattr(part, "kolonner", ()))
        yield from (str(getattr(part, name)) for name in ("tekst", "etiket", "titel") if getattr(part, name, ""))


# ------------------------------------------------------------------------------------- the sender's


def faelles(work: Reading, asked: Skema) -> Linje:
    """The fields, and the cells of the tables with as many lines as they have."""
    found = _Line(work)
    for ark in dict.fromkeys(each.sheet for each in asked.felter):
        sheet = work.sheet(ark)
        labels = labelled(sheet) if sheet else {}
        for each in (each for each in asked.felter if each.sheet == ark):
            place = work.beside(sheet, each.label, labels.get(plain(each.label), [])) if sheet else None
            if sheet and place:
                found.take(sheet, place, each)
            else:
                found.ulaest.add(each.key)
    for table in asked.faste:
        of_table(work, table, found)
    return found.line(FAELLES, "")


def of_table(work: Reading, table: Samlet, found: _Line) -> None:
    sheet = work.sheet(table.ark)
    head = work.heading(sheet, table.kolonner, f"tabellen {table.tabel.titel}") if sheet else None
    for nr, each, column in table.celler():
        if sheet and head:
            found.take(sheet, (head[0] + nr, head[1][column.noegle]), each)
        else:
            found.ulaest.add(each.key)


class _Line:
    """A line while it is read."""

    def __init__(self, work: Reading):
        self.work = work
        self.svar: dict[str, Svar] = {}
        self.steder: dict[str, str] = {}
        self.ulaest: set[str] = set()

    def take(self, sheet: Sheet, place: Place, asked: Asked) -> None:
        held = sheet.value(*place)
        value = self.work.value(sheet, place, asked.label, held, asked)
        self.steder[asked.key] = where(sheet, *place)
        if value is not None:
            self.svar[asked.key] = value
        elif not values.is_blank(held):
            self.ulaest.add(asked.key)

    def line(self, table: str, navn: str) -> Linje:
        return Linje(table, navn, self.svar, self.steder, frozenset(self.ulaest))


# ------------------------------------------------------------------------------------- each one's own


def linjer(work: Reading, table: Samlet) -> Iterator[Linje]:
    """The lines with a name, without those of the example."""
    sheet = work.sheet(table.ark)
    head = work.heading(sheet, table.kolonner, "arket") if sheet else None
    if sheet is None or head is None:
        return
    row, columns = head
    examples = [{column.noegle: value for column, value in zip(table.kolonner, line) if value is not None}
                for line in table.tabel.raekker]
    skipped, first = 0, dict[str, str]()  # where each stands first
    inner = [columns[column.noegle] for column in table.kolonner[1:]]  # in the first there is a note below the total
    for at in work.below(sheet, row, columns[table.kolonner[0].noegle], inner):
        filled = [column for column in table.kolonner if not values.is_blank(sheet.value(at, columns[column.noegle]))]
        if not filled or filled == [table.kolonner[0]] and table.navn not in filled:  # a number beside nothing
            continue
        found = _Line(work)
        for column in table.kolonner:
            place = at, columns[column.noegle]
            found.take(sheet, place, Asked(column.noegle, table.ark, column.overskrift, column.regel, None))
        if found.svar in examples and not found.ulaest:
            skipped += 1
            continue
        name = found.svar.pop(table.tabel.samles, None)
        if name is None:
            work.say(found.steder[table.tabel.samles], f"linjen har ingen {table.navn.overskrift.lower()} og er ikke "
                     "taget med")
            continue
        line = found.line(table.tabel.noegle, " ".join(str(name).split()))
        cell = line.steder[table.tabel.samles]
        before = first.setdefault(line.navn.casefold(), cell)
        if before != cell and not table.tabel.flere:
            work.say(cell, TWICE.format(line.navn, before), harmless=True)
        yield line
    if skipped:
        work.say(sheet.name, f"{antal(skipped, 'linje', 'linjer')} er eksemplets og er ikke talt med", harmless=True)


def who(lines: list[Linje]) -> str:
    """Whose lines a file has."""
    return listed(list(dict.fromkeys(line.navn for line in lines)), NAMED)
