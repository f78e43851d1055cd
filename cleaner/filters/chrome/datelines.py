"""Dates and times in a line, and the line that says when an article was published."""

from __future__ import annotations

from cleaner.filters.chrome.shapes import OUTLET, PRESS, REPORTER
from cleaner.patterns import IGNORECASE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Final

DATE: Final = lazy(
    r"(?P<year>(?:19|20)\d\d)(?:[-./年／．]|(?=\d\d/\d\d))(?P<month>0?[1-9]|1[0-2])[-./月／．](?P<day>3[01]|[0-2]?\d)日?"
    r"|民国(?P<roc>\d{2,3})年(?P<rmonth>0?[1-9]|1[0-2])月(?P<rday>3[01]|[0-2]?\d)日"
    r"|(?P<eday>[0-2]\d|3[01]|(?<!\d)[1-9](?=/))[./-](?P<emonth>0[1-9]|1[0-2]|[1-9](?=/))[./-]"
    r"(?P<eyear>(?:19|20)\d\d)"
)
# What each of these has so many characters behind its begin at the most; a search for it takes a
# tenth of the time.
_PARTED: Final = lazy(r"[-./年／．](?<=\d.)")
_BEFORE_MARK: Final = len("201903")
# Boards in Hong Kong write the year with two digits: 某某发表于15-3-11 10:22. Blogs of which the
# day stands above the title write the time alone: 某某在某某部落发表于09:21:05.
_POSTED = lazy(r"发表于[:：]?(?:\d\d-(?:1[0-2]|0?[1-9])-[0-3]?\d)?[0-2]?\d:[0-5]\d")
# Behind a label alone: a number like this elsewhere is none.
ROC = lazy(r"(?<!\d)(1\d\d)[-./](0?[1-9]|1[0-2])[-./](3[01]|[0-2]?\d)(?!\d)")
# So is a year of two figures before the time of day: 20-08-24 11:06.
_SHORT = lazy(r"\d\d-(?:0[1-9]|1[0-2])-[0-3]\d\s?[0-2]?\d:[0-5]\d")
# March 3, 2019, Nov 14 Sun 2010, or 3月 3, 2019 and 五月 15, 2013 where a site was translated by
# halves.
_ENGLISH: Final = lazy(
    r"(?:(?P<month>1[0-2]|0?[1-9])月|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|十一月|十二月|十月|一月|二月|三月|四月|五月|六月|七月|八月|九月)"
    r"[a-z]{0,6}\.?)\s?(?P<day>3[01]|[0-2]?\d)(?:st|nd|rd|th)?"
    r"(?:[,，]|sun|mon|tue|wed|thu|fri|sat)\s?(?P<year>(?:19|20)\d\d)",
    IGNORECASE,
)
_COMMA_YEAR: Final = lazy(
    r"\d(?:st|nd|rd|th|sun|mon|tue|wed|thu|fri|sat)?[,，]?(?<=\D)\s?(?:19|20)\d\d", IGNORECASE
)
MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月"),
    *("十月", "十一月", "十二月"),
)
CLOCK = (
    r"(?P<half>上午|下午|晚上|凌晨|中午)?(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)"
    r"(?:[:：](?P<second>[0-5]\d))?(?:\s?(?P<after>[ap]m))?"
    r"(?P<offset>z(?![a-z])|(?:utc|gmt)?[+-](?:0\d|1[0-4]):?[0-5]\d|\((?:utc|gmt)[+-]\d\d?\))?"
)
TIME: Final = lazy(CLOCK, IGNORECASE)
#: A day and a time to the second.
STAMP = lazy(r"(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?[0-2]?\d:[0-5]\d:[0-5]\d")
# A class of Han characters within IGNORECASE takes the compiler 6 ms.
_NOISE: Final = lazy(
    r"[\W\d_]+|[hH][tT][tT][pP][sS]?[:：]/?/?[^\u3400-\u9fff]*|[wW]{3}\.[^\u3400-\u9fff]*"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|[aApP][mM]"
    r"|格林尼治标准时间|更新(?:时间|日期)|发[布表稿](?:时间|日期)|最后(?:更新|发[布表稿])(?:时间|日期)"
)
_SOURCED: Final = lazy(
    "^(?:文章)?由|^(?i:posted|published|updated)|来源|稿源|阅读|浏览|点击|评论|人气|发布|发表|字号|字体|作者|编辑|推荐于|回[复答]于|只看|楼主|楼"
)
_EVENT: Final = lazy("时间|日期|地点|截止|开始|结束")
# 今天是… is the date of the visit.
_TODAY: Final = lazy("今天是|今日是|现在是|当前时间|北京时间")
# Pages for phones leave out the year, or more: 某某晚报 07-14 22:41 +关注, 某某晚报 3小时前.
_YEARLESS: Final = lazy(
    r"(?:(?<![\d./年-])(?:1[0-2]|0[1-9])[-/月](?:3[01]|[12]\d|0[1-9])日?|[昨前今]天)(?:[01]\d|2[0-3]):[0-5]\d"
    r"|(?<!\d)\d\d?(?:分钟|小时|天)前"
)
_BRIEF: Final = 26
_FOLLOW: Final = lazy(r"[+＋]?关注\Z")
# What may stand beside the date in a date line: a name, or more where a source is named.
REST: Final = 14
SOURCED_REST: Final = 24


