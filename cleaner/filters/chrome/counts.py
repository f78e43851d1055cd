"""Lines that count: how many read, liked or replied, which page and which post this is."""

from __future__ import annotations

from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

#: Counters begin with one of these or a digit, and end in a digit or one of those.
BEFORE: Final = frozenset("顶踩已共目全总弹播阅浏评收点观回转在赞分下人关粉喜投热参讨有字")
BEHIND: Final = frozenset("次人万k+")
# A figure beside a button: how many clicked it.
COUNT = 2
#: What many are counted in: 2.3万.
MANY: Final = frozenset("万w")
# A line of figures is no longer.
TALLY: Final = 40
_COUNT: Final = lazy("[（(\\[]?\\d[\\d,.]{0,7}[万w]?$")
LONGEST: Final = 10
_COUNTED: Final = lazy(
    r"(?:(?:已有|共有|共|目前有|全部)?[\d,]{1,8}\+?[个条次则篇人位]?(?:网友)?"
    r"(?:回答|评论|回复|留言|意见|浏览|阅读|参与|跟帖|跟贴|回应|回响|赞同|关注|收藏|喜欢|点赞|文章|订阅|获赞|评价|感兴趣|参加|想看|看过|想去|粉丝)[|｜・·]?)+"
    r"(?:打印|转发|收藏|分享|发表|评论|我要|查看|列印)*(?:[0-9]{1,3}分钟)?"
)
_COUNTERS: Final = lazy(
    r"(?:[\u3400-\u9fff]{1,4}+[:：-]?[\d,]{1,8}+(?:[次人|｜](?![\d,:：]))?+){3,}"
)
_COUNTER: Final = lazy("浏览|阅读|收藏|赞|评论|点击|转发|分享|回复|查看|人气|关注|喜欢")
_QUANTITY = r"\d[\d,.]{0,8}[k万w千亿]?\+?[次人个条分]?"
_COUNTED_WORD = (
    "(?:(?:总)?(?:弹幕|播放|点阅|阅读|浏览|评论|收藏|点击|观看|回复|转发|点赞|回响|引用|留言)[数量]?|在看|赞|推介|分享|下载"
    "|字数|人气|关注|粉丝|微博|文章|作品|获赞|喜欢|投币|投票|热度|参与|讨论|赞同|有用|没用|积分|顶|踩)"
)
# 阅读8.2k评论41收藏133, 3.4万播放·总弹幕数118: two or more, or one with a word.
_TALLY: Final = lazy(
    f"(?:{_COUNTED_WORD}[:：（(-]?{_QUANTITY}[)）]?[·•|｜，、]?)+(?:回复|收藏|分享|举报)*"
    f"|(?:{_QUANTITY}{_COUNTED_WORD}[·•|｜，、]?)+(?:{_COUNTED_WORD}[:：]?{_QUANTITY})?"
)
# A number and the begin of what it may count: most lines that begin with a number go no further.
_AMOUNT: Final = lazy(
    r"\d[\d,.]*+[k万w千亿]?\+?[个条次则篇人位]?(?:网友)?"
    "[总弹播阅浏评收点观回转在赞分下人关粉喜投热参讨有留跟文作获订]"
)
# How many read and how many replied: 3.2万/118.
_RATIO: Final = lazy(r"\d[\d.]{0,5}[万wk]/\d[\d.]{0,5}[万wk]?")
_PAGE = lazy(
    r"第\d{1,4}页[/／，,|｜]?共\d{1,4}页|共\d{1,4}页[/／，,|｜]?第\d{1,4}页|第?\d{1,4}/\d{1,4}页?"
    r"|页[:：][\[\]\d]{1,40}|(?:全文)?共\d{1,3}页|(?:第\d{1,3}页(?:[:：][^第。]{1,24})?){2,20}"
    r"|第\d{1,3}页(?:[:：].{1,30})?|.{2,60}_第\d{1,4}页"
    r"|共\d{1,6}条(?:记录|信息|数据)?[,，]?(?:每页\d{1,3}条[,，]?)?"
    r"(?:页次[:：]\d{1,4}/\d{1,4}|共?\d{1,4}(?:/\d{1,4})?页)?"
)
# A page of a newspaper in its menu: 第A05版：民生; in its name a number has one digit more often.
_SHEET = lazy(r"第(?:[a-z]\d{1,3}|\d{2,5})版[:：].{1,12}")
_NUMBERS = lazy(r"[\d.…<>\[\]()«»‹›,、|]{3,}|\d{1,2}/\d{1,2}")
_READING = lazy(
    "(?:(?:全文|本文)?阅读(?:时间|时长|全文|本文)?[:：]?)?[大约预计需要]{0,6}[0-9]{1,3}分钟"
    "(?:阅读|读完|[(（]阅读时间[)）])?"
    "|(?:(?:本文|全文|文章)?(?:字数|共计|共约|共|约)|全文|本文)[:：]?[0-9][0-9,]{0,7}字"
    "(?:[，,|｜]?[预计大约需要阅读浏览时间]{0,8}[:：]?[0-9]{1,3}分钟)?"
    "|约?[0-9][0-9,]{0,7}字[，,|｜·]?大?约[0-9]{1,3}分钟"
)
# A number to call, in a line of its own, has so many figures.
PHONE = 10
_PHONE = lazy(
    r"(?:\+?86-?)?(?:0[0-9]{2,3}-?[0-9]{7,8}|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|1[3-9][0-9]-?[0-9]{4}-?[0-9]{4})"
)
_VIEWS = lazy("[0-9][0-9,.]{0,8}[km]?(?:view|read|like|comment|share)s?")
_PLAYER = lazy("[0-9]{1,2}(?::[0-5][0-9]){1,2}/[0-9]{1,2}(?::[0-5][0-9]){1,2}")
_REACTIONS = lazy("[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]{1,9}[0-9][0-9,.]{0,7}")
_NUMBERED = lazy(
    r"[^\d。，：:（(][^。，：:（(]{0,11}[（(](?!(?:19|20)\d\d[)）])\d{1,5}[)）]|(?:19|20)\d\d年[^。，：:（(]{0,6}[（(]\d{1,4}[)）]"
)
# A headline with a day behind it is no shorter; the day and what stands before it.
HEADLINE: Final = 12
DAY: Final = 6
_LISTED = lazy(r"[^\d./年月-](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01])$")
_MONTH = lazy(
    r"(?:(?:19|20)\d\d年)?(?:[01]?\d|[一二三四五六七八九十]{1,2})月(?:(?:19|20)\d\d)?"
    r"[（(]\d{1,4}[)）]"
    r"|(?:19|20)\d\d年?[（(]\d{1,4}[)）]"
)


