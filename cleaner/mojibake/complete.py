"""Lines all of whose bytes are there, which were misread as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.filters.decode.model import UNIT
from cleaner.mojibake import costs
from cleaner.mojibake.places import may_be_folded
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step, read, twins

# Text misread twice is still misread after the first round, but costs so much less.
TWICE = 0.7
# Characters of a part of a line that tell whether it is misread too.
LEAST_PART = 4
# UTF-8 made of replacement characters is a text that was lost before; what stands between is what
# chance left of it. One is what text misread twice may end with.
MOST_LOST_BEFORE = 0.2

_GBK_AS_LATIN = Step("gb18030", LATIN)


def step_of(line: str, steps: Iterable[Step]) -> Step | None:
    """Return the step that was taken on a line all of whose bytes are there; None for no such."""
    readings = [(step, text) for step in steps if (text := read(line, step)) is not None]
    if not readings:
        return None
    as_is = best = costs.cost_as_is(line)
    found: Step | None = None
    for step, text in readings:
        cost = costs.cost_read(text, step)
        if cost >= best:
            continue
        if cost < costs.CONVINCING * UNIT * len(text):
            if costs.is_plausible(line, Span(0, len(line), step)):
                best, found = cost, step
        elif step.really == "utf-8" and cost < TWICE * as_is and not costs.is_past_help(text):
            again = read(text, step)
            if again is not None and costs.cost_read(again, step) < cost:
                return step
            best, found = cost, step
    return found


def is_all_misread(line: str, step: Step) -> bool:
    """Whether no part of a line between spaces is likelier as it stands."""
    for part in line.split(" "):
        if len(part) >= LEAST_PART and part != line:
            text = read(part, step)
            if text and costs.cost_as_is(part) < costs.cost_read(text, step):
                return False
    return True


def is_lost(line: str) -> bool:
    """Whether the line has so much of 锟斤拷, in whatever phase, that it is past recovery."""
    return 3 * max(map(line.count, ("斤拷", "拷锟"))) > MOST_LOST_BEFORE * len(line)


def is_told(line: str, step: Step) -> bool:
    """Whether no character of a line may stand for other bytes than its own."""
    if step == costs.UTF8_AS_LATIN and may_be_folded(line):
        return False
    return "?" not in line and twins(step.read_as).keys().isdisjoint(line)


def is_misread_letters(line: str) -> bool:
    """Whether a line is UTF-8 read as GBK of Latin letters that were Chinese before."""
    text = read(line, costs.UTF8_AS_GBK)
    if text is None or not costs.is_western(text):
        return False
    limit = costs.cost_as_is(line)
    for step in (costs.UTF8_AS_LATIN, _GBK_AS_LATIN):
        again = read(text, step)
        if again is not None and costs.cost_read(again, step) < limit:
            return not costs.is_western(again)
    return False
