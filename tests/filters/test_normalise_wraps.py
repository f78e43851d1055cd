"""Lines broken at a fixed width."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.wraps import unwrap


def unwrapped(text: str) -> str:
    return unwrap(Document(text=text)).text


def test_a_block_of_one_width_is_joined() -> None:
    text = (
        "研究人员跟踪调查了三千多名中学生的睡眠情\n况，发现睡眠时间少于七小时的学生，注意力和\n"
        "记忆力都明显低于平均水平。研究报告建议学\n校推迟早晨上课的时间。"
    )
    assert unwrapped(text) == text.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "蜗居铁棚六年生活费每日二元\n朝称或将爆发冲突要求外交官离开",
        "第一条 为了加强城市管理，制定本办\n一、法律另有规定的除外。",
        "轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。",
        "```\n公司始终坚持以客户为中\n心的经营理念，提高水平。\n```",
        "姓名，年龄\n张三丰\t一百\n李四光\t八十",
    ],
)
def test_headlines_items_verses_code_and_tables_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_the_last_short_line_of_a_paragraph_ends_it() -> None:
    text = "产品质量符合国家规定的标\n准，经检验合格后方可出厂\n销售。\n\n联系人张先生"
    assert (
        unwrapped(text) == "产品质量符合国家规定的标准，经检验合格后方可出厂销售。\n\n联系人张先生"
    )


@pytest.mark.parametrize(
    "piece", ["要\n求", "的安全要，好的安全要\n", "\n\n要\n", "要求要求要求要\n"]
)
def test_without_end(piece: str) -> None:
    unwrapped(piece * 3000)
