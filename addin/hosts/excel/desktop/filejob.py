"""The buttons *Klargør*, *Udmelding* and *Efterse*: jobs on a file. Excel saves a copy of the open workbook in a
temporary folder, the job is done on its bytes as the command does it, and what it makes is put beside the workbook,
which is only read."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from addin import temporary
from addin.foreign import Foreign
from addin.hosts.excel.desktop import talk
from addin.hosts.excel.desktop.talk import Step
from addin.hosts.excel.desktop.writing import NO_MACROS, quietly
from addin.workbook import Questions, Refusal

if TYPE_CHECKING:
    from addin.filejobs.beside import Job

UNSAVED = ("Projektmappen er ikke gemt endnu, og det, der laves, bliver lagt ved siden af den. Gem den i en mappe på "
           "pc'en (Filer, Gem som), og prøv igen.")
ONLINE = ("Projektmappen ligger på OneDrive eller SharePoint ({}), og Fordel lægger kun filer i mapper på pc'en eller "
          "på et netværksdrev. Gem en kopi af den i sådan en mappe (Filer, Gem som, Gennemse), og tryk igen dér.")
NOT_COPIED = ("Excel kan ikke gemme den kopi af projektmappen, som Fordel læser. Gem projektmappen som .xlsx eller "
              ".xlsm i en mappe på pc'en (Filer, Gem som), og prøv igen.")


def place(book: Foreign) -> Path:
    """Where the workbook lies; raises Refusal where nothing can be put beside it."""
    folder, name = str(book.api.Path), str(book.api.FullName)
    if not folder:
        raise Refusal(UNSAVED)
    if folder.casefold().startswith(("https:", "http:")):
        raise Refusal(ONLINE.format(folder))
    return Path(name)


def copied(book: Foreign) -> bytes:
    """The workbook as it is on the screen, as a file; the user's own is not saved, and no macro of its runs."""
    with temporary.folder() as folder:
        copy = folder / f"kopi{PurePath(str(book.api.FullName)).suffix or '.xlsx'}"
        try:
            with quietly(book, NO_MACROS):
                book.api.SaveCopyAs(str(copy))
            return copy.read_bytes()
        except Exception:  # pywin32's com_error, which is none of Python's
            raise Refusal(NOT_COPIED) from None


def klargoer(source: Path, data: bytes) -> Job:
    from addin.filejobs import beside  # only here: no other button reads files, and functions in cells wait for none

    return beside.klargoer(source, data)


def udmelding(source: Path, data: bytes) -> Job:
    from addin.filejobs import beside
    from addin.filejobs.udmelding import read

    return beside.udmelding(source, *read(source.name, data))


def keeps(title: str) -> Generator[Step, str, bool]:
    """Whether what was answered is to be written in the workbook."""
    from addin.filejobs import beside

    answers = yield from talk.ask(title, Questions((beside.KEEP,)), lambda place: None)
    return beside.keeps(answers)


def efterse(book: Foreign) -> str:
    """What is in the workbook, wherever it lies; nothing is made."""
    from addin.filejobs.efterse import seen, told

    return told(seen(PurePath(str(book.api.FullName)).name, copied(book)))


JOBS: dict[str, Callable[[Path, bytes], Job]] = {"klargoer": klargoer, "udmeld": udmelding}
