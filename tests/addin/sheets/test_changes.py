"""The result says who rises and falls most since last year, and who goes from money to nothing."""

from __future__ import annotations

from typing import Any

from tests.planning import case, cells, planned

NAMES = ("Anemonen", "Birken", "Cikorien", "Dueurten", "Engen", "Fjorden", "Gården")
COLUMNS = {"navn": "Ark!$A$2:$A$8", "noegle": "Ark!$B$2:$B$8", "sidste_aar": "Ark!$C$2:$C$8"}


def told(before: Any, keys: Any = (10, 10, 10, 10, 10, 10, 0), pool: float = 6000, **more: Any) -> list[str]:
    rows = [["Institution", "Nøgle", "Sidste år"], *zip(NAMES, keys, before)]
    found = cells(planned(case({"Ark": rows}, COLUMNS, pulje=pool, **more)), "bilag")
    texts = [str(value) for (_, column), value in sorted(found.items()) if column == 0]
    if "Størst ændring siden sidste år" not in texts:
        return []
    start = texts.index("Størst ændring siden sidste år") + 1
    whole = " ".join(" ".join(texts[start:texts.index("Hvor de sidste kroner gik")]).split())
    return [part.strip().rstrip(".") for part in whole.replace("kr.", "kr").split(". ")]


def test_risers_and_fallers_with_kroner_and_per_cent() -> None:
    assert told((800, 900, 1000, 1100, 2000, 0, 500)) == [
        "Størst stigning: Fjorden +1.000 kr; Anemonen +200 kr (+25 %); Birken +100 kr (+11,1 %)",
        "Størst fald: Engen -1.000 kr (-50 %); Gården -500 kr (-100 %); Dueurten -100 kr (-9,1 %)",
        "Fra penge til ingenting: Gården", "Fra ingenting til penge: Fjorden"]


def test_only_the_five_biggest_of_each() -> None:
    rises = told((1, 2, 3, 4, 5, 6, 0))[0]
    assert rises.startswith("Størst stigning: Anemonen +999 kr") and "Fjorden" not in rises


def test_what_is_unknown_is_no_change() -> None:
    keys = (10, 10, 10, 10, 12, 8, 0)
    assert told((1000, None, 1000, 1000, 1200, 800, 0), keys) == ["Sidste års tildeling kendes ikke for: Birken"]


def test_compared_in_the_new_price_level() -> None:
    keys = (10, 10, 10, 10, 12, 8, 0)
    assert told((1000, 1000, 1000, 1000, 1200, 800, 0), keys, pool=6600, pl=0.1) == []


def test_nothing_is_said_without_last_year() -> None:
    without = {key: place for key, place in COLUMNS.items() if key != "sidste_aar"}
    rows = [["Institution", "Nøgle"], *([name, 10] for name in NAMES)]
    found = cells(planned(case({"Ark": rows}, without, pulje=700)), "bilag").values()
    assert "Størst ændring siden sidste år" not in found
