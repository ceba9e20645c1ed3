from __future__ import annotations

from ..per_child import kr_per_child
from ..rounding import without_noise


def FORDEL_FAKTOR(beloeb, boern):
    """Differentieringsfaktor: højeste delt med laveste beløb pr. barn.

    Kun modtagere, der får penge, regnes med.

    Argumenter:
        beloeb: Beløb pr. modtager i kr., i en kolonne eller række. Tom er 0.
        boern: Antal børn pr. modtager, lige så mange som beloeb; vægtede som i KORA's tal, hvis der
            sammenlignes med dem.

    Resultat:
        Ét tal, mindst 1; 3 betyder, at den højeste får 3 gange så meget pr. barn. Én modtager giver 1.

    Fejl:
        Ingen med beløb over 0; beløb til en modtager med 0 børn; tekst, fejlværdier og negative tal.

    Formel:
        maks(beløb / børn) / min(beløb / børn) blandt beløb over 0.

    Kilde:
        KORA 2017, tabel 4.1 (variationsbredde).

    Eksempel:
        >>> FORDEL_FAKTOR([1000, 6000, 0], [10, 20, 5])
        3.0
    """
    per_child = kr_per_child(beloeb, boern)
    return without_noise(per_child.max() / per_child.min())
