"""The copy that may leave the house, on the page: the command's two files, its questions, its refusals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from addin.clock import now
from addin.hosts.files import klargoer
from addin.until_answered import Choices
from tests.addin.filejobs.files import distributed, houses, large
from tests.addin.hosts.files.web.page import Page

pytestmark = pytest.mark.chromium

REASON, WHO = "Udvalget kender tallene", "Børneudvalget"
ONLY_OURS = {"klargoer ark 1": "nej:"}
ANSWERS = {"klargoer alligevel": REASON, "klargoer valgt af": WHO}


def pressed(page: Page, *earlier: Path, own: Mapping[str, str] = ONLY_OURS) -> str:
    """The button, the editions before, the yes, and which own sheets; what comes of it."""
    page.pushed("klargoer")
    if earlier:
        page.ask("files", selector="#earlier", paths=[str(path) for path in earlier])
    page.ask("click", selector="#go")
    page.settled()
    return page.reply(own) if "Skal et af dine egne ark med" in page.text("#answer") else page.text("#answer")


def fetched(page: Page, folder: Path) -> dict[str, bytes]:
    found = {}
    for selector in ("#get", "#get-1"):
        name = page.ask("download", selector=selector, path=str(folder / "hentet.xlsx"))
        found[name] = (folder / "hentet.xlsx").read_bytes()
    return found


def by_command(source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, began: str,
               choices: Choices) -> list[dict[str, bytes]]:
    """Its two files, for each minute the page may have made them in."""
    found = []
    for moment in sorted({began, now()}):
        monkeypatch.setattr(klargoer, "now", lambda moment=moment: moment)
        done = klargoer.run(source, None, choices)
        found.append({path.name: path.read_bytes() for path in (done.copy, done.list)})
        done.copy.unlink()
        done.list.unlink()
    return found


def saved(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("answers", [{}, ANSWERS], ids=["without a question", "with small counts"])
def test_both_files_are_those_of_the_command(page: Page, tmp_path, monkeypatch, answers: dict[str, Any]) -> None:
    source = saved(distributed(houses() if answers else large(), tmp_path), tmp_path / "Budget fordelt.xlsx")
    began = now()
    page.choose(source)
    said = pressed(page)
    while page.asks():
        assert answers
        said = page.reply(answers)
    assert said.startswith("Klargør: færdig") and "bliver i huset" in said
    wanted = by_command(source, tmp_path, monkeypatch, began, klargoer.choices_of(
        alligevel=answers.get("klargoer alligevel"), valgt_af=answers.get("klargoer valgt af")))
    made = fetched(page, tmp_path)
    assert list(made) == ["Budget klargjort.xlsx", "Budget klargjort udeladt.xlsx"] and made in wanted


def test_small_counts_are_told_with_names_and_ways_out_before_a_reason_is_asked_for(page: Page, tmp_path) -> None:
    page.choose(saved(distributed(houses(), tmp_path), tmp_path / "b.xlsx"))
    said = pressed(page)
    assert page.asks() and "Skovbrynet (4 børn)" in said and "Vej: " in said and "Vejene vælges i modellen" in said
    assert "Hvad der er fundet" not in said and "--" not in said
    page.ask("click", selector="#cancel")
    assert "stoppet" in page.answer() and not page.text("#get")


def test_it_is_made_of_what_was_just_distributed(page: Page, tmp_path) -> None:
    source = large().file(tmp_path / "ind.xlsx")
    page.choose(source)
    assert "Kør først fordel pulje" in pressed(page)
    page.pushed()
    while page.asks():
        page.reply({"begrundelse": REASON})
    page.pushed("klargoer")
    assert "Den laves af ind fordelt.xlsx, som lige er lavet." in page.text("#answer")
    page.ask("click", selector="#go")
    page.settled()
    page.reply(ONLY_OURS)
    assert list(fetched(page, tmp_path)) == ["ind klargjort.xlsx", "ind klargjort udeladt.xlsx"]


def test_an_edition_before_is_known_to_it_and_may_be_taken_away_again(page: Page, tmp_path) -> None:
    counts = [6, 7, 3, 9, 11, 13, 8, 12, 10, 9, 14, 7]
    source, before = (saved(distributed(houses(counts, loft=None, taerskel=limit), tmp_path), tmp_path / name)
                      for limit, name in ((0.08, "nu.xlsx"), (None, "foer.xlsx")))
    page.choose(source)
    pressed(page, before)
    said = answered_who(page)
    assert page.asks() and "sammen med den tidligere udgave, foer.xlsx" in said
    page.ask("click", selector="#cancel")
    page.answer()
    page.pushed("klargoer")
    page.ask("files", selector="#earlier", paths=[str(before)])
    page.ask("click", selector="#earlier-list button")
    page.ask("click", selector="#go")
    page.settled()
    page.reply(ONLY_OURS)
    assert "Klargør: færdig" in answered_who(page)


def test_an_own_sheet_comes_with_it_column_by_column_as_by_the_command(page: Page, tmp_path, monkeypatch) -> None:
    source = saved(distributed(large(), tmp_path), tmp_path / "Budget fordelt.xlsx")
    began = now()
    page.choose(source)
    columns = {"klargoer kolonne Ark!A": "send", "klargoer kolonne Ark!C": "udelad"}
    said = pressed(page, own={"klargoer ark 1": "Ark"})
    while page.asks():
        said = page.reply({"klargoer ark 2": "nej:", **columns})
    assert "Med i kopien: Fordeling, Fordeling bilag, Ark." in said
    assert fetched(page, tmp_path) in by_command(source, tmp_path, monkeypatch, began,
                                                 {**klargoer.choices_of(ark=["Ark"]), **columns})


def answered_who(page: Page) -> str:
    """Who has chosen the least count that is shown, where that is asked; what is said then."""
    asked = page.run("() => document.querySelector('#answer fieldset')?.dataset.setting") if page.asks() else ""
    return page.reply(ANSWERS) if asked == "klargoer valgt af" else page.text("#answer")
