"""Where LibreOffice finds the job for opened documents. In the extension this file lies at the top, beside the other
component, so that opening a text loads no numpy."""

from __future__ import annotations

import unohelper

from addin.hosts.calc import opened

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(opened.Opened, opened.NAME, (opened.SERVICE,))
