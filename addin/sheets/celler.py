"""The user's cells as the control's formulas have them: figures, amounts in kr., and settings that are a word."""

from __future__ import annotations

from addin import units
from addin.settings import sheet_of
from addin.sheets.result import Result
from workbook_templates.opsaetning import NAVN, SETTINGS


def in_kroner(text: str, times: int) -> str:
    """An amount in another unit as kr., in whole øre."""
    return text if times == 1 else f"ROUND(({text})*{times},2)"


def pool(result: Result) -> str:
    """All pools together; the blank ones are 0, and seen when they are filled in."""
    return in_kroner("+".join(NAVN + key for key in units.POOLS), units.factor(result.setup, "pulje"))


def words_kept(result: Result) -> list[str]:
    """A condition for each setting that decided how the formulas here were made: its word is the same still."""
    return [word_kept(result, key) for key in words_used(result)]


def words_used(result: Result) -> list[str]:
    """The settings of a word that this distribution depends on."""
    amounts = [key for key in ("grundbudget", "sidste_aar") if key in result.setup.areas]
    return [f"enhed_{key}" for key in ("pulje", *amounts)]


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
