"""What a copy is made of: the run of one pool, or those of several and of their sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from addin.actions import flere_puljer
from addin.actions.fordel_pulje import alone, run_of, settled
from addin.checks import several
from addin.checks.same_counts import same_counts
from addin.checks.several import Named
from addin.checks.subject import Subject
from addin.filejobs import siden
from addin.filejobs.udeladt import LeftOut
from addin.messages import Message
from addin.run.puljer import Puljer
from addin.sheets import fordeling_bilag, resultat
from addin.sheets.puljer import bilag
from addin.sheets.puljer.side import Side
from addin.sheets.run import Run
from addin.sheets.tabel import Places
from addin.smaa_antal.published import Column
from addin.until_answered import Choices
from addin.who import Who
from addin.workbook import SheetPlan, Snapshot

SAME = "Beløbene er regnet igen af projektmappen {made} og er de samme. SHA-256 af projektmappen: {sha}"
OF_ONE = "Kontrol: OK. " + SAME
OF_ALL = "Kontrol: OK for hver af de {many} puljer og for summen af dem. " + SAME
ONCE = ("Andel, der tæller med, er kun vist for én af de puljer, der deles efter de samme antal: vist to gange kunne "
        "andelene fortælle et antal under {limit}.")


@dataclass(frozen=True)
class Koersel:
    """`whole` is the run of the sum, where there is one pool its own; `pools` are those that the pools have."""

    whole: Run
    pools: list[Run]

    @property
    def puljer(self) -> Puljer | None:
        """The pools it is the sum of, where it is of several."""
        return self.whole.puljer

    @property
    def runs(self) -> list[Run]:
        return [self.whole, *self.pools] if self.puljer else [self.whole]

    def subjects(self, earlier: Sequence[Sequence[Subject]] = ()) -> list[Named]:
        """What small counts are looked for in, each beside the pools, and the `earlier` editions that it may be of."""
        first = self.whole.first
        found = several.subjects(self.puljer) if self.puljer else [
            Named("", Subject(self.whole.laest, first.figures, first))]
        for edition in earlier:
            found = several.with_earlier(found, edition)
        return found

    def proven(self, made: str, sha: str | None) -> Koersel:
        """With what the copy says of the control; raises Refusal where any is not OK."""
        for run in self.runs:
            siden.check_control(run)
        said = (OF_ALL if self.puljer else OF_ONE).format(many=len(self.pools), made=made, sha=sha)
        return self.each(lambda run: replace(run, answer=said))

    def each(self, changed: Callable[[Run], Run]) -> Koersel:
        whole = changed(self.whole)
        return replace(self, whole=whole, pools=[changed(run) for run in self.pools] if self.puljer else [whole])

    def warned(self, more: Sequence[Message]) -> Koersel:
        """With what stands first on every page of what is to be known."""
        return self.each(lambda run: replace(run, warnings=(*more, *run.warnings)))

    def for_others(self) -> tuple[Koersel, list[LeftOut]]:
        """Without what is said of how the workbook was read; and what that was."""
        left_out = [line for run in self.runs for line in siden.for_others(run)[1]
                    if self.puljer is None or run is not self.whole or line.part != fordeling_bilag.SKIPPED]
        return self.each(lambda run: siden.for_others(run)[0]), left_out

    def sheets(self, words: Who) -> list[SheetPlan]:
        """The page and appendix of the sum, and those of every pool, as values."""
        of_sum = [] if self.puljer is None else siden.as_values(
            self.whole, [Side(self.whole, self.puljer, Places()).build(), bilag.sheet(self.whole, self.puljer)], words)
        return [*of_sum, *(sheet for run in self.pools for sheet in siden.sheets(run, words))]

    def beside(self, subjects: Sequence[Named], more: Sequence[Column]) -> tuple[Koersel, list[LeftOut]]:
        """As it may stand beside earlier editions, other columns of amounts and the shares of other pools; and the
        shares that are left out for it."""
        pools: list[Run] = []
        for number, (run, named) in enumerate(zip(self.pools, subjects)):
            told = any(same_counts(named.subject, other.subject) and resultat.shares(done)
                       for other, done in zip(subjects[:number], pools))
            once = ONCE.format(limit=int(run.first.setup.settings.mindste_antal)) if told else ""
            pools.append(replace(run, earlier=(*run.earlier, *named.subject.earlier), more=tuple(more), once=once))
        left_out = [line for before, after in zip(self.pools, pools) for line in siden.fewer(before, after)]
        return replace(self, whole=self.whole if self.puljer else pools[0], pools=pools), left_out


def calculate(snapshot: Snapshot, choices: Choices, made: str, version: str) -> Koersel:
    """Raises Refusal, and Asked where a check is red."""
    snapshot, setup, rows = settled(snapshot, choices)
    if len(rows) > 1:
        done = flere_puljer.calculate(snapshot, setup, rows, choices, made, version)
        return Koersel(done.sum, done.runs)
    run = run_of(snapshot, alone(snapshot, setup, rows, choices), choices, made, version)
    return Koersel(run, [run])
