"""The cells beside labels: which of them may be a setting in this workbook, and which remain in question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from addin.finding import cells, children, labels
from addin.finding.cells import Labelled
from addin.finding.formulas import precedents
from addin.finding.labels import VAGUE
from addin.finding.pools import CENT, Pools
from addin.messages import Message
from addin.settings import named, offers, puljer
from addin.settings.bystanders import Bystanders
from addin.settings.setup import Remark, sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Area, Held, Sheet, area
from udfs.errors import tal
from workbook_templates.opsaetning import SETTINGS

OF_LAST_YEAR = ("garanti", "hoejst", "andel_nyt", "pl")  # they say nothing where last year's amounts are unknown
MINUTE = 0.002  # of the pool: a smaller number is no part of it
AROUND = 6  # rows or columns: a plain "Min" farther from the pool is something else
TITLES = 6  # rows over the pool in which a title may stand


class LabelledCells:
    """Looks beside the labels of all sheets once; what counts depends on where the pool and the institutions are."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.pool_cell: Area | None = None  # where the pool stands, once it is known
        self.used: set[Area] = set()  # the cells that settings have been read from

    @cached_property
    def by_sheet(self) -> list[dict[str, list[Labelled]]]:
        """The cells beside labels by setting, for each sheet but those with a row per child."""
        tables = self.tables.all_tables()
        own = {sheet.name: [table for table in tables if table.sheet is sheet] for sheet in self.snapshot.foreign()
               if sheet.visible}
        return [cells.labelled(sheet, own[sheet.name]) for sheet in self.snapshot.foreign() if sheet.name in own
                and not any(children.names_repeat(table, 2) for table in own[sheet.name])]

    def everywhere(self, key: str) -> list[Labelled]:
        return list(dict.fromkeys(cell for by_setting in self.by_sheet for cell in by_setting.get(key, ())))

    @cached_property
    def scope(self) -> set[str]:
        """The sheets where pool and settings are found, and that of the institutions: near words count there."""
        sheets = {cell.place.sheet for found in self.by_sheet for key in found for cell in found[key]
                  if cell.rank < VAGUE}
        sheets |= {place.sheet for _, place in cells.pool_names(self.snapshot)}
        pointed = named.target(self.snapshot, SETTINGS["pulje"].name)
        places = (area(str(self.tables.choices.get("pulje") or "")), self.setup.areas.get("navn"),
                  pointed[1] if pointed else None)
        return (sheets | {place.sheet for place in places if place}) - set(self.snapshot.ours.values())

    @cached_property
    def bystanders(self) -> Bystanders:
        return Bystanders(self.tables)

    @cached_property
    def pools(self) -> Pools:
        """The pools, when it is known where the institutions stand."""
        found = self.found("pulje")
        return Pools(self.snapshot, found, self.bystanders.beside({cell.place.sheet for cell in found}))

    @cached_property
    def sure_pools(self) -> Pools:
        """The pools by their own words alone, which need no table to be known."""
        return Pools(self.snapshot, [cell for cell in self.everywhere("pulje") if cell.rank < VAGUE], [])

    # --------------------------------------------------------------------------------- what counts

    def found(self, key: str) -> list[Labelled]:
        """Every cell beside a label for the setting that may be it."""
        return [cell for cell in self.everywhere(key) if self.counts(key, cell)]

    def candidates(self, key: str) -> list[Labelled]:
        """Those of them that remain in question."""
        if key == "pulje":
            return self.pools.left
        found = [cell for cell in self.found(key) if cell.place not in {*self.parts, self.pool_cell}]
        if key == "centralt":
            # a part beside a sure one is another part: both are in question
            share = named.target(self.snapshot, SETTINGS["centralt_andel"].name)
            return [cell for cell in found if self.number(cell.place) != 0 and not self.is_taken_off(cell)
                    and not (share and cell.place == share[1])]
        return [cell for cell in found if cell.rank < VAGUE] or found

    @property
    def parts(self) -> set[Area]:
        """The cells the pool has been made from."""
        return self.pools.made_of(self.pool_cell) if self.pool_cell else self.pools.parts

    def is_taken_off(self, cell: Labelled) -> bool:
        """Whether the pool is what another number beside it is when this one is taken from it."""
        pool, part = (self.number(place) if place else None for place in (self.pool_cell, cell.place))
        if not pool or not part or self.pool_cell is None:
            return False
        return any(abs((self.number(other.place) or 0) - pool - part) <= CENT
                   for other in self.bystanders.beside({self.pool_cell.sheet}))

    def counts(self, key: str, cell: Labelled) -> bool:
        """Whether a number counts as one that may be the setting here."""
        if cell.rank < VAGUE:
            return key != "centralt" or cell.place.sheet in self.scope
        if key in OF_LAST_YEAR and "sidste_aar" not in self.setup.areas:
            return False
        if cell.rank == VAGUE:
            return key == "pulje" or (self.is_by_the_pool(cell.place) and not self.is_statistic(cell))
        if key == "centralt" and not self.may_be_part(cell):
            return False
        return cell.place.sheet in self.scope and cell.place not in self.bystanders.own_cells

    def may_be_part(self, cell: Labelled) -> bool:
        """Whether a number beside the pool may be a part of it: a share, or an amount not above it and not minute."""
        pool, part = (self.number(at) if at else None for at in (self.pool_cell, cell.place))
        if not pool or part is None or self.pool_cell is None or cell.place.sheet != self.pool_cell.sheet:
            return False
        return 0 < offers.share_of(part, cell.label) < 1 or MINUTE * pool <= part <= pool

    def is_by_the_pool(self, place: Area) -> bool:
        pools = [self.pool_cell] if self.pool_cell else [cell.place for cell in self.pools.left]
        return any(pool.sheet == place.sheet and abs(pool.row - place.row) <= AROUND
                   and abs(pool.column - place.column) <= AROUND for pool in pools)

    def is_statistic(self, cell: Labelled) -> bool:
        """Whether a vaguely labelled cell only says what is the least or the most of a column: "Minimum" 4.200."""
        value = self.value(cell.place)
        own = [table for table in self.tables.all_tables() if table.sheet.name == cell.place.sheet]
        if value not in [end for table in own for column in table.texts for end in extremes(table.below(column))]:
            return False
        self.remark(cell.place, f'"{cell.label}" er det mindste eller største tal i en kolonne, og ikke en '
                                "indstilling.")
        return True

    def remark(self, place: Area, text: str) -> None:
        remark = Remark(str(place), text)
        if remark not in self.setup.remarks:
            self.setup.remarks.append(remark)

    # --------------------------------------------------------------------------------- values

    def value(self, place: Area) -> Held:
        return sheet_of(self.snapshot, place).value(place.row, place.column)

    def number(self, place: Area) -> float | None:
        return cells.number_of(self.value(place))

    def shown(self, place: Area) -> str:
        """What a cell holds, as a Dane writes it."""
        value = self.value(place)
        return tal(value) if isinstance(value, (int, float)) else str(value)

    def weight_of_older(self) -> Labelled | None:
        """The cell that says what 3-5-year-olds weigh, where that is not 1."""
        found = [cell for cell in self.everywhere("vaegt") if labels.is_weight_of_older(cell.label)]
        return next((cell for cell in found if self.number(cell.place) not in (None, 0, 1)), None)

    def is_net(self) -> bool:
        """Whether the pool is what is left, as its own words say."""
        return any(cell.place == self.pool_cell and labels.is_left(cell.label) for cell in self.pools.found)

    def unused(self, made_of: set[Area]) -> list[Message]:
        """What is said of the numbers beside the pool that are not used, nor part of what is; the institutions' own
        figures are `made_of` some."""
        used = self.used | self.parts | puljer.cells_used(self.snapshot) | made_of
        used |= precedents(self.snapshot, *self.used)
        used |= {cell.place for cell in self.everywhere("vaegt")
                 if labels.is_weight_of_older(cell.label) and self.number(cell.place) == 1}
        return self.bystanders.unused(self.scope | {place.sheet for place in self.used}, used)

    def saves(self) -> str:
        """The label that says that the pool is to be found; "" where none does."""
        return self.pools.saves(self.pool_cell)


def extremes(values: Sequence[Held]) -> list[float]:
    """The least and the most number of a column."""
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return [min(numbers), max(numbers)] if numbers else []


def titles(sheet: Sheet, place: Area) -> list[str]:
    """The texts that stand over a cell as titles, and left of it: not those of lines with figures of their own."""
    found = [sheet.name]
    for row in range(max(0, place.row - TITLES), min(place.row + 1, len(sheet.rows))):
        cells = sheet.rows[row]
        if row == place.row or not any(isinstance(value, (int, float)) for value in cells):
            found += [value for value in cells[:place.column + 1] if isinstance(value, str)]
    return found
