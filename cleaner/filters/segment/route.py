"""The likeliest way through the words of the dictionary: jieba's algorithm, in its arithmetic.

A *block* is a run of the characters that jieba looks at together: Han of U+4E00-9FD5, ASCII letters
and digits, and ``+#&._%-``. Every other character is a word of its own.
"""

from __future__ import annotations

from cleaner.filters.segment import hidden
from cleaner.filters.segment.blocks import alphanumeric, words_of
from cleaner.filters.segment.lexicon import Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def cut(block: str, lexicon: Lexicon) -> list[str]:
    """Return the words that ``jieba.cut`` finds in a block."""
    words: list[str] = []
    ends = _ends(block, lexicon)
    size = len(block)
    place = 0
    while place < size:
        end = ends[place]
        if end > place + 1:
            words.append(block[place:end])
        else:
            while end < size and ends[end] == end + 1:
                end += 1
            run = block[place:end]
            if end == place + 1:
                words.append(run)
            elif run in lexicon:
                words += run
            else:
                words += hidden.cut(run, lexicon.apart)
        place = end
    return words


def cut_without_model(block: str, lexicon: Lexicon) -> list[str]:
    """Return the words that ``jieba.cut`` finds in a block with ``HMM=False``."""
    return words_of(block, _ends(block, lexicon))


def cut_all(block: str, lexicon: Lexicon) -> list[str]:
    """Return all words of the dictionary in a block, as ``jieba.cut`` does with ``cut_all``."""
    words: list[str] = []
    size = len(block)
    done = 0  # end of the last word
    run = ""  # of letters and digits
    for place in range(size):
        char = block[place]
        if run and not alphanumeric(char):
            words.append(run)
            run = ""
        if lexicon.pairs[block[place : place + 2]] is None:  # three places in five
            if place >= done:
                if alphanumeric(char):
                    run += char
                else:
                    words.append(char)
                done = place + 1
            continue
        ends = [end for end, _ in _words(block, place, lexicon)] or [place + 1]
        if len(ends) > 1:
            for end in ends:
                if end > place + 1:
                    words.append(block[place:end])
                    done = end
        elif place >= done:
            word = block[place : ends[0]]
            if alphanumeric(word[0]):
                run += word
            if not run:
                words.append(word)
            done = ends[0]
        elif ends[0] > place + 1:
            words.append(block[place : ends[0]])
            done = ends[0]
    if run:
        words.append(run)
    return words


def inside(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of two and then of three characters inside a longer word."""
    for size in (2, 3):
        if len(word) > size:
            for place in range(len(word) - size + 1):
                part = word[place : place + size]
                if part in lexicon:
                    yield part


def _words(block: str, place: int, lexicon: Lexicon) -> Iterator[tuple[int, float]]:
    """Yield end and log probability of each word that begins at ``place``, ascending."""
    score = lexicon.singles[block[place]]
    if score is not None:
        yield place + 1, score
    group = lexicon.pairs[block[place : place + 2]]
    if group is not None:
        two, longer, lengths = group
        if two is not None:
            yield place + 2, two
        for length in lengths:
            end = place + length
            if end > len(block):
                break
            score = longer.get(block[place + 2 : end])
            if score is not None:
                yield end, score


def _ends(block: str, lexicon: Lexicon) -> list[int]:
    """Return for each place where the word that begins there ends on the likeliest route.

    Scores are summed from the right; of equal ones the longer word counts, as jieba has it.
    """
    pairs, singles, unknown = lexicon.pairs, lexicon.singles, lexicon.unknown
    size = len(block)
    scores = [0.0] * (size + 1)
    ends = list(range(1, size + 1))
    following = 0.0  # score of what is right of the place
    for place in range(size - 1, -1, -1):
        score = singles[block[place]]
        group = pairs[block[place : place + 2]]
        if group is None:  # three places in five
            following += unknown if score is None else score
            scores[place] = following
            continue
        best = None if score is None else score + following
        two, longer, lengths = group
        if two is not None:
            score = two + scores[place + 2]
            if best is None or score >= best:
                best = score
                ends[place] = place + 2
        for length in lengths:
            end = place + length
            if end > size:
                break
            score = longer.get(block[place + 2 : end])
            if score is not None:
                score += scores[end]
                if best is None or score >= best:
                    best = score
                    ends[place] = end
        following = scores[place] = unknown + following if best is None else best
    return ends
