"""Keys that no attack can judge: made of counts that are not whole or weigh unequally, or finished keys of which nobody
knows what they are made of (rule R14).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from addin.checks.published import are_shares, counts, is_of_all
from addin.checks.subject import Subject
from addin.inputs import Column
from addin.smaa_antal.rules import may_show_mean

COUNTED = ("barn_institution", "antal_institution")  # keys made of counts, whole or not
COARSE, FINE = (12, 20), (100,)  # parts of one: months and common weights; weights of two decimals
MEANS = 1_000  # parts of one: a mean is written in percent with one decimal
NOISE = 1e-7


def undecided(subject: Subject) -> list[int]:
    """The recipients whose key is as small as few children, where it is made of counts that are not whole or weigh
    unequally: no attack can judge it, and so it is taken to be given back."""
    setup, figures = subject.setup, subject.figures
    if is_of_all(setup) or counts(subject) is not None:
        return []
    limit = setup.settings.mindste_antal * heaviest(subject)
    if setup.key in COUNTED:
        return [at for at, key in enumerate(figures.noegle) if 0 < (key or 0.0) < limit]
    if setup.key != "noegle" or setup.areas["noegle"] == setup.areas.get("grundbudget"):
        return []
    few = finished(subject, limit)
    return [at for at in range(len(figures.recipients)) if few.intersection(figures.members.members(at))]


def heaviest(subject: Subject) -> float:
    """What one child may weigh, as far as the workbook tells: its criteria, or that it is small."""
    setup = subject.setup
    small = setup.settings.vaegt if setup.key == "noegle" and "boern_0_2" in setup.areas else 1.0
    return max([1.0, small, *(abs(weight or 1.0) for weight in setup.weights or ())])


def finished(subject: Subject, limit: float) -> set[int]:
    """The institutions whose finished key, which is not whole, may be few children.

    A finished key does not say what it is made of. A sum of probabilities is told of a house with children enough to
    have a mean (R5); in smaller houses, and where nobody knows how large they are, it is few children whatever it is.
    Where it is a share in whole percent of whole children in every house, it is their number, but for the rounding.
    A key that may be counts times weights is small where it is under the limit; or, since a share of all that are
    counted gives the counts back just as well, where it is few of a step that all the keys are whole numbers of.
    """
    basis = subject.figures.institutions
    keys = [key or 0.0 for key in (basis.adjusted.before if basis.adjusted else basis.count)]
    weighed = may_be_weighed(keys, basis.heads)
    if basis.heads is not None and all(basis.heads):
        means = [key / (many or 1.0) for key, many in zip(keys, basis.heads)]
        if are_shares(means, basis.heads):
            return {at for at, key in enumerate(keys) if 0 < round(key) < subject.setup.settings.mindste_antal}
    return {at for at, key in enumerate(keys) if key > 0 and (
        may_be_few(key, keys, subject.setup.settings.mindste_antal)
        or key < limit and (weighed or basis.heads is None or not may_show_mean(int(basis.heads[at]))))}


def may_be_weighed(keys: Sequence[float], heads: Column | None) -> bool:
    """Whether all may be counts times weights that somebody has written.

    A weight has seldom more than two decimals, and so has a sum of them; so does a mean in whole percent times the
    children, but that one is a round percent of the children in every house, which counts are not.

    >>> may_be_weighed([3.25, 17.5], [40, 60]), may_be_weighed([3.21, 17.77], [40, 60])
    (True, True)
    >>> may_be_weighed([5.16, 9.03], [43, 43]), may_be_weighed([5.1634218, 9.0311846], [43, 43])
    (False, False)
    """
    if any(all_parts(keys, parts) for parts in COARSE):
        return True
    means = heads is not None and all(heads) and all_parts(
        [key / (many or 1.0) for key, many in zip(keys, heads)], MEANS)
    return not means and any(all_parts(keys, parts) for parts in FINE)


def may_be_few(key: float, keys: Sequence[float], limit: float) -> bool:
    """Whether one key is 1, 2, ... (under the limit) of a step that every key is a whole number of.

    >>> may_be_few(3 / 61, [3 / 61, 20 / 61, 38 / 61], 5), may_be_few(0.0513, [0.0513, 0.3317, 0.617], 5)
    (True, False)
    """
    return any(all_parts(keys, few / key) for few in range(1, math.ceil(limit)))


def all_parts(values: Sequence[float], parts: float) -> bool:
    """Whether all are whole numbers of the parts of one."""
    return all(abs(value * parts - round(value * parts)) <= NOISE * max(1.0, value * parts) for value in values)
