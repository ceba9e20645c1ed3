"""What was told before for the same year, and what is still to come or to be paid back: in a sentence, and as lines."""

from __future__ import annotations

from addin.dele.efterregulering import Efterregulering
from addin.run.regnet import Regnet
from addin.sheets.udmelding.baand import DELES, ER, KR, MINUS, TAST, Baand
from addin.sheets.udmelding.ordlyd import Ordlyd
from udfs.errors import kroner


def foer(result: Regnet, at: int) -> float | None:
    """What was told before; None where nothing was."""
    told = result.dele.get(Efterregulering.key)
    return None if told is None else float(told[at])


def kort(result: Regnet, at: int, ordlyd: Ordlyd) -> list[str]:
    before = foer(result, at)
    if before is None or not (left := round(float(result.tildeling[at]) - before, 2)):
        return []
    what = "betales tilbage" if left < 0 else "kommer oveni"
    when = f" i {ordlyd.perioden()}" if ordlyd.maaneder else ""
    return [f"Der er før udmeldt {kroner(before)}: {kroner(abs(left))} {what}{when}."]


def put(baand: Baand, result: Regnet, at: int, before: float, ordlyd: Ordlyd) -> None:
    """What is left of it, by the month where that is said."""
    given = float(result.tildeling[at])
    left = given - before
    baand.kr("Endelig tildeling", TAST, given)
    baand.kr("udmeldt tidligere", MINUS, before)
    baand.kr("Efterregulering" + (", betales tilbage" if left < 0 else ""), ER, left, fed=True)
    if left and ordlyd.maaneder:
        baand.put(f"måneder ({ordlyd.perioden()})", DELES, len(ordlyd.maaneder))
        baand.put("Pr. måned", ER, left / len(ordlyd.maaneder), 2, KR)
