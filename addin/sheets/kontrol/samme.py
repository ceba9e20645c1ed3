"""Whether the figures that are shown are still those of the user's cells: one condition a recipient."""

from __future__ import annotations

from typing import Protocol

from addin.finding.table import CHILDREN
from addin.run.regnet import Regnet
from addin.sheets.kontrol.dele import Cells, Samlet
from addin.sheets.kontrol.institutioner import Grundlag
from addin.sheets.tabel import Places
from addin.workbook import a1
from workbook_templates.opsaetning import OWN_BOUNDS

# Columns of the result and the trail that are held against the user's cells, or are a sum; what else a part shows, it
# proves itself.
HELD = ("hoveder", "boern", "boern_taerskel", "noegle", "tildeling", "fast", "ansoegt", "sidste_aar", "grundbudget")

GIVEN = ("noegledel", "grundbeloeb", "fast")  # what an amount is the sum of


class Control(Protocol):
    """What is asked of the sheet."""

    result: Regnet
    places: Places
    parts: Samlet
    cells_of: Cells
    at: dict[str, int]
    table: Grundlag | None

    def figure(self, key: str, number: int) -> str: ...

    def amount(self, key: str, number: int, row: int) -> str: ...

    def added(self, table: Grundlag, key: str, row: int) -> str: ...

    def lifted(self, amount: str) -> str: ...


def figures(control: Control, number: int, row: int) -> str:
    """1 where they are: calculated ones to nine digits."""
    terms = [term for same in control.parts.samme for term in same(control.cells_of, number, row)]
    for key, values in control.result.figures.own_bounds.items():
        value = '""' if values[number] is None else repr(values[number])
        terms.append(f"{a1(row, control.at[OWN_BOUNDS[key]])}={value}")
    for key in control.places.columns.keys() & HELD:
        terms += term(control, key, number, row)
    return f"IF(AND({','.join(sorted(terms))}),1,0)"


def term(control: Control, key: str, number: int, row: int) -> list[str]:
    """That of one column; none of the amounts, which are proven by themselves, where they are no sum."""
    columns = control.places.columns
    cell = columns[key][number]
    if key == "hoveder":
        return [f"ABS({heads(control, number, row)}-{cell})<=1E-9"]
    if key in ("boern", "boern_taerskel", "noegle"):
        here = a1(row, control.at[key])
        return [f"ABS({here}-{cell})<=1E-9*MAX(1,ABS({here}))"]
    if key == "tildeling":
        parts = [columns[part][number] for part in GIVEN if "noegledel" in columns and part in columns]
        return [f"ABS({cell}-{'-'.join(parts)})<=0.005"] if parts else []
    amount = control.amount(key, number, row)
    if key == "sidste_aar" and control.result.setup.settings.pl is not None:
        return [f"ABS({control.lifted(amount)}-{cell})<=0.005"]
    return [f"ABS({amount}-{cell})<=0.005"] if control.table else [f"{amount}={cell}"]


def heads(control: Control, number: int, row: int) -> str:
    """A recipient's children as they stand in the user's table."""
    keys = [key for key in CHILDREN if key in control.result.setup.areas]
    table = control.table
    if not table:
        return "+".join(control.figure(key, number) for key in keys)
    own = {"boern": "boern_i_alt" if "boern_i_alt" in table.at else "boern"}
    return "+".join(control.added(table, own.get(key, key), row) for key in keys)
