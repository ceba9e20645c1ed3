"""The key of one recipient on the tape: from children and burdens where it is made of them, else as it is counted."""

from __future__ import annotations

from addin.checks.published import publication
from addin.checks.subject import Subject
from addin.figures.institutions import YEAR
from addin.run.regnet import Regnet
from addin.sheets import digits
from addin.sheets.udmelding.baand import DELES, ER, GANGE, PCT, PLUS, Baand, fin
from addin.smaa_antal.rules import may_show_mean
from udfs.errors import tal
from workbook_templates.indstillinger import SUM, UNIKKE, VAEGTET

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
        baand.put("belastning pr. barn", GANGE, 100 * burden, fin(100 * burden, max(many - PERCENT, 1)), PCT)
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
            return f"Børn, der opfylder mindst {tal(setup.settings.mindst_kriterier or 1)} af {criteria} kriterier"
        return f"Opfyldte kriterier, {criteria} i alt"
    published = publication(Subject(result.laest, result.figures, result))
    if published is not None and published.of_heads and (published.counts == result.fordeling.noegle).all():
        return "Børn, der tæller med"
    heading = setup.headings.get(setup.key)
    return f'Nøgle: "{heading}"' if heading and setup.key != "antal_institution" else "Nøgle"
