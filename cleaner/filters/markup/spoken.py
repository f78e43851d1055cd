"""Which tags of a plain text are markup, and which are what it speaks of: ``<p>标签``.

A page that explains markup has tags that are its subject. What tells them apart is what stands
beside a tag.
"""

from __future__ import annotations

import re

from cleaner.filters.markup import elements
from cleaner.filters.markup.pieces import BREAK, kind_of
from cleaner.filters.markup.tags import Tag, pairs
from cleaner.patterns import lazy

_ATTRIBUTE = lazy(r"""\s[a-zA-Z][\w:-]{0,40}\s{0,3}=\s{0,3}(?:["'\\\w/#]|&)""", re.ASCII)
# Words beside a tag that is spoken of.
_NOUN = r"(?:标签|標籤|标记|標記|元素|標簽|[Tt]ags?\b|[Ee]lements?\b|属性|屬性)"
_SPOKEN_AFTER = lazy(
    rf"""[\s`”"'」』）)】]{{0,3}}(?:{_NOUN}|[这這][行段句个個]?(?:{_NOUN}|代码|代碼)|是[^，。\n]{{0,9}}(?:写法|寫法|{_NOUN})|的[^，。\n]{{0,9}}(?:属性|屬性))"""
)
_LINKED_AFTER = lazy(
    rf"""[\s`”"'」』）)】]{{0,3}}(?:{_NOUN}|[和与與、或及是：:，,]|表示|代表|用于|用於|就是|来|來|[写寫换換改][成为為])"""
)
_LINKED_BEFORE = lazy(
    rf"""(?:[`“"'「『]|{_NOUN}|[和与與、或及用叫写寫]|使用|采用|採用|[写寫换換改][成为為])\s{{0,2}}\Z"""
)
# A text that has both says something of tags.
_SUBJECT = lazy(
    "HTML|html|代码|代碼|网页|網頁|浏览器|瀏覽器|属性|屬性|语法|語法|[加粗斜][粗体體]|源码|字样|"
    + _NOUN
)
_SAYS = lazy("[是为没沒為即用会會要写寫]|表示|代表|显示|顯示")
# One that is counted and has a pause behind it: 加一个<span class="red">，文字就变红了.
_COUNTED = lazy(r"(?:[一这這那两兩几幾每][个個对對]|[加用写寫]上?)\s?\Z")
_PAUSES = frozenset("，。、；,;")
_EMPTY = lazy(r"<!--[\s.…]{0,9}-->")  # a comment that only shows how one is written
# How somebody may attack a form: 输入<script>alert(1)</script>时要转义.
_ENTERED = lazy(r"(?:[输輸插]入|提交|注入)了?\s?\Z")
_ENTRY = 40
_QUOTES = {"`": "`", "“": "”", "「": "」", "『": "』", '"': '"', "'": "'"}
_CONNECTED = lazy(r"\s*+(?:[和与與、或及到，,]|以及|\.{3}|…{1,2})?\s*+\Z")
# Blanks between a sentence and the tag that ends it.
_GAP = 40
_UNSEEN = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_AFTER_SENTENCE = lazy(rf"(?:[。！？；”」』…!?]|(?<=[\u3400-\u9fff]);)[\s{_UNSEEN}]{{0,{_GAP}}}\Z")
# What later steps remove at the ends of a line: white space, written as a character or as an
# entity, and characters that no one sees.
_BLANK = (
    rf"(?:[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|[{_UNSEEN}]"
    r"|&(?:amp;){0,3}(?:nbsp|e[mn]sp|thinsp|\#0{0,4}160|\#12288|\#[xX]0{0,4}[aA]0|\#[xX]3000);?)"
)
_BREAK = r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
_BLANKS = lazy(f"{_BLANK}*+")
_TO_END = lazy(rf"{_BLANK}*+(?:{_BREAK}|\Z)")
_FROM_START = lazy(rf"(?:\A|{_BREAK}){_BLANK}*+\Z")
_ANGLES = frozenset("<>")
# Characters of indentation that are looked back over.
_INDENT = 200
# A connective with spaces around it.
_SHORT = 8
# So many tags that surely are markup make every other tag of the text markup too.
_MANY = 3
# So many, two pairs, may be there to show what they do.
_FEW = 4


def is_spoken_of(text: str, tag: Tag) -> bool:
    """Return whether the text speaks of this tag: it is in quotes, or called a tag."""
    before, after = text[tag.start - 1 : tag.start], text[tag.end : tag.end + 1]
    if before and _QUOTES.get(before) == after:
        return True
    return _SPOKEN_AFTER.match(text, tag.end) is not None


