"""The order of the repairs, and running them until nothing changes.

One repair lays bare work for another: an entity stands for a zero-width space, which splits the
gloss that hides a doubled comma. So the tuple below goes from characters to lines, and is run again
while it changes something.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.document import Document
from cleaner.filters.normalise.lines import line_ends
from cleaner.filters.repair.echo import echo
from cleaner.filters.repair.entities import entities
from cleaner.filters.repair.escapes import escapes
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.homoglyphs import homoglyphs
from cleaner.filters.repair.invisible import invisible
from cleaner.filters.repair.lost_bytes import lost_bytes
from cleaner.filters.repair.mojibake import misread, mojibake, suspicious
from cleaner.filters.repair.noise import noise
from cleaner.filters.repair.private_use import private_use
from cleaner.filters.repair.punctuation import punctuation
from cleaner.filters.repair.ruby import ruby
from cleaner.filters.repair.spam import spam
from cleaner.filters.repair.stuffing import stuffing
from cleaner.filters.repair.watermark import watermark
from cleaner.settings import Settings

Repair = Callable[[Document, Settings], Document]


def lines(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Make all line ends alike: other repairs look for lines. What is misread may have a NEL."""
    return line_ends(document, "repair.line-end")


REPAIRS: tuple[Repair, ...] = (
    mojibake,
    lines,
    invisible,
    entities,
    escapes,
    glosses,
    private_use,
    homoglyphs,
    ruby,
    lost_bytes,
    punctuation,
    watermark,
    stuffing,
    noise,
    spam,
    echo,
)

# What escapes of Chinese begin with, and the private use of the BMP in UTF-8.
_ESCAPES = ("\\", "%E", "%e")
_PRIVATE_USE = b"\xee"

# Real pages are done after the second round, which only finds that nothing is left; four kinds of
# damage one inside the other take three. The bound keeps text made to be hostile linear.
ROUNDS = 12


def repair(document: Document, settings: Settings) -> Document:
    """Return the document with the damage undone that can be told from honest text.

    Every change is an edit of a rule ``repair.*``. Text without damage costs a few searches. A
    repair that left a text alone is not asked about the same text again, nor about one that
    differs by an ellipsis or a dash alone, the only change on every fourth page.
    """
    content: dict[Repair, str] = {}  # the text that a repair had nothing to do in
    for _ in range(ROUNDS):
        before = document.text
        for step in REPAIRS:
            text = document.text
            if content.get(step) == text:
                continue
            if step is mojibake and step in content and not misread(text, content[step]):
                content[step] = text
                continue
            document = step(document, settings)
            if document.text == text:
                content[step] = text
            elif step is punctuation:
                content |= {other: document.text for other in content if content[other] == text}
        if document.text == before:
            break
    return document


def again(document: Document, settings: Settings) -> bool:
    """Whether what later filters made of the text may show damage that was hidden before.

    Spaces that went stood between an escape and Chinese; characters that are written otherwise now
    are other bytes of misread text; a character of private use counts between Chinese ones.
    """
    text = document.text
    return (
        any(sign in text for sign in _ESCAPES)
        or _PRIVATE_USE in text.encode("utf-8", "surrogatepass")
        or (settings.mojibake and suspicious(document))
    )
