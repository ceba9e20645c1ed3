"""Which pages may show their calculation: judged over all pages together, by the attack on small counts.

A leader reads the own page, knows the own count, may see every other page, and the page for the committee besides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from addin.checks import small_counts
from addin.checks.published import is_of_all, on_page, publication
from addin.checks.subject import Subject
from addin.checks.undecided import undecided
from addin.run.regnet import Regnet
from addin.smaa_antal.attack import MOST_RECIPIENTS, given_back
from addin.smaa_antal.editions import joined
from addin.smaa_antal.published import Of, Publication, Total
from addin.smaa_antal.rules import may_show, may_show_mean, may_show_of
from addin.workbook import Refusal
from udfs.errors import tal
from workbook_templates import udmelding as spec
from workbook_templates.opsaetning import BURDENS

FAA = "Beregningen er ikke vist, fordi den bygger på få børn."
ANDRES = "Beregningen er ikke vist, for af den og af andres beløb kunne små antal hos andre regnes ud."


class Vist(NamedTuple):
    """Why the calculation of each recipient is not shown, "" where it is; and what the user is told, who is inside."""

    hvorfor: list[str]
    fortalt: list[str]

    @property
    def alle(self) -> bool:
        return not any(self.hvorfor)


def vist(result: Regnet, accepted: str, earlier: Subject | None = None) -> Vist:
    """`accepted` says by whom, when and why it is accepted that small counts can be worked out from the amounts, beside
    those of an `earlier` edition.

    Raises Refusal with the ways out where they can, and it is not.
    """
    if is_of_all(result.setup):
        return Vist([""] * result.n, [])  # all children, who are public
    subject = Subject(result.laest, result.figures, result, (earlier,) if earlier else ())
    now = on_page(subject)
    if now is None:
        return Vist(of_no_count(result), [])
    if result.n > MOST_RECIPIENTS:
        return Vist([ANDRES] * result.n, [small_counts.too_many(result.n)])
    before = publication(earlier) if earlier else None
    if before is not None:
        now = joined(now, before, "den udgave, der erstattes", Of.EARLIER)
    own = ["" if is_shown(now, at) else FAA for at in range(result.n)]
    if not given_back(printed(result, now, own)):
        return Vist(own, [])
    found = given_back(now)
    if not found:
        told = "Beregningen er ikke vist på nogen af siderne: sammen ville de give små antal tilbage."
        return Vist([each or ANDRES for each in own], [told])
    lines = small_counts.worked_out(subject)
    if not accepted:
        raise Refusal(refusal(lines, now.limit), spec.NOEGLE)
    return Vist(own, [f"Små antal kan regnes ud af beløbene. Accepteret: {accepted}", *lines])


def refusal(lines: list[str], limit: int) -> str:
    told = "\n".join(f"  {line}" for line in lines)
    return f"Udmeldingen er ikke lavet: antal børn under {limit} kan regnes ud af beløbene.\n{told}"


def is_shown(published: Publication, at: int) -> bool:
    """A count that is few or nearly all, of a small house, or one that stands for few, is not told (R1-R3)."""
    count, heads = int(published.counts[at]), int(published.heads[at])
    if at in published.replaced:
        return False
    if not published.of_heads:
        return may_show(count, np.inf, published.limit)
    return may_show_of(count, heads, published.limit)


def printed(result: Regnet, published: Publication, hidden: list[str]) -> Publication:
    """With all that the pages print: the counts of those whose calculation is shown, the sum of the keys that are
    divided by, and of the others that they are few, or nearly all. The sats is known: the appendix has it."""
    done, limit = result.fordeling, published.limit
    free = tuple(at for at, (by, weight) in enumerate(zip(done.bundet, done.vaegt.tolist())) if not by and weight > 0)
    total = float(published.counts[list(free)].sum())
    least, most = published.low.copy(), published.high.copy()
    for at, why in enumerate(hidden):
        count, heads = published.counts[at], published.heads[at]
        if not why:
            least[at] = most[at] = count
        elif count < limit:
            most[at] = min(most[at], limit - 1)
        elif published.of_heads and heads - count < limit:
            least[at] = max(least[at], heads - limit + 1)
    totals = (Total("de øvriges nøgler", free, total, total),) if free else ()
    return replace(published, totals=(*published.totals, *totals), least=least, most=most)


def of_no_count(result: Regnet) -> list[str]:
    """Means are told of ten children or more (R5); a key made of counts that no attack can judge is told of nobody
    where any is as small as few children."""
    heads, setup = result.hoveder, result.setup
    if setup.key in BURDENS or setup.key == "score_institution":
        basis = result.figures.institutions.heads
        if heads is None or basis is None:
            return [FAA] * result.n
        return ["" if may_show_mean(int(children or 0)) else FAA for children in heads]
    few = undecided(Subject(result.laest, result.figures, result))
    return [FAA if at in few else ANDRES for at in range(result.n)] if few else [""] * result.n


def antallet(result: Regnet) -> str:
    """What a page says of a count that is not told."""
    limit = tal(result.setup.settings.mindste_antal)
    return f"Et antal på under {limit} børn vises ikke, og heller ikke et, der er næsten alle."
