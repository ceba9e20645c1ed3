"""What stands on the page of one recipient, as data: sentences, and calculations as tapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from addin.checks import several
from addin.danish import ended
from addin.dates import in_words
from addin.dele import i_brug
from addin.dele.normering import Normering, Staffing
from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet
from addin.sheets import hvorfor, saetninger, sagen
from addin.sheets.run import Run
from addin.sheets.udmelding import aendret, efterregulering, i_alt, smaa, tidligere, til_hver
from addin.sheets.udmelding.alene import alene, boern, heads_decimals
from addin.sheets.udmelding.baand import DELES, ER, GANGE, KR, PCT, PLUS, TAST, Baand, Linje
from addin.sheets.udmelding.beregning import beregning
from addin.sheets.udmelding.blok import Blok, blokke
from addin.sheets.udmelding.ordlyd import REGULERES, Ordlyd
from addin.sheets.udmelding.tidligere import Tidligere, Udgave
from addin.sheets.udmelding.til_hver import Svar
from addin.udkast import draft
from udfs.errors import kroner, tal
from workbook_templates import udmelding as spec
from workbook_templates.skabeloner.form import Felt

ENDELIG = "ENDELIG"
BOERNENE = ("Tallene er opgjort for hele børnegruppen. De siger intet om det enkelte barn, og ingen skal finde ud af, "
            "hvilke børn der tæller med.")
HUNDREDTH = 100  # of a position


@dataclass(frozen=True)
class Afsnit:
    """A heading, a calculation, what is said under it, and what the reader fills in: a field that has a value is
    given."""

    overskrift: str
    linjer: list[Linje] = field(default_factory=list)
    tekst: list[str] = field(default_factory=list)
    felter: tuple[Felt, ...] = ()


@dataclass(frozen=True)
class Brev:
    """One page; `udkast` is what stands over a draft, "" of a final one."""

    modtager: str
    titel: str
    udkast: str
    hoved: list[str]
    kort: list[str]
    afsnit: list[Afsnit]
    fod: str


@dataclass(frozen=True)
class Faelles:
    """What is the same on every page: the pools and what may be shown of them, what the user is told of that, and why
    all amounts have changed."""

    blokke: Sequence[Blok]
    fortalt: Sequence[str]
    ordlyd: Ordlyd
    aendring: Mapping[str, Kolonne]
    tidligere: Tidligere | None = None
    svar: Mapping[str, list[Svar]] = field(default_factory=dict)

    @property
    def puljen(self) -> str:
        """What the money comes from."""
        return "puljen" if len(self.blokke) == 1 else "puljerne"

    def med(self, at: int) -> list[tuple[Blok, int]]:
        """The pools a recipient takes part in, and its place in each."""
        return [(blok, place) for blok in self.blokke if (place := blok.pladser[at]) is not None]


def faelles(run: Run, ordlyd: Ordlyd, foer: Udgave | None = None) -> Faelles:
    """`foer` is of the edition that is replaced. Raises Refusal where small counts can be worked out and nobody has
    accepted it."""
    result, now = run.first, Udgave(run.first, run.puljer)
    before = [each.subject for each in foer.dele()] if foer else []
    shown = smaa.vist(several.with_earlier(now.dele(), before), ordlyd.accepteret)
    return Faelles(blokke(run, shown.hvorfor), shown.fortalt, ordlyd, hvorfor.kolonner(result),
                   tidligere.holdt_op(foer, now) if foer else None, til_hver.svar(result))


def brev(run: Run, at: int, same: Faelles) -> Brev:
    """The page of one recipient."""
    result, ordlyd = run.first, same.ordlyd
    name, year = result.figures.recipients[at].name, result.setup.settings.budgetaar
    sections = [regnestykket(run, at, same), erstatter(at, same.tidligere), hoering(result, at, same),
                aendringen(result, at, same), reguleres(result, at, ordlyd), stillinger(result, at),
                betingelser(result, at, same), rettelser(result), opfoelgning(result, at, ordlyd)]
    status = sagen.edition(result) if draft(sagen.edition(result)) else ENDELIG
    return Brev(name, f"Udmelding{f' {year}' if year else ''}: {name}", draft(sagen.edition(result)),
                [f"Til ledelsen · {status}", sagen.of_case(result)], kort_sagt(result, at, same),
                [each for each in sections if each.linjer or each.tekst], sagen.made(run))


def kort_sagt(result: Regnet, at: int, same: Faelles) -> list[str]:
    """What is given, in positions, of the whole budget, and against last year."""
    name, given = result.figures.recipients[at].name, float(result.tildeling[at])
    year = f" i {result.setup.settings.budgetaar}" if result.setup.settings.budgetaar else ""
    gets = f"{kroner(given) if given else 'ingen penge'} fra {same.puljen}"
    said = [ended(f"{name} skal spare {kroner(given)}{year}") if result.saving else f"{name} får {gets}{year}."]
    staff = staffing(result)
    if staff and given:
        said.append(f"Det svarer til {tal(round(given / staff.pay * (staff.hours or 1), 2))} {staff.unit}.")
    said += aendret.kort(result, at, same.aendring, same.puljen)
    said += efterregulering.kort(result, at, same.ordlyd)
    base = (result.figures.column("grundbudget") or [None] * result.n)[at]
    if base and not result.saving:
        part = (f", heraf {kroner(given)} fra {same.puljen} ({saetninger.percent(given / (base + given))})"
                if given else "")
        said.append(ended(f"Samlet tildeling {kroner(base + given)}{part}"))
    return said


def staffing(result: Regnet) -> Staffing | None:
    return next((data for part, data in i_brug(result) if isinstance(part, Normering)), None)


# ------------------------------------------------------------------------------------- calculations


def regnestykket(run: Run, at: int, same: Faelles) -> Afsnit:
    """The calculation of each pool, or its amount alone with why; of several what they come to; and the amount per
    child."""
    result, baand, said, lines = run.first, Baand(), list[str](), dict[str, int]()
    for blok, place in same.med(at):
        if blok.navn:
            baand.ord(f"Puljen {blok.navn}", fed=True)
        if blok.hvorfor[place]:
            said += alene(baand, blok, place)
        else:
            beregning(baand, blok, place)
        lines[blok.navn] = baand.nr
    if smaa.FAA in [blok.hvorfor[place] for blok, place in same.med(at)]:
        said.append(smaa.antallet(result))
    if run.puljer:
        said += i_alt.put(baand, run.puljer, at, lines)
    heads, given = (result.hoveder or [None] * result.n)[at], float(result.tildeling[at])
    if heads and given:
        baand.put(boern(result).lower(), DELES, float(heads), heads_decimals(heads))
        baand.put(f"Kr. pr. barn{alle(result)}", ER, given / heads, 0, KR)
    return Afsnit(spec.BEREGNINGEN, baand.linjer, said)


def aendringen(result: Regnet, at: int, same: Faelles) -> Afsnit:
    """Why the amount is another than last year's; of several pools it is said where their sum then is not known."""
    unknown = [] if same.aendring or len(same.blokke) == 1 else [aendret.UKENDT]
    return Afsnit("Hvorfor beløbet er ændret", aendret.linjer(result, at, same.aendring, same.puljen), unknown)


