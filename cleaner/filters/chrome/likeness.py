"""How much a line speaks of what the body speaks of: the pairs of characters that they share."""

from __future__ import annotations

from operator import add

from cleaner.kept import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

# Half of a title's character pairs occur in its article; of a menu's or another headline's, few.
LEAST: Final = 0.5
# Of its pairs of characters, a headline of another article shares so many with the body at the
# most, several of them so many on average: eight of ten such lists on 266 pages, and no subtitles.
ALIKE, ALIKE_MEAN = 0.4, 0.2
# Less than this is as good as nothing.
_TRACE = 0.01
# Pairs are looked for in this much of the body, so that the cost of a title is bounded.
BODY = 8_000
# Of a line, this much is looked at.
LONGEST = 120
# Behind it stands who wrote, in the line of the title: 某某某某 作者：某某.
BY: Final = "作者："
# One of two lines is asked about again for the same page.
KEPT = 64


def opening(texts: Iterable[str]) -> str:
    """Return the first :data:`BODY` characters of ``texts``, a line each."""
    found = []
    room = BODY
    for text in texts:
        found.append(text[:room])
        room -= len(text)
        if room <= 0:
            break
    return "\n".join(found)


@lru_cache(maxsize=KEPT)
def likeness(text: str, known: str, least: float = LEAST) -> float:
    """Return the share of the character pairs of ``text`` that occur in the body.

    From ``least`` to 1; less than that is 0, and is not counted out. Looking for a few pairs in
    the body is faster than collecting all of its pairs.
    """
    if BY in text:
        text = text.partition(BY)[0] or text
    pairs = map(add, text, text[1:LONGEST])
    own = list(pairs) if text.isalpha() else [pair for pair in pairs if not pair.isdigit()]
    missing, room = 0, len(own) * (1 - least)
    for pair in own:
        if pair not in known:
            missing += 1
            if missing > room:
                return 0.0
    return (len(own) - missing) / len(own) if own else 0.0


def unlike(headlines: Sequence[str], known: str) -> bool:
    """Whether headlines, one at least, have nothing to do with the body that is ``known``."""
    alike = [likeness(text, known, _TRACE) for text in headlines]
    return max(alike) <= ALIKE and sum(alike) <= ALIKE_MEAN * len(alike)
