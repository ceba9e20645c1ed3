"""What a button does with the open workbook: read, let the action decide, ask, write, say what came of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager

from addin import ribbon
from addin.bugs import report
from addin.danish import listed
from addin.foreign import Foreign
from addin.hosts.excel import last_error
from addin.hosts.excel.desktop import filejob, skabelon, talk, undo, writing
from addin.hosts.excel.desktop.reading import names, snapshot
from addin.hosts.excel.desktop.talk import Step, Talk
from addin.hosts.excel.scripts import ACTIONS
from addin.hosts.excel.snapshot import our_sheets
from addin.told.about import versions
from addin.told.words import plain
from addin.until_answered import Choices, Decide, deciding, step
from addin.workbook import Plan, Questions, Refusal, Snapshot, area

LABELS = {button.action: button.label for button in ribbon.BUTTONS}
NO_BOOK = "Åbn en projektmappe, og prøv igen. Er den i Beskyttet visning, så tryk på Aktivér redigering først."
STOPPED = "Stoppet. Projektmappen er ikke rørt."
UNTOUCHED = "Projektmappen er ikke rørt."
BUG = ("Der er en fejl i Fordel. Projektmappen er, som den var. Send linjerne herunder til dem, der vedligeholder "
       "Fordel. De indeholder intet fra projektmappen.")
HALF = ("Der gik noget galt, mens arkene blev skrevet, og det skrevne kunne ikke tages tilbage. Luk projektmappen uden "
        "at gemme, eller tryk igen: så bliver arkene skrevet forfra. Send linjerne herunder til dem, der vedligeholder "
        "Fordel.")
BACK = "Fortryd fordeling tager det hele tilbage."
NOT_BACK = ("Det kan ikke tages tilbage med Fortryd fordeling: {} stod der, før Fordel blev taget i brug i dag. "
            "Luk uden at gemme, hvis du vil have det gamle.")
PRIVACY = "Intet forlader pc'en: funktionerne og knapperne regnes af Python på denne pc."


class Buttons:
    """The buttons, and what they remember of each workbook."""

    def __init__(self) -> None:
        self.memory: dict[str, undo.Memory] = {}

    def press(self, action: str, book: Foreign | None) -> Talk:
        """All that is asked and told, to its end; raises nothing."""
        title = LABELS[action]
        if action == "seneste_fejl":
            return talk.finish(title, last_error.shown())
        if action == "om":
            return talk.finish(title, about())
        if action == "ny_fra_skabelon":
            return skabelon.new(title)
        if book is None:
            return talk.finish(title, NO_BOOK)
        return _safely(title, book, self._work(action, title, book))

    def of(self, book: Foreign, ours: Mapping[str, str]) -> undo.Memory:
        """What is remembered of a workbook with these sheets of ours."""
        memory = self.memory.setdefault(str(book.api.FullName), undo.Memory())
        memory.check(ours)
        return memory

    def _work(self, action: str, title: str, book: Foreign) -> Talk:
        if action == "fortryd":
            return self._undo(book)
        if action == "efterse":
            return _looked(title, book)
        return self._file_job(action, title, book) if action in filejob.JOBS else self._run(action, title, book, {})

    def _run(self, action: str, title: str, book: Foreign, choices: Choices) -> Talk:
        _bar(book)("læser projektmappen")
        taken = snapshot(book)
        plan = yield from _decided(title, book, deciding(ACTIONS[action], taken), choices)
        if plan is None:
            yield from talk.finish(title, STOPPED)
            return
        writing.check(book, plan, taken)
        run, unset = self._write(book, plan, taken)
        yield from talk.finish(title, told(plan, run, unset, taken))

    def _file_job(self, action: str, title: str, book: Foreign) -> Talk:
        """What is made lies beside the workbook, which is only read; but what was answered and can be kept is written
        in it where the user says so."""
        _bar(book)("læser projektmappen")
        made = filejob.JOBS[action](filejob.place(book), filejob.copied(book))
        plan = yield from _decided(title, book, made.decide, {})
        if plan is None:
            yield from talk.finish(title, STOPPED)
            return
        _bar(book)("skriver filen")
        said, keep = plain(made.put(plan)), made.keep(plan)
        if not keep:
            yield from talk.finish(title, said)
            return
        yield from talk.tell(title, said)
        if (yield from filejob.keeps(title)):
            yield from self._run("opret_opsaetning", title, book, keep)
        else:
            yield from talk.finish(title, "")

    def _write(self, book: Foreign, plan: Plan, taken: Snapshot) -> tuple[undo.Run, list[str]]:
        """All of it, or, as far as Excel lets us, nothing."""
        memory, say = self.of(book, taken.ours), _bar(book)
        run, before = memory.before(plan, taken), _sheets(book)
        try:
            unset = writing.apply(book, plan, taken.ours, say)
        except Exception as failed:
            raise Half(_back(book, run, before)) from failed
        memory.done(run, plan)
        return run, unset

    def _undo(self, book: Foreign) -> Talk:
        there = marked(book)
        memory = self.of(book, there)
        if not memory.runs:
            raise Refusal(undo.NOTHING)
        run = memory.runs[-1]
        if run.unknown():
            raise Refusal(undo.UNKNOWN.format(listed([there.get(key, key) for key in run.unknown()], 9)))
        if book.api.ProtectStructure:
            raise Refusal(writing.LOCKED)
        _bar(book)("tager det tilbage")
        restore(book, run)
        memory.undone(run)
        yield from talk.finish(LABELS["fortryd"], "Det, den seneste knap skrev, er taget tilbage.")


def _looked(title: str, book: Foreign) -> Talk:
    """What the workbook holds, as the file that Excel would save."""
    _bar(book)("ser projektmappen efter")
    yield from talk.finish(title, plain(filejob.efterse(book)))


def _decided(title: str, book: Foreign, decide: Decide, choices: Choices) -> Generator[Step, str, Plan | None]:
    """The plan, when all has been answered; None where the user stops."""
    _bar(book)("finder tallene")
    said = step(decide, choices)
    while isinstance(said.answer, Questions):
        given = yield from talk.ask(title, said.answer, lambda place: show(book, place))
        if given is None:
            return None
        _bar(book)("finder tallene")
        said = step(decide, said.choices, given)
    return said.answer


class Half(Exception):  # noqa: N818 - what was raised is its cause
    """Something was raised while the sheets were written; `back` says whether all is as it was."""

    def __init__(self, back: bool):
        super().__init__(back)
        self.back = back


def _safely(title: str, book: Foreign, work: Talk) -> Talk:
    try:
        with _status(book):
            yield from work
    except Refusal as refusal:
        yield from talk.finish(title, f"{plain(str(refusal))}\n\n{UNTOUCHED}")
    except Half as half:
        yield from talk.finish(title, report(half.__cause__ or half, BUG if half.back else HALF))
    except Exception as bug:
        yield from talk.finish(title, report(bug, BUG))


@contextmanager
def _status(book: Foreign) -> Iterator[None]:
    """The status bar is Excel's again afterwards, however it ends."""
    try:
        yield
    finally:
        book.app.api.StatusBar = False


