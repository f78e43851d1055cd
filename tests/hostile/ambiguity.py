"""Which regular expressions can blow up: an exact question, asked of the automaton.

Python's engine tries the ways to match one after the other. The ways are paths of an automaton with
a state for each character class of the expression. How fast their number grows with the length of
the text decides how long a failing match takes (Weber and Seidl, *On the degree of ambiguity of
finite automata*, 1991; Weideman et al., *Analyzing matching time behavior of backtracking regular
expression matchers by using ambiguity of NFA*, 2016):

* exponentially, if from some state one word leads back to it on two different paths;
* at least with the square, if one word leads from q to q, from q to p and from p to p.

A search begins at every character, which is one more state, looping on anything, in front of the
expression: so the second condition also finds the repeats that each start runs through anew.

Ways that pass a state in which the expression has matched do not count: they do not fail. What
atomic groups and possessive repeats have matched is not tried again, so neither two ways through
them nor two ways out of them count, but running through them from each start does.

What is modelled exactly: alternatives, repeats, classes, flags, look-around of one character, and
the look-behind of two that holds a repeat to the beginning of its run. Longer look-around is taken
to succeed, bounded repeats are taken for a few copies, back references for a copy of their group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Class = frozenset[str]

# Characters that tell the categories and blocks apart that expressions name; those at the borders of
# the ranges of an expression come on top.
_SAMPLE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\t\n\x0b\r\x1b\x00\x85\xa0\xad·×éµ\u02c7\u0301Ωжא٣\u200b\u200d\u2010\u2014‘’“”…\u2028→①─●"
    + "\u3000、。〇「」『』【】〔〕ぁあァーㄅㄓ㎡一的著龥鿿㐀\u9fd6가한\ue000\uf848金\ufe0f！（），．：；？ＡＺａｚ０９｜～"
    + "\ud800\udfff\ufffd𠮷𰀀😀\U0010ffff"
)
# A repeat with more than this many copies behaves as one without an end for as long as matters.
_MANY = 1000
_COPIES = 2
# Pairs and triples of states looked at before an expression is given up as too large.
_LIMIT = 30_000


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


class Finding(NamedTuple):
    """How an expression blows up: ``prefix + pump * n`` (and then no match) is the text for it."""

    kind: str
    prefix: str
    pump: str


class TooLarge(Exception):
    """The automaton is too large to be looked at."""


# A place in the expression while it is built: states whose end leads here, each with assertions.
Ends = list[tuple[int, tuple[Assertion, ...]]]
_START = 0


class Automaton:
    """The states of an expression; state 0 stands in front of it and loops under ``search``."""

    def __init__(self, source: str | bytes, flags: int, search: bool, whole: bool) -> None:
        tree = _parser.parse(source, flags)
        self._flags = tree.state.flags
        self._bytes = isinstance(source, bytes)
        self.alphabet = _alphabet(tree, self._flags, self._bytes)
        self._all = frozenset(self.alphabet)
        self._groups = {group: inner for group, inner in _groups(tree)}
        self._atomics = 0
        self.states = [State(frozenset(self.alphabet), ())]
        self.search = search
        for state, assertions in self._sequence(tree, [(_START, ())], ()):
            if not assertions and not whole:
                self.states[state].accepts = True
        if search:
            self.states[_START].next.append(Edge(_START, ()))
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
                raise TooLarge
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
                return self._repeat(*argument, ends, atomic, operator is sre.POSSESSIVE_REPEAT)
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
        if most >= _MANY:
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
            limits = [(i, c) for i, c in enumerate(classes[0]) if c is not None and c < self._all]
            limits = [(i, c) for i, c in limits if c != self._all - {"\n"}]
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


def _inside(operator: Any, argument: Any) -> list[Any]:
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
        for inner in _inside(operator, argument):
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
            for sequence in _inside(operator, argument):
                visit(sequence)

    visit(tree)
    unique = list({repr(test): test for test in tests}.values())
    if len(unique) > 400:
        raise TooLarge
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


def findings(
    source: str | bytes, flags: int = 0, *, search: bool = True, whole: bool = False
) -> Finding | None:
    """Return the worst way in which the expression blows up, None if it does not.

    ``search``: it is tried at every character; ``whole``: under ``fullmatch``.
    Raises TooLarge for an expression that is too large to be looked at.
    """
    tree = _parser.parse(source, flags)
    if not _has_loop(tree):
        return None
    return _Search(Automaton(source, flags, search, whole)).worst()


def _has_loop(items: Any) -> bool:
    return any(
        (operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and argument[1] >= _MANY)
        or any(_has_loop(inner) for inner in _inside(operator, argument))
        for operator, argument in items
    )


# What has been read last, newest first.
Past = tuple[str, ...]


class _Search:
    """Looks for the two conditions in the products of an automaton with itself.

    ``all`` has the components of the automaton, ``given_back`` those without the rounds of
    possessive repeats: a loop of the first kind is run through, one of the second tried again.
    """

    def __init__(self, automaton: Automaton) -> None:
        self.states = automaton.states
        self.history = automaton.history
        self.search = automaton.search
        for number, state in enumerate(self.states):
            state.next = [edge for edge in state.next if not self.states[edge.target].accepts]
            if state.accepts and number != _START:
                state.next = []
        self.all = _components(self.states, possessive=True)
        self.given_back = _components(self.states, possessive=False)
        self.reach = [_reachable(self.states, number) for number in range(len(self.states))]
        self._edges: dict[tuple[int, str], tuple[Edge, ...]] = {}
        self._left = _LIMIT

    def worst(self) -> Finding | None:
        loops = [n for n in range(1, len(self.states)) if self.all[n] >= 0]
        again = [n for n in loops if self.given_back[n] >= 0]
        for state in again:
            if found := self._exponential(state):
                return found
        for target in loops:
            for source in [_START] * self.search + again:
                if source == target or target not in self.reach[source]:
                    continue
                if not set(self.states[source].atomic) <= set(self.states[target].atomic):
                    continue  # the engine does not come back to the source
                if found := self._square(source, target):
                    return found
        return None

    def _steps(self, state: int, past: Past, char: str) -> list[Edge]:
        key = (state, char)
        if key not in self._edges:
            self._edges[key] = tuple(
                edge for edge in self.states[state].next if char in self.states[edge.target].chars
            )
        return [
            edge for edge in self._edges[key] if not edge.held or self._hold(edge.held, past, char)
        ]

    @staticmethod
    def _hold(held: tuple[Assertion, ...], past: Past, char: str) -> bool:
        for assertion in held:
            if assertion.offset == 1:
                if char not in assertion.allowed:
                    return False
            elif assertion.offset < 0 and len(past) >= -assertion.offset:
                if past[-assertion.offset - 1] not in assertion.allowed:
                    return False
        return True

    def _alphabet(self, component: int, components: list[int]) -> list[str]:
        """Return a character for each way of lying in the classes that matter in a component."""
        inside = [n for n in range(len(self.states)) if components[n] == component]
        near = [
            state
            for number, state in enumerate(self.states)
            if components[number] == component or not self.reach[number].isdisjoint(inside)
        ]
        classes = {state.chars for state in near} | {
            assertion.allowed for state in near for edge in state.next for assertion in edge.held
        }
        chars: dict[tuple[bool, ...], str] = {}
        for char in sorted({char for number in inside for char in self.states[number].chars}):
            chars.setdefault(tuple(char in each for each in classes), char)
        return list(chars.values())

    def _pasts(self, chars: list[str]) -> list[Past]:
        return [(char,) * self.history for char in chars] if self.history else [()]

    def _spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooLarge

    def _square(self, source: int, target: int) -> Finding | None:
        """One word from source to source, from source to target and from target to target."""
        component = self.all[target]
        chars = self._alphabet(component, self.all)
        for past in self._pasts(chars):
            seen = {((source, source, target), past)}
            queue = [((source, source, target), past, "")]
            while queue:
                following = []
                for (stays, goes, loops), before, word in queue:
                    for char in chars:
                        kept = {
                            edge.target
                            for edge in self._steps(stays, before, char)
                            if self.given_back[edge.target] == self.given_back[source]
                            and not edge.possessive
                        }
                        looped = {
                            edge.target
                            for edge in self._steps(loops, before, char)
                            if self.all[edge.target] == component
                        }
                        if not kept or not looped:
                            continue
                        after: Past = (char, *before)[: self.history]
                        gone = {
                            edge.target
                            for edge in self._steps(goes, before, char)
                            if target in self.reach[edge.target] or edge.target == target
                        }
                        for places in product(kept, gone, looped):
                            if places == (source, target, target) and after == past:
                                prefix = "" if source == _START else self._prefix(source)
                                return Finding("square", prefix, word + char)
                            if (places, after) not in seen:
                                self._spend()
                                seen.add((places, after))
                                following.append((places, after, word + char))
                queue = following
        return None

    def _exponential(self, state: int) -> Finding | None:
        """Two ways back on one word; a third part remembers whether they have parted."""
        component = self.given_back[state]
        chars = self._alphabet(component, self.given_back)
        for past in self._pasts(chars):
            seen = {((state, state, False), past)}
            queue = [((state, state, False), past, "")]
            while queue:
                following = []
                for (one, other, parted), before, word in queue:
                    for char in chars:
                        after: Past = (char, *before)[: self.history]
                        mine, its = (
                            [
                                (edge.target, number)
                                for number, edge in enumerate(self._steps(place, before, char))
                                if self.given_back[edge.target] == component and not edge.possessive
                            ]
                            for place in (one, other)
                        )
                        for (first, edge), (second, other_edge) in product(mine, its):
                            # from one place, two edges to one state are two ways as well
                            now = parted or first != second or (one == other and edge != other_edge)
                            if now and first == second == state and after == past:
                                return Finding("power", self._prefix(state), word + char)
                            key = ((min(first, second), max(first, second), now), after)
                            if key not in seen:
                                self._spend()
                                seen.add(key)
                                following.append((*key, word + char))
                queue = following
        return None

    def _prefix(self, state: int) -> str:
        """Return a word that leads from the beginning to ``state``."""
        seen = {_START}
        queue = [(_START, "")]
        while queue:
            following = []
            for place, word in queue:
                for edge in self.states[place].next:
                    if edge.target in seen:
                        continue
                    chars = sorted(self.states[edge.target].chars)
                    past: Past = tuple(reversed(word[-self.history :])) if self.history else ()
                    char = next((c for c in chars if self._hold(edge.held, past, c)), None)
                    if char is None:
                        continue
                    if edge.target == state:
                        return word + char
                    seen.add(edge.target)
                    following.append((edge.target, word + char))
            queue = following
        return ""


def _reachable(states: list[State], begin: int) -> set[int]:
    """Return the states that a way of at least one step leads to."""
    seen: set[int] = set()
    todo = [begin]
    while todo:
        for edge in states[todo.pop()].next:
            if edge.target not in seen:
                seen.add(edge.target)
                todo.append(edge.target)
    return seen


def _components(states: list[State], *, possessive: bool) -> list[int]:
    """Return the strongly connected component of each state, -1 for a state without a loop.

    ``possessive`` False leaves out the edges of possessive repeats.
    """
    edges = [
        [edge.target for edge in state.next if possessive or not edge.possessive]
        for state in states
    ]
    back: list[list[int]] = [[] for _ in states]
    for number, targets in enumerate(edges):
        for target in targets:
            back[target].append(number)
    component = [-2] * len(states)
    sizes: list[int] = []
    for root in reversed(_finished(edges)):
        if component[root] != -2:
            continue
        component[root] = len(sizes)
        todo, size = [root], 0
        while todo:
            node = todo.pop()
            size += 1
            for origin in back[node]:
                if component[origin] == -2:
                    component[origin] = component[root]
                    todo.append(origin)
        sizes.append(size)
    return [
        number if sizes[number] > 1 or node in edges[node] else -1
        for node, number in enumerate(component)
    ]


def _finished(edges: list[list[int]]) -> list[int]:
    """Return the states in the order in which a search into the depth has done with them."""
    order: list[int] = []
    seen = [False] * len(edges)
    for root in range(len(edges)):
        if seen[root]:
            continue
        seen[root] = True
        stack = [(root, iter(edges[root]))]
        while stack:
            node, rest = stack[-1]
            for target in rest:
                if not seen[target]:
                    seen[target] = True
                    stack.append((target, iter(edges[target])))
                    break
            else:
                order.append(node)
                stack.pop()
    return order
