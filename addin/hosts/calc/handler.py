"""The component behind the menu and the toolbar.

A macro may press the buttons too, with its answers and without dialogs: dispatch dk.fordel:pulje with the arguments
Stille = True and, for example, noegle = "Budget!D5:D55".
"""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.frame import XDispatchProvider, XNotifyingDispatch
from com.sun.star.lang import XInitialization, XServiceInfo

from addin.hosts.calc import dialogs
from addin.hosts.calc.button import TITLES, press
from addin.hosts.calc.calls import latest
from addin.hosts.calc.unotypes import struct
from addin.until_answered import one_by_one

NAME = "dk.fordel.Knapper"
SERVICE = "com.sun.star.frame.ProtocolHandler"
PROTOCOL = "dk.fordel:"
QUIET = "Stille"
NO_ERRORS = "Ingen af Fordels funktioner har afvist noget, siden LibreOffice blev startet."
DONE = 1  # com.sun.star.frame.DispatchResultState.SUCCESS


class Handler(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XInitialization, XServiceInfo):
    def __init__(self, context: Any, *arguments: Any) -> None:
        self.context = context
        self.frame: Any = arguments[0] if arguments else None

    def initialize(self, arguments: Any) -> None:
        self.frame = arguments[0] if arguments else None

    def queryDispatch(self, url: Any, target: str, flags: int) -> Any:
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests: Any) -> Any:
        return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)

    def dispatch(self, url: Any, arguments: Any) -> None:
        self.work(url, arguments)

    def dispatchWithNotification(self, url: Any, arguments: Any, listener: Any) -> None:
        said = self.work(url, arguments)
        if listener is not None:
            listener.dispatchFinished(struct("frame.DispatchResultEvent", Source=self, State=DONE, Result=said))

    def addStatusListener(self, listener: Any, url: Any) -> None:
        """The buttons are always on."""

    def removeStatusListener(self, listener: Any, url: Any) -> None:
        """The buttons are always on."""

    def work(self, url: Any, arguments: Any) -> str:
        """What the user is told, when it has been told."""
        given = {argument.Name: argument.Value for argument in arguments}
        quiet = bool(given.pop(QUIET, False))
        choices = {key: value for key, value in given.items()  # LibreOffice adds truth values of its own
                   if isinstance(value, (str, float, int)) and not isinstance(value, bool)}
        name, title = url.Path, TITLES[url.Path]
        if name == "fejl":
            said = "\n\n".join(latest) or NO_ERRORS
        else:
            ask = one_by_one(dialogs.Asker(self.context, self.frame, title))
            document = self.frame.getController().getModel()
            said = press(document, name, choices, None if quiet else ask)
        if not quiet:
            dialogs.show(self.context, self.frame, title, said)
        return said

    def getImplementationName(self) -> str:
        return NAME

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (SERVICE,)
