"""A document on its way through the pipeline: its text, and what is known about it.

A :class:`Document` never changes; every operation returns a new one. Filters change text only
through :meth:`Document.apply`, :meth:`Document.sub`, :meth:`Document.substitute` and
:meth:`Document.insert`, which write the ledger when one is kept and cost nothing extra when not.
"""

from __future__ import annotations

from cleaner import ledger as _ledger
from cleaner.frozen import Frozen, field, replace
from cleaner.ledger import Edit, Insertion, Ledger, Spans, Substitution
from cleaner.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeVar

    T = TypeVar("T")


class BadBytes(NamedTuple):
    """Bytes that mean nothing in the encoding, at an offset of the input."""

    offset: int
    data: bytes


class Region(NamedTuple):
    """Lines of a document in an encoding of their own: offsets in the input, name of the encoding.

    ``end`` is the offset after the last byte.
    """

    start: int
    end: int
    name: str


class Encoding(Frozen):
    """How bytes became text.

    ``name`` is that of the WHATWG Encoding Standard in small letters (of IANA for encodings that
    the standard lacks), ``codec`` what decoded the bytes: a Python codec, or ``big5``, ``euc-tw``,
    ``iso-2022-cn`` and ``hz``, which have readers of their own. ``evidence`` says in words why it
    was chosen; ``confidence`` lies in 0..1. ``bad_bytes`` counts the bytes that the encoding does
    not allow, ``first_bad`` is the offset of the first of them in the input, ``replaced`` the
    number of U+FFFD put in their place. ``regions`` are the lines in other encodings. ``faults``
    has all that could not be decoded, under ``errors="report"`` or when edits are recorded only.
    """

    name: str
    confidence: float
    evidence: str
    bad_bytes: int = 0
    first_bad: int | None = None
    codec: str = ""
    replaced: int = 0
    regions: tuple[Region, ...] = ()
    faults: tuple[BadBytes, ...] = ()

    def __str__(self) -> str:
        return self.name


class Variant(Frozen):
    """The kind of Chinese a document is written in, and the counts that show it.

    ``name``: ``simplified``, ``taiwan``, ``hongkong``, ``opencc`` (traditionalised by words),
    ``mainland`` (traditionalised one character at a time) or ``none`` (no Chinese).
    """

    name: str
    evidence: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


# To look for so many strings, one after the other, takes what it takes to look for all anew.
_FEW = 50


class ByLines:
    """A look of :meth:`Document.once` for strings, none of which has a line end.

    What it found is known of the text that edits make of it too, but for the lines of these.
    """

    def present(self, text: str) -> frozenset[str]:
        """Return which of the strings are in ``text``."""
        raise NotImplementedError

    def again(self, found: frozenset[str], text: str, lines: str) -> frozenset[str]:
        """Return what is in ``text``, after ``found`` was in one with other ``lines``."""
        if len(found) > _FEW:
            return self.present(text)
        return self.present(lines).union(filter(text.__contains__, found))

    def __call__(self, text: str) -> frozenset[str]:
        return self.present(text)


