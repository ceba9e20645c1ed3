"""The key of one recipient on the tape: from children and burdens where it is made of them, else as it is counted."""

from __future__ import annotations

import re

from addin.checks.published import publication
from addin.checks.subject import Subject
from addin.figures.institutions import YEAR
from addin.run.regnet import Regnet
from addin.sheets import digits
from addin.sheets.udmelding.baand import DELES, ER, GANGE, PCT, PLUS, Baand, fin
from addin.smaa_antal.rules import may_show_mean
from udfs.errors import tal
from workbook_templates.indstillinger import AAR, GENNEMSNIT, SUM, UNIKKE, VAEGTET

YEARS = re.compile(r"\b(?:19|20)\d\d\b")
BOERN = "Børn, der"  # what a key is called that counts children
LEAST, FINEST = 4, 9  # decimals of a key
OF_PARTS = 12  # and at the most of a part of one
MORE = 2  # decimals of the parts of a sum
PERCENT = 2  # decimals that multiplying by 100 takes


def put(baand: Baand, result: Regnet, at: int, called: str) -> None:
    """To the line with the recipient's key, which is `called` so where it is not made on the page."""
    members = taking_part(result, at)
    key, most = result.figures.noegle[at] or 0.0, decimaler(result)
    if not by_member(result, members):
        baand.tast(called, key, fin(key, most))
        return
    lines = [of_member(baand, result, number) for number in members]
    if len(members) > 1:
        for place, (number, line) in enumerate(zip(members, lines)):
            label, value = f"{name(result, number)} (linje {line})", result.figures.counted[number] or 0.0
            baand.put(label, PLUS if place else "", value, fin(value, most + MORE))
        baand.put("Nøglen i alt", ER, key, fin(key, most))


def decimaler(result: Regnet) -> int:
    """Of keys and weights: as many as the sats takes, and not all that the threshold does, for a number of 15 digits
    that is worked out again has no more."""
    of_sats = digits.needed(result.fordeling.sats, digits.within(result))
    return max(LEAST, of_sats, min(digits.of_threshold(result), FINEST))


def taking_part(result: Regnet, at: int) -> list[int]:
    """The institutions of a recipient that the key counts."""
    besides = result.figures.ved_siden
    return [number for number in result.figures.members.members(at)
            if not (besides and besides.instead[number])]


def by_member(result: Regnet, members: list[int]) -> bool:
    """Whether the page shows how the key is made of children and burdens: not of a burden that says something of few
    children, and then of no other of the same recipient, for the rest would be it."""
    heads = result.figures.institutions.heads
    return bool(result.setup.is_burden and result.setup.settings.samling == SUM and heads and members
                and all(may_show_mean(int(heads[number])) for number in members))


def of_member(baand: Baand, result: Regnet, number: int) -> int:
    """Children, gange burden, er key; returns the number of that line."""
    basis, own = result.figures.institutions, name(result, number)
    boern, burden = (basis.boern or [])[number] or 0.0, basis.count[number] or 0.0
    key = result.figures.counted[number] or 0.0
    decimals = fin(key, min(decimaler(result) + MORE, OF_PARTS))
    within = digits.A_TENTH * 0.5 * 10.0**-decimals  # what each factor may be off, for the key to come out as printed
    children(baand, result, number, max(digits.of_children(result), digits.needed(burden, within)))
    many = digits.of_rate(burden, boern, within)
    if result.burden_style == "tal":
        baand.put("point pr. barn", GANGE, burden, fin(burden, many))
    else:
        baand.put("forventet behov pr. barn", GANGE, 100 * burden, fin(100 * burden, max(many - PERCENT, 1)), PCT)
    return baand.put(f"{own}: nøgle", ER, key, decimals)


