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


JOINED, STAYS = True, False


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        # A word lies across the break, below eight characters, and a mark tells that it is prose.
        ("春天的早晨，孩子们到学\n校去上课。", JOINED),
        ("春天的早晨孩子们到学\n校去上课。", JOINED),
        ("春天的早晨孩子们到学\n校去上课", STAYS),
        ("早晨，孩子们到学\n校去。", JOINED),
        ("早晨，孩子到学\n校去。", STAYS),
        ("春天\n来了，好", STAYS),
        ("春天的早晨，孩子们到学校，\n老人们在家。", STAYS),
        # No word does.
        ("春天的早晨，孩子们看见\n一群大雁。", STAYS),
        # A table, an item of a list, code.
        ("\t春天的早晨，孩子们到学\n校去上课。", STAYS),
        ("春天的早晨，孩子们到学\n1、校去上课。", STAYS),
        ("```\n春天的早晨，孩子们到学\n校去上课。\n```", STAYS),
        # A mark that begins a line, from eight characters on.
        ("春天早晨，他们去\n，老人们在家。", JOINED),
        ("天早晨，他们去\n，老人们在家。", STAYS),
        # A number and what it counts, from sixteen characters on; spaces do not count.
        ("一个月，全村一共收入人民币230\n万元，比去年多。", JOINED),
        ("一个月，全村共收入人民币230\n万元，比去年多。", STAYS),
        ("一个月，全村 共收入人民币230\n万元，比去年多。", STAYS),
        ("一个月里，全村一共收入人民币 230\n万元，比去年多。", STAYS),
        ("一个月里，全村一共收入人民币1,230.5\n万元，比去年多。", JOINED),
        ("一个月里 全村一共收入人民币230\n万元 比去年多", STAYS),
        ("一个月里 全村一共收入人民币230\n万元，比去年多", JOINED),
        ("第一行\n一个月，全村共收入人民币230\n万元，比去年多。", STAYS),
        ("第一行\n一个月，全村一共收入人民币230\n万元，比去年多。\n三", JOINED),
        ("```\n一个月，全村一共收入人民币230\n万元，比去年多。\n```", STAYS),
        # The last character of a word alone in its line.
        ("这个村子里的人都在田里劳\n动。", JOINED),
        ("这个村子里的人都在田里劳\n动", JOINED),
        ("村里的人在田里劳\n动。", JOINED),
        ("村的人在田里劳\n动。", STAYS),
        ("村 的人在田里劳\n动。", STAYS),
        ("这个村子里的人都在田里劳\n人。", STAYS),
        ("第一行\n村的人在田里劳\n动。", STAYS),
        ("第一行\n村里的人在田里劳\n动。", JOINED),
        ("```\n这个村子里的人都在田里劳\n动。\n```", STAYS),
    ],
)
def test_breaks_within_words_and_numbers(text: str, joined: bool) -> None:
    """The last break but one of a text of three lines, or the last."""
    parts = text.rsplit("\n", 2 if text.endswith(("三", "```")) else 1)
    whole = parts[0] + "".join(parts[1:2]) + "".join(f"\n{part}" for part in parts[2:])
    assert unwrapped(text) == (whole if joined else text)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("一行短", ""), ("", "一行短"), ("一行短\n", "\n一行短")]
)
def test_only_the_break_that_cuts_a_word_goes(before: str, after: str) -> None:
    text = f"{before}\n春天的早晨，孩子们到学\n校去上课。\n{after}"
    assert unwrapped(text) == text.replace("学\n校", "学校")


@pytest.mark.parametrize(("short", "joined"), [(1, True), (2, True), (3, False)])
def test_a_full_line_beside_one_that_was_cut_goes_on(short: int, joined: bool) -> None:
    """It is at most two characters shorter than the longest; one that is shorter may end so."""
    full = "春天的早晨，山里的人们都到田里去劳动，孩子们到学"
    second = "校去上课，老人们坐在门前晒着太阳说着从前的事情"[: len(full) - short]
    assert unwrapped(f"{full}\n{second}\n他们很好。") == (
        f"{full}{second}他们很好。" if joined else f"{full}{second}\n他们很好。"
    )


@pytest.mark.parametrize(("lines", "joined"), [(6, True), (7, False)])
def test_one_break_in_seven_must_cut_a_word(lines: int, joined: bool) -> None:
    """So many do by chance; in a text that was broken at a width a third of them do."""
    text = "\n".join(["春天的早晨，孩子们到学\n校去上课。", *["他们看见，大雁"] * lines])
    assert unwrapped(text) == (text.replace("学\n", "学") if joined else text)


