"""Judging a line by itself, before its neighbours are looked at.

What is decided here needs no context: whether the line reads like prose, whether it begins like a
credit or looks like a menu. Whitespace is never evidence, since text that has been segmented may
come in again with other spaces than it had.
"""

from __future__ import annotations

from cleaner.filters.chrome import counts, shapes
from cleaner.filters.chrome.attachment import attached
from cleaner.filters.chrome.cues import END, LONG, NONE, STRONG, WEAK, Cues
from cleaner.filters.repair.scripts import narrates
from cleaner.memo import Memo
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

DECORATION = (
    "•·・●■◆▪▶►▲△▼▽★☆※◎»›>＞<《》【】[]()（）「」|｜丨︱┊:：…—–-_=*＊#~～+,，.。、/／╱\\&^`'\"“”"
)
_BEFORE_NAMES = "0123456789" + DECORATION
# A numbered line is a step of an instruction: 1. 点击设置.
_ITEM = frozenset("0123456789（(*-#+")
# What a reply or an editor in brackets begins with.
_TELLING = frozenset("推嘘噓→(（[【")
# “版权所有，翻印必究。”他念道 is somebody speaking.
_SPEECH = frozenset("“「『‘")
# Such cues begin sentences of an instruction, too: 打开微信，点击右下角的“我”。
_BUTTONS = frozenset({"app", "login", "navigation", "pager", "share"})
# No sentence is the heading of a list.
_LISTS = frozenset({"related", "hot"})
# 编辑部, 编辑器, 审核后: a word goes on.
_NO_NAME = frozenset("部器们室后完者成的学")
# What a label has that names who worked upon the text: 编辑, 校对, 三审.
_EDITS, _OF_PAGES, _OF_ISSUES = frozenset("编校审"), frozenset("第共"), frozenset("期卷辑号刊")
# What a link ends with that leads to another page.
_ONWARD = (">>", "＞＞", "»")
_SEPARATOR = frozenset(":：丨|｜/／╱︱┊＠@")
_AND = lazy("[、/／|丨:：（(;；·]")
# 编辑 王五 校对 李四 without spaces; bounded, for each label may be part of a name: twice the time.
_CREDITED = lazy(
    "[\u3400-\u9fff·]{2,4}?(?:(?:责任编辑|责编|编辑|校对|审核|终审|监制|主编|记者|摄影|实习生|美编)"
    "[\u3400-\u9fff·]{2,4}?){1,8}"
)
_BEFORE_NAME = lazy("[\u3400-\u9fff·]{2,4}")

_TWO_SUBJECTS = lazy("[^与和]{2}[与和][^与和]{2}")

# Labels, date lines, menus and breadcrumbs are shorter than this.
LONGEST = 80
# What stands behind a label is a name or two; longer, or with a full stop, it is speech. Longer
# than the second, a value is several names with something between them.
VALUE, NAMES = 34, 12
# Names of sections one after the other: two may be words of a sentence, four are a menu.
MENU = 4
# A line of this length that begins with 首页 and is no sentence is a menu of names not known.
HOME, HOME_MENU = "首页", 10
# Behind this label stands a title, whatever its length and marks.
HEADLINE = "原标题"
# The heading of a list of other articles: this and the name of a section or what they are; and the
# longest one that ends in a full stop: 共找到13,046个相关新闻。
MORE, HEADING, HEADING_LONGEST = "更多", 12, 20
_KINDS = lazy("资讯|信息|动态|要闻|消息|知识|攻略|图片|视频|影音|专题|话题|推荐")
# The field of a line of letters, no longer than a subhead, of which a part is a cue.
GOES_ON, SUBHEAD = "?", 16
# The field of a line that heads a list of other pages, if the site has pages of that kind: what it
# begins with, and how long the name of the kind is.
OTHERS, KIND = "+", (2, 6)
_OTHERS = frozenset(
    ("相似", "同类", "相关", "类似", "附近", "周边", "热门", "最新", "推荐", "其他", "其它", "精彩")
)
# A notice of this length reads like a paragraph.
NOTICE = 40
# Lines that are remembered: some 5 MB. Half as many forget a line in twenty too soon.
REMEMBERED = 1 << 14

_FIELDS = ("field", "force", "label", "prose", "reason", "text")


