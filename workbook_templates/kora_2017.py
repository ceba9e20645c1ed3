"""Tables 4.2-4.4 of Bæk & Kjærgaard: "Socioøkonomiske kriterier i ressourcetildelingen" (KORA 2017), as printed.

A fictive kommune: 20 equal institutions, each with 40 børnehavebørn and 20 vuggestuebørn weighted 2; 100 mio. kr., of
which 1 or 10 percent is given by socio-economic criteria along a geometric ladder. Every printed figure is rounded half
up from the unrounded model: 865 - 432 is 433, but the table says 432.
"""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "kora"
ARK = "KORA tabel 4.2-4.4"
KILDE = "KORA 2017, tabel 4.2, 4.3 og 4.4. 20 lige store institutioner med 80 vægtede børn hver."

INSTITUTIONER = 20
BOERNEHAVE, VUGGESTUE, VAEGT = 40, 20, 2.0
RAMME = 100_000_000
PULJER = (1_000_000, 10_000_000)
FAKTORER = (2, 3, 5, 20)


class Table(NamedTuple):
    title: str
    headings: tuple[str, ...]  # one for each printed figure of a row
    published: dict[int, tuple[float, ...]]  # faktor -> figures as printed
    decimals: tuple[int, ...]


TABELLER: dict[str, Table] = {
    "4.2": Table(
        "Tabel 4.2: socioøkonomisk tildeling pr. vægtet barn, kr.",
        ("1 %: mindst", "1 %: mest", "10 %: mindst", "10 %: mest"),
        {2: (432, 865, 4323, 8646), 3: (342, 1025, 3415, 10246), 5: (249, 1244, 2488, 12438),
         20: (95, 1905, 952, 19047)}, (0, 0, 0, 0)),
    "4.3": Table(
        "Tabel 4.3: socioøkonomisk tildeling pr. institution, kr.",
        ("1 %: mindst", "1 %: mest", "10 %: mindst", "10 %: mest"),
        {2: (34585, 69170, 345850, 691701), 3: (27323, 81970, 273234, 819701),
         5: (19901, 99503, 199006, 995031), 20: (7619, 152376, 76188, 1523760)}, (0, 0, 0, 0)),
    "4.3 i alt": Table(
        "Tabel 4.3: samlet tildeling pr. institution, kr.",
        ("1 %: mindst", "1 %: mest", "10 %: mindst", "10 %: mest"),
        {2: (4984585, 5019170, 4845850, 5191701), 3: (4977323, 5031970, 4773234, 5319701),
         5: (4969901, 5049503, 4699006, 5495031), 20: (4957619, 5102376, 4576188, 6023760)}, (0, 0, 0, 0)),
    "4.4": Table(
        "Tabel 4.4: forskel mellem højest og lavest, pr. vægtet barn (kr.) og i alt (pct. af det laveste)",
        ("1 %: kr.", "1 %: pct.", "10 %: kr.", "10 %: pct."),
        {2: (432, 0.7, 4323, 7.1), 3: (683, 1.1, 6831, 11.4), 5: (995, 1.6, 9950, 16.9),
         20: (1809, 2.9, 18095, 31.6)}, (0, 1, 0, 1)),
}
