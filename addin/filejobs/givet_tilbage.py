"""Which small counts the copy gives back: the attack on all that stands on it, and on what was published before."""

from __future__ import annotations

from collections.abc import Sequence

from addin.actions.fordel_tjek import published
from addin.checks import small_counts
from addin.checks.published import publication, with_columns
from addin.checks.same_counts import same_counts
from addin.checks.several import Named
from addin.checks.small_counts import MOST_NAMES, UNDECIDED
from addin.checks.subject import Subject
from addin.danish import listed
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.smaa_antal.published import Column, Publication

MAY_BE_PART = (UNDECIDED + ": den ene af denne pulje og {} kan tælle en del af de børn, som den anden tæller, og "
               "forskellen er under {} hos {}")
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
    for each, parts in zip(pools, parts_of_others(pools)):
        told_now = publication(each.subject)
        given = small_counts.given(each.subject, each.subject.earlier, told_now and with_columns(told_now, more))
        found += [f"{each.navn}: {line}" if each.navn else line for line in (*parts, *given)]
    return found


def parts_of_others(pools: Sequence[Named]) -> list[list[str]]:
    """Of each pool what it may tell beside one before it, whose counts may be a part of its own, or it of theirs: the
    differences would be counts too, and nothing says whether they are."""
    known = [publication(each.subject) for each in pools]
    found: list[list[str]] = [[] for _ in pools]
    for number, (pool, mine) in enumerate(zip(pools, known)):
        for other, theirs in zip(pools[:number], known):
            few = small_parts(mine, theirs) if mine and theirs and not same_counts(pool.subject, other.subject) else []
            if few:
                found[number].append(MAY_BE_PART.format(other.navn, mine.limit if mine else 0, listed(few, MOST_NAMES)))
    return found


def small_parts(mine: Publication, theirs: Publication) -> list[str]:
    """Those of whom one pool counts a few more than the other, where it counts no fewer of anybody."""
    there = {name.casefold(): count for name, count in zip(theirs.names, theirs.counts.tolist())}
    more = {name: count - there[name.casefold()] for name, count in zip(mine.names, mine.counts.tolist())
            if name.casefold() in there}
    if min(more.values(), default=0.0) < 0 < max(more.values(), default=0.0):
        return []
    return [name for name, many in more.items() if 0 < abs(many) < mine.limit]


def refusal(found: Sequence[str], limit: int) -> str:
    """With the ways out in their order."""
    told = "\n".join(f"  {line}" for line in found)
    return (f"Kopien er ikke lavet: antal børn under {limit} kan regnes ud af den.\n{told}\n{WHERE} {NO_ROUNDING}")
