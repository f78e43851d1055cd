from __future__ import annotations

import pytest

from cleaner.filters.chrome import offer
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.page import Page

MENU = ("你好，请登录", "免费注册", "购物车", "首页", "客服中心")
TOLD = ("换季的被子没处放，一只箱子装下两床冬被。", "内置钢架，叠放三层不变形。")
ROWS = ("材质：牛津布", "产地：中国")
FOOT = ("看了又看", "真空压缩袋十一件套", "版权所有")
TITLE = "布艺收纳箱可折叠衣柜整理箱"


def kept(*page: str) -> list[str]:
    decision = decide([judge(line, load()) for line in page])
    return [line for line, reason in zip(page, decision.reasons, strict=True) if not reason]


@pytest.mark.parametrize("price", ["￥79.00", "价格¥68.00", "促销价：NT$890", "890元", "28元起"])
def test_goods_keep_title_and_rows_without_what_is_to_be_chosen(price: str) -> None:
    chosen = ("选择颜色", "雾蓝", "燕麦", "数量", "加入购物车", "温馨提示", "配送说明")
    page = (*MENU, "收纳用品", TITLE, price, *chosen, *ROWS, *TOLD, *FOOT)
    assert kept(*page) == [TITLE, price, *ROWS, *TOLD]


def test_what_stands_between_title_and_price_stays() -> None:
    points = ("★一键开盖", "★可以机洗")
    page = (*MENU, "收纳用品", TITLE, *points, "890元", "雾蓝", "立即购买", *TOLD, *FOOT)
    assert kept(*page) == [TITLE, *points, "890元", *TOLD]


@pytest.mark.parametrize("salary", ["0.8-1.2万/月", "7-11K·13薪", "8000-12000元/月"])
@pytest.mark.parametrize("name", ["仓储主管", "新媒体编辑"])
def test_work_keeps_its_name_and_what_is_paid(name: str, salary: str) -> None:
    duties = ("岗位职责：", "负责仓库日常收、发、存的管理，保证账实相符。", "每月组织盘点一次。")
    page = ("首页", "职位搜索", "登录", name, salary, "申请职位", "五险一金", *duties, "相似职位")
    assert kept(*page, "物流经理", "版权所有") == [name, salary, "五险一金", *duties]


def test_words_may_stand_within_the_button() -> None:
    page = (*MENU, "收纳用品", TITLE, "$129", "雾蓝", "加入24h购物车", *ROWS, *TOLD, *FOOT)
    assert kept(*page) == [TITLE, "$129", *ROWS, *TOLD]


def test_without_a_button_a_price_is_no_offer() -> None:
    lines = [judge(line, load()) for line in (*MENU, TITLE, "￥79.00", *TOLD)]
    assert offer.find(Page(lines, False), 7, 9) is None


def test_a_title_of_goods_is_no_short_name() -> None:
    lines = [judge(line, load()) for line in ("首页", "箱子", "￥79.00", "加入购物车", *TOLD)]
    assert offer.find(Page(lines, False), 4, 6) is None


def test_without_a_description_there_is_no_offer() -> None:
    lines = [judge(line, load()) for line in ("首页", TITLE, "￥79.00", "加入购物车", "雾蓝")]
    assert offer.find(Page(lines, False), 4, 5) is None


def test_an_offer_far_above_is_not_found() -> None:
    page = (TITLE, "￥79.00", "加入购物车", *("雾蓝",) * offer.REACH, *TOLD)
    lines = [judge(line, load()) for line in page]
    assert offer.find(Page(lines, False), len(page) - 2, len(page)) is None
