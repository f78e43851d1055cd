"""Lines broken at a fixed width."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.wraps import _begins_cut, unwrap


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


WRAPPED = (
    "研究人员跟踪调查了三千多名中学生的睡眠情\n况，发现睡眠时间少于七小时的学生，注意力和\n"
    "记忆力都明显低于平均水平。研究报告建议学\n校推迟早晨上课的时间。"
)
VERSES = "轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。"


def test_each_block_is_looked_at_alone() -> None:
    joined = WRAPPED.replace("\n", "")
    assert unwrapped(f"标题一行在此\n\n{WRAPPED}\n\n{VERSES}\n\n{WRAPPED}") == (
        f"标题一行在此\n\n{joined}\n\n{VERSES}\n\n{joined}"
    )
    assert unwrapped(WRAPPED.replace("。", ".")) == joined.replace("。", ".")  # a comma is enough


@pytest.mark.parametrize(
    ("line", "cut"), [("况，发现", True), ("啊，发现", False), ("发现，", False), ("况", False)]
)
def test_a_clause_of_one_character_is_the_end_of_a_word(line: str, cut: bool) -> None:
    assert _begins_cut(line, 0) is cut
