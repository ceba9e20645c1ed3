"""The numbers of the table of the sum: a column a pool, what a guarantee moves, and the sum."""

from __future__ import annotations

from collections.abc import Mapping

from addin.run.noegletal import Cell, Kolonne
from addin.run.puljer import Puljer
from addin.sheets.vaerdier import Vaerdier
from workbook_templates import fordeling_puljer as spec
from workbook_templates.fordeling import Column


def key_of(number: int) -> str:
    """The key of a pool's column, by its number from 0."""
    return f"pulje {number + 1}"


def columns(puljer: Puljer, values: Vaerdier) -> list[Column]:
    """Those the table has: of the pools in the order of the rows."""
    each = [Column(key_of(number), f"{pool.navn}, kr.", max(spec.WIDTH, longest(pool.navn)), "kr", "sum")
            for number, pool in enumerate(puljer.delt)]
    guarantee = [spec.GARANTI] if puljer.garanti else []
    first, last = ([column for column in of if column.key == "navn" or values.has(column.key)]
                   for of in (spec.FOER, spec.EFTER))
    return [*first, *each, *guarantee, *last]


def longest(name: str) -> int:
    """The width of the longest word of a name."""
    return max(map(len, name.split())) + 1


def values_of(puljer: Puljer) -> Vaerdier:
    """The columns of the sum as the tables take them."""
    found = Vaerdier(puljer.sum)
    keys = [key_of(number) for number in range(len(puljer.delt))]
    for number, key in enumerate(keys):
        amounts = puljer.beloeb(number)
        found.own[key] = Kolonne([amount or 0.0 for amount in amounts], blank=[amount is None for amount in amounts])
    moved = puljer.flyttet
    if moved is not None:
        found.own[spec.GARANTI.key] = Kolonne([round(amount, 6) + 0.0 for amount in moved.tolist()])
        keys.append(spec.GARANTI.key)

    def summed(cell: Cell, kept: Mapping[str, str]) -> str:
        return f"SUM({','.join(map(cell, keys))})"

    found.own["tildeling"] = Kolonne(puljer.sum.tildeling.tolist(), formel=summed)
    found.values.update({key: list(column.values) for key, column in found.own.items()})
    return found
