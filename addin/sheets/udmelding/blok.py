"""One pool as the pages have it: how it is shared, and who takes part in it. A page of one pool has one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from addin.run.puljer import Delt, Puljer
from addin.run.regnet import Regnet
from addin.sheets.run import Run
from addin.sheets.udmelding import noegle


@dataclass(frozen=True)
class Blok:
    """`noeglen` is what is counted, and `hvorfor` why the calculation of each in it is not shown, "" where it is.
    `pladser` has the place in it of each recipient of the pages, None of one that takes no part. `navn` is "" where
    there is no other; `penge` is what its money is made up of, where some came on from another."""

    regnet: Regnet
    noeglen: str
    hvorfor: Sequence[str]
    pladser: Sequence[int | None]
    navn: str = ""
    penge: Sequence[tuple[str, float]] = ()

    @property
    def beloeb(self) -> str:
        """What its amount is called."""
        return f"{self.navn}: {self.regnet.retning.beloeb.lower()}" if self.navn else self.regnet.retning.beloeb

    def sagt(self, line: str) -> str:
        """A sentence about it, among those of others."""
        return f"{self.navn}: {line}" if self.navn else line


def blokke(run: Run, hvorfor: Sequence[Sequence[str]]) -> list[Blok]:
    """Those of a run, in the order the pools are shared in."""
    if run.puljer is None:
        return [Blok(run.first, noegle.called(run.first), hvorfor[0], range(run.first.n))]
    return [Blok(pool.regnet, noegle.called(pool.regnet), why, places, pool.navn, penge(run.puljer, pool))
            for pool, why, places in zip(run.puljer.delt, hvorfor, run.puljer.pladser)]


def penge(puljer: Puljer, pool: Delt) -> list[tuple[str, float]]:
    """The pool's own amount, what came on to it and what is paid first; nothing where none came."""
    if not pool.ind:
        return []
    first = -math.fsum(pool.regnet.figures.forud.values())
    return [("Puljens eget beløb", pool.eget),
            *((f"kommet fra {puljer.delt[place].navn}", amount) for place, amount in pool.ind.items()),
            *([("grundbeløb", first)] if first else [])]
