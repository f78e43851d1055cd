"""Where two ways to cut a text are equally likely: jieba's own arithmetic.

jieba takes the likeliest route through the words of its dictionary, and puts the characters that
stay single together by a hidden Markov model. rjieba does the same with sums that differ in their
last bits (it adds a run of unknown characters in one step) and with emission probabilities rounded
to six decimals. That can decide only where two ways to cut are equal or nearly so:

* *repetition*. Swapping two words without changing the text (哈哈|哈哈哈 and 哈哈哈|哈哈) gives
  the same factors in another order, a tie that jieba's rounding decides. X Z Y = Y Z X holds for
  different words only when the text repeats some string more than twice over (t t and the
  beginning of a third t). Such text is cut again here, with jieba's numbers in jieba's order;
* *coincidence*: different factors with the same product. In the model one pair of common
  characters is such a case (常在 at the beginning of a run: 1.5e-7) and is cut again here too; of
  600,000 random strings of twelve characters no other changed. In the dictionary it takes equal
  products of frequencies (1,143 strings of three characters) and more than five unknown characters
  somewhere to the right, such as a Latin name: 15,000 such combinations showed no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import inf, log

from cleaner.filters.segment import vocabulary
from cleaner.patterns import lazy

# Longest repeated string looked for; each length costs 2.5 ns a character of all text. Eleven
# unknown characters with a period of five hardly occur, and of 107,000 made at random 8 changed.
_LONGEST = 4
_CLOSE = ("常在",)

_BLOCK = lazy(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+)")
_SPACE = lazy(r"(\r\n|\s)")
_HAN = lazy(r"([\u4e00-\u9fd5]+)")
_RUN = lazy(r"[\u4e00-\u9fd5]+")
_PARTS = lazy(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")

_NEVER = -3.14e100
_STATES = "BMES"
_START = {"B": -0.26268660809250016, "E": _NEVER, "M": _NEVER, "S": -1.4652633398537678}
_BEFORE = {  # state: the two states that may come before it, and the probability of the step
    "B": (("E", -0.5897149736854513), ("S", -0.7211965654669841)),
    "M": (("B", -0.916290731874155), ("M", -1.2603623820268226)),
    "E": (("B", -0.510825623765990), ("M", -0.33344856811948514)),
    "S": (("E", -0.8085250474669937), ("S", -0.6658631448798212)),
}


def possible(text: str) -> bool:
    """Whether rounding may decide anything in ``text`` (which stays within the BMP)."""
    return next(_places(text), None) is not None


def lines(text: str) -> list[int]:
    """Return the numbers of the lines of ``text`` in which rounding may decide, ascending."""
    return sorted({text.count("\n", 0, place) for place in _places(text)})


def _places(text: str) -> Iterator[int]:
    """Yield an offset in every line with a close call; several for one line at most a few times.

    Repetition is found by comparing the text with itself, shifted by the period, as one long
    integer: at a few nanoseconds a character this is a third of what the best regular expression
    costs.
    """
    for pair in _CLOSE:
        place = text.find(pair)
        while place >= 0:
            yield place
            place = text.find(pair, _line_end(text, place))
    data = text.encode("utf-16-le")
    size = len(data)
    number = int.from_bytes(data, "little")
    for period in range(1, _LONGEST + 1):
        same = (number ^ (number >> 16 * period)).to_bytes(size, "little")
        zeros = bytes(2 * (period + 1))
        limit = size - 2 * period  # beyond it the text is compared with nothing
        place = same.find(zeros, 0, limit)
        while place >= 0:
            if place % 2:
                place += 1
                if same[place : place + len(zeros)] != zeros or place + len(zeros) > limit:
                    place = same.find(zeros, place, limit)
                    continue
            offset = place // 2
            han = _RUN.match(text, offset)
            end = han.end() if han else offset
            if end - offset > 2 * period:
                yield offset
                offset = _line_end(text, offset)
            else:
                following = _RUN.search(text, end)
                offset = following.start() if following else len(text)
            place = same.find(zeros, 2 * offset, limit)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def cut(text: str) -> list[str]:
    """Return ``list(jieba.cut(text))`` for text within the BMP, with jieba's own arithmetic."""
    words: list[str] = []
    for number, block in enumerate(_BLOCK.split(text)):
        if number % 2:
            words += _cut_block(block)
            continue
        for part in _SPACE.split(block):
            if _SPACE.match(part):
                words.append(part)
            else:
                words += part
    return words


