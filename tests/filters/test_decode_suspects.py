"""Which lines of many read together are looked at one by one."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import patterns
from cleaner.document import Document
from cleaner.filters.decode import decode, mixed, suspects
from cleaner.filters.decode.decoders import Reader, utf8_lines
from cleaner.filters.decode.mixed import Lines
from cleaner.filters.decode.whole import CLOSELY
from cleaner.settings import Settings
from tests.filters.decode_texts import CANTONESE, JAPANESE, SIMPLIFIED, TRADITIONAL, WESTERN

SHORT = ["微博", "關閉", "評論", "轉寄給朋友", "收藏本站", "第三章 龍刀", "最期待", "乙肝"]


def found(lines: list[bytes], codec: str) -> list[int]:
    block = b"\n".join(lines)
    text = block.decode("cp950" if codec == "big5" else codec)
    well = partial(suspects.reads_well, codec=codec)
    return suspects.suspects(block, text, codec, utf8_lines(block), well)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gb18030", SIMPLIFIED),
        ("gb18030", TRADITIONAL),
        ("big5", TRADITIONAL),
        ("gb18030", JAPANESE),
        ("gb18030", "腫瘤\n癲癇\n郵箱\n陽痿\n頸椎病\n★★★☆☆ 15.36\n"),
        ("big5", "健鼎 ☆☆ 12.32\nREGN ☆☆☆☆ 36.99 RRC 8.38\n"),
        ("gb18030", "Русский voanews.com\nΕλληνικά voanews.com\n"),
        ("gb18030", "QQ邮箱\niPad鍵盤\napp適合\n"),
        ("gb18030", "━━━━━━\n┌──┬──┐\n〓〓〓〓\n"),
        ("big5", "※※※※\n▲▲▲▲\n＊＊＊＊\n◆◇◆◇◆\n"),
    ],
)
def test_plain_lines_need_no_second_look(codec: str, text: str) -> None:
    lines = text.encode("cp950" if codec == "big5" else codec).split(b"\n")
    assert found(lines, codec) == []


@pytest.mark.parametrize(
    ("codec", "line"),
    [
        ("gb18030", TRADITIONAL[:20].encode("big5")),
        ("gb18030", "網路論壇上的朋友".encode("big5")),
        ("gb18030", "鬆緊".encode("big5")),
        ("big5", SIMPLIFIED[:20].encode("gbk")),
        ("gb18030", WESTERN.split("\n")[0].encode("cp1252")),
        ("big5", WESTERN.split("\n")[0].encode("cp1252")),
        ("gb18030", "Die Straße war leer".encode("cp1252")),
        ("gb18030", "討論".encode("gbk")),  # valid UTF-8
        ("gb18030", "这是网页".encode()),
    ],
)
def test_lines_in_another_encoding_are_looked_at(codec: str, line: bytes) -> None:
    plain = "他们在图书馆里看书".encode("gbk") if codec == "gb18030" else "他在看書".encode("big5")
    assert found([plain, b"", line, plain], codec) == [2]
    assert found([line], codec) == [0]


def test_nothing_valid_in_utf8_is_suspect() -> None:
    text = "閘鑦es\nŠŽ\n"
    assert suspects.suspects(text.encode(), text, "utf-8", [0, 7], all) == []


def test_short_lines_follow_those_beside_them() -> None:
    """Of a list in Big5 inside a page in GBK, 關閉 alone reads as 闽超."""
    plain = [line.encode("gbk") for line in SIMPLIFIED.split("\n")[:2]]
    menu = [word.encode("big5") for word in SHORT]
    data = b"\n".join([*plain, *menu, b"", "留言".encode("big5"), *plain])
    text, main, regions = Lines("gb18030", Reader()).read(data, closely=False, together=True)
    assert text.split("\n")[2:10] == SHORT
    assert text.split("\n")[11] == "留言"
    assert (main, [region.name for region in regions]) == ("gb18030", ["big5"])
    assert data[regions[0].start : regions[0].end] == b"\n".join(
        [*menu, b"", "留言".encode("big5")]
    )


def test_the_next_block_goes_on_with_the_other_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.filters.decode.mixed._BLOCK", 1)  # a line a block
    data = b"\n".join([TRADITIONAL[:30].encode("big5"), "關閉".encode("big5")])
    text, _, regions = Lines("gb18030", Reader()).read(data, closely=False, together=True)
    assert text.endswith("\n關閉")
    assert len(regions) <= 1


@pytest.mark.parametrize("order", [("gbk", "big5", "utf-8"), ("big5", "utf-8", "gbk")])
def test_files_one_after_another_are_read_as_each_is(
    order: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thousands of lines in a row in another encoding are not decided one by one."""
    asked: list[bytes] = []
    decide = mixed.decide

    def noted(line: bytes, *args: str, **options: Any) -> mixed.Decision:
        asked.append(line)
        return decide(line, *args, **options)

    monkeypatch.setattr(mixed, "decide", noted)
    texts = [(SIMPLIFIED if codec == "gbk" else TRADITIONAL) * 400 for codec in order]
    parts = [text.encode(codec) for text, codec in zip(texts, order, strict=True)]
    document = decode(Document(data=b"".join(parts)[:-1]), Settings())
    assert document.text == "".join(texts)[:-1]
    assert document.encoding is not None
    ends = {end - 1 for end in accumulate(map(len, parts))}
    assert len(document.encoding.regions) == 2
    assert all(region.end in ends for region in document.encoding.regions)
    assert len(asked) < document.text.count("\n") / 10


