"""Lines that were broken at a fixed width, as PDF and OCR text has them.

Such a break cuts words (安全要, 求), which no poem, list or table does. A cut word is proof for its
own break, and for the other breaks of the block that stand at the full width; so is a word that
binds (收入和, 支出) at the end of a long line.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.blocks import fences, inside
from cleaner.filters.normalise.filled import ITEM, filled
from cleaner.filters.normalise.guards import is_open
from cleaner.filters.repair.words import simplified_gain
from cleaner.filters.segment.index import may_join
from cleaner.ledger import Edit
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

RULE: Final = "normalise.line-wrap"

_MARK = lazy("[，。；、,;]")
# Conjunctions and prepositions, after which no line of text ends, but verses of modern poems may.
_BINDING: Final = frozenset("和与與及或把被将將且")
_BINDING_WORDS: Final = frozenset(
    (
        "或者", "以及", "并且", "而且", "及其", "由于", "对于", "关于", "通过", "根据",
        "按照", "为了", "因为", "如果", "虽然", "但是", "因此", "即使", "随着", "围绕",
        "针对", "依据", "以便", "例如", "包括", "具有", "成为", "作为", "属于", "位于",
        "等于", "能够", "必须", "应当", "正在", "已经", "其中", "所有", "各种", "这个",
        "这些", "那些", "一种", "一些", "每个",
    )
)  # fmt: skip
# A line begins with a clause of one character when it is a cry or an answer, not with 量，将.
_PAUSES = frozenset("，、。；")
_CRIES = frozenset(
    "啊哦喔噢哎唉嗯喂嘿哈呵哇咦嗨好对不是否有行来走看听注答问甲乙丙丁一二三四五六七八九十"
)
_LONG_LINE: Final = 16
_SENTENCE_ENDS = frozenset("。！？!?；;：:…”」』）)")

SHORTEST = 8  # characters of a broken line; verses have five or seven, most menus four
COUNTED_AFTER = 16  # characters of a line that ends with a number of what the next one begins with
SLACK = 2  # characters that a line may fall short of the longest: a mark or word was kept whole
GAIN: Final = 3.0  # nats that a word across the break must gain where lines are of one width ...
SURE: Final = 5.0  # ... and where they are not
SHARE = 0.15  # of the breaks between two characters in a block; a third cut words in prose
AROUND: Final = 6  # characters on each side that words are looked for in
_PASSES = 4
_LONGEST_COUPLET = 24
_COUPLETS = 4  # lines; three of four in a block

# A break between two Chinese characters, or others like them: what is beyond U+3400 and no mark
# or digit.
# Only one with so many characters before it can cut a word.
_WORD = r"[^\W\d\x00-\u3400]"
_ANY_BREAK = lazy(rf"\n(?={_WORD})(?<={_WORD}\n)")
# One of the lines beside the break has a comma: they are not two headlines. Begins with the line
# feed before the first of them, so that the search skips all else, and ends at that of the break.
_PROSE_BREAK = lazy(
    rf"\n(?=[^\n]{{{SHORTEST},}}+(?<={_WORD})\n{_WORD})"
    r"[^\n，。；、,;]*+(?:[，。；、,;][^\n]*+|(?=\n[^\n，。；、,;]*+[，。；、,;]))"
)
_BEFORE_MARK = rf"(?=[，、；]{_WORD})(?<={_WORD}\n)(?<=[^\n]{{{SHORTEST}}}\n)"
_STRANDED = lazy(rf"\n{_BEFORE_MARK}")
# Between a number and what it counts, a word and the number that it needs, the parts of a share.
_COUNTED = "亿億年月日元个個名次倍岁歲人%％℃"
_BEFORE_COUNT = "比第约約近超达達至到共逾仅僅"
_COUNT = (
    rf"(?<=[0-9{_BEFORE_COUNT}之一二三四五六七八九十]\n)(?:(?:(?=[{_COUNTED}])"
    "|(?=[万萬千百余多][亿元人亩吨平辆台户名个個件次册股公立美年条家头只，。、]))"
    r"(?<=[^\n]{15}[0-9]\n)"
    "(?!日[期常报報本前程]|个[人性]|個[人性]|人(?![，。、；均]|次(?!元))|名[单單称稱]|元[旦素]|次[日要])"
    rf"|(?=[0-9])(?<=[^\n]{{15}}[{_BEFORE_COUNT}]\n)"
    r"|(?=[一二三四五六七八九十])(?![一二三四五六七八九十]{1,3}、)"
    r"(?:(?<=[^\n]{14}分之\n)|(?<=[^\n]{14}分之[一二三四五六七八九十]\n)))"
)
# The last character of a word on a line of its own.
_ORPHAN = rf"(?=[^\n](?:[。！？；，\n]|\Z))(?<=[^\n]{{{SHORTEST}}}\n)(?=..?(?:\n|\Z))(?={_WORD})"
_LATE = lazy(rf"\n(?:{_COUNT}()|{_ORPHAN})")
# The dot of a number, which would be a full stop at the end of its line: 98.\n5%.
_DOT = lazy(
    r"\.(?:(?<=[\u3400-\u9fff][0-9].)|(?<=[\u3400-\u9fff][0-9]{2}.)|(?<=[\u3400-\u9fff][0-9]{3}.))"
    r"\n(?=[0-9]{1,4}(?:[%％万萬亿億]|[个個]百分))"
)
# No clause begins with it, but for words that have it: 的确, 的士.
_PARTICLE: Final = lazy("的(?![确確士话話哥])")
# Any of these, after a look at the two characters behind: in few texts there is one.
_LOOSE = lazy(
    rf"\n(?![^，、；{_COUNTED}万萬千百余多0-9一二三四五六七八九十\n][^。！？；，\n])"
    rf"(?:{_BEFORE_MARK}|{_COUNT}|{_ORPHAN})"
)


def unwrap(document: Document) -> Document:
    """Join lines of prose that were broken in mid-sentence."""
    widths: set[tuple[bool, int]] = set()
    for _ in range(_PASSES):
        edits = list(_breaks(document.text, widths))
        if not edits:
            break
        document = document.apply(edits)
    # The width of a block is told by its longest line; so these are last.
    if _LOOSE.search(document.text) is None:
        return document
    # No line begins with a mark that ends a clause; where it does, the one above was cut before it.
    document = document.sub(_STRANDED, "", RULE)
    text = document.text
    found = [
        Edit(match.start(), match.end(), "", RULE)
        for match in _LATE.finditer(text)
        if (_is_count if match.lastindex else _is_orphan)(text, match.start())
        and not inside(fences(text), match.start())
    ]
    return document.apply(found) if found else document


def whole_numbers(document: Document) -> Document:
    """Join lines that were broken behind the dot of a number."""
    if "." not in document.text or ".\n" not in document.text:
        return document
    return document.sub(_DOT, ".", RULE)


def _is_count(text: str, feed: int) -> bool:
    """Return False where the number before a line feed stands apart, as the counts of lists do."""
    line = text[text.rfind("\n", 0, feed) + 1 : feed]
    if _is_short(line, COUNTED_AFTER) or not _is_prose(text, feed):
        return False
    return bool(text[max(0, feed - _NUMBER_SIZE) : feed].rstrip("0123456789.,")[-1:].strip())


_NUMBER_SIZE = 20


def _is_orphan(text: str, feed: int) -> bool:
    start = text.rfind("\n", 0, feed) + 1
    line = text[start:feed]
    if _is_short(line, SHORTEST) or not is_open(line):
        return False
    return simplified_gain(text[max(start, feed - AROUND) : feed], text[feed + 1]) > GAIN


def _is_short(line: str, least: int) -> bool:
    """Whether the line has less than ``least`` characters: words may be set apart by spaces."""
    return len(line.replace(" ", "")) < least


def _breaks(text: str, widths: set[tuple[bool, int]]) -> Iterator[Edit]:
    """Yield edits that take line breaks out, block by block; ``widths`` are those known so far."""
    if "，" not in text and "。" not in text:
        return
    for start, end in _blocks(text):
        block = text[start:end]
        lines = block.split("\n")
        joined = dict.fromkeys(_cut_lines(block), "")
        joined.update(filled(lines, widths))
        if not joined or _are_couplets(lines):
            continue
        at = start - 1
        for index, line in enumerate(lines):
            at += len(line) + 1
            if index in joined:
                yield Edit(at, at + 1, joined[index], RULE)


def _are_couplets(lines: list[str]) -> bool:
    """Tell whether most lines are two halves of one length, as verses are and no cut prose is."""
    halves = [line.split("，") for line in lines if len(line) <= _LONGEST_COUPLET]
    even = sum(len(pair) == 2 and abs(len(pair[0]) - len(pair[1])) <= 1 for pair in halves)
    return even >= _COUPLETS and even * 4 >= len(lines) * 3


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the blocks in which a break may have been put: by far not all."""
    led = f"\n{text}"
    done = 0
    while (found := _PROSE_BREAK.search(led, done)) is not None:
        feed = found.end() - 1
        start = text.rfind("\n\n", done, feed + 1)
        start = done if start < 0 else start + 2
        end = text.find("\n\n", feed + 1)
        end = done = len(text) if end < 0 else end
        if not inside(fences(text), feed):
            yield start, end


