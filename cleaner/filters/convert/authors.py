"""Author lines, where 著 means "written by" and stays: 《圍城》，錢鍾書著 / 魯迅 著 / X編著."""

from __future__ import annotations

from cleaner.patterns import lazy

# How far a title may stand from 著: 《...》 and a name with its country and translator.
_REACH = 24
_NAME = r"[\u3400-\u9fff·・.．A-Za-z、，, 　（）()\[\]〔〕［］]{1,20}"
_AFTER_TITLE = lazy(f"[》〉」』][:：/／\\s，,。—-]*{_NAME}$")
# A name without a title beside it must begin with one of the common surnames.
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹"
    "黎易常武乔贺赖龚文鲁茅巴老冰柏施倪洪季齐饶樊庄翁耿莫席费褚霍骆聂柯苗阮岑鲍葛"
)
# Or somebody else's part in the book (季羡林主编，) stands before it.
_ALONE = lazy(
    rf"(?:^|[\s。：:／/|｜（()）\]〕］由]|[编译校审注][，,；;、])[{_SURNAMES}][\u3400-\u9fff]{{1,3}}$"
)
# Polite ones, and the last characters of foreign names, which are no verbs.
_POLITE = lazy(
    rf"(?:^|[\s。：:／/|｜（()）\]〕由])[{_SURNAMES}][\u3400-\u9fff]{{0,2}}(?:先生|女士|教授|博士|居士|大师)$"
)
_FOREIGN = lazy(
    r"(?:^|[\s。：:／/|｜（()）\]〕由])[\u3400-\u9fff·、]{0,10}"
    r"(?:.[斯尔特德夫曼姆逊茨蒂莱丝]|[^攻]克|[^奠]基|[^阴]森|[牛登明盛]顿)$"
)
# What is somebody's: 鲁迅著的小说.
_OF = lazy("的(?:《|小说|散文|诗集|长篇|短篇|中篇|名著|书(?![包桌架房店信本]))")
_SAID = lazy(rf"(?:^|[\s。：:／/|｜（()）\]〕由是为据])[{_SURNAMES}][\u3400-\u9fff]{{1,2}}$")
# Then whose the translation is.
_TRANSLATED = lazy(
    r"[\s，,；;、]*[\u3400-\u9fff·]{1,5}[^翻口笔编][译绘注](?:$|[\s，,。；;）)《/／|｜])"
)
_DYNASTY = lazy(r"[（(\[〔［][\u3400-\u9fff]{1,3}[）)\]〕］]\s*[\u3400-\u9fff·]{2,6}$")
# Several authors, then a publisher or a title; without it one waits for somebody (他等著).
_OTHERS = lazy(rf"(?:^|[\s。：:／/|｜（()）\]〕］由、])[{_SURNAMES}][\u3400-\u9fff]{{1,2}}等$")
_PUBLISHED = lazy(r"[，,、。.\s/]*(?:[\u3400-\u9fff：:]{0,10}(?:出版|书局|书店|印书馆)|《)")
# What authors are said to have written, where the particle hardly ever stands.
_WRITTEN = lazy("有[《多数许不一二三四五六七八九十大诗长中短小散论专等]|[长中短]篇|小说|诗集|散文")
_END = "，,。、；;）)／/|｜"
# Text that is set apart letter by letter: 随 著 经 济.
_APART = lazy(" . [\u3400-\u9fff](?: |$)")
_SPACED = lazy(r"[\u3400-\u9fffA-Za-z·）)][ 　]+$")
# Verbs after which a 著 at the end of a clause is the particle, whatever the clause looks like.
_VERBS = frozenset(
    "看等活走听站坐跟陪抱拿望睡笑哭想说带忍撑守躺靠推拉追吃喝穿住开关放摆挂指盯顶举背扛忙"
    "朝向随沿顺凭照按对为接紧急愣呆醒亮空闲饿痛唱跳跑骑提捧握牵扶含闭睁张低仰歪蹲跪趴飘"
    "飞流滴下连留剩存藏躲护围绕挡拖赖熬煮烧烤冒响转动闹吵骂打喊叫念读写画数算试学教问答"
    "记惦关爱恨怕盼求祝藉借本仗隔伴混夹挤压踩踏搭搂捂遮掩盖包裹装载运送寄卖买用过逼催管"
    "不得么地的到了住见上下来去起过"
    "醉病困累烦疯发落燃恋"
    "硬僵耗拼争抢夺防备候耐端架撅翘耸缩弯斜横竖直立带待嵌携捎贴绕刻摊新有"
)


def is_author_line(text: str, offset: int) -> bool:
    """Tell whether the 著 at ``offset`` of simplified ``text`` follows the name of an author.

    >>> is_author_line("《围城》，钱钟书著，人民文学出版社", 8)
    True
    >>> is_author_line("他默默地看著，不说话", 6)
    False
    """
    before = text[max(0, offset - _REACH) : offset].rpartition("\n")[2]
    after = text[offset + 1 : offset + 16]
    if not before:
        return False
    if before[-1] == "等" and _PUBLISHED.match(after):
        return _OTHERS.search(before) is not None
    if before[-1] in _VERBS or (before[-2:-1] in _VERBS and _APART.match(text, offset - 1)):
        return False
    if _OF.match(after):
        return _SAID.search(before) is not None
    if _WRITTEN.match(after):
        return _ALONE.search(before) is not None
    if after.lstrip(" 　").startswith("《"):
        return True
    if not _ends(after):
        return False
    return bool(
        _AFTER_TITLE.search(before)
        or (_SPACED.search(before) and after[:1] in ("", " ", "　", "\n", "，", "。"))
        or _ALONE.search(before)
        or _DYNASTY.search(before)
        or _POLITE.search(before)
        or _FOREIGN.search(before)
        or _TRANSLATED.match(after)
    )


def _ends(after: str) -> bool:
    """Tell whether the name ends here: at a mark, the end of a line, a space before a word."""
    rest = after.lstrip()
    spaces = after[: len(after) - len(rest)]
    if not rest or rest[0] in _END or "\n" in spaces:
        return True
    return bool(spaces) and (rest[0] == "《" or "\u3400" <= rest[0] <= "\u9fff")
