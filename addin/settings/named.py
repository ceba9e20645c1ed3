"""Defined names `Fordel_...`: where each setting points, and what makes such a name unusable."""

from __future__ import annotations

from typing import NamedTuple

from addin.inputs import where
from addin.settings.values import in_cell
from addin.who import in_any_words
from addin.workbook import Area, Held, Refusal, Sheet, Snapshot, a1, area
from workbook_templates import opsaetning
from workbook_templates.indstillinger import CELLE, NAVN, OMRAADE
from workbook_templates.opsaetning import BESIDE, ONE_OR_EACH, SETTINGS, TABLE_COLUMNS

NAVNESTYRING = "Formler, Navnestyring; i LibreOffice Ark, Navngivne områder"


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
        raise Refusal(f"Navnet {name} peger ikke længere på celler ({found.target}). Slet navnet, så bruges det, "
                      f"Fordel finder, eller standard; eller ret det ({NAVNESTYRING}).")
    return sheet, place._replace(sheet=sheet.name)


def went_with_our_sheet(snapshot: Snapshot, name: str) -> bool:
    """Whether a setting of one value was lost because the user has deleted the sheet "Fordel opsætning"."""
    setting = SETTINGS.get(name[len(NAVN):])
    own = name in OWN_NAMES or (setting is not None and setting.kind == CELLE)
    return own and opsaetning.NOEGLE not in snapshot.ours


OWN_NAMES = (NAVN + "skemaversion", opsaetning.KRITERIEVAEGTE, opsaetning.SVAR)


def areas(snapshot: Snapshot) -> dict[str, Area]:
    """The areas that defined names carry; a whole column is trimmed to what is there."""
    found = {}
    for single, column in ONE_OR_EACH.items():  # the name of a bound for all may point at one for each
        there = target(snapshot, SETTINGS[single].name)
        if there and not there[1].single:
            found[column] = there[1]
    for key, setting in SETTINGS.items():
        there = target(snapshot, setting.name) if setting.kind == OMRAADE else None
        if there:
            sheet, place = there
            last = min(place.last_row, len(sheet.rows) - 1)
            found[key] = place._replace(last_row=max(last, place.row))
    return found


def typed_areas(snapshot: Snapshot, areas: dict[str, Area]) -> dict[str, Area]:
    """The columns whose address the user has written over on the settings sheet: that address holds."""
    found = {}
    for key, place in areas.items():
        shown = f"{a1(place.row, place.column)}:{a1(place.last_row, place.last_column)}"
        typed = typed_over(snapshot, key, shown) if snapshot.global_name(SETTINGS[key].name) else None
        to = area(str(typed.value)) if typed else None
        if typed and (to is None or snapshot.sheet(to.sheet) is None):
            raise Refusal(f'{SETTINGS[key].label}: "{typed.value}" på arket {opsaetning.ARK} er ikke celler i mappen. '
                          f"Skriv dem som fx {place}.")
        if to and to != place:
            found[key] = to
    return found


def kept(snapshot: Snapshot, areas: dict[str, Area]) -> dict[str, str]:
    """The names that point at the user's own cells and still do: they stay just as they are, so that a change there
    counts in the next run."""
    found = {}
    for key, setting in SETTINGS.items():
        name = snapshot.global_name(setting.name)
        place = area(name.target) if name else None
        used = areas.get(key) or areas.get(ONE_OR_EACH.get(key, ""))
        if name and place and used and snapshot.sheet(place.sheet) and place.sheet not in snapshot.ours.values() and (
                used.sheet.casefold() == place.sheet.casefold() and used[1:3] == place[1:3]
                and used.last_column == place.last_column and used.last_row <= place.last_row):
            found[setting.name] = name.target
    weights = snapshot.global_name(opsaetning.KRITERIEVAEGTE)
    at = area(weights.target) if weights else None
    if weights and at and snapshot.sheet(at.sheet) and at.sheet not in snapshot.ours.values():
        found[weights.name] = weights.target
    return found


def follow_rows(areas: dict[str, Area]) -> None:
    """A column named on its own is read on the rows of the table that was found."""
    rows = areas["navn"]
    for key in TABLE_COLUMNS:
        place = areas.get(key)
        if place and place.sheet == rows.sheet and place.row <= rows.last_row and rows.row <= place.last_row:
            areas[key] = place._replace(row=rows.row, last_row=rows.last_row)


def check_rows(areas: dict[str, Area]) -> None:
    """Named columns of one table must lie on the same rows."""
    rows = areas["navn"]
    for key in TABLE_COLUMNS:
        place = areas.get(key)
        if place and (place.sheet, place.row, place.last_row) != (rows.sheet, rows.row, rows.last_row):
            raise Refusal(f"Navnene Fordel_navn ({rows}) og Fordel_{key} ({place}) skal dække de samme rækker.")
    for key, column in BESIDE.items():
        if key in areas and column not in areas:
            raise Refusal(f"Navnet Fordel_{key} er der, men Fordel_{column} mangler.")


class Typed(NamedTuple):
    """What the user has written over the formula that shows a setting; `value` is None where the cell is emptied."""

    value: Held


def typed_over(snapshot: Snapshot, key: str, pointed_at: Held) -> Typed | None:
    """What is written over the formula that shows a setting; None where it still shows it.

    `pointed_at` is what the formula shows, for a host that sees no formulas: a value, or the address of a column. There
    what stands is compared with it. With manual calculation it may be an old value, and nobody can tell: refused.
    """
    ours = snapshot.sheet(snapshot.ours.get(opsaetning.NOEGLE, ""))
    labels = in_any_words(SETTINGS[key].label)
    row = next((row for row in range(len(ours.rows)) if ours.value(row, 0) in labels), None) if ours else None
    if ours is None or row is None or (ours.formulas is not None and (row, 1) in ours.formulas):
        return None
    shown = in_cell(key, ours, Area(ours.name, row, 1, row, 1))
    if ours.formulas is None:
        if _may_show(snapshot, shown, pointed_at):
            return None
        if snapshot.calculation is not None and snapshot.calculation.manual:
            raise Refusal(f"{where(ours, row, 1)}: der står noget andet end i den celle, det hentes fra. Er det "
                          "skrevet, eller er det gammelt? Projektmappen har manuel beregning: tryk F9, og prøv igen.")
    if shown is None and key in NOT_EMPTIED:
        found = target(snapshot, SETTINGS[key].name)
        raise Refusal(f"{where(ours, row, 1)}: cellen er tømt, men indstillingen hentes i {found[1] if found else ''}. "
                      f"Ret den dér. Skal den ikke hentes, så slet navnet {SETTINGS[key].name} ({NAVNESTYRING}).")
    return Typed(shown)


NOT_EMPTIED = ("pulje", *(key for key, setting in SETTINGS.items() if setting.kind == OMRAADE))  # blank says nothing


def _may_show(snapshot: Snapshot, shown: Held, pointed_at: Held) -> bool:
    """Whether a formula would show this: a blank cell is shown as 0, and a renamed sheet by its old name."""
    if isinstance(shown, str) and isinstance(pointed_at, str):
        old = area(shown)
        renamed = old is not None and snapshot.sheet(old.sheet) is None
        return shown == pointed_at or (renamed and shown.rpartition("!")[2] == pointed_at.rpartition("!")[2])
    return shown == pointed_at or (pointed_at is None and shown == 0)