class Document(Frozen):
    """Text and what is known about it. ``data`` holds the undecoded bytes until decode has run.

    ``metadata`` has keys out of title, author, editor, source, published and site. ``words`` is
    filled by segmentation when a ledger is kept, and ``places``, where they start and end in
    ``text``, when more than a delimiter stands between them. ``suspect``: there were signs of
    text read in the wrong encoding; ``unsearched``: so many that not all of it was looked at.
    ``hypertext``: it was read as an HTML document, so there is a site around its text. ``terse``:
    nobody asks what the page says of itself, so metadata need not be looked for. ``ledger`` is None
    on the fast path.
    """

    text: str = ""
    data: bytes | None = None
    encoding: Encoding | None = None
    variant: Variant | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] | None = None
    warnings: tuple[str, ...] = ()
    ledger: Ledger | None = None
    places: tuple[tuple[int, int], ...] | None = None
    suspect: bool = False
    unsearched: bool = False
    hypertext: bool = False
    terse: bool = False

    @property
    def recording(self) -> bool:
        """Whether edits are being written down."""
        return self.ledger is not None

    def record(self) -> Document:
        """Return the document with an empty ledger, so that edits are written down from here."""
        return replace(self, ledger=Ledger())

    def once(self, look: Callable[..., T], *given: object) -> T:
        """Return ``look(text, *given)``, worked out once for this document.

        For what several steps ask about the same text. ``look`` is a function that does nothing
        else, or a method of an object that is made once; what it returns must not be changed.
        ``given`` is what is known of the text already, and hangs on nothing but that.
        """
        known: dict[Callable[..., T], T] = self.__dict__.setdefault("_known", {})
        if look not in known:
            known[look] = look(self.text, *given)
        return known[look]

    def know(self, look: ByLines, found: frozenset[str]) -> None:
        """Take down what ``look`` finds in the text."""
        self.__dict__.setdefault("_known", {})[look] = found

    def known(self, look: Callable[[str], T]) -> T | None:
        """Return what ``look`` found, or what is known of it; None when it was not asked."""
        found: T | None = self.__dict__.get("_known", {}).get(look)
        return found

    def keep(self, look: Callable[[str], str], before: Document) -> Document:
        """Return this document, which knows what ``look`` found in ``before``, if it was asked.

        For characters of which it has no others than the document that it was made of, and fewer
        maybe: where these are asked for only to see whether a closer look is needed.
        """
        found = before.known(look)
        if found is not None:
            self.__dict__.setdefault("_known", {})[look] = found
        return self

    def forget(self) -> None:
        """Forget what looks by lines have found: edits from here on need not carry it over."""
        known = self.__dict__.get("_known", {})
        for look in [look for look in known if isinstance(look, ByLines)]:
            del known[look]

    def warn(self, warning: str) -> Document:
        """Return the document with one more warning, a line for people."""
        return replace(self, warnings=(*self.warnings, warning))

    def apply(self, edits: Iterable[Edit]) -> Document:
        """Carry out ``edits``: ascending, not overlapping, offsets into ``self.text``.

        Edits that replace text by itself are left out of the ledger. Raises ValueError, when
        recording, for edits that overlap: no ledger could undo them.
        """
        if self.ledger is None:
            changed = self._become(_ledger.apply(self.text, edits))
            if changed is not self and isinstance(edits, list):  # others are gone by now
                self._carry_over(changed, edits)
            return changed
        text = self.text
        recorded = []
        done = 0
        for edit in edits:
            if not done <= edit.start <= edit.end <= len(text):
                raise ValueError(f"edits of {edit.rule} overlap or lie outside the text")
            done = edit.end
            before = text[edit.start : edit.end]
            if before != edit.after:
                recorded.append(edit._replace(before=before))
        return self._become(_ledger.apply(text, recorded), Spans(tuple(recorded)))

    def sub(
        self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str], rule: str
    ) -> Document:
        """Like ``pattern.sub(replacement, text)``, each match an edit of ``rule``."""
        if self.ledger is None:
            return self._become(pattern.sub(replacement, self.text))
        return self.apply(
            Edit(
                match.start(),
                match.end(),
                match.expand(replacement) if isinstance(replacement, str) else replacement(match),
                rule,
            )
            for match in pattern.finditer(self.text)
        )

    def substitute(self, text: str, rule: str) -> Document:
        """Replace the whole text by one of the same length; differing characters are edits."""
        if self.ledger is None:
            return self._become(text)
        return self._become(text, Substitution(self.text, text, rule))

    def insert(self, offsets: Sequence[int], inserted: str, rule: str, text: str) -> Document:
        """Put ``inserted`` in at ``offsets`` (ascending), which turns the text into ``text``."""
        if self.ledger is None:
            return self._become(text)
        from array import array

        return self._become(text, Insertion(array("Q", offsets), inserted, rule))

    def _carry_over(self, changed: Document, edits: Sequence[Edit]) -> None:
        """Let ``changed``, which ``edits`` made of this document, know what has not changed."""
        looks = [look for look in self.__dict__.get("_known", ()) if isinstance(look, ByLines)]
        if looks:
            lines = _lines_of(changed.text, edits)
            for look in looks:
                changed.know(look, look.again(self.once(look), changed.text, lines))

    def _become(self, text: str, layer: _ledger.Layer | None = None) -> Document:
        if text == self.text:
            return self
        if self.ledger is None or layer is None:
            return replace(self, text=text)
        return replace(self, text=text, ledger=self.ledger.add(layer))


def _lines_of(text: str, edits: Sequence[Edit]) -> str:
    """Return the lines of ``text`` that ``edits`` of another text have changed or made."""
    parts: list[str] = []
    more = done = 0
    for edit in edits:
        start = edit.start + more
        end = start + len(edit.after)
        more += len(edit.after) - (edit.end - edit.start)
        if end > done or not parts:
            first = max(done, text.rfind("\n", 0, start) + 1)
            done = text.find("\n", end)
            done = len(text) if done < 0 else done
            parts.append(text[first:done])
    return "\n".join(parts)
