from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.markup.bbcode import bbcode, placeholders
from cleaner.filters.markup.cut import cut
from cleaner.filters.markup.fragment import cdata, fragment
from cleaner.filters.markup.page import page
from cleaner.filters.markup.residue import residue, server_tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="/n/1.html" target="_blank">原文</a>在此', "原文在此"),
        ("看<img src=\"a.jpg\" alt='图'/>图", "看图"),
        ("<p>第一段</p><p>第二段</p>", "第一段\n第二段"),
        ("第一行<br>第二行<br/>第三行<BR />", "第一行\n第二行\n第三行"),
        ("甲<b>乙</b>丙<i>丁</i>", "甲乙丙丁"),
        ("<a href='x'>甲</a>、<a href='y'>乙</a>和<a href='z'>丙</a>", "甲、乙和丙"),
        ("<script>var a = '<b>';</script>正文", "正文"),
        ("正文<style>.a{}</style>", "正文"),
        ("<!-- 广告 -->正文", "正文"),
        ("<ruby>汉<rt>hàn</rt></ruby>", "汉"),
        ("正文结束。</p>", "正文结束。"),
        ("<p>正文开始", "正文开始"),
        ("<b>甲", "甲"),
        ("甲</b>乙", "甲乙"),
        ("a<b>甲", "a<b>甲"),
        ("甲<b>b", "甲<b>b"),
        ("甲b</b>", "甲b"),
        ("网页会把甲</b>乙", "网页会把甲</b>乙"),
        ("网页甲</b>乙", "网页甲乙"),
        ("这里没有结尾的<b>字样", "这里没有结尾的<b>字样"),
        ("甲<br>\n<br>乙", "甲\n乙"),
        ("<div>\n<div>甲</div>\n</div>乙", "\n甲\n乙"),
        ("&lt;p&gt;甲&lt;/p&gt;乙", "甲\n乙"),
        ("&lt;!-- 广告 --&gt;甲乙", "甲乙"),
        ("“<b>”是标签", "“<b>”是标签"),
        ("用<b>标签写", "用<b>标签写"),
        ("<p>和</p>是标签", "<p>和</p>是标签"),
        ("<o:p></o:p>正文", "正文"),
        ("<td>甲</td><td>乙</td>", "甲\t乙"),
        ("一</div>\n</div>\n</div>", "一\n\n"),
        ("<span style='x'>甲</span><b>乙</b><p>丙", "甲乙\n丙"),
        # One tag that is spoken of speaks for all.
        ("<br>标签很常用，<b>如此</b>", "<br>标签很常用，<b>如此</b>"),
        ("这里没有结尾的<p>字样", "这里没有结尾的<p>字样"),
        ("以</p>结尾", "以</p>结尾"),
        # Blanks at the ends of lines are looked through, written as entities or not.
        ("正文</p> ", "正文\n "),
        ("正文</p>\u3000\r\n正文</li>&nbsp;\n下文", "正文\n\u3000\r\n正文\n&nbsp;\n下文"),
        ("正文</p> </div>\u200b", "正文\n \n\u200b"),
        ("正文 <p>正文", "正文 <p>正文"),
        (" <p>正文", " \n正文"),
        ("一\n\u3000\xa0<li>二", "一\n\u3000\xa0\n二"),
        # What stands right beside an inline tag counts, and no more.
        ("x甲<b>乙", "x甲乙"),
        ("甲</b>\n乙", "甲\n乙"),
        ("a</b>\n乙", "a\n乙"),
        ("a\n</b>乙", "a\n乙"),
        ("ab\n</i>c", "ab\nc"),
        # The mark of an item goes with the tags where they are all that it has.
        ('正文\n  1. <rt id="a"><tr id="a"></tr></rt>\n下文', "正文\n\n下文"),
        ('1. <a href="x">甲</a>\n• <i id="a"></i> \n下文', "1. 甲\n \n下文"),
        ('2、<b id="a"></b>甲\n3. <b id="a"></b>', "2、甲\n"),
        # A pair around a connective shows the tags, if it is short.
        ("一<p>   和   </p>二", "一<p>   和   </p>二"),
        ("一<p>    和   </p>二", "一\n    和   \n二"),
        ("应该写<b></b>两个", "应该写<b></b>两个"),
        ("应该写了<b></b>两个", "应该写了两个"),
    ],
)
def test_fragment(text: str, expected: str) -> None:
    assert fragment(Document(text=text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('雨停了。<a href="http://a.cn/b', "雨停了。"),
        ('雨停了。<a href="http://a.cn, target="_blank" title="查看', "雨停了。"),
        ("雨停了。</stron", "雨停了。</stron"),
        ("雨停了。</strong\n", "雨停了。"),
        # What begins a tag and has a sentence behind it is none that the end of the text has cut.
        ("雨停了。<span class=a\n他们走了。", "雨停了。<span class=a\n他们走了。"),
        ("雨停了。<span class=a 他们走了。", "雨停了。<span class=a 他们走了。"),
        ("雨停了。<span class=a\n他们走了", "雨停了。<span class=a\n他们走了"),
    ],
)
def test_a_tag_that_the_end_has_cut(text: str, expected: str) -> None:
    assert cut(Document(text=text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨停了没有?/p>\n他走了?br>她也走了？/strong>", "雨停了没有?\n他走了?\n她也走了？"),
        ("见 a.cn/?/p>", "见 a.cn/?/p>"),
        ("结尾的标签是什么?/p>对吗", "结尾的标签是什么?/p>对吗"),  # speaks of tags
    ],
)
def test_a_question_mark_has_swallowed_the_begin_of_a_tag(text: str, expected: str) -> None:
    assert cut(Document(text=text)).text == expected


