"""The checks of several pools: each looks at every pool, and says which it is about where it is not about all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from addin.checks import money, run
from addin.checks.reasons import budget_year, given_reasons
from addin.checks.run import Answer
from addin.checks.subject import Subject
from addin.finding.words import one_line
from addin.run.puljer import Puljer
from addin.workbook import Snapshot
from udfs.values import name as comparable
from workbook_templates.fordel_puljer import GARANTI
from workbook_templates.fordel_tjek import TJEK, Tjek

LAST_YEAR = ("enhed", "sidste_aar")  # the checks that compare with last year's amounts


class Named(NamedTuple):
    """A pool by its name, and what the checks look at of it."""

    navn: str
    subject: Subject


def subjects(puljer: Puljer) -> list[Named]:
    """What is looked at of each pool."""
    return beside_each_other([
        Named(pool.navn, Subject(pool.regnet.laest, pool.regnet.figures, pool.regnet)) for pool in puljer.delt])


def of_the_sum(puljer: Puljer) -> list[Named]:
    """What is looked at of the sum too: where a last row holds it to last year's, the amounts of last year."""
    return [Named(GARANTI, Subject(puljer.sum.laest, puljer.sum.figures, puljer.sum))] if puljer.garanti else []


def beside_each_other(pools: Sequence[Named]) -> list[Named]:
    """Each with those before it, whose amounts are published with its own."""
    return [each._replace(subject=each.subject._replace(beside=tuple((other.navn, other.subject)
                                                                     for other in pools[:place])))
            for place, each in enumerate(pools)]


def with_earlier(pools: Sequence[Named], earlier: Sequence[Subject]) -> list[Named]:
    """Each with those pools of an edition that was published before that it may be of the same counts as."""
    return [each._replace(subject=each.subject._replace(earlier=(
        *each.subject.earlier, *(before for before in earlier if may_be_of(each, before, pools, earlier)))))
        for each in pools]


def may_be_of(pool: Named, before: Subject, pools: Sequence[Named], earlier: Sequence[Subject]) -> bool:
    """Whether they have the same key, or neither has its key's among the others; of those the name decides, where it
    is there. A pool with another key than the counterpart's is of other counts."""
    if key_of(pool.subject) == key_of(before):
        return True
    left = [each.navn for each in pools if key_of(each.subject) not in map(key_of, earlier)]
    if pool.navn not in left or key_of(before) in [key_of(each.subject) for each in pools]:
        return False
    name = before.setup.pulje and comparable(before.setup.pulje.navn)
    namesakes = [navn for navn in left if comparable(navn) == name]
    return pool.navn in (namesakes or left)


def key_of(subject: Subject) -> tuple[str, str]:
    """What the key is, and what stands over it."""
    key = subject.setup.key
    return key, one_line(subject.setup.headings.get(key, "")).casefold()


def answers(snapshot: Snapshot, pools: Sequence[Named], of_sum: Sequence[Named],
            checks: Iterable[Tjek] = TJEK) -> list[Answer]:
    """Every check of every pool, and of the sum those that are about last year."""
    reasons, year = given_reasons(snapshot), budget_year(snapshot, pools[0].subject.setup.general)
    found = []
    for tjek in checks:
        looked_at = [*pools, *(of_sum if tjek.key in LAST_YEAR else ())]
        of_each = [run.looked(tjek, snapshot, each.subject.setup, each.subject, None) for each in looked_at]
        asked = [answer for answer in of_each if answer.asked]
        lines = told([each.navn for each in looked_at], [answer.found for answer in of_each])
        together = (asked or of_each)[0]._replace(found=lines)
        found.append(run.with_reason(together, reasons.get(tjek.label), year))
    return found


def told(navne: Sequence[str], found: Sequence[Sequence[str]]) -> list[str]:
    """What is found in all pools once, and first; the rest with the pool's name."""
    of_all = [line for line in found[0] if all(line in lines for lines in found)]
    return of_all + [f"{navn}: {line}" for navn, lines in zip(navne, found) for line in lines if line not in of_all]


def gate(snapshot: Snapshot, pools: Sequence[Named], of_sum: Sequence[Named], reason: str) -> list[Answer]:
    """As of one pool: red stops all of them."""
    def look(checks: Iterable[Tjek]) -> list[Answer]:
        return answers(snapshot, pools, of_sum, checks)

    readings = next((found for each in pools if (found := money.readings(each.subject))), ())
    return run.gated(snapshot, look, reason, readings)
