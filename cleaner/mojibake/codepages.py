"""UTF-8 and GBK that were read in a code page of one byte a character, other than Windows-1252.

Those of DOS (Σ╕¡ for 中: names in ZIP archives, old terminals), of the Macintosh (‰∏≠: Excel), of
Windows and ISO for other languages, which are guessed for pages that do not say what they are:
detectors take GBK with a stray byte for Russian (ЦРОД for 中文). Two characters of UTF-8 side by
side, both Chinese, are not there by chance in any of them. GBK may be, in words in capitals; what
they make must be prose (:data:`cleaner.mojibake.costs.PROSE`).
"""

from __future__ import annotations

from cleaner.kept import cache, lru_cache
from cleaner.mojibake.readings import Step
from cleaner.patterns import escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

CODE_PAGES = (
    *("mac-roman", "cp437", "cp850", "cp866", "koi8-r"),
    *("windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1257"),
    *("iso-8859-2", "iso-8859-9", "iso-8859-15"),
)
# Those that GBK is read in: the small letters of Russian are the common half of GB 2312, and in
# names in archives boxes (╓╨╬─ for 中文) and signs of mathematics are.
GBK_PAGES = ("windows-1251", "mac-cyrillic", "cp437", "cp850", "mac-roman")
_LEADS = bytes((*range(0xE3, 0xEA), 0xEF))
_TRAILS = bytes(range(0x80, 0xC0))
_ORDINARY = "‘’“”‚„†‡•–—…‰‹›«»·°±§©®™€£¥\xa0\xad"
# The common half of GB 2312, and how many characters of it tell.
_COMMON = bytes(range(0xB0, 0xD8))
_SECOND = bytes(range(0xA1, 0xFF))
_LEAST = 4


def steps(text: str, unusual: str, within: Sequence[Step] | None = None) -> tuple[Step, ...]:
    """Return the misreadings that ``text`` has some characters in a row of.

    ``unusual`` has what :func:`cleaner.strange.strange` says of the text, ``within`` those that a
    text has of which this is a part.
    """
    pages: Sequence[str] = _pages(unusual)
    gbk_pages: Sequence[str] = GBK_PAGES
    if within is not None:
        pages, gbk_pages = [
            [page for page in tried if Step(really, page) in within]
            for tried, really in ((pages, "utf-8"), (gbk_pages, "gb18030"))
        ]
    chars = frozenset(text) if pages else frozenset()
    found = [
        Step("utf-8", page)
        for page in pages
        if not _letters(page, _LEADS).isdisjoint(chars)
        and not _letters(page, _TRAILS).isdisjoint(chars)
        and _utf8(page).search(text) is not None
    ]
    found += [Step("gb18030", page) for page in gbk_pages if _gbk(page).search(text) is not None]
    return tuple(found)


def expressions() -> list[re.Pattern[str]]:
    """Return all expressions that :func:`steps` may search with, for compiling them beforehand."""
    return [*map(_utf8, CODE_PAGES), *map(_gbk, GBK_PAGES)]


@lru_cache(maxsize=4)  # asked about each line of a text
def _pages(unusual: str) -> tuple[str, ...]:
    """Return the code pages that the text may have letters of."""
    chars = frozenset(unusual)
    return tuple([page for page in CODE_PAGES if not _letters(page, _LEADS).isdisjoint(chars)])


@cache
def _letters(page: str, data: bytes) -> frozenset[str]:
    """Return what bytes are read as in a code page, but for signs of any page."""
    return frozenset(char for char in data.decode(page, "ignore") if char not in _ORDINARY)


@cache
def _utf8(page: str) -> re.Pattern[str]:
    return _row(page, (_LEADS, _TRAILS, _TRAILS), 2)


@cache
def _gbk(page: str) -> re.Pattern[str]:
    return _row(page, (_COMMON, _SECOND), _LEAST)


def _row(page: str, each: tuple[bytes, ...], count: int) -> re.Pattern[str]:
    """Return the expression for ``count`` characters of ``each`` byte, read in a code page."""
    classes = ["".join(map(escape, data.decode(page, "ignore"))) for data in each]
    return lazy(f"(?:{''.join(f'[{chars}]' for chars in classes)}){{{count}}}")
