"""Signs of the damage that few pages have, and its repairs, which are read where there is a sign.

On one page of eight or fewer, of 266, there is any of one kind. To read all the modules that the
others need not takes a hundredth of the time of a page of 5 KB in a process of its own.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.evidence import SPAM, present
from cleaner.patterns import lazy
from cleaner.pipeline import function
from cleaner.settings import Settings
from cleaner.strange import strange


class Late:
    """A repair, a function in a module of the same name that is read when it is first called."""

    def __init__(self, name: str) -> None:
        self._place = f"cleaner.filters.repair.{name}:{name}"

    def __call__(self, document: Document, settings: Settings) -> Document:
        result: Document = function(self._place)(document, settings)
        return result


DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
JOINERS = "\u200c\u200d"
# Soft hyphen, grapheme joiner, zero-width space, word joiner and invisible operators, deprecated
# format characters, byte order mark, interlinear annotation, object replacement; tags.
_NOTHING = (
    "\u00ad\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc\U000e0001-\U000e007f"
)
FILLERS = "\u115f\u1160\u3164\uffa0"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
#: Characters that no one sees, as the inside of a character class.
UNSEEN = DIRECTIONS + JOINERS + _NOTHING + FILLERS + _SELECTORS
# Controls but tab, the line ends (LF, VT, FF, CR, NEL), and code points that are no characters.
CONTROLS = "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
ANY_CONTROL = lazy(f"[{CONTROLS}]")
ANY_UNSEEN = lazy(f"[{UNSEEN}]")

#: Private use, as the inside of a character class.
PRIVATE = "\ue000-\uf8ff"
ANY_PRIVATE = lazy(f"[{PRIVATE}]")
#: Zhuyin, as the inside of a character class.
ZHUYIN = "\u3105-\u3129"
ANY_ZHUYIN = lazy(f"[{ZHUYIN}]")
_SYMBOL = lazy("[\U0001f000-\U0001fbff]")

# Of what most chapters have where a replacement of quotation marks changed bytes (尽管, 小姑娘,
# 哈哈, 怪不得, 小狗), the forms that honest text has least; one character is found at once.
_QUOTE_BYTES = tuple(
    (char, lazy(rf"{char}(?:(?<=小.)|(?<=[！!\s].)|(?<!.))")) for char in "泵炳敝狈狽"
)


def has_unseen(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is a control, or a character that no one sees."""
    unusual = document.once(strange)
    return (
        ANY_CONTROL.search(unusual) is not None
        or ANY_UNSEEN.search(unusual) is not None
        or "\u2800" in unusual
    )


def has_entity(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is what all entities begin with."""
    text = document.text
    return "&" in text or (";" in text and ("nbsp;" in text or "quo;" in text or "#x" in text))


def has_private_use(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is a character of private use."""
    return ANY_PRIVATE.search(document.once(strange)) is not None


def has_zhuyin(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is zhuyin."""
    return ANY_ZHUYIN.search(document.once(strange)) is not None


def has_symbol(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is an emoji or another symbol of the rows that have them."""
    return _SYMBOL.search(document.once(strange)) is not None


def has_advertising(document: Document, settings: Settings) -> bool:
    """Whether there is a word of advertising."""
    return bool(present(document, settings, SPAM))


def has_quote_bytes(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is one of the commonest results of a replacement of quotation marks."""
    text = document.text
    if "避" in text and ("尽避" in text or "盡避" in text):
        return True
    return any(char in text and after.search(text) is not None for char, after in _QUOTE_BYTES)
