"""Whether a figure of all the keys together tells of few children.

What the keys that the sats is found by come to together is known: it is the money that is left for them, divided by the
sats. So a sum of all keys, or an amount that follows from it, tells what the others come to: those under the threshold,
of whom no amount tells anything, and those at a bound, of whom it tells little.
"""

from __future__ import annotations

from addin.checks.published import is_of_all, publication
from addin.checks.subject import Subject
from addin.checks.undecided import undecided
from addin.run.regnet import Regnet
from addin.smaa_antal.rules import may_show_mean
from workbook_templates.opsaetning import BURDENS


def tells_of_few(result: Regnet) -> bool:
    """Whether any of the others is few, also of a recipient's parts that do not count."""
    if is_of_all(result.setup):
        return False
    return has_few_parts_outside(result) or any(not result.frie.er[at] for at in few(result))


def has_few_parts_outside(result: Regnet) -> bool:
    """Whether institutions of which a recipient is the sum are tested one by one, and a few do not count."""
    weighed, limit = result.figures.weighed, result.setup.settings.mindste_antal
    return weighed is not None and any(
        0 < (key or 0.0) < limit and not reached for key, reached in zip(result.figures.counted, weighed.reached))


def few(result: Regnet) -> list[int]:
    """The recipients whose count is not told, or whose mean is of few children (R2, R5, R14)."""
    subject = Subject(result.laest, result.figures, result)
    published = publication(subject)
    if published is not None:
        return published.hidden
    if result.setup.key in BURDENS or result.setup.key == "score_institution":
        heads = result.hoveder or [None] * result.n
        return [at for at, children in enumerate(heads) if not may_show_mean(int(children or 0))]
    return undecided(subject)
