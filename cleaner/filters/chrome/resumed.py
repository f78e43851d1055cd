"""Where a body goes on behind what interrupts it: an advertisement, buttons, a few links."""

from __future__ import annotations

from cleaner.filters.chrome import sentences, shapes
from cleaner.filters.chrome.cues import END, STRONG
from cleaner.filters.chrome.frame import BESIDE
from cleaner.filters.chrome.likeness import likeness
from cleaner.filters.chrome.lines import Line
from cleaner.patterns import ASCII, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A sentence behind an advertisement; half of it behind a mere label of one.
SENTENCE = 20
# Under a subhead behind an interruption stands so much.
UNDER_SUBHEAD = 30
# A list of links between two paragraphs has at most so many, each a headline of some length, and so
# much text follows it; behind a bar of buttons alone less will do.
LINKS: Final = 6
HEADLINE: Final = 8
BEHIND_LINKS: Final = 60
BEHIND_BAR: Final = 40
# Between the steps of an instruction stand fewer lines without a sentence.
STEP = 8
# The next item of a list stands so near below what belongs to the last.
NEAR: Final = 3
# Items and a subhead between the last sentence and a heading of links in the middle of a text.
OWN, SUBHEADS = 6, 2
# One sentence behind links begins like any, not like a note: 注：本站…, 作者：某某, ★某某提醒您….
_NO_REST = ("注：", "作者：", "编者")
_OPENS = frozenset("“「『《（")
# Of the pairs of its headline, a teaser has so many.
TEASER = 0.3
# So near above the first sentence stands the date line, with buttons between.
DATED = 16
_FULL = ("。", "。”", "。」", "。）")
#: What stands over the last sentences of an instruction.
HINTS: Final = frozenset(
    {"注意事项", "小贴士", "小提示", "温馨提示", "特别提示", "小窍门", "总结", "总结建议"}
)
#: Cues that may stand in the middle of a text.
INTERRUPTING: Final = BESIDE | {"login", "navigation"}
#: What interrupts a text: the label of an advertisement, +5 pictures, the button below a picture.
_INTERRUPTS = lazy(
    r"AD|\+\d{1,2}|(?:点击|点选)?(?:图片)?(?:查?看|进入)?(?:高清|下一?张)?(?:大图|图片?|放大|下一页)"
    r"|(?:点击)?展开(?:阅读)?全文|继续阅读|阅读全文"
)
_FIGURES: Final = frozenset("0123456789（(")
_SECTION: Final = lazy("[一二三四五六七八九十]{1,3}、")
_ITEM: Final = lazy(r"[（(]?(\d{1,2})[.．、)）](?!\d)", ASCII)


def further(lines: Sequence[Line], end: int) -> int:
    """Return where a body ends that goes on behind buttons, or behind a few links in its middle."""
    while True:
        reach = end if _is_told(lines, end) else _steps(lines, end)
        start, linked, links = _behind(lines, reach)
        stop = start if linked else _steps(lines, start)
        while stop < len(lines) and lines[stop].prose and not lines[stop].force:
            stop += 1
        told = sum(len(line.text) for line in lines[start:stop])
        between = lines[reach : start - (start > end and not lines[start - 1].force)]
        hinted = start > reach and lines[start - 1].text.rstrip("：:") in HINTS
        if hinted or (between and all(map(interrupts, between))):
            fits = told >= SENTENCE // 2
        elif between and all(line.reason == "advertisement" for line in between):
            fits = told >= SENTENCE
        elif stop - start > 1 and told >= (BEHIND_LINKS if linked else BEHIND_BAR):
            fits = True
        else:
            fits = linked and told >= SENTENCE and _goes_on(lines, start, links)
        full = sum(sentences.full(line.text) for line in lines[start:stop]) if linked else 0
        if not fits or (linked and 2 * full < stop - start):
            return end  # or headlines with marks in them: 某某！某某 某某
        end = stop


def _steps(lines: Sequence[Line], start: int) -> int:
    """Return where sentences end that have short lines between them: 2, 注意事项."""
    end = index = start
    while index < min(end + STEP, len(lines)) and lines[index].force < STRONG:
        line = lines[index]
        index += 1
        if line.prose and not line.force and line.text.endswith(_FULL):
            end = index
    return end


def begun(lines: Sequence[Line], start: int) -> int:
    """Return where a body begins whose first sentences stand above links or a form.

    Above them stands its date line.
    """
    links = 0
    heading = False
    top = start
    while top > 0 and not (lines[top - 1].prose and not lines[top - 1].force):
        top -= 1
        line = lines[top]
        if line.force == END and line.reason in ("related", "hot"):
            heading = True
        elif not line.force:
            links += 1
        elif line.reason == "byline" or not (line.reason in INTERRUPTING or interrupts(line)):
            return start
        heading = heading or line.reason == "login"
    if not heading or links > LINKS:
        return start
    first = top
    while first > 0 and lines[first - 1].prose and not lines[first - 1].force:
        first -= 1
    told = [line.text for line in lines[first:top]]
    dated = any(line.field == "published" for line in lines[max(0, first - DATED) : first])
    fits = dated and sum(map(len, told)) >= SENTENCE and told[-1].endswith(_FULL)
    return first if fits else start


