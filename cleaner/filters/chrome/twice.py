"""The article again, on a page that prints it twice: for paging and whole, say."""

from __future__ import annotations

from itertools import compress
from operator import eq

from cleaner.filters.chrome.climb import CHAPTER
from cleaner.filters.chrome.lines import Line
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A sentence of this length that comes again is a copy; a shorter one may be a saying.
PARAGRAPH: Final = 30
# Of the text in such sentences so much comes again, in two that differ: less is a quotation.
COPY: Final = 2
SHARE: Final = 0.4
# A shorter title may be the begin of a line of a song; a longer one than this has no site behind.
HEADLINE: Final = 10
SITE: Final = 12
# So often a title, or a part of it of that length, stands below its photos.
ALT: Final = 2
# So near the top stands the title of a text that is no page, and so long one is: a shorter line
# may be an office that also signs, a longer one is a paragraph.
TOP, CAPTION, LONGEST = 2, 14, 60
# Among so many lines the first photos stand: to look at all takes a page .7 % longer.
NEAR = 40
PHOTOS: Final = frozenset({"文章图片", "文章插图"})
# So long is a name that stands in a card below a text: that of who wrote, that of an account.
NAME: Final = 8
NAMED: Final = {"byline": 4, "app": NAME}
# What is near the name in the line that has it, too.
_BEFORE: Final = frozenset("：:“「『/／|｜@")
_BEHIND: Final = frozenset("”」』/／|｜(（")
# So long is what stands in place of a photo.
PHOTO = 4
_SIGNS: Final = frozenset("/／╱|｜-_—")


def again(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Return those of the ``kept`` lines that are a second copy of the article.

    The first paragraph alone comes again as a summary, which stays.
    """
    long = [i for i in kept if lines[i].prose and len(lines[i].text) >= PARAGRAPH]
    first: dict[str, int] = {}
    copies = [i for i in long if first.setdefault(lines[i].text, i) != i]
    if len({lines[i].text for i in copies}) < COPY or _letters(lines, copies) < SHARE * _letters(
        lines, long
    ):
        return []
    seen: dict[str, int] = {}
    repeated = {i for i in kept if seen.setdefault(lines[i].text, i) != i}
    start = kept.index(copies[0])
    while kept[start - 1] in repeated:
        start -= 1  # the title, too
    return [i for i in kept[start:] if i in repeated]


def captions(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> list[int]:
    """Return the lines of a text that is no page which its photos have below them.

    They repeat the title, which a song does too, but that has no paragraphs; or mirrors say there
    文章图片.
    """
    photos = [index for index, line in cued if line.text in PHOTOS]
    found = photos if len(photos) >= ALT else []
    texts: list[str] = []
    for title, line in enumerate(lines[:TOP]):
        text = line.text
        if not CAPTION <= len(text) <= LONGEST or text[-1] == "。":
            continue
        texts = texts or [other.text for other in lines[:NEAR]]
        if texts.count(text) <= ALT:
            continue
        if any(line.prose and line.text != text and len(line.text) >= PARAGRAPH for line in lines):
            return found + titles(lines, range(len(lines)), title)
    return found


def strewn(lines: Sequence[Line]) -> list[int]:
    """Return the lines that come again and again among paragraphs, in several rows.

    They are what photos have in place of themselves. Who speaks in an interview comes again as
    often, but never twice in a row; a refrain does, but has no paragraphs around it. The first line
    stays, which is the title.
    """
    texts = [line.text for line in lines]
    pairs = [*compress(range(len(texts)), map(eq, texts, texts[1:]))]
    if len(pairs) < ALT:
        return []
    rows = [
        texts[index]
        for index in pairs
        if not (lines[index].prose or lines[index].force)
        and (index == 0 or texts[index - 1] != texts[index])
    ]
    # A chapter of several pages has its heading over each.
    again = {
        text
        for text, times in Tally(rows).items()
        if times >= ALT and PHOTO <= len(text) < PARAGRAPH and CHAPTER.match(text) is None
    }
    if not again or sum(len(line.text) >= PARAGRAPH for line in lines) < ALT:
        return []
    return [index for index in range(1, len(lines)) if lines[index].text in again]


def same(cued: Sequence[tuple[int, Line]], verdict: Sequence[str]) -> list[int]:
    """Return the cues that another of the same words is gone of: the editor, the day of issue."""
    gone = {line.text for index, line in cued if verdict[index] and _may_come_again(line)}
    return [
        index
        for index, line in cued
        if line.text in gone and not verdict[index] and _may_come_again(line)
    ]


def _may_come_again(line: Line) -> bool:
    return not line.prose and (line.reason == "credits" or line.field == "published")


def _letters(lines: Sequence[Line], indices: Sequence[int]) -> int:
    return sum(len(lines[i].text) for i in indices)


def titles(lines: Sequence[Line], kept: Sequence[int], title: int) -> list[int]:
    """Return those of the ``kept`` lines that are the title of a photo: 某某／某某新闻.

    The title alone comes again as often as a subhead, but only once.
    """
    headline = lines[title].text
    if len(headline) < HEADLINE:
        return []
    below = [index for index in kept if index > title]
    again = Tally([lines[i].text for i in below if lines[i].text in headline])
    return [
        index
        for index in below
        if (len(lines[index].text) >= HEADLINE and again[lines[index].text] >= ALT)
        or (
            lines[index].text.startswith(headline)
            and lines[index].text[len(headline) :][:1] in _SIGNS
            and len(lines[index].text) <= len(headline) + SITE
        )
    ]


def named(
    lines: Sequence[Line], verdict: Sequence[str], cued: Sequence[tuple[int, Line]]
) -> list[int]:
    """Return what stands in a card below the last sentence: who wrote, or the account, again.

    And the sentence right below that begins with the name: 某某，自由撰稿人，爱爬山。 A public body
    is named above and signs below; its name is longer than a person's.
    """
    known = [line for index, line in cued if verdict[index] and line.reason in NAMED]
    found: list[int] = []
    if not known:
        return found
    for index in range(len(lines) - 1, 0, -1):
        line, above = lines[index], lines[index - 1]
        if verdict[index]:
            continue
        if line.prose:
            if not (
                verdict[index - 1] and _is_name(above) and line.text.startswith(above.text + "，")
            ):
                break
            found.append(index)
        elif _is_name(line) and any(_names(cue, line.text) for cue in known):
            found.append(index)
    return found


def _is_name(line: Line) -> bool:
    return 1 < len(line.text) <= NAME and line.text.isalpha() and not (line.prose or line.force)


def _names(cue: Line, name: str) -> bool:
    """Whether a cue has the name set apart: 报道：某某, 点击上方“某某”关注我们."""
    text = cue.text
    at = text.find(name)
    end = at + len(name)
    return (
        at > 0
        and len(name) <= NAMED[cue.reason]
        and text[at - 1] in _BEFORE
        and (end == len(text) or text[end] in _BEHIND)
    )