def live_tags(text: str, found: list[Tag]) -> set[int]:
    """Return the indices of the tags that are markup."""
    closed = pairs(found)
    live: set[int] = set()
    shown: set[int] = set()  # those of them that are pairs around something, without attributes
    for index, tag in enumerate(found):
        if not tag.name:
            if not (_EMPTY.match(text, tag.start) and _is_linked(text, tag)):
                live.add(index)
        elif index in closed:
            end = closed[index]
            if _ATTRIBUTE.search(tag.attributes) is not None:
                live.update((index, end))
            elif not _is_example(text, tag, found[end]):
                shown.update((index, end))
        elif (
            not tag.closing
            and _ATTRIBUTE.search(tag.attributes) is not None
            and not _is_counted(text, tag)
        ):
            live.add(index)
    live |= shown
    lone = [index for index in range(len(found)) if index not in live]
    alone = [index for index in lone if not _is_linked(text, found[index])]
    if len(alone) < len(lone) and 0 < len(live) == len(shown) <= _FEW and is_about(text):
        # Tags that a sentence speaks of, and some that show what they do: <b>加粗</b>.
        live = {index for index in live if found[index].name not in elements.INLINE}
    if len(live) >= _MANY:
        live.update(alone)
    else:
        _add_breaking(text, found, alone, live)
        inline = [index for index in alone if found[index].name in elements.INLINE]
        cut = [index for index in lone if found[index].closing] if len(live) > len(shown) else []
        if inline or cut:
            about = is_about(text)
            if not about:  # an end without its beginning, where other tags are surely markup
                inline += [index for index in cut if found[index].name in elements.INLINE]
            live.update(index for index in inline if _is_cut_off(text, found[index], about))
    return live


def _is_counted(text: str, tag: Tag) -> bool:
    """Return whether a sentence says that there is such a tag, and goes on."""
    return (
        text[tag.end : tag.end + 1] in _PAUSES
        and _COUNTED.search(text, max(0, tag.start - 4), tag.start) is not None
    )


def is_about(text: str) -> bool:
    """Return whether a text says something of tags."""
    return _SUBJECT.search(text) is not None and _SAYS.search(text) is not None


def _is_cut_off(text: str, tag: Tag, about: bool) -> bool:
    """Return whether an inline tag alone stands within Chinese that is not ``about`` tags."""
    before, after = text[tag.start - 1 : tag.start] or "\n", text[tag.end : tag.end + 1] or "\n"
    if tag.closing and "\n" in (before, after):
        return True
    return not about and (before == "\n" or before > "\u2e7f") and after > "\u2e7f"


def _add_breaking(text: str, found: list[Tag], alone: list[int], live: set[int]) -> None:
    """Add to ``live`` the lone tags that do what such tags do: break a line, end or begin a block.

    Tags in a row count as one: what stands beside the row stands beside each of them. Blanks are
    looked through, for later steps take those at the ends of lines away.
    """
    ends: set[int] = set()  # indices of tags after which a line ends
    lone = set(alone)
    named = {tag.name for index, tag in enumerate(found) if index not in live and index not in lone}
    for index in range(len(found) - 1, -1, -1):
        tag = found[index]
        joined = index + 1 in ends and index + 1 in live
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        if (joined and _BLANKS.fullmatch(text, tag.end, limit)) or (
            not _is_seen(text[tag.end : tag.end + 1]) and _TO_END.match(text, tag.end)
        ):
            ends.add(index)
        if index not in lone:
            continue
        if tag.name in named and text.startswith("。", tag.end):
            continue  # the last word of a sentence that speaks of such tags
        if tag.name in ("br", "hr", "wbr") or (
            tag.closing
            and kind_of(tag.name) == BREAK
            and (index in ends or _follows_sentence(text, tag))
        ):
            live.add(index)
    # A tag that is part of a sentence speaks for those that only stand at the head of a line.
    spoken = any(index not in live and index not in lone for index in range(len(found)))
    names = {found[index].name for index in live}
    begins: set[int] = set()
    about: bool | None = None  # of the whole text, so asked once, and only where it matters
    for index, tag in enumerate(found):
        joined = index - 1 in begins and index - 1 in live
        limit = found[index - 1].end if index else 0
        if (joined and _BLANKS.fullmatch(text, limit, tag.start)) or (
            not _is_seen(text[tag.start - 1 : tag.start])
            and _FROM_START.search(text, max(limit, tag.start - _INDENT), tag.start)
        ):
            begins.add(index)
        block = index in lone and kind_of(tag.name) == BREAK
        if not block or (spoken and not tag.closing):
            continue
        follows = index - 1 in live and found[index - 1].end == tag.start
        breaks = (index in begins and (tag.closing or index not in ends)) or (
            follows and index in ends
        )
        if not breaks and tag.name in names:
            breaks = _follows_sentence(text, tag)
            if not breaks:
                about = is_about(text) if about is None else about
                breaks = not about
        if breaks:
            live.add(index)
            names.add(tag.name)


def _is_seen(char: str) -> bool:
    """Return whether a character is surely neither a break nor a blank, nor of an entity."""
    return char in _ANGLES or (char > "\x7f" and char.isalnum())


def _follows_sentence(text: str, tag: Tag) -> bool:
    return _AFTER_SENTENCE.search(text, max(0, tag.start - 1 - _GAP), tag.start) is not None


def _is_example(text: str, start: Tag, end: Tag) -> bool:
    """Return whether a pair only shows the two tags: ``<p>和</p>``, ``用<b></b>表示``."""
    if (
        start.name == "script"
        and end.start - start.end < _ENTRY
        and _ENTERED.search(text, max(0, start.start - 4), start.start) is not None
    ):
        return True
    content = text[start.end : end.start] if end.start - start.end < _SHORT else "-"
    if not content.strip():
        return _is_linked(text, start) or _is_linked(text, end)
    return _CONNECTED.match(content) is not None


def _is_linked(text: str, tag: Tag) -> bool:
    """Return whether the words beside a tag make it a part of the sentence."""
    return (
        _LINKED_AFTER.match(text, tag.end) is not None
        or _LINKED_BEFORE.search(text, max(0, tag.start - 6), tag.start) is not None
    )
