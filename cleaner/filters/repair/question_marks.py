"""Question marks that stand where a space, a bullet or an emoji was lost.

A program that could not write a no-break space, a bullet or an emoji wrote ``?``. Most question
marks are honest, so only those go that stand where no question can end: at the beginning of a
line, after a comma or full stop, after an enumerator, between a time and a word
(:mod:`~cleaner.filters.repair.question_places`), in a row, in the middle of a word.
"""

from __future__ import annotations

from cleaner.filters.repair.question_places import ASKING, PAIRS, between
from cleaner.filters.repair.scripts import CHINESE, is_han, line_at
from cleaner.filters.repair.words import joining_gain
from cleaner.kept import lru_cache
from cleaner.patterns import MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# All kinds of spaces, which normalise makes one.
_SPACE = r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]"
#: A run of question marks, with the spaces behind it as its group. Between words one is left of
#: several spaces.
RUN = lazy(rf"\?(?:{_SPACE}*+\?)*+({_SPACE}*)")
# Paragraphs of a no-break space each: nobody asks with a mark alone twice in a row.
_EMPTY = lazy(r"^\?[^\S\n]*+\n(?:[^\S\n]*+\n)*+\?[^\S\n]*+$", MULTILINE)
_BULLET_BELOW = lazy(rf"[^\S\n]*+\n\s*+\?{CHINESE}{{2}}")
# A sign with its meaning behind it, as manuals have them one below the other.
_SIGN = lazy(r"^[ \t]*[*+.!^$@#-] {3,}\S", MULTILINE)
_MEANING = "   "
# The same with a space, of regular expressions, of which none is a bullet.
_OPERATOR = lazy(r"(?:[.+^$|]|\\[a-zA-Z]|\[[^\]\n]{1,12}\]) \S")
_CLAUSE_ENDS = frozenset("，、；：")
_ASKED = lazy(f"[{ASKING}]")
# Nor do these ask, but in plays and classical texts.
_ASKED_OF_OLD = lazy(f"[{ASKING}那孰况況]")
_BLANK = lazy(r"[^\S\n]++(?=\n|\Z)")
_NEAR = 20  # characters to the next one of its kind
_TOP = 100  # characters of the white space that a page may begin with
_GAIN = 5.0  # nats that a word across a run must gain
# So many words of a page, at one mark of eight at least, that are cut by single marks: characters
# without width were strewn against copying (出?现, 自然而?然). Then all go that ask nothing.
_CUTS = 3
_MARKS = 8
_ENOUGH = 400  # of a long text the first so many tell
_QUESTION = lazy(f"[{ASKING.rstrip('?？')}]")
_WITHIN = lazy(rf"\?(?<={CHINESE}\?)(?={CHINESE})")
# A single mark in a word: what is asked in turn is short, or numbers.
_NUMBERS = "一二三四五六七八九十百千万萬两兩几幾"
_LONG = lazy(rf"(?:{CHINESE}){{4}}(?<![{_NUMBERS}])\Z")
_JOINED = lazy(f"(?![{_NUMBERS}]){CHINESE}")


