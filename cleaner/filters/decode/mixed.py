"""Documents with lines in more than one encoding: each line is decided, the document a prior.

``cat a.gbk b.utf8``, logs of several programs, a page of one encoding with the comments of another:
read as a whole, such files lose half of their lines.
"""

from __future__ import annotations

import re

from cleaner.document import Region
from cleaner.filters.decode.candidates import FOREIGN, judge, sample_of
from cleaner.filters.decode.decoders import PAIRED, Reader, read_strictly, utf8_lines
from cleaner.filters.decode.model import ASCII, UNIT, load, units_of
from cleaner.filters.decode.names import name_of
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# What the encoding of the document is worth for one of its lines, in nats: more than a character.
DOCUMENT = 10.0

# A line at a lower cost per character beyond ASCII reads well and is not looked at again.
FINE = 9.5
# Characters at each end of a line that are enough to tell.
_ENDS = 24

# Bytes by which UTF-8 is longer than its characters, in lines that are valid by no accident.
SURE = 12

# Two characters of 13 nats and more, one in a thousand each, within four.
_ODD = lazy(b"[\x9c-\xff].{0,2}[\x9c-\xff]", re.DOTALL)
_OTHERS = ("utf-8", "gb18030", "big5", "cp1252")


# Lines that are put together at a time: a string a line takes three times the text.
_TOGETHER = 1000

# Bytes of lines that are judged at once in large documents. Of those of 500 a tenth more reads well
# at first sight, and the looks take as long as that saves.
_BLOCK = 1000
# Two characters within four that GB2312 and Big5 lack, or have for other languages: what
# lines of other encodings are in GBK, and of lost bytes.
_UNUSUAL = r"[?\u0391-\u0451\u3041-\u312f]"
_NOT_PLAIN = lazy(f"{_UNUSUAL}.{{0,2}}{_UNUSUAL}", re.DOTALL)


class Run(NamedTuple):
    """Lines one after another in the same codec, ASCII between them: offsets in the input."""

    codec: str
    start: int
    end: int


def read_lines(
    data: bytes, codec: str, reader: Reader, base: int, *, closely: bool, blocks: bool = False
) -> tuple[str, str, tuple[Region, ...]]:
    """Return the text of ``data``, its main codec, and its lines in others.

    ``codec`` is what most of it seems to be in, ``base`` the offset of ``data`` in the input.
    ``closely``: lines that read well on the whole are searched for a place where a byte was lost.
    ``blocks``: lines are looked at one by one only where some together are not plain text.
    """
    whole: list[str] = []
    texts: list[str] = []
    runs: list[Run] = []
    sizes: dict[str, int] = {}
    run, begin, done = "", 0, 0  # the codec of the last lines, where they begin and end
    alone = utf8_lines(data) if blocks and codec != "utf-8" else iter(())
    single = next(alone, len(data) + 1)  # where the next line begins that is looked at by itself
    start = looked = 0
    while start <= len(data):
        at = base + start
        text = None
        if start == single:
            single = next(alone, len(data) + 1)
        elif blocks and start >= looked:
            end = looked = min(_line_end(data, start + _BLOCK), single - 1)
            text, chosen = read_plainly(data[start:end], codec), codec
        if text is None:
            end = _line_end(data, start)
            last = end == len(data)
            text, chosen = read_line(data[start:end], codec, reader, at, last=last, closely=closely)
        texts.append(text)
        if len(texts) == _TOGETHER:
            whole.append("\n".join(texts))
            texts.clear()
        if chosen:  # not ASCII
            sizes[chosen] = sizes.get(chosen, 0) + end - start
            if chosen != run:
                if run:
                    runs.append(Run(run, begin, done))
                run, begin = chosen, at
            done = base + end
        start = end + 1
    if run:
        runs.append(Run(run, begin, done))
    if texts:
        whole.append("\n".join(texts))
    main = max(sizes, key=sizes.__getitem__, default=codec)
    others = (Region(run.start, run.end, name_of(run.codec)) for run in runs if run.codec != main)
    return "\n".join(whole), main, tuple(others)


def _line_end(data: bytes, start: int) -> int:
    end = data.find(b"\n", start)
    return end if end >= 0 else len(data)


def read_plainly(lines: bytes, codec: str) -> str | None:
    """Return the text of lines, none of them UTF-8 by accident, if all are plainly in ``codec``.

    That is told of UTF-8 and of Chinese in GBK, ten times as fast as line by line.
    """
    if codec not in ("utf-8", "gb18030"):
        return None
    text = read_strictly(lines, codec)
    if text is None or codec == "utf-8" or _is_plain(text, "gb2312") or _is_plain(text, "big5"):
        return text
    return None


def _is_plain(text: str, codec: str) -> bool:
    known = text.replace("·", "・").replace("—", "―") if codec == "gb2312" else text
    return _NOT_PLAIN.search(known.encode(codec, "replace").decode(codec)) is None


def read_line(
    line: bytes, codec: str, reader: Reader, base: int, *, last: bool, closely: bool
) -> tuple[str, str]:
    """Return text and codec of a line at offset ``base`` of a document mainly in ``codec``.

    Lines of ASCII have no codec: an empty one.
    """
    if line.isascii():
        return line.decode("ascii"), ""
    utf8 = read_strictly(line, "utf-8")
    if utf8 is not None and (codec == "utf-8" or len(line) - len(utf8) >= SURE):
        return utf8, "utf-8"
    text = read_strictly(line, codec)
    if text is not None and utf8 is None and reads_well(text, codec, closely=closely):
        return text, codec
    chosen = choose(line, codec)
    if chosen == codec and codec in PAIRED and text is not None:
        return reader.weigh(line, codec, base), codec
    return reader.read(line, chosen, base, last=last), chosen


def choose(line: bytes, codec: str) -> str:
    """Return the likeliest codec of a line of a document that is mainly in ``codec``."""
    candidates = dict.fromkeys((codec, *_OTHERS))
    return judge(sample_of(line), {codec: DOCUMENT}, candidates, hurry=False)[0].codec


def reads_well(text: str, codec: str, *, closely: bool = False) -> bool:
    """Whether ``text``, read as ``codec``, is likely enough to be the right reading.

    ``closely``: also that no rare characters stand together, as they do where a byte was lost. In
    GBK and Big5 such text may be allowed as it is, until a byte of ASCII ends the shift.
    """
    if len(text) > 2 * _ENDS and not closely:
        text = text[:_ENDS] + text[-_ENDS:]
    plain = len(text.encode("ascii", "ignore"))
    limit = FINE * (len(text) - plain) + ASCII * plain
    model = load()
    if codec in FOREIGN:
        return model.foreign_cost(text) < limit
    units = units_of(text)
    # The likelier script first.
    scripts = (model.hans, model.hant) if codec == "gb18030" else (model.hant, model.hans)
    for table in scripts:
        if sum(map(table.__getitem__, units)) < limit * UNIT and not (
            closely and _ODD.search(bytes(map(table.__getitem__, units)))
        ):
            return True
    return False
