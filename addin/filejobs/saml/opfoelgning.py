"""A returned statement with its *Opfølgning* filled in: what each recipient was told, and what it has answered."""

from __future__ import annotations

from collections.abc import Iterator

from addin.filejobs.saml import private, values
from addin.filejobs.saml.read import Aside, labelled, plain, refuse_edition
from addin.filejobs.saml.returned import Fault, Reply, Returned, Svar
from addin.inputs import where
from addin.workbook import Place, Sheet
from udfs.errors import antal
from workbook_templates.skabeloner.form import TAL, Felt, Regel
from workbook_templates.udmelding import FELTER, MODTAGER, UDGAVE, UDMELDT

TOLD = "udmeldt"  # the key of what the recipient was told
NAME = Felt("modtager", MODTAGER, regel=Regel("tekst", 0, 255))
GIVEN = Felt(TOLD, UDMELDT, regel=TAL)
ASKED = (GIVEN, *FELTER)


def read(book: Returned, edition: int) -> list[Reply]:
    """A reply for each statement in the file; raises Aside."""
    sheets = [sheet for sheet in book.sheets if MODTAGER in labels(sheet)]
    if private.is_private(book, [sheet.name for sheet in sheets]):
        raise Aside(private.ASIDE)
    refuse_edition(edition, UDGAVE)
    if not sheets:
        raise Aside("har intet ark med en opfølgning")
    several = len(sheets) > 1
    found = [reply(f"{book.file} [{sheet.name}]" if several else book.file, sheet) for sheet in sheets]
    if not any(each.svar.keys() - {TOLD} or each.faults for each in found):
        raise Aside("er ikke udfyldt")
    return found


def labels(sheet: Sheet) -> set[str]:
    return {value for row in sheet.rows for value in row if isinstance(value, str)}


def reply(file: str, sheet: Sheet) -> Reply:
    """What one recipient answers; what it was told must stand there too."""
    found, faults = labelled(sheet), list[Fault]()
    svar: dict[str, Svar] = {}
    for asked in (NAME, *ASKED):
        for fault in answer(sheet, asked, found[plain(asked.etiket)], svar):
            faults.append(fault._replace(file=file))
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
