"""Which columns of a user's sheet go into the copy: each is judged by itself; what may be somebody's is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from addin.filejobs.personer import LEAVE_OUT, SEND, holds_number
from addin.filejobs.udeladt import ASKED, LeftOut
from addin.finding.asking import Asked
from addin.settings.setup import KEYS
from addin.sheets.run import Run
from addin.smaa_antal.personal import NUMBER, personal
from addin.until_answered import Choices
from addin.workbook import Place, Question, Sheet, column_letters

HIDDEN, PERSON = "er skjult", "rummer personnumre"
COUNTS = "viser antal eller andele, som siden skjuler, hvor de er små"
OF_A_KEY = ("barn_", "score", "antal_", "noegle", "belastning")  # what settings of a key are called
NO_HEADING = "uden overskrift"
LONGEST = 40  # letters of what may be a heading
# Headings of columns that are asked about each time.
SENSITIVE = re.compile(r"navn|\bcpr|personn|fødsel|adresse|\bvej\b|bopæl|\bløn|medarbejder|ansat|\bbarn|\bbørnenes"
                       r"|bemærkning|begrundelse|\bnote|kommentar|mail|telefon|\btlf", re.IGNORECASE)
ASK = 'Arket "{sheet}", kolonne {column} "{heading}": {why}. Skal den med i kopien?'
CHOICES = ((SEND, "ja, den må sendes"), (LEAVE_OUT, "nej, udelad den"))
NAMED, FEW = "overskriften kan være til noget om personer", "den har små hele tal, der kan være antal børn"
UNSEEN = ("den har celler, hvis indhold ikke kan ses på arket: skrift i baggrundens farve, et talformat, der ikke "
          "viser det, eller en række eller kolonne uden størrelse")
DERIVED, KIND = "den regnes af antal, som siden skjuler", "den kan være {}"


class Columns(NamedTuple):
    """The columns that are in, from 0, and what is told of the others."""

    taken: frozenset[int]
    left_out: list[LeftOut]


def columns(sheet: Sheet, run: Run, choices: Choices, unseen: Collection[Place] = ()) -> Columns:
    """Raises Asked for those nobody has answered for; `unseen` are cells whose content cannot be seen on the sheet."""
    taken, left_out, questions = set(), [], []
    shown, counts = rows_shown(sheet), of_counts(sheet, run)
    kinds = {column: found.kind for found in personal(shown) for _, column in found.places}
    not_seen = {column for row, column in unseen if row not in sheet.hidden_rows}
    for column in range(max(map(len, shown), default=0)):
        values = [row[column] for row in shown if column < len(row) and row[column] not in (None, "")]
        if not values:
            continue
        never = why_never(sheet, column, values, kinds.get(column), counts)
        why = None if never else UNSEEN if column in not_seen else why_asked(
            sheet, column, values, kinds.get(column), counts, run)
        answer = choices.get(key(sheet, column)) if why else SEND
        if never or answer == LEAVE_OUT:
            left_out.append(LeftOut("Kolonne", sheet.name, named(column, values), "", never or ASKED))
        elif answer == SEND:
            taken.add(column)
        else:
            text = ASK.format(sheet=sheet.name, column=column_letters(column), heading=heading(values), why=why)
            questions.append(Question(key(sheet, column), text, CHOICES))
    if questions:
        raise Asked(tuple(questions))
    return Columns(frozenset(taken), left_out)


def key(sheet: Sheet, column: int) -> str:
    return f"klargoer kolonne {sheet.name}!{column_letters(column)}"


def rows_shown(sheet: Sheet) -> list[list[object]]:
    """The rows that can be seen: what is hidden by how a sheet looks is not hidden."""
    return [[] if number in sheet.hidden_rows else list(row) for number, row in enumerate(sheet.rows)]


def of_counts(sheet: Sheet, run: Run) -> set[int]:
    """The columns a key is made from, which the page words or hides where they are small. All the children are public.
    """
    found: set[int] = set()
    public = run.first.setup.areas.get("boern")
    for setting, area in run.first.setup.areas.items():
        of_a_key = area != public and (setting in KEYS or setting.startswith(OF_A_KEY))
        if of_a_key and area.sheet.casefold() == sheet.name.casefold():
            found |= set(range(area.column, area.last_column + 1))
    return found


def why_never(sheet: Sheet, column: int, values: list[object], kind: str | None, counts: set[int]) -> str:
    """The rule a column stays by, whatever is answered; "" where there is none."""
    if column in sheet.hidden_columns:
        return HIDDEN
    if kind == NUMBER or any(isinstance(value, str) and holds_number(value) for value in values):
        return PERSON
    return COUNTS if column in counts else ""


def why_asked(sheet: Sheet, column: int, values: list[object], kind: str | None, counts: set[int], run: Run) -> str:
    """What may be wrong with a column; "" where nothing is known to be."""
    if any(SENSITIVE.search(text) for text in headings(values)):
        return NAMED
    if kind:
        return KIND.format(kind)
    if is_made_of(sheet, column, counts):
        return DERIVED
    limit = int(run.first.setup.settings.mindste_antal)
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    whole = all(value == int(value) for value in numbers)
    return FEW if whole and any(0 < value < limit for value in numbers) else ""


def is_made_of(sheet: Sheet, column: int, counts: set[int]) -> bool:
    letters = "|".join(map(column_letters, sorted(counts)))
    formulas: Mapping[tuple[int, int], str] = sheet.formulas or {}
    return bool(letters) and any(re.search(rf"(?<![A-Z!])\$?(?:{letters})\$?[0-9]", text)
                                 for (_, at), text in formulas.items() if at == column)


def headings(values: list[object]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str) and len(value) <= LONGEST)


def heading(values: list[object]) -> str:
    """What a column is called to the user: its first short text."""
    return " ".join(next(headings(values), NO_HEADING).split())


def named(column: int, values: list[object]) -> str:
    """In the list, which names headings and never what is under them."""
    said = heading(values)
    return column_letters(column) if holds_number(said) else f"{column_letters(column)} {said}"
