"""KORA's printed figures come out, each beside what is printed."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl

from addin.filejobs.skabelon.write import made, workbook
from tests.workbook_templates.skabeloner.reading import changed, lines
from workbook_templates.skabeloner import skabelon

NAVN = "kora-beregningseksempel"
PUBLISHED = json.loads((Path(__file__).parents[2] / "cases" / "published.json").read_text(encoding="utf-8"))


def table(sheet: str, first: int, columns: int) -> list[list[object]]:
    """The lines below the heading of a sheet, as computed."""
    found = openpyxl.load_workbook(io.BytesIO(workbook(skabelon(NAVN))), data_only=True)[sheet]
    return [[cell.value for cell in line[:columns]] for line in found.iter_rows(min_row=first)
            if isinstance(line[0].value, (int, float))]


def test_all_that_kora_prints_is_computed_with_a_difference_of_nothing() -> None:
    for sheet, case in (("Tabel 4.2", "kora_2017_tabel_4_2"), ("Tabel 4.3", "kora_2017_tabel_4_3")):
        found = table(sheet, 4, 14)
        assert len(found) == 12
        assert [line[10:] for line in found] == [[0, 0, 0, 0]] * 12
        social = {str(line[0]): line[2:6] for line in found if line[1] == "Socioøkonomisk tildeling"}
        assert social == PUBLISHED[case]["rows"]
    total = {str(line[0]): line[2:6] for line in table("Tabel 4.3", 4, 14) if line[1] == "I alt"}
    assert total == PUBLISHED["kora_2017_tabel_4_3"]["total_rows"]
    base = {tuple(line[2:6]) for line in table("Tabel 4.2", 4, 14) if line[1] == "Grundtildeling"}
    assert base == {(61875, 61875, 56250, 56250)}


def test_table_4_4_is_of_what_is_not_rounded() -> None:
    found = table("Tabel 4.4", 4, 13)
    shown = {str(line[0]): [line[1], round(line[2] * 100, 1), line[3], round(line[4] * 100, 1)] for line in found}  # type: ignore[operator]
    assert shown == PUBLISHED["kora_2017_tabel_4_4"]["rows"]
    assert [line[9:] for line in found] == [[0, 0, 0, 0]] * 4


def test_fordel_pulje_gives_the_pool_and_rounding_each_gives_four_too_many() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(skabelon(NAVN))), data_only=True)
    assert book["Alle 20"]["B6"].value == 4
    amounts = [line["Fordel pulje, kr."] for line in lines(NAVN, "Med funktioner", "Navn").values()]
    assert (sum(amounts), amounts[-1]) == (10_000_000, 1_523_759)


def test_the_ladder_has_its_twenty_whatever_the_assumptions_say_and_tells_so() -> None:
    done = made(changed(NAVN, antal=12))
    sheet, box = done.book.columns["alle", "noegle"]
    keys = [done.values.value((sheet, row, box.column)) for row in range(box.row, box.last_row + 1)]
    assert len(keys) == 20 and all(keys)
    assert any("altid 20 institutioner" in str(put.value) for laid in done.book.sheets if laid.ark.navn == sheet
               for put in laid.puts)
