"""Undoing mojibake: whole lines when every byte is there, else spans of a line.

A reading is taken when it is decisively likelier than the text as it stands. Text misread twice is
undone in two rounds: misreading once is likelier than misreading twice.
"""

from __future__ import annotations

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake import costs, lattice
from cleaner.mojibake.plan import Plan, Span, Step, carry_out
from cleaner.mojibake.readings import LATIN, bytes_of, text_of
from cleaner.mojibake.signs import is_hot, needed, sign
from cleaner.patterns import lazy

# The misreadings that pages have. Each turns a byte sequence of one encoding into text of another.
STEPS = (
    Step("utf-8", LATIN),
    Step("utf-8", "gb18030"),
    Step("gb18030", LATIN),
    Step("big5", LATIN),
    Step("big5", "gb18030"),
    Step("gb18030", "big5"),
    Step("utf-8", "big5"),
    Step("gb18030", "shift_jis"),
    Step("gb18030", "euc-kr"),
)

# Text that was misread so often is past help.
ROUNDS = 4
# Text misread twice is still misread after the first round, but costs so much less.
TWICE = 0.7
# A reading that takes so much off the cost of a line is right: no other needs to be tried.
CERTAIN = 0.4
# A line longer than this is looked at around its signs only.
WINDOW = 2000
MARGIN = 40

# Lines that talk about mojibake quote it. UTF-8 made of replacement characters, 锟斤拷, is a text
# that was lost before; what stands between is what chance left of it.
_LEFT_ALONE = lazy(
    "斤拷|亂碼|乱码|編碼|编码|解碼|解码|轉碼|转码|字元|字符|[mM]ojibake|Unicode|unicode|UTF-8|utf-8|GBK|Big5"
)


def undo_mojibake(text: str) -> tuple[str, Plan]:
    """Return ``text`` with its mojibake undone, and the plan that does the same again.

    Text without mojibake comes back as it is, with an empty plan, after one search for signs of it.
    Nothing is done about 锟斤拷, of which nothing can be recovered, nor in lines about encodings.

    >>> text, plan = undo_mojibake("ÏÂÔØ±¾Êé")
    >>> text
    '下载本书'
    >>> print(plan)
    0-8: gb18030 read as windows-1252
    """
    rounds: list[tuple[Span, ...]] = []
    for _ in range(ROUNDS):
        spans = _round(text)
        if not spans:
            break
        rounds.append(spans)
        text = carry_out(text, spans)
    return text, Plan(tuple(rounds))


def _round(text: str) -> tuple[Span, ...]:
    """Return the spans of the whole text that were misread, in ascending order."""
    if text.isascii():
        return ()
    pattern = sign()
    found: list[Span] = []
    done = at = 0
    while match := pattern.search(text, at):
        at = match.start()
        if not is_hot(text, at):
            at += 1
            continue
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - start > WINDOW and not _whole(text[start:end]):
            start, end = max(start, done, at - MARGIN), min(end, at + WINDOW)
        found += [
            Span(span.start + start, span.end + start, span.step, span.filled)
            for span in _line(text[start:end])
        ]
        done = at = end
    return tuple(found)


def _line(line: str) -> tuple[Span, ...]:
    """Return the spans of a line that were misread."""
    if _LEFT_ALONE.search(line):
        return ()
    whole = _whole(line)
    if whole and "?" not in line:
        return (Span(0, len(line), whole),)
    # With a whole line, question marks may still stand for lost bytes.
    steps = [whole] if whole else [step for step in STEPS if needed(*step).search(line)]
    gain, spans = _likeliest(line, steps)
    if whole and not (len(spans) == 1 and spans[0].filled):
        return (Span(0, len(line), whole),)
    if gain <= 0 or not spans:
        return ()
    if any(span.filled for span in spans):
        # What was filled should be of the script of the rest, which is known by now.
        script = costs.script_of("".join(span.undo(line) for span in spans))
        _, again = lattice.spans_of(line, spans[0].step, script)
        return again or spans
    return spans


def _likeliest(line: str, steps: list[Step]) -> tuple[float, tuple[Span, ...]]:
    """Return the spans of the step that makes ``line`` likelier than the others do."""
    certain = CERTAIN * costs.cost_as_is(line) / UNIT
    best: tuple[float, tuple[Span, ...]] = (0.0, ())
    for step in steps:
        found = lattice.spans_of(line, step)
        if found[0] > best[0]:
            best = found
        if best[0] > certain:
            break
    return best


def _whole(line: str) -> Step | None:
    """Return the step that was taken on a line all of whose bytes are there; None for no such."""
    as_is = best = costs.cost_as_is(line)
    found: Step | None = None
    for step in STEPS:
        text = _read(line, step)
        if text is None:
            continue
        cost = costs.cost_read(text, step)
        if cost >= best:
            continue
        if cost < costs.CONVINCING * UNIT * len(text):
            if costs.is_plausible(line, Span(0, len(line), step)):
                best, found = cost, step
        elif step.really == "utf-8" and cost < TWICE * as_is:
            again = _read(text, step)
            if again is not None and costs.cost_read(again, step) < cost:
                return step
            best, found = cost, step
    return found


def _read(line: str, step: Step) -> str | None:
    try:
        return text_of(bytes_of(line, step.read_as), step.really)
    except UnicodeError:
        return None