class Line:
    """A line and what it looks like by itself. Shared and never changed: see :meth:`but`.

    ``text`` has no whitespace; ``prose`` says that it reads like a sentence; ``label`` is the name
    of a label it begins with (编辑) and ``field`` the metadata that introduces.
    """

    # A page reads thousands: an item of a named tuple takes 17 ns, twice as long; to make one, 350.
    __slots__ = _FIELDS

    def __init__(
        self,
        text: str,
        prose: bool,
        reason: str = "",
        force: int = NONE,
        label: str = "",
        field: str = "-",
    ) -> None:
        self.text = text
        self.prose = prose
        self.reason = reason
        self.force = force
        self.label = label
        self.field = field

    def but(self, **changes: Any) -> Line:
        """Return a line like this one, with ``changes`` by name."""
        return Line(**{**self._values(), **changes})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self._values() == other._values()

    def __repr__(self) -> str:
        return f"Line({self._values()})"

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _FIELDS}


BLANK = Line("", False)
#: Noise against copying between the lines of a post: says nothing of the lines beside it.
JAMMED = Line(";", False, "spam", STRONG)


class Judge(Memo[Line]):
    """Judges lines with ``cues``, and knows the short ones that it judged lately."""

    def __init__(self, cues: Cues, room: int = REMEMBERED) -> None:
        super().__init__(room)
        self.cues = cues

    def lines(self, raw: Iterable[str]) -> list[Line]:
        """Return what each line of a text looks like by itself."""
        known, keep, cues = self.get, self.keep, self.cues
        return [known(text) or keep(text, judge(text, cues)) for text in raw]


def judge(raw: str, cues: Cues) -> Line:
    """Judge one line without its neighbours. Returns :data:`BLANK` for whitespace."""
    text = "".join(raw.split())
    if not text:
        return BLANK
    key = text.lower()
    letters = key.isalpha() and "丨" not in key
    core = key if letters else key.strip(DECORATION)
    if not core:
        return Line(text, False, "navigation", WEAK)
    length = len(text)
    if not letters and text.isascii() and shapes.jammer(text):
        return JAMMED
    prose = not letters and shapes.prose(text, length)
    held = length <= LONG and cues.within.search(key) is not None
    first, last = core[0], core[-1]
    # What cues and shapes say of most lines, nothing, is known from how they begin and end.
    odd = first in cues.firsts or (core != key and key[0] in cues.firsts)
    touched: bool | None
    if (
        odd
        or core[:2] in cues.begins
        or core[-2:] in cues.suffixes
        or (core != key and key[-2:] in cues.suffixes)
    ):
        touched = cues.touch(core, key)
    else:
        touched = False if "记者" in core else None
    if letters:
        plain = True
    elif odd or last in shapes.LASTS or last.isdigit() or not first.isalpha():
        plain = shapes.none(text, core, prose, cues.names)
    else:
        plain = prose or shapes.ANY.search(text) is None
    if plain and touched is None and not held:
        # Two of three lines: sentences, headlines, names that say nothing.
        if prose:
            if "、" in text and shapes.keywords(text):
                return Line(text, False, "related", WEAK)
            line = _trail(text) if length <= LONGEST else None
            return line or Line(text, True)
        if first in cues.controls.words and text[0] not in _ITEM:
            return _button(text, core, cues) or Line(text, False)
        return _others(text, core) if core[:2] in _OTHERS else Line(text, False)
    cue = cues.whole.get(core) if touched is not None else None
    if cue is not None and cue.force >= STRONG:
        return Line(text, False, *cue)
    touched = held or cue is not None or touched
    known = touched is not None  # as the begin of a name, too
    if not plain and text[0] in _TELLING:
        if shapes.push(text):
            return Line(text, False, "comments", STRONG)
        if shapes.edited(text):
            return Line(text, False, "credits", STRONG)
    if prose and "、" in text and shapes.keywords(text):
        return Line(text, False, "related", WEAK)
    # Of what does not begin like a cue, only a button of one character may be one.
    counted = last.isdigit() and (known or len(core) <= counts.LONGEST + 1)
    button = counts.without_count(core) if counted else core
    if (touched or button != core) and not (prose and text[0] in _SPEECH):
        cue = cues.find(button, key, held) if touched else cues.exact(button)
        if cue is not None and prose and cue.reason == "credits":
            told = length > NOTICE or "。" in text[2 * shapes.LEAST : text.find("：")]
            cue = None if told else cue  # the last paragraph, with its editor in brackets
        sure = cue is not None and (cue.force >= STRONG or cue.reason in _BUTTONS)
        if sure and prose and narrates(text):
            return Line(text, True)
        if cue is not None and cue.force >= STRONG:
            if prose and "。" in text:
                if cue.reason in _BUTTONS:
                    return Line(text, True, cue.reason, WEAK)
                if cue.reason == "credits" and "：" not in text and ":" not in text:
                    return Line(text, True)  # 责任编辑老秦把错字圈了出来。
                if cue.reason in _LISTS and cue.force == END and length > HEADING_LONGEST:
                    return Line(text, True, cue.reason, WEAK)  # 更多关于网络的信息见第三章。
            if letters and not prose and length <= SUBHEAD and _goes_on(button, cues):
                return Line(text, False, *cue, "", GOES_ON)
            return Line(text, prose and length > NOTICE, *cue)
    if length <= LONGEST:
        line = None
        if known:
            if touched or core.startswith(shapes.ORIGINAL):
                line = _label(text, core.removeprefix(shapes.ORIGINAL), cues)
            line = line or _names(text, core, cues)
        elif not core[0].isalpha():
            line = _names(text, core, cues)
        if line is None:
            if prose:
                line = _trail(text) or _dated(text) or (_labels(text, cues) if touched else None)
            else:
                worded = known and (core[:2] in shapes.INITIAL or "记者" in core)
                line = None if plain and not worded else _shape(text, core, worded, cues)
        if line is not None:
            return line
        if not prose and text[0] not in _ITEM and (line := _button(text, core, cues)):
            return line
    if cue is not None:
        return Line(text, prose, *cue)
    return _others(text, core) if core[:2] in _OTHERS and not prose else Line(text, prose)


