"""The summary above a report: what was found, what became of the characters, what filters did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cleaner.pipeline import FILTERS
from cleaner.report.account import Tally
from cleaner.report.markup import escape
from cleaner.report.rows import Row

if TYPE_CHECKING:
    from cleaner.core import Result

# Steps of the map of the document.
_STEPS = 400
# The filters that are told apart by colour, and the letters that stand for them.
KINDS = {"markup": "m", "repair": "r", "convert": "c", "normalise": "n", "chrome": "h"}
_SUMMARIES = {stage.name: stage.summary for stage in FILTERS}


class Share:
    """Characters of the original that were kept, changed and dropped with their lines."""

    def __init__(self, made: Iterable[Row]) -> None:
        self.kept: int = 0
        self.changed: int = 0
        self.dropped: int = 0
        self.lines: int = 0
        for row in made:
            if row.dropped:
                self.dropped += len(row.before)
                self.lines += bool(row.before.strip())
                continue
            for token in row.tokens:
                if token.rules:
                    self.changed += len(token.before)
                else:
                    self.kept += len(token.before)

    @property
    def total(self) -> int:
        """All characters, line ends between rows aside."""
        return self.kept + self.changed + self.dropped


def facts(result: Result, text: str) -> str:
    """Return what is known of a document, of which ``text`` is the cleaned one, as HTML."""
    known = []
    encoding, variant = result.encoding, result.variant
    if encoding is not None:
        note = encoding.evidence
        if encoding.bad_bytes:
            note += f"; {encoding.bad_bytes:,} undecodable bytes"
        for region in encoding.regions[:3]:
            note += f"; bytes {region.start:,} to {region.end:,} in {region.name}"
        known.append(("Encoding", encoding.name, note))
    if variant is not None:
        evidence = ", ".join(f"{key} {count:,}" for key, count in variant.evidence.items() if count)
        known.append(("Kind of Chinese", variant.name, evidence))
    before, after = len(result.source or ""), len(text)
    known.append(("Characters", f"{before:,} → {after:,}", ""))
    if result.words is not None:
        known.append(("Words", f"{len(result.words):,}", ""))
    for key, value in result.metadata.items():
        if key != "title":
            known.append((key.capitalize(), value, ""))
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(value)}"
        + (f"<small>{escape(note)}</small>" if note else "")
        + "</dd></div>"
        for label, value, note in known
    )
    return f'<dl class="facts">{rows}</dl>'


def warnings(said: Sequence[str]) -> str:
    """Return the warnings about a document as HTML, nothing for none."""
    if not said:
        return ""
    items = "".join(f"<li>{escape(warning)}</li>" for warning in said)
    return f'<ul class="warnings" aria-label="Warnings">{items}</ul>'


def overview(made: Sequence[Row], lines: int) -> str:
    """Return what became of the characters of a document of so many ``lines``, as HTML."""
    share = Share(made)
    parts = [("kept", share.kept), ("changed", share.changed), ("dropped", share.dropped)]
    total = share.total or 1
    bar = "".join(
        f'<i class="bg-{label}" style="flex:{count} 0 0"></i>' for label, count in parts if count
    )
    legend = "".join(
        f'<li><i class="bg-{label}"></i>{label} {count:,} ({count / total:.0%})</li>'
        for label, count in parts
    )
    spoken = ", ".join(f"{label} {count / total:.0%}" for label, count in parts)
    return (
        '<div class="card"><h2>What became of the characters</h2>'
        f'<div class="bar" role="img" aria-label="{spoken}">{bar}</div>'
        f'<ul class="legend">{legend}</ul>'
        f'<h2>Where</h2>{_map(made)}<p class="note">From the first line to the last; '
        f"{share.lines:,} of {lines:,} lines were dropped.</p>{_reasons(made)}</div>"
    )


def _reasons(made: Sequence[Row]) -> str:
    counts: dict[str, int] = {}
    for row in made:
        if row.dropped and row.before.strip():
            counts[row.dropped] = counts.get(row.dropped, 0) + 1
    if not counts:
        return ""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = "".join(
        f'<tr><td>{escape(rule.partition(".")[2] or rule)}</td><td class="n">{count:,}</td>'
        '<td class="meter"><i class="bg-chrome" '
        f'style="width:{100 * count / ordered[0][1]:.1f}%"></i></td></tr>'
        for rule, count in ordered
    )
    return f"<h2>Dropped lines by reason</h2><table><tbody>{lines}</tbody></table>"


def _map(made: Sequence[Row]) -> str:
    """Return a strip that shows which part of the document was kept, changed and dropped."""
    sizes = [max(1, len(row.before)) for row in made]
    total = sum(sizes) or 1
    bands: list[tuple[float, float, str]] = []
    at = 0
    for row, size in zip(made, sizes, strict=True):
        kind = "dropped" if row.dropped else _weight(row)
        low, high = at * _STEPS / total, (at + size) * _STEPS / total
        if bands and (bands[-1][2] == kind or int(bands[-1][0]) == int(high)):
            bands[-1] = (bands[-1][0], high, bands[-1][2])
        else:
            bands.append((low, high, kind))
        at += size
    shapes = "".join(
        f'<rect class="bg-{kind}" x="{low:.1f}" width="{high - low:.1f}" height="20"/>'
        for low, high, kind in bands
    )
    return (
        f'<svg class="map" viewBox="0 0 {_STEPS} 20" preserveAspectRatio="none" role="img" '
        f'aria-label="Dropped and kept parts of the document">{shapes}</svg>'
    )


def _weight(row: Row) -> str:
    changed = sum(len(token.before) for token in row.tokens if token.rules)
    return "changed" if changed * 2 > len(row.before) else "kept"


def filters(found: dict[str, Tally]) -> str:
    """Return what each filter did, and its rules, as HTML."""
    totals: dict[str, Tally] = {}
    for rule, tally in found.items():
        total = totals.setdefault(rule.partition(".")[0], Tally())
        total.add(tally.edits, tally.removed, tally.added)
    largest = max((max(tally.removed, tally.added) for tally in totals.values()), default=0) or 1
    lines = []
    for name, total in totals.items():
        colour = name if name in KINDS else "other"
        size = 100 * max(total.removed, total.added) / largest
        lines.append(
            f'<tr><th scope="row" title="{escape(_SUMMARIES.get(name, ""))}">'
            f'<i class="swatch bg-{colour}"></i>{escape(name)}</th>{_figures(total)}'
            f'<td class="meter"><i class="bg-{colour}" style="width:{size:.1f}%"></i></td></tr>'
        )
        rules = [(rule, tally) for rule, tally in found.items() if rule.startswith(name + ".")]
        listed = ", ".join(
            f"{escape(rule.partition('.')[2])}&nbsp;{tally.edits:,}"
            for rule, tally in sorted(rules, key=lambda item: -item[1].edits)
        )
        lines.append(f'<tr class="rule"><td colspan="5">{listed}</td></tr>')
    if not lines:
        return '<div class="card"><h2>What the filters did</h2><p>Nothing was changed.</p></div>'
    return (
        '<div class="card"><h2>What the filters did</h2><table><thead><tr><th scope="col">Filter'
        '</th><th scope="col" class="n">Edits</th><th scope="col" class="n">Out</th>'
        '<th scope="col" class="n">In</th><th class="meter" scope="col">Characters</th></tr>'
        f"</thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _figures(tally: Tally) -> str:
    return "".join(
        f'<td class="n">{count:,}</td>' for count in (tally.edits, tally.removed, tally.added)
    )
