"""Shapes that need no dictionary: breadcrumbs, rows of names, reporters' lines, documents."""

from __future__ import annotations

from cleaner.filters.chrome.counts import BEFORE, BEHIND, LONGEST, counters, without_count
from cleaner.filters.chrome.sentences import HAN
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Final

#: A row of a label and its value.
ROW = lazy("[^：:，。0-9]{2,8}[：:].")

_ISSUE = lazy(
    r"(?:(?:19|20)\d\d年)?(?:(?:总?第[\d〇一二三四五六七八九十百]{1,5}[期卷辑]|\d{1,2}月号|[春夏秋冬]季号|创刊号)"
    r"[（()），,·]{0,2}){1,3}"
)
_CRUMB: Final = lazy("[^>＞»›→〉]{1,12}(?:[>＞»›→〉]+[^>＞»›→〉]{1,40})+")
_ONWARD = lazy("[∙·•]?[\u3400-\u9fff]{2,10}[>＞›]")
_SLASHED: Final = lazy(r"\d/\d")
_TRAIL: Final = lazy(
    "[^>＞»›/／→〈〉]{1,16}(?:(?:[>＞»›→〉]|->|[/／])+[^>＞»›/／→〈〉]{1,16}){1,7}"
    "(?:[>＞»›→〉]|->|[/／])+[^>＞»›/／→〈〉]{1,30}"
)
_BARS = lazy(r"[^|｜\d:：]{1,10}(?:[|｜]+[^|｜\d:：]{1,10}){3,}[|｜]?")
_HASHTAGS = lazy("(?:#[^#]{1,20}#?){2,}|#[^#]{1,20}[0-9]{1,4}个")
_ARROW: Final = lazy("[>＞»›→/／〉]")
_SLASH: Final = lazy("[/／╱|｜丨]")
#: What a line that names its reporter has.
PRESS: Final = lazy(
    "记者|特派员|通讯员|报导|报道|摄|编译|专电|外电|整理|撰文|撰稿|采访|作者|文[/／╱|｜丨]|图|日电"
    "|(?:报|社|新闻|网)[/／╱]|^by"
)
_REPORTER: Final = lazy(
    "(?:[㐀-鿿]{2,8}记者[㐀-鿿·、]{2,12}[/／╱].{2,12}(?:报导|报道|摄影|电))|"
    "[【（〔]?[\u3400-\u9fff]{1,6}(?:报|社|新闻|网)[/／╱](?:[\u3400-\u9fff]{2,4}|.{2,8}日电)?[】）〕]?|"
    "(?:记者|特派员|通讯员|编译|特约|中心|本报|[^/／╱]{2,8}[/／╱]).{0,24}"
    "(?:报导|报道|摄影|摄|外电|专电|编译|整理|电)"
    "|by[\u3400-\u9fff][\\w·]{1,14}"
    "|(?:文|图|撰文|摄影|采访|图文|文图|记者|撰稿)[/／╱|｜丨].{1,16}"
    "|(?:记者|作者|本报记者|本网记者|通讯员)[\u3400-\u9fff·]{2,12}"
    "|[\\w·]{2,12}[|｜][㐀-鿿]{4,9}报导"
    "|.{0,8}(?:网|报|社|刊|台|新闻|在线|传媒|客户端|中心)记者.{2,4}"
    "(?:(?:实习生|实习记者|见习记者|通讯员|记者|摄影|发自|编辑|校对).{2,8}){0,3}"
)
_BRACKETED = lazy(
    r"[(（\[【][^\s\d,.，。！？!?：:]{2,16}(?:编辑|责编|校对)[)）\]】]"
    r"|[(（\[【](?:责任)?(?:编辑|责编)(?![部器们室])[\u3400-\u9fff]{2,4}[)）\]】]"
    r"|[(（\[【][\u3400-\u9fff]{1,6}[网报社](?:责任|值班|实习)?编辑[:：][\u3400-\u9fff]{2,6}[)）\]】]"
)
# Several who worked upon a text, in brackets, one of them an editor: （撰稿：某某；终审：某某。）.
_ROLES = lazy(
    r"[(（\[【][\u3400-\u9fff/／]{2,9}(?:[:：][\u3400-\u9fff·、/／;；，,|。]{2,20}+){2,6}+[)）\]】]。?"
)
_EDITS = lazy("(?:编辑|责编|审|校|校对|审核)[:：]")
# A site with its address, as aggregators name their sources: 某某新闻网 abcd.com.
_DOMAIN = lazy(r"[\u3400-\u9fff]{2,10}[A-Za-z0-9-]{2,20}\.(?:com|net|org|cn|tw|hk|com\.tw|com\.cn)")
# Which issue of a newspaper or which state of a page this is from: 《某某》（2019-07-11 02:46版）.
_VERSION = lazy(r"《[^《》]{2,60}》[(（](?:19|20)\d\d[-/.年][^()（）]{4,24}版[)）]")
# A reply below a post of PTT and boards like it: 推 name: text.
_PUSH = lazy("[推嘘噓→][A-Za-z][A-Za-z0-9]{1,11}[:：]")
# With what a reporter's line or an address begins when it has none of the signs.
INITIAL: Final = frozenset(
    ("记者", "特派", "通讯", "编译", "特约", "中心", "本报", "本网", "作者", "ww", "by")
)
# What accounts put before the name of an author: 原创 某某.
ORIGINAL: Final = "原创"
#: No breadcrumb, bar, tag, address or label without one of these.
MARK: Final = lazy("[>＞»›→〉/／╱|｜丨#:：]")
#: Nor, with digits, a number or date.
SIGN: Final = lazy(r"[\d>＞»›→〉/／╱|｜丨#:：]")
# Any of these marks; a second colon, or one behind 第3页 or 第A5版; a year with its month or behind
# a mark.
ANY: Final = lazy(
    r"[>＞»›→〉/／╱|｜丨#:：12民](?:(?<=[^:：12民])|(?<=[:：])(?:(?<=[页版].)|[^:：]*+[:：])"
    r"|(?:(?<=1)9|(?<=2)0)\d\d(?:[-.年．]\d|(?<=[^\d\u3400-\u9fff]\d{4}))|(?<=民)国\d)"
)
# The number of a headline in a list: 1.某某, 12、某某, 3某某; not of what may be counted.
_ITEM: Final = lazy(
    "[0-9][0-9.、,()（）]{0,8}+(?=[\u3400-\u9fff])(?![万千亿个条次则篇人位网"
    "总弹播阅浏评收点观回转在赞分下关粉喜投热参讨有留跟文作获订])"
)
# What a reply begins with, what an editor stands in, and what counts, pages, issues and
# times of reading end in.
_REPLYING: Final = frozenset("推嘘噓→")
_OPENING: Final = frozenset("(（[【")
_BEHIND: Final = BEHIND.union("页楼期卷辑号刊字钟")
# What the name of a document to load ends in; most lines that do not are looked at no further.
_FILE_ENDS: Final = frozenset("fcxstprFCXSTPR")
# And that of a site.
_SITE_ENDS: Final = frozenset("mtgnwk")
_FILE: Final = lazy(r"[^。，：:/\\]{1,60}\.(?i:pdf|docx?|wps|xlsx?|pptx?|od[tsp]|zip|rar)")
#: No line that begins with a letter has a shape, if it has none of :data:`ANY`, unless it begins or
#: ends with one of these, or ends with a digit.
FIRSTS: Final = BEFORE | _REPLYING | _OPENING
LASTS: Final = _BEHIND | _FILE_ENDS | _SITE_ENDS
# A name with the number of its entries in brackets is no longer.
_ENTRIES: Final = 20
# What Discuz puts between the lines of a post against copying, and hides: of each pair one
# character is from ! to ;, or missing, and one from ? to ~.
# Two of them may stand in one line.
_JAMMER = lazy("(?:[!-;]?[?-~]){4,32}")
_JAMMED = 8
# What is in the lines of a script that counts visits or loads advertisements, which was torn from
# its tags.
_COUNTING: Final = (
    *("google-analytics.com/", "ga('create'", "ga('send'", "_gaq.push(", "hm.baidu.com/hm.js"),
    *("adsbygoogle||[]", "googletag.cmd.push(", "fjs.parentNode.insertBefore("),
)
# A time by the day of the visit.
DAYS: Final = frozenset("昨前今上下")
AGO: Final = 10
_AGO = lazy(
    r"\d{1,3}(?:秒钟?|分钟|个?小时|天|日|周|个?星期|个?月|年)以?前|(?:[昨前今]天|[上下]午)[0-2]?\d[:：][0-5]\d"
)
# The head of a post: #12 某某 · 3小时前, 第3楼 某某 昨天21:30.
_FLOOR = lazy(
    r"(?:#|第)?\d{1,5}[楼#]?[^\d#].{0,24}?"
    r"(?:\d{1,3}(?:秒钟?|分钟|个?小时|天|日|周|个?星期|个?月|年)以?前|[昨前今]天[0-2]?\d[:：][0-5]\d)"
)
#: What a label stands between.
_OPENED: Final = {"【": "】", "[": "]", "〔": "〕", "（": "）", "(": ")"}
#: The name of a newspaper or a site.
OUTLET: Final = lazy(
    r"[\w·]{1,12}(?:网|报|社|在线|杂志|周刊|电视台|卫视|新闻|发布|广播|频道|客户端|论坛|博客|财经|资讯)"
)
KEYWORDS = 8
#: What stands between month and day.
DASHES: Final = frozenset("-/")
_STOPS = frozenset("。，！？；")
REPORTER: Final = 30
MEDIA = 14
# Longest label and shortest title of a link.
LINK = 8, 6


