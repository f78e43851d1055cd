"""Pinyin glosses: dropped where the document shows that they are damage, kept where they help."""

from __future__ import annotations

import builtins
import random

import pytest

from cleaner.document import Document
from cleaner.filters.repair import readings as table
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.readings import (
    Syllable,
    is_first_reading,
    is_reading,
    pinyin,
    raw,
    readings,
    zhuyin,
)
from cleaner.filters.repair.scripts import is_common, is_han, is_traditional
from cleaner.settings import Settings

# Written for these tests: one sentence a line, of everyday characters.
PROSE = """\
市裡的圖書館今年擴建了三層樓,讀者可以在晚上九點以前借書。
開發新區的計劃經過討論,學校、醫院和車站都設在河的東邊。
實驗證明這種機器運轉時的聲音很輕,對環境沒有影響。
當時我們還沒有電話,寫一封信要等十天才會到達對岸。
運動員們現在每天訓練六個小時,為夏天的比賽做準備。
產品的質量關係到企業的發展,也關係到顧客的權利。
"""


def dropped(text: str) -> str:
    return glosses(Document(text=text), Settings()).text


def glossed(text: str, characters: set[str], template: str = "({})") -> str:
    """Write readings after characters, as the damaged pages have them."""
    return "".join(
        character + template.format(usual(character)) if character in characters else character
        for character in text
    )


def usual(character: str) -> str:
    return raw(character).split(",")[0]


def toneless(character: str) -> str:
    return pinyin(usual(character)).base


@pytest.mark.parametrize("template", ["({})", "（{}）", "({} )", "( {})", "[{}]", "({}）"])
def test_every_gloss_of_a_damaged_page_goes(template: str) -> None:
    chosen = {character for character in PROSE if is_traditional(character)}
    assert dropped(glossed(PROSE, set(sorted(chosen)[::2]), template)) == PROSE


def test_toneless_glosses_of_any_character_go() -> None:
    text = "".join(
        f"{character}({toneless(character)})" if index % 5 == 0 and is_han(character) else character
        for index, character in enumerate(PROSE)
    )
    assert dropped(text) == PROSE


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("機(jī)器運轉(zhuǎn)正常。", "機器運轉正常。"),
        ("收入增長(cháng)很快,比去年多五個(gè)百分點(diǎn)。", "收入增長很快,比去年多五個百分點。"),
        ("實(Shí)驗(Yàn)的結果已經發(Fā)表。", "實驗的結果已經發表。"),
        ("發(fa1)展產(chan3)品質量", "發展產品質量"),
        ("電(dia\u0300n)話和網(wa\u030cng)路", "電話和網路"),
        ("發(fɑ̄)展與產(chǎn)品", "發展與產品"),
        ("婦女(nv3)穿綠(lü4)色衣服,發(fa1)展", "婦女穿綠色衣服,發展"),
        ("產(ㄔㄢˇ)品的數(ㄕㄨˋ)量很好,這是發(ㄈㄚ)展", "產品的數量很好,這是發展"),
        ("開發(fā)(fā)產(chǎn)品", "開發產品"),
        ("轉(zhuǎn 換實(shí)際的數(shù)字", "轉換實際的數字"),
        ("開發fā)的產(chǎn)品和權(quán)利", "開發的產品和權利"),
        ("商店營(yíng)業(yè) 了", "商店營業了"),
        ("我們的產(chǎn)品", "我們的產品"),
        ("管(guan)理部(bu)門迅速(su)行動", "管理部門迅速行動"),
        ("流量計(jì)的量?jī)x表", "流量計的量儀表"),
    ],
)
def test_short_texts(damaged: str, clean: str) -> None:
    assert dropped(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "范蠡（lǐ）經商致富。",
        "這裡的「行」讀(háng)。",
        "單(shàn)先生和仇(qiú)先生是朋友。",
        "管(guan)理處",
        "甲(a)乙(b)丙(c)",
        "歐陽(Ōuyáng)老師",
        "詞語拼音練習：發(fā)展、產(chǎn)品、實(shí)在",
        "老師教了天(tiān)、地(dì)、人(rén)。",
        "春(chūn)眠(mián)不(bù)覺(jué)曉(xiǎo)",
        "發(fā展)",
        "我(wo)",
    ],
)
def test_readings_that_help_stay(text: str) -> None:
    assert dropped(text) == text


@pytest.mark.parametrize(
    "entry",
    [
        "{c}（{r}）{w}",
        "【{c}】({r})：{w}",
        "{w}，姓氏{c}({r})在此。",
        "{c}({r})、",
        "{n}. {c}({r}) {w}",
    ],
)
def test_no_reading_of_a_dictionary_goes(entry: str) -> None:
    """Two thousand entries with any of their readings, common characters and rare ones."""
    chance = random.Random(7)
    characters = [c for c in map(chr, range(0x4E00, 0x9FFF)) if raw(c)]
    chance.shuffle(characters)
    lines = [
        entry.format(
            n=number,
            c=character,
            r=chance.choice(raw(character).split(",")),
            w="這個條目的說明有十來字",
        )
        for number, character in enumerate(characters[:2000], 1)
    ]
    text = "\n".join(lines)
    assert dropped(text) == text


