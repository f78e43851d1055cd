"""The title of an article that stands far above it, beyond a menu.

A title shares words with its body; a menu and the headlines of other articles do not.
"""

from __future__ import annotations

from cleaner.filters.chrome import datelines, frame, sentences, shapes
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.likeness import LEAST, likeness
from cleaner.filters.chrome.lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

SHORTEST: Final = 5
LONGEST: Final = 60
# Where no line has that much, this is still more than chance for a longer line.
FAR_LEAST = 0.25
FEW = 0.1
# A line above the date that is shorter is a name as often as a title.
NAME: Final = 8
# The longest name of a person.
PERSON = 4
# So near below a title, buttons to share are below it.
BAR = 6
# Lines above the body among which its title is looked for.
REACH: Final = 40
#: What may stand between title and text. A notice that forbids copying does, too.
BESIDE = frame.BESIDE | {"disclaimer"}
#: What a date line may be judged as: 来源：某某 于2020-07-13 9:54 提示：不代表本网立场.
_DATED = frozenset({"byline", "credits", "disclaimer"})
_AFTER_NAME = frozenset("-_—–|｜")


def find(
    candidates: Sequence[tuple[int, str]],
    known: str,
    least: float = LEAST,
    shortest: int = SHORTEST,
) -> int | None:
    """Return the key of the candidate that is most like the body; None if none is enough.

    ``candidates`` are ``(key, text)`` from top to bottom; of equals the lowest is taken, since the
    name of the window comes before the headline.
    """
    best: int | None = None
    highest = least
    for key, text in candidates:
        if shortest <= len(text) <= LONGEST and (share := likeness(text, known, least)) >= highest:
            best, highest = key, share
    return best


def further_up(lines: Sequence[Line], top: int, start: int, known: str) -> tuple[int, int]:
    """Return what :func:`head` does, where no line near the body is its title.

    ``top`` is the first of the plain lines near the body. The first way to find one that does
    counts: likeness, the word of an entry, the place between date and buttons, what a longer line
    names, a little likeness.
    """
    reach = range(max(0, start - REACH), start)
    plain_lines = [(i, lines[i].text) for i in reach if not lines[i].force and not _ends(lines[i])]
    if plain_lines and shapes.media(plain_lines[0][1]) and _is_site(lines, plain_lines[0][0]):
        plain_lines = plain_lines[1:]  # its reports begin with its name
    found = _over_date(lines, plain_lines, known)
    if found is None:
        found = find(plain_lines, known)
    if found is None:
        found = _explained(lines, plain_lines, known)
    if found is None:
        found = _between_cues(lines, plain_lines)
    if found is None and plain_lines and _is_site(lines, plain_lines[0][0]):
        plain_lines = plain_lines[1:]
    if found is None:
        named = [i for i, text in plain_lines if len(text) >= NAME and named_above(lines, i)]
        found = named[-1] if named else find(plain_lines, known, FAR_LEAST, NAME + 2)
    if found is None:
        found = _over_buttons(lines, plain_lines)
    if found is None:
        found = _asked(lines, plain_lines)
    if found is None:
        found = _standing_out(plain_lines, known)
    if found is None:
        top = start if _asks_below_topics(lines, top, start) else top
        return top, top
    found = _in_window(lines, found, start)
    return found, max(found, top)


def _ends(line: Line) -> bool:
    """Whether the line is a sentence of its own, as the verses above their translation are."""
    return line.prose and line.text[-1] == "。"


def _over_date(
    lines: Sequence[Line], candidates: Sequence[tuple[int, str]], known: str
) -> int | None:
    """Return the key of the last candidate above a date line, if it is like the body.

    The name of the site in the menu (某某网) may be more so, when its reports begin with it.
    """
    dated = [(key, text) for key, text in candidates if is_dateline(lines[key + 1])]
    return find(dated[-1:], known)


def _in_window(lines: Sequence[Line], window: int, start: int) -> int:
    """Return the line that the title of the window names first, or that title: 某某 - 某某百科."""
    name = lines[window].text
    for index in range(start - 1, window, -1):
        text = lines[index].text
        if not lines[index].force and len(text) > 1 and name.startswith(text):
            rest = name[len(text) : len(text) + 1]
            return index if rest in _AFTER_NAME else window
    return window


def _explained(
    lines: Sequence[Line], candidates: Sequence[tuple[int, str]], known: str
) -> int | None:
    """Return the key of the word that the text begins with, above buttons: that of an entry."""
    for key, text in reversed(candidates):
        if 1 < len(text) <= NAME and known.startswith(text) and lines[key + 1].force:
            return None if _is_site(lines, key) else key
    return None


def _is_site(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the first, above a menu: the name of the site, or of the window."""
    below = lines[index + 1]
    menu = below.reason == "navigation" and below.force == WEAK
    return index == 0 and (menu or below.reason == "login")


def _asks_below_topics(lines: Sequence[Line], top: int, start: int) -> bool:
    """Whether the body begins with a question, and above it are its topics: 园艺, 多肉植物."""
    asked = lines[start].text
    return (
        top < start
        and len(asked) <= LONGEST
        and asked[-1] in "？?"
        and all(len(line.text) <= PERSON or ">" in line.text for line in lines[top:start])
    )


def _between_cues(lines: Sequence[Line], candidates: Sequence[tuple[int, str]]) -> int | None:
    """Return the key of the line between date line and buttons: blogs have their titles there."""
    for key, text in candidates:
        if NAME <= len(text) <= LONGEST and key and is_dateline(lines[key - 1]):
            below = lines[key + 1]
            if below.force >= STRONG and below.reason in BESIDE and sentences.HAN.search(text):
                return key
    return None


def _over_buttons(lines: Sequence[Line], candidates: Sequence[tuple[int, str]]) -> int | None:
    """Return the key of the first line below a menu that ends in a button to log in, over others.

    Pages of films and songs have nothing else above what they say: 登录, the title, 收藏, 分享.
    """
    for key, text in candidates:
        if (
            SHORTEST <= len(text) <= LONGEST
            and key
            and lines[key - 1].reason == "login"
            and any(
                line.reason == "share" and line.force >= STRONG for line in lines[key : key + BAR]
            )
        ):
            return key
    return None


def _asked(lines: Sequence[Line], candidates: Sequence[tuple[int, str]]) -> int | None:
    """Return the key of the last question over buttons to answer it: 写回答, 邀请回答."""
    for key, text in reversed(candidates):
        if text[-1] in "？?" and any(
            "回答" in line.text and line.force >= STRONG for line in lines[key : key + BAR]
        ):
            return key
    return None


def _standing_out(candidates: Sequence[tuple[int, str]], known: str) -> int | None:
    """Return the key of the longest candidate that shares a few character pairs with the body.

    Buttons and names between the title and a short answer to it are shorter.
    """
    long = [
        (len(text), -key)
        for key, text in candidates
        if NAME + 2 <= len(text) <= LONGEST and likeness(text, known, FEW) > 0
    ]
    return -max(long)[1] if long else None


def named_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a longer line above names this one: the breadcrumb, or the title of the window."""
    text = lines[index].text
    return any(
        len(line.text) > len(text) and text in line.text
        for line in lines[max(0, index - REACH) : index]
    )


def is_dateline(line: Line) -> bool:
    """Whether the line is a date line, perhaps with the editor in it."""
    if line.force < STRONG or line.reason not in _DATED:
        return False
    return line.field == "published" or datelines.find_date(line.text) is not None
