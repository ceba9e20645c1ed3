"""A returned statement with its *Opfølgning* filled in: what each recipient was told, and what it has answered.

What it was told stands in grey cells, which may be written over, and in hidden names of the sheet, which nobody sees:
what the kommune wrote is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from addin.filejobs.saml import private, values
from addin.filejobs.saml.known import Aside, refuse_edition
from addin.filejobs.saml.reading import labelled, plain
from addin.filejobs.saml.returned import Fault, Reply, Returned, Svar
from addin.inputs import where
from addin.workbook import Name, Place, Sheet
from udfs.errors import antal, tal
from workbook_templates.skabeloner.form import TAL, Felt, Regel
from workbook_templates.udmelding import FELTER, KVITTERING, MODTAGER, UDGAVE, UDMELDT

TOLD = "udmeldt"  # the key of what the recipient was told
NAME = Felt("modtager", MODTAGER, regel=Regel("tekst", 0, 255))
GIVEN = Felt(TOLD, UDMELDT, regel=TAL)
ASKED = (GIVEN, *FELTER)
CHANGED = "{} er ændret, og det, kommunen skrev, er brugt: {}"
UNKEPT = "{} er læst, som det står: filen har ikke gemt, hvad kommunen skrev. Hold det op mod udmeldingen"
_KEPT = re.compile(r'(?:of:)?=?(?:(\d+(?:\.\d+)?(?:E\+\d+)?)|"((?:[^"]|"")*)")')


def read(book: Returned, edition: int) -> list[Reply]:
    """A reply for each statement in the file; raises Aside."""
    sheets = [sheet for sheet in book.sheets if MODTAGER in labels(sheet)]
    if private.is_private(book, [sheet.name for sheet in sheets]):
        raise Aside(private.ASIDE)
    refuse_edition(edition, UDGAVE)
    if not sheets:
        raise Aside("har intet ark med en opfølgning")
    several = len(sheets) > 1
    found = [reply(f"{book.file} [{sheet.name}]" if several else book.file, sheet, kept(book.names, sheet.name))
             for sheet in sheets]
    if not any(each.svar.keys() - {TOLD} or any(not fault.harmless for fault in each.faults) for each in found):
        raise Aside("er ikke udfyldt")
    return found


def labels(sheet: Sheet) -> set[str]:
    return {value for row in sheet.rows for value in row if isinstance(value, str)}


def kept(names: tuple[Name, ...], sheet: str) -> dict[str, Svar]:
    """What the kommune wrote on a sheet, by the keys of its fields."""
    found: dict[str, Svar] = {}
    for name in names:
        text = _KEPT.fullmatch(name.target.strip())
        if name.scope == sheet and text and name.name.casefold().startswith(KVITTERING.casefold()):
            key = name.name[len(KVITTERING):].casefold()
            found[key] = float(text[1]) if text[1] else text[2].replace('""', '"')
    return found


def reply(file: str, sheet: Sheet, written: dict[str, Svar]) -> Reply:
    """What one recipient answers, beside what it was told."""
    found, faults = labelled(sheet), list[Fault]()
    svar: dict[str, Svar] = {}
    for asked in (NAME, *ASKED):
        for fault in answer(sheet, asked, found[plain(asked.etiket)], svar):
            faults.append(fault._replace(file=file))
    for asked in (NAME, GIVEN):
        if asked.noegle in written and svar.get(asked.noegle) != written[asked.noegle]:
            svar[asked.noegle] = told = written[asked.noegle]
            at = found[plain(asked.etiket)]
            faults.append(Fault(file, where(sheet, at[0][0], at[0][1] + 1) if len(at) == 1 else sheet.name,
                                CHANGED.format(asked.etiket, told if isinstance(told, str) else tal(told))))
    loose = [asked.etiket for asked in (NAME, GIVEN) if asked.noegle in svar and asked.noegle not in written]
    if loose:
        faults.append(Fault(file, sheet.name, UNKEPT.format(" og ".join(loose)), harmless=True))
    name = svar.pop(NAME.noegle, None)
    if TOLD not in svar:
        faults.append(Fault(file, sheet.name, "det udmeldte beløb kan ikke læses, og svaret er ikke holdt op mod det"))
    if name is None:
        faults.append(Fault(file, sheet.name, "modtagerens navn mangler; svarene står under filens navn", True))
    return Reply(file, str(name or file), svar, None, tuple(faults))


def answer(sheet: Sheet, asked: Felt, places: list[Place], svar: dict[str, Svar]) -> Iterator[Fault]:
    """Puts an answer among the others, and says what is wrong with it."""
    if len(places) != 1:
        yield Fault("", sheet.name, f'"{asked.etiket}" ' + ("står der ikke mere" if not places else
                    f"står {antal(len(places), 'gang', 'gange')}") + " og er ikke læst")
        return
    row, column = places[0]
    read = values.read(sheet.value(row, column + 1), asked.regel)
    if read.said:
        yield Fault("", where(sheet, row, column + 1), f"{asked.etiket}: {read.said}", read.value is not None)
    if read.value is not None:
        svar[asked.noegle] = read.value
