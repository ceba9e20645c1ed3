"""Settles what each amount stands in: said by the user, by the settings sheet, or by a text near it; else kr."""

from __future__ import annotations

from itertools import chain

from addin.finding import cells
from addin.finding.source import Origin, Source
from addin.finding.sums import figure
from addin.finding.table import CHILDREN
from addin.inputs import scalar
from addin.settings import named
from addin.settings.seen import number_formats
from addin.settings.seen.used_cells import used_cells
from addin.settings.setup import Remark, sheet_of
from addin.settings.tables import TableSettler
from addin.settings.values import worded
from addin.workbook import Refusal
from udfs.errors import kroner, tal
from workbook_templates import opsaetning
from workbook_templates.indstillinger import OMRAADE
from workbook_templates.opsaetning import AMOUNTS, ENHEDER, SETTINGS

LEAST_PER_CHILD, MOST_PER_CHILD = 20, 200_000  # kr. of a pool per child; outside, the unit is asked about


class UnitSettler:
    """After the cells are settled: an amount without a unit beside others that are not in kr. is asked about."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices
        self.said: set[str] = set()  # the units that the user has said, now or before

    def settle(self) -> None:
        """What each amount stands in."""
        used = used_cells(self.snapshot, self.setup)
        amounts = [key for key in AMOUNTS if key in self.setup.areas or key == "pulje"]
        units = {key: self.unit(key) for key in amounts}
        others = sorted({unit for unit in units.values() if unit not in (None, "kr.")})
        for key in AMOUNTS:
            unit = units.get(key)
            in_question = key in amounts and unit is None and (key != "pulje" or "pulje" in self.setup.areas)
            if in_question and others:
                unit = self.ask(key, f"{SETTINGS[key].label}: andre beløb står i {' og '.join(others)}, men her står "
                                     "ingen enhed. Hvad står beløbene i?")
            elif in_question and (title := self.title(key)):
                unit = self.ask(key, f'{SETTINGS[key].label}: på arket står "{title}", i en række med andre tal. Hvad '
                                     "står beløbene i?")
            elif f"enhed_{key}" in self.said or key not in amounts:
                pass
            elif why := number_formats.doubt(used, key, unit or "kr."):
                unit = self.ask(key, why)
            elif key == "pulje" and unit != "kr." and not number_formats.confirms(used, key, unit or "kr."):
                unit = self.plausible(unit or "kr.")
            self.setup.values[f"enhed_{key}"] = unit or "kr."
        self.check_central()

    def check_central(self) -> None:
        """What is taken off the top stands in the same unit as the pool."""
        said = self.unit_said("centralt")
        asked = "enhed_pulje" in self.asker.questions
        if said and not asked and said[0] != self.setup.values["enhed_pulje"]:
            raise Refusal(f'{self.setup.areas["centralt"]}: den centrale pulje står i {said[0]}, men puljen i '
                          f'{self.setup.values["enhed_pulje"]} Skriv begge i samme enhed.')

    def ask(self, key: str, text: str) -> str | None:
        return self.asker.ask(f"enhed_{key}", text, [(word, word) for word in ENHEDER],
                              str(self.setup.areas.get(key, "")))

    def plausible(self, unit: str) -> str | None:
        """The pool's unit where it gives a likely amount per child; else the user must say it."""
        pool, children = self.setup.values["pulje"], self.children()
        told = self.setup.sources["pulje"].kind is Origin.NAME
        if not isinstance(pool, (int, float)) or not pool or not children or told:
            return unit
        each = pool * ENHEDER[unit] / children
        if "pulje" not in self.setup.areas:
            return self.typed(pool, children, unit)
        if LEAST_PER_CHILD <= each <= MOST_PER_CHILD:
            return unit
        return self.ask("pulje", f"Puljen er {kroner(pool * ENHEDER[unit])}, hvis den står i {unit} Det er "
                                 f"{kroner(each)} pr. barn. Hvad står den i?")

    def typed(self, pool: float, children: float, unit: str) -> str | None:
        """The unit of a pool that is typed, and stands in no cell: asked about where the workbook speaks of another,
        in which it would be likely too. Who writes "kr." has said it."""
        if "kr" in str(self.choices.get("pulje") or "").casefold():
            return unit
        columns = (found for key in AMOUNTS if (found := self.unit_said(key)) and found[0] != "kr.")
        titles = (found for sheet in self.snapshot.foreign() if sheet.visible
                  if (found := cells.on_sheet(sheet, self.tables.all_tables())) and cells.is_for_all(found[1]))
        said = next(chain(columns, titles), None)
        likely = [word for word, factor in ENHEDER.items()
                  if LEAST_PER_CHILD <= pool * factor / children <= MOST_PER_CHILD]
        if said is None or said[0] not in likely:
            return unit
        each = kroner(pool * ENHEDER[unit] / children)
        return self.ask("pulje", f'Puljen er skrevet som {tal(pool)}, og i mappen står "{said[1]}". Hvad er den i? I '
                                 f"{unit} er det {each} pr. barn.")

    def children(self) -> float:
        """The children of all institutions, as far as they can be read."""
        areas = [self.setup.areas[key] for key in CHILDREN if key in self.setup.areas]
        return sum(figure(sheet_of(self.snapshot, place), recipient.row, place.column) or 0.0
                   for place in areas for recipient in self.setup.rows.recipients)

    def unit(self, key: str) -> str | None:
        """The unit of one setting's amounts; None where nothing says it."""
        setting, source = f"enhed_{key}", Source(Origin.CHOSEN)
        given, found = self.choices.get(setting), None
        if not given:
            found = named.target(self.snapshot, SETTINGS[setting].name)
            given = scalar(*found, SETTINGS[setting].label) if found else None
            source = Source(Origin.NAME, SETTINGS[setting].name)
        if given:
            self.said.add(setting)
            self.setup.sources[setting] = source
            if found:
                self.setup.areas[setting] = found[1]
            return str(worded(setting, given))
        said = self.unit_said(key)
        if said is None:
            return None
        self.setup.sources[setting] = Source(Origin.LABEL, said[1])
        if said[0] != "kr.":
            self.setup.remarks.append(Remark(str(self.setup.areas[key]), f"{SETTINGS[key].label} er læst i {said[0]}, "
                                                                         f'fordi der står "{said[1]}".'))
        return said[0]

    def title(self, key: str) -> str:
        """A title that may speak of a setting's amounts too, on their own sheet."""
        place = self.setup.areas.get(key)
        if place is None or place.sheet in self.snapshot.ours.values():
            return ""
        return cells.title_beside_figures(sheet_of(self.snapshot, place), self.tables.all_tables())

    def unit_said(self, key: str) -> tuple[str, str] | None:
        place, tables = self.setup.areas.get(key), self.tables
        if place is None or place.sheet == self.snapshot.ours.get(opsaetning.NOEGLE):
            return None
        if SETTINGS[key].kind == OMRAADE:
            own = tables.own_table()
            return cells.column_unit(own, place.column, tables.all_tables()) if own else None
        return cells.cell_unit(sheet_of(self.snapshot, place), place, tables.all_tables())
