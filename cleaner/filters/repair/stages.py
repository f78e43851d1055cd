"""The order of the repairs, and running them until nothing changes.

One repair lays bare work for another: an entity stands for a zero-width space, which splits the
gloss that hides a doubled comma. So the tuple below goes from characters to lines, and is run again
while it changes something.
"""

from __future__ import annotations

from operator import ne

from cleaner.document import Document
from cleaner.filters.normalise.lines import line_ends
from cleaner.filters.repair.echo import echo
from cleaner.filters.repair.entities import entities
from cleaner.filters.repair.escapes import escapes
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.halves import TONED
from cleaner.filters.repair.homoglyphs import RARE, homoglyphs
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
from cleaner.named import NamedTuple
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def lines(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Make all line ends alike: other repairs look for lines. What is misread may have a NEL."""
    return line_ends(document, "repair.line-end")


class Step(NamedTuple):
    """A repair, and what spares asking for it, or for others, again.

    ``concerns`` tells whether a text that others changed may have work for it, beside the text that
    it had none in. One that is ``closed`` makes what no other has work in: an ellipsis or a dash,
    the only change on every fourth page.
    """

    repair: Callable[[Document, Settings], Document]
    concerns: Callable[[str, str], bool] = ne
    closed: bool = False


STEPS: tuple[Step, ...] = (
    Step(mojibake, concerns=misread),
    Step(lines),
    Step(invisible),
    Step(entities),
    Step(escapes),
    Step(glosses),
    Step(private_use),
    Step(homoglyphs),
    Step(ruby),
    Step(lost_bytes),
    Step(punctuation, closed=True),
    Step(watermark),
    Step(stuffing),
    Step(noise),
    Step(spam),
    Step(echo),
)

# What escapes of Chinese begin with, rare characters that radicals are written as, and the private
# use of the BMP in UTF-8.
_SIGNS = ("\\", *RARE)
_PERCENT = lazy("%(?=[Ee])")
_PRIVATE_USE = lazy("[\ue000-\uefff]")
_READING = lazy(f"[{''.join(sorted(TONED))}][a-z]{{0,3}}[)）]")

# Real pages are done after the second round, which only finds that nothing is left; four kinds of
# damage one inside the other take three. The bound keeps text made to be hostile linear.
ROUNDS = 12


def repair(document: Document, settings: Settings) -> Document:
    """Return the document with the damage undone that can be told from honest text.

    Every change is an edit of a rule ``repair.*``. Text without damage costs a few searches: a
    repair that left a text alone is not asked about the same text again.
    """
    return together([document], settings)[0]


def together(documents: list[Document], settings: Settings) -> list[Document]:
    """Do that for each of ``documents``, one step after the other: see :mod:`cleaner.pipeline`."""
    courses = [Course(document) for document in documents]
    left = courses
    for _ in range(ROUNDS):
        before = [course.document.text for course in left]
        for step in STEPS:
            for course in left:
                course.take(step, settings)
        left = [
            course
            for course, text in zip(left, before, strict=True)
            if course.document.text != text
        ]
        if not left:
            break
    return [course.document for course in courses]


class Course:
    """A document on its way through the repairs, and the text in which each had nothing to do."""

    def __init__(self, document: Document) -> None:
        self.document: Document = document
        self._content: dict[Step, str] = {}

    def take(self, step: Step, settings: Settings) -> None:
        """Let a repair do its work, unless it is known to have none."""
        content, text = self._content, self.document.text
        settled = content.get(step)
        if settled == text:
            return
        if settled is not None and not step.concerns(text, settled):
            content[step] = text
            return
        self.document = step.repair(self.document, settings)
        after = self.document.text
        if after == text:
            content[step] = text
        elif step.closed:
            content |= {other: after for other in content if content[other] == text}


def again(document: Document, settings: Settings) -> bool:
    """Whether what later filters made of the text may show damage that was hidden before.

    Spaces that went stood between an escape and Chinese; characters that are written otherwise now
    are other bytes of misread text, or make words with others; a character of private use counts
    between Chinese ones; readings are dense in what chrome has left.
    """
    text = document.text
    odd = document.once(strange)
    return (
        any(sign in text for sign in _SIGNS)
        or _PERCENT.search(text) is not None
        or _PRIVATE_USE.search(odd) is not None
        or (not TONED.isdisjoint(odd) and _READING.search(text) is not None)
        or (settings.mojibake and suspicious(document))
    )
