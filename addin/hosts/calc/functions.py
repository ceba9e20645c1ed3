"""The component with the functions: LibreOffice asks it for fordelPulje when a cell says FORDEL_PULJE."""

from __future__ import annotations

import re
from functools import partial

import unohelper
from com.sun.star.lang import XServiceInfo
from dk.fordel import XFunktioner

from addin.foreign import Foreign
from addin.hosts.calc.calls import answer

NAME = "dk.fordel.Funktioner"
_CAPITAL = re.compile("[A-Z]")
ADDIN = "com.sun.star.sheet.AddIn"


class Functions(unohelper.Base, XFunktioner, XServiceInfo):
    """Every method of the interface is one of the rules; which there are stands in the compiled types."""

    def __init__(self, context: Foreign) -> None:
        self.context = context

    def __getattr__(self, name: str) -> object:
        if not name.startswith("fordel"):
            raise AttributeError(name)
        return partial(self._call, _CAPITAL.sub(r"_\g<0>", name).upper())

    def _call(self, name: str, *arguments: object) -> object:
        return answer(name, arguments)

    def getImplementationName(self) -> str:
        return NAME

    def supportsService(self, name: str) -> bool:
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:
        return (NAME, ADDIN)
