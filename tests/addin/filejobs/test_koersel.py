"""The copy of several pools: their sheets and that of their sum, and what is looked for in them together."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from addin.filejobs.givet_tilbage import lines
from addin.filejobs.koersel import Koersel, calculate
from tests.addin.filejobs.files import distributed, made, refused, texts, values
from tests.addin.filejobs.test_siden import changed
from tests.planning import MADE, WHY, Case
from tests.pools import HOUSES, RANDERS, houses

LARGE = [list(line) for line in HOUSES]  # no count is small, nor the difference between the two keys
for row, small, all_ in zip(LARGE[1:], (10, None, 14, 12, 17, None), (26, 19, 32, 22, 39, 14)):
    row[4], row[5] = small, all_
GARANTI = {"Pulje": "Garanti", "Garanti": 0.95}
SHARE = "Andel, der tæller med"
PAGES = ["Fordeling", "Fordeling bilag", "Fordeling (pulje 1)", "Fordeling bilag (pulje 1)", "Fordeling (pulje 2)",
         "Fordeling bilag (pulje 2)"]


def koersel(taken: Case) -> Koersel:
    return calculate(taken.snapshot(), WHY, MADE, "0")


def same_key(*amounts: float, **values: Any) -> list[dict[str, Any]]:
    return [{"Pulje": name, "Beløb, kr.": amount, **values} for name, amount in zip(("En", "To"), amounts)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return distributed(houses(*RANDERS, GARANTI, table=LARGE), tmp_path_factory.mktemp("puljer"))


def test_the_copy_is_the_sum_and_each_pool_as_values(large: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(large).copy))
    assert book.sheetnames == PAGES
    assert not [cell for sheet in book.worksheets for row in sheet for cell in row if cell.data_type == "f"]
    for sheet in PAGES:
        before, after = (sorted(cell for row in values(data, sheet) for cell in row if isinstance(cell, (int, float)))
                         for data in (large, made(large).copy))
        assert after == pytest.approx(before, rel=1e-15) and len(after) > 5, sheet


def test_every_page_says_that_all_controls_answered(large: bytes) -> None:
    copy = made(large).copy
    for sheet in PAGES[::2]:
        said = " ".join(line.strip() for line in texts(copy, sheet))
        assert ("Kontrol: OK for hver af de 2 puljer og for summen af dem. Beløbene er regnet igen af projektmappen "
                f"{MADE} og er de samme.") in said


def test_the_rests_of_the_last_kroner_stay_in_the_house(large: bytes) -> None:
    with_rest = re.compile(r"\(0,\d+\)")
    assert any(with_rest.search(text) for text in texts(large, "Fordeling bilag"))
    assert not any(with_rest.search(text) for text in texts(made(large).copy))


@pytest.mark.parametrize("sheet", PAGES[::2])
def test_an_amount_that_is_changed_on_any_page_is_seen(large: bytes, sheet: str) -> None:
    amount = next(value for row in values(large, sheet) for value in row if isinstance(value, int) and value > 99_999)
    said = refused(changed(large, sheet, f"<v>{amount}</v>", f"<v>{amount + 1}</v>"))
    assert said.startswith(f"{sheet} i ud.xlsx er ikke den, der kommer ud af mappens tal nu")


def test_a_control_of_one_pool_that_is_not_ok_stops_the_copy(large: bytes) -> None:
    said = refused(changed(large, "Fordeling kontrol (pulje 2)", "<v>OK</v>", "<v>IKKE OK</v>"))
    assert said.startswith("Fordeling kontrol (pulje 2) siger IKKE OK")


def test_small_counts_of_any_pool_stop_it_with_the_pools_name(tmp_path: Path) -> None:
    data = distributed(houses(*RANDERS), tmp_path)
    said = refused(data).splitlines()
    assert said[1] == "  Vuggestuer: Kan regnes ud af beløbene og satsen: Cikorien (4 børn), Druen (2 børn)"
    assert any(line.startswith("  Alle: Kan regnes ud af beløbene og satsen: Druen (2 børn), ") for line in said)
    copy = made(data, alligevel="Udvalget kender tallene").copy
    for sheet in PAGES:
        assert "Besluttet af Børneudvalget" in " ".join(line.strip() for line in texts(copy, sheet))


def test_pools_by_the_same_counts_are_attacked_together() -> None:
    """Alone 4,5 mio. kr. in units of 300.000 kr. give back none of another's; beside 9 mio. kr. they do."""
    pools = koersel(houses(*same_key(9_000_000, 4_500_000, **{"Afrunding, kr.": 300_000}))).subjects()
    assert any(line.startswith("To: Kan regnes ud sammen med puljen En") for line in lines(pools))


def test_a_key_that_may_count_a_part_of_anothers_is_taken_to_be_given_back() -> None:
    """The difference between 12 and 8 is 4 children, if the 8 are among the 12; of 13, 5. Of one with fewer, it is no
    part."""
    def of(*keys: tuple[int, int]) -> list[str]:
        table = [list(line) for line in LARGE]
        for at, (small, all_) in enumerate(keys, 1):
            table[at][4], table[at][5] = small, all_
        both = [{"Pulje": "Små", "Beløb, kr.": 900_000, "Nøgle": "Udsatte 0-2", "Modtagere": RANDERS[0]["Modtagere"]},
                RANDERS[1]]
        return [line for line in lines(koersel(houses(*both, table=table)).subjects()) if "en del" in line]
    (told,) = of((8, 12))
    assert told.startswith("Alle: Kan ikke afgøres, og regnes for givet tilbage: ")
    assert told.endswith("den ene af denne pulje og Små kan tælle en del af de børn, som den anden tæller, og "
                         "forskellen er under 5 hos Anemonen")
    assert of((8, 13)) == [] == of((8, 8))
    assert of((8, 12), (0, 19), (40, 32)) == []


def test_shares_of_the_same_counts_stand_on_one_page_only(tmp_path: Path) -> None:
    """Otherwise what one hides for another's sake the other might show."""
    data = distributed(houses(*same_key(9_000_000, 4_500_000), table=LARGE), tmp_path)
    done = made(data)
    assert all(SHARE in texts(data, sheet) for sheet in PAGES[2::2])
    assert SHARE in texts(done.copy, PAGES[2]) and SHARE not in texts(done.copy, PAGES[4])
    assert any("er kun vist for én af de puljer" in text for text in texts(done.copy, PAGES[4]))
    assert [row[1:3] for row in values(done.list, "Udeladt af kopien") if row[0] == "Kolonne"] == [[PAGES[4], SHARE]]


def test_pools_of_an_earlier_edition_are_known_to_the_attack(tmp_path: Path) -> None:
    now, before = (distributed(houses(*same_key(1_230_000, amount, **{"Afrunding, kr.": 300_000})), tmp_path)
                   for amount in (4_500_000, 9_000_000))
    assert "sammen med den tidligere udgave, foer.xlsx, puljen" in refused(now, [("foer.xlsx", before)])


def test_own_sheets_are_refused_and_one_pool_is_as_it_was(large: bytes, tmp_path: Path) -> None:
    assert "Med flere puljer kan egne ark ikke komme med" in refused(large, ark=("Ark",))
    one = koersel(houses())
    assert one.runs == [one.whole] == one.pools and [each.navn for each in one.subjects()] == [""]
