"""The cues: phrases that give page chrome away, read from ``dictionaries/chrome`` and indexed.

Sites repeat the same few hundred phrases (返回首页, 相关新闻, 责任编辑：, 版权所有), so most
lines are settled by a look-up. Cues are written in lower case, without whitespace and in Simplified
characters, and are compared with lines brought to the same form.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from cleaner.dictionaries import rows
from cleaner.errors import DictionaryError
from cleaner.patterns import lazy

#: Why a line may be dropped; the rule in the ledger is ``chrome.<reason>``.
REASONS = (
    "navigation",
    "breadcrumb",
    "share",
    "related",
    "hot",
    "credits",
    "byline",
    "copyright",
    "pager",
    "app",
    "login",
    "comments",
    "advertisement",
    "disclaimer",
    "spam",
    "tail",
)
MATCHES = ("line", "prefix", "suffix", "contains")
FIELDS = ("author", "editor", "source", "published", "-")


class Force(IntEnum):
    """What a cue is worth: nothing, something in company, enough alone, the end of the body."""

    NONE = 0
    WEAK = 1
    STRONG = 2
    END = 3


# Members by name: looking one up in an Enum takes Python 3.11 ten times as long.
NONE, WEAK, STRONG, END = Force
FORCES = {"weak": WEAK, "strong": STRONG, "end": END}

# A cue says what a short line is; at the start of a longer one it is the start of a sentence.
SHORT = 60
# Disclaimers and copyright notices are sentences themselves: no shorter bound for them.
LONG = 300
_NOTICES = frozenset({"disclaimer", "copyright"})
# One word of spam is a word (偷拍 in a report); two different ones in a line are an advertisement.
SPAM = 2


class Cue(NamedTuple):
    """What a phrase says about a line."""

    reason: str
    force: Force


class Label(NamedTuple):
    """What a label before a colon (编辑：) says about a line, and the metadata it introduces."""

    name: str
    reason: str
    field: str
    force: Force


class Phrase(NamedTuple):
    """A cue to compare: ``literal`` is its text up to the first wildcard.

    ``sure`` is a part without wildcards: where that is missing the phrase is not either.
    """

    literal: str
    sure: str
    pattern: re.Pattern[str] | None
    cue: Cue

    def opens(self, text: str) -> bool:
        """Whether ``text`` begins with the phrase."""
        return text.startswith(self.literal) and (
            self.pattern is None or self.pattern.match(text) is not None
        )

    def occurs(self, text: str) -> bool:
        """Whether the phrase is in ``text``."""
        return self.literal in text and (
            self.pattern is None or self.pattern.search(text) is not None
        )


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of the shipped dictionaries and of a user's folders, indexed for speed.

    ``whole`` is looked up with the whole line; ``prefixes``, ``suffixes``, ``labels`` and
    ``names`` with its first or last characters, which leaves a handful to compare. ``openings``
    are prefixes that begin with a wildcard or one character before it, ``phrases`` cues anywhere;
    ``within`` says at once whether any of them can match. ``heads`` are the first two characters
    of prefixes and labels, ``initials`` whole ones of one character. ``labelled`` finds every
    label before a colon.
    """

    whole: dict[str, Cue]
    heads: frozenset[str]
    initials: frozenset[str]
    prefixes: dict[str, tuple[Phrase, ...]]
    openings: tuple[Phrase, ...]
    suffixes: dict[str, tuple[Phrase, ...]]
    within: re.Pattern[str]
    phrases: tuple[Phrase, ...]
    spam: re.Pattern[str]
    labels: dict[str, tuple[Label, ...]]
    labelled: re.Pattern[str]
    names: dict[str, tuple[str, ...]]
    channels: frozenset[str]

    def touch(self, core: str, key: str) -> bool:
        """Whether :meth:`find` or :meth:`label` may know more than what the whole line is.

        Three of four lines are settled here: their first and last characters begin and end no
        cue, and none is within them.
        """
        return (
            core[:2] in self.heads
            or core[:1] in self.initials
            or key[-2:] in self.suffixes
            or (len(key) <= LONG and self.within.search(key) is not None)
            or (len(core) != len(key) and (key[:2] in self.heads or key[:1] in self.initials))
        )

    def find(self, core: str, key: str) -> Cue | None:
        """Return the cue of a line, the strongest where several match.

        ``key`` is the line in lower case without whitespace, ``core`` the same without the
        brackets, bullets and colons around it.
        """
        found = self.whole.get(core)
        if found is not None and found.force >= STRONG:
            return found
        length = len(core)
        if length > LONG:
            return found
        found = _stronger(found, self._prefix(core, length))
        if len(key) != length:
            found = _stronger(found, self._prefix(key, length))
        if length <= SHORT:
            for phrase in self.suffixes.get(key[-2:], ()):
                if key.endswith(phrase.literal):
                    found = _stronger(found, phrase.cue)
        if (found is None or found.force < STRONG) and self.within.search(key) is not None:
            for phrase in [phrase for phrase in self.phrases if phrase.literal in key]:
                if length <= _reach(phrase.cue) and phrase.occurs(key):
                    found = _stronger(found, phrase.cue)
            if len(set(self.spam.findall(key))) >= SPAM:
                return Cue("spam", STRONG)
        return None if found is not None and found.reason == "spam" else found

    def label(self, core: str) -> Label | None:
        """Return the longest label that ``core`` begins with, whatever follows it."""
        best: Label | None = None
        for label in self.labels.get(core[:1], ()):
            if core.startswith(label.name) and (best is None or len(label.name) > len(best.name)):
                best = label
        return best

    def menu(self, core: str) -> tuple[str, ...]:
        """Return the names that ``core`` consists of, empty when anything else is in it.

        Names may follow one another directly (新闻体育财经) or with digits and signs between. Read
        from the left, the longest name first, never tried again another way: linear.
        """
        found = []
        place = 0
        while place < len(core):
            for name in self.names.get(core[place : place + 2], ()):
                if core.startswith(name, place):
                    found.append(name)
                    place += len(name)
                    break
            else:
                if core[place].isalpha():
                    return ()
                place += 1
        return tuple(found)

    def _prefix(self, text: str, length: int) -> Cue | None:
        found: Cue | None = None
        for phrase in self.prefixes.get(text[:2], ()):
            if (length <= SHORT or phrase.cue.reason in _NOTICES) and phrase.opens(text):
                found = _stronger(found, phrase.cue)
        if (
            found is None
            and length <= SHORT
            and (text[:1] in self.initials or self.within.search(text) is not None)
        ):
            for phrase in self.openings:
                if phrase.opens(text):
                    found = _stronger(found, phrase.cue)
        return found


