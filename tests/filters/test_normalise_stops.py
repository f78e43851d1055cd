"""Dots that are full stops."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.stops import full_stops


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "水庫去年夏天加固了大壩.今年的洪水比往年來得早[3].下游的村子都平安無事.",
            "水庫去年夏天加固了大壩。今年的洪水比往年來得早[3]。下游的村子都平安無事。",
        ),
        (
            "水库去年夏天加固了大坝．今年的洪水比往年来得早．下游的村子都平安无事．",
            "水库去年夏天加固了大坝。今年的洪水比往年来得早。下游的村子都平安无事。",
        ),
        (
            "水库去年夏天加固了大坝.蓄水量超过95%[4].今年的洪水比往年来得早.下游的村子都平安无事.",
            "水库去年夏天加固了大坝。蓄水量超过95%[4]。今年的洪水比往年来得早。下游的村子都平安无事。",
        ),
        (
            "昨天下了一场大雨,路上全是积水.同学们都迟到了.",
            "昨天下了一场大雨,路上全是积水。同学们都迟到了。",
        ),
        (
            "房间打扫得非常干净.早餐的种类也不算少.前台帮我们叫了车.去年来过.2020 年又来.3.5折",
            "房间打扫得非常干净。早餐的种类也不算少。前台帮我们叫了车。去年来过。2020 年又来.3.5折",
        ),
    ],
)
def test_a_text_ends_its_sentences_with_dots(text: str, expected: str) -> None:
    assert full_stops(Document(text=text)).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "水库去年夏天加固了大坝.今年的洪水比往年来得早.下游的村子都平安无事。",  # has 。 too
        "北京.上海.广州.成都.武汉都有我们的店",
        "打开设置.点击我的账户.选择修改密码",
        "房间打扫得非常干净.早餐的种类也不算少",
        "请登录 www.example.com.cn 或中文域名.中国 查询",
        "那一年我认识了约翰.史密斯,他来自英国.",
        "昨天下了一场大雨,路上全是积水.同学们都迟到了",
        "昨天下了一场大雨，路上全是积水.同学们都迟到了.",  # no other mark is half-width
        "北京.上海,广州都有.",
    ],
)
def test_dots_that_part_names_stay(text: str) -> None:
    assert full_stops(Document(text=text)).text == text
