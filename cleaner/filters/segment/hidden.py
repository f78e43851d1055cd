"""Characters that the dictionary leaves single, put together by jieba's hidden Markov model.

Each Han character is at the beginning of a word, in its middle, at its end, or a word by itself
(B, M, E, S); the likeliest sequence of states is found in jieba's arithmetic: the same sums in the
same order, so that rounding decides as it does there.
"""

from __future__ import annotations

from cleaner.filters.segment.index import NEVER, emission
from cleaner.kept import lru_cache
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_START_B, _START_S = -0.26268660809250016, -1.4652633398537678
_E_B, _S_B = -0.5897149736854513, -0.7211965654669841
_B_M, _M_M = -0.916290731874155, -1.2603623820268226
_B_E, _M_E = -0.510825623765990, -0.33344856811948514
_E_S, _S_S = -0.8085250474669937, -0.6658631448798212

# All beyond ASCII is Han: blocks have nothing else.
_HAN = lazy("([^\x00-\x7f]+)")
_LONG = 50  # longer runs are not kept
PARTS = lazy(r"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")  # jieba/finalseg: re_skip


def cut(text: str, apart: Collection[str] = ()) -> Iterator[str]:
    """Yield what ``jieba.finalseg.cut`` yields for characters of a block.

    ``apart`` has words that jieba was told to delete: where one comes out it is split.
    """
    if text.isascii():
        yield from filter(None, PARTS.split(text))
        return
    for number, part in enumerate(_HAN.split(text)):
        if number % 2 == 0:
            yield from filter(None, PARTS.split(part))
        else:
            words = _kept_words(part) if len(part) < _LONG else _words(part)
            for word in words:
                yield from word if word in apart else (word,)


def _words(text: str) -> tuple[str, ...]:
    """Return the words that Han characters make up."""
    words: list[str] = []
    begin = done = 0
    for place, state in enumerate(_states(text)):
        if state == "B":
            begin = place
        elif state == "E":
            words.append(text[begin : place + 1])
            done = place + 1
        elif state == "S":
            words.append(text[place])
            done = place + 1
    if done < len(text):
        words.append(text[done:])
    return tuple(words)


_kept_words = lru_cache(maxsize=1 << 14)(_words)

# What comes before a state: the first where the bit of the step is not set, the second where it is.
_BEFORE = {"B": ("E", "S", 1), "M": ("B", "M", 2), "E": ("B", "M", 4), "S": ("E", "S", 8)}


def _states(text: str) -> list[str]:
    """Return the likeliest state of each character."""
    b, m, e, s = emission(text[0])
    b, m, e, s = _START_B + b, NEVER + m, NEVER + e, _START_S + s
    # For each character but the first one bit a state: which of the two states came before it.
    steps = bytearray()
    for char in text[1:]:
        emit_b, emit_m, emit_e, emit_s = emission(char)
        step = 0
        # Equal scores: jieba compares the letters of the states, and the second is the larger.
        next_b, other = e + _E_B + emit_b, s + _S_B + emit_b
        if other >= next_b:
            next_b, step = other, 1
        next_m, other = b + _B_M + emit_m, m + _M_M + emit_m
        if other >= next_m:
            next_m = other
            step |= 2
        next_e, other = b + _B_E + emit_e, m + _M_E + emit_e
        if other >= next_e:
            next_e = other
            step |= 4
        next_s, other = e + _E_S + emit_s, s + _S_S + emit_s
        if other >= next_s:
            next_s = other
            step |= 8
        b, m, e, s = next_b, next_m, next_e, next_s
        steps.append(step)
    state = "S" if s >= e else "E"
    path = [state]
    for step in reversed(steps):
        first, second, bit = _BEFORE[state]
        state = second if step & bit else first
        path.append(state)
    path.reverse()
    return path
