"""Settles every setting: chosen by the user now, carried by a defined name, or found by its heading or label.

In that order. The result says for each setting where it came from, so that the sheet "Fordel opsætning" can.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from addin.danish import read_number
from addin.finding import sheets as finding
from addin.finding.rows import Reader, Rows
from addin.inputs import scalar, where
from addin.workbook import Area, Refusal, Sheet, Snapshot, area
from workbook_templates import opsaetning
from workbook_templates.opsaetning import CELLE, OMRAADE, SETTINGS, TABLE_COLUMNS
from workbook_templates.overskrifter import ETIKETTER

# What the key is made from; a workbook may answer only one of them.
KEYS = ("belastning", "noegle", "antal_institution", "barn_institution")
CHILDREN = ("boern_0_2", "boern_3_5", "boern")


class Remark(NamedTuple):
    """What was guessed, skipped or ambiguous, with its cell."""

    place: str
    text: str


@dataclass
class Setup:
    """The settings of one run. `areas` point at cells; `values` are what the single cells hold."""

    areas: dict[str, Area] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    rows: Rows = field(default_factory=lambda: Rows([], [], []))  # the institutions, and what is not one
    weights: list[float] | None = None  # one a criterion, in the order of the columns; None where all count the same
    answers: dict[str, str] = field(default_factory=dict)  # what the user has answered that is no setting
    remarks: list[Remark] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    key_is_named: bool = False  # a defined name says what the key is made from
    known: bool = False  # the workbook has the sheet "Fordel opsætning" already, and nothing in it changes

    @property
    def key(self) -> str:
        """The setting the key is made from."""
        return next(key for key in KEYS if key in self.areas)

    def add(self, found: finding.Found) -> None:
        """What was found; what a name carries already stays, and a key by name leaves no other key in question."""
        areas = {key: place for key, place in found.areas.items() if not (self.key_is_named and key in KEYS)}
        self.areas = {**areas, **self.areas}
        self.sources = {**found.sources, **self.sources}
        self.headings |= found.headings
        self.messages += found.messages


def settle(snapshot: Snapshot, choices: Mapping[str, Any]) -> Setup:
    """All settings of a run; raises Refusal where one is missing, ambiguous, or points nowhere."""
    setup, only = Setup(), tuple(choices.get("ark") or ())
    check_version(snapshot)
    read_names(snapshot, setup)
    setup.key_is_named = any(key in setup.areas for key in KEYS)
    if "navn" not in setup.areas:
        setup.add(finding.institutions(snapshot, only))
        follow_rows(setup)
    check_columns(setup)
    read_rows(snapshot, setup)
    if not setup.key_is_named:
        setup.add(finding.children(snapshot, setup.areas["navn"].sheet, only))
    check_key(setup)
    for key, setting in SETTINGS.items():
        if setting.kind == CELLE:
            settle_cell(snapshot, setup, key, choices.get(key))
    check_pool(snapshot, setup)
    setup.known = opsaetning.NOEGLE in snapshot.ours and not any(choices.get(key) for key in SETTINGS)
    if opsaetning.NOEGLE not in snapshot.ours and snapshot.global_name(opsaetning.NAVN + "skemaversion"):
        setup.messages.append(f'Arket "{opsaetning.ARK}" er slettet. De indstillinger, der kun stod dér, er sat til '
                              "standard; se det nye ark.")
    return setup


# ------------------------------------------------------------------------------------- defined names


def check_version(snapshot: Snapshot) -> None:
    """A settings sheet of a newer schema may mean something this version does not know."""
    found = target(snapshot, opsaetning.NAVN + "skemaversion")
    version = scalar(*found, "skemaversion") if found else None
    if found and isinstance(version, float) and version > opsaetning.SKEMAVERSION:
        raise Refusal(f'Arket "{found[0].name}" er skrevet af en nyere udgave af Fordel '
                      f"(skemaversion {version:.0f}). Opdatér Fordel.")


def target(snapshot: Snapshot, name: str) -> tuple[Sheet, Area] | None:
    """Where a defined name points; None where there is no such name. A name that points nowhere is refused."""
    found = snapshot.global_name(name)
    if found is None:
        return None
    place = area(found.target)
    sheet = snapshot.sheet(place.sheet) if place else None
    if sheet is None and went_with_our_sheet(snapshot, name):
        return None
    if place is None or sheet is None:
        raise Refusal(f"Navnet {name} peger ikke længere på celler ({found.target}). "
                      "Ret det under Formler, Navnestyring, eller slet det.")
    return sheet, place._replace(sheet=sheet.name)


def went_with_our_sheet(snapshot: Snapshot, name: str) -> bool:
    """Whether a setting of one value was lost because the user has deleted the sheet "Fordel opsætning"."""
    setting = SETTINGS.get(name[len(opsaetning.NAVN):])
    own = name == opsaetning.NAVN + "skemaversion" or (setting is not None and setting.kind == CELLE)
    return own and opsaetning.NOEGLE not in snapshot.ours


def read_names(snapshot: Snapshot, setup: Setup) -> None:
    """The areas that defined names `Fordel_...` carry."""
    for key, setting in SETTINGS.items():
        found = target(snapshot, setting.name) if setting.kind == OMRAADE else None
        if found:
            sheet, place = found
            last = min(place.last_row, len(sheet.rows) - 1)  # a whole column is trimmed to what is there
            setup.areas[key] = place._replace(last_row=max(last, place.row))
            setup.sources[key] = f"navnet {setting.name}"
            check_typed_over(snapshot, key, None)


def follow_rows(setup: Setup) -> None:
    """A column named on its own is read on the rows of the table that was found."""
    rows = setup.areas["navn"]
    for key in TABLE_COLUMNS:
        place = setup.areas.get(key)
        if place and place.sheet == rows.sheet and place.row <= rows.last_row and rows.row <= place.last_row:
            setup.areas[key] = place._replace(row=rows.row, last_row=rows.last_row)


def check_columns(setup: Setup) -> None:
    """Named columns of one table must lie on the same rows."""
    rows = setup.areas["navn"]
    for key in TABLE_COLUMNS:
        place = setup.areas.get(key)
        if place and (place.sheet, place.row, place.last_row) != (rows.sheet, rows.row, rows.last_row):
            raise Refusal(f"Navnene Fordel_navn ({rows}) og Fordel_{key} ({place}) skal dække de samme rækker.")


def read_rows(snapshot: Snapshot, setup: Setup) -> None:
    """Which rows of the table are institutions."""
    place = setup.areas["navn"]
    columns = {key: setup.areas[key].column for key in TABLE_COLUMNS if key in setup.areas}
    setup.rows = Reader(sheet_of(snapshot, place), columns).read(place.row, place.last_row)
    if not setup.rows.recipients:
        raise Refusal(f"{place.sheet}: fandt ingen institutioner i {place}.")


def check_typed_over(snapshot: Snapshot, key: str, pointed_at: Any) -> None:
    """A value typed over the formula that shows a setting would say one thing while its name says another."""
    ours = snapshot.sheet(snapshot.ours.get(opsaetning.NOEGLE, ""))
    if ours is None:
        return
    label = SETTINGS[key].label
    row = next((row for row in range(len(ours.rows)) if ours.value(row, 0) == label), None)
    if row is None or (ours.formulas is not None and (row, 1) in ours.formulas):
        return
    shown = ours.value(row, 1)
    if ours.formulas is not None or shown != pointed_at:
        raise Refusal(f"{where(ours, row, 1)}: der er skrevet en værdi, men navnet Fordel_{key} henter "
                      f"indstillingen et andet sted. Ret værdien dér, eller lad navnet pege på {where(ours, row, 1)} "
                      "(Formler, Navnestyring).")


# ------------------------------------------------------------------------------------- the key


def check_key(setup: Setup) -> None:
    """Exactly one way to make the key, and the children it needs."""
    keys = [key for key in KEYS if key in setup.areas]
    if not keys:
        raise Refusal("Fandt ingen nøgle at fordele efter. Der skal være en kolonne som Sandsynlighed, Belastning "
                      "eller Nøgle, eller et ark med en række pr. barn og kriterier som 1/0.")
    if len(keys) > 1:
        both = " og ".join(f"{SETTINGS[key].label} ({setup.areas[key]})" for key in keys)
        raise Refusal(f"Der er mere end én mulig nøgle: {both}. Giv den, der skal bruges, et navn "
                      f"(Formler, Definer navn): {' eller '.join(SETTINGS[key].name for key in keys)}.")
    if keys == ["belastning"] and not any(key in setup.areas for key in CHILDREN):
        raise Refusal("Der er en belastning pr. barn, men ingen kolonne med børn at gange den med.")
    if ("boern_0_2" in setup.areas) != ("boern_3_5" in setup.areas):
        there, missing = ("0-2-årige", "3-5-årige") if "boern_0_2" in setup.areas else ("3-5-årige", "0-2-årige")
        raise Refusal(f"Der er en kolonne med {there}, men ingen med {missing}.")
    if "barn_institution" in setup.areas and "barn_kriterier" not in setup.areas:
        raise Refusal("Navnet Fordel_barn_institution er der, men Fordel_barn_kriterier mangler.")


# ------------------------------------------------------------------------------------- single cells


def settle_cell(snapshot: Snapshot, setup: Setup, key: str, choice: Any) -> None:
    """One setting of one value: chosen, named, labelled, or its default."""
    if choice not in (None, ""):
        settle_choice(snapshot, setup, key, str(choice).strip())
        return
    setting, value, source = SETTINGS[key], None, "standard"
    found = target(snapshot, setting.name)
    if found:
        source = f"navnet {setting.name}"
    elif key in ETIKETTER:
        children = setup.areas.get("barn_institution")
        by_label = finding.cell(snapshot, key, {children.sheet} if children else set())
        if by_label:
            place, source = by_label
            found = sheet_of(snapshot, place), place
    if found:
        value = read_cell(setup, key, *found)
        if found[0].name != snapshot.ours.get(opsaetning.NOEGLE):
            check_typed_over(snapshot, key, value)
    if value is None:
        value = opsaetning.WEIGHT[setup.key] if key == "vaegt" else setting.default
    setup.values[key], setup.sources[key] = value, source


def sheet_of(snapshot: Snapshot, place: Area) -> Sheet:
    sheet = snapshot.sheet(place.sheet)
    assert sheet is not None, "only sheets that are there are pointed at"
    return sheet


def read_cell(setup: Setup, key: str, sheet: Sheet, place: Area) -> Any:
    """The value of the one cell a setting points at: text where a choice is wanted, else a number."""
    setting = SETTINGS[key]
    if not place.single:
        raise Refusal(f"{setting.label}: {place} er mere end én celle.")
    value = scalar(sheet, place, setting.label)
    if isinstance(value, str) and setting.style != "tekst":
        raise Refusal(f'{where(sheet, place.row, place.column)}: "{value}" er ikke et tal ({setting.label}). '
                      "Skriv et tal, eller lad cellen være tom.")
    setup.areas[key] = place._replace(sheet=sheet.name)
    return value


def settle_choice(snapshot: Snapshot, setup: Setup, key: str, text: str) -> None:
    """A value given with the command: a number, a cell (Pulje!B1), a defined name, or a word."""
    setting = SETTINGS[key]
    place = area(text)
    named = target(snapshot, text) if place is None else None
    setup.sources[key] = "valgt ved kørslen"
    if place and snapshot.sheet(place.sheet) is None:
        raise Refusal(f'{setting.label}: der er intet ark, der hedder "{place.sheet}".')
    if place or named:
        setup.values[key] = read_cell(setup, key, *(named or (sheet_of(snapshot, place), place)))  # type: ignore
        return
    setup.areas.pop(key, None)
    setup.values[key] = text if setting.style == "tekst" else read_number(text, setting.label)


def check_pool(snapshot: Snapshot, setup: Setup) -> None:
    """There must be a pool, and it must stand in kroner."""
    if setup.values["pulje"] is None:
        raise Refusal("Fandt ingen pulje. Angiv den med --pulje, fx --pulje 6400000 eller --pulje Forudsætninger!B7, "
                      "eller giv cellen navnet Fordel_pulje (Formler, Definer navn).")
    for place in (setup.areas.get("pulje"), setup.areas["navn"]):
        unit = finding.other_unit(sheet_of(snapshot, place)) if place else None
        if place and unit:
            raise Refusal(f'{place.sheet}: "{unit}" siger, at beløbene ikke står i hele kroner. '
                          "Fordel regner i kr.: omregn kolonnerne og puljen til kr., og ret teksten.")
