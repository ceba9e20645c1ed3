"""`fordel saml`: a folder of returned templates, read file by file, and what comes of them written beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from addin.actions.fordel_pulje import fordel_pulje
from addin.clock import now
from addin.danish import listed
from addin.filejobs.saml import kinds
from addin.filejobs.saml.known import Aside
from addin.filejobs.saml.returned import Fault, Gathered, Reply
from addin.filejobs.skabelon.write import workbook
from addin.hosts.files import outfile
from addin.hosts.files.graft import graft
from addin.hosts.files.package import Package
from addin.hosts.files.returned import may_be_workbook, refusal_of, returned
from addin.hosts.files.sheetwriter import keys_of, scratch_workbook
from addin.hosts.files.snapshot import looked_at
from addin.hosts.files.terminal import plain_console
from addin.smaa_antal.personal import may_be_person
from addin.system_errors import reason
from addin.version import VERSION
from addin.workbook import Questions, Refusal
from udfs.errors import antal
from workbook_templates.samling import SUFFIKS

if TYPE_CHECKING:
    import pandas

    from addin.filejobs.saml.plan import Comparison

MISSING = ("Kommandoen saml bruger {}, som ikke er installeret. Installér Fordel med det, den bruger: "
           "pip install 'fordel[saml]'.")
MIXED = "I mappen er flere slags svar: {}. De samles hver for sig: læg dem i hver sin mappe. Intet er skrevet."
LOCKS = ("~$", ".~lock.")  # of files that are open in Excel or LibreOffice
SAID = 40  # remarks in the terminal; all of them are in the workbook
CSV, PARQUET = ".csv", ".parquet"


class Read(NamedTuple):
    """What came of the files of a folder."""

    gathered: Gathered
    files: dict[str, str]  # who answers in each
    kind: str = ""  # the form they are


def run(folder: Path, target: Path | None, csv: bool, parquet: bool) -> None:
    """Raises Refusal where nothing can be gathered; then nothing is written."""
    needed(parquet)
    paths = in_folder(folder)
    target = checked(folder, target, [CSV] * csv + [PARQUET] * parquet)
    with progress(len(paths)) as step:
        done = read_all(paths, step)
    if not done.gathered.replies:
        show_faults(plain_console(), done.gathered)
        raise Refusal(f"Der er intet at samle: ingen af {antal(len(done.files), 'fil', 'filer')} i {folder} kan "
                      "tælles med. Intet er skrevet.")
    from addin.filejobs.saml.compared import compared  # pandas, which takes a second

    made = compared(done.kind, done.gathered, done.files)
    data = as_workbook(made, target.name)
    outfile.write_whole(target, data)
    written = [target]
    if csv:
        outfile.write_whole(target.with_suffix(CSV), as_csv(made.figures))
        written.append(target.with_suffix(CSV))
    if parquet:
        outfile.write_whole(target.with_suffix(PARQUET), made.figures.to_parquet(index=False))
        written.append(target.with_suffix(PARQUET))
    show(done, written)
    if made.skabelon is not None and made.skabelon.pulje:
        plain_console().print(on_the_pool(target, data), soft_wrap=True)


def on_the_pool(target: Path, data: bytes) -> str:
    """What comes next of a workbook that is for a distribution: that, or why it cannot be made yet."""
    answer = fordel_pulje(looked_at(target.name, data), {}, now(), VERSION)
    if isinstance(answer, Refusal):
        return f"Puljen kan ikke fordeles endnu. {answer}"
    asks = isinstance(answer, Questions)
    return f'Se den igennem, og fordel puljen{", som spørger først" * asks}: fordel pulje "{target}"'


def needed(parquet: bool) -> None:
    """Refuses where a library is missing; before any file is read."""
    try:
        import pandas  # noqa: F401 - only here: no other command needs it
        if parquet:
            import pyarrow  # noqa: F401
    except ImportError as missing:
        raise Refusal(MISSING.format(missing.name)) from None


def as_workbook(made: Comparison, name: str) -> bytes:
    """The plan alone, or in the template that is filled in."""
    sheets = scratch_workbook(made.plan)
    if made.skabelon is None:
        return sheets
    return graft(Package(workbook(made.skabelon), name), sheets, keys_of(made.plan))


def as_csv(figures: pandas.DataFrame) -> bytes:
    """As a Danish Excel reads it: semicolons, decimal commas, and a mark that it is UTF-8."""
    return str(figures.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")).encode("utf-8-sig")


# ------------------------------------------------------------------------------------- files


def in_folder(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise Refusal(f"{folder} er ikke en mappe." if folder.exists() else f"Mappen {folder} findes ikke.")
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
    except OSError as problem:
        raise Refusal(f"Mappen {folder} kan ikke læses: {reason(problem)}.") from None
    found = [path for path in paths if not path.name.startswith(".") or path.name.startswith(LOCKS[1])]
    if not found:
        raise Refusal(f"Mappen {folder} er tom.")
    return found


def checked(folder: Path, target: Path | None, more: list[str]) -> Path:
    """Where the workbook goes, and what is written beside it; nothing is written over."""
    if target is None:
        whole = folder.resolve()
        number = 1
        while True:
            target = whole.with_name(f"{whole.name}{SUFFIKS}{f' ({number})' if number > 1 else ''}.xlsx")
            if not any(target.with_suffix(kind).exists() for kind in (".xlsx", *more)):
                return target
            number += 1
    outfile.refuse_folder(target, "en fil, der kan skrives")
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"{target.name}: samlingen skrives som .xlsx. Giv den navnet {target.with_suffix('.xlsx').name}.")
    if not target.parent.is_dir():
        raise Refusal(f"Mappen {target.parent} findes ikke.")
    for path in (target, *(target.with_suffix(kind) for kind in more)):
        if path.exists():
            raise Refusal(f"{path} findes allerede. Vælg et andet navn med --ud.")
    return target


def read_all(paths: list[Path], step: Callable[[str], None]) -> Read:
    """Every file, also after one that cannot be read."""
    found: dict[str, list[Reply]] = {}
    aside: list[Fault] = []
    files: dict[str, str] = {}
    for nr, path in enumerate(paths, 1):
        name = shown(path.name, nr)
        step(name)
        try:
            kind, replies = read_one(path)
            replies = [under(reply, path.name, name) for reply in replies]
            found.setdefault(kind, []).extend(replies)
            files.update({reply.file: reply.kommune for reply in replies})
        except Aside as why:
            aside.append(Fault(name, "", str(why)))
            files[name] = ""
    if len(found) > 1:
        raise Refusal(MIXED.format(" og ".join(
            f"{len(replies)} på {kind} ({listed([reply.file for reply in replies])})"
            for kind, replies in sorted(found.items()))))
    kind, replies = next(iter(found.items()), ("", []))
    gathered = kinds.together(kind, replies, aside, len(paths))
    return Read(gathered, files | {reply.file: reply.kommune for reply in gathered.replies}, kind)


def under(reply: Reply, file: str, name: str) -> Reply:
    """A reply whose file is called so as it can be shown."""
    return reply._replace(file=reply.file.replace(file, name, 1), faults=tuple(
        fault._replace(file=fault.file.replace(file, name, 1)) for fault in reply.faults))


def read_one(path: Path) -> tuple[str, list[Reply]]:
    """Which form a file is, and what is answered in it; raises Aside, whatever is wrong with the file."""
    if path.is_dir():
        raise Aside("er en undermappe og er ikke læst. Læg filerne i selve mappen")
    if path.name.startswith(LOCKS):
        raise Aside("er mærket på, at en fil er åben i et regneark, og er ingen fil for sig")
    if may_be_person(path.stem):
        raise Aside("har et navn, der kan være et personnummer, og er ikke læst")
    if not may_be_workbook(path):
        raise Aside("er ikke en projektmappe (.xlsx, .xlsm eller .ods)")
    try:
        return kinds.answered(returned(path))
    except Refusal as problem:
        raise Aside(refusal_of(problem, path.name)) from None


def shown(name: str, nr: int) -> str:
    """A file's name, or its number where the name itself is what may not be shown."""
    return f"Fil nr. {nr} i mappen" if may_be_person(Path(name).stem) else name.encode(errors="replace").decode()


