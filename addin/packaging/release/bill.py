"""What a release is made of: a bill of materials in CycloneDX, its licences as a table, and what to install by hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypedDict, cast

US = "fordel"
ELSEWHERE = "Hvad der ellers er i det, der installeres i et program, har sin licens i mappen `licenser` dér."
Component = Mapping[str, object]


class About(TypedDict, total=False):
    component: Component
    tools: object


class Document(TypedDict):
    """A bill of materials, as far as it is read here."""

    components: list[Component]
    metadata: About
    dependencies: list[object]



def about_us(document: Document) -> Document:
    """The bill with ourselves as what it is about, and all else as what we are made of; no folder of this machine."""
    ours = next(part for part in document["components"] if part["name"] == US)
    subject = {key: value for key, value in ours.items() if key != "externalReferences"} | {"type": "application"}
    others = [part for part in document["components"] if part is not ours]
    about: About = {**document["metadata"], "component": subject}
    return {**document, "metadata": about, "components": others}


def licences(document: Document) -> str:
    """A row each, by name."""
    rows = sorted(document["components"], key=lambda part: str(part["name"]).lower())
    cells = ((str(part["name"]), str(part["version"]), ", ".join(licences_of(part)) or "ikke oplyst") for part in rows)
    version = document["metadata"]["component"]["version"]
    return "\n".join(["# Licenser", "", f"{US} {version} er MIT. Det bygger på:", "", "| pakke | version | licens |",
                      "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in cells), "", ELSEWHERE, ""])


def licences_of(part: Component) -> list[str]:
    """By their SPDX ids, expressions or names."""
    found = []
    for each in cast("list[dict[str, object]]", part.get("licenses", [])):
        licence = cast("dict[str, str]", each.get("license", {}))
        found.append(str(each.get("expression") or licence.get("id") or licence["name"]))
    return list(dict.fromkeys(found))


def pinned(document: Document, lock: str) -> str:
    """The part of a lock that is needed to run, with its hashes."""
    names = {plain(str(part["name"])) for part in document["components"]}
    head, *blocks = re.split(r"\n(?=[^\s#])", "\n" + lock)
    wanted = [block for block in blocks if plain(re.split(r"[=; ]", block)[0]) in names]
    missing = names - {plain(re.split(r"[=; ]", block)[0]) for block in wanted}
    if missing:
        raise ValueError(f"not locked: {', '.join(sorted(missing))}")
    return "\n".join([*wanted, ""])


def constraints(lock: str) -> str:
    """The versions of a lock, without hashes."""
    return "\n".join([*re.findall(r"^[^\s#].*?(?= \\$)", lock, re.MULTILINE), ""])


def plain(name: str) -> str:
    """As packages are compared.

    >>> plain("Xlsx_Writer")
    'xlsx-writer'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def sums(files: Iterable[tuple[str, str]]) -> str:
    """Names and their SHA-256, as `sha256sum -c` reads them."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(files))