def meant(match: re.Match[str]) -> str | None:
    """Return what a run of question marks becomes; None when it may be honest."""
    text, run = match.string, match.group()
    single = run == "?"
    start, end = match.span()
    first = text[end : end + 1]
    if first.isspace() and first != "\n":
        blank = _BLANK.match(text, end)
        if blank is not None:  # white space at the end of a line will go
            end = blank.end()
            first = text[end : end + 1]
    before = text[start - 12 : start] if start >= 12 else "\n" + text[:start]
    last = before[-1]
    if last.isalnum() and last.isascii() and first.isascii() and first.isalpha():
        return None  # the query of an address
    if not single and (text.startswith(":??", end) or before.endswith("??:")):
        return None  # ??:??, a time to be filled in
    if run == "? " and last == "(" and text.find("(?", end, end + _NEAR) >= 0:
        return None  # (? 或 (?- of regular expressions
    if match[1].startswith(_MEANING) and before.rstrip(" \t")[-1:] == "\n" and _has_signs(text):
        return None  # ?    one character or none
    if run == "? " and last == "\n" and _has_operators(text, start, end):
        return None
    if is_han(first) and _is_sign(text, start):
        return None
    for place in between(last, first, single=single):
        if not single and place.run is not None and not place.run.match(run):
            continue
        if place.before.search(before) and place.after.match(text, end):
            return place.becomes
    lone = first in "\n" and last == "\n"
    if lone and (_has_empty(text) or begins_with_mark(text) or _BULLET_BELOW.match(text, end)):
        return ""
    if first == "\n" and start < _TOP and not text[:start].strip() and text[end:].strip():
        return ""
    from cleaner.filters.repair import question_rows as rows  # few marks are left by now

    if first in "\n" and (
        (rows.begins_with_run(text, start) and _QUESTION.search(before) is None)
        or rows.has_emoji(text, start)
        or rows.ends_lines(text)
    ):
        return ""
    if rows.is_row(text, start, pairs=not single and PAIRS.match(run) is not None):
        return " "
    # In the middle of a word: an emoji that a spinner dropped in, or a mark without width. Of 1,822
    # honest marks between words of news and reviews the highest gain is 1, of 7,000 of plays 7.
    left, right = before[-4:], text[end : end + 4]
    if single and is_han(last) and is_han(first) and _are_strewn(text):
        return None if _QUESTION.search(_clause(before)) else ""
    if single and not (_LONG.search(left) and _JOINED.match(right)):
        return None
    if (_ASKED_OF_OLD if single else _ASKED).search(before):
        return None
    return "" if joining_gain(left, right) > _GAIN else None


def begins_with_mark(text: str) -> bool:
    """Tell whether the first line is a question mark alone, as no page begins."""
    head = text[:_TOP].lstrip()
    return head.startswith("?\n") and not head[1:].isspace()


@lru_cache(maxsize=2)
def _are_strewn(text: str) -> bool:
    """Tell whether single marks cut words in several places: few do in honest text."""
    cuts = marks = 0
    for match in _WITHIN.finditer(text):
        at = match.start()
        left = _clause(text[max(0, at - 12) : at])
        if _QUESTION.search(left) is None:
            right = text[at + 1 : at + 5].partition("?")[0]
            cuts += joining_gain(left.rpartition("?")[2][-4:], right) > _GAIN
            marks += 1
            if marks == _ENOUGH:
                break
    return cuts >= _CUTS and cuts * _MARKS >= marks


def _clause(before: str) -> str:
    """Return what stands behind the last pause."""
    return before[max(map(before.rfind, "，。！,!\n")) + 1 :]


@lru_cache(maxsize=2)
def _has_signs(text: str) -> bool:
    return _SIGN.search(text) is not None


def _is_sign(text: str, start: int) -> bool:
    """Tell whether the mark is a sign, explained as others are: *表示多个，?表示一个."""
    from cleaner.filters.normalise.literals import MEANT_BY_SIGN, explains_signs

    if text[start - 1 : start] not in _CLAUSE_ENDS and MEANT_BY_SIGN.match(text, start) is None:
        return False
    return explains_signs(line_at(text, start))


def _has_operators(text: str, start: int, end: int) -> bool:
    """Tell whether the line before or after the one at ``start`` says what an operator does."""
    below = text.find("\n", end, end + _TOP) + 1
    above = text.rfind("\n", max(0, start - _TOP), max(0, start - 1)) + 1
    return _OPERATOR.match(text, above) is not None or (
        below > 0 and _OPERATOR.match(text, below) is not None
    )


@lru_cache(maxsize=2)  # asked about each run of one text
def _has_empty(text: str) -> bool:
    return _EMPTY.search(text) is not None
