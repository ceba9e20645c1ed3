"""The buttons, for every program that shows them: what each is called, says and looks like, and what it does.

A host shows those whose action it can do, in this order; a group of which it can do nothing it does not show.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

TAB = "Fordel"


class Button(NamedTuple):
    """`name` is what a program and a macro know it by, `label` and `help` what the user reads; `icon` is a drawing.
    `action` is one of addin.actions, or something of the host's own."""

    name: str
    label: str
    help: str
    icon: str
    group: str
    action: str


PULJE, DEL, HJAELP = "Pulje", "Del", "Hjælp"
GROUPS = (PULJE, DEL, HJAELP)

BUTTONS = (
    Button("pulje", "Fordel pulje", "Fordeler puljen, og skriver resultat, trin, kontrol og opsætning.",
           "pulje", PULJE, "fordel_pulje"),
    Button("tjek", "Fordel tjek", "Tjekker tallene, før der fordeles, og skriver svarene.",
           "tjek", PULJE, "fordel_tjek"),
    Button("opsaetning", "Opret opsætning", "Finder tallene i projektmappen, og skriver dem som opsætning.",
           "opsaetning", PULJE, "opret_opsaetning"),
    Button("puljer", "Flere puljer", "Laver arket Fordel puljer: en række til hver pulje, med sin egen nøgle.",
           "puljer", PULJE, "opret_puljer"),
    Button("efterse", "Efterse",
           "Viser, hvad projektmappen rummer af skjulte ark, makroer og links, og hvad Klargør ikke tager med.",
           "efterse", PULJE, "efterse"),
    Button("sagsbilag", "Sagsbilag som PDF",
           "Fordeler puljen, og lægger siden og dens bilag som PDF ved siden af projektmappen.",
           "sagsbilag", PULJE, "sagsbilag"),
    Button("fortryd", "Fortryd fordeling", "Tager det tilbage, som den seneste knap har skrevet.",
           "fortryd", PULJE, "fortryd"),
    Button("klargoer", "Klargør",
           "Lægger den kopi af fordelingen, der må sendes til andre, ved siden af projektmappen.",
           "klargoer", DEL, "klargoer"),
    Button("udmelding", "Udmelding",
           "Skriver en side til hver modtager i en projektmappe ved siden af: beløbet, beregningen og kravene.",
           "udmelding", DEL, "udmeld"),
    Button("skabelon", "Ny fra skabelon", "Åbner en projektmappe at udfylde, med vejledning og et eksempel.",
           "skabelon", DEL, "ny_fra_skabelon"),
    Button("fejl", "Seneste fejl", "Viser, hvorfor funktioner i celler har givet fejl.",
           "fejl", HJAELP, "seneste_fejl"),
    Button("reference", "Funktioner", "Viser Fordels funktioner, og sætter dem ind i celler.",
           "funktioner", HJAELP, "funktioner"),
    Button("om", "Om Fordel", "Viser versionen, hvad der sker med tallene, og en diagnose til den, der hjælper.",
           "om", HJAELP, "om"),
    Button("rude", "Vis ruden", "Viser det seneste svar, og hvad Fordel er.", "rude", HJAELP, "vis_ruden"),
)


def shown(can: Collection[str]) -> tuple[Button, ...]:
    """The buttons of a host that can do these actions."""
    return tuple(button for button in BUTTONS if button.action in can)


def by_group(buttons: Collection[Button]) -> dict[str, list[Button]]:
    """Group -> its buttons, the groups in their order, without those that are empty."""
    found = {group: [button for button in buttons if button.group == group] for group in GROUPS}
    return {group: inside for group, inside in found.items() if inside}
