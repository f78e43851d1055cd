"""The cues: phrases that give page chrome away, indexed.

Sites repeat the same few hundred phrases (返回首页, 相关新闻, 责任编辑：, 版权所有), so most
lines are settled by a look-up. Cues are written in lower case, without whitespace and in Simplified
characters, and are compared with lines brought to the same form.
"""

from __future__ import annotations

import marshal

from cleaner.filters.chrome.controls import Controls
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    #: What a phrase is made from: literal, sure part, expression if any, and number of the cue.
    Row = tuple[str, str, str | None, int]

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


# What a cue is worth: nothing, something in company, enough alone, the end of the body.
NONE, WEAK, STRONG, END = 0, 1, 2, 3
FORCES = {"weak": WEAK, "strong": STRONG, "end": END}

# A cue says what a short line is; at the start of a longer one it is the start of a sentence.
SHORT = 60
# Disclaimers and copyright notices are sentences themselves: no shorter bound for them.
LONG = 300
_NOTICES = frozenset({"disclaimer", "copyright"})
# One word of spam is a word (偷拍 in a report); two different ones in a line are an advertisement.
# So is one so many times.
SPAM, SPAMMED = 2, 4
# So many letters of a menu may be no name, beside so many names: 首页 新闻总览 政治 财经 国际 大陆.
UNKNOWN, KNOWN = 4, 6
# Beside fewer, this part of the line may be none, if two are buttons: 赞同 87 条评论 分享 收藏.
FEW, SURE, MOSTLY = 3, 2, 3


class Cue:
    """What a phrase says about a line."""

    __slots__ = ("force", "reason")

    def __init__(self, reason: str, force: int) -> None:
        self.reason = reason
        self.force = force

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cue) and (self.reason, self.force) == (other.reason, other.force)

    def __repr__(self) -> str:
        return f"Cue({self.reason!r}, {self.force})"


class Label:
    """What a label before a colon (编辑：) says about a line, and the metadata it introduces."""

    __slots__ = ("field", "force", "name", "reason")

    def __init__(self, name: str, reason: str, field: str, force: int) -> None:
        self.name = name
        self.reason = reason
        self.field = field
        self.force = force


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


class Cues:
    """The cues of the shipped dictionaries and of a user's folders, indexed for speed.

    ``whole`` is looked up with the whole line; ``prefixes``, ``suffixes``, ``labels`` and
    ``names`` with its first or last characters, which leaves a handful to compare. ``openings``
    are prefixes that begin with a wildcard or one character before it, ``phrases`` cues anywhere by
    their first character, each with its rank; ``within`` says at once whether any of them can
    match. ``heads`` are the first two characters of prefixes and labels, ``starts`` those of whole
    lines, names and reporters, ``begins`` both; ``initials`` are whole prefixes, labels and
    channels of one character. Without one of ``begins`` a line may have a cue or a shape if it
    begins with one of ``firsts``. ``labelled`` finds every label before a colon.
    """

    def __init__(
        self,
        *,
        whole: dict[str, Cue],
        heads: frozenset[str],
        starts: frozenset[str],
        initials: frozenset[str],
        begins: frozenset[str],
        firsts: frozenset[str],
        prefixes: Filed,
        openings: tuple[Phrase, ...],
        suffixes: dict[str, tuple[Phrase, ...]],
        within: re.Pattern[str],
        phrases: dict[str, tuple[tuple[int, Phrase], ...]],
        spam: re.Pattern[str],
        labels: dict[str, tuple[Label, ...]],
        labelled: re.Pattern[str],
        names: dict[str, tuple[str, ...]],
        channels: frozenset[str],
        controls: Controls,
    ) -> None:
        self.whole = whole
        self.heads = heads
        self.starts = starts
        self.initials = initials
        self.begins = begins
        self.firsts = firsts
        self.prefixes = prefixes
        self.openings = openings
        self.suffixes = suffixes
        self.within = within
        self.phrases = phrases
        self.spam = spam
        self.labels = labels
        self.labelled = labelled
        self.names = names
        self.channels = channels
        self.controls = controls

    def with_lines(self, lines: Mapping[str, Cue], names: dict[str, tuple[str, ...]]) -> Cues:
        """Return these cues with more that are whole lines, and with ``names`` for names."""
        starts = self.starts.union([text[:2] for text in lines])
        return Cues(
            whole={**self.whole, **lines},
            names=names,
            starts=starts,
            begins=self.begins | starts,
            heads=self.heads,
            initials=self.initials,
            firsts=self.firsts,
            prefixes=self.prefixes,
            openings=self.openings,
            suffixes=self.suffixes,
            within=self.within,
            phrases=self.phrases,
            spam=self.spam,
            labels=self.labels,
            labelled=self.labelled,
            channels=self.channels,
            controls=self.controls,
        )

    def touch(self, core: str, key: str) -> bool | None:
        """Whether a line begins with a prefix or a label, or may end with a suffix.

        False if it may begin with a whole line, a name or a reporter. When it does neither (None)
        and ``within`` finds nothing, the cues know nothing of the line.
        """
        begin = core[:2]
        if (
            (begin in self.heads and (core[-1].isdigit() or self.prefixes.open(core)))
            or core[-2:] in self.suffixes
            or core[0] in self.initials
            or (
                core != key
                and (
                    (key[:2] in self.heads and self.prefixes.open(key))
                    or key[-2:] in self.suffixes
                    or key[0] in self.initials
                )
            )
        ):
            return True
        return False if begin in self.starts or "记者" in core else None

    def exact(self, core: str) -> Cue | None:
        """Return the cue that a whole line is; a weak one of spam is none by itself."""
        found = self.whole.get(core)
        weak = found is not None and found.reason == "spam" and found.force < STRONG
        return None if weak else found

    def find(self, core: str, key: str, held: bool = True) -> Cue | None:
        """Return the cue of a line, the strongest where several match.

        ``key`` is the line in lower case without whitespace, ``core`` the same without the
        brackets, bullets and colons around it, ``held`` whether ``within`` finds something in it.
        """
        found = self.exact(core)
        if found is not None and found.force >= STRONG:
            return found
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

    def menu(self, core: str) -> tuple[str, ...]:
        """Return the names that ``core`` consists of, empty when much else is in it.

        Names may follow one another directly (新闻体育财经) or with digits and signs between. Among
        many names there may be one that is not known. Read from the left, the longest name first,
        never tried again another way: linear.
        """
        found = []
        place = missed = 0
        room = max(0, min(UNKNOWN, len(core) - 2 * FEW))  # names have two characters or more
        names, length = self.names, len(core)
        while place < length:
            for name in names.get(core[place : place + 2], ()):
                if core.startswith(name, place):
                    found.append(name)
                    place += len(name)
                    break
            else:
                missed += core[place].isalpha()
                if missed > room:
                    return ()
                place += 1
        if missed and len(found) < KNOWN:
            sure = [name for name in found if name in self.whole and self.whole[name].force > WEAK]
            if len(found) < FEW or len(sure) < SURE or missed * MOSTLY > len(core):
                return ()
        return tuple(found)

    def _anywhere(self, key: str) -> list[Phrase]:
        """Return the phrases of which the literal is in ``key``, in order."""
        firsts = ["", *self.phrases.keys() & {*key}]
        found = [
            pair for char in firsts for pair in self.phrases.get(char, ()) if pair[1].literal in key
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
