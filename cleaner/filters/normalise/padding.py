"""Words padded with spaces to fill a width: headings, labels, names.

``关 于 召 开 大 会 的 通 知``, ``目  录``, ``姓 名：``, ``作者：王 伟``. What is padded is single
characters; a space between longer units is another matter (:mod:`.inword`).
"""

from __future__ import annotations

from itertools import pairwise

from cleaner.dictionaries import rows
from cleaner.filters.normalise.guards import LETTER
from cleaner.filters.normalise.stretches import Span
from cleaner.filters.repair.words import simplified_gain, words_cost
from cleaner.kept import lru_cache
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Final

# Spaces: 日      期 fills a form; more is a column.
_WIDEST = 6

TRIGGER = rf"(?!{LETTER})(?<! {{{_WIDEST + 1}}}.)"
"""Where such a word may be, behind spaces and the first character after them."""

_OPENS = lazy(r"[【《「『“（〈\[(|丨｜\t]")
_CLOSES = lazy(r"[】》」』”）〉\])|丨｜\t]")
# Four single characters in a row are a spread-out phrase; three may be a list (真 善 美).
_LONG_CHAIN = 4
_LONGEST_LIST = 7  # characters of which some must be a word, ...
_GAIN = 0.1  # ... and what that gains, in nats: of 30 headings and verses the least is 2.5
_SPREAD: Final = 5  # characters of a line that are set apart
_LISTED = lazy(rf"(?<![^、和及与： ])({LETTER}) ++{LETTER}(?=[、和及与等]|\s*\Z)")

# Numbers, stems, seasons, sizes are lists however long: the head of a calendar, a set of choices.
_SETS = (
    "〇零一二三四五六七八九十日时分周", "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥",
    "春夏秋冬", "东東南西北", "大中小", "上下左右", "高低", "男女老少", "壹贰叁肆伍陆柒捌玖拾",
    "阴晴雨雪雷云雾", "红紅橙黄黃绿綠青蓝藍紫黑白灰", "金木水火土", "风風花雪月", "梅兰蘭竹菊",
    "琴棋书書画畫诗詩酒", "笔筆墨纸紙砚硯", "鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬", "酸甜苦辣咸鹹",
    "喜怒哀乐", "宫商角徵羽", "乾兑离震巽坎艮坤", "生旦净末丑", "柴米油盐鹽酱醬醋茶",
    "德智体體美劳勞", "听聽说說读讀写寫", "加减減乘除", "吹拉弹彈唱", "仁义義礼禮智信",
    "福禄寿壽喜",
)  # fmt: skip
_COUNTED = frozenset("".join(_SETS))
_SUFFIXES = frozenset("学書书会會表单單法部室科局院所员員者率费費图圖录錄证證函史论論奖獎案令學")
# Surnames of two characters.
_DOUBLE = frozenset(
    ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "皇甫", "令狐", "尉迟", "慕容", "夏侯")
)  # fmt: skip
_DATE = lazy("[〇零一二三四五六七八九]{4}年")

# The number of a chapter, after which its title comes.
NUMBERED = lazy("第[〇零一二三四五六七八九十百0-9]{1,4}[章节回卷编篇条课讲]")
_LABEL_END = frozenset("：丨｜|")


def padded_spaces(line: str, found: Sequence[list[Span]], settings: Settings) -> Iterator[Span]:
    """Yield the spans of spaces inside padded words of ``line``, whose stretches are ``found``."""
    if not any(map(_has_chain, found)):
        return
    # Nothing but single characters, and a phrase among them: all of it is set out letter by letter.
    spread = sum(map(len, found)) >= _SPREAD and all(
        end - start == 1 for units in found for start, end in units
    )
    for chain, named in _chains_and_names(line, found, settings):
        yield from _inner_gaps(chain, _lengths(line, chain, found, settings, named, spread))


