"""What a page says about its article: title, author, editor, source, date and site.

The values come out of the title and of the lines that are dropped (or kept by request): date
line, credits, breadcrumb and copyright notice. The first line that names something counts.
"""

from __future__ import annotations

from cleaner.filters.chrome import shapes
from cleaner.filters.chrome.cues import Cues
from cleaner.filters.chrome.lines import DECORATION, Line
from cleaner.patterns import IGNORECASE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

FIELDS = ("title", "author", "editor", "source", "published", "site")
_TELLING = frozenset({"byline", "credits", "breadcrumb", "copyright"})
# A value is a name or a list of names; what is longer is something else.
LONGEST = 40
_LEADING = ":：丨|｜/／╱︱┊ \t"
_STOP = lazy(r"[\s(（\[【<>\]】)）|｜丨]|[文图][:：/／]|(?:19|20)\d\d[-./年]|https?:|www\.")
_REPORTER = lazy(
    "(?:本报|本网|本刊|特约|见习|实习)?(?:记者|通讯员|特派员|作者)(?P<name>[\u3400-\u9fff·]{2,4})(?![\u3400-\u9fff])"
)
_SITE = lazy("[\\w·]{2,16}(?:网|论坛|社区|在线|日报|晚报|时报|书屋|博客)")
_OWNER = lazy(
    r"(?i:copyright|©|\(c\)|版权所有)\s*+[©:：]?+\s*+(?:(?:19|20)\d\d\s*+[-–—~至]?+\s*+)*"
    r"(?P<name>[^\s,，.。;；:：|©]{2,24}?)"
    r"(?=[\s,，.。;；:：|©]|版权|未经|不得|使用|保留|[\u3400-\u9fff]?(?i:icp)|(?i:all)|$)"
)
_NO_OWNER = lazy("版权|未经|不得|转载|必究")
# Years of the Republic from here on are Taiwanese dates; before, they are history.
ROC_TODAY = 60


def extract(
    raw: Sequence[str], lines: Sequence[Line], reasons: Sequence[str], title: int | None, cues: Cues
) -> dict[str, str]:
    """Return the metadata of a page, with keys out of :data:`FIELDS`, in that order.

    ``raw`` are the lines as they are, ``lines`` the same judged, ``reasons`` why each goes and
    ``title`` which line is the title. ``published`` is ISO 8601, with an offset if one is given.
    """
    found: dict[str, str] = {}
    if title is not None:
        found["title"] = raw[title].strip()
    telling = [index for index, line in enumerate(lines) if line.reason in _TELLING]
    for index in telling:
        line, reason = lines[index], reasons[index]
        text = " ".join(raw[index].split())
        if line.reason in ("byline", "credits") and line.force and len(line.text) <= 2 * LONGEST:
            for field, value in _labelled(text, line, cues):
                found.setdefault(field, value)
            if "published" not in found:
                when = published(text)
                if not when and line.label and line.field == "published":
                    when = _of_taiwan(text)
                if when:
                    found["published"] = when
            if reason == "byline" and (reporter := _REPORTER.search(line.text)):
                found.setdefault("author", reporter["name"])
        elif reason in ("breadcrumb", "copyright") and "site" not in found:
            site = _site(text, reason)
            if site:
                found["site"] = site
    return {field: found[field] for field in FIELDS if field in found}


def published(text: str) -> str:
    """Return the date in ``text``, with the time of day behind it, as ISO 8601; "" if none.

    >>> published("2022年8月14日 07:23:00 来源：某某报")
    '2022-08-14T07:23:00'
    >>> published("民国111年8月14日 下午3:05")
    '2022-08-14T15:05:00'
    >>> published("Posted on March 3, 2019 at 9:05 pm")
    '2019-03-03'
    >>> published("2011/12/9"), published("2022-02-30")
    ('2011-12-09', '')
    """
    match = shapes.find_date(text)
    if match is None:
        return ""
    found = {name: value for name, value in match.groupdict().items() if value}
    if "roc" in found:
        year, month, day = int(found["roc"]) + 1911, found["rmonth"], found["rday"]
        if int(found["roc"]) < ROC_TODAY:
            return ""
    elif "name" in found:
        year, day = int(found["year"]), found["day"]
        month = str(shapes.MONTHS.index(found["name"].lower()) % 12 + 1)
    elif "eyear" in found:
        year, month, day = int(found["eyear"]), found["emonth"], found["eday"]
    else:
        year, month, day = int(found["year"]), found["month"], found["day"]
    if not _is_date(year, int(month), int(day)):
        return ""
    when = f"{year:04}-{int(month):02}-{int(day):02}"
    clock = _CLOCK.match(text, match.end())
    return when if clock is None else when + _time(clock)


_CLOCK = lazy(
    r"(?:[\s　,，T(（]|星期[一二三四五六日天]|周[一二三四五六日])*" + shapes.CLOCK,
    IGNORECASE,
)


_STEPS = lazy("[>＞»›→/]+")  # between the parts of a trail
_HERE = lazy("^.*(?:位置|位于)(?:是)?[:：]?")


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


def _of_taiwan(text: str) -> str:
    """Return the date behind a label when its year is that of the Republic: 113-04-18."""
    match = shapes.ROC.search(text)
    if match is None:
        return ""
    year, month, day = map(int, match.groups())
    return published(f"{year + 1911}-{month:02}-{day:02}")


def _labelled(text: str, line: Line, cues: Cues) -> list[tuple[str, str]]:
    """Return the fields that labels in the line introduce, with their values."""
    out = []
    colon = ":" in text or "：" in text
    places = list(cues.labelled.finditer(text.lower())) if colon else []
    for index, place in enumerate(places):
        label = cues.label(place[0])
        if label is None or label.field in ("-", "published"):
            continue
        end = places[index + 1].start() if index + 1 < len(places) else len(text)
        out.append((label.field, _value(text[place.end() : end])))
    if not places and line.label and line.field not in ("-", "published"):
        # 编辑丨某某, 文/某某: the label is at the start, its separator is no colon.
        joined = text.strip(DECORATION + " \t")
        out.append((line.field, _value(joined[len(line.label) :])))
    return [(field, value) for field, value in out if 1 < len(value) <= LONGEST]


def _value(text: str) -> str:
    """Return the value at the start of ``text``, up to something that is no part of a name."""
    text = text.lstrip(_LEADING)
    stop = _STOP.search(text)
    while stop is not None and stop[0].isspace() and _follows(text[stop.end() :], stop.start()):
        stop = _STOP.search(text, stop.end())
    return (text[: stop.start()] if stop else text).strip(DECORATION + " \t")


def _follows(rest: str, before: int) -> bool:
    """Whether a name goes on behind a space: 龙 凤, New York Times."""
    return before == 1 or (rest[:1].isascii() and rest[:1].isalpha())


def _site(text: str, reason: str) -> str:
    if reason == "breadcrumb":
        trail = [part.strip(DECORATION + " \t") for part in _STEPS.split(text)]
        first = _HERE.sub("", trail[0]).strip().removesuffix("首页")
        return first if _SITE.fullmatch(first) else ""
    owner = _OWNER.search(text)
    name = owner["name"] if owner is not None else ""
    return name if shapes.HAN.search(name) and not _NO_OWNER.search(name) else ""
