"""Why the system said no, in Danish: its own words are English, or in whatever language the machine has."""

from __future__ import annotations

import errno

KNOWN = {
    errno.ENOENT: "den findes ikke", errno.ENOSPC: "disken er fuld", errno.EROFS: "drevet er skrivebeskyttet",
    errno.ENAMETOOLONG: "navnet er for langt", errno.EISDIR: "det er en mappe", errno.ENOTDIR: "det er ikke en mappe",
    errno.EADDRINUSE: "den er i brug", errno.EADDRNOTAVAIL: "den kan ikke nås", errno.EIO: "drevet svarer ikke",
    errno.EMFILE: "for mange filer er åbne", errno.EEXIST: "den findes allerede", errno.EBUSY: "den er i brug",
    errno.ENOTEMPTY: "mappen er ikke tom", errno.ETIMEDOUT: "der kom intet svar"}


def reason(problem: OSError) -> str:
    """What stands after "kan ikke læses: ".

    >>> reason(OSError(errno.ENOSPC, "No space left on device")), reason(OSError(9999, "?"))
    ('disken er fuld', 'systemet svarede med fejl 9999')
    """
    if isinstance(problem, PermissionError):
        return "der er ikke adgang (er den åben i Excel?)"
    return KNOWN.get(problem.errno or 0, f"systemet svarede med fejl {problem.errno or type(problem).__name__}")
