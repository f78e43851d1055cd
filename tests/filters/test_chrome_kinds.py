"""Pages of goods, posts, entries and accounts as a whole: which of their lines stay.

Each page is one line, its own lines between ``¦``; a line that goes is marked with ``-``, one that
may go or stay with ``~``.
"""

from __future__ import annotations

import pytest

from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge

TOLD = "周末的早晨，小镇上摆开了三十多个旧书摊，卖书的人从邻近几个县赶来，买书的人更多。"
MORE = "老粮仓的门也开着，雨天的时候书摊就搬到里面去，一直摆到天黑才收。"
FOOT = "-相关文章¦-别的文章¦-版权所有"

PAGES = {
    "goods are named between breadcrumb and rows": (
        "-登录¦-首页 > 产品 > 烤箱¦双门热风烤箱¦产品型号：WH-84¦-更新时间：2019-08-14¦-在线咨询"
        f"¦一、用途¦{TOLD}¦{MORE}¦{FOOT}"
    ),
    "so is a law, though one of its rows looks like a breadcrumb": (
        "-登录¦-现在位置：法规 > 法规内容¦旧书摊管理办法¦-法规类别：行政 ＞ 内政 ＞ 市集目"
        f"¦修正日期：民国 97 年 10 月 24 日¦-编章节¦第 1 条¦{TOLD}¦{FOOT}"
    ),
    "rows of what a page is about stay, and whom to call does not": (
        "-登录¦-首页 > 景点 > 东山 > 老粮仓¦老粮仓¦地址：东山镇老街一号¦开放时间：全天"
        f"¦-联系人：白小雨¦-写点评¦{TOLD}¦{MORE}¦{FOOT}"
    ),
    "an account of WeChat has names and no date below its title": (
        "停水通知，请提前储水¦-原创¦-小渡¦-渡口发布¦-渡口发布¦-微信号¦-dukou¦-功能介绍"
        f"¦-镇政府的公众号，发布本地资讯。¦{TOLD}¦{MORE}¦-责任编辑：小渡¦{FOOT}"
    ),
    "none of the contents is the title": (
        "-首页¦-登录¦旧书摊开张记¦-2022-10-03¦-目录¦-起因¦-经过¦-结果"
        f"¦起因¦{TOLD}¦经过¦{MORE}¦结果¦{TOLD[::-1][1:]}。¦{FOOT}"
    ),
    "the word of an entry stands over what it is": (
        "-首页¦-登录¦旧书摊¦~市集名词¦-编辑¦-收藏¦旧书摊是老街上卖书的地方，"
        f"摆在路边，没有招牌。¦{TOLD}¦{FOOT}"
    ),
    "a button below a picture is within the text": (
        f"-首页¦-登录¦旧书摊开张记¦-2022-10-03 10:20¦{TOLD}¦老粮仓"
        f"¦-查看更多¦{MORE}¦{TOLD}{MORE}¦{FOOT}"
    ),
    "words alone between two lines that go do so, too": (
        f"-首页¦-登录¦旧书摊开张记¦-2022-10-03 10:20¦{TOLD}¦{MORE}¦-责任编辑：高远¦-白小雨"
        "¦-分享到：¦-版权所有"
    ),
    "a button that shows more is no line of a text": (
        f"-首页¦-登录¦旧书摊开张记¦-2022-10-03 10:20¦{TOLD}¦-展开¦{MORE}¦-收起¦{TOLD}¦{FOOT}"
    ),
    "WordPress says in a sentence of links where a post belongs": (
        f"-首页¦-登录¦旧书摊开张记¦{TOLD}¦{MORE}¦-本条目发布于¦-2015-03-08¦-。属于¦-杂记"
        f"¦-分类，被贴了¦-旧书¦-标签。¦-文章导航¦{FOOT}"
    ),
    "a film has its title between the menu and buttons": (
        "-首页¦-电影¦-登录¦竹纸老作坊 第3集¦-9.1分¦-收藏¦-分享¦-导演：陈广平¦-简介：¦"
        f"{TOLD}¦{MORE}¦-为你推荐¦-别的片子¦-版权所有"
    ),
    "names stand between the number of a post and its time": (
        f"-登录¦旧书摊在哪里？¦-小满 · 2020-11-18 10:22:41¦{TOLD}"
        f"¦-9 条回复 • 2020-11-19 09:12:20¦-1¦-老林¦-2020-11-18 10:30:12"
        f"¦{MORE}¦-2¦-白雪¦-2020-11-18 10:41:55¦老街的尽头，过了桥就是。¦-3¦-小满¦-楼主"
        "¦-2020-11-18 11:02:33¦谢谢，周末就去。¦-版权所有"
    ),
    "a button below a post heads no comments": (
        f"-登录¦旧书摊在哪里？¦-小满¦-楼主¦-2021-11-02 19:20¦{TOLD}¦-评论¦-收藏¦-点赞¦-全部回复"
        f"¦-老林¦-沙发¦-2021-11-02 19:41¦{MORE}¦-回复¦-点赞¦-白雪¦-板凳¦-2021-11-02 20:15"
        "¦老街的尽头，过了桥就是。¦-回复¦-点赞¦-版权所有"
    ),
    "the time stands between the day of a post and its number": (
        f"-登录¦-论坛首页¦旧书摊在哪里¦-2013-06-03,¦-10:12 PM¦-#1¦-小满¦-小满 目前离线¦{TOLD}"
        "¦-回复时引用此文章"
        f"¦-2013-06-03,¦-11:40 PM¦-#2¦-老林¦-老林 目前离线¦{MORE}¦-回复时引用此文章¦-版权所有"
    ),
    "a signature stands below who rated a post": (
        "-登录¦-论坛首页¦旧书摊在哪里¦-楼主¦-发表于 2014-5-19 08:12:30¦-只看该作者"
        f"¦{TOLD}¦-参与人数 2¦-小灰¦-查看全部评分¦-慢就是快，回家最大。¦-回复¦-举报"
        f"¦-沙发¦-发表于 2014-5-19 09:40:11¦-只看该作者¦{MORE}¦-回复¦-举报¦-版权所有"
    ),
    "what is asked is told below the question": (
        "-登录¦楼上半夜拖椅子，应该怎么沟通？¦-关注者¦-312¦-写回答¦-邀请回答"
        "¦租的房子隔音差，楼上每天十二点以后拖椅子。¦-查看全部 57 个回答¦-陈默¦-楼下那个人¦-关注"
        f"¦-213 人赞同了该回答¦{TOLD}¦{MORE}¦-编辑于 2020-02-18 20:11¦-赞同 213¦-19 条评论¦-收藏"
        f"¦-白雪¦-关注¦-12 人赞同了该回答¦{MORE[::-1][1:]}。¦-赞同 12¦-2 条评论¦-相关问题¦-别的问题"
    ),
    "short sentences under headings are more than a notice": (
        "-App Store 预览¦-此 App 仅在 App Store 上提供，可用于 iPhone 和 iPad。¦~青禾日记"
        "¦-4.8 • 2,315 个评分"
        "¦~简介¦只有一个输入框，每天写一句。¦主要功能¦日历视图，一眼看到漏写。¦没有社交，没有广告。"
        "¦-隐私政策¦-版权所有"
    ),
}


@pytest.mark.parametrize("kind", PAGES)
def test_what_stays_of_a_page(kind: str) -> None:
    marked = PAGES[kind].split("¦")
    lines = [line.removeprefix("-").removeprefix("~") for line in marked]
    reasons = decide([judge(line, load()) for line in lines]).reasons
    wrong = [
        mark
        for mark, reason in zip(marked, reasons, strict=True)
        if mark[0] != "~" and (mark[0] == "-") != bool(reason)
    ]
    assert not wrong
