"""What normalising leaves alone: Japanese, Korean, code and data, lines split into words."""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document
from cleaner.filters.normalise.blocks import fences, inside, is_among_code
from cleaner.filters.normalise.code import is_code
from cleaner.kept import lru_cache
from cleaner.memo import Memo
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, Final

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a character class: 々 and 〇 are written like them."""

LETTER = r"[^\W\x00-\u02ff]"
"""Stands for Han where what is found is looked at again: a class of Han takes 1 ms to compile, this
nothing. It also holds the letters and digits of other scripts beyond Latin."""

KANA = "\u3041-\u3096\u30a1-\u30fa\uff66-\uff6f\uff71-\uff9d"
"""Kana letters. The marks ・ and ー are left out: Chinese text has them too."""

WIDE = f"{HAN}\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff1f\uff5b-\uff5e“”‘’…—"
"""Han characters and full-width marks, for use inside a character class."""

IS_WIDE: Final = lazy(f"[{WIDE}]")
_HAN = lazy(f"[{HAN}]")
_KANA = lazy(f"[{KANA}]")
_HANGUL = lazy("[\uac00-\ud7a3]")
_FOREIGN: Final = lazy(f"[{KANA}\uac00-\ud7a3]")

# How a Japanese sentence ends, be there ever so few kana before, and characters of Japan alone.
_POLITE = lazy(
    r"(?:です|ます|でした|ました|ません|ください|ましょう)(?=[。．、！!？?\s]|\Z)"
    "|[円価営図対経済験検続読単厳囲帰拡挙戻込働圏圧従応悩択釈険駆労効県駅発売変仏]"
)
_POLITE_SHARE = 8

# Kana among kana and Han, in percent. A Japanese line has one in every two or three, a line of
# names and numbers fewer; a Chinese line that quotes a Japanese word, or writes の for 的, stays
# well below. A whole document counts as Japanese at the share of running text.
_LINE_SHARE = 20
_DOCUMENT_SHARE = 40

# Rows that hold each other: on real pages none came to a second round.
_ROUNDS = 4

# What a line that segmentation wrote never has: a mark that touches a word, or two spaces.
_UNSPLIT: Final = lazy(r"[，。、；：！？（）《》“”「」,;:!?()](?:(?<=\S.)|(?=\S))")
# A mark that somebody else, who split a text, left as it was.
_HALF = lazy(r" [,;:!?] [\u4e00-\u9fff](?<=[\u4e00-\u9fff] . .)[^\n]*+")


def all_han(text: str) -> bool:
    """Return whether all characters of ``text`` are Han."""
    return all(
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character in "々〇"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        for character in text
    )


def is_japanese_document(document: Document) -> bool:
    """Return whether the text is Japanese as a whole."""
    return has_kana(document) and is_japanese(document.text, _DOCUMENT_SHARE)


def has_kana(document: Document) -> bool:
    """Return whether there is kana in the text."""
    return _KANA.search(document.once(strange)) is not None


def is_japanese(text: str, share: int = _LINE_SHARE) -> bool:
    """Return whether kana make up ``share`` percent or more of kana and Han together.

    >>> is_japanese("価格は1,980円(税込)です。"), is_japanese("日语里“の”相当于“的”,很常用")
    (True, False)
    """
    if _KANA.search(text) is None:
        return False
    kana = len(_KANA.findall(text))
    if share == _LINE_SHARE and _POLITE.search(text) is not None:
        share = _POLITE_SHARE
    bound = kana * (100 - share) // share + 1
    return sum(1 for _ in islice(_HAN.finditer(text), bound)) < bound


def is_split(line: str, settings: Settings) -> bool:
    """Return whether segmentation with ``settings`` wrote this line: spaces are between words.

    Where nothing is segmented no line is of our making, and such spaces are for :mod:`.inword`.
    The engine is asked only when no mark touches a word.
    """
    if not settings.segment or " " not in line or "  " in line:
        return False
    if settings.words or settings.dictionary or settings.keep_whole:
        from cleaner.filters.segment.lines import without_held

        line = without_held(line, settings)
    if _UNSPLIT.search(line) is not None:
        return False
    from cleaner.filters.segment.lines import is_made

    return is_made(line, settings)


def is_split_text(text: str, settings: Settings) -> bool:
    """Return whether segmentation with ``settings`` wrote all of ``text``, normalised before.

    Between words a program is none, ``- c , -- file`` the item of a list, half a word at the end of
    a line a word: all that could be said about such a text was said before it was split. Nearly
    every other text has a mark that touches a word in its first lines.
    """
    if not settings.segment or " " not in text or _UNSPLIT.search(text) is not None:
        return False
    from cleaner.filters.segment.lines import is_made_text
    from cleaner.filters.segment.segmented import unspaced

    theirs = sum(
        not (is_code(unspaced(text[start:end])) or is_among_code(text, start, end))
        for start, end in lines_with(_HALF, text)
    )
    return theirs <= text.count("，") + text.count("。") and is_made_text(text, settings)


def rewrite(
    document: Document,
    settings: Settings,
    trigger: re.Pattern[str],
    change: Callable[[str], str],
    rule: str,
    lines: Iterable[tuple[int, int]] | None = None,
) -> Document:
    """Put ``change(line)``, of the same length, for each line in which ``trigger`` matches.

    Lines that are to be left alone stay as they are. ``lines`` are spans of whole lines, ascending:
    all others need no look.
    """
    for _ in range(_ROUNDS):
        before = document.text
        document, lines = _rewritten(document, settings, trigger, change, rule, lines)
        # What stood among rows of values may be alone now that one of them has other commas.
        if not lines or document.text == before:
            break
    return document


def _rewritten(
    document: Document,
    settings: Settings,
    trigger: re.Pattern[str],
    change: Callable[[str], str],
    rule: str,
    lines: Iterable[tuple[int, int]] | None,
) -> tuple[Document, list[tuple[int, int]]]:
    """Return the document and the spans of the lines that stay for what stands around them."""
    text = document.text
    known = memo(rule, settings)
    parts: list[str] = []
    held: list[tuple[int, int]] = []
    done = 0
    for start, end in lines_with(trigger, text, lines):
        line = text[start:end]
        changed = known.get(line)
        if changed is None:
            changed = change(line)
            if changed != line and (not is_open(line) or _is_ours(line, settings, trigger, change)):
                changed = line
            known.keep(line, changed)
        if changed == line:
            continue
        if is_among_code(text, start, end):
            held.append((start, end))
            continue
        parts.append(text[done:start])
        parts.append(changed)
        done = end
    if not parts:
        return document, held
    parts.append(text[done:])
    return document.substitute("".join(parts), rule), held


def memo(step: str, settings: Settings) -> Memo[Any]:
    """Return the memory of ``step`` under ``settings``: one in a process for each."""
    # What decides about lines: the dictionaries, and which lines segmentation has made, if any.
    return _memo(
        step,
        settings.segment,
        settings.dictionary,
        settings.words,
        settings.keep_whole,
        settings.segmenter,
        settings.segment_mode,
    )


@lru_cache(maxsize=16)
def _memo(*key: object) -> Memo[Any]:  # noqa: ARG001
    return Memo()


def line_trigger(source: str) -> re.Pattern[str]:
    """Return a pattern for :func:`lines_with`: where ``source`` matches, up to the line's end."""
    return lazy(f"(?:{source})[^\n]*+")


