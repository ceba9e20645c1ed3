"""The sheet with the statement to one recipient."""

from __future__ import annotations

from workbook_templates.skabeloner.form import TAL, Felt, Regel, liste

NOEGLE = "udmelding"
BEREGNINGEN = "Beregningen"
HOVED = ("Nr.", "Linje", "Regn", "Tal", "")
BREDDER = (5, 58, 14, 17, 5)  # of the columns: as wide together as an upright page
TEGN = 62  # of a label on one line

# What the recipient answers when the money has been used, and the form it is known again by.
OPFOELGNING, UDGAVE = "opfoelgning", 1
SVAR, LINJER = 2, 2  # the column answers begin in, and lines of one in words
MODTAGER, UDMELDT = "Modtager", "Udmeldt beløb, kr."
KVITTERING = "Fordel_kvittering_"  # begins the hidden name that keeps what is given, beside the cell that shows it
FELTER = (
    Felt("brugt", "Brugt, kr.", stil="kr", regel=TAL),
    Felt("stillinger", "Stillinger, pengene har betalt", stil="normering", regel=Regel("tal", 0, 10_000)),
    Felt("hvad", "Hvad pengene er brugt til", stil="tekst", regel=liste(
        "uddannede pædagoger", "andet personale", "inklusionsopgaver", "flere af delene", "andet")),
    Felt("afvigelse", "Hvorfor der er brugt mere, mindre eller til andet, end der kræves", stil="fritekst",
         regel=Regel("tekst", 0, 255)))

# Headings of columns with words to each, as they stand beside the names.
NAVN, KRAV, HOERING, SVARET, GRUND = "navn", "krav", "høringssvar", "svar", "begrundelse"
OVERSKRIFTER = {
    NAVN: ("institution", "institutioner", "modtager", "modtagere", "dagtilbud", "skole", "navn", "enhed"),
    KRAV: ("krav", "krav til pengene", "krav til"),
    HOERING: ("høringssvar", "høringssvar i korte træk", "høringssvaret", "bemærkning i høringen"),
    SVARET: ("svar", "svaret", "kommunens svar", "forvaltningens svar", "svar på høringssvar"),
    GRUND: ("begrundelse", "begrundelse for svar", "hvorfor")}
