"""Which lines of a page go: how many cues make a page, and what is decided again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome.cues import END, REASONS, STRONG, WEAK
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import BLANK, JAMMED, Line
from tests.filters.chrome_texts import DATED, LAST, LONG, OTHER, PLAIN, SENTENCE, cue


def test_a_text_of_numbers_alone_stays() -> None:
    numbers = [judge(str(number), load(())) for number in range(1, 7)]
    assert decide(numbers).reasons == [""] * 6
    assert decide([*numbers, LONG]).reasons == ["navigation"] * 6 + [""]


def test_no_cue_no_change() -> None:
    assert decide([PLAIN, BLANK, SENTENCE]).reasons == ["", "", ""]
    assert decide([]).reasons == []


def test_one_cue_within_a_text_stays() -> None:
    page = [PLAIN, SENTENCE, cue("comments", END), PLAIN, SENTENCE, PLAIN]
    assert not any(decide(page).reasons)


@pytest.mark.parametrize(("kinds", "goes"), [(2, False), (3, True)])
def test_a_long_page_has_cues_of_three_kinds(kinds: int, goes: bool) -> None:
    """They are one line in a hundred only, but one in twenty looks like a menu."""
    told = [PLAIN, SENTENCE] * 140
    menu = [cue("navigation", WEAK)] * 20
    named = ("share", "copyright", "comments")[:kinds]
    foot = [cue(named[number % kinds]) for number in range(3)]
    assert any(decide([*told, *menu, *foot]).reasons[: -len(foot)]) is goes


def test_a_few_cues_make_no_page_of_a_manual() -> None:
    """However many rows of its tables look like menus."""
    row = cue("navigation", WEAK)
    kinds = ("navigation", "share", "advertisement")
    section = [PLAIN, SENTENCE, *[row] * 20, PLAIN, SENTENCE] * 10
    manual = [line for kind in kinds for line in (*section, cue(kind))] + section
    assert not any(decide(manual).reasons)


def test_copyright_of_several_people_is_one_cue() -> None:
    owners = [cue("copyright", END)] * 3
    page = [PLAIN, SENTENCE, *owners, PLAIN, SENTENCE, PLAIN]
    assert not any(decide(page).reasons)


def test_plain_lines_below_a_heading_are_the_tail() -> None:
    page = [cue("login"), SENTENCE, SENTENCE, cue("related", END), PLAIN, PLAIN, cue("app")]
    assert decide(page).reasons == ["login", "", "", "related", "tail", "tail", "app"]


def test_words_below_page_marks_stay() -> None:
    mark = cue("pager", text="第2页共3页")
    page = [cue("login"), SENTENCE, PLAIN, mark, PLAIN, SENTENCE.but(text="短句。"), mark]
    assert decide(page).reasons == ["login", "", "", "pager", "", "", "pager"]


def test_short_replies_of_a_thread_stay() -> None:
    when = cue("byline").but(field="published")
    said = Line("某某写道：", False)
    page = [cue("login"), SENTENCE, when, SENTENCE, when, said, SENTENCE, when, PLAIN, cue("share")]
    reasons = decide(page).reasons
    assert reasons[5:7] == ["", ""]
    assert reasons[8] == "tail" or not reasons[8]


def test_the_name_of_the_site_below_the_date_line_goes() -> None:
    when = cue("byline").but(field="published")
    site = Line("青山视点", False)
    page = [site, cue("login"), PLAIN, when, site, PLAIN.but(text="又一行，还没有说完"), SENTENCE]
    assert decide([*page, cue("share")]).reasons[3:7] == ["byline", "byline", "", ""]


def test_weak_lines_go_in_company_only() -> None:
    weak = cue("related", WEAK)
    assert not any(decide([SENTENCE, weak, SENTENCE]).reasons)
    page = [cue("login"), SENTENCE, weak, cue("share"), cue("copyright", END)]
    assert decide(page).reasons[2] == "related"


def test_a_label_that_comes_back_is_a_speaker() -> None:
    speech = cue("byline").but(label="记者", field="author")
    page = [cue("login"), SENTENCE, speech, PLAIN, speech, PLAIN, speech, SENTENCE, cue("share")]
    assert decide(page).reasons == ["login", *[""] * 7, "share"]


def test_nothing_but_cues_is_kept_with_a_warning() -> None:
    decision = decide([cue("login"), cue("share"), cue("copyright", END)])
    assert not any(decision.reasons)
    assert decision.warning


def test_title_is_told() -> None:
    dateline = cue("byline").but(field="published")
    assert decide([cue("login"), PLAIN, dateline, SENTENCE, cue("share")]).title == 1


def test_decision_is_linear_for_many_lines() -> None:
    page = [cue("login"), *[PLAIN, SENTENCE, cue("share"), BLANK] * 5_000, cue("copyright")]
    assert len(decide(page).reasons) == len(page)


_LINES = st.sampled_from(
    [
        BLANK,
        PLAIN,
        SENTENCE,
        Line("短句子。", True),
        Line("字" * 45, False),
        *(cue(reason, force) for reason in REASONS for force in (WEAK, STRONG)),
        *(cue(reason, END) for reason in ("related", "hot", "comments", "copyright")),
        cue("byline").but(field="published"),
    ]
)


@given(st.lists(_LINES, max_size=60), st.booleans())
def test_deciding_again_changes_nothing(page: list[Line], metadata: bool) -> None:
    reasons = decide(page, metadata=metadata).reasons
    assert set(reasons) <= {"", *REASONS}
    assert all(line.text for line, reason in zip(page, reasons, strict=True) if reason)
    left = [line for line, reason in zip(page, reasons, strict=True) if not reason]
    assert not any(decide(left, metadata=metadata).reasons)
    if any(line.text for line in page):
        assert any(line.text for line in left)


def test_a_weak_heading_below_the_body_goes_with_its_links() -> None:
    weak = cue("related", WEAK)
    menu = [cue("login"), *[PLAIN] * 6, cue("login")]
    page = [*menu, LONG, weak, *[PLAIN] * 3, cue("copyright", END)]
    assert decide(page).reasons[8:] == ["", *["related"] * 4, "copyright"]


def test_numbers_over_sections_stay_and_numbers_of_clicks_go() -> None:
    numbers = [cue("comments", WEAK, text) for text in ("01", "02")]
    page = [cue("login"), SENTENCE, numbers[0], PLAIN, SENTENCE, numbers[1], PLAIN, SENTENCE]
    assert decide([*page, cue("app")]).reasons == ["login", *[""] * 7, "app"]
    page = [cue("login"), SENTENCE, SENTENCE, cue("share"), *numbers, cue("app")]
    assert decide(page).reasons[3:] == ["share", "comments", "comments", "app"]


def test_numbers_of_posts_are_none_of_sections() -> None:
    numbers = [cue("comments", WEAK, text) for text in ("1", "2")]
    head = cue("byline", text="oldman 2020-11-05 09:20").but(field="published")
    page = [cue("login"), SENTENCE, numbers[0], head, SENTENCE, numbers[1], head, SENTENCE]
    reasons = decide([*page, numbers[1], head, cue("app")]).reasons
    assert [reasons[2], reasons[5]] == ["comments", "comments"]


def test_one_cue_is_enough_where_there_is_a_site() -> None:
    page = [PLAIN, SENTENCE, SENTENCE, cue("related", END), PLAIN, PLAIN, PLAIN, SENTENCE]
    assert not any(decide(page).reasons)
    assert decide(page, site=True).reasons[2:] == ["", "related", *["tail"] * 4]


def test_every_answer_to_a_question_stays() -> None:
    counted = cue("comments", text="3个回答")
    vote = cue("comments", text="赞同52")
    answer = Line("金鱼不用加热。", True)
    page = [cue("login"), SENTENCE, counted, SENTENCE, vote, answer, vote, cue("app")]
    assert decide(page).reasons[5] == ""


def test_credits_one_below_the_other_need_no_colon() -> None:
    names = [cue("credits", WEAK, text) for text in ("编辑张三", "审核李四", "监制王五")]
    page = [cue("login"), SENTENCE, SENTENCE, *names, cue("share"), cue("app")]
    assert decide(page).reasons[3:] == [*["credits"] * 3, "share", "app"]


def test_tags_one_below_the_other_go_and_headings_stay() -> None:
    tags = [Line(text, False) for text in ("#环岛", "#嘉义", "#豆花")]
    page = [cue("login"), SENTENCE, SENTENCE, *tags, cue("share"), cue("app")]
    assert decide(page).reasons[3:] == [*["related"] * 3, "share", "app"]
    heading = Line("#安装", False)
    page = [cue("login"), SENTENCE, heading, SENTENCE, heading, SENTENCE, cue("share"), cue("app")]
    assert decide(page).reasons[2:5] == ["", "", ""]


def test_long_rows_about_a_poster_do_not_end_a_thread() -> None:
    poster = [PLAIN, *[cue("comments", WEAK, f"积分{n}") for n in range(24)]]
    date = Line("发表于2010-10-3008:12", False, "byline", STRONG, "发表于", "published")
    post = [*poster, date, Line("谢谢楼上，下午就去。", True), cue("comments", text="回复引用")]
    reasons = decide([cue("login"), PLAIN, *post * 3, cue("copyright", END)]).reasons
    assert [index for index, reason in enumerate(reasons) if not reason][1:] == [28, 56, 84]


def test_answers_stand_below_the_heading_of_all_answers() -> None:
    heading = cue("comments", END, "全部回答（2）")
    page = [cue("login"), PLAIN, LONG, heading, SENTENCE, cue("byline"), LONG, cue("copyright")]
    assert decide(page).reasons[4:7] == ["", "byline", ""]


def test_the_head_of_a_post_goes_but_its_title() -> None:
    cues = load()
    head = ["作者", "flourboy (面粉)", "看板", "Baking", "标题", "[问题] 吐司长不高", "时间"]
    page = ["批踢踢实业坊", *head, "Sat Mar 17 22:31:05 2012", LONG.text, "--", "※ 发信站: 某某"]
    reasons = decide([judge(line, cues) for line in page]).reasons
    assert [line for line, reason in zip(page, reasons, strict=True) if not reason] == [
        "[问题] 吐司长不高",
        LONG.text,
    ]


def test_a_headline_without_an_end_among_headlines_goes() -> None:
    long = Line("作为全球人气最高的手机，它的周边配件也得到用户的亲睐和追捧并且一直很受欢迎", True)
    page = [cue("login"), LONG, cue("share"), PLAIN, long, PLAIN, cue("app")]
    assert decide(page).reasons[3:6] == ["tail"] * 3
    assert decide([*page[:4], SENTENCE, *page[5:]]).reasons[4] == ""


def test_each_letter_of_a_bulletin_board_stays() -> None:
    cues = load()
    head = ["发信人: maplecat (枫猫), 信区: Home", "标题: 木地板", "发信站: 某站 (Sat Mar 4 2006)"]
    post = [*head, "租的老房子，客厅地板一踩就响。", "--", "※ 来源:.某站[FROM: 128.2.]"]
    lines = [judge(line, cues) for line in ["首页", "登录", *post, *post, "版权所有 某站"]]
    kept = {lines[i].text for i, reason in enumerate(decide(lines).reasons) if not reason}
    assert kept == {"标题:木地板", "租的老房子，客厅地板一踩就响。"}


def test_a_subhead_below_a_button_stays_with_its_paragraphs() -> None:
    page = [cue("login"), LONG, cue("share"), PLAIN, SENTENCE, SENTENCE, cue("app"), cue("app")]
    assert decide(page).reasons == ["login", "", "share", "", "", "", "app", "app"]


def test_a_short_page_of_which_a_third_are_cues_is_one() -> None:
    weak = [cue("navigation", WEAK), cue("related", WEAK, "关键字五个")]
    byline = Line("(2012-01-17 20:00)晚间新闻", False, "byline", STRONG, "", "published")
    page = [
        cue("navigation", WEAK, "某某网 / 医疗"),
        Line("小镇上摆开书摊", False),
        LONG,
        byline,
    ]
    assert decide([*page, *weak]).reasons == [
        "navigation",
        "",
        "",
        "byline",
        "navigation",
        "related",
    ]
    assert decide([*page, PLAIN, PLAIN, PLAIN, PLAIN]).reasons[0] == ""


def test_one_tag_above_the_foot_goes() -> None:
    page = [cue("login"), LONG, Line("#图书馆", False), cue("hot", END), PLAIN, cue("app")]
    assert decide(page).reasons[1:4] == ["", "related", "hot"]


def test_a_declared_title_ends_what_is_above_it() -> None:
    name, title = Line("山城旧事", False), Line("从一张桌子开始的集市", False)
    page = [name, PLAIN, title, SENTENCE, SENTENCE]
    assert not any(decide(page).reasons)
    decision = decide(page, site=True, headline=title.text)
    assert decision.reasons == ["navigation", "navigation", "", "", ""]
    assert decision.title == 2
    longer = decide(page, site=True, headline="《从一张桌子开始的集市》_山城旧事网")
    assert longer.reasons == decision.reasons
    assert not any(decide(page, headline="").reasons)


def test_answers_below_their_heading_may_be_short() -> None:
    short = SENTENCE.but(text="短句。")
    page = [cue("login"), SENTENCE, cue("byline"), cue("comments", text="更多回答"), short]
    page += [cue("related", END), PLAIN, PLAIN]
    assert decide(page).reasons[4] == ""
    page[3] = cue("comments", text="最新评论")
    assert decide(page).reasons[4] == "tail"


@pytest.mark.parametrize(
    ("cues", "sentences", "is_page"),
    [
        # Two of different kinds, of one line in fifty; of one kind three, of one line in twenty.
        (["login"], 98, True),
        (["login"], 99, False),
        (["app"] * 2, 57, True),
        (["app"] * 2, 58, False),
        (["app"], 5, False),
    ],
)
def test_how_many_cues_make_a_page(cues: list[str], sentences: int, is_page: bool) -> None:
    """A button amid the text goes where there is a page around it."""
    half = sentences // 2
    page = [*map(cue, cues), *[SENTENCE] * half, cue("app"), *[SENTENCE] * (sentences - half)]
    assert bool(decide(page).reasons[len(cues) + half]) is is_page


def test_what_a_page_offers_to_skip_goes() -> None:
    told = (
        "清晨五点，他跟着父亲的渔船出海，三年前他还是一家科技公司的工程师，如今在岛上开了一间民宿。"
    )
    links = ["Skip 热读 and continue reading", "热读", "岛屿上的书店", "End of 热读", "不只是乡愁"]
    page = [
        "主页",
        "登录",
        "青年返乡潮",
        "2023年5月6日 10:00",
        told,
        *links,
        told[:-1] + "和书店。",
    ]
    page += ["更多相关内容", "版权所有"]
    lines = [judge(line, load()) for line in page]
    assert [bool(reason) for reason in decide(lines).reasons[4:11]] == [False] + [True] * 4 + [
        False
    ] * 2
    lines[8] = lines[8].but(text="热读完")
    assert not decide(lines).reasons[7], "no end"


def test_a_long_list_below_the_date_goes_up_to_the_first_paragraph() -> None:
    title, date = "两位老人在河边种出一片芦苇", "2005-04-27 14:32 来源：青山日报"
    links = [f"{name}班的戏今年夏天就要开演了" for name in "甲乙丙丁戊己庚辛壬癸"]
    text = [
        f"第{n}年，河边的芦苇又长高了一截，两位老人每天都来看它，风雨无阻。" for n in "一二三四五"
    ]
    menu = ["[试听]某某的歌", "[视频]某某预告片", "·幻灯·影院·快报·剧照·演出"] * 3
    page = ("首页", "登录", *menu, title, date, "荐", *links, *text, "相关新闻", "版权所有")
    reasons = decide([judge(line, load()) for line in page]).reasons
    assert [line for line, reason in zip(page, reasons, strict=True) if not reason] == [
        *(title, *text)
    ]


def test_what_the_breadcrumb_ends_with_is_the_title_when_nothing_else_is() -> None:
    text = ["工厂成立于1996年，占地三万平方米，有员工二百六十人，产品销往各地。"] * 2
    page = ("首页", "产品", "登录", "首页 > 关于 > 简介", "简介", *text, "友情链接", "版权所有")
    assert decide([judge(line, load()) for line in page]).reasons[4:6] == ["", ""]
    named = (*page[:4], "新闻", *page[5:])
    assert decide([judge(line, load()) for line in named]).reasons[4] == "navigation"


@pytest.mark.parametrize(("noise", "goes"), [(2, False), (3, True)])
def test_noise_between_the_lines_of_a_post_ends_nothing(noise: int, goes: bool) -> None:
    page = [SENTENCE, *[JAMMED, PLAIN, OTHER] * noise]
    assert decide(page).reasons == [("spam" if goes and line is JAMMED else "") for line in page]


@pytest.mark.parametrize(("field", "goes"), [("-", True), ("author", False)])
def test_a_counter_beside_the_date_makes_a_page(field: str, goes: bool) -> None:
    date = Line("发布时间：2018-04-23", False, "byline", STRONG, "发布时间", "published")
    count = Line("浏览次数：812", False, "byline", STRONG, "浏览次数", field)
    assert bool(decide([PLAIN, date, count, LONG, OTHER]).reasons[2]) is goes


def test_the_source_below_the_date_goes_though_a_standfirst_stands_above() -> None:
    source = cue("byline").but(field="source")
    page = [
        cue("login"),
        PLAIN,
        LONG,
        DATED,
        cue("comments"),
        source,
        LONG,
        source,
        LAST,
        cue("app"),
    ]
    assert decide(page).reasons[3:8] == ["byline", "comments", "byline", "", ""]