def _cut_block(block: str) -> Iterator[str]:
    single = ""
    start = 0
    ends = _route(block)
    while start < len(block):
        end = ends[start]
        if end == start + 1:
            single += block[start]
        else:
            yield from _cut_single(single)
            single = ""
            yield block[start:end]
        start = end
    yield from _cut_single(single)


def _route(block: str) -> list[int]:
    """Return for each place where the word that begins there ends on the likeliest route."""
    size = len(block)
    total = log(vocabulary.TOTAL)
    scores = [0.0] * (size + 1)
    ends = [0] * size
    for start in range(size - 1, -1, -1):
        known = vocabulary.words(block[start])
        best = (-inf, 0)
        for end in range(start + 1, min(start + _longest(block[start]), size) + 1):
            count = known.get(block[start:end])
            if count:
                best = max(best, (log(count) - total + scores[end], end))
        if not best[1]:
            best = (log(1) - total + scores[start + 1], start + 1)
        scores[start], ends[start] = best
    return ends


@lru_cache(maxsize=2048)
def _longest(first: str) -> int:
    return max(map(len, vocabulary.words(first)), default=0)


def _cut_single(text: str) -> Iterator[str]:
    """Cut characters that the dictionary leaves single."""
    if len(text) > 1 and not vocabulary.frequency(text):
        yield from _cut_unknown(text)
    else:
        yield from text


def _cut_unknown(text: str) -> Iterator[str]:
    for number, part in enumerate(_HAN.split(text)):
        if number % 2:
            yield from _cut_han(part)
        else:
            yield from filter(None, _PARTS.split(part))


def _cut_han(text: str) -> Iterator[str]:
    begin = done = 0
    for place, state in enumerate(_viterbi(text)):
        if state == "B":
            begin = place
        elif state == "E":
            yield text[begin : place + 1]
            done = place + 1
        elif state == "S":
            yield text[place]
            done = place + 1
    if done < len(text):
        yield text[done:]


def _viterbi(text: str) -> list[str]:
    """Return the likeliest state of each character: sums and comparisons in jieba's order."""
    emit = _emission(text[0])
    score = {state: _START[state] + emit[state] for state in _STATES}
    # For each character but the first one bit a state: which of the two states came before it.
    steps = bytearray()
    for character in text[1:]:
        emit = _emission(character)
        scores: dict[str, float] = {}
        step = 0
        for bit, state in enumerate(_STATES):
            (first, first_move), (second, second_move) = _BEFORE[state]
            one = score[first] + first_move + emit[state]
            other = score[second] + second_move + emit[state]
            # Equal scores: jieba compares the letters of the states, and `second` is the larger.
            if other >= one:
                step |= 1 << bit
                one = other
            scores[state] = one
        score = scores
        steps.append(step)
    state = "S" if score["S"] >= score["E"] else "E"
    path = [state]
    for step in reversed(steps):
        state = _BEFORE[state][step >> _STATES.index(state) & 1][0]
        path.append(state)
    path.reverse()
    return path


@cache  # at most 15,000 characters have a probability
def _emission(character: str) -> dict[str, float]:
    """Return the log probability of ``character`` in each state.

    Looked up in the text of jieba's table: importing it takes 0.3 s, reading it 1 ms.
    """
    key = f"'\\u{ord(character):04x}': ".encode()
    table = _table()
    emission: dict[str, float] = {}
    for state in _STATES:
        begin, end = table[state]
        place = _source().find(key, begin, end)
        if place < 0:
            emission[state] = _NEVER
        else:
            value = _source()[place + len(key) : place + len(key) + 40]
            emission[state] = float(re.split(rb"[,}\s]", value, maxsplit=1)[0])
    return emission


@cache
def _source() -> bytes:
    return (vocabulary.folder() / "finalseg" / "prob_emit.py").read_bytes()


@cache
def _table() -> dict[str, tuple[int, int]]:
    """Return where the numbers of each state begin and end in the source."""
    source = _source()
    begins = sorted((source.index(f"'{state}': {{".encode()), state) for state in _STATES)
    ends = [begin for begin, _ in begins[1:]] + [len(source)]
    return {state: (begin, end) for (begin, state), end in zip(begins, ends, strict=True)}
