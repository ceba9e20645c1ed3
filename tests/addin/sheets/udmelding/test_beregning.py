"""Every page is re-done from its printed text with a decimal calculator, in drawn workbooks and in the example."""

from __future__ import annotations

import pytest

from addin.actions.fordel_pulje import calculate
from addin.finding.asking import Asked
from addin.run.regnet import Regnet
from addin.sheets import hvorfor
from addin.sheets.udmelding import aendret, brev
from addin.sheets.udmelding.baand import Baand, Linje
from addin.sheets.udmelding.beregning import beregning
from addin.sheets.udmelding.blok import Blok
from addin.sheets.udmelding.ordlyd import Ordlyd
from addin.workbook import Refusal
from tests.addin.sheets.committee import example
from tests.addin.sheets.udmelding.tape import number, wrong
from tests.differential.compare import choices
from tests.differential.dice import drawn
from tests.differential.layout import laid
from tests.planning import MADE, WHY, calculated

SEEDS, LEAST = 60, 15  # drawn workbooks, and of them those that can be distributed without an answer


def of_dice(seed: int) -> Regnet | None:
    made = drawn(seed)
    try:
        return calculate(laid(made).snapshot(), {**WHY, **choices(made)}, MADE, "0").first
    except (Refusal, Asked):
        return None


def lines_of(result: Regnet, at: int, called: str = "Nøgle") -> list[Linje]:
    baand = Baand()
    beregning(baand, Blok(result, called, [""] * result.n, range(result.n)), at)
    return baand.linjer


def faults(result: Regnet) -> list[str]:
    """What is wrong in all calculations of all recipients, whether or not a page may show them."""
    parts, found = hvorfor.kolonner(result), []
    for at in range(result.n):
        lines = lines_of(result, at)
        found += wrong(lines)
        if number(lines[-1].trykt)[0] != round(number(f"{result.tildeling[at]:.2f}".replace(".", ","))[0], 2):
            found.append(f"{at}: {lines[-1].trykt}")
        found += wrong(aendret.linjer(result, at, parts, "puljen"))
        for section in (brev.stillinger(result, at),
                        brev.reguleres(result, at, Ordlyd(maaneder=(8, 9, 10, 11, 12)))):
            found += wrong(section.linjer)
    return found


def test_every_amount_is_re_done_from_what_is_printed() -> None:
    results = {seed: result for seed in range(SEEDS) if (result := of_dice(seed)) is not None}
    assert len(results) >= LEAST
    assert {seed: found for seed, result in results.items() if (found := faults(result))} == {}


@pytest.mark.parametrize("terms", [{}, {"taerskeltype": "over"}, {"afrunding": 100}, {"andel_nyt": 0.25},
                                   {"garanti": 0.95, "loft": 7_000}, {"minimum": 50_000}, {"pulje": 2_400_000.55}])
def test_the_example_is_re_done_under_each_rule(terms: dict[str, float]) -> None:
    assert faults(calculated(example(**terms)).first) == []


def test_a_wrong_line_would_be_seen() -> None:
    lines = lines_of(calculated(example()).first, 8, "Børn, der tæller med")
    at = next(at for at, line in enumerate(lines) if line.label == "Loft")
    assert wrong([*lines[:at], lines[at]._replace(tal=(lines[at].tal or 0) + 1), *lines[at + 1:]]) != []


# ------------------------------------------------------------------------------------- the lines of the example


def said(at: int) -> list[tuple[str, str, str]]:
    return [(line.label, line.regn, line.trykt) for line in lines_of(calculated(example()).first, at)]


def test_a_cap_that_binds() -> None:
    lines = said(8)  # Kastanjen
    assert lines[:3] == [("Nøgle", "", "39"), ("børn", "deles med", "88"), ("Belastning", "er", "44,3 %")]
    assert ("Minimumsgrænsen på 8 % er nået", "", "") in lines
    assert ("Sats, kr. pr. enhed", "er", "19.440 kr.") in lines and ("Efter nøglen", "er", "758.160 kr.") in lines
    assert lines[-4:] == [("loftet (linje 7)", "højst", "528.000 kr."), ("Bestemt af: loft", "er", "528.000 kr."),
                          ("Afrunding til hele kroner", "plus", "0 kr."), ("Tildeling", "er", "528.000 kr.")]


def test_neither_threshold_nor_cap() -> None:
    lines = said(2)  # Tjørnen
    assert ("Belastning", "er", "21,0 %") in lines and ("Loft", "er", "372.000 kr.") in lines
    assert ("Ingen grænse er nået", "er", "252.720 kr.") in lines and lines[-1] == ("Tildeling", "er", "252.720 kr.")


def test_under_the_threshold() -> None:
    lines = said(10)  # Strandhuset
    assert lines[-4:] == [("Minimumsgrænsen på 8 % er ikke nået", "", ""),
                          ("Efter nøglen, for minimumsgrænsen er ikke nået", "", "0 kr."),
                          ("Afrunding til hele kroner", "plus", "0 kr."), ("Tildeling", "er", "0 kr.")]


def test_the_last_krone_is_a_line_of_its_own_and_says_why() -> None:
    result = calculated(example(pulje=2_400_001)).first
    lines = [line for at in range(result.n) for line in lines_of(result, at)
             if line.label.startswith("Afrunding")]
    told = sum("op: resten er blandt de største" in line.label for line in lines)
    assert told == int(result.fordeling.ekstra.sum()) > 0


def test_what_is_counted_is_named_by_its_line_and_who_is_bound_by_the_cap_alone() -> None:
    result = calculated(example()).first
    labels = [line.label for line in lines_of(result, 8, "Børn, der tæller med")]
    assert [labels[at] for at in (0, 2, 8, 9, 10)] == [
        "Børn, der tæller med", "Andel", "til dem ved loftet", "de øvriges børn som i linje 1",
        "Sats, kr. pr. barn som i linje 1"]
    both = calculated(example(minimum=100_000)).first
    assert "til dem, hvis beløb en grænse bestemmer" in [line.label for line in lines_of(both, 8)]
