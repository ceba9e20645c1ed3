"""Which small counts the copy gives back: the attack on all that stands on it, and on what was published before."""

from __future__ import annotations

from collections.abc import Sequence

from addin.actions.fordel_tjek import published
from addin.checks import small_counts
from addin.checks.published import publication, with_columns
from addin.checks.several import Named
from addin.checks.subject import Subject
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.smaa_antal.published import Column

NO_ROUNDING = "At runde beløbene af skjuler intet."
WHERE = "Vejene vælges i modellen (Fordel opsætning), og så fordeles der igen."


def published_before(name: str, data: bytes) -> list[Subject]:
    """The pools of an edition by its own settings; raises Refusal where it cannot be read as it stands."""
    package = Package(data, name)
    package.refuse_document_types()
    return published(snapshot(package, data))


def lines(pools: Sequence[Named], more: Sequence[Column] = ()) -> list[str]:
    """Who can be worked out, by what, and the ways out; [] where nothing was found. The shares that are shown tell no
    more than the rest does (addin.smaa_antal.together)."""
    found = []
    for each in pools:
        told_now = publication(each.subject)
        given = small_counts.given(each.subject, each.subject.earlier, told_now and with_columns(told_now, more))
        found += [f"{each.navn}: {line}" if each.navn else line for line in given]
    return found


def refusal(found: Sequence[str], limit: int) -> str:
    """With the ways out in their order."""
    told = "\n".join(f"  {line}" for line in found)
    return (f"Kopien er ikke lavet: antal børn under {limit} kan regnes ud af den.\n{told}\n{WHERE} {NO_ROUNDING}")
