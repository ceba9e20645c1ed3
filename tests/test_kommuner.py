"""What two kommuner decided, on workbooks built here; the amounts of the whole are theirs, the institutions are not.

Aarhus' saving (MOVE) is in addin/figures/test_retning.py, on the shared workbook.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, amounts, case, cell_of, key_figures, planned, prove

# Randers 2023 (seed 000): 1,23 + 8,36 = 9,59 mio. kr. by the mean probability of social measures. The five dagtilbud
# receive for their institutions, selvejende and børnebyer directly. What the central pool for kompetenceudvikling is
# to be, the paper does not say: 390.000 kr. is ours. 13.425.000 kr. is given out by children already and kept apart.
AREAS = {"Nord": (3, 0.11), "Syd": (4, 0.07), "Øst": (3, 0.16), "Vest": (2, 0.05), "Midt": (4, 0.09)}
DIRECT = {"Selvejende Kløveren": (61, 0.08), "Selvejende Æblegården": (44, 0.12), "Børneby Tirsdalen": (180, 0.17),
          "Børneby Åkanden": (203, 0.13)}
HOUSES = [[f"{area} {number + 1}", f"Dagtilbud {area}", 48 + 7 * number, round(share + 0.01 * number, 2)]
          for area, (many, share) in AREAS.items() for number in range(many)]
RANDERS = [["Institution", "Dagtilbud", "Børn", "Sandsynlighed"], *HOUSES,
           *([name, None, children, share] for name, (children, share) in DIRECT.items())]
APART = [["Fordelt efter børnetal", 13_425_000]]


def randers() -> Case:
    def column(letter: str) -> str:
        return f"Budget!${letter}$2:${letter}${len(RANDERS)}"

    columns = {"navn": column("A"), "modtager": column("B"), "boern": column("C"), "belastning": column("D")}
    return case({"Budget": RANDERS, "Udlagt": APART}, columns, pulje=1.23, pulje_2=8.36, centralt=0.39,
                enhed_pulje="mio. kr.")


def by_hand(rows: list[list[Any]], pool: int) -> dict[str, int]:
    """Probability x children, added for each recipient; whole kroner by the largest remainder, in exact fractions."""
    weights: dict[str, Fraction] = {}
    for name, recipient, children, share in rows:
        name = recipient or name
        weights[name] = weights.get(name, Fraction(0)) + Fraction(str(share)) * children
    exact = {name: pool * weight / sum(weights.values()) for name, weight in weights.items()}
    given = {name: int(kr) for name, kr in exact.items()}
    for name in sorted(exact, key=lambda name: given[name] - exact[name])[:pool - sum(given.values())]:
        given[name] += 1
    return given


def test_randers_two_pools_central_pool_and_groups_beside_single_recipients() -> None:
    plan = planned(randers())
    given = amounts(plan)
    assert list(given) == [*(f"Dagtilbud {area}" for area in AREAS), *DIRECT]
    assert given == by_hand(RANDERS[1:], 9_200_000)
    assert min(given.values()) > 0  # everyone gets something
    figures = key_figures(plan)
    assert [figures[label] for label in ("Pulje, kr.", "Central pulje, af toppen, kr.", "Til fordeling, kr.")] == [
        9_590_000, 390_000, 9_200_000]


@pytest.mark.soffice
def test_randers_is_proven_without_the_addin(office: Office, tmp_path: Path) -> None:
    taken = randers()
    prove(office, taken, tmp_path, [(cell_of(taken, "pulje"), 1.24), (cell_of(taken, "centralt"), 0.4),
                                    (cell_of(taken, "modtager", 2), "Dagtilbud Syd"),
                                    (cell_of(taken, "belastning", len(HOUSES)), 0.09)])


# Albertslund 2025 (seed 001): the running costs of the frame, mio. kr. 2025-2028, each line with what it is paid by.
YEARS = ("2025", "2026", "2027", "2028")
PPR = "Pulje på finansloven til PPR til og med 2027 - derefter ny finansiering"
FRAME = [["Initiativ", *YEARS, "Finansieringskilde"],
         ["Kompetenceudvikling af ledere og medarbejdere", 2.5, 2.5, 2.5, 1.5, "Eksisterende centrale midler"],
         ["Læringsmiljøer (analyse)", 0.8, None, None, None, "Ny finansiering"],
         ["Foranstaltningsbudget", 11.0, 11.0, 11.0, 11.0, "Ny finansiering"],
         ["Færre specialpladser (budgetforslag 6.8)", None, None, -1.9, -4.5, "Budgetreduktion"],
         ["Fleksible indsatser i børnenes kontekst", 1.8, 1.8, 1.8, 1.8, PPR],
         ["Flere understøttende fagprofessionelle tæt på praksis", 4.2, 4.2, 4.2, 4.2, PPR]]
FRAMES = (20_300_000, 19_500_000, 17_600_000, 14_000_000)  # added on paper
ALBERTSLUND = [["Institution", "Børn", "Nøgle"], ["Roholmhaven", 96, 21], ["Damgården", 71, 9], ["Stensmosen", 118, 33],
               ["Kastanjen", 64, 12], ["Brillesøen", 83, 17]]


def albertslund(year: int) -> Case:
    """The whole frame of a year, added by the workbook, is the pool of that year."""
    total = ["I alt", *(round(sum(line[column] or 0 for line in FRAME[1:]), 1) for column in range(1, 5))]
    columns = {"navn": "Børn!$A$2:$A$6", "boern": "Børn!$B$2:$B$6", "noegle": "Børn!$C$2:$C$6",
               "pulje": f"Ramme!${'BCDE'[year]}${len(FRAME) + 1}"}
    return case({"Børn": ALBERTSLUND, "Ramme": [*FRAME, total]}, columns, enhed_pulje="mio. kr.")


@pytest.mark.parametrize("year", range(4), ids=YEARS)
def test_albertslund_each_year_of_the_frame_by_the_same_key(year: int) -> None:
    given = amounts(planned(albertslund(year)))
    assert given == by_hand([[name, None, 1, key] for name, _, key in ALBERTSLUND[1:]], FRAMES[year])


def test_albertslund_a_smaller_frame_is_less_for_all_and_keeps_the_order() -> None:
    years = [list(amounts(planned(albertslund(year))).values()) for year in range(4)]
    for before, after in zip(years, years[1:]):
        assert all(less < more for less, more in zip(after, before))
    orders = [[place for _, place in sorted(zip(given, range(len(given))))] for given in years]
    assert len(list(groupby(orders))) == 1


@pytest.mark.soffice
@pytest.mark.parametrize("year", (0, 3), ids=("2025", "2028"))
def test_albertslund_is_proven_without_the_addin(office: Office, tmp_path: Path, year: int) -> None:
    taken = albertslund(year)
    prove(office, taken, tmp_path, [(cell_of(taken, "pulje"), 1), (cell_of(taken, "noegle"), 22)])
