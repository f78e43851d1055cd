"""A regular expression as an automaton: a state for each class of characters in it.

Made from the tree of Python's own parser, so flags and groups mean what they mean to the engine.
Transitions bear what look-around demands of the characters beside them, and whether they lead to
another round of a possessive repeat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from tests.hostile.classes import MANY, Class, TooLargeError, alphabet, groups, is_in

# Copies of a repeat that has an end, or a beginning.
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


# A place in the expression while it is built: states whose end leads here, each with assertions.
Ends = list[tuple[int, tuple[Assertion, ...]]]
START = 0


class Automaton:
    """The states of an expression; state 0 stands in front of it and loops under ``search``."""

    def __init__(self, source: str | bytes, flags: int, search: bool, whole: bool) -> None:
        tree = _parser.parse(source, flags)
        self._flags = int(tree.state.flags)
        self._bytes = isinstance(source, bytes)
        self.alphabet = alphabet(tree, self._flags, self._bytes)
        self._all = frozenset(self.alphabet)
        self._groups = dict(groups(tree))
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
            if is_in(operator, argument, char, self._flags, self._bytes)
        )


# An assertion of which only this is known: that it may fail.
_UNSURE = Assertion(0, frozenset(), False)


def _merge(ends: Any) -> Ends:
    return list(dict.fromkeys(ends))