def _prose_breaks(text: str) -> Iterator[int]:
    """Yield the offsets of the line feeds at which a line of prose may have been broken."""
    for match in _PROSE_BREAK.finditer(f"\n{text}"):
        yield match.end() - 1


def _cut_lines(block: str) -> Iterator[int]:
    """Yield the numbers of the lines of a block that are cut, and of full ones that go on."""
    bare = block.replace(" ", "")
    likely = [feed for feed in _prose_breaks(bare) if _may_be_cut(bare, feed)]
    if not likely:
        return
    plain = bare.split("\n")
    least = max(map(len, plain)) - SLACK
    cut = _cuts(bare, plain, likely, least)
    if cut:
        yield from [i for i in range(len(plain) - 1) if i in cut or _runs_on(plain, i, least)]


def _cuts(bare: str, plain: list[str], likely: list[int], least: int) -> set[int]:
    """Return the numbers of lines that were cut in mid-word; none where they are too few to tell.

    ``likely`` are the line feeds at which it may be. Once there are enough of them, a line is not
    weighed that is joined in any case.
    """
    enough = max(1.0, SHARE * len(_ANY_BREAK.findall(bare)))
    cut: set[int] = set()
    index = counted = 0
    for left, feed in zip(range(len(likely), 0, -1), likely, strict=True):
        if len(cut) + left < enough:  # it cannot be enough: so in most blocks of menus
            return set()
        index += bare.count("\n", counted, feed)
        counted = feed
        decided = len(cut) >= enough and _runs_on(plain, index, least)
        if not decided and _is_cut(bare, feed, least):
            cut.add(index)
    return cut