def alle(result: Regnet) -> str:
    """The same of all together, as it stands on the page for the committee."""
    heads = [float(each) for each in result.hoveder or [] if each]
    if len(heads) < result.n:
        return ""
    return f" (alle {result.many(result.n)}: {kroner(round(float(result.tildeling.sum()) / sum(heads)))})"


def erstatter(at: int, both: Tidligere | None) -> Afsnit:
    """What was told in the edition that is replaced."""
    if both is None:
        return Afsnit("")
    return Afsnit("Siden den tidligere udmelding", tidligere.linjer(both, at), tidligere.hvorfor(both, at))


def hoering(result: Regnet, at: int, same: Faelles) -> Afsnit:
    """The answer to each statement of the hearing, on the page of who gave it and on no other."""
    if draft(sagen.edition(result)):
        return Afsnit("")
    said: list[str] = []
    for each in same.svar.get(result.figures.recipients[at].name, ()):
        said += [ended(f"I skrev: {each.hoering}"), ended(f"Svar: {each.svar}")]
        said += [ended(f"Begrundelse: {each.grund}")] if each.grund else []
    return Afsnit("Svar på høringen", [], said)


def reguleres(result: Regnet, at: int, ordlyd: Ordlyd) -> Afsnit:
    """What has been told before for the same year, and what is left of it."""
    before, baand = efterregulering.foer(result, at), Baand()
    if before is None:
        return Afsnit("")
    efterregulering.put(baand, result, at, before, ordlyd)
    said = [REGULERES[ordlyd.reguleres]] if ordlyd.reguleres else []
    return Afsnit("Udmeldt tidligere og efterregulering", baand.linjer, said)


