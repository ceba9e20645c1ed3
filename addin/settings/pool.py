"""Settles the pool: found by its name or its label, asked about where several cells could be it, never below zero."""

from __future__ import annotations

from addin.finding import cells
from addin.finding.cells import Labelled
from addin.finding.labels import VAGUE, is_saving
from addin.finding.source import Origin, Source
from addin.finding.words import unit_of
from addin.settings import named, offers
from addin.settings.answered import amount_or_cell
from addin.settings.labelled import LabelledCells
from addin.workbook import Area, Refusal
from udfs.errors import tal
from workbook_templates.indstillinger import BESPARELSE
from workbook_templates.opsaetning import POOLS, SETTINGS

OTHER, ALL = "andet", "alle"  # the answers that it is another amount, and that all are
LABEL = SETTINGS["pulje"].label


class PoolSettler:
    """Finds the pool; `more` are the cells of further pools, where the user says that all are added."""

    def __init__(self, labelled: LabelledCells):
        self.labelled, self.snapshot = labelled, labelled.snapshot
        self.asker, self.choices = labelled.tables.asker, labelled.tables.choices

    def found(self) -> tuple[Area, Source] | None:
        """The cell and what it was found by; None where it is asked for, or there is none."""
        named_pools = cells.pool_names(self.snapshot)
        if len(named_pools) == 1:
            return named_pools[0][1], Source(Origin.NAME, named_pools[0][0])
        if named_pools:
            self.ask([Labelled(place, name, 0) for name, place in named_pools])
            return None
        left = self.labelled.pools.left
        if not left or self.is_share(left):
            return None
        if len(left) > 1 or left[0].rank >= VAGUE or self.labelled.pools.years(left[0]) > 1:
            self.ask(left)
            return None
        for cell in self.labelled.pools.found:
            if cell.place in self.labelled.pools.parts and cell.rank < VAGUE:
                self.labelled.remark(cell.place, f'"{cell.label}" er ikke brugt: "{left[0].label}" er det, der skal '
                                                 "fordeles.")
        return left[0].place, Source(Origin.LABEL, left[0].label)

    def is_share(self, left: list[Labelled]) -> bool:
        """A share of something is no amount, unless it is said to stand in millions: what it is of is not known."""
        number = self.labelled.number(left[0].place) if len(left) == 1 else None
        if number is None or not 0 < number < 1 or unit_of(left[0].label) not in (None, "kr."):
            return False
        sheet = self.snapshot.sheet(left[0].place.sheet)
        tables = self.labelled.tables.all_tables()
        if sheet is None or cells.cell_unit(sheet, left[0].place, tables):
            return False
        shown = self.labelled.shown(left[0].place)
        text = f'{left[0].place}: "{left[0].label}" er {shown}, en andel og ikke et beløb.'
        self.asker.ask_freely("pulje", f"{text} Hvor mange kr. skal fordeles?", amount_or_cell)
        return True

    def ask(self, found: list[Labelled]) -> None:
        """One of several cells, all of them together, or none."""
        choices = [(str(cell.place), f'"{cell.label}": {self.labelled.shown(cell.place)}') for cell in found]
        numbers = [number for cell in found if (number := self.labelled.number(cell.place)) is not None]
        text = f"{LABEL}: flere celler kan være den. Hvilken er det?"
        if len(found) == 1:
            text = f'{LABEL}: er det cellen ved siden af "{found[0].label}"?'
            years = self.labelled.pools.years(found[0])
            if years > 1 and numbers:
                text = f'{LABEL}: "{found[0].label}" er måske for {years} år. Hvor meget skal fordeles?'
                share = numbers[0] / years
                choices.append((offers.number(share), f"{tal(round(share, 2))}: et af de {years} år"))
            choices.append((OTHER, "nej, det er et andet beløb"))
        elif len({cell.place for cell in found}) < len(found) or len({is_saving(cell.label) for cell in found}) > 1:
            pass  # two names of one cell, or an amount to give and one to find: they cannot be added
        elif len(found) <= len(POOLS):
            choices.append((ALL, "de lægges sammen"))
        elif len(numbers) == len(found):
            choices += [(offers.number(sum(numbers)), f"de lægges sammen til {tal(sum(numbers))}"),
                        (OTHER, "et andet beløb")]
        self.asker.ask("pulje", text, choices, str(found[0].place))

    def all(self) -> dict[str, str]:
        """The cells of all pools in question, each for its own setting."""
        named_pools = [Labelled(place, name, 0) for name, place in cells.pool_names(self.snapshot)]
        found = named_pools if len(named_pools) > 1 else self.labelled.candidates("pulje")
        return {key: str(cell.place) for key, cell in zip(POOLS, found)}

    def refuse_negative(self) -> None:
        """A pool below zero, before anything is asked."""
        if self.choices.get("pulje") or named.target(self.snapshot, SETTINGS["pulje"].name):
            return
        cell = self.labelled.sure_pools.negative()
        if cell is not None:
            raise Refusal(f'{cell.place}: "{cell.label}" er negativ ({self.labelled.shown(cell.place)}). Er det et '
                          f'beløb, der skal findes, så skriv det uden minus, og sæt "{SETTINGS["retning"].label}" til '
                          f"{BESPARELSE} (--retning {BESPARELSE}).")

    def check(self) -> None:
        """There must be a pool."""
        if self.labelled.setup.values["pulje"] is not None or {"pulje", "punktum"} & self.asker.questions.keys():
            return
        found = "" if self.choices.get("pulje") == OTHER else "Fandt ingen pulje. "
        written = [words for sheet in self.snapshot.foreign() if sheet.visible
                   for words in cells.words_beside(sheet, self.labelled.tables.all_tables())]
        if found and written:
            text, place = written[0]
            found = f'{place}: "{text}" er ikke et beløb. '
        found += "".join(f"{why} " for why in self.snapshot.unread())
        self.asker.ask_freely("pulje", f"{found}Hvor mange kr. skal fordeles? Skriv beløbet (6400000), cellen "
                                       "(Forudsætninger!B7) eller et navn.", amount_or_cell)
