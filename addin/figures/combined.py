"""How the columns of a delivery become one number an institution: added, weighed together, or smoothed over years."""

from __future__ import annotations

from addin import inputs
from addin.figures.delivered import Delivered
from addin.finding.institution import Recipient
from addin.settings.setup import Setup, sheet_of
from addin.workbook import Refusal, Snapshot
from udfs.catalogue import FUNCTIONS
from udfs.errors import tal
from workbook_templates.indstillinger import AAR, SAMMENVEJET
from workbook_templates.opsaetning import SETTINGS


def counts(snapshot: Snapshot, setup: Setup, delivered: Delivered, institutions: list[Recipient]) -> list[float]:
    """What each institution counts; raises Refusal with the column or the row."""
    how = setup.settings.samling
    table = [[count.value for count in line] for line in delivered.counts]
    weights = [criterion.weight for criterion in delivered.used]
    if how in AAR:
        return smoothed(snapshot, setup, delivered, institutions)
    if how == SAMMENVEJET:
        check_threshold(setup)
        check_columns(delivered)
        return FUNCTIONS["FORDEL_SAMMENVEJ"](table, weights).ravel().tolist()
    return FUNCTIONS["FORDEL_KRITERIER"](table, weights).ravel().tolist()


def check_threshold(setup: Setup) -> None:
    """Shares are no children, also where months or a fixed amount make them sum to something else than 1."""
    if setup.settings.taerskel is not None:
        raise Refusal(f"{SETTINGS['taerskel'].label} kan ikke bruges, når leverede antal samles ved {SAMMENVEJET}: "
                      "nøglen er andele og ikke børn, så der er ingen belastning at prøve. Tøm tærsklen.")


def check_columns(delivered: Delivered) -> None:
    """A column of nothing cannot be made into shares."""
    for at, criterion in enumerate(delivered.used):
        if not any(line[at].value for line in delivered.counts):
            raise Refusal(f'{delivered.criteria}: kolonnen "{criterion.heading}" er 0 for alle, så den kan ikke vejes '
                          "sammen med de andre. Ret tallene, eller giv kolonnen vægten 0.")


def smoothed(snapshot: Snapshot, setup: Setup, delivered: Delivered, institutions: list[Recipient]) -> list[float]:
    """Years beside each other; a blank one is skipped."""
    how = setup.settings.samling
    odd = next((criterion for criterion in delivered.used if criterion.weight != 1), None)
    if odd:
        raise Refusal(f'{SETTINGS["samling"].label} {how}: "{odd.heading}" har vægten {tal(odd.weight)}, men år vejer '
                      "lige meget. Sæt vægtene til 1.")
    sheet = sheet_of(snapshot, delivered.criteria)
    for institution, row, line in zip(institutions, delivered.rows, delivered.counts):
        if all(count.blank for count in line):
            place = inputs.where(sheet, row, delivered.criteria.column)
            raise Refusal(f"{place}: {institution.name} har ingen tal i nogen af årene.")
    years = [[None if count.blank else count.value for count in line] for line in delivered.counts]
    return FUNCTIONS["FORDEL_UDJAEVN"](years, how).ravel().tolist()