# ------------------------------------------------------------------------------------- shown


@contextmanager
def progress(many: int) -> Iterator[Callable[[str], None]]:
    """A bar over the files, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: None
        return
    columns = (TextColumn("Læser", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=many)
        yield lambda name: bar.advance(task)


def show(done: Read, written: list[Path]) -> None:
    console, gathered = plain_console(), done.gathered
    who = kinds.WHO.get(done.kind, kinds.FILES)
    show_faults(console, gathered)
    aside = f"; {antal(len(gathered.aside), 'fil tæller', 'filer tæller')} ikke med" if gathered.aside else ""
    console.print(f"Samlet: {antal(len(gathered.replies), *who)} af "
                  f"{antal(gathered.files, 'fil', 'filer')}{aside}.")
    for path in written:
        console.print(f"Skrevet: {path}", soft_wrap=True)


def show_faults(console: Console, gathered: Gathered) -> None:
    """What is said of the files: those that do not count first, and last what was read all the same."""
    said = sorted(gathered.faults, key=lambda fault: (fault.file not in gathered.aside, fault.harmless,
                                                      fault.file.casefold()))
    if not said:
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Fil", "Sted", "Hvad"):
        table.add_column(heading, overflow="fold")
    for fault in said[:SAID]:
        table.add_row(fault.file, fault.place, fault.text)
    console.print(table)
    if len(said) > SAID:
        console.print(f"... og {len(said) - SAID} til; alle står på arket Filer.")
    console.print()
