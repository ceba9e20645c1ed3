"""Damaged and hostile files: a Refusal in Danish or a right result, never another exception."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from addin.hosts.files.graft import graft, our_sheets
from addin.hosts.files.package import Package
from addin.workbook import Refusal
from tests.addin.hosts.files.workbook_files import BUDGET, FOLDER, KEYS, altered, grafted, parts, scratch

SCRATCH = scratch()
BUDGET_DATA, CHAIN = BUDGET.read_bytes(), (FOLDER / "excel" / "outline01.xlsx").read_bytes()
FILES = {"budget": BUDGET_DATA, "chain": CHAIN, "with ours": grafted(CHAIN)}
EDITED = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
]
quick = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
changes = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=4)


def attempt(data: bytes, again: bool = True) -> None:
    try:
        result = graft(Package(data, "budget.xlsx"), SCRATCH, KEYS)
    except Refusal as refusal:
        assert str(refusal)
        return
    assert our_sheets(Package(result)) == {key: name for name, key in KEYS.items()}
    if again:  # this reads parts the first run had no use for
        attempt(result, again=False)


def mutated(data: bytes, where: list[tuple[float, int]], end: float) -> bytes:
    changed = bytearray(data)
    for place, value in where:
        changed[int(place * len(changed))] = value
    return bytes(changed[: int(end * len(changed)) + 1])


@quick
@given(st.sampled_from(sorted(FILES)), changes, st.sampled_from([1.0, 1.0, 1.0, 0.99, 0.5]))
def test_bytes_of_the_file(file: str, where: list[tuple[float, int]], end: float) -> None:
    attempt(mutated(FILES[file], where, end))


@quick
@given(
    st.sampled_from(sorted(FILES)), st.sampled_from(EDITED), changes, st.sampled_from([1.0, 1.0, 1.0, 0.9])
)
def test_bytes_of_a_part(file: str, part: str, where: list[tuple[float, int]], end: float) -> None:
    attempt(altered(FILES[file], {part: mutated(parts(FILES[file])[part], where, end)}))


@quick
@given(st.sampled_from(sorted(FILES)), st.sampled_from(EDITED), st.data())
def test_attributes_of_a_part(file: str, part: str, choice: st.DataObject) -> None:
    """Whole values and elements changed: what is still well-formed XML and says something else."""
    pieces = parts(FILES[file])[part].split(b'"')
    values = range(1, len(pieces), 2)
    for _ in range(choice.draw(st.integers(1, 3))):
        odd = st.sampled_from([b"", b"-1", b"999999999999", b"x", b"0", b"../../x", b"%20", b"\xc3\xa6"])
        pieces[choice.draw(st.sampled_from(values))] = choice.draw(odd)
    attempt(altered(FILES[file], {part: b'"'.join(pieces)}))


def test_the_unharmed_files_pass() -> None:
    for data in FILES.values():
        attempt(data)
        assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
