"""Pools that are shared by the same counts of children: the amounts of each tell something of them."""

from __future__ import annotations

from collections.abc import Callable

from addin.checks.subject import Subject
from addin.smaa_antal.editions import joined
from addin.smaa_antal.published import Of, Publication
from workbook_templates.opsaetning import CRITERIA

MADE_BY = ("samling", "metode", "mindst_kriterier", "erstat", "belastning_i")  # settings that say what is counted


def same_counts(one: Subject, other: Subject) -> bool:
    """Whether two pools' keys are made of the same counts, so that the amounts of both are of them."""
    key = one.setup.key
    places = (key, CRITERIA.get(key, key), "noegle_aendring")
    return other.setup.key == key and one.setup.weights == other.setup.weights and all(
        one.setup.areas.get(each) == other.setup.areas.get(each) for each in places) and all(
        one.setup.values.get(each) == other.setup.values.get(each) for each in MADE_BY)


def with_pools(published: Publication, subject: Subject, publication: Callable[[Subject], Publication | None]
               ) -> Publication:
    """What a pool tells, and beside it the columns of those other pools that are shared by the same counts."""
    for pool, other in subject.beside:
        told = publication(other) if same_counts(subject, other) else None
        published = joined(published, told, f"puljen {pool}", Of.POOL) if told else published
    return published


def parts(subject: Subject, publication: Callable[[Subject], Publication | None]) -> dict[str, list[str]]:
    """By the name of another pool the recipients of whom one of the two counts a few more, where the counts of the one
    may be a part of the other's: the differences would be counts too, and nothing says whether they are."""
    mine = publication(subject)
    found = {}
    for pool, other in subject.beside:
        theirs = publication(other) if mine and not same_counts(subject, other) else None
        if mine and theirs:
            found[pool] = small_parts(mine, theirs)
    return {pool: names for pool, names in found.items() if names}


def small_parts(mine: Publication, theirs: Publication) -> list[str]:
    """Those of whom one pool counts a few more than the other, where it counts no fewer of anybody."""
    there = {name.casefold(): count for name, count in zip(theirs.names, theirs.counts.tolist())}
    more = {name: count - there[name.casefold()] for name, count in zip(mine.names, mine.counts.tolist())
            if name.casefold() in there}
    if min(more.values(), default=0.0) < 0 < max(more.values(), default=0.0):
        return []
    return [name for name, many in more.items() if 0 < abs(many) < mine.limit]
