"""Copies of a template that is sent to many, as they come back: each institution with its own lines, and each file with
a fault of its own.

`hand_made` writes twelve files of `vurdering-og-ansoegning`, in which the sender has written all eight institutions.
What is right of them is worked out by hand: all weights are the template's, every institution has ten children of 3-5
years, and who has 2 in every subject has the key 2 x 10 = 20.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook

from tests.addin.filejobs.saml.folder import CPR, Change, Line, copy, hidden_sheet, named, open_document, without

NAVN = "vurdering-og-ansoegning"
POINTS = ("sprog", "samarbejde", "tilsyn", "ledelse")
HOUSES = ("Aa", "Bo", "Ce", "De", "Eg", "Fa", "Gl", "Ho")
POOL = 60_000.0


def roster(**answers: Line) -> list[Line]:
    """What the sender has written of all, and what some have answered."""
    return [{"gruppe": "Nord" if nr < 4 else "Syd", "navn": name, "b02": 0, "b35": 10, **answers.get(name, {})}
            for nr, name in enumerate(HOUSES)]


def points(*given: Any) -> Line:
    return dict(zip(POINTS, given if len(given) > 1 else given * len(POINTS)))


def answer(name: str, *given: Any, applied: float | None = None, change: Change | None = None, **more: Any) -> bytes:
    """One institution's copy."""
    lines = {"inst": roster(**{name: {**points(*given), **more}})}
    if applied is not None:
        lines["ans"] = [{"nr": 1, "navn": name, "formaal": "sprog", "beloeb": applied, "prioritet": 1}]
    return copy(NAVN, lines, {"kommune": "Solrød", "pulje": POOL, "til_ansoegning": 100_000}, change)


def moved(book: Workbook) -> None:
    book["Vurdering"].insert_rows(2, 3)
    book["Vurdering"].title = "Vores vurdering"
    for row in book["Forudsætninger"].iter_rows(max_col=1):
        if row[0].value == "Pulje, kr.":
            book["Forudsætninger"].cell(row[0].row, 2).value = 70_000


def hand_made(folder: Path) -> None:
    """Twelve files: four institutions can be distributed to, and every fault is there."""
    aa = answer("Aa", 2, applied=60_000)
    files = {
        "Aa.xlsx": aa,
        "Kopi af Aa (2).xlsx": answer("Aa", 2, applied=60_000),
        "svar endelig ny.xlsx": answer("Bo", 1, change=moved, begrundelse="Mange nye familier i området"),
        "ce.ods": open_document(answer("Ce", 3, applied=90_000)),
        "De 1.xlsx": answer("De", 2, 2, 2, 2),
        "De 2.xlsx": answer("De", 2, 2, 2, 3),
        "gammel.xlsx": answer("Eg", 2, change=named(f"{NAVN} 0")),
        "Fa.xlsx": answer("Fa", 2, "mega", 7, 2, begrundelse="Et barn har brug for støtte", change=without(
            "Ansøgninger")),
        "Gl.xlsx": aa[: len(aa) // 2],
        "Ho.xlsx": answer("Ho", 2, change=hidden_sheet(("Kontakt", f"mor til {CPR}"))),
        "Ho igen.xlsx": answer("Ho", 2, change=hidden_sheet(
            ("Institution", "Enlig", "Indkomst"), *((name, 1, 0) for name in ("Solen", "Maanen") for _ in range(5)))),
        "ny.xlsx": copy(NAVN, {"inst": [*roster(), {"gruppe": "Syd", "navn": "Ny", "b02": 0, "b35": 10, **points(2)}]},
                        {"kommune": "Solrød", "pulje": POOL, "til_ansoegning": 100_000}),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
