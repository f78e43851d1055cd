"""Lines of script, style and data that an extractor took for text."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise.blocks import fences, inside
from cleaner.ledger import Edit
from cleaner.patterns import HAN, MULTILINE, VERBOSE, escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

# What the lines below end with, which few others do, and begin with. A search for each sign skips
# to it, where one for any of them, or for each line feed, takes three times as long as all five.
_ENDINGS = tuple((sign, lazy(rf"{escape(sign)}[^\S\n]*+(?=\n|\Z)")) for sign in ";{})]")
_BEGINNING = lazy(r"[ \t\xa0\u3000]*+[{\[(;!$.#@}*:a-zA-Z]")
_SENTENCE = lazy("[\u3400-\u9fff]{5}|[\u3400-\u9fff][，。！？,!?]")

# What only the scripts of a web page begin with, and rules of a style sheet. A page about
# programming has such lines as its subject: see _SUBJECT.
_SCRIPT = lazy(
    r"""(?:
        (?:var|let|const)\s+\w+\s*=[^\n;]*+;(?:[^\n]*[;}])?\s*\Z
      | (?:window|document|location|navigator|jQuery|\$|_hmt|_gaq|_czc|dataLayer|googletag)
        (?:\.|\[|\()[^\n]*[;{})]\s*\Z
      | [})\]]++\s?(?:\([^()\n]{0,60}\))?[)]?\s*+;\s*\Z
      | (?:return|break|continue)\b[^\n]{0,60};\s*\Z
      | [;!+]?\(?function\s*\([^\n]*[;{})]\s*\Z
      | function\s+\w{1,40}\s?\([\w,\s]{0,80}\)\s?\{[^\n]{0,300}\}\s?\Z
      | (?:if|try|for)\b[^\n]{0,80}?\b(?:window|document|navigator|jQuery|_gaq|_hmt|_czc)\b
          [^\n]{0,300}[;}]\s?\Z
      | \(?(?:adsbygoogle|window\.\w+)\s?=[^\n]*;\s*\Z
      | (?:gtag|fbq|ga|BAIDU_CLB_fillSlot|require|define|(?:seajs|layui)\.use
          |setTimeout|setInterval|alert|console\.\w+)
          \([^\n]*\)\s*+(?:;\s*+)?\Z
      | [\w$.]{1,60}\([^\n]*\);\s*\Z | [\w$]{1,40}\.[\w$.]{1,60}\s?=\s?[^\n]*;\s*\Z
      | @(?:media|import|charset|font-face)\b[^\n]*[;{}]\s*\Z
      | (?:(?:[.\#*:]?[a-zA-Z][\w\s.,:>\#*-]*|\*\s?)
          \{\s*+(?:[a-z-]++\s*+:[^{};\n]++(?:;\s*+|(?=\})))++\}\s*)+\Z
    )""",
    VERBOSE,
)
_SUBJECT = lazy(
    "代码|代碼|编程|編程|程序员|函数|函數|函式|变量|變量|变数|變數|語法|语法|脚本|腳本|接口|参数|參數|示例|"
    "语句|語句|编译器|編譯器|头文件|標頭檔|数组|陣列|返回值|JSON|JavaScript|Javascript|CSS|```"
)
# What no page has in its own scripts: lines of other languages, and calls that speak Chinese.
_PROGRAM = lazy(
    r"printf\(|#include|System\.out|\bstd::|\b[mc]alloc\(|\bscanf\("
    r"|^[ \t]*+(?:int|void|char|float|double|bool|String|def|class|struct|public|private|package"
    r"|import|using|from)[ ]\w[^\n。，]{0,80}[(){}:;=]"
    r"|^[ \t]*+(?!document|window|alert)\w[\w.]{0,40}\([^\n。，()]{0,40}"
    r"[\"'][^\n\"']{0,60}[\u3400-\u9fff]",
    MULTILINE,
)


# Comments are of the program: where nothing else is said it is no residue.
_COMMENT = lazy(r"^[ \t]*+(?://|/\*)[^\n]*", MULTILINE)
# Of PHP, ASP and JSP, and of templates: what a server should have carried out.
_SERVER = lazy(r"<\?(?:php\b|=)[^<>\n]{0,500}?\?>|<%[^%<>\n]{0,500}%>|\{%[^{}%\n]{0,300}%\}")
_WRITE = lazy(r"^[ \t]*+document\.write(?:ln)?\([^\n]*\)[ \t]*+;?[ \t]*+(?:\n|\Z)", MULTILINE)
_SERVER_SUBJECT = lazy("PHP|php|ASP|JSP|[Tt]emplate|[Jj]inja|Django|模板|标签|標籤|输出|輸出")


def server_tags(document: Document) -> Document:
    """Remove tags that a server carries out, unless the text is about programs."""
    rest = _SERVER.sub("", document.text)
    if rest == document.text or _SERVER_SUBJECT.search(rest) or _SUBJECT.search(rest):
        return document
    return document.sub(_SERVER, "", "markup.server") if HAN.search(rest) else document


def written(document: Document) -> Document:
    """Drop lines that write markup, before their tags go, unless the text is about programs."""
    rest = _WRITE.sub("", document.text)
    if rest == document.text or _SENTENCE.search(rest) is None or _SUBJECT.search(rest) is not None:
        return document
    return document.sub(_WRITE, "", "markup.residue")


def residue(document: Document) -> Document:
    """Drop lines that are nothing but a script, a style rule or a JSON object, among Chinese text.

    Only where the rest of the text is prose, says nothing of programming, and is more.
    """
    text = document.text
    if "{" not in text and "(" not in text and ";" not in text:
        return document
    found = [span for span in _candidates(text) if _is_residue(text[slice(*span)].strip())]
    if found and any(sign in text for sign in ("[\n", "{\n", "(\n")):
        found = _outside_programs(text, found)
    if not found:
        return document
    rest: list[str] = []
    done = 0
    for start, end in found:
        rest.append(text[done:start])
        done = end
    rest.append(text[done:])
    prose = "".join(rest)
    if "/" in prose:
        prose = _COMMENT.sub("", prose)
    if _SENTENCE.search(prose) is None:
        return document
    from cleaner.filters.segment.segmented import unspaced

    # Segmentation parts the signs of programs, and words about them.
    if any(_SUBJECT.search(form) is not None for form in (prose, unspaced(prose))):
        return document
    if any(_PROGRAM.search(form) is not None for form in (text, unspaced(text))):
        return document
    return document.apply(
        Edit(start, min(end + 1, len(text)), "", "markup.residue") for start, end in found
    )


def _candidates(text: str) -> Iterator[Span]:
    """Yield the spans of lines that begin and end as script and data do."""
    ends = [
        match.end() for sign, ending in _ENDINGS if sign in text for match in ending.finditer(text)
    ]
    for end in sorted(ends):
        start = text.rfind("\n", 0, end) + 1
        if _BEGINNING.match(text, start):
            yield start, end


def _outside_programs(text: str, found: list[Span]) -> list[Span]:
    """Return those of ``found`` that stand in no block of a program which speaks Chinese."""
    spans = [span for span in fences(text) if HAN.search(text, *span) is not None]
    return [span for span in found if not inside(spans, span[0])]


def _is_residue(line: str) -> bool:
    if line[:1] in "{[" and line[-1:] in "}]":
        return _is_record(line)
    return len(line) < _LONGEST and HAN.search(line) is None and _SCRIPT.match(line) is not None


# A line of prose that begins with a Latin word is read by the patterns only this far.
_LONGEST = 20_000


def _is_record(line: str) -> bool:
    """Return whether a line is a JSON object of two keys or more, or a list of such."""
    import json

    if line.startswith(('{\\"', '[{\\"')):  # once more a string
        line = line.replace('\\"', '"')
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    records = value if isinstance(value, list) else [value]
    return bool(records) and all(
        isinstance(record, dict) and len(record) > 1 and all(key.isascii() for key in record)
        for record in records
    )
