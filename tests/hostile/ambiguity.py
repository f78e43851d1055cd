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
from collections.abc import Callable
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from tests.hostile.automaton import (
    START,
    Assertion,
    Automaton,
    Edge,
    State,
)
from tests.hostile.classes import TooLargeError, has_loop

# Pairs and triples of states looked at before an expression is given up as too large.
LIMIT = 30_000
# What may follow the text that is repeated, so that the whole does not match.
_ENDS = ("", "\0", "!", "我")


class Finding(NamedTuple):
    """How an expression blows up: ``prefix + pump * n`` (and then no match) is the text for it."""

    kind: str
    prefix: str
    pump: str


def findings(
    source: str | bytes, flags: int = 0, *, search: bool = True, whole: bool = False
) -> Finding | None:
    """Return the worst way in which the expression blows up, None if it does not.

    ``search``: it is tried at every character; ``whole``: under ``fullmatch``.
    Raises TooLargeError for an expression that is too large to be looked at.
    """
    if not has_loop(_parser.parse(source, flags)):
        return None
    pattern = re.compile(source, flags)
    method = pattern.fullmatch if whole else pattern.search if search else pattern.match

    def fails(found: Finding) -> bool:
        # A way that fails counts only where no other way matches, which the engine knows best.
        for end in _ENDS:
            text: Any = found.prefix + found.pump * 4 + end
            if isinstance(source, bytes):
                text = text.encode("latin-1", "replace")
            matched = method(text)
            if matched is None or matched.start() > len(found.prefix + found.pump):
                return True
        return False

    return _Search(Automaton(source, flags, search, whole), fails).worst()


# What has been read last, newest first.
Past = tuple[str, ...]


class _Search:
    """Looks for the two conditions in the products of an automaton with itself.

    ``all`` has the components of the automaton, ``given_back`` those without the rounds of
    possessive repeats: a loop of the first kind is run through, one of the second tried again.
    """

    def __init__(self, automaton: Automaton, fails: Callable[[Finding], bool]) -> None:
        self.states = automaton.states
        self._fails = fails
        self.history = automaton.history
        self.search = automaton.search
        for number, state in enumerate(self.states):
            state.next = [edge for edge in state.next if not self.states[edge.target].accepts]
            if state.accepts and number != START:
                state.next = []
        self.all = _components(self.states, possessive=True)
        self.given_back = _components(self.states, possessive=False)
        self.reach = [_reachable(self.states, number) for number in range(len(self.states))]
        self._edges: dict[tuple[int, str], tuple[Edge, ...]] = {}
        self._left = LIMIT

    def worst(self) -> Finding | None:
        loops = [n for n in range(1, len(self.states)) if self.all[n] >= 0]
        again = [n for n in loops if self.given_back[n] >= 0]
        for state in again:
            found = self._exponential(state)
            if found and self._fails(found):
                return found
        for target in loops:
            for source in [START] * self.search + again:
                if source == target or target not in self.reach[source]:
                    continue
                if not set(self.states[source].atomic) <= set(self.states[target].atomic):
                    continue  # the engine does not come back to the source
                found = self._square(source, target)
                if found and self._fails(found):
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
            elif (
                assertion.offset < 0
                and len(past) >= -assertion.offset
                and past[-assertion.offset - 1] not in assertion.allowed
            ):
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
            raise TooLargeError

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
                                prefix = "" if source == START else self._prefix(source)
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
        seen = {START}
        queue = [(START, "")]
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
