"""Clauses that are a notice together: a phrase that is sure, or words of several kinds.

Ordinary words (小說, 請訪問) in ``dictionaries/repair/notice_words.tsv`` tell a notice together and
with an address. Clauses that touch are one group; a line that would be nothing but notice without
it goes whole.
"""

from __future__ import annotations

from cleaner.filters.repair.addresses import DOMAIN, addresses
from cleaner.filters.repair.evidence import places
from cleaner.filters.repair.notice_units import LIST, REACH, Unit, unit_of
from cleaner.filters.repair.phrases import read_notices
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from cleaner.filters.repair.phrases import Notices

_SPEECH = lazy('[：:,，。] ?[“「"]')  # of a story, before a notice
# With an address: more than what each says by itself (更多小說, 請訪問 ...; 手機用戶 ... 觀看).
_TOGETHER = (
    ("novel", "visit"),
    ("novel", "invite"),
    ("novel", "read"),
    ("phone", "read"),
    ("domain", "visit"),
    ("more", "visit"),
)
# By themselves: 更多精彩內容,請關注微信公眾號.
_PROMISED = ("more", "channel")
_SOUGHT = ("site", "visit")
_NAMES = ("place", "site")
_ASKING = ("visit", "invite")
PLEAS = 2  # different ones in a group: 新書上傳,求推薦
# With the kind of a site instead: authors publish there, but who asks the reader to go is a notice.
_INVITED = ("novel", "invite", "place")


def notice_spans(
    text: str, phrases: Sequence[str], folders: tuple[str, ...], *, apart: bool, near: bool
) -> list[tuple[int, int]]:
    """Return start and end of the notices of ``text``, in order.

    ``phrases`` are those that are in it; ``apart`` tells whether a name may be set apart, ``near``
    whether there may be an address, and ``folders`` are the dictionaries of the user.
    """
    notices = read_notices(folders)
    spans = [*places(text, phrases)]
    if apart:
        spans += notices.apart(text)
    marks = [match.span() for match in addresses(text)] if near else []
    named = [word for word in phrases if notices.scopes[word] in _NAMES]
    marks += places(text, named)
    spans += [match.span() for match in _cues(text, sorted(marks), notices)]
    units = [unit_of(text, *span, notices) for span in spans]
    return [*_widened(text, _spans(text, units, notices), folders)]


def _cues(text: str, marks: list[tuple[int, int]], notices: Notices) -> Iterator[re.Match[str]]:
    """Yield the words near ``marks``, addresses and kinds of sites, that are a notice together."""
    done = 0
    for start, end in marks:
        low = max(done, text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
        feed = text.find("\n", end, end + REACH)
        done = feed if feed >= 0 else min(len(text), end + REACH)
        yield from notices.cues.finditer(text, low, done)


def _spans(text: str, units: list[Unit | None], notices: Notices) -> list[tuple[int, int]]:
    """Merge units that touch, and keep the groups that have a sure one, or cues that tell one."""
    groups: list[Unit] = []
    for unit in sorted((unit for unit in units if unit is not None), key=_start):
        if groups and unit.start <= groups[-1].end:
            last = groups.pop()
            unit = Unit(
                last.start, max(last.end, unit.end), last.sure or unit.sure, last.cues | unit.cues
            )
        groups.append(unit)
    head, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    found = [
        group
        for group in groups
        if group.sure
        or (
            _tells(text[group.start : group.end], group.cues, notices)
            and (head < group.start or group.end < tail)  # it is not all of the text
        )
    ]
    if not found:
        return []
    from cleaner.filters.repair.mentioned import is_mentioned

    return [
        (start, end)
        for start, end, _, cues in found
        if LIST in cues
        or DOMAIN.search(text, start, end) is not None
        or not is_mentioned(text, start, end, notices)
    ]


def _widened(
    text: str, spans: list[tuple[int, int]], folders: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Yield ``spans``, but whole lines where what would be left of them is notice as well."""
    if not spans:
        return
    from cleaner.filters.repair.notice import vocabulary

    done = last = 0
    notice = False
    for start, end in spans:
        if end > last or "\n" in text[start:end]:  # not in the line of the one before
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end - 1)
            last = len(text) if last < 0 else last
            notice = (
                (first < start or end < last)
                and _SPEECH.search(text, first, start) is None
                and vocabulary(folders).is_notice(text[first:last])
            )
        if notice:
            start, end = first, last
        if start >= done:
            done = end
            yield start, end


def _tells(group: str, cues: frozenset[str], notices: Notices) -> bool:
    """Tell whether what a group of clauses has of a notice is enough together."""
    if any(map(cues.issuperset, (_INVITED, _PROMISED, _SOUGHT))):
        return True
    if "plea" in cues and _count(cues, "plea", notices) >= PLEAS:
        return True
    if "beside" in cues and _count(cues, "beside", notices) >= PLEAS and DOMAIN.search(group):
        return True  # www.example.com最新章節無彈窗
    # 在某某中文网上阅读这部小说的读者 is news, 请到某某中文网阅读 is a notice.
    named = "place" in cues and not cues.isdisjoint(_ASKING)
    return any(map(cues.issuperset, _TOGETHER)) and (named or DOMAIN.search(group) is not None)


def _count(cues: frozenset[str], scope: str, notices: Notices) -> int:
    return sum(notices.scopes.get(cue) == scope for cue in cues)


def _start(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end
