"""All forms by one road: which a returned file is, what is answered in it, and how the answers stand together. A
template that is sent to many is one of them where its data say whose its lines are."""

from __future__ import annotations

from addin.danish import listed
from addin.filejobs.saml import flet, indsendt, opfoelgning, private, read
from addin.filejobs.saml.form import NAVN
from addin.filejobs.saml.gather import gather
from addin.filejobs.saml.known import GATHERED, Aside, refuse_edition, template
from addin.filejobs.saml.returned import Fault, Gathered, Reply, Returned
from addin.filejobs.saml.skema import samles, skema
from workbook_templates.skabeloner import NAVNE, skabelon
from workbook_templates.udmelding import OPFOELGNING

UNKNOWN = ("er ikke lavet af en af Fordels skabeloner (det skjulte navn Fordel_skabelon mangler). Er arket flyttet til "
           "en anden fil, så bed om svarene i skabelonen selv")
# Who has answered, of each kind but the templates that are sent to many: of those the files are counted.
WHO = {NAVN: ("kommune", "kommuner"), OPFOELGNING: ("institution", "institutioner")}
FILES = ("udfyldt skabelon", "udfyldte skabeloner")


def answered(book: Returned) -> tuple[str, list[Reply]]:
    """Which form a file is, and what is answered in it; raises Aside."""
    kind, edition = template(book) or ("", 0)
    if kind == GATHERED:
        raise Aside("er selv en samling, ikke et svar")
    if kind == OPFOELGNING:
        return kind, opfoelgning.read(book, edition)
    if private.is_private(book, [ark.navn for ark in skabelon(kind).ark] if kind in NAVNE else ()):
        raise Aside(private.ASIDE)
    gathered = (NAVN, *samles())
    if not kind:
        raise Aside(UNKNOWN)
    if kind not in gathered:
        raise Aside(f"er skabelonen {kind}, som ikke samles; det gør {listed(list(gathered), len(gathered))}")
    refuse_edition(edition, skabelon(kind).udgave)
    return kind, [read.read(book) if kind == NAVN else indsendt.read(book, skema(kind))]


def together(kind: str, replies: list[Reply], aside: list[Fault], files: int) -> Gathered:
    """Raises Refusal where nothing can be made of them together."""
    if kind in samles():
        return flet.gather(skema(kind), replies, aside, files)
    return gather(replies, aside, files)
