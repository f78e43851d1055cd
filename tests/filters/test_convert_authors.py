"""Author lines, where 著 stays."""

from __future__ import annotations

import pytest

from cleaner.filters.convert.authors import _ends, is_author_line


@pytest.mark.parametrize(
    "text",
    [
        "《围城》，钱钟书著，人民文学出版社",
        "钱钟书著《围城》",
        "鲁迅著",
        "鲁迅 著",
        "（清）蒲松龄著",
        "[美] 海明威 著",
        "《呐喊》/鲁迅著/1923年",
        "本书由余秋雨著。",
        "《老人与海》[美]海明威著；吴劳译",
        "季羡林主编，汤一介著。",
        "郭沫若等著，人民出版社",
        "胡适著有《中国哲学史》",
        "茅盾著长篇小说《子夜》",
    ],
)
def test_author_lines(text: str) -> None:
    assert is_author_line(text, text.index("著"))


@pytest.mark.parametrize(
    "text",
    [
        "他默默地看著，不说话",
        "怎么也睡不著",
        "他还活著",
        "灯亮著。",
        "《围城》他翻看著，没有说话",
        "著火了",
        "肩负著",
        "这样算著急",
        "王先生等著，一直到天黑",
        "王先生看著小孩",
        "高兴著有说有笑",
    ],
)
def test_particles(text: str) -> None:
    assert not is_author_line(text, text.index("著"))


@pytest.mark.parametrize(
    ("after", "ends"),
    [
        ("", True),
        (" ", True),
        ("，", True),
        ("的", False),
        ("《春》", False),
        (" 《春》", True),
        (" 春天", True),
        (" \u3400", True),
        (" \u9fff", True),
        (" \ua000", False),
        (" abc", False),
        ("\nabc", True),
    ],
)
def test_where_the_name_ends(after: str, ends: bool) -> None:
    assert _ends(after) is ends
