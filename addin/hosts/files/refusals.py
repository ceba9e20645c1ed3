"""Every sentence with which a file is turned away. {file} is its name, {part} the place inside it."""

from __future__ import annotations

from addin.workbook import Refusal

NOT_A_WORKBOOK = "{file} er ikke en Excel-projektmappe. Fordel arbejder med filer af typen .xlsx og .xlsm."
OLD_XLS = (
    "{file} er i det gamle Excel-format .xls. "
    "Åbn den i Excel, gem den som Excel-projektmappe (.xlsx), og prøv igen."
)
XLSB = (
    "{file} er i Excels binære format .xlsb. "
    "Åbn den i Excel, gem den som Excel-projektmappe (.xlsx), og prøv igen."
)
OPEN_DOCUMENT = (
    "{file} er et OpenDocument-regneark (.ods). Gem det som Excel-projektmappe (.xlsx), og prøv igen."
)
PASSWORD = (
    "{file} er beskyttet med en adgangskode og kan ikke læses. "
    "Fjern adgangskoden i Excel (Filer, Oplysninger, Beskyt projektmappe), og prøv igen."
)
LABELLED = (
    "{file} er krypteret af en følsomhedsmærkat eller af rettighedsstyring. "
    "Gem en kopi med en mærkat, der ikke krypterer, og prøv igen."
)
DAMAGED = (
    "{file} er beskadiget eller kun delvist hentet ({part}). "
    "Hent filen igen, eller åbn og gem den i Excel, og prøv igen."
)
DUPLICATE = "{file} indeholder den samme del to gange ({part}). Åbn og gem den i Excel, og prøv igen."
ENCRYPTED_ENTRY = (
    "{file} er pakket med krypterede dele ({part}). Gem den i Excel uden kryptering, og prøv igen."
)
PACKED_OTHERWISE = (
    "{file} er pakket på en måde, som regneark ikke kan åbne ({part}). "
    "Gem den igen i Excel eller LibreOffice dér, hvor den kommer fra, og prøv igen."
)
TOO_MANY = "{file} består af flere dele, end Fordel åbner ({part}). Åbn og gem den i Excel, og prøv igen."
TOO_LARGE = "{file} fylder mere udpakket, end Fordel åbner ({part}). Del projektmappen op, og prøv igen."
TOO_DENSE = (
    "{file} fylder mistænkeligt meget mere udpakket end pakket ({part}) og åbnes ikke. "
    "Gem den i Excel, og prøv igen."
)
DOCUMENT_TYPE = (
    "{file} indeholder en dokumenttype (DTD) i {part}. Det skriver Excel aldrig, og filen åbnes derfor ikke."
)
SIGNED = (
    "{file} er digitalt underskrevet, og enhver ændring gør underskriften ugyldig. "
    "Gem en kopi uden underskrift, og prøv igen."
)
LOCKED = (
    "Strukturen i {file} er låst, så der kan ikke tilføjes ark. "
    "Slå Beskyt projektmappe fra under Gennemse i Excel, og prøv igen."
)
CHANGE_HISTORY = (
    "{file} er en delt projektmappe med ændringshistorik. Slå delingen fra i Excel, og prøv igen."
)
NAME_TAKEN = "Der er allerede et ark i {file}, som hedder {part}, og som Fordel ikke har lavet."
TWO_CLAIM = (
    "Arkene {part} i {file} er begge mærket som det samme af Fordels ark, og det kan ikke ses, hvilket der er din "
    "kopi. Slet det ene, eller flyt din kopi til en anden projektmappe, og prøv igen."
)
STILL_USED = (
    "Formler i {file} ({part}) bruger et af Fordels ark, som ikke længere skal være der. "
    "Ret formlerne, gem, og prøv igen."
)
NO_VISIBLE_SHEET = "{file} ville stå tilbage uden et synligt ark. Gør et ark synligt, og prøv igen."
TOO_FAR_OUT = (
    "{file} har indhold helt ude ved {part}, langt fra resten. Er det kommet dér ved en fejl, så slet det, gem, og "
    "prøv igen."
)
UNREADABLE = (
    'Arket "{part}" i {file} kan ikke læses: det er beskadiget. Åbn filen i Excel eller LibreOffice, gem den, og prøv '
    "igen."
)
LONG_NAME = (
    'Arket "{part}..." i {file} har et navn, der er for langt til en formel; Excel tager højst 31 tegn. Giv det et '
    "kortere navn, og prøv igen."
)
TOO_MANY_FORMATS = "{file} har så mange celleformater, at Excel ikke kan rumme flere."
TOO_MANY_NUMBER_FORMATS = (
    "{file} har så mange egne talformater, at Excel ikke kan rumme de få, resultatet skal bruge (højst {part} i alt). "
    "Slet dem, der ikke bruges (Formater celler, Brugerdefineret, Slet), gem, og prøv igen."
)
TOO_MANY_FONTS = (
    "{file} har så mange skrifttyper, at Excel ikke kan rumme dem, resultatet skal bruge (højst {part} i alt). Fjern "
    "celletypografier, der ikke bruges, eller kopiér arkene til en ny projektmappe, og prøv igen."
)


class NoMemory(Refusal):
    """This machine, or this browser, has no more memory. It is of the whole workbook, though one sheet was being read:
    without it, another figure might be taken for the one that stands there."""


def no_memory(file: str, part: str) -> NoMemory:
    return NoMemory(str(refuse(TOO_LARGE, file, part)))


def refuse(sentence: str, file: str, part: str = "") -> Refusal:
    """The refusal to raise, with the names filled in."""
    return Refusal(sentence.format(file=file or "Filen", part=part))
