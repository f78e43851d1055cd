"""A regular expression as an automaton: a state for each class of characters in it.

Made from the tree of Python's own parser, so flags and groups mean what they mean to the engine.
Transitions bear what look-around demands of the characters beside them, and whether they lead to
another round of a possessive repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Class = frozenset[str]

# Characters that tell the categories and blocks apart that expressions name; those at the borders
# of the ranges of an expression come on top.
_SAMPLE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\t\n\x0b\r\x1b\x00\x85\xa0\xad·×éµ\u02c7\u0301Ωжא٣\u200b\u200d\u2010\u2014‘’“”…\u2028→①─●"
    + "\u3000、。〇「」『』【】〔〕ぁあァーㄅㄓ㎡一的著龥鿿㐀\u9fd6가한\ue000\uf848金\ufe0f"
    + "！（），．：；？ＡＺａｚ０９｜～"
    + "\ud800\udfff\ufffd𠮷𰀀😀\U0010ffff"
)
# A repeat with more than this many copies behaves as one without an end for as long as matters.
MANY = 1000
_COPIES = 2


class Assertion(NamedTuple):
    """Characters that must lie before (offset -1, -2) or after (1) a place; None: also the edge."""

    offset: int
    allowed: Class
    edge: bool


class Edge(NamedTuple):
    """A way on; ``possessive`` leads to another round of a repeat that gives nothing back."""

    target: int
    held: tuple[Assertion, ...]
    possessive: bool = False


@dataclass(slots=True)
class State:
    """A class of the expression and what can follow it, each under some assertions."""

    chars: Class
    atomic: tuple[int, ...]
    next: list[Edge] = field(default_factory=list)
    accepts: bool = False


class TooLargeError(Exception):
    """The automaton is too large to be looked at."""


# A place in the expression while it is built: states whose end leads here, each with assertions.
Ends = list[tuple[int, tuple[Assertion, ...]]]
START = 0


class Automaton:
    """The states of an expression; state 0 stands in front of it and loops under ``search``."""

    def __init__(self, source: str | bytes, flags: int, search: bool, whole: bool) -> None:
        tree = _parser.parse(source, flags)
        self._flags = tree.state.flags
        self._bytes = isinstance(source, bytes)
        self.alphabet = _alphabet(tree, self._flags, self._bytes)
        self._all = frozenset(self.alphabet)
        self._groups = dict(_groups(tree))
        self._atomics = 0
        self.states = [State(frozenset(self.alphabet), ())]
        self.search = search
        for state, assertions in self._sequence(tree, [(START, ())], ()):
            if not assertions and not whole:
                self.states[state].accepts = True
        if search:
            self.states[START].next.append(Edge(START, ()))
        self.history = max(
            (
                -assertion.offset
                for state in self.states
                for edge in state.next
                for assertion in edge.held
            ),
            default=0,
        )
        self.history = max(self.history, 0)

    def _sequence(self, items: Any, ends: Ends, atomic: tuple[int, ...]) -> Ends:
        for operator, argument in items:
            ends = self._item(operator, argument, ends, atomic)
            if len(self.states) > 4000:
                raise TooLargeError
        return ends

    def _item(self, operator: Any, argument: Any, ends: Ends, atomic: tuple[int, ...]) -> Ends:
        match operator:
            case sre.LITERAL | sre.NOT_LITERAL | sre.ANY | sre.IN | sre.RANGE | sre.CATEGORY:
                return self._consume(self._class(operator, argument), ends, atomic)
            case sre.BRANCH:
                # Twice the same end is two ways to get there, and stays so.
                return [
                    end for branch in argument[1] for end in self._sequence(branch, ends, atomic)
                ]
            case sre.SUBPATTERN:
                return self._sequence(argument[3], ends, atomic)
            case sre.ATOMIC_GROUP:
                self._atomics += 1
                return self._sequence(argument, ends, (*atomic, self._atomics))
            case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
                if operator is sre.POSSESSIVE_REPEAT:
                    self._atomics += 1
                    atomic = (*atomic, self._atomics)
                least, most, inner = argument
                possessive = operator is sre.POSSESSIVE_REPEAT
                return self._repeat(least, most, inner, ends, atomic, possessive)
            case sre.ASSERT | sre.ASSERT_NOT:
                return self._assertion(operator, argument, ends, atomic)
            case sre.AT:
                return self._at(argument, ends)
            case sre.GROUPREF:
                return self._sequence(self._groups[argument], ends, atomic)
        raise NotImplementedError(str(operator))

    def _consume(self, chars: Class, ends: Ends, atomic: tuple[int, ...]) -> Ends:
        self.states.append(State(chars, atomic))
        number = len(self.states) - 1
        for state, assertions in ends:
            self.states[state].next.append(Edge(number, assertions))
        return [(number, ())]

    def _repeat(
        self,
        least: int,
        most: Any,
        inner: Any,
        ends: Ends,
        atomic: tuple[int, ...],
        possessive: bool,
    ) -> Ends:
        out: Ends = []
        for _ in range(min(least, _COPIES)):
            ends = self._sequence(inner, ends, atomic)
        if most >= MANY:
            first = len(self.states)
            entry = ends
            ends = self._sequence(inner, ends, atomic)
            # From the end of a round to wherever the first round could begin. A round of nothing
            # is not followed by another, so an entry gets nothing twice.
            begins = _merge(
                (edge.target, edge.held[len(assertions) :])
                for state, assertions in entry
                for edge in self.states[state].next
                if edge.target >= first
            )
            entered = {state for state, _ in entry}
            for state, assertions in ends:
                for target, held in begins:
                    if state not in entered:
                        self.states[state].next.append(
                            Edge(target, (*assertions, *held), possessive)
                        )
            return _merge([*entry, *ends])
        for _ in range(min(most - least, _COPIES)):
            out += ends
            ends = self._sequence(inner, ends, atomic)
        return _merge([*out, *ends])

    def _assertion(self, operator: Any, argument: Any, ends: Ends, atomic: tuple[int, ...]) -> Ends:
        direction, inner = argument
        negative = operator is sre.ASSERT_NOT
        branches = [list(inner)]
        if len(inner) == 1 and inner[0][0] is sre.BRANCH:
            branches = [list(branch) for branch in inner[0][1][1]]
        classes = [[self._single([part]) for part in branch] for branch in branches]
        ways: list[tuple[Assertion, ...]] = []  # one of which must hold
        if all(len(found) == 1 and found[0] is not None for found in classes):
            union = frozenset().union(*(found[0] or frozenset() for found in classes))
            ways = [(Assertion(direction, self._all - union if negative else union, negative),)]
        elif direction < 0 and not negative and all(None not in found for found in classes):
            ways = [
                tuple(
                    Assertion(index - len(found), chars or frozenset(), False)
                    for index, chars in enumerate(found)
                    if chars != self._all
                )
                for found in classes
            ]
        elif direction < 0 and len(classes) == 1 and None not in classes[0]:
            limits = [(i, c) for i, c in enumerate(classes[0]) if c is not None]
            last = limits[-1][1]
            # What was read last is in the class of its state: the rest must fail.
            if all(self.states[state].chars <= last for state, _ in ends):
                limits.pop()
            limits = [(i, c) for i, c in limits if c < self._all - {"\n"}]
            if len(limits) == 1:
                index, chars = limits[0]
                ways = [(Assertion(index - len(classes[0]), self._all - chars, True),)]
        if not ways:
            if direction > 0:
                self._sequence(inner, ends, (*atomic, self._new_atomic()))
            ways = [(_UNSURE,)]
        return [(state, (*held, *way)) for way in ways for state, held in ends]

    def _new_atomic(self) -> int:
        self._atomics += 1
        return self._atomics

    def _single(self, parts: Any) -> Class | None:
        """Return the class of one character that ``parts`` are, None when they are more."""
        parts = list(parts)
        while len(parts) == 1 and parts[0][0] is sre.SUBPATTERN:
            parts = list(parts[0][1][3])
        if len(parts) != 1 or parts[0][0] not in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            return None
        return self._class(*parts[0])

    def _at(self, where: Any, ends: Ends) -> Ends:
        nothing: Class = frozenset()
        everything = frozenset(self.alphabet)
        held: tuple[Assertion, ...]
        if where is sre.AT_BEGINNING and self._flags & re.MULTILINE:
            held = (Assertion(-1, frozenset("\n"), True),)
        elif where in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            held = (Assertion(-1, nothing, True),)
        elif where is sre.AT_END and self._flags & re.MULTILINE:
            held = (Assertion(1, frozenset("\n"), True),)
        elif where in (sre.AT_END, sre.AT_END_STRING):
            held = (Assertion(1, nothing, True),)
        else:  # word boundaries
            held = (Assertion(1, everything, True), _UNSURE)
        return [(state, (*assertions, *held)) for state, assertions in ends]

    def _class(self, operator: Any, argument: Any) -> Class:
        return frozenset(
            char
            for char in self.alphabet
            if _is_in(operator, argument, char, self._flags, self._bytes)
        )


# An assertion of which only this is known: that it may fail.
_UNSURE = Assertion(0, frozenset(), False)


def inside(operator: Any, argument: Any) -> list[Any]:
    """Return the sequences that an item of the tree holds."""
    match operator:
        case sre.BRANCH:
            return list(argument[1])
        case sre.SUBPATTERN:
            return [argument[3]]
        case sre.ATOMIC_GROUP:
            return [argument]
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return [argument[2]]
        case sre.ASSERT | sre.ASSERT_NOT:
            return [argument[1]]
    return []


def _groups(items: Any) -> Iterator[tuple[int, Any]]:
    for operator, argument in items:
        if operator is sre.SUBPATTERN and argument[0] is not None:
            yield argument[0], argument[3]
        for inner in inside(operator, argument):
            yield from _groups(inner)


def _merge(ends: Any) -> Ends:
    return list(dict.fromkeys(ends))


def _alphabet(tree: Any, flags: int, is_bytes: bool) -> str:
    """Return one character for each way of lying in the classes of the expression."""
    sample = dict.fromkeys(_SAMPLE)
    tests: list[tuple[Any, Any]] = []

    def visit(items: Any) -> None:
        for operator, argument in items:
            if operator in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
                tests.append((operator, argument))
                inner = argument if operator is sre.IN else [(operator, argument)]
                for kind, value in inner:
                    if kind in (sre.LITERAL, sre.NOT_LITERAL):
                        sample[chr(value)] = None
                    elif kind is sre.RANGE:
                        for code in (value[0], value[1], max(value[0] - 1, 0), value[1] + 1):
                            sample[chr(min(code, 0x10FFFF))] = None
            for sequence in inside(operator, argument):
                visit(sequence)

    visit(tree)
    unique = list({repr(test): test for test in tests}.values())
    if len(unique) > 400:
        raise TooLargeError
    seen: dict[tuple[bool, ...], str] = {}
    for char in sample:
        if is_bytes and ord(char) > 0xFF:
            continue
        signature = tuple(_is_in(*test, char, flags, is_bytes) for test in unique)
        seen.setdefault((*signature, char == "\n"), char)
    return "".join(seen.values())


def _is_in(operator: Any, argument: Any, char: str, flags: int, is_bytes: bool) -> bool:
    code = ord(char)
    forms = [code]
    if flags & re.IGNORECASE:
        forms += [ord(other) for other in (char.lower(), char.upper()) if len(other) == 1]
    if operator is sre.ANY:
        return bool(flags & re.DOTALL) or char != "\n"
    if operator is sre.LITERAL:
        return argument in forms or (
            bool(flags & re.IGNORECASE) and chr(argument).lower() == char.lower()
        )
    if operator is sre.NOT_LITERAL:
        return argument not in forms
    if operator is sre.RANGE:
        return any(argument[0] <= form <= argument[1] for form in forms)
    if operator is sre.CATEGORY:
        return _category(argument, char, bool(flags & re.ASCII) or is_bytes)
    found = False
    negative = False
    for kind, value in argument:
        if kind is sre.NEGATE:
            negative = True
        elif _is_in(kind, value, char, flags, is_bytes):
            found = True
    return found != negative


@cache
def _category(name: Any, char: str, ascii_only: bool) -> bool:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[str(name).rsplit("_", 1)[-1]]
    negative = "_NOT_" in str(name)
    matched = re.match(f"\\{letter}", char, re.ASCII if ascii_only else 0) is not None
    return matched != negative


def has_loop(items: Any) -> bool:
    """Whether an expression (its tree) has a repeat without an end."""
    return any(
        (
            operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
            and argument[1] >= MANY
        )
        or any(has_loop(inner) for inner in inside(operator, argument))
        for operator, argument in items
    )