def _bar(book: Foreign) -> writing.Say:
    def say(text: str) -> None:
        book.app.api.StatusBar = f"Fordel: {text} …"
    return say


# ------------------------------------------------------------------------------------- taking back


def _sheets(book: Foreign) -> list[str]:
    return [str(sheet.Name) for sheet in book.api.Sheets]


def _back(book: Foreign, run: undo.Run, before: list[str]) -> bool:
    """After a run that was broken off: whether the workbook is as it was. A sheet may not have its mark yet."""
    try:
        restore(book, run)
        with writing.quietly(book):
            writing.remove(book, [name for name in _sheets(book) if name not in before])
    except Exception:
        return False
    return not run.unknown() and _sheets(book) == before


def restore(book: Foreign, run: undo.Run) -> None:
    """The workbook as it was before a run: sheets that were made go, those that stood there stand there again."""
    with writing.quietly(book):
        there = marked(book)
        stood = [plan for plan in run.stood.values() if plan is not None]
        if stood:
            writing.apply(book, Plan(stood), there, lambda _: None)
        writing.remove(book, [there[key] for key in run.made if key in there])
        _names(book, run)


def marked(book: Foreign) -> dict[str, str]:
    return dict(our_sheets(names(book)))


def _names(book: Foreign, run: undo.Run) -> None:
    there = {str(name.Name).casefold(): name for name in book.api.Names}
    for name, target in run.names.items():
        found = there.get(name.casefold())
        if target is None and found is not None:
            found.Delete()
        elif target is not None and found is not None:
            found.RefersTo = "=" + target
        elif target is not None:
            book.api.Names.Add(name, "=" + target)


# ------------------------------------------------------------------------------------- words


def show(book: Foreign, place: str) -> None:
    """The cells a question is about, behind it; a sheet that is hidden is left so."""
    at = area(place)
    names = {str(sheet.Name).casefold(): sheet for sheet in book.api.Worksheets}
    sheet = names.get(at.sheet.casefold()) if at else None
    if at and sheet is not None and sheet.Visible == -1:
        sheet.Activate()
        sheet.Range(sheet.Cells(at.row + 1, at.column + 1), sheet.Cells(at.last_row + 1, at.last_column + 1)).Select()


def told(plan: Plan, run: undo.Run, unset: list[str], taken: Snapshot) -> str:
    """What is shown when the sheets are there."""
    figures = [f"{label}: {value}" for label, value in plan.summary.get("noegletal", ())]
    verdict = [str(plan.summary["svar"])] if "svar" in plan.summary else []
    ready = f"Skrevet: {listed([sheet.name for sheet in plan.sheets], 9)}."
    warnings = ["", "Se efter:", *(f"- {line}" for line in plan.warnings)] if plan.warnings else []
    quiet = [f"- {line}" for line in plan.messages if line not in plan.warnings]
    unknown = [taken.ours[key] for key in run.unknown()]
    back = NOT_BACK.format(listed(unknown, 9)) if unknown else BACK
    return plain("\n".join([*figures, *verdict, ready, *warnings, *quiet, *unset, "", back]))


def about() -> str:
    """What it is, for whoever asks and for support."""
    return "\n".join([*(f"{name}: {value}" for name, value in versions()), "", PRIVACY])
