"""What the distribution comes to: who gets nothing, and how many the bounds decide for."""

from __future__ import annotations

from addin.checks.subject import Subject
from addin.danish import listed
from addin.figures import units
from udfs.errors import kroner, tal

MOST_BOUND = 1 / 3  # of the recipients
MOST_LEFT = 0.05  # of the pool


def nothing(subject: Subject) -> list[str]:
    """Y1: those who are given nothing, by the reason."""
    regnet = subject.regnet
    if regnet is None:
        return []
    by_reason: dict[str, list[str]] = {}
    done = regnet.fordeling
    without = "uden en ansøgning" if done.deling else "uden nøgle"
    for recipient, amount, key, over, weight in zip(regnet.figures.recipients, regnet.tildeling, regnet.figures.noegle,
                                                    done.over_taerskel, done.vaegt):
        if not amount:
            why = without if not key else "under tærsklen" if not over else (
                "efter den prioritet, puljen rækker til" if done.ture and not weight else "med et beløb, der bliver 0")
            by_reason.setdefault(why, []).append(recipient.name)
    return [f"{len(names)} {why}: {listed(names)}" for why, names in by_reason.items()]


def bound(subject: Subject) -> list[str]:
    """Y15: a bound that decides for more than a third, or leaves more than a twentieth of the pool, where that is given
    in no other. That applications are met in full is no bound where they are shared so."""
    regnet = subject.regnet
    if regnet is None:
        return []
    found = []
    for name in dict.fromkeys(filter(None, () if regnet.fordeling.deling else regnet.fordeling.bundet)):
        many = regnet.fordeling.bundet.count(name)
        if many > MOST_BOUND * regnet.n:
            found.append(f"{name} bestemmer beløbet for {many} af {regnet.many(regnet.n)}")
    pool, left = units.pool(subject.setup), regnet.left_over
    if pool > 0 and left > MOST_LEFT * pool and not subject.setup.goes_on_to:
        found.append(f"{kroner(left)} af {kroner(pool)} ({tal(round(100 * left / pool, 1))} %) er ikke fordelt")
    return found


CHECKS = {"intet": nothing, "loft_binder": bound}
