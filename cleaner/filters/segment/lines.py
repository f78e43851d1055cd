"""The filter: line by line, words with a delimiter between them, everything else as it was."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from cleaner.document import Document
from cleaner.filters.segment import engine
from cleaner.filters.segment.segmented import Join, canonical, segmented, split
from cleaner.frozen import replace
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

_WORD = lazy(r"\S+")
_IDEOGRAPHIC = lazy(" \u3000+ ")
_ODD = lazy(r"[^\S\n](?:(?<=[^\S\n ])|(?<=^ )|(?= |$))", re.MULTILINE)


def segment(document: Document, settings: Settings) -> Document:
    """Put ``settings.delimiter`` between the words of each line; lines end at line feeds only.

    Indentation and breaks inside lines (tabs, ideographic spaces) stay, other white space between
    words becomes the delimiter, white space at the end of a line goes. With the delimiter " " the
    filter leaves alone what it made. ``words`` are filled in when edits are recorded. All engines
    (``settings.segmenter``) find the same words.
    """
    join = engine.engine(settings.segmenter).join
    lines = document.text.split("\n")
    spaced = form(lines, join)
    if document.recording:
        return _record(document, lines, spaced, settings.delimiter)
    if settings.delimiter != " ":
        spaced = [_delimited(line, settings.delimiter) for line in spaced]
    return document.insert((), settings.delimiter, "segment.word", "\n".join(spaced))


def form(lines: Sequence[str], join: Join = engine.join) -> list[str]:
    """Return the lines with single spaces between words; :mod:`.segmented` describes the form."""
    out = list(lines)
    odd = _odd("\n".join(lines))
    plain = [number for number, line in enumerate(lines) if line and number not in odd]
    broken: list[tuple[int, str, list[str]]] = []
    for number in sorted(odd):
        line = lines[number]
        body = line.lstrip()
        if body:
            indent = line[: len(line) - len(body)]
            broken.append((number, indent, split(_trimmed(body))))
    chunks = [lines[number] for number in plain]
    chunks += [part for _, _, parts in broken for part in parts[::2]]
    words = iter(segmented(chunks, join))
    for number, line in zip(plain, words, strict=False):
        out[number] = line
    for number, indent, parts in broken:
        for place in range(0, len(parts), 2):
            parts[place] = next(words)
        for place in range(1, len(parts), 2):
            parts[place] = canonical(parts[place])
        out[number] = indent + "".join(parts)
    return out


def _odd(text: str) -> set[int]:
    """Return the numbers of the lines with white space but for single spaces inside: a few."""
    found = set()
    number = place = 0
    for match in _ODD.finditer(text):
        number += text.count("\n", place, match.start())
        place = match.start()
        found.add(number)
    return found


def _trimmed(body: str) -> str:
    """Return a line without spaces, ideographic ones among them, at its end."""
    kept = body.rstrip()
    tail = body[len(kept) :]
    return kept + tail[: 1 + max(map(tail.rfind, "\t\r\x0b\x0c\x85\u2028\u2029"))]


def _delimited(line: str, delimiter: str) -> str:
    """Return a formed line with another delimiter, which ideographic spaces become too."""
    body = line.lstrip()
    if not body:
        return line
    indent = line[: len(line) - len(body)]
    return indent + _IDEOGRAPHIC.sub(" ", body).replace(" ", delimiter)


def _record(
    document: Document, lines: Sequence[str], formed: Sequence[str], delimiter: str
) -> Document:
    """Carry out the same as two layers: changes of white space, then delimiters put in."""
    edits: list[Edit] = []
    offsets = array("Q")
    words: list[str] = []
    base = shift = 0  # of the line in the text; of the offsets by the edits so far
    for line, target in zip(lines, formed, strict=True):
        place = done = 0  # in the line, in its formed shape
        for match in _WORD.finditer(target):
            gap = target[done : match.start()]
            start = place
            word = match.group()
            place = line.index(word[0], place)
            if done:
                gap = gap if delimiter == " " else _IDEOGRAPHIC.sub(" ", gap)
                gap = gap.replace(" ", delimiter)
                if start == place:
                    offsets.append(base + place + shift)
                elif line[start:place] != gap:
                    edits.append(Edit(base + start, base + place, gap, "segment.space"))
                    shift += len(gap) - (place - start)
            words.append(word)
            place += len(word)
            done = match.end()
        tail = target[done:] if done else line
        if line[place:] != tail:
            edits.append(Edit(base + place, base + len(line), tail, "segment.space"))
            shift += len(tail) - (len(line) - place)
        base += len(line) + 1
    if delimiter != " ":
        formed = [_delimited(line, delimiter) for line in formed]
    spaced = document.apply(edits)
    return replace(
        spaced.insert(offsets, delimiter, "segment.word", "\n".join(formed)), words=tuple(words)
    )
