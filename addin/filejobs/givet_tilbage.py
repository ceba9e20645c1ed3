"""Which small counts the copy gives back: the attack on all that stands on it, and on what was published before."""

from __future__ import annotations

from collections.abc import Sequence

from addin.actions.fordel_tjek import published
from addin.checks import small_counts
from addin.checks.published import publication, with_columns
from addin.checks.subject import Subject
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.sheets.run import Run

NO_ROUNDING = "At runde beløbene af skjuler intet."
WHERE = "Vejene vælges i modellen (Fordel opsætning), og så fordeles der igen."


def published_before(name: str, data: bytes) -> list[Subject]:
    """An edition by its own settings; raises Refusal where it cannot be read as it stands."""
    package = Package(data, name)
    package.refuse_document_types()
    return published(snapshot(package, data))


def lines(run: Run, earlier: Sequence[Subject]) -> list[str]:
    """Who can be worked out, by what, and the ways out; [] where nothing was found. The shares that are shown tell no
    more than the rest does (addin.smaa_antal.together)."""
    published = publication(subject(run))
    return small_counts.given(subject(run), earlier, published and with_columns(published, run.more))


def subject(run: Run) -> Subject:
    return Subject(run.laest, run.first.figures, run.first)


def refusal(found: Sequence[str], limit: int) -> str:
    """With the ways out in their order."""
    told = "\n".join(f"  {line}" for line in found)
    return (f"Kopien er ikke lavet: antal børn under {limit} kan regnes ud af den.\n{told}\n{WHERE} {NO_ROUNDING}")
