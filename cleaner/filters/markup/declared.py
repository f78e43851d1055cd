"""What an HTML document declares of itself in its head: Open Graph, meta elements, JSON-LD.

The values are those of the fields of metadata. What JSON-LD says of an article comes first, then
Open Graph, then plain ``meta`` elements; the first of each kind counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from cleaner.filters.markup.tags import Tag
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Names of meta elements by the field of metadata that they fill, best first.
NAMES = {
    "og:title": "title",
    "og:site_name": "site",
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "pubdate": "published",
    "publishdate": "published",
    "article:author": "author",
    "og:author": "author",
    "author": "author",
    "source": "source",
    "application-name": "site",
}
#: Types of schema.org that are articles.
ARTICLES = (
    "article",
    "newsarticle",
    "blogposting",
    "report",
    "webpage",
    "discussionforumposting",
    "review",
    "recipe",
    "socialmediaposting",
    "question",
)
_FIELDS = (
    ("headline", "title"),
    ("name", "title"),
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("author", "author"),
    ("publisher", "site"),
)
# A value is a name, a date or a title; what is longer is a mistake.
LONGEST = 200
# JSON beyond this is no description of an article; and of a list this many items are looked at.
JSON, ITEMS = 200_000, 50

_ATTRIBUTE = lazy(
    r"""([a-zA-Z:_-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))"""
)
_ISO = lazy(
    r"((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?\Z"
)
# A time that says of itself that it is when the page was published: microdata, themes of blogs.
_PUBLISHED = lazy(
    r"\b(?:datePublished|pubdate|published|entry-date|post-date|article-date)\b", re.IGNORECASE
)

# The link to who wrote a post, and the element with its text: Discuz and phpWind, which half of all
# Chinese boards ran on, and which name the author above each post without a word.
_PROFILE = lazy(
    r"(?:space|home|u|profile)\.php\?(?:mod=space&(?:amp;)?|action=show&(?:amp;)?)?uid=\d+[\"'\s]"
    r"|space-uid-\d+\.html"
)
_POST = lazy(r"\bid=[\"']?(?:postmessage_|read_)(?:\d|tpc)")
_POSTER = 20


def declared(text: str, found: Sequence[Tag]) -> dict[str, str]:
    """Return the metadata that the tags ``found`` of the document ``text`` declare."""
    values: dict[str, str] = {}
    metas: dict[str, str] = {}
    linked: list[Mapping[str, Any]] = []
    poster = ""
    thread = False
    for tag in found:
        thread = thread or ("id" in tag.attributes and _POST.search(tag.attributes) is not None)
        if tag.name == "script" and tag.raw and "ld+json" in tag.attributes.lower():
            linked += _linked(text[tag.end : tag.raw])
        elif tag.name == "meta":
            attributes = _attributes(tag)
            name = attributes.get("property") or attributes.get("name")
            name = name or attributes.get("itemprop") or ""
            metas.setdefault(name.lower(), attributes.get("content", ""))
        elif tag.name == "a" and not poster and _PROFILE.search(tag.attributes) is not None:
            name = text[tag.end : text.find("<", tag.end)].strip()
            poster = name if len(name) <= _POSTER and not name.isdigit() else ""
        elif tag.name == "time" and _PUBLISHED.search(tag.attributes) is not None:
            metas.setdefault("datepublished", _attributes(tag).get("datetime", ""))
    for field, value in _described(linked):
        _set(values, field, value)
    for name, field in NAMES.items():
        if name in metas:
            _set(values, field, unescape(metas[name]))
    if thread and poster:
        _set(values, "author", unescape(poster))
    return values


def _attributes(tag: Tag) -> dict[str, str]:
    return {
        match[1].lower(): match[2] or match[3] or match[4] or ""
        for match in _ATTRIBUTE.finditer(tag.attributes)
    }


def _set(values: dict[str, str], field: str, value: str) -> None:
    value = " ".join(value.split())
    if field == "published":
        value = _date(value)
    if value and len(value) <= LONGEST and not value.startswith(("http://", "https://")):
        values.setdefault(field, value)


def _date(value: str) -> str:
    """Return a date of ISO 8601 in the one form that metadata has, "" for anything else."""
    match = _ISO.match(value)
    if match is None:
        return ""
    day, clock, seconds, offset = match.groups()
    if clock is None:
        return str(day)
    offset = "+00:00" if offset == "Z" else offset or ""
    if offset and ":" not in offset:
        offset = offset[:3] + ":" + offset[3:]
    return f"{day}T{clock}{seconds or ':00'}{offset}"


def _linked(source: str) -> Iterable[Mapping[str, Any]]:
    """Return the objects of a script of JSON-LD."""
    if len(source) > JSON:
        return ()
    try:
        return list(_items(json.loads(source)))
    except (ValueError, RecursionError):
        return ()


def _described(items: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield field and value for what the objects of a page say of its article.

    Reviews beside what they review, or several, are those of customers.
    """
    kinds = [_kinds(item) for item in items]
    customers = sum("review" in own for own in kinds) > 1 or any("product" in own for own in kinds)
    for item, own in zip(items, kinds, strict=True):
        if own.isdisjoint(ARTICLES) or (customers and "review" in own):
            continue
        for key, field in _FIELDS:
            name = "、".join(_names(item.get(key))) if key != "name" or "question" in own else ""
            if name:
                yield field, unescape(name)


def _kinds(item: Mapping[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {
        kind.lower()
        for kind in (kinds if isinstance(kinds, list) else [kinds])
        if isinstance(kind, str)
    }


def _items(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD document: one, a list of some, or a graph."""
    for item in (value if isinstance(value, list) else [value])[:ITEMS]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph[:ITEMS] if isinstance(node, dict))
            about = item.get("mainEntity")  # the question of a page of questions
            if isinstance(about, dict):
                yield about


def _names(value: Any) -> Iterable[str]:
    for item in (value if isinstance(value, list) else [value])[:ITEMS]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            yield name.strip()
