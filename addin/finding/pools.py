"""The pool: which of the cells that may be it is it, what it is made of, and whether it is to be found or given."""

from __future__ import annotations

from itertools import combinations

from addin.finding import cells, labels
from addin.finding.cells import Labelled
from addin.finding.formulas import precedents
from addin.finding.labels import VAGUE
from addin.finding.words import plain
from addin.workbook import Area, Sheet, Snapshot

LOOK_UP = 3  # how far over a value its years may stand
MOST_PARTS = 8  # numbers that are tried as parts of a pool
CENT = 0.01


class Pools:
    """Of the cells beside labels that may be the pool: those that remain in question, and what they account for."""

    def __init__(self, snapshot: Snapshot, found: list[Labelled], others: list[Labelled]):
        self.snapshot, self.found = snapshot, found
        self.others = others  # every labelled number of the same sheets, which may be a part of a pool
        self.parts: set[Area] = set()  # cells that the chosen pool has been made from
        self.left = self.choose()

    def sheet(self, place: Area) -> Sheet:
        sheet = self.snapshot.sheet(place.sheet)
        assert sheet is not None, "labels stand on sheets that are there"
        return sheet

    def number(self, place: Area) -> float | None:
        return cells.number_of(self.sheet(place).value(place.row, place.column))

    # --------------------------------------------------------------------------------- which it is

    def choose(self) -> list[Labelled]:
        """The candidates: one that accounts for all others is the pool; else all of them are in question."""
        sure = [cell for cell in self.found if cell.rank < VAGUE]
        if not sure:
            return [cell for cell in self.found if cell.rank == VAGUE] or self.found
        near = {cell.place.sheet for cell in sure}
        rivals = [cell for cell in self.found if cell.rank >= VAGUE and cell.place.sheet in near
                  and "pulje" in plain(cell.label)]
        for cell in sorted(sure, key=lambda cell: cell.rank):
            parts = self.made_of(cell.place)
            rest = [other for other in [*sure, *rivals] if other.place not in parts and other.place != cell.place]
            if not rest:
                self.parts = parts
                return [cell]
        return self.in_question(sure, rivals)

    def in_question(self, sure: list[Labelled], rivals: list[Labelled]) -> list[Labelled]:
        """What the user must choose among: not the parts of a sum, nor what is left over on another sheet."""
        everything = sorted([*sure, *rivals], key=lambda cell: (cell.place.sheet, cell.place.row, cell.place.column))
        return list({cell.place: cell for cell in everything}.values())

    def made_of(self, place: Area) -> set[Area]:
        """The cells an amount is calculated from: by its formula, else by arithmetic among the labelled numbers."""
        found = precedents(self.snapshot, place)
        waiting = [place, *found]
        while waiting:
            for part in self.by_arithmetic(waiting.pop()):
                if part not in found and part != place:
                    found.add(part)
                    waiting.append(part)
        return found

    def by_arithmetic(self, place: Area) -> tuple[Area, ...]:
        """The numbers of which an amount is the sum, or that are taken from a larger one to leave it."""
        value, label = self.number(place), self.label(place)
        if not value:
            return ()
        candidates = [cell.place for cell in self.found if cell.place != place and cell.place.sheet == place.sheet]
        whole = [other for other in dict.fromkeys(candidates) if (self.number(other) or 0) > 0]
        if len(whole) >= 2 and abs(sum(self.number(other) or 0 for other in whole) - value) <= CENT:
            return tuple(whole)
        above = self.run_above(place, value)
        if above or not labels.is_left(label):
            return above
        numbers = [cell.place for cell in self.others if cell.place.sheet == place.sheet and cell.place != place]
        for larger in [*whole, *(other for other in numbers if (self.number(other) or 0) > value)]:
            parts = [other for other in dict.fromkeys(numbers) if other != larger][:MOST_PARTS]
            for count in range(0, len(parts) + 1):
                for taken in combinations(parts, count):
                    if abs((self.number(larger) or 0) - sum(self.number(p) or 0 for p in taken) - value) <= CENT:
                        return (larger, *taken)
        return ()

    def run_above(self, place: Area, value: float) -> tuple[Area, ...]:
        """The labelled numbers just above an amount, where it is their sum."""
        places = {cell.place for cell in self.others}
        run: list[Area] = []
        for row in range(place.row - 1, -1, -1):
            cell = place._replace(row=row, last_row=row)
            if cell not in places:
                break
            run.append(cell)
            if len(run) > 1 and abs(sum(self.number(part) or 0 for part in run) - value) <= CENT:
                return tuple(run)
        return ()

    def label(self, place: Area) -> str:
        return next((cell.label for cell in self.found if cell.place == place), "")

    # --------------------------------------------------------------------------------- what it says

    def saves(self, place: Area | None) -> str:
        """The label that says that what stands in a cell is to be found; "" where none does."""
        return next((cell.label for cell in self.found if cell.place == place and labels.is_saving(cell.label)), "")

    def years(self, cell: Labelled) -> int:
        """How many years an amount is for, as its label or what stands over it says; 0 where nothing does."""
        sheet, place = self.sheet(cell.place), cell.place
        over = (sheet.value(row, place.column) for row in range(place.row - 1, place.row - 1 - LOOK_UP, -1))
        said = (labels.years_of(text) for text in (cell.label, *over) if isinstance(text, str))
        return next((years for years in said if years), 0)

    def negative(self) -> Labelled | None:
        """The pool where it is below zero and nothing else could be it."""
        sure = [cell for cell in self.left if cell.rank < VAGUE]
        numbers = [self.number(cell.place) for cell in sure]
        return sure[0] if sure and all(number is not None and number < 0 for number in numbers) else None
