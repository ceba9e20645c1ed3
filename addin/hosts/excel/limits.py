"""What xlwings cannot do in an open Excel that the file host can. Each is named here, and nowhere else.

`ENGINE` are limits of the JSON engine of xlwings Server (and its client); the comparison with the file host allows
just these. `TOLD` is said to the user after a run, because the result may be read differently for it.
"""

from __future__ import annotations

HIDDEN_ROWS, FORMULAS, UNDO = "skjulte rækker", "formler", "fortryd"
PRINTING, ALT_TEXT, NAME_HIDDEN, SHA = "udskrift", "alternativ tekst", "skjulte navne", "fingeraftryk"
ERROR_BOX, ARRAY, CHART_LOOK, PARTLY = "fejlboks", "matrixformel", "diagrammets udseende", "halvt skrevet"
SHEET_NUMBER = "arkets nummer"

ENGINE: dict[str, str] = {
    HIDDEN_ROWS: "Om en række er skjult, kan ikke læses: advarslen om skjulte rækker i tabellen mangler.",
    FORMULAS: "Formler kan ikke læses: at en række er en sum, ses på tallene, ikke på formlen, og om et I alt er "
              "skrevet, er ikke tjekket.",
    UNDO: "Kan ikke fortrydes med Ctrl+Z: Excel tømmer sin fortryd-liste, når et program skriver i arkene.",
    PARTLY: "Afbryder Excel undervejs, kan nogle ark være skrevet og andre ikke. Kør igen: arkene skrives forfra.",
    PRINTING: "Liggende papir, margener, sidefod og gentagne overskrifter sættes ikke; udskriftsområdet gør.",
    ALT_TEXT: "Diagrammer får ingen alternativ tekst til skærmlæsere.",
    CHART_LOOK: "Farver, skriftstørrelser og mellemrum i diagrammer er Excels egne.",
    NAME_HIDDEN: "Det navn, hvert af Fordels ark kendes på (_fordel), kan ses i Navnestyring.",
    SHEET_NUMBER: "Arkets nummer i filen kan ikke læses: af to kopier kan det ikke ses, hvilken der er Fordels.",
    SHA: "Filens fingeraftryk (SHA-256) står ikke på arket: der er ingen fil, kun en åben projektmappe.",
    ERROR_BOX: "Skrives et andet ord, hvor der skal vælges fra en liste, siger Excel det med sine egne ord.",
    ARRAY: "En lang kolonne med formler er en dynamisk matrix i den øverste celle, ikke en matrixformel.",
}

TOLD: tuple[str, ...] = (ENGINE[HIDDEN_ROWS], ENGINE[UNDO])
