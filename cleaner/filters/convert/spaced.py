"""Lines of words: a space between two of them does not undo the company that a character had.

於乎哀哉 stays, and so does the 於乎 哀哉 that segmentation makes of it, though no space is known to
the phrase. A space of the page is not ours, and there the line is what it seems to be.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def unsplit(text: str, result: str, resolve: Callable[[str], str]) -> str:
    """Return ``result`` with lines as in ``text`` that change for the spaces between words alone.

    Both have the same length and no character that is Traditional only; ``resolve`` decides a line.
    """
    if " " not in text:
        return result
    from cleaner.filters.segment.segmented import is_segmented, unspaced

    lines = result.split("\n")
    for number, line in enumerate(text.split("\n")):
        if line == lines[number] or " " not in line:
            continue
        own = line.lstrip("\0")  # foreign lines before it are masked with their ends
        if is_segmented(own):
            bare = unspaced(own)
            if resolve(bare) == bare:
                lines[number] = line
    return "\n".join(lines)
