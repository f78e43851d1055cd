from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.markup.page import is_page, page


def visible(text: str) -> str:
    return page(Document(text=text)).text


PAGE = """<!DOCTYPE html>
<!-- 注释 -->
<html><head>
  <meta charset="utf-8">
  <title>集市开张 - 某某网</title>
  <style>p { color: red }</style>
  <script>if (a < b) document.write("<p>假的</p>");</script>
</head>
<body>
<div id="nav"><a href="/">首页</a> <a href="/n">新闻</a></div>
<h1>集市<em>开张</em></h1>
<p>这是第一段，
   接着说。He said
hello.</p><p>第二段&nbsp;有<b>粗体</b>。<br>换了一行</p>
<table><tr><td>姓名</td><td>年龄</td></tr><tr><td>李雷</td><td>28</td></tr></table>
<ul><li>甲<li>乙</ul>
<p style="display:none">看不见的段落</p>
<div hidden>看不见</div>
<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字
<pre>  保留
  空格</pre>
<noscript>请打开脚本</noscript>
</body></html>
"""

TEXT = """集市开张 - 某某网
首页 新闻
集市开张
这是第一段，接着说。He said hello.
第二段&nbsp;有粗体。
换了一行
姓名\t年龄
李雷\t28
甲
乙
汉字
  保留
  空格"""


def test_a_page_becomes_its_visible_text() -> None:
    assert visible(PAGE) == TEXT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html><body>甲<script>乙", "甲乙"),
        ("<html><head><title>题</title><body>甲</body>", "题\n甲"),
        ("<html><head><p>没有结束的头", "没有结束的头"),
        ("<html><p title='a>b'>甲<img alt=\"<b>\">乙", "甲乙"),
        ("<html>a < b<br>c", "a < b\nc"),
        ("<html>甲<span>\n</span>乙 丙", "甲乙 丙"),
        ("<html><o:p>甲</o:p>", "甲"),
        ("<html>甲<!-- 乙", "甲<!-- 乙"),
        ("<html><p hidden>甲<p>乙</p>", "甲\n乙"),  # never closed: it would hide all that follows
        ("<html><p hidden>甲</p><p>乙</p>", "乙"),
        ("<html>甲<font style='font-size:0px'>假</font>乙", "甲乙"),
        ("<html><div style='font-size:0'><i>甲</i></div>", "甲"),
        ("<html>甲<div style='position:absolute;left:-9999px'>假</div>", "甲"),
        ("<html>甲<p style='margin-left:-1000px'>乙</p>", "甲\n乙"),
        ("<html>甲</div", "甲"),
        ("<html>甲<b", "甲"),
        ("<html>甲<乙", "甲<乙"),
    ],
)
def test_small_pages(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeff \n<!DOCTYPE HTML>", True),
        ('<?xml version="1.0"?><!-- a --><html>', True),
        ("<head>", True),
        ("<div><p>甲</p></div>", True),
        ("<p>甲</p>", False),
        ("<div><p>甲</p></div> 之后还有字", False),
        ("标题\n<html>", False),
        ("<htmlx>", False),
        ("", False),
        ("<html>是网页的根元素，<body>里是内容。", False),
        ("<html>你好<body>世界", True),
        ("<div\u3000a>我們", False),  # a space of this kind ends no name: it has no tag at all
    ],
)
def test_is_page(text: str, expected: bool) -> None:
    assert is_page(text) is expected


def test_rules_name_what_went() -> None:
    document = page(Document(text=PAGE).record())
    assert document.ledger is not None
    assert set(document.ledger.counts()) == {
        "markup.tag",
        "markup.comment",
        "markup.script",
        "markup.hidden",
        "markup.ruby",
        "markup.head",
        "markup.whitespace",
    }


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<span>2016-10-22 09:12</span><span>某某网</span>", "2016-10-22 09:12 某某网"),
        ("<em>某某网</em><time>2016.10.22</time><i>何青</i>", "某某网 2016.10.22 何青"),
        ("<b>2016-10-22</b>某某网", "2016-10-22某某网"),
        ("<span>86</span><span>万元</span>", "86万元"),
        ("<span>2018年5月14日</span><span>上午</span>", "2018年5月14日上午"),
        ("<pre><b>2016-10-22</b><i>x</i></pre>", "2016-10-22x"),
    ],
)
def test_a_date_stands_apart_from_what_is_beside_it(source: str, shown: str) -> None:
    document = page(Document(text=f"<html><body><div>{source}</div></body></html>"))
    assert document.text == shown
