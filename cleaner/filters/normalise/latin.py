"""Words and sentences in Latin letters, to which the half-width mark at their end belongs."""

from __future__ import annotations

from cleaner.filters.normalise.guards import IS_WIDE
from cleaner.patterns import ASCII, lazy

# Of French, Vietnamese, Taiwanese in Latin letters, with accents as letters too; of Russian.
_ACCENTED = "\u00c0-\u024f\u0300-\u052f\u1e00-\u1eff"
_LETTERS = f"A-Za-z{_ACCENTED}'’-"
LATIN_SENTENCE = lazy(
    rf"(?:\A|[。！？”」：）] ?|[A-Z\u3400-\u9fff]: ?)[¿¡]?[A-Za-z{_ACCENTED}][{_LETTERS}]*"
    rf"(?:(?:[ ,]+|\.{{3}} ?|[.!?] )[{_LETTERS}]+)+ ?\Z"
    r"|）[A-Z][a-z]+\Z"
)
# One in quotation marks: “How are you?”; of one word it may be Chinese (“OK！”).
_QUOTED_LATIN = lazy(rf"[\"“「『‘][A-Za-z{_ACCENTED}][{_LETTERS}]*(?:,? [{_LETTERS}]++)++ ?\Z")
# One that ends a line: its first word, and the others, with a word in it that no name has.
_LATIN_END = lazy(r"[。！？”」!?] ?([A-Za-z][\w'’-]*+)((?:[ ,;:]++[\w'’-]++)++)\Z", ASCII)
LONGEST_SENTENCE = 200
LONGEST_STATEMENT = 80
# Names of Rust and Ruby that end in a mark: println! 宏, is_a?和nil?方法.
_MARKED_NAME = lazy(r"(?<![A-Za-z0-9_])(?:[a-z]+_[a-z_]+|e?println|vec|dbg|nil)\Z|[a-z]\Z", ASCII)
_KIND_OF_NAME = lazy("[`”」]? ?(?:宏|方法|函[数數]|谓词|謂詞)")
_MIRRORED = {"》": "《", "）": "（"}


def is_marked_name(line: str, at: int) -> bool:
    """Return whether the mark at ``at`` is a part of the name of a macro or method before it."""
    name = _MARKED_NAME.search(line[max(0, at - 40) : at])
    return name is not None and (len(name[0]) > 1 or bool(_KIND_OF_NAME.match(line, at + 1)))


def is_quoted_latin(line: str, at: int) -> bool:
    """Return whether several words in Latin letters end at ``at`` that begin with a quote."""
    return _QUOTED_LATIN.search(line[max(0, at - LONGEST_STATEMENT) : at]) is not None


def is_enclosed_latin(line: str, at: int) -> bool:
    """Return whether nothing Chinese stands before the last mark in brackets: 《LoveLive!》."""
    opening = _MIRRORED.get(line[at + 1 : at + 2])
    if opening is None:
        return False
    start = line.rfind(opening, max(0, at - LONGEST_STATEMENT), at) + 1
    return start > 0 and IS_WIDE.search(line, start, at) is None


def ends_latin(line: str, at: int) -> bool:
    """Return whether a sentence in Latin letters ends at ``at``, behind one in Chinese."""
    end = _LATIN_END.search(line[max(0, at - LONGEST_SENTENCE) : at])
    if end is None:
        return False
    if end[1][0].isupper():
        return _SMALL.search(end[2]) is not None
    return _SMALL_WORDS.match(end[2]) is not None


_SMALL = lazy(" [a-z]")
_SMALL_WORDS = lazy(" [a-z'’]+ [a-z]")
