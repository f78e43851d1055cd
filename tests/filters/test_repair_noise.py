"""Noise against copying, and keywords stuffed into words."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.noise import noise
from cleaner.filters.repair.stuffing import _reach, stuffing
from cleaner.settings import Settings


@pytest.mark.parametrize(
    "text",
    [
        "公式 a + b = c * d - e / f 成立。",
        "選項 A B C D E F G 都對。",
        "他们说 I am a cat so go on 没错",
        "坐标 (1 2 3 4 5 6) 如下",
        "按 Ctrl + C 与 Ctrl + V 即可",
        "我走了。谢谢\n你也走了。谢谢\n第三行没有。\n第四行\n第五行\n第六行\n第七行",
    ],
)
def test_formulas_options_and_thanks_stay(text: str) -> None:
    assert noise(Document(text=text), Settings()).text == text


def test_tags_after_most_lines_go() -> None:
    text = "树叶黄了。秋收\n果子熟了。秋收\n大雁南飞。秋收"
    assert noise(Document(text=text), Settings()).text == text.replace("秋收", "")


def test_honest_repetition_stays() -> None:
    text = "网站建设需要规划，网站建设需要预算。我们谈网站建设时，常常忽略网站建设的目的。"
    assert stuffing(Document(text=text), Settings()).text == text


@pytest.mark.parametrize("piece", [" a#", " k8", "。数组\n", "网站建设", "不网站建设包"])
def test_without_end(piece: str) -> None:
    document = Document(text="好" + piece * 5000)
    stuffing(noise(document, Settings()), Settings())


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("我a甲乙b他a甲乙b你a甲乙b，", (1, 1)),
        ("我甲乙他甲乙你甲乙，", (0, 0)),
        ("，甲乙丙。。甲乙丙。好甲乙丙。", (0, 1)),
        ("。丙甲乙。。丙甲乙。好丙甲乙。", (1, 0)),
        ("，甲乙，，甲乙，，甲乙，", (0, 0)),
        ("零一二三四五六七八九甲乙十，" * 3, (10, 0)),
        ("，甲乙零一二三四五六七八九十，" * 3, (0, 10)),
    ],
)
def test_how_far_a_phrase_reaches(text: str, reach: tuple[int, int]) -> None:
    places = [at for at in range(len(text)) if text.startswith("甲乙", at)]
    assert _reach(text, places, "甲乙") == reach
