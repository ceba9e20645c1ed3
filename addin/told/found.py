"""What was found in a workbook, and what is told of it by grade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from addin.messages import Fundet, Message
from addin.sheets.fundet import COUNT
from addin.told.links import Links
from addin.told.shapes import QUIET, RED, YELLOW, Check, Found, Group, Line
from udfs.errors import antal
from workbook_templates.fordel_tjek import FORTAELLES, INTET, STOPPER, TJEK, USET

Words = Callable[[str], str]  # a sentence in the words of the host: no options of a command line in Excel
Told = tuple[str, str, list[str], str, str]  # a check of a summary: label, status, found, remedy, reason
INSTITUTIONS = "Institutioner"
RED_CHECKS = {tjek.key for tjek in TJEK if tjek.is_red}


def found(lines: Sequence[Fundet], remarks: Iterable[tuple[str, str]], links: Links, words: Words) -> Found:
    main = [line(each) for each in lines if each.main]
    there = {each.place for each in main}  # the column of names, which the number of institutions leads to
    said = [line(each) for each in lines if not each.main and not each.standard and each.place not in there]
    standard = [line(each) for each in lines if not each.main and each.standard]
    return Found(main, said, standard, [links.sentence(f"{place}: {words(text)}") for place, text in remarks])


def line(found: Fundet) -> Line:
    """How something was found is told where somebody has said it."""
    label = INSTITUTIONS if found.label == COUNT else found.label
    return Line(label, found.value, found.place, f"{found.source[:1].upper()}{found.source[1:]}")


def groups(warnings: Iterable[Message], messages: Iterable[Message], links: Links, words: Words) -> list[Group]:
    """What the result says too, and what is told beside."""
    first = list(warnings)
    rest = [each for each in messages if each not in first]
    red = [each for each in first if each.about in RED_CHECKS]
    first = [each for each in first if each not in red]
    both = (Group("Rødt, tilsidesat med en begrundelse", RED, [links.sentence(words(each.text)) for each in red]),
            Group("Se efter", YELLOW, [links.sentence(words(each.text)) for each in first]),
            Group("Til orientering", QUIET, [links.sentence(words(each.text)) for each in rest], open=False))
    return [group for group in both if group.lines]


def checks(told: Iterable[Told], links: Links, words: Words) -> list[Check]:
    """Those that have found something, red first."""
    grades = {STOPPER: RED, FORTAELLES: YELLOW}
    seen = [Check(label, grades[status], [links.sentence(words(line)) for line in lines],
                  words(f'Tilsidesat: "{reason}"' if reason else how))
            for label, status, lines, how, reason in told if status in grades]
    return sorted(seen, key=lambda check: check.grade != RED)


def nothing(told: Iterable[Told]) -> str:
    """How many have found nothing, and which nobody could look for."""
    statuses = [(label, status) for label, status, *_ in told]
    if not statuses:
        return ""
    none = sum(status == INTET for _, status in statuses)
    unknown = [label for label, status in statuses if not status]
    could_not = f" {USET}: {'; '.join(unknown)}. Hvorfor, står på arket." if unknown else ""
    return f"{antal(none, 'tjek', 'tjek')} har intet fundet.{could_not}"
