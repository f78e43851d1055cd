"""The furniture of a site: lines that come back on its pages, learnt as a dictionary of cues.

What one page cannot tell, several of one site can: 山城早报 is a word on one page and the name of
the site on fifty. A sentence that many articles quote comes back too, and so does 特此公告。 at the
end of each notice, so where a line stands counts as much as how often:

* a line that stands outside the body on half of its pages or more is furniture when it is on
  three pages and on a tenth of all;
* a line within the body is furniture only when it is no sentence and on five pages and half of all
  (请继续往下阅读);
* a sentence within the body never is;
* nor is what is the title of a page or two, though lists of related pages on others have it.

Within the body is what chrome keeps, with a sentence that it keeps above and one below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document import Document
from cleaner.filters.chrome.cues import STRONG
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import Judge
from cleaner.filters.chrome.lines import DECORATION
from cleaner.frozen import replace
from cleaner.named import NamedTuple
from cleaner.pipeline import run, select
from cleaner.settings import Settings

# A line outside the body: on so many pages, and on this share of all.
OUTSIDE, OUTSIDE_SHARE = 3, 0.1
# A line within the body that is no sentence.
INSIDE, INSIDE_SHARE = 5, 0.5
# A longer line is no furniture; the cue of a whole line is not looked up beyond this.
LONGEST = 300
# Lines that are remembered; beyond it the rarest are forgotten, which bounds the memory.
REMEMBERED = 500_000

_HEADER = """\
# format: cue, match, reason, force: as in dictionaries/chrome/cues.tsv. Use it with --dictionary.
# source: lines that come back on {pages} pages, found by --learn-chrome or --site-chrome
"""


class Mark(NamedTuple):
    """What a page says of one of its lines.

    ``inside``: it stands within the body, wherever it stands; ``title``: it is the title of the
    page; ``sentence``: it reads like one; ``reason``: why it would go, were it furniture.
    """

    inside: bool
    title: bool
    sentence: bool
    reason: str


def is_furniture(outside: int, inside: int, titles: int, sentence: bool, pages: int) -> bool:
    """Whether a line is, that of ``pages`` so many have outside, inside, and as their title."""
    count = outside + inside
    if 0 < titles < OUTSIDE:
        return False
    if 2 * outside >= count:
        return count >= max(OUTSIDE, OUTSIDE_SHARE * pages)
    return not sentence and count >= max(INSIDE, INSIDE_SHARE * pages)


def dictionary(cues: Iterable[tuple[str, str]], pages: int) -> str:
    """Return lines with their reasons, learnt from ``pages``, as the text of a dictionary file."""
    rows = (f"{key}\tline\t{reason}\tstrong\n" for key, reason in cues)
    return _HEADER.format(pages=pages) + "".join(rows)


class Reader:
    """Reads the lines off pages that could be furniture."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Take the settings with which the pages will be cleaned; chrome itself does not run."""
        settings = replace(settings or Settings(), segment=False, only=(), skip=("chrome",))
        self._settings = settings
        self._filters = select(settings)
        self._judge = Judge(load(settings.dictionary))  # the lines of a site come back

    def marks(self, data: str | bytes) -> dict[str, Mark]:
        """Return the lines of a page, as text or as bytes in any encoding, that are no cues yet."""
        document = Document(text=data) if isinstance(data, str) else Document(data=data)
        text = run(document, self._filters, self._settings).text
        lines = self._judge.lines(text.split("\n"))
        decision = decide(lines)
        sentences = [
            index
            for index, line in enumerate(lines)
            if line.prose and not line.force and not decision.reasons[index]
        ]
        first, last = (sentences[0], sentences[-1]) if sentences else (0, -1)
        marks: dict[str, Mark] = {}
        for index, line in enumerate(lines):
            key = line.text.lower().strip(DECORATION)
            inside = first <= index <= last and not decision.reasons[index]
            if key in marks:
                before = marks[key]
                title = before.title or index == decision.title
                marks[key] = before._replace(inside=before.inside and inside, title=title)
            elif self._could_be(key):
                reason = line.reason or decision.reasons[index] or "navigation"
                title = index == decision.title
                marks[key] = Mark(inside, title, bool(line.prose), reason)
        return marks

    def _could_be(self, key: str) -> bool:
        if not 1 < len(key) <= LONGEST or key.isdigit() or "\t" in key:
            return False
        known = self._judge.cues.whole.get(key)
        if known is not None and known.force >= STRONG:
            return False
        try:
            return bool(key.encode("utf-8"))
        except UnicodeEncodeError:  # half a surrogate pair, which no file can have
            return False


class Furniture:
    """Collects the lines of the pages of one site, page by page."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Take the settings with which the pages will be cleaned."""
        self._reader = Reader(settings)
        # Pages outside, inside, as their title; 1 for a sentence.
        self._seen: dict[str, list[int]] = {}
        self._reasons: dict[str, str] = {}
        self.pages: int = 0

    def add(self, data: str | bytes) -> None:
        """Read one page, as text or as bytes in any encoding."""
        self.pages += 1
        for key, mark in self._reader.marks(data).items():
            if key not in self._seen:
                self._seen[key] = [0, 0, 0, int(mark.sentence)]
                self._reasons[key] = mark.reason
            self._seen[key][mark.inside] += 1
            self._seen[key][2] += mark.title
        if len(self._seen) > REMEMBERED:
            self._forget()

    def cues(self) -> Iterator[tuple[str, str]]:
        """Yield the furniture, with the reason why it goes, in sorted order."""
        for key in sorted(self._seen):
            outside, inside, titles, sentence = self._seen[key]
            if is_furniture(outside, inside, titles, bool(sentence), self.pages):
                yield key, self._reasons[key]

    def dictionary(self) -> str:
        """Return the furniture as the text of a dictionary file."""
        return dictionary(self.cues(), self.pages)

    def _forget(self) -> None:
        """Forget the rarest lines until half of the room is free again."""
        least = 2
        while len(self._seen) > REMEMBERED // 2:
            for key in [key for key, seen in self._seen.items() if seen[0] + seen[1] < least]:
                del self._seen[key], self._reasons[key]
            least *= 2
