"""Lines that tell what the question marks in them are: rows of labels and of credits, emoji.

A line is looked at as a whole: names of fields side by side, or labels with what they say, of which
none asks anything, parted by question marks that stand for spaces; or a mark at its end is what
another in it is.
"""

from __future__ import annotations

from cleaner.filters.repair.question_places import ASKING, LABELS, PRAISE
from cleaner.filters.repair.scripts import CHINESE
from cleaner.kept import lru_cache
from cleaner.patterns import lazy

_WONDERING = "真就是这這那不没沒有能会會可要"
# What a form asks for.
_FIELDS = (
    "姓名|性别|性別|年龄|年齡|民族|籍贯|籍貫|出生年月|政治面貌|学历|學歷|学位|學位|职务|職務|职称|職稱|专业|專業|单位|單位"
    "|序号|序號|名称|名稱|规格|規格|型号|型號|数量|數量|单价|單價|金额|金額|备注|備註|備注|日期|电话|電話|地址|品牌|产地|產地"
    "|材质|材質|颜色|顏色|尺寸|容量|重量|价格|價格"
)
# Labels that stood apart; what somebody says has pronouns or particles.
LONGEST_ROW = 80
_LABEL = rf"(?:(?![{ASKING}了的吧啊呀也都还還就不没沒我你妳他她])[\u3400-\u9fff]){{2,8}}"
# Credits with a single one between: nobody is asked three things that a label each names.
_VALUE = rf"[^?？:：\n{ASKING}]"
_VALUED = rf"{_LABEL}[:：][ ?]?{_VALUE}{{1,16}}"
_ROW_OF_CREDITS = lazy(rf"{_VALUED}(?:\?{{1,4}}{_VALUED}){{2,12}}")
LINES = 3  # of a text that a mark ends, all of them
_STATED = lazy(rf"{_LABEL}[:：] ?{_VALUE}{{3,30}}\?")
_HEADING = lazy(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|[(（][一二三四五六七八九十1-9]{{1,3}}[)）]|[0-9]{{1,2}}[.．、])"
    rf"{_LABEL}\?"
)
_ASKED = lazy(f"[{ASKING.rstrip('?？')}]")
_KNOWN_LABEL = lazy(f"(?:{LABELS}|{_FIELDS})[:：]")
_FIELD = lazy(f"(?<![^?\n])(?:{_FIELDS})(?![^?\n])")
FIELDS = 2  # of a row of them
_ROW_OF_FIELDS = lazy(rf"{_LABEL}(?:\?{_LABEL}){{3,14}}")
# Names, of which nobody asks four in turn without a word between.
_NAME = (
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭"
    "田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾譚谭陆陸汪范石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛闫閻"
    "段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯][\u3400-\u9fff]{1,2}"
)
_ROW_OF_NAMES = lazy(rf"(?:[^?？:：\n]{{2,8}}[:：] ?)?{_NAME}(?:\?{{1,2}}{_NAME}){{3,30}}")
# Nothing but pairs, twice at least, in a line that does not ask, nor wonder as a statement does.
_ALL_PAIRS = lazy(rf"[^{ASKING}{_WONDERING}]++(?:(?:\?\?)++(?!\?)[^{ASKING}{_WONDERING}]*+){{2,9}}")
# What is named after a colon, with a mark before each: no answer is the next question.
_ROW_OF_ITEMS = lazy(rf"[^?？:：\n]{{2,16}}[:：]\?{_LABEL}(?:\?{_LABEL}){{2,12}}")
_ROW_OF_LABELS = lazy(rf"{_LABEL}(?:(?:\?\?)+{_LABEL}){{2,12}}")
_EMOJI = lazy(rf"(?<![吗嗎呢么麼吧])\?\?[,，。]{CHINESE}|(?:太[{PRAISE}]{{1,2}}了|[绝絕]了)\?\?")


def is_row(text: str, at: int, *, pairs: bool) -> bool:
    """Tell whether the run at ``at`` parts a row; ``pairs``: it has an even number of marks."""
    row = _line(text, at)
    return row.count("?") > 1 and _parts(row, pairs)


@lru_cache(maxsize=2)  # asked about each run of a line
def _parts(row: str, pairs: bool) -> bool:
    if pairs and (_ALL_PAIRS.fullmatch(row) or _ROW_OF_LABELS.fullmatch(row)):
        return True
    if _ROW_OF_NAMES.fullmatch(row) or _ROW_OF_ITEMS.fullmatch(row):
        return True
    if len(_FIELD.findall(row)) >= FIELDS and _ROW_OF_FIELDS.fullmatch(row):
        return True
    return _KNOWN_LABEL.search(row) is not None and _ROW_OF_CREDITS.fullmatch(row) is not None


@lru_cache(maxsize=2)
def ends_lines(text: str) -> bool:
    """Tell whether a mark ends every line of ``text``, where two at least state something.

    ``项目编号：ZB2020-17?``: a no-break space stood there.
    """
    if not text[-LONGEST_ROW:].rstrip().endswith("?"):
        return False
    lines = list(filter(None, map(str.strip, text.split("\n"))))
    return (
        len(lines) >= LINES
        and all(line.endswith("?") for line in lines)
        and (
            sum(_STATED.fullmatch(line) is not None for line in lines) > 1
            or all(_HEADING.fullmatch(line) for line in lines)
        )
        and _ASKED.search(text) is None
    )


def begins_with_run(text: str, at: int) -> bool:
    """Tell whether the line of ``at`` begins with a run too: emoji on both sides of a heading."""
    low = _start(text, at)
    return low < at and text[low] == "?" and (low == 0 or text[low - 1] == "\n")


def has_emoji(text: str, at: int) -> bool:
    """Tell whether a pair before a comma in the line of ``at`` shows what stood there."""
    low = _start(text, at)
    return _EMOJI.search(text, low, at) is not None


def _line(text: str, at: int) -> str:
    """Return the line around ``at``, empty when it is too long for a row of labels."""
    low = _start(text, at)
    high = text.find("\n", at, at + LONGEST_ROW)
    line = text[low : high if high >= 0 else at + LONGEST_ROW]
    return line if len(line) < LONGEST_ROW else ""


def _start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins, or the part of it that a row may have before that."""
    low = max(0, at - LONGEST_ROW)
    return text.rfind("\n", low, at) + 1 or low
