"""Traces of lost characters: ``?`` for a space or an emoji, U+FFFD, 锟斤拷 and 烫烫烫."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.scripts import is_quoted, line_at, rewrite
from cleaner.ledger import Edit
from cleaner.patterns import any_of, lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.lost-byte"

# Memory that no program has written to, in GBK: more 烫 than one says, or both.
_UNWRITTEN = lazy("(?:[烫燙]{6,}屯*|屯{4,}[烫燙]*|[烫燙]{2,}屯{2,})")
# Segmentation sets each of a run apart.
# The class that it begins with is what the search skips to.
_LOST = "[\ufffd\ud800-\udfff]"
_REPLACEMENT = lazy(f"{_LOST}{_LOST}*+(?: {_LOST}++)*+")
_KUN = lazy(r"(?:[锟錕]斤拷)+(?:[锟錕]斤?)?|(?:[锟錕]\?){2,}")
# What is left, alone in text that is right, of spaces, marks and the mark of byte order that were
# read in another encoding: Â of no-break spaces (聽 of each in GBK), â€ of ”, 銆€ of a wide space.
_REMAINS = lazy(
    "Â(?<![A-Za-z\u00c0-\u024f]Â)(?:[ \u00a0]Â)*+(?=[ \u00a0\u3000\\n]|\\Z)"
    "|â€(?=[\\s\u3000-\u303f\u3400-\u9fff\uff00-\uff65]|\\Z)|聽{4,}|銆€|\\A锘[!-\uffff]"
)
_ACCENTED = lazy("[\u00c0-\u024f\u1e00-\u1eff](?<!Â)")
# What follows a remnant, if it is short enough for a word.
_WORD = lazy(r" \S{1,20}+(?!\S)")
_MEANT = {"â€": "”", "銆€": "\u3000"}
_ABOUT = lazy(
    any_of(
        (
            "亂碼", "乱码", "編碼", "编码", "解碼", "解码", "字元", "字符", "替換", "替换",
            "mojibake", "Mojibake", "unicode", "Unicode", "U+FFFD", "UTF-8", "GBK",
        )
    )
)  # fmt: skip
_QUOTED = frozenset("\"'`“”‘’「」『』《》()（）")


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is a question mark, or what stands for lost characters."""
    text = document.text
    return (
        "?" in text
        or _REPLACEMENT.search(document.once(strange)) is not None
        or _has_kun(text)
        or _has_unwritten(text)
        or _has_remains(document)
    )


def lost_bytes(document: Document, settings: Settings) -> Document:  # noqa: ARG001
    """Drop the traces, or put a space where one was lost; count the replacement characters."""
    if "?" in document.text:
        from cleaner.filters.repair.question_marks import RUN, meant

        document = rewrite(document, RUN, meant, RULE)
    if _REPLACEMENT.search(document.once(strange)):
        document = _drop(document, _REPLACEMENT, "characters that were lost before (U+FFFD)")
    if _has_kun(document.text):
        document = _drop(document, _KUN, "runs of 锟斤拷, which stand for lost characters,")
    if _has_unwritten(document.text):
        document = _drop(document, _UNWRITTEN, "runs of 烫 or 屯, which are memory left as it was,")
    if _has_remains(document):
        document = rewrite(document, _REMAINS, _remaining, RULE)
    return document


# One character is found ten times as fast as several.
def _has_kun(text: str) -> bool:
    return ("拷" in text and "斤拷" in text) or ("锟" in text and "锟?锟?" in text)


def _has_unwritten(text: str) -> bool:
    return ("烫" in text and "烫烫烫" in text) or ("屯" in text and "屯屯屯" in text)


def _has_remains(document: Document) -> bool:
    text, odd = document.text, document.once(strange)
    return (
        any(map(odd.__contains__, "Ââ€"))
        or text.startswith("锘")
        or ("聽" in text and "聽聽聽聽" in text)
    ) and _REMAINS.search(text) is not None


def _remaining(match: re.Match[str]) -> str | None:
    """Return what a remnant was; None for one that the text is about.

    Behind the mark of byte order (EF BB BF) the byte BF took the first one of the text with it.
    """
    whole = match.group()
    if _is_subject(match) or (whole[0] == "Â" and _is_letter(match)):
        return None
    if whole[0] == "锘":
        data = whole[1:].encode("gbk", "replace")
        return data[1:].decode("ascii", "ignore") if data[:1] == b"\xbf" or data == b"?" else None
    return _MEANT.get(whole, "")


def _is_letter(match: re.Match[str]) -> bool:
    """Return whether Â is a letter among others, or one that segmentation set before a word."""
    text, (start, end) = match.string, match.span()
    if _ACCENTED.search(line_at(text, start)):
        return True
    word = _WORD.match(text, end)
    if word is None or text[start - 1 : start].strip():
        return False
    from cleaner.filters.segment.segmented import is_segmented

    return is_segmented(text[start : word.end()])


def _drop(document: Document, pattern: re.Pattern[str], what: str) -> Document:
    """Drop matches that the text does not talk about, and say how many went."""
    text = document.text
    matches = [match.span() for match in pattern.finditer(text) if not _is_subject(match)]
    if not matches:
        return document
    edits = [
        # Between two spaces one of them goes too.
        Edit(start, end + (text[start - 1 : start] == text[end : end + 1] == " "), "", RULE)
        for start, end in matches
    ]
    dropped = document.apply(edits)
    return dropped.warn(f"{len(matches)} {what} were dropped")


def _is_subject(match: re.Match[str]) -> bool:
    text = match.string
    if is_quoted(text, *match.span(), _QUOTED):
        return True
    return _ABOUT.search(line_at(text, match.start())) is not None