def lines_with(
    trigger: re.Pattern[str], text: str, lines: Iterable[tuple[int, int]] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines outside fenced blocks in which a :func:`line_trigger` matches.

    ``trigger`` itself runs to the end of the line, so that every line comes once. ``lines`` are
    the spans of those that come into question, ascending, when it is not all of them.
    """
    if lines is not None:
        for start, end in lines:
            if trigger.search(text, start, end) is not None and not inside(fences(text), start):
                yield start, end
        return
    fenced: list[tuple[int, int]] | None = None
    for match in trigger.finditer(text):
        at, end = match.span()
        if fenced is None:
            fenced = fences(text)
        if not fenced or not inside(fenced, at):
            yield text.rfind("\n", 0, at) + 1, end


def is_open(line: str) -> bool:
    """Return whether a line may change: it is neither Japanese, nor Korean, nor code."""
    if is_code(line):
        return False
    return _FOREIGN.search(line) is None or not (is_japanese(line) or _is_korean(line))


def _is_korean(line: str) -> bool:
    """Return whether syllables of Hangul are as many as Han characters."""
    syllables = len(_HANGUL.findall(line))
    return bool(syllables) and syllables >= len(_HAN.findall(line))


def _is_ours(
    line: str, settings: Settings, trigger: re.Pattern[str], change: Callable[[str], str]
) -> bool:
    """Return whether segmentation wrote ``line`` after this step had nothing to do on it."""
    if not is_split(line, settings):
        return False
    from cleaner.filters.segment.segmented import unspaced

    joined = unspaced(line)
    return trigger.search(joined) is None or change(joined) == joined or not is_open(joined)
