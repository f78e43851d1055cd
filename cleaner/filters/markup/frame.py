"""What stands around an article by the names that its elements bear: roles, classes and ids.

Themes and templates name their parts in English words (`inline-ads`, `QuestionHeaderActions`).
A word alone proves little, since the element that holds the article may have one too
(`no-sidebar`, `news-social`): what has the heading, or many sentences, is never the frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.filters.markup import elements
from cleaner.filters.markup.elements import names_in
from cleaner.filters.markup.tags import Tag
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import lazy

# Elements of the page's frame are no longer than this share of the page.
FRAME = 0.4
# What is named by a word within its name alone: a shorter share, and no more sentences than a
# notice about cookies has.
PART, SENTENCES = 0.25, 3
# Attributes that are remembered, of a site's pages.
REMEMBERED = 1 << 11
# A button says no more than this.
BUTTON = 12

_ATTRIBUTE = lazy(
    r"""\s(id|class|role|aria-labelledby|data-testid|data-e2e)\s{0,3}=\s{0,3}(?:"([^"<>]{1,300})"|'([^'<>]{1,300})'|([^\s"'<>]{1,100}))""",
    re.IGNORECASE,
)
_WORD = lazy("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FRAME = frozenset(("footer", "nav"))
_ROLES = names_in(
    "alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar"
)
_COMMENTS = names_in(
    "comments commentlist comment-list comments-area comment-respond respond disqus_thread"
)
_CLASSES = names_in(
    "breadcrumb breadcrumbs crumb crumbs copyright foot footer menu nav navbar navigation pager"
    " pagination post-navigation related related-posts share sharebar side sidebar site-footer"
    " site-header sitenav social widget-area"
)
#: Words within a name of what readers said below it: `gc-comment`, `article-comments`.
_REPLIES = names_in("comment comments")
#: Words within a name that say what an element is, sentences in it or not.
_PARTS = names_in(
    "ads adsbygoogle advert advertisement advertising adverts breadcrumb breadcrumbs consent cookie"
    " cookies copyright footer gdpr login masthead modal navbar newsletter pager pagination popup"
    " promo promotion qrcode recomm recommend recommendation recommendations recommended related"
    " relatedposts sharebar sidebar signup sitelink sitenav sponsor sponsored toolbar"
)
#: Words that say so of an element without a sentence.
_TOOLS = names_in(
    "actions aside buttons crumb discuss donate emotion foot hot keywords menu nav ranking reward"
    " share side"
    " social stats subscribe tags toc tools topbar"
)
_MENUS = names_in("catalog catalogue contents menu nav toc")
_NOT = names_in("disable enable has hide is no not show with without")
#: What only a screen reader says: labels of what others see as a picture or by its place.
_UNSEEN = names_in(
    "mw-jump-link screen-reader-only screen-reader-text skip-link sr-only visually-hidden"
    " visuallyhidden"
)


#: Numbers of the lines of a program, which stand beside it.
_NUMBERS = names_in(
    "blob-num gutter hljs-ln-numbers line-number line-numbers line-numbers-rows lineno linenodiv"
    " linenos ln lnt pre-numbering"
)


class _Names(NamedTuple):
    """What the attributes of an element call it: names, the words in them, roles."""

    names: frozenset[str]
    words: frozenset[str]
    roles: frozenset[str]


def unseen(tag: Tag) -> bool:
    """Whether only a screen reader says what is in the element."""
    return "class" in tag.attributes and not _UNSEEN.isdisjoint(_called(tag.attributes).names)


def numbering(tag: Tag) -> bool:
    """Whether an element is called one of numbers of lines."""
    return "class" in tag.attributes and not _NUMBERS.isdisjoint(_called(tag.attributes).names)


def is_menu(tag: Tag) -> bool:
    """Whether an element leads to parts of the page or of the site."""
    if tag.name == "nav":
        return True
    _, words, roles = _called(tag.attributes) if tag.attributes else _NAMELESS
    return "navigation" in roles or not _MENUS.isdisjoint(words)


def named(tag: Tag, letters: int, total: int, sentences: int) -> bool:
    """Whether an element is part of the page's frame by what it is or is called.

    ``letters`` and ``sentences`` (full stops outside of links) are those in it, ``total`` the
    letters of the page.
    """
    if tag.name == "button":
        return letters <= BUTTON
    if tag.name == "select":
        return True
    if tag.name not in elements.PART:
        return False
    names, words, roles = _called(tag.attributes) if tag.attributes else _NAMELESS
    if not _COMMENTS.isdisjoint(names):
        return True
    if tag.name in _FRAME or not _CLASSES.isdisjoint(names) or not _REPLIES.isdisjoint(words):
        return letters <= FRAME * total
    if letters > PART * total or sentences > SENTENCES:
        return False
    return (
        not _PARTS.isdisjoint(words)
        or not _ROLES.isdisjoint(roles)
        or (not sentences and (tag.name == "aside" or not _TOOLS.isdisjoint(words)))
    )


@lru_cache(maxsize=REMEMBERED)
def _called(attributes: str) -> _Names:
    """Return what the attributes of an element call it; lists repeat the same ones."""
    names: set[str] = set()
    words: set[str] = set()
    roles: set[str] = set()
    for match in _ATTRIBUTE.finditer(attributes):
        attribute = match[1].lower()
        values = (match[2] or match[3] or match[4]).split()
        if attribute == "role":
            roles.update(values)
            continue
        words.update(_words(values))
        if attribute in ("class", "id"):
            names.update(map(str.lower, values))
    return _Names(frozenset(names), frozenset(words), frozenset(roles))


def _words(names: list[str]) -> Iterator[str]:
    """Yield the words of names: `inline-ads`, `QuestionHeaderActions`; of `no-sidebar` none."""
    for name in names:
        words = [word.lower() for word in _WORD.findall(name)]
        if words and words[0] not in _NOT:
            yield from words


_NAMELESS = _Names(frozenset(), frozenset(), frozenset())
