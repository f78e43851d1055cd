"""Characters that a line sets against each other: ``“发”对应“發”和“髮”``.

Where two characters that are quoted alone would become the same one, and nothing else of the line
changes, their difference is what it is about, and they stay as they are.
Nor does misread text change that a line about it quotes.
"""

from __future__ import annotations

from cleaner.patterns import DOTALL, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# A character between marks, which segmentation sets apart. One for each opening mark, which the
# search skips to.
_QUOTED = tuple((mark, lazy(f"{mark}(?=(?: .|[^ ]) ?[”」』’])", DOTALL)) for mark in "“「『‘")


def contrasted(source: str, result: str) -> str:
    """Return ``result``, of the same length as ``source``, with such characters as they were."""
    if source == result:
        return result
    places = sorted(_quoted(source))
    parts: list[str] = []
    done = 0  # end of the last line that was looked at
    for at in places:
        if at >= done and source[at] != result[at]:
            start = source.rfind("\n", done, at) + 1 or done
            end = source.find("\n", at)
            end = len(source) if end < 0 else end
            parts += (result[done:start], _line(source[start:end], result[start:end]))
            done = end
    parts.append(result[done:])
    return _as_misread(source, "".join(parts))


def _as_misread(source: str, result: str) -> str:
    """Return ``result`` with the misread text that ``source`` quotes as it was."""
    # One character is found ten times as fast as two.
    if not (("码" in source and "乱码" in source) or ("碼" in source and "亂碼" in source)):
        return result
    from cleaner.filters.repair.scripts import quoted_misreadings

    for start, end in quoted_misreadings(source):
        result = result[:start] + source[start:end] + result[end:]
    return result


def _line(source: str, result: str) -> str:
    """Return ``source`` where it differs from ``result`` in contrasted characters alone."""
    places = {*_quoted(source)}
    forms: dict[str, set[str]] = {}
    for at in places:
        forms.setdefault(result[at], set()).add(source[at])
    for at, (before, after) in enumerate(zip(source, result, strict=True)):
        if before != after and (at not in places or len(forms[after]) == 1):
            return result
    return source


def _quoted(text: str) -> Iterator[int]:
    """Yield the places of characters that are quoted alone, by marks."""
    for mark, quoted in _QUOTED:
        if mark in text:
            for match in quoted.finditer(text):
                place = match.end()
                yield place + (text[place] == " ")
