"""The copy that may leave the house: the page and its appendix as values, in a workbook made from nothing.

Nothing of the file is carried over, not even the page itself: it is computed again from the workbook's own figures and
settings, held against the page that is there, and written anew. So only what Fordel has words for can be on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from addin import clock, who
from addin.checks.published import publication
from addin.checks.run import in_words
from addin.checks.several import Named
from addin.filejobs import givet_tilbage, koersel, siden, tilvalg, udeladt
from addin.filejobs.brugerark import ARK, Own, own_sheets
from addin.filejobs.diagrammer import draw
from addin.filejobs.egne_beloeb import egne
from addin.filejobs.personer import Judged, judged
from addin.filejobs.udeladt import LeftOut
from addin.finding.asking import Asked
from addin.hosts.files.package import Package
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.hosts.files.snapshot import snapshot
from addin.messages import Message, quiet, warning
from addin.sheets.run import Run
from addin.until_answered import Choices, Decide
from addin.version import VERSION
from addin.workbook import Plan, Question, Questions, Refusal

NOEGLE = "klargoer"
ALLIGEVEL, VALGT_AF = f"{NOEGLE} alligevel", f"{NOEGLE} valgt af"  # choices beside those of the settings
SUBJECT = "Klargjort med Fordel"  # a property of the copy, by which it is known again
NO_OWN = "Med flere puljer kan egne ark ikke komme med i kopien endnu. Gør klar uden dem (uden --ark)."
LOOKED_AT = {ALLIGEVEL: "set efter", VALGT_AF: "set efter"}  # answers where no copy is to be kept
ANYWAY = "Små antal kan regnes ud af beløbene. De er sendt alligevel, fordi: {reason} Besluttet af {who} den {made}."
WHO = ("Antal børn under {limit} kan regnes ud af kopien. Hvem har besluttet, at den sendes alligevel? Skriv et "
       "udvalg, en afdeling eller en stilling.")
LIMIT = ("Mindste antal, der vises, er {limit} (det almindelige er 5, det laveste 3). Hvem har valgt det? Skriv et "
         "udvalg, en afdeling eller en stilling. Står det på Fordel opsætning (Mindste antal: valgt af), bliver der "
         "ikke spurgt; et andet antal vælges også der.")
KEPT_AS = "mindste_valgt_af"
KEPT = ("Mindste antal, der vises, er {limit}, valgt af {who}, {made}. Skriv det på Fordel opsætning (Mindste antal: "
        "valgt af), så bliver der ikke spurgt igen.")


SUFFIX, LIST, ENDING = " klargjort", " udeladt", ".xlsx"  # of the two files, whatever the workbook was
STILL = ("Skal den sendes, som den er, så skriv hvorfor. Begrundelsen kommer til at stå på kopien. Luk ellers vinduet.")


@dataclass
class Klargjort(Plan):
    """What `klargoer` has made: the copy, and the list of what is not in it, as files."""

    copy: bytes = field(default=b"", repr=False)
    list: bytes = field(default=b"", repr=False)
    left_out: Sequence[LeftOut] = ()  # the lines of the list
    keep: Mapping[str, str] = field(default_factory=dict)  # settings that were answered, and stand nowhere yet


def list_of(copy: str) -> str:
    """What the list of a copy is called.

    >>> list_of("Budget 2027 klargjort.xlsx")
    'Budget 2027 klargjort udeladt.xlsx'
    """
    return copy.removesuffix(ENDING) + LIST + ENDING


def asking(answer: Klargjort | Questions | Refusal) -> Klargjort | Questions | Refusal:
    """For a host whose user sits there: where small counts stop it, why it is sent anyway is asked."""
    if not isinstance(answer, Refusal) or answer.about != NOEGLE:
        return answer
    text = f"{answer} {STILL}"
    return Questions((Question(ALLIGEVEL, text, check=in_words),))


def deciding(name: str, data: bytes, earlier: Callable[[Choices], Sequence[tuple[str, bytes]]]) -> Decide:
    """The same for such a host, at one time of day; `earlier` finds the editions, and may ask for them (Asked). What
    can become no copy is refused before that is asked."""
    made = clock.now()

    def decide(given: Choices) -> Klargjort | Questions | Refusal:
        choices = {tilvalg.SPOERG: True, **given}
        try:
            before = earlier(choices)
        except Asked as asked:
            answer = klargoer(name, data, choices, made, VERSION)
            is_no = isinstance(answer, Refusal) and answer.about != NOEGLE
            return answer if is_no else Questions(asked.questions)
        return asking(klargoer(name, data, choices, made, VERSION, before))

    return decide


def klargoer(name: str, data: bytes, choices: Choices, made: str, version: str,
             earlier: Sequence[tuple[str, bytes]] = ()) -> Klargjort | Questions | Refusal:
    """`data` is a workbook that has been distributed, `name` what its file is called; `earlier` are editions that were
    published before, each with its name. `choices` are answers; `made` is when, as it shall be shown."""
    try:
        package = Package(data, name)
        package.refuse_document_types()
        taken = snapshot(package, data)
    except Refusal as refusal:
        return refusal
    words = who.of(taken, choices)
    try:
        done = koersel.calculate(taken, {key: value for key, value in choices.items() if not key.startswith(NOEGLE)},
                                 made, version)
        done, kept_in = done.proven(made, taken.sha256).for_others()
        chosen = tilvalg.own(package, done.whole, choices, bool(done.puljer))
        if done.puljer and chosen[ARK]:
            raise Refusal(NO_OWN)
        pools = done.subjects([givet_tilbage.published_before(*each) for each in earlier])
        users = own_sheets(package, done.whole, chosen)
        beside = egne(users, publication(pools[0].subject))
        lines = [*beside.read_off, *givet_tilbage.lines(pools, beside.columns)]
        done = done.warned(judge_small_counts(done.whole, choices, pools, lines))
        sheets = done.sheets(words)
        own = siden.compare(taken, sheets)
        done, fewer = done.beside(pools, beside.columns)
        sheets, kept_in = done.sheets(words) if fewer else sheets, [*kept_in, *fewer]
        seen = judged([*sheets, *(each.plan for each in users)], choices)
        left_out = [*udeladt.of_package(package, taken.ours, [each.plan.name for each in users]), *own, *kept_in,
                    *(line for each in users for line in each.left_out), *seen.left_out]
        keep = keeping(done.whole, choices, pools)
        return written(done.whole, seen, users, left_out, [*beside.unknown, *kept(done.whole, keep)], keep)
    except Refusal as refusal:
        return Refusal(words.said(str(refusal)), refusal.about)
    except Asked as asked:
        return Questions(tuple(map(words.question, asked.questions)))


def written(run: Run, seen: Judged, users: Sequence[Own], left_out: Sequence[LeftOut], more: Sequence[str],
            keep: Mapping[str, str]) -> Klargjort:
    """The two files, and what is told."""
    said = {"subject": SUBJECT, "created": clock.instant(run.made)}
    copy = scratch_workbook(Plan(seen.sheets), properties={**said, "title": siden.title(seen.sheets[0])},
                            looks={each.plan.name: each.looks for each in users},
                            merged={each.plan.name: each.merged for each in users},
                            more=lambda book: draw(book, {each.plan.name: each.charts for each in users}))
    listed = udeladt.sheet(run.laest.snapshot.file_name, left_out, run.made, run.version, more)
    list_file = scratch_workbook(Plan([listed]), properties={**said, "title": udeladt.TITEL})
    told: list[Message] = [quiet(NOEGLE, line) for line in (*udeladt.in_short(left_out), *more)]
    return Klargjort(seen.sheets, messages=[*told, quiet(NOEGLE, udeladt.AKTINDSIGT)],
                     warnings=[message for message in run.warnings if message.about == NOEGLE],
                     summary={"ark": [sheet.name for sheet in seen.sheets], "udeladt": len(left_out)},
                     copy=copy, list=list_file, left_out=left_out, keep=keep)


# ------------------------------------------------------------------------------------- small counts


def judge_small_counts(run: Run, choices: Choices, pools: Sequence[Named], lines: Sequence[str]) -> list[Message]:
    """What stands on the copy where small counts can be worked out, as the `lines` say, and it is sent anyway; raises
    Refusal where it is not to be, and Asked where nobody has said who chose."""
    limit, chosen_by = int(run.first.setup.settings.mindste_antal), who_chose(run, choices)
    reason = str(choices.get(ALLIGEVEL) or "").strip()
    if lines and not reason:
        raise Refusal(givet_tilbage.refusal(lines, limit), NOEGLE)
    if not chosen_by and (lines or is_chosen(run, pools)):
        raise Asked((Question(VALGT_AF, (WHO if lines else LIMIT).format(limit=limit)),))
    if not lines:
        return []
    said = ANYWAY.format(reason=reason.rstrip(".") + ".", who=chosen_by, made=run.made)
    return [warning(NOEGLE, said)]


def who_chose(run: Run, choices: Choices) -> str:
    """Who has chosen the least count that is shown, as it is answered, or as it is kept in the workbook."""
    return str(choices.get(VALGT_AF) or run.first.setup.settings.mindste_valgt_af or "").strip()


def is_chosen(run: Run, pools: Sequence[Named]) -> bool:
    """Whether it matters: where it is another than usual, or hides a count."""
    settings, published = run.first.setup.settings, [publication(each.subject) for each in pools]
    return settings.mindste_antal != type(settings)().mindste_antal or any(each and each.hidden for each in published)


def keeping(run: Run, choices: Choices, pools: Sequence[Named]) -> dict[str, str]:
    """The setting that was answered and is to stand in the workbook, so that it is asked once."""
    settings, who_said = run.first.setup.settings, str(choices.get(VALGT_AF) or "").strip()
    return {KEPT_AS: who_said} if who_said and is_chosen(run, pools) and not settings.mindste_valgt_af else {}


def kept(run: Run, keep: Mapping[str, str]) -> list[str]:
    """What is told of it: the job itself writes nothing in the workbook."""
    limit = int(run.first.setup.settings.mindste_antal)
    return [KEPT.format(limit=limit, who=who_said, made=run.made) for who_said in keep.values()]
