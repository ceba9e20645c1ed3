"""What this host cannot do, or does otherwise, than the file host. Each is named here, and nowhere else; the comparison
with the file host allows just these."""

from __future__ import annotations

ARRAY, SHA, SHEET_NUMBER = "matrixformel", "fingeraftryk", "arkets nummer"
ALT_TEXT, NAME_HIDDEN, PARTLY, HALF_SEEN = "alternativ tekst", "skjulte navne", "halvt skrevet", "formler i store ark"

LIMITS: dict[str, str] = {
    ALT_TEXT: "Diagrammer får ingen alternativ tekst til skærmlæsere.",
    NAME_HIDDEN: "Det navn, hvert af Fordels ark kendes på (_fordel), kan ses i Navnestyring.",
    SHEET_NUMBER: "Arkets nummer i filen kan ikke læses: af to kopier kan det ikke ses, hvilken der er Fordels.",
    SHA: "Filens fingeraftryk (SHA-256) står ikke på arket: der er ingen fil, kun en åben projektmappe.",
    ARRAY: "Hvor Excel ikke kan få en matrixformel, er en lang kolonne med formler en dynamisk matrix i øverste celle.",
    HALF_SEEN: "Formler i ark med mere end 20.000 celler læses ikke: at en række dér er en sum, ses på tallene.",
    PARTLY: "Afbryder Excel undervejs, tages det skrevne tilbage. Kan det heller ikke, eller lukkes ruden, kan nogle "
            "ark være skrevet og andre ikke. Kør igen: arkene skrives forfra.",
}
