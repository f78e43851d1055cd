"""What the repairs share: classes of characters, and leaving Japanese and Korean lines alone."""

from __future__ import annotations

import sys

from cleaner.document import Document
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

#: Chinese characters and radicals, which normalise makes characters of, as the inside of a class.
HAN = "\u2e80-\u2fd5\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

#: Stands for a character of HAN in a pattern. A class of HAN takes 1 ms to compile, this nothing;
#: it also holds the letters of other scripts beyond Latin, whose lines are left alone anyway.
CHINESE = r"(?:[^\W\x00-\u02ff]|[\u2e80-\u2fd5])"

#: Words with which a line says something of what it names: an expression.
SAYS = "[是为為即叫指称稱写寫用会會要被把与與和、]|表示|代表|显示|顯示|对应|對應|[转轉][换換]"

# Who, when, how many, and that it is over: a notice has none of these. What is over (了) and the
# like are said by disclaimers too, which speak of themselves and to who reads (本站, 您).
TOLD = 60
_TELLS = lazy(
    "她|(?<![其吉])他(?![人乡鄉])|[写寫][着著道]|[写寫印标標贴貼]了[“「]|(?:[说說称稱问問]|(?<![报報])道)[，,]"
    "|[记記]者(?![网網])|[当當][时時]|[后後][来來]|(?<![号號端]，)每天|[去今昨前]年|[岁歲]|年代|那[些个個天年时時]"
)
_TOLD = lazy(
    "(?<![为為除])了(?![解吗嗎您你《])|[过過][，,。]|[但却卻](?!不限)|而是|[几幾]乎|[没沒]有人|[这這][是句行几幾]"
    "|已[经經][0-9一二三四五六七八九十两兩几幾]|[还還](?!可)|也(?![不可希请請欢歡])|很"
    "|[一二两兩三四五六七八九十百千万萬几幾][个個位名年天次]"
)
_CLAIMS = lazy("您|本(?:[网網]?站|[网網]|平[台臺]|公司|[声聲]明|[资資]料)|自[担擔]|即表示")

