from __future__ import annotations

import numpy as np

from ..per_child import kr_per_child
from ..rounding import without_noise


def FORDEL_KVARTILFAKTOR(beloeb, boern):
    """Kvartilfaktor: øvre kvartil delt med nedre kvartil af beløb pr. barn.

    Kun modtagere, der får penge, regnes med. Kvartiler som Excels KVARTIL.MEDTAG; KORA's data er ikke
    offentlige, og dens kvartil er en bestemt institution, så tal for små kommuner kan afvige.

    Argumenter:
        beloeb: Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.
        boern: Antal børn pr. modtager, lige så mange som beloeb; vægtede som i KORA's tal, hvis der
            sammenlignes med dem.

    Resultat:
        Ét tal, mindst 1. Én modtager giver 1.

    Fejl:
        Ingen med beløb over 0; beløb til en modtager med 0 børn; tekst, fejlværdier og negative tal.

    Formel:
        KVARTIL.MEDTAG(beløb / børn; 3) / KVARTIL.MEDTAG(beløb / børn; 1) blandt beløb over 0.

    Kilde:
        KORA 2017, tabel 4.1 (kvartilfaktor).

    Eksempel:
        >>> FORDEL_KVARTILFAKTOR([100, 200, 300, 400, 500], [1, 1, 1, 1, 1])
        2.0
    """
    lower, upper = np.quantile(kr_per_child(beloeb, boern), [0.25, 0.75])
    return without_noise(upper / lower)
