"""The buttons *Klargør* and *Udmelding*: jobs on a file. Excel saves a copy of the open workbook in a temporary
folder, the job is done on its bytes as the command does it, and what it makes is put beside the workbook, which is only
read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from addin import temporary
from addin.actions.udmeld import udmeld
from addin.clock import now
from addin.foreign import Foreign
from addin.hosts.excel.desktop.writing import NO_MACROS, quietly
from addin.until_answered import Choices, Decide, deciding
from addin.version import VERSION
from addin.workbook import Plan, Questions, Refusal

UNSAVED = ("Projektmappen er ikke gemt endnu, og det, der laves, bliver lagt ved siden af den. Gem den i en mappe på "
           "pc'en (Filer, Gem som), og prøv igen.")
ONLINE = ("Projektmappen ligger på OneDrive eller SharePoint ({}), og Fordel lægger kun filer i mapper på pc'en eller "
          "på et netværksdrev. Gem en kopi af den i sådan en mappe (Filer, Gem som, Gennemse), og tryk igen dér.")
NOT_COPIED = ("Excel kan ikke gemme den kopi af projektmappen, som Fordel læser. Gem projektmappen som .xlsx eller "
              ".xlsm i en mappe på pc'en (Filer, Gem som), og prøv igen.")


class Job(NamedTuple):
    """`put` writes what was decided and gives what is told of it."""

    decide: Decide
    put: Callable[[Plan], str]


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
        copy = folder / f"kopi{place(book).suffix}"
        try:
            with quietly(book, NO_MACROS):
                book.api.SaveCopyAs(str(copy))
            return copy.read_bytes()
        except Exception:  # pywin32's com_error, which is none of Python's
            raise Refusal(NOT_COPIED) from None


def klargoer(source: Path, data: bytes) -> Job:
    from addin.filejobs import beside  # only here: no other button reads files, and functions in cells wait for none
    from addin.filejobs import klargoer as job

    made = now()

    def decide(chosen: Choices) -> Plan | Questions | Refusal:
        return job.asking(job.klargoer(source.name, data, chosen, made, VERSION))

    def put(plan: Plan) -> str:
        assert isinstance(plan, job.Klargjort)
        return beside.cleared(source, plan)

    return Job(decide, put)


def udmelding(source: Path, data: bytes) -> Job:
    from addin.filejobs import beside
    from addin.filejobs import udmelding as job

    taken, font = job.read(source.name, data)
    decide = deciding(udmeld, taken)
    return Job(lambda chosen: job.asking(decide(chosen)), lambda plan: beside.stated(source, plan, font))


JOBS: dict[str, Callable[[Path, bytes], Job]] = {"klargoer": klargoer, "udmeld": udmelding}
