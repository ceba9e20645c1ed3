"""Institutions to fill layouts with: plausible names and figures, the same every time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from tests.layouts.model import House

WORDS = (
    "Anemonen", "Birken", "Cikorien", "Dueurten", "Egernet", "Firkløveren", "Gåsetårnet", "Humlebien", "Ibskilde",
    "Jordbærmarken", "Kastanjen", "Lærkereden", "Mælkevejen", "Nøddebo", "Oddervejen", "Pilehytten", "Regnbuen",
    "Solstrålen", "Tusindfryd", "Uglereden", "Valmuen", "Ymerhuset", "Æblehaven", "Østerbo", "Ådalen", "Bøgelunden",
    "Fyrtårnet", "Grævlingen", "Hasselmusen", "Krudtuglen", "Mariehønen", "Møllehjulet", "Myretuen", "Rævehulen",
    "Skattekisten", "Sneglehuset", "Snurretoppen", "Spiren", "Søstjernen", "Tornerosen",
)
FIRST = ("", "Børnehuset ", "Vuggestuen ", "Børnehaven ", "Den integrerede institution ", "Naturbørnehaven ",
         "Skovbørnehaven ", "Menighedsbørnehaven ", "Børnegården ", "Idrætsbørnehaven ")
AREAS = ("Nord", "Syd", "Øst", "Vest")


def name(number: int) -> str:
    """The name of the n-th institution; no two are alike up to 400."""
    kind, word = divmod(number, len(WORDS))
    return FIRST[kind] + WORDS[word]


def houses(count: int, areas: int = 0, seed: int = 1) -> tuple[House, ...]:
    """So many institutions, in as many areas of about the same size, one area after the other."""
    draw = random.Random(seed * 1000 + count)
    return tuple(_house(draw, number, AREAS[number * areas // count] if areas else "") for number in range(count))


def _house(draw: random.Random, number: int, area: str) -> House:
    young, old = draw.choice((0, 12, 18, 22, 24, 30, 36)), draw.randint(14, 84)
    base = young * 90_000 + old * 48_000 + draw.randint(0, 99_999)
    burden = Fraction(draw.randint(180, 1_790), 10_000)
    return House(name(number), area, young, old, burden, key=1 + int((young + old) * burden), base=base,
                 last=100 * draw.randint(900, 9_000), number=4_100 + 7 * number)


def areas_of(all_houses: Sequence[House]) -> list[tuple[str, list[House]]]:
    """The houses of each area, in order."""
    found: dict[str, list[House]] = {}
    for house in all_houses:
        found.setdefault(house.area, []).append(house)
    return list(found.items())
