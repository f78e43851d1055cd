"""A line of a page, and what it looks like by itself."""

from __future__ import annotations

from cleaner.filters.chrome.cues import NONE, STRONG
from cleaner.frozen import mypyc_attr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Final

DECORATION: Final = (
    "•·・●■◆▪▶►▸➤▲△▼▽★☆※◎»›>＞<《》【】[]()（）「」|｜丨︱┊:：…—–-_=*＊#~～+,，.。、/／╱\\&^`'\"“”"
)
#: What a breadcrumb, the way to a page through its site, is.
TRAILS: Final = frozenset({"breadcrumb", "navigation"})
#: What the line of many blogs begins with that says who posted, and when.
POSTED: Final = "Posted"
# The field of a line of letters of which a part is a cue.
GOES_ON: Final = "?"
# The field of a line that heads a list of other pages, if the site has pages of that kind.
OTHERS: Final = "+"

_FIELDS = ("field", "force", "label", "prose", "reason", "text")


# Compiled, it is none of the objects that are searched for circles, of which a page has thousands.
@mypyc_attr(acyclic=True)
class Line:
    """A line and what it looks like by itself. Shared and never changed: see :meth:`but`.

    ``text`` has no whitespace; ``prose`` says that it reads like a sentence; ``label`` is the name
    of a label it begins with (编辑) and ``field`` the metadata that introduces.
    """

    # A page reads thousands: an item of a named tuple takes 17 ns, twice as long; to make one, 350.
    __slots__ = _FIELDS

    def __init__(
        self,
        text: str,
        prose: bool,
        reason: str = "",
        force: int = NONE,
        label: str = "",
        field: str = "-",
    ) -> None:
        self.text = text
        self.prose = prose
        self.reason = reason
        self.force = force
        self.label = label
        self.field = field

    def but(self, **changes: Any) -> Line:
        """Return a line like this one, with ``changes`` by name."""
        return Line(**{**self._values(), **changes})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self._values() == other._values()

    def __repr__(self) -> str:
        return f"Line({self._values()})"

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _FIELDS}


BLANK: Final = Line("", False)
#: Noise against copying between the lines of a post: says nothing of the lines beside it.
JAMMED: Final = Line(";", False, "spam", STRONG)


def beside(lines: Sequence[Line], index: int) -> tuple[Line, ...]:
    """Return the lines right above and below one."""
    return (*lines[index - 1 : index], *lines[index + 1 : index + 2])


def leading(lines: Sequence[Line], order: Iterable[int], count: int) -> list[int]:
    """Return the first lines in ``order`` that are not blank, ``count`` at the most."""
    found: list[int] = []
    for index in order:
        if lines[index].text:
            found.append(index)
            if len(found) == count:
                break
    return found
