"""Formulas that nobody may have computed: a value such as 0 is then no more than a placeholder.

Some programs write formulas without computing them and mark the workbook, so that who opens it computes. So does
XlsxWriter of every workbook, also where it was given all the values: only a value that is no value is asked about.
"""

from __future__ import annotations

from collections.abc import Callable

from addin.danish import listed
from addin.finding.asking import Asker
from addin.messages import FORMULAS, Message, warning
from addin.settings.seen.simple_formulas import Reckoner
from addin.settings.seen.used_cells import Used, as_ranges
from addin.workbook import NO_VALUE, Held, Place, Refusal, Snapshot
from udfs.errors import antal
from workbook_templates.fordel_tjek import UREGNET
from workbook_templates.opsaetning import POOLS, SETTINGS

RIGHT = "rigtigt"
UNCOMPUTED, ZERO_POOL = "ikke beregnet: ", "pulje på 0: "
AS_DISPLAYED = ("Projektmappen er sat til at regne med det, cellerne viser (præcision som vist). Så bliver hver celle "
                "afrundet, og hverken beløb eller kontrol kan holde. Slå det fra, gem, og prøv igen. I Excel: Filer, "
                "Indstillinger, Avanceret, Angiv præcision som vist; i LibreOffice: Funktioner, Indstillinger, Calc, "
                "Beregn.")
MANUAL = "Projektmappen har manuel beregning: formler viser det, de sidst blev beregnet til, indtil nogen trykker F9."
NOTHING = "giver 0 eller ingenting, og projektmappen er mærket som ikke beregnet"
OPEN_AND_SAVE = "Åbn og gem projektmappen i et regneark"


def refuse_as_displayed(snapshot: Snapshot) -> None:
    if snapshot.calculation and snapshot.calculation.as_displayed:
        raise Refusal(AS_DISPLAYED)


def remedy(snapshot: Snapshot) -> str:
    """How formulas come to be computed; where there is a program around us, it computes itself."""
    by_us = snapshot.calculation is not None and snapshot.recalculated is None
    return OPEN_AND_SAVE + (", eller brug --genberegn" if by_us else "")


def lower(sentence: str) -> str:
    """A sentence that goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def is_marked(snapshot: Snapshot) -> bool:
    said = snapshot.calculation
    return said is not None and (said.to_be_computed or said.unfinished or said.manual)


def leaves_old_values(snapshot: Snapshot) -> bool:
    """Whether the program that saved the workbook may have left the values of before a change."""
    said = snapshot.calculation
    return said is not None and (said.manual or said.unfinished)


def check(snapshot: Snapshot, used: list[Used], asker: Asker) -> None:
    """Refuses formulas that have no value, and asks about those whose value may be none."""
    refuse_without_value(snapshot, used)
    for each in used:
        if each.key in POOLS and zero_formulas(each):
            ask_about_pool(snapshot, each, asker)
    if is_marked(snapshot):
        ask_about_placeholders(snapshot, used, asker)


def formulas(each: Used, wanted: Callable[[Held], bool]) -> list[Place]:
    """The used cells with a formula whose value is as wanted; those computed again are known."""
    return [place for place in each.among(each.sheet.formulas or ())
            if place not in each.sheet.confirmed and wanted(each.sheet.value(*place))]


def is_nothing(value: object) -> bool:
    """Whether a value may be one that was put there for want of a better."""
    return value is None or (not isinstance(value, bool) and value == 0)


def zero_formulas(each: Used) -> list[Place]:
    return formulas(each, is_nothing)


def refuse_without_value(snapshot: Snapshot, used: list[Used]) -> None:
    cells = [cell for each in used for cell in each.named(formulas(each, lambda value: value == NO_VALUE))]
    if cells:
        many = antal(len(cells), "formel, som ingen har regnet", "formler, som ingen har regnet")
        raise Refusal(f"{listed(cells)}: {many}. De har ingen værdi. {remedy(snapshot)}, og prøv igen.", UREGNET)


def ask_about_pool(snapshot: Snapshot, each: Used, asker: Asker) -> None:
    cell = each.named([(each.place.row, each.place.column)])[0]
    text = (f"{SETTINGS[each.key].label}: {cell} er en formel, der giver 0. Er det rigtigt? Har ingen regnet den, så "
            f"gælder 0 ikke: {lower(remedy(snapshot))}.")
    asker.remember(ZERO_POOL + cell, text, [(RIGHT, "ja, 0 er rigtigt")], cell)


def ask_about_placeholders(snapshot: Snapshot, used: list[Used], asker: Asker) -> None:
    """Formulas without a value, or with one that is plainly not theirs; not where they do give nothing."""
    reckoner = Reckoner(snapshot)
    for each in used:
        doubtful = doubts(snapshot, each, reckoner)
        if doubtful:
            cells = f"{each.sheet.name}!{as_ranges(doubtful)}"
            text = (f"{each.what}: {antal(len(doubtful), 'formel', 'formler')} ({cells}) "
                    f"{' og '.join(dict.fromkeys(doubtful.values()))}. Formler, som ingen har regnet, gælder ikke: "
                    f"{lower(remedy(snapshot))}; eller sig, at det, der står, er rigtigt.")
            asker.remember(UNCOMPUTED + cells, text, [(RIGHT, "ja, det, der står, er rigtigt")],
                           each.named(sorted(doubtful)[:1])[0])


def doubts(snapshot: Snapshot, each: Used, reckoner: Reckoner) -> dict[Place, str]:
    """The cells whose value may not be their formula's, and why."""
    found: dict[Place, str] = {}
    if each.key not in POOLS:
        found |= {place: NOTHING for place in zero_formulas(each) if reckoner.confirms(each.sheet, place) is not True}
    if leaves_old_values(snapshot):
        found |= {place: "har et andet tal, end formlen giver" for place in formulas(each, lambda v: not is_nothing(v))
                  if reckoner.confirms(each.sheet, place) is False}
    return found


# ------------------------------------------------------------------------------------- what is told


def told(snapshot: Snapshot, used: list[Used]) -> list[Message]:
    """What is said of formulas whose values are used as they are saved."""
    if snapshot.calculation and snapshot.calculation.manual:
        return [warning(FORMULAS, MANUAL)]
    cells = {cell for each in used for cell in each.named(formulas(each, lambda value: not is_nothing(value)))}
    if not cells or not is_marked(snapshot):
        return []
    many = antal(len(cells), "formel er brugt med det tal, den er gemt med",
                 "formler er brugt med de tal, de er gemt med")
    return [warning(FORMULAS, "Projektmappen er mærket til at blive beregnet, når den åbnes: "
                              f"{many} ({listed(sorted(cells), 3)}).")]
