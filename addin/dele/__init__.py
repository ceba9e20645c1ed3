"""The parts of the calculation: an optional feature each, in a file that says all of it, and the list of them."""

from __future__ import annotations

from addin.dele.efterregulering import Efterregulering
from addin.dele.form import Del
from addin.dele.normering import Normering
from addin.run.regnet import Regnet

DELE: tuple[Del, ...] = (Normering(), Efterregulering())


def i_brug(regnet: Regnet) -> tuple[Del, ...]:
    """Those this workbook uses."""
    return tuple(part for part in DELE if part.i_brug(regnet))
