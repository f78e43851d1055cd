"""Whether a line reads like a sentence, and what it ends in."""

from __future__ import annotations

from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

HAN: Final = lazy("[\u3400-\u9fff\U00020000-\U0003ffff]")
_ENDS: Final = frozenset("。！？…⋯!?；;")
_CLOSERS: Final = '”’」』）》)"'
_QUOTES: Final = frozenset("”」』")
# Posts and chats end sentences in these.
SMILES: Final = (
    *("XD", "xD", "QQ", "QAQ", "orz", "Orz", "ORZ"),
    *("^^", "^_^", "><", ">_<", "T_T", "=_="),
)
_SMILE = frozenset("~～\ufe0f❤♥☺☻♡")
# A comma in a number is none: 阅读 1,024.
MARKS: Final = lazy("[。！？；，、!?;…]|,(?![0-9]{3})")
SENTENCE = lazy("[。！？!?；]")
# Sentences shorter than this are interjections as often as buttons (返回。).
LEAST: Final = 5
# A line of a sentence's length with a comma is prose without a full stop; a shorter one that does
# not end like a sentence is a headline more often.
PROSE: Final = 30


def smiles(text: str) -> bool:
    """Whether ``text`` ends in an emoji or what stands for one: XD, orz, ~."""
    last = text[-1]
    return last > "\U0001f000" or last in _SMILE or text.endswith(SMILES)


def wordless(text: str) -> bool:
    """Whether ``text`` has no letter: 16:02:33, 3:07pm, 3.2万."""
    if text[-1:] in "mM" and text[:1].isdigit():
        text = text[:-1].rstrip("apAP")
    return not any(map(str.isalpha, text.removesuffix("万")))


def full(text: str) -> bool:
    """Whether ``text`` ends like a sentence, or has a full stop anywhere.

    Another mark inside (惊！某某某) is a headline as often as a sentence.
    """
    if "。" in text:
        return True
    last = text[-1]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    if last in _ENDS:
        return True
    return text[-1] == "." and (text[-2:-1] in _QUOTES or "\u3400" <= text[-2:-1] <= "\u9fff")


def prose(text: str, length: int) -> bool:
    """Whether a line of ``length`` characters reads like a sentence."""
    last = text[-1]
    stopped = "。" in text
    if length < PROSE and not stopped and last.isalnum():
        # Most headlines and entries of menus.
        return "，" in text and text.endswith(SMILES)
    if stopped or full(text):
        # ·某某某…… is a headline that a list of links cut off.
        return length >= LEAST and not (last in "…." and text[0] in "·•")
    if last in "，,":
        return length > LEAST and not wordless(text)  # 2020/11/09,
    if "，" in text and smiles(text):
        return True
    return length >= PROSE and MARKS.search(text) is not None and HAN.search(text) is not None
