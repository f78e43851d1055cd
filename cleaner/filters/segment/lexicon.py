"""A dictionary for the standard-library engine: jieba's words, and changes of a user's own.

Words are looked up by their first two characters and kept as logarithms of probabilities, computed
as jieba computes them, so that sums come out the same to the last bit.
"""

from __future__ import annotations

from math import log

from cleaner.filters.segment import index
from cleaner.filters.segment.frequencies import Frequencies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    # Words that begin with two characters: log probability of the two alone (None when they are no
    # word), of the longer ones by what follows the two, and the lengths of these, ascending.
    Group = tuple[float | None, Mapping[str, float], tuple[int, ...]]

# Pairs kept at most: a page has hundreds, 2.5 MB of news 140,000. About 40 MB.
_KEPT = 1 << 18


class Lexicon:
    """Words and their log probabilities. Safe to share between threads.

    ``changes`` are words added to those of jieba, as ``jieba.add_word`` does: with a frequency,
    None for one that makes it come out, 0 to remove it. A frequency that is too low for that (of
    which jieba takes no notice) is raised. ``apart`` has the removed words: jieba splits them where
    the hidden Markov model makes them.
    """

    def __init__(self, changes: Iterable[tuple[str, int | None]] = ()) -> None:
        self.frequencies: Frequencies = Frequencies(changes)
        counts = self.frequencies.counts
        self.apart: frozenset[str] = frozenset(word for word, count in counts.items() if not count)
        self.logs: _Logs = _Logs(self.frequencies.total)
        self.singles: _Singles = _Singles(self)
        self.pairs: _Pairs = _Pairs(self)
        self.unknown: float = self.logs[1]

    def __contains__(self, word: str) -> bool:
        """Whether the dictionary has ``word``, which is not empty."""
        if len(word) == 1:
            return self.singles[word] is not None
        group = self.pairs[word[:2]]
        if group is None:
            return False
        return group[0] is not None if len(word) == 2 else word[2:] in group[1]

    def group(self, pair: str) -> Group | None:
        """Return the words that begin with two characters; see :attr:`pairs`, which keeps them."""
        known = index.counts(*pair)
        changed = self.frequencies.changed.get(pair, ())
        if not known and not changed:
            return None
        logs = {rest: self.logs[count] for rest, count in known.items()}
        for word in changed:
            count = self.frequencies.effective(word)
            if count:
                logs[word[2:]] = self.logs[count]
            else:
                logs.pop(word[2:], None)
        if not logs:
            return None
        two = logs.pop("", None)
        return two, logs, tuple(sorted({len(rest) + 2 for rest in logs}))


class _Logs(dict[str | int, float]):
    """Log probability of a word by its frequency, of which jieba's dictionary has 5,087."""

    def __init__(self, total: int) -> None:
        self._total = log(total)

    def __missing__(self, count: str | int) -> float:
        self[count] = found = log(int(count)) - self._total
        return found


class _Singles(dict[str, float | None]):
    """Log probability of each character as a word; None for one that is no word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, char: str) -> float | None:
        count = self._lexicon.frequencies[char]
        self[char] = found = self._lexicon.logs[count] if count else None
        return found


class _Pairs(dict[str, "Group | None"]):
    """Words by their first two characters; None where no word begins with them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, pair: str) -> Group | None:
        if len(self) > _KEPT:
            self.clear()
        self[pair] = found = self._lexicon.group(pair) if len(pair) == 2 else None
        return found
