"""The list: every function, one line each, in the groups users see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .rules.fordel_afrund import FORDEL_AFRUND
from .rules.fordel_andel import FORDEL_ANDEL
from .rules.fordel_belastning import FORDEL_BELASTNING
from .rules.fordel_boern import FORDEL_BOERN
from .rules.fordel_faktor import FORDEL_FAKTOR
from .rules.fordel_kontrol import FORDEL_KONTROL
from .rules.fordel_kriterier import FORDEL_KRITERIER
from .rules.fordel_kvartilfaktor import FORDEL_KVARTILFAKTOR
from .rules.fordel_noegle import FORDEL_NOEGLE
from .rules.fordel_optael import FORDEL_OPTAEL
from .rules.fordel_pulje import FORDEL_PULJE
from .rules.fordel_sats import FORDEL_SATS
from .rules.fordel_spor import FORDEL_SPOR
from .rules.fordel_trappe import FORDEL_TRAPPE
from .rules.fordel_udsatte import FORDEL_UDSATTE

GROUPS: dict[str, tuple[Callable[..., Any], ...]] = {
    "Børn og nøgler": (
        FORDEL_BOERN,
        FORDEL_UDSATTE,
        FORDEL_OPTAEL,
        FORDEL_KRITERIER,
        FORDEL_BELASTNING,
        FORDEL_NOEGLE,
        FORDEL_ANDEL,
    ),
    "Fordeling": (
        FORDEL_PULJE,
        FORDEL_SATS,
        FORDEL_SPOR,
        FORDEL_AFRUND,
        FORDEL_KONTROL,
    ),
    "Differentiering": (
        FORDEL_FAKTOR,
        FORDEL_KVARTILFAKTOR,
        FORDEL_TRAPPE,
    ),
}

FUNCTIONS: dict[str, Callable[..., Any]] = {
    rule.__name__: rule for group in GROUPS.values() for rule in group
}
