"""The notation of ``conversion/contexts.tsv``: a word with what stands before and after it.

``[老小]<於>[^是]``: the part between ``<`` and ``>`` is what the rule decides about. Around it a
character stands for itself, ``[...]`` for one of several, ``[^...]`` (at the outer end) for
anything else, the ends of the text included, and ``^`` and ``$`` for a border: no Chinese
character on that side. Each element is one character wide.

Compiled to regular expressions these rules took 66 ms at start, seven times as long as everything
else together; compared character by character they take two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cleaner.errors import DictionaryError
from cleaner.patterns import lazy

_RULE = lazy(r"([^<>]*)<([^<>\[\]^$]+)>([^<>]*)")
_SIDE = lazy(r"\^?(?:\[\^?[^\]\[]+\]|[^\[\]^$])*\$?")
_ELEMENT = lazy(r"\[(\^?)([^\]\[]+)\]|([^\[\]^$])")

SCOPES = ("any", "traditional", "taiwan", "hongkong", "opencc", "mainland")
"""Where a rule counts: ``any`` in Simplified text too, ``traditional`` in Traditional of any kind,
the others in that kind of Traditional only."""


@dataclass(frozen=True, slots=True)
class Side:
    """What must stand on one side of the target, from the target outwards.

    ``nearby``: the sets that the next characters belong to. ``excluded``: the character after
    those must not be in it; None excludes every Chinese character.
    """

    nearby: tuple[frozenset[str], ...] = ()
    excluded: frozenset[str] | None = frozenset()

    def met(self, text: str, offset: int, step: int) -> bool:
        """Tell whether ``text`` from ``offset`` on, in direction ``step``, is as required."""
        for characters in self.nearby:
            if not 0 <= offset < len(text) or text[offset] not in characters:
                return False
            offset += step
        if not 0 <= offset < len(text):
            return True
        if self.excluded is None:
            return not "\u3400" <= text[offset] <= "\u9fff"
        return text[offset] not in self.excluded


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: ``target`` becomes ``result`` between ``left`` and ``right``."""

    target: str
    result: str
    left: Side
    right: Side

    @property
    def width(self) -> int:
        """Number of characters that must be as the rule says: the longer rule wins."""
        return len(self.target) + len(self.left.nearby) + len(self.right.nearby)

    def met(self, text: str, offset: int) -> bool:
        """Tell whether the rule holds for the target at ``offset`` of ``text``."""
        return (
            text.startswith(self.target, offset)
            and self.left.met(text, offset - 1, -1)
            and self.right.met(text, offset + len(self.target), 1)
        )


@dataclass(frozen=True, slots=True)
class CharacterRules:
    """The rules for one character, found by the character before or after it.

    Each rule is filed once: under a character that must follow, else under one that must precede,
    else among the rest. Lists are in the order of precedence.
    """

    following: Mapping[str, tuple[tuple[int, Rule], ...]]
    preceding: Mapping[str, tuple[tuple[int, Rule], ...]]
    rest: tuple[tuple[int, Rule], ...]

    def match(self, text: str, offset: int) -> str | None:
        """Return what becomes of ``text`` from ``offset`` on, or None when no rule is met."""
        best: tuple[int, Rule] | None = None
        for filed in (
            self.following.get(text[offset + 1 : offset + 2], ()),
            self.preceding.get(text[offset - 1 : offset], ()) if offset else (),
            self.rest,
        ):
            for rank, rule in filed:
                if best is not None and rank > best[0]:
                    break
                if rule.met(text, offset):
                    best = rank, rule
                    break
        return None if best is None else best[1].result


Rules = dict[str, dict[str, CharacterRules]]
"""Rules by scope and by the first character they decide about."""


def compile_rules(rows: Iterable[tuple[str, ...]]) -> Rules:
    """Return the rules of ``rows`` (pattern, result, scope, note), the longest first.

    Raises DictionaryError for a pattern, result or scope that makes no sense.
    """
    grouped: dict[str, dict[str, list[Rule]]] = {}
    for pattern, result, scope, _ in rows:
        rule = parse(pattern, result)
        if scope not in SCOPES:
            raise DictionaryError(
                f"conversion/contexts.tsv: {pattern!r}: no scope is called {scope!r}"
            )
        grouped.setdefault(scope, {}).setdefault(rule.target[0], []).append(rule)
    return {
        scope: {character: _file(rules) for character, rules in characters.items()}
        for scope, characters in grouped.items()
    }


def parse(pattern: str, result: str) -> Rule:
    """Return the rule that ``pattern`` and ``result`` write down; see :func:`compile_rules`."""
    match = _RULE.fullmatch(pattern)
    if match is None or not all(map(_SIDE.fullmatch, (match[1], match[3]))):
        raise DictionaryError(f"conversion/contexts.tsv: cannot read {pattern!r}")
    if len(result) != len(match[2]):
        raise DictionaryError(f"conversion/contexts.tsv: {pattern!r}: {result!r} is not as long")
    return Rule(
        match[2],
        result,
        _side(pattern, match[1], border=match[1].startswith("^"), before=True),
        _side(pattern, match[3], border=match[3].endswith("$"), before=False),
    )


def _side(pattern: str, side: str, *, border: bool, before: bool) -> Side:
    elements = _ELEMENT.findall(side.removeprefix("^") if before else side.removesuffix("$"))
    if before:
        elements.reverse()
    excluded: frozenset[str] | None = None if border else frozenset()
    if elements and elements[-1][0] and not border:
        excluded = frozenset(elements.pop()[1])
    if any(negated for negated, _, _ in elements):
        raise DictionaryError(f"conversion/contexts.tsv: [^...] inside {pattern!r}")
    return Side(tuple(frozenset(several or one) for _, several, one in elements), excluded)


def _file(rules: list[Rule]) -> CharacterRules:
    rules.sort(key=lambda rule: -rule.width)
    following: dict[str, list[tuple[int, Rule]]] = {}
    preceding: dict[str, list[tuple[int, Rule]]] = {}
    rest: list[tuple[int, Rule]] = []
    for filed in enumerate(rules):
        rule = filed[1]
        if len(rule.target) > 1:
            following.setdefault(rule.target[1], []).append(filed)
        elif rule.right.nearby:
            for character in rule.right.nearby[0]:
                following.setdefault(character, []).append(filed)
        elif rule.left.nearby:
            for character in rule.left.nearby[0]:
                preceding.setdefault(character, []).append(filed)
        else:
            rest.append(filed)
    return CharacterRules(
        {character: tuple(found) for character, found in following.items()},
        {character: tuple(found) for character, found in preceding.items()},
        tuple(rest),
    )
