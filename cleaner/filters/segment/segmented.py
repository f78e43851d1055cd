"""Lines of words: the form that segmentation gives to a line, and recognising it.

Segmentation must change nothing when its own output is cleaned again, though a space between two
words then says less than it did: it may come from the page (an honest space) or from us. The form
rests on one condition. Let S(x) be the words of x with single spaces between them, and U(y) be y
without its spaces, except those between two words of ASCII letters and digits (which S never
makes, so they are honest). A chunk y *is segmented* when S(U(y)) = y. Then

* S(x) is segmented for every x without white space, since U(S(x)) = x;
* honest spaces become single spaces like ours where the chunk stays segmented, which is nearly
  everywhere; where a word would cross one (``我 们``), it becomes an ideographic space U+3000
  that stands between words as a word does, and parts two chunks;
* tabs and other breaks of lines part chunks too, and stay as they are.

A line is segmented when it has a space and each of its chunks is segmented; such a line is left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cleaner.filters.segment import engine

Join = Callable[[Sequence[str]], list[str]]

_BREAKS = "\t\r\x0b\x0c\x85\u2028\u2029\u3000"
_SPACES = re.compile(rf"[^\S\n{_BREAKS}]+")
_BREAK = re.compile(rf"( ?[{_BREAKS}](?: ?[{_BREAKS}])* ?)")
_MARK = " \u3000 "

# A character that jieba emits alone, with no space on one side: no line of ours. Needs no engine.
_TOUCHING = re.compile(r"[^\s\u4e00-\u9fd5a-zA-Z0-9+#&._%-]\S|\S[^\s\u4e00-\u9fd5a-zA-Z0-9+#&._%-]")
_LATIN_PAIR = re.compile(r"(?<![^ ])([A-Za-z0-9]+) (?=[A-Za-z0-9]+(?![^ ]))")


def is_segmented(line: str) -> bool:
    """Whether ``line`` (without its line feed) has the form of segmented text.

    True for every line that segmentation with the delimiter " " has made and that has a space;
    also for the rare other line whose every space happens to stand where a word ends and that
    lacks no space. The first call that gets past the test of punctuation loads the engine (0.15 s).
    """
    return are_segmented((line,))[0]


def are_segmented(lines: Sequence[str], join: Join = engine.join) -> list[bool]:
    """Return :func:`is_segmented` of each line; many at once cost less."""
    answers = [False] * len(lines)
    chunks: list[str] = []
    owners: list[int] = []
    for number, line in enumerate(lines):
        line = line.lstrip()
        if " " not in line or line.endswith((" ", "\u3000")) or _TOUCHING.search(line):
            continue
        parts = split(line)
        if "".join(parts) == line and all(map(_is_canonical, parts[1::2])):
            answers[number] = True
            chunks += parts[::2]
            owners += [number] * len(parts[::2])
    for number, stable in zip(owners, _stable(chunks, join), strict=True):
        if not stable:
            answers[number] = False
    return answers


def split(line: str) -> list[str]:
    """Return the chunks of a line with the breaks between them: chunk, break, chunk, ...

    Each run of other white space has become a single space. The line begins with no white space.
    """
    return _BREAK.split(_SPACES.sub(" ", line))


def canonical(gap: str) -> str:
    """Return the form of a break: no spaces, but one on each side of ideographic spaces alone."""
    bare = gap.replace(" ", "")
    return bare if bare.strip("\u3000") else f" {bare} "


def segmented(chunks: Sequence[str], join: Join = engine.join) -> list[str]:
    """Return each chunk in segmented form; see the module for what becomes of its spaces.

    Chunks have no breaks inside, no white space at their ends, and only single U+0020 inside.
    """
    out = list(chunks)
    spaced = [number for number, chunk in enumerate(chunks) if " " in chunk]
    kept = _stable([chunks[number] for number in spaced], join) if spaced else []
    done = {number for number, stable in zip(spaced, kept, strict=True) if stable}
    rest = [number for number in range(len(out)) if number not in done] if done else range(len(out))
    for number, joined in zip(rest, join([out[number] for number in rest]), strict=True):
        out[number] = joined
    spaced = [number for number in spaced if number not in done]
    kept = _stable([out[number] for number in spaced], join) if spaced else []
    for number, stable in zip(spaced, kept, strict=True):
        if not stable:
            out[number] = _marked(chunks[number], join)
    return out


def unspaced(chunk: str) -> str:
    """Return U(chunk): without spaces, but for those between two words of ASCII alphanumerics."""
    if _LATIN_PAIR.search(chunk):
        return _LATIN_PAIR.sub("\\1\n", chunk).replace(" ", "").replace("\n", " ")
    return chunk.replace(" ", "")


def _stable(chunks: Sequence[str], join: Join) -> list[bool]:
    """Tell of each chunk whether S(U(chunk)) is the chunk."""
    stable = [not _TOUCHING.search(chunk) for chunk in chunks]
    tried = [number for number, possible in enumerate(stable) if possible]
    joined = join([unspaced(chunks[number]) for number in tried])
    for number, again in zip(tried, joined, strict=True):
        stable[number] = again == chunks[number]
    return stable


def _marked(chunk: str, join: Join) -> str:
    """Return the words of a chunk whose honest spaces would not all survive as single spaces.

    Those that a word would cross are marked; if that is not enough, since words also depend on
    what is around them, all are.
    """
    pieces = chunk.split(" ")
    ends = set()
    length = 0
    for word in join([unspaced(join([chunk])[0])])[0].split(" "):
        length += len(word)
        ends.add(length)
    groups: list[str] = []
    length = 0
    for piece in pieces:
        if groups and length in ends:
            groups[-1] += " " + piece
        else:
            groups.append(piece)
        length += len(piece)
    joined = join(groups)
    if not all(_stable(joined, join)):
        joined = join(pieces)
    return _MARK.join(joined)


def _is_canonical(gap: str) -> bool:
    return gap == canonical(gap)
