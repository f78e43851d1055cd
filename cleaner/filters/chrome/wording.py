"""Judging a line by the words that it is made of: labels, names of sections, words of buttons."""

from __future__ import annotations

from cleaner.filters.chrome import counts, datelines, sentences
from cleaner.filters.chrome.cues import END, STRONG, WEAK, Cues
from cleaner.filters.chrome.lines import DECORATION, OTHERS, Line
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Three words in brackets or more, and a word in them.
_BRACKETED = lazy(r"(?:[\[【][^\[\]【】]{1,8}[\]】]){3,}")
_IN_BRACKETS = lazy(r"[^\[\]【】]+")
# Of the words in brackets or between bars in a row one in so many is a button.
BUTTONS = 3
_BEFORE_NAMES: Final = "0123456789" + DECORATION
# 编辑部, 编辑器, 审核后: a word goes on.
_NO_NAME = frozenset("部器们室后完者成的学")
# So many parts between bars are a row, and what one ends with that counts.
BARRED, _COUNTED = 3, frozenset("0123456789)）")
# What a label has that names who worked upon the text: 编辑, 校对, 三审.
_EDITS = frozenset("编校审")
_SEPARATOR = frozenset(":：丨|｜/／╱︱┊＠@")
_AND = lazy("[、/／|丨:：（(;；·]")
# 编辑 王五 校对 李四 without spaces; bounded, for each label may be part of a name: twice the time.
_CREDITED = lazy(
    "[\u3400-\u9fff·]{2,4}?(?:(?:责任编辑|责编|编辑|校对|审核|终审|监制|主编|记者|摄影|实习生|美编)"
    "[\u3400-\u9fff·]{2,4}?){1,8}"
)
_BEFORE_NAME = lazy("[\u3400-\u9fff·]{2,4}")
_TWO_SUBJECTS = lazy("[^与和]{2}[与和][^与和]{2}")
# What stands behind a label is a name or two; longer, or with a full stop, it is speech. Longer
# than the second, a value is several names with something between them.
VALUE, NAMES = 34, 12
# Names of sections one after the other: two may be words of a sentence, four are a menu.
MENU: Final = 4
# A line of this length that begins with 首页 and is no sentence is a menu of names not known.
HOME: Final = "首页"
HOME_MENU: Final = 10
# Behind this label stands a title, whatever its length and marks.
HEADLINE = "原标题"
# The heading of a list of other articles: this and the name of a section or what they are.
MORE: Final = "更多"
HEADING: Final = 12
# What leads from the head of a section to all of it, and how long the name of one is.
_MORES: Final = (MORE, "more")
SECTION: Final = (2, 8)
_KINDS: Final = lazy(
    "资讯|信息|动态|要闻|消息|知识|攻略|图片|视频|影音|专题|话题|推荐|歌词|歌曲|小说|作品|职位|房源|课程|菜谱|食谱|游戏|软件|产品"
)
# What the heading of a list of other pages begins with, and how long the name of the kind is.
KIND = (2, 6)
_OTHER: Final = frozenset(
    ("相似", "同类", "相关", "类似", "附近", "周边", "热门", "最新", "推荐", "其他", "其它", "精彩")
)
_ELSE: Final = frozenset(("其他", "其它"))
#: The letters that these begin with.
OTHER_FIRSTS: Final = frozenset(word[0] for word in _OTHER)


def label(text: str, core: str, cues: Cues) -> Line | None:
    """Judge a line that begins with a label: 编辑：王五, 发布时间：21:40."""
    found = cues.parts.label(core)
    if found is None:
        return None
    rest = core[len(found.name) :]
    line = Line(text, False, found.reason, found.force, found.name, found.field)
    if not rest and text[-1] in ":：" and found.reason == "byline" and found.force > WEAK:
        return line.but(force=WEAK)  # the value is in the next line, or missing
    if not rest and text[-1] in _SEPARATOR and found.reason == "credits":
        # 编辑： above a name ends an article; 监制： may be a row of a table.
        return line if _EDITS.intersection(found.name) else line.but(force=WEAK)
    if rest[:1] not in _SEPARATOR or not rest:
        # 责任编辑王五: a label that is nothing else needs no colon before a name.
        if found.reason == "credits" and _CREDITED.fullmatch(rest) is not None:
            return line.but(force=STRONG)
        certain = found.reason == "credits" and found.force > WEAK and len(found.name) > 3
        if _BEFORE_NAME.fullmatch(rest) is None or rest[0] in _NO_NAME:
            return None
        if certain:
            return line
        # 编辑 王五, 审核 李四: one below the other they are credits, alone 编辑部门 is a word.
        return line.but(force=WEAK) if found.reason == "credits" else None
    value = rest[1:].strip(DECORATION)
    if found.reason == "credits" and "【" in value:  # 编辑：王五 【another headline】
        value = value.partition("【")[0].strip() or value
    if found.name == HEADLINE and value:
        return line
    if found.field == "published" and datelines.named_month(value):
        return line.but(force=STRONG)  # 时间: March 3, 2019 is written by a program
    if len(value) > VALUE or sentences.SENTENCE.search(value) or text[-1] in "。！？!?":
        return None
    if len(value) > NAMES and (
        (found.field != "source" and "@" not in value and not _AND.search(value)) or "，" in value
    ):
        return None
    if line.force == WEAK and "：" in value and len(cues.parts.labelled.findall(text)) > 1:
        return line.but(force=STRONG)  # （编译：某某 责编：某某）
    if found.field == "published" and found.force > WEAK and datelines.TIME.fullmatch(value):
        return line  # 发表于 21:40
    if found.field == "published" and not datelines.dated(value):
        return None  # 更新：三月五日下午 is when something happens
    if found.field == "published" and found.force == WEAK and datelines.sourced(value):
        return None  # 时间：2018-09-01 来源：某某: the shape of the line says more
    return line


