"""Links to other articles over a title and below a text; names below that stood above."""

from __future__ import annotations

import pytest

from cleaner.filters.chrome import links, twice
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.likeness import likeness

TEXT = (
    "周末的早晨，小镇上摆开了三十多个旧书摊，卖书的人从邻近几个县赶来，买书的人更多。",
    "老粮仓的门也开着，雨天的时候书摊就搬到里面去，一直摆到天黑才收。",
)
TITLE, DATE = "小镇旧书摊周末开张", "2015-03-04 10:20"
OTHERS = ("环岛公路新桥下月通车", "中学生机器人赛事落幕两队获奖", "港口吞吐量创下新高船期排到冬天")
SLIDES = (OTHERS[0], OTHERS[0], "通车后去县城只要半个小时。", OTHERS[2], OTHERS[2])


def kept(*page: str) -> list[str]:
    lines = [judge(text, load()) for text in page]
    reasons = decide(lines).reasons
    return [text for text, reason in zip(page, reasons, strict=True) if not reason]


def test_links_behind_bullets_over_a_title_go_with_its_date() -> None:
    assert kept(*[f"• {text}" for text in OTHERS], TITLE, DATE, *TEXT) == [TITLE, *TEXT]


def test_slides_over_a_title_go() -> None:
    above = (*SLIDES, "港口的船期已经排到了冬天。")
    assert kept(*above, TITLE, DATE, *TEXT) == [TITLE, *TEXT]


@pytest.mark.parametrize(
    "above",
    [
        [f"• {text}" for text in OTHERS[:2]],
        ["• 小镇上摆开了三十多个旧书摊", "• 卖书的人从邻近几个县赶来", "• 雨天书摊就搬到里面去"],
        SLIDES[:3],
    ],
    ids=["two", "of the text", "one slide"],
)
def test_what_is_no_list_of_others_stays(above: list[str]) -> None:
    lines = [judge(text, load()) for text in (*above, TITLE, DATE, *TEXT)]
    cued = [(index, line) for index, line in enumerate(lines) if line.force]
    assert links.over(lines, [""] * len(lines), cued) == ([], None)


def named(*below: str, above: str = "报道：黄小渡") -> list[int]:
    lines = [judge(text, load()) for text in (TITLE, above, *TEXT, *below)]
    cued = [(index, line) for index, line in enumerate(lines) if line.force]
    verdict = ["", "byline", "", "", *["tail" if text[0] == "安" else "" for text in below]]
    return [at - 4 for at in twice.named(lines, verdict, cued)]


def test_who_wrote_is_named_again_below_the_text() -> None:
    assert named("黄小渡") == [0]
    assert named("黄小") == []  # a part of the name
    assert named("东山县民政局", above="来源：东山县民政局") == []  # a public body signs
    assert named("渡口旧事", above="点击上方“渡口旧事”关注我们") == [0]


def test_what_who_wrote_says_of_himself_stands_below_his_name() -> None:
    told = "安小河，东山人，当过记者，如今自由写作，爱爬山和唱歌。"
    assert named("安小河", told[1:]) == []
    lines = [judge(text, load()) for text in (TITLE, "作者：安小河", *TEXT, "安小河", told)]
    cued = [(index, line) for index, line in enumerate(lines) if line.force]
    assert twice.named(lines, ["", "byline", "", "", "tail", ""], cued) == [5]
    assert twice.named(lines, ["", "byline", "", "", "", ""], cued) == []


def test_who_wrote_in_the_line_of_a_title_is_no_part_of_it() -> None:
    assert likeness("漫谈旧书摊作者：安小河", "这里有旧书摊，漫谈一下。") == 0.75


def dropped(*below: str) -> list[int]:
    """Return which of the lines below a text go."""
    lines = [judge(text, load()) for text in ("小镇旧书摊周末开张", *TEXT, *below)]
    return [at - 3 for at, reason in enumerate(decide(lines).reasons) if reason]


def test_headlines_of_others_go_without_any_cue() -> None:
    assert dropped(*OTHERS) == [0, 1, 2]


def test_what_stands_among_them_goes_along() -> None:
    assert dropped("|", "视频更多", *OTHERS) == [0, 1, 2, 3, 4]


def test_dated_headlines_may_have_a_comma() -> None:
    dated = [f"2025-08-{day}{text}，今年第一次" for day, text in enumerate(OTHERS, 10)]
    assert dropped(*dated) == [0, 1, 2]


def test_numbered_links_with_their_headline_twice_go() -> None:
    links = [
        part
        for number, text in enumerate(OTHERS, 1)
        for part in (f"{number}. {text}", text, f"{number}小时前")
    ]
    assert dropped("1. 更多", *links) == [*range(10)]


def test_one_of_several_may_ask() -> None:
    assert dropped(*OTHERS, "把星空送进山村，带去了什么？") == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "below",
    [
        OTHERS[:2],
        ("获奖的摊位如下：", *OTHERS),
        tuple(f"{number}、{text}" for number, text in enumerate(OTHERS, 1)),
        (*OTHERS[:2], "港口吞吐量创下新高……"),
        tuple(text[:8] for text in OTHERS),
        ("卖书的人从邻近几个县赶来", "小镇上的旧书摊搬到老粮仓里", "买书的人更多的周末早晨"),
        (OTHERS[0], "把星空送进山村，带去了什么", OTHERS[2]),
    ],
    ids=["two", "introduced", "numbered", "going on", "short", "of the text", "verses"],
)
def test_what_a_text_lists_itself_stays(below: tuple[str, ...]) -> None:
    assert dropped(*below) == []
