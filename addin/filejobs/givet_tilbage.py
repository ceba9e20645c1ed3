"""Which small counts the copy gives back: the attack on all that stands on it, and on what was published before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from addin.actions.fordel_tjek import published
from addin.checks import small_counts
from addin.checks.subject import Subject
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.sheets import andele
from addin.sheets.run import Run
from addin.smaa_antal import plan
from addin.smaa_antal.attack import given_back
from addin.smaa_antal.published import Publication, printed

NO_ROUNDING = "At runde beløbene af skjuler intet."
WHERE = "Vejene vælges i modellen (Fordel opsætning), og så fordeles der igen."


def published_before(name: str, data: bytes) -> Subject:
    """An edition by its own settings; raises Refusal where it cannot be read as it stands."""
    package = Package(data, name)
    package.refuse_document_types()
    return published(snapshot(package, data))


def lines(run: Run, earlier: Sequence[Subject]) -> list[str]:
    """Who can be worked out, by what, and the ways out; [] where nothing was found."""
    if is_of_all(run):
        return []
    return small_counts.given(subject(run), earlier, lambda made: with_sats(made, run))


def shares_give_more(run: Run, earlier: Sequence[Subject]) -> bool:
    """Whether anybody can be worked out by the shares of the page and the amounts together, who cannot be by the
    amounts alone: then the copy has no shares."""
    if is_of_all(run):
        return False
    alone = small_counts.beside(subject(run), earlier, lambda made: with_sats(made, run))
    both = small_counts.beside(subject(run), earlier, lambda made: with_shares(with_sats(made, run), run))
    if alone is None or both is None or len(both.names) > small_counts.MOST_RECIPIENTS or both.most is None:
        return False
    return not {back.number for back in given_back(both)} <= {back.number for back in given_back(alone)}


def is_of_all(run: Run) -> bool:
    """Whether the key is the column of all the children, who are public: then there is no count of some of them."""
    areas, key = run.first.setup.areas, run.first.setup.key
    return key == "noegle" and areas.get("boern") == areas[key]


def subject(run: Run) -> Subject:
    return Subject(run.laest, run.first.figures, run.first)


def with_sats(made: Publication, run: Run) -> Publication:
    """The appendix prints the sats."""
    main = replace(made.columns[0], sats=printed(run.first.fordeling.sats))
    return replace(made, columns=(main, *made.columns[1:]))


def with_shares(made: Publication, run: Run) -> Publication:
    """The page prints shares of houses, of groups and of all."""
    if not andele.shows_counts(made):
        return made
    houses = andele.houses_of(run.first, made)
    least, most, totals = plan.shown_as(houses, plan.plan(houses))
    return replace(made, least=least, most=most, totals=totals)


def refusal(found: Sequence[str], limit: int) -> str:
    """With the ways out in their order."""
    told = "\n".join(f"  {line}" for line in found)
    return (f"Kopien er ikke lavet: antal børn under {limit} kan regnes ud af den.\n{told}\n{WHERE} {NO_ROUNDING}")
