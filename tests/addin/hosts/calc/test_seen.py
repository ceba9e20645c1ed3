"""What an open document shows of its cells is refused, told and asked about as in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from addin.settings.seen.merges import EACH, MERGED
from addin.settings.seen.number_formats import SHOWN
from addin.settings.seen.uncomputed import AS_DISPLAYED
from addin.workbook import Refusal
from tests.addin.hosts.calc.conftest import Open
from tests.addin.settings.seen.owners import HEADINGS, HOUSES, RIGHT, TOP, owned
from tests.addin.settings.seen.test_merges import MODTAGER, headed, merged
from tests.addin.settings.seen.test_number_formats import THOUSANDS, formatted, pool
from tests.addin.settings.seen.test_rich_text import BOTH, OUT, OWN, PLAIN, UP, Part, rich, struck
from tests.addin.settings.seen.test_uncomputed import marked
from tests.planning import WHY

pytestmark = pytest.mark.soffice
Show = Callable[[Path], Open]


def refused(path: Path) -> str:
    """What the file host says of the same workbook."""
    with pytest.raises(Refusal) as refusal:
        job.run(path, path.with_name("fil.xlsx"), WHY)
    return str(refusal.value)


@pytest.mark.parametrize(("parts", "cell"), [((("7", PLAIN), ("1", UP)), PLAIN), ((("1", OUT), ("7", PLAIN)), PLAIN),
                                             ((("1", PLAIN), ("7", OWN)), OUT), ((("7", OUT), ("1", BOTH)), PLAIN)])
def test_a_number_in_parts_is_refused_in_the_same_words(opened: Show, tmp_path: Path, parts: tuple[Part, ...],
                                                        cell: dict[str, Any]) -> None:
    path = owned(tmp_path / "b.xlsx", rich(TOP + 1, 3, *parts, cell=cell))
    said = refused(path)
    assert opened(path).distribute(WHY) == said


def test_precision_as_shown_is_refused(opened: Show, tmp_path: Path) -> None:
    assert opened(marked(tmp_path / "b.xlsx", ' fullPrecision="0"')).distribute(WHY) == AS_DISPLAYED


def test_merged_numbers_formats_and_what_is_struck_out_is_asked_about(opened: Show, tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx", merged(TOP, TOP + 2, 3, 12), formatted(TOP + 4, 1, 12, "0%"),
                 struck(TOP + 5, 3, 17), pool(1_000_000, THOUSANDS))
    asked = opened(path).distribute(WHY)
    assert asked.startswith("?") and all(word in asked for word in (
        "enhed_pulje", f"{MERGED}Dagtilbud!D6:D7", f"{SHOWN}Dagtilbud!B9", "streget over: Dagtilbud!D10"))


def test_a_merged_recipient_is_each_ones(opened: Show, tmp_path: Path) -> None:
    shown = opened(headed(tmp_path / "b.xlsx", MODTAGER))
    assert shown.distribute(WHY) == ""
    assert shown.office.get("Fordeling kontrol!C4") == "OK"


def test_an_answer_to_what_is_merged_counts(opened: Show, tmp_path: Path) -> None:
    houses = tuple((*house, None) for house in HOUSES)
    path = owned(tmp_path / "b.xlsx", merged(TOP, TOP + 5, 4, 12), headings=(*HEADINGS, "Måneder"), houses=houses)
    shown = opened(path)
    assert shown.distribute({**WHY, f"{MERGED}Dagtilbud!E6:E10": EACH}) == ""
    assert shown.office.get("Fordeling kontrol!C4") == "OK" and sum(RIGHT.values()) == 1_000_000