def stillinger(result: Regnet, at: int) -> Afsnit:
    """What the amount buys, and of whom: hundredths that add up, the largest rests first."""
    staff, given = staffing(result), float(result.tildeling[at])
    if staff is None or not given:
        return Afsnit("")
    baand, whole = Baand(), given / staff.pay * (staff.hours or 1)
    baand.kr(result.retning.beloeb, TAST, given)
    baand.kr(f"årsløn pr. stilling: {staff.mix()}", DELES, staff.pay)
    if staff.hours:
        baand.put("timer pr. uge i en stilling", GANGE, staff.hours)
    baand.put(staff.unit.capitalize(), ER, whole, 2, "", fed=True)
    if len(staff.shares) > 1:
        words = {"paedagoger": "pædagoger", "medhjaelpere": "medhjælpere"}
        parts = in_hundredths(whole, list(staff.shares.values()))
        for place, (key, part) in enumerate(zip(staff.shares, parts)):
            baand.put(f"heraf {words[key]}, {tal(100 * staff.shares[key])} {PCT}", PLUS if place else "", part, 2)
    return Afsnit("Normering", baand.linjer)


def in_hundredths(whole: float, shares: list[float]) -> list[float]:
    """Parts of a number with two decimals, that add up to it.

    >>> in_hundredths(3.292, [0.6, 0.4])
    [1.97, 1.32]
    """
    units = round(round(whole, 2) * HUNDREDTH)
    exact = [whole * HUNDREDTH * share for share in shares]
    parts = [int(each) for each in exact]
    order = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in (order * units)[:max(units - sum(parts), 0)]:
        parts[at] += 1
    return [part / HUNDREDTH for part in parts]


# ------------------------------------------------------------------------------------- words


def betingelser(result: Regnet, at: int, same: Faelles) -> Afsnit:
    """What the money is for, what is said of each of several pools, what is demanded, how it is followed up, and
    whether the amount stays."""
    ordlyd = same.ordlyd
    purpose, name = result.setup.settings.formaal, result.figures.recipients[at].name
    followed = ordlyd.opfoelgning and not skal_svare(result, at, ordlyd)
    said = [f"Formål: {purpose}" if purpose else ""]
    said += [blok.sagt(pulje.tekst) for blok, _ in same.med(at)
             if blok.navn and (pulje := blok.regnet.setup.pulje) and pulje.tekst]
    if result.tildeling[at] or result.saving:  # of no money nothing is demanded
        said += [*ordlyd.til(name), f"Opfølgning: {ordlyd.opfoelgning}" if followed else ""]
    said.append(ordlyd.ligger_fast)
    if result.figures.grouped:
        what = "Besparelsen findes hos" if result.saving else "Pengene gives til"
        said.append(f"{what} modtageren og ikke {'hos' if result.saving else 'til'} den enkelte institution; ledelsen "
                    "prioriterer.")
    return Afsnit("Krav og formål", [], [ended(each) for each in said if each])


def skal_svare(result: Regnet, at: int, ordlyd: Ordlyd) -> bool:
    """Whether the recipient tells how the money was used: where something is demanded of money that is given."""
    return (not result.saving and result.tildeling[at] > 0
            and ordlyd.stiller_krav(result.figures.recipients[at].name))


def opfoelgning(result: Regnet, at: int, ordlyd: Ordlyd) -> Afsnit:
    """What is filled in and sent back when the money has been used; `fordel saml` gathers it."""
    if not skal_svare(result, at, ordlyd):
        return Afsnit("")
    contact = result.setup.settings.kontakt
    where = f" til {contact}" if contact else ""
    told = f"{ended(ordlyd.opfoelgning)} " if ordlyd.opfoelgning else ""
    back = f"{told}Når pengene er brugt, udfyldes de gule felter, og arket sendes tilbage{where}"
    given = (Felt("modtager", spec.MODTAGER, result.figures.recipients[at].name, "tekst"),
             Felt("udmeldt", spec.UDMELDT, float(result.tildeling[at]), "kr"))
    return Afsnit("Opfølgning", [], [f"{ended(back)} Skriv intet om enkelte børn eller personer."],
                  (*given, *spec.FELTER))


def rettelser(result: Regnet) -> Afsnit:
    """What may be wrong, and until when it can be said."""
    until, contact = result.setup.settings.hoeringsfrist, result.setup.settings.kontakt
    where = f" til {contact}" if contact else ""
    when = f" inden {in_words(until)}" if until and draft(sagen.edition(result)) else ""
    applied, months = bool(result.fordeling.deling), bool(result.figures.institutions.months)
    figures = [*(["det ansøgte beløb"] if applied else []), *(["børnetal"] if result.hoveder or not applied else []),
               *(["måneder"] if months and not applied else [])]
    check = f"Tjek {' og '.join(figures)}."
    where = where or " til den, der har sendt udmeldingen,"
    wrong = ended(f" Er noget forkert, så skriv{where}{when}".rstrip(","))
    return Afsnit("Det skal I vide og gøre", [], [*([] if applied else [BOERNENE]), check + wrong])
