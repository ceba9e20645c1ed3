"""Rows by what stands in a column, as words with commas between: those of one pool, and, by the setting *Med*, those
of the whole workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from addin.danish import ended, listed
from addin.finding.institution import AF_TYPE, Recipient, Rows, Skipped
from addin.finding.words import name_of, one_line
from addin.inputs import where
from addin.messages import warning
from addin.settings import headed
from addin.settings.setup import KEYS
from addin.workbook import Area, Held, Refusal, Sheet
from udfs.values import name as comparable
from workbook_templates.opsaetning import BESIDE, SETTINGS
from workbook_templates.overskrifter import EJERFORM

if TYPE_CHECKING:
    from addin.settings.tables import TableSettler

COLUMN, WITH = "type", "med"
MOST = 9  # words of a column that a refusal lists


# ------------------------------------------------------------------------------------- words in a column


def words_of(text: str) -> dict[str, str]:
    """What is written with commas between, as it is compared and as it stands.

    >>> words_of("Kommunal, selvejende,")
    {'kommunal': 'Kommunal', 'selvejende': 'selvejende'}
    """
    return {comparable(each): each.strip() for each in text.split(",") if each.strip()}


def refuse_unknown(wanted: Mapping[str, str], there: Sequence[str], said: str, heading: str) -> None:
    """A word that stands in no row is spelled in another way, or not there any more."""
    missing = [shown for word, shown in wanted.items() if word not in map(comparable, there)]
    if missing:
        known = listed([f'"{each}"' for each in dict.fromkeys(there) if each], MOST)
        raise Refusal(f'{said}: "{missing[0]}" står ikke i {heading}. Der står {known}.')


def shown(sheet: Sheet, row: int, column: int) -> str:
    """What a cell holds as a word: district 4 is "4", and 0 is a number too."""
    return one_line(name_of(sheet.value(row, column)))


def readable(sheet: Sheet, row: int, column: int, name: str) -> Held:
    """What a cell that is compared holds; a date or an error is no word."""
    value = sheet.value(row, column)
    if value is None or isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return value
    raise Refusal(f"{where(sheet, row, column)}: {name} har hverken en tekst eller et tal her.")


# ------------------------------------------------------------------------------------- of the whole workbook


class Typer(NamedTuple):
    """The setting and the column it is about."""

    sheet: Sheet
    column: int
    wanted: dict[str, str]

    def held(self, row: int) -> str:
        return shown(self.sheet, row, self.column)

    def out(self, rows: Sequence[int]) -> frozenset[int]:
        """The rows with another type; of one without it is not known."""
        return frozenset(row for row in rows if self.held(row) and comparable(self.held(row)) not in self.wanted)


def settle(tables: TableSettler, sheet: Sheet) -> Typer | None:
    """What is said of types, and where they stand; None where all take part."""
    setup, said = tables.setup, setup_text(tables)
    if not said:
        headed.tell_unused(setup, COLUMN, f"{SETTINGS[WITH].label} er tom: alle er med.")
        return None
    if COLUMN not in setup.areas:
        find(tables)
    return Typer(sheet, setup.areas[COLUMN].column, words_of(said))


def setup_text(tables: TableSettler) -> str:
    value = tables.setup.values.get(WITH)
    return "" if value is None else one_line(value)


def find(tables: TableSettler) -> None:
    """The column by its heading; asked where there are several."""
    setup = tables.setup
    which = f"Hvilken kolonne siger, hvad institutionerne er ({SETTINGS[WITH].label})?"
    if not headed.find(tables, COLUMN, EJERFORM, which):
        raise Refusal(f"{setup.said(WITH)}: der er ingen kolonne {SETTINGS[COLUMN].label} i tabellen med "
                      f"institutioner. Peg på den med {SETTINGS[COLUMN].label}, eller tøm {SETTINGS[WITH].label}.")


def take_out(tables: TableSettler, types: Typer, rows: Rows) -> Rows:
    """The rows without those of another type, which are told by name."""
    left = types.out([each.row for each in rows.recipients])
    check(tables, types, rows.recipients)
    heading, said = SETTINGS[WITH].label, listed(list(types.wanted.values()), MOST)
    out = [each for each in rows.recipients if each.row in left]
    skipped = [Skipped(each.row, each.name, f'er "{types.held(each.row)}"; {heading} er {said}', AF_TYPE)
               for each in out]
    if out:
        cells = [f'{each.name} ("{types.held(each.row)}", {where(types.sheet, each.row, types.column)})'
                 for each in out]
        tables.setup.messages.append(warning(WITH, ended(f"Ikke med, for {heading} er {said}: {listed(cells, 20)}")))
    tables.setup.watched += [(cell(tables, types, each.row), types.sheet.own(each.row, types.column))
                             for each in rows.recipients]
    return rows._replace(recipients=[each for each in rows.recipients if each.row not in left],
                         skipped=sorted([*rows.skipped, *skipped]))


def check(tables: TableSettler, types: Typer, people: Sequence[Recipient]) -> None:
    """Every institution has a type, and every type that is asked for is some institution's."""
    for each in people:
        readable(types.sheet, each.row, types.column, each.name)
        if not types.held(each.row):
            tables.asker.stop_if_asked()  # perhaps it is no institution
            raise Refusal(f"{where(types.sheet, each.row, types.column)}: {each.name} har ingen type, så det vides "
                          f"ikke, om den er med. Skriv typen, eller tøm {SETTINGS[WITH].label}.")
    there = [types.held(each.row) for each in people]
    refuse_unknown(types.wanted, there, tables.setup.said(WITH), str(tables.setup.areas[COLUMN]))


def cell(tables: TableSettler, types: Typer, row: int) -> Area:
    return tables.setup.areas[COLUMN]._replace(row=row, last_row=row)


def check_key(tables: TableSettler) -> None:
    """A key from a sheet of its own has figures for those who are left out too."""
    setup = tables.setup
    key = next((key for key in KEYS if key in setup.areas), "")
    if setup.watched and key in BESIDE:
        raise Refusal(f"{setup.said(WITH)}: det kan kun siges, hvem der er med, når nøglen er en kolonne i tabellen "
                      f"med institutioner. Tøm {SETTINGS[WITH].label}, eller tag rækkerne ud af begge ark.")
