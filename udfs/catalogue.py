"""The list: every function, one line each, in the groups users see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .rules.fordel_afrund import FORDEL_AFRUND
from .rules.fordel_andel import FORDEL_ANDEL
from .rules.fordel_ansoegning import FORDEL_ANSOEGNING
from .rules.fordel_belastning import FORDEL_BELASTNING
from .rules.fordel_besparelse import FORDEL_BESPARELSE
from .rules.fordel_boern import FORDEL_BOERN
from .rules.fordel_demografi import FORDEL_DEMOGRAFI
from .rules.fordel_differentier import FORDEL_DIFFERENTIER
from .rules.fordel_diskretion import FORDEL_DISKRETION
from .rules.fordel_distrikt import FORDEL_DISTRIKT
from .rules.fordel_faktor import FORDEL_FAKTOR
from .rules.fordel_fast import FORDEL_FAST
from .rules.fordel_garanti import FORDEL_GARANTI
from .rules.fordel_gini import FORDEL_GINI
from .rules.fordel_helaar import FORDEL_HELAAR
from .rules.fordel_klasser import FORDEL_KLASSER
from .rules.fordel_kontrol import FORDEL_KONTROL
from .rules.fordel_kriterier import FORDEL_KRITERIER
from .rules.fordel_kvartilfaktor import FORDEL_KVARTILFAKTOR
from .rules.fordel_noegle import FORDEL_NOEGLE
from .rules.fordel_optael import FORDEL_OPTAEL
from .rules.fordel_overgang import FORDEL_OVERGANG
from .rules.fordel_pl import FORDEL_PL
from .rules.fordel_profil import FORDEL_PROFIL
from .rules.fordel_pulje import FORDEL_PULJE
from .rules.fordel_sammenvej import FORDEL_SAMMENVEJ
from .rules.fordel_sats import FORDEL_SATS
from .rules.fordel_score import FORDEL_SCORE
from .rules.fordel_spor import FORDEL_SPOR
from .rules.fordel_stillinger import FORDEL_STILLINGER
from .rules.fordel_trappe import FORDEL_TRAPPE
from .rules.fordel_udjaevn import FORDEL_UDJAEVN
from .rules.fordel_udsatte import FORDEL_UDSATTE
from .rules.fordel_vurdering import FORDEL_VURDERING

GROUPS: dict[str, tuple[Callable[..., Any], ...]] = {
    "Børn og nøgler": (
        FORDEL_BOERN,
        FORDEL_HELAAR,
        FORDEL_DISKRETION,
        FORDEL_UDSATTE,
        FORDEL_OPTAEL,
        FORDEL_KRITERIER,
        FORDEL_BELASTNING,
        FORDEL_SCORE,
        FORDEL_PROFIL,
        FORDEL_VURDERING,
        FORDEL_DISTRIKT,
        FORDEL_UDJAEVN,
        FORDEL_NOEGLE,
        FORDEL_SAMMENVEJ,
        FORDEL_ANDEL,
    ),
    "Fordeling": (
        FORDEL_PULJE,
        FORDEL_SATS,
        FORDEL_SPOR,
        FORDEL_FAST,
        FORDEL_ANSOEGNING,
        FORDEL_GARANTI,
        FORDEL_OVERGANG,
        FORDEL_BESPARELSE,
        FORDEL_AFRUND,
        FORDEL_KONTROL,
    ),
    "Differentiering": (
        FORDEL_FAKTOR,
        FORDEL_KVARTILFAKTOR,
        FORDEL_GINI,
        FORDEL_TRAPPE,
        FORDEL_DIFFERENTIER,
    ),
    "Personale, skoler og priser": (
        FORDEL_STILLINGER,
        FORDEL_KLASSER,
        FORDEL_PL,
        FORDEL_DEMOGRAFI,
    ),
}

FUNCTIONS: dict[str, Callable[..., Any]] = {
    rule.__name__: rule for group in GROUPS.values() for rule in group
}
