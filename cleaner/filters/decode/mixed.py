"""Documents with lines in more than one encoding: each line is decided, the document a prior.

``cat a.gbk b.utf8``, logs of several programs, a page of one encoding with the comments of another:
read as a whole, such files lose half of their lines.
"""

from __future__ import annotations

from bisect import bisect_left

from cleaner.document import Region
from cleaner.filters.decode.candidates import judge, sample_of, western
from cleaner.filters.decode.decoders import PAIRED, Reader, read_strictly, utf8_lines
from cleaner.filters.decode.names import name_of
from cleaner.filters.decode.suspects import reads_well, suspects
from cleaner.kept import lru_cache, partial
from cleaner.named import NamedTuple

# What the encoding of the document is worth for one of its lines, in nats: more than a character.
DOCUMENT = 10.0
# The same of another encoding that a line beside is in.
BESIDE = 7.0

# Bytes by which UTF-8 is longer than its characters, in lines that are valid by no accident.
SURE = 12

_OTHERS = ("utf-8", "gb18030", "big5", "cp1252")

# Encodings in which it shows when something is not in them, of many lines together.
_TELLING = ("utf-8", "gb18030", "big5")
# Share of suspects up to which lines are all in one encoding: it is one in fifty of real pages, and
# nine in ten where the encoding is another.
FEW = 0.25
# Bytes of lines that are read at once, and down to which they are halved where that fails.
_BLOCK = 1 << 13
_SMALL = 1 << 10
# Lines of a document that are remembered when they were looked at: half of them come again.
_REMEMBERED = 1 << 9


class Run(NamedTuple):
    """Lines one after another in the same codec, ASCII between them: offsets in the input."""

    codec: str
    start: int
    end: int


class Decision(NamedTuple):
    """The codec of a line, empty for ASCII, and its text where that is known.

    ``doubt``: the codec allows the line as it is, but it reads as damaged.
    """

    codec: str
    text: str | None = None
    doubt: bool = False


