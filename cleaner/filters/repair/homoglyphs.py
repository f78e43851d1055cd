"""Characters of other scripts that stand for those that look alike, or were agreed on.

* Korean syllables for Chinese characters (늀是 for 就是), as novel sites write them. The table has
  the pairs that are known; users add what their sites show. It is used only where Korean syllables
  stand alone among Chinese characters, real Korean comes in words, and where there are several or
  it makes a word.
* Kana for Chinese characters (エ作 for 工作), of OCR and of those who get past filters: where each
  stands alone and makes a word or a number, which no kana of Japanese does.
* The letters O and l for digits in a number with a unit (2O23年, l988年), l for 一 (二〇l九年), and
  O and 0 for 〇 (二O一八年, 三0一医院); newspapers print ○ for it, which stays.
* Rare Chinese characters for common ones (城巿, 女孑, 开囗), where that makes a word.
* Cyrillic and Greek letters in a Latin word (Аpple).
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.scripts import HAN, count_han, is_han
from cleaner.filters.repair.words import joining_gain
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings
from cleaner.strange import strange

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Final

RULE = "repair.homoglyph"

ENOUGH = 2  # syllables of the table in a document, where none makes a word; words, for all to go
SHARE = 0.6  # of all Korean syllables of the document that must be in the table
AROUND = 4  # characters on each side in which a word is looked for

#: Korean syllables, as the inside of a character class.
HANGUL = "\uac00-\ud7a3"
_HANGUL = lazy(f"[{HANGUL}]")

# Most of what is said is said with these, which make few words with others.
_WORDS = frozenset("就而他我不有的是在和只也可上了")

_KANA: Final = dict(zip("ニエカロー", "二工力口一", strict=True))
#: Nothing but what looks like them; 孑然 and words of that kind have a word already.
RARE = dict(zip("囗孑巿", "口子市", strict=True))
_ANY_KANA = lazy("[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9d]+")
_NUMERALS = frozenset("〇零一二三四五六七八九十百年月日")

# A number of a card or telephone, more digits than letters.
_LONG_NUMBER = lazy("O(?<=[0-9]O)[0-9O]{5,24}+(?<=[0-9]{3})(?![A-Za-z0-9])")
_NOUGHT = lazy(
    "O(?<=[0-9]O)[0-9O]{0,12}+(?=[年月日号號时時分点點元万萬亿億个個人名天岁歲次家期章节節回届屆卷周週%％])"
)

# For the 〇 of numbers that are written digit by digit.
_ROUND = lazy(
    "[OoΟοОо0](?<=[一二三四五六七八九].)[OoΟοОо0]*(?=[一二三四五六七八九]|年(?!龄|齡|级|級|度)|[后後])"
)
# What that may begin with, but for other scripts: each is found sooner than one of all.
_AFTER_NUMERAL = tuple(lazy(f"{sign}(?<=[一二三四五六七八九].)") for sign in "Oo0")
# An O of either kind, which no page of ten has.
_AFTER_DIGIT = lazy("O(?<=[0-9一二三四五六七八九].)")
# Found by its digit in a tenth of the time that a search for each pair takes.
_TENS = lazy("0(?<=[二三七八九]0)")

_ROUND_ONES: Final = frozenset("九〇零○")  # what stands before the third digit of such a year
_UNIT = "[年月日号號时時点點分元米岁歲%％件个個人名位天次页頁台套]"
_ONE: Final = lazy(
    rf"l(?=[0-9.〇零一二三四五六七八九]|{_UNIT})(?:(?<![A-Za-z]l)(?=[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?{_UNIT}"
    rf"|\.[0-9]{{1,2}}{_UNIT})|(?<=[0-9]l)(?=[0-9]{{0,3}}{_UNIT})|(?<=[0-9]\.l)(?=[0-9]?{_UNIT})"
    "|(?<=[一二][九〇零○]l)(?=[〇零一二三四五六七八九]年))"
)


_LETTERS = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo"
)
_FOREIGN = lazy("[\u0370-\u04ff]")
_OTHER_SCRIPTS: Final = lazy(f"[\u0370-\u04ff{HANGUL}]")
# The mark of length is on pages in Chinese too, so it is not among the characters that are strange.
_LOOK_ALIKES: Final = (*RARE, "ー")
# Full-width letters are Latin ones that normalise has not reached yet.
_WORD = lazy("[A-Za-zＡ-Ｚａ-ｚ\u0370-\u04ff]{2,40}")
# Capitals of a code: АВС-123. Without those that look like others than they sound (ТУ-154).
_CODE = lazy("(?<![\u0370-\u04ffA-Za-z])[АВЕКМНОРСТХ]{2,4}(?=-?[0-9])")


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is a character that may stand for another."""
    text = document.text
    odd = document.once(strange)
    return (
        _OTHER_SCRIPTS.search(odd) is not None
        or any(map(odd.__contains__, _KANA))
        or any(map(text.__contains__, _LOOK_ALIKES))
        or _has_round(text)
        or ("l" in text and _ONE.search(text) is not None)
    )