LONG = "老人们坐在门前晒着太阳，说着从前的事情，没有一个人走开。"


@pytest.mark.parametrize(
    ("word", "sure", "full"),
    [
        ("火车", True, True),
        ("门口", True, True),
        ("电灯", True, True),
        ("道路", False, True),
        ("说话", False, True),
        ("看天", False, False),
    ],
)
def test_a_line_that_is_not_full_needs_a_surer_word(word: str, sure: bool, full: bool) -> None:
    """Words of two common characters (道, 路) stand side by side by chance."""
    text = f"山里的孩子们，都在{word[0]}\n{word[1]}的时候了。"
    joined = text.replace("\n", "")
    assert unwrapped(text) == (joined if full else text)
    assert unwrapped(f"{LONG}\n{text}") == f"{LONG}\n{joined if sure else text}"


@pytest.mark.parametrize("word", ["劳动", "房屋", "买卖", "农民", "认识", "讨论", "蝴蝶", "早晨"])
@pytest.mark.parametrize("before", ["的", "在", "和", "看", "一个"])
def test_the_word_across_the_break_alone_counts(word: str, before: str) -> None:
    text = f"山里的孩子们，今天{before}{word[0]}\n{word[1]}了又了，没有人。"
    assert unwrapped(text) == text.replace("\n", "")


def test_an_item_that_would_end_a_word_stays() -> None:
    assert (
        unwrapped("他们说，这里的法律要统\n一般的人都来看。")
        == "他们说，这里的法律要统一般的人都来看。"
    )
    text = "他们说，这里的法律要统\n一、法律另有规定的除外。"
    assert unwrapped(text) == text


def test_a_name_that_no_dictionary_has_is_cut_before_a_pause() -> None:
    """In a full line of sixteen characters or more a clause of one character is proof enough."""
    text = "去年春天，他们在长江里又看见了许多的白鱀\n豚，它们游得很快。"
    assert unwrapped(text) == text.replace("\n", "")
    for other in (
        text.replace("豚，", "豚的，"),
        text[6:],
        f"{text}{LONG}",
        text.replace("豚", "看"),
    ):
        assert unwrapped(other) == other


@pytest.mark.parametrize(
    "before", ["研究", "他们要", "和", "或者", "因为", "其中", "将", "包括", "不"]
)
def test_a_word_that_binds_goes_on_in_a_full_line(before: str) -> None:
    binds = before in ("和", "或者", "因为", "其中", "将", "包括")
    line = "去年春天，他们在长江里又看见了许多鱼"
    text = f"{line}{before}\n鱀豚游得很快。"
    assert unwrapped(text) == (text.replace("\n", "") if binds else text)
    short = f"他们在长江里看见，鱼{before}\n鱀豚。"
    assert unwrapped(short) == short


@pytest.mark.parametrize(
    "text",
    [
        "山里的孩子们，都在火\n車の中で待っています、とても静かでした。",
        "これは山の中の物語です、みんな乗ってる火\n车来了，都走了。",
    ],
)
def test_a_line_in_japanese_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_a_block_that_stays_stops_no_other() -> None:
    stays = "蜗居铁棚六年，生活费每日二元\n朝称或将爆发冲突，要求外交官离开"
    assert unwrapped(f"{stays}\n\n{WRAPPED}") == f"{stays}\n\n" + WRAPPED.replace("\n", "")
    assert unwrapped(f"{stays}\n\n{stays}\n\n{WRAPPED}") == (
        f"{stays}\n\n{stays}\n\n" + WRAPPED.replace("\n", "")
    )


@pytest.mark.parametrize("above", ["标题一行在此\n\n", "一\n\n", "```\n某某\n```\n\n"])
@pytest.mark.parametrize(("short", "joined"), [(2, True), (3, False)])
def test_the_width_is_that_of_the_block(above: str, short: int, joined: bool) -> None:
    full = "春天的早晨，山里的人们都到田里去劳动，孩子们到学"
    second = "校去上课，老人们坐在门前晒着太阳说着从前的事情"[: len(full) - short]
    assert unwrapped(f"{above}{full}\n{second}\n他们很好。") == (
        f"{above}{full}{second}他们很好。" if joined else f"{above}{full}{second}\n他们很好。"
    )
