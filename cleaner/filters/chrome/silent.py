"""Cues that say nothing where they stand: speakers, numbers of sections, subheads, rows, events."""

from __future__ import annotations

from cleaner.filters.chrome import datelines, sentences, shapes
from cleaner.filters.chrome.cues import STRONG, WEAK
from cleaner.filters.chrome.lines import GOES_ON, TRAILS, Line, beside
from cleaner.patterns import ASCII, lazy
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

# A label that comes back is a speaker (记者：… 记者：…), not a credit.
SPEAKER = 3
# So many numbers alone in their lines are those of sections, and a paragraph is this near below.
SECTIONS: Final = 2
UNDER_NUMBER: Final = 3
# Of a subhead, paragraphs of this length stand above and below.
PARAGRAPH = 20
# Nothing shorter is a title that begins like one of these buttons: 扫码, 扫描二维码.
TITLE: Final = 6
_BEGIN: Final = frozenset({"app", "share"})
#: What a subhead or a title may be taken for.
_TAKEN: Final = frozenset({"app", "share", "pager"})
_NUMBER: Final = lazy(r"\d{1,2}[.．、]?\Z", ASCII)
_WHEN = frozenset({"日期", "时间"})
# Beside one of these, a date is that of what takes place.
_EVENT = lazy(
    "(?:地[点址]|场[地次]|会场|对象|主讲|讲者|主题|主办|费用|票价|集合|报名|参加|人数|名额|时间|日期)"
    "[^：:]{0,4}[：:]"
)


def silenced(lines: Sequence[Line], cued: Sequence[tuple[int, Line]], *, dated: bool) -> set[int]:
    """Return which of the ``cued`` lines are none; ``dated`` says that one of them has a date."""
    found = _sections(lines, cued) | _bracketed(lines, cued) | _subheads(lines, cued)
    if dated:
        found |= _dated_rows(lines, cued)
    labelled = [(index, line) for index, line in cued if line.label]
    if labelled:
        found |= _speakers(labelled) | _events(lines, labelled)
    return found


def _speakers(labelled: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines with labels that come back again and again, and say nothing any more."""
    # With a time of day at its end it is a post: 作者：某某 时间：2010-07-05 22:01.
    labels = [
        line.label
        for _, line in labelled
        if line.field != "published" and not line.text[-1].isdigit()
    ]
    if len(labels) < SPEAKER:
        return set()
    speakers = {label for label, count in Tally(labels).items() if count >= SPEAKER}
    return {index for index, line in labelled if line.label in speakers}


def _sections(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines 01, 02 over the sections of an article, which are no counters of clicks.

    They count up from one, and below each stands a paragraph within a few lines.
    """
    found: list[int] = []
    for place, line in cued:
        text = line.text
        if line.force != WEAK or not text[0].isdigit() or not _NUMBER.match(text):
            continue
        below = lines[place + 1 : place + 1 + UNDER_NUMBER]
        if below and below[0].field == "published":
            continue  # the number of a post
        if int(text.strip("．.、")) == len(found) + 1 and any(
            line.prose and not line.force for line in below
        ):
            found.append(place)
    return set(found) if len(found) >= SECTIONS else set()


def _bracketed(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines 【天气】, 【停电】, two or more, that stand over paragraphs: no buttons."""
    found = {
        place
        for place, line in cued
        if line.force == WEAK
        and line.text[0] == "【"
        and line.text[-1] == "】"
        and any(below.prose and not below.force for below in lines[place + 1 : place + 2])
    }
    return found if len({lines[place].text for place in found}) >= SECTIONS else set()


def _subheads(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines that go on behind a cue between two paragraphs, or where a title stands.

    分享到朋友圈之后: on 1,000 real and golden pages six buttons in so many words stood there, not
    known as a whole. 微信扫码的菜摊 is a title, too.
    """
    found = set()
    taken = [(i, line) for i, line in cued if line.field == GOES_ON or line.reason in _TAKEN]
    for place, line in taken:
        if line.reason == "pager" and _named_page(lines, place):
            found.add(place)
        begins = line.force == WEAK and line.reason in _BEGIN and len(line.text) >= TITLE
        if not (line.field == GOES_ON or begins) or place + 1 == len(lines):
            continue
        above, below = lines[place - 1] if place else None, lines[place + 1]
        if below.reason == "byline" and below.force >= STRONG and datelines.find_date(below.text):
            own = (above is None and not begins) or (above is not None and above.reason in TRAILS)
        else:
            own = not begins and (above is None or _told(above)) and _told(below)
        if own:
            found.add(place)
    return found


def _named_page(lines: Sequence[Line], place: int) -> bool:
    """Whether 第2页：越野表现 stands between paragraphs: the subhead of a page that was one."""
    text = lines[place].text
    if text[0] != "第" or not ("：" in text or ":" in text):
        return False
    around = beside(lines, place)
    return len(around) == 2 and all(line.prose and not line.force for line in around)


def _told(line: Line) -> bool:
    """Whether the line is a paragraph; a headline with marks in it has no end: 某某！某某 某某."""
    return (
        line.prose and not line.force and len(line.text) >= PARAGRAPH and sentences.full(line.text)
    )


def _events(lines: Sequence[Line], labelled: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the lines that tell when something takes place: 日期：2013-05-06 beside 地点：二楼."""
    return {
        place
        for place, line in labelled
        if line.label in _WHEN
        and any(_EVENT.match(other.text) is not None for other in beside(lines, place))
    }


def _dated_rows(lines: Sequence[Line], cued: Sequence[tuple[int, Line]]) -> set[int]:
    """Return the rows of a table that have a date: 申请号：…, 申请日：2019-01-04, 公开号：…."""
    return {
        place
        for place, line in cued
        if line.field == "published"
        and line.force == WEAK
        and not line.label
        and 0 < place < len(lines) - 1
        and all(_is_row(row) for row in lines[place - 1 : place + 2])
        and not (lines[place - 1].force or lines[place + 1].force)
    }


def _is_row(line: Line) -> bool:
    return not line.prose and shapes.ROW.match(line.text) is not None