def _has_round(text: str) -> bool:
    """Whether an O or 0 may be a digit, or a 〇 of numbers."""
    after_numeral = _AFTER_NUMERAL
    if "O" not in text:
        if _TENS.search(text) is None:
            return False
    elif _AFTER_DIGIT.search(text) is None:
        after_numeral = _AFTER_NUMERAL[1:]
    elif _NOUGHT.search(text) or _LONG_NUMBER.search(text):
        return True
    return any(after.search(text) for after in after_numeral)


def homoglyphs(document: Document, settings: Settings) -> Document:
    """Put the characters back that were meant."""
    text = document.text
    odd = document.once(strange)
    if _HANGUL.search(odd):
        document = _syllables(document, settings)
    if any(map(text.__contains__, RARE)):
        document = document.apply(sorted(_rare(document.text)))
    if any(map(text.__contains__, _KANA)):
        document = document.apply(_kana(document.text))
    if "O" in text:
        document = document.sub(_NOUGHT, _nought, RULE).sub(_LONG_NUMBER, _nought, RULE)
    foreign = _FOREIGN.search(odd) is not None
    if foreign or "O" in text or _TENS.search(text):
        document = document.sub(_ROUND, _zeros, RULE)
    if foreign:
        document = document.sub(_WORD, _latin, RULE).sub(_CODE, _code, RULE)
    if "l" in text:
        document = document.sub(_ONE, _one, RULE)
    return document


def stands_for_han(text: str) -> bool:
    """Whether a kana in ``text`` is meant as a Chinese character."""
    return any(map(text.__contains__, _KANA)) and next(_kana(text), None) is not None


def _syllables(document: Document, settings: Settings) -> Document:
    """Do it for Korean when nearly all of the document is of that kind."""
    table = _table(settings.dictionary)
    found = _HANGUL.findall(document.text)
    known = [syllable for syllable in found if syllable in table]
    if not known or len(known) < SHARE * len(found):
        return document
    known_ones = f"[{''.join(table)}]"
    alone = f"(?<=[{HAN}]){known_ones}(?![{HANGUL}])|(?<![{HANGUL}]){known_ones}(?=[{HAN}])"
    chinese = len(known) == len(found) and count_han(document.text) > len(found)
    among = lazy(known_ones if chinese else alone)
    text = document.text
    places = {match.start(): table[match.group()] for match in among.finditer(text)}
    words = {at for at, character in places.items() if _makes_word(text, at, character)}
    if not words and len(places) < ENOUGH:
        return document
    # One word shows the others as well where there is no other Korean.
    every = len(words) >= (1 if len(known) == len(found) else ENOUGH)
    return document.apply(
        [
            Edit(at, at + 1, character, RULE)
            for at, character in places.items()
            if every or at in words or character in _WORDS
        ]
    )


@lru_cache(maxsize=8)
def _table(folders: tuple[str, ...]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("repair/homoglyphs.tsv", 2, folders)}


def _kana(text: str) -> Iterator[Edit]:
    """Yield edits for the kana of lines in which all kana look like Chinese characters."""
    done = 0
    for match in _ANY_KANA.finditer(text):
        if match.start() < done:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = done = len(text) if end < 0 else end
        found = list(_ANY_KANA.finditer(text, start, end))
        if all(kana.group() in _KANA and _is_meant(text, kana.start()) for kana in found):
            for kana in found:
                yield Edit(kana.start(), kana.end(), _KANA[kana.group()], RULE)


def _rare(text: str) -> Iterator[Edit]:
    """Yield edits for rare characters that make a word only as the common ones they look like."""
    for rare, common in RARE.items():
        at = text.find(rare)
        while at >= 0:
            if _makes_word(text, at, common) and not _makes_word(text, at, rare):
                yield Edit(at, at + 1, common, RULE)
            at = text.find(rare, at + 1)


def _is_meant(text: str, at: int) -> bool:
    """Tell whether the character that looks like the kana at ``at`` makes a word or a number."""
    character = _KANA[text[at]]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after == "、" and (not at or before in "\n第（("):  # ー、总则
        return character in _NUMERALS
    if not (is_han(before) or is_han(after)):
        return False
    if character in _NUMERALS and (before in _NUMERALS or after in _NUMERALS):
        return True
    return _makes_word(text, at, character)


def _makes_word(text: str, at: int, character: str) -> bool:
    """Tell whether ``character``, put at ``at``, makes a word with its neighbours."""
    left, right = text[max(0, at - AROUND) : at], text[at + 1 : at + 1 + AROUND]
    return joining_gain(left, character + right) > 0 or joining_gain(left + character, right) > 0


def _nought(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    while at and text[at - 1].isdigit():
        at -= 1
    if text[at - 1 : at].isalpha() and text[at - 1].isascii():  # others are words by themselves
        return match.group()
    return match.group().replace("O", "0")


def _one(match: re.Match[str]) -> str:
    return "一" if match.string[match.start() - 1 : match.start()] in _ROUND_ONES else "1"


def _zeros(match: re.Match[str]) -> str:
    return "〇" * len(match.group())


def _latin(match: re.Match[str]) -> str:
    """Return a word of both scripts in Latin letters, when all of the others look so."""
    word = match.group()
    latin = word.translate(_LETTERS)
    mixed = latin != word and len(_FOREIGN.findall(word)) < len(word)
    return latin if mixed and _FOREIGN.search(latin) is None else word


def _code(match: re.Match[str]) -> str:
    return match.group().translate(_LETTERS)
