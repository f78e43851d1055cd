"""Undoing mojibake: whole lines when every byte is there, else spans of a line.

A reading is taken when it is decisively likelier than the text as it stands. Text misread twice is
undone in two rounds: misreading once is likelier than misreading twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake import complete, costs, lattice, shifted, signs
from cleaner.mojibake.effort import MOST_SPREAD, Effort
from cleaner.mojibake.fill import filled_anew
from cleaner.mojibake.lines import WINDOW, lines
from cleaner.mojibake.plan import Plan, Span, carry_out
from cleaner.mojibake.readings import DROPPED, KOREAN, LATIN, MULTIBYTE, SHIFTED, Step, read
from cleaner.patterns import HAN, lazy

# Text that was misread so often is past help.
ROUNDS = 4
# A reading that takes so much off the cost of a line is right: no other needs to be tried.
CERTAIN = 0.4

# What text that was read as UTF-8 and Windows-1252 has; of one of these nothing is told:
# 对的打“√”，错的打“×”.
_LETTER = lazy("[\x80-\u07ff]")
_LETTERS = 2
# Characters of three bytes of UTF-8 that were read as Windows-1252, and all that is not ASCII: what
# share they have of it in text in UTF-8. Of 19,000 lines in GBK and Big5, read as UTF-8 where they
# could be, none has more than half; of those in UTF-8 19 in 20 have 0.89, 0.69 with bytes dropped.
_THREE = lazy(f"[\xe2-\xe9\xef][{signs.TRAILS}]{{2}}")
_HIGH = lazy(r"[^\x00-\x7f]")
UTF8_SHARE = 0.6
# Entities of HTML, which were no bytes of the page, and as bytes were none of GB 2312. By how many
# nats a line with them must be likelier than one all of which is bytes: 爐 is A0 74, "\xa0t".
_ENTITY = lazy("[\xa0“”‘’–—…•]")
ENTITY_AHEAD = 4.0

# Lines about encodings quote mojibake, as documents about it do. In one that is misread itself no
# Chinese is left, and half of it at least are letters of no English text.
_LEFT_ALONE = lazy("編碼|编码|解碼|解码|轉碼|转码|字元|字符|Unicode|unicode|UTF-8|utf-8|GBK|Big5")


def undo_mojibake(text: str, is_sound: Callable[[str], bool] | None = None) -> tuple[str, Plan]:
    """Return ``text`` with its mojibake undone, and the plan that does the same again.

    Text without mojibake comes back as it is, with an empty plan, after one search for its signs.
    Nothing is done about 锟斤拷, of which nothing can be recovered, in lines about encodings, and
    in a text that has the word for mojibake (乱码) in it: what it has of that is quoted.

    >>> text, plan = undo_mojibake("ÏÂÔØ±¾Êé")
    >>> text
    '下载本书'
    >>> print(plan)
    0-8: gb18030 read as windows-1252
    """
    rounds: list[tuple[Span, ...]] = []
    effort = Effort(text)
    step: Step | None = None
    for _ in range(ROUNDS):
        if signs.is_about(text):
            break
        spans = _round(text, effort, is_sound)
        if step or any(span.step.read_as not in MULTIBYTE for span in spans):
            from cleaner.mojibake import rest

            step = rest.step_of(text, spans) or step
            if step:
                spans += tuple(rest.others(text, spans, step, effort))
        if not spans:
            break
        rounds.append(tuple(sorted(spans)))
        text = carry_out(text, rounds[-1])
    return text, Plan(tuple(rounds), effort.unsearched)


def _round(text: str, effort: Effort, is_sound: Callable[[str], bool] | None) -> tuple[Span, ...]:
    """Return the spans of the whole text that were misread, in ascending order."""
    found: list[Span] = []
    effort.unsearched = 0
    for start, end, steps in lines(text, effort):
        spans = _line(text[start:end], steps, effort)
        if spans and (is_sound is None or not is_sound(text[start:end])):
            found += _moved(spans, start)
    return tuple(found)


def _moved(spans: Iterable[Span], offset: int) -> Iterator[Span]:
    for span in spans:
        yield Span(span.start + offset, span.end + offset, span.step, span.filled)


def _line(line: str, steps: Sequence[Step], effort: Effort) -> tuple[Span, ...]:
    """Return the spans of a line that were misread in one of ``steps``."""
    if (_LEFT_ALONE.search(line) and _is_sound(line)) or complete.is_lost(line):
        return ()
    if costs.UTF8_AS_GBK in steps and complete.is_misread_letters(line):
        return (Span(0, len(line), costs.UTF8_AS_GBK),)
    others = [step for step in steps if step not in (SHIFTED, DROPPED)]
    whole = complete.step_of(line, others)
    fallen = whole is None or (
        whole.read_as == LATIN and whole.really != "utf-8" and _ENTITY.search(line)
    )
    found = (fallen and _fallen(line, others, effort, whole)) or ()
    found = found or _read_so(line, others, whole, effort)
    if not found and DROPPED in steps:
        from cleaner.mojibake import put_back

        found = tuple(put_back.spans(line, effort))
    if not found and SHIFTED in steps:
        found = tuple(shifted.spans(line, effort))
    return found


def _is_sound(line: str) -> bool:
    """Tell whether a line has Chinese, or is mostly ASCII."""
    return HAN.search(line) is not None or 2 * len(_HIGH.findall(line)) < len(line)


def _fallen(
    line: str, steps: Sequence[Step], effort: Effort, whole: Step | None = None
) -> tuple[Span, ...]:
    """Return the characters that stand for several bytes, as :mod:`.fallback` explains.

    They do where the next round, which is tried, finds its letters: in all lines of a document or
    in none, so that no more lines are asked when many had none, nor a long one when a piece of it
    has none.
    """
    doubles = [step for step in steps if step.read_as == LATIN and step.really != "utf-8"]
    if not doubles or effort.left <= 0 or effort.spread > MOST_SPREAD:
        return ()
    if len(line) > WINDOW:
        letter = _LETTER.search(line)
        start = letter.start() if letter else 0
        if not _fallen(line[start : start + WINDOW], steps, effort):
            return ()
    if len(_LETTER.findall(line)) < _LETTERS or _is_utf8(line):
        return ()
    from cleaner.mojibake import fallback

    effort.spread += len(line)
    step, (cost, spread) = min(
        ((step, fallback.spread(line, step, effort)) for step in doubles),
        key=lambda found: found[1][0],
    )
    if not spread:
        return ()
    as_bytes = read(line, whole) if whole else None
    if as_bytes and cost + ENTITY_AHEAD * UNIT > costs.weight_of(as_bytes, costs.kind_of(step)):
        return ()
    if any(span.filled for span in spread) and len(line) <= WINDOW:
        # Quotation marks are bytes of UTF-8, of which some were dropped.
        gain = lattice.spans_of(line, costs.UTF8_AS_LATIN, effort)[0]
        if costs.cost_as_is(line) - gain * UNIT < cost:
            return ()
    text = carry_out(line, spread)
    found = _read_so(text, [step], complete.step_of(text, [step]), effort)
    fallen = fallback.within(line, spread, text, found)
    if fallen:
        effort.spread = 0
    return fallen


def _is_utf8(line: str) -> bool:
    """Whether most of a line is bytes of UTF-8, three a character, so that none are of GBK."""
    return UTF8_SHARE * len(_HIGH.findall(line)) < 3 * len(_THREE.findall(line))


def _read_so(
    line: str, steps: Sequence[Step], whole: Step | None, effort: Effort
) -> tuple[Span, ...]:
    """Return the spans of a line that were misread; ``whole``: the step for all of it, if any."""
    partly = whole is not None and not complete.is_all_misread(line, whole)
    if whole and not partly and complete.is_told(line, whole):
        return (Span(0, len(line), whole),)
    if len(line) > WINDOW:
        return (Span(0, len(line), whole),) if whole else tuple(_pieces(line, effort))
    if effort.is_at_end():
        return (Span(0, len(line), whole),) if whole else ()
    # With a whole line, question marks may still stand for lost bytes, and characters for others
    # than those that they are written with.
    if not whole and costs.UTF8_AS_GBK in steps:
        tidy = _tidied(line, effort)
        if tidy:
            effort.vain = 0
            return tidy
    gain, spans = _likeliest(line, [whole] if whole else steps, effort)
    if whole or (gain > 0 and spans):
        effort.vain = 0
    if whole and not partly and not (len(spans) == 1 and spans[0].filled):
        return (Span(0, len(line), whole),)
    if gain <= 0 or not spans:
        return ()
    if any(span.filled for span in spans):
        return filled_anew(line, spans, effort)
    return spans


def _tidied(line: str, effort: Effort) -> tuple[Span, ...]:
    """Return the spans of a line that was UTF-8 read as GBK and tidied up since."""
    from cleaner.mojibake import tidied

    before = tidied.restored(line, effort)
    if before is None:
        return ()
    gain, spans = lattice.spans_of(before.text, costs.UTF8_AS_GBK, effort)
    gain += (costs.cost_as_is(line) - costs.cost_as_is(before.text)) / UNIT
    if gain <= 0:
        return ()
    if any(span.filled for span in spans):
        spans = filled_anew(before.text, spans, effort)
    return before.back(spans)


def _pieces(line: str, effort: Effort) -> Iterator[Span]:
    """Yield the spans of a long line, searched in pieces that end with a clause."""
    start = 0
    while start < len(line):
        end = start + WINDOW
        if end < len(line):
            end = max(start + WINDOW // 2, *(line.rfind(mark, start, end) + 1 for mark in " 。，"))
        piece = line[start:end]
        steps = signs.signs(piece)
        if steps:
            yield from _moved(_line(piece, steps, effort), start)
        start = end


def _likeliest(line: str, steps: Sequence[Step], effort: Effort) -> tuple[float, tuple[Span, ...]]:
    """Return the spans of the step that makes ``line`` likelier than the others do."""
    steps = [step for step in steps if step != KOREAN]
    certain = CERTAIN * costs.cost_as_is(line) / UNIT
    best: tuple[float, tuple[Span, ...]] = (0.0, ())
    for step in steps:
        found = lattice.spans_of(line, step, effort)
        if found[0] > best[0]:
            best = found
        if best[0] > certain:
            break
    return best
