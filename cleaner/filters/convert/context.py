"""Characters whose Simplified form depends on their company: 著 乾 於 藉 覆 徵 瞭 沈 鍊 帳 ...

At each of them, in this order: the rules with borders and classes (``conversion/contexts.tsv``),
the longest word that holds it (``conversion/phrases.tsv`` over OpenCC's phrases), an author line,
the form it takes by default. Words are looked up in text that the gather has already simplified,
which makes one entry serve every kind of Traditional.

Characters that Simplified text has too are looked at where the text is Traditional only, but for
the few rules that hold anywhere.
"""

from __future__ import annotations

from cleaner.filters.convert.authors import is_author_line
from cleaner.filters.convert.tables import Tables
from cleaner.filters.convert.variant import Evidence

# Where the particle is written 着 every 著 is the word that keeps it.
_TWO_FORMS = ("hongkong", "opencc")
# Half the window in which a mixed line is judged: about a clause on either side.
_NEAR = 8


def resolve(original: str, text: str, tables: Tables, variant: str, evidence: Evidence) -> str:
    """Return ``text`` with its characters in context decided.

    ``text`` is ``original`` after the gather, of the same length; the original tells which parts
    are Traditional, ``evidence`` what the whole document is. ``variant`` is the kind of
    Traditional.
    """
    parts_of = _Parts(original, tables, evidence)
    everywhere = tables.rules.get("any", {})
    scopes = [tables.rules[scope] for scope in (variant, "traditional") if scope in tables.rules]
    two_forms = variant in _TWO_FORMS and original.count("着") > original.count("著")
    parts: list[str] = []
    copied = 0  # text up to here is in parts
    decided = 0  # characters up to here are decided
    for match in (tables.hits_anywhere if parts_of.simplified else tables.hits).finditer(text):
        offset = match.start()
        if offset < decided:
            continue
        character = text[offset]
        start, result = offset, None
        if character in everywhere:
            result = everywhere[character].match(text, offset)
        if result is None and (character not in tables.shared or parts_of.traditional(offset)):
            for rules in scopes:
                if result is None and character in rules:
                    result = rules[character].match(text, offset)
            if result is None:
                start, result = _word(tables, text, offset, decided)
            if result is None:
                keep = character == "著" and (two_forms or is_author_line(text, offset))
                result = character if keep else tables.defaults[character]
        if result is None:
            continue
        decided = start + len(result)
        if not text.startswith(result, start):
            parts += (text[copied:start], result)
            copied = decided
    parts.append(text[copied:])
    return "".join(parts)


def _word(tables: Tables, text: str, offset: int, decided: int) -> tuple[int, str | None]:
    """Return the longest word around ``offset``, the leftmost of these: its start and its form."""
    phrases = tables.phrases
    best = (1, 0)
    result = phrases.get(text[offset])
    for shapes in (
        tables.shapes.get(text[offset : offset + 2], ()),
        tables.endings.get(text[offset - 1 : offset + 1], ()) if offset else (),
    ):
        for shape in shapes:
            if shape < best:
                break
            length, before = shape
            start = offset - before
            form = phrases.get(text[start : start + length]) if start >= decided else None
            if form is not None:
                best, result = shape, form
                break
    return offset - best[1], result


class _Parts:
    """Tells which parts of a text are Traditional.

    In a line that has characters of both kinds, what prevails near the place counts, then in the
    line; a line that has neither is like the document. A document that has neither is taken for
    Traditional: its ambiguous characters are the only sign.
    """

    def __init__(self, text: str, tables: Tables, evidence: Evidence) -> None:
        self._text = text
        self._old = tables.traditional
        self._new = tables.simplified
        self._evidence = evidence
        self._start = self._end = 0
        self._line: bool | None = None
        self._mixed = False

    @property
    def simplified(self) -> bool:
        """Whether the whole text is plainly Simplified."""
        return bool(self._evidence.new and not self._evidence.old)

    def traditional(self, offset: int) -> bool:
        """Tell whether the text around ``offset`` is Traditional; offsets must ascend."""
        document = self._evidence
        if not (document.old and document.new):
            return not document.new
        if offset >= self._end:
            self._read_line(offset)
        if self._mixed:
            near = self._prevails(max(self._start, offset - _NEAR), min(self._end, offset + _NEAR))
            if near is not None:
                return near
        return document.old > document.new if self._line is None else self._line

    def _read_line(self, offset: int) -> None:
        text = self._text
        end = text.find("\n", offset)
        self._start = text.rfind("\n", 0, offset) + 1
        self._end = len(text) if end < 0 else end + 1
        line = text[self._start : self._end]
        old, new = not self._old.isdisjoint(line), not self._new.isdisjoint(line)
        self._mixed = old and new
        if self._mixed:
            self._line = self._prevails(self._start, self._end)
        else:
            self._line = old if old != new else None

    def _prevails(self, start: int, end: int) -> bool | None:
        text = self._text[start:end]
        old = sum(map(self._old.__contains__, text))
        new = sum(map(self._new.__contains__, text))
        return None if old == new else old > new