class Lines:
    """Reads the lines of a document that seems to be mainly in ``codec``, each in its own."""

    def __init__(self, codec: str, reader: Reader, base: int = 0) -> None:
        self._codec = codec
        self._here = codec  # what the last lines are in that were read together
        self._reader = reader
        self._at = self._end = base  # offsets in the input: of the next line, of the end
        self._utf8: list[int] = []  # where lines of UTF-8 begin, if many are read together
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._sizes: dict[str, int] = {}
        self._decide = lru_cache(_REMEMBERED)(decide)
        self._reads_well = lru_cache(_REMEMBERED)(reads_well)

    def read(
        self, data: bytes, *, closely: bool, together: bool = False
    ) -> tuple[str, str, tuple[Region, ...]]:
        """Return the text of ``data``, its main codec, and its lines in others.

        ``closely``: lines that read well on the whole are searched for a place where a byte was
        lost. ``together``: many lines are read at once, and of them only suspects looked at.
        """
        self._end = self._at + len(data)
        together = together and self._codec in _TELLING
        if together:
            self._utf8 = [self._at + start for start in utf8_lines(data)]
        whole = []
        start = 0
        while start <= len(data):
            end = data.find(b"\n", start + _BLOCK)
            block = data[start : end if end >= 0 else len(data)]
            if together:
                self._read_together(block, closely=closely)
            else:
                self._read_each(block.split(b"\n"), closely=closely)
            whole.append("\n".join(self._texts))  # a string a line takes three times the text
            self._texts.clear()
            start += len(block) + 1
        main = max(self._sizes, key=self._sizes.__getitem__, default=self._codec)
        runs = (run for run in self._runs if run.codec != main)
        others = tuple(Region(run.start, run.end, name_of(run.codec)) for run in runs)
        return "\n".join(whole), main, others

    def _read_each(self, lines: list[bytes], *, closely: bool) -> None:
        for line in lines:
            self._add_line(line, decide(line, self._codec, closely=closely))

    def _read_together(self, block: bytes, *, closely: bool) -> None:
        known = self._all_in_one(block, closely=closely)
        middle = block.find(b"\n", len(block) // 2)
        if known is not None:
            self._here, text, numbers = known
            self._read_suspects(block, text, numbers, closely=closely)
        elif middle >= 0 and len(block) > _SMALL:
            self._read_together(block[:middle], closely=closely)
            self._read_together(block[middle + 1 :], closely=closely)
        else:
            self._read_each(block.split(b"\n"), closely=True)

    def _all_in_one(self, block: bytes, *, closely: bool) -> tuple[str, str, list[int]] | None:
        """Return the encoding of the lines of ``block``, their text, and which are suspects.

        It is what few lines are suspects in, of what the last ones were in, the encoding of the
        document and the others, and else that of the document; None where that does not allow it.
        """
        first, end = (bisect_left(self._utf8, self._at + at) for at in (0, len(block)))
        utf8 = [start - self._at for start in self._utf8[first:end]]
        found: tuple[str, str, list[int]] | None = None
        for codec in dict.fromkeys((self._here, self._codec, *_TELLING)):
            text = read_strictly(block, codec)
            other = codec != self._codec
            if text is None or (other and not reads_well(text, codec)):
                continue
            well = partial(self._reads_well, codec=codec, closely=closely)
            numbers = suspects(block, text, codec, utf8, well)
            if not numbers or len(numbers) <= FEW * (block.count(b"\n") + 1):
                return codec, text, numbers
            if not other:
                found = codec, text, numbers
        return found

    def _read_suspects(self, block: bytes, text: str, numbers: list[int], *, closely: bool) -> None:
        """Take lines as they were read together, but for those that are otherwise."""
        waiting = [(number, "") for number in numbers]
        if self._runs and self._runs[-1].codec not in ("utf-8", self._here):
            waiting.insert(0, (0, self._runs[-1].codec))
        lines = block.split(b"\n") if waiting else []
        decisions: dict[int, Decision] = {}
        for number, beside in waiting:  # grows
            known = decisions.get(number)
            if not 0 <= number < len(lines) or (known and not (beside and known.doubt)):
                continue
            found = self._decide(lines[number], self._here, closely=closely, beside=beside)
            decisions[number] = found
            other = found.codec or beside
            if other not in ("utf-8", self._here):
                waiting += ((number - 1, other), (number + 1, other))
        others = [
            number
            for number, found in sorted(decisions.items())
            if found.text is None or found.codec != self._here
        ]
        if not others:
            self._add_plain([block], [text])
            return
        texts = text.split("\n")
        done = 0
        for number in others:
            self._add_plain(lines[done:number], texts[done:number])
            self._add_line(lines[number], decisions[number])
            done = number + 1
        self._add_plain(lines[done:], texts[done:])

    def _add_plain(self, lines: list[bytes], texts: list[str]) -> None:
        """Add lines in the encoding that they were read in together."""
        if lines:
            text = "\n".join(texts)
            codec = "" if text.isascii() else self._here
            self._add(text, codec, sum(map(len, lines)) + len(lines) - 1)

    def _add_line(self, line: bytes, decision: Decision) -> None:
        last = self._at + len(line) == self._end
        text = read_decided(line, decision, self._reader, self._at, last=last)
        self._add(text, decision.codec, len(line))

    def _add(self, text: str, codec: str, size: int) -> None:
        """Add the text of lines of so many bytes."""
        start, end = self._at, self._at + size
        self._at = end + 1
        self._texts.append(text)
        if codec:  # not ASCII
            self._sizes[codec] = self._sizes.get(codec, 0) + size
            if self._runs and self._runs[-1].codec == codec:
                start = self._runs.pop().start
            self._runs.append(Run(codec, start, end))


def read_line(
    line: bytes, codec: str, reader: Reader, base: int, *, last: bool, closely: bool
) -> tuple[str, str]:
    """Return text and codec of a line at offset ``base`` of a document mainly in ``codec``.

    Lines of ASCII have no codec: an empty one.
    """
    decision = decide(line, codec, closely=closely)
    return read_decided(line, decision, reader, base, last=last), decision.codec


def read_decided(line: bytes, decision: Decision, reader: Reader, base: int, *, last: bool) -> str:
    """Return the text of a line at offset ``base`` as it was decided."""
    if decision.text is not None:
        return decision.text
    if decision.doubt:
        return reader.weigh(line, decision.codec, base)
    return reader.read(line, decision.codec, base, last=last)


def decide(line: bytes, codec: str, *, closely: bool, beside: str = "") -> Decision:
    """Return what a line of a document mainly in ``codec`` is in.

    ``beside`` is what a line beside it is in, where that is another.
    """
    if line.isascii():
        return Decision("", line.decode("ascii"))
    utf8 = read_strictly(line, "utf-8")
    if utf8 is not None and (codec == "utf-8" or len(line) - len(utf8) >= SURE):
        return Decision("utf-8", utf8)
    text = read_strictly(line, codec)
    well = text is not None and reads_well(text, codec, closely=closely)
    rivals: tuple[str, ...] = _OTHERS
    if well:
        rivals = tuple(filter(None, ("" if utf8 is None else "utf-8", beside)))
    chosen = choose(line, codec, rivals, beside) if rivals else codec
    if chosen == codec and well:
        return Decision(codec, text)
    return Decision(chosen, doubt=chosen == codec and codec in PAIRED and text is not None)


def choose(line: bytes, codec: str, others: tuple[str, ...] = _OTHERS, beside: str = "") -> str:
    """Return the likeliest codec of a line of a document that is mainly in ``codec``."""
    candidates = dict.fromkeys((codec, *others))
    hints = {beside: BESIDE, codec: DOCUMENT}
    hints["cp1252"] = hints.get("cp1252", 0.0) + western(line)
    return judge(sample_of(line), hints, candidates)[0].codec
