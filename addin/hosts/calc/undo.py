"""One undo step around many changes: all of it is taken back by one Ctrl+Z, or at once when something goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import unohelper
from com.sun.star.document import XUndoAction

from addin.foreign import Foreign
from addin.workbook import Refusal

PROBE = "Fordel prøver, om der kan fortrydes"
OFF = "Fortryd er slået fra i LibreOffice, så Fordel kan ikke tage sine ændringer tilbage, hvis noget går galt. " \
      "Slå det til (Funktioner, Indstillinger, LibreOffice, Avanceret, Ekspertkonfiguration: Undo/Steps), og prøv igen."


class Own(unohelper.Base, XUndoAction):
    """What Calc does not take back itself: styles of the document, the page style of a sheet, the sheet shown."""

    def __init__(self, title: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self.Title, self._undo, self._redo = title, undo, redo

    def undo(self) -> None:
        self._undo()

    def redo(self) -> None:
        self._redo()


def remembers(manager: Foreign) -> bool:
    """Whether a step that is made can be undone: not with undoing locked, nor where the user keeps no steps."""
    if manager.isLocked():
        return False
    manager.addUndoAction(Own(PROBE, nothing, nothing))
    kept = manager.isUndoPossible() and manager.getCurrentUndoActionTitle() == PROBE
    if kept:
        manager.undo()
    return bool(kept)


class Step(NamedTuple):
    """What one step does: `work` inside it; `after` when it is closed, for what belongs to the window. Showing another
    sheet inside the step would make LibreOffice 7.4 cut the step down to its last hundred parts.

    `undo` and `redo` are what we must do ourselves: undo comes last, redo first. `finish` ends the redo."""

    title: str
    work: Callable[[], None]
    after: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    finish: Callable[[], None]


def nothing() -> None:
    """For the way in which there is nothing to do."""


def unkept(document: Foreign, work: Callable[[], None]) -> None:
    """Does something of which Calc keeps nothing for undoing. LibreOffice 7.4 keeps what is done in the middle of
    an undo or a redo too, once a page style or the height of a row was set, and over that it ends itself. When this is
    done all is kept again, so it comes last there, for one small thing at a time."""
    document.UndoManager.lock()
    try:
        work()
    finally:
        document.UndoManager.unlock()


def as_one_step(document: Foreign, step: Step) -> None:
    """When something is raised, everything has been undone before it goes on. (No context manager: those write to an
    exception's traceback, which Calc's exceptions do not allow.)"""
    manager = document.UndoManager
    if not remembers(manager):
        raise Refusal(OFF)
    document.addActionLock()
    document.lockControllers()
    try:
        manager.enterUndoContext(step.title)
        left = False
        try:
            # So the context is never empty: undo() below can only take back what is ours.
            manager.addUndoAction(Own(step.title, step.undo, step.redo))
            step.work()
            manager.addUndoAction(Own(step.title, nothing, step.finish))
            manager.leaveUndoContext()
            left = True
            step.after()
        except BaseException:
            if not left:
                manager.leaveUndoContext()
            manager.undo()
            manager.clearRedo()  # nobody shall have half of it by Ctrl+Y
            raise
    finally:
        document.unlockControllers()
        document.removeActionLock()
