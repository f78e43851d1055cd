"""Characters of Hong Kong and of ETEN whose first byte a decoder of Big5 dropped."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.mojibake.dropped import CANTONESE, FORMS, may_be
from cleaner.mojibake.undo import undo_mojibake


def dropped(text: str) -> str:
    """Return the bytes of ``text`` as Python's plain decoder reads them, ignoring errors."""
    return text.encode("big5hkscs").decode("big5", "ignore")


def undone(text: str) -> str:
    result, plan = undo_mojibake(text)
    assert plan.replay(text) == result
    return result


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("家裏，沒有人", "家堙A沒有人"),
        ("他心裏卻不是這樣想", "他心堳o不是這樣想"),
        ("我在門口看着，他走過去了", "我在門口看荂A他走過去了"),
        ("他靠着節奏把歌詞記住", "他靠虒`奏把歌詞記住"),
        ("手裏拿着，走到門口", "手堮奠荂A走到門口"),
        ("這班車嘅，佢都冇坐過", "這班車鵅A佢都冇坐過"),
    ],
)
def test_bytes_are_put_back(text: str, damaged: str) -> None:
    assert dropped(text) == damaged
    assert undone(damaged) == text
    assert undone(f"第一章\n\n{damaged}。\n完") == f"第一章\n\n{text}。\n完"


@pytest.mark.parametrize(
    "text",
    [
        "他穿着一件白色T恤，買了幾手A股。",
        "維他命C和卡拉OK，這裏有X光",
        "張堃K歌，堙城A座，荂草B種",
        "這款瀞淨W系列，是給你們的",
        "选项：恒星A、行星B",
    ],
)
def test_letters_beside_chinese_stay(text: str) -> None:
    assert undone(text) == text


def test_whole_text_has_the_sign_in_traditional_chinese_only() -> None:
    line = "家堙A空无一人。"
    assert may_be(line)
    assert not may_be(line + "这里没有人说话。" * 60)
    assert may_be(line + "這裡沒有人說話。" * 60)


def test_each_is_in_no_plain_table() -> None:
    for char in FORMS + CANTONESE:
        assert len(char.encode("big5hkscs")) == 2
        with pytest.raises(UnicodeEncodeError):
            char.encode("big5")


def test_the_command_undoes_it() -> None:
    text = clean("他心堳o不是這樣想，家堙A沒有人。", segment=False)
    assert text == "他心里却不是这样想，家里，没有人。"


def test_long_lines_end() -> None:
    undone("堙A這" * 3_000)
    undone("堙堙堙堙堙堙堙堙A這" * 1_000)