def _lengths(
    line: str,
    chain: list[Span],
    found: Sequence[list[Span]],
    settings: Settings,
    named: bool,
    spread: bool,
) -> list[int]:
    """Return how many characters the words have that a chain of single ones is; none for a list.

    ``named``: it stands in a list of names, ``spread``: in a line that is set out letter by letter.
    """
    start, end = chain[0][0], chain[-1][1]
    letters = line[start:end].replace(" ", "")
    size = len(letters)
    before = line[max(0, start - 8) : start].rstrip(" ")[-1:]
    after = line[end : end + 4].lstrip(" ")[:1]
    number = NUMBERED.match(letters)
    if number and size - number.end() != 1:
        return [number.end(), size - number.end()]
    if after == "：" and size <= 3:
        # 性 别：男 籍 贯：山东: what is left of the label is the value of the one before.
        # So is the measure of a number: 年龄：25 岁 性 别：男
        valued = before == "：" or before.isdecimal()
        return [1, 2] if valued and size == 3 else [size]
    if named or _follows_label(line, start, before, settings):
        names = _names(letters, settings)
        # 附 件：报 名 表
        return names or ([size] if spread and not _is_list(letters, settings) else [])
    if _DATE.match(letters):
        return [size]
    if _is_list(letters, settings):
        return []
    if _are_names(line, chain, found, settings):
        return [2] * (size // 2)
    if (size >= _LONG_CHAIN and _has_words(letters)) or (spread and len(found) > 1):
        return [size]
    return [size] if _is_word(line, start, end, letters, before, after, settings) else []


def _is_word(
    line: str, start: int, end: int, letters: str, before: str, after: str, settings: Settings
) -> bool:
    """Return whether the few ``letters`` of ``line[start:end]`` are a word, for what is beside."""
    alone = (not before or bool(_OPENS.match(before))) and (
        not after or bool(_CLOSES.match(after)) or after in "（("
    )
    if alone and (
        _is_spaced(line, start, end, before, after) or (not before + after and _is_derived(letters))
    ):
        return True
    if (alone or before in "。") and letters in _words("normalise/padded.txt", settings.dictionary):
        return True
    return not before and (
        (after in "。？！" and line.startswith(" ", end)) or (after == "，" and _is_joined(letters))
    )


def _is_joined(letters: str) -> bool:
    """Return whether ``letters`` are likelier a word than its first and its last ones apart.

    女 儿 妈，你先睡 is the word of one who speaks, and then what she says.
    """
    return simplified_gain(letters[0], letters[1:]) > 0 and (
        len(letters) == 2 or simplified_gain(letters[:-1], letters[-1]) > 0
    )


def listed_names(line: str, settings: Settings) -> Iterator[Span]:
    """Yield the spans of the spaces within padded names of a list: 张 三、李 四、王五."""
    surnames = _words("normalise/surnames.txt", settings.dictionary)
    found = [match for match in _LISTED.finditer(line) if match[1] in surnames]
    if len(found) > 1:
        yield from [(match.end(1), match.end() - 1) for match in found]


def _is_spaced(line: str, start: int, end: int, before: str, after: str) -> bool:
    """Return whether brackets with spaces inside enclose ``line[start:end]``: 《 论 语 》."""
    return bool(before and after) and line[start - 1] == " " == line[end : end + 1]


def _is_derived(letters: str) -> bool:
    """Return whether a word and one of the syllables that make nouns of words are put together."""
    return len(letters) == 3 and letters[2] in _SUFFIXES and simplified_gain(*letters[:2]) > 0


def _chains_and_names(
    line: str, found: Sequence[list[Span]], settings: Settings
) -> Iterator[tuple[list[Span], bool]]:
    """Yield the chains of all stretches, and whether each stands in a list of names after a label.

    Names of three characters are not padded: 张 强 李国华 王 芳.
    """
    surnames = _words("normalise/surnames.txt", settings.dictionary)
    for units in found:
        start = units[0][0]
        before = line[max(0, start - 8) : start].rstrip(" ")[-1:]
        size = units[0][1] - start
        listed = size < 4 and _follows_label(line, start, before, settings)
        for chain in _chains(units):
            between = [unit for unit in units if unit[1] - unit[0] > 1 and unit[0] < chain[0][0]]
            names = all(
                line[low] in surnames and high - low <= (4 if line[low : low + 2] in _DOUBLE else 3)
                for low, high in between
            )
            yield chain, listed and bool(between) and names


def _is_list(letters: str, settings: Settings) -> bool:
    """Return whether most characters are such as are listed one by one, or all are surnames."""
    if is_counted(letters):
        return True
    surnames = _words("normalise/surnames.txt", settings.dictionary)
    return len(letters) > 3 and all(letter in surnames for letter in letters)


def _has_words(letters: str) -> bool:
    """Return whether ``letters`` may be a phrase, and not things listed by a character each.

    No two of 钾 钙 钠 镁 铝 are a word, and none comes twice, as in 鹅 鹅 鹅.
    """
    if len(letters) > _LONGEST_LIST or len({*letters}) < len(letters):
        return True
    return sum(map(words_cost, letters)) - words_cost(letters) > _GAIN


def _are_names(
    line: str, chain: Sequence[Span], found: Sequence[list[Span]], settings: Settings
) -> bool:
    """Return whether ``chain`` is names of two characters, surname and given name in turn.

    Three of them, or two beside others of three characters and more: 王 芳 李 强 赵小明 欧阳修.
    """
    if len(chain) % 2 or len(chain) < _LONG_CHAIN:
        return False
    surnames = _words("normalise/surnames.txt", settings.dictionary)
    if not all(line[start] in surnames for start, _ in chain[::2]):
        return False
    if len(chain) > _LONG_CHAIN:
        return True
    others = next(units for units in found if chain[0] in units)
    longer = [(start, end) for start, end in others if end - start > 1]
    return bool(longer) and all(
        end - start in (3, 4) and line[start] in surnames for start, end in longer
    )


def is_counted(letters: str) -> bool:
    """Return whether most of ``letters`` are such, and two of one set: 生日快乐 has none."""
    return sum(map(_COUNTED.__contains__, letters)) * 2 > len(letters) and any(
        sum(map(letters.count, members)) > 1 for members in _SETS
    )


def _has_chain(units: list[Span]) -> bool:
    """Return whether two single characters stand side by side among ``units``."""
    single = False
    for start, end in units:
        if end - start > 1:
            single = False
        elif single:
            return True
        else:
            single = True
    return False


def _chains(units: list[Span]) -> Iterator[list[Span]]:
    """Yield the runs of two single characters or more with narrow gaps among ``units``."""
    chain: list[Span] = []
    for start, end in units:
        if chain and (end - start > 1 or start - chain[-1][1] > _WIDEST):
            if len(chain) > 1:
                yield chain
            chain = []
        if end - start == 1:
            chain.append((start, end))
    if len(chain) > 1:
        yield chain


def _follows_label(line: str, start: int, before: str, settings: Settings) -> bool:
    """Return whether a person's name is due at ``start``: after a colon or bar, or 记者 and kin."""
    if before in _LABEL_END:
        return True
    credit = line[max(0, start - 8) : start].rstrip(" ")
    parted = credit.endswith(("/", "／")) or line[start - 1 : start] == " "
    return parted and credit.endswith(_suffixes("normalise/credits.txt", settings.dictionary))


def _names(letters: str, settings: Settings) -> list[int]:
    """Return the lengths of the words in a chain of single characters after a label.

    Surname and given name in turn are names of two characters; what does not begin with a surname
    is a phrase when it is long, and left alone when it is short.
    """
    surnames = _words("normalise/surnames.txt", settings.dictionary)
    if len(letters) % 2 == 0 and all(letter in surnames for letter in letters[::2]):
        return [2] * (len(letters) // 2)
    if len(letters) == 3 and letters[0] in surnames:
        return [3]
    return [len(letters)] if len(letters) >= _LONG_CHAIN else []


def _inner_gaps(chain: list[Span], lengths: list[int]) -> Iterator[Span]:
    """Yield the gaps inside words of ``lengths`` characters, but not those between words.

    A gap wider than others of the chain stands between words too: ``第 一 章  总 则``.
    """
    if not lengths:
        return
    breaks = set()
    count = 0
    for length in lengths:
        count += length
        breaks.add(count)
    gaps = [(left[1], right[0]) for left, right in pairwise(chain)]
    narrow = min(high - low for low, high in gaps)
    for seen, (low, high) in enumerate(gaps, 1):
        if seen not in breaks and high - low == narrow:
            yield low, high


@lru_cache(maxsize=8)
def _words(name: str, folders: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row[0] for row in rows(name, 1, folders))


@lru_cache(maxsize=8)
def _suffixes(name: str, folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row[0] for row in rows(name, 1, folders))
