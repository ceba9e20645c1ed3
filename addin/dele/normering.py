"""What the amounts buy in positions, or in weekly hours, at the pay the user has said (normering)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from addin.dele.form import Celler, Del, Formula, Kontrol
from addin.figures.staffing import Staffing
from addin.run.noegletal import Cell, KeyFigure, Kolonne, Step, with_sum
from addin.run.regnet import Regnet
from udfs.errors import kroner, tal
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.fordeling import ANDELSNAVN, LOENNAVN
from workbook_templates.kontrolkolonner import BEMANDING


class Normering(Del):
    key = "normering"
    ejer = frozenset({"loen_paedagog", "loen_medhjaelper", "andel_paedagoger", "normering_i"})

    def i_brug(self, regnet: Regnet) -> bool:
        return regnet.figures.staffing is not None

    def kolonner(self, regnet: Regnet) -> dict[str, Kolonne]:
        staffing = of(regnet)
        return {kind: Kolonne(values.tolist(), formel=in_row(staffing, kind), unit=staffing.unit)
                for kind, values in staffing.buys(regnet.tildeling).items()}

    def trin(self, regnet: Regnet) -> list[Step]:
        staffing = of(regnet)
        hours = f" x {staffing.hours}" if staffing.hours else ""
        made = f"beløbet / årslønnen pr. stilling, {kroner(staffing.pay)}{hours}"
        return [Step(kind, with_sum(values.tolist()), f"{tal(100 * staffing.shares[kind])} % x {made}", staffing.unit)
                for kind, values in staffing.buys(regnet.tildeling).items()]

    def noegletal(self, regnet: Regnet) -> list[KeyFigure]:
        """What the positions are calculated from."""
        staffing = of(regnet)
        style = "kr" if staffing.pay.is_integer() else "kr_oere"
        return [KeyFigure(LOENNAVN, staffing.pay, style, note=staffing.mix(), key="loen"),
                KeyFigure(ANDELSNAVN, staffing.andel_paedagoger, "pct2", key="andel")]

    def bemaerkninger(self, regnet: Regnet) -> list[str]:
        return of(regnet).warnings()

    def kontrol(self, regnet: Regnet) -> Kontrol:
        staffing = of(regnet)
        buys = staffing.buys(regnet.tildeling)
        used = staffing._asdict()
        settings = {key: "" if used[key] is None else used[key] for key in spec.NORMERING}
        return Kontrol(
            kolonner=tuple(column for column in BEMANDING if column.key in buys),
            vaerdier={kind: values.tolist() for kind, values in buys.items()},
            formler={kind: proven(staffing, kind) for kind in buys},
            indstillinger=spec.NORMERING, parametre=spec.LOEN,
            parametervaerdier={**settings, "loen_pr_stilling": staffing.pay},
            kontroller=spec.NORMERINGSKONTROLLER,
            samme=lambda celler, number, row: [is_near(celler.here(kind, row), celler.shown(kind, number))
                                               for kind in buys],
            celler=lambda celler: {"normering": totals(celler, list(buys))})


def of(regnet: Regnet) -> Staffing:
    assert regnet.figures.staffing is not None
    return regnet.figures.staffing


def bought(staffing: Staffing, kind: str, amount: str, pay: str, share: str) -> str:
    """What an amount buys of a kind of staff, in the order the function calculates it."""
    positions = f"{amount}/{pay}" + (f"*{staffing.hours}" if staffing.hours else "")
    return f"{share if kind == 'paedagoger' else f'(1-{share})'}*({positions})"


def in_row(staffing: Staffing, kind: str) -> Callable[[Cell, Mapping[str, str]], str]:
    """The formula on the result sheet, at the pay that stands among the key figures."""
    return lambda cell, kept: bought(staffing, kind, cell("tildeling"), kept["loen"], kept["andel"])


def proven(staffing: Staffing, kind: str) -> Formula:
    """And on the control, at the pay that stands in the settings now."""
    return lambda celler, number, row: bought(staffing, kind, celler.shown("tildeling", number),
                                              celler.param("loen_pr_stilling"), celler.param("andel_paedagoger"))


def totals(celler: Celler, kinds: list[str]) -> str:
    """Conditions that the sums on the result sheet are the sums of the control."""
    return ",".join(is_near(f"SUM({celler.whole(kind)})", celler.total(kind)) for kind in kinds)


def is_near(here: str, there: str) -> str:
    """A condition that two calculated figures are the same to nine digits."""
    return f"ABS({here}-{there})<=1E-9*MAX(1,ABS({here}))"
