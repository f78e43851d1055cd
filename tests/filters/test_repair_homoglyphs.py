"""Characters that stand for those that look alike: where, and where not."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.homoglyphs import has_sign, homoglyphs, stands_for_han
from cleaner.settings import Settings

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        # Kana, in lines in which all of it makes words or numbers.
        ("他在エ作", "他在工作"),
        ("他在エ作，カ量很大", "他在工作，力量很大"),
        ("他在エ作\nこれは", "他在工作\nこれは"),
        ("これは\n他在エ作", "これは\n他在工作"),
        ("他去ロ岸", "他去口岸"),
        ("ニ十年", "二十年"),
        ("二〇ニ年", "二〇二年"),
        ("ー九八〇年", "一九八〇年"),
        ("第ニ天", "第二天"),
        ("これはエ作です", None),
        ("エ", None),
        ("ロ", None),
        ("三カ月", None),
        # Rare characters that make a word only as what they look like.
        ("女孑", "女子"),
        ("孑女", "子女"),
        ("开囗说", "开口说"),
        ("孑然一身", None),
        ("囗", None),
        ("城巿", None),  # nor do 城 and 市 by themselves
        # The letter O in numbers with a unit, and in long ones.
        ("2O23年", "2023年"),
        ("2O年", "20年"),
        ("2OOO元", "2000元"),
        ("20O人", "200人"),
        ("中2O3年", "中203年"),
        ("138O0138000", "13800138000"),
        ("2O23", None),
        ("A2O3年", None),
        ("OO7", None),
        ("138O0138", None),
        ("1OO", None),
        ("12OO3456A", None),
        # O and 0 among numerals.
        ("二O一八年", "二〇一八年"),
        ("二0一八年", "二〇一八年"),
        ("二оo一八年", "二〇〇一八年"),
        ("三0一医院", "三〇一医院"),
        ("九O后", "九〇后"),
        ("八O年", "八〇年"),
        ("八0年龄", None),
        ("七O級", None),
        ("O一八", None),
        ("一O", None),
        # The letter l in numbers with a unit.
        ("l988年", "1988年"),
        ("1l月", "11月"),
        ("l.5元", "1.5元"),
        ("2.l元", "2.1元"),
        ("l3天", "13天"),
        ("12l页", "121页"),
        ("l00分", "100分"),
        ("al98年", None),
        ("l天", None),
        # Cyrillic and Greek letters in a Latin word, and in the code of a thing.
        ("Аpple", "Apple"),
        ("аррle", "apple"),
        ("Οk中", "Ok中"),
        ("ＡＢС", "ＡＢC"),
        ("АВС-123", "ABC-123"),
        ("АВС123", "ABC123"),
        ("АВС", None),
        ("ТУ-154", None),
        ("САД слово", None),
        ("як", None),
    ],
)
def test_what_was_meant(text: str, result: str | None) -> None:
    done = homoglyphs(Document(text=text), SETTINGS).text
    assert done == (result or text)
    assert homoglyphs(Document(text=done), SETTINGS).text == done
    if result:
        assert has_sign(Document(text=text), SETTINGS)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("他在エ作", True), ("これはエ作です", False), ("他在工作", False), ("エ", False)],
)
def test_kana_for_characters(text: str, answer: bool) -> None:
    assert stands_for_han(text) is answer


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("늀是這樣", "就是這樣"),
        ("늀這樣", None),  # one alone that makes no word
        ("늀是這樣，他늀來了", "就是這樣，他就來了"),
        ("늀這樣，少땤精", "就這樣，少而精"),
    ],
)
def test_syllables_are_several_or_make_a_word(text: str, result: str | None) -> None:
    done = homoglyphs(Document(text=text), SETTINGS).text
    assert done == (result or text)