def _may_be_cut(text: str, feed: int) -> bool:
    """Return False where it is plain that nothing goes on behind the line feed at ``feed``."""
    last = text[feed - 1]
    first = text[feed + 1]
    return (
        _binds(text, feed) or may_join(last, first) or first == "的" or _begins_cut(text, feed + 1)
    )


def _binds(text: str, feed: int) -> bool:
    """Tell whether a line ends with a word after which something must come."""
    return text[feed - 1] in _BINDING or text[feed - 2 : feed] in _BINDING_WORDS


def _begins_cut(text: str, start: int) -> bool:
    """Tell whether a line begins with a clause of one character: the end of a word."""
    return text[start + 1 : start + 2] in _PAUSES and text[start] not in _CRIES


def _is_cut(text: str, feed: int, least: int) -> bool:
    """Tell whether a word lies across the break at ``feed``, or one that binds before it."""
    start = text.rfind("\n", 0, feed) + 1
    line = text[start:feed]
    if "\t" in line or ITEM.match(text, feed + 1):
        return False
    length = feed - start
    if length < max(_LONG_LINE, least) or not (_binds(text, feed) or _begins_cut(text, feed + 1)):
        after = text[feed + 1 : feed + 1 + AROUND].partition("\n")[0]
        gain = simplified_gain(text[max(start, feed - AROUND) : feed], after)
        if gain < (GAIN if length >= least else SURE) and not (
            length >= least and _PARTICLE.match(text, feed + 1)
        ):
            return False
    end = text.find("\n", feed + 1)
    return is_open(line) and is_open(text[feed + 1 : end if end >= 0 else len(text)])


def _is_prose(text: str, feed: int) -> bool:
    """Tell whether one of the lines beside a line feed has a comma: they are not two headlines."""
    start = text.rfind("\n", 0, feed) + 1
    end = text.find("\n", feed + 1)
    return _MARK.search(text, start, len(text) if end < 0 else end) is not None


def _runs_on(lines: list[str], index: int, least: int) -> bool:
    """Tell whether a line of the full width, ``least`` characters or more, is not at its end."""
    full = len(lines[index]) >= max(SHORTEST, least)
    return full and _goes_on(lines[index], lines[index + 1])


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of the full width ends within a sentence."""
    if not following or ITEM.match(following) or "\t" in line:
        return False
    return line[-1] not in _SENTENCE_ENDS and line[-1] > "\u2e80" and following[0] > "\u2e80"
