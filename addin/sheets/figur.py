"""The picture on the page: a bar a recipient, in the order its title tells of, and the numbers it is drawn from."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby

from addin.chart import ABOVE, BARS, BELOW, HATCHED, MEAN, PIXELS_OF_ROW, SAID_FIRST, Chart, Series
from addin.danish import listed
from addin.run.differentiering import in_key_figures, shown
from addin.run.regnet import Regnet
from addin.sheets import saetninger
from addin.sheets.andele import Andele
from addin.sheets.tabel import NAVNE
from addin.sheets.tekst import put_heading
from addin.workbook import Area, SheetPlan
from udfs.distribution import LOFT
from udfs.errors import kroner, tal

BAR, LETTER, LEAST = 19, 8.5, 220  # pixels of a bar, of a letter of a name, and of a picture at the least
OF_TITLE = 7.5  # pixels of a letter of its title, which is one line
MOST_NAMES = 0.45  # of the width
MOST_BARS = 24  # of one picture: a page is no taller
TITEL = "Tallene i figuren"


class Tal:
    """Where the numbers stand: on the appendix, in the order of the bars."""

    def __init__(self, plan: SheetPlan, result: Regnet, shares: Andele | None, row: int):
        self.plan, self.result, self.first = plan, result, row + 2
        by_share = shares if is_by_share(result, shares) else None
        self.by = f", størst {'andel' if by_share else 'beløb'} øverst" + (
            ", skjulte nederst" if by_share and None in by_share.percents else "")
        (given, _), per_child, there = shown(result), saetninger.compared(result), in_key_figures(result)
        self.of_children = any(per_child)
        self.unit = "kr. pr. barn" if self.of_children else "kr."
        values = [kr if self.of_children else amount for kr, amount in zip(per_child, given)]
        everybody = by_share.order if by_share else sorted(range(result.n), key=lambda at: -(values[at] or 0.0))
        self.order = [at for at in everybody if values[at] is not None and there[at]]
        self.values = [round(values[at] or 0.0, 2) for at in self.order]
        recipients = result.figures.recipients
        self.names = [recipients[at].name for at in self.order]
        self.capped = [result.fordeling.bundet[at] == LOFT for at in self.order]
        self.mean = mean(result, self.of_children)
        self.end = most(max([*self.values, self.mean]))  # of the axis
        self.put(row)

    def put(self, row: int) -> None:
        result, plan = self.result, self.plan
        put_heading(plan, row, TITEL)
        names = [result.recipient, self.unit.capitalize(), "Ved loftet", "Gennemsnit"]
        plan.put(row + 1, 0, "", "hoved")
        plan.put_row(row + 1, names, "hoved", NAVNE)
        for line, (name, value, capped) in enumerate(zip(self.names, self.values, self.capped), self.first):
            cells = [None if capped else value, value if capped else None, round(self.mean, 2)]
            plan.put(line, NAVNE, name)
            plan.put_row(line, cells, "kr", NAVNE + 1)

    @property
    def last(self) -> int:
        return self.first + len(self.order) - 1

    def charts(self, title: str, row: int, width: int) -> list[tuple[int, Chart]]:
        """One below the other, each with the row after it."""
        found = []
        each = math.ceil(len(self.order) / math.ceil(len(self.order) / MOST_BARS))  # as alike as goes
        for part in range(0, len(self.order), each):
            many = min(each, len(self.order) - part)
            tall = max(LEAST, ABOVE + many * BAR + BELOW)
            after = row + math.ceil(tall / PIXELS_OF_ROW)
            told = f"{title} (fortsat)" if part else title
            found.append((after, self.chart(told, part, many, (row, width, tall))))
            row = after
        return found

    def chart(self, title: str, part: int, many: int, place: tuple[int, int, int]) -> Chart:
        """That of so many bars from one on; `place` is its row, its width and its height."""
        def cells(offset: int) -> Area:
            return self.plan.area(self.first + part, NAVNE + offset, self.first + part + many - 1)

        looks = (("Tildeling", BARS), ("Ved loftet", HATCHED), ("Gennemsnit", MEAN))
        series = tuple(Series(name, cells(offset), look) for offset, (name, look) in enumerate(looks, 1))
        row, width, tall = place
        axis = f"{self.unit}{self.by}. {self.told()}"
        unit, alt = self.unit.capitalize(), self.alt(part, many)
        names = round(min(MOST_NAMES * width, LETTER * (max(map(len, self.names)) + 2)))
        return Chart(title, cells(0), series, unit, axis, self.end, row, 0, width, tall, alt, names=names)

    def alt(self, part: int, many: int) -> str:
        """The numbers, for whom cannot see the picture."""
        here = slice(part, part + many)
        said = "; ".join(f"{name} {tal(round(value))}" for name, value in zip(self.names[here], self.values[here]))
        return (f"{SAID_FIRST} over {self.result.retning.beloebet}, {self.unit}: {said}. Gennemsnit "
                f"{tal(round(self.mean))}.")

    def told(self) -> str:
        """What the line and the hatching are."""
        hatched = " Skraveret: ved loftet." if any(self.capped) else ""
        return f"Stregen: gennemsnittet, {kroner(round(self.mean))}{hatched}"


def mean(result: Regnet, of_children: bool) -> float:
    """Of those in the picture; 0 where there is nobody."""
    there, (amounts, heads) = in_key_figures(result), shown(result)
    given = math.fsum(kr for kr, each in zip(amounts, there) if each)
    children = math.fsum(many or 0.0 for many, each in zip(heads, there) if each)
    many = children if of_children else sum(there)
    return given / many if many else 0.0


def most(value: float) -> float:
    """The end of the axis: the next of 1, 1,2, 1,5, 2 ... times a power of ten, with room for the number.

    >>> most(6000), most(1690), most(0), most(99.0)
    (8000.0, 2000.0, 1.0, 120.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12) if step * power >= value * 1.12)


