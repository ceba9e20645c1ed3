from __future__ import annotations

import numpy as np

from ..arguments import names, numbers, same_length
from ..errors import VaerdiFejl, antal
from ..places import positions, sums


def FORDEL_PROFIL(institutioner, barnets_institution, score):
    """Institutionens profil: gennemsnittet af dens børns score.

    Argumenter:
        institutioner: Institutionernes navne eller numre i en kolonne eller række, hver én gang. En tom
            celle giver 0.
        barnets_institution: Institutionens navn eller nummer, en celle pr. barn.
        score: Barnets score, en celle pr. barn; må være negativ.

    Resultat:
        Gennemsnitlig score pr. institution, som institutioner ligger; 0, hvor der ingen børn er. En helt tom
        række i børnelisten springes over.

    Fejl:
        Børn uden score; et barn i en institution, der ikke er på listen; score uden institution; en
        institution, der står to gange.

    Formel:
        sum(score) / antal børn, pr. institution.

    Kilde:
        KORA 2017, afsnit 4.3, statistisk model: profil gange børnetal er nøglen.

    Eksempel:
        >>> FORDEL_PROFIL(["Solen", "Månen"], ["Månen", "Solen", "Månen"], [0.25, 0.5, 0.75]).tolist()
        [0.5, 0.5]
    """
    places = names(institutioner, "institutioner")
    child = names(barnets_institution, "barnets_institution")
    scores = numbers(score, "score", signed=True)
    same_length(child, scores)
    where = positions(places, child, used=~scores.tom, used_as="men der er en score")
    missing = np.flatnonzero(scores.tom & (where >= 0))
    if missing.size:
        numre = tuple((missing + 1).tolist())
        count = antal(len(numre), "barn", "børn")
        raise VaerdiFejl(f"score, nr. {numre[0]}: mangler for barnet ({count} i alt)", "score", numre)
    n = len(places.tal)
    children = np.bincount(where[where >= 0], minlength=n)
    return places.like(sums(where, scores.tal, n) / np.maximum(children, 1))
