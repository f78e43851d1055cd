"""Whether a line reads like a sentence."""

import pytest

from cleaner.filters.chrome import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他走了。后来", True),
        ("他走了！", True),
        ("他走了！”", True),
        ("惊！他走了", False),
        ("他走了.", True),
        ("他走了”.", True),
        ("见图A.", False),
        ("他走了", False),
    ],
)
def test_full(text: str, expected: bool) -> None:
    assert sentences.full(text) is expected


def test_figures_have_no_letter() -> None:
    assert sentences.wordless("16:02:33")
    assert sentences.wordless("3.2万")
    assert sentences.wordless("3:07PM")
    assert not sentences.wordless("三万")
    assert not sentences.wordless("MAP")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我今天去了河边，看到一只白鹭XD", True),
        ("河边的白鹭XD", False),
        ("返回。", False),
        ("我先走了。", True),
        ("·河边来了一群白鹭，它们住下…", False),
        ("2020/11/09,", False),
        ("天气预报说明天有雨，气温下降", False),
        ("天气预报说明天有雨，气温下降五度以上，请各位居民出门时带伞并注意保暖", True),
    ],
)
def test_prose(text: str, expected: bool) -> None:
    assert sentences.prose(text, len(text)) is expected
