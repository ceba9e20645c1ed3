"""Recipes: what needs no function of its own, only those there are, put together. Each is tried live in a test."""

from __future__ import annotations

from typing import Any, NamedTuple


class Opskrift(NamedTuple):
    """`felter` are the inputs, a heading and a column of cells (or rows) each; `formel` is as a Dane types it, with {0}
    for the first input's address; `resultat` was worked out by hand."""

    titel: str
    forklaring: str
    felter: tuple[tuple[str, tuple[Any, ...]], ...]
    formel: str
    resultat: tuple[Any, ...]


OPSKRIFTER = (
    Opskrift(
        "Efterregulering",
        "Det, der er udmeldt for lidt eller for meget, når tallene er endelige. Summen passer med forskellen i alt.",
        (("Nyt", (1200.6, 800.2, 999.2)), ("Udmeldt", (1000, 900, 1000))),
        "=FORDEL_AFRUND({0}-{1})",
        (201, -100, -1),
    ),
    Opskrift(
        "Børnetal og behov vejet sammen",
        "3 % af rammen flyttes til socioøkonomi: børnetallet vejer 97 %, nøglen 3 %. Resultatet er andele af rammen.",
        (("Børn og nøgle", ((50, 10), (50, 30))), ("Vægte", ((0.97, 0.03),))),
        "=FORDEL_SAMMENVEJ({0};{1})",
        (0.4925, 0.5075),
    ),
    Opskrift(
        "Flere puljer, og en central pulje af toppen",
        "Puljer lægges sammen, og det centrale trækkes fra, i formlen selv.",
        (("Pulje 1", (1230,)), ("Pulje 2", (8360,)), ("Centralt", (90,)), ("Nøgle", (10, 30, 55))),
        "=FORDEL_PULJE({0}+{1}-{2};{3})",
        (1000, 3000, 5500),
    ),
    Opskrift(
        "KORA's regneeksempel",
        "Beløbet pr. barn stiger lige meget i procent for hvert trin; den højeste får 4 gange den laveste.",
        (("Pulje", (7000,)), ("Belastning", (0.1, 0.2, 0.4)), ("Faktor", (4,))),
        "=FORDEL_PULJE({0};FORDEL_TRAPPE({1};{2}))",
        (1000, 2000, 4000),
    ),
    Opskrift(
        "Garanti mod sidste års beløb i nyt prisniveau",
        "Sidste års beløb pl-fremskrives, før de sammenlignes.",
        (("Nyt", (500, 1500)), ("Sidste år", (800, 1000)), ("Pl", (0.25,)), ("Mindst", (0.8,))),
        "=FORDEL_GARANTI({0};FORDEL_PL({1};{2});{3})",
        (800, 1200),
    ),
    Opskrift(
        "Statistisk nøgle fra børnenes kendetegn",
        "Score pr. barn, gennemsnit pr. institution, gange børn.",
        (("Institution", ("Solen", "Månen")), ("Barnets institution", ("Solen", "Månen", "Solen")),
         ("Kendetegn", ((1, 0), (0, 1), (1, 1))), ("Koefficienter", ((0.2, 0.4),)), ("Model", ("lineaer",)),
         ("Børn", (2, 1))),
        "=FORDEL_NOEGLE(FORDEL_PROFIL({0};{1};FORDEL_SCORE({2};{3};0;{4}));{5})",
        (0.8, 0.4),
    ),
    Opskrift(
        "Antal fra Danmarks Statistik",
        "Skjulte små antal erstattes, og kriterierne lægges sammen.",
        (("Antal", ((12, "<3", "-"), ("..", 7, 5))), ("Erstat", (1,))),
        "=FORDEL_KRITERIER(FORDEL_DISKRETION({0};{1}))",
        (13, 13),
    ),
    Opskrift(
        "Samme besparelse pr. enhed",
        "En nøgle med 1 til hver giver samme beløb. Selve budgettet efter besparelsen er budget minus besparelse.",
        (("Besparelse", (99,)), ("Budgetter", (500, 900, 400)), ("Nøgle", (1, 1, 1))),
        "={1}-FORDEL_BESPARELSE({0};{1};{2})",
        (467, 867, 367),
    ),
    Opskrift(
        "Kr. pr. barn i udmeldingen",
        "Et beløb pr. barn er beløb delt med børn og skal ikke rundes, før det vises.",
        (("Beløb", (1000, 3000)), ("Børn", (40, 60))),
        "={0}/{1}",
        (25, 50),
    ),
)
