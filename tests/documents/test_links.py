"""Every link leads somewhere: to a file that is there, to a heading that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.read import ROOT, anchors, documents, links, name

README_LINES = 100
OUTSIDE = ("https://", "http://")


def wrong(path: Path, text: str) -> list[str]:
    """The links of a document that lead nowhere."""
    return [link.target for link in links(text)
            if not link.target.startswith(OUTSIDE) and not resolves(path, text, link.target)]


def resolves(path: Path, text: str, target: str) -> bool:
    file, _, anchor = target.partition("#")
    found = (path.parent / file).resolve() if file else path
    if not found.is_file() or ROOT not in found.parents:
        return False
    return not anchor or anchor in anchors(text if found == path else found.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", documents(), ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert wrong(path, path.read_text(encoding="utf-8")) == []


def test_the_readme_is_short_and_leads_to_every_document() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= README_LINES
    reached, todo = set(), [ROOT / "README.md"]
    while todo:
        path = todo.pop()
        reached.add(path)
        to = ((path.parent / link.target.partition("#")[0]).resolve()
              for link in links(path.read_text(encoding="utf-8")) if not link.target.startswith(OUTSIDE))
        todo += [each for each in to if each.suffix == ".md" and each not in reached]
    assert [name(path) for path in documents() if path not in reached] == []


@pytest.mark.parametrize("text", ["[x](nowhere.md)", "[x](README.md#no-such-heading)", "[x](#nowhere)",
                                  "![x](workbook_templates/billeder/no.png)", "[x](../outside.md)"])
def test_a_wrong_link_is_seen(text: str) -> None:
    assert len(wrong(ROOT / "README.md", text)) == 1


def test_links_are_read_as_github_reads_them() -> None:
    assert anchors("## Svar i en fil: `--svar`\n# Året, måned for måned\n## A\n## A") == {
        "svar-i-en-fil---svar", "året-måned-for-måned", "a", "a-1"}
    assert [link.target for link in links("[a](b.md) `[c](d.md)`\n\n    [e](f.md)\n![g](h.png)")] == ["b.md", "h.png"]
