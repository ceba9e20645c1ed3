"""The user's cells as the control's formulas have them: figures, amounts in kr., and settings that are a word."""

from __future__ import annotations

from addin.figures import units
from addin.figures.delivered import Count
from addin.figures.staffing import Staffing
from addin.settings.setup import sheet_of
from addin.sheets.result import Result
from addin.workbook import Area
from udfs import discretion
from workbook_templates.opsaetning import AMOUNT_COLUMNS, KRITERIEVAEGTE, NAVN, POOLS, SETTINGS

NBSP, NARROW = "\u00a0", "\u202f"
WEIGHTS = KRITERIEVAEGTE


def name(cell: str) -> str:
    """A name as it is compared."""
    return f'TRIM(SUBSTITUTE({cell},"{NBSP}"," "))'


def text(cell: str) -> str:
    """Free text on one line."""
    for odd in (f'"{NBSP}"', f'"{NARROW}"', "CHAR(9)", "CHAR(10)", "CHAR(13)"):
        cell = f'SUBSTITUTE({cell},{odd}," ")'
    return f"TRIM({cell})"


def figure(result: Result, place: Area) -> str:
    """The number in a cell. Where it stands as text, that text is meant and nothing else: what other text a program
    takes for a number depends on its language."""
    cell = place.formula()
    held = result.figures.institutions.texts.found.get((place.sheet, place.row, place.column))
    return literal(cell, held.text, repr(held.number).upper()) if held else cell


def literal(cell: str, held: str, meaning: str) -> str:
    """What a cell means while it holds this text; line breaks have no place in a formula."""
    quoted = held.replace('"', '""')
    if any(ord(sign) < ord(" ") for sign in held):
        return f'IF({text(cell)}="{" ".join(quoted.split())}",{meaning},{cell}+0)'
    return f'IF({cell}="{quoted}",{meaning},{cell}+0)'


def count(result: Result, place: Area, each: Count) -> str:
    """A delivered count; a suppressed one is what the settings say, and - is none."""
    if not each.mark:
        return figure(result, place)
    return literal(place.formula(), each.mark, "0" if each.mark.strip() == discretion.NONE else f"{NAVN}erstat")


def weight(result: Result, number: int) -> str:
    """The weight of a criterion as a factor; nothing where all count the same."""
    return weighed(number) + "*" if result.setup.weights else ""


def weighed(number: int) -> str:
    """What a criterion weighs; a blank is 1."""
    cell = f"INDEX({WEIGHTS},{number})"
    return f'IF({cell}="",1,{cell})'


def amount(result: Result, key: str, place: Area) -> str:
    """An amount of the user's in kr."""
    return in_kroner(figure(result, place), units.factor(result.setup, key))


def in_kroner(text: str, times: int) -> str:
    """An amount in another unit as kr., in whole øre."""
    return text if times == 1 else f"ROUND(({text})*{times},2)"


def half_up(text: str, enhed: str) -> str:
    """An amount in whole units; the inner ROUND takes the noise of the division, which would decide a half."""
    return f"{enhed}*ROUND(ROUND(({text})/{enhed},9),0)"


def bought(staffing: Staffing, key: str, amount: str, pay: str, share: str) -> str:
    """What an amount buys of a kind of staff, in the order the function calculates it."""
    positions = f"{amount}/{pay}" + (f"*{staffing.hours}" if staffing.hours else "")
    return f"{share if key == 'paedagoger' else f'(1-{share})'}*({positions})"


def pool(result: Result) -> str:
    """All pools together less the central one; the blank ones are 0, and seen when they are filled in."""
    factor = units.factor(result.setup, "pulje")
    text = "+".join(NAVN + key for key in POOLS)
    return f"{in_kroner(text, factor)}-{in_kroner(NAVN + 'centralt', factor)}"


def words_kept(result: Result) -> list[str]:
    """A condition for each setting that decided how the formulas here were made: its word is the same still."""
    weights = result.setup.weights or [1.0] * len(result.setup.criteria)
    return [word_kept(result, key) for key in words_used(result)] + [
        f"{weighed(number)}={value!r}" for number, value in enumerate(weights, 1)]


def words_used(result: Result) -> list[str]:
    """The settings of a word that this distribution depends on."""
    setup, found = result.setup, ["enhed_pulje", "retning"]
    found += [f"enhed_{key}" for key in AMOUNT_COLUMNS if key in setup.areas]
    if result.figures.staffing:
        found.append("normering_i")
    limited = setup.values["taerskel"] is not None
    if "boern_0_2" in setup.areas:
        found += ["boern_til_kr"] + (["boern_til_taerskel"] if limited and not setup.is_burden else [])
    if limited and "modtager" in setup.areas:
        found.append("taerskel_paa")
    if setup.key == "antal_institution":
        found.append("samling")
    if setup.key == "barn_institution":
        found.append("metode")
    if any(held.two_ways for held in result.figures.institutions.texts.found.values()):
        found.append("punktum")
    return found


def word_kept(result: Result, key: str) -> str:
    """The cell holds the word it held, as typed or as we write it; blank, where the word is the default."""
    setup, setting = result.setup, SETTINGS[key]
    value = setup.values.get(key)
    words = [str(setting.default if value is None else value)]
    place = setup.areas.get(key)
    typed = sheet_of(result.snapshot, place).value(place.row, place.column) if place else None
    if isinstance(typed, str) and typed.strip() not in words:
        words.append(typed.strip())
    if words[0] == setting.default:
        words.append("")
    quoted = [word.replace('"', '""') for word in words]
    return "OR(" + ",".join(f'TRIM({setting.name})="{word}"' for word in quoted) + ")"
