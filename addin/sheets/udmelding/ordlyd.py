"""What a statement says besides figures: the demands that follow the money, and the words the user has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from addin.dates import MONTHS
from addin.workbook import Refusal
from workbook_templates.indstillinger import Indstillinger
from workbook_templates.sagsoplysninger import FAST_SATS, LUKKET, PAA_EN_GANG

# By KORA's type of control, whose number is not printed.
KRAV = {
    "1": "Pengene skal bruges til uddannede pædagoger, der arbejder med tidlig forebyggelse og inklusion.",
    "2": "Pengene skal bruges til pædagogisk personale.",
    "3": "Pengene skal bruges til at løse inklusionsopgaver.",
    "4": "Der er ingen særlige krav til, hvordan pengene bruges."}
FRI = "4"
# How what is still to be paid is found, and what that says to the recipient.
REGULERES = {
    LUKKET: "Puljen er lukket: hele puljen er fordelt igen efter de endelige tal, så også andres tal flytter beløbet.",
    FAST_SATS: "Satsen ligger fast: kun jeres egne tal flytter beløbet."}


class Ordlyd(NamedTuple):
    """`krav` is a text or the number of a type, `undtagelser` the same by the name of a recipient; `ligger_fast` is how
    the amount is regulated; `maaneder` are those, from 1, that what is still to be paid is spread over."""

    krav: str = ""
    undtagelser: Mapping[str, str] = {}
    oenske: str = ""
    opfoelgning: str = ""
    ligger_fast: str = ""
    reguleres: str = ""
    maaneder: tuple[int, ...] = ()
    accepteret: str = ""

    @classmethod
    def af(cls, settings: Indstillinger, undtagelser: Mapping[str, str], accepteret: str) -> Ordlyd:
        """From the settings; raises Refusal where one of them cannot be what it says."""
        how, over = (str(said or "").strip() for said in (settings.efterregulering_som, settings.reguleres_over))
        if how.casefold() not in ("", *REGULERES):
            raise Refusal(f'Efterregulering som: "{how}" er hverken {" eller ".join(REGULERES)}.')
        months = () if over.casefold() in ("", PAA_EN_GANG) else maaneder(over)
        return cls(settings.krav or "", undtagelser, settings.oenske or "", settings.opfoelgning or "",
                   settings.ligger_fast or "", how.casefold(), months, accepteret)

    def til(self, modtager: str) -> list[str]:
        """The demands on one recipient, and the wish."""
        krav = self.undtagelser.get(modtager, self.krav)
        found = [KRAV.get(krav, krav)] if krav else []
        return [*found, *([f"Ønske: {self.oenske}"] if self.oenske else [])]

    def stiller_krav(self, modtager: str) -> bool:
        """Whether anything is to be followed up."""
        return self.undtagelser.get(modtager, self.krav) not in ("", FRI, KRAV[FRI])

    def perioden(self) -> str:
        """august-december.

        >>> Ordlyd(maaneder=(8, 9, 10)).perioden(), Ordlyd(maaneder=(5,)).perioden()
        ('august-oktober', 'maj')
        """
        first, last = self.maaneder[0], self.maaneder[-1]
        return MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]}-{MONTHS[last - 1]}"


def maaneder(text: str) -> tuple[int, ...]:
    """The months of a period within a year.

    >>> maaneder("august-december"), maaneder("maj")
    ((8, 9, 10, 11, 12), (5,))
    """
    parts = [part.strip().casefold() for part in text.replace("\u2013", "-").split("-")]
    found = [number for part in parts for number, name in enumerate(MONTHS, 1) if part and name.startswith(part)]
    if not 1 <= len(parts) <= 2 or len(found) != len(parts) or found[0] > found[-1]:
        raise Refusal(f'Måneder: "{text}" er ikke måneder i ét år. Skriv fx august-december.')
    return tuple(range(found[0], found[-1] + 1))


def wrong_months(text: str) -> str:
    """What is wrong with an answer of months; "" where nothing is."""
    if text.strip().casefold() == PAA_EN_GANG:
        return ""
    try:
        maaneder(text)
    except Refusal as refusal:
        return str(refusal)
    return ""


def undtagelser(lines: tuple[str, ...], modtagere: list[str]) -> dict[str, str]:
    """NAVN=KRAV, each for a recipient there is."""
    found = {}
    for line in lines:
        name, sign, krav = (part.strip() for part in line.partition("="))
        if not sign or not krav or name not in modtagere:
            raise Refusal(f'Krav til: "{line}" er ikke NAVN=KRAV med navnet på en modtager, som det står i tabellen.')
        found[name] = krav
    return found
