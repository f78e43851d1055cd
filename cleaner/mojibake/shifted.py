"""GBK whose pairs are off by one byte, after a first byte that is a question mark now.

What follows is paired one byte further on, until a byte comes that cannot begin a pair there: that
one is lost too, or is ASCII, and behind it the text is in order again. So a shift is a question
mark, some strange characters, and another question mark or a character of ASCII: 桌上，而 became
?郎希?而, and 點滴 ?c滴. Between the ends every byte is known, which leaves two characters at most
to be filled.

People ask with question marks too. So the words of the reading must be decisively likelier than
those of the line as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.mojibake import words
from cleaner.mojibake.costs import script_of
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.lost import Place, lost_before
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import SHIFTED, byte_options
from cleaner.mojibake.signs import may_be_shifted
from cleaner.patterns import lazy

# A question mark, what may be pairs, and the end; no pairs only between ideographs. 锟 stands for
# bytes that were lost before.
_SHIFT = lazy(
    r"\?(?:(?![锟錕])[\xa4-\uffe6]{1,60}[?@-~]"
    r"|(?<![吗嗎呢么麼嘛吧啊]\?)[@-~](?=[\u4e00-\u9fff]))"
)
# Characters beside a shift that are weighed with it.
BESIDE = 8
# By how many nats the words of the reading must be ahead. Of 3,600 lines with honest question marks
# between ideographs, of pages and reviews, none came up to it.
DECISIVE = 12.0
# A small letter or a sign between a question mark and an ideograph is rarer than 是A股 or 去KTV.
DECISIVE_ALONE = 9.0


def spans(line: str, effort: Effort) -> Iterator[Span]:
    """Yield the spans of ``line`` that are shifted."""
    at = 0
    while (match := _SHIFT.search(line, at)) and not effort.is_tired():
        span = _span(line, *match.span(), effort)
        at = match.end() if span else match.start() + 1
        if span:
            yield span


def _span(line: str, start: int, end: int, effort: Effort) -> Span | None:
    """Return the span from ``start`` to ``end`` if it is likelier shifted than as it stands."""
    inner = line[start + 1 : end - 1]
    if not may_be_shifted(inner):
        return None
    before, behind = line[max(0, start - BESIDE) : start], line[end : end + BESIDE]
    if len(inner) <= 2 and "?" in before + behind:
        return None  # one question after the other
    after = byte_options(line[end], "gb18030") if end < len(line) else b"\n"
    lost = line[end - 1] == "?"
    last = lost_before(after[0] if after else -1, SHIFTED) if lost else line[end - 1].encode()
    known = [Place(bytes([byte])) for byte in inner.encode("gb18030")]
    text = words.Text([Place(bytes(range(0x81, 0xFF))), *known, Place(last)], before, behind)
    script = script_of(line)
    found = words.read(text, SHIFTED, script, effort, drops=False)
    if found is None:
        return None
    ahead = words.cost_as_is(text, line[start:end], script) - found[0]
    alone = end - start == 2 and not line[end - 1].isupper()
    if not effort.answer(ahead > (DECISIVE_ALONE if alone else DECISIVE)):
        return None
    filled = [(0, found[1][0].hex()), (end - 1 - start, found[1][-1].hex())]
    return Span(start, end, SHIFTED, tuple(filled if lost else filled[:1]))
