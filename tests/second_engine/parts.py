"""Small workbooks, one for each part a result may have, distributed as a user would."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from addin.hosts.files import job
from tests.builders import workbook
from tests.planning import WHY

BUDGET, BASIS, CHILDREN = "Dagtilbud", "Forudsætninger", "Børn"
NAMES = ("Anemonen", "Birken", "Cikorien", "Dalen")
COLUMNS: dict[str, list[Any]] = {
    "Børn": [41, 53, 38, 67], "Nøgle": [7, 12, 5, 21], "Tildeling 2026 (kr.)": [25_000, 31_000.5, None,
                                                                               60_000],
    "Grundbudget (kr.)": [4_100_000, 5_300_000, 3_800_000, 6_700_000]}


class Part(NamedTuple):
    """What a workbook has besides: columns (None takes one away), labelled numbers, what is said, rows of children."""

    columns: dict[str, list[Any] | None] = {}
    labels: Sequence[tuple[str, Any]] = ()
    said: dict[str, str] = {}
    children: bool = False


PARTS: dict[str, Part] = {
    "nøgle": Part(),
    "tærskel": Part(labels=[("Minimumsgrænse", 0.15)]),
    "beløbsgrænser": Part({"Loft pr. barn": [1_500, None, 900, 1_200],
                           "Minimum": [None, 5_000, 30_000, None]}),
    "garanti": Part(said={"garanti": "90%", "hoejst": "150%", "pl": "3,2%"}),
    "garanti pr. barn": Part({"Børn sidste år": [40, 60, 30, 80]}, said={
        "garanti": "90%", "hoejst": "150%", "pl": "3,2%", "garanti_gaelder": "pr. barn"}),
    "indfasning": Part(said={"andel_nyt": "=1/3"}),
    "fast": Part({"Fast beløb (kr.)": [None, 10_000, None, 5_000],
                  "Virkning": [None, "oven i", None, "i stedet for"],
                  "Begrundelse": [None, "aftale i udvalget", None, "lukker til sommer"]},
                 said={"fast_i_noegletal": "uden"}),
    "ændring": Part({"Ændring af nøgle": [2, None, None, -1.5],
                     "Begrundelse for ændring": ["nyt hus", None, None, "færre pladser"]}),
    "grundbeløb": Part(said={"grundbeloeb": "5000"}),
    "grundbeløb i en kolonne": Part({"Grundbeløb af puljen": [8_000, None, 4_000, 12_000]}),
    "ansøgt": Part({"Ansøgt beløb": [10_000, 90_000, 20_000, 100_000]}),
    "ansøgninger ved prioritet": Part({"Ansøgt beløb": [10_000, 190_000, 20_000, 100_000], "Prioritet": [2, 1, 2, 3]},
                                      said={"ansoegninger_deles": "prioritet", "grundlag": ""}),
    "ansøgninger med lige afslag": Part({"Ansøgt beløb": [10_000, 90_000, 20_000, 100_000.5]},
                                        said={"ansoegninger_deles": "lige afslag", "grundlag": ""}),
    "besparelse": Part(said={"retning": "besparelse", "hoejst_andel": "2%"}),
    "børneark": Part({"Nøgle": None}, [("Mindst antal kriterier", 1)], {"grundlag": "børneark"}, True),
    "områder": Part({"Område": ["Nord", "Nord", "Syd", "Syd"],
                     "Modtager": ["Dagtilbud A", "Dagtilbud A", None, "Dagtilbud B"]},
                    said={"gruppe eller modtager: Område": "gruppe"}),
    "tærskel på gruppe": Part({"Område": ["Nord", "Nord", "Syd", "Syd"]}, [("Minimumsgrænse", 0.2)],
                              {"taerskel_paa": "gruppe", "gruppe eller modtager: Område": "gruppe"}),
    "type": Part({"Ejerform": ["kommunal", "selvejende", "privat", "kommunal"]}, said={"med": "kommunal, selvejende"}),
    "normering og efterregulering": Part({"Udmeldt foreløbigt": [20_000, 40_000, 15_000, 70_000]},
                                         said={"loen_paedagog": "478000", "loen_medhjaelper": "400000",
                                               "andel_paedagoger": "60%"}),
}


def distributed(part: Part, folder: Path) -> Path:
    """The finished result."""
    columns = {heading: values for heading, values in {**COLUMNS, **part.columns}.items() if values is not None}
    rows = [["Institution", *columns], *([name, *values] for name, *values in zip(NAMES, *columns.values()))]
    label = "Besparelse i alt" if part.said.get("retning") else "Pulje 2027"
    sheets: dict[str, Any] = {BUDGET: [["Budget 2027"], [], *rows],
                              BASIS: [["Forudsætninger"], [], [label, 190_003], *part.labels]}
    if part.children:
        sheets[CHILDREN] = [["Institution", "Enlig forsørger", "Uden for arbejdsmarkedet"],
                            *([name, int(child % 3 > 0), child % 2] for at, name in enumerate(NAMES)
                              for child in range(4 + at))]
    said = {**WHY, "pulje": f"{BASIS}!B3", "enhed_pulje": "kr.", "vaegt": "1", "grundlag": "nøgle", **part.said}
    return job.run(workbook(folder / "ind.xlsx", **sheets), folder / "ud.xlsx", said).target
