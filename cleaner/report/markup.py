"""Text into HTML: whatever a page holds, it is shown and does not act.

A report is read by somebody who does not trust the pages it is about. Their text is escaped, so no
element or attribute can come of it; controls and characters that turn the reading order are shown
by name; and a content security policy lets run only the script whose hash it has, loads nothing and
sends nothing, should anything ever slip through.
"""

from __future__ import annotations

import base64
import hashlib
import html
import unicodedata
from functools import cache
from importlib import resources

# Characters that are shown as they are although Python calls them unprintable.
_SPACES = frozenset("\n\t \u3000\xa0\u2002\u2003\u2009")
_ABBREVIATED = {
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\ufeff": "BOM", "\u00ad": "SHY",
    "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI",
    "\u2069": "PDI", "\u2028": "LSEP", "\u2029": "PSEP", "\r": "CR", "\x1b": "ESC", "\0": "NUL",
}  # fmt: skip


def escape(text: str) -> str:
    r"""Return ``text`` as HTML, for elements and for attributes in double quotes.

    What cannot be seen, or would turn the text around it, stands as its name.

    >>> escape("<b>&"), escape("a\u202eb")
    ('&lt;b&gt;&amp;', 'a<span class="ctl" title="U+202E RIGHT-TO-LEFT OVERRIDE">RLO</span>b')
    """
    text = html.escape(text)
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in _SPACES else _control(char) for char in text
    )


def attribute(text: str) -> str:
    """Return ``text`` for an attribute in double quotes, without what cannot be seen."""
    text = "".join(char if char.isprintable() else " " for char in text)
    return html.escape(text)


@cache
def _control(char: str) -> str:
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "")
    shown = _ABBREVIATED.get(char, code)
    return f'<span class="ctl" title="{(code + " " + name).strip()}">{shown}</span>'


@cache
def asset(name: str) -> str:
    """Return a style sheet or a script of the reports."""
    return (resources.files("cleaner.report") / "assets" / name).read_text("utf-8")


def document(title: str, body: str, styles: str, script: str) -> str:
    """Return a whole HTML document that needs nothing but itself.

    ``body`` is HTML; ``styles`` and ``script`` are names of assets; ``title`` is text.
    """
    code = asset(script)
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{attribute(title)}</title>\n<style>\n{asset(styles)}</style>\n</head>\n"
        f"<body>\n{body}\n<script>{code}</script>\n</body>\n</html>\n"
    )
