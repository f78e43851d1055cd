"""Single characters: invisible, private use, Korean look-alikes, traces of lost bytes, zhuyin."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.document import Document
from cleaner.errors import DictionaryError
from cleaner.filters.repair.homoglyphs import homoglyphs
from cleaner.filters.repair.invisible import invisible
from cleaner.filters.repair.lost_bytes import lost_bytes
from cleaner.filters.repair.private_use import private_use
from cleaner.filters.repair.ruby import ruby
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("山\u200b水\u200c畫\u200d家\u2060的\ufeff墨", "山水畫家的墨"),
        ("軟\xad件", "軟件"),
        ("\ufeff開頭", "開頭"),
        ("\u202e反\u202c向\u2066的\u2069\u200e字", "反向的字"),
        ("辻\U000e0100さん", "辻さん"),
        ("我\ufe0f們，神\ufe00社", "我們，神社"),
        ("藏\U000e0068\U000e0069字", "藏字"),
        ("a\x00b\x08c\x7fd\x9fe\ufffff", "abcdef"),
        ("\x1b[1;31m紅\x1b[0m字", "紅字"),
        ("空\u3164白", "空白"),
        ("7\ufe0f月", "7月"),
        ("❤️\u200d。", "❤️。"),
    ],
)
def test_unseen_characters_go(damaged: str, clean: str) -> None:
    assert invisible(Document(text=damaged), Settings()).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🚀🏴‍☠️👍🏿❤️‍🔥5️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿☺︎✔️",
        "نمی‌دانم",
        "ක්‍ෂ",
        "ᠮᠣᠩᠭᠣᠯ᠎ᠠ",
        "\u200fعربي\u200f",
        "ㅤ한ㅤ",
        "\t\n\x0b\x0c\r\x85\u2028\u2029\u00a0\u3000\u2003",
        # as our segmentation sets them apart
        "👩 ‍ 🚀 ❤ ️ 5 ️ ⃣",
    ],
)
def test_unseen_characters_with_a_purpose_stay(text: str) -> None:
    assert invisible(Document(text=text), Settings()).text == text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("?一、基本情況", "一、基本情況"),
        ("第一行\n  ???近日", "第一行\n  近日"),
        ("? ? ? ?去年", "去年"),
        ("以此為準,?不得更改。", "以此為準,不得更改。"),
        ("天黑了。?他還沒回來;?門開著。??\n", "天黑了。他還沒回來;門開著。\n"),
        ("來源:?本報", "來源:本報"),
        ("時間:2020-05-06 07:08:09??閱讀:12", "時間:2020-05-06 07:08:09 閱讀:12"),
        ("2020年5月6日??星期三", "2020年5月6日 星期三"),
        ("1.?報名 (二)?考試 •?錄取", "1.報名 (二)考試 •錄取"),
        ("“?大家好”", "“大家好”"),
        ("新聞?|?本站", "新聞|本站"),
        ("首頁?>?新聞?>?正文", "首頁>新聞>正文"),
        ("說明? ?附件", "說明 附件"),
        ("我\ufffd\ufffd去", "我去"),
        ("\n  ?\n\n去年的收成", "\n  \n\n去年的收成"),
        ("半個\ud83d字", "半個字"),
        ("锟斤拷锟斤拷正文", "正文"),
        ("他說Â 在那裡", "他說 在那裡"),
        ("Â 在那裡開始", " 在那裡開始"),
    ],
)
def test_traces_of_lost_characters_go(damaged: str, clean: str) -> None:
    assert lost_bytes(Document(text=damaged), Settings()).text == clean


def test_lost_characters_are_counted() -> None:
    document = lost_bytes(Document(text="甲\ufffd乙\ufffd\ufffd丙锟斤拷"), Settings())
    assert document.text == "甲乙丙"
    assert [warning.split()[0] for warning in document.warnings] == ["2", "1"]


@pytest.mark.parametrize(
    "text",
    [
        "真的?假的?我不信。",
        "你說呢?」他笑了。",
        "年齡:?歲",
        "他才18?不像。",
        "(?)",
        "?",
        "?\n",
        "他愣住了。\n?\n沒有人說話。",
        "http://a.cn/?q=1",
        "「\ufffd」是替換字元。",
        "乱码锟斤拷的由来",
        "是嗎?,那好。",
        "算符Â在态上",
        "算符 Â 在 态 上",  # as our segmentation sets it apart
    ],
)
def test_honest_question_marks_stay(text: str) -> None:
    document = lost_bytes(Document(text=text), Settings())
    assert document.text == text
    assert not document.warnings


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("\ue81e\ue826\ue854\ue864", "龴龵龺龻"),
        ("\uf0d8第一\n\u3000\uf06c 第二", "第一\n\u3000第二"),
        ("左\uf0e0右，約\uf0b1三度", "左→右，約±三度"),
        ("佢喺深水\ue734", "佢喺深水\ue734"),
        ("這個\ue000字", "這個𠕇字"),
    ],
)
def test_private_use(damaged: str, clean: str) -> None:
    assert private_use(Document(text=damaged), Settings()).text == clean


@pytest.mark.parametrize("text", ["\ue600首頁 \ue612搜尋", "\uf015 home", "简体\ue000字体"])
def test_icons_stay(text: str) -> None:
    assert private_use(Document(text=text), Settings()).text == text


def test_bad_code_point_of_a_users_table(tmp_path: Path) -> None:
    folder = tmp_path / "repair"
    folder.mkdir()
    (folder / "private_use.tsv").write_text("E8ZZ\t字\tmine\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"private_use.tsv:1: 'E8ZZ'"):
        private_use(Document(text="\ue000"), Settings(dictionary=(str(tmp_path),)))


def test_korean_look_alikes() -> None:
    assert homoglyphs(Document(text="늀是這樣，少땤精。"), Settings()).text == "就是這樣，少而精。"


@pytest.mark.parametrize(
    "text",
    [
        "놆",
        "늀這樣",
        "韓語「놆」與「늀」：안녕하세요，감사합니다",
        "놆늀 놆늀",
        "這놆字，那늀字：안녕하세요，감사합니다",
    ],
)
def test_korean_stays(text: str) -> None:
    assert homoglyphs(Document(text=text), Settings()).text == text


def test_bare_zhuyin() -> None:
    assert ruby(Document(text="大ㄉㄚˋ雨ㄩˇ停ㄊㄧㄥˊ了˙ㄌㄜ"), Settings()).text == "大雨停了"


@pytest.mark.parametrize(
    "text",
    [
        "我ㄉ心ㄋ情",
        "ㄅㄆㄇㄈ",
        "「ㄕ」是翹舌音",
        "大ㄉㄚˋ雨ㄩˇ我ㄅㄚ你ㄇㄚ他ㄊㄨ",
        "大ㄉㄚˋ的注音",
        "單(ㄕㄢˋ)于",
    ],
)
def test_other_zhuyin_stays(text: str) -> None:
    assert ruby(Document(text=text), Settings()).text == text


def test_private_use_of_hkscs_in_each_of_its_blocks() -> None:
    text = "我們寫字：字\ue000字\ue311字\uf6cf字\ueeb8字"
    found = private_use(Document(text=text), Settings()).text
    assert found == "我們寫字：字\U00020547字\U00023ed7字丶字\ueeb8字"  # HKSCS has no 8140
