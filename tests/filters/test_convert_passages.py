"""Which lines are Japanese or Korean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.convert.passages import mask, unmask


@pytest.mark.parametrize(
    "line",
    [
        "東京駅で待ち合わせ。",
        "国際的な会議に参加する",
        "鈴木の家",
        "的店の",
        "ﾃｽﾄ電車",
        "대한민국(大韓民國)",
        "積極的に発言する",
        "営業時間:10:00~20:00(火曜定休)",
        "第1回 日本語能力試験",
    ],
)
def test_foreign(line: str) -> None:
    assert mask(line) == ("\0" * len(line), [(0, len(line))])


@pytest.mark.parametrize(
    "line",
    [
        "國際會議",
        "她說「すみません」",
        "這間お好み燒店",
        "優惠的商品都在本店的專區發售の",
        "韓國的首爾（서울）是大城市",
        "音樂・電影ー",
        "售價1000円",
        "這家店的価格",
        "滝沢秀明主演",  # a name
        "新的店の",  # 的 is believed where there are three Chinese characters to a kana
    ],
)
def test_chinese(line: str) -> None:
    assert mask(line) == (line, [])


def test_headings_of_a_japanese_text() -> None:
    text = "店舗案内\nとてもおいしいお店ですからどうぞ\n駐車場：無料\n"
    assert mask(text) == ("\0" * len(text), [(0, 5), (5, 22), (22, 29)])
    # What is Chinese by its characters or its words is none of them.
    chinese = "歌詞翻譯\n他的東西\n"
    assert mask(text + chinese)[0] == "\0" * len(text) + chinese
    # Nor is anything in a text with more Chinese.
    other = "無料車場" * 4 + "\n"
    assert mask(text + other)[0].endswith("駐車場：無料\n" + other)


@given(st.text(st.sampled_from("電這的あ한\n\r\u2028 。"), max_size=40))
def test_mask_and_unmask(text: str) -> None:
    masked, spans = mask(text)
    assert len(masked) == len(text)
    assert unmask(masked, text, spans) == text
