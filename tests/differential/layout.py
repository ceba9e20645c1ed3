"""A drawn workbook as sheets and defined names; some numbers stand as text, as Danes write them."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from typing import Any

from addin.workbook import a1
from tests.differential.dice import PARTS, Drawn
from tests.planning import SETTINGS, Case

AMERICAN = re.compile(r"-?\d{1,3},\d{3}")  # 12,345 is a thousand to others, and refused as text
SHEET, DELIVERY, CHILDREN, WEIGHTS = "Ark", "DST", "Børn", "Vægte"
WORDS = {"belastning": "belastning", "noegle": "nøgle", "antal_institution": "leverede antal",
         "barn_institution": "børneark", "score_institution": "score pr. barn"}
HEADS = ("navn", "modtager", "gruppe", "boern_0_2", "boern_3_5", "boern", "maaneder", "belastning", "noegle",
         "noegle_aendring", "noegle_grund", "fast", "fast_virkning", "fast_grund", "sidste_aar", "erstatter",
         "grundbudget", "grundbudget_andet", "udmeldt", "ansoegt", "minimum_kolonne", "loft_kolonne", "noegletal_med",
         "noegletal_uden", "grundbeloeb_kolonne", "type", "prioritet", "boern_foer")
NOT_NUMBERS = ("navn", "modtager", "gruppe", "noegle_grund", "erstatter", "fast_virkning", "fast_grund",
               "noegletal_med", "noegletal_uden", "type")


def laid(drawn: Drawn) -> Case:
    """The workbook, without the settings that are said with the command."""
    dice = random.Random(f"layout {drawn.seed}")
    columns = [key for key in HEADS if key in drawn.used]
    lines = [[written(drawn, dice, key, row[key]) for key in columns]
             for row in (*drawn.rows, *drawn.others)]
    sheets: dict[str, Any] = {SHEET: [columns, *lines]}
    last = len(lines)
    names = {key: f"{SHEET}!{a1(1, at, True)}:{a1(last, at, True)}" for at, key in enumerate(columns)}
    put_key(drawn, sheets, names)
    settings = {key: value for key, value in drawn.settings.items() if key not in drawn.chosen}
    # without labels, and each by itself: a number beside or below the word "maks" may be a cap, and is asked about
    lines = [line for value in (WORDS[drawn.key], *settings.values()) for line in (["", value], ["", None])]
    single = {key: f"{SETTINGS}!$B${2 * at + 1}" for at, key in enumerate(("grundlag", *settings))}
    return Case({**sheets, SETTINGS: lines}, {**names, **single})


def put_key(drawn: Drawn, sheets: dict[str, Any], names: dict[str, str]) -> None:
    """The sheet the key is made from, where it is not a column of the table."""
    rows = drawn.rows
    if drawn.key == "antal_institution":
        many = len(rows[0]["antal"])
        lines = [[str(rows[number]["navn"]).upper(), *rows[number]["antal"]] for number in drawn.order]
        beside(sheets, names, DELIVERY, lines, many, "antal_institution", "antal_kriterier")
    if drawn.key in ("barn_institution", "score_institution"):
        marks = drawn.children or [(None, [None])]
        lines = [[None if number is None else rows[number]["navn"], *each] for number, each in marks]
        beside(sheets, names, CHILDREN, lines, len(marks[0][1]), drawn.key,
               "barn_kriterier" if drawn.key == "barn_institution" else "score")
    if drawn.weights is not None:
        sheets[WEIGHTS] = [[weight] for weight in drawn.weights]
        names["kriterievaegte"] = f"{WEIGHTS}!$A$1:$A${len(drawn.weights)}"


def beside(sheets: dict[str, Any], names: dict[str, str], sheet: str, lines: list[list[Any]], many: int, key: str,
           other: str) -> None:
    """Names in the first column of a sheet of their own, and what stands beside them."""
    sheets[sheet] = [["Sted", *(f"k{number}" for number in range(1, many + 1))], *lines]
    names[key] = f"{sheet}!$A$2:$A${len(lines) + 1}"
    names[other] = f"{sheet}!$B$2:{a1(len(lines), many, True)}"


def written(drawn: Drawn, dice: random.Random, key: str, value: Any) -> Any:
    """A cell: now and then a number as text."""
    if key in NOT_NUMBERS or value is None or dice.random() > 0.08:
        return value
    text = danish(value, drawn.settings.get("punktum"), dice)
    return value if AMERICAN.fullmatch(text) else text


def danish(value: Any, dot: str | None, dice: random.Random) -> str:
    """1234.5 as 1.234,5; what could be read in two ways only where it is said which."""
    if isinstance(value, int) and dot == "decimal" and value and value % 1000 == 0 and dice.random() < 0.5:
        return f"{value},0"
    if isinstance(value, int) and 1000 <= abs(value) < 10**6:
        return f"{value:,}".replace(",", ".") + ("" if dot == "tusind" else ",0")
    text = f"{Decimal(str(value)):,f}".translate(str.maketrans(",.", ".,"))
    return text if "," in text else f"{text},0"


def choices(drawn: Drawn) -> dict[str, str]:
    """The settings that are said with the command, as they are typed there."""
    return {key: typed(drawn.settings[key]) for key in drawn.chosen}


def typed(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value in PARTS and PARTS[value].denominator in (3, 12):
        return f"={PARTS[value]}"
    return f"{Decimal(str(value)):f}".replace(".", ",")
