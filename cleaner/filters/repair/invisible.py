"""Characters that no one sees: zero-width, soft hyphens, directions, controls, variation selectors.

They break words apart for every later step. What they are *for* stays: joiners and selectors of
emoji, keycaps and flags, joiners between letters of scripts that need them, directions beside
right-to-left text. Spaces of all kinds are left to ``normalise``.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.rare import (
    ANY_CONTROL,
    ANY_UNSEEN,
    CONTROLS,
    DIRECTIONS,
    FILLERS,
    JOINERS,
    UNSEEN,
)
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL = lazy(rf"\x1b\[[0-9;?]{{0,16}}[A-Za-z]|[{CONTROLS}]+")

_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
# Segmentation sets every sign of a sequence apart, hence the spaces: its output stays as it is.
_EMOJI_TAIL = "(?: ?[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff])?"
_TAGS = "\U0001f3f4(?: ?[\U000e0030-\U000e0039\U000e0061-\U000e007a]){1,8} ?\U000e007f"
# Letters that join or carry marks: Arabic to Sinhala, Tibetan, Myanmar, Khmer, Mongolian.
_JOINING = "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdcf\ufe70-\ufefc]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
_HANGUL = "[\u1100-\u115e\u1161-\u11ff\u3131-\u3163\u3165-\u318e\uac00-\ud7a3\uffa1-\uffdc]"
_VARYING = "[\u2018-\u2030\u2200-\u22ff\uff01-\uff1f\u3001\u3002]"
_SIGN = "[\u00a1-\u00b6\u00b8-\u00bf]"
_NEUTRAL = "[ -/:-@[-`{-~]"

_KEPT = "|".join(
    (
        f"{_TAGS}|{_EMOJI}{_EMOJI_TAIL}(?: ?\u200d ?{_EMOJI}{_EMOJI_TAIL})*",
        "[#*0-9] ?[\ufe0e\ufe0f] ?\u20e3",
        f"(?:(?<={_JOINING})|(?<={_JOINING} ))[{JOINERS}\u180b-\u180e\ufe00]",
        f"(?:(?<={_RIGHT_TO_LEFT})|(?<={_RIGHT_TO_LEFT}{_NEUTRAL})"
        f"|(?<={_RIGHT_TO_LEFT}{_NEUTRAL}{{2}})|(?<={_RIGHT_TO_LEFT}{_NEUTRAL}{{3}}))"
        f"[{DIRECTIONS}]+",
        f"[{DIRECTIONS}]+(?={_NEUTRAL}{{0,3}}{_RIGHT_TO_LEFT})",
        f"(?:(?<={_HANGUL})|(?<={_HANGUL} ))[{FILLERS}]",
        f"[{FILLERS}](?= ?{_HANGUL})",
        # Misread bytes that are spoken of: no word has a sign before its hyphen (ä¸\u00ad for 中).
        f"(?:(?<={_SIGN})|(?<={_SIGN} ))\u00ad",
        # Standardised variants of punctuation and symbols (not of Chinese characters).
        f"(?:(?<={_VARYING})|(?<={_VARYING} ))[\ufe00-\ufe02]",
    )
)
_SEQUENCE = lazy(f"({_KEPT})|[{UNSEEN}]+")
_BLANK = lazy("(?<![\u2801-\u28ff])\u2800+(?![\u2801-\u28ff])")  # braille of no dots, for a space


def invisible(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop control characters (``repair.control``) and unseen ones (``repair.invisible``)."""
    unusual = document.once(strange)
    if ANY_CONTROL.search(unusual):
        document = document.sub(_CONTROL, "", "repair.control")
    if ANY_UNSEEN.search(unusual):
        document = document.apply(_unseen(document.text))
    if "\u2800" in unusual:
        document = document.sub(_BLANK, " ", "repair.invisible")
    return document


def _unseen(text: str) -> Iterator[Edit]:
    """Yield edits that drop unseen characters; only lines that have any are gone through."""
    line = ANY_UNSEEN.search(text)
    while line is not None:
        start = text.rfind("\n", 0, line.start()) + 1
        end = text.find("\n", line.start())
        end = len(text) if end < 0 else end
        for match in _SEQUENCE.finditer(text, start, end):
            if match.group(1) is None:
                yield Edit(*match.span(), "", "repair.invisible")
        line = ANY_UNSEEN.search(text, end)
