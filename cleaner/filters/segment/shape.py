"""What is made of the words when more is asked than to put a delimiter between them.

Words are found first and separated by single spaces; then come the steps below, each a function of
the document and the places of its words. Two modes write words that overlap: ``search`` puts before
each long word the short ones inside it, ``full`` writes all words of the dictionary. That, and what
is left when words are left out, is meant for counting and indexing; it is no text any more, and
cleaning it again may make something else of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleaner.document import Document
from cleaner.filters.segment import held, route
from cleaner.filters.segment.cutter import Cutter
from cleaner.filters.segment.lines import form, form_apart, gap, hold, words_of
from cleaner.filters.segment.record import record
from cleaner.filters.segment.tags import tagger
from cleaner.filters.segment.unwanted import Rule, unwanted
from cleaner.frozen import replace
from cleaner.ledger import Edit
from cleaner.patterns import lazy
from cleaner.settings import Settings

# Start and end of each word in the text of a document, ascending.
Places = list[tuple[int, int]]

TAG = "/"  # between a word and its tag
_BLANKS = lazy(r"\A\n+|\n+\Z|(?<=\n\n)\n+")


def shape(document: Document, settings: Settings, cutting: Cutter) -> Document:
    """Return the document with its words as ``settings`` ask for them."""
    full, search = settings.segment_mode == "full", settings.segment_mode == "search"
    document, places = _listed(document, cutting) if full else _spaced(document, cutting)
    rule = unwanted(settings)
    if rule is not None:
        document, places = _without(document, places, rule)
    if search:
        document, places = _for_search(document, places, cutting, rule)
    words = tuple(document.text[start:end] for start, end in places)
    tag = tagger(cutting.tags) if settings.pos else None
    if tag is not None or settings.delimiter != " ":
        document, places = _joined(document, places, settings.delimiter, tag)
    return replace(document, words=words, places=tuple(places)) if document.recording else document


def _spaced(document: Document, cutting: Cutter) -> tuple[Document, Places]:
    """Find the words, and put single spaces between them."""
    text, kept = hold(document.text, cutting)
    formed = form(text.split("\n"), cutting.engine.join)
    places = _places(formed, kept)
    if document.recording:
        return record(document, text, formed, kept, " "), places
    done = held.put_back("\n".join(formed), kept)
    return document.insert((), " ", "segment.word", done), places


def _listed(document: Document, cutting: Cutter) -> tuple[Document, Places]:
    """Put in place of each line the words of the dictionary that it has."""
    text, kept = hold(document.text, cutting)
    formed = form_apart(text.split("\n"), cutting.engine.join)
    holding = iter(kept)
    edits = []
    begin = 0
    for line, target in zip(document.text.split("\n"), formed, strict=True):
        count = target.count(held.STAND_IN)
        target = held.put_back(target, [next(holding) for _ in range(count)])
        edits.append(Edit(begin, begin + len(line), target, "segment.full"))
        begin += len(line) + 1
    return document.apply(edits), _places(formed, kept)


def _places(formed: Sequence[str], kept: Sequence[str]) -> Places:
    places = []
    holding = iter(kept)
    begin = 0
    for line in formed:
        shift = begin
        for start, end, word in words_of(line, holding):
            places.append((start + shift, start + shift + len(word)))
            shift += len(word) - (end - start)
        begin = shift + len(line) + 1
    return places


def _without(document: Document, places: Places, rule: Rule) -> tuple[Document, Places]:
    """Leave out the words for which ``rule`` names a rule.

    A space goes with the word; a line without words becomes blank, and blank lines in a row one.
    """
    text = document.text
    edits = []
    kept: Places = []
    emptied = False
    shift = 0  # of what follows, by the edits so far
    for line in _lines(text, places):
        begin = text.rfind("\n", 0, line[0][0]) + 1
        done = begin  # end of what the line keeps or has lost
        some = False
        lost = None
        for number, (start, end) in enumerate(line):
            name = rule(text[start:end])
            if not name:
                kept.append((start - shift, end - shift))
                some = True
                done = end
                continue
            lost = name
            after = line[number + 1][0] if number + 1 < len(line) else end
            if some and not text[done:start].strip(" \u3000"):
                start = done
            elif not some and not text[end:after].strip(" \u3000"):
                end = after
            edits.append(Edit(start, end, "", name))
            shift += end - start
            done = end
        if lost and not some:
            emptied = True
            finish = text.find("\n", done)
            finish = len(text) if finish < 0 else finish
            while edits and edits[-1].start >= begin:
                shift -= edits[-1].end - edits[-1].start
                edits.pop()
            edits.append(Edit(begin, finish, "", lost))
            shift += finish - begin
    document = document.apply(edits)
    if emptied:
        return _without_blanks(document, kept)
    return document, kept


def _without_blanks(document: Document, places: Places) -> tuple[Document, Places]:
    gone = [match.span() for match in _BLANKS.finditer(document.text)]
    moved = []
    shift = 0
    following = iter([*gone, (len(document.text) + 1, 0)])
    start, end = next(following)
    for place in places:
        while start < place[0]:
            shift += end - start
            start, end = next(following)
        moved.append((place[0] - shift, place[1] - shift))
    return document.apply([Edit(*span, "", "segment.blank") for span in gone]), moved


def _for_search(
    document: Document, places: Places, cutting: Cutter, rule: Rule | None
) -> tuple[Document, Places]:
    """Put before each long word the words of two and three characters inside it."""
    edits = []
    grown: Places = []
    shift = 0
    for start, end in places:
        for part in route.inside(document.text[start:end], cutting.lexicon):
            if rule is None or not rule(part):
                edits.append(Edit(start, start, part + " ", "segment.search"))
                grown.append((start + shift, start + shift + len(part)))
                shift += len(part) + 1
        grown.append((start + shift, end + shift))
    return document.apply(edits), grown


def _joined(
    document: Document, places: Places, delimiter: str, tag: Callable[[str], str] | None
) -> tuple[Document, Places]:
    """Put tags after words, and ``delimiter`` in place of the spaces between them."""
    text = document.text
    edits = []
    moved: Places = []
    shift = 0
    for line in _lines(text, places):
        done = line[0][0]
        for start, end in line:
            between = gap(text[done:start], delimiter) if delimiter != " " else text[done:start]
            if between != text[done:start]:
                edits.append(Edit(done, start, between, "segment.word"))
                shift += len(between) - (start - done)
            moved.append((start + shift, end + shift))
            if tag is not None:
                after = TAG + tag(text[start:end])
                edits.append(Edit(end, end, after, "segment.tag"))
                shift += len(after)
            done = end
    return document.apply(edits), moved


def _lines(text: str, places: Places) -> Iterator[Places]:
    """Yield the places of each line that has any."""
    line: Places = []
    for place in places:
        if line and "\n" in text[line[-1][1] : place[0]]:
            yield line
            line = []
        line.append(place)
    if line:
        yield line