def none(text: str, core: str, prose: bool, names: Container[str]) -> bool:
    """Whether no shape can be that of ``text``, which is ``core`` with decoration around it.

    True for most lines; false does not mean that there is one. Of a sentence (``prose``) a
    breadcrumb is no such shape. ``names`` are the begins of names that may follow a number.
    """
    first, last, start = core[0], core[-1], text[0]
    if core[-3:-2] in DASHES and last.isdigit():
        return prose
    if last.isdigit() and (
        prose
        or (text[-1] in ")）" and len(text) <= _ENTRIES)
        # a button of one character
        or (len(core) <= LONGEST + 1 and len(without_count(core)) == 1)
        or counters(core)
    ):
        return False
    if start in _REPLYING or (
        start in _OPENING and ("编" in text or "校对" in text or "审" in text)
    ):
        return False
    if not first.isalpha():
        item = _ITEM.match(text)
        if item is None or core[item.end() : item.end() + 2] in names:
            return False
    if (
        first in BEFORE
        or last in _BEHIND
        or ((last in _FILE_ENDS or last in _SITE_ENDS) and "." in text[-5:-2])
    ):
        return prose
    return prose or ANY.search(text) is None


def breadcrumb(text: str) -> bool | None:
    """Whether ``text`` is a trail of links: True when surely, False when perhaps, None if not."""
    if _ARROW.search(text) is None or HAN.search(text) is None:
        return None
    if len(text) >= 5 and _CRUMB.fullmatch(text) and ("首页" in text[:12] or text.endswith("正文")):
        return True
    if len(text) > 40 or _SLASHED.search(text) is not None:
        return None
    if ("/" in text or "／" in text) and "：" in text and ">" not in text:
        return None  # 主演：某某 / 某某 / 某某
    if "<" in text:
        return None  # 把每个 <文件> 的属组改为 <组>。
    return False if _TRAIL.fullmatch(text) else None


