"""The other distributions once more in exact fractions; see oracle.py. A unit of 0 rounds nothing."""

from __future__ import annotations

from fractions import Fraction

from tests.udfs.oracle import allocate, ceil_to, decimals, down, floor_to, half_up, largest_remainder, pulje, rounded

NOTHING = Fraction(0)


def shares(w):
    whole = sum(w)
    return [rounded(wi / whole, 12) if whole else NOTHING for wi in w]


def solved(total, w, lo, hi, unit):
    """Bounds are whole units already; total is rounded down to a unit after what cannot be given is left."""
    x, _, left = allocate(total, w, lo, hi)
    if not unit:
        return x
    room = [high if wi else low for wi, low, high in zip(w, lo, hi)]
    return largest_remainder(x, unit, down(total - left, unit), shares(w), lo, room)


def whole(lo, hi, unit, total):
    """Bounds of parts of a total in whole units; where they cross, the upper one wins."""
    if unit:
        d = decimals(total, unit)
        lo = [ceil_to(low, unit, d) for low in lo]
        hi = [None if high is None else floor_to(high, unit, d) for high in hi]
    return [low if high is None else min(low, high) for low, high in zip(lo, hi)], hi


def fast(amount, fixed, noegle, unit, **rest):
    parts, _, _ = pulje(amount - sum(fixed), noegle, unit=unit, **rest)
    return [f + part for f, part in zip(fixed, parts)]


def awards(amount, claims):
    """Constrained equal awards: serve the smallest claims first, each at most an equal part of what is left."""
    result, left = [NOTHING] * len(claims), amount
    order = sorted(range(len(claims)), key=lambda i: claims[i])
    for served, i in enumerate(order):
        result[i] = min(claims[i], left / (len(claims) - served))
        left -= result[i]
    return result


def losses(amount, claims):
    """Constrained equal losses: the smallest claims fall away until what is left can bear the same loss."""
    alive = [i for i, claim in enumerate(claims) if claim]
    while alive:
        loss = (sum(claims[i] for i in alive) - amount) / len(alive)
        bearing = [i for i in alive if claims[i] > loss]
        if len(bearing) == len(alive):
            return [claim - loss if i in alive else NOTHING for i, claim in enumerate(claims)]
        alive = bearing
    return [NOTHING] * len(claims)


def in_turn(amount, wanted, claims, priority):
    result = [NOTHING] * len(claims)
    for number in sorted({p for p, w in zip(priority, wanted) if w}):
        turn = [i for i, p in enumerate(priority) if p == number and wanted[i]]
        part = min(amount, sum(claims[i] for i in turn))
        got, _, _ = allocate(part, [wanted[i] for i in turn], [NOTHING] * len(turn), [claims[i] for i in turn])
        for i, kr in zip(turn, got):
            result[i] = kr
        amount -= part
    return result


def ansoegning(amount, wanted, how, priority, unit):
    none = [NOTHING] * len(wanted)
    _, claims = whole(none, wanted, unit, amount)
    within = min(amount, sum(claims))
    if how == "forholdsmaessig":
        exact, tie = allocate(within, wanted, none, claims)[0], shares(wanted)
    elif how == "lige":
        exact, tie = awards(within, claims), none
    elif how == "lige_afslag":
        exact, tie = losses(within, claims), none
    else:
        exact, tie = in_turn(within, wanted, claims, priority), shares(wanted)
    if not unit:
        return exact
    return largest_remainder(exact, unit, down(within, unit), tie, none, claims)


def garanti(nyt, foer, least, most, growth, unit):
    """None in nyt is closed; no answer where the floors and ceilings leave none, or no whole unit lies between two."""
    basis = [b * g for b, g in zip(foer, growth)]
    lo = [NOTHING if new is None else least * b for new, b in zip(nyt, basis)]
    hi = [NOTHING if new is None else most * b if most is not None and b else None for new, b in zip(nyt, basis)]
    w = [new or NOTHING for new in nyt]
    total = half_up(sum(w), unit) if unit else sum(w)
    between = [ceil_to(low, unit, decimals(total, unit)) for low in lo] if unit else lo
    lo, hi = whole(lo, hi, unit, total)
    top = [high if wi else low for wi, low, high in zip(w, lo, hi)]
    possible = lo == between and sum(lo) <= total and (None in top or sum(top) >= total)
    return solved(total, w, lo, hi, unit) if possible else None


def overgang(nyt, foer, part, unit):
    blend = [(1 - part) * before + part * new for new, before in zip(nyt, foer)]
    if not unit:
        return blend
    size = [rounded(x / unit, decimals(sum(blend), unit)) for x in blend]
    free = [None] * len(blend)
    return largest_remainder(blend, unit, half_up(sum(blend), unit), size, free, free)


def besparelse(saving, budgets, key, share, unit):
    """None where it cannot be found."""
    none = [NOTHING] * len(key)
    hi = [None if share is None else share * b for b in budgets]
    total = half_up(saving, unit) if unit else saving
    _, hi = whole(none, hi, unit, total)
    top = [high for wi, high in zip(key, hi) if wi]
    possible = None in top or sum(top) >= total
    return solved(total, key, none, hi, unit) if possible else None
