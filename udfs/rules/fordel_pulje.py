from __future__ import annotations

from ..arguments import numbers
from ..distribution import fordel
from ..rounding import KRONE


def FORDEL_PULJE(
    pulje, noegle, boern=None, taerskel=None, loft=None, minimum=None, afrunding=KRONE, taerskeltype="fuld"
):
    """Fordeler en pulje efter en nøgle, eventuelt med tærskel, loft og minimum.

    Summen er aldrig over puljen. Det, et loft eller afrundingen lader tilbage, fordeles ikke; FORDEL_SPOR og
    FORDEL_KONTROL siger hvor meget. Overskydende enheder går til de største rester, ved ens rester til den
    største vægt og derefter til den første på listen.

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
        Kroner pr. modtager, som nøglen ligger.

    Fejl:
        Negativ pulje; nøgle, der er nul for alle; minimum over puljen; en tærskel, som ingen når;
        en nøgle, der giver 1 i alt, sammen med en tærskel; loft 0; nøgle uden børn ved tærskel eller loft.

    Formel:
        MIN(MAKS(sats x vægt; minimum); loft x børn), hvor sats gør summen til puljen.

    Kilde:
        KORA 2017, afsnit 4.3; største rests metode (Hamilton).

    Eksempel:
        >>> FORDEL_PULJE(1000, [30, 10, 20], [100, 100, 50], taerskel=0.2).tolist()
        [600.0, 0.0, 400.0]
    """
    noegle = numbers(noegle, "noegle")
    result = fordel(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype)
    return noegle.like(result.tildeling)