def section(text: str) -> str:
    """Return what ``text`` ends with behind its only arrow, "" for none: 某某网 > 地方.

    >>> section("某某网>地方")
    '地方'
    """
    site, arrow, name = text.partition(">")
    return name.lstrip(">") if arrow and len(site) <= MEDIA else ""


def onward(text: str) -> bool:
    """Whether ``text`` is a name with an arrow behind, which leads to a section.

    >>> onward("∙长三角政商>"), onward("a>b，c>")
    (True, False)
    """
    return _ONWARD.fullmatch(text) is not None


def bar(text: str) -> bool:
    """Whether ``text`` is a row of four or more short names between bars."""
    return ("|" in text or "｜" in text) and _BARS.fullmatch(text) is not None


def hashtags(text: str) -> bool:
    """Whether ``text`` is nothing but two or more tags."""
    return text[0] == "#" and _HASHTAGS.fullmatch(text) is not None and not text.startswith("##")


def keywords(text: str) -> bool:
    """Whether ``text`` is a list of words rather than a sentence."""
    return text.count("、") >= KEYWORDS and not _STOPS.intersection(text)


def link(text: str) -> bool:
    """Whether ``text`` is one link with its label: 相关文章：山脚小镇办起旧书集市.

    >>> link("【延伸阅读】山脚小镇办起旧书集市"), link("【延伸阅读】")
    (True, False)
    """
    if text[0] in _OPENED:
        head, _, rest = text[1:].partition(_OPENED[text[0]])
    else:
        head, _, rest = text.replace(":", "：", 1).partition("：")
    return len(head) <= LINK[0] and len(rest) >= LINK[1]


