"""Filling anew what was lost in the spans that the search found, when it is known what they are.

The search weighs pairs of characters in both scripts at once. Once its spans are known, so is their
script, and words tell more; in text that was misread twice, which has no words yet, what it is when
it is undone once more does.
"""

from __future__ import annotations

from cleaner.filters.decode.model import load
from cleaner.mojibake import words
from cleaner.mojibake.choices import Choice, all_choices, choices
from cleaner.mojibake.costs import REPLACEMENT, kind_of, script_of
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.lattice import filled_in
from cleaner.mojibake.places import Place, dropped_from, places
from cleaner.mojibake.plan import Span, carry_out
from cleaner.mojibake.readings import Step, byte_options
from cleaner.mojibake.signs import signs

# Characters around a place that tell what it is when they are undone.
AROUND = 4


def filled_anew(line: str, spans: tuple[Span, ...], effort: Effort) -> tuple[Span, ...]:
    """Return ``spans`` of ``line`` with the likeliest bytes for what was lost in them."""
    texts = [span.undo(line) for span in spans]
    whole = carry_out(line, spans)
    script = script_of(whole)
    twice = spans[0].step in signs("".join(texts))
    found: list[Span] = []
    shift = 0
    for span, text in zip(spans, texts, strict=True):
        start = span.start + shift
        shift += len(text) - (span.end - span.start)
        if span.filled:
            sides = whole[:start], whole[start + len(text) :]
            span = _filled(line, span, sides, script, effort, twice=twice)
        found.append(span)
    return tuple(found)


def _filled(
    line: str, span: Span, sides: tuple[str, str], script: int, effort: Effort, *, twice: bool
) -> Span:
    """Return ``span`` of ``line`` filled anew; ``sides`` are the texts before and after it."""
    found, begins = places(line, span.step, effort.spaces, span.start, span.end)
    data: list[bytes] | None
    if twice:
        data = _by_undoing(found, _bytes_of(line, span), span.step)
    else:
        text = words.Text(found, *sides)
        drops = dropped_from(line, span.step)
        read = words.read(text, span.step, script, effort, drops=drops)
        data = read[1] if read else None
    if not data:
        return span
    filled, _ = filled_in(line[span.start : span.end], begins, data, span.step.read_as)
    return span._replace(filled=filled)


def _bytes_of(line: str, span: Span) -> bytes:
    filled = dict(span.filled)
    return b"".join(
        bytes.fromhex(filled[offset]) if offset in filled else byte_options(char, span.step.read_as)
        for offset, char in enumerate(line[span.start : span.end])
    )


def _by_undoing(span: list[Place], data: bytes, step: Step) -> list[bytes] | None:
    """Return the bytes of each place that make the likeliest text when it is undone again.

    ``data`` are those that the search found.
    """
    found: list[tuple[Choice, tuple[Choice, ...]]] = []
    at = 0
    while at < len(span):
        four = span[at : at + 4]
        options = choices(four, step, kind_of(step), drops=b"")
        chosen = next((item for item in options if data.startswith(b"".join(item.data), at)), None)
        if chosen is None:
            return None
        size = len(chosen.data)
        if sum(len(place.options) > 1 for place in four[:size]) == 1:
            options = all_choices(four, step)
        found.append((chosen, tuple(item for item in options if len(item.data) == size)))
        at += size
    text = [choice.char for choice, _ in found]
    for at, (_, options) in enumerate(found):
        lost = next((option for option in options if option.char == REPLACEMENT), None)
        if lost:
            found[at] = (lost, options)
            text[at] = REPLACEMENT
        elif len(options) > 1:
            costs = []
            for option in options:
                part = [
                    *text[max(0, at - AROUND) : at],
                    option.char,
                    *text[at + 1 : at + 1 + AROUND],
                ]
                again = "".join(part).encode(step.read_as, "ignore")
                costs.append((load().cost(again.decode(step.really, "replace")), option))
            best = min(costs)[1]
            found[at] = (best, options)
            text[at] = best.char
    return [piece for choice, _ in found for piece in choice.data]
