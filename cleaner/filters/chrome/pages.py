"""Several pages of one site in one text, as ``cat pages/*.txt`` makes it: where each begins."""

from __future__ import annotations

from cleaner.filters.chrome.cues import END
from cleaner.filters.chrome.lines import Line, leading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# The same lines at the top of each page, and how near above them the foot of the last page ends.
TOP, FOOT = 2, 4
# A page has more lines than this.
LEAST = 10


def starts(lines: Sequence[Line]) -> list[int]:
    """Return where pages begin, at least ``[0]``.

    A page begins where the first lines of the text come again right below a copyright notice.
    Pages of several sites cannot be told from one with many blocks, and count as one.
    """
    found = [0]
    places = leading(lines, range(len(lines)), TOP)
    top = [lines[index].text for index in places]
    if len(top) < TOP or not any(lines[index].force for index in places):
        return found
    first = top[0]
    if not any(line.text == first for line in lines[places[1] :]):
        return found
    alive = [index for index, line in enumerate(lines) if line.text]
    for place in range(LEAST, len(alive) - LEAST):
        index = alive[place]
        if lines[index].text != top[0] or lines[alive[place + 1]].text != top[1]:
            continue
        above = [lines[i] for i in alive[place - FOOT : place]]
        foot = any(line.force == END and line.reason == "copyright" for line in above)
        if index >= found[-1] + LEAST and foot and above[-1].reason not in ("related", "hot"):
            found.append(index)
    return found


def several(lines: Sequence[Line], reasons: Sequence[str]) -> bool:
    """Whether the text seems to hold pages of several sites, of which all but one went.

    Then sentences went below a copyright notice, more of them than stay.
    """
    ends = [i for i, line in enumerate(lines) if line.force == END]
    foot = next((i for i in ends if lines[i].reason == "copyright"), len(lines))
    gone = sum(_sentence(lines[i]) for i in range(foot, len(lines)) if reasons[i])
    return gone > 0 and gone > sum(
        _sentence(line) for i, line in enumerate(lines) if not reasons[i]
    )


def _sentence(line: Line) -> int:
    """Return the length of a line that reads like a sentence and is no cue, else 0."""
    return len(line.text) if line.prose and not line.force else 0
