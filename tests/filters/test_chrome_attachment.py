from __future__ import annotations

import pytest

from cleaner.filters.chrome.attachment import attached
from cleaner.filters.chrome.cues import WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施要点.pdf", True),
        ("2021年报名表.DOCX", True),
        ("附件.7z", False),
        ("setup.zip", False),
        ("下载：setup.zip", False),
        ("请看/实施要点.pdf", False),
        ("要点.pd", False),
        ("pdf", False),
    ],
)
def test_names_of_documents(text: str, expected: bool) -> None:
    assert attached(text) is expected
    if expected:
        line = judge(text, load())
        assert (line.reason, line.force) == ("navigation", WEAK)


def test_documents_go_with_what_stands_below_a_notice() -> None:
    text = "农业处表示，七月进入台风好发期，请农友及早防范，果树应立支柱并绑缚枝条。"
    page = ("网站导览", "回首页", "首页 > 最新消息", "台风季将至", "发布日期：2021-07-05", text)
    foot = ("相关档案", "防灾宣导单张.pdf", "回上一页", "版权所有")
    lines = (*page, *foot)
    reasons = decide([judge(line, load()) for line in lines]).reasons
    left = [line for line, reason in zip(lines, reasons, strict=True) if not reason]
    assert left == ["台风季将至", text]
