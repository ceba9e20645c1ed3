"""One returned file as a reply: known by its hidden name, its questions by their labels, its lines by headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Union

from addin.filejobs.saml import private, values
from addin.filejobs.saml.form import ENHEDER, KOMMUNE, SAG, SVAR, Asked, Form, form, of_svar
from addin.filejobs.saml.returned import Enhed, Fault, Reply, Returned, Svar
from addin.inputs import where
from addin.workbook import Held, Place, Sheet
from udfs.errors import antal
from workbook_templates.skabeloner import NAVNE, skabelon

MARK, GATHERED = "fordel_skabelon", "fordel_samling"  # hidden names: of a template, and of what is gathered
UNKNOWN = "er ikke lavet af en af Fordels skabeloner (det skjulte navn Fordel_skabelon mangler)"
MANY = 10  # answers that are not by chance those of the example
Line = tuple[int, dict[str, Union[Svar, None]]]
_CALLED = re.compile(r'(?:of:)?=?"([a-z-]+) (\d{1,6})"')


class Aside(Exception):  # noqa: N818 - an answer: the file does not count, and why
    """Why a file is put aside, in the words after its name."""


def read(book: Returned) -> Reply:
    """Raises Aside."""
    asked, named = form(), template(book)
    if named and named[0] == GATHERED:
        raise Aside("er selv en samling, ikke et svar")
    if private.is_private(book, [ark.navn for ark in skabelon(named[0]).ark] if named and named[0] in NAVNE else ()):
        raise Aside(private.ASIDE)
    refuse_another(named, asked)
    work = _Reading(book, asked)
    if work.sheet(SVAR) is None and work.sheet(ENHEDER) is None:
        raise Aside(f"har hverken arket {SVAR} eller {ENHEDER}")
    svar = dict(work.answers())
    kommune = svar.pop(KOMMUNE, None)
    if kommune == asked.asked[KOMMUNE].eksempel:
        raise Aside("har stadig eksemplets kommune, og svarene er eksemplets. Bed om en udfyldt")
    if kommune is None:
        work.say(SAG, "kommunens navn mangler; svarene står under filens navn", harmless=True)
    units = work.units()
    if not svar and not units and all(fault.harmless or fault.place == SVAR for fault in work.faults):
        raise Aside("er ikke udfyldt")
    return Reply(book.file, str(kommune or book.file), svar, units, tuple(work.faults))


def template(book: Returned) -> tuple[str, int] | None:
    """The template a file was made from and its edition, by the hidden name; None where it was made from none."""
    names = {name.name.casefold(): name.target for name in book.names if name.scope is None}
    if GATHERED in names:
        return GATHERED, 0
    called = _CALLED.fullmatch(names.get(MARK, "").strip())
    return (called[1], int(called[2])) if called else None


def refuse_another(named: tuple[str, int] | None, asked: Form) -> None:
    """What is no returned template, another one, or another edition of it."""
    if named is None:
        raise Aside(UNKNOWN)
    name, edition = named
    if name != asked.navn:
        raise Aside(f"er skabelonen {name}, som ikke samles; det gør {asked.navn}")
    refuse_edition(edition, asked.udgave)


def refuse_edition(edition: int, ours: int) -> None:
    if edition != ours:
        older = "en ældre" if edition < ours else "en nyere"
        raise Aside(f"er udgave {edition} af skabelonen, {older} end udgave {ours}, som samles. "
                    + ("Send den nye, og bed om svar i den" if edition < ours else "Opdatér Fordel"))


class _Reading:
    """A file while it is read; `faults` grows."""

    def __init__(self, book: Returned, asked: Form):
        self.book, self.form = book, asked
        self.faults: list[Fault] = []
        self.found: dict[str, Sheet | None] = {}
        self.blank: Counter[str] = Counter()

    def say(self, place: str, text: str, harmless: bool = False) -> None:
        self.faults.append(Fault(self.book.file, place, text, harmless))

    def sheet(self, name: str) -> Sheet | None:
        """A sheet by its name, or by the title at its top where it has another; said once where it is missing."""
        if name not in self.found:
            self.found[name] = self.look_for(name)
        return self.found[name]

    def look_for(self, name: str) -> Sheet | None:
        named = next((sheet for sheet in self.book.sheets if sheet.name.casefold() == name.casefold()), None)
        titled = [sheet for sheet in self.book.sheets if sheet.value(0, 0) == self.form.titles[name]]
        if named is None and len(titled) == 1:
            self.say(titled[0].name, f"arket hed {name} og er læst under sit nye navn", harmless=True)
            named = titled[0]
        if named is None:
            self.say(name, "arket mangler")
        elif named.unread:
            self.say(name, "arket er beskadiget og kan ikke læses")
            return None
        return named

    # --------------------------------------------------------------------------- questions

    def answers(self) -> Iterator[tuple[str, Svar]]:
        wanted = [self.form.asked[KOMMUNE], *of_svar().values()]
        for name in (SAG, SVAR, ENHEDER):
            sheet, asked = self.sheet(name), [each for each in wanted if each.sheet == name]
            if sheet is None:
                continue
            labels = labelled(sheet)
            found = [(each, answer) for each in asked
                     if (answer := self.answer(sheet, each, labels[plain(each.label)])) is not None]
            if name == SVAR and len(found) >= MANY and all(answer == each.eksempel for each, answer in found):
                self.say(SVAR, "alle svar er eksemplets og er ikke talt med")
                continue
            if name == SVAR and not found:
                self.say(SVAR, "der er ingen svar")
            yield from ((each.key, answer) for each, answer in found)

    def answer(self, sheet: Sheet, asked: Asked, places: list[Place]) -> Svar | None:
        if len(places) != 1:
            self.say(sheet.name, f'"{asked.label}" ' + ("står der ikke mere" if not places else
                     f"står {antal(len(places), 'gang', 'gange')}") + " og er ikke læst")
            return None
        row, column = places[0]
        return self.value(sheet, (row, column + 1), asked.label, sheet.value(row, column + 1), asked)

    def value(self, sheet: Sheet, place: Place, label: str, held: Held, asked: Asked) -> Svar | None:
        read = values.read(held, asked.rule)
        if read.said:
            self.say(where(sheet, *place), f"{label}: {read.said}", harmless=read.value is not None)
        return read.value

    # --------------------------------------------------------------------------- units

    def units(self) -> tuple[Enhed, ...] | None:
        """The lines with something in them; None where one could not be read, or there are none of its own."""
        sheet = self.sheet(ENHEDER)
        if sheet is None:
            return None
        head = heading(sheet, self.form)
        if head is None:
            self.say(sheet.name, "overskrifterne over enhederne er ændret, og enhederne er ikke læst")
            return None
        row, columns = head
        before = len(self.faults)
        lines = list(self.lines(sheet, row, columns))
        wrong = any(not fault.harmless for fault in self.faults[before:])
        keys = [column.noegle for column in self.form.columns]
        if [line for _, line in lines] == [dict(zip(keys, each)) for each in self.form.eksempel]:
            self.say(ENHEDER, "enhederne er eksemplets og er ikke talt med")
            return None
        self.blanks()
        if wrong:
            self.say(ENHEDER, "faktor og kvartilfaktor er ikke regnet, før enhederne kan læses alle sammen")
            return None
        return tuple(Enhed(nr, float(line["b02"] or 0), float(line["b35"] or 0), float(line["beloeb"] or 0),
                           line["special"] == "ja") for nr, line in lines)

    def lines(self, sheet: Sheet, row: int, columns: dict[str, int]) -> Iterator[Line]:
        """Number and cells of every line between the headings and the total."""
        rules = {column.noegle: column for column in self.form.columns}
        for nr, at in enumerate(range(row + 1, len(sheet.rows)), 1):
            if str(sheet.value(at, min(columns.values()) - 1) or "").strip().casefold() == "i alt":
                return
            line: dict[str, Svar | None] = {}
            for key, column in columns.items():
                asked = Asked(key, ENHEDER, rules[key].overskrift, rules[key].regel, None)
                line[key] = self.value(sheet, (at, column), asked.label, sheet.value(at, column), asked)
            blank = {key for key, column in columns.items() if sheet.value(at, column) is None}
            if len(blank) < len(columns):
                self.blank.update(blank)
                children = [line[key] for key in ("b02", "b35") if key not in blank]
                if line["beloeb"] and not any(children) and None not in children:
                    self.say(where(sheet, at, columns["beloeb"]), "enheden har et beløb og ingen børn")
                yield nr, line

    def blanks(self) -> None:
        """What is blank counts as nothing, and is said."""
        for key, unit in (("b02", "børn 0-2"), ("b35", "børn 3-5"), ("beloeb", "beløb")):
            if many := self.blank[key]:
                self.say(ENHEDER, f"{antal(many, 'enhed', 'enheder')} uden {unit} er læst som 0", harmless=True)


def labelled(sheet: Sheet) -> dict[str, list[Place]]:
    """Where each text stands, wherever rows or columns have been put in."""
    found: dict[str, list[Place]] = defaultdict(list)
    for row, line in enumerate(sheet.rows):
        for column, value in enumerate(line):
            if isinstance(value, str):
                found[plain(value)].append((row, column))
    return found


def heading(sheet: Sheet, asked: Form) -> tuple[int, dict[str, int]] | None:
    """The row with the headings, and the column of each that has inputs."""
    wanted = {plain(column.overskrift): column.noegle for column in asked.columns}
    for row, line in enumerate(sheet.rows):
        found = {wanted[plain(value)]: column for column, value in enumerate(line)
                 if isinstance(value, str) and plain(value) in wanted}
        if len(found) == len(wanted):
            return row, found
    return None


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()
