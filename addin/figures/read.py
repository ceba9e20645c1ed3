"""The recipients' figures, made from those of the institutions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from addin.figures import bounds, foer, pr_barn, recipients, units
from addin.figures.besides import Besides, Bidrag, paid_first
from addin.figures.children import Children
from addin.figures.foer import FOER
from addin.figures.institutions import Institutions
from addin.figures.pr_barn import PrBarn
from addin.figures.recipients import Recipients
from addin.figures.scores import Scores
from addin.figures.threshold import Weighed, weigh_each
from addin.finding.institution import Recipient, Skipped
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Area, Sheet, Snapshot

Parts = Callable[[Setup, Institutions, Collection[str]], Bidrag]  # what they give, but for some left out


@dataclass(frozen=True)
class Figures:
    """One entry a recipient, in the order they first appear in the table."""

    institutions: Institutions
    members: Recipients
    skipped: list[Skipped]
    skewed: list[str]
    columns: dict[str, Column]
    boern: Column | None
    boern_taerskel: Column | None  # where the threshold is measured by others than those of kr. per child
    noegle: Column
    counted: Column  # the keys of the institutions that take part: 0 where a fixed amount stands instead
    weighed: Weighed | None  # where the threshold is tested on institutions, or on groups
    ved_siden: Besides | None
    foer: Column | None  # what amounts were before, where this year's are kept within shares of it or blended with it
    andele: Mapping[str, float]  # the shares, by the argument of the rule
    successor: dict[int, int] = field(default_factory=dict)  # replaced institution -> the one that replaces it
    own_bounds: dict[str, Column] = field(default_factory=dict)  # caps and minima, one each, by their setting
    grundbeloeb: Column | None = None  # what each recipient is paid first, whatever its key is
    pr_barn: PrBarn | None = None  # what `foer` is made of, where a guarantee is per child

    @property
    def recipients(self) -> list[Recipient]:
        return self.members.rows

    @property
    def people(self) -> list[tuple[str, list[Recipient]]]:
        """The recipients' names, each with the institutions its figures are the sum of."""
        return [(row.name, [self.institutions.rows[number] for number in self.members.members(place)])
                for place, row in enumerate(self.recipients)]

    @property
    def sheet(self) -> Sheet:
        return self.institutions.sheet

    @property
    def children(self) -> Children | None:
        return self.institutions.children

    @property
    def scores(self) -> Scores | None:
        return self.institutions.scores

    @property
    def by_child(self) -> Children | Scores | None:
        """The sheet with a row per child, where the key is made from one."""
        return self.children or self.scores

    @cached_property
    def grouped(self) -> bool:
        """Whether the money is given to others than the institutions themselves."""
        return [row.name for row in self.recipients] != [row.name for row in self.institutions.rows]

    @cached_property
    def fast(self) -> Column | None:
        """The fixed amounts, None for a recipient that has none."""
        return self.members.total(self.ved_siden.kr) if self.ved_siden else None

    @cached_property
    def fixed_on_top(self) -> Column | None:
        """The fixed amounts of those who also take part by the key."""
        return self.members.total(self.ved_siden.on_top) if self.ved_siden else None

    @cached_property
    def on_top(self) -> Column | None:
        """What those are paid besides who also take part by the key."""
        fixed, first = self.fixed_on_top, self.grundbeloeb
        if fixed is None or first is None:
            return first if fixed is None else fixed
        return [(one or 0.0) + (other or 0.0) for one, other in zip(fixed, first)]

    @cached_property
    def forud(self) -> dict[str, float]:
        """What goes before the part by the key, in all, by what it is called."""
        return paid_first(self.ved_siden, self.grundbeloeb)

    @cached_property
    def only_fixed(self) -> list[bool]:
        """The recipients whose institutions all have a fixed amount instead of a part by the key."""
        instead = self.ved_siden.instead if self.ved_siden else [False] * self.institutions.n
        return [all(instead[number] for number in self.members.members(place)) for place in range(len(self.recipients))]

    @property
    def within_shares(self) -> bool:
        """Whether the amounts are kept within shares of what they were before."""
        return "garanti" in self.andele or "hoejst" in self.andele

    @cached_property
    def vaegt(self) -> Column | None:
        return self.members.total(self.weighed.vaegt) if self.weighed else None

    @cached_property
    def moved(self) -> list[list[tuple[int, int]]]:
        """For each recipient its replaced institutions whose last year's amounts are counted at another's."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.recipients]
        of = self.members.of
        for old, new in self.successor.items() if self.column("sidste_aar") else ():
            if of[old] != of[new]:
                found[of[old]].append((old, new))
        return found

    def place(self, setup: Setup, key: str, recipient: int) -> Area:
        """A recipient's cell in a column."""
        area, row = setup.areas[key], self.recipients[recipient].row
        return Area(area.sheet, row, area.column, row, area.column)

    def column(self, key: str) -> Column | None:
        return self.columns.get(key)


def read(snapshot: Snapshot, setup: Setup, basis: Institutions, parts: Parts, uden: Collection[str] = ()
         ) -> Figures:
    """All figures of a calculation, but for what some parts give."""
    columns, successor = foer.compared(setup, basis)
    units.check_pool(setup)
    bidrag = parts(setup, basis, uden)
    before = foer.asked(setup, columns, basis, bidrag.kraever[FOER]) if FOER in bidrag.kraever else None
    given = bidrag.ved_siden
    counted = given.key(bidrag.noegle) if given else bidrag.noegle
    weighed = weigh_each(snapshot, setup, basis, counted, units.by_key(setup, bidrag.forud))
    members = recipients.gather(basis.rows, basis.words.get("modtager"))
    own = bounds.own(setup, columns, len(members.rows) != basis.n)
    per_child = None if before is None else pr_barn.read(
        setup, columns, basis, before, counted, members, given)
    bound = given.bound(before) if given and before else before
    return Figures(basis, members, setup.rows.skipped, setup.rows.skewed,
                   {key: members.total(values) for key, values in columns.items()}, members.total(basis.boern),
                   members.total(basis.boern_taerskel), members.total(counted), counted, weighed, given,
                   per_child.til_nu if per_child else members.total(bound),
                   bidrag.andele, successor, own, bidrag.grundbeloeb, per_child)
