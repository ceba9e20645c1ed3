from __future__ import annotations

import numpy as np

from ..arguments import choice, criteria, names, optional, row_sums, same_length, weights
from ..errors import VaerdiFejl
from ..places import positions
from .fordel_udsatte import MINDST, exposed


def FORDEL_OPTAEL(institutioner, barnets_institution, kriterier, metode="unikke", mindst=MINDST, vaegte=None):
    """Tæller udsatte børn pr. institution ud fra en liste med en række pr. barn.

    Argumenter:
        institutioner: Institutionernes navne eller numre i en kolonne eller række, hver én gang. En tom
            celle giver 0.
        barnets_institution: Institutionens navn eller nummer, en celle pr. barn.
        kriterier: En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej, j/n eller x. Tom er nej.
        metode: "unikke": børn, der opfylder mindst så mange kriterier. "kriterier": summen af opfyldte
            kriterier.
        mindst: Hvor mange kriterier et barn skal opfylde for at tælle. Kun med metoden "unikke".
        vaegte: Et tal pr. kriterium, i en række eller kolonne; tom er 0. Tæller 1 hver, hvis de udelades.

    Resultat:
        Et antal pr. institution, som institutioner ligger. En helt tom række i børnelisten springes over.

    Fejl:
        Et barn i en institution, der ikke er på listen; kriterier uden institution; en institution, der står
        to gange; mindst sammen med metoden "kriterier".

    Formel:
        Unikke: antal børn, hvor FORDEL_UDSATTE er 1. Kriterier: sum af vægt x opfyldte kriterier.

    Kilde:
        KORA 2017, afsnit 4.3, børnetælling.

    Eksempel:
        >>> FORDEL_OPTAEL(["Solen", "Månen"], ["solen", "Månen", "Solen"], [[1, 1], [0, 1], [0, 0]]).tolist()
        [1.0, 1.0]
    """
    places = names(institutioner, "institutioner")
    child = names(barnets_institution, "barnets_institution")
    rows = criteria(kriterier, "kriterier")
    same_length(child, rows)
    where = positions(places, child, used=np.any(rows.tal, axis=1))
    counted = where >= 0
    n = len(places.tal)
    if choice(metode, "metode", ("unikke", "kriterier")) == "unikke":
        one_each = exposed(rows, mindst, vaegte)
        return places.like(np.bincount(where[counted], one_each[counted], minlength=n).astype(float))
    if optional(mindst, "mindst", MINDST) != MINDST:
        raise VaerdiFejl('mindst kan kun bruges med metoden "unikke"', "mindst")
    met = [np.bincount(where[counted], column[counted], minlength=n) for column in rows.tal.T]
    return places.like(row_sums(np.column_stack(met) * weights(vaegte, "vaegte", rows)))
