"""The pictures in the documents show what Fordel makes today."""

from __future__ import annotations

from addin.workbook import SheetPlan
from tests.documents import pictures
from tests.documents.read import ROOT, documents, links, name

ANEW = "draw them anew: python -m tests.documents.pictures"


def test_every_picture_shows_the_sheet_as_it_is_planned_today() -> None:
    sheets = pictures.planned()
    old = [file for file, sheet in pictures.SHOWN.items()
           if pictures.mark((pictures.FOLDER / file).read_bytes()) != pictures.fingerprint(sheets[sheet])]
    assert old == [], ANEW


def test_every_picture_is_drawn_shown_and_described() -> None:
    shown = {}
    for path in documents():
        for link in links(path.read_text(encoding="utf-8")):
            if link.picture:
                shown[(path.parent / link.target).resolve()] = link.text
                assert len(link.text) > 20, f"{name(path)}: say what the picture shows"
    drawn = {pictures.FOLDER / file for file in pictures.SHOWN}
    kept = {path for path in ROOT.glob("*/**/*.png") if pictures.FOLDER in path.parents}
    assert set(shown) == drawn == kept


def test_another_plan_would_be_seen() -> None:
    sheet = SheetPlan("Fordeling", "fordeling")
    before = pictures.fingerprint(sheet)
    sheet.put(0, 0, "x", "titel")
    assert pictures.fingerprint(sheet) != before
    assert pictures.mark(pictures.marked(b"\x89PNG" + bytes(60), before)) == before
