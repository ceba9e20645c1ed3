from __future__ import annotations

from ..distribution import fordel
from ..rounding import KRONE


def FORDEL_SATS(
    pulje, noegle, boern=None, taerskel=None, loft=None, minimum=None, afrunding=KRONE, taerskeltype="fuld"
):
    """Satsen bag FORDEL_PULJE: kr. pr. nøgleenhed.

    Med samme argumenter som FORDEL_PULJE. Den, der hverken er på minimum eller loft, får sats gange vægt.
    Giver flere satser samme fordeling, er det den mindste.

    Argumenter:
        pulje: Beløbet, der skal fordeles, i kr.
        noegle: Fordelingsnøglen, ét tal pr. modtager i en kolonne eller række: børn, point eller andele.
        boern: Antal børn pr. modtager, lige så mange som nøglen. Skal med, når der er tærskel eller loft.
        taerskel: Mindste belastning (nøgle / børn), der giver penge; 0,35 er 35 %. Tom: ingen tærskel.
        loft: Mest i kr. pr. barn, ét tal eller et pr. modtager. Tom: intet loft.
        minimum: Mindst i kr. pr. modtager, der får del i puljen, ét tal eller et pr. modtager. Tom: intet.
        afrunding: Enhed, der rundes til, i kr.: 1, 100, 1000 eller 0,01; 0 runder ikke.
        taerskeltype: "fuld": over tærsklen tæller hele nøglen. "over": kun den del, der ligger over.

    Resultat:
        Ét tal, kr. pr. nøgleenhed; 0 når puljen er 0. Er alle på loftet, er det den største loft / vægt.

    Fejl:
        Som FORDEL_PULJE.

    Formel:
        Den mindste sats, hvor summen af MIN(MAKS(sats x vægt; minimum); loft x børn) er puljen.

    Kilde:
        KORA 2017, afsnit 4.3.

    Eksempel:
        >>> FORDEL_SATS(1000, [30, 10, 20], [100, 100, 50], taerskel=0.2)
        20.0
    """
    return fordel(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype).sats
