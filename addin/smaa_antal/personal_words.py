"""The words that personal data are found by, and those that say that a number is no person's."""

from __future__ import annotations

import re

BLANK = " \u00a0\u2007\u202f"
# A birthday and four digits, in one or with a blank or dash between; not a part of a longer number, and not an account
# number after its registration number.
DIGITS = re.compile(rf"(?<![\d,])(?<!\d[.-])(?<!\d{{4}}[ \u00a0])(\d{{5,6}})[{BLANK}]?[-–—‑]?[{BLANK}]?(\d{{4}})"
                    r"(?![\d,])(?![-/.]\d)")
# The same with the birthday written as a date, with its whole year: 01.01.1990-1234.
DATED = re.compile(rf"(?<!\d)(?<!\d[.-])(\d{{1,2}})[./-](\d{{1,2}})[./-](\d{{4}})[{BLANK}]?[-–—‑][{BLANK}]?(\d{{4}})"
                   r"(?![\d,])(?![-/.]\d)")
# What a number is when it is no person's.
_NUMBERED = (
    r"konto\w*|reg|regnr|bank\w*|iban|giro\w*|ean\w*|gln\w*|cvr\w*|se-?nr|p-?n(?:umme)?r|tlf|telefon\w*|mobil\w*|fax"
    r"|sag|sags\w*|journal\w*|j\.? ?nr|esdh\w*|acadre\w*|faktura\w*|ordre\w*|bilag\w*|matrikel\w*|varen(?:umme)?r"
    r"|psp\w*|omkostningssted\w*|dagtilbudsn(?:umme)?r|institutionsn(?:umme)?r|løben(?:umme)?r")
_AMOUNTS = r"kr|kroner|\w*beløb\w*|\w*budget\w*|\w*pulje\w*|\w*tildeling\w*|i alt|sum"
NUMBERED = re.compile(rf"\b(?:{_NUMBERED})\b", re.IGNORECASE)
OTHER = re.compile(rf"\b(?:{_NUMBERED}|{_AMOUNTS})\b", re.IGNORECASE)
PERSON = re.compile(r"\bcpr|personn(?:umme)?r|fødselsn(?:umme)?r", re.IGNORECASE)
# Headings, in plain form.
CHILD_NAME = re.compile(r"^(?:(?:barnets?|elevens?|børnenes) (?:fulde )?navn|barn,? navn|fornavn\w*|efternavn\w*"
                        r"|mellemnavn)$")
EMPLOYEE = re.compile(r"\b(?:medarbejder(?:e|en|ens|s)?|ansat(?:te|tes)?|tjenesten(?:umme)?r|lønn(?:umme)?r|fornavn"
                      r"|efternavn|lederens navn|navn på (?:leder|medarbejder|ansat)\w*)\b")
PAY = re.compile(r"\b(?:løn|grundløn|månedsløn|årsløn|bruttoløn|nettoløn|løntrin|lønudgift|tillæg|kvalifikationsløn)\b")
PRIVATE_ADDRESS = re.compile(r"^(?:(?:barnets?|elevens?|hjem(?:me)?|privat|bopæls?|folkeregister)[ -]?(?:adresse|vej)"
                             r"|bopæl|forældres adresse)$")
FREE_TEXT = re.compile(r"\b(?:begrundelse|bemærkning(?:er)?|krav|opfølgning|noter?|kommentar(?:er)?|beskrivelse)\b")
HEADINGS = (CHILD_NAME, EMPLOYEE, PAY, PRIVATE_ADDRESS, FREE_TEXT)
# Texts.
ADDRESS = re.compile(r"^[A-ZÆØÅ][\wæøåé.' -]*(?:vej|gade|allé|alle|stræde|vænget|vænge|parken|torvet?|plads|boulevard"
                     r"|bakken|haven|toften|lunden)\s+\d{1,3}\s?[A-Za-z]?(?:,.*)?$")
ONE_CHILD = re.compile(
    r"\b(?i:[eé]t barn|barnet|en dreng|drengen|en pige|pigen|familien|moderen|faderen|(?:hans|hendes) (?:mor|far))\b"
    r"|\b[A-ZÆØÅ]\.?,? ?(?:\(?(?:f\.|født) ?)?\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}\b")
