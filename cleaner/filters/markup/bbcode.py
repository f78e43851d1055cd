"""BBCode of forums, placeholders of templates, images as Markdown has them."""

from __future__ import annotations

import re

from cleaner.document import Document
from cleaner.ledger import Edit
from cleaner.patterns import lazy

_NAMES = (
    "align|attach|b|backcolor|center|code|color|email|float|font|fly|hide|i|img|indent|left|list"
    "|media|p|quote|right|s|size|sub|sup|table|td|tr|u|url"
)
_TAG = lazy(rf"\[(/?)({_NAMES})(?:=[^\[\]\n]{{0,300}})?\]", re.IGNORECASE)
# What these hold is an address or a number, not text.
_EMBEDDED = frozenset(("attach", "img", "media"))
_CONNECTED = lazy(r"\s{0,3}[和与與、或及]?\s{0,3}\Z")

_PLACEHOLDER = lazy(r"\{\{\s{0,3}([#/]?)\s{0,3}([A-Za-z_][\w.]{0,60})\s{0,3}\}\}", re.ASCII)
_LINE_OF_PLACEHOLDERS = lazy(
    r"^[ \t]*+(?:\{\{\s?[A-Za-z_][\w.]{0,60}\s?\}\}[ \t|:：,，/-]*+)++(?:\n|\Z)",
    re.MULTILINE | re.ASCII,
)

_LINE_OF_IMAGES = lazy(
    r"^[ \t]*+(?:!\[[^\[\]\n]{0,200}\]\((?:https?:)?//[^\s()]{1,400}\)[ \t]*+)++(?:\n|\Z)",
    re.MULTILINE,
)


def bbcode(document: Document) -> Document:
    """Remove BBCode tags that come in pairs, ``[img]`` and its kin with what they hold."""
    text = document.text
    if "[/" not in text:
        return document
    opened: dict[str, list[re.Match[str]]] = {}
    edits: list[Edit] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            start = opened[name].pop()
            if name in _EMBEDDED:
                edits.append(Edit(start.start(), tag.end(), "", "markup.bbcode"))
            elif not _CONNECTED.match(text, start.end(), tag.start()):
                edits.append(Edit(start.start(), start.end(), "", "markup.bbcode"))
                edits.append(Edit(tag.start(), tag.end(), "", "markup.bbcode"))
    return document.apply(_outermost(edits)) if edits else document


def images(document: Document) -> Document:
    """Remove lines of Markdown that show nothing but pictures: there is no text in them."""
    return document.sub(_LINE_OF_IMAGES, "", "markup.image")


def placeholders(document: Document) -> Document:
    """Remove the ends of ``{{name}}…{{/name}}`` and lines that hold placeholders alone.

    A placeholder within a sentence stays: a text about templates has such.
    """
    text = document.text
    if "{{" not in text:
        return document
    opened: dict[str, list[re.Match[str]]] = {}
    edits: list[Edit] = []
    for mark in _PLACEHOLDER.finditer(text):
        if mark[1] != "/":
            opened.setdefault(mark[2], []).append(mark)
        elif opened.get(mark[2]):
            start = opened[mark[2]].pop()
            edits.append(Edit(start.start(), start.end(), "", "markup.placeholder"))
            edits.append(Edit(mark.start(), mark.end(), "", "markup.placeholder"))
    if edits:
        document = document.apply(sorted(edits))
    return document.sub(_LINE_OF_PLACEHOLDERS, "", "markup.placeholder")


def _outermost(edits: list[Edit]) -> list[Edit]:
    """Return ``edits`` in order, without those inside another one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
