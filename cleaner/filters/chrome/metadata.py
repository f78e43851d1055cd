"""What a page says about its article: title, author, editor, source, date and site.

The values come out of the title and of the lines that are dropped (or kept by request): date
line, credits, breadcrumb and copyright notice. The line nearest to the article counts: a site has
dates and names of its own at both ends of the page.
"""

from __future__ import annotations

from itertools import filterfalse

from cleaner.filters.chrome import outlets, sentences
from cleaner.filters.chrome.cues import STRONG, Cues
from cleaner.filters.chrome.dates import of_taiwan, published
from cleaner.filters.chrome.lines import DECORATION, Line, leading
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Final

FIELDS: Final = ("title", "author", "editor", "source", "published", "site")
_OF_ARTICLE: Final = frozenset({"byline", "credits"})
_OF_SITE: Final = frozenset({"breadcrumb", "copyright", "navigation"})
_TELLING: Final = _OF_ARTICLE | {"breadcrumb", "copyright"}
# A line of these reasons so near to title or end may be the date line with a button in it, and
# what stands beside the date line goes with it.
_BESIDE: Final = frozenset(
    {"share", "app", "pager", "comments", "navigation", "breadcrumb", "byline"}
)
NEAR = 5
# A line above the title counts like one that is so much further below it.
ABOVE: Final = 4
# A value is a name or a list of names; what is longer is something else.
LONGEST: Final = 40
_LEADING: Final = ":：丨|｜/／╱︱┊ \t"
# 王晓易_NE0011: the number of an editor is no part of the name.
_STOP = lazy(
    r"_[A-Za-z]{1,3}[0-9]|[\s(（\[【<>\]】)）|｜丨]|[文图][:：/／]|(?:19|20)\d\d[-./年]|https?:|www\."
)
_REPORTER: Final = lazy(
    "(?:本报|本网|本刊|特约|见习|实习)?(?:记者|通讯员|特派员|作者)"
    "(?P<name>[\u3400-\u9fff·]{2,4}?)(?=通讯员|实习|摄|[^\u3400-\u9fff]|$)"
)
# Whose post a thread begins with.
_POSTER: Final = lazy(
    "(?:楼主|题主|发信人)[:：]|作者(?=[A-Za-z ])"
    "|(?:本文)?由[ \t](?=[^ \t]+[ \t](?:发表|原创|撰写|编写))"
)
# In the lead of a report: 本报讯（记者 某某）, 〔记者某某／台北报导〕, （中央社记者某某…电）.
_LEAD = lazy(
    "[（(〔【](?P<outlet>[\u3400-\u9fff]{2,6}(?:社|报|网)(?=记者))?(?:本报|本网)?(?:首席|见习|实习|特约)?"
    "(?:记者|通讯员)[ \t:：]?(?!们)(?:[\u3400-\u9fff]{2,8}[0-9]{1,2}日"
    "|(?P<name>[\u3400-\u9fff·]{2,4})(?:[、 ][\u3400-\u9fff]{2,4})*+[／╱/）)〕】])"
)
LEAD, BEGIN = 3, 60
# At the end of the last paragraph.
_SIGNED: Final = lazy("[（(\\[【](?:责任)?编辑[:：] ?(?P<name>[\u3400-\u9fff·]{2,4})[）)\\]】]$")
# 实习记者 某某: what somebody is stands before the name.
_ROLE = lazy(
    "[\u3400-\u9fff]{0,8}?(?:记者|通讯员|特派员|撰稿人|编辑|作者)[:：]?[ \t]*"
    "(?=[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff]))"
)
# What stands behind such a label on a menu, or says that there is no name.
_NOBODY: Final = lazy(
    "一览|简介|专栏|列表|文章|主页|佚名|匿名|未知|不详|团队|部门|其他|拍摄|供图|提供|保留|(?:报道|整理|记者|编辑|作者)$|^.?》"
)
_NOWHERE: Final = lazy("资料图|截图|图片|图库|摄影")
# Who made the pictures did not write the text.
_PICTURE: Final = lazy("^(?:供图|图源|图片.*|摄.*|.*摄影.*|美编|视觉编辑)$")
_TITLED: Final = lazy("^(?:标题|主题)[:：][ \t]*(?=.)")
# Since when somebody is a member, which stands beside each post of a forum.
_MEMBER = lazy("注册|加入|生日|登录")
_SITE: Final = lazy("[\\w·]{2,16}(?:网|论坛|社区|在线|日报|晚报|时报|书屋|博客)")
_OWNER: Final = lazy(
    r"(?i:copyright|©|\(c\)|版权所有)\s*+[©:：]?+\s*+(?:(?:19|20)\d\d\s*+[-–—~至]?+\s*+)*"
    r"(?P<name>[^\s,，.。;；:：|©]{2,24}?)"
    r"(?=[\s,，.。;；:：|©]|版权|著作权|未经|不得|使用|保留|[\u3400-\u9fff]?(?i:icp)|(?i:all)|$)"
)
_OWNS: Final = lazy(
    r"(?:^|[\s,，.。;；:：|©])(?P<name>[\w·]{2,20}?)\s?(?:版权|著作权)(?:为.{2,12})?所有"
)
_COMPANY: Final = lazy("(?<!限)(?<!任)公司$")
_NO_OWNER: Final = lazy(
    "版权|著作权|未经|不得|转载|必究|声明|条款|隐私|关于|联系|备案|归作者|以上|内容|现在|本站|本网|本文|网站$|制作$|维护$|备[0-9]"
)
_STEPS: Final = lazy("[>＞»›→/]+")  # between the parts of a trail
_HERE: Final = lazy("^.*(?:位置|位于)(?:是)?[:：]?")


