"""Judging a line by itself, before its neighbours are looked at.

What is decided here needs no context: whether the line reads like prose, whether it begins like a
credit or looks like a menu. Whitespace is never evidence, since text that has been segmented may
come in again with other spaces than it had.
"""

from __future__ import annotations

from cleaner.filters.chrome import counts, datelines, sentences, shapes, wording
from cleaner.filters.chrome.cues import END, STRONG, WEAK, Cue, Cues
from cleaner.filters.chrome.lines import BLANK, DECORATION, GOES_ON, JAMMED, Line
from cleaner.filters.chrome.phrases import LONG
from cleaner.filters.chrome.wording import OTHER_FIRSTS
from cleaner.filters.repair.scripts import narrates
from cleaner.memo import LONGEST as KEPT
from cleaner.memo import Memo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

# A numbered line is a step of an instruction: 1. 点击设置.
_ITEM: Final = frozenset("0123456789（(*-#+")
# What a reply or an editor in brackets begins with.
_TELLING: Final = frozenset("推嘘噓→(（[【")
_BRACKETS: Final = frozenset("[【")
# “版权所有，翻印必究。”他念道 is somebody speaking.
_SPEECH: Final = frozenset("“「『‘")
# Such cues begin sentences of an instruction, too: 打开微信，点击右下角的“我”。
_BUTTONS: Final = frozenset({"app", "login", "navigation", "pager", "share"})
# No sentence is the heading of a list.
_LISTS = frozenset({"related", "hot"})
# What the number of a page and that of an issue begin and end with.
_OF_PAGES: Final = frozenset("第共页")
_OF_ISSUES: Final = frozenset("期卷辑号刊")
# What a year begins with.
_CENTURIES = frozenset(("19", "20"))
# What a time of day ends with that ends in no digit.
_HALVES = frozenset(("am", "pm", "AM", "PM"))
# What a link ends with that leads to another page.
_ONWARD: Final = (">>", "＞＞", "»")
# And what it ends with behind the name of a section: 政务要闻 更多+.
_POINTING: Final = frozenset("+＋>＞»》›")
_FORWARD: Final = frozenset(">＞›")

# Labels, date lines, menus and breadcrumbs are shorter than this.
LONGEST: Final = 80
# The longest heading of a list of other articles that ends in a full stop: 共找到13,046个相关新闻。
HEADING_LONGEST = 20
# A line of letters of which a part is a cue is no longer, or else it is none.
SUBHEAD: Final = 16
# What a time that leaves out the year ends in, and its source behind it, or 关注.
_STAMPED: Final = frozenset("0123456789前注报网社")
# A notice of this length reads like a paragraph.
NOTICE: Final = 40
# Lines that are remembered: some 5 MB. Half as many forget a line in twenty too soon.
REMEMBERED = 1 << 14


