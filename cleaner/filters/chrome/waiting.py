"""The plain lines below the body: which belong to it is told by the next cue, or the end.

A paragraph may be the rest of the article or a post; other lines are its signature, its subheads,
a list of other pages, or what goes along with the cue.
"""

from __future__ import annotations

from cleaner.filters.chrome import posts, runs, sentences
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.frame import tells_where
from cleaner.filters.chrome.inset import footing, foreign, pointed, words
from cleaner.filters.chrome.lines import DECORATION, Line, beside
from cleaner.filters.chrome.page import COMPANY, Page, is_tag
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# Below an article only a paragraph belongs to it.
PARAGRAPH = 30
# So many lines are a list.
FEW: Final = 3
# So many letters begin the subheads of one text.
ALIKE: Final = 2
# And so near above stands the next.
NEAR: Final = 60
# Headlines in a row without a heading, their length, and the share of numbered items or prose that
# makes them a list of the article's own.
HEADLINES, HEADLINE, ITEMS = 12, 25, 1 / 3
#: What the line of category and tags below a post of a blog begins with.
TAGS = (
    *("分类", "标签", "文章标签", "关键字", "关键词"),
    *("Tags", "Tag:", "Tag：", "Categories", "Category"),
)
#: Weak headings of lists of other articles.
HEADING = frozenset({"related", "hot", "comments"})
#: Cues that name people.
PEOPLE = frozenset({"byline", "credits"})
#: What stands over the name of the author in a card below the article, of so many lines.
AUTHOR: Final = frozenset({"作者", "撰文者", "撰文"})
CARD: Final = 4
NAME: Final = 8
COLONS = ("：", ":")
# The longest label of a field of a form, with its colon.
FIELD = 6
# The name of an account and what it says of itself are so many lines; its name stands so far up.
ACCOUNT, ACCOUNTS = 2, 30
_MAIL = lazy("(?:[eE]-?mail|邮箱|电邮|信箱)[:：][^@]{1,40}@")
#: What an item of a list begins with: a number, or a label.
ITEM: Final = lazy(
    "[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）、.．，]|第.{1,4}[名章节条回]|.{1,8}[：:|｜]"
)


