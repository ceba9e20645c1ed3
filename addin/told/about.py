"""What Fordel is, for whoever asks and for support: versions, and nothing of a workbook."""

from __future__ import annotations

import platform
import sys

import numpy as np

from addin.version import VERSION

PRIVACY = ("I Calc, på filer, i .xlam og i dette tilføjelsesprogram forlader intet pc'en. Fordel henter sine egne "
           "filer og sender ingenting.",
           "Kører Fordel i stedet på xlwings Server, går de ark, en knap skal bruge, til kommunens egen server. De "
           "bliver aldrig gemt og aldrig logget, og listen med børn bliver der kun bedt om, når nøglen er talt fra "
           "den; det siger ruden først.")


def versions() -> list[tuple[str, str]]:
    """What it is and what it runs on."""
    return [("Fordel", VERSION), ("Python", platform.python_version()), ("numpy", np.__version__),
            ("Maskine", f"{sys.platform} {platform.machine()}")]
