"""What may be said with a run: the key of a setting, or of what may be asked. Any other is mistyped."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from addin.finding.asking import REMEMBERED, TABLE
from addin.settings.seen.computed_again import WHOSE
from addin.settings.seen.merges import BLANK, MERGED
from addin.settings.seen.number_formats import SHOWN
from addin.settings.seen.rich_text import STRUCK_OUT
from addin.settings.seen.uncomputed import UNCOMPUTED, ZERO_POOL
from addin.settings.settle import NO_SETTING
from addin.workbook import Refusal
from workbook_templates.fordel_tjek import BEGRUNDELSE
from workbook_templates.opsaetning import SETTINGS

# Questions that one workbook raises and the next does not: an answer to one that was not asked is only told.
SOMETIMES_ASKED = (BEGRUNDELSE, TABLE, *REMEMBERED,
                   *(begin.strip() for begin in (BLANK, MERGED, SHOWN, STRUCK_OUT, UNCOMPUTED, WHOSE, ZERO_POOL)))


def same(text: str) -> str:
    """What two texts have in common when a user would call them the same: not case, not how blanks are made."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def is_known(key: str) -> bool:
    """Whether a key is that of a setting, or of what may be asked."""
    return same(key) in set(map(same, SETTINGS)) or same(key).startswith(SOMETIMES_ASKED)


def near(key: str, keys: Iterable[str]) -> str:
    """The one of some keys that another may be a slip of; "" where none is near."""
    called = {same(each): each for each in keys}
    found = difflib.get_close_matches(same(key), called, 1)
    return called[found[0]] if found else ""


def check(choices: Iterable[str]) -> None:
    """Raises Refusal where one of them is no key of anything."""
    for key in choices:
        if key not in NO_SETTING and not is_known(key):
            meant = near(key, SETTINGS)
            raise Refusal(f'Der er hverken en indstilling eller et spørgsmål, der hedder "{key}".'
                          + (f" Mente du {meant}?" if meant else ""))
