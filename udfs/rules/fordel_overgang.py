from __future__ import annotations

from ..arguments import fraction, numbers, rounding_unit, same_length
from ..rounding import KRONE
from ..transition import rounded


def FORDEL_OVERGANG(nyt, foer, andel_nyt, afrunding=KRONE):
    """Blander en ny og en gammel fordeling: indfasning over flere år, eller et skoleår, der skifter i august.

    Argumenter:
        nyt: Beløb i kr. pr. modtager efter den nye model, i en kolonne eller række. Tom er 0.
        foer: Beløb i kr. efter den gamle model, lige så mange som nyt. Tom er 0.
        andel_nyt: Hvor stor en del den nye model tæller, fra 0 til 1: =5/12 fra august, =1/3 første år af tre.
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.

    Resultat:
        Kroner pr. modtager, som nyt ligger; summen er den blandede sum, rundet til enheden.

    Fejl:
        En andel uden for 0-1; tekst, fejlværdier og negative tal; områder, der ikke er lige lange.

    Formel:
        (1 - andel nyt) x før + andel nyt x nyt; rundet efter største rest.

    Kilde:
        Aarhus 2019: et år delt 7/12 og 5/12 mellem gammel og ny model.

    Eksempel:
        >>> FORDEL_OVERGANG([1200, 0], [0, 2400], 0.25).tolist()
        [300.0, 1800.0]
    """
    new, before = numbers(nyt, "nyt"), numbers(foer, "foer")
    same_length(new, before)
    part = fraction(andel_nyt, "andel_nyt")
    return new.like(rounded(new.tal, before.tal, part, rounding_unit(afrunding)).beloeb)
