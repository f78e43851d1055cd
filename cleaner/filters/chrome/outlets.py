"""The outlet that a date line names without a label: 2012年1月12日 17:55 南海网."""

from __future__ import annotations

from cleaner.filters.chrome import datelines
from cleaner.patterns import lazy

# Between the parts of a date line; addresses go with their separators.
_BREAK = lazy(
    r"(?:(?i:https?)[:：]/*|(?i:www)\.)[^\s\u3400-\u9fff]*"
    r"|[\s　|｜丨∣│,，:：()（）\[\]【】〔〕╱／/@]+"
)
# What ends in one of these is an outlet by that alone.
_OUTLET = lazy(
    r"(?:本文|文章|稿件)?(?:来源[于自]?|来自|转自|摘自)?[《「“]?"
    r"(?P<name>(?:[\w·—-]{1,12}?网|[\w·—-]{0,12}?(?:[\u3400-\u9fff]{2}报|明报|在线|杂志|周刊|月刊"
    r"|电视台|卫视|电台|之声|通讯社|新华社|中新社|中央社|美联社|法新社|路透社|韩联社|共同社|客户端|之家|央视"
    r"|(?:新浪|腾讯|网易|搜狐|凤凰|央视|央广|大公|中新|东方|联合|中时|自由|华视|民视|三立|公视|东森|中天|壹电视)(?:新闻|财经|科技|体育|娱乐|证券)))"
    r"(?:-[\w·]{2,12}(?:频道|报|网))?)[》」”]?"
    r"(?P<author>[\u3400-\u9fff]{2,3})?(?:我要评论|我来说两句|微博|评论|参与)?"
)
_NONE = lazy(
    "官网|网[页络版]|互联网|上网|联网|本网|全网|[举海通汇预情播]报|手机|看|订阅|更多|返回|分享|我要|关注|进入|下载|点击|欢迎"
)


def named(text: str) -> str:
    """Return the outlet beside the date in ``text``, "" if there is none; without date, all of it.

    >>> named("http://www.example.com 2012年01月12日 17:55 南海网")
    '南海网'
    >>> named("2012年01月12日11:21青山日报我要评论(0)")
    '青山日报'
    >>> named("摘自青山晚报"), named("手机看新闻网"), named("2016-10-22 09:12 网易新闻")
    ('青山晚报', '', '网易新闻')
    """
    date = datelines.find_date(text)
    parts = [text]
    if date is not None:
        rest = datelines.TIME.sub(" ", text[date.end() :], 1)
        parts = _BREAK.split(f"{text[: date.start()]} {rest}")
    for part in parts:
        match = _OUTLET.fullmatch(part)
        if match is None or (date is None and match["author"]):
            continue
        if _NONE.search(part.removesuffix("我要评论")) is None:
            return match["name"].strip("-—")
    return ""
