"""The changes of a text after all layers of a ledger: layers that follow one another, composed."""

from __future__ import annotations

from cleaner.ledger import Change, apply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def compose(
    first: Sequence[Change], second: Sequence[Change], source: str, middle: str
) -> list[Change]:
    """Chain ``first`` (source → middle) with ``second`` (changes of middle).

    Items that overlap in ``middle`` are merged into one change. Two items overlap when they share
    a character, or when an empty one (a deletion's trace, an insertion) lies strictly inside the
    other; items that only touch stay apart, the one of ``first`` before the one of ``second``
    when both are empty, which keeps the order in which text is put together.
    """
    out: list[Change] = []
    i = j = 0
    shift = 0  # middle offset = source offset + shift, for kept text before first[i]
    while i < len(first) or j < len(second):
        low_first = first[i].start + shift if i < len(first) else None
        low_second = second[j].start if j < len(second) else None
        if low_second is None or (low_first is not None and low_first < low_second):
            lead_first = True
        elif low_first is None or low_second < low_first:
            lead_first = False
        else:  # both start here: an empty insertion of `second` goes before kept or changed text
            lead_first = not first[i].after or second[j].end > second[j].start
        start = end = (low_first if lead_first else low_second) or 0
        from_i, from_j, entry_shift = i, j, shift
        if lead_first:
            end = start + len(first[i].after)
            shift += len(first[i].after) - (first[i].end - first[i].start)
            i += 1
        else:
            end = second[j].end
            j += 1
        while True:
            if i < len(first) and first[i].start + shift < end:
                low = first[i].start + shift
                if low > start or first[i].after:
                    end = max(end, low + len(first[i].after))
                    shift += len(first[i].after) - (first[i].end - first[i].start)
                    i += 1
                    continue
            if (
                j < len(second)
                and second[j].start < end
                and (second[j].start > start or second[j].end > second[j].start)
            ):
                end = max(end, second[j].end)
                j += 1
                continue
            break
        if i - from_i + j - from_j == 1:  # touched by nothing else, as most are
            change = first[from_i] if i > from_i else second[from_j]
            before, after, rules = change.before, change.after, change.rules
        else:
            before = source[start - entry_shift : end - shift]
            after = _within(middle, start, end, second[from_j:j])
            both = (*first[from_i:i], *second[from_j:j])
            rules = tuple(dict.fromkeys(rule for change in both for rule in change.rules))
        if before != after:
            out.append(Change(start - entry_shift, end - shift, before, after, rules))
    return out


def _within(text: str, start: int, end: int, changes: Sequence[Change]) -> str:
    """Return what ``changes`` make of ``text[start:end]``, which holds all of them."""
    pieces = [
        change._replace(start=change.start - start, end=change.end - start) for change in changes
    ]
    return apply(text[start:end], pieces)


def joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Join neighbours that replace character by character in the name of the same rules."""
    held: list[Change] = []
    for change in changes:
        if held and not (
            held[-1].end == change.start
            and held[-1].rules == change.rules
            and len(change.before) == len(change.after) == change.end - change.start
            and len(held[-1].before) == len(held[-1].after)
        ):
            yield _one(held)
            held = []
        held.append(change)
    if held:
        yield _one(held)


def _one(held: Sequence[Change]) -> Change:
    if len(held) == 1:
        return held[0]
    return Change(
        held[0].start,
        held[-1].end,
        "".join(change.before for change in held),
        "".join(change.after for change in held),
        held[0].rules,
    )
