"""How glosses are written, and those that have lost a bracket: 調(diào要, 網絡luò)安全."""

from __future__ import annotations

from cleaner.filters.repair.readings import is_first_reading, is_reading, pinyin, zhuyin
from cleaner.filters.repair.scripts import is_common, is_han, is_traditional
from cleaner.patterns import MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HALVES = 2  # glosses with tones that have lost a bracket, which show damage by themselves

_LETTER = (
    "A-Za-zＡ-Ｚａ-ｚ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01dc\u01f8\u01f9\u0251\u0261\u1ebc\u1ebd"
)
GLOSS = f"[{_LETTER}][{_LETTER}\u0300-\u030c:]{{0,10}}[1-5]?|[\u3105-\u3129ˉˊˇˋ˙]{{1,4}}"
TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
OPEN = r"[(（\[［]"
CLOSE = r"[)）\]］]"
#: A gloss without tones or with, from its first letter to its closing bracket.
ENDING = "[a-z\u00e0-\u01dc]{1,6}[)）]"
#: A gloss that lost its bracket to a byte of the text: 夠?qū)崿F.
EATEN = lazy(rf"\?({ENDING})")
#: A question mark where a byte may be lost: before a gloss without its bracket, or before a mark.
BREAK = lazy(rf"\?(?:(?=({ENDING}))|(?=[。，！？；：,!?;:]))")
#: What is out of step and has no gloss, between Chinese: 上??萍即髮W, 幾?；ㄉ旁谧郎稀?.
BARE = lazy(
    r"\?(?:[?,;:!][\u4e00-\u9fff]{1,12}[@-z](?=[(\u4e00-\u9fff])"
    r"|[；：，。！？][\xa4-\u3000〇-\uff0b．-\uffe6]{0,40}(?:[@-z](?![!-'*+\--~])|\?))"
)
# Without its closing bracket: a space, the next character, a mark or the end of the line comes at
# once. All begin with what a search can skip to, and look back past it.
_UNCLOSED = lazy(rf"{OPEN}({GLOSS})(?: ?(?=[\u4e00-\u9fff])|(?=[，。、；,;])|$)", MULTILINE)
_UNOPENED = lazy(
    "([a-z\u00e0-\u01dc\u0300-\u030c](?<=[\u3400-\u9fff].)[a-z\u00e0-\u01dc\u0300-\u030c]{1,11})"
    + CLOSE
)
_AFTER_LETTER = lazy(f"{OPEN}(?<=[@-~].)([a-z\u00e0-\u01dc]{{1,6}}){CLOSE}")
_BRACKET = lazy(r"[()（）\[\]［］\n]")
# A short text that talks about sounds quotes readings.
PHONETIC = lazy(
    "拼音|注音|聲調|声调|聲母|声母|韻母|韵母|讀音|读音|發音|发音|讀作|读作|讀成|读成|念作|唸作|念成|"
    "唸成|音同|同音|四声|四聲|第[一二三四][声聲]|阴平|陰平|阳平|陽平|多音|破音|通假|生字|識字|识字|漢字|汉字|個字|个字|普通話|普通话"
    "|[」』”]字|分清|混淆" + "".join(f"|{read}[A-Za-zà-ǜ「“]" for read in "讀读念唸")
)


def is_zhuyin(gloss: str) -> bool:
    """Tell whether what stands in brackets begins with a letter of zhuyin."""
    return "\u3100" < gloss[0] < "\u3130"


def has_halves(text: str, whole: int = 0) -> bool:
    """Tell whether glosses have lost a bracket: nobody writes 調(diào要 more than once.

    Or even once, beside ``whole`` ones on traditional characters.
    """
    halves = [
        at
        for at, end in (*unclosed(text), *unopened(text))
        if is_common(text[at - 1]) and not TONED.isdisjoint(text[at:end])
    ]
    return bool(halves) and len(halves) + whole >= HALVES and PHONETIC.search(text) is None


def unclosed(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of usual readings that have lost their closing bracket."""
    for match in _UNCLOSED.finditer(text):
        character = text[match.start() - 1 : match.start()]
        if is_han(character) and _fits(character, match.group(1)):
            bracket = _BRACKET.search(text, match.end(), match.end() + 40)
            if bracket is None or bracket.group() in "(（[［\n":
                yield match.span()


def unopened(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of usual readings that have lost their opening bracket."""
    for match in _UNOPENED.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        opened = max(before.rfind("("), before.rfind("（"), before.rfind("["))
        closed = max(before.rfind(")"), before.rfind("）"), before.rfind("]"))
        if opened <= closed and _fits(before[-1], match.group(1)):
            yield match.span()


def astride(text: str) -> Iterator[tuple[int, int]]:
    """Yield glosses of what a byte of a character and a letter make: P(lí)M2.5 after 的.

    The program that searched bytes put the gloss in behind the letter.
    """
    for match in _AFTER_LETTER.finditer(text):
        from cleaner.filters.repair.out_of_step import between  # few damaged pages have one

        at = match.start()
        character = between(text[at - 2 : at - 1], text[at - 1])
        if character and is_reading(character, pinyin(match[1])):
            yield match.span()


def _fits(character: str, gloss: str) -> bool:
    """Tell whether a gloss with half its brackets is the usual reading of the character.

    Or any, with its tone, of one that was converted: 振興(xīng戰.
    """
    syllable = zhuyin(gloss) if is_zhuyin(gloss) else pinyin(gloss)
    return syllable is not None and (
        is_first_reading(character, syllable)
        or (syllable.tone > 0 and is_traditional(character) and is_reading(character, syllable))
    )
