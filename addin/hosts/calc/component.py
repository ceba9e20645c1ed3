"""Where LibreOffice finds the components of the extension. In the extension this file lies at the top."""

from __future__ import annotations

import unohelper

from addin.hosts.calc import functions, handler

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(functions.Functions, functions.NAME, (functions.NAME, functions.ADDIN))
g_ImplementationHelper.addImplementation(handler.Handler, handler.NAME, (handler.SERVICE,))