# ------------------------------------------------------------------------------------- the picture


def picture_title(result: Regnet, shares: Andele | None, width: int) -> str:
    """What the picture shows, as a sentence: the order of its bars is the same. It says why where there is room."""
    if is_by_share(result, shares):
        cap = result.setup.settings.loft
        until = f", op til loftet på {kroner(cap)}" if cap and LOFT in result.fordeling.bundet else ""
        return f"Jo større andel, jo mere pr. barn{until}"
    per = saetninger.compared(result)
    names = [recipient.name for recipient in result.figures.recipients]
    if result.hoveder is None or not any(per):
        return who_most(result, [(kroner(kr), name) for kr, name in by_size(result.tildeling.tolist(), names)], "")
    most = who_most(result, [(f"{tal(round(kr))} kr.", name) for kr, name in by_size(per, names)], " pr. barn")
    told = most + why(result, per, shares)
    return told if len(told) * OF_TITLE <= width else most


def why(result: Regnet, per: list[float | None], shares: Andele | None) -> str:
    """That the one who has most per child also has the largest share, where the page shows all of them."""
    if result.saving or result.applied is not None or shares is None or shares.hides or len(shares.order) < 2:
        return ""
    first, second = shares.order[:2]
    most = max(kr or 0.0 for kr in per)
    alone = [at for at, kr in enumerate(per) if kr == most] == [first] and shares.texts[first] != shares.texts[second]
    return f" Den har også den højeste andel, {shares.texts[first]}" if alone else ""


def by_size(amounts: Iterable[float | None], names: Iterable[str]) -> list[tuple[float, str]]:
    """The largest first."""
    known = [(amount, name) for amount, name in zip(amounts, names) if amount is not None]
    return sorted(known, key=lambda each: -each[0])


def who_most(result: Regnet, shown: list[tuple[str, str]], per: str) -> str:
    """Of amounts as they are shown, the largest first: those who have the same are named together."""
    verb, most = "skal spare" if result.saving else "får", shown[0][0]
    names = [name for amount, name in shown if amount == most]
    if len(names) == len(shown) > 1:
        return f"Alle {verb} det samme{per}: {most}"
    return f"{listed(names, 3)} {verb} mest{per}: {most}"


def is_by_share(result: Regnet, shares: Andele | None) -> bool:
    """Whether the picture shows that a larger share gives more."""
    per = saetninger.compared(result)
    return bool(result.hoveder is not None and any(per) and shares and shares.percents and follows_share(per, shares))


def follows_share(per: list[float | None], shares: Andele) -> bool:
    """Whether those with a larger shown share never get less per child."""
    shown = sorted((-share, per[at] or 0.0) for at, share in zip(shares.order, shares.percents) if share is not None)
    least = math.inf  # of those with a larger share
    for _, same in groupby(shown, key=lambda each: each[0]):
        amounts = [kr for _, kr in same]
        if max(amounts) > least + 0.5:
            return False
        least = min(least, *amounts)
    return len(shown) > 2


def hidden_last(result: Regnet, shares: Andele | None) -> str:
    """Where those stand whose share is not shown, for that is no place by their share."""
    is_so = shares and None in shares.percents and is_by_share(result, shares)
    return " I figuren står de nederst, efter navn." if is_so else ""
