"""Lines of words: the form that segmentation gives to a line, and recognising it.

Segmentation must change nothing when its own output is cleaned again, though a space between two
words then says less than it did: it may come from the page (an honest space) or from us. The form
rests on one condition. Let S(x) be the words of x with single spaces between them, and U(y) be y
without its spaces, except those between two words of ASCII letters and digits (which S never
makes, so they are honest). A chunk y *is segmented* when S(U(y)) = y. Then

* S(x) is segmented for every x without white space, since U(S(x)) = x;
* honest spaces become single spaces like ours where the chunk stays segmented, or at least settled:
  cutting it again at its spaces changes nothing, S(y) = y, and it is no padded heading (``目 录``),
  which other filters take the spaces out of. In the few places left, where a word would cross the
  space and what is beside it is no word by itself, the space becomes an ideographic space U+3000
  that stands between words as a word does, and parts two chunks;
* tabs and other breaks of lines part chunks too, and stay as they are.

A line is segmented when it has a space and each of its chunks is segmented or settled; such a line
is left alone.
"""

from __future__ import annotations

from itertools import accumulate

from cleaner.filters.segment import engine
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence
    from typing import Final

    Join = Callable[[Sequence[str]], list[str]]

_BREAKS = "\t\r\x0b\x0c\x85\u2028\u2029\u3000"
_SPACES = lazy(rf"[^\S\n{_BREAKS}]+")
_UNUSUAL = lazy(r"[^\S\n ]")
_BREAK = lazy(rf"( ?[{_BREAKS}](?: ?[{_BREAKS}])* ?)")
_MARK: Final = " \u3000 "

# A character that jieba emits alone, with no space on one side: no line of ours. Needs no engine.
_TOUCHING = lazy(r"[^\s\u4e00-\u9fd5a-zA-Z0-9+#&._%-]\S|\S[^\s\u4e00-\u9fd5a-zA-Z0-9+#&._%-]")
_MARKER = "\t"  # emitted alone, and in no chunk
# Characters of blocks, which jieba looks at together, with single spaces between them.
_INNER = r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]"
_REGIONS = lazy(f"(?<!{_INNER})({_INNER}++(?: {_INNER}++)++)")
# Single characters only, or four of them in a row: a word spread out to fill a width. Of regions,
# where all beyond ASCII is Han: a class of Han takes a millisecond to compile.
_SPREAD: Final = lazy(
    r"^[^\x00-\x7f](?: [^\x00-\x7f])+$"
    r"|(?<![^ ])[^\x00-\x7f](?: [^\x00-\x7f]){3,}(?![^ ])"
)
# A space after a letter or digit and before a word of them. To look for spaces is six times as fast
# as to look for words.
_LATIN_AFTER = lazy(r" (?<=[A-Za-z0-9] )(?=[A-Za-z0-9]++(?![^ \n]))")