def find_date(text: str) -> re.Match[str] | None:
    """Return the first date in ``text``; English ones only where there is none in figures."""
    mark = _PARTED.search(text)
    date = None if mark is None else DATE.search(text, max(0, mark.start() - _BEFORE_MARK))
    if date is None and _COMMA_YEAR.search(text) is not None:
        return _ENGLISH.search(text)
    return date


def dated(text: str) -> bool:
    """Whether a label's value is a date; 113-04-18 is one in Taiwan."""
    return (
        find_date(text) is not None or ROC.match(text) is not None or _SHORT.match(text) is not None
    )


def named_month(text: str) -> bool:
    """Whether ``text`` is a date with the English name of a month, and no more.

    >>> named_month("March3,2019"), named_month("2019年3月3日")
    (True, False)
    """
    return text[:1].isascii() and text[:1].isalpha() and _ENGLISH.fullmatch(text) is not None


def sourced(text: str) -> bool:
    """Whether what a date stands beside belongs into a date line: its source, a counter."""
    return _SOURCED.search(text) is not None


def dateline(text: str) -> bool | None:
    """Whether ``text`` is a date and little else.

    True when it is surely the date line of an article (it has a time of day, a source, a
    counter), False when it is only a date, None when it is something else.
    """
    date = find_date(text)
    if date is None or _TODAY.search(text) is not None:
        return None
    rest = date.re.sub("", text)
    timed = ":" in text or "：" in text
    rest = _NOISE.sub("", TIME.sub("", rest) if timed else rest)
    if _SOURCED.search(rest) is not None or OUTLET.fullmatch(rest) is not None:
        return True if len(rest) <= SOURCED_REST else None
    if _EVENT.search(rest) is not None or "至" in rest or len(rest) > REST:
        return None
    # 2019-05-01 10:00 开幕式 is an item of an agenda, 2019-05-01 10:00 记者某某 a date line, and so
    # is 某某 2013-06-11 20:31:02, since nobody plans by the second.
    named = not rest or PRESS.search(rest) is not None
    time = TIME.search(text, date.end()) if timed else None
    return time is not None and (named or time["second"] is not None)


def yearless(text: str) -> bool:
    """Whether ``text`` is a day without its year, the time of day, and at most its source.

    Or how long ago that is.

    >>> yearless("某某晚报07-1422:41+关注"), yearless("07-1422:41开幕式")
    (True, False)
    """
    date = _YEARLESS.search(text) if len(text) <= _BRIEF else None
    if date is None:
        return False
    rest = _NOISE.sub("", text[: date.start()] + _FOLLOW.sub("", text[date.end() :]))
    return not rest or OUTLET.fullmatch(rest) is not None or _SOURCED.match(rest) is not None


def posted(text: str) -> bool:
    """Whether ``text`` says who posted and when: 某某发表于15-3-11 10:22|只看该作者."""
    return len(text) <= REPORTER + SOURCED_REST and _POSTED.search(text) is not None
