from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome.outlets import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012-01-12 17:55 青山网", "青山网"),
        ("http://www.example.com 2012年01月12日 17:55 青山在线微博", "青山在线"),
        ("2012年01月12日11:21青山日报白小雨我要评论(0)", "青山日报"),
        ("青山网 白小雨 2011-12-15 23:46:41 评论0条", "青山网"),
        ("【2012/01/12 青山晚报】@ http://www.example.com/", "青山晚报"),
        ("2012-01-12 17:55 青山新闻网-青山商报", "青山新闻网-青山商报"),
        ("2012-01-12 17:55 《青山周刊》", "青山周刊"),
        ("本文来源于新华社　2012年01月11日 15:48 我要评论（0）", "新华社"),
        ("摘自青山晚报", "青山晚报"),
        ("2012-01-12 17:55 举报", ""),
        ("2012-01-12 17:55 手机看新闻网", ""),
        ("2012-01-12 17:55 白小雨", ""),
        ("白小雨在青山网工作", ""),
        ("", ""),
    ],
)
def test_named(text: str, expected: str) -> None:
    assert named(text) == expected


@given(
    st.text(alphabet=st.characters() | st.sampled_from("0123456789-: 网报社《》【】@"), max_size=60)
)
def test_it_never_fails_and_names_a_part(text: str) -> None:
    assert named(text) in text


def test_a_name_that_begins_like_another_is_whole() -> None:
    assert named("2016-10-22 09:12 网易新闻") == "网易新闻"
    assert named("2016-10-22 09:12 网") == ""
    assert named("2016-10-22 09:12 南海网张三") == "南海网"
