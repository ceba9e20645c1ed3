"""The button "Udmelding": the statement to each recipient, a page each, from the same run as "Fordel pulje"."""

from __future__ import annotations

from addin import who
from addin.actions.fordel_pulje import calculate
from addin.actions.fordel_tjek import published
from addin.finding.asking import Asked
from addin.messages import quiet, warning
from addin.regn.regn import regn
from addin.run.regnet import Regnet
from addin.sheets import sagen
from addin.sheets.run import Run
from addin.sheets.udmelding import ark, ordlyd, tidligere
from addin.sheets.udmelding.brev import Brev, brev, faelles
from addin.sheets.udmelding.ordlyd import Ordlyd
from addin.udkast import draft, final
from addin.until_answered import Choices
from addin.workbook import Plan, Questions, Refusal, SheetPlan, Snapshot

INTET = Ordlyd()
UDEN_UDGAVE = ("Udgave: er udmeldingen et udkast eller endelig? Skriv --udgave høring, --udgave udkast eller "
               "--udgave endelig.")


def udmeld(snapshot: Snapshot, choices: Choices, made: str, version: str, words: Ordlyd = INTET,
           krav_til: tuple[str, ...] = (), earlier: Snapshot | None = None) -> Plan | Questions | Refusal:
    """The pages of all recipients, and nothing else; `words` and `krav_til` are what they say besides figures, and
    `earlier` is the edition they replace."""
    called = who.of(snapshot, {**choices, "ordlyd": " ".join(map(str, words)), "krav_til": " ".join(krav_til)})
    try:
        run = calculate(snapshot, choices, made, version)
        return called.answer(plan_of(run, words, krav_til, regn(published(earlier).laest) if earlier else None))
    except Refusal as refusal:
        return called.answer(refusal)
    except Asked as asked:
        return called.answer(Questions(asked.questions))


def plan_of(run: Run, words: Ordlyd, krav_til: tuple[str, ...], before: Regnet | None = None) -> Plan:
    result = run.first
    edition = sagen.edition(result)
    if not draft(edition) and not final(f"{edition} {result.setup.settings.udgave or ''}"):
        raise Refusal(UDEN_UDGAVE)
    recipients = [recipient.name for recipient in result.figures.recipients]
    words = words._replace(undtagelser=ordlyd.undtagelser(krav_til, recipients))
    same = faelles(result, words, before)
    letters = [brev(run, at, same) for at in range(result.n)]
    told = [warning("smaa_antal", line) for line in same.vist.fortalt]
    changed = [quiet("tidligere", line) for line in tidligere.fortalt(same.tidligere)] if same.tidligere else []
    return Plan(sheets(letters), {}, (), [*run.messages, *told, *changed], [*run.warnings, *told],
                {"modtagere": recipients, "tildeling": result.tildeling.tolist()})


def sheets(letters: list[Brev]) -> list[SheetPlan]:
    called = ark.names([letter.modtager for letter in letters])
    return [ark.ark(letter, number, name) for number, (letter, name) in enumerate(zip(letters, called), 1)]