def _behind(lines: Sequence[Line], end: int) -> tuple[int, bool, int]:
    """Return the first sentence behind buttons and links, or the end of the lines.

    And whether there was a heading or a button of links, and how many links.
    """
    linked = False
    links = 0
    for index in range(end, len(lines)):
        line = lines[index]
        if line.prose and not line.force:
            return index, linked, links
        if line.force == END and line.reason in ("related", "hot"):
            linked = True
        elif line.force == END or (
            line.force and line.reason not in INTERRUPTING and not interrupts(line)
        ):
            break
        elif not line.force:
            if not linked and (
                _is_own(lines, index, end)
                or sentences.wordless(line.text)
                or line.text.rstrip("：:") in HINTS
                or (_SECTION.match(line.text) is not None and _is_told(lines, index + 1))
            ):
                continue
            links += 1
            if links == 1 and _heads(lines, index, end):
                continue
            short = len(line.text) < HEADLINE and not short_subhead(lines, index)
            if not linked or links > LINKS or short:
                break
    return len(lines), linked, links


def _goes_on(lines: Sequence[Line], index: int, links: int) -> bool:
    """Whether the only sentence behind links is one of the article.

    A teaser has no full stop, or says what its headline says, or its date or another follow. It
    stands below each headline, not below several.
    """
    text = lines[index].text
    opens = text[0].isalnum() or text[0] in _OPENS
    if not (opens and text.endswith(_FULL)) or text.startswith(_NO_REST):
        return False
    if "声明：" in text or "本网站" in text or "本站" in text:
        return False  # 法律声明：本网站提供的…
    above, below = lines[index - 1], lines[index + 1 : index + 3]
    if links != 1 or _SECTION.match(above.text) is not None:
        return not any(line.field == "published" for line in below[:1])
    if any(line.field == "published" for line in below[:1]) or (
        len(below) > 1 and not below[0].force and below[1].prose
    ):
        return False
    return likeness(above.text, text, TEASER) < TEASER


def _is_own(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether a line below the last sentence, with no cue above it, is a subhead or an item."""
    if index >= end + OWN:
        return False
    below = lines[index + 1 : index + 3]
    if index < end + SUBHEADS and any(
        line.force >= STRONG for line in below[: SUBHEADS + end - index]
    ):
        return True  # 02, 掀开盖子的人, and the cue
    first = _ITEM.match(lines[end].text) or _ITEM.match(lines[min(end + 1, len(lines) - 1)].text)
    return first is not None and (index == end or _ITEM.match(lines[index].text) is not None)


def short_subhead(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below a link is shorter than a headline, and a paragraph stands below it."""
    line, below = lines[index], lines[index + 1 : index + 2]
    return (
        not line.force
        and len(line.text) < HEADLINE <= len(lines[index - 1].text)
        and any(other.prose and not other.force and len(other.text) >= SENTENCE for other in below)
    )


def _is_told(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a sentence."""
    return any(line.prose and not line.force for line in lines[index : index + 1])


def _heads(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether the line is a subhead below what interrupts a text from ``end`` on."""
    below = lines[index + 1 : index + 2]
    told = any(line.prose and not line.force and len(line.text) >= UNDER_SUBHEAD for line in below)
    return told and index > end and all(map(interrupts, lines[end:index]))


def interrupts(line: Line) -> bool:
    """Whether the line interrupts a text: the label of an advertisement, +5 pictures."""
    text = line.text
    labelled = line.reason == "advertisement" and (
        "广告" in text or "继续" in text or text.isascii()
    )
    return labelled or _INTERRUPTS.fullmatch(text) is not None


def items(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where a body ends whose numbered items go on behind buttons and single links.

    A list that begins there has a sentence below its first item; a ranking has none.
    """
    number = 0
    for line in lines[start:end]:
        if line.text[0] in _FIGURES and (item := _ITEM.match(line.text)) is not None:
            number = int(item[1]) if int(item[1]) == number + 1 else number
    index = end
    while index < min(end + NEAR, len(lines)):
        line = lines[index]
        single = line.reason == "related" and (line.force < END or shapes.link(line.text))
        if line.force >= STRONG and not (interrupts(line) or single):
            break
        item = _ITEM.match(line.text)
        told = any(below.prose and not below.force for below in lines[index + 1 : index + 2])
        if item is not None and int(item[1]) == number + 1 and (number or told):
            number += 1
            end = index + 1
            while end < len(lines) and lines[end].prose and not lines[end].force:
                end += 1
            index = end
        else:
            index += 1
    return end
