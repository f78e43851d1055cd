"""What stands above the body: a menu, the title, the date line."""

from __future__ import annotations

from cleaner.filters.chrome import shapes, title
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.likeness import opening as opening_of
from cleaner.filters.chrome.page import Page

# So many lines above the title are a menu, with or without cues.
ABOVE = 5
# A menu of so many lines, each of at most so many characters.
ENTRIES, ENTRY = 4, 6
#: Cues that do not speak for a menu above the title.
UNDER_TITLE = frozenset({"byline", "share", "credits"})


def above(page: Page, start: int, end: int) -> int:
    """Drop what stands above title and leading lines; return where these begin."""
    lines = page.lines
    opening = opening_of(line.text for line in lines[start:end])
    name, head = title.head(lines, _past_menu(page, start), opening)
    for index in range(name + 1, _behind_cues(page, name, head)):
        page.drop(index, lines[index].reason or "navigation", near=True)
    menu = any(line.force and line.reason not in UNDER_TITLE for line in lines[:name])
    if page.site or name > ABOVE or menu:
        for index in range(name):
            page.drop(index, lines[index].reason or "navigation")
    else:
        for index in range(name):
            if lines[index].force or lines[name].text in lines[index].text:
                page.drop(index, lines[index].reason or "navigation")
    dated = False
    above = {line.text for line in lines[:name]}
    for index in range(head, start):
        line = lines[index]
        if title.tells_where(line):
            continue
        if line.force and index != head:
            dated = dated or line.reason == "byline"
            page.drop(index, line.reason, near=True)
        elif dated and (
            line.text in above
            or shapes.media(line.text)
            or (index > head and shapes.wordless(line.text))
        ):
            # The name of the site again, now as that of the account that posts; 16:02:33.
            page.drop(index, "byline", near=True)
    if name < start or not lines[name].text.endswith(("。", "，")):
        page.title = name if len(lines[name].text) <= title.LONGEST else None
    return head


def _past_menu(page: Page, start: int) -> int:
    """Return where the body begins without a menu at its top.

    A poem or an agenda has lines as short as a menu; what gives the menu away is that the site
    speaks right above it, and a longer line, the title, ends it.
    """
    lines = page.lines
    if not start or lines[start - 1].force < STRONG:
        return start
    end = start
    while end < len(lines) and len(lines[end].text) <= ENTRY and not lines[end].prose:
        end += 1
    menu = end - start >= ENTRIES and end < len(lines) and not lines[end].force
    return end if menu and len(lines[end].text) > ENTRY + 2 else start


def _behind_cues(page: Page, first: int, end: int) -> int:
    """Return the end of what goes below a title far above: the last cue before the head."""
    for index in range(end - 1, first, -1):
        if page.lines[index].force:
            return index + 1
    return first + 1