HAN_CHARACTER = lazy(f"[{HAN}]")
# Of Big5 level 1 and not of GB 2312, and no conversion changes them.
_NOT_SIMPLIFIED = frozenset(
    "伋佺偭偯僇僎僩儅儳劻吋呎嘐堉塭塽墦奭姅屘屝崁巉帟惇愒抆撚擭敔昤晅晞暍杗枓栘梂梡梱棻楛榣槃橾櫂欐歜毚汍沘沬泜洸浥浬涊湣"
    "湩湲潟潠澴濩焜煆燸玥珪珮琍琯璘璟甽疢痳瞋砠硿祐穋箄籣籥縿繈脤脰芣裯褕褽觼訑詨詻誧譆豭跦迺郃鄗鄘釆釭鉼雊韹鯈鴃鶸"
)
_NOT_HAN = lazy(f"[^{HAN}]+")
_EVERY = {*range(256)}
# The first of them, after the mark. For units as the machine has them no module is read.
_HIGH = 3 if sys.byteorder == "little" else 2
_NOT_BLOCKS = bytes(_EVERY - {*range(0x34, 0x4D), *range(0x4E, 0xA0), 0xF9, 0xFA})
# Blocks of radicals and signs beside them, and surrogates: these have others too.
_NOT_MIXED = bytes(_EVERY - {0x2E, 0x2F, 0x4D, *range(0xD8, 0xE0)})
_KANA = lazy("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
# Without the mark of length, which Chinese has for a dash.
_SYLLABLE = lazy("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]")
_HANGUL = lazy("[\uac00-\ud7a3]")
# What counts the pages of a chapter goes with a notice before it.
_PAGER = lazy(
    r"[ (（]*第? ?[0-9]{1,3} ?[页頁]? ?[/／] ?共? ?[0-9]{1,3} ?[页頁]?[ )）]*$", MULTILINE
)


@lru_cache(maxsize=8192)
def is_han(character: str) -> bool:
    """Tell whether a single character is Chinese; the empty string is not."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or "\u2e80" <= character <= "\u2fd5"
        or character == "\u3007"
    )


def high_bytes(text: str) -> bytes:
    """Return the higher byte of each UTF-16 unit of ``text``."""
    return text.encode("utf-16", "surrogatepass")[_HIGH::2]


def count_han(text: str) -> int:
    """Return the number of Chinese characters in ``text``.

    Nearly all stand in blocks that hold nothing else and are known by their first byte in UTF-16,
    which is counted in a twentieth of the time of a search.
    """
    high = high_bytes(text)
    if high.translate(None, _NOT_MIXED):
        return len(_NOT_HAN.sub("", text))
    return len(high.translate(None, _NOT_BLOCKS)) + text.count("\u3007")


@lru_cache(maxsize=8192)
def is_common(character: str) -> bool:
    """Tell whether a Chinese character is in everyday use, by the makers of the old standards.

    The 3755 of GB 2312 level 1, and the characters that GB 2312 lacks (the traditional forms) of
    Big5 level 1. All 193 characters of the damaged pages that were counted are common but one
    variant form; those that writers gloss for their readers (蠡 龑 饕) mostly are not.
    """
    lead = _gb2312(character)
    return 0xB0 <= lead <= 0xD7 if lead else is_traditional(character)


# Text that was misread, in a line about it: more than half of its characters are rare.
_ABOUT_MISREADING = lazy("乱码|亂碼")
_PIECE = lazy("[“「『‘]([^”」』’\n]{3,60})[”」』’]")


def quoted_misreadings(text: str) -> list[tuple[int, int]]:
    """Return the spans of misread text that lines about it quote, with its marks.

    >>> quoted_misreadings("“鏄庝箞”是乱码，“怎么”不是。")
    [(0, 5)]
    """
    found: list[tuple[int, int]] = []
    if "乱码" not in text and "亂碼" not in text:
        return found
    end = -1
    for about in _ABOUT_MISREADING.finditer(text):
        if about.start() < end:
            continue
        start = text.rfind("\n", 0, about.start()) + 1
        end = text.find("\n", about.end())
        end = len(text) if end < 0 else end
        for piece in _PIECE.finditer(text, start, end):
            han = [char for char in piece[1] if is_han(char)]
            if sum(map(is_common, han)) * 2 < len(han):
                found.append(piece.span())
    return found


@lru_cache(maxsize=8192)
def is_traditional(character: str) -> bool:
    """Tell whether a character is a common one that GB 2312 lacks: of Big5 level 1.

    But for those that the mainland writes so too, of names for the most part: 袁心玥（yuè）.
    """
    if _gb2312(character) or character in _NOT_SIMPLIFIED:
        return False
    try:
        return 0xA4 <= character.encode("cp950")[0] <= 0xC6
    except UnicodeEncodeError:
        return False


def _gb2312(character: str) -> int:
    """Return the first byte of a character in GB 2312, 0 when it is not in there.

    By way of GBK, and of CP950 above, which have the same Chinese characters in these rows and are
    at hand: the codecs of the standards themselves would be loaded for this alone.
    """
    data = character.encode("gbk", "ignore")
    return data[0] if len(data) == 2 and data[0] >= 0xA1 and data[1] >= 0xA1 else 0


def rewrite(
    document: Document,
    pattern: re.Pattern[str],
    replacement: str | Callable[[re.Match[str]], str | None],
    rule: str,
    spans: Iterable[tuple[int, int]] | None = None,
) -> Document:
    """Like :meth:`Document.sub`, but leave Japanese and Korean lines alone.

    ``replacement`` is taken literally; as a function it returns None to leave a match. ``spans``
    are the parts of the text that are gone through, ascending, None for all of it.
    """
    text = document.text
    edits: list[Edit] = []
    for span in ((0, len(text)),) if spans is None else spans:
        for match in pattern.finditer(text, *span):
            after = replacement if isinstance(replacement, str) else replacement(match)
            if after is not None:
                edits.append(Edit(match.start(), match.end(), after, rule))
    return apply(document, edits)


def apply(document: Document, edits: Iterable[Edit]) -> Document:
    """Carry out ``edits`` save those that begin in a Japanese or Korean line."""
    kept = list(_native(document.text, edits))
    return document.apply(kept) if kept else document


def _native(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    end = -1
    foreign = False
    for edit in edits:
        if edit.start > end:
            start = text.rfind("\n", 0, edit.start) + 1
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
            foreign = is_foreign(text[start:end])
        if not foreign:
            yield edit


def is_foreign(line: str) -> bool:
    """Tell whether a line is Japanese or Korean rather than Chinese that quotes them.

    Japanese prose has kana for more than half of its characters, headings and addresses about a
    fifth; Chinese with a Japanese name in it stays below that.
    """
    if _SYLLABLE.search(line) is None:
        return False
    han = count_han(line)
    kana = len(_KANA.findall(line))
    if kana >= 2 and kana * 4 >= han:
        return True
    return len(_HANGUL.findall(line)) * 2 > han


def line_at(text: str, offset: int, reach: int = 400) -> str:
    """Return the line around ``offset`` without spaces, at most ``reach`` characters to each side.

    The reach keeps rules that look at the line of each match linear on text without line ends;
    without spaces, words are found in our own segmented output too.
    """
    low = max(0, offset - reach)
    start = text.rfind("\n", low, offset) + 1 or low
    end = text.find("\n", offset, offset + reach)
    return text[start : end if end >= 0 else offset + reach].replace(" ", "")


def is_quoted(text: str, start: int, end: int, quotes: frozenset[str]) -> bool:
    """Tell whether quotes, or a space and quotes, stand on both sides of ``text[start:end]``."""
    before = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    after = text[end : end + 2].lstrip(" ")[:1]
    return before in quotes and after in quotes


def drop(text: str, start: int, end: int, rule: str) -> Edit:
    """Drop a notice; a line of its own goes whole, a full stop after a comma stays."""
    pager = _PAGER.match(text, end)
    end = pager.end() if pager else end
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "\n" and after == "\n" and end < len(text):
        return Edit(start, end + 1, "", rule)
    if before in "，,、" and after == "\n":
        final = text[end - 1] if text[end - 1] in "。！？!?" else ""
        return Edit(start - 1, end, final, rule)
    return Edit(start, end, "", rule)


def narrates(text: str) -> bool:
    """Tell whether a sentence tells a story, which no notice does.

    Of 161 sentences of up to :data:`TOLD` characters that are cues on 600 pages two are such.

    >>> narrates("图片来自网络，文字是她自己写的。"), narrates("若侵犯了您的权益，请联系。")
    (True, False)
    """
    if len(text) > TOLD:
        return False
    if "。" not in text:  # who asks tells too: 有人写了“版权所有”，我还能引用吗？
        return text.endswith("？") and _TELLS.search(text) is not None
    return _TELLS.search(text) is not None or (
        _TOLD.search(text) is not None and _CLAIMS.search(text) is None
    )
