"""Light markup that was never rendered: emphasis, links, pictures and table cells of Markdown.

A text whose lines are Markdown (headings, fences, tables) is a Markdown text and stays one, as the
text of a wiki does. In any other a few signs are left over from a page that should have been
rendered. They go where they stand around Chinese, and not in a line that speaks of them.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.code import is_code
from cleaner.ledger import Edit
from cleaner.patterns import HAN, MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

# Quoted lines alone are of mail and forums too; those with stars are not. Behind a line feed, which
# is found ten times as fast as the beginning of a line.
# So are items with a dash one below the other, which no renderer leaves as they are.
_STRUCTURE = lazy(
    r"\n(?:#{1,6} \S|```|~~~|\|? ?:?-{3,}:? ?\||> [^\n*]{0,80}\*\*\S|- [^\n]{1,200}\n- \S)"
)
_STRUCTURES = ("# ", "```", "~~~", "---", "> ", "\n- ")  # what each kind of it has in any case
_ABOUT = lazy(
    "[Mm]arkdown|语法|語法|标记|標記|加粗|[粗斜][体體]|[删刪]除[线線]|插入[链鏈]接|星号|方括|代码|代碼"
)

_EMPHASIS = lazy(
    r"\*\*(?<!\*\*\*)(?=[^\s*，。、；：！？,;!?）」”的和与及是在])([^*\n]{2,200})(?<=[^\s（「“])\*\*(?!\*)"
)
# One star on each side, in a text that has two elsewhere; 长*宽*高 is a product.
_ITALIC = lazy(
    r"\*(?<![*\w]\*)(?=[^\s*，。、；：！？,;!?）」”])([^*\n]{1,60})(?<=[^\s（「“])\*(?!\*)"
    r"|\*(?<=\w\*)(?=[^\s*，。、；：！？,;!?）」”])([^*\n]{1,60})(?<=[^\s（「“])\*(?![*\w])"
)
_PAUSE = lazy("[，。；！？,;!?]")
# Behind a word it sings (好~~明天见~~), unless a price is all that is struck out.
_STRUCK = lazy(r"~~(?:(?<![\w~]~~)|(?=[¥￥]?[0-9.,]+元?~~))(?=[^\s~])([^~\n]{1,100})(?<=\S)~~(?!~)")
_PRICE = lazy(r"[¥￥]?[0-9.,]+元?\Z")

_ADDRESS = r"(?:https?:)?//[^\s()]{1,500}"
_PICTURE = r"[\w./-]{1,200}\.(?:png|jpe?g|gif|webp|svg)"
_LINK = lazy(
    rf"""(!?)\[([^\[\]\n]{{0,200}})\]\((?:{_ADDRESS}|/[!-'*-~]{{1,500}}|{_PICTURE})"""
    r"""(?: "[^"\n]{0,200}")?\)"""
)
_IMAGE = rf"!\[[^\[\]\n]{{0,200}}\]\((?:{_ADDRESS}|{_PICTURE})\)"
_LINE_OF_IMAGES = lazy(
    rf"^[ \t]*+(?:(?:{_IMAGE}|\[{_IMAGE}\]\([^\s()]{{1,400}}\))[ \t]*+)++(?:\n|\Z)", MULTILINE
)

# A row of a table that has one cell, behind a line feed too. Tables of data have more.
_CELL = lazy(r"\n[^\S\n]*+\|[^\S\n]*+([^|\n]++)\|[^\S\n]*+(?=\n|\Z)")
_ROW = lazy(r"^[^\S\n]*+\|[^|\n]*+\|[^|\n]*+\|", MULTILINE)
_SENTENCE = lazy("[\u3400-\u9fff][。！？!?.]")


def images(document: Document) -> Document:
    """Remove lines of Markdown that show nothing but pictures: there is no text in them."""
    if "![" not in document.text:
        return document
    return document.sub(_LINE_OF_IMAGES, "", "markup.image")


def cells(document: Document) -> Document:
    """Take the bars away from rows of one cell, which laid out a page that is no table.

    ``| 第一段。 |``: one of them holds a sentence, and the text has no row of more cells and no
    rule, as a table of Markdown or a box drawn with ``+--+`` has.
    """
    text = document.text
    rows = list(_CELL.finditer(f"\n{text}"))
    if not any(_SENTENCE.search(row[1]) for row in rows) or "+-" in text:
        return document
    if _ROW.search(text) is not None or _STRUCTURE.search(f"\n{text}") is not None:
        return document
    return document.apply(
        edit
        for row in rows
        for edit in (
            Edit(row.start(), row.start(1) - 1, "", "markup.cell"),
            Edit(row.end(1) - 1, row.end() - 1, "", "markup.cell"),
        )
    )


def markdown(document: Document) -> Document:
    """Reduce ``**重点**`` and ``[文字](地址)`` to their text, in a text that is not Markdown."""
    text = document.text
    if any(sign in text for sign in _STRUCTURES) and _STRUCTURE.search(f"\n{text}") is not None:
        return document
    for sign, pattern, change, rule in (
        ("**", _EMPHASIS, _emphasised, "markup.emphasis"),
        ("~~", _STRUCK, _struck, "markup.emphasis"),
        ("](", _LINK, _label, "markup.link"),
    ):
        if sign in document.text:
            document = document.apply(_lighter(document.text, pattern, change, rule))
    if text.count("*") > document.text.count("*") > 1:
        document = document.apply(_lighter(document.text, _ITALIC, _italic, "markup.emphasis"))
    return document


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
            prose = bool(HAN.search(line)) and not _ABOUT.search(line) and not is_code(line)
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
    return _struck(match)


def _italic(match: re.Match[str]) -> str:
    inside = match[1] or match[2]
    return inside if HAN.search(inside) else match.group()


def _struck(match: re.Match[str]) -> str:
    return match[1] if HAN.search(match[1]) or _PRICE.match(match[1]) else match.group()


def _label(match: re.Match[str]) -> str:
    return "" if match[1] else match[2]
