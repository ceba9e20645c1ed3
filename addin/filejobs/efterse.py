"""What is in a workbook file, and what klargør would leave out of it: looked at, and nothing is made."""

from __future__ import annotations

from typing import NamedTuple

from addin.clock import now
from addin.filejobs import klargoer
from addin.filejobs.udeladt import by_kind, of_package
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.inspection import Fact, facts
from addin.hosts.files.package import Package
from addin.version import VERSION
from addin.workbook import Questions
from workbook_templates import fordeling

NO_COPY = "Klargør laver ingen kopi nu, og mere kan være udeladt af den, når den bliver lavet: {why}"
NONE, LEFT_OUT = "Ikke fundet: {}.", "Det her tager Klargør ikke med i kopien, der må sendes:"


class Seen(NamedTuple):
    """`left_out` is part, where, and the rule; `why` says why there can be no copy now, "" where there can."""

    facts: list[Fact]
    left_out: list[tuple[str, str, str]]
    why: str


def seen(name: str, data: bytes) -> Seen:
    """Raises Refusal for a file that cannot be read. All that klargør would leave out is found by letting it make the
    copy, which is not kept; where it makes none, what there is of parts."""
    package = Package(data, name)
    package.refuse_document_types()
    found, ours = facts(package), our_sheets(package)
    parts = by_kind(of_package(package, ours))
    if not any(key.split(" ")[0] == fordeling.NOEGLE for key in ours):
        return Seen(found, parts, "")
    answer = klargoer.klargoer(name, data, klargoer.LOOKED_AT, now(), VERSION)
    if isinstance(answer, klargoer.Klargjort):
        return Seen(found, by_kind(answer.left_out), "")
    why = answer.questions[0].text if isinstance(answer, Questions) else str(answer)
    return Seen(found, parts, NO_COPY.format(why=why))


def told(looked: Seen) -> str:
    """In lines, what there is first."""
    there = [f"{fact.what}: {fact.detail}" for fact in looked.facts if fact.found]
    none = NONE.format("; ".join(fact.what for fact in looked.facts if not fact.found))
    lines = [f"- {part} ({where}): fordi det {rule}" for part, where, rule in looked.left_out]
    return "\n".join([*there, none, "", LEFT_OUT, *lines, *([looked.why] if looked.why else [])])
