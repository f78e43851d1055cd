"""Spaces: kinds of them, and those between Han characters that say nothing.

About half of the spaces between Han on real pages are honest: they separate names, keywords, menu
items, the two halves of a headline or a verse. A space goes only where something besides the space
shows that it is noise: a full-width mark beside it, a heading set out letter by letter, a padded
name or label, a word of the dictionary across it.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise import inword, padding
from cleaner.filters.normalise.guards import (
    LETTER,
    all_han,
    is_open,
    is_split,
    line_trigger,
    lines_with,
    memo,
)
from cleaner.filters.normalise.inword import inword_spaces, split_spaces
from cleaner.filters.normalise.lines import UNICODE_SPACE
from cleaner.filters.normalise.padding import listed_names, padded_spaces
from cleaner.filters.normalise.spelled import spelled_spaces
from cleaner.filters.normalise.stretches import WIDE, Span, stretches
from cleaner.ledger import Edit
from cleaner.memo import Memo
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_ANY_KIND: Final = line_trigger(f"[{UNICODE_SPACE}]")
# The only one of most pages, found seven times as fast.
_IDEOGRAPHIC: Final = line_trigger("\u3000")
_UNUSUAL: Final = lazy(f"[{UNICODE_SPACE}]")
_KIND: Final = lazy(
    f"[ \t{UNICODE_SPACE}](?<![ \t{UNICODE_SPACE}].)"
    f"(?:(?<=[{UNICODE_SPACE}])|[ \t]*+[{UNICODE_SPACE}])[ \t{UNICODE_SPACE}]*+"
)

_OPENING = "（《〈「『【〔〖“"
_CLOSING = "）》〉」』】〕〗”"
_PAUSE = "，。、；：！？"
# Beginning with the space itself, so that the search skips all else.
# Titles, quotations and brackets have room of their own: 印发 《细则》 的通知, 讯 （记者. Before a
# title the space may separate, unless what stands there needs an object; after it, unless 的 or its
# like comes.
_BEFORE_TITLE = "的和与及对在从据按由为是于以印发布改订了"
_AFTER_TITLE = "的|和(?!平)|[与及]|[中里](?=的)"
# The other language of a text in two.
_LATIN_SENTENCE = r"[A-Z][a-z'’]*,? [a-z][A-Za-z'’ ,-]{0,200}[.!?](?:\n|\Z)"
# The next of questions in a row: 1. 你几岁了？ 2. 你叫什么？
_ITEM = rf"(?:\d{{1,2}}|[A-Z])[.．、)）] ?{LETTER}|[①-⑳]"
# What is to be filled in: 甲方（盖章）：　　　乙方（签字）：
_LABEL = "[^\\s：，。；]{1,12}：(?:[\\s_]|\\Z)"
_NUMERAL = "〇零一二三四五六七八九十"
# What follows the space where nothing before it tells: few spaces need a look at each choice.
_FOLLOWING = f"{_PAUSE}{_CLOSING}{_NUMERAL}（《“「的和与及中里"
_BESIDE = (
    f"(?<=[{_PAUSE}{_OPENING}] )(?!(?<=： ) *+{_LABEL}) *+"
    f"(?![{_CLOSING}]|(?<=[。！？] )(?:{_LATIN_SENTENCE}|{_ITEM}))"
    f"|(?=[ {_FOLLOWING}])(?:(?<![{_OPENING} ] ) *+(?=[{_PAUSE}{_CLOSING}])"
    f"|(?<=[{_NUMERAL}][年月] )(?=[{_NUMERAL}]{{1,3}}[月日])"
    f"|(?<={LETTER} )(?=（)|(?<=[{_BEFORE_TITLE}] )(?=[《“「])|(?<=[》”」] )(?={_AFTER_TITLE}))"
)
_BESIDE_MARK = lazy(f" (?:{_BESIDE})")
_BETWEEN = f"(?<={WIDE} ) *+{WIDE}(?:{padding.TRIGGER}|{inword.TRIGGER})"
_TRIGGER: Final = line_trigger(f" (?:{_BETWEEN}|{_BESIDE})")

# A name or keyword that a link or a highlight once wrapped: `、 黄石 榜上有名`. The space after 、
# cannot be meant, so its twin on the other side is not either.
_WRAPPED = lazy(f"(?<=[，、；]) ++({LETTER}{{1,8}})( ++)({LETTER})")

# Brackets with spaces inside were spaced by a program: `（ 2023 ） 第`, `“ 一带一路 ” 建设`.
_SPACED_PAIR = lazy(rf"[（“《【] ++[^（）“”《》【】\n]{{1,30}}(?<= )[）”》】]( ++)(?={LETTER})")

# 的 needs what comes behind: where a space stands before a pause as well, both are noise.
_SPACED_PAUSE: Final = lazy(f" [{_PAUSE}](?<={LETTER} .)")
_AFTER_DE: Final = lazy(f" (?<={LETTER}的 )(?={LETTER})")

# Spaces on both sides of brackets, of which the first goes: 中國 (上海) 自由貿易試驗區.
_SPACED_BRACKET = lazy(f" （(?<={LETTER} .)[^（）\n]{{1,30}}）( )(?={LETTER})")

_SPACED_TITLE = lazy("《 [^《》\n]{1,40} 》")
_HAN_GAP = lazy(f" (?<={LETTER} ) *+(?={LETTER})")

# Who reports stands between place and text: 本报讯（记者 王磊） 昨日.
_DATELINE = lazy("[讯電电道] ?（(?:记者|記者|通讯员|通訊員)[^（）\n]{1,40}）( +)")

# A line of pinyin: letters, some of them with a tone, and marks.
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ"
_TONE: Final = lazy(f"[{_TONED}]")
_READING = lazy(rf"(?=[ -~]*[{_TONED}])[ ',.!?;:a-zA-Zü{_TONED}]+\Z")
# A line of numbered notation, with bars: 5 5 6 | 1. 6 | 5 - |
_NOTES = lazy(r"(?=[^|\n]*\|)[0-7](?:[ .·_]{0,4}+[0-7|‖:-])++ ?\Z")

# Each pass can only uncover what the one before it joined. On 532 real pages the first was enough.
_PASSES: Final = 4


def space_kinds(document: Document, settings: Settings, odd: str) -> Document:
    """Make no-break, ideographic and other Unicode spaces one plain space (a tab if one is there).

    The width of such a run is layout; that it separates is kept. Runs of plain spaces stay as long
    as they are, since columns are aligned with them. ``odd`` has the characters of the text that
    :func:`~cleaner.strange.strange` finds.
    """
    text = document.text
    others = "\xa0" in text or _UNUSUAL.search(odd) is not None
    if not others and "\u3000" not in text:
        return document
    edits: list[Edit] = []
    for start, end in lines_with(_ANY_KIND if others else _IDEOGRAPHIC, text):
        line = text[start:end]
        if not is_open(line) or is_split(line, settings):
            continue  # U+3000 between words is how segmentation keeps a space of the page
        for match in _KIND.finditer(text, start, end):
            after = "\t" if "\t" in match.group() else " "
            edits.append(Edit(match.start(), match.end(), after, "normalise.space-kind"))
    return document.apply(edits)


def han_spaces(document: Document, settings: Settings, odd: str) -> tuple[Document, list[Span]]:
    """Remove spaces beside full-width marks and between Han where they separate nothing.

    Return the spans of the lines that changed, in the new text, beside the document. ``odd`` has
    the characters of the text that :func:`~cleaner.strange.strange` finds, or more.
    """
    text = document.text
    edits: list[Edit] = []
    changed: list[Span] = []
    if " " not in text:
        return document, changed
    read = " | " in text or _TONE.search(odd) is not None
    known: Memo[list[Span]] = memo("normalise.space", settings)
    gone = 0
    for start, end in sorted({*lines_with(_TRIGGER, text), *inword.sentences(text)}):
        line = text[start:end]
        noise = known.get(line)
        if noise is None:
            noise = _noise(line, settings, _PASSES)
            if noise and "的 " in line and _SPACED_PAUSE.search(line) is not None:
                noise = sorted({*noise, *[match.span() for match in _AFTER_DE.finditer(line)]})
            if noise and (not is_open(line) or is_split(line, settings)):
                noise = []
            known.keep(line, noise)
        if noise and not (read and _is_read(text, start, end)):
            begin = start - gone
            for low, high in noise:
                edits.append(Edit(start + low, start + high, "", "normalise.space"))
                gone += high - low
            changed.append((begin, end - gone))
    return document.apply(edits) if edits else document, changed


def _is_read(text: str, start: int, end: int) -> bool:
    r"""Return whether the line above or below has a reading for each unit of the line there.

    >>> _is_read("chūn tiān lái le\n春 天 来 了", 17, 24)
    True
    """
    units = len(text[start:end].split())
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    below = text[end + 1 : (text.find("\n", end + 1) + 1 or len(text) + 1) - 1]
    if _NOTES.match(above) is not None:
        return True
    return any(
        _READING.match(line) is not None and len(line.split()) == units for line in (above, below)
    )


def _noise(line: str, settings: Settings, passes: int) -> list[tuple[int, int]]:
    """Return the spans of spaces of ``line`` that go, in order: always whole runs of spaces."""
    found = {match.span() for match in _BESIDE_MARK.finditer(line)}
    if found and any(f"{bracket} " in line for bracket in "（“《【"):
        found.update(match.span(1) for match in _SPACED_PAIR.finditer(line))
    if "《 " in line:  # the name of a document has no space of its own
        for title in _SPACED_TITLE.finditer(line):
            gaps = _HAN_GAP.finditer(line, *title.span())
            found.update(gap.span() for gap in gaps)
    if "） " in line and " （" in line and line.count("（") == 1:  # several are of a list
        found.update(match.span(1) for match in _SPACED_BRACKET.finditer(line))
    if "） " in line and (dateline := _DATELINE.search(line)) is not None:
        found.add(dateline.span(1))
    between = list(stretches(line))
    if between:
        if found:  # it begins with a space beside a mark
            found.update(
                match.span(2) for match in _WRAPPED.finditer(line) if all_han(match[1] + match[3])
            )
        found.update(split_spaces(line, between))
        found.update(padded_spaces(line, between, settings))
        found.update(spelled_spaces(line))
        if "、" in line:
            found.update(listed_names(line, settings))
        found.update(inword_spaces(line, between, found))
    if not found:
        return []
    spans = sorted(found)
    if passes > 1 and sum(high - low for low, high in spans) < line.count(" "):
        rest = "".join(
            line[low:high]
            for (_, low), (high, _) in zip(
                [(0, 0), *spans], [*spans, (len(line), len(line))], strict=True
            )
        )
        spans = _merge(spans, _noise(rest, settings, passes - 1))
    return spans


def _merge(spans: list[tuple[int, int]], later: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` with those of ``later``, whose offsets count the text without ``spans``."""
    merged = list(spans)
    gone = index = 0
    for low, high in later:
        while index < len(spans) and spans[index][0] - gone <= low:
            gone += spans[index][1] - spans[index][0]
            index += 1
        merged.append((low + gone, high + gone))
    merged.sort()
    return merged
