"""Bodies without a sentence, between a date line and buttons, and posts of a thread."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import datelines, frame, posts
from cleaner.filters.chrome.cues import END, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line

HEAD = "发表于 2011-3-5 21:08 | 只看该作者"
VERSES = [
    "桐花要早上去看露水还没干",
    "石阶上落了一层没有声音",
    "山脚的铺子卖米糕和仙草茶",
    "老板娘说再过一周就没有了",
]
COMMENTS = [
    "评论(2)",
    "好美的照片，去年我们也去了，可惜遇到大雨，只看到满地的花。",
    "2011-03-06 08:12",
]


def lines(*texts: str) -> list[Line]:
    cues = load()
    return [judge(text, cues) for text in texts]


def gone(*texts: str) -> set[str]:
    reasons = decide(lines(*texts)).reasons
    return {text for text, reason in zip(texts, reasons, strict=True) if reason}


def test_verses_under_a_date_line_are_the_body_and_not_the_comments_on_them() -> None:
    page = ["首页 > 游记 > 正文", "五月去看花", "2011-03-05 21:48", "打印", *VERSES, "分享到："]
    assert frame.framed(lines(*page), len(page)) == (4, 8)
    lost = gone(*page, *COMMENTS, "版权所有 不得转载")
    assert not lost & {"五月去看花", *VERSES}
    assert COMMENTS[0] in lost


def test_a_menu_under_a_date_line_is_no_body() -> None:
    page = ["2011-03-05 21:48", "国内", "国际", "社会", "军事", "分享到："]
    assert frame.framed(lines(*page), len(page)) is None


def test_a_list_under_a_heading_is_no_body() -> None:
    page = ["2011-03-05 21:48", "相关新闻", *VERSES, "分享到："]
    assert frame.framed(lines(*page), len(page)) is None


def test_short_posts_of_a_thread_stay_and_what_stands_beside_them_goes() -> None:
    post = ["周六去拍荷花的来报名", "早上五点半在东门公交站集合每人带一把伞", "有长焦的带长焦"]
    page = ["返回列表", HEAD, *post, "收藏 分享", "小荷", "新手上路", HEAD, "我报名两个人"]
    page += [
        "回复 引用",
        "北岸",
        "中级会员",
        HEAD,
        "去年那片塘要收门票了建议去西塘那一片",
        "返回列表",
    ]
    found = lines(*page)
    assert [page[i] for i in posts.posts(found, 0, len(page))] == [*post, page[9], page[14]]
    assert frame.post(found) == (2, 5)
    assert not gone(*page) & {*post, page[9], page[14]}
    assert {"返回列表", HEAD, "新手上路", "中级会员"} <= gone(*page)


def test_boards_with_the_date_below_a_post_have_no_heads() -> None:
    page = ["第一帖的内容在这里", HEAD, "某甲", "新手上路", "第二帖的内容", HEAD, "某乙", "得分 35"]
    assert posts.posts(lines(*page), 0, len(page)) == []


def test_answers_below_a_list_of_other_questions_stay() -> None:
    body = "多半是靠窗进水，先看踢脚线下面有没有留缝，没有的话锯掉一条，过几天会自己平下去。"
    answer = "找铺地板的商家，一年之内一般都在保修期，别自己动手"
    page = ["首页 > 家居 > 正文", "地板起拱怎么办", "2012-07-10 08:22 来源：问答", body, "相关内容"]
    page += [
        "复合地板起拱怎么处理",
        "其他回答 共1条",
        answer,
        "相关问题",
        "壁挂炉不打火",
        "版权所有",
    ]
    assert not gone(*page) & {body, answer}
    assert {"复合地板起拱怎么处理", "其他回答 共1条", "壁挂炉不打火"} <= gone(*page)


def test_the_title_stands_above_the_name_of_the_author() -> None:
    body = "早上六点，桥面温度已经三十四度，工友们要在十点以前把今天的模板支完。"
    date = "2010年07月15日08:30 来源：江城晚报"
    page = ["首页 >> 社会 >> 正文", "高温下的修桥人", "张立", date, body, "打印"]
    assert "高温下的修桥人" not in gone(*page)


def test_the_title_of_a_thread_stands_above_a_poster_whom_others_quote() -> None:
    asked = "开机要等两分钟，想换一块固态硬盘，预算三千上下，请问差别大吗？"
    page = ["请问旧笔电换硬盘有感吗 - 电脑讨论区", "jack0912", "初级会员", "发文 35"]
    page += ["2015-06-01 21:33", asked, "引用 检举 #1", "阿土", "高级会员", "发文 2811"]
    page += [
        "2015-06-01 22:05",
        "jack0912写：想换一块固态硬盘",
        "换了以后开机十五秒。",
        "引用 检举 #2",
    ]
    assert page[0] not in gone(*page)
    assert {"初级会员", "发文 35", "阿土", "发文 2811"} <= gone(*page)


def test_another_figure_of_another_author_makes_a_thread() -> None:
    first = "趁周年庆买了一台气炸锅，用到现在差不多每周三次，薯条鸡块都很方便。"
    second = "我家那台拿来烤地瓜，刚刚好。"
    page = [
        "首页 > 居家",
        "气炸锅用了半年",
        "发表于 2020-11-02 13:20",
        "tony_chen",
        "积分：1286",
        first,
    ]
    foot = ["引用", second, "2020-11-02 15:41", "引用 分享", "版权所有"]
    assert second not in gone(*page, "mei0927", "积分：35", *foot)
    assert second in gone(*page, "mei0927", "积分：1286", *foot)


def test_a_button_with_two_figures_below_it_ends_the_body() -> None:
    body = "这种写法更简洁，小批量的文件用它就够了，大一些的再想别的办法。" * 2
    links = [f"文件操作大全{number}" for number in "一二三四五六七八九十甲乙丙"]
    head = ["登录", "批量改名的两种写法", "2022-07-03 10:12 来源：手记"]
    page = [*head, body, body + body, "关注", "25"]
    assert gone(*page, "86", *links, "4条评论", "版权所有") >= {"关注", *links}
    items = ["第一步，选好文件", "第二步，填新名字", "第三步，点一下"]
    assert not gone(*page, "说明", *items) & {*items}


def test_dates_with_an_english_month_and_a_day_of_the_week() -> None:
    assert datelines.dateline("Nov14Sun201023:11") is True
    assert datelines.dateline("Nov14Sunflowers2010") is None


def test_a_question_without_sentences_stays_with_the_answer_below() -> None:
    question = [
        "搬了四次家最重的都是书",
        "想留两百本剩下的不知道怎么办",
        "二手书商按斤收实在舍不得",
    ]
    answer = "我在网上一本一本送，邮费到付，送完花了三个月，收到好多明信片。"
    page = [
        "登录",
        "旧书怎么处理",
        "2013-06-11 20:15:22",
        *question,
        "推荐",
        "3人喜欢",
        "回应 转发",
    ]
    page += ["石榴籽 2013-06-11 21:07:45", answer, "赞 回应", "回应请先登录", "版权所有"]
    assert not gone(*page) & {"旧书怎么处理", *question, answer}
    assert {"3人喜欢", "赞 回应"} <= gone(*page)


def test_a_short_poem_under_a_date_line_is_a_body_when_nothing_else_is() -> None:
    poem = ["你把锄头靠在墙上", "像靠着一个累了的人", "田里的水已经放满", "你没有等到插秧"]
    page = ["登录", "给父亲的诗", "(2009-04-05 07:21:33)", "转载", *poem, "分享：", "前一篇：老屋"]
    page += ["版权所有 不得转载"]
    assert not gone(*page) & {"给父亲的诗", *poem}
    assert {"登录", "分享：", "前一篇：老屋"} <= gone(*page)


def test_an_address_is_a_row_of_a_table() -> None:
    rows = ["联系人：孙经理", "手机：130-0000", "电话：0532-0000", "传真：0532-0001", "邮箱：a@b.c"]
    assert frame.sheet(lines("首页", *rows, "地址：青岛市工业园", "版权所有")) == (1, 7)
    assert frame.sheet(lines("首页", *rows[:2], "登录", *rows[2:], "版权所有")) is None


def row(label: str, value: str = "某某") -> Line:
    return Line(f"{label}：{value}", False)


ROWS = [row(label) for label in ("品牌", "材质", "颜色", "产地", "尺寸")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (ROWS, (0, 5)),
        (ROWS[:4], None),
        ([Line("说明", False), *ROWS, Line("以上", False)], (1, 7)),
        # What is no row, or has a label that was there, ends the table.
        ([*ROWS[:3], Line("说明", False), *ROWS[3:]], None),
        ([*ROWS[:3], ROWS[0], *ROWS[3:]], None),
        ([*ROWS[:3], *ROWS], (3, 8)),
        # The first of two of the same length is taken.
        ([*ROWS, Line("说明", False), *[row(f"{i}号") for i in "甲乙丙丁戊"]], (0, 11)),
        ([*ROWS[:4], Line("材料：木。", True), ROWS[4]], None),
        ([*ROWS[:4], Line("客服：某某", False, "share", WEAK)], None),
        # Labels have up to eight letters and no digits.
        ([*ROWS[:4], row("字" * 8)], (0, 5)),
        ([*ROWS[:4], row("字" * 9)], None),
        ([*ROWS[:4], row("字")], None),
        ([*ROWS[:4], row("第2项")], None),
        # The description goes on to the heading of a list and to the foot of the site.
        ([*ROWS, Line("以上", False), Line("相关", False, "related", END)], (0, 6)),
        ([*ROWS, Line("以上", False), Line("版权", False, "copyright", STRONG)], (0, 6)),
        ([*ROWS, Line("以上", False), Line("分享", False, "share", STRONG)], (0, 7)),
    ],
)
def test_a_table_of_goods(lines: list[Line], found: tuple[int, int] | None) -> None:
    assert frame.sheet(lines) == found


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ([], False),
        ([Line("评论", False, "comments", END)], True),
        ([Line("评论", False, "comments", STRONG)], False),
        ([Line("相关", False, "related", END)], False),
        ([Line("相关", False, "related", END), Line("评论", False, "comments", END)], True),
        ([Line("评论", False, "comments", END), Line("相关", False, "related", END)], False),
    ],
)
def test_comments_on_what_stands_above(between: list[Line], told: bool) -> None:
    lines = [Line("字" * 9, False), *between, Line("字" * 9 + "。", True)]
    assert frame.is_told_of(lines, 1 + len(between), (0, 1)) is told


def test_a_heading_of_a_list_stands_between_a_text_and_what_is_none_of_it() -> None:
    text = [Line("字" * 40, False)] * 3
    related, shared = Line("相关", False, "related", END), Line("分享", False, "share", STRONG)
    assert not frame.leads([*text, related, Line("字" * 20, True)], (0, 3), 4, 5)
    assert frame.leads([*text, shared, Line("字" * 20, True)], (0, 3), 4, 5)


@pytest.mark.parametrize(("told", "wins"), [(24, False), (25, True)])
def test_the_sentences_of_a_post_outweigh_a_notice_far_below(told: int, wins: bool) -> None:
    post = Line("字" * (told - 1) + "。", True)
    page = [*lines(HEAD), post, *[Line("短行", False)] * 9, Line("字" * 19 + "。", True)]
    assert frame.outweighs(page, (1, 3), 11, 12) is wins
    assert not frame.outweighs(page, (1, 3), 0, 0)
