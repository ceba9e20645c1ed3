"""The user's cells as the control's formulas have them: names, figures, and amounts in kr."""

from __future__ import annotations

import re
from collections.abc import Mapping

from addin.figures import units
from addin.figures.delivered import Count
from addin.formulas import in_quotes
from addin.run.regnet import Regnet
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Area, Formula, Place, Sheet, SheetPlan
from udfs import discretion
from workbook_templates import afrunding
from workbook_templates.indstillinger import NAVN, PROCENT
from workbook_templates.opsaetning import KRITERIEVAEGTE, POOLS

NBSP, NARROW = "\u00a0", "\u202f"
_SPACES = f"{NBSP}{NARROW}\t\n\r"
WEIGHTS = KRITERIEVAEGTE
_NAME = re.compile(rf"\b{NAVN}(\w+)\b")


def name(cell: str) -> str:
    """A name as it is compared."""
    return f'TRIM(SUBSTITUTE({cell},"{NBSP}"," "))'


def text(cell: str) -> str:
    """Free text on one line."""
    for odd in (f'"{NBSP}"', f'"{NARROW}"', "CHAR(9)", "CHAR(10)", "CHAR(13)"):  # _SPACES
        cell = f'SUBSTITUTE({cell},{odd}," ")'
    return f"TRIM({cell})"


def cell(result: Regnet, place: Area) -> str:
    """A cell as it is read: without a note, and with the value of the one it is merged with while it has none."""
    sheet = sheet_of(result.snapshot, place)
    at = (place.row, place.column)
    own = without_notes(place.formula(), read_as(sheet, at))
    if at not in sheet.carried:
        return own
    row, column = sheet.carried[at]
    return f'IF({own}="",{cell(result, Area(sheet.name, row, column, row, column))},{own})'


def read_as(sheet: Sheet, at: Place) -> dict[str, str]:
    """What stands in a cell that is read as another text, and that: without a note, or without line breaks and the like
    around it, which TRIM leaves there."""
    value = sheet.value(*at)
    if at in sheet.written:
        return {sheet.written[at]: str(value)}
    return {value: value.strip()} if isinstance(value, str) and has_odd_blanks(value) else {}


def has_odd_blanks(text: str) -> bool:
    """Whether a text has line breaks or the like around it, which `name` leaves there."""
    return text.strip() != text.strip(f" {NBSP}")


def without_notes(cells: str, names: Mapping[str, str]) -> str:
    """Cells whose text has notes or is partly struck out, as it is read; `names` by what stands there."""
    found = cells
    for whole, name in names.items():
        found = f"IF({is_text(cells, whole)},{as_it_stands(name)},{found})"
    return found


def is_text(cell: str, words: str) -> str:
    """A condition that a cell holds a text, both on one line."""
    cell, words = on_one_line(cell, words)
    return f"{cell}={in_quotes(words)}"


def on_one_line(cell: str, words: str) -> tuple[str, str]:
    """A cell and a text that it may hold, as they are compared: without the signs that have no place in a formula."""
    for sign in sorted({sign for sign in words if sign < " " and sign not in _SPACES}):
        cell, words = f'SUBSTITUTE({cell},CHAR({ord(sign)}),"")', words.replace(sign, "")
    return text(cell), one_line(words)


def one_line(words: str) -> str:
    """What `text` makes of a cell that holds this."""
    return " ".join(part for part in re.sub(f"[{_SPACES}]", " ", words).split(" ") if part)


def as_it_stands(words: str) -> str:
    """A text as a formula has it, with the line breaks and the like that are within it."""
    parts = [part for part in re.split(r"([\x00-\x1f])", words) if part]
    return "&".join(f"CHAR({ord(part)})" if part < " " else in_quotes(part) for part in parts) or '""'


def figure(result: Regnet, place: Area) -> str:
    """The number in a cell. Where it stands as text, that text is meant and nothing else: what other text a program
    takes for a number depends on its language."""
    held = result.figures.institutions.texts.found.get((place.sheet, place.row, place.column))
    own = cell(result, place)
    return literal(own, held.text, repr(held.number).upper()) if held else own


def of_setting(result: Regnet, key: str, place: Area) -> str:
    """The number in a cell of a column; a burden in per cent as a share."""
    found = figure(result, place)
    return f"({found})/100" if key == "belastning" and result.setup.settings.belastning_i == PROCENT else found


def literal(cell: str, held: str, meaning: str) -> str:
    """What a cell means while it holds this text; line breaks have no place in a formula."""
    if any(sign < " " for sign in held):
        return f"IF({is_text(cell, held)},{meaning},{cell}+0)"
    return f"IF({cell}={in_quotes(held)},{meaning},{cell}+0)"


def count(result: Regnet, place: Area, each: Count) -> str:
    """A delivered count; a suppressed one is what the settings say, and - is none."""
    if not each.mark:
        return figure(result, place)
    return literal(cell(result, place), each.mark, "0" if each.mark.strip() == discretion.NONE else f"{NAVN}erstat")


def weight(result: Regnet, number: int) -> str:
    """The weight of a criterion as a factor; nothing where all count the same."""
    return weighed(number) + "*" if result.setup.weights else ""


def weighed(number: int) -> str:
    """What a criterion weighs; a blank is 1."""
    cell = f"INDEX({WEIGHTS},{number})"
    return f'IF({cell}="",1,{cell})'


def amount(result: Regnet, key: str, place: Area) -> str:
    """An amount of the user's in kr."""
    return in_kroner(figure(result, place), units.factor(result.setup, key))


def in_kroner(text: str, times: int) -> str:
    """An amount in another unit as kr., in whole øre."""
    return text if times == 1 else f"ROUND(({text})*{times},2)"


def half_up(text: str, enhed: str) -> str:
    """An amount in whole units."""
    return f"{enhed}*({afrunding.half_up(f'({text})/{enhed}')})"


def pool(result: Regnet) -> str:
    """All pools together less the central one; the blank ones are 0, and seen when they are filled in. Of one that has
    an amount of its own, that."""
    if result.setup.is_elsewhere("pulje"):
        return NAVN + "pulje"
    return less_central(result.setup)


def less_central(setup: Setup) -> str:
    """All pools together less the central one: an amount, or a share in whole øre."""
    factor = units.factor(setup, "pulje")
    text = in_kroner("+".join(NAVN + key for key in POOLS), factor)
    if setup.settings.centralt_andel is not None:
        return f"{text}-ROUND(({text})*{NAVN}centralt_andel,2)"
    return f"{text}-{in_kroner(NAVN + 'centralt', factor)}"


def point(sheet: SheetPlan, instead: Mapping[str, str]) -> None:
    """Formulas that name a setting name the cell that says it of this pool."""
    def cell(found: re.Match[str]) -> str:
        return instead.get(found[1]) or found[0]

    for at, each in enumerate(sheet.cells):
        if isinstance(each.value, Formula) and NAVN in each.value.text:
            sheet.cells[at] = each._replace(value=Formula(_NAME.sub(cell, each.value.text), each.value.value))
    sheet.blocks[:] = [block._replace(formula=_NAME.sub(cell, block.formula)) if block.formula else block
                       for block in sheet.blocks]
