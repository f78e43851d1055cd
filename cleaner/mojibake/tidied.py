"""UTF-8 read as GBK and tidied up since: letters that stand for others, pairs that left no trace.

What follows a misreading does not know of it. Bytes that GBK has no character for are dropped, or
are read as private use first, a pair each, and that is cleared away; full-width letters and marks
become half-width (宣布 was read as 瀹ｅ竷, and is 瀹e竷 then); and a page that is converted to
Simplified Chinese has 镶 for 鑲. UTF-8 tells where: each byte says whether a character begins or
goes on. So the line is put back as it was, with marks for what was lost (Viterbi, over what is
pending of a character), and then searched as other lines are.
"""

from __future__ import annotations

from math import inf
from operator import itemgetter

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.costs import CHINESE, REPLACEMENT, price
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.places import EURO, GAP, SEAM
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import byte_options
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    # What a character may have been, its bytes in GBK, and what that costs.
    Option = tuple[str, bytes, float]
    # The cheapest way to a place: its cost; the bytes of a character that is not whole, None
    # outside of misread text; the way before; what stands in the line as it was, and what was
    # dropped before that. A plain tuple, of which each character makes some.
    _Way = tuple[float, bytes | None, "_Way | None", str, str]

# Costs, in nats: a place where bytes were dropped, and a letter that is another now; a character
# that no bytes are missing of is free up to COMMON, one that some are missing of costs UNKNOWN; a
# letter of ASCII that GBK has read with the byte before it.
DROP = 4.0
OTHER = 1.0
COMMON = 6.0
RARITY = 0.7
UNKNOWN = 1.0
ABSORBED = 1.0
# A character outside of what was misread, and the border of that.
OUTSIDE = 2.0
BORDER = 3.0
BEHIND = 12.0  # by which a way is given up
WIDTH = 12  # ways kept at each place
# Share of Traditional characters in a line that was converted to Simplified Chinese, at most: what
# one table leaves of those of another is 3 %, of all of a misread line they are 16 %.
MOST_TRADITIONAL = 0.09
STEPS = 3  # what a way over a character takes

# What others make of Traditional characters that they take for forms of common ones.
_ELSEWHERE = tuple(zip("甯鍊鍒鏉氭鐪嶈鎷欐綋", "宁炼𫔄𨱒𣱝𫓺𡺃𨰾𪲔𫟄", strict=True))

_LOST = b"\0"  # a byte that is not known
_PAIR = _LOST * 2
_DROPS = (
    (b"", "", 0.0),
    (_LOST, REPLACEMENT, DROP),
    (_PAIR, GAP, DROP),
    (_PAIR, REPLACEMENT * 2, 1.5 * DROP),
)
_GBK = "gb18030"
# ASCII, and the sign that full-width forms have of it: one of GBK, and of no UTF-8 by itself.
_FULL: dict[str, str] = {
    **{chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)},
    " ": "\u3000",
    "¢": "￠",
    "£": "￡",
    "¥": "￥",
}


