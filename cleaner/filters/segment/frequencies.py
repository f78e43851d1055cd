"""How frequent words are, a user's own among them: jieba's ``add_word`` and ``suggest_freq``."""

from __future__ import annotations

from math import inf, log

from cleaner.filters.segment import blocks, index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NONE: Mapping[str, int] = {}


class Frequencies:
    """Frequencies of words in jieba's dictionary and of the ``changes``, added one after another.

    ``counts`` has the changed words, 0 for removed ones, ``total`` the sum of all frequencies as
    jieba keeps it: it adds what a change gives and takes nothing off for what that replaces.
    ``changed`` has the changed words too, by their first two characters.
    """

    def __init__(self, changes: Iterable[tuple[str, int | None]] = ()) -> None:
        self.counts: dict[str, int] = {}
        self.changed: dict[str, list[str]] = {}
        self.total: int = index.TOTAL
        self._singles = _Singles(self)
        self._groups = _Groups(self)
        self._starts: set[str] = set()  # of changed words, but for those that are
        self._pending: list[str] = []  # not looked at yet
        for word, count in changes:
            if count is None:
                count = self.suggested(word)
            self.counts[word] = count
            self.total += count
            self._pending.append(word)
            pair = word[:2]
            self.changed.setdefault(pair, []).append(word)
            if pair in self._groups:
                self._groups[pair] = {**self._groups[pair], word[2:]: count}
            elif pair in self._singles:
                self._singles[pair] = count

    def __getitem__(self, word: str) -> int:
        """Return the frequency of a word, 0 when there is none."""
        if word in self.counts:
            return self.counts[word]
        return self._groups[word[:2]].get(word[2:], 0) if len(word) > 1 else self._singles[word]

    def effective(self, word: str) -> int:
        """Return the frequency of a changed word, raised so that the word comes out by itself.

        jieba takes a given frequency as it is, even one at which the word is never found.
        """
        count = self.counts[word]
        if not count or len(word) == 1:
            return count
        return max(count, self._needed(self._cut(word, whole=False)))

    def suggested(self, word: str) -> int:
        """Return what ``jieba.suggest_freq(word)`` does: enough for the word to come out."""
        parts: list[str] = []
        for piece in filter(None, blocks.pieces(word)):
            parts += self._cut(piece) if len(piece) > 1 else piece
        return max(self._needed(parts), self[word])

    def _needed(self, parts: Iterable[str]) -> int:
        share = 1.0
        total = float(self.total)
        for part in parts:
            # As jieba counts: 1 for what no word is and none begins with.
            share *= (self[part] or (0 if self._begins(part) else 1)) / total
        return int(share * self.total) + 1

    def _begins(self, part: str) -> bool:
        for word in self._pending:
            self._starts.update([word[:end] for end in range(1, len(word))])
        self._pending.clear()
        if part in self._starts or part in self.counts:
            return True
        if len(part) == 1:
            return bool(index.page(part))
        return any(rest.startswith(part[2:]) for rest in self._groups[part[:2]])

    def _cut(self, block: str, *, whole: bool = True) -> list[str]:
        """Cut a word without the hidden Markov model; not ``whole``: into two parts or more."""
        singles, groups = self._singles, self._groups
        size = len(block)
        total = log(self.total)
        scores = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            last = size if whole or start else size - 1
            best, found = -inf, 0
            count = singles[block[start]]
            if count:
                best, found = log(count) - total + scores[start + 1], start + 1
            words = groups[block[start : start + 2]] if start + 2 <= last else _NONE
            if words:
                for end in range(start + 2, last + 1):
                    count = words.get(block[start + 2 : end], 0)
                    if count:
                        score = log(count) - total + scores[end]
                        if score >= best:  # of equal ones the longer
                            best, found = score, end
            if not found:
                best, found = log(1) - total + scores[start + 1], start + 1
            scores[start], ends[start] = best, found
        return blocks.words_of(block, ends)


class _Singles(dict[str, int]):
    """Frequencies of characters as words."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies

    def __missing__(self, char: str) -> int:
        count = self._frequencies.counts.get(char)
        self[char] = found = int(index.single(char)[0]) if count is None else count
        return found


class _Groups(dict[str, "Mapping[str, int]"]):
    """Words by their first two characters: the rest of each with its frequency."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies

    def __missing__(self, pair: str) -> Mapping[str, int]:
        words = {rest: int(count) for rest, count in index.counts(*pair).items()}
        for word in self._frequencies.changed.get(pair, ()):
            words[word[2:]] = self._frequencies.counts[word]
        self[pair] = found = words or _NONE
        return found
