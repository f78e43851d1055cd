"""Characters that a line sets against each other: ``“发”对应“發”和“髮”``.

Where two characters that are quoted alone would become the same one, and nothing else of the line
changes, their difference is what it is about, and they stay as they are.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = "“「『‘"
_CLOSING = frozenset("”」』’")


def contrasted(source: str, result: str) -> str:
    """Return ``result``, of the same length as ``source``, with such characters as they were."""
    if source == result:
        return result
    places = sorted(at for mark in _OPENING for at in _quoted(source, mark))
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
    return "".join(parts)


def _line(source: str, result: str) -> str:
    """Return ``source`` where it differs from ``result`` in contrasted characters alone."""
    places = {at for mark in _OPENING for at in _quoted(source, mark)}
    forms: dict[str, set[str]] = {}
    for at in places:
        forms.setdefault(result[at], set()).add(source[at])
    for at, (before, after) in enumerate(zip(source, result, strict=True)):
        if before != after and (at not in places or len(forms[after]) == 1):
            return result
    return source


def _quoted(text: str, mark: str) -> Iterator[int]:
    """Yield the places of characters alone between ``mark`` and its like.

    Segmentation sets quotation marks apart.
    """
    at = text.find(mark)
    while at >= 0:
        place = at + 2 if text[at + 1 : at + 2] == " " else at + 1
        if text[place + 1 : place + 3].lstrip(" ")[:1] in _CLOSING:
            yield place
        at = text.find(mark, at + 1)