@pytest.mark.parametrize("main", ["gbk", "big5", "utf-8"])
def test_western_lines_in_chinese(main: str) -> None:
    western = WESTERN.strip().split("\n")
    chinese = (SIMPLIFIED if main != "big5" else TRADITIONAL).strip().split("\n")
    lines = [*chinese * 150, western[0], *chinese * 3, *western]
    assert len("".join(lines)) > CLOSELY / 2
    data = b"\n".join(
        line.encode("cp1252" if line in western else main, "replace") for line in lines
    )
    document = decode(Document(data=data), Settings())
    assert document.text == "\n".join(lines)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*SHORT, "", "abc", "é", CANTONESE[:9], TRADITIONAL[:40], "\x81"]),
            st.sampled_from(["gbk", "big5", "utf-8", "latin-1"]),
        ),
        max_size=12,
    ),
    st.sampled_from(["gb18030", "big5", "utf-8"]),
    st.integers(1, 60),
)
def test_lines_together_keep_their_number_and_places(
    lines: list[tuple[str, str]], codec: str, block: int
) -> None:
    encoded = [text.encode(name, "ignore").replace(b"\n", b"") for text, name in lines]
    data = b"\n".join(encoded)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cleaner.filters.decode.mixed._BLOCK", block)
        patch.setattr("cleaner.filters.decode.mixed._SMALL", block // 2)
        text, _, regions = Lines(codec, Reader(), 7).read(data, closely=False, together=True)
    assert text.count("\n") == data.count(b"\n")
    borders = {0, *accumulate(len(line) + 1 for line in encoded)}
    assert all(region.start - 7 in borders and region.end - 7 + 1 in borders for region in regions)
    assert all(one.end < other.start for one, other in pairwise(regions))


def test_rare_characters_without_what_was_made_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = suspects.together()
    monkeypatch.setattr(patterns, "usable", lambda: False)
    suspects.together.cache_clear()
    made = suspects.together()
    suspects.together.cache_clear()
    text = TRADITIONAL + TRADITIONAL.encode("big5").decode("gbk", "replace") + "\nchat龘e\n龘\n"
    assert isinstance(made, re.Pattern)
    assert [match.span() for match in made.finditer(text)] == [
        match.span() for match in ready.finditer(text)
    ]
    assert made.search(TRADITIONAL) is None
