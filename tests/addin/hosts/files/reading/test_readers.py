"""The readers of a sheet say the same, cell by cell; and with calamine away every output has the same bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from addin import until_answered
from addin.hosts.files import job
from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.reading.reader import Reader
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell, Refusal, Snapshot
from tests.addin.hosts.files.corpus import corpus
from tests.addin.hosts.files.corpus_book import Book, zipped
from tests.addin.hosts.files.reading.agreement import bare_calamine, beside_calamine, disagreements
from tests.addin.hosts.files.workbook_files import WORKBOOKS, edited
from tests.builders import budget
from tests.conftest import ROOT
from tests.fuzz.attempt import workbooks
from tests.fuzz.mutate import mutated
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import on_disk
from tests.planning import WHY

ALL = {**{path.name: path.read_bytes() for path in WORKBOOKS}, **corpus()}
MUTATED = 600
each = pytest.mark.parametrize("name", sorted(ALL))


def taken(data: bytes) -> Snapshot:
    return snapshot(Package(data, "b.xlsx"), data)


@each
def test_every_sheet_is_the_same_to_all(name: str) -> None:
    assert disagreements(ALL[name]) == []


@each
def test_calamine_alone_gives_the_same_cells(name: str) -> None:
    sheets = {sheet.name: [list(row) for row in sheet.rows] for sheet in taken(ALL[name]).sheets}
    assert beside_calamine(ALL[name], sheets) == []


@pytest.mark.parametrize("formula", ["", "<f>1+1</f>", '<f t="shared" si="0"/>'])
def test_all_see_how_a_shared_text_is_written_also_under_a_formula(tmp_path: Path, formula: str) -> None:
    """Found by a mutated workbook: only one of them saw it there."""
    rich = "<si><r><rPr><strike/></rPr><t>7</t></r><r><t>1</t></r></si>"
    data = edited(budget(tmp_path / "b.xlsx").read_bytes(), "xl/sharedStrings.xml", ("<si><t>0-2 år</t></si>", rich))
    data = edited(data, "xl/worksheets/sheet1.xml", ('t="s"><v>1</v>', f't="s">{formula}<v>1</v>'))
    assert disagreements(data) == []
    assert [place for sheet in taken(data).sheets for place in sheet.runs] == [(0, 1)]


@pytest.mark.parametrize(("cell", "fast"), [
    ('t="inlineStr"><is><t>Ål</t></is>', True), ('t="inlineStr"><is><t xml:space="preserve"> a </t></is>', True),
    ('t="inlineStr"><is><t>a_x000D_b</t></is>', True), ('t="inlineStr"><is><t>a_x1234_b</t></is>', False),
    ('t="inlineStr"><is><t>a</t><t>b</t></is>', False), ('t="inlineStr"><is><r><t>a</t></r></is>', False),
    ('t="inlineStr"><v>7</v>', False), ('><is><t>a</t></is>', False),
    ('t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is>', False)])
def test_a_text_in_its_cell_is_read_by_calamine_where_it_is_all_of_one_look(cell: str, fast: bool) -> None:
    book = Book()
    data = zipped(book.content())
    data = edited(data, "xl/worksheets/sheet1.xml", ('t="inlineStr"><is><t>Hus 1</t></is>', cell))
    package = Package(data)
    read = by_calamine.Calamine(package, data, Reader(package)).read(
        package.sheets[0], package.read("xl/worksheets/sheet1.xml"))
    assert (read is not None) is fast and disagreements(data) == []


@pytest.mark.parametrize("cell", ['t="x"><v>7</v>', 't="n"><v>syv</v>', 't="b"><v>2</v>', 't="q"><f>1+1</f><v>2</v>'])
def test_a_cell_no_reader_knows_is_bad_and_the_others_of_its_sheet_are_read(cell: str) -> None:
    data = zipped(Book().content())
    before = taken(data).sheets[0]
    data = edited(data, "xl/worksheets/sheet1.xml", ('t="inlineStr"><is><t>Hus 1</t></is>', cell))
    sheet = taken(data).sheets[0]
    (place,) = [(row, at) for row, values in enumerate(sheet.rows) for at, value in enumerate(values)
                if value != before.value(row, at)]
    assert isinstance(sheet.value(*place), BadCell) and disagreements(data) == []


def test_calamine_opens_nearly_all_of_them() -> None:
    """Else the comparison would prove nothing."""
    cells = sum(len(sheet) for data in ALL.values() for sheet in (bare_calamine(data) or {}).values())
    assert cells > 4_000 and sum(bare_calamine(data) is not None for data in ALL.values()) > 0.9 * len(ALL)


def test_mutated_workbooks_are_the_same_to_all() -> None:
    for seed in range(MUTATED):
        dice = random.Random(seed)
        found = disagreements(mutated(dice.choice(workbooks()), dice))
        assert found == [], f"seed {seed}: {found}"


@each
def test_without_calamine_a_snapshot_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = taken(ALL[name])
    monkeypatch.setattr(by_calamine, "python_calamine", None)
    without = taken(ALL[name])
    for one, other in zip(with_it.sheets, without.sheets, strict=True):
        high, wide = len(other.rows), len(other.rows[0]) if other.rows else 0
        assert [list(row[:wide]) for row in one.rows[:high]] == [list(row) for row in other.rows]
        assert {value for row in one.rows[high:] for value in row} <= {""}
    assert repr(with_it.names) == repr(without.names) and with_it.ours == without.ours


def test_without_calamine_every_layout_is_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is made of a workbook is made of this, and of its parts."""
    for one in on_disk(LAYOUTS, tmp_path):
        data, found = one.path.read_bytes(), []
        for library in (by_calamine.python_calamine, None):
            with monkeypatch.context() as here:
                here.setattr(by_calamine, "python_calamine", library)
                found.append(repr(taken(data)))
        assert found[0] == found[1], one.layout.name


