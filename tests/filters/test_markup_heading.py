"""Which heading of a page is the title of its article."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.markup import markup
from cleaner.filters.markup.heading import heading
from cleaner.filters.markup.tags import pairs, tags
from cleaner.settings import Settings

TEXT = "<p>周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来。</p>" * 2


def found(text: str) -> str:
    every = tags(text)
    return heading(text, every, pairs(every))


def test_title_of_the_window_goes_where_a_heading_has_it() -> None:
    page = "<html><head><title>旧书集市_某某网</title></head><body>{}" + TEXT + "</body></html>"
    for shown, first in (("<h1>旧书集市</h1>", "旧书集市"), ("", "旧书集市_某某网")):
        text = page.format(shown)
        lines = markup(Document(text=text), Settings()).text.split("\n")
        assert lines[0] == first
        assert lines.count(first) == 1
        assert bool(found(text)) is bool(shown)


@pytest.mark.parametrize(
    ("shown", "title", "expected"),
    [
        ("<h1>集市</h1>", "集市", "集市"),
        ("<h1>集</h1>", "集", ""),  # one letter says nothing
        ('<h1>旧书集市 <a href="#x">&#8203;</a></h1>', "旧书集市 | 某某网", "旧书集市"),
        ('<h1>旧书集市<a href="#x">\u200b</a></h1>', "旧书集市 | 某某网", "旧书集市"),
        ("<h1>某某网</h1><h2>旧书集市</h2>", "旧书集市_某某网", "旧书集市"),  # the longest
        ("<h2>旧书集市</h2><h1>集市</h1>", "旧书集市_某某网", "旧书集市"),
        ("<h1>做法</h1><h2>做法大全</h2>", "做法大全", "做法"),  # a section of it
        ("<h1>某某书市网站</h1>", "旧书集市山城_某某书市网站", ""),  # as long as the first part
        ("<h1>某某书市大网站</h1>", "旧书集市山城_某某书市大网站", "某某书市大网站"),
        ("<h1>一二三四五六</h1>", "旧书_一二三四五六", ""),  # the name of a site
        ("<h1>一二三四五六七</h1>", "旧书_一二三四五六七", "一二三四五六七"),
        ("<h1>#旧书集市¶</h1>", "旧书集市", "旧书集市"),
        # Of twenty tags.
        ("<h2>" + "<b>旧</b>" * 10 + "书</h2>", "旧" * 10, "旧" * 10 + "书"),
        ("<h2>" + "<b>旧</b>" * 9 + "<b>书</b></h2>", "旧" * 9, ""),
    ],
)
def test_the_heading_that_a_title_has(shown: str, title: str, expected: str) -> None:
    text = f"<title>{title}</title>{shown}{TEXT}"
    assert found(text) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("<div>为什么旧木门会唱歌？</div>", "为什么旧木门会唱歌？"),
        ("<td> 为什么旧木门\n会唱歌？ </td>", "为什么旧木门\n会唱歌？"),
        ("<h2>旧木门</h2><div>为什么旧木门会唱歌？</div>", "旧木门"),
        # With other words, not seen, in a list of links.
        ("<div>答：为什么旧木门会唱歌？</div>", ""),
        ("<div hidden><p>为什么旧木门会唱歌？</p></div>", ""),
        ("<li><a>为什么旧木门会唱歌？</a></li>", ""),
    ],
)
def test_a_block_that_is_the_beginning_of_the_title(shown: str, expected: str) -> None:
    text = f"<title>为什么旧木门会唱歌？ - 知识角</title>{shown}{TEXT}"
    assert found(text) == expected


def test_a_heading_that_goes_on_where_the_title_ends() -> None:
    for title, expected in (("第一章", "第一章 下山"), ("第", ""), ("第二章", "")):
        text = f"<title>{title}</title><h1>第一章 <b>下山</b></h1><h1>第一章 上山</h1>{TEXT}"
        assert found(text) == expected


def test_a_block_that_is_dropped_is_no_heading() -> None:
    text = "<title>为什么旧木门会唱歌 - 知识角</title><nav><p>为什么旧木门会唱歌</p></nav>"
    every = tags(text)
    nav = next(index for index, tag in enumerate(every) if tag.name == "nav")
    assert found(text)
    assert not heading(text, every, pairs(every), frozenset((nav,)))
