"""The report on one document, for ``--report``: a page that stands alone.

Original and cleaned text side by side, row by row; what was dropped is faded and says why, what was
changed is coloured by the filter that did it. Above it a summary with small charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cleaner.pipeline import FILTERS
from cleaner.report.account import Row, Tally, Token, lines_of, prose, tallies, told
from cleaner.report.markup import document, escape

if TYPE_CHECKING:
    from cleaner.core import Result

# Rows that are laid out together; those far from the window are not laid out at all.
_CHUNK = 40
# Steps of the map of the document.
_STEPS = 400

# The filters that are told apart by colour, and the letters that stand for them.
KINDS = {"markup": "m", "repair": "r", "convert": "c", "normalise": "n", "chrome": "h"}
_OTHER = "o"
_LABELS = {
    "m": ("Markup", "markup"),
    "r": ("Repair", "repair"),
    "c": ("Conversion", "convert"),
    "n": ("Normalisation", "normalise"),
    "o": ("Other", "other"),
}
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


def page(name: str, result: Result) -> str:
    """Return the report on a recorded ``result`` as an HTML document.

    ``name`` is that of the input; it and all text are escaped.
    """
    assert result.source is not None  # noqa: S101 - recorded
    assert result.ledger is not None  # noqa: S101 - recorded
    ledger, text = prose(result)
    made = told(result.source, ledger)
    chains: dict[tuple[str, ...], int] = {}
    title = result.metadata.get("title") or name
    sheet = "".join(_sheet(made, chains, _language(result)))
    body = "".join(
        [
            '<a class="skip" href="#sheet">To the text</a>',
            '<header class="top"><div class="wrap">',
            f'<p class="kicker">{escape(name)}</p><h1>{escape(title)}</h1>',
            _facts(result, text),
            _warnings(result.warnings),
            "</div></header>",
            '<div class="wrap"><section class="cards" aria-label="Summary">',
            _overview(made, lines_of(result.source)),
            _filters(tallies(result.ledger)),
            "</section></div>",
            _tools({name for chain in chains for name in _kinds(chain)}),
            '<main class="wrap" aria-label="Original and cleaned text">',
            '<div class="heads" aria-hidden="true"><span></span>'
            "<span>Original</span><span>Cleaned</span></div>",
            f'<div class="sheet" id="sheet" tabindex="-1">{sheet}</div></main>',
            '<div id="tip" role="tooltip" hidden></div>',
            '<div id="live" class="skip" role="status" aria-live="polite"></div>',
            f'<ol id="rules" hidden>{"".join(f"<li>{_rule(chain)}</li>" for chain in chains)}</ol>',
            '<footer class="wrap">Made by zhclean. Words and the spaces between them are left out '
            "of this view.</footer>",
        ]
    )
    return document(f"{title} · zhclean", body, "report.css", "report.js")


def _language(result: Result) -> str:
    """Return the language tag of the original, by which a browser chooses its fonts."""
    variant = result.variant.name if result.variant else "simplified"
    return "zh-Hans" if variant in ("simplified", "none") else "zh-Hant"


def _facts(result: Result, text: str) -> str:
    facts = []
    encoding, variant = result.encoding, result.variant
    if encoding is not None:
        note = encoding.evidence
        if encoding.bad_bytes:
            note += f"; {encoding.bad_bytes:,} undecodable bytes"
        for region in encoding.regions[:3]:
            note += f"; bytes {region.start:,} to {region.end:,} in {region.name}"
        facts.append(("Encoding", encoding.name, note))
    if variant is not None:
        evidence = ", ".join(f"{key} {count:,}" for key, count in variant.evidence.items() if count)
        facts.append(("Kind of Chinese", variant.name, evidence))
    before, after = len(result.source or ""), len(text)
    facts.append(("Characters", f"{before:,} → {after:,}", ""))
    if result.words is not None:
        facts.append(("Words", f"{len(result.words):,}", ""))
    for key, value in result.metadata.items():
        if key != "title":
            facts.append((key.capitalize(), value, ""))
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(value)}"
        + (f"<small>{escape(note)}</small>" if note else "")
        + "</dd></div>"
        for label, value, note in facts
    )
    return f'<dl class="facts">{rows}</dl>'


def _warnings(warnings: Sequence[str]) -> str:
    if not warnings:
        return ""
    items = "".join(f"<li>{escape(warning)}</li>" for warning in warnings)
    return f'<ul class="warnings" aria-label="Warnings">{items}</ul>'


def _overview(made: Sequence[Row], lines: int) -> str:
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


def _filters(found: dict[str, Tally]) -> str:
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


def _tools(used: set[str]) -> str:
    switches = "".join(
        f'<button type="button" aria-pressed="true" data-off="{letter}">'
        f'<i class="swatch bg-{colour}"></i>{label}</button>'
        for letter, (label, colour) in _LABELS.items()
        if letter in used
    )
    if "h" in used:
        switches += (
            '<button type="button" aria-pressed="true" data-off="d">'
            '<i class="swatch bg-chrome"></i>Dropped lines</button>'
        )
    return (
        '<nav class="tools" aria-label="View"><div class="wrap">'
        f"{switches}"
        '<button type="button" class="plain" id="only" aria-pressed="false">Only changes</button>'
        '<span class="gap"></span>'
        '<button type="button" class="step" id="previous" aria-keyshortcuts="p" '
        'title="Previous change (p)">‹<span class="skip">Previous change</span></button>'
        '<button type="button" class="step" id="next" aria-keyshortcuts="n" '
        'title="Next change (n)">›<span class="skip">Next change</span></button>'
        '<button type="button" id="theme" title="Light or dark">◐'
        '<span class="skip">Light or dark</span></button></div></nav>'
    )


def _sheet(made: Sequence[Row], chains: dict[tuple[str, ...], int], language: str) -> Iterator[str]:
    """Yield the rows as HTML; ``chains`` collects the chains of rules and gives them numbers."""
    if not made:
        yield '<p class="note">The document is empty.</p>'
    for number, row in enumerate(made):
        if number % _CHUNK == 0:
            yield '<div class="chunk">' if number == 0 else '</div><div class="chunk">'
        yield _row(row, chains, language)
    if made:
        yield "</div>"


def _row(row: Row, chains: dict[tuple[str, ...], int], language: str) -> str:
    before, after = [], []
    for token in row.tokens:
        if not token.rules:
            text = escape(token.before)
            before.append(text)
            after.append(text)
            continue
        number = chains.setdefault(token.rules, len(chains))
        kind = _kind(token)
        gone = " g" if not token.after else ""
        alone = " a" if not token.before else ""
        before.append(f'<del class="{kind}{gone}" data-r="{number}">{escape(token.before)}</del>')
        if not row.dropped:
            after.append(
                f'<ins class="{kind}{alone}" data-r="{number}">{escape(token.after)}</ins>'
            )
    state = "d" if row.dropped else "s" if not any(t.rules for t in row.tokens) else ""
    if not row.before.strip() and not row.after.strip():
        state += " b"
    right = "".join(after)
    if row.dropped:
        right = f'<span class="why">{escape(row.dropped.partition(".")[2] or row.dropped)}</span>'
        if not row.before.strip():
            right = ""
    return (
        f'<div class="row {state}"><span>{row.line}</span>'
        f'<p lang="{language}">{"".join(before)}</p><p lang="zh-Hans">{right}</p></div>'
    )


def _kind(token: Token) -> str:
    """Return the letter of the filter that a change is coloured by: the one that did most to it.

    Conversion is what happens to every character of a Traditional page, so another filter that had
    a hand in a change says more about it.
    """
    kinds = _kinds(token.rules)
    return next((kind for kind in reversed(kinds) if kind != "c"), kinds[-1])


def _kinds(chain: Sequence[str]) -> list[str]:
    return [KINDS.get(rule.partition(".")[0], _OTHER) for rule in chain]


def _rule(chain: Sequence[str]) -> str:
    return escape(", then ".join(rule.replace(".", ": ", 1) for rule in chain))
