"""What a large workbook takes in a browser: said before it begins."""

from __future__ import annotations

from addin.hosts.files.package import Package
from udfs.errors import tal

# Measured in Chromium on two shared cores, with lists of children of 60,000 and 300,000 rows; natively a fourth of it.
MEGABYTE = 1 << 20
SECONDS, MEMORY = 0.32, 6.7  # for each megabyte of sheets, unpacked
LARGE = 30 * MEGABYTE  # some 100,000 rows
TOLD = ("Projektmappen er stor: arkene fylder {size} MB udpakket. Det tager omkring {seconds} sekunder, eller flere på "
        "en langsom pc, og der skal være {memory} MB ledig hukommelse. Luk faner, du ikke bruger. Du kan stoppe "
        "undervejs.")


def told(package: Package) -> str:
    """A sentence; "" where it takes no time worth telling of."""
    parts = [sheet.part.lower() for sheet in package.sheets]
    size = sum(package.entries[part].info.file_size for part in parts if part in package.entries)
    if size < LARGE:
        return ""
    megabytes = size / MEGABYTE
    return TOLD.format(size=tal(round(megabytes)), seconds=tal(_rounded(megabytes * SECONDS, 5)),
                       memory=tal(_rounded(megabytes * MEMORY, 50)))


def _rounded(value: float, unit: int) -> int:
    """To the nearest unit up, since it is no promise."""
    return -int(-value // unit) * unit
