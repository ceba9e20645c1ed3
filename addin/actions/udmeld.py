"""The button "Udmelding": the statement to each recipient, a page each, from the same run as "Fordel pulje"."""

from __future__ import annotations

from addin import who
from addin.actions.fordel_pulje import calculate
from addin.actions.fordel_tjek import as_it_stands, read
from addin.danish import listed
from addin.finding.asking import Asked
from addin.messages import quiet, warning
from addin.regn.regn import regn
from addin.run.puljer import Puljer
from addin.run.regnet import Regnet
from addin.sheets import sagen
from addin.sheets.run import Run
from addin.sheets.udmelding import ark, ordlyd, tidligere, til_hver
from addin.sheets.udmelding.brev import Brev, brev, faelles
from addin.sheets.udmelding.ordlyd import REGULERES, Ordlyd
from addin.sheets.udmelding.tidligere import Udgave
from addin.sheets.udmelding.til_hver import MANY
from addin.udkast import draft, final
from addin.until_answered import Choices
from addin.workbook import Plan, Question, Questions, Refusal, SheetPlan, Snapshot
from workbook_templates.sagsoplysninger import FAST_SATS

ACCEPTERET = "udmelding accepteret"  # a choice beside the settings: who accepts that small counts can be worked out
UDGAVER = (("høring", "Udkast i høring"), ("udkast", "Udkast"), ("endelig", "Endelig"))
KRAEVER_TIDLIGERE = ("Efterregulering med fast sats: giv også den udgave, der erstattes (--tidligere), så det kan ses, "
                     "at satsen er den samme.")
FLERE_SATSER = ("Efterregulering med fast sats: den tidligere udgave {} har flere puljer med hver sin sats. Vælg "
                "lukket pulje.")
UDEN_PULJE = "Ikke med i nogen af puljerne: {}."
KRAV_TIL_PENGE = ('{}: "{}" er om penge, der gives, og kan ikke siges om en besparelse. Skriv kravet med egne ord, '
                  "eller lad det være.")
ANDEN_SATS = ("Efterregulering med fast sats: {} ville få {} med satsen fra {}, og får {} Ret puljen, så satsen er "
              "den samme, eller vælg lukket pulje.")


def udmeld(snapshot: Snapshot, choices: Choices, made: str, version: str, krav_til: tuple[str, ...] = (),
           earlier: Snapshot | None = None) -> Plan | Questions | Refusal:
    """The pages of all recipients, and nothing else; `krav_til` are exceptions to the demands besides those in the
    workbook, and `earlier` is the edition they replace."""
    called = who.of(snapshot, {**choices, "krav_til": " ".join(krav_til)})
    try:
        run = calculate(snapshot, choices, made, version)
        ask(run.first)
        before = replaced(earlier) if earlier else None
        return called.answer(plan_of(run, words_of(run.first, krav_til, choices), before))
    except Refusal as refusal:
        return called.answer(refusal)
    except Asked as asked:
        return called.answer(Questions(asked.questions))


def replaced(earlier: Snapshot) -> Udgave:
    """The edition a statement replaces."""
    with as_it_stands(earlier):
        found = read(earlier)
        return Udgave(found.sum, found) if isinstance(found, Puljer) else Udgave(regn(found))


def ask(result: Regnet) -> None:
    """What a statement says that only the user knows; raises Asked."""
    edition, settings = sagen.edition(result), result.setup.settings
    is_draft = bool(draft(edition))
    asked: list[Question] = []
    if not is_draft and not final(f"{edition} {settings.udgave or ''}"):
        asked.append(Question("udgave", "Er udmeldingen et udkast eller endelig?", UDGAVER))
    elif not is_draft and "efterregulering" in result.dele:
        if not settings.efterregulering_som:
            asked.append(Question("efterregulering_som", "Noget er udmeldt før. Hvordan er efterreguleringen fundet?",
                                  tuple(REGULERES.items())))
        if not settings.reguleres_over:
            asked.append(Question("reguleres_over", "Over hvilke måneder fordeles efterreguleringen? Skriv fx "
                                  'august-december, eller "på én gang".', check=ordlyd.wrong_months))
    if asked:
        raise Asked(tuple(asked))


def words_of(result: Regnet, krav_til: tuple[str, ...], choices: Choices) -> Ordlyd:
    recipients = [recipient.name for recipient in result.figures.recipients]
    others = {**til_hver.krav(result), **ordlyd.undtagelser(krav_til, recipients)}
    words = Ordlyd.af(result.setup.settings, others, str(choices.get(ACCEPTERET) or "").strip())
    if result.saving:
        own = {f"Krav til {name}": krav for name, krav in others.items()}
        for said, krav in {result.setup.said("krav"): words.krav, **own}.items():
            if krav in ordlyd.KRAV:
                raise Refusal(KRAV_TIL_PENGE.format(said, ordlyd.KRAV[krav]))
    return words


def plan_of(run: Run, words: Ordlyd, before: Udgave | None = None) -> Plan:
    result = run.first
    if words.reguleres == FAST_SATS and "efterregulering" in result.dele:
        if before is None:
            raise Refusal(KRAEVER_TIDLIGERE)
        if before.puljer:
            raise Refusal(FLERE_SATSER.format(before.regnet.snapshot.file_name))
        tidligere.samme_sats(before.regnet, result, ANDEN_SATS)
    same = faelles(run, words, before)
    letters = [brev(run, at, same) for at in range(result.n)]
    told = [warning("smaa_antal", line) for line in same.fortalt]
    changed = [quiet("tidligere", line) for line in tidligere.fortalt(same.tidligere)] if same.tidligere else []
    own = [quiet("til_hver", line) for line in til_hver.fortalt(result)]
    outside = [letter.modtager for at, letter in enumerate(letters) if not same.med(at)]
    own += [quiet("puljer", UDEN_PULJE.format(listed(outside, MANY)))] if outside else []
    return Plan(sheets(letters), {}, (), [*run.messages, *told, *changed, *own], [*run.warnings, *told],
                {"modtagere": [letter.modtager for letter in letters], "tildeling": result.tildeling.tolist()})


def sheets(letters: list[Brev]) -> list[SheetPlan]:
    called = ark.names([letter.modtager for letter in letters])
    return [ark.ark(letter, number, name) for number, (letter, name) in enumerate(zip(letters, called), 1)]
