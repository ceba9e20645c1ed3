"""Every state of the pane: nothing axe-core finds, nothing wider than the pane, nothing in another language; light,
dark, by keyboard alone, and in the colours of high contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.addin.hosts.excel.web import states
from tests.addin.hosts.excel.web.alone import ALONE, STILL, alone
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import HERE, Pane

pytestmark = pytest.mark.chromium

AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
FINDS = """async () => (await axe.run(document)).violations
  .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 160))])"""
WIDER = """() => [...document.querySelectorAll("body, main, #answer, #answer *")].filter((each) => (
  each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === "visible"
  && each.getBoundingClientRect().right > innerWidth + 1)).map((each) => each.outerHTML.slice(0, 120))"""
ENGLISH = re.compile(r"\b(the|and|error|please|loading|cancel|retry|undefined|null|NaN|object|true|false)\b")
CHOSEN = "() => [document.activeElement.tagName, document.activeElement.textContent.trim()]"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Books:
    return Books(tmp_path_factory.mktemp("tilstande"))


def found_by_axe(pane: Pane) -> Any:
    if not pane.run("() => Boolean(globalThis.axe)"):
        pane.ask("inject", path=str(AXE))
    return pane.run(FINDS)


def check(pane: Pane) -> None:
    """Light and dark, at both widths."""
    for width in states.WIDTHS:
        pane.ask("size", width=width, height=states.HEIGHT)
        for theme in ("light", "dark"):
            pane.run("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
            assert found_by_axe(pane) == [], (width, theme)
        assert pane.run(WIDER) == [], width
    assert not ENGLISH.search(visible(pane)), ENGLISH.search(visible(pane))


@pytest.mark.parametrize("state", ALONE)
def test_before_python_is_there_too(chromium, address, state) -> None:
    page = alone(chromium, address, state)
    check(page)
    chromium.ask("forget", profile=page.profile)


@pytest.mark.parametrize("state", states.STATES)
def test_a_state_can_be_read_by_all_at_both_widths_light_and_dark(pane: Pane, shown, state) -> None:
    states.STATES[state](pane, shown)
    try:
        check(pane)
    finally:
        pane.run("() => { document.documentElement.dataset.theme = 'light'; }")
        states.settle(pane)


def test_axe_would_find_something(pane: Pane) -> None:
    pane.run("""() => {
      const wrong = Object.assign(document.createElement("button"), { id: "wrong" });
      wrong.style.cssText = "display: block; width: 40px; height: 20px";
      document.body.append(wrong);
    }""")
    assert "button-name" in [rule for rule, _ in found_by_axe(pane)]
    pane.run("() => document.getElementById('wrong').remove()")


def visible(pane: Pane) -> str:
    """What the pane says, without what is copied to support or is a name."""
    text: str = pane.run("""() => {
      const all = document.getElementById("app").cloneNode(true);
      for (const each of all.querySelectorAll("pre, code, [hidden]")) each.remove();
      return all.textContent;
    }""")
    return text


# ------------------------------------------------------------------------------------- by keyboard alone


def press(pane: Pane, *keys: str) -> None:
    for key in keys:
        pane.ask("key", key=key)


def tab_to(pane: Pane, text: str) -> None:
    """With Tab alone."""
    for _ in range(60):
        press(pane, "Tab")
        if pane.run(CHOSEN)[1].startswith(text):
            return
    raise AssertionError(f"Tab never comes to {text}")


def test_a_run_is_made_by_keyboard_alone(pane: Pane, shown) -> None:
    states.ready(pane, shown)
    tab_to(pane, "Fordel pulje")
    press(pane, "Enter")
    pane.until("() => Boolean(document.getElementById('go'))")
    assert pane.run(CHOSEN) == ["H2", "Fordel pulje: klar, intet er skrevet endnu"]  # focus is where reading begins
    tab_to(pane, "Dagtilbud!G7")
    press(pane, "Enter")
    pane.until("() => document.getElementById('note').textContent === 'Dagtilbud!G7:G43 er markeret.'")
    tab_to(pane, "Fordel")
    press(pane, "Enter")
    pane.until("() => document.getElementById('answer-title').textContent.endsWith('færdig')")
    assert pane.run(CHOSEN) == ["H2", "Fordel pulje: færdig"]
    tab_to(pane, "Vis alle 24")
    press(pane, "Enter")
    assert pane.run("() => document.querySelectorAll('.amounts tbody tr:not([hidden])').length") == 24
    tab_to(pane, "Fortryd")
    press(pane, "Enter")
    pane.until("() => document.getElementById('answer').textContent.includes('Taget tilbage')")


def test_questions_are_answered_and_left_by_keyboard_alone(pane: Pane, shown) -> None:
    states.questions(pane, shown)
    press(pane, "Tab", "Tab", "Space")  # past the link to the first choice
    tab_to(pane, "Svar og fortsæt")
    press(pane, "Enter")  # the second is not answered
    pane.until("() => document.activeElement.tagName === 'INPUT'")
    assert pane.run("() => document.activeElement.name") == "q1"
    assert pane.run("() => document.activeElement.getAttribute('aria-invalid')") == "true"
    press(pane, "Escape")
    pane.until("() => document.getElementById('answer-title').textContent === 'Fordel pulje: stoppet'")


# ------------------------------------------------------------------------------------- a screen reader


def test_what_happens_is_said_where_a_screen_reader_listens(pane: Pane, shown) -> None:
    pane.open_book(shown.budget)
    live = pane.run("() => [...document.querySelectorAll('#app [role=status]')].map((each) => each.id)")
    assert live == ["status", "hint", "note"]
    pane.run("""() => {
      globalThis.heard = [];
      const status = document.getElementById("status");
      new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true, subtree: true });
    }""")
    pane.whole()
    heard = pane.run("() => heard.filter((each, at) => each !== heard[at - 1])")
    assert heard == ["Læser arkene …", "Regner …", "Klar", "Ser efter, om noget er ændret …", "Skriver arkene …",
                     "Klar"]


# ------------------------------------------------------------------------------------- colours


@pytest.mark.parametrize("colour, theme", [("#292929", "dark"), ("#FFFFFF", "light"), ("#E6E6E6", "light")])
def test_the_pane_is_as_light_or_dark_as_office(chromium, address, colour, theme) -> None:
    profile = chromium.profile(colorScheme="dark" if theme == "light" else "light")  # the system says otherwise
    page = chromium.open(profile, f"{address}pane.html", seed={"theme": colour}, **STILL)
    page.until("() => document.querySelector('button.action')?.disabled === false")
    assert page.run("() => document.documentElement.dataset.theme") == theme
    chromium.ask("forget", profile=profile)


@pytest.fixture
def contrasted(pane: Pane) -> Iterator[Pane]:
    """The pane in the colours of high contrast."""
    pane.ask("media", forcedColors="active")
    yield pane
    pane.ask("media", forcedColors=None)


def test_in_high_contrast_what_is_framed_by_colour_has_a_line(contrasted: Pane, shown) -> None:
    states.checks_before(contrasted, shown)
    border = "(selector) => getComputedStyle(document.querySelector(selector)).borderTopWidth"
    for selector in ("#answer", ".checks > li", "button.main", ".happens"):
        width = contrasted.run(border, selector)
        assert float(width.removesuffix("px")) >= 1, selector
    assert contrasted.run("() => matchMedia('(forced-colors: active)').matches")