def test_without_calamine_layouts_have_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sixth; the long lane has them all (tests.addin.hosts.files.roads)."""
    monkeypatch.setattr(until_answered, "now", lambda: "01.12.2026 kl. 12.00")
    compared = 0
    for one in on_disk(LAYOUTS[::6], tmp_path):
        results = []
        for library in (by_calamine.python_calamine, None):
            target = tmp_path / f"ud{len(results)}.xlsx"
            target.unlink(missing_ok=True)
            with monkeypatch.context() as here:
                here.setattr(by_calamine, "python_calamine", library)
                try:
                    job.run(one.path, target, {**WHY, **one.layout.choices, **one.layout.answers})
                    results.append(target.read_bytes())
                except Refusal as refusal:
                    results.append(str(refusal).encode())
        assert results[0] == results[1], one.layout.name
        compared += results[0].startswith(b"PK")
    assert compared > len(LAYOUTS) // 12


ALONE = """
import sys
sys.modules["lxml"] = sys.modules["python_calamine"] = None
from addin import until_answered
from addin.hosts.files import command_line
until_answered.now = lambda: "01.12.2026 kl. 12.00"
sys.exit(command_line.run(sys.argv[1:]))
"""


def test_the_command_runs_where_neither_library_can_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                                               ) -> None:
    """As in a browser: the standard library, numpy, XlsxWriter, and what the terminal needs."""
    monkeypatch.setattr(until_answered, "now", lambda: "01.12.2026 kl. 12.00")
    source = budget(tmp_path / "budget.xlsx")
    job.run(source, tmp_path / "her.xlsx", WHY)
    arguments = ["pulje", str(source), "--ud", str(tmp_path / "dér.xlsx"), "--begrundelse", WHY["begrundelse"]]
    subprocess.run([sys.executable, "-c", ALONE, *arguments], cwd=ROOT, check=True, capture_output=True,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert (tmp_path / "dér.xlsx").read_bytes() == (tmp_path / "her.xlsx").read_bytes()
    looked = subprocess.run([sys.executable, "-c", ALONE, "efterse", str(source), str(tmp_path / "dér.xlsx")],
                            cwd=ROOT, check=True, capture_output=True, text=True,
                            env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert "Intet af budget.xlsx er tabt i dér.xlsx." in looked.stdout
