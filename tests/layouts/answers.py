"""Answers a question as the owner of the workbook would: from the truth, never from what the finding proposes."""

from __future__ import annotations

import re
from typing import Any

from addin.workbook import Area, Question, a1, area
from tests.layouts.model import Layout, Placed

BASIS = {"burden": "belastning", "key": "nøgle", "counts": "leverede antal", "children": "børneark", "base": "nøgle"}
YES = re.compile(r"\b(ja|institution|institutionen|modtager|med|får|selvstændig)\b")
NO = re.compile(r"\b(nej|ikke|sum|gruppe|gruppen|subtotal|note|overskrift|spring|uden|gennemsnit|intet|ingen)\b")
_CELL = re.compile(r"^(?:.*!)?\$?[A-Z]{1,3}\$?(\d+)")


class Unanswered(Exception):  # noqa: N818 - an outcome, not an error
    """The truth does not say: the question is one nobody should have had to ask."""


def answer(question: Question, layout: Layout, placed: Placed) -> str:
    """The value to choose, or the text to write."""
    wanted = stated(question.setting, layout, placed)
    if not question.choices:
        if wanted is None:
            raise Unanswered(question.text)
        return wanted
    for choose in (_stated, _pointed, _row, _sheet):
        found = choose(question, layout, placed, wanted)
        if found is not None:
            return found
    raise Unanswered(question.text)


def stated(setting: str, layout: Layout, placed: Placed) -> str | None:
    """What the layout or its rules say about a setting."""
    rules = layout.rules
    known: dict[str, Any] = {
        "grundlag": BASIS[rules.key], "pulje": layout.pool_at, "erstat": rules.replacement,
        "vaegt": rules.weight, "taerskel": rules.threshold, "loft": rules.cap, "minimum": rules.minimum,
        "centralt": rules.central, "garanti": rules.guarantee, "hoejst": rules.ceiling, "andel_nyt": rules.part,
        "pl": rules.price, "hoejst_andel": rules.share, "retning": "besparelse" if rules.saving else "tildeling",
        "fast_i_noegletal": "uden",
        "mindst_kriterier": rules.least, "metode": "kriterier" if rules.least is None else "unikke",
        **placed.units, **layout.answers}
    value = known.get(setting, known.get(setting.partition(":")[0]))  # "rækker Budget: Øvrige" by what it is about
    return None if value in (None, "", 0) else danish(value)


def danish(value: Any) -> str:
    return value if isinstance(value, str) else f"{float(value):.10g}".replace(".", ",")


# ------------------------------------------------------------------------------------- among choices


def _stated(question: Question, layout: Layout, placed: Placed, wanted: str | None) -> str | None:
    """The choice that is the stated value, or the only one that holds it."""
    if wanted is None:
        return None
    sought = wanted.casefold()
    exact = [value for value, text in question.choices if sought in (value.casefold(), text.casefold())]
    place = area(wanted)
    if not exact and place:
        exact = [value for value, text in question.choices if place in _areas(value, text)]
    held = [value for value, text in question.choices if sought in f"{value} {text}".casefold()]
    return exact[0] if exact else held[0] if len(held) == 1 else None


def _pointed(question: Question, layout: Layout, placed: Placed, wanted: str | None) -> str | None:
    """The choice that points at the true column of the setting."""
    column = placed.columns.get(_meant(question.setting, layout))
    if column is None:
        return None
    found = [value for value, text in question.choices
             if any(_covers(place, placed, column) for place in _areas(value, text))]
    return found[0] if len(found) == 1 else None


def _meant(setting: str, layout: Layout) -> str:
    """The column an owner thinks of: asked what to distribute by, the burden, where that is the key."""
    return {"tabel": "navn", "noegle": "belastning" if layout.rules.key == "burden" else "noegle"}.get(setting, setting)


def _covers(place: Area, placed: Placed, column: int) -> bool:
    own = place.sheet == placed.sheet and place.column <= column <= place.last_column
    return own and placed.heading <= place.last_row and place.row <= placed.rows[-1]


def _areas(*texts: str) -> list[Area]:
    """The areas a choice names."""
    found = []
    for text in texts:
        pieces = [text, *re.findall(r"(?:'[^']+'|[\w .-]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?", text)]
        found += [place for place in map(area, (piece.strip(" .,:;()\"") for piece in pieces)) if place]
    return found


def _row(question: Question, layout: Layout, placed: Placed, wanted: str | None) -> str | None:
    """A question about a row of the true table: it is an institution or it is not."""
    place = _CELL.match(question.place)
    if not place or (placed.sheet not in question.place and "!" in question.place):
        return None
    wish, other = (YES, NO) if int(place[1]) - 1 in placed.rows else (NO, YES)
    words = {value: f"{value} {text}".casefold() for value, text in question.choices}
    wished, others = ([value for value, text in words.items() if one.search(text) and not two.search(text)]
                      for one, two in ((wish, other), (other, wish)))
    return wished[0] if len(wished) == len(others) == 1 else None


def _sheet(question: Question, layout: Layout, placed: Placed, wanted: str | None) -> str | None:
    """The choice that names the sheet of the true table, or its heading's row."""
    heading = re.compile(rf"(?:række {placed.heading + 1}\b|\b{a1(placed.heading, 0)[0]}?{placed.heading + 1}\b)")
    named = [(value, text) for value, text in question.choices if placed.sheet and placed.sheet in f"{value} {text}"]
    if len(named) > 1:
        named = [(value, text) for value, text in named if heading.search(f"{value} {text}")]
    return named[0][0] if len(named) == 1 else None
