"""One pool's settings: those of the workbook, with what its row on "Fordel puljer" says instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from addin.danish import listed
from addin.finding.cells import unit_beside
from addin.finding.formulas import direct
from addin.finding.source import Origin, Source
from addin.finding.sums import figure
from addin.finding.table import CHILDREN
from addin.finding.words import name_of, one_line, plain, unit_of
from addin.settings import puljer, typer
from addin.settings.puljer import Raekke
from addin.settings.setup import KEYS, Pulje, Setup, sheet_of
from addin.settings.values import worded
from addin.workbook import Area, Held, Refusal, Snapshot
from udfs.errors import tal
from udfs.values import name as comparable
from workbook_templates import fordel_puljer as spec
from workbook_templates.indstillinger import ANDEL, BESPARELSE
from workbook_templates.opsaetning import BESIDE, ENHEDER, GRUNDLAG, ONE_OR_EACH, SETTINGS, WEIGHT

ABOVE = 8  # rows over the table in which a heading may stand
OF_A_KEY = (*KEYS, *BESIDE.values(), "noegle_aendring", "noegle_grund")
# What is of the whole and cannot be done again in each pool: refused with several.
OF_THE_WHOLE = ("fast", "ansoegt", "udmeldt", "garanti", "hoejst", "hoejst_andel", "andel_nyt")
# They are about the amount on the settings.
NOT_OF_OWN_AMOUNT = ("pulje_2", "pulje_3", "centralt", "centralt_andel", "enhed_pulje")
CAN_BE_NONE = ("taerskel", "loft", "minimum", "grundbeloeb")
LAST_YEAR = ("sidste_aar", "enhed_sidste_aar")


def one(snapshot: Snapshot, setup: Setup, rows: Sequence[Raekke]) -> Setup:
    """The settings of a workbook with one pool: its own, where nothing else is said on the row."""
    return of_row(snapshot, setup, rows[0], alone=True) if rows and not rows[0].plain else setup


def check_several(setup: Setup, rows: Sequence[Raekke]) -> None:
    """What cannot be used with several pools is refused, with where it belongs."""
    used = [key for key in OF_THE_WHOLE if setup.says(key)]
    if setup.settings.retning == BESPARELSE:
        used.append("retning")
    if used:
        said = listed([SETTINGS[key].label for key in used])
        raise Refusal(f"Med flere puljer kan {said} ikke bruges: det ville gælde i hver pulje. Tøm indstillingen; en "
                      f"garanti skrives på puljens række, eller i en sidste række {spec.GARANTI}, der gælder summen.")
    without = [each for each in rows if "beloeb" not in each.held and not each.is_garanti]
    if len(without) > 1:
        raise Refusal(f"{without[1].cell('beloeb')}: skriv puljens beløb. Kun én pulje kan have det fra Fordel "
                      f"opsætning, og det har {without[0].navn}.")


def of_row(snapshot: Snapshot, setup: Setup, row: Raekke, alone: bool = False) -> Setup:
    """The settings of one row. `alone` where it is the only one: then last year's amounts are the pool's."""
    made = Maker(snapshot, setup, row)
    made.amount()
    made.key()
    made.last_year(alone)
    for column in spec.KOLONNER:
        if column.setting and column.key != "beloeb":
            made.single(column)
    made.recipients()
    return made.finished()


class Maker:
    """Makes the settings from the row's cells, one subject after the other."""

    def __init__(self, snapshot: Snapshot, setup: Setup, row: Raekke):
        self.snapshot, self.general, self.row = snapshot, setup, row
        self.table = setup.areas["navn"]
        self.sheet = sheet_of(snapshot, self.table)
        self.areas, self.values = dict(setup.areas), dict(setup.values)
        self.headings, self.sources = dict(setup.headings), dict(setup.sources)
        self.people = setup.rows.recipients
        self.own_key = False
        self.instead: dict[str, str] = {}
        cells = [(row.place(column.key), row.held.get(column.key)) for column in spec.KOLONNER]
        self.watched: list[tuple[Area, Held]] = cells

    def say(self, key: str, value: Any, formula: str, column: str = "") -> None:
        """A setting that the row says, and the column of the cell it is read from."""
        self.areas.pop(key, None)
        if column:
            self.areas[key] = self.row.place(column)
        self.values[key], self.instead[key] = value, formula
        self.sources[key] = Source(Origin.CHOSEN)

    def drop(self, key: str) -> None:
        """A setting that says nothing of this pool."""
        self.areas.pop(key, None)
        if key in self.values:
            self.values[key] = SETTINGS[key].default
        self.instead[key] = ""

    def amount(self) -> None:
        own = puljer.amount(self.row)
        if own:
            self.check_unit()
            self.say("pulje", *own, "beloeb")
            for key in NOT_OF_OWN_AMOUNT:
                self.drop(key)

    def check_unit(self) -> None:
        """An amount that is fetched from cells in another unit is in that unit, unless it is turned into kr. there."""
        place = self.row.place("beloeb")
        formula = (self.row.sheet.formulas or {}).get((place.row, place.column), "")
        for cell in direct(self.snapshot, place) if not set("*/") & set(formula) else ():
            said = unit_beside(sheet_of(self.snapshot, cell), cell)
            is_the_pool = cell == self.general.areas.get("pulje")
            unit = self.general.settings.enhed_pulje if is_the_pool else said[0] if said else "kr."
            if unit != "kr.":
                raise Refusal(f"{self.row.cell('beloeb')}: beløbet er hentet fra {cell}, der står i {unit} Gang "
                              f"formlen med {tal(ENHEDER[unit])}, så beløbet er i kr.")

    def single(self, column: spec.Kolonne) -> None:
        """A setting of one value: a number, a word, or that there is none."""
        row, key = self.row, column.setting
        if column.key not in row.held:
            return
        formula = row.formula(column.key)
        if row.is_none(column.key) and key in CAN_BE_NONE:
            self.say(key, None, f'IF(ISTEXT({formula}),"",{formula})', column.key)
        elif SETTINGS[key].style in ("tekst", "fritekst"):
            self.say(key, self.word(column.key, key), formula, column.key)
        else:
            self.say(key, row.number(column.key), formula, column.key)
        if key in ONE_OR_EACH:
            self.drop(ONE_OR_EACH[key])

    def word(self, column: str, key: str) -> Any:
        text = self.row.text(column)
        try:
            return worded(key, text)
        except Refusal as refused:
            raise Refusal(f"{self.row.cell(column)}: {refused}") from None

    # --------------------------------------------------------------------------------- the key

    def key(self) -> None:
        """A column of the table's instead of the key of the settings."""
        if "noegle" not in self.row.held:
            if "noegle_er" in self.row.held:
                raise Refusal(f"{self.row.cell('noegle_er')}: der står, hvad nøglen er, men ikke hvilken. Skriv "
                              "kolonnens overskrift under Nøgle.")
            return
        text = self.row.text("noegle")
        column = self.column("noegle", text)
        said = plain(self.row.text("noegle_er"))
        was = next((key for key in KEYS if self.areas.get(key) == self.of_table(column)), "")
        if said not in ("", *spec.NOEGLE_ER):
            raise Refusal(f'{self.row.cell("noegle_er")}: "{said}" kendes ikke. Skriv '
                          f'{" eller ".join(spec.NOEGLE_ER)}.')
        if was and said in ("", word_of(was)):
            return
        if not said and self.may_be_burden(column):
            raise Refusal(f'{self.row.cell("noegle_er")}: "{text}" ligner en andel pr. barn. Skriv belastning, hvis '
                          "den skal ganges med børnene, eller nøgle, hvis den er færdig.")
        key = GRUNDLAG[said or "nøgle"]
        for other in OF_A_KEY:
            if other in self.areas or other in KEYS:
                self.drop(other)
        self.areas[key] = self.of_table(column)
        self.headings[key], self.own_key = text, True
        self.say("grundlag", word_of(key), "")
        self.say("belastning_i", ANDEL, "")
        self.instead["vaegt"] = f'IF(Fordel_vaegt="",{WEIGHT[self.general.key]!r},Fordel_vaegt)'

    def column(self, what: str, text: str) -> int:
        """The column of the table with this heading."""
        for row in range(self.table.row - 1, max(-1, self.table.row - 1 - ABOVE), -1):
            values = self.sheet.rows[row] if row < len(self.sheet.rows) else ()
            heads = [at for at, value in enumerate(values) if isinstance(value, (str, float)) and same(value, text)]
            found = [at for head in heads for at in self.under(row, head)]
            if len(found) > 1:
                raise Refusal(f'{self.row.cell(what)}: "{text}" står over {len(found)} kolonner i '
                              f"{self.table.sheet}, række {row + 1}. Giv den ene en anden overskrift.")
            if found:
                return found[0]
        raise Refusal(f'{self.row.cell(what)}: der er ingen kolonne "{text}" i tabellen med institutioner '
                      f"({self.table}). Skriv overskriften, som den står.")

    def under(self, row: int, column: int) -> list[int]:
        """The columns a heading is over: its own; where others stand below it, those up to the next beside it."""
        below = [at for at in range(column, len(self.sheet.rows[row]) if row < self.table.row - 1 else column)
                 if not any(self.sheet.value(row, beside) for beside in range(column + 1, at + 1))
                 and any(isinstance(self.sheet.value(under, at), str) for under in range(row + 1, self.table.row))]
        return below if column in below else [column]

    def of_table(self, column: int) -> Area:
        return self.table._replace(column=column, last_column=column)

    def may_be_burden(self, column: int) -> bool:
        """Whether all figures are at most 1 and some are no whole number, where there are children to multiply with."""
        read = [value for each in self.people if (value := figure(self.sheet, each.row, column)) is not None]
        children = any(key in self.areas for key in CHILDREN)
        return children and bool(read) and max(read) <= 1 and any(value != int(value) for value in read)

    # --------------------------------------------------------------------------------- last year

    def last_year(self, alone: bool) -> None:
        """Last year's amounts of this pool, and the share of them that nobody comes under."""
        text, share = self.row.text("sidste_aar"), self.row.number("garanti")
        if text:
            column = self.column("sidste_aar", text)
            for key in LAST_YEAR:
                self.drop(key)
            self.areas["sidste_aar"], self.headings["sidste_aar"] = self.of_table(column), text
            self.values["enhed_sidste_aar"] = unit_of(text) or self.general.values.get("enhed_sidste_aar", "kr.")
        elif not alone:
            for key in (*LAST_YEAR, "erstatter"):
                self.drop(key)
            if share is not None:
                raise Refusal(f"{self.row.cell('sidste_aar')}: garantien på {self.row.navn} er en andel af puljens "
                              "egne beløb sidste år. Skriv overskriften på kolonnen med dem, eller skriv garantien i "
                              f"en sidste række {spec.GARANTI}, der gælder summen.")
        if share is not None:
            self.say("garanti", share, self.row.formula("garanti"), "garanti")

    # --------------------------------------------------------------------------------- who

    def recipients(self) -> None:
        """Those rows of the table that take part in this pool."""
        text = self.row.text("modtagere")
        if plain(text) in ("", spec.ALLE):
            return
        heading, colon, listed_values = text.partition(":")
        wanted = typer.words_of(listed_values)
        if not colon or not wanted:
            raise Refusal(f'{self.row.cell("modtagere")}: "{text}" kan ikke læses. Skriv {spec.ALLE}, eller en '
                          "kolonnes overskrift, kolon og det, der skal stå i den: Type: Vuggestue, Integreret.")
        key = next(key for key in KEYS if key in self.areas)
        if key in BESIDE:
            raise Refusal(f"{self.row.cell('modtagere')}: modtagerne kan kun begrænses, når nøglen er en kolonne i "
                          f"tabellen med institutioner. Skriv {spec.ALLE}, eller giv puljen en nøgle i tabellen.")
        of = self.groups() if plain(heading) == "gruppe" and not self.has(heading) else self.values_in(heading.strip())
        typer.refuse_unknown(wanted, list(of.values()), self.row.cell("modtagere"), heading.strip())
        self.people = [each for each in self.people if comparable(of[each.row]) in wanted]

    def has(self, heading: str) -> bool:
        return self.table.row > 0 and any(isinstance(value, str) and same(value, heading)
                                          for value in self.sheet.rows[self.table.row - 1])

    def groups(self) -> dict[int, str]:
        place = self.areas.get("gruppe")
        if place:
            self.watch(place.column)
        return {each.row: each.group for each in self.people}

    def values_in(self, heading: str) -> dict[int, str]:
        column = self.column("modtagere", heading)
        self.watch(column)
        return {each.row: typer.shown(self.sheet, each.row, column) for each in self.people}

    def watch(self, column: int) -> None:
        """What says who takes part."""
        for each in self.people:
            self.watched.append((self.of_table(column)._replace(row=each.row, last_row=each.row),
                                 typer.readable(self.sheet, each.row, column, each.name)))

    # --------------------------------------------------------------------------------- together

    def finished(self) -> Setup:
        general, kept = self.general, {name: to for name, to in self.general.kept.items()
                                       if name not in {SETTINGS[key].name for key in self.instead if key in SETTINGS}}
        return replace(
            general, areas=self.areas, values=self.values, headings=self.headings, sources=self.sources, kept=kept,
            rows=general.rows._replace(recipients=self.people),
            criteria=[] if self.own_key else general.criteria, weights=None if self.own_key else general.weights,
            pulje=Pulje(self.row.navn, general, self.instead, self.watched, self.row.text("tekst"),
                        self.row.videre))


def word_of(key: str) -> str:
    return next(word for word, known in GRUNDLAG.items() if known == key)


def same(first: str | float, second: str) -> bool:
    """Whether two headings are one, as they are read."""
    return one_line(name_of(first)).casefold() == one_line(second).casefold()
