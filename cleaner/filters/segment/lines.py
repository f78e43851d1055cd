"""The filter: line by line, words with a delimiter between them, everything else as it was."""

from __future__ import annotations

from itertools import islice

from cleaner.document import Document
from cleaner.filters.segment import engine, held
from cleaner.filters.segment.blocks import batches
from cleaner.filters.segment.cutter import Cutter, cutter
from cleaner.filters.segment.segmented import are_segmented, canonical, segmented, split
from cleaner.kept import partial
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleaner.filters.segment.segmented import Join

# Characters that are formed at a time. What is made of them on the way takes 100 bytes for each,
# and memory that is used for the first time costs more than calls: for 64 pages 5 MB and not 15.
_BATCH = 1 << 15
WORD = lazy(r"\S+")
_IDEOGRAPHIC = lazy(" \u3000+ ")


def segment(document: Document, settings: Settings) -> Document:
    """Put ``settings.delimiter`` between the words of each line; lines end at line feeds only.

    Indentation and breaks inside lines (tabs, ideographic spaces) stay, other white space between
    words becomes the delimiter, white space at the end of a line goes. With the delimiter " " the
    filter leaves alone what it made. ``words`` are filled in when edits are recorded. All engines
    (``settings.segmenter``) find the same words; :mod:`.shape` has the settings that do more than
    find them.
    """
    return together((document,), settings)[0]


def together(documents: Sequence[Document], settings: Settings) -> list[Document]:
    """Do that for each of ``documents``, all lines at once: what a call costs, it costs once."""
    cutting = cutter(settings)
    if settings.segment_mode in ("search", "full") or (
        settings.drop_punctuation or settings.stop_words or settings.pos
    ):
        from cleaner.filters.segment.shape import shape

        return [shape(document, settings, cutting) for document in documents]
    taken = [hold(document.text, cutting) for document in documents]
    lines = [text.split("\n") for text, _ in taken]
    formed = iter(form([line for each in lines for line in each], cutting.engine.join))
    return [
        _spaced(document, text, [*islice(formed, len(each))], kept, settings.delimiter)
        for document, (text, kept), each in zip(documents, taken, lines, strict=True)
    ]


def _spaced(
    document: Document, text: str, formed: Sequence[str], kept: Sequence[str], delimiter: str
) -> Document:
    """Return the document with its lines formed; see :func:`.record.record`."""
    if document.recording:
        from cleaner.filters.segment.record import record

        return record(document, text, formed, kept, delimiter)
    if delimiter != " ":
        formed = [delimited(line, delimiter) for line in formed]
    done = "\n".join(formed)
    return document.insert(
        (), delimiter, "segment.word", held.put_back(done, kept) if kept else done
    )


def without_held(line: str, settings: Settings) -> str:
    """Return ``line`` with stand-ins for what ``settings`` hold whole."""
    return hold(line, cutter(settings))[0]


def is_made(line: str, settings: Settings) -> bool:
    """Whether :func:`segment` with ``settings`` writes the line, what is held taken out, like this.

    In the mode "full" words overlap, so that no line of it comes back the same.
    """
    return are_segmented((line,), cutter(settings).engine.join)[0]


def is_made_text(text: str, settings: Settings) -> bool:
    """Whether :func:`segment` with ``settings`` leaves the text as it is."""
    cutting = cutter(settings)
    lines = hold(text, cutting)[0].split("\n")
    return form(lines, cutting.engine.join) == lines


def hold(text: str, cutting: Cutter) -> tuple[str, list[str]]:
    """Return ``text`` with stand-ins for what is held, and what that is."""
    spans = cutting.held.spans(text)
    return held.take(text, spans) if spans else (text, [])


def words_of(line: str, kept: Iterator[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each word of a formed line, and the word, held ones put back."""
    for match in WORD.finditer(line):
        word = match.group()
        yield match.start(), match.end(), next(kept) if word == held.STAND_IN else word


def form(lines: Sequence[str], join: Join = engine.join) -> list[str]:
    """Return the lines with single spaces between words; :mod:`.segmented` describes the form."""
    words_of_chunks = partial(segmented, join=join)
    out: list[str] = []
    for batch in batches(lines, _BATCH):
        out += _form(batch, words_of_chunks)
    return out


def form_apart(lines: Sequence[str], join: Join) -> list[str]:
    """Return the same where it does not matter what becomes of the text when it is cut again."""
    return _form(lines, join)


def _form(lines: Sequence[str], words_of_chunks: Join) -> list[str]:
    out = list(lines)
    plain: list[int] = []
    broken: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(lines):
        # In half of the time of a search for white space that is no single space inside.
        if " ".join(line.split()) == line:
            if line:
                plain.append(number)
            continue
        body = line.lstrip()
        if body:
            indent = line[: len(line) - len(body)]
            broken.append((number, indent, split(_trimmed(body))))
    chunks = [lines[number] for number in plain]
    chunks += [part for _, _, parts in broken for part in parts[::2]]
    words = iter(words_of_chunks(chunks))
    for number, line in zip(plain, words, strict=False):
        out[number] = line
    for number, indent, parts in broken:
        for place in range(0, len(parts), 2):
            parts[place] = next(words)
        for place in range(1, len(parts), 2):
            parts[place] = canonical(parts[place])
        out[number] = indent + "".join(parts)
    return out


def _trimmed(body: str) -> str:
    """Return a line without spaces, ideographic ones among them, at its end."""
    kept = body.rstrip()
    tail = body[len(kept) :]
    return kept + tail[: 1 + max(map(tail.rfind, "\t\r\x0b\x0c\x85\u2028\u2029"))]


def delimited(line: str, delimiter: str) -> str:
    """Return a formed line with another delimiter, which ideographic spaces become too."""
    body = line.lstrip()
    if not body:
        return line
    indent = line[: len(line) - len(body)]
    return indent + gap(body, delimiter)


def gap(text: str, delimiter: str) -> str:
    """Return what is between words of a formed line, or all of it, with another delimiter."""
    return _IDEOGRAPHIC.sub(" ", text).replace(" ", delimiter)