class Restored(NamedTuple):
    """A line as it was before it was tidied up.

    ``at`` has for each character of ``text`` its place in the line, -1 for what was dropped.
    """

    line: str
    text: str
    at: tuple[int, ...]

    def back(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return ``spans`` of ``text`` as those of ``line``."""
        return tuple(found for span in spans if (found := self._back(span)))

    def _back(self, span: Span) -> Span | None:
        known = dict(span.filled)
        read: dict[int, bytes] = {}
        last = -1
        dropped = b""
        for at in range(span.start, span.end):
            data = (
                bytes.fromhex(known[at - span.start])
                if at - span.start in known
                else byte_options(self.text[at], _GBK)
            )
            if self.at[at] >= 0:
                last = self.at[at]
                read[last] = dropped + data
                dropped = b""
            elif last >= 0:
                read[last] += data
            else:
                dropped += data
        if not read:
            return None
        start = min(read)
        filled = tuple(
            (at - start, data.hex())
            for at, data in read.items()
            if data != byte_options(self.line[at], _GBK)
        )
        return Span(start, last + 1, span.step, filled)


def restored(line: str, effort: Effort) -> Restored | None:
    """Return ``line`` as it was when it was misread, None when it is that still.

    Where lost bytes left a mark, none was dropped.
    """
    drops = REPLACEMENT not in line
    kept = sum(map(_forms().keys().__contains__, line))
    options_of = _options if kept > MOST_TRADITIONAL * len(line) else _all_options
    ways: list[_Way] = [(0.0, None, None, "", ""), (BORDER, b"", None, "", "")]
    for char in line:
        outside: _Way = (inf, None, None, char, "")
        found: dict[bytes | None, _Way] = {None: outside}
        beyond = OUTSIDE + _rarity(char) if char > "\x7f" else 0.0
        for way in ways:
            cost, pending = way[:2]
            out = cost + beyond
            if pending is not None:
                out = out + BORDER + DROP * bool(pending)
                for extra, after, shown, drop in _over(pending, char, options_of, drops):
                    known = found.get(after)
                    if known is None or cost + extra < known[0]:
                        found[after] = (cost + extra, after, way, shown, drop)
            if out < outside[0]:
                outside = (out, None, way, char, "")
        found[None] = outside
        inside = found.get(b"")
        if inside is None or inside[0] > outside[0] + BORDER:
            found[b""] = (outside[0] + BORDER, b"", *outside[2:])
        ways = sorted(found.values(), key=_first)[:WIDTH]
        limit = ways[0][0] + BEHIND
        ways = [way for way in ways if way[0] <= limit]
        effort.take(STEPS * len(ways))
    return _restored(line, min(map(_ended, ways), key=_first))


def _ended(way: _Way) -> tuple[float, int, _Way]:
    """Return the cost of a way that ends the line, and the way; the last bytes may be dropped."""
    cost, pending = way[:2]
    missing = need(pending) - len(pending) if pending else 0
    return cost + DROP * (missing > 0) + UNKNOWN * missing, missing, way


_first = itemgetter(0)


def _restored(line: str, end: tuple[float, int, _Way]) -> Restored | None:
    chars: list[str] = [REPLACEMENT] * end[1]
    at: list[int] = [-1] * end[1]
    place = len(line)
    way: _Way | None = end[2]
    while way is not None and way[2] is not None:
        _, _, before, char, drop = way
        place -= 1
        chars += char, *drop
        at += place, *(-1 for _ in drop)
        way = before
    text = "".join(reversed(chars))
    return Restored(line, text, tuple(reversed(at))) if text != line else None


@lru_cache(maxsize=1 << 16)
def _over(
    pending: bytes, char: str, options_of: Callable[[str], tuple[Option, ...]], drops: bool
) -> tuple[tuple[float, bytes, str, str], ...]:
    """Return the ways over a character: cost, what is pending then, what it was, what was dropped.

    That is one byte or two before it, or a pair that was read as private use. ``drops``: something
    may have been, which the first character of a span does not tell.
    """
    found: list[tuple[float, bytes, str, str]] = []
    for lost, drop, cost in _DROPS if drops and pending else _DROPS[:1]:
        before = feed(pending, lost)
        if before is None:
            continue
        mark = SEAM if drop == GAP and before[1] == _LOST else drop
        for shown, data, extra in options_of(char):
            fed = feed(before[1], data)
            if fed is not None:
                found.append((cost + before[0] + extra + fed[0], fed[1], shown, mark))
    return tuple(found)


def need(pending: bytes) -> int:
    """Return of how many bytes the character is that begins with ``pending``, 0 for none."""
    if not pending:
        return 0
    return 2 if 0xC0 <= pending[0] < 0xE0 else 3 if pending[0] < 0xF0 else 4


@lru_cache(maxsize=1 << 16)
def feed(pending: bytes, data: bytes) -> tuple[float, bytes] | None:
    """Return what bytes of UTF-8 cost after ``pending`` ones, and what is pending after them.

    None when they do not go on with a character, or make none.
    """
    cost = 0.0
    for byte in data:
        if not pending:
            if 0xC2 <= byte <= 0xF4 or not byte:
                pending = bytes([byte])
            elif byte >= 0x80:
                return None
            elif len(data) > 1:
                cost += ABSORBED
            continue
        if byte and not 0x80 <= byte < 0xC0:
            return None
        pending += bytes([byte])
        if len(pending) == need(pending):
            if 0 in pending:
                cost += UNKNOWN
            else:
                char = pending.decode("utf-8", "ignore")
                if not char:
                    return None
                cost += _rarity(char)
            pending = b""
    return cost, pending


def _rarity(char: str) -> float:
    return RARITY * max(0.0, price(char, CHINESE) / UNIT - COMMON)


@lru_cache(maxsize=1 << 14)
def _options(char: str) -> tuple[Option, ...]:
    """Return what a character may have been, with the bytes of GBK and what that costs."""
    if char == REPLACEMENT:
        return ((char, _LOST, 0.0),)
    found: list[Option] = [(char, byte_options(char, _GBK), 0.0)]
    if char == "?":
        found.append((char, _LOST, UNKNOWN))
    elif char == EURO:
        found.append((char, b"\x80", 0.0))
    return *found, *_others(_FULL.get(char, ""))


@lru_cache(maxsize=1 << 14)
def _all_options(char: str) -> tuple[Option, ...]:
    """Return what a character may have been, in a line that was made Simplified since too."""
    return *_options(char), *_others(_traditional().get(char, ""))


def _others(chars: str) -> Iterator[Option]:
    for char in chars:
        data = byte_options(char, _GBK)
        if data[1] >= 0x80:
            yield char, data, OTHER


@cache
def _traditional() -> Mapping[str, str]:
    """Return the Traditional characters that are each Simplified one."""
    found: dict[str, str] = {}
    for char, simplified in (*_forms().items(), *_ELSEWHERE):
        found[simplified] = found.get(simplified, "") + char
    return found


@cache
def _forms() -> Mapping[str, str]:
    """Return the Simplified form of each Traditional character that has one."""
    from cleaner.filters.convert.tables import load

    tables = load()
    chars = "".join(map(chr, range(0x4E00, 0x9FA6)))
    everywhere = zip(chars, tables.gather(chars), strict=True)
    return {char: form for char, form in (*everywhere, *tables.defaults.items()) if char != form}