def _others(text: str, core: str) -> Line:
    """Judge a line that may be the heading of a list of other pages: 相似专利, 附近路线."""
    if KIND[0] <= len(core) - 2 <= KIND[1] and core.isalpha():
        return Line(text, False, "related", WEAK, "", OTHERS)
    return Line(text, False)


def _button(text: str, core: str, cues: Cues) -> Line | None:
    """Judge a line by the words of buttons that it consists of; 登录与注册 may be a subhead."""
    reason = cues.controls.button(core)
    if not reason:
        return None
    return Line(text, False, reason, WEAK if _TWO_SUBJECTS.fullmatch(core) else STRONG)


def _goes_on(core: str, cues: Cues) -> bool:
    """Whether a cue is only the begin or another part of a line, and the rest no other button."""
    return len(core) >= shapes.LEAST and core not in cues.whole and not cues.controls.button(core)


def _label(text: str, core: str, cues: Cues) -> Line | None:
    label = cues.label(core)
    if label is None:
        return None
    rest = core[len(label.name) :]
    line = Line(text, False, label.reason, label.force, label.name, label.field)
    if not rest and text[-1] in ":：" and label.reason == "byline" and label.force > WEAK:
        return line.but(force=WEAK)  # the value is in the next line, or missing
    if not rest and text[-1] in _SEPARATOR and label.reason == "credits":
        # 编辑： above a name ends an article; 监制： may be a row of a table.
        return line if _EDITS.intersection(label.name) else line.but(force=WEAK)
    if rest[:1] not in _SEPARATOR or not rest:
        # 责任编辑王五: a label that is nothing else needs no colon before a name.
        if label.reason == "credits" and _CREDITED.fullmatch(rest) is not None:
            return line.but(force=STRONG)
        certain = label.reason == "credits" and label.force > WEAK and len(label.name) > 3
        if _BEFORE_NAME.fullmatch(rest) is None or rest[0] in _NO_NAME:
            return None
        if certain:
            return line
        # 编辑 王五, 审核 李四: one below the other they are credits, alone 编辑部门 is a word.
        return line.but(force=WEAK) if label.reason == "credits" else None
    value = rest[1:].strip(DECORATION)
    if label.reason == "credits" and "【" in value:  # 编辑：王五 【another headline】
        value = value.partition("【")[0].strip() or value
    if label.name == HEADLINE and value:
        return line
    if len(value) > VALUE or shapes.SENTENCE.search(value) or text[-1] in "。！？!?":
        return None
    if len(value) > NAMES and (
        (label.field != "source" and "@" not in value and not _AND.search(value)) or "，" in value
    ):
        return None
    if line.force == WEAK and "：" in value and len(cues.labelled.findall(text)) > 1:
        return line.but(force=STRONG)  # （编译：某某 责编：某某）
    if label.field == "published" and label.force > WEAK and shapes.TIME.fullmatch(value):
        return line  # 发表于 21:40
    if label.field == "published" and not shapes.dated(value):
        return None  # 更新：三月五日下午 is when something happens
    if label.field == "published" and label.force == WEAK and shapes.sourced(value):
        return None  # 时间：2018-09-01 来源：某某: the shape of the line says more
    return line


