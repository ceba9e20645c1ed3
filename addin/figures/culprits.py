"""Where what a refusal is about stands: the cells of the one it is about, and those that amounts come from."""

from __future__ import annotations

from collections.abc import Iterable

from addin.finding.institution import Recipient
from addin.finding.table import CHILDREN
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, Snapshot
from udfs.errors import RegelFejl, UmuligFejl
from udfs.values import name as comparable
from workbook_templates.indstillinger import CELLE
from workbook_templates.opsaetning import POOLS, SETTINGS, TABLE_COLUMNS

MADE_FROM = "made from"  # stands for the setting the key is made from
POOL = (*POOLS, "centralt", "grundbeloeb", "grundbeloeb_kolonne", "fast")  # what there is to give by the key
# An argument of a rule -> the settings whose cells one of the recipients has it from.
OF_ONE = {"noegle": (*CHILDREN, MADE_FROM), "belastning": (MADE_FROM, *CHILDREN), "boern": CHILDREN,
          "boern_taerskel": CHILDREN, "sidste_aar": ("sidste_aar", "fast"), "ansoegt": ("ansoegt", "fast")}
# An argument -> the settings whose cells all of it comes from.
OF_ALL = {"noegle": (MADE_FROM,), "boern": CHILDREN, "pulje": POOLS, "garanti": ("garanti", "hoejst")}
# And of what does not fit in the pool.
TOO_MUCH = {"minimum": ("minimum", *POOL), "garanti": ("garanti", "sidste_aar", "pl", "minimum", *POOL)}


def told(refused: RegelFejl, snapshot: Snapshot, setup: Setup, people: list[tuple[str, list[Recipient]]]) -> str:
    """Whose figures a refusal is about, with their cells, or else the cells it all comes from; "" where there are none.

    `people` are those the rule has counted, each with the institutions its figures are the sum of.
    """
    argument = refused.argument or ""
    if len(refused.numre) == 1 and refused.numre[0] <= len(people):
        keys = OF_ONE.get(argument, (argument,))
        name, members = people[refused.numre[0] - 1]
        found = [(member.name, cells(snapshot, setup, member, keys)) for member in members]
        if len(found) == 1:
            found = [(name, found[0][1])]
        each = "; ".join(", ".join(filter(None, one)) for one in found)
        return f"Det er {each}." if len(found) == 1 else f"Det er {name}: {each}."
    too_much = isinstance(refused, UmuligFejl) and argument in TOO_MUCH
    return see(setup, TOO_MUCH[argument] if too_much else OF_ALL.get(argument, (argument,)))


def see(setup: Setup, keys: Iterable[str]) -> str:
    """The cells of settings in a sentence, each with its label where there are several; "" where none has any."""
    found = [(str(setup.areas[key]), SETTINGS[key].label) for key in used(setup, keys)]
    return f"Se {labelled(found)}." if found else ""


def used(setup: Setup, keys: Iterable[str]) -> list[str]:
    """The settings that are read from cells and say something; a column is one."""
    real = [setup.key if key == MADE_FROM else key for key in keys]
    return [key for key in dict.fromkeys(real) if key in setup.areas and key in SETTINGS
            and (SETTINGS[key].kind != CELLE or setup.settings.vaerdi(key) is not None)]


def cells(snapshot: Snapshot, setup: Setup, member: Recipient, keys: Iterable[str]) -> str:
    """The cells of an institution in the columns of some settings, each with its label where there are several."""
    return labelled([(place, SETTINGS[key].label) for key in used(setup, keys)
                     if (place := cell(snapshot, setup, member, key))])


def cell(snapshot: Snapshot, setup: Setup, member: Recipient, key: str) -> str:
    """An institution's own cell: of its table, its row in a delivery, or its children; "" where it has none."""
    area = setup.areas[key]
    if key in TABLE_COLUMNS:
        return str(one_row(area, member.row))
    names = sheet_of(snapshot, area).column(area)
    rows = [area.row + offset for offset, name in enumerate(names) if comparable(name) == comparable(member.name)]
    if not rows:
        return ""
    if key == "antal_institution":
        return str(one_row(setup.areas["antal_kriterier"], rows[0]))
    more = f" og {len(rows) - 1} til" if len(rows) > 1 else ""
    return f"{one_row(area, rows[0])}{more}"


def one_row(area: Area, row: int) -> Area:
    return area._replace(row=row, last_row=row)


def labelled(found: list[tuple[str, str]]) -> str:
    """Ark!B4 alone, or with others: Ark!B4 (Børn i alt) og DST!B3:C3 (Leverede antal: institution)."""
    if len(found) < 2:
        return "".join(place for place, _ in found)
    *most, last = (f"{place} ({label})" for place, label in found)
    return f"{', '.join(most)} og {last}"