def children(baand: Baand, result: Regnet, number: int, most: int) -> None:
    """The children the burden is multiplied by: weighted, and of a part of the year, where they are; with `most`
    decimals at the most."""
    basis, settings, own = result.figures.institutions, result.setup.settings, name(result, number)
    young = basis.column("boern_0_2")
    boern = (basis.boern or [])[number] or 0.0
    months = basis.months[number] if basis.months else float(YEAR)
    weighs = settings.boern_til_kr == VAEGTET and settings.vaegt != 1
    if months == YEAR:
        baand.tast(f"{own}: {weighted(result, number) if young and weighs else 'børn'}", boern, fin(boern, most))
        return
    if young:
        small, big = young[number] or 0.0, (basis.column("boern_3_5") or [])[number] or 0.0
        baand.tast(f"{own}: 0-2-årige", small, fin(small, most))
        if weighs:
            baand.put("vægt for 0-2-årige", GANGE, settings.vaegt, digits.own(settings.vaegt))
        baand.put("3-5-årige", PLUS, big, fin(big, most))
    else:
        heads = (basis.column("boern") or [])[number] or 0.0
        baand.tast(f"{own}: børn", heads, fin(heads, most))
    if months != YEAR:
        baand.put("måneder i drift", GANGE, months, digits.own(months))
        baand.put("måneder på et år", DELES, YEAR)
    baand.put("vægtede børn" if weighs else "helårsbørn", ER, boern, fin(boern, most))


def weighted(result: Regnet, number: int) -> str:
    """How the weighted children are made, on one line: a recipient may have many houses.

    1,8 x 24 + 46 vægtede børn
    """
    small, big = ((result.figures.institutions.column(key) or [])[number] or 0.0 for key in ("boern_0_2", "boern_3_5"))
    return f"{tal(result.setup.settings.vaegt)} x {tal(small)} + {tal(big)} vægtede børn"


def name(result: Regnet, number: int) -> str:
    return result.figures.institutions.rows[number].name


def called(result: Regnet) -> str:
    """What is counted, as a leader reads it."""
    setup = result.setup
    if setup.key == "barn_institution":
        criteria = len(setup.criteria)
        if setup.settings.metode == UNIKKE:
            return f"{BOERN} opfylder mindst {tal(setup.settings.mindst_kriterier or 1)} af {criteria} kriterier"
        return f"Opfyldte kriterier, {criteria} i alt"
    published = publication(Subject(result.laest, result.figures, result))
    if published is not None and published.of_heads and (published.counts == result.fordeling.noegle).all():
        return f"{BOERN} tæller med{delivered(result)}"
    if setup.key == "antal_institution":
        return f"{'Antal' if setup.settings.samling in AAR else 'Nøgle'}{delivered(result)}"
    heading = setup.headings.get(setup.key)
    return f'Nøgle: "{heading}"' if heading else "Nøgle"


def delivered(result: Regnet) -> str:
    """What is done to delivered counts before they are the key: the same words on every page, so that none says of a
    house that it had a hidden count."""
    taken = result.figures.institutions.delivered
    if taken is None:
        return ""
    counts, settings = [count for line in taken.counts for count in line], result.setup.settings
    over = years([criterion.heading for criterion in taken.used], settings.samling)
    skipped = "år uden tal er sprunget over" if over and any(count.blank for count in counts) else ""
    hidden = f"skjulte antal tæller {tal(settings.erstat or 0)}" if any(count.most for count in counts) else ""
    aside = "; ".join(each for each in (skipped, hidden) if each)
    return f"{over}{f' ({aside})' if aside else ''}"


def years(headings: list[str], how: str) -> str:
    """The columns that are years, by the years in their headings where each has one.

    >>> years(["Udsatte 2024", "Udsatte 2025", "Udsatte 2026"], "gennemsnit"), years(["2024", "2026"], "maks")
    (', gennemsnit af 2024-2026', ', det største af 2024 og 2026')
    """
    if how not in AAR:
        return ""
    found = [YEARS.findall(heading) for heading in headings]
    named = [each[0] for each in found if len(each) == 1]
    if len(named) < len(headings):
        named = headings
    elif how == GENNEMSNIT and len(named) > 1 and all(int(b) - int(a) == 1 for a, b in zip(named, named[1:])):
        return f", gennemsnit af {named[0]}-{named[-1]}"
    first, last = ", ".join(named[:-1]), named[-1]
    both = f"{first} og {last}" if first else last
    return f", gennemsnit af {both}" if how == GENNEMSNIT else f", det største af {named[0]} og {last}"
