"""The shares of children that count, as they may leave the house (the rules of small counts decide)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from addin.checks import published
from addin.checks.subject import Subject
from addin.run.regnet import Regnet
from addin.sheets.tabel import in_groups
from addin.smaa_antal.plan import HIDDEN, Plan
from addin.smaa_antal.published import Column
from addin.smaa_antal.rules import may_show_mean
from udfs.errors import tal
from udfs.rounding import half_up
from workbook_templates.indstillinger import SUM
from workbook_templates.opsaetning import BURDENS

HUL = '"under" og ".": skjult, for antallet er under {limit}, eller det kan regnes ud af de andre.'


TILSAMMEN = ("Andel, der tæller med, er ikke vist: sammen med beløbene kunne andelene fortælle et antal under {limit}, "
             "som beløbene ikke fortæller alene.")


@dataclass(frozen=True)
class Andele:
    """A text by number, by group, and of all by None, or none at all where no share may be shown; `order` is that in
    which a picture may show them, `percents` the shown shares in it."""

    texts: dict[object, str]
    order: list[int]
    percents: list[int | None] = field(default_factory=list)
    hides: str = ""  # what a reader is told of those that are not shown


def andele(result: Regnet, earlier: Sequence[Subject] = (), more: Sequence[Column] = ()) -> Andele | None:
    """None where the key is no count of children, and no mean of them. `earlier` are editions that stand beside this
    one, `more` other columns of amounts."""
    counted = published.publication(Subject(result.laest, result.figures, result))
    if counted is None or not published.shows_counts(counted):
        return of_means(result)
    made = published.shares(result, earlier, more)
    return Andele({}, [], hides=TILSAMMEN.format(limit=counted.limit)) if made is None else of_counts(
        result, made, counted.limit)


def of_counts(result: Regnet, made: Plan, limit: int) -> Andele:
    texts: dict[object, str] = {number: cell.text for number, cell in enumerate(made.houses)}
    texts |= {name: made.groups[name].text for name, _ in in_groups(result)}
    hidden = any(cell.percent is None for cell in [*made.houses, made.whole])
    return Andele({**texts, None: made.whole.text}, made.order, [made.houses[at].percent for at in made.order],
                  HUL.format(limit=limit) if hidden else "")


def of_means(result: Regnet) -> Andele | None:
    """A burden that is a mean (a probability, a score) is shown of ten children or more, with one decimal (R5)."""
    setup, heads, burdens = result.setup, result.hoveder, result.fordeling.belastning
    if setup.key not in BURDENS or heads is None or burdens is None or setup.settings.samling != SUM:
        return None
    shares = burdens.tolist()
    shown = [may_show_mean(int(children or 0)) and share == share for children, share in zip(heads, shares)]
    texts: dict[object, str] = {number: mean(share) if is_shown else HIDDEN
                                for number, (share, is_shown) in enumerate(zip(shares, shown))}
    order = sorted(range(result.n), key=lambda at: (not shown[at], -shares[at] if shown[at] else 0.0, at))
    return Andele(texts, order, [], "" if all(shown) else '".": der er under 10 børn.')


def mean(share: float) -> str:
    return f"{tal(half_up(100 * share, 0.1))} %" if share <= 1 else tal(round(share, 1))
