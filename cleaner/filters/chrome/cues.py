"""The cues: phrases that give page chrome away, indexed.

Sites repeat the same few hundred phrases (返回首页, 相关新闻, 责任编辑：, 版权所有), so most
lines are settled by a look-up. Cues are written in lower case, without whitespace and in Simplified
characters, and are compared with lines brought to the same form.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

    from cleaner.filters.chrome.phrases import Phrases

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
NONE: Final = 0
WEAK: Final = 1
STRONG: Final = 2
END: Final = 3
FORCES = {"weak": WEAK, "strong": STRONG, "end": END}

# So many letters of a menu may be no name, beside so many names: 首页 新闻总览 政治 财经 国际 大陆.
UNKNOWN: Final = 4
KNOWN: Final = 6
# Beside fewer, this part of the line may be none, if two are buttons: 赞同 87 条评论 分享 收藏.
FEW: Final = 3
SURE: Final = 2
MOSTLY: Final = 3
# More names that begin alike are asked about in one go, before one after the other.
MANY: Final = 4


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


class Cues:
    """The cues of the shipped dictionaries and of a user's folders, indexed for speed.

    ``whole`` is looked up with the whole line, ``names`` with its first two characters; ``starts``
    are the first two characters of both and of reporters, one of which begins every line that is
    one. ``channels`` are names that may stand alone. ``parts`` has what is a part of a line, and
    ``begins`` what a line with one of all of these begins with.
    """

    def __init__(
        self,
        *,
        whole: dict[str, Cue],
        names: dict[str, tuple[str, ...]],
        starts: frozenset[str],
        channels: frozenset[str],
        parts: Phrases,
    ) -> None:
        self.whole = whole
        self.names = names
        self.starts = starts
        self.channels = channels
        self.parts = parts
        self.begins: frozenset[str] = starts | parts.heads

    def with_lines(self, lines: Mapping[str, Cue], names: dict[str, tuple[str, ...]]) -> Cues:
        """Return these cues with more that are whole lines, and with ``names`` for names."""
        return Cues(
            whole={**self.whole, **lines},
            names=names,
            starts=self.starts.union([text[:2] for text in lines]),
            channels=self.channels,
            parts=self.parts,
        )

    def touch(self, core: str, key: str) -> bool | None:
        """Whether a line begins with a prefix or a label, or may end with a suffix.

        False if it may begin with a whole line, a name or a reporter. When it does neither (None)
        and ``within`` finds nothing, the cues know nothing of the line.
        """
        begin, parts = core[:2], self.parts
        if (
            (begin in parts.heads and (core[-1].isdigit() or parts.prefixes.open(core)))
            or core[-2:] in parts.suffixes
            or core[0] in parts.initials
            or (
                core != key
                and (
                    (key[:2] in parts.heads and parts.prefixes.open(key))
                    or key[-2:] in parts.suffixes
                    or key[0] in parts.initials
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
        return (
            found
            if found is not None and found.force >= STRONG
            else self.parts.find(core, key, held, found)
        )

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
            group = names.get(core[place : place + 2], ())
            if len(group) > MANY and not core.startswith(group, place):
                group = ()  # a hundred begin with 中国
            for name in group:
                end = place + len(name)
                if core[place:end] == name:  # in half of the time that `startswith` takes for one
                    found.append(name)
                    place = end
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
