from __future__ import annotations

from ..arguments import column, per_column, row_sums, same_length, table


def FORDEL_VURDERING(point, vaegte, boern=None):
    """Vægtede point fra en faglig vurdering, eventuelt gange antal børn.

    Argumenter:
        point: Point fra vurderingen, en række pr. institution, en kolonne pr. forhold. Tom er 0.
        vaegte: Hvad hvert forhold tæller, ét tal pr. forhold, i en række eller kolonne. Tom er 0.
        boern: Antal børn pr. institution, lige så mange som rækker i point. Udeladt: pointene alene.

    Resultat:
        Vægtede point pr. institution, i en kolonne: en nøgle til FORDEL_PULJE.

    Fejl:
        Vægte, der ikke passer med antallet af forhold, eller som alle er tomme; tekst, fejlværdier og negative tal;
        områder, der ikke er lige lange.

    Formel:
        sum af vægt x point, x børn, hvis de er med.

    Kilde:
        Randers 2023, model 2: sprogvurderinger, samarbejde med PPR og myndighed, viden fra tilsyn.

    Eksempel:
        >>> FORDEL_VURDERING([[3, 1], [0, 4]], [0.5, 0.25], [20, 10]).tolist()
        [[35.0], [10.0]]
    """
    points = table(point, "point")
    weighed = row_sums(points.tal * per_column(vaegte, "vaegte", points))
    children = column(boern, "boern")
    if children is None:
        return points.like(weighed)
    same_length(points, children)
    return points.like(weighed * children.tal)