class Judge(Memo[Line]):
    """Judges lines with ``cues``, and knows the short ones that it judged lately."""

    def __init__(self, cues: Cues, room: int = REMEMBERED) -> None:
        super().__init__(room)
        self.cues = cues

    def lines(self, raw: Iterable[str]) -> list[Line]:
        """Return what each line of a text looks like by itself."""
        known, cues, room = self.get, self.cues, self.room()
        found: list[Line] = []
        for text in raw:
            line = known(text)
            if line is None:
                line = judge(text, cues)
                if len(text) <= KEPT:  # as `keep` does, in a fourth of its time
                    if room <= 0:
                        room = self.forget()
                    room -= 1
                    self[text] = line
            found.append(line)
        return found


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
    if not letters and text[-1] in _POINTING and text[0].isalnum() and wording.opens(core, cues):
        return Line(text, False, "navigation", STRONG)
    if not letters and text[0] in _BRACKETS and (row := wording.bracketed(text, cues)) is not None:
        return row
    if not letters and text.isascii():
        if shapes.jammer(text):
            return JAMMED
        if shapes.script(text):
            return Line(text, False, "advertisement", STRONG)
    parts = cues.parts
    prose = not letters and sentences.prose(text, length)
    held = length <= LONG and parts.within.search(key) is not None
    first, last = core[0], core[-1]
    # What cues and shapes say of most lines, nothing, is known from how they begin and end.
    odd = first in parts.firsts or (core != key and key[0] in parts.firsts)
    touched: bool | None
    if (
        odd
        or core[:2] in cues.begins
        or core[-2:] in parts.suffixes
        or (core != key and key[-2:] in parts.suffixes)
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
    if last in _STAMPED and shapes.floor(text):
        return Line(text, False, "byline", STRONG, "", "published")
    if last in _STAMPED and (
        ((last == "前" or first in shapes.DAYS) and shapes.ago(core))
        or ((last == "前" or ":" in text) and datelines.yearless(text))
    ):
        return Line(text, False, "byline", WEAK, "", "published")
    if plain and touched is None and not held:
        # Two of three lines: sentences, headlines, names that say nothing.
        if prose:
            if "、" in text and shapes.keywords(text):
                return _words(text, cues)
            line = _trail(text) if length <= LONGEST else None
            return line or Line(text, True)
        if first in parts.controls.words and text[0] not in _ITEM:
            return wording.button(text, core, cues) or Line(text, False)
        return wording.others(text, core) if first in OTHER_FIRSTS else Line(text, False)
    cue = cues.whole.get(core) if touched is not None else None
    if cue is not None and cue.force >= STRONG:
        return Line(text, False, cue.reason, cue.force)
    touched = held or cue is not None or touched
    known = touched is not None  # as the begin of a name, too
    if not plain and text[0] in _TELLING:
        if shapes.push(text):
            return Line(text, False, "comments", STRONG)
        if shapes.edited(text):
            return Line(text, False, "credits", STRONG)
    if prose and "、" in text and shapes.keywords(text):
        return _words(text, cues)
    # Of what does not begin like a cue, only a button of one character may be one.
    counted = last.isdigit() or last in counts.MANY
    counted = counted and (known or len(core) <= counts.LONGEST + 1)
    button = counts.without_count(core) if counted else core
    if (touched or button != core) and not (prose and text[0] in _SPEECH):
        cue = cues.find(button, key, held) if touched else cues.exact(button)
        if cue is not None and prose and cue.reason == "credits":
            told = length > NOTICE or "。" in text[2 * sentences.LEAST : text.find("：")]
            cue = None if told else cue  # the last paragraph, with its editor in brackets
        sure = cue is not None and (cue.force >= STRONG or cue.reason in _BUTTONS)
        if sure and prose and narrates(text):
            return Line(text, True)
        if cue is not None and cue.force >= STRONG:
            if letters and length <= SUBHEAD and _goes_on(button, cues):
                return Line(text, False, cue.reason, cue.force, "", GOES_ON)
            return _cued(text, cue, prose)
    if length <= LONGEST:
        line = _worded(text, core, known, touched, cues)
        if line is None and prose:
            line = _trail(text) or _dated(text) or (wording.labels(text, cues) if touched else None)
        elif line is None:
            worded = known and (core[:2] in shapes.INITIAL or "记者" in core)
            line = None if plain and not worded else _shape(text, core, worded, cues)
        if line is not None:
            return line
        if not prose and text[0] not in _ITEM and (line := wording.button(text, core, cues)):
            return line
    if cue is not None:
        return Line(text, prose, cue.reason, cue.force)
    if first in OTHER_FIRSTS and not prose:
        return wording.others(text, core)
    return Line(text, prose)


def _cued(text: str, cue: Cue, prose: bool) -> Line:
    """Judge a line by its strong cue, which in a sentence may be a word of it."""
    if prose and "。" in text:
        if cue.reason in _BUTTONS:
            return Line(text, True, cue.reason, WEAK)
        if cue.reason == "credits" and "：" not in text and ":" not in text:
            return Line(text, True)  # 责任编辑老秦把错字圈了出来。
        if cue.reason in _LISTS and cue.force == END and len(text) > HEADING_LONGEST:
            return Line(text, True, cue.reason, WEAK)  # 更多关于网络的信息见第三章。
    told = prose and len(text) > NOTICE and cue.reason != "byline"
    return Line(text, told, cue.reason, cue.force)


def _worded(text: str, core: str, known: bool, touched: bool | None, cues: Cues) -> Line | None:
    """Judge a line by the label that it begins with, or the names that it consists of.

    ``known``: it begins as a name or a cue does, ``touched``: as a cue.
    """
    if known and (touched or core.startswith(shapes.ORIGINAL)):
        line = wording.label(text, core.removeprefix(shapes.ORIGINAL), cues)
        if line is not None:
            return line
    return wording.names(text, core, cues) if known or not core[0].isalpha() else None


def _goes_on(core: str, cues: Cues) -> bool:
    """Whether a cue is only the begin or another part of a line, and the rest no other button."""
    return (
        len(core) >= sentences.LEAST
        and core not in cues.whole
        and not cues.parts.controls.button(core)
    )


def _words(text: str, cues: Cues) -> Line:
    """Judge a row of many words, which is one of links behind a heading: 推荐阅读：某某、某某."""
    name, colon, _ = text.partition("：")
    cue = cues.find(name, name) if colon else None
    sure = cue is not None and cue.reason in _LISTS and cue.force >= STRONG
    return Line(text, False, "related", STRONG if sure else WEAK)


def _trail(text: str) -> Line | None:
    """Judge a short sentence: of all shapes only a breadcrumb has one in it, the title."""
    marked = ">" in text or "»" in text or "›" in text or "〉" in text
    crumb = shapes.breadcrumb(text) if marked or "首页" in text or "正文" in text else None
    if crumb is None:
        return None
    return Line(text, False, "breadcrumb", STRONG if crumb else WEAK)


def _dated(text: str) -> Line | None:
    """Judge a line with commas that ends in a time: 某某网（来源：甲，乙）2012-01-17 13:37.

    Or begins with one to the second and ends with a writer: 2014-05-09 02:11:43 某某（教师，某地）.
    """
    timed = text[-1].isdigit() or text[-2:] in _HALVES
    if timed and datelines.TIME.search(text, len(text) - 8) and datelines.dateline(text):
        return Line(text, False, "byline", STRONG, "", "published")
    if text[-1] in ")）" and text[:2] in _CENTURIES and datelines.STAMP.match(text):
        return Line(text, False, "byline", STRONG, "", "published")
    return None


def _shape(text: str, core: str, worded: bool, cues: Cues) -> Line | None:
    """Judge a short line that is no sentence by its shape; ``worded``: it may name a reporter."""
    sign = shapes.SIGN.search(text)
    if shapes.attached(text):
        return Line(text, False, "navigation", WEAK)
    if shapes.domain(text):
        return Line(text, False, "byline", WEAK, "", "source")
    if sign is None and not worded:
        return None
    if text[0] == "《" and shapes.version(text):
        return Line(text, False, "byline", STRONG, "", "source")
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
        return Line(text, False, "byline", STRONG if first.isdigit() and "字" in core else WEAK)
    month = counts.archive(text) if text[-1] in ")）" else None
    if month is not None:
        return Line(text, False, "navigation", STRONG if month else WEAK)
    if counted and core[-3:-2] in shapes.DASHES and counts.listed(core):
        return Line(text, False, "related", WEAK)
    if (last == "页" or (signed and first in _OF_PAGES)) and counts.page(core):
        return Line(text, False, "pager", STRONG)
    if signed and first == "第" and counts.sheet(core):
        return Line(text, False, "navigation", STRONG)
    if last == "楼" and counts.floor(core):
        return Line(text, False, "comments", WEAK)
    if last in _OF_ISSUES and shapes.issue(core):
        return Line(text, False, "byline", WEAK, "", "published")
    if (
        signed
        and text.count("：") + text.count(":") > 1
        and len(cues.parts.labelled.findall(text)) > 1
    ):
        return Line(text, False, "byline", STRONG, "", "source")
    dated = datelines.dateline(text) if "20" in text or "19" in text or "民" in text else None
    if dated is None and "发表于" in text and datelines.posted(text):
        dated = True
    if dated is not None:
        force = STRONG if dated else WEAK
        return Line(text, False, "byline", force, "", "published")
    if not "\u3400" <= first <= "\u9fff" and sentences.HAN.search(text) is None:
        found = counts.figures(text, core)
        return None if found is None else Line(text, False, *found)
    if not signed and not worded:
        return None
    if text.endswith(_ONWARD):
        return Line(text, False, "related", STRONG)
    if "|" in text and (row := wording.barred(text, cues)) is not None:
        return row
    if shapes.bar(text) or (text.startswith(">>") and "|" in text):
        return Line(text, False, "navigation", WEAK)
    if shapes.hashtags(text):
        return Line(text, False, "related", WEAK)
    if crumb is not None or shapes.section(core) in cues.channels:
        return Line(text, False, "breadcrumb", WEAK)
    if text[-1] in _FORWARD and shapes.onward(text):
        return Line(text, False, "navigation", WEAK)
    if shapes.reporter(core) or (text[-1] in "／/╱" and shapes.media(core)):
        return Line(text, False, "byline", WEAK, "", "author")
    return None
