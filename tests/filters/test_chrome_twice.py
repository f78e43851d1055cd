from __future__ import annotations

import pytest

from cleaner.filters.chrome import twice
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.lines import Line

CUES = load()
FIRST = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来，买书的人更多。"
SECOND = "集市的发起人是两位开书店的年轻人，最初只有一张桌子，摆的是他们自己读过的小说。"
THIRD = "如今，集市每月一次，镇上还腾出老粮仓作雨天的场地，卖旧唱片和旧相机的人也来了。"


def copied(*page: str) -> list[str]:
    lines = [judge(line, CUES) for line in page]
    return [page[index] for index in twice.again(lines, range(len(lines)))]


def test_the_second_copy_goes_with_its_subheads_but_not_what_is_new() -> None:
    page = ("从一张桌子开始", FIRST, SECOND, "从一张桌子开始", FIRST, SECOND, THIRD)
    assert copied(*page) == ["从一张桌子开始", FIRST, SECOND]


def test_a_summary_and_a_quotation_stay() -> None:
    assert not copied(FIRST, FIRST, SECOND, THIRD)
    assert not copied(FIRST, SECOND, THIRD, THIRD[:-1] + "！", FIRST, SECOND[:-1] + "！")
    assert not copied(FIRST, SECOND, *(f"{i}{THIRD}" for i in range(3)), FIRST, SECOND)


def test_sayings_stay() -> None:
    assert not copied(*("我不知道。", "谁知道呢？") * 9)


def test_the_title_with_a_site_behind_it_goes_and_alone_stays() -> None:
    page = (
        "小镇旧书集市周末开张",
        "小镇旧书集市周末开张 / 青山新闻",
        FIRST,
        "小镇旧书集市周末开张",
    )
    lines = [judge(line, CUES) for line in page]
    assert twice.titles(lines, range(len(lines)), 0) == [1]
    assert not twice.titles(lines, range(len(lines)), 1)
    short = [judge(line, CUES) for line in ("旧书集市", "旧书集市/青山新闻", FIRST)]
    assert not twice.titles(short, range(len(short)), 0)
    long = [judge(line, CUES) for line in (page[0], page[0] + "——" + "摊主" * 9, FIRST)]
    assert not twice.titles(long, range(len(long)), 0)


@pytest.mark.parametrize(
    ("alt", "times", "gone"),
    [
        ("小镇旧书集市周末开张", 2, True),
        ("小镇旧书集市周末开张", 1, False),  # a subhead
        ("小镇旧书集市周末", 2, False),  # too short
        ("山里旧书集市周末开张", 2, False),
    ],
)
def test_a_title_that_comes_back_stands_below_photos(alt: str, times: int, gone: bool) -> None:
    page = ["小镇旧书集市周末开张", FIRST, *[alt] * times, SECOND]
    lines = [judge(line, CUES) for line in page]
    found = twice.titles(lines, range(len(lines)), 0)
    assert found == (list(range(2, 2 + times)) if gone else [])


def sentence(length: int, letter: str = "字") -> Line:
    return Line(letter * (length - 1) + "。", True)


@pytest.mark.parametrize(("length", "gone"), [(29, []), (30, [2, 3])])
def test_the_length_of_a_sentence_that_is_a_copy(length: int, gone: list[int]) -> None:
    page = [sentence(length), sentence(length, "词")] * 2
    assert twice.again(page, range(4)) == gone


@pytest.mark.parametrize(("rest", "gone"), [(60, [3, 4]), (61, [])])
def test_the_share_of_a_text_that_comes_again(rest: int, gone: list[int]) -> None:
    """Two in five letters of the long sentences: here 120 and 120 that came before, of 300."""
    page = [sentence(rest, "句"), *[sentence(60), sentence(60, "词")] * 2]
    assert twice.again(page, range(5)) == gone


def test_a_copy_is_looked_for_among_the_lines_that_stay() -> None:
    page = [sentence(40), sentence(40, "词")] * 2
    assert twice.again(page, [0, 2, 3]) == []
    assert twice.again([*page, *page], [0, 1, 5, 6]) == [5, 6]


@pytest.mark.parametrize(
    ("headline", "behind", "gone"),
    [
        (10, "／青山新闻", True),
        (9, "／青山新闻", False),
        (10, "_" + "站" * 11, True),
        (10, "_" + "站" * 12, False),
        (10, "青山新闻", False),
        (10, "", False),
    ],
)
def test_the_title_of_a_photo(headline: int, behind: str, gone: bool) -> None:
    page = [Line("题" * headline + behind, False), Line("题" * headline, False), sentence(40)]
    page.append(page[0])
    assert twice.titles(page, range(4), 1) == ([3] if gone else [])
    assert twice.titles(page, range(3), 1) == []


def test_the_captions_of_a_text_that_is_no_page_go() -> None:
    title = "瞒着家里人卖了五年豆腐的年轻老板"

    def dropped(*page: str) -> list[int]:
        lines = [judge(line, CUES) for line in page]
        return twice.captions(lines, [(at, line) for at, line in enumerate(lines) if line.force])

    assert dropped(title, FIRST, title, SECOND, title, THIRD) == [2, 4]
    assert dropped(title, FIRST, title, SECOND) == []
    assert (
        dropped("临江市人民政府办公室", FIRST, "临江市人民政府办公室", "临江市人民政府办公室") == []
    )
    assert dropped(title, "青石巷", title, "石板桥", title) == []  # a song
    assert dropped("旧书集市", "文章图片", FIRST, "文章图片") == [1, 3]
    assert dropped("文章标题", "文章图片", "文章内容") == []


def test_what_photos_have_in_place_of_themselves_goes_among_paragraphs() -> None:
    photo, title = "老街旧书集市攻略", "周末逛老街"

    def dropped(*page: str) -> list[int]:
        lines = [judge(line, CUES) for line in page]
        return twice.strewn(lines)

    page = (title, photo, photo, FIRST, photo, SECOND, photo, photo, photo)
    assert dropped(*page) == [1, 2, 4, 6, 7, 8]
    assert dropped(*page[1:]) == [1, 3, 5, 6, 7]  # the first is the title
    assert dropped(title, photo, FIRST, photo, photo, photo, SECOND, photo) == []  # one row
    assert dropped(title, photo, photo, FIRST, photo, photo) == []  # one paragraph: a song
    assert dropped(title, *("攻略",) * 2, FIRST, *("攻略",) * 2, SECOND) == []
    chapter = "第三章 老街旧书"
    assert dropped(title, chapter, FIRST, chapter, chapter, SECOND, chapter, chapter, THIRD) == []
    speaker = ("记者问道", FIRST, "主任答道", SECOND)
    assert dropped(title, *speaker * 4) == []


def test_the_same_credit_or_day_of_issue_goes_with_the_other() -> None:
    page = (
        "（编辑：安小河）",
        FIRST,
        "2019年9月2日",
        "（编辑：安小河）",
        "2019年9月2日",
        "相关新闻",
    )
    cued = [(at, line) for at, line in enumerate(judge(text, CUES) for text in page) if line.force]
    assert twice.same(cued, ["credits", "", "byline", "", "", ""]) == [3, 4]
    assert twice.same(cued, [""] * 6) == []
    assert twice.same([*cued, (6, cued[-1][1])], ["", "", "", "", "", "related", ""]) == []
