"""The ledger: an account of every character that a filter changed.

A cleaning run is a chain of *layers*. Each layer holds the edits that one rule (or one filter)
made, in ascending order and without overlap, with offsets into the text as it was *before* that
layer. From this follow the three promises of the ledger, which hold for any input:

* :meth:`Ledger.replay` turns the decoded input into the output,
* :meth:`Ledger.revert` turns the output into the decoded input,
* :meth:`Ledger.changes` gives both in one flat list of spans of the decoded input.

Three kinds of layer exist because cleaning makes three kinds of change. Conversion changes a third
of all characters and never the length, so :class:`Substitution` keeps only the two texts and
compares them when asked. Segmentation inserts the same delimiter thousands of times, so
:class:`Insertion` keeps an array of offsets. Everything else is few and irregular: :class:`Spans`.

All offsets count code points (``str`` indices), never bytes.
"""

from __future__ import annotations

from cleaner.frozen import Frozen
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    class Layer(Protocol):
        """One step of the account: :meth:`edits` yields its edits in ascending order."""

        def edits(self) -> Iterator[Edit]: ...


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``after``, in the name of ``rule`` (``filter.rule``).

    ``before`` is the text that was replaced. Filters leave it out: it is filled in when the edit
    is recorded.
    """

    start: int
    end: int
    after: str
    rule: str
    before: str = ""


class Change(NamedTuple):
    """What became of ``source[start:end]`` after all layers, and the rules that did it."""

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]


class Spans(Frozen):
    """Edits kept one by one."""

    recorded: tuple[Edit, ...]

    def edits(self) -> Iterator[Edit]:
        return iter(self.recorded)


class Substitution(Frozen):
    """One text for another of the same length; each run of differing characters is an edit."""

    before: str
    after: str
    rule: str

    def __post_init__(self) -> None:
        if len(self.before) != len(self.after):
            raise ValueError("a substitution keeps the length of the text")

    def edits(self) -> Iterator[Edit]:
        before, after = self.before, self.after
        start = -1
        for offset, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                if start < 0:
                    start = offset
            elif start >= 0:
                yield Edit(start, offset, after[start:offset], self.rule, before[start:offset])
                start = -1
        if start >= 0:
            yield Edit(start, len(before), after[start:], self.rule, before[start:])

    def characters(self) -> Iterator[Edit]:
        """Yield each character that differs as an edit of its own."""
        for offset, (old, new) in enumerate(zip(self.before, self.after, strict=True)):
            if old != new:
                yield Edit(offset, offset + 1, new, self.rule, old)


class Insertion(Frozen):
    """The same text put in at many offsets (ascending, of the text before the layer)."""

    offsets: array[int]
    text: str
    rule: str

    def edits(self) -> Iterator[Edit]:
        for offset in self.offsets:
            yield Edit(offset, offset, self.text, self.rule)


def apply(text: str, edits: Iterable[Edit | Change]) -> str:
    """Return ``text`` with ``edits`` (ascending, not overlapping) carried out."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts.append(text[done : edit.start])
        parts.append(edit.after)
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


def unapply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text that :func:`apply` with the recorded ``edits`` turned into ``text``."""
    parts: list[str] = []
    done = 0
    shift = 0
    for edit in edits:
        start = edit.start + shift
        parts.append(text[done:start])
        parts.append(edit.before)
        done = start + len(edit.after)
        shift += len(edit.after) - (edit.end - edit.start)
    parts.append(text[done:])
    return "".join(parts)


class Ledger(Frozen):
    """The layers of one run, first to last. Immutable: :meth:`add` returns a longer ledger."""

    layers: tuple[Layer, ...] = ()

    def add(self, layer: Layer) -> Ledger:
        return Ledger((*self.layers, layer))

    def replay(self, source: str) -> str:
        """Carry out every layer on the decoded input and return the output."""
        for layer in self.layers:
            source = apply(source, layer.edits())
        return source

    def revert(self, output: str) -> str:
        """Undo every layer, last first, and return the decoded input."""
        for layer in reversed(self.layers):
            output = unapply(output, layer.edits())
        return output

    def changes(self, source: str) -> tuple[Change, ...]:
        """Merge all layers into one list of changes with offsets into ``source``.

        Applied to ``source`` they give the output. Edits of different layers that touch the same
        characters become one change that names every rule, in the order they acted; characters
        side by side that were replaced one by one, by the same rules, are one change too.
        """
        texts = [source]
        lists: list[list[Change]] = []
        for layer in self.layers:
            edits = [
                Change(edit.start, edit.end, edit.before, edit.after, (edit.rule,))
                for edit in (
                    layer.characters() if isinstance(layer, Substitution) else layer.edits()
                )
                if edit.before != edit.after
            ]
            if edits:
                lists.append(edits)
                texts.append(apply(texts[-1], edits))
        from cleaner.changes import compose, joined  # for reports and offsets alone

        # Neighbours first, then pairs of pairs: each change is looked at log n times, not n times.
        while len(lists) > 1:
            lists = [
                compose(lists[at], lists[at + 1], texts[at], texts[at + 1])
                if at + 1 < len(lists)
                else lists[at]
                for at in range(0, len(lists), 2)
            ]
            texts = texts[::2]
        return tuple(joined(lists[0])) if lists else ()

    def counts(self) -> dict[str, int]:
        """Number of edits by rule, in the order in which the rules first acted."""
        counts: dict[str, int] = {}
        for layer in self.layers:
            for edit in layer.edits():
                counts[edit.rule] = counts.get(edit.rule, 0) + 1
        return counts
