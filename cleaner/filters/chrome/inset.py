"""Links to other articles between the date line of an article and its text, and right below it.

Sites put their headlines of the day or a list on the same topic right below the date. Under a
heading (相关文章) that is plain. Without one they are known by what they are: headlines in a row
that share hardly a pair of characters with the text below. A standfirst shares many, and so do
subtitles and leading lines. One such line below the last paragraph and above the foot of the page
is an advertisement.
"""

from __future__ import annotations

from cleaner.filters.chrome import body, frame, shapes
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.likeness import likeness, opening, unlike
from cleaner.filters.chrome.lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Headlines in a row that need no heading, and how many do below a weak one or above a cue.
ROW, FEW = 3, 2
# Length of a headline; shorter ones on average are the lines of a table, if without a heading.
SHORTEST, LONGEST, AVERAGE, HEADED = 6, 48, 11, 9
# With this much text in paragraphs the page is an article.
ARTICLE = 150
# Words that it has itself are its tags below a shorter one, too.
SHORT = 80
# So many tags of so many letters, one a line, stand below a label with nothing behind it.
TAGS, TAG = 8, 12
_TAGS = frozenset({"标签", "标签/tag", "tags", "Tags", "关键词", "关键字"})
# What begins a line that is part of a head: ——在某某会上的讲话, （二〇一二年三月五日）.
_OWN = frozenset("—―－（([")
_ABOVE = frozenset({"byline", "share", "comments", "advertisement", "credits"})
# An advertisement has so many letters or more and this share of its pairs in the text, no marks of
# a sentence, and does not begin like a signature, a note or an item.
NAME, ADVERT = 9, 0.1
# So many dates below headlines make a list.
DATED = 2
# Longest word below an article; half of it is the longest on average.
WORD = 8
# What a sentence ends with, perhaps in quotation marks or brackets.
_STOPS = frozenset("。！？”」）)")
_PUNCTUATION = frozenset("：:，,。、；")
_SENTENCE = frozenset("，,。；！？")
_BEGINS = frozenset("—―－（(【[“「『《0123456789")
#: What the heading of a list of other articles ends with.
_KINDS = ("新闻", "文章", "报道", "阅读", "资讯", "推荐")
_INTRODUCES = frozenset("：:，,、")
#: What the names of sections and lists are that the foot of a site begins with.
_FOOT = frozenset({"navigation", "related", "hot", "copyright", "share", "app", "login"})
#: What a link to another article begins with; an item of a list has a colon, or is shorter.
POINTS = frozenset("►▶▸➤👉☞")


def insets(lines: Sequence[Line], head: int, end: int) -> list[int]:
    """Return the lines of such lists below ``head``, the title or what else stands over a list."""
    first = next((index for index in range(head + 1, end) if _is_paragraph(lines[index])), end)
    if first - head <= FEW or first == end:
        return []
    found: list[int] = []
    known: str | None = None
    index = head + 1
    while index < first:
        stop = index
        while stop < first and lines[stop].force < STRONG:
            stop += 1
        above = lines[index - 1]
        row = lines[index:stop]
        if row and above.force >= STRONG:
            least = FEW if row[0].force or stop < first else ROW
            if above.reason in ("related", "hot") and body.heads_list(lines, index - 1):
                found.extend(range(index, stop))
            elif above.reason in _ABOVE and (_are_headlines(row, least) or _is_run(row)):
                known = _text(lines[first:end]) if known is None else known
                if _is_foreign(row, known):
                    found.extend(range(index, stop))
        for place, line in enumerate(row):
            if line.force and line.text.strip(":：|｜") in _TAGS and _are_tags(row[place + 1 :]):
                found.extend(range(index + place, stop))
                break
        index = stop + 1
    return found


