"""Tables 4.1-4.4 of Bæk & Kjærgaard: "Socioøkonomiske kriterier i ressourcetildelingen" (KORA 2017), as printed.

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


class Kommune(NamedTuple):
    """One of the 15, as printed: KORA's two measures, of the kr. per child weighted 1,8 of those that get any."""

    faktor: float
    tildeler: str  # whether all institutions get money by the criteria, or some
    kvartilfaktor: float


# Table 4.1, p. 26: in 2016, from interviews in 20 kommuner that were not chosen systematically; special institutions
# are not counted.
NOGLE, ALLE = "nogle", "alle"
DIFFERENTIERING: tuple[Kommune, ...] = (
    Kommune(1.7, NOGLE, 1.7), Kommune(2.6, NOGLE, 1.8), Kommune(4.1, NOGLE, 3.3), Kommune(4.4, ALLE, 2.5),
    Kommune(4.5, NOGLE, 1.9), Kommune(4.8, ALLE, 2.3), Kommune(4.8, ALLE, 1.8), Kommune(5.6, NOGLE, 3.3),
    Kommune(5.7, ALLE, 5.0), Kommune(8.7, ALLE, 2.0), Kommune(9.2, ALLE, 2.4), Kommune(10.9, ALLE, 3.1),
    Kommune(20.4, ALLE, 1.8), Kommune(25.9, ALLE, 2.9), Kommune(44.3, ALLE, 3.2))
KILDE_DIFFERENTIERING = "KORA 2017, tabel 4.1: 15 kommuner, 2016, ikke systematisk udvalgt"
VAEGT_DIFFERENTIERING = 1.8  # of a 0-2-year-old, whatever the kommune's own budget has
