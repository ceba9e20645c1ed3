"""The component behind the menu and the toolbar.

A macro may press the buttons too, with its answers and without dialogs: dispatch dk.fordel:pulje with the arguments
Stille = True and, for example, noegle = "Budget!D5:D55".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import unohelper
from com.sun.star.frame import XDispatchProvider, XNotifyingDispatch
from com.sun.star.lang import XInitialization, XServiceInfo

from addin.foreign import Foreign
from addin.hosts.calc import dialogs
from addin.hosts.calc.button import TITLES, press
from addin.hosts.calc.calls import latest
from addin.hosts.calc.skabelon import new as new_from_template
from addin.hosts.calc.unotypes import struct

NAME = "dk.fordel.Knapper"
SERVICE = "com.sun.star.frame.ProtocolHandler"
PROTOCOL = "dk.fordel:"
QUIET = "Stille"
NO_ERRORS = "Ingen af Fordels funktioner har afvist noget, siden LibreOffice blev startet."
DONE = 1  # com.sun.star.frame.DispatchResultState.SUCCESS


class Handler(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XInitialization, XServiceInfo):
    def __init__(self, context: Foreign, *arguments: Foreign) -> None:
        self.context = context
        self.frame: Any = arguments[0] if arguments else None

    def initialize(self, arguments: Sequence[Foreign]) -> None:
        self.frame = arguments[0] if arguments else None

    def queryDispatch(self, url: Foreign, target: str, flags: int) -> Handler | None:
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests: Sequence[Foreign]) -> tuple[Handler | None, ...]:
        return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)

    def dispatch(self, url: Foreign, arguments: Sequence[Foreign]) -> None:
        self.work(url, arguments)

    def dispatchWithNotification(self, url: Foreign, arguments: Sequence[Foreign], listener: Foreign | None) -> None:
        said = self.work(url, arguments)
        if listener is not None:
            listener.dispatchFinished(struct("frame.DispatchResultEvent", Source=self, State=DONE, Result=said))

    def addStatusListener(self, listener: Foreign | None, url: Foreign) -> None:
        """The buttons are always on."""

    def removeStatusListener(self, listener: Foreign | None, url: Foreign) -> None:
        """The buttons are always on."""

    def work(self, url: Foreign, arguments: Sequence[Foreign]) -> str:
        """What the user is told, when it has been told."""
        given = {argument.Name: argument.Value for argument in arguments}
        quiet = bool(given.pop(QUIET, False))
        choices = {key: value for key, value in given.items()  # LibreOffice adds truth values of its own
                   if isinstance(value, (str, float, int)) and not isinstance(value, bool)}
        name, title = url.Path, TITLES[url.Path]
        if name == "fejl":
            said = "\n\n".join(latest) or NO_ERRORS
        elif name == "skabelon":
            said = new_from_template(self.context, choices.get(name), None if quiet else self.asker(title))
        else:
            document = self.frame.getController().getModel()
            said = press(document, name, choices, None if quiet else self.asker(title))
        if not quiet:
            dialogs.show(self.context, self.frame, title, said)
        return said

    def asker(self, title: str) -> dialogs.Asker:
        return dialogs.Asker(self.context, self.frame, title)

    def getImplementationName(self) -> str:
        return NAME

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (SERVICE,)
