"""GBK text read one byte out of step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.filters.repair import desync
from cleaner.filters.repair.desync import realigned
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.out_of_step import runs
from cleaner.filters.repair.readings import raw
from cleaner.filters.repair.scripts import is_traditional
from cleaner.settings import Settings
from tests.filters.gbk_pages import glossed
from tests.hostile.newer import NEWER

# Written for this test after the rules were; about what regional news are about.
TEXT = """縣圖書館新館今天上午正式開放，第一批讀者領到了紀念書籤。
新館共有四層，設有兒童閱覽區、報刊閱覽區和數字體驗區，能夠同時接待八百名讀者。
館長說：“我們希望每個孩子都能在這裡找到喜歡的書。”
為了方便上班的市民，圖書館將開放時間延長到晚上九點。
據氣象部門預測，未來三天我省大部分地區將出現強降雨過程，局部地區可能發生滑坡。
請各單位加強值班，及時轉移危險地段的群眾，確保人民生命財產安全。
這個村過去交通不便，農產品運不出去；公路修通以後，果園的訂單一年比一年多。
記者在現場看到，工人們正在檢修設備，車間裡十分整潔。
技術人員介紹，新的生產線採用全自動控制，能耗降低了兩成，產量卻增加了近一倍。
專家認為，傳統手工藝的保護需要政府、企業和社會各界共同努力。
老陳今年七十二歲，從事木雕已經五十多年，他的作品曾經在國內外展出。
兩國代表就貿易、環境和教育等問題進行了深入討論，並簽署了合作協議。
比賽進行到最後一分鐘，客隊後衛一腳遠射，皮球擊中門柱彈進網窩！
醫生提醒，冬季是心血管疾病的高發期，老年人應注意保暖，避免劇烈運動。
學校組織學生參觀了科技館，孩子們對機器人表現出濃厚的興趣。
實驗結果顯示，這種材料在高溫條件下仍然保持良好的性能。
經過三年的努力，當地的水質明顯改善，消失多年的水鳥又飛了回來。
如果你想了解更多情況，可以撥打熱線電話，也可以到服務大廳詢問工作人員。
歷史學家從這些書信中發現了許多不為人知的細節。
夜幕降臨，河兩岸的燈光亮了起來，遊客們紛紛拿出手機拍照留念。"""


# What such a program knows: the first reading of each common character that GB 2312 lacks.
READINGS = {
    character: raw(character).split(",")[0]
    for character in map(chr, range(0x4E00, 0x9FA6))
    if is_traditional(character)
}


def repaired(text: str) -> str:
    return glosses(Document(text=text), Settings()).text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("能夠?qū)崿F(xiàn)全部目標", "能夠實現全部目標"),
        (
            "依照規(guī)定執(zhí)行?！吨腥A人民共和國勞動(dòng)法》",
            "依照規定執行。《中華人民共和國勞動法》",
        ),
        ("企業(yè)發(fā)展?fàn)顩r良好", "企業發展狀況良好"),
        # Characters of private use are lost: A498 of 專業, FE84 of 服務, A694 of 對數.
        ("水平還(huán)不夠?qū)I(yè)，設(shè)備陳舊", "水平還不夠專業，設備陳舊"),
        ("平臺(tái)能夠?qū)Ψ?wù)器進(jìn)行監(jiān)控", "平臺能夠對服務器進行監控"),
        ("滿足客戶(hù)需求?？蛻?hù)至上", "滿足客戶需求。客戶至上"),
        ("提高質(zhì)量?jī)?yōu)勢", "提高質量優勢"),
        ("計(jì)量?jī)x表", "計量儀表"),
        ("神經(jīng)系統(tǒng)疾?。–NS disease)的診斷", "神經系統疾病（CNS disease)的診斷"),
        ("難道發(fā)展只是為了數字？?jī)H僅為了數字", "難道發展只是為了數字？僅僅為了數字"),
        ("難道發(fā)展只是為了數字??jī)H僅為了數字", "難道發展只是為了數字?僅僅為了數字"),
        ("產(chǎn)量比去年高?！?/strong>村裡的國(guó)道也通了", "產量比去年高。”村裡的國道也通了"),
        ("明年還要發(fā)展?！边@是全村的心願", "明年還要發展。”這是全村的心願"),
        ("明年還要發(fā)展?!边@是全村的心願", "明年還要發展。”這是全村的心願"),
        ("明年還要發(fā)展?！?國(guó)家也支持", "明年還要發展。”國家也支持"),
        ("確(què)保萬(wàn)無(wú)一失?，F將有關(guān)事項", "確保萬無一失。現將有關事項"),
        ("老師(shī)說(shuō):“大家都很開(kāi)心?!?", "老師說:“大家都很開心。”"),
        ("網(wǎng)友說(shuō):“真的開(kāi)心?!?”", "網友說:“真的開心?!?”"),
        # The second byte that was lost goes with what stands behind it: 服務, 哈爾, 精神.
        ("這(zhè)家書(shū)店非?：玫奈锪鞣?務也快。", "這家書店非常好的物流服務也快。"),
        ("新園(yuán)子的規(guī)?：凸?爾濱的一樣。", "新園子的規模和哈爾濱的一樣。"),
        ("這(zhè)裡好玩?！⑿菹ⅲ痪?神都好。", "這裡好玩耍、休息；精神都好。"),
    ],
)
def test_fragments(damaged: str, clean: str) -> None:
    assert repaired(damaged) == clean


def _astride(text: str) -> list[str]:
    """Return the characters that bytes across two characters of ``text`` make, with readings."""
    found = set()
    for line in text.split("\n"):
        data = line.encode("gbk")
        for at in range(1, len(data) - 2, 2):
            character = data[at : at + 2].decode("gbk", "ignore")
            if len(character) == 1 and raw(character):
                found.add(character)
    return sorted(found)


ASTRIDE = _astride(TEXT)


def _wrong(page: str) -> int:
    """Return in how many places the page differs from the text once it is repaired."""
    codes = SequenceMatcher(None, TEXT, repaired(page), autojunk=False).get_opcodes()
    return sum(tag != "equal" for tag, *_ in codes)


@given(st.sets(st.sampled_from(ASTRIDE), min_size=8, max_size=30))
@settings(max_examples=15)
def test_breaks_at_glosses_are_undone(characters: set[str]) -> None:
    table = READINGS | {character: raw(character).split(",")[0] for character in characters}
    page = glossed(TEXT, table, marks="")
    assert _wrong(page) <= 1 + 0.1 * page.count("?")


def test_breaks_at_marks_are_undone() -> None:
    page = glossed(TEXT, READINGS)
    assert page.count("?") > 8
    assert _wrong(page) <= 0.1 * page.count("?")


def test_honest_question_marks_stay() -> None:
    text = re.sub("[，。]", "?", TEXT)
    assert not list(realigned(text))
    assert not list(realigned(text.replace("?", "??")))
    assert not list(realigned(text.replace("?", "?!")))
    assert not list(realigned(text.replace("?", "？，")))
    assert not list(realigned(text.replace("?", "?！?！")))


@pytest.mark.parametrize(
    "text",
    [
        "時間?地點?人物?都要寫清楚",
        "http://example.com/?id=1&name=?發(fā)展",
        "他問:\u201c是誰??\u201d沒有人回答",
        "真的嗎?！那太好了",
    ],
)
def test_a_question_is_no_lost_byte(text: str) -> None:
    assert not list(realigned(text))


def test_no_glosses_no_change() -> None:
    text = TEXT + "\n依照規定執行?!吨腥A人民共和國"
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("依照規定執行?！吨腥A人民共和國", "依照規定執行。《中華人民共和國"),
        ("他從口袋里掏出兩?；ㄉ旁谧郎稀?", "他從口袋里掏出兩。花生放在桌上。"),
        ("會議室里很安靜?：鋈?,有人敲門。", "會議室里很安靜。忽然,有人敲門。"),
        ("這種產品的成本低?！敝芷淙收f,“開放", "這種產品的成本低。”周其仁說,“開放"),
        ("銷售額同比增長18.2%?？h商務局負責人說", "銷售額同比增長18.2%。縣商務局負責人說"),
        ("該節目因涉嫌“?：η嗌倌杲】怠?,被禁播。", "該節目因涉嫌“危害青少年健康”,被禁播。"),
        ("水質明顯改善?；诖?,省里決定推廣。", "水質明顯改善。基于此,省里決定推廣。"),
    ],
)
def test_a_full_width_mark_behind_it_is_enough(damaged: str, clean: str) -> None:
    assert repaired(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        "真的?！我不信。你說呢?",
        "你去不去?，我先問問看。好?",
        "他到底來不來?？？急死人了?",
        "這是什麼?；那又是什麼?",
        "誰是第一名?：A班還是B班?",
        "有沒有?，A股又跌了?",
        "什麼?！T恤賣完了",
    ],
)
def test_whoever_asks_with_two_marks_is_left_alone(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize("piece", ["?", "?！", "國?，", "?jī)", "能?qū)崿", "?A", "崿(è)"])
def test_without_end(piece: str) -> None:
    repaired("發(fā)展產(chǎn)業(yè)機(jī)會(huì)計(jì)劃(huà)" + piece * 3000)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("字?，x", False),  # a question mark after a character is one
        ("字)?，x", True),
        ("字（zì）?，x", True),
        ("字??，x", True),
    ],
)
def test_a_question_mark_may_be_half_a_character(text: str, lost: bool) -> None:
    found = list(runs(text, text.index("?")))
    assert [run.last is not None for run in found] == [True, False][not lost :]
    assert found[-1].end == len(text)
    if lost:
        assert found[0].last == bytes(range(0x81, 0xFF))


def test_breaks_are_not_asked_in_vain_for_dropped_pairs_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One takes as long as a hundred others, and a text may have thousands of them."""
    asked: list[str] = []

    def bridged(before: str, *rest: object) -> Iterator[str]:
        asked.append(before)
        yield from ()

    monkeypatch.setattr("cleaner.filters.repair.gaps.bridged", bridged)
    shape = NEWER["shifts at glosses, no two alike"](40_000)
    assert isinstance(shape, str)
    assert shape.count("?qū") > 10 * desync.MOST_VAIN
    list(desync.realigned(shape))
    assert 0 < len(asked) <= desync.MOST_VAIN * desync.DROPPED_RUNS


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("“不行?！笔勘f(shuō)著，轉(zhuǎn)身就走", "“不行。”士兵說著，轉身就走"),
        (
            "“好一個(gè)忠臣?！被实劾湫σ宦暎炎噙∪釉诘厣稀?",
            "“好一個忠臣。”皇帝冷笑一聲，把奏摺扔在地上。",
        ),
    ],
)
def test_speech_that_lost_several_pairs(shown: str, read: str) -> None:
    """A run without a gloss, of which no pair alone makes prose."""
    assert repaired(shown) == read


def test_patience_ends_with_so_many_in_vain_and_begins_anew_with_a_find() -> None:
    patience = desync.Patience()
    for _ in range(desync.MOST_VAIN - 1):
        patience.note(found=False)
    assert patience.left == 1
    patience.note(found=True)
    assert patience.left == desync.MOST_VAIN


def test_patience_ends_for_all_that_was_found_in_a_long_document() -> None:
    patience = desync.Patience()
    for _ in range(desync.MOST_ASKED - 1):
        patience.note(found=True)
    assert patience.left == desync.MOST_VAIN
    patience.note(found=True)
    assert patience.left == 0
