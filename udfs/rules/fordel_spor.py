from __future__ import annotations

from ..distribution import fordel
from ..rounding import KRONE
from ..trail import as_table


def FORDEL_SPOR(
    pulje, noegle, boern=None, taerskel=None, loft=None, minimum=None, afrunding=KRONE, taerskeltype="fuld"
):
    """Hele beregningen bag FORDEL_PULJE som tabel, et trin pr. kolonne.

    Med samme argumenter som FORDEL_PULJE. Trin, der ikke er brugt, er tomme. Kan fordelingen uden tærskel
    ikke beregnes, er kolonnen tom, og noten i rækken I alt siger hvorfor; dér står også det, der ikke er
    fordelt.

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
        Tabel med 17 kolonner: en række overskrifter, en række pr. modtager og en række I alt.

    Fejl:
        Som FORDEL_PULJE.

    Formel:
        Før loft og minimum = sats x vægt; Før afrunding = MIN(MAKS(Før loft og minimum; Minimum); Loft);
        Tildeling = Før afrunding + Afrunding.

    Kilde:
        KORA 2017, afsnit 4.3; trinvis opgørelse pr. modtager som i engelske udmeldinger (DfE).

    Eksempel:
        >>> for row in FORDEL_SPOR(1000, [3, 1])[:, [0, 1, 6, 7, 13]].tolist():
        ...     print(row)
        ['Nr.', 'Nøgle', 'Andel', 'Før loft og minimum', 'Tildeling']
        [1, 3.0, 0.75, 750.0, 750.0]
        [2, 1.0, 0.25, 250.0, 250.0]
        ['I alt', 4.0, 1.0, 1000.0, 1000.0]
    """
    return as_table(fordel(pulje, noegle, boern, taerskel, loft, minimum, afrunding, taerskeltype))