def test_no_usual_reading_of_a_list_of_names_goes() -> None:
    names = [
        character
        for character in map(chr, range(0x4E00, 0x9FFF))
        if is_common(character) and readings(character)
    ]
    text = "\n".join(f"本地姓{name}({usual(name)})的人有不少。" for name in names[:500])
    assert dropped(text) == text


def test_exercises_in_a_text_about_sounds_stay() -> None:
    text = (
        PROSE * 3 + "拼音練習:發(fā)展、產(chǎn)品、實(shí)在、運(yùn)動、經(jīng)過、數(shù)目。"
    )
    assert dropped(text) == text
    assert dropped(text.replace("拼音", "下列")) != text


def test_a_few_readings_in_a_long_text_stay() -> None:
    text = PROSE * 10 + "蠡(lǐ)、實(shí)、產(chǎn)、權(quán)、運(yùn)和經(jīng)。"
    assert dropped(text) == text


@pytest.mark.parametrize(
    ("end", "left"),
    [("產(ch", "產"), ("產(chǎ", "產"), ("產(", "產"), ("產(d", "產(d"), ("三(s", "三(s")],
)
def test_the_end_of_the_text_has_cut_a_gloss(end: str, left: str) -> None:
    text = glossed(PROSE, {"開", "經", "會", "現", "產", "個"})
    assert dropped(text + end) == PROSE + left
    assert dropped(PROSE + end) == PROSE + end  # of a page without glosses it is none


def test_lost_bracket_is_evidence_for_the_glosses_beside_it() -> None:
    text = PROSE * 2 + "對(duì)量?jī)x表的說明"
    assert dropped(text) == text.replace("(duì)", "").replace("?jī)x", "儀")


@pytest.mark.parametrize("text", ["(ā" * 5000, "發(" * 5000, "發(fā" * 5000, "(fā)" * 5000])
def test_broken_brackets_without_end(text: str) -> None:
    assert isinstance(dropped(text), str)


def test_readings_of_a_character() -> None:
    assert readings("權")[0] == Syllable("quan", 2)
    assert is_reading("長", Syllable("zhang", 3))
    assert is_reading("長", Syllable("chang", 0))
    assert not is_reading("長", Syllable("chang", 4))
    assert not is_first_reading("單", Syllable("shan", 4))
    assert readings("x") == readings("") == ()


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("lǜ", Syllable("lü", 4)),
        ("LÜ3", Syllable("lü", 3)),
        ("nu:3", Syllable("nü", 3)),
        ("lve4", Syllable("lüe", 4)),
        ("fa\u0304", Syllable("fa", 1)),
        ("ń", Syllable("n", 2)),
    ],
)
def test_pinyin(text: str, syllable: Syllable) -> None:
    assert pinyin(text) == syllable


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("ㄓㄨㄥ", Syllable("zhong", 1)),
        ("ㄒㄩㄥˊ", Syllable("xiong", 2)),
        ("ㄩˇ", Syllable("yu", 3)),
        ("˙ㄉㄜ", Syllable("de", 5)),
        ("ㄌㄩˋ", Syllable("lü", 4)),
        ("ㄗˋ", Syllable("zi", 4)),
        ("ㄨㄟˋ", Syllable("wei", 4)),
        ("ㄅ", None),
        ("ㄚㄅ", None),
        ("", None),
    ],
)
def test_zhuyin(text: str, syllable: Syllable | None) -> None:
    assert zhuyin(text) == syllable


def test_pypinyin_is_not_imported_where_its_table_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    imported = builtins.__import__

    def refuse(name: str, *arguments: object) -> object:
        if name.startswith("pypinyin"):
            raise AssertionError("imported")
        return imported(name, *arguments)  # type: ignore[arg-type]

    table._file.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    assert raw("權").startswith("quán")


def test_the_package_serves_where_the_table_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> str:
        raise OSError

    table._file.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(table, "open", broken, raising=False)
        assert raw("權").startswith("quán")
    again = {character: raw(character) for character in "〇㐀權龍龥a"}
    table._file.cache_clear()
    assert again == {character: raw(character) for character in again}


def test_a_reading_of_a_byte_and_a_letter_goes() -> None:
    """The last byte of ， and P are 琍, which reads lí."""
    damaged = "環(huán)境局發(fā)布數(shù)據(jù)，P(lí)M2.5好轉(zhuǎn)，維P(mǎ)不詳"
    assert dropped(damaged) == "環境局發布數據，PM2.5好轉，維P(mǎ)不詳"
    assert dropped("天氣轉好，P(lí)M2.5下降") == "天氣轉好，P(lí)M2.5下降"


def test_no_reading_of_ten_thousand_goes() -> None:
    """A dictionary in running text, as an encyclopaedia has it, of pypinyin's own readings."""
    chance = random.Random(11)
    characters = [c for c in map(chr, range(0x4E00, 0x9FFF)) if raw(c)][:10_000]
    chance.shuffle(characters)
    text = "".join(
        f"{character}（{raw(character).split(',')[0]}），見第{number}頁。"
        + ("\n" if number % 7 == 0 else "")
        for number, character in enumerate(characters, 1)
    )
    assert dropped(text) == text


def test_common_characters() -> None:
    assert all(map(is_common, "的發產權龍一"))
    assert not any(map(is_common, "龑饕蠡鯤黟"))
    assert is_traditional("權")
    assert not is_traditional("权")
    assert not is_traditional("人")
