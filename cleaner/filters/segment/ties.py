"""Where two ways to cut a text are equally likely, and rounding decides.

jieba takes the likeliest route through the words of its dictionary, and puts the characters that
stay single together by a hidden Markov model. rjieba does the same with sums that differ in their
last bits (it adds a run of unknown characters in one step) and with emission probabilities rounded
to six decimals. That can decide only where two ways to cut are equal or nearly so:

* *repetition*. Swapping two words without changing the text (哈哈|哈哈哈 and 哈哈哈|哈哈) gives
  the same factors in another order, a tie that jieba's rounding decides. X Z Y = Y Z X holds for
  different words only when the text repeats some string more than twice over (t t and the
  beginning of a third t). Such text is cut by the engine of the standard library, which has
  jieba's numbers in jieba's order;
* *coincidence*: different factors with the same product. In the model one pair of common
  characters is such a case (常在 at the beginning of a run: 1.5e-7) and goes the same way; of
  600,000 random strings of twelve characters no other changed. In the dictionary it takes equal
  products of frequencies (1,143 strings of three characters) and more than five unknown characters
  somewhere to the right, such as a Latin name: 15,000 such combinations showed no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.filters.segment.blocks import numbers, places
from cleaner.patterns import lazy

# Longest repeated string looked for; each length costs 2.5 ns a character of all text. Eleven
# unknown characters with a period of five hardly occur, and of 107,000 made at random 8 changed.
_LONGEST = 4
_CLOSE = ("常在",)

# By period: a run in which a string of that length may come twice and begin a third time.
_LONG = {period: lazy(rf"[\u4e00-\u9fd5]{{{2 * period + 1}}}") for period in range(1, _LONGEST + 1)}


def possible(text: str) -> bool:
    """Whether rounding may decide anything in ``text`` (which stays within the BMP)."""
    return next(_places(text), None) is not None


def lines(text: str) -> list[int]:
    """Return the numbers of the lines of ``text`` in which rounding may decide, ascending."""
    return numbers(text, sorted(_places(text)))


def _places(text: str) -> Iterator[int]:
    """Yield an offset in every line with a close call; several for one line at most a few times.

    Repetition is found by comparing the text with itself, shifted by the period, as one long
    integer of the low bytes of its characters: at a few nanoseconds a character this is a quarter
    of what the best regular expression costs.
    """
    yield from places(text, _CLOSE)
    data = text.encode("utf-16-le")[::2]
    size = len(data)
    number = int.from_bytes(data, "little")
    for period, run in _LONG.items():
        same = (number ^ (number >> 8 * period)).to_bytes(size, "little")
        zeros = bytes(period + 1)
        limit = size - period  # beyond it the text is compared with nothing
        place = same.find(zeros, 0, limit)
        while place >= 0:
            long = run.search(text, place)
            if long is None:
                break
            if long.start() > place:
                place = long.start()
            elif text.startswith(text[place : place + period + 1], place + period):
                yield place
                place = _line_end(text, place)
            else:  # equal in their low bytes only
                place += 1
            place = same.find(zeros, place, limit)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return end if end >= 0 else len(text)
