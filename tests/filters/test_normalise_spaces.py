from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.spaces import _merge, han_spaces, space_kinds
from cleaner.settings import Settings
from cleaner.strange import strange

SETTINGS = Settings()


def close(text: str) -> str:
    plain = space_kinds(Document(text=text), SETTINGS, strange(text))
    return han_spaces(plain, SETTINGS, strange(text))[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Beside full-width marks.
        ("自然环境 ， 在传统 。", "自然环境，在传统。"),
        ("表扬。 此次3市入选", "表扬。此次3市入选"),
        ("来源： 某某网", "来源：某某网"),
        ("请看（ 见图二 ）。", "请看（见图二）。"),
        ("下列正确的是（  ）", "下列正确的是（  ）"),
        ("湿度 60% ， 风力三级", "湿度 60%，风力三级"),
        # A link or highlight that left its padding.
        ("湖南省长沙、株洲、 湘潭 榜上有名", "湖南省长沙、株洲、湘潭榜上有名"),
        # Headings, labels and names that were padded.
        ("关 于 开 展 检 查 的 通 知", "关于开展检查的通知"),
        ("关　于　开　展　检　查", "关于开展检查"),
        ("【 重 要 提 醒 】", "【重要提醒】"),
        ("目  录", "目录"),
        ("第 一 章   总 则", "第一章   总则"),
        ("通 知 书", "通知书"),
        ("姓 名：李雷", "姓名：李雷"),
        ("联 系 人：李雷", "联系人：李雷"),
        ("作者：王 伟 校对：韩梅梅", "作者：王伟 校对：韩梅梅"),
        ("作者：王 伟 李 娜", "作者：王伟 李娜"),
        ("编辑丨 龙 凤", "编辑丨 龙凤"),
        ("文/张 华", "文/张华"),
        # Words cut in two.
        ("这已成为危害人类健 康的头号杀手。", "这已成为危害人类健康的头号杀手。"),
        ("中国科 学院院 士近日 指出", "中国科学院院士近日指出"),
        # Other kinds of spaces.
        ("时间：\u300010月　　地点", "时间：10月 地点"),
        ("苹果\u00a0香蕉\u2003西瓜", "苹果 香蕉 西瓜"),
        ("10\u2009000人", "10 000人"),
        ("甲\u3000\t乙", "甲\t乙"),
    ],
)
def test_noise_goes(text: str, expected: str) -> None:
    assert close(text) == expected
    assert close(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "湖南 湖北 江西",
        "李明 白雪 张三",
        "真 善 美",
        "一 二 三 四 五",
        "男 女",
        "选项：对 错",
        "恭喜大家 我们赢了！",
        "出席的有王伟 李娜 张三，共三人。",
        "近日 公司公告",
        "甲方（盖章）： 乙方（签字）：",
        "姓名：    学号：    班级：",
    ],
)
def test_separators_stay(text: str) -> None:
    assert close(text) == text


@pytest.mark.xfail(strict=True, reason="no word of the dictionary lies across the space")
def test_a_space_between_two_words_in_a_sentence() -> None:
    assert close("昨天晚上，他们在学校 门口等了很久。") == "昨天晚上，他们在学校门口等了很久。"


@pytest.mark.parametrize("text", ["他说 明了一切，大家听。", "有 时候他不来，我们等。"])
def test_one_space_beside_short_parts_stays_though_a_word_lies_across(text: str) -> None:
    assert close(text) == text
    assert close("我们看见图书 馆里有书，很多人来。") == "我们看见图书馆里有书，很多人来。"


@pytest.mark.parametrize(
    ("spans", "later", "merged"),
    [
        ([(1, 2)], [(3, 4)], [(1, 2), (4, 5)]),
        ([(4, 6)], [(1, 2)], [(1, 2), (4, 6)]),
        ([(1, 2), (6, 8)], [(3, 4)], [(1, 2), (4, 5), (6, 8)]),
        ([(1, 2), (6, 8)], [(0, 1), (3, 4), (5, 6)], [(0, 1), (1, 2), (4, 5), (6, 8), (8, 9)]),
        ([], [(1, 2)], [(1, 2)]),
    ],
)
def test_what_a_later_pass_finds_is_told_in_offsets_of_the_line(
    spans: list[tuple[int, int]], later: list[tuple[int, int]], merged: list[tuple[int, int]]
) -> None:
    """``later`` counts the line without ``spans``."""
    assert _merge(spans, later) == merged
