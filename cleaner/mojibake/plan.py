"""The plan that undoes mojibake: which spans were misread, as what, and which bytes were lost.

A plan is a value: it prints, goes through JSON and back, and does again what it did to the text it
was made for.
"""

from __future__ import annotations

from cleaner.mojibake.readings import Step, bytes_of, text_of
from cleaner.named import NamedTuple


class Span(NamedTuple):
    """A span of text that was misread.

    ``start`` and ``end`` are offsets in the text of its round. ``filled`` has the bytes that stand
    for characters which do not tell theirs: offset in the span, and the bytes in hexadecimal.
    """

    start: int
    end: int
    step: Step
    filled: tuple[tuple[int, str], ...] = ()

    def undo(self, text: str) -> str:
        """Return the right reading of this span of ``text``, the text of its round.

        Raises UnicodeError when ``text`` is not the one that the span was found in.
        """
        read_as = self.step.read_as
        at = self.start
        parts: list[bytes] = []
        for offset, filled in sorted(dict(self.filled).items()):
            place = self.start + offset
            if at <= place < self.end:
                parts += (bytes_of(text[at:place], read_as), bytes.fromhex(filled))
                at = place + 1
        parts.append(bytes_of(text[at : self.end], read_as))
        data = b"".join(parts)
        return text_of(data, self.step.really)

    def __str__(self) -> str:
        lost = f", {len(self.filled)} places filled" if self.filled else ""
        return f"{self.start}-{self.end}: {self.step}{lost}"


class Plan(NamedTuple):
    """What undoes the mojibake of a text: rounds of spans, each on the text that the last one left.

    Text that was misread twice takes two rounds. The spans of a round ascend and do not overlap.
    ``unsearched`` is the number of lines that nobody looked for spans in, since it took too long.

    >>> plan = Plan(((Span(0, 3, Step("utf-8", "gb18030")),),))
    >>> print(plan)
    0-3: utf-8 read as gb18030
    >>> plan.replay("鍥藉")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    UnicodeDecodeError: ...
    >>> Plan.from_json(plan.to_json()) == plan
    True
    """

    rounds: tuple[tuple[Span, ...], ...] = ()
    unsearched: int = 0

    def __bool__(self) -> bool:
        return bool(self.rounds)

    def replay(self, text: str) -> str:
        """Return ``text`` with the mojibake undone.

        Raises UnicodeError when ``text`` is not the one that the plan was made for.
        """
        for spans in self.rounds:
            text = carry_out(text, spans)
        return text

    @property
    def filled(self) -> int:
        """How many characters were filled with bytes that the text itself does not tell."""
        return sum(len(span.filled) for spans in self.rounds for span in spans)

    def to_json(self) -> str:
        """Return the plan as one line of JSON."""
        import json

        rounds = [[span._asdict() for span in spans] for spans in self.rounds]
        return json.dumps({"rounds": rounds}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Plan:
        """Return the plan that :meth:`to_json` wrote; raises ValueError or KeyError on others."""
        import json

        return cls(
            tuple(
                tuple(
                    Span(
                        span["start"],
                        span["end"],
                        Step(*span["step"]),
                        tuple((offset, data) for offset, data in span["filled"]),
                    )
                    for span in spans
                )
                for spans in json.loads(line)["rounds"]
            )
        )

    def __str__(self) -> str:
        return "\nthen\n".join("\n".join(map(str, spans)) for spans in self.rounds)


def carry_out(text: str, spans: tuple[Span, ...]) -> str:
    """Return ``text`` with each of ``spans`` read rightly."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], span.undo(text))
        at = span.end
    parts.append(text[at:])
    return "".join(parts)
