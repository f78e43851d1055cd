"""The whole stage: text that stays, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.document import Document
from cleaner.filters.markup import markup
from cleaner.settings import Settings

SETTINGS = Settings()


def strip(text: str) -> str:
    return markup(Document(text=text), SETTINGS).text


@pytest.mark.parametrize(
    "text",
    [
        "若a<b且b<c，则a<c。",
        "x < 3 and y > 5",
        "if (x < 10 && y > 5) { 返回 }",
        "#include <stdio.h>",
        "std::vector<int> 与 List<String> 都是泛型",
        "比较运算符有<、>和=",
        "段落用<p>标签表示，换行用<br>标签。",
        "<p>和</p>成对出现",
        "“<b>”表示粗体",
        '`<div class="a">`是一个例子',
        "用<b>重点</b>标签加粗",
        "a<b> 与 <张三>",
        "数组a[i]和b[1]，引文[3]，[转载]",
        "[b]没有结尾",
        "模板里写 {{ name }} 就会显示名字",
        '{"只有": "一行"}',
        '接口返回JSON：\n{"id": 1, "name": "甲"}\n其中id是编号。',
        "下面的代码定义一个变量：\nvar a = 1;\n很简单吧。",
        "AT&T &copy; 2020",
        "Dear <name>, hello",
        "<<西游记>>",
        "I <3 you",
        "| 桥 | 长 |\n| 路在山下。 |",
        "| 说明 |\n|---|\n| 路在山下。 |",
        "+----------+\n| 路在山下。 |\n+----------+",
        "| 桥 |\n| 路 |",
        "",
    ],
)
def test_text_that_only_looks_like_markup_stays(text: str) -> None:
    assert strip(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&lt;p&gt;甲&lt;/p&gt;", "甲"),
        ("&amp;lt;b&amp;gt;甲&amp;lt;/b&amp;gt;乙", "甲乙"),
        ("\\u003cb\\u003e甲\\u003c/b\\u003e", "甲"),
        ("[quote]<b>甲</b>[/quote]", "甲"),
        ("<![CDATA[<b>甲</b>乙]]>", "甲乙"),
        ("| 桥在山下。|\n  |小标题|  \n尾", "桥在山下。\n小标题\n尾"),
    ],
)
def test_markup_in_other_clothes(text: str, expected: str) -> None:
    assert strip(text) == expected


TAGS = """
< > / " ' p 中文 标签 和 你好，世界。 &lt; &gt; <p> </p> <br> <b> </b> </a> <td> <pre> </pre>
<script> </script> <!-- --> <html> <body> <title> </title> <head> </head> </div> &lt;p&gt;
&lt;/p&gt;
[b] [/b] &amp;lt;b&gt; [img] [/img] {{a}} {{/a}} <![CDATA[ ]]> <ruby> <rt> </rt> </ruby> \\u003cp>
"""
SPACED = (
    " ",
    "\n",
    '<a href="x">',
    "<!doctype html>",
    '<div class="a">',
    '{"a":1,"b":2}',
    "\n| 桥。 |\n",
    " | ",
    "var a=1;",
)
PARTS = st.sampled_from([*TAGS.split(), *SPACED, "\ud800"])
TEXTS = st.one_of(st.lists(PARTS, max_size=25).map("".join), st.text(max_size=40))


@given(TEXTS)
@settings(max_examples=500)
def test_properties(text: str) -> None:
    once = strip(text)
    assert strip(once) == once
    recorded = markup(Document(text=text).record(), SETTINGS)
    assert recorded.text == once
    assert recorded.ledger is not None
    assert recorded.ledger.replay(text) == once
    assert recorded.ledger.revert(once) == text
    assert all(rule.startswith("markup.") for rule in recorded.ledger.counts())


@given(TEXTS)
@settings(max_examples=200)
def test_nothing_but_white_space_is_added(text: str) -> None:
    recorded = markup(Document(text=text).record(), SETTINGS)
    assert recorded.ledger is not None
    assert all(change.after.strip() in change.before for change in recorded.ledger.changes(text))


RUNS = "< <a <!-- <script> <b> <b></b> &lt; &lt;b [b] &lt;!-- {{a {{a}} { [ a{b:c .a </p> <p>中"
LIGHT = "[/b] **中 [中](a ~~中 <%中 {%中 </b>中 中<b> {:a_ [[中 \\x3c"


@pytest.mark.parametrize(
    "unit",
    [*RUNS.split(), *LIGHT.split(), "<a ", '<a "', "<a '\"", "{{a ", ".a ", "var a=", "|桥。\n"],
)
@pytest.mark.parametrize("head", ["", "<!doctype html>", "中文，"])
def test_long_runs_pass(head: str, unit: str) -> None:
    """A run that some rule read again and again would not end within the patience of a run."""
    assert strip(head + unit * (60_000 // len(unit)) + "中") != "\0"


def test_a_record_of_a_larger_value_is_no_residue() -> None:
    record = '{"openid": "o456", "nickname": "小红"}'
    text = f'返回如下，请看：\n{{\n  "data": [\n    {record}\n  ]\n}}'
    assert markup(Document(text), Settings()).text == text
    assert record not in markup(Document(f"返回了，请看。\n{record}"), Settings()).text


def test_items_of_a_list_of_a_forum_get_lines() -> None:
    assert markup(Document("见下：[list][*]甲[*]乙[/list]"), Settings()).text == "见下：甲\n乙"
    assert markup(Document("见[*]处"), Settings()).text == "见[*]处"


@pytest.mark.parametrize("end", ["", " ", "\u3000", "\xa0\t", "\u200b"])
def test_bars_go_whatever_stands_behind_them(end: str) -> None:
    once = cleaner.clean(f"|我們在這裡。|{end}", segment=False)
    assert once == "我们在这里。"
    assert cleaner.clean(once, segment=False) == once
