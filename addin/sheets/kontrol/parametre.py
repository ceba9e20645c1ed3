"""The settings above the control's table: each through its defined name, so that a change is seen."""

from __future__ import annotations

from collections.abc import Mapping

from addin.figures import units
from addin.run import celler
from addin.run.regnet import Regnet
from workbook_templates import fordeling_kontrol as spec
from workbook_templates.indstillinger import NAVN
from workbook_templates.opsaetning import WEIGHT


def pool_label(result: Regnet, forud: Mapping[str, str]) -> str:
    """What the pool is called; `forud` are the formulas for the sums of what is paid first, by what it is called."""
    if forud:
        return spec.PULJE_EFTER.format(" og ".join(forud))
    return spec.PULJE_EFTER_CENTRAL if units.central(result.setup) else result.retning.pulje


def formula(result: Regnet, key: str, forud: Mapping[str, str], unit: str) -> str:
    """The formula of a setting; `unit` is the cell of the rounding."""
    special = {
        "pulje": pool(result, forud, unit),
        "over": f'IF({NAVN}taerskeltype="over",1,0)',
        "enhed": f'IF({NAVN}afrunding="",1,{NAVN}afrunding)',
        "vaegt_0_2": f'IF({NAVN}vaegt="",{WEIGHT[result.setup.key]!r},{NAVN}vaegt)',
        "mindst": f"{NAVN}mindst_kriterier" if counts_criteria(result) else "",
        "andel_paedagoger": f'IF({NAVN}andel_paedagoger="",1,{NAVN}andel_paedagoger)',
    }
    key = result.retning.hoejst if key == "hoejst" else key
    return special.get(key, f'IF({NAVN}{key}="","",{NAVN}{key})')


def pool(result: Regnet, forud: Mapping[str, str], unit: str) -> str:
    """What is distributed by the key; a saving is rounded to whole units first."""
    text = "-".join([celler.pool(result), *forud.values()])
    return celler.half_up(text, unit) if result.saving else text


def counts_criteria(result: Regnet) -> bool:
    children, least = result.figures.children, result.setup.settings.mindst_kriterier
    return children is not None and least is not None