class Waiting:
    """The plain lines below the body that are ``pending``, until the next strong cue or the end.

    ``strong``: there was a strong cue above them; ``ended``: the foot of a page. The text was
    ``resumed`` at that line, from which on a paragraph has ``least`` characters. What is below the
    line ``cited`` are references.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pending: list[int] = []
        self.strong = False
        self.ended = False
        self.resumed = 0
        self.least = 0 if page.thread else PARAGRAPH
        self.cited = len(page.lines)

    def settle(self, *, last: bool) -> None:
        """Decide upon the lines that are pending; ``last``: there is no cue below them."""
        page, pending, strong = self.page, self.pending, self.strong
        lines = page.lines
        if pending and not (last or strong):
            plain = next((at for at, i in enumerate(pending) if lines[i].force), 0)
            count = next((n for n in (len(pending), plain) if words(lines, pending[:n])), 0)
            self._drop(pending[:count], "related")
            del pending[:count]
        while pending and not last and _goes_along(page, pending[-1]):
            self._drop((pending.pop(),), "related")
        if not last and (card := _card(lines, pending)) is not None:
            for index in pending[card:]:
                page.drop(index, "byline")
            del pending[card:]
        for index in pending:
            if _credited(lines, index):
                page.drop(index, "credits")
        few = last and len(pending) <= 2 and not self.ended and not _is_address(page, pending)
        gone = pending if strong else _unled(page, pending)
        if not (last or strong):
            if gone and _list(page, gone):
                self._drop(gone, lines[gone[0]].reason)
            self._drop(_tagged(page, gone), "tail")
            for index in pointed(lines, gone):
                page.drop(index, "related")
            if _is_account(page, gone):
                for index in gone:
                    page.drop(index, "byline")
            if page.posts.isdisjoint(gone):
                self._drop(footing(lines, gone), "tail")
            if gone and foreign(lines, gone):
                self._drop(gone, "related")
        if _has_title(page, gone):
            self._drop([index for index in gone if not lines[index].prose], "related")
        if gone and not few and (strong or _headlines(page, gone)):
            for index in gone:
                if index >= self.cited:
                    break
                if lines[index].prose:
                    if strong and (len(lines[index].text) < self.least or _stray(page, index)):
                        page.drop(index, "tail")
                elif not (_posted(page, index, self.resumed) or _heads(page, index)):
                    page.drop(index, "tail")
        pending.clear()

    def _drop(self, indices: Sequence[int], reason: str) -> None:
        """Drop lines, each for the reason that it has itself, or else for ``reason``."""
        for index in indices:
            self.page.drop(index, self.page.lines[index].reason or reason)


def _has_title(page: Page, indices: Sequence[int]) -> bool:
    """Whether the lines are a list of articles of which the title is one, as of a paper."""
    if page.thread or page.title is None or len(indices) < FEW:
        return False
    title = page.lines[page.title].text
    return len(title) >= NAME and any(page.lines[index].text == title for index in indices)


def _stray(page: Page, index: int) -> bool:
    """Whether the line is a long headline among others: it has no end, and no prose beside it."""
    text = page.lines[index].text
    if page.thread or sentences.full(text) or sentences.smiles(text):
        return False
    return not any(line.prose for line in beside(page.lines, index))


def _heads(page: Page, index: int) -> bool:
    """Whether the line is a subhead: two paragraphs stand below it.

    Or one, and a line of the text above that stays begins alike: 盲点一：…, 盲点二：….
    """
    below = page.lines[index + 1 : index + 3]
    told = [line.prose and not line.force and sentences.full(line.text) for line in below]
    if not told or not told[0] or len(below[0].text) < PARAGRAPH:
        return False
    begin, first = page.lines[index].text[:ALIKE], max(0, index - NEAR)
    return told == [True, True] or any(
        line.text.startswith(begin) and not (line.force or line.prose or page.verdict[at])
        for at, line in enumerate(page.lines[first:index], first)
    )


def _posted(page: Page, index: int, resumed: int) -> bool:
    """Whether a line without a sentence belongs to a post or, from ``resumed`` on, to an answer."""
    line = page.lines[index]
    if 0 < resumed < index and not line.force and len(line.text) > posts.POSTER:
        return True
    return page.thread and (
        index in page.posts or posts.said(page, index) or posts.heads(page, index)
    )


def _list(page: Page, indices: Sequence[int]) -> bool:
    """Whether the lines are a weak heading right below the body, and links under it."""
    first = page.lines[indices[0]]
    return (
        first.force == WEAK
        and first.reason in HEADING
        and not any(_told(page.lines[i]) or i in page.posts for i in indices)
    )


def _is_address(page: Page, indices: Sequence[int]) -> bool:
    """Whether the last of the lines is an address for mail, which no signature is."""
    return bool(indices) and _MAIL.match(page.lines[indices[-1]].text) is not None


def _is_account(page: Page, indices: Sequence[int]) -> bool:
    """Whether the lines are the name of an account, as above the text, and what it says of itself.

    A public body signs with its name, too, and a date.
    """
    texts = [page.lines[index].text for index in indices]
    return (
        len(texts) == ACCOUNT
        and not any(char.isdigit() for text in texts for char in text)
        and not any(page.lines[index].force or page.lines[index].prose for index in indices)
        and any(
            page.verdict[at] and page.lines[at].text == texts[0]
            for at in range(min(indices[0], ACCOUNTS))
        )
    )


def _told(line: Line) -> bool:
    """Whether the line is a sentence and no headline that asks."""
    return line.prose and line.text[-1] not in "？?"


def _goes_along(page: Page, index: int) -> bool:
    """Whether a weak line goes with the cue below it, as the first of several credits does."""
    line, below = page.lines[index], page.lines[index + 1]
    if index in page.posts:
        return False
    if line.reason in COMPANY or not line.text.strip(DECORATION):
        return True  # as does a rule of hyphens
    if is_tag(line.text) or line.reason == below.reason == "pager":
        return True  # (1/2) over 下一页
    if line.reason == "navigation" and not tells_where(line):
        return True  # 最新： over nothing
    if line.label and line.text[-1] in COLONS:
        return True  # 作者： with nobody behind
    if _is_field(line) and (below.force >= STRONG or page.verdict[index + 1]):
        return True  # 姓名： over 电话：, and the button that sends them
    if line.force != WEAK or line.reason not in PEOPLE:
        return False
    above = page.lines[index - 1]
    return "credits" in (below.reason, line.reason == above.reason and above.reason)


def _is_field(line: Line) -> bool:
    """Whether the line is the label of a field to be filled in: 姓名：, 电话：."""
    text = line.text
    return len(text) <= FIELD and text[-1] in COLONS and not text.startswith("附")


def _credited(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is one of several credits: 编辑 王五, 校对 李四."""
    line = lines[index]
    return (
        line.force == WEAK
        and line.reason == "credits"
        and any(other.label and other.reason == "credits" for other in beside(lines, index))
    )


def _card(lines: Sequence[Line], indices: Sequence[int]) -> int | None:
    """Return the place of 作者 over a name, which stands over what the author says of himself."""
    for place, index in enumerate(indices[-CARD:], max(0, len(indices) - CARD)):
        name = lines[index + 1]
        if lines[index].text in AUTHOR and place + 1 < len(indices) and len(name.text) <= NAME:
            return None if name.prose else place
    return None


def _tagged(page: Page, indices: Sequence[int]) -> Sequence[int]:
    """Return the lines from that of category and tags on: what follows it are buttons."""
    for place, index in enumerate(indices):
        if page.lines[index].force and page.lines[index].text.startswith(TAGS):
            return [] if any(page.lines[i].prose for i in indices[place:]) else indices[place:]
    return []


def _unled(page: Page, indices: Sequence[int]) -> Sequence[int]:
    """Return what stands below the last paragraph: above it, with no cue yet, the body goes on."""
    lines = page.lines
    told = [lines[i].prose and not lines[i].force for i in indices]
    if not any(
        said and len(lines[i].text) >= runs.GAP for said, i in zip(told, indices, strict=True)
    ):
        return indices
    return indices[len(indices) - told[::-1].index(True) :]


def _headlines(page: Page, indices: Sequence[int]) -> bool:
    """Whether lines right below the body are headlines of other articles, without a heading."""
    lines = page.lines
    introduced = lines[indices[0] - 1].text + "\n" + lines[indices[0]].text
    if any(text.endswith(COLONS) for text in introduced.split("\n")):
        return False
    own = sum(lines[i].prose or ITEM.match(lines[i].text) is not None for i in indices)
    length = sum(len(lines[i].text) for i in indices)
    return (
        len(indices) > HEADLINES and own < ITEMS * len(indices) and length < HEADLINE * len(indices)
    )