def issue(text: str) -> bool:
    """Whether ``text`` is the number of an issue: 2015年4月号 总第87期."""
    return _ISSUE.fullmatch(text) is not None


def reporter(text: str) -> bool:
    """Whether ``text`` says who wrote or photographed: 记者某某／台北报导, 文/某某."""
    return (
        len(text) <= REPORTER
        and (text[:2] in INITIAL or "记者" in text or _SLASH.search(text) is not None)
        and PRESS.search(text) is not None
        and _REPORTER.fullmatch(text) is not None
    )


def edited(text: str) -> bool:
    """Whether ``text`` is the name of an editor in brackets: （某某 编辑）."""
    return text[0] in "(（[【" and (
        _BRACKETED.fullmatch(text) is not None
        or (_EDITS.search(text) is not None and _ROLES.fullmatch(text) is not None)
    )


def domain(text: str) -> bool:
    """Whether ``text`` is the name of a site with its address: 某某新闻网abcd.com."""
    return text[-1] in _SITE_ENDS and "." in text[-5:-2] and _DOMAIN.fullmatch(text) is not None


def version(text: str) -> bool:
    """Whether ``text`` says of which issue or state it is: 《某某日报》（2013年07月15日第01版）."""
    return text[0] == "《" and _VERSION.fullmatch(text) is not None


def push(text: str) -> bool:
    """Whether ``text`` is a one-line reply as boards in Taiwan have them: 推 name: 谢谢."""
    return text[0] in "推嘘噓→" and _PUSH.match(text) is not None


def ago(text: str) -> bool:
    """Whether ``text`` is a time as boards have it: 3小时前, 2年前, 昨天21:30."""
    return len(text) <= AGO and _AGO.fullmatch(text) is not None


def floor(text: str) -> bool:
    """Whether ``text`` is the head of a numbered post: #12某某·3小时前, 第3楼某某昨天21:30.

    >>> floor("#12某某·3小时前"), floor("3楼某某5分钟前"), floor("12某某3天前")
    (True, True, False)
    """
    marked = text[0] in "#第" or "楼" in text[1:6] or "#" in text[1:6]
    return marked and _FLOOR.fullmatch(text) is not None


def jammer(text: str) -> bool:
    """Whether an ASCII ``text`` is noise that a board hides in its posts: ;h&r7G/];N#m!@&p.

    Most pairs are whole, not with digits alone, as in a key, and not of letters of one case, as in
    a formula: so are 99 % of what a program made as boards do, and none of 180,000 lines of code.
    """
    if len(text) < _JAMMED or _JAMMER.fullmatch(text) is None:
        return False
    first = [char for char in text if char < "<"]
    rest = "".join(char for char in text if char > "<")
    mixed = not rest.isalpha() or not (rest.islower() or rest.isupper())
    return mixed and 3 * len(first) >= len(text) and not "".join(first).isdigit()


def script(text: str) -> bool:
    """Whether an ASCII ``text`` is of a program that counts visits or loads advertisements."""
    return "(" in text and any(name in text for name in _COUNTING)


def media(text: str) -> bool:
    """Whether ``text`` is nothing but what looks like the name of a newspaper or a site."""
    return len(text) <= MEDIA and OUTLET.fullmatch(text) is not None


def attached(text: str) -> bool:
    """Whether ``text`` is the name of a document to load: 实施要点.pdf.

    One without Han may be one of a program.

    >>> attached("实施要点.pdf"), attached("setup.zip"), attached("请看实施要点。pdf")
    (True, False, False)
    """
    return (
        text[-1] in _FILE_ENDS
        and "." in text[-5:-2]
        and _FILE.fullmatch(text) is not None
        and HAN.search(text) is not None
    )
