"""Lines too short to tell that they are misread, in a text nearly all of which is.

A page of Chinese in Latin or in Russian letters has a menu and a date (2012Äê), of which no line by
itself is decisive. They were read with the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.mojibake import costs, fallback
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.plan import Span, carry_out
from cleaner.mojibake.readings import LATIN, MULTIBYTE, Step, read
from cleaner.patterns import HAN, lazy

# Letters that a text must have in lines which tell, and their share of all its letters.
LEAST = 40
MOST = 0.7

# Without the middle dot, quotation marks and dashes, which are in any text.
_LETTER = lazy("[\xa1-\xb6\xb8-\u200f\u2028-\u2bff]")
# An English book on a Chinese page has marks and spaces of full width: stock¡£ is stock。.
_CHINESE = lazy("[\u3000-\u3011\u3400-\u9fff\uff01-\uff5e]")


def step_of(text: str, found: Sequence[Span]) -> Step | None:
    """Return how nearly all of ``text`` was misread, by the spans ``found`` in it; else None."""
    letters: Counter[Step] = Counter()
    for span in found:
        if span.step.read_as not in MULTIBYTE and span.step.really in MULTIBYTE:
            letters[span.step] += len(_LETTER.findall(text, span.start, span.end))
    for step, count in letters.most_common(1):
        if count >= max(LEAST, MOST * len(_LETTER.findall(text))):
            return step
    return None


def others(text: str, found: Sequence[Span], step: Step, effort: Effort) -> Iterator[Span]:
    """Yield the spans of lines that ``found`` has none in, with letters and no ideographs.

    ``step`` is how the text was misread.
    """
    at = number = 0
    while effort.left > 0 and (match := _LETTER.search(text, at)):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        at = end = len(text) if end < 0 else end
        while number < len(found) and found[number].end <= start:
            number += 1
        line = text[start:end]
        is_found = number < len(found) and found[number].start < end
        if is_found or HAN.search(line):
            continue
        for span in _line(line, step, effort):
            yield Span(span.start + start, span.end + start, span.step)


def _line(line: str, step: Step, effort: Effort) -> tuple[Span, ...]:
    """Return the spans of a line if it is likelier as Chinese."""
    spread = fallback.spread(line, step, effort)[1] if step.read_as == LATIN else ()
    letters = carry_out(line, spread)
    text = read(letters, step)
    if text is None or not _CHINESE.search(text):
        return ()
    if costs.weight_of(text) >= costs.cost_as_is(letters):
        return ()
    return spread or (Span(0, len(line), step),)
