"""What the case is, as it is printed: the head of the page, its data line, and the case on the appendix."""

from __future__ import annotations

from addin.dates import date_in_text, in_words
from addin.messages import Message, quiet
from addin.run.regnet import Regnet
from addin.sheets.run import Run
from addin.udkast import draft


def titel(result: Regnet) -> str:
    """With the year, where that is said, and the pool's name, where it has one."""
    year, pool = result.setup.settings.budgetaar, result.setup.pulje
    title = f"{result.retning.titel} {year}" if year else result.retning.titel
    return f"{title}: {pool.navn}" if pool else title


def edition(result: Regnet) -> str:
    """How the edition is printed: in the user's own words, where there are any; else a draft as one, and until when."""
    settings = result.setup.settings
    short = "" if settings.udgave is None else str(settings.udgave)
    if settings.udgave_tekst or not draft(short):
        return settings.udgave_tekst or short
    until = f" til {in_words(settings.hoeringsfrist)}" if settings.hoeringsfrist else ""
    return f"{draft(short)}{until}"


def hearing_over(result: Regnet, made: str) -> list[Message]:
    """One line where the draft is still out for hearing after the last day of it; `made` is 01.09.2026 kl. 12.00."""
    settings, today = result.setup.settings, date_in_text(made.partition(" kl.")[0])
    last = settings.hoeringsfrist
    if last is None or today is None or today <= last or not draft(edition(result)):
        return []
    told = (f'Høringsfristen, {in_words(last)}, er overskredet, og udgaven hedder stadig "{edition(result)}". Er den '
            "endelig, så skriv det som Udgave; er den i høring igen, så ret fristen.")
    return [quiet("hoeringsfrist", told)]


def head(run: Run) -> str:
    """Kommune · Udgave · Sagsnr. · Dato; what is not said is left out."""
    return of_case(run.first, edition(run.first))


def of_case(result: Regnet, edition: str = "") -> str:
    """The same, also without the edition."""
    settings = result.setup.settings
    day = in_words(settings.sagsdato) if settings.sagsdato else ""
    parts = (settings.kommune, edition, f"Sagsnr. {settings.sagsnummer}" if settings.sagsnummer else "", day)
    return " · ".join(part for part in parts if part)


def made(run: Run) -> str:
    """A copy for others has not the name of the file, which is the user's own."""
    what = "Kopi ·" if run.answer else f"{run.laest.snapshot.file_name} ·"
    return f"{what} lavet {run.made} med Fordel {run.version}"


def data(result: Regnet) -> str:
    """The page's line of where the numbers are from."""
    settings = result.setup.settings
    days = {"børn pr.": settings.boern_pr, "nøgle pr.": settings.noegle_pr}
    parts = [f"Kilde: {settings.datakilde}" if settings.datakilde else "",
             *(f"{what} {in_words(day)}" for what, day in days.items() if day),
             f"Kontakt: {settings.kontakt}" if settings.kontakt else ""]
    return " · ".join(part for part in parts if part)


def lines(result: Regnet) -> list[str]:
    """The case on the appendix, a line each."""
    settings = result.setup.settings
    decided = " ".join(part for part in (settings.besluttet_af or "", f"den {in_words(settings.besluttet_den)}"
                                         if settings.besluttet_den else "") if part)
    said = {"Formål": settings.formaal, "Finansiering": settings.finansiering, "Besluttet af": decided,
            "Datakilde": settings.datakilde, "Befolkningstal": settings.befolkning,
            "Børnetallet opgjort pr.": in_words(settings.boern_pr) if settings.boern_pr else "",
            "Nøglens data pr.": in_words(settings.noegle_pr) if settings.noegle_pr else "",
            "Kontakt": settings.kontakt}
    return [f"{label}: {text}" for label, text in said.items() if text]
