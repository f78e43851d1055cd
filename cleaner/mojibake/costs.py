"""What text costs as it stands and as the right reading of bytes; when that means something.

Costs are those of :mod:`cleaner.filters.decode.model`, pairs counted, in steps of the model; what
differs is which of its tables holds for a character.
"""

from __future__ import annotations

from itertools import accumulate, pairwise, repeat

from cleaner.filters.decode.model import LEVEL, UNIT, UNKNOWN_PAIR, fingerprint, load, place
from cleaner.kept import lru_cache
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import KOREAN, LATIN, MULTIBYTE, Step
from cleaner.patterns import HAN, lazy

# What beginning a span costs, in nats: as much as three characters of chance.
ENTER = 14.0
# UTF-8 in Latin letters is not there by chance: "â€™" is undone, as everything of three bytes.
ENTER_UTF8 = 12.0
# What a lost byte costs. A replacement character outside of a span has the same low price, so that
# losses alone never speak for mojibake.
LOST = 2.0
# Two letters beyond ASCII side by side are rare in Western text, and all there is in misread text.
ADJACENT = 3.0
# A letter after another one of the alphabets that the model says nothing about.
IN_A_WORD = 5.0
# Half-width kana beside each other: old Japanese pages write words of them.
HALF_WIDTH = 5.5
# Small and vertical forms of marks: pages in Big5 are written with them.
FORM = 7.0
# A replacement character that was misread itself, in text misread twice; two of them are 锟斤拷.
MISREAD_LOSS = 6.0
# A character of the private rows of GB 18030 in such text: what it has where GBK has nothing.
MISREAD_PRIVATE = 9.0
# Letters and ideographs that a span must have: marks alone, as "――" of a font, are no text.
LEAST_LETTERS = 2
# Different letters and ideographs that it must have, if it has so many: 锣锣锣 and 楷模楷模 say one
# thing, not two or three, and chance makes a likely character of one in ten.
LEAST_DIFFERENT = 3
NEXT = 4  # in a chart of characters, the code of each is so near to that of the one before
# Different characters that Latin letters must make: "ÅÅÅÅ" is a year in Swedish.
LEAST_READ = 2
LEAST_KOREAN = 4
# Cost of a character, in nats, up to which text read anew is Chinese: prose costs 6, names and
# rare words up to 10, what chance makes over 11.
CONVINCING = 10.0
# Up to which it is so likely that characters of a private row, which icons have too, were Chinese.
PROSE = 7.0
# Characters that words in capital letters, of Russian, do not make prose of by chance: of 15,000
# lines the best of six cost 8.3.
LEAST_PROSE = 6
# Share of other characters than half-width kana in GBK read as Shift JIS. Words of kana have none;
# read as GBK they are common characters, which do not make Chinese: cost of one, in nats, and how
# far Chinese must be ahead of as many.
MIXED = 0.15
KANA = 9.0
KANA_AHEAD = 8.0
# Share of replacement characters in text read anew, beyond which it is what 锟斤拷 leaves behind:
# without ASCII, which is never lost and makes up half of "400 mm锟侥撅拷头".
MOST_REPLACED = 0.25

REPLACEMENT = "\ufffd"
UTF8_AS_LATIN = Step("utf-8", LATIN)
UTF8_AS_GBK = Step("utf-8", "gb18030")
_KANA = lazy("[\u3041-\u30fa]")
_NOT_ASCII = lazy(r"[^\x00-\x7f]")


# Kinds of text: any language, either script of Chinese, one of them, and what may be misread still.
ANY, CHINESE, HANS, HANT, MISREAD = range(5)


def price(char: str, kind: int) -> int:
    """Return the least cost of a character in a kind of text, in steps of the model."""
    code = min(ord(char), 0xFFFF)
    model = load()
    if kind == HANS:
        return model.hans[code]
    if kind == HANT:
        return model.hant[code]
    if kind == MISREAD and 0xE000 <= code < 0xE766:
        return int(MISREAD_PRIVATE * UNIT)
    chinese, hant = model.hans[code], model.hant[code]
    if hant < chinese:
        chinese = hant
    return min(chinese, model.foreign[code]) if kind == ANY else chinese


def _pair(before: str, char: str) -> float:
    first, second = ord(before), ord(char)
    if first <= 0x2000 or second <= 0x2000:
        return 0.0
    entry = load().pairs[place(first, second)]
    if entry and entry & 15 == fingerprint(first, second):
        return -LEVEL * UNIT * (entry >> 4)
    return UNKNOWN_PAIR * UNIT


@lru_cache(maxsize=1 << 16)
def weight_as_is(before: str, char: str, western: bool) -> float:
    """Return the cost of ``char`` as it stands, in steps of the model.

    ``western`` says that the line may be Western text, for which letters with accents are usual.
    """
    if char == REPLACEMENT:
        return LOST * UNIT
    code = ord(char)
    if code > 0xFFFF:
        return 17.0 * UNIT
    cost = price(char, ANY if western or code >= 0x250 else CHINESE) + _pair(before, char)
    if 0x80 <= code < 0x250 and 0x80 <= ord(before) < 0x250:
        cost += ADJACENT * UNIT
    elif 0xFF61 <= code < 0xFFA0 and 0xFF61 <= ord(before) < 0xFFA0:
        cost = min(cost, HALF_WIDTH * UNIT)
    elif 0xFE30 <= code < 0xFE6C:
        cost = min(cost, FORM * UNIT)
    elif _is_alphabetic(code) and _is_alphabetic(ord(before)):
        cost = min(cost, IN_A_WORD * UNIT)
    return cost


