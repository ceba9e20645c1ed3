"""Settles what each amount stands in: said by the user, by the settings sheet, or by a text near it; else kr."""

from __future__ import annotations

from addin.finding import cells
from addin.inputs import scalar
from addin.settings import named
from addin.settings.cells import worded
from addin.settings.setup import Remark, sheet_of
from addin.settings.tables import TableSettler
from workbook_templates import opsaetning
from workbook_templates.opsaetning import AMOUNTS, ENHEDER, OMRAADE, SETTINGS


class UnitSettler:
    """After the cells are settled: an amount without a unit beside others that are not in kr. is asked about."""

    def __init__(self, tables: TableSettler):
        self.tables, self.snapshot, self.setup = tables, tables.snapshot, tables.setup
        self.asker, self.choices = tables.asker, tables.choices

    def settle(self) -> None:
        """What each amount stands in."""
        amounts = [key for key in AMOUNTS if key in self.setup.areas or key == "pulje"]
        units = {key: self.unit(key) for key in amounts}
        others = sorted({unit for unit in units.values() if unit not in (None, "kr.")})
        for key in AMOUNTS:
            unit = units.get(key)
            if key in amounts and unit is None and others and (key != "pulje" or key in self.setup.areas):
                label = SETTINGS[key].label
                unit = self.asker.ask(f"enhed_{key}", f"{label}: andre beløb står i {' og '.join(others)}, men her "
                                      "står ingen enhed. Hvad står beløbene i?", [(word, word) for word in ENHEDER],
                                      str(self.setup.areas[key]))
            self.setup.values[f"enhed_{key}"] = unit or "kr."

    def unit(self, key: str) -> str | None:
        """The unit of one setting's amounts; None where nothing says it."""
        setting, source = f"enhed_{key}", "valgt ved kørslen"
        given = self.choices.get(setting)
        if not given:
            found = named.target(self.snapshot, SETTINGS[setting].name)
            given = scalar(*found, SETTINGS[setting].label) if found else None
            source = f"navnet {SETTINGS[setting].name}"
        if given:
            self.setup.sources[setting] = source
            return str(worded(setting, given))
        said = self.unit_said(key)
        if said is None:
            return None
        self.setup.sources[setting] = f'teksten "{said[1]}"'
        if said[0] != "kr.":
            self.setup.remarks.append(Remark(str(self.setup.areas[key]), f"{SETTINGS[key].label} er læst i {said[0]}, "
                                                                         f'fordi der står "{said[1]}".'))
        return said[0]

    def unit_said(self, key: str) -> tuple[str, str] | None:
        place, tables = self.setup.areas.get(key), self.tables
        if place is None or place.sheet == self.snapshot.ours.get(opsaetning.NOEGLE):
            return None
        if SETTINGS[key].kind == OMRAADE:
            own = tables.own_table()
            return cells.column_unit(own, place.column) if own else None
        return cells.cell_unit(sheet_of(self.snapshot, place), place)
