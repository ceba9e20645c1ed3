"""The fictive kommune of the examples: twelve institutions in three dagtilbud. Names and figures are made up."""

from __future__ import annotations

from typing import NamedTuple


class Hus(NamedTuple):
    """`mindst` are the children that meet at least 1, 2 ... 6 of six criteria, `profil` the mean need for early "
      "help."""

    dagtilbud: str
    navn: str
    type: str
    smaa: int
    store: int
    mindst: tuple[int, ...]
    profil: float
    sidste_aar: int
    grundbudget: int


KOMMUNE, AAR = "Solbakke Kommune (fiktiv)", "2027"
HUSE = (
    Hus("Nord", "Ellehuset", "kommunal", 26, 46, (48, 36, 25, 14, 7, 3), 0.0612, 389_500, 5_707_200),
    Hus("Nord", "Skovbrynet", "kommunal", 14, 28, (14, 8, 4, 2, 1, 0), 0.0338, 59_100, 3_271_800),
    Hus("Nord", "Tjørnen", "kommunal", 22, 40, (31, 21, 13, 8, 3, 1), 0.0527, 207_400, 4_895_400),
    Hus("Nord", "Kløverstien", "kommunal", 18, 34, (13, 7, 3, 1, 0, 0), 0.0281, 46_500, 4_083_600),
    Hus("Midt", "Havnehuset", "kommunal", 28, 50, (50, 38, 27, 16, 8, 2), 0.0655, 368_200, 6_174_600),
    Hus("Midt", "Engblommen", "kommunal", 20, 38, (24, 15, 8, 4, 2, 0), 0.0415, 114_300, 4_551_000),
    Hus("Midt", "Birkelunden", "kommunal", 24, 42, (20, 12, 6, 3, 1, 0), 0.0349, 93_000, 5_239_800),
    Hus("Midt", "Svalereden", "selvejende", 12, 18, (15, 11, 7, 4, 2, 1), 0.0548, 95_000, 2_435_400),
    Hus("Syd", "Kastanjen", "kommunal", 32, 56, (66, 52, 39, 24, 11, 4), 0.0743, 542_600, 6_986_400),
    Hus("Syd", "Møllevangen", "kommunal", 18, 34, (22, 14, 8, 4, 2, 0), 0.0433, 126_000, 4_083_600),
    Hus("Syd", "Strandhuset", "kommunal", 20, 40, (15, 8, 4, 2, 1, 0), 0.0267, 69_800, 4_674_000),
    Hus("Syd", "Lærken", "selvejende", 16, 30, (14, 9, 4, 2, 0, 0), 0.0362, 64_000, 3_616_200))
TYPER = ("kommunal", "selvejende", "børneby", "special", "privat")
