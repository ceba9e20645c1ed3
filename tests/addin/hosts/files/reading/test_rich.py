"""A picture or a data type in a cell is an error to programs that do not know it; it is one to nobody else."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from addin.actions.fordel_tjek import fordel_tjek
from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.snapshot import snapshot
from addin.workbook import BadCell, Plan, Refusal
from tests.addin.hosts.files.workbook_files import edited
from tests.addin.settings.seen.owners import RIGHT, TOP, Change, amounts, owned, run
from tests.planning import MADE, texts

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
                       "gg==")
KINDS, VALUES = "xl/richData/rdrichvaluestructure.xml", "xl/richData/rdrichvalue.xml"


def picture(row: int, column: int) -> Change:
    return lambda book, sheet: sheet.embed_image(row, column, "logo.png", {"image_data": io.BytesIO(PNG)})


def as_kind(kind: str) -> Callable[[bytes], bytes]:
    """The picture as another kind of rich value."""
    return lambda data: edited(data, KINDS, ('t="_localImage"', f't="{kind}"'))


def broken(data: bytes) -> bytes:
    return edited(data, VALUES, ('s="0"', 's="7"'))


def made(path: Path, change: Callable[[bytes], bytes], *changes: Change) -> Path:
    path.write_bytes(change(owned(path, *changes).read_bytes()))
    return path


def value(path: Path, row: int, column: int) -> object:
    data = path.read_bytes()
    return snapshot(Package(data), data).sheets[0].value(row, column)


def unchanged(data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(("change", "held"), [
    (unchanged, BadCell("et billede", error=False)), (as_kind("_webimage"), BadCell("et billede", error=False)),
    (as_kind("_linkedentity2"), BadCell("en datatype", error=False)),
    (as_kind("_error"), BadCell("fejlværdien #VALUE!")), (broken, BadCell("fejlværdien #VALUE!"))])
@pytest.mark.parametrize("library", [True, False])
def test_what_such_a_cell_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[bytes], bytes],
                                held: BadCell, library: bool) -> None:
    """True errors of newer kinds, and what does not fit together, stay errors."""
    if not library:
        monkeypatch.setattr(by_calamine, "python_calamine", None)
    assert value(made(tmp_path / "b.xlsx", change, picture(0, 2)), 0, 2) == held


@pytest.mark.parametrize("place", [(0, 2), (1, 2), (TOP + 1, 7), (20, 1)])
@pytest.mark.parametrize("change", [unchanged, as_kind("_linkedentity2")])
def test_one_that_is_not_used_is_nobodys_business(tmp_path: Path, place: tuple[int, int],
                                                  change: Callable[[bytes], bytes]) -> None:
    """Beside the heading, beside the pool, beside the table and below it: no question, no error, nothing red."""
    plan, questions = run(made(tmp_path / "b.xlsx", change, picture(*place)))
    assert amounts(plan) == RIGHT and questions == {} and texts(plan.warnings) == []


def test_an_error_that_is_one_is_still_told(tmp_path: Path) -> None:
    path = made(tmp_path / "b.xlsx", as_kind("_error"), picture(0, 2))
    data = path.read_bytes()
    plan = fordel_tjek(snapshot(Package(data), data), {}, MADE, "0")
    assert isinstance(plan, Plan)
    assert ["Dagtilbud!C1 er fejlværdien #VALUE!"] in [found for _, _, found, *_ in plan.summary["tjek"]]


@pytest.mark.parametrize(("change", "what"), [(unchanged, "et billede"), (as_kind("_linkedentity2"), "en datatype")])
@pytest.mark.parametrize(("row", "column", "cell"), [(TOP + 1, 3, "Dagtilbud!D6"), (TOP + 1, 0, "Dagtilbud!A6"),
                                                     (1, 1, "Dagtilbud!B2")])
def test_one_that_is_used_is_refused_by_what_it_is(tmp_path: Path, change: Callable[[bytes], bytes], what: str,
                                                   row: int, column: int, cell: str) -> None:
    with pytest.raises(Refusal) as refusal:
        run(made(tmp_path / "b.xlsx", change, picture(row, column)), pulje="Dagtilbud!B2")
    assert what in str(refusal.value) and cell in str(refusal.value)
