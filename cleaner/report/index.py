"""The report on many documents, for ``--report``: an index that stands alone.

A document is a few hundred bytes in it: what it is, how much of it was kept, which rules acted and
a few of the lines that were dropped. The page shows the ones to look at first, sorts and searches.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cleaner.report.account import prose, tallies, told
from cleaner.report.markup import document, escape
from cleaner.report.summary import Share

if TYPE_CHECKING:
    from cleaner.core import Result

# Of a document, so many dropped lines are shown, each so long.
_SAMPLES, _LONGEST = 4, 40
# Characters of a name or title that are kept.
_NAME = 120


def summary(name: str, result: Result, link: str | None = None) -> dict[str, Any]:
    """Return what the index says of a recorded ``result``: few fields, ready for JSON.

    ``link`` is the address of the report on it alone, if there is one. Summaries can be made where
    documents are cleaned and brought together later.
    """
    assert result.source is not None  # noqa: S101 - recorded
    ledger, text = prose(result)
    made = told(result.source, ledger)
    share = Share(made)
    counts = {rule: tally.edits for rule, tally in tallies(ledger).items()}
    dropped = [row.before.strip() for row in made if row.dropped and row.before.strip()]
    encoding = result.encoding
    fields: dict[str, Any] = {
        "name": name[-_NAME:],
        "title": result.metadata.get("title", "")[:_NAME],
        "before": len(result.source),
        "after": len(text),
        "lost": share.dropped,
        "changed": share.changed,
        "lines": share.lines,
        "edits": sum(counts.values()),
        "encoding": encoding.name if encoding else "",
        "variant": result.variant.name if result.variant else "",
        "rules": counts,
        "samples": [line[:_LONGEST] for line in dropped[:_SAMPLES]],
        "warnings": list(result.warnings),
    }
    if link is not None:
        fields["link"] = link
    return fields


def worry(fields: Mapping[str, Any]) -> float:
    """Return how much a document wants looking at: warnings first, then what was dropped of it.

    A page that lost all of its text is the worst of those without a warning.
    """
    size = max(1, fields["before"])
    empty = not fields["after"] and fields["before"] > 0
    return float(10 * len(fields["warnings"]) + 5 * empty + fields["lost"] / size)


def index(summaries: Sequence[Mapping[str, Any]]) -> str:
    """Return the index of documents by their summaries, as an HTML document."""
    ordered = sorted(summaries, key=lambda fields: (-worry(fields), fields["name"]))
    before = sum(fields["before"] for fields in ordered)
    after = sum(fields["after"] for fields in ordered)
    warned = sum(bool(fields["warnings"]) for fields in ordered)
    facts = (
        ("Documents", f"{len(ordered):,}"),
        ("Characters", f"{before:,} → {after:,}"),
        ("With warnings", f"{warned:,}"),
    )
    shown = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in facts)
    body = "".join(
        [
            '<a class="skip" href="#list">To the documents</a>',
            '<header class="top"><div class="wrap"><p class="kicker">zhclean</p>',
            f"<h1>{len(ordered):,} documents cleaned</h1>",
            f'<dl class="facts">{shown}</dl></div></header>',
            '<div class="wrap"><section class="cards three" aria-label="Summary">',
            _chart("Encodings", [fields["encoding"] or "text" for fields in ordered], "normalise"),
            _chart("Kinds of Chinese", [fields["variant"] for fields in ordered], "convert"),
            _rules(ordered),
            "</section></div>",
            '<nav class="tools" aria-label="Find"><div class="wrap">'
            '<input id="find" type="search" placeholder="Name, title, rule, encoding, warning…" '
            'aria-label="Search" autocomplete="off" spellcheck="false">'
            '<span class="gap"></span><span id="count" role="status"></span>'
            '<button type="button" id="theme" title="Light or dark">◐'
            '<span class="skip">Light or dark</span></button></div></nav>',
            '<main class="wrap"><table class="list" id="list"><thead><tr>',
            "".join(
                f'<th scope="col"{_sort(key)} class="{kind}">'
                f'<button type="button" data-key="{key}">{label}</button></th>'
                for key, label, kind in _COLUMNS
            ),
            "</tr></thead><tbody></tbody></table>"
            '<button type="button" id="more" hidden>Show more</button>'
            "<noscript><p>The list needs JavaScript; the summary above does not.</p></noscript>",
            f'<script type="application/json" id="data">{_data(ordered)}</script></main>',
        ]
    )
    return document("zhclean report", body, "report.css", "index.js")


_COLUMNS = (
    ("worry", "Document", ""),
    ("before", "Characters", "n"),
    ("kept", "Kept", "n"),
    ("lines", "Dropped lines", "n"),
    ("edits", "Edits", "n"),
    ("encoding", "Encoding", ""),
    ("variant", "Kind", ""),
)


def _sort(key: str) -> str:
    return ' aria-sort="descending"' if key == "worry" else ""


def _data(ordered: Sequence[Mapping[str, Any]]) -> str:
    """Return the summaries as JSON that cannot end the element that holds it.

    Inside a script only ``<`` could do that; what turns the reading order is escaped by the script
    that shows the text.
    """
    text = json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "backslashreplace").decode()
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _chart(title: str, values: Sequence[str], colour: str) -> str:
    counts: dict[str, int] = {}
    for value in values:
        counts[value or "none"] = counts.get(value or "none", 0) + 1
    return _bars(title, counts, colour)


def _rules(ordered: Sequence[Mapping[str, Any]]) -> str:
    counts: dict[str, int] = {}
    for fields in ordered:
        for rule, count in fields["rules"].items():
            name = rule.partition(".")[0]
            counts[name] = counts.get(name, 0) + count
    return _bars("Edits by filter", counts, "repair")


def _bars(title: str, counts: Mapping[str, int], colour: str) -> str:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    top = ranked[0][1] if ranked else 1
    lines = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{count:,}</td><td class="meter">'
        f'<i class="bg-{colour}" style="width:{100 * count / top:.1f}%"></i></td></tr>'
        for name, count in ranked[:8]
    )
    rest = sum(count for _, count in ranked[8:])
    if rest:
        lines += f'<tr><td>others</td><td class="n">{rest:,}</td><td class="meter"></td></tr>'
    return f'<div class="card"><h2>{title}</h2><table><tbody>{lines}</tbody></table></div>'
