"""`fordel pulje` and `fordel demo` give the published numbers."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from tests.addin.hosts.files.outcome import CHILDREN, DAGTILBUD, amounts, figure


def test_probability_times_weighted_children_over_24_institutions(fordel, tmp_path: Path) -> None:
    """Randers-like: 9.590.000 kr. on probability x (1,8 x 0-2 + 3-5). Ådalen: 0,024 x 75,2 / 135,72003 x 9,59 mio."""
    answer = fordel("pulje", DAGTILBUD, "--ud", "ud.xlsx")
    assert answer.code == 0
    result = amounts(tmp_path / "ud.xlsx")
    assert len(result) == 24
    assert sum(result.values()) == 9_590_000
    assert result["Ådalen"] == 127_528
    assert result["Sneglehuset"] == 1_047_082
    assert 'Tomme celler i "0-2 årige" tæller 0 for 2 institutioner' in answer.out
    assert "Dagtilbud!F27: summen er 24.700.719, men afviger med 1" in answer.out


def test_unique_children_with_threshold_and_cap(fordel, tmp_path: Path) -> None:
    """6,4 mio. on children with 3 of 6 criteria: 13 of 28 fall below 8 %, 2 end at 14.000 kr. per child."""
    assert fordel("pulje", CHILDREN, "--ud", "ud.xlsx").code == 0
    result = amounts(tmp_path / "ud.xlsx")
    assert (len(result), sum(result.values())) == (28, 6_400_000)
    assert sum(amount == 0 for amount in result.values()) == 13
    assert result["Børnehuset Kærnehuset"] == 14_000 * 56
    assert result["Børnehuset Solstrålen"] == 14_000 * 54
    assert figure(tmp_path / "ud.xlsx", "Institutioner ved loftet") == 2


def test_what_a_cap_cannot_place_is_shown(fordel, tmp_path: Path) -> None:
    answer = fordel("pulje", CHILDREN, "--ud", "ud.xlsx", "--loft", "5000")
    assert sum(amounts(tmp_path / "ud.xlsx").values()) == 4_260_000
    assert figure(tmp_path / "ud.xlsx", "Ikke fordelt, kr.") == 2_140_000
    said = " ".join(answer.out.split())
    assert "2.140.000 kr. af puljen kan ikke fordeles: alle med vægt er ved deres loft eller grænse." in said


def test_demo_gives_koras_tables_published_beside_computed(fordel, tmp_path: Path) -> None:
    published = json.loads((Path(__file__).parents[3] / "cases" / "published.json").read_text(encoding="utf-8"))
    answer = fordel("demo")
    assert (answer.code, "Prøv selv" in answer.out) == (0, True)
    book = openpyxl.load_workbook(tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx", data_only=True)
    rows = [row for row in book["KORA tabel 4.2-4.4"].iter_rows(values_only=True) if str(row[0]).startswith("1:")]
    wanted = [published[f"kora_2017_tabel_4_{table}"][part] for table, part in
              ((2, "rows"), (3, "rows"), (3, "total_rows"), (4, "rows"))]
    expected = [figures for table in wanted for figures in table.values()]
    assert [list(row[1:5]) for row in rows] == expected  # as printed
    assert [list(row[5:9]) for row in rows] == expected  # as calculated
    assert all(value == 0 for row in rows for value in row[9:13])
    assert sum(amounts(tmp_path / "fordel-demo" / "Solbakke budget 2027 fordelt.xlsx").values()) == 6_900_000


def test_demo_leaves_a_budget_the_user_changed_alone(fordel, tmp_path: Path) -> None:
    fordel("demo")
    changed = tmp_path / "fordel-demo" / "Solbakke budget 2027.xlsx"
    changed.write_bytes(CHILDREN.read_bytes())
    assert fordel("demo").code == 0
    assert changed.read_bytes() == CHILDREN.read_bytes()
    assert (tmp_path / "fordel-demo-2").is_dir()
