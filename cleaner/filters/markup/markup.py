"""The steps of taking markup away."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.patterns import lazy
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What one kind of markup enclosed may show another kind, as a page quoted in a forum post does.
# Two that find something are common enough; five bound the work on text made to nest deeper.
_PASSES = 5
# What each kind of markup has in any case, with the byte of it that most pages lack: that is found
# in a twentieth of the time.
_TAGS: Final = ((b"<", b"<"), (b"&", b"&"), (b"\\", b"\\u003"), (b"\\", b"\\x3"))
_CUT: Final = (
    *((b"<", b"<"), (b">", b'">'), (b">", b"'>")),
    *((b"?", b"?/"), (b"?", b"?br"), (b">", b"/p>")),
)
_BBCODE: Final = ((b"[", b"[/"), (b"{", b"{{"), (b"[", b"[hr]"))
_LIGHT: Final = ((b"*", b"**"), (b"]", b"]("), (b"~", b"~~"))
_SMILIES: Final = ((b"}", b":}"), (b"[", b"[s:"), (b"[", b"[em"))
_RESIDUE: Final = ((b"{", b"{"), (b"(", b"("), (b";", b";"))
# A row of a table of one cell ends with a bar; most bars stand between the entries of a menu.
_LAST_BAR = lazy(r"\|[^\S\n]*+(?:\n|\Z)")


def markup(document: Document, settings: Settings) -> Document:
    """Return ``document`` as the text that a reader would see.

    A text that begins as an HTML document does is read as one. In any other text only tags that
    stand there as markup go; ``a<b``, code and a sentence about ``<p>`` stay. Character references
    are left to repair. Where chrome is dropped, so are lists of links and elements for navigation.
    With ``settings.input`` ``text`` nothing is read as HTML, with ``html`` the whole text is.
    """
    plain = settings.input == "text"
    navigation = _stays(settings)
    if settings.input == "html" and not document.hypertext:
        from cleaner.filters.markup.page import page

        document = page(document, navigation=navigation)
    for _ in range(_PASSES):
        text = document.text
        if not plain and "<" in text:
            from cleaner.filters.markup.feed import feed, is_feed
            from cleaner.filters.markup.page import is_page, page

            if is_feed(text):
                document = feed(document)
            elif is_page(text):
                document = page(document, navigation=navigation)
        document = _leftovers(document, tags=not plain)
        if document.text == text:
            break
    return document


def _leftovers(document: Document, *, tags: bool) -> Document:
    """Take out what stands as markup in plain text; most pages have no sign of any kind of it.

    The signs are looked for in the ASCII of the text, where that takes a quarter of the time.
    """
    signs = document.text.encode("ascii", "ignore")
    if (b"}" in signs and b"%}" in signs) or (tags and b"<" in signs):
        from cleaner.filters.markup.residue import server_tags

        document = server_tags(document)
    if b"document.write" in signs:
        from cleaner.filters.markup.residue import written

        document = written(document)
    if tags and _has(signs, _TAGS):
        from cleaner.filters.markup.fragment import cdata, fragment

        document = fragment(cdata(document))
    if tags and _has(signs, _CUT):
        from cleaner.filters.markup.cut import cut

        document = cut(document)
    if _has(signs, _BBCODE):
        from cleaner.filters.markup.bbcode import bbcode, placeholders

        document = placeholders(bbcode(document))
    if _has(signs, _LIGHT):
        from cleaner.filters.markup.light import images, markdown

        document = markdown(images(document))
    if b"|" in signs:
        document = _unbarred(document)
    if _has(signs, _SMILIES):
        from cleaner.filters.markup.bbcode import smilies

        document = smilies(document)
    if _has(signs, _RESIDUE):
        from cleaner.filters.markup.residue import residue

        document = residue(document)
    return document


def _has(signs: bytes, kind: tuple[tuple[bytes, bytes], ...]) -> bool:
    """Whether what a kind of markup has is in ``signs``."""
    return any(rare in signs and sign in signs for rare, sign in kind)


def _unbarred(document: Document) -> Document:
    """Take the bars of one cell away."""
    if _LAST_BAR.search(document.text) is None:
        return document
    from cleaner.filters.markup.light import cells

    return cells(document)


def again(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there may be markup left, such as what misread text has turned out to be.

    Lines of script stay in a text about programs; it may have been so in what went as chrome only.
    """
    text = document.text
    if "<" in text:
        return True
    if "|" in text and _unbarred(document) is not document:
        return True
    from cleaner.filters.markup.residue import residue

    return residue(document) is not document


def _stays(settings: Settings) -> bool:
    """Whether chrome is to stay: asked for, or its filter does not run."""
    skipped = "chrome" in settings.skip or (settings.only and "chrome" not in settings.only)
    return settings.keep_chrome or bool(skipped)
