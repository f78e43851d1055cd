"""Cues that are parts of lines: prefixes, suffixes, labels, and what may stand anywhere."""

from __future__ import annotations

import marshal

from cleaner.filters.chrome.cues import STRONG, Cue, Label
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence
    from typing import Final

    from cleaner.filters.chrome.controls import Controls

    #: What a phrase is made from: literal, sure part, expression if any, and number of the cue.
    Row = tuple[str, str, str | None, int]

# A cue says what a short line is; at the start of a longer one it is the start of a sentence.
SHORT: Final = 60
# Disclaimers and copyright notices are sentences themselves: no shorter bound for them.
LONG: Final = 300
_NOTICES: Final = frozenset({"disclaimer", "copyright"})
# One word of spam is a word (偷拍 in a report); two different ones in a line are an advertisement.
# So is one so many times.
SPAM: Final = 2
SPAMMED: Final = 4


class Phrase:
    """A cue to compare: ``literal`` is its text up to the first wildcard.

    ``sure`` is a part without wildcards: where that is missing the phrase is not either.
    """

    __slots__ = ("cue", "literal", "pattern", "sure")

    def __init__(self, literal: str, sure: str, pattern: re.Pattern[str] | None, cue: Cue) -> None:
        self.literal = literal
        self.sure = sure
        self.pattern = pattern
        self.cue = cue

    def occurs(self, text: str) -> bool:
        """Whether the phrase is in ``text``."""
        return self.literal in text and (
            self.pattern is None or self.pattern.search(text) is not None
        )


def phrase(row: Row, cues: Sequence[Cue]) -> Phrase:
    """Return the phrase of a row."""
    literal, sure, expression, cue = row
    return Phrase(literal, sure, None if expression is None else lazy(expression), cues[cue])


class Filed(dict[str, bytes]):
    """The rows of prefixes by two characters, packed: lines of a page begin with few of thousands.

    Reading and making all of them would take 2 ms of CPU time, a fifth of what starting Python
    does. Labels are known here as well, as another thing that a line may begin with.
    """

    def __init__(
        self,
        packed: Mapping[str, bytes],
        cues: Sequence[Cue],
        labels: Mapping[str, Sequence[Label]],
    ) -> None:
        super().__init__(packed)
        self._cues = cues
        self._labels = labels
        self._made: dict[str, tuple[Phrase, ...]] = {}
        self._openers: dict[str, tuple[str, ...]] = {}

    def phrases(self, key: str) -> tuple[Phrase, ...]:
        """Return the phrases that are filed under ``key``."""
        found = self._made.get(key)
        if found is None:
            if key not in self:
                return ()
            rows = marshal.loads(self[key])  # noqa: S302 - packed by ourselves
            found = self._made[key] = tuple([phrase(row, self._cues) for row in rows])
        return found

    def open(self, text: str) -> bool:
        """Whether ``text`` begins with a prefix, as far as that is known, or a label."""
        key = text[:2]
        openers = self._openers.get(key)
        if openers is None:
            prefixes = [phrase.literal for phrase in self.phrases(key)]
            labels = [label.name for label in self._labels.get(key[:1], ())]
            openers = self._openers[key] = (*prefixes, *labels)
        return text.startswith(openers)


class Phrases:
    """The phrases that may be a part of a line, and the words of buttons (``controls``).

    ``prefixes``, ``suffixes`` and ``labels`` are looked up with the first or last characters of a
    line, which leaves a handful to compare. ``openings`` are prefixes that begin with a wildcard or
    one character before it, ``anywhere`` cues by their first character, each with its rank;
    ``within`` says at once whether any of them can match. ``heads`` are the first two characters of
    prefixes and labels; ``initials`` are whole prefixes, labels and channels of one character.
    Without one of :attr:`.Cues.begins` a line may have a cue or a shape if it begins with one of
    ``firsts``. ``labelled`` finds every label before a colon.
    """

    def __init__(
        self,
        *,
        heads: frozenset[str],
        initials: frozenset[str],
        firsts: frozenset[str],
        prefixes: Filed,
        openings: tuple[Phrase, ...],
        suffixes: dict[str, tuple[Phrase, ...]],
        within: re.Pattern[str],
        anywhere: dict[str, tuple[tuple[int, Phrase], ...]],
        spam: re.Pattern[str],
        labels: dict[str, tuple[Label, ...]],
        labelled: re.Pattern[str],
        controls: Controls,
    ) -> None:
        self.heads = heads
        self.initials = initials
        self.firsts = firsts
        self.prefixes = prefixes
        self.openings = openings
        self.suffixes = suffixes
        self.within = within
        self.anywhere = anywhere
        self.spam = spam
        self.labels = labels
        self.labelled = labelled
        self.controls = controls

    def find(self, core: str, key: str, held: bool, found: Cue | None) -> Cue | None:
        """Return the strongest cue of a line, ``found`` among them: see :meth:`.Cues.find`."""
        length = len(core)
        if length > LONG:
            return found
        for text in (core,) if core == key else (core, key):
            if held or text[:2] in self.prefixes or text[:1] in self.initials:
                found = _stronger(found, self._prefix(text, length, held))
        if length <= SHORT:
            for text in (key,) if core == key else (key, core):
                for phrase in self.suffixes.get(text[-2:], ()):
                    if text.endswith(phrase.literal):
                        found = _stronger(found, phrase.cue)
        if held and (found is None or found.force < STRONG):
            for phrase in self._anywhere(key):
                if length <= _reach(phrase.cue) and phrase.occurs(key):
                    found = _stronger(found, phrase.cue)
            spam = self.spam.findall(key)
            if len(set(spam)) >= SPAM or len(spam) >= SPAMMED:
                return Cue("spam", STRONG)
        return None if found is not None and found.reason == "spam" else found

    def label(self, core: str) -> Label | None:
        """Return the longest label that ``core`` begins with, whatever follows it."""
        best: Label | None = None
        for label in self.labels.get(core[:1], ()):
            if core.startswith(label.name) and (best is None or len(label.name) > len(best.name)):
                best = label
        return best

    def _anywhere(self, key: str) -> list[Phrase]:
        """Return the phrases of which the literal is in ``key``, in order."""
        firsts = ["", *self.anywhere.keys() & {*key}]
        found = [
            pair
            for char in firsts
            for pair in self.anywhere.get(char, ())
            if pair[1].literal in key
        ]
        return [phrase for _, phrase in sorted(found, key=_rank)]

    def _prefix(self, text: str, length: int, held: bool) -> Cue | None:
        found: Cue | None = None
        for phrase in self.prefixes.phrases(text[:2]):
            if (
                text.startswith(phrase.literal)
                and (length <= SHORT or phrase.cue.reason in _NOTICES)
                and (phrase.pattern is None or phrase.pattern.match(text) is not None)
            ):
                found = _stronger(found, phrase.cue)
        if (held or text[:1] in self.initials) and found is None and length <= SHORT:
            for phrase in self.openings:
                if (
                    phrase.sure in text
                    and text.startswith(phrase.literal)
                    and (phrase.pattern is None or phrase.pattern.match(text))
                ):
                    found = _stronger(found, phrase.cue)
        return found


def _rank(ranked: tuple[int, Phrase]) -> int:
    return ranked[0]


def _stronger(first: Cue | None, second: Cue | None) -> Cue | None:
    if first is None or (second is not None and second.force > first.force):
        return second
    return first


def _reach(cue: Cue) -> int:
    """Return the length of the longest line that a phrase inside it can characterise."""
    return {"disclaimer": LONG, "copyright": LONG // 2}.get(cue.reason, SHORT)