def is_segmented(line: str) -> bool:
    """Whether ``line`` (without its line feed) has the form of segmented text.

    True for every line that segmentation with the delimiter " " has made and that has a space;
    also for the rare other line whose every space happens to stand where a word ends and that
    lacks no space.
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
    for number, chunk, formed in zip(owners, chunks, segmented(chunks, join), strict=True):
        if chunk != formed:
            answers[number] = False
    return answers


def split(line: str) -> list[str]:
    """Return the chunks of a line with the breaks between them: chunk, break, chunk, ...

    Each run of other white space has become a single space. The line begins with no white space.
    """
    if _UNUSUAL.search(line) or "  " in line:
        return _BREAK.split(_SPACES.sub(" ", line))
    return [line]


def canonical(gap: str) -> str:
    """Return the form of a break: no spaces, but one on each side of ideographic spaces alone."""
    bare = gap.replace(" ", "")
    return bare if bare.strip("\u3000") else f" {bare} "


def segmented(chunks: Sequence[str], join: Join = engine.join) -> list[str]:
    """Return each chunk in segmented form; see the module for what becomes of its spaces.

    Chunks have no breaks inside, no white space at their ends, and only single U+0020 inside.
    """
    # jieba never looks across a character that it emits alone, so only spaces with none beside
    # them need a look, together with the characters on both sides up to the next such character.
    # These regions are marked, and cut without their spaces at the same time.
    spaced = [number for number, chunk in enumerate(chunks) if " " in chunk]
    parts = _REGIONS.split("\n".join([chunks[number] for number in spaced]))
    regions = parts[1::2]
    if not regions:
        return join(chunks)
    marked = list(chunks)
    for number, chunk in zip(spaced, _MARKER.join(parts).split("\n"), strict=True):
        marked[number] = chunk
    bare = unspaced("\n".join(regions)).split("\n")
    joined = join([*marked, *bare])
    out = joined[: len(chunks)]
    pieces = "\n".join([out[number] for number in spaced]).split(_MARKER)
    words = [piece.strip(" ") for piece in pieces[1::2]]
    for number, form in _reformed(regions, words, bare, joined[len(chunks) :], join).items():
        pieces[2 * number + 1] = f" {form} "
    text = _MARKER.join(pieces).replace(_MARKER + " ", "").replace(" " + _MARKER, "")
    for number, chunk in zip(spaced, text.split("\n"), strict=True):
        out[number] = chunk
    return out


def _reformed(
    regions: Sequence[str],
    words: Sequence[str],
    bare: Sequence[str],
    others: Sequence[str],
    join: Join,
) -> dict[int, str]:
    """Return the segmented form of regions, by their numbers, where it is not their words.

    Regions are words or unsegmented text with honest spaces, and ``words`` is what each is cut
    into; ``bare`` is the same without these spaces, ``others`` what that is cut into. Where the
    spaces cannot all be like ours those that words would cross are marked; if that is not enough,
    since words also depend on what is around them, all of them are.
    """
    forms: dict[int, str] = {}
    loose: list[int] = []
    for number, (form, other) in enumerate(zip(words, others, strict=True)):
        if form != other:
            if other == regions[number]:
                forms[number] = other
            else:
                loose.append(number)
    if not loose:
        return forms
    cut = {bare[number]: others[number] for number in loose}
    found = [words[number] for number in loose]
    # Without their spaces the words are nearly always what the region was without its own.
    rest = unspaced("\n".join(found)).split("\n")
    unknown = [text for text in rest if text not in cut]
    cut.update(zip(unknown, join(unknown), strict=True))
    whole = _whole(found, join)
    groups: dict[int, list[str]] = {}
    for number, form, text in zip(loose, found, rest, strict=True):
        other = cut[text]
        if form != other and not (whole.issuperset(form.split(" ")) and not _SPREAD.search(form)):
            groups[number] = _groups(regions[number].split(" "), other)
    for number, marked in _marked(groups, join).items():
        forms[number] = marked or _MARK.join(join(regions[number].split(" ")))
    return forms


def _whole(forms: Sequence[str], join: Join) -> set[str]:
    """Return the words of ``forms`` that are a word when they are cut by themselves.

    No engine looks across a space, so what is made of nothing else comes back as it is.
    """
    words = [*dict.fromkeys(" ".join(forms).split(" "))]
    return {word for word, again in zip(words, join(words), strict=True) if word == again}


def _groups(pieces: Sequence[str], joined: str) -> list[str]:
    """Put together again the pieces of a chunk at whose ends a word of ``joined`` ends too."""
    ends = set(accumulate(map(len, joined.split(" "))))
    groups: list[str] = []
    length = 0
    for piece in pieces:
        if length in ends:
            groups[-1] += " " + piece
        else:
            groups.append(piece)
        length += len(piece)
    return groups


def _marked(groups: Mapping[int, Sequence[str]], join: Join) -> dict[int, str]:
    """Return the words of each chunk with marks between its groups, "" if one is not segmented."""
    if not groups:
        return {}
    words = join([group for members in groups.values() for group in members])
    again = _rejoined(words, join)
    marked: dict[int, str] = {}
    begin = 0
    for number, members in groups.items():
        end = begin + len(members)
        marked[number] = (
            _MARK.join(words[begin:end]) if words[begin:end] == again[begin:end] else ""
        )
        begin = end
    return marked


def unspaced(chunk: str) -> str:
    """Return U(chunk): without spaces, but for those between two words of ASCII alphanumerics.

    Several chunks may come at once, with line feeds between them.
    """
    held = _LATIN_AFTER.sub(_hold, chunk)
    return held.replace(" ", "").replace("\t", " ")


def _hold(match: re.Match[str]) -> str:
    """Return a tab for a space after a word of ASCII alphanumerics."""
    text, end = match.string, match.start()
    begin = text.rfind(" ", 0, end) + 1
    word = text[text.rfind("\n", begin, end) + 1 or begin : end]
    return "\t" if word.isascii() and word.isalnum() else " "


def _rejoined(chunks: Sequence[str], join: Join) -> list[str]:
    """Return S(U(chunk)) of each chunk, or "" where it cannot be the chunk for its punctuation."""
    out = [""] * len(chunks)
    tried = [number for number, chunk in enumerate(chunks) if not _TOUCHING.search(chunk)]
    if tried:
        bare = unspaced("\n".join([chunks[number] for number in tried])).split("\n")
        for number, again in zip(tried, join(bare), strict=True):
            out[number] = again
    return out


def _is_canonical(gap: str) -> bool:
    return gap == canonical(gap)