def extract(
    raw: Sequence[str], lines: Sequence[Line], reasons: Sequence[str], title: int | None, cues: Cues
) -> dict[str, str]:
    """Return the metadata of a page, with keys out of :data:`FIELDS`, in that order.

    ``raw`` are the lines as they are, ``lines`` the same judged, ``reasons`` why each goes and
    ``title`` which line is the title. ``published`` is ISO 8601, with an offset if one is given.
    """
    found: dict[str, str] = {}
    if title is not None:
        found["title"] = _TITLED.sub("", raw[title].strip())
    outlet = ""
    for index, near in _nearest(lines, reasons, title):
        line, reason = lines[index], reasons[index]
        text = " ".join(raw[index].split())
        if "site" not in found and reason in _OF_SITE:
            found |= _site(text, reason)
        if not (near or line.reason in _OF_ARTICLE) or len(line.text) > 2 * LONGEST:
            continue
        if near or line.force >= STRONG:
            for field, value in _labelled(text, line, cues):
                found.setdefault(field, value)
        if "published" not in found and (when := _when(lines, index, text)):
            found["published"] = when
        if "byline" in (line.reason, reason):
            reporter = _REPORTER.search(line.text) if reason == "byline" else None
            if reporter is not None and _NOBODY.search(reporter["name"]) is None:
                found.setdefault("author", reporter["name"])
            if near and not outlet:
                outlet = outlets.named(text)
    if outlet:
        found.setdefault("source", outlet)
    for field, value in _lead(lines, reasons, title):
        found.setdefault(field, value)
    backwards = range(len(lines) - 1, -1, -1)
    last = next((lines[i].text for i in backwards if lines[i].prose and not reasons[i]), "")
    if (editor := _SIGNED.search(last, max(0, len(last) - LONGEST))) is not None:
        found.setdefault("editor", editor["name"])
    return {field: found[field] for field in FIELDS if field in found}


def _nearest(
    lines: Sequence[Line], reasons: Sequence[str], title: int | None
) -> list[tuple[int, bool]]:
    """Return the lines that may say something, and whether each is near the title or the end.

    First those at and below the title, the first post of a thread first; then a menu far above.
    """
    top = leading(lines, filterfalse(reasons.__getitem__, range(len(lines))), 1)
    end = leading(lines, filterfalse(reasons.__getitem__, range(len(lines) - 1, -1, -1)), 1)
    if not top:
        return []
    first = top[0] if title is None else title
    beside = {*_around(lines, first), *_around(lines, end[0])}
    telling = [i for i, line in enumerate(lines) if line.force and line.reason in _TELLING]
    telling += [index for index in beside if reasons[index] in _BESIDE]
    away = [
        (index - first, index)
        if index >= first
        else ((ABOVE if index in beside else len(lines)) + first - index, index)
        for index in {*telling}
    ]
    return [(index, index in beside) for _, index in sorted(away)]


