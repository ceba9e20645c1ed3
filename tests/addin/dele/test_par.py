"""All pairs of parts in one workbook: both are there and the control proves it, or the pair is refused by name."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.dele import DELE
from addin.workbook import Plan, Refusal
from tests.addin.dele.test_ejere import KEY, SHEETS, TABLE
from tests.calc.office import Office
from tests.planning import MADE, WHY, Case, case, planned, prove, table

# What each part needs, and a column or a key figure that shows that it is there.
PARTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "aendring": (("noegle_aendring", "noegle_grund"), {}),
    "fast": (("fast", "fast_virkning", "fast_grund"), {}),
    "grundbeloeb": ((), {"grundbeloeb": 50}),
    "ansoegt": (("ansoegt",), {}),
    "garanti": (("sidste_aar",), {"garanti": 0.5, "hoejst": 3}),
    "indfasning": (("sidste_aar",), {"andel_nyt": 0.5}),
    "normering": ((), {"loen_paedagog": 500_000}),
    "efterregulering": (("udmeldt",), {}),
}
SHOWN = {"aendring": "Uden ændring af nøglen", "fast": "Fast beløb", "ansoegt": "Ansøgt", "garanti": "Sidste år",
         "indfasning": "Fuldt indfaset", "normering": "Pædagoger", "efterregulering": "Efterregulering",
         "grundbeloeb": "Grundbeløb"}
# Pairs one of which cannot be beside what the other fills, and what that is called.
REFUSED = {tuple(sorted((part.key, other.key))): f"kan ikke bruges sammen med {other.navn}"
           for part in DELE for other in DELE if other.fylder in part.udelukker}
PAIRS = [pair for pair in combinations(sorted(PARTS), 2) if pair not in REFUSED]


def made(*parts: str, **values: Any) -> Case:
    columns = {*KEY, *(key for part in parts for key in PARTS[part][0])}
    settings = {"pulje": 1000, **{key: value for part in parts for key, value in PARTS[part][1].items()}, **values}
    return case({"Ark": SHEETS["Ark"]}, {key: TABLE[key] for key in columns}, **settings)


def test_every_part_is_paired() -> None:
    assert set(PARTS) == {part.key for part in DELE}
    assert set(REFUSED) == {("fast", "indfasning"), ("grundbeloeb", "indfasning")}


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_both_are_there(pair: tuple[str, str]) -> None:
    line = table(planned(made(*pair)), "fordeling")["Anemonen"]
    assert {SHOWN[part] for part in pair} <= set(line)


@pytest.mark.parametrize("pair", REFUSED, ids="-".join)
def test_or_they_are_refused_together_and_not_alone(pair: tuple[str, str]) -> None:
    answer = fordel_pulje(made(*pair).snapshot(), WHY, MADE, "0")
    assert isinstance(answer, Refusal) and REFUSED[pair] in str(answer)
    assert all(isinstance(fordel_pulje(made(part).snapshot(), WHY, MADE, "0"), Plan) for part in pair)


@pytest.mark.soffice
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_the_control_proves_both(office: Office, tmp_path: Path, pair: tuple[str, str]) -> None:
    prove(office, made(*pair), tmp_path, [])
