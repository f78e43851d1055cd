"""The order of the repairs, and running them until nothing changes.

One repair lays bare work for another: an entity stands for a zero-width space, which splits the
gloss that hides a doubled comma. So the tuple below goes from characters to lines, and is run again
while it changes something.
"""

from __future__ import annotations

from itertools import filterfalse

from cleaner.document import ByLines, Document
from cleaner.filters.normalise.lines import line_ends
from cleaner.filters.repair import (
    echo,
    escapes,
    glosses,
    homoglyphs,
    lost_bytes,
    mojibake,
    noise,
    punctuation,
    rare,
    stuffing,
    watermark,
)
from cleaner.filters.repair.halves import TONED
from cleaner.filters.repair.question_marks import begins_with_mark
from cleaner.filters.repair.rare import Late
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def lines(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Make all line ends alike: other repairs look for lines. What is misread may have a NEL."""
    return line_ends(document, "repair.line-end")


def always(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether a text may have work for a repair that no sign tells of."""
    return True


class Step:
    """A repair, and what spares asking for it, or for others, again.

    ``has_sign`` tells whether a text may have work for it. That shows in single lines: a text made
    of lines without a sign has none. ``by_line`` tells whether lines of a text that it left alone,
    in spite of signs, need none in others either. One that is ``closed`` makes what no other has
    work in: an ellipsis or a dash, the only change on every fourth page.
    """

    def __init__(
        self,
        repair: Callable[[Document, Settings], Document],
        has_sign: Callable[[Document, Settings], bool],
        by_line: Callable[[str], bool] | None = None,
        *,
        closed: bool = False,
    ) -> None:
        self.repair = repair
        self.has_sign = has_sign
        self.by_line = by_line
        self.closed = closed


STEPS: tuple[Step, ...] = (
    Step(mojibake.mojibake, mojibake.has_sign, mojibake.by_line),
    Step(lines, always),
    Step(Late("invisible"), rare.has_unseen),
    Step(Late("entities"), rare.has_entity),
    Step(Late("symbols"), rare.has_symbol),
    Step(escapes.escapes, escapes.has_sign),
    Step(glosses.glosses, glosses.has_sign),
    Step(Late("private_use"), rare.has_private_use),
    Step(homoglyphs.homoglyphs, homoglyphs.has_sign),
    Step(Late("ruby"), rare.has_zhuyin),
    Step(Late("quote_bytes"), rare.has_quote_bytes),
    Step(lost_bytes.lost_bytes, lost_bytes.has_sign),
    Step(punctuation.punctuation, punctuation.has_sign, closed=True),
    Step(watermark.watermark, watermark.has_sign),
    Step(stuffing.stuffing, stuffing.has_sign),
    Step(noise.noise, noise.has_sign),
    Step(Late("spam"), rare.has_advertising),
    Step(echo.echo, always),  # lines and clauses that come twice may be any
)

# What escapes of Chinese begin with, rare characters that radicals are written as, and the private
# use of the BMP in UTF-8.
_SIGNS = ("\\", *homoglyphs.RARE)
_PERCENT = lazy("%(?=[Ee])")
_PRIVATE_USE = lazy("[\ue000-\uefff]")
_READING = lazy(f"[{''.join(sorted(TONED))}][a-z]{{0,3}}[)）]")

# Real pages are done after the second round, which only finds that nothing is left; four kinds of
# damage one inside the other take three. The bound keeps text made to be hostile linear.
ROUNDS = 12


def repair(document: Document, settings: Settings) -> Document:
    """Return the document with the damage undone that can be told from honest text.

    Every change is an edit of a rule ``repair.*``. Text without damage costs a few searches: a
    repair that left a text alone is not asked about the same text again, and one that found no sign
    in it only about what has changed.
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
    repaired = [course.document for course in courses]
    for document in repaired:
        document.forget()
    return repaired


class _Lines(ByLines):
    """Of a text that has no changes yet none: then the lines that edits have changed or made."""

    def present(self, text: str) -> frozenset[str]:
        return frozenset(text.split("\n"))

    def again(self, found: frozenset[str], text: str, lines: str) -> frozenset[str]:  # noqa: ARG002
        return found | self.present(lines)  # to look for each in the text would not be linear


_CHANGED = _Lines()


class Course:
    """A document on its way through the repairs, and what is known of those that it needs not."""

    def __init__(self, document: Document) -> None:
        document.know(_CHANGED, frozenset())
        self.document: Document = document
        # The text in which each repair had nothing to do, and those that found no sign in it.
        self._settled: dict[Step, str] = {}
        self._unconcerned: set[Step] = set()
        self._fresh: tuple[str, str, Document] | None = None

    def take(self, step: Step, settings: Settings) -> None:
        """Let a repair do its work, unless it is known to have none."""
        document, text = self.document, self.document.text
        settled = self._settled.get(step)
        if settled == text:
            return
        unconcerned = self._unconcerned
        asked = document
        if settled and (step in unconcerned or (step.by_line and step.by_line(settled))):
            asked = self._fresh_lines(settled)
        if not step.has_sign(asked, settings):
            self._settled[step] = text
            if asked is document:
                unconcerned.add(step)
            return
        unconcerned.discard(step)
        self.document = step.repair(document, settings)
        after = self.document.text
        if after == text:
            self._settled[step] = text
        elif step.closed:
            self.document.keep(strange, document)  # nor has it unusual characters
            self._settled |= {
                other: after for other, content in self._settled.items() if content == text
            }

    def _fresh_lines(self, before: str) -> Document:
        """Return what has changed of the text since it was ``before``, in whole lines."""
        text = self.document.text
        if self._fresh is None or self._fresh[:2] != (before, text):
            changed = self.document.known(_CHANGED)
            fresh = fresh_lines(before, text) if changed is None else "\n".join(sorted(changed))
            self._fresh = before, text, Document(text=fresh)
        return self._fresh[2]


def fresh_lines(before: str, after: str) -> str:
    r"""Return the lines of ``after`` that are not in ``before``, or not where they were.

    >>> fresh_lines("甲\n乙\n丙", "甲\n丁\n丙")
    '丁'
    """
    start = after.rfind("\n", 0, _alike(before, after)) + 1
    first, last = before[start:], after[start:]
    end = _alike(first[::-1], last[::-1])
    known, lines = [
        part[: part.find("\n", len(part) - end) % (len(part) + 1)].split("\n")
        for part in (first, last)
    ]
    return "\n".join(filterfalse({*known}.__contains__, lines))


def _alike(one: str, other: str) -> int:
    """Return how many characters at the beginning of two texts are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def again(document: Document, settings: Settings) -> bool:
    """Whether what later filters made of the text may show damage that was hidden before.

    Spaces that went stood between an escape and Chinese; characters that are written otherwise now
    are other bytes of misread text, or make words with others, or with kana that look like Chinese
    characters; a character of private use counts between Chinese ones; readings are dense in what
    chrome has left, or lines are the same, or the first line is a question mark alone.
    """
    text = document.text
    odd = document.once(strange)
    return (
        any(sign in text for sign in _SIGNS)
        or ("%" in text and _PERCENT.search(text) is not None)
        or homoglyphs.stands_for_han(text)
        or (echo.has_line_twice(text) and echo.echo(document, settings) is not document)
        or begins_with_mark(text)
        or _PRIVATE_USE.search(odd) is not None
        or (not TONED.isdisjoint(odd) and _READING.search(text) is not None)
        or (settings.mojibake and mojibake.suspicious(document))
    )