def test_a_tag_that_never_ends_takes_no_sentence_of_a_page_with_it() -> None:
    text = "<html><body><p>雨停了。</p><p>他们走了。</p><span class=a\n后来，雪停了。"
    assert "后来，雪停了。" in page(Document(text=text)).text
    assert "class" not in page(Document(text=text.partition("\n")[0])).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[b]粗[/b]和[URL=http://a.b]链接[/URL]", "粗和链接"),
        ("[img]http://a.b/1.jpg[/img]图", "图"),
        ("[size=4][color=red]甲[/color][/size]", "甲"),
        ("[img][b]甲[/b][/img]乙", "乙"),
        ("[b]和[/b]是一对", "[b]和[/b]是一对"),
        ("[b]甲", "[b]甲"),
        ("[注]甲[/注]", "[注]甲[/注]"),
        ("甲[/b]乙", "甲乙"),  # cut off from its beginning
        ("代码甲[/b]乙", "代码甲[/b]乙"),
        # What is said of codes counts within sixty characters of the line.
        ("代码" + "字" * 58 + "[b]粗体[/b]", "代码" + "字" * 58 + "[b]粗体[/b]"),
        ("代码" + "字" * 59 + "[b]粗体[/b]", "代码" + "字" * 59 + "粗体"),
        ("[b]粗体[/b]" + "字" * 58 + "代码", "[b]粗体[/b]" + "字" * 58 + "代码"),
        ("[b]粗体[/b]" + "字" * 59 + "代码", "粗体" + "字" * 59 + "代码"),
        ("代码\n[b]粗体[/b]", "代码\n粗体"),
        ("[b]粗体[/b]\n代码", "粗体\n代码"),
    ],
)
def test_bbcode(text: str, expected: str) -> None:
    assert bbcode(Document(text=text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{title}}今日{{/title}}", "今日"),
        ("{{#list}}甲{{/list}}", "甲"),
        ("甲\n{{ a.b }} | {{c}}\n乙", "甲\n乙"),
        ("写 {{ name }} 即可", "写 {{ name }} 即可"),
        ("{{cite web|url=a}}", "{{cite web|url=a}}"),
        ("甲\n{{a}}\n[[乙]]", "甲\n{{a}}\n[[乙]]"),  # of a wiki
        ("甲\n{{a}}\n'''乙'''", "甲\n{{a}}\n'''乙'''"),
    ],
)
def test_placeholders(text: str, expected: str) -> None:
    assert placeholders(Document(text=text)).text == expected


@pytest.mark.parametrize(
    "line",
    [
        '{"id":7,"title":"测试","url":"http:\\/\\/a.b"}',
        '[{"a":1,"b":2}]',
        "var _hmt = _hmt || [];",
        "document.write('<a>');",
        "$(function(){ $('.a').show(); });",
        "window.onload = function() { go(); }",
        ".nav { width: 100px; color: #fff }",
        '@import "a.css";',
    ],
)
def test_residue_among_prose(line: str) -> None:
    prose = "今天集市开张，人很多。"
    assert residue(Document(text=f"{line}\n{prose}")).text == prose
    assert residue(Document(text=f"{prose}\n{line}")).text == f"{prose}\n"
    assert residue(Document(text=line)).text == line
    lesson = f"{line}\n这段代码很短，请看。"
    assert residue(Document(text=lesson)).text == lesson


@pytest.mark.parametrize("line", ['{"a": 1}', "{甲}", "var 是变体的意思;", "window.open", "p { }"])
def test_lines_that_are_not_residue(line: str) -> None:
    text = f"今天集市开张，人很多。\n{line}"
    assert residue(Document(text=text)).text == text


def test_programs_are_no_residue() -> None:
    text = '这两行完全等价，请看。\n    setbuf(stdin, buf);\n    printf("Hello\\n");\n    return 0;'
    assert residue(Document(text=text)).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<?xml version="1.0"?>甲', "甲"),
        ("甲<![CDATA[乙]]>丙<![CDATA[丁]]>戊", "甲乙丙丁戊"),
        ("<![CDATA[甲]]>乙", "甲乙"),
        ("<![CDATA[甲", "<![CDATA[甲"),
        ("甲<?xml 乙", "甲<?xml 乙"),
    ],
)
def test_marks_of_xml(text: str, expected: str) -> None:
    assert cdata(Document(text=text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<?php echo $a ?>今天开张", "今天开张"),
        ("今天<% a %>开张{% b %}", "今天开张"),
        ("用PHP写<?php echo $a ?>", "用PHP写<?php echo $a ?>"),
        ("这段代码<% a %>", "这段代码<% a %>"),
        ("<?php echo $a ?>x", "<?php echo $a ?>x"),
        ("今天开张", "今天开张"),
    ],
)
def test_tags_for_a_server(text: str, expected: str) -> None:
    assert server_tags(Document(text=text)).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙<p>丙</p>丁戊", "甲乙\n丙\n丁戊"),
        ("<head>甲<title>乙</title>丙</head>丁", "乙\n丁"),
        ("<head><title>乙</title>丙<p>丁", "乙\n丁"),
        ("<pre>甲\n 乙</pre> 丙\n丁", "甲\n 乙\n丙丁"),
        ("<pre><pre>甲</pre>乙  丙</pre>丁  戊", "甲\n乙  丙\n丁 戊"),
        ("甲</pre>乙  丙<pre>丁  戊</pre>", "甲\n乙 丙\n丁  戊"),
    ],
)
def test_stretches_of_a_page(text: str, expected: str) -> None:
    assert page(Document(text=text)).text == expected