def foreign(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether the lines right below an article are an advertisement or links to other articles."""
    return advert(lines, indices) or titled(lines, indices) or archived(lines, indices)


def advert(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether there is one plain line right below the text that has nothing to do with it.

    On 266 real pages and 330 labelled ones six lines are such, none of them part of an article.
    """
    line = lines[indices[0]]
    text = line.text
    if len(indices) > 1 or line.prose or line.force:
        return False
    if not NAME <= len(text) <= LONGEST or text[0] in _BEGINS:
        return False
    known = _text(lines[: indices[0]])
    return (
        known != ""
        and not _PUNCTUATION.intersection(text)
        and likeness(text, known, 0.01) <= ADVERT
    )


def pointed(lines: Sequence[Line], indices: Sequence[int]) -> Sequence[int]:
    """Return the lines below a text that point to other articles: ►某某某某某某某某某某某."""
    at = next((at for at, i in enumerate(indices) if lines[i].text[0] in POINTS), len(indices))
    row = [lines[index] for index in indices[at:]]
    links = (
        row
        and sum(len(line.text) for line in row) > AVERAGE * len(row)
        and not any(
            line.prose or line.text[0] not in POINTS or _INTRODUCES.intersection(line.text)
            for line in row
        )
        and _text(lines[: indices[0]], SHORT)
    )
    return indices[at:] if links else []


def footing(lines: Sequence[Line], indices: Sequence[int]) -> Sequence[int]:
    """Return the lines below a text from the first of several names of sections or lists on.

    The foot of a site of which no line is sure: 热门, 某某某某, 更多, 关于我们, 联系我们.
    """
    at = next((at for at, i in enumerate(indices) if _in_foot(lines[i])), len(indices))
    row = [lines[index] for index in indices[at:]]
    weak = sum(map(_in_foot, row))
    fits = weak >= FEW and ROW * weak >= len(row) and not any(map(_tells, row))
    return indices[at:] if fits else []


def _in_foot(line: Line) -> bool:
    """Whether the line is a name that feet of sites have; a document to load is the text's own."""
    return line.force > 0 and line.reason in _FOOT and not shapes.attached(line.text)


def _tells(line: Line) -> bool:
    """Whether a line is a sentence, or a label with what it names (电话：010)."""
    return line.prose or bool(line.label) or shapes.ROW.match(line.text) is not None


def titled(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether right below an article stand a heading (关于某某的新闻) and headlines of others.

    A list of prizes or names is as foreign to the text above it, so that the heading must say it.
    """
    row = [lines[index] for index in indices[1:]]
    if not lines[indices[0]].text.endswith(_KINDS) or any(line.prose for line in row):
        return False
    if any(map(frame.tells_where, row)):
        return False  # 店家资讯 stands over 店名：…, 地址：…
    known = _text(lines[: indices[0]])
    return known != "" and _are_headlines(row, ROW) and _is_foreign(row, known)


def archived(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether right below an article stand other headlines, each over its date.

    In the chronicle that an article ends with, each date stands over what happened.
    """
    row = [lines[index] for index in indices]
    dates = [place for place, line in enumerate(row) if line.field == "published"]
    return (
        len(dates) >= DATED
        and dates[-1] == len(row) - 1
        and all(
            place and not row[place - 1].force and len(row[place - 1].text) >= SHORTEST
            for place in dates
        )
        and not any(line.prose for line in row)
    )


def words(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether the lines right below an article are words, one a line: its tags, or reactions.

    A signature has longer lines, or its date; a poem has marks, or longer lines.
    """
    texts = [lines[index].text for index in indices]
    if (
        len(texts) < FEW
        or max(map(len, texts)) > WORD
        or sum(map(len, texts)) > WORD / 2 * len(texts)
        or not all(text.isalnum() and not text[0].isdigit() for text in texts)
    ):
        return False
    known = _text(lines[: indices[0]], SHORT)
    own = [text in known for text in texts]
    many = len(texts) >= ROW and (len(known) >= ARTICLE or any(own))
    return known != "" and (many or all(own))


def tagged(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the body that ends at ``end``, above a strong cue, ends without its tags.

    They are words below a sentence, most of which it has: 行山径, 渔护署, 大雨.
    """
    first = end
    while first > start and _is_word(lines[first - 1]):
        first -= 1
    if not (end < len(lines) and lines[end].force >= STRONG and first > start):
        return end
    if end - first < ROW or lines[first - 1].text[-1] not in _STOPS:
        return end
    known = _text(lines[start:first], SHORT)
    own = sum(line.text in known for line in lines[first:end])
    return first if 2 * own > end - first else end


def before_contents(lines: Sequence[Line], title: int, start: int, end: int) -> int:
    """Return where the body that ends at ``end`` ends without a list in which its title stands."""
    first = end
    while first > start and not lines[first - 1].prose:
        first -= 1
    below = lines[max(first, title + 1) : end]
    again = any(line.text == lines[title].text for line in below)
    return first if again and first > start and len(below) >= ROW else end


def _is_word(line: Line) -> bool:
    return not (line.force or line.prose) and len(line.text) <= WORD and line.text.isalnum()


def _text(lines: Sequence[Line], least: int = ARTICLE) -> str:
    """Return the opening of an article, "" for less than one of ``least`` letters."""
    told = [line.text for line in lines if _is_paragraph(line)]
    return opening(told) if sum(map(len, told)) >= least else ""


def _are_tags(row: Sequence[Line]) -> bool:
    return 0 < len(row) <= TAGS and all(len(line.text) <= TAG and not line.prose for line in row)


def _is_paragraph(line: Line) -> bool:
    return line.prose and not line.force and len(line.text) >= body.PARAGRAPH // 2


def _are_headlines(row: Sequence[Line], least: int) -> bool:
    texts = [line.text for line in row if not line.force and len(line.text) > 1]  # 热, 点, 新, 闻
    return (
        len(texts) >= least
        and sum(map(len, texts)) >= (HEADED if row[0].force else AVERAGE) * len(texts)
        and all(map(_is_headline, texts))
    )


def _is_run(row: Sequence[Line]) -> bool:
    """Whether the row is one long line without a mark: headlines one behind the other."""
    text = row[0].text
    return (
        len(row) == 1
        and len(text) > LONGEST
        and not row[0].force
        and not _SENTENCE.intersection(text)
    )


def _is_foreign(row: Sequence[Line], known: str) -> bool:
    """Whether the headlines have nothing to do with what is ``known``."""
    return known != "" and unlike([line.text for line in row if not line.force], known)


def _is_headline(text: str) -> bool:
    return (
        SHORTEST <= len(text) <= LONGEST
        and text[0] not in _OWN
        and text[-1] not in _INTRODUCES
        and "。" not in text
    )
