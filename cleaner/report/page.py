"""The report on one document, for ``--report``: a page that stands alone.

Original and cleaned text side by side, row by row; what was dropped is faded and says why, what was
changed is coloured by the filter that did it. Above it a summary with small charts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaner.report import summary
from cleaner.report.account import lines_of, prose, tallies, told
from cleaner.report.markup import document, escape
from cleaner.report.rows import Row, Token
from cleaner.report.summary import KINDS

if TYPE_CHECKING:
    from cleaner.core import Result

# Rows that are laid out together; those far from the window are not laid out at all.
_CHUNK = 40

_OTHER = "o"
_LABELS = {
    "m": ("Markup", "markup"),
    "r": ("Repair", "repair"),
    "c": ("Conversion", "convert"),
    "n": ("Normalisation", "normalise"),
    "o": ("Other", "other"),
}


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
            summary.facts(result, text),
            summary.warnings(result.warnings),
            "</div></header>",
            '<div class="wrap"><section class="cards" aria-label="Summary">',
            summary.overview(made, lines_of(result.source)),
            summary.filters(tallies(result.ledger)),
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
