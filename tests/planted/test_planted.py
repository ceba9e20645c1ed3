"""Nothing that is planted leaves, wherever it stands; and the search would see it if it did."""

from __future__ import annotations

import base64
import io
import random
import zipfile
import zlib

import pytest

from addin.filejobs.klargoer import Klargjort, klargoer
from tests.planning import MADE
from tests.planted.attempt import attempt, planted_somewhere
from tests.planted.book import NUMBER, WORD, entries, planted_workbook, zipped
from tests.planted.search import UNSEEN, found

FIRST, COUNT = 500_000, 200
PARTS = {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
         "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml",
         "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
         "xl/drawings/_rels/drawing1.xml.rels", "docProps/core.xml", "docProps/app.xml"}  # two sheets and a picture


def test_it_is_planted_in_every_part_and_the_search_sees_it() -> None:
    data = planted_workbook()
    places = " ".join(found(data))
    for part in ("docProps/core", "docProps/app", "docProps/custom", "thumbnail", "comments", "threadedComment",
                 "person", "vbaProject", "printerSettings", "customXml", "embeddings/bog.xlsx/xl/sharedStrings",
                 "externalLink", "pivotCache", "connections", "charts/chart1", "drawings/drawing1", "media/image1",
                 "tables/table1", "sharedStrings", "styles", "workbook.xml", "worksheets/sheet1", "the file"):
        assert part in places, part


@pytest.mark.parametrize("hidden", [
    NUMBER.encode("utf-16-le"), base64.b64encode(NUMBER.encode()), base64.b64encode(b"xy" + WORD.encode("utf-16-le")),
    zipped({"a": WORD.encode()}, b""), zipped({"b.xlsx": zipped({"c": base64.b64encode(WORD.encode())}, b"")}, b""),
    b"Plantetal&#102;ons", b"<r><t>010190-</t></r><r><t>1234</t></r>", b"%PDF stream\n" + zlib.compress(WORD.encode())])
def test_a_search_that_finds_what_is_hidden(hidden: bytes) -> None:
    assert found(hidden) and found(zipped({"x": hidden}, b"")) and not found(b"010190-1235 Plantet alfons")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_damaged_entry_is_said_and_hides_none_of_the_others(place: int) -> None:
    names = ["a", "b", "c"]
    data = zipped({name: (f"{WORD} {name} " * 9).encode() for name in names}, b"")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        hurt = file.infolist()[place].header_offset + 31 + 4
    told = found(data[:hurt] + bytes(4) + data[hurt + 4:])
    others = [name for name in names if name != names[place]]
    assert f"/{names[place]} {UNSEEN}" in told
    assert [line for line in told if line.startswith(f"{WORD} in /")] == [f"{WORD} in /{name}" for name in others]


def test_what_begins_as_a_package_and_is_none_is_said() -> None:
    assert found(b"PK\3\4 something") == [f"/ {UNSEEN}"]


def test_nothing_planted_is_in_the_copy_and_the_original_is_as_it_was() -> None:
    data = planted_workbook()
    before = bytes(data)
    made = klargoer(f"{WORD} {NUMBER}.xlsx", data, {}, MADE, "1")
    assert isinstance(made, Klargjort), made
    assert found(made.copy) == [] and data == before
    assert set(entries(made.copy)) == PARTS


def test_mutated_workbooks_leave_nothing_that_was_planted() -> None:
    outcomes = [attempt(seed) for seed in range(FIRST, FIRST + COUNT)]
    assert [each for each in outcomes if each not in ("refused", "asked", "done")] == []
    assert outcomes.count("done") > COUNT // 10 and outcomes.count("refused") > COUNT // 10


def test_the_same_seed_plants_the_same() -> None:
    made = [planted_somewhere(planted_workbook(), random.Random(7)) for _ in range(2)]
    assert entries(made[0]) == entries(made[1]) != entries(planted_workbook())
