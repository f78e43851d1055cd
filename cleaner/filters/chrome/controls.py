"""Buttons and links by the words they are made of: 点击查看全部评论, 登录后发表评论.

Sites word their buttons in ten thousand ways out of some two hundred words. A list of whole phrases
knows those of the sites it was made from; the words know the others too (on 49 pages of other
sites, written before this, they find a third of the buttons that no phrase names).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

KINDS = ("action", "object", "other")
#: In place of a reason: the word says nothing about it.
NOTHING = "-"
# A button is shorter than this; longer lines of such words are sentences of an instruction.
LONGEST: Final = 20
SHORTEST: Final = 3
# What is offered decides before what is done: 打开客户端查看 is about the app.
_FIRST: Final = frozenset({"app", "pager", "login"})


class Controls:
    """The words by their first character, longest first, with kind and reason of each."""

    def __init__(self, words: dict[str, tuple[tuple[str, str, str], ...]]) -> None:
        self.words = words

    def button(self, core: str) -> str:
        """Return the reason why ``core`` goes if it is a button, "" if it is not.

        Read from the left, the longest word first, never tried again another way: linear.
        """
        if not SHORTEST <= len(core) <= LONGEST or (
            core[0] not in self.words and core[0].isalpha()
        ):
            return ""
        place = actions = objects = 0
        reason = offered = ""
        while place < len(core):
            for word, kind, why in self.words.get(core[place], ()):
                if core.startswith(word, place):
                    place += len(word)
                    actions += kind == "action"
                    objects += kind == "object"
                    if kind == "object" and why in _FIRST:
                        offered = offered or why
                    elif kind == "action":
                        reason = reason or why
                    break
            else:
                if core[place].isalpha():
                    return ""
                place += 1
        if not actions or actions + objects < 2:
            return ""
        return offered or reason


def read(rows: Iterable[tuple[str, str, str]]) -> Controls:
    """Return the words of ``rows`` (word, kind out of :data:`KINDS`, reason), indexed."""
    words: dict[str, list[tuple[str, str, str]]] = {}
    for row in sorted(rows, key=lambda row: (-len(row[0]), row[0])):
        words.setdefault(row[0][0], []).append(row)
    return Controls({first: tuple(group) for first, group in words.items()})
