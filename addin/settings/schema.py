"""What the sheet "Fordel opsætning" remembers besides the settings, and sheets written by older versions of Fordel."""

from __future__ import annotations

from typing import Any

from addin.inputs import cell_number, scalar
from addin.messages import Message, warning
from addin.settings.named import target
from addin.workbook import Refusal, Snapshot
from workbook_templates import opsaetning
from workbook_templates.indstillinger import NAVN, VAEGTET
from workbook_templates.opsaetning import SKEMAVERSION

# From an older schema to the next: the values that keep its meaning, and what the user is told.
MIGRATIONS: dict[int, tuple[dict[str, Any], tuple[str, ...]]] = {
    1: ({"boern_til_taerskel": VAEGTET},
        ("Børn til tærskel og børn til kr. pr. barn er nu hver sin indstilling. Begge er sat til vægtet, som før.",
         "Nyt: enhed for beløb, modtager, erstatter, måneder i drift, leverede antal, kriterievægte, faste beløb, "
         "flere puljer, udgave. De er ikke i brug, før de udfyldes.")),
}


def version(snapshot: Snapshot) -> int | None:
    """The schema of the workbook's settings; None where it has none. A newer one may mean something not known here."""
    found = target(snapshot, NAVN + "skemaversion")
    number = scalar(*found, "skemaversion") if found else None
    if not found or number is None:
        return None
    if not isinstance(number, float) or number not in range(1, SKEMAVERSION + 1):
        sheet, newer = found[0].name, isinstance(number, float) and number > SKEMAVERSION
        shown = f"{number:.0f}" if isinstance(number, float) else f'"{number}"'
        raise Refusal(f'Arket "{sheet}" er skrevet af en nyere udgave af Fordel (skemaversion {shown}). Opdatér Fordel.'
                      if newer else
                      f'Arket "{sheet}" har skemaversion {shown}, som Fordel ikke kender. Slet arket, og kør igen.')
    return int(number)


def migrated(written: int | None) -> tuple[dict[str, Any], list[Message]]:
    """What an older sheet's settings are in today's schema, and the list of changes."""
    values: dict[str, Any] = {}
    changes: list[Message] = []
    for older in range(written or SKEMAVERSION, SKEMAVERSION):
        kept, told = MIGRATIONS[older]
        values |= kept
        moved = f"Fordel opsætning er ført fra skemaversion {older} til {older + 1}"
        changes += [warning(opsaetning.NOEGLE, f"{moved}: {text}") for text in told]
    return values, changes


def answers(snapshot: Snapshot) -> dict[str, str]:
    """What the user has answered before: question and answer, one below the other."""
    found = target(snapshot, opsaetning.SVAR)
    if not found:
        return {}
    sheet, place = found
    pairs = ((sheet.value(row, place.column), sheet.value(row, place.column + 1))
             for row in range(place.row, place.last_row + 1))
    return {str(question): str(answer) for question, answer in pairs if question and answer not in (None, "")}


def weights(snapshot: Snapshot, criteria: int) -> list[float] | None:
    """The weight of each criterion; None where all count the same."""
    found = target(snapshot, opsaetning.KRITERIEVAEGTE)
    if not found:
        return None
    sheet, place = found
    read = [cell_number(sheet, row, column, "vægt") for row in range(place.row, place.last_row + 1)
            for column in range(place.column, place.last_column + 1)]
    if len(read) != criteria:
        raise Refusal(f"{place}: der er {len(read)} vægte, men {criteria} kriterier. Slet navnet "
                      f"{opsaetning.KRITERIEVAEGTE} (Formler, Navnestyring), og kør fordel opsaet igen.")
    values = [1.0 if weight is None else weight for weight in read]
    return None if all(weight == 1 for weight in values) else values
