"""A returned statement with its *Opfølgning* filled in: what each recipient was told, and what it has answered.

What it was told stands in grey cells, which may be written over, and in hidden names of the sheet, which nobody sees:
what the kommune wrote is what counts.
"""

from __future__ import annotations

import re

from addin.filejobs.saml import private
from addin.filejobs.saml.known import Aside, refuse_edition
from addin.filejobs.saml.reading import Reading, labelled, plain
from addin.filejobs.saml.returned import Reply, Returned, Svar
from addin.filejobs.saml.skema import Asked
from addin.inputs import where
from addin.workbook import Name, Sheet
from udfs.errors import tal
from workbook_templates.skabeloner.form import TAL, Felt, Regel
from workbook_templates.udmelding import FELTER, KVITTERING, MODTAGER, UDGAVE, UDMELDT

TOLD = "udmeldt"  # the key of what the recipient was told
NAME = Felt("modtager", MODTAGER, regel=Regel("tekst", 0, 255))
GIVEN = Felt(TOLD, UDMELDT, regel=TAL)
ASKED = (GIVEN, *FELTER)
CHANGED = "{} er ændret, og det, kommunen skrev, er brugt: {}"
UNKEPT = "{} er læst, som det står: filen har ikke gemt, hvad kommunen skrev. Hold det op mod udmeldingen"
_TEXT = r'"((?:[^"]|"")*)"'
_KEPT = re.compile(rf'(?:of:)?=?(?:(\d+(?:\.\d+)?(?:E\+\d+)?)|{_TEXT}(?:&{_TEXT})*)')


def read(book: Returned, edition: int) -> list[Reply]:
    """A reply for each statement in the file; raises Aside."""
    sheets = [sheet for sheet in book.sheets if MODTAGER in labels(sheet)]
    if private.is_private(book, [sheet.name for sheet in sheets]):
        raise Aside(private.ASIDE)
    refuse_edition(edition, UDGAVE)
    if not sheets:
        raise Aside("har intet ark med en opfølgning")
    several = len(sheets) > 1
    found = [reply(book, f"{book.file} [{sheet.name}]" if several else book.file, sheet) for sheet in sheets]
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
            pieces = re.findall(_TEXT, name.target)
            found[key] = float(text[1]) if text[1] else "".join(pieces).replace('""', '"')
    return found


def reply(book: Returned, file: str, sheet: Sheet) -> Reply:
    """What one recipient answers, beside what it was told."""
    work, written = Reading(book._replace(file=file), {}), kept(book.names, sheet.name)
    found = labelled(sheet)
    svar: dict[str, Svar] = {}
    for each in (NAME, *ASKED):
        asked = Asked(each.noegle, sheet.name, each.etiket, each.regel, None)
        value = work.answer(sheet, asked, found[plain(each.etiket)])
        if value is not None:
            svar[each.noegle] = value
    for each in (NAME, GIVEN):
        if each.noegle in written and svar.get(each.noegle) != written[each.noegle]:
            svar[each.noegle] = told = written[each.noegle]
            at = found[plain(each.etiket)]
            work.say(where(sheet, at[0][0], at[0][1] + 1) if len(at) == 1 else sheet.name,
                     CHANGED.format(each.etiket, told if isinstance(told, str) else tal(told)))
    loose = [each.etiket for each in (NAME, GIVEN) if each.noegle in svar and each.noegle not in written]
    if loose:
        work.say(sheet.name, UNKEPT.format(" og ".join(loose)), harmless=True)
    name = svar.pop(NAME.noegle, None)
    if TOLD not in svar:
        work.say(sheet.name, "det udmeldte beløb kan ikke læses, og svaret er ikke holdt op mod det")
    if name is None:
        work.say(sheet.name, "modtagerens navn mangler; svarene står under filens navn", harmless=True)
    return Reply(file, str(name or file), svar, None, tuple(work.faults))
