"""Pools that are shared by the same counts of children: the amounts of each tell something of them."""

from __future__ import annotations

from collections.abc import Callable

from addin.checks.subject import Subject
from addin.smaa_antal.editions import with_earlier
from addin.smaa_antal.published import Publication
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
        published = with_earlier(published, told, f"puljen {pool}") if told else published
    return published
