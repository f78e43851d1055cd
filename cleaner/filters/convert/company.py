"""What decides about one character in context: the rules and the words that have it.

Texts have few such characters, so what there is about each is read when one has it: all together
take a millisecond to read.

Compiled to regular expressions the rules took 66 ms at start, seven times as long as everything
else together; compared character by character they take two, and read from the compiled tables
almost nothing, which is why they are plain tuples.
"""

from __future__ import annotations

import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Side = tuple[tuple[str, ...], str | None]
    """What must stand on one side of the target, from the target outwards: the sets that the next
    characters belong to, and the set that the one after those must not be in (None: any Chinese).
    """

    Rule = tuple[int, str, str, Side, Side]
    """Rank, target, result, left and right side."""

    Rules = tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[Rule, ...]], tuple[Rule, ...]]
    """The rules of one scope for one character, each filed once: under a character that must
    follow, else under one that must precede, else among the rest. Lists are in the order of
    precedence."""

    Word = tuple[str, str, int]
    """A word, what becomes of it, and where in it the character stands."""

    Words = Mapping[str, tuple[Word, ...]]
    Data = tuple[tuple[str, str, bool], Mapping[str, Rules], tuple[Words, Words, str | None]]


class Company:
    """What decides about one character.

    ``after`` and ``before`` are the characters beside it that make it worth a closer look,
    ``always`` says that it is worth one in any case. ``rules`` are those with borders and classes,
    by scope. The words come by the character that follows in them or, where it is their last, by
    that before it, the longest and leftmost first; ``alone`` is its form as a word of its own.
    """

    __slots__ = ("_ending", "_going_on", "after", "alone", "always", "before", "rules")

    def __init__(self, data: Data) -> None:
        beside, self.rules, words = data
        self.after, self.before, self.always = beside
        self._going_on, self._ending, self.alone = words

    def word(self, text: str, offset: int, free: int) -> tuple[int, str | None]:
        """Return the longest word around ``offset``, the leftmost of these: its start and its form.

        It must not begin before ``free``. Without one the form is None.
        """
        following = self._going_on.get(text[offset + 1 : offset + 2], ())
        preceding = self._ending.get(text[offset - 1 : offset], ()) if offset else ()
        length, start, result = 1, offset, self.alone
        for words in (following, preceding):
            for word, form, before in words:
                if length > 1 and len(word) < length:
                    break
                begin = offset - before
                if (
                    begin >= free
                    and text.startswith(word, begin)
                    and (len(word) > length or begin < start)
                ):
                    length, start, result = len(word), begin, form
                    break
        return start, result


class Companies(dict[str, Company]):
    """The company of each character in context, by character."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed

    def __missing__(self, character: str) -> Company:
        company = self[character] = Company(marshal.loads(self._packed[character]))  # noqa: S302
        return company


def match(rules: Rules, text: str, offset: int) -> str | None:
    """Return what becomes of ``text`` from ``offset`` on, or None when no rule is met."""
    best: Rule | None = None
    following, preceding, rest = rules
    filed: Iterable[Rule]
    for filed in (
        following.get(text[offset + 1 : offset + 2], ()),
        preceding.get(text[offset - 1 : offset], ()) if offset else (),
        rest,
    ):
        for rule in filed:
            if best is not None and rule[0] > best[0]:
                break
            if met(rule, text, offset):
                best = rule
                break
    return None if best is None else best[2]


def met(rule: Rule, text: str, offset: int) -> bool:
    """Tell whether ``rule`` holds for its target at ``offset`` of ``text``."""
    _, target, _, left, right = rule
    return (
        text.startswith(target, offset)
        and _beside(left, text, offset - 1, -1)
        and _beside(right, text, offset + len(target), 1)
    )


def _beside(side: Side, text: str, offset: int, step: int) -> bool:
    nearby, excluded = side
    for characters in nearby:
        if not 0 <= offset < len(text) or text[offset] not in characters:
            return False
        offset += step
    if not 0 <= offset < len(text):
        return True
    if excluded is None:
        return not "\u3400" <= text[offset] <= "\u9fff"
    return text[offset] not in excluded
