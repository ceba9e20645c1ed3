"""The documents, and what stands in them: headings, links, commands. Markdown as GitHub shows it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

ROOT = Path(__file__).parents[2]
TOPS = ("addin", "udfs", "workbook_templates", "tests", ".")
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`([^`]+)`")
_REMARK = re.compile(r"\s{2,}#.*$")


class Link(NamedTuple):
    text: str
    target: str
    picture: bool


def documents() -> list[Path]:
    """All that are in git, where there is one; they are not looked for in what is only built or fetched."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True,
                            text=True)
    if listed.returncode == 0:
        return [ROOT / name for name in sorted(set(listed.stdout.splitlines())) if (ROOT / name).is_file()]
    return sorted(path for top in TOPS for path in (ROOT / top).glob("*.md" if top == "." else "**/*.md")
                  if "node_modules" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def links(text: str) -> Iterator[Link]:
    for found in _LINK.finditer(without_code(text)):
        yield Link(found[2], unquote(found[3]), bool(found[1]))


def without_code(text: str) -> str:
    """What is shown as code links to nothing."""
    return _INLINE.sub("", "\n".join(line for line, code in told(text) if not code))


def told(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is shown as code on its own: indented, under a blank line or another such."""
    free = True
    for line in text.splitlines():
        code = free and line.startswith("    ")
        yield line, code
        free = code or not line.strip()


def anchors(text: str) -> set[str]:
    """What may stand after # in a link to this text."""
    found: dict[str, int] = {}
    names = set()
    for heading in re.findall(r"^#{1,6} +(.*?) *$", text, re.MULTILINE):
        plain = _LINK.sub(r"\2", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = found.get(slug, 0)
        found[slug] = number + 1
        names.add(f"{slug}-{number}" if number else slug)
    return names


def blocks(text: str) -> list[str]:
    """The lines that are shown as code on their own, without what is said about them after #."""
    return [_REMARK.sub("", line).strip() for line, code in told(text) if code]


def inline(text: str) -> list[str]:
    """What is shown as code inside a sentence."""
    sentences = "\n".join(line for line, code in told(text) if not code)
    return [" ".join(found.split()) for found in _INLINE.findall(sentences)]
