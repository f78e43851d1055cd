"""Addresses of sites: what all have, whole ones, and those spelt out to get past filters."""

from __future__ import annotations

from cleaner.patterns import ASCII, MULTILINE, escape, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# How addresses that are spelt out begin: each begins with a letter that the search can skip to.
_BEGINNINGS = tuple([lazy(f"{letter}(?:[ ~*_.·•・-][wW]|[wW]。)") for letter in "wW"])
TOP = "(?:com|net|org|cc|cn|la|info|me|tv|xyz|top|vip)"
# That it begins with one class lets the search skip to that.
DOMAIN = lazy(
    rf"[A-Za-z0-9ｗＷ-](?:(?<![A-Za-z0-9-].)(?<![ｗＷ])[A-Za-z0-9-]++ ?[.．·] ?{TOP}"
    r"|(?<=[wWｗＷ]) ?[wWｗＷ] ?[wWｗＷ])"
)
# What all of these have, by the dot or the letter that it begins with, which the search skips to: a
# search for all of them takes twice as long as three for one each, and most are on no page.
_ADDRESS = (
    *[(dot, lazy(rf"{escape(dot)} ?{TOP}")) for dot in ".．·"],
    *[(letter, lazy(f"{letter} ?[wWｗＷ] ?[wWｗＷ]")) for letter in "wWｗＷ"],
)
_SUFFIX = "(?:c ?o ?m|n ?e ?t|o ?r ?g|c ?c|c ?n|l ?a|i ?n ?f ?o|x ?y ?z|t ?o ?p|v ?i ?p)"
_DOTTED = r"[wW]\.[wW]\.[wW]\.[A-Za-z0-9-]{2,30}\.(?:c\.o\.m|n\.e\.t|o\.r\.g|c\.c|c\.n)(?![A-Za-z])"
# An address with its letters apart or its dots full-width exists to get past filters.
SPELT = lazy(
    rf"[(（【\[]? ?[wW] [wW] [wW] ?[.．。·] ?(?:[A-Za-z0-9-] ?){{2,30}}[.．。·] ?{_SUFFIX}"
    rf"(?![A-Za-z]) ?[)）】\]]?"
    rf"|[(（【\[]? ?[wW]{{3}}。[A-Za-z0-9-]{{2,30}}。{_SUFFIX}(?![A-Za-z]) ?[)）】\]]?"
    r"|[wW]-[wW]-[wW]\.[A-Za-z0-9-]{2,30}\.(?:c-o-m|n-e-t|o-r-g|c-c|c-n)(?![A-Za-z])[ \t]*"
    rf"|[(（【\[]{_DOTTED}[)）】\]]|{_DOTTED}"
    r"|[wW][·•・][wW][·•・][wW](?:[·•・][A-Za-z0-9]){4,40}(?![A-Za-z])"
    r"|[wW][~*_][wW][~*_][wW]\.[A-Za-z0-9~*_-]{2,60}\.(?:c[~*_]o[~*_]m|n[~*_]e[~*_]t|o[~*_]r[~*_]g"
    r"|c[~*_]c|c[~*_]n)(?![A-Za-z])[~*_]{0,3}"
)
# The address of a chapter, alone in its line: sites number them (an RFC is /html/rfc3986).
CHAPTER = lazy(
    r"^[ \t\u3000]*[(（]?https?://[!-~]{4,60}/(?:book|html|novel|read|chapter|files|txt|xs)/"
    r"(?:\w{1,20}/)?\d[\d_/-]{0,30}(?:\.html?)?[)）]?[ \t]*\n",
    MULTILINE | ASCII,
)
# One in brackets behind the end of a sentence, which signs what was copied; found by its end.
_SIGNATURE = lazy(
    rf"[(（【](?<=[。！？”」…].) ?(?:https?://)?(?:[a-z0-9-]{{1,30}}\.){{1,2}}{TOP}/? ?[)）】]\Z",
    ASCII,
)
_SIGNED = lazy(rf"\.{TOP}/? ?[)）】]")
_LONGEST_SIGNATURE = 90
# What that has, found by its first sign.
IN_CHAPTER = lazy(r"://[!-~]{4,60}/(?:book|html|novel|read|chapter|files|txt|xs)/")


def signatures(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of addresses in brackets behind the end of a sentence."""
    for match in _SIGNED.finditer(text):
        end = match.end()
        found = _SIGNATURE.search(text, max(0, end - _LONGEST_SIGNATURE), end)
        if found is not None:
            yield found.span()


def has_spelt(text: str) -> bool:
    """Whether the beginning of an address that is spelt out is in ``text``: w w w, www。, w-w-w."""
    return any(beginning.search(text) for beginning in _BEGINNINGS)


def has_address(text: str) -> bool:
    """Whether there is what all addresses have."""
    return any(sign in text and pattern.search(text) is not None for sign, pattern in _ADDRESS)


def addresses(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses of ``text``, gone through in lines that have what all of them have."""
    lines: set[tuple[int, int]] = set()
    for sign, pattern in _ADDRESS:
        match = pattern.search(text) if sign in text else None
        while match is not None:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.start())
            end = len(text) if end < 0 else end
            lines.add((start, end))
            match = pattern.search(text, end)
    for start, end in sorted(lines):
        yield from DOMAIN.finditer(text, start, end)
