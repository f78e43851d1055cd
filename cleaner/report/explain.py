"""What was done to a document, for ``--explain``: by filter and rule, then line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cleaner.report.account import Tally, lines_of, place, prose, tallies, told
from cleaner.report.rows import Row, Token, line_starts
from cleaner.report.terminal import Painter, visible

if TYPE_CHECKING:
    from cleaner.core import Result

# Of a dropped line or a change, so much is shown.
_LONGEST = 60
# Changes by the same rule on the same line that are listed one by one.
_MANY = 12
# Width of the column of rules; a chain of rules may be longer.
_RULE = 22


def explain(name: str, result: Result, paint: Painter) -> str:
    """Return the account of a recorded ``result`` for people, some lines with their ends.

    ``name`` is that of the input, fit for a terminal. Places are lines and columns of the decoded
    original, from 1. Delimiters between words are counted and not listed.
    """
    assert result.source is not None  # noqa: S101 - recorded
    ledger, text = prose(result)
    out = [paint("heading", f"{name}: {summary(result, text)}")]
    out += _table(result, paint)
    made = told(result.source, ledger)
    dropped = [row for row in made if row.dropped and row.before.strip()]
    if dropped:
        out += ["", paint("heading", f"dropped, {len(dropped)} of {lines_of(result.source)} lines")]
        out += _drops(dropped, paint)
    changed = list(_changes(result.source, made, paint))
    if changed:
        out += ["", paint("heading", "changed, by line:column of the original"), *changed]
    return "\n".join(out) + "\n\n"


def summary(result: Result, text: str) -> str:
    """Return a line on what a document is and how much of it was kept."""
    parts = []
    if result.encoding is not None:
        parts.append(f"{result.encoding} ({result.encoding.evidence})")
    if result.variant is not None and result.variant.name != "none":
        parts.append(f"variant {result.variant}")
    before, after = len(result.source or ""), len(text)
    parts.append(f"{before:,} → {after:,} characters")
    if result.words is not None:
        parts.append(f"{len(result.words):,} words")
    return ", ".join(parts)


def _table(result: Result, paint: Painter) -> Iterator[str]:
    assert result.ledger is not None  # noqa: S101 - recorded
    found = tallies(result.ledger)
    if not found:
        yield "  nothing was changed"
        return
    totals: dict[str, Tally] = {}
    for rule, tally in found.items():
        total = totals.setdefault(rule.partition(".")[0], Tally())
        total.add(tally.edits, tally.removed, tally.added)
    width = max(map(len, found)) + 2
    yield paint("dim", f"  {'rule':<{width}}{'edits':>8}{'out':>9}{'in':>9}  (characters)")
    for name, total in totals.items():
        yield "  " + paint("rule", f"{name:<{width}}") + _figures(total)
        for rule, tally in found.items():
            if rule.partition(".")[0] == name and rule != name:
                yield f"    {rule.partition('.')[2]:<{width - 2}}" + paint("dim", _figures(tally))


def _figures(tally: Tally) -> str:
    return f"{tally.edits:>8,}{tally.removed:>9,}{tally.added:>9,}"


def _drops(dropped: list[Row], paint: Painter) -> Iterator[str]:
    width = max(len(_reason(row)) for row in dropped)
    for row in dropped:
        shown = visible(_shortened(row.before.strip()))
        yield (
            f"{paint('place', f'{row.line:>6}')}  {paint('rule', _reason(row).ljust(width))}  "
            + (paint("removed", shown))
        )


def _reason(row: Row) -> str:
    return row.dropped.removeprefix("chrome.")


def _changes(source: str, made: list[Row], paint: Painter) -> Iterator[str]:
    """Yield a line for each line of the original and each chain of rules that changed it."""
    starts = line_starts(source)
    for row in made:
        if row.dropped:
            continue
        groups: dict[tuple[str, ...], list[Token]] = {}
        for token in row.tokens:
            if token.rules and (token.before.strip() or token.after.strip()):
                groups.setdefault(token.rules, []).append(token)
        for rules, group in groups.items():
            line, column = place(starts, group[0].start)
            pairs: dict[str, int] = {}
            for token in group:
                pair = _pair(token, paint)
                pairs[pair] = pairs.get(pair, 0) + 1
            shown = [
                pair + (paint("dim", f" ×{count}") if count > 1 else "")
                for pair, count in list(pairs.items())[:_MANY]
            ]
            listed = "   ".join(shown)
            more = f"   and {len(pairs) - _MANY} more" if len(pairs) > _MANY else ""
            where = paint("place", f"{line}:{column}".rjust(8))
            yield f"{where}  {paint('rule', ' '.join(rules).ljust(_RULE))}  {listed}{more}"


def _pair(token: Token, paint: Painter) -> str:
    before = paint("removed", visible(_shortened(token.before)))
    after = paint("added", visible(_shortened(token.after)))
    return f"{before or '∅'}→{after or '∅'}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def as_json(name: str, result: Result) -> str:
    """Return the account of a recorded ``result`` as one line of JSON.

    Fields: ``file``, ``encoding``, ``variant``, ``characters`` (of original and output), ``rules``
    (by name: edits, characters removed, added), ``dropped`` (line, rule, text) and ``changed``
    (line, column, offset, before, after, rules); offsets count code points of the original.
    """
    from cleaner.formats.records import line as as_line

    assert result.source is not None  # noqa: S101 - recorded
    assert result.ledger is not None  # noqa: S101 - recorded
    ledger, text = prose(result)
    made = told(result.source, ledger)
    starts = line_starts(result.source)
    changed: list[dict[str, Any]] = []
    for row in made:
        for token in row.tokens:
            if token.rules and not row.dropped:
                at, column = place(starts, token.start)
                changed.append(
                    {
                        "line": at,
                        "column": column,
                        "offset": token.start,
                        "before": token.before,
                        "after": token.after,
                        "rules": list(token.rules),
                    }
                )
    fields = {
        "file": name,
        "encoding": result.encoding.name if result.encoding else None,
        "variant": result.variant.name if result.variant else None,
        "characters": [len(result.source), len(text)],
        "rules": {
            rule: {"edits": tally.edits, "removed": tally.removed, "added": tally.added}
            for rule, tally in tallies(result.ledger).items()
        },
        "dropped": [
            {"line": row.line, "rule": row.dropped, "text": row.before}
            for row in made
            if row.dropped
        ],
        "changed": changed,
    }
    return as_line(fields)
