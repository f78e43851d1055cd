"""What segmentation did, for the ledger: changes of white space, then delimiters put in."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from cleaner.document import Document
from cleaner.filters.segment import held
from cleaner.filters.segment.lines import delimited, gap, words_of
from cleaner.frozen import replace
from cleaner.ledger import Edit


def record(
    document: Document, text: str, formed: Sequence[str], kept: Sequence[str], delimiter: str
) -> Document:
    """Carry out segmentation as two layers.

    ``text`` is that of the document with stand-ins for what is held (``kept``), ``formed`` are its
    lines with single spaces between words.
    """
    edits: list[Edit] = []
    offsets = array("Q")
    words: list[str] = []
    holding = iter(kept)
    original = document.text
    place = shift = 0  # in the original; of the offsets by the edits so far
    for line, target in zip(text.split("\n"), formed, strict=True):
        done = 0  # in the formed line
        for start, end, word in words_of(target, holding):
            between = target[done:start]
            last = place
            place = original.index(word[0], place)
            if done:
                if delimiter != " ":
                    between = gap(between, delimiter)
                if last == place:
                    offsets.append(place + shift)
                elif original[last:place] != between:
                    edits.append(Edit(last, place, between, "segment.space"))
                    shift += len(between) - (place - last)
            words.append(word)
            place += len(word)
            done = end
        finish = original.find("\n", place)
        finish = len(original) if finish < 0 else finish
        tail = target[done:] if done else line
        if original[place:finish] != tail:
            edits.append(Edit(place, finish, tail, "segment.space"))
            shift += len(tail) - (finish - place)
        place = finish + 1
    if delimiter != " ":
        formed = [delimited(line, delimiter) for line in formed]
    spaced = document.apply(edits)
    return replace(
        spaced.insert(offsets, delimiter, "segment.word", held.put_back("\n".join(formed), kept)),
        words=tuple(words),
    )
