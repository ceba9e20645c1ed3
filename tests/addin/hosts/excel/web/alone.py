"""The states that take a page of their own: before Python is there, where it never comes, and the other page."""

from __future__ import annotations

from typing import Any

from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane

TOO_OLD = "() => document.getElementById('old')?.checkVisibility()"
TITLE = "() => document.getElementById('answer-title')?.textContent === '{}'"
# Where no Python is wanted, none is started beside what is looked at; the first state is held so, too.
STILL = {"broken": {"worker.js": {"how": "never", "times": 99}}}
OLD = "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko"
# State -> page, profile, how it is opened, and when it is there.
ALONE: dict[str, tuple[str, dict[str, Any], dict[str, Any], str]] = {
    "30 henter": ("pane", {}, STILL, "() => document.getElementById('status')?.textContent.startsWith('Henter')"),
    "31 kunne ikke hentes": ("pane", {}, {"broken": {"fordel.zip": {"how": "abort", "times": 99}}},
                             TITLE.format("Fordel kunne ikke hentes")),
    "32 uden for Excel": ("pane", {}, {"seed": {"host": None}, **STILL}, TITLE.format("Åbn Fordel i Excel")),
    "33 uden Office.js": ("pane", {}, {"withoutOffice": True, **STILL}, TITLE.format("Fordel kunne ikke hentes")),
    "34 for gammelt Office": ("pane", {"userAgent": OLD}, {}, TOO_OLD),
    "35 Fordels funktioner": ("funktioner", {}, {}, READY),
}


def alone(chromium: Chromium, address: str, name: str) -> Pane:
    """A page in such a state."""
    file, profile, how, there = ALONE[name]
    page = chromium.open(chromium.profile(**profile), f"{address}{file}.html", **how)
    page.until(there, timeout=120_000)
    return page
