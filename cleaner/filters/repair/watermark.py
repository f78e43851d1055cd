"""Notices that novel sites put among the text: 手機用戶請瀏覽…, (本章未完, spelt-out addresses.

What is written in one way alone is dropped here; a notice that has a phrase or words of the
dictionaries goes with its clause, the brackets around it or its line
(:mod:`~cleaner.filters.repair.notice_groups`), which most pages need not look for.
"""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.repair.addresses import (
    CHAPTER,
    IN_CHAPTER,
    SPELT,
    has_address,
    has_spelt,
    signatures,
)
from cleaner.filters.repair.evidence import NOTICES, has_apart, present
from cleaner.filters.repair.scripts import apply, drop
from cleaner.ledger import Edit
from cleaner.patterns import MULTILINE, lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.watermark"

# Alone in its line.
_CONTINUED = lazy(
    r"^[^\S\n]*+[(（【—…]*+未完待[續续][)）】—….。!！~～]*+[^\S\n]*+(?:\n|\Z)", MULTILINE
)
# That a chapter is over, in brackets at the end of its last line, or as the last line. Above others
# it tells chrome that the text is over.
_ENDED = lazy(r"[(（【](?:(?<!\S.)本章完[)）】]\s*+\Z|(?<=\S.)本章完[)）】](?=[^\S\n]*+(?:\n|\Z)))")
# What leads to the next page of a chapter, and the number of this one: -->>(第1/2页).
_NEXT = lazy(r"-->>[ \t]{0,4}(?:[(（]第\d{1,3}/\d{1,3}[页頁][)）])?(?=[^\S\n]*(?:\n|\Z))")
# The number of a page of a chapter, alone in its line: (第1/3页), 第(1/3)页.
_PAGED = lazy(
    r"^[^\S\n]*+[(（]?第 ?[(（]?\d{1,3} ?/ ?\d{1,3}[)）]? ?[页頁][)）]?[^\S\n]*+(?:\n|\Z)",
    MULTILINE,
)
_PAGE = lazy(r"/ ?[0-9]{1,3}[)）]? ?[页頁]")  # few pages have a slash
# The same behind the name of a chapter.
_BEHIND = lazy(r"(?<=\S)[ \t]{1,4}[(（]第\d{1,3}/\d{1,3}[页頁][)）](?=[^\S\n]*(?:\n|\Z))")
# How much a site of poems has of its author: 359篇诗文 1277条名句.
_POEMS = lazy(r"[ \t►]{0,4}\d{1,5}篇诗文[ \t►]{0,4}\d{1,5}条名句")
# What forums write above an edited post.
_EDITED = lazy(
    r"^[^\S\n]*+[\[［【]?[^\S\n]*+本帖最[后後]由[^\n]{1,40}?[于於] ?\d{4}[-/年]\d{1,2}[-/月]\d{1,2}"
    r"[日 \d:：APM上下午]{0,20}[编編][辑輯][^\S\n]*+[\]］】]?[^\S\n]*+(?:\n|\Z)",
    MULTILINE,
)

# What Penana, where stories of Taiwan and Hong Kong appear, hides behind each line.
_PENANA = lazy(
    r"(?:8964 copyright protection)?[0-9]{0,4}(?:Please respect copyright\.)?"
    r"PENANA[0-9A-Za-z]{8,12}(?: ?維尼)?|No Plagiarism![0-9A-Za-z]{8,24}posted on PENANA"
)


def has_sign(document: Document, settings: Settings) -> bool:
    """Whether there is a phrase of a notice, or an address."""
    text = document.text
    return (
        bool(present(document, settings, NOTICES))
        or has_apart(document, settings)
        or document.once(has_address)
        or has_spelt(text)
        or _is_continued(text)
        or _is_ended(text)
        or _is_edited(text)
        or "-->>" in text
        or _is_paged(text)
        or "条名句" in text
        or "://" in text
        or "PENANA" in text
    )


# One character is found ten times as fast as several.
def _is_continued(text: str) -> bool:
    return "未" in text and "未完待" in text


def _is_ended(text: str) -> bool:
    return "章" in text and "章完" in text


def _is_edited(text: str) -> bool:
    return "帖" in text and "本帖最" in text


def _is_paged(text: str) -> bool:
    return "/" in text and _PAGE.search(text) is not None


def watermark(document: Document, settings: Settings) -> Document:
    """Drop notices and spelt-out addresses."""
    text = document.text
    phrases = present(document, settings, NOTICES)
    apart = has_apart(document, settings)
    near = document.once(has_address)  # as on every tenth page
    if phrases or apart or near:
        from cleaner.filters.repair.notice_groups import notice_spans

        found = notice_spans(text, phrases, settings.dictionary, apart=apart, near=near)
        document = apply(document, [drop(text, *span, RULE) for span in found])
    if near:
        document = document.apply([Edit(*span, "", RULE) for span in signatures(document.text)])
    if has_spelt(document.text):
        document = document.sub(SPELT, "", RULE)
    if _is_continued(text):
        document = _without(document, _CONTINUED)
    if _is_ended(text):
        document = _without(document, _ENDED)
    if _is_paged(text):
        document = _without(document, _PAGED)
        document = document.sub(_BEHIND, "", RULE)
    if "条名句" in text:
        document = document.sub(_POEMS, "", RULE)
    if _is_edited(text):
        document = document.sub(_EDITED, "", RULE)
    if "PENANA" in text:
        document = document.sub(_PENANA, "", RULE)
    if "-->>" in text:
        document = _without(document, _NEXT)
    if "://" in text and IN_CHAPTER.search(document.text) is not None:
        document = document.sub(CHAPTER, "", RULE)
    return document


def _without(document: Document, said: re.Pattern[str]) -> Document:
    """Drop what an author says of the text, unless it is all there is."""
    return document.sub(said, "", RULE) if said.sub("", document.text).strip() else document
