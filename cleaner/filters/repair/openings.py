"""Opening marks that were hit together with a full stop: 術!对L某山》 for 術。《訪某山》.

。《 is A1A3 A1B6 in GBK, and A3A1 across the two is ！, before which the program set its space. So
the stop is lost, ! is shown for half of each mark, and what follows is read one byte late until a
byte below 0x80 comes to its turn as a letter (:mod:`.desync`, where ``?`` is left of the first
byte). The mark that closes what was opened stays, and tells.
"""

from __future__ import annotations

from cleaner.filters.repair.out_of_step import bytes_of, text_of
from cleaner.ledger import Edit
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

RULE = "repair.gbk-shift"

# Characters of which each is read one byte late, to the one that comes right by a letter.
_HIT = lazy(r"(?<=[^\x00-\x7f]|\))[!！]([^\x00-\x7f]{1,24})([@-~])")
# Second byte of the opening mark, which is the first of what is shown, and the mark that closes it.
_CLOSES = {0xB0: "”", 0xB6: "》", 0xBA: "』", 0xB8: "」"}
REACH = 60  # characters to the mark that closes


def reopened(text: str) -> Iterator[Edit]:
    """Yield the edits that put marks and characters back, in a text known as damaged."""
    for match in _HIT.finditer(text):
        right = _right(match)
        if right is not None:
            yield Edit(*match.span(), right, RULE)


def _right(match: re.Match[str]) -> str | None:
    characters = [*map(bytes_of, match[1])]
    shown = b"".join(characters)
    close = _CLOSES.get(shown[0]) if all(characters) else None
    if close is None:
        return None
    right = text_of(b"\xa1" + shown + match[2].encode("ascii"))
    if right is None:
        return None
    rest = match.string[match.end() : match.end() + REACH].split("\n", 1)[0]
    inside = right[1:] + rest
    at = inside.find(close)
    return None if at < 0 or right[0] in inside[:at] else "。" + right