def _is_alphabetic(code: int) -> bool:
    """Whether the model says little about a letter: Cyrillic to Greek Extended, and Zhuyin."""
    return 0x370 <= code < 0x2000 or 0x3105 <= code < 0x3130 or code in _TONES


_TONES = frozenset(map(ord, "ˇˊˋ˙"))


@lru_cache(maxsize=1 << 16)
def weight_read(before: str, char: str, kind: int) -> float:
    """Return the cost of ``char`` as the right reading of bytes, in steps of the model.

    ``kind`` of text: one of :data:`ANY` to :data:`MISREAD`.
    """
    if char > "\uffff":
        return 17.0 * UNIT
    if char == REPLACEMENT:
        return (2.0 if before == REPLACEMENT else 1.0) * MISREAD_LOSS * UNIT
    return price(char, kind) + _pair(before, char)


def is_western(line: str) -> bool:
    """Whether a line may be Western text: it has no Chinese character."""
    return not HAN.search(line)


def kind_of(step: Step) -> int:
    """Return the kind of text that a step may lead to."""
    if step in (UTF8_AS_LATIN, KOREAN):
        return ANY
    return MISREAD if step.really == "utf-8" else CHINESE


@lru_cache(maxsize=4)  # asked about each question mark of a line
def script_of(text: str) -> int:
    """Return the script of Chinese that ``text`` is likelier in."""
    model = load()
    codes = [min(ord(char), 0xFFFF) for char in text]
    hans, hant = (sum(map(table.__getitem__, codes)) for table in (model.hans, model.hant))
    return HANS if hans < hant else HANT


def before_next(before: str, char: str) -> str:
    """Return what stands before the character after ``char``, as :func:`weight_as_is` wants it.

    Letters that the model says nothing about are letters of a word with spaces between them too.
    """
    return before if char == " " and _is_alphabetic(ord(before)) else char


def cost_as_is(line: str) -> float:
    """Return the cost of a line as it stands, in steps of the model."""
    befores = accumulate(line, before_next, initial="\n")
    return sum(map(weight_as_is, befores, line, repeat(is_western(line))))


def cost_read(text: str, step: Step) -> float:
    """Return the cost of a line as what a step leads to, in steps of the model."""
    return weight_of(text, kind_of(step)) + enter_cost(step) * UNIT


def weight_of(text: str, kind: int = CHINESE, before: str = "\n") -> float:
    """Return the cost of text of a kind after the character ``before``, in steps of the model."""
    return sum(map(weight_read, before + text, text, repeat(kind)))


def enter_cost(step: Step) -> float:
    """Return what beginning a span of ``step`` costs."""
    return ENTER_UTF8 if step == UTF8_AS_LATIN else ENTER


def is_past_help(text: str) -> bool:
    """Whether so much of text read anew are replacement characters that it is 锟斤拷 undone."""
    return text.count(REPLACEMENT) > MOST_REPLACED * sum(map("\x7f".__lt__, text))


def is_plausible(line: str, span: Span) -> bool:
    """Whether a span has what misread text has, and means something when it is undone."""
    letters = _NOT_ASCII.findall(line[span.start : span.end])
    if span.step.really == "utf-8" and span.step.read_as not in MULTIBYTE:
        return True
    text = span.undo(line)
    if span.step.read_as == LATIN:
        least = LEAST_KOREAN if span.step == KOREAN else LEAST_READ
        if len(set(_NOT_ASCII.findall(text))) < least:
            return False
    else:
        signs = [letter for letter in letters if letter.isalpha()]
        private = [letter for letter in letters if "\ue000" <= letter < "\uf900"]
        if signs and private and span.step.really == "big5":
            # Rows of Big5 are private in GB 18030. Or they are icons of a font, read as anything.
            if len(private) >= len(signs) and weight_of(text) > PROSE * UNIT * len(text):
                return False
            signs += private
        if len(signs) < LEAST_LETTERS or len({*signs}) < min(len(signs), LEAST_DIFFERENT):
            return False
        near = sum(0 < abs(ord(a) - ord(b)) <= NEXT for a, b in pairwise(signs))
        if near * 2 >= len(signs) - 1:  # conversion may have changed one of them
            return False  # a chart of characters, which are side by side in other codes too
    if span.step.really == "utf-8" or not text:
        return not is_past_help(text)
    if span.step.read_as in MULTIBYTE and 2 * len(_KANA.findall(text)) >= len(text):
        return False  # kana are two of the rows of Chinese character sets, and no Chinese
    costs = map(weight_read, "\n" + text, text, repeat(kind_of(span.step)))
    high = [cost for char, cost in zip(text, costs, strict=True) if char > "\x7f"]
    limit = CONVINCING * UNIT * len(high)
    if span.step.read_as == "shift_jis":
        others = sum(not "\uff61" <= letter < "\uffa0" for letter in letters)
        if others < max(2, MIXED * len(letters)):
            limit = (KANA * len(high) - KANA_AHEAD) * UNIT
    elif span.step.read_as not in MULTIBYTE and span.step.read_as != LATIN:
        if len(high) < LEAST_PROSE:
            return False
        limit = PROSE * UNIT * len(high)
    return sum(high) <= limit
