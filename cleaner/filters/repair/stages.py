"""The order of the repairs, and running them until nothing changes.

One repair lays bare work for another: an entity stands for a zero-width space, which splits the
gloss that hides a doubled comma. So the tuple below goes from characters to lines, and is run again
while it changes something.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.document import Document
from cleaner.filters.repair.echo import echo
from cleaner.filters.repair.entities import entities
from cleaner.filters.repair.escapes import escapes
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.homoglyphs import homoglyphs
from cleaner.filters.repair.invisible import invisible
from cleaner.filters.repair.lost_bytes import lost_bytes
from cleaner.filters.repair.mojibake import mojibake
from cleaner.filters.repair.private_use import private_use
from cleaner.filters.repair.punctuation import punctuation
from cleaner.filters.repair.ruby import ruby
from cleaner.filters.repair.spam import spam
from cleaner.filters.repair.watermark import watermark
from cleaner.settings import Settings

Repair = Callable[[Document, Settings], Document]

REPAIRS: tuple[Repair, ...] = (
    mojibake,
    invisible,
    entities,
    escapes,
    private_use,
    homoglyphs,
    glosses,
    ruby,
    lost_bytes,
    punctuation,
    watermark,
    spam,
    echo,
)

# Real pages are done after the second round, which only finds that nothing is left; four kinds of
# damage one inside the other take three. The bound keeps text made to be hostile linear.
ROUNDS = 12


def repair(document: Document, settings: Settings) -> Document:
    """Return the document with the damage undone that can be told from honest text.

    Every change is an edit of a rule ``repair.*``. Text without damage costs a few searches.
    """
    for _ in range(ROUNDS):
        before = document.text
        for step in REPAIRS:
            document = step(document, settings)
        if document.text == before:
            break
    return document