def _names(text: str, core: str, cues: Cues) -> Line | None:
    """Judge a line by the names of sections that it consists of."""
    if core in cues.channels:
        return Line(text, False, "navigation", WEAK)
    if core[:2] == MORE and (
        core[2:] in cues.names.get(core[2:4], ())
        or (len(core) <= HEADING and (text[-1] in ":：" or _KINDS.match(core, len(core) - 2)))
    ):
        return Line(text, False, "related", END)  # 更多港闻, 更多满分作文：
    start = core if core[0].isalpha() or core[:2] in cues.names else core.lstrip(_BEFORE_NAMES)
    if start[:2] not in cues.names and start[:1].isalpha():
        return None
    names = cues.menu(core)
    if len(names) < 2:
        if len(core) >= HOME_MENU and core.startswith(HOME) and not shapes.MARKS.search(text):
            return Line(text, False, "navigation", WEAK)
        return None
    for name in names:
        cue = cues.whole.get(name)
        if cue is not None and cue.force >= STRONG:
            return Line(text, False, cue.reason, STRONG)
    if core.endswith(MORE):
        cue = cues.find(core[:-2], core[:-2])  # 推荐阅读更多
        if cue is not None and cue.force >= STRONG:
            return Line(text, False, *cue)
    listed = len(names) < MENU or shapes.MARKS.search(text) is not None
    return Line(text, False, "navigation", WEAK if listed else STRONG)


def _trail(text: str) -> Line | None:
    """Judge a short sentence: of all shapes only a breadcrumb has one in it, the title."""
    marked = ">" in text or "»" in text or "›" in text or "〉" in text
    crumb = shapes.breadcrumb(text) if marked or "首页" in text or "正文" in text else None
    if crumb is None:
        return None
    return Line(text, False, "breadcrumb", STRONG if crumb else WEAK)


def _dated(text: str) -> Line | None:
    """Judge a line with commas that ends in a time: 某某网（来源：甲，乙）2012-01-17 13:37."""
    if text[-1].isdigit() and shapes.TIME.search(text, len(text) - 8) and shapes.dateline(text):
        return Line(text, False, "byline", STRONG, "", "published")
    return None


def _labels(text: str, cues: Cues) -> Line | None:
    """Judge a line of several labels with marks between: 作者：某某；编辑：某某；审核：某某；."""
    if text.count("：") > 2 and "。" not in text and len(cues.labelled.findall(text)) > 2:
        return Line(text, False, "byline", STRONG, "", "source")
    return None


def _shape(text: str, core: str, worded: bool, cues: Cues) -> Line | None:
    """Judge a short line that is no sentence by its shape; ``worded``: it may name a reporter."""
    sign = shapes.SIGN.search(text)
    if attached(text):
        return Line(text, False, "navigation", WEAK)
    if sign is None and not worded:
        return None
    signed = sign is not None and shapes.MARK.search(text, sign.start()) is not None
    crumb = shapes.breadcrumb(text) if signed else None
    if crumb or (crumb is False and text.count(">") > 1):
        return Line(text, False, "breadcrumb", STRONG if crumb else WEAK)
    first, last = core[0], core[-1]
    counted = last.isdigit() or last in counts.BEHIND
    counted = counted or first.isdigit() or first in counts.BEFORE
    if counted and counts.counters(core):
        return Line(text, False, "comments", STRONG)
    if (last == "字" or "分钟" in core[-8:]) and counts.reading(core):
        return Line(text, False, "byline", WEAK)
    month = counts.archive(text) if text[-1] in ")）" else None
    if month is not None:
        return Line(text, False, "navigation", STRONG if month else WEAK)
    if (last == "页" or (signed and first in _OF_PAGES)) and counts.page(core):
        return Line(text, False, "pager", STRONG)
    if last == "楼" and counts.floor(core):
        return Line(text, False, "comments", WEAK)
    if last in _OF_ISSUES and shapes.issue(core):
        return Line(text, False, "byline", WEAK, "", "published")
    if signed and text.count("：") + text.count(":") > 1 and len(cues.labelled.findall(text)) > 1:
        return Line(text, False, "byline", STRONG, "", "source")
    dated = shapes.dateline(text) if "20" in text or "19" in text or "民" in text else None
    if dated is None and "发表于" in text and shapes.posted(text):
        dated = True
    if dated is not None:
        force = STRONG if dated else WEAK
        return Line(text, False, "byline", force, "", "published")
    if not "\u3400" <= first <= "\u9fff" and shapes.HAN.search(text) is None:
        found = counts.figures(text, core)
        return None if found is None else Line(text, False, *found)
    if not signed and not worded:
        return None
    if text.endswith(_ONWARD):
        return Line(text, False, "related", STRONG)
    if shapes.bar(text) or (text.startswith(">>") and "|" in text):
        return Line(text, False, "navigation", WEAK)
    if shapes.hashtags(text):
        return Line(text, False, "related", WEAK)
    if crumb is not None or shapes.section(core) in cues.channels:
        return Line(text, False, "breadcrumb", WEAK)
    if shapes.reporter(core) or (text[-1] in "／/╱" and shapes.media(core)):
        return Line(text, False, "byline", WEAK, "", "author")
    return None
