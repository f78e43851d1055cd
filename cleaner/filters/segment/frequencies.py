"""How frequent words are, a user's own among them: jieba's ``add_word`` and ``suggest_freq``."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log

from cleaner.filters.segment import blocks, index


class Frequencies:
    """Frequencies of words in jieba's dictionary and of the ``changes``, added one after another.

    ``counts`` has the changed words, 0 for removed ones, ``total`` the sum of all frequencies as
    jieba keeps it: it adds what a change gives and takes nothing off for what that replaces.
    ``changed`` has the changed words too, by their first two characters and the rest.
    """

    def __init__(self, changes: Iterable[tuple[str, int | None]] = ()) -> None:
        self.counts: dict[str, int] = {}
        self.changed: dict[str, dict[str, int]] = {}
        self.total = index.TOTAL
        self._singles: dict[str, int] = {}
        self._words: dict[str, dict[str, int]] = {}  # changed or not, by the first two characters
        self._starts: set[str] = set()  # of changed words, but for those that are
        self._pending: list[str] = []  # not looked at yet
        for word, count in changes:
            if count is None:
                count = self.suggested(word)
            self._change(word, count)

    def _change(self, word: str, count: int) -> None:
        self.counts[word] = count
        self.total += count
        self._pending.append(word)
        pair, rest = word[:2], word[2:]
        self.changed.setdefault(pair, {})[rest] = count
        if len(word) == 1:
            self._singles[word] = count
        elif pair in self._words:
            self._words[pair][rest] = count

    def __getitem__(self, word: str) -> int:
        """Return the frequency of a word, 0 when there is none."""
        if word in self.counts:
            return self.counts[word]
        return self._group(word[:2]).get(word[2:], 0) if len(word) > 1 else self._single(word)

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
            self._starts.update(word[:end] for end in range(1, len(word) + 1))
        self._pending.clear()
        if part in self._starts:
            return True
        if len(part) == 1:
            return bool(index.page(part))
        return any(rest.startswith(part[2:]) for rest in self._group(part[:2]))

    def _single(self, char: str) -> int:
        count = self._singles.get(char)
        if count is None:
            self._singles[char] = count = int(index.single(char)[0])
        return count

    def _group(self, pair: str) -> dict[str, int]:
        """Return the rest of each word that begins with two characters, with its frequency."""
        words = self._words.get(pair)
        if words is None:
            words = {rest: int(count) for rest, count, _ in index.group(*pair)}
            words.update(self.changed.get(pair, ()))
            self._words[pair] = words
        return words

    def _cut(self, block: str, *, whole: bool = True) -> list[str]:
        """Cut a word without the hidden Markov model; not ``whole``: into two parts or more."""
        size = len(block)
        total = log(self.total)
        scores = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            last = size if whole or start else size - 1
            best = (-inf, 0)
            count = self._single(block[start])
            if count:
                best = (log(count) - total + scores[start + 1], start + 1)
            words = self._group(block[start : start + 2]) if start + 2 <= last else {}
            if words:
                for end in range(start + 2, last + 1):
                    count = words.get(block[start + 2 : end], 0)
                    if count:
                        best = max(best, (log(count) - total + scores[end], end))
            if not best[1]:
                best = (log(1) - total + scores[start + 1], start + 1)
            scores[start], ends[start] = best
        found: list[str] = []
        joined = False  # letters and digits that stay single
        start = 0
        while start < size:
            end = ends[start]
            word = block[start:end]
            alone = len(word) == 1 and word.isascii() and word.isalnum()
            if alone and joined:
                found[-1] += word
            else:
                found.append(word)
            joined = alone
            start = end
        return found