def labels(text: str, cues: Cues) -> Line | None:
    """Judge a line of several labels with marks between: 作者：某某；编辑：某某；审核：某某；."""
    if text.count("：") > 2 and "。" not in text and len(cues.parts.labelled.findall(text)) > 2:
        return Line(text, False, "byline", STRONG, "", "source")
    return None


def names(text: str, core: str, cues: Cues) -> Line | None:
    """Judge a line by the names of sections that it consists of."""
    if core in cues.channels:
        return Line(text, False, "navigation", WEAK)
    if core[:2] in _ELSE and core[2:] in cues.names.get(core[2:4], ()):
        return Line(text, False, "related", END)  # 其他港闻
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
        if len(core) >= HOME_MENU and core.startswith(HOME) and not sentences.MARKS.search(text):
            return Line(text, False, "navigation", WEAK)
        return None
    for name in names:
        cue = cues.whole.get(name)
        if cue is not None and cue.force >= STRONG:
            return Line(text, False, cue.reason, STRONG)
    if core.endswith(MORE):
        cue = cues.find(core[:-2], core[:-2])  # 推荐阅读更多
        if cue is not None and cue.force >= STRONG:
            return Line(text, False, cue.reason, cue.force)
    if len(names) == 2 and names[0] in _OTHER and names[0] + names[1] == core:
        return Line(text, False, "related", WEAK)  # 推荐影音, 热门讨论
    listed = len(names) < MENU or sentences.MARKS.search(text) is not None
    return Line(text, False, "navigation", WEAK if listed else STRONG)


def opens(core: str, cues: Cues) -> bool:
    """Whether a line with an arrow or plus behind is a section with 更多 or more: 政务要闻 更多+.

    If the section has no cue of its own, that is: 相关新闻 更多>> heads a list.
    """
    more = next((word for word in _MORES if core.endswith(word)), "")
    name = core[: -len(more)].rstrip(DECORATION)
    if not more or not SECTION[0] <= len(name) <= SECTION[1]:
        return False
    return name.isalnum() and cues.find(name, name) is None


def bracketed(text: str, cues: Cues) -> Line | None:
    """Judge a row of words in brackets, one in three of them a button: [打印][关闭][加入收藏]."""
    row = _BRACKETED.match(text)
    if row is None or (row.end() < len(text) and text[row.end()] not in "上下"):
        return None
    words = _IN_BRACKETS.findall(row[0].lower())
    found = [cues.whole[word] for word in words if word in cues.whole]
    known = [cue.reason for cue in found if cue.force >= STRONG]
    return Line(text, False, known[0], STRONG) if BUTTONS * len(known) >= len(words) else None


def barred(text: str, cues: Cues) -> Line | None:
    """Judge a row between bars, a third buttons or counters: 类别：随笔|收藏|浏览(87)|评论(4)."""
    parts = text.lower().split("|")
    if len(parts) < BARRED:
        return None
    found = []
    for part in parts:
        word = counts.without_count(part.rstrip(")）")) if part[-1:] in _COUNTED else part
        cue = cues.whole.get(word)
        if cue is not None and (cue.force >= STRONG or word is not part):
            found.append(cue.reason)
        elif word is not part and counts.counters(part):
            found.append("comments")
    buttons = len(found) > 1 and len(parts) <= BUTTONS * len(found)
    return Line(text, False, found[0], STRONG) if buttons else None


def button(text: str, core: str, cues: Cues) -> Line | None:
    """Judge a line by the words of buttons that it consists of; 登录与注册 may be a subhead."""
    reason = cues.parts.controls.button(core)
    if not reason:
        return None
    return Line(text, False, reason, WEAK if _TWO_SUBJECTS.fullmatch(core) else STRONG)


def others(text: str, core: str) -> Line:
    """Judge a line that may be the heading of a list of other pages: 相似专利, 附近路线."""
    if core[:2] in _OTHER and KIND[0] <= len(core) - 2 <= KIND[1] and core.isalpha():
        return Line(text, False, "related", WEAK, "", OTHERS)
    return Line(text, False)
