"""Noise against copying, and keywords stuffed into words."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.noise import noise
from cleaner.filters.repair.spam import spam
from cleaner.filters.repair.stuffing import CLAUSES, _heads, _reach, stuffing
from cleaner.filters.repair.symbols import symbols
from cleaner.settings import Settings


@pytest.mark.parametrize(
    "text",
    [
        "公式 a + b = c * d - e / f 成立。",
        "選項 A B C D E F G 都對。",
        "他们说 I am a cat so go on 没错",
        "坐标 (1 2 3 4 5 6) 如下",
        "按 Ctrl + C 与 Ctrl + V 即可",
        "返回 {c 4 5 6 d h} {a 1 e i} {b 2 3 f g}.",
        "它遵循这个标准，与其他 Unix 系统兼容。Linux\n支持多任务，也支持多用户。\n",
        "它遵循这个标准，与其他 Unix 系统兼容。Linux\n    支持多任务，也支持多用户。",
        "我走了。谢谢\n你也走了。谢谢\n第三行没有。\n第四行\n第五行\n第六行\n第七行",
    ],
)
def test_formulas_options_and_thanks_stay(text: str) -> None:
    assert noise(Document(text=text), Settings()).text == text


def test_tags_after_most_lines_go() -> None:
    text = "树叶黄了。秋收\n果子熟了。秋收\n大雁南飞。秋收"
    assert noise(Document(text=text), Settings()).text == text.replace("秋收", "")


@pytest.mark.parametrize("end", ["", "\n", "\n\n第二段。"])
def test_a_tag_at_the_end_of_a_paragraph_goes(end: str) -> None:
    text = f"内核启动后会挂载根目录。Linux{end}"
    assert noise(Document(text=text), Settings()).text == text.replace("Linux", "")


@pytest.mark.parametrize(
    "text",
    [
        "网站建设需要规划，网站建设需要预算。我们谈网站建设时，常常忽略网站建设的目的。",
        # 使者 is a word, and so is 开发者.
        "致力于自由软件开发并宣扬其理念。我们邀请软件开发者们参与，这将使软件开发者能集中精力设计程序。",
    ],
)
def test_honest_repetition_stays(text: str) -> None:
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


@pytest.mark.parametrize(
    ("run", "is_noise"),
    [
        (" %M k8 e& F u$", True),  # five groups ...
        (" %M k8 e& F", False),  # ... not four
        (" #8 p$ F u q", True),  # two of five are of two kinds ...
        (" #8 p$ F u q z", False),  # ... and not of six
        (" #8 p# F u q", False),  # one strange sign; two letters with signs
        (" 8. p# q# u a", False),  # a full stop is no such sign
        (" p# q# u# a b", False),  # three, but all of one sign
        (" p# q+ u# a b", True),
    ],
)
def test_how_much_noise_is_noise(run: str, is_noise: bool) -> None:
    text = "今天天气很好"
    assert (noise(Document(text=text + run), Settings()).text == text) is is_noise


@pytest.mark.parametrize(
    ("tails", "others", "dropped"), [(3, 3, True), (3, 4, False), (2, 0, False), (4, 4, True)]
)
def test_the_same_word_after_half_of_the_lines(tails: int, others: int, dropped: bool) -> None:
    text = "树叶黄了。秋收\n" * tails + "果子\n\n" * others
    assert ("秋收" not in noise(Document(text=text), Settings()).text) is dropped


@pytest.mark.parametrize(("head", "times", "found"), [("天地玄黄", 3, 3), ("天地玄黄", 2, 0)])
def test_a_head_comes_often_enough(head: str, times: int, found: int) -> None:
    assert [*_heads(f"好,{head}。" * times)] == [head] * found


def test_heads_are_those_of_the_first_clauses() -> None:
    numbers = ",1234" * (CLAUSES - 1)
    assert "天地玄黄" in [*_heads(numbers + ",天地玄黄" * 3)]
    assert not [*_heads(numbers + ",5678" + ",天地玄黄" * 3)]


def test_a_phrase_that_cuts_words_goes_from_the_third_time_on() -> None:
    lines = ["其次要看风网站建设量大小", "这是一个问网站建设题吗", "我们都喜网站建设欢音乐"]
    for count in (2, 3):
        text = "。".join(lines[:count])
        expected = text.replace("网站建设", "") if count == 3 else text
        assert stuffing(Document(text=text), Settings()).text == expected


@pytest.mark.parametrize(
    ("line", "first", "dropped"),
    [
        ("博彩網|六合彩|開元棋牌", False, True),  # three words ...
        ("博彩網|六合彩", False, False),
        ("博彩網|六合彩", True, True),  # ... two above all other lines
        ("博彩網|苹果", True, False),
        ("博彩網 六合彩", True, False),  # not with a space between them
        ("博彩網|六合彩|開元棋牌|苹果|香蕉", False, True),  # three of five ...
        ("博彩網|六合彩|開元棋牌|苹果|香蕉|西瓜", False, False),  # ... not of six
        ("六合彩|六合论坛|六合", False, True),  # of one house
        ("博彩網|六合彩|開元棋牌。", False, False),  # a sentence
    ],
)
def test_how_many_advertising_words_make_a_list(line: str, first: bool, dropped: bool) -> None:
    text = f"{line}\n尾行" if first else f"首行\n{line}\n尾行"
    expected = text.replace(f"{line}\n", "") if dropped else text
    assert spam(Document(text=text), Settings()).text == expected


def test_symbols_strewn_into_sentences_go() -> None:
    text = "渡口的老🅹艄公收了🗠桨，🞎💢说今天风大🀵。\n🐹“明天再🅦来吧。”他举☳着灯说。\n🎀\n"
    clean = "渡口的老艄公收了桨，说今天风大。\n“明天再来吧。”他举着灯说。\n🎀\n"
    assert symbols(Document(text=text), Settings()).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "一万🀇二万🀈三万🀉，东🀀南🁁西🂂北🀃，都是牌。",  # tiles, of one row
        "今天好开心😊真的💢气死🐹了🎀哈，🍎苹果🚗车🤣笑。",  # emoji
        "甲🅹乙🗠丙🞎\n🀵丁",  # of three kinds, but too few within sentences
    ],
)
def test_emoji_and_signs_of_one_kind_stay(text: str) -> None:
    assert symbols(Document(text=text), Settings()).text == text


def test_noise_leaves_a_bracket_that_it_follows_closed_and_words_it_stands_before() -> None:
    text = (
        "5 q0 } ^) a- a2 ?8 N9 {: Q\n"
        "小火炖煮，加酱油(老抽) ) r9 r& u7 q& h\n"
        "盛出之前撒葱花(两根) h$ W6 p/ x, w% w1 t5 M\n"
        '- ~" O! `3 @9 J7 khttps://example.com/soup\n'
        "! z5 k; |0 F* i* A2 H+ Bosch 的锅很好用\n"
    )
    clean = (
        "小火炖煮，加酱油(老抽)\n盛出之前撒葱花(两根)\nhttps://example.com/soup\nBosch 的锅很好用\n"
    )
    assert noise(Document(text=text), Settings()).text == clean


def test_pairs_of_discuz_go_before_words_behind_them_and_behind_the_name_of_the_board() -> None:
    text = (
        "这家的汤底偏甜，过一阵再来。- c1 }; v% e\n"
        "旧书论坛$ [2 k/ P! u/ s( m$ X$ q: d\n"
        "5 ~/ H' m7 P2 W$ k2 }OLDBOOK 是一家旧书店的名字\n"
        "老板说 oldbook7 j) D' M! C2 K\n"
        "* M: c8 } D A1 q r\n"
        "OLDBOOK 含有热门话题,最新最快电视,软体,游戏,电影及兴趣交流等资讯。\n"
        "选项 A B C D E F G 都对\n"
    )
    clean = (
        "这家的汤底偏甜，过一阵再来。\nOLDBOOK 是一家旧书店的名字\n老板说 oldbook\n"
        "选项 A B C D E F G 都对\n"
    )
    assert noise(Document(text=text), Settings()).text == clean


def test_links_of_headings_to_themselves_go_when_there_are_two() -> None:
    text = "安装¶\n先下载。\n配置 ¶\n改三行。\n工具#\n量三次。\n测量#\n他会C#\n"
    clean = "安装\n先下载。\n配置\n改三行。\n工具\n量三次。\n测量\n他会C#\n"
    assert noise(Document(text=text), Settings()).text == clean
    one = "段落的记号是¶\n升号写作升#\n"
    assert noise(Document(text=one), Settings()).text == one
