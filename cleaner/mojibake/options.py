"""What a place of a text may be, and what each of that costs in words and as a word by itself."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log

from cleaner.filters.decode.model import UNIT
from cleaner.kept import cache, lru_cache
from cleaner.mojibake.choices import MOST_CHOICES, Choice, choices
from cleaner.mojibake.costs import price
from cleaner.mojibake.places import Place
from cleaner.mojibake.readings import Step
from cleaner.mojibake.vocabulary import load
from cleaner.named import NamedTuple

#: A word that may begin at a place: its characters, the Simplified forms of the first and of the
#: last one, how many places it takes, and its cost.
Word = tuple[tuple[Choice, ...], str, str, int, float]

# Costs in nats. A character that is no word by itself; one that the script of the text hardly has,
# which costs over RARE in it, for each nat beyond that.
NO_WORD = 2.0
RARE = 11.5
# How much counts how seldom the script writes a Simplified character as it is written here: words
# are known as Simplified ones, and 説 is a tenth of 说.
FORM = 0.6


class Option(NamedTuple):
    """A choice for a place, its Simplified form, what it costs in any word, and its places.

    ``alone`` is what it costs as a word by itself, ``cut`` where the text ends behind it, maybe
    inside a word.
    """

    choice: Choice
    form: str
    extra: float
    size: int
    alone: float
    cut: float


class Options(NamedTuple):
    """What a place may be, each of that as a word by itself, and what of it words begin with."""

    options: tuple[Option, ...]
    words: tuple[Word, ...]
    begins: tuple[Option, ...]


@lru_cache(maxsize=1 << 10)
def options_of(at: tuple[Place, ...], step: Step, kind: int, drops: bytes) -> Options:
    """Return what the first of up to four places, with those behind it, may be."""
    return _step_of(choices(at, step, kind, drops=drops, most=MOST_CHOICES), kind)


@lru_cache(maxsize=1 << 12)
def given(char: str, kind: int) -> Options:
    """Return a place that is known."""
    return _step_of((Choice(char, (b"",), 0.0),), kind)


def _step_of(found: tuple[Choice, ...], kind: int) -> Options:
    options = tuple([_option(choice, kind) for choice in found])
    words = [
        ((choice,), form, form, size, alone + extra)
        for choice, form, extra, size, alone, _ in options
    ]
    begins = [option for option in options if _is_han(option.form)]
    return Options(options, tuple(words), tuple(begins))


@lru_cache(maxsize=1 << 14)
def _option(choice: Choice, kind: int) -> Option:
    char = choice.char
    form = simplified(char)
    extra = choice.cost / UNIT + _rarity(char, kind)
    alone = cut = price(char, kind) / UNIT
    if _is_han(form):
        word = load().singles[form]
        alone = cut + NO_WORD if word is None else min(-word, cut + NO_WORD)
    return Option(choice, form, extra, len(choice.data), alone, cut)


def _rarity(char: str, kind: int) -> float:
    """Return the price of a character for being rare in the script."""
    return max(price(char, kind) / UNIT - RARE, FORM * _form(char, kind))


def _form(char: str, kind: int) -> float:
    """Return what a character costs among those that have the same Simplified one."""
    forms = _forms().get(simplified(char))
    if forms is None:
        return 0.0
    return price(char, kind) / UNIT + log(sum(exp(-price(form, kind) / UNIT) for form in forms))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def simplified(char: str) -> str:
    """Return the Simplified form of a character."""
    return _characters().get(char, char)


@cache
def _characters() -> Mapping[str, str]:
    from cleaner.filters.convert.sources import pairs

    return dict(pairs("TSCharacters.txt"))


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """Return the characters that have the same Simplified one, which is among them, by that."""
    found: dict[str, tuple[str, ...]] = {}
    for char, form in _characters().items():
        found[form] = (*found.get(form, (form,)), char)
    return found
