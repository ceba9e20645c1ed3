"""Shares as they may leave the house."""

from __future__ import annotations

import numpy as np
import pytest

from addin.sheets.andele import Andele, andele
from addin.workbook import Plan
from tests.addin.sheets.committee import example
from tests.addin.smaa_antal import attacker
from tests.addin.smaa_antal.attacker import Terms
from tests.addin.smaa_antal.houses import TWELVE_HEADS
from tests.planning import Case, calculated, case, cells, key_figures, planned, result


def test_hidden_shares_are_hidden_also_where_they_can_be_worked_out() -> None:
    shares = andele(calculated(example()).first)
    assert shares is not None
    assert shares.texts[1] == "under 12 %" and shares.texts["Nord"] == "." and shares.texts["Midt"] == "21 %"
    assert shares.texts[None] == "21 %"  # who of 3 and 4 under the threshold knows its own, knows 1 to 4 of the other
    for own in (3, 4):
        others = [other for other in range(1, 5) if attacker.nearest(141 + own + other, sum(TWELVE_HEADS), 1) == 21]
        assert others == [1, 2, 3, 4]
    assert shares.hides == (
        '"under" og ".": skjult, for antallet er under 5, eller det kan regnes ud af de andre.')


def means(heads: int, mean: float) -> Andele:
    rows = [["Institution", "Børn", "Belastning"], ["A", heads, mean], ["B", 30, 0.0712]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    found = andele(calculated(case({"Ark": rows}, columns, pulje=1000)).first)
    assert found is not None
    return found


def test_a_mean_is_shown_of_ten_children_with_one_decimal() -> None:
    for heads, text in ((10, "6,1 %"), (9, ".")):
        shares = means(heads, 0.0612)
        assert shares.texts[0] == text and shares.texts[1] == "7,1 %"
    assert means(10, 0.1645).texts[0] == "16,5 %"  # rounded as it is written, not as a computer has it


def test_a_finished_key_that_is_no_count_has_no_share() -> None:
    rows = [["Institution", "Nøgle"], ["A", 1.37], ["B", 2.11]]
    columns = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}
    assert andele(calculated(case({"Ark": rows}, columns, pulje=1000)).first) is None


# ------------------------------------------------------------------------------------- the page as it is printed


def group(heads: list[int], counts: list[int], unit: int, threshold: float = 0.2) -> Case:
    rows = [[f"Hus {number}", "Nord", *each] for number, each in enumerate(zip(heads, counts))]
    columns = {key: f"Ark!${letter}$2:${letter}${len(rows) + 1}" for key, letter in
               zip(("navn", "gruppe", "boern", "noegle"), "ABCD")}
    return case({"Ark": [["Institution", "Område", "Børn", "Talte"], *rows]}, columns, pulje=900_000,
                taerskel=threshold, afrunding=unit)


def attacked(plan: Plan, counts: list[int], unit: int) -> tuple[set[int], set[int]]:
    """Whom somebody with the page, its appendix and a count of its own can work out: without the shares, and with."""
    lines, terms = result(plan), Terms(900_000, unit, (1, 5))
    houses = [lines[f"Hus {number}"] for number in range(len(counts))]
    heads, true = np.array([int(line["Børn"]) for line in houses]), np.array(counts)
    fitting = attacker.fits(heads, [np.array([line["Tildeling"] for line in houses])], [terms], {})
    sats = next(value for label, value in key_figures(plan).items() if label.startswith("Sats"))
    fitting = fitting[np.isclose(900_000 / attacker.together(fitting, heads, terms), sats, rtol=1e-9)]
    shown = [lines[name].get("Andel", ".") for name in (*(f"Hus {n}" for n in range(len(counts))), "Nord i alt",
                                                        "Hele kommunen")]
    both = fitting[attacker.fits_shares(fitting, true, heads, shown, (1, 5))]
    assert (fitting == true).all(axis=1).any() and (both == true).all(axis=1).any()
    return set(attacker.told(heads, true, fitting)), set(attacker.told(
        heads, true, both, words=attacker.at_least(heads, shown, (1, 5))))


@pytest.mark.parametrize(("heads", "counts", "unit", "shown"), [
    ([21, 22, 22, 22], [2, 1, 2, 12], 1, "ca. 20 %"), ([24, 24, 20, 21], [2, 0, 13, 2], 1, "ca. 20 %"),
    ([33, 39, 44], [4, 12, 1], 1, "."), ([33, 39, 44], [1, 20, 2], 20_000, "ca. 20 %"),
    ([43, 32, 44], [35, 23, 4], 1, "ca. 50 %"), ([40, 30, 44], [20, 11, 30], 1, "54 %")])
def test_the_printed_page_tells_no_count_that_its_amounts_do_not(heads: list[int], counts: list[int], unit: int,
                                                                 shown: str) -> None:
    plan = planned(group(heads, counts, unit))
    without, with_shares = attacked(plan, counts, unit)
    assert with_shares <= without
    assert result(plan)["Hele kommunen"].get("Andel") == shown


def test_where_no_share_may_be_shown_the_page_says_so() -> None:
    """In whole 50.000 kr. the amounts leave counts open that a shown count would close."""
    heads, counts = [60, 66, 72, 58, 64], [4, 20, 23, 18, 15]
    for unit, is_shown in ((1, True), (50_000, False)):
        said = [str(value) for value in cells(planned(group(heads, counts, unit, 0.05)), "fordeling").values()]
        assert ("Andel, der tæller med" in said) == is_shown
        assert any(text.startswith("Andel, der tæller med, er ikke vist") for text in said) != is_shown
