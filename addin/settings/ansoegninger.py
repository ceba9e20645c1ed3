"""How applications are shared: by the key, or by what is applied for alone, in turn or with the same loss to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.finding.source import Origin, Source
from addin.finding.words import plain
from addin.messages import warning
from addin.settings.headed import find, headed, tell_unused
from addin.settings.setup import KEYS, Setup
from addin.workbook import Refusal
from workbook_templates.indstillinger import EFTER_NOEGLE, LIGE_AFSLAG, PRIORITET
from workbook_templates.opsaetning import BESIDE, GRUNDLAG, SETTINGS
from workbook_templates.overskrifter import PRIORITETER

if TYPE_CHECKING:
    from addin.settings.cells import CellSettler
    from addin.settings.tables import TableSettler

HOW, APPLIED, COLUMN = "ansoegninger_deles", "ansoegt", "prioritet"
WHICH = "Hvilken kolonne siger, i hvilken rækkefølge ansøgningerne får?"
NOEGLE = next(word for word, key in GRUNDLAG.items() if key == "noegle")
OF_A_KEY = (*KEYS, *BESIDE.values())


def without_key(setup: Setup) -> bool:
    """Whether what is applied for is shared by it alone."""
    return bool(setup.values.get(HOW, EFTER_NOEGLE) != EFTER_NOEGLE)


def settle(single: CellSettler) -> None:
    """What is said of it; then the columns it needs, and no other key than what is applied for."""
    tables, setup = single.tables, single.setup
    single.settle(HOW)
    key_is_said = tables.key_is_named or any(tables.choices.get(key) for key in ("grundlag", *KEYS))
    if setup.sources[HOW].kind is Origin.STANDARD and not (key_is_said or tables.saving):
        ask(tables)
    if setup.values[HOW] != PRIORITET:
        tell_unused(setup, COLUMN, f"ansøgninger deles ikke ved {PRIORITET}.")
    if not without_key(setup):
        return
    if APPLIED not in setup.areas:
        raise Refusal(f"{said(setup)}: der er ingen kolonne med {SETTINGS[APPLIED].label.lower()}. Giv den navnet "
                      f"{SETTINGS[APPLIED].name}, eller skriv {EFTER_NOEGLE}.")
    if setup.values[HOW] == PRIORITET and COLUMN not in setup.areas and not find(tables, COLUMN, PRIORITETER, WHICH):
        raise Refusal(f"{said(setup)}: der er ingen kolonne {SETTINGS[COLUMN].label} i tabellen med institutioner. "
                      f"Giv den navnet {SETTINGS[COLUMN].name}, eller skriv {LIGE_AFSLAG} eller {EFTER_NOEGLE}.")
    refuse_other_key(tables)


def said(setup: Setup) -> str:
    """The setting as it is said in a refusal."""
    return f"{setup.said(HOW)} ({setup.values[HOW]})"


def ask(tables: TableSettler) -> None:
    """A column of priorities beside one of applications says how these are shared, or is of something else."""
    setup, table = tables.setup, tables.own_table()
    found = headed(table, PRIORITETER) if table and APPLIED in setup.areas else {}
    if not table or not found:
        return
    column, heading = next(iter(found.items()))
    tables.asker.ask(HOW, f'Der er ansøgt om penge, og der er en kolonne "{heading}". Hvordan skal det deles?', [
        (PRIORITET, f'efter "{heading}": 1 får det hele før 2'), (LIGE_AFSLAG, "lige meget trukket fra alle"),
        (EFTER_NOEGLE, "efter nøglen, op til det ansøgte")], table.place(column))
    tables.asker.stop_if_asked()  # the answer says what the key is


def refuse_other_key(tables: TableSettler) -> None:
    """A key that is said with the run would move nothing."""
    setup, choices = tables.setup, tables.choices
    other = next((key for key in OF_A_KEY if choices.get(key) and setup.areas.get(key) != setup.areas[APPLIED]), "")
    if not other and choices.get("grundlag") and plain(str(choices["grundlag"])) != NOEGLE:
        other = "grundlag"
    if other:
        raise Refusal(f"{said(setup)}: ansøgningerne deles efter det ansøgte alene, så {SETTINGS[other].label} kan "
                      f"ikke bruges. Lad den være, eller skriv {EFTER_NOEGLE}.")


def take_key(setup: Setup) -> None:
    """What is applied for stands as the key: another that was there is not used, and that is told."""
    applied = setup.areas[APPLIED]
    for key in KEYS:
        if setup.areas.get(key) not in (None, applied):
            heading = setup.headings.get(key, SETTINGS[key].label)
            setup.messages.append(warning(key, f'"{heading}" er ikke brugt: ansøgninger deles ved '
                                               f"{setup.values[HOW]}, efter det ansøgte alene.", str(setup.areas[key])))
    for key in OF_A_KEY:
        setup.areas.pop(key, None)
    setup.areas["noegle"], setup.values["grundlag"] = applied, NOEGLE
    setup.headings["noegle"] = setup.headings.get(APPLIED, SETTINGS[APPLIED].label)
    setup.sources["noegle"] = setup.sources["grundlag"] = Source(Origin.APPLIED)