def _stronger(first: Cue | None, second: Cue | None) -> Cue | None:
    if first is None or (second is not None and second.force > first.force):
        return second
    return first


def _reach(cue: Cue) -> int:
    """Return the length of the longest line that a phrase inside it can characterise."""
    return {"disclaimer": LONG, "copyright": LONG // 2}.get(cue.reason, SHORT)


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Cues:
    """Read the cues, with users' ``folders`` laid over the shipped ones, and index them.

    Raises DictionaryError for a match, reason, field or force that is not in the closed lists.
    """
    whole: dict[str, Cue] = {}
    lists: dict[str, list[Phrase]] = {match: [] for match in MATCHES}
    spam: list[str] = []
    for text, match, reason, force in rows("chrome/cues.tsv", 4, folders):
        _check("chrome/cues.tsv", text, (match, MATCHES), (reason, REASONS), (force, FORCES))
        cue = Cue(reason, FORCES[force])
        if match == "line":
            whole[text] = cue
        else:
            literal, wild, rest = text.partition("*")
            pattern = lazy(_regex(text)) if wild else None
            sure = literal if len(literal) > 1 or not wild else rest.partition("*")[0]
            lists[match].append(Phrase(literal, sure, pattern, cue))
            if reason == "spam" and match == "contains":
                spam.append(text)
    labels: dict[str, list[Label]] = {}
    for text, reason, field, force in rows("chrome/labels.tsv", 4, folders):
        _check("chrome/labels.tsv", text, (field, FIELDS), (reason, REASONS), (force, FORCES))
        labels.setdefault(text[:1], []).append(Label(text, reason, field, FORCES[force]))
    channels = frozenset(name for (name,) in rows("chrome/channels.txt", 1, folders))
    names: dict[str, list[str]] = {}
    for name in sorted(channels.union(whole), key=lambda name: (-len(name), name)):
        if len(name) > 1:
            names.setdefault(name[:2], []).append(name)
    prefixes: dict[str, list[Phrase]] = {}
    openings: list[Phrase] = []
    for phrase in lists["prefix"]:
        if len(phrase.literal) < 2:
            openings.append(phrase)
        else:
            prefixes.setdefault(phrase.literal[:2], []).append(phrase)
    suffixes: dict[str, list[Phrase]] = {}
    for phrase in lists["suffix"]:
        suffixes.setdefault(phrase.literal[-2:], []).append(phrase)
    starts = [label.name for group in labels.values() for label in group]
    long = "|".join(re.escape(name) for name in starts if len(name) > 1)
    starts += [phrase.literal for phrase in lists["prefix"]]
    return Cues(
        whole=whole,
        heads=frozenset(start[:2] for start in starts if len(start) > 1),
        initials=frozenset(start for start in (*starts, *channels) if len(start) == 1),
        prefixes={key: tuple(value) for key, value in prefixes.items()},
        openings=tuple(openings),
        suffixes={key: tuple(value) for key, value in suffixes.items()},
        within=_any({phrase.sure for phrase in (*lists["contains"], *openings)}),
        phrases=tuple(lists["contains"]),
        spam=_any(spam),
        labels={key: tuple(value) for key, value in labels.items()},
        labelled=lazy(f"(?:{long})[:：]"),
        names={key: tuple(value) for key, value in names.items()},
        channels=channels,
    )


def _regex(cue: str) -> str:
    """Return the regular expression of a cue; a wildcard is at most 12 characters, never more."""
    return ".{0,12}?".join(re.escape(part) for part in cue.split("*"))


def _any(cues: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``cues``, grouped by their first characters.

    At each place one branch is tried for a character instead of one for a cue, in half the time.
    """
    groups: dict[str, list[str]] = {}
    for cue in sorted(cues):
        groups.setdefault(cue[:1], []).append(_regex(cue[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return lazy("|".join(branches) or "(?!)")


def _check(name: str, text: str, *cells: tuple[str, Container[str]]) -> None:
    for value, known in cells:
        if value not in known:
            raise DictionaryError(
                f"{name}: {text}: {value!r} is not a match, reason, field or force"
            )
