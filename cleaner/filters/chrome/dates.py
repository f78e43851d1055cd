"""Dates as pages write them, as ISO 8601."""

from __future__ import annotations

from cleaner.filters.chrome import datelines
from cleaner.patterns import IGNORECASE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# Years of the Republic from here on are Taiwanese dates; before, they are history.
ROC_TODAY = 60
_CLOCK = lazy(
    r"(?:[\s　,，|｜·T(（]|HKT|北京时间|星期[一二三四五六日天]|周[一二三四五六日])*"
    + datelines.CLOCK,
    IGNORECASE,
)

# Tue Feb 7 19:40:02 2023: as C writes it, and so do boards.
_STAMP = lazy(
    r"(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)\s+(?P<month>[a-z]{3})\s+(?P<day>[0-3]?\d)"
    r"\s+(?P<clock>[0-2]\d:[0-5]\d:[0-5]\d)\s+(?P<year>(?:19|20)\d\d)\b",
    IGNORECASE,
)
# 18:07 2012-01-16: the time of day first.
_BEFORE = lazy(r"(?<![\d:：])" + datelines.CLOCK + r"[\s　,，]+\Z", IGNORECASE)


def published(text: str) -> str:
    """Return the date in ``text``, with the time of day beside it, as ISO 8601; "" if none.

    >>> published("2022年8月14日 07:23:00 来源：某某报")
    '2022-08-14T07:23:00'
    >>> published("民国111年8月14日 下午3:05")
    '2022-08-14T15:05:00'
    >>> published("Posted on March 3, 2019 at 9:05 pm")
    '2019-03-03'
    >>> published("18:07 2012-01-16"), published("2022-02-30")
    ('2012-01-16T18:07:00', '')
    """
    if (stamp := _STAMP.search(text)) is not None:
        text = "{month} {day}, {year} {clock}".format_map(stamp.groupdict())
    match = datelines.find_date(text)
    if match is None:
        text = "".join(text.split())  # Nov 14 Sun 2010
        match = datelines.find_date(text)
    if match is None:
        return ""
    found = {name: value for name, value in match.groupdict().items() if value}
    if "roc" in found:
        year, month, day = int(found["roc"]) + 1911, found["rmonth"], found["rday"]
        if int(found["roc"]) < ROC_TODAY:
            return ""
    elif "name" in found:
        year, day = int(found["year"]), found["day"]
        month = str(datelines.MONTHS.index(found["name"].lower()) % 12 + 1)
    elif "eyear" in found:
        year, month, day = int(found["eyear"]), found["emonth"], found["eday"]
        if len(day) == 1 or (len(month) == 1 and int(day) <= 12):
            return ""  # 3/4/2013 is of March or April
    else:
        year, month, day = int(found["year"]), found["month"], found["day"]
    if not _is_date(year, int(month), int(day)):
        return ""
    when = f"{year:04}-{int(month):02}-{int(day):02}"
    clock = _CLOCK.match(text, match.end()) or _BEFORE.search(text, 0, match.start())
    return when if clock is None else when + _time(clock)


def _time(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    late = (match["after"] or "").lower() == "pm" or match["half"] in ("下午", "晚上")
    early = (match["after"] or "").lower() == "am" or match["half"] in ("上午", "凌晨")
    if late and hour < 12:
        hour += 12
    elif early and hour == 12:
        hour = 0
    offset = (match["offset"] or "").strip("()").lower().removeprefix("utc").removeprefix("gmt")
    if offset == "z":
        offset = "+00:00"
    elif offset and len(offset) < 5:
        offset = f"{offset[0]}{int(offset[1:]):02}:00"
    elif offset and ":" not in offset:
        offset = offset[:3] + ":" + offset[3:]
    return f"T{hour:02}:{int(match['minute']):02}:{int(match['second'] or 0):02}{offset}"


def _is_date(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; importing ``datetime`` to ask takes a millisecond."""
    if not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def of_taiwan(text: str) -> str:
    """Return the date behind a label when its year is that of the Republic: 113-04-18."""
    match = datelines.ROC.search(text)
    if match is None:
        return ""
    year, month, day = map(int, match.groups())
    return published(f"{year + 1911}-{month:02}-{day:02}")