def without_count(core: str) -> str:
    """Return ``core`` without a number at its end: 评论（3 is the button 评论.

    >>> without_count("评论（3"), without_count("商品评价（2.3万")
    ('评论', '商品评价')
    """
    count = _COUNT.search(core, max(0, len(core) - LONGEST))
    return core if count is None else core[: count.start()]


def counters(text: str) -> bool:
    """Whether ``text`` is nothing but counters: 3条评论, 浏览8,214收藏367关注29."""
    number = text[0].isdigit()
    if number and _AMOUNT.match(text) is None:
        return _RATIO.fullmatch(text) is not None
    if (number or text[0] in BEFORE) and (
        _COUNTED.fullmatch(text) is not None
        or (len(text) <= TALLY and _TALLY.fullmatch(text) is not None)
    ):
        return True
    return (
        not number and _COUNTERS.fullmatch(text) is not None and _COUNTER.search(text) is not None
    )


def figures(text: str, core: str) -> tuple[str, int] | None:
    """Return reason and force of a line without Chinese characters that counts, or None.

    ``core`` is the line in lower case without the signs around it: 12, 1,024, 34views, 👍 7.
    """
    if core.isdigit() and len(core) <= COUNT:
        return "comments", WEAK
    if player(text):
        return "share", STRONG
    if len(core) >= PHONE and core[-1].isdigit() and _PHONE.fullmatch(text) is not None:
        return "advertisement", WEAK
    if numbers(text) or numbers(core):
        return "pager", WEAK
    if core[-1].isdigit() and reactions(text):
        return "comments", WEAK
    if core[0].isdigit() and _VIEWS.fullmatch(core) is not None:
        return "comments", WEAK
    if text.startswith(("http://", "https://", "www.")):
        return "byline", WEAK
    return None


def page(text: str) -> bool:
    """Whether ``text`` says which page of how many this is: 第2页 共3页."""
    return _PAGE.fullmatch(text) is not None


def sheet(text: str) -> bool:
    """Whether ``text`` names a page of a newspaper: 第a05版：民生."""
    return _SHEET.fullmatch(text) is not None


def listed(text: str) -> bool:
    """Whether ``text`` is a headline with month and day behind it, as in a list of others.

    >>> listed("山脚小镇办起旧书集市09-26"), listed("山脚小镇办起旧书集市2019-09-26")
    (True, False)
    """
    return len(text) >= HEADLINE and _LISTED.match(text, len(text) - DAY) is not None


def floor(text: str) -> bool:
    """Whether ``text`` is the number of a post: 第2楼, 2楼."""
    return text[:-1].removeprefix("第").isdigit()


def numbers(text: str) -> bool:
    """Whether ``text`` is a row of page numbers."""
    return _NUMBERS.fullmatch(text) is not None


def reading(text: str) -> bool:
    """Whether ``text`` says how long it takes to read: 3分钟, 约需8分钟, 阅读时间：5分钟."""
    return _READING.fullmatch(text) is not None


def player(text: str) -> bool:
    """Whether ``text`` says where a recording is: 00:00/03:12."""
    return _PLAYER.fullmatch(text) is not None


def reactions(text: str) -> bool:
    """Whether ``text`` counts who was moved in which way: 👍❤ 1,024."""
    return _REACTIONS.fullmatch(text) is not None


def archive(text: str) -> bool | None:
    """Whether ``text`` names a month of a blog with its posts: 2012年1月（3）, 十二月 (12).

    False for another name with a number, such as a category: 咖啡（12）. None for anything else.
    """
    if text[-1] not in ")）" or _NUMBERED.fullmatch(text) is None:
        return None
    return _MONTH.fullmatch(text) is not None
