"""Light markup that was never rendered: emphasis and links of Markdown, links and bold of a wiki.

A text whose lines are Markdown (headings, fences, tables) is a Markdown text and stays one. In any
other a few signs are left over from a page that should have been rendered. They go where they stand
around Chinese, and not in a line that speaks of them.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.guards import is_code
from cleaner.ledger import Edit
from cleaner.patterns import MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_STRUCTURE = lazy(r"^(?:#{1,6} \S|```|~~~|\|? ?:?-{3,}:? ?\|)", MULTILINE)
_ABOUT = lazy(
    "[Mm]arkdown|[Ww]iki(?:文|语|語)|语法|語法|标记|標記|加粗|粗体|粗體|星号|方括|代码|代碼"
)
_HAN = lazy("[\u3400-\u9fff]")

_EMPHASIS = lazy(
    r"(?<!\*)\*\*(?=[^\s*，。、；：！？,;!?）」”的和与及是在])([^*\n]{2,200})(?<=[^\s（「“])\*\*(?!\*)"
)
_PAUSE = lazy("[，。；！？,;!?]")
_LINK = lazy(
    r"""(!?)\[([^\[\]\n]{0,200})\]\((?:(?:https?:)?//[^\s()]{1,500}|/[!-'*-~]{1,500}"""
    r"""|[\w./-]{1,200}\.(?:png|jpe?g|gif|webp|svg))(?: "[^"\n]{0,200}")?\)"""
)
_LINE_OF_IMAGES = lazy(
    r"^[ \t]*+(?:!\[[^\[\]\n]{0,200}\]\((?:https?:)?//[^\s()]{1,400}\)[ \t]*+)++(?:\n|\Z)",
    MULTILINE,
)

_WIKI_LINK = lazy(r"\[\[(?:([^\[\]|\"'=;\n]{1,200})\|)?([^\[\]\"'=;\n]{1,300})\]\]")
_NO_TEXT = lazy(
    r"(?:[Ff]ile|[Ii]mage|[Cc]ategory|文件|檔案|图像|圖像|分类|分類|[a-z]{2,3}(?:-[a-z]{2,6})?):"
)
_WIKI_BOLD = lazy(r"(?<!')'''([^'\n]{1,200})'''(?!')")
_WIKI_NOTE = lazy(r"<ref(?: [^<>\n]{0,200})?(?:/>|>[^<>]{0,1000}</ref>)")
_WIKI_HEADING = lazy(r"^(={2,5}) ?([^=\n]{1,80}?) ?\1[ \t]*$", MULTILINE)
_WIKI_TEMPLATE = lazy(r"\{\{[^{}\n]{1,300}\}\}")


def images(document: Document) -> Document:
    """Remove lines of Markdown that show nothing but pictures: there is no text in them."""
    return document.sub(_LINE_OF_IMAGES, "", "markup.image")


_STRUCK = lazy(r"(?<![\w~])~~(?=[^\s~])([^~\n]{1,100})(?<=\S)~~(?!~)")


def markdown(document: Document) -> Document:
    """Reduce ``**重点**`` and ``[文字](地址)`` to their text, in a text that is not Markdown."""
    text = document.text
    if _STRUCTURE.search(text) is not None:
        return document
    document = document.apply(_lighter(text, _EMPHASIS, _emphasised, "markup.emphasis"))
    document = document.apply(_lighter(document.text, _STRUCK, _bold, "markup.emphasis"))
    return document.apply(_lighter(document.text, _LINK, _label, "markup.link"))


def wiki(document: Document) -> Document:
    """Reduce links and bold of a wiki to their text; drop its notes and templates beside such."""
    text = document.text
    after = document.apply(_lighter(text, _WIKI_LINK, _target, "markup.wiki"))
    after = after.apply(_lighter(after.text, _WIKI_BOLD, _bold, "markup.wiki"))
    if after.text == text:
        return document
    for pattern, change in (
        (_WIKI_NOTE, ""),
        (_WIKI_TEMPLATE, ""),
        (_WIKI_HEADING, lambda match: match[2]),
    ):
        after = after.sub(pattern, change, "markup.wiki")
    return after


def _lighter(
    text: str, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], rule: str
) -> Iterator[Edit]:
    """Yield edits that put ``change(match)`` for matches in lines of Chinese prose."""
    end = -1
    prose = False
    for match in pattern.finditer(text):
        if match.start() >= end:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.start())
            end = len(text) if end < 0 else end
            line = text[start:end]
            prose = bool(_HAN.search(line)) and not _ABOUT.search(line) and not is_code(line)
        if prose:
            yield Edit(*match.span(), change(match), rule)


def _emphasised(match: re.Match[str]) -> str:
    """Return what ``**`` emphasise. They also stand for words that must not be said.

    Emphasis begins or ends at a mark, or holds none: 这个**的公司，**的老板 has none.
    """
    text, inside = match.string, match[1]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isalnum() and after.isalnum() and _PAUSE.search(inside):
        return match.group()
    return inside if _HAN.search(inside) else match.group()


def _bold(match: re.Match[str]) -> str:
    return match[1] if _HAN.search(match[1]) else match.group()


def _label(match: re.Match[str]) -> str:
    return "" if match[1] else match[2]


def _target(match: re.Match[str]) -> str:
    if _NO_TEXT.match(match[1] or match[2]):
        return ""
    return match[2] if _HAN.search(match.group()) else match.group()