def _around(lines: Sequence[Line], place: int) -> list[int]:
    """Return the nearest lines above and below ``place``, and itself, without blank ones."""
    above = leading(lines, range(place - 1, -1, -1), NEAR)
    return above + leading(lines, range(place, len(lines)), NEAR + 1)


def _lead(
    lines: Sequence[Line], reasons: Sequence[str], title: int | None
) -> list[tuple[str, str]]:
    """Return the reporter, and the agency, that the first lines of the report begin with."""
    start = 0 if title is None else title + 1
    kept = filterfalse(reasons.__getitem__, range(start, len(lines)))
    for index in leading(lines, kept, LEAD):
        if (match := _LEAD.search(lines[index].text, 0, BEGIN)) is not None:
            return [
                (field, value)
                for field, value in (("author", match["name"]), ("source", match["outlet"]))
                if value
            ]
    return []


def _when(lines: Sequence[Line], index: int, text: str) -> str:
    """Return the date of the line as ISO 8601, "" if it has none, or only that of a member."""
    when = published(text)
    if not when and lines[index].label and lines[index].field == "published":
        when = of_taiwan(text)
    if not when or _MEMBER.search(text) or (index and _MEMBER.match(lines[index - 1].text)):
        return ""
    return when


def _labelled(text: str, line: Line, cues: Cues) -> list[tuple[str, str]]:
    """Return the fields that labels in the line introduce, with their values."""
    out = []
    if (poster := _POSTER.match(text)) is not None:
        out.append(("author", _value(text[poster.end() :])))
    colon = ":" in text or "：" in text
    places = list(cues.parts.labelled.finditer(text.lower())) if colon else []
    for index, place in enumerate(places):
        label = cues.parts.label(place[0])
        if label is None or label.field in ("-", "published"):
            continue
        end = places[index + 1].start() if index + 1 < len(places) else len(text)
        if _PICTURE.search(place[0].strip(DECORATION + _LEADING)) is None:
            out.append((label.field, _value(text[place.end() : end])))
    if not places and line.label and line.field not in ("-", "published"):
        # 编辑丨某某, 文/某某: the label is at the start, its separator is no colon.
        rest = text.strip(DECORATION + " \t")[len(line.label) :]
        if rest[:1] in _LEADING and _PICTURE.search(line.label) is None:
            out.append((line.field, _value(rest)))
    return [
        (field, value)
        for field, value in out
        if 1 < len(value) <= LONGEST
        and (_NOWHERE if field == "source" else _NOBODY).search(value) is None
    ]


def _value(text: str) -> str:
    """Return the value at the start of ``text``, up to something that is no part of a name."""
    text = text.lstrip(_LEADING + "(（")
    role = _ROLE.match(text)
    if role is not None:
        text = text[role.end() :]
    stop = _STOP.search(text)
    while stop is not None and stop[0].isspace() and _follows(text, stop):
        stop = _STOP.search(text, stop.end())
    return (text[: stop.start()] if stop else text).strip(DECORATION + " \t")


def _follows(text: str, space: re.Match[str]) -> bool:
    """Whether a name goes on behind a space: 龙 凤, New York Times."""
    rest = text[space.end() : space.end() + 1]
    return space.start() == 1 or (rest.isascii() and rest.isalpha())


def _site(text: str, reason: str) -> dict[str, str]:
    """Return the name of the site that a trail begins with or a notice names, if any."""
    if reason != "copyright":
        if _STEPS.search(text) is None:
            return {}
        trail = [part.strip(DECORATION + " \t") for part in _STEPS.split(text)]
        first = _HERE.sub("", trail[0]).strip().removesuffix("首页")
        return {"site": first} if _SITE.fullmatch(first) else {}
    for owner in (_OWNS.search(text), _OWNER.search(text)):
        name = owner["name"].strip("《》「」“”") if owner is not None else ""
        if sentences.HAN.search(name) and not _NO_OWNER.search(name):
            return {"site": _COMPANY.sub("", name)}
    return {}
