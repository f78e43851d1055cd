"""Entities, escapes, doubled marks, echoes, notices and advertising lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.repair import echo as echo_module
from cleaner.filters.repair import punctuation as punctuation_module
from cleaner.filters.repair.clauses import repeated_groups
from cleaner.filters.repair.echo import echo
from cleaner.filters.repair.entities import entities
from cleaner.filters.repair.escapes import escapes
from cleaner.filters.repair.punctuation import punctuation
from cleaner.filters.repair.scripts import count_han, is_foreign, is_han
from cleaner.filters.repair.spam import spam
from cleaner.settings import Settings

PLAIN = Settings(skip=("markup",))


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("紅&nbsp;茶&emsp;綠茶", "紅\u00a0茶\u2003綠茶"),
        ("&#33590;&#x8336;", "茶茶"),
        ("紅茶#xff0c;綠茶#xff1b;白茶。", "紅茶，綠茶；白茶。"),
        ("茶色#xff0000;a#xff0c;b“#xff0c;”", "茶色#xff0000;a#xff0c;b“#xff0c;”"),
        ("&#33590&#33590", "茶茶"),
        ("&amp;amp;ldquo;好&amp;rdquo;", "“好”"),
        ("&#8220;好&#8221;，&#39;是&#39;", "“好”，'是'"),
        ("&NBSP;&Nbsp;", "\u00a0\u00a0"),
        ("甲&nbsp乙", "甲\u00a0乙"),
        ("甲&nbsp；乙", "甲\u00a0乙"),
        ("3 &lt; 4 &amp;&amp; 5 &gt; 4", "3 < 4 && 5 > 4"),
        ("&#150;&#xfffe;", "–"),
        ("http://a.cn/?a=1&amp;copy=2", "http://a.cn/?a=1&copy=2"),
        ("王&middot;李&hellip;&yen;5", "王·李…¥5"),
    ],
)
def test_entities(damaged: str, clean: str) -> None:
    assert entities(Document(text=damaged), PLAIN).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "R&D; AT&T; Q&A;",
        "http://a.cn/?a=1&lt=2&copy;3",
        "f(&sum); x = &int; return &real;",
        "「&nbsp;」是什麼",
        "HTML實體&lt;和&gt;",
        "&unknown; &#xzz; &#; &;",
        "a&&b&c",
    ],
)
def test_other_ampersands_stay(text: str) -> None:
    assert entities(Document(text=text), PLAIN).text == text


def test_tags_behind_entities_go_the_way_of_tags() -> None:
    text = "&lt;p&gt;第一段說得很清楚。&lt;/p&gt;&lt;p&gt;第二段也一樣。&lt;/p&gt;"
    assert "<p>" not in entities(Document(text=text), Settings()).text
    assert "<p>" in entities(Document(text=text), PLAIN).text
    assert "<p>" in entities(Document(text=text), Settings(only=("repair",))).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        (r"\u8336\u8449", "茶葉"),
        (r"標題:\\u8336\\u8449", "標題:茶葉"),
        (r"\u{8336}\u{1f375}", "茶🍵"),
        (r"\ud83c\udf75\u8336", "🍵茶"),
        (r"\ud83c\udf75", "🍵"),
        (r"紅茶\u3000綠茶", "紅茶\u3000綠茶"),
        (r"\xe8\x8c\xb6", "茶"),
        ("%E8%8C%B6，很好", "茶，很好"),
        (r"春\n夏\t秋\r\n冬\n", "春\n夏\t秋\n冬\n"),
        (r"http:\/\/a.cn\/b", "http://a.cn/b"),
        (r"他說\"好的\"走了", '他說"好的"走了'),
    ],
)
def test_escapes(damaged: str, clean: str) -> None:
    assert escapes(Document(text=damaged), Settings()).text == clean


@pytest.mark.parametrize(
    "text",
    [
        r"C:\new\u4e00\test",
        r"[\u4e00-\u9fa5]+",
        r"轉義寫作\u8336\u8449",
        r"\alpha + \nu",
        r"\ud83c茶",
        r"\u0041\u0042",
        r"他輸入了\n換行",
        "http://a.cn/%E8%8C%B6%E8%91%89",
        "q=%E8%8C%B6",
        "%E8%8C",
        "100%，50%",
        r"\u{ffffff}\u8336",
    ],
)
def test_other_escapes_stay(text: str) -> None:
    assert escapes(Document(text=text), Settings()).text == text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("走了。。", "走了。"),
        ("走了。。。。", "走了……"),
        ("走了……………", "走了……"),
        ("走了.....然後", "走了……然後"),
        ("走了···", "走了……"),
        ("走了⋯⋯", "走了……"),
        ("唱的是 Don』t go", "唱的是 Don’t go"),
        ("走了⋯⋯⋯⋯", "走了……"),
        ("⋯走了⋯⋯", "…走了……"),
        ("來，，去,,看，,", "來，去,看，"),
        ("甲、、乙；；丙", "甲、乙；丙"),
        ("說，。", "說。"),
        ("說。，又說", "說。又說"),
        ("好！！！！！！", "好！！！"),
        ("好?????", "好???"),
        ("上||下｜｜左", "上|下｜左"),
        ("他——————走了", "他——走了"),
        ("好~~~~", "好~"),
        ("「「好」」《《書》》【【告】】", "「好」《書》【告】"),
    ],
)
def test_doubled_marks(damaged: str, clean: str) -> None:
    assert punctuation(Document(text=damaged), Settings()).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "……好！！！嗎？？？",
        "1 + 2 + ⋯ + n = n(n + 1)/2",
        "a,,b; x || y; 1..2; ...args; a::b",
        "「『好』」「甲」「乙」",
        "————————",
        "「甲「乙」丙」",
        "かな、、です。。",
        "第3...5頁",
    ],
)
def test_other_marks_stay(text: str) -> None:
    assert punctuation(Document(text=text), Settings()).text == text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("今天下午會下雨。\n今天下午會下雨。\n\n今天下午會下雨。\n完", "今天下午會下雨。\n完"),
        (
            "出門以前,要先看看天氣預報,出門以前,要先看看天氣預報,帶傘。",
            "出門以前,要先看看天氣預報,帶傘。",
        ),
        ("山上的櫻花這幾天都開了，" * 3 + "好看。", "山上的櫻花這幾天都開了，好看。"),
    ],
)
def test_echoes(damaged: str, clean: str) -> None:
    text = damaged
    for _ in range(3):
        text = echo(Document(text=text), Settings()).text
    assert text == clean


@pytest.mark.parametrize(
    "text",
    [
        "小小的船兒\n小小的船兒",
        "走吧，走吧，走吧。",
        "謝謝。\n謝謝。",
        "姓名\t張三\n姓名\t張三",
        "今天下午會下雨。\n明天下午會下雨。\n今天下午會下雨。",
    ],
)
def test_other_repetition_stays(text: str) -> None:
    assert echo(Document(text=text), Settings()).text == text


def test_advertising_lines() -> None:
    text = "博彩網 六合彩 百家樂\n正文說了一件事。\n友情鏈接:博彩網|六合彩|老虎機|天氣"
    assert spam(Document(text=text), Settings()).text == "正文說了一件事。\n"


@pytest.mark.parametrize(
    "line",
    [
        "免费视频,日韩电影一二三区,这里都是精品视频在线观看,国产成人天堂av",
        "麻豆精品_国产91视频_一区二区三区在线看_欧美无码视频 ?",
        "涩涩视频-涩涩网站-涩涩视频下载-涩涩影视在线看",
    ],
)
@pytest.mark.parametrize("above", ["", "\n", "•\n"])
def test_lists_of_films_above_a_page(line: str, above: str) -> None:
    page = "閥門的選擇\n選擇時要考慮介質、壓力和溫度。\n"
    assert spam(Document(text=f"{above}{line}\n{page}"), Settings()).text == above + page


@pytest.mark.parametrize(
    "line",
    [
        "国产手机排行榜,国产汽车品牌,国产精品护肤品推荐",
        "国产99式坦克,国产导弹,国产航母",
        "国产电影_日韩电影_欧美电影_动漫_综艺",
        "国产91精品的说法从哪里来?",
    ],
)
def test_lists_of_home_products_stay(line: str) -> None:
    text = f"{line}\n選擇時要考慮介質、壓力和溫度。\n"
    assert spam(Document(text=text), Settings()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "警方查獲博彩網、六合彩、老虎機。",
        "六合彩開獎",
        "博彩|旅遊|美食|天氣|財經",
        "六合彩 博彩 天氣 體育 新聞 財經",
    ],
)
def test_news_about_gambling_stays(text: str) -> None:
    assert spam(Document(text=text), Settings()).text == text


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("東京に行きました", True),
        ("価格は1,980円です", True),
        ("대한민국 서울", True),
        ("優の良品在台北開了分店", False),
        ("韓國首都首爾（서울）的人口", False),
        ("電影", False),
        ("", False),
    ],
)
def test_foreign_lines(line: str, foreign: bool) -> None:
    assert is_foreign(line) == foreign


@pytest.mark.parametrize(
    ("character", "han"),
    [(c, True) for c in "〇㐀一鿿豈⼀⻄𠀀\U0003ffff"]
    + [(c, False) for c in ("", "a", "、", "々", "あ")],
)
def test_chinese_characters(character: str, han: bool) -> None:
    assert is_han(character) is han


# The cheap looks that come before the patterns must see whatever the patterns find.


@settings(max_examples=2000)
@given(st.text(st.sampled_from("中a1 \n，、；：,。;.·…—！？!?|丨~～「」《》（）“”"), max_size=12))
def test_doubled_marks_are_seen(text: str) -> None:
    doubled = {s for m in punctuation_module._DOUBLED.finditer(text) for s in m.group()}
    for signs, pattern, replacement in punctuation_module._RULES:
        for match in pattern.finditer(text):
            after = replacement if isinstance(replacement, str) else replacement(match)
            assert after == match.group() or not doubled.isdisjoint(signs), match


def _doubled_sentences(text: str) -> Iterator[bool]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return (echo_module._repeats(line, last) for last, line in pairwise(lines))


CLAUSES = st.sampled_from(
    [
        "春天來了，",
        "花都開了，",
        "這是一個很長很長的句子。",
        "今天的天氣非常好！",
        "好，",
        "\n",
        "  ",
        "1，",
    ]
)


@settings(max_examples=2000)
@given(st.lists(CLAUSES, max_size=9).map(lambda parts: "".join(parts + parts[-3:] + parts[-2:])))
def test_echoes_are_seen(text: str) -> None:
    lines = echo_module._even(text)
    if any(_doubled_sentences(text)):
        assert echo_module._may_repeat_lines(lines)
    if list(repeated_groups(text)):
        assert echo_module._repeating(lines)[0]


@pytest.mark.parametrize(
    "sign", sorted({sign for signs, _, _ in punctuation_module._RULES for sign in signs})
)
def test_each_doubled_mark_is_seen(sign: str) -> None:
    assert any(sign in m.group() for m in punctuation_module._DOUBLED.finditer(f"中{sign * 4}中"))


def test_an_echo_with_other_spaces_and_brackets() -> None:
    one = "[财讯]金山集团（000999）晚间公布年度业绩预告。"
    text = f"{one}\n[财讯]金山集团 (000999) 晚间公布年度业绩预告。\n"
    assert echo(Document(text), Settings()).text == f"{one}\n"


@given(st.text())
@example("".join(map(chr, range(0x110000))))
@example("〇一龥鿿䶵䷀⺀⼀⿕⿖豈\ufaff𠮷")
def test_chinese_characters_are_counted(text: str) -> None:
    assert count_han(text) == sum(map(is_han, text))


def test_repairs_see_every_kind_of_line_end() -> None:
    damaged = "他来了。\r\n（本章未完，请翻页）\r\n她走了。vue\u2028\u2028风停了。"
    repaired = Cleaner(only=("repair",)).clean(damaged)
    assert repaired.split("\n") == ["他来了。", "她走了。", "", "风停了。"]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("cut 选项... [文件列表]...", None),  # what may come more than once
        ("用法：cp [选项]... 来源... 目录", None),
        ("用法：tar <文件>... 目录", None),
        ("用法：ls [选项...] 目录", None),
        ("sort 选项... 文件...", None),
        ("他看了选项...没说话", "他看了选项……没说话"),
        ("[图]...好看吗...", "[图]...好看吗……"),  # nothing but a space or an end behind a bracket
        ("ok 好吧... 我走了...", "ok 好吧…… 我走了……"),
        ('print("加载中...")', None),
        ("```\n加载中...\n```", None),
        ("我读了<<三体>>和<<活着>>。", "我读了《三体》和《活着》。"),
        ("cout << 变量 >> 别的", None),
        ("等一下..我来", "等一下……我来"),
        ("等一下..OK", None),
        ("上级目录../别的", None),
        ("<<" + "字" * 31 + ">>", "《" + "字" * 31 + "》"),
        ("<<" + "字" * 32 + ">>", None),  # titles are shorter
    ],
)
def test_marks_in_usages_code_and_titles(text: str, result: str | None) -> None:
    assert punctuation(Document(text), Settings()).text == (text if result is None else result)


@pytest.mark.parametrize(("cells", "stays"), [(0, True), (1999, True), (2000, False)])
def test_an_empty_value_of_a_row_stays_if_the_row_has_an_end(cells: int, stays: bool) -> None:
    rows = ("1,,无" + ",a" * cells + "\n") * 3
    assert (punctuation(Document(text=rows), Settings()).text == rows) is stays


def test_code_is_told_by_what_stands_near() -> None:
    code, dots = 'print("加载中...")', "走了... "
    assert punctuation(Document(text=code), Settings()).text == code
    far = code + dots * 400
    assert punctuation(Document(text=far), Settings()).text.startswith(code)
    assert punctuation(Document(text=far), Settings()).text.endswith("走了…… ")
