"""Lines of the original beside the lines that they became, for reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from cleaner.ledger import Change, common
from cleaner.named import NamedTuple

# Rules about the end of a line, which say nothing of why its text went.
_BLANK = ("chrome.blank", "normalise.blank-line", "repair.line-end")


class Token(NamedTuple):
    """A stretch of the original and what became of it; no ``rules`` where it was kept."""

    start: int
    before: str
    after: str
    rules: tuple[str, ...] = ()


class Row(NamedTuple):
    """A line of the original beside a line of the output, or a line that was dropped.

    ``line`` is its number in the original, ``there`` that in the output, both from 1 (``there``
    that of the next line, if it was dropped). ``tokens`` put together are the texts, without line
    ends between rows. ``dropped`` is the rule that dropped it, "" if it stayed.
    """

    line: int
    there: int
    tokens: tuple[Token, ...]
    dropped: str = ""

    @property
    def before(self) -> str:
        """The original text."""
        return "".join(token.before for token in self.tokens)

    @property
    def after(self) -> str:
        """The cleaned text."""
        return "".join(token.after for token in self.tokens)


def tokens(source: str, changes: Iterable[Change]) -> Iterator[Token]:
    """Yield the whole of ``source`` as what was kept and what was changed, in order.

    Of a change, what its texts have in common at both ends counts as kept.
    """
    done = 0
    for change in changes:
        before, after = change.before, change.after
        start = change.start
        if len(before) != len(after) and before and after:
            tail = common(before[::-1], after[::-1])
            before, after = before[: len(before) - tail], after[: len(after) - tail]
            lead = common(before, after)
            before, after, start = before[lead:], after[lead:], start + lead
        if done < start:
            yield Token(done, source[done:start], source[done:start])
        yield Token(start, before, after, change.rules)
        done = start + len(before)
    if done < len(source):
        yield Token(done, source[done:], source[done:])


def rows(source: str, changes: Iterable[Change]) -> Iterator[Row]:
    """Yield the lines of ``source`` beside those that they became.

    A row ends where a line ends on both sides, or where the output has a line end of its own.
    """
    made = _Rows(source)
    for token in _whole(_ended(source, _paired(tokens(source, changes)))):
        token = made.settle(token)
        if not token.before and not token.after:
            continue
        if not token.rules:
            yield from made.kept(token)
        elif not token.after.strip() and (made.settled or "\n" in token.before):
            yield from made.emptied(token)
        else:
            yield from made.changed(token)
    if made.current:
        gone = made.current[-1].rules if not any(held.after for held in made.current) else ()
        yield made.end(dropped=reason(gone) if gone else "")


def _paired(found: Iterable[Token]) -> Iterator[Token]:
    """Take a line end that a tag became and the one that went after it for the same one."""
    held: list[Token] = []
    for token in found:
        if held and token.before.startswith("\n") and not token.after:
            tag, *others = held
            yield Token(tag.start, tag.before, tag.after[:-1], tag.rules)
            yield from others
            yield Token(token.start, "\n", "\n")
            held = []
            token = Token(token.start + 1, token.before[1:], "", token.rules)
            if token.before:
                yield token
            continue
        if token.rules and token.after.endswith("\n") and "\n" not in token.before:
            yield from held
            held = [token]
        elif held and not token.after and "\n" not in token.before:
            held.append(token)
        else:
            yield from held
            yield token
            held = []
    yield from held


def _ended(source: str, found: Iterable[Token]) -> Iterator[Token]:
    """Part the first half of a line end, which belongs to its line, from a drop of the next."""
    for token in found:
        start, before, after, rules = token
        if before.startswith("\r\n") and not after and start and source[start - 1] != "\n":
            yield Token(start, "\r", "", rules[:1])
            token = Token(start + 1, before[1:], "", rules)
        yield token


def _whole(found: Iterable[Token]) -> Iterator[Token]:
    """Join the pieces of a line that was dropped after part of it had gone.

    A line end that went before lines that went is theirs.
    """
    held: Token | None = None
    for token in found:
        if (
            held is not None
            and not (held.after or token.after)
            and not token.before.startswith("\n")
            and _goes_on(held, token)
        ):
            rules = tuple(dict.fromkeys(held.rules + token.rules))
            held = Token(held.start, held.before + token.before, "", rules)
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def _goes_on(held: Token, token: Token) -> bool:
    """Whether what went at ``token`` went with ``held`` before it."""
    if held.before.startswith("\n") and held.rules[0] in _BLANK:
        return not token.rules[0].startswith("markup.")
    every = held.rules + token.rules
    return not held.before.endswith("\n") and any(rule.startswith("chrome.") for rule in every)


class _Rows:
    """The row under construction, and the number of the line of the output that it is."""

    def __init__(self, source: str) -> None:
        self.current: list[Token] = []
        self._source = source
        self._starts = line_starts(source)
        self._there = 1
        self._begin = 0  # of the row, in the original
        self._owed = False  # the row has ended with the line end that comes next
        self.settled = False  # this token began with that line end

    def settle(self, token: Token) -> Token:
        """Take off the line end that has been used already."""
        self.settled, self._owed = self._owed, False
        if not self.settled:
            return token
        start, before, after, rules = token
        if before.startswith("\n"):
            start, before = start + 1, before[1:]
            self._begin = start
        self._owed = token.before == "\n" and not after  # that one went too: the next, then
        return Token(start, before, after.removeprefix("\n"), rules)

    def kept(self, token: Token) -> Iterator[Row]:
        """Add what was kept."""
        at = 0
        text = token.before
        while (end := text.find("\n", at)) >= 0:
            if end > at:
                self.current.append(Token(token.start + at, text[at:end], text[at:end]))
            yield self.end()
            at = end + 1
            self._begin = token.start + at
        if at < len(text):
            self.current.append(Token(token.start + at, text[at:], text[at:]))

    def changed(self, token: Token) -> Iterator[Row]:
        """Add a change; where it puts in a line end, the row ends."""
        *heads, tail = token.after.split("\n")
        start, before = token.start, token.before
        for head in heads:
            self.current.append(Token(start, before.removesuffix("\n"), head, token.rules))
            start, before = start + len(before), ""
            yield self.end()
            self._begin = start
        if before or tail:
            self.current.append(Token(start, before, tail, token.rules))

    def emptied(self, token: Token) -> Iterator[Row]:
        """Add lines of which nothing or only line ends are left.

        Lines that have no counterpart are dropped, wherever filters saw the line end that went: a
        line that goes with the line end before it is the same as one that goes with its own.
        """
        lines = token.before.split("\n")
        *feeds, tail = token.after.split("\n")
        start, high = token.start, token.start + len(token.before)
        fresh = self._begin == start and not self.current
        gone = [rule for held in self.current for rule in held.rules if not held.after]
        if self.current and not any(held.after for held in self.current):
            # All that stands before it on its line went too.
            fresh = bool(lines[0]) or any(rule.startswith("chrome.") for rule in gone)
        whole = self._source[high : high + 1] in ("", "\n")
        # The line end that went stands before the lines, that of the last line comes after it.
        behind = not feeds and whole and (self.settled or not fresh)
        if not behind and (len(lines) == 1 or not (feeds or fresh)):
            self.current.append(token)  # lines joined
            return
        left = len(feeds)
        if not fresh:
            first = lines.pop(0)
            if first:
                self.current.append(Token(start, first, "", token.rules))
            start += len(first) + 1
            left -= left > 0
            yield self.end()
            self._begin = start
        last = "" if behind else lines.pop()
        self._owed = behind and high < len(self._source)
        blank = [number for number, line in enumerate(lines) if not line.strip()]
        stay = set(blank[max(0, len(blank) - left) :] if left else ())
        for number, line in enumerate(lines):
            rules = (*gone, *token.rules) if number == 0 and fresh else token.rules
            self.current.append(Token(start, line, "", token.rules))
            yield self.end(dropped="" if number in stay else reason(rules))
            self._begin = start + len(line) + 1
            start += len(line) + 1
        self._begin = start
        for _ in range(left - len(stay)):  # line ends that come from no line
            yield self.end()
        if last or tail:
            self.current.append(Token(start, last, tail, token.rules))

    def end(self, dropped: str = "") -> Row:
        """End the row."""
        row = Row(self._line(self._begin), self._there, tuple(self.current), dropped)
        self.current = []
        self._there += not dropped
        return row

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def reason(rules: Sequence[str]) -> str:
    """Return the rule that dropped a text: that of chrome if it was among them, else the last.

    Those about ends of lines count where there is no other.
    """
    saying = [rule for rule in rules if rule not in _BLANK]
    of_chrome = [rule for rule in saying if rule.startswith("chrome.")]
    return of_chrome[0] if of_chrome else (saying or rules)[-1]


def line_starts(text: str) -> list[int]:
    """Return where the lines of ``text`` begin."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
