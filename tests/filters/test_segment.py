"""The filter: lines, indentation, spaces, the ledger, and leaving its own output alone."""

from __future__ import annotations

import os
import random
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.filters.segment import engine, segment, together
from cleaner.filters.segment.blocks import batches, numbers, places
from cleaner.filters.segment.segmented import (
    are_segmented,
    is_segmented,
    segmented,
    split,
    unspaced,
)
from cleaner.settings import Settings
from tests.fuzz.segment_identity import generated

_PIECES = (
    *("我", "们", "北京", "清华大学", "哈", "结合成", "的", "章", "T恤", "C", "++", "AT&T", "5"),
    *("G", "3.5", "kg", "Windows", "10", "1-2", "。", "，", "“", "·", "㐀", "𠀀", "\ud800", "\x00"),
    *("常在", "\ufffc", " ", " ", " ", "  ", "\n", "\t", "\u3000", "\xa0", "\r", "\x85"),
)
PIECES = st.sampled_from(_PIECES)
TEXT = st.lists(st.one_of(PIECES, PIECES, st.characters()), max_size=25).map("".join)


def clean(text: str, **changes: str) -> str:
    return segment(Document(text=text), Settings.make(**changes)).text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", ""),
        ("\n\n", "\n\n"),
        ("我们在北京。", "我们 在 北京 。"),
        ("我们在北京。\n\n你好，世界\n", "我们 在 北京 。\n\n你好 ， 世界\n"),
        ("\u3000\u3000我们在北京", "\u3000\u3000我们 在 北京"),
        ("  \t我们在北京 \u3000 ", "  \t我们 在 北京"),
        (" \n\u3000\n", " \n\u3000\n"),
        ("我们在北京\r\n", "我们 在 北京\r\n"),
        ("用Windows 10 上网", "用 Windows 10 上网"),
        ("hello world", "hello world"),
        ("重 3.5 kg", "重 3.5 kg"),
        ("北京  大学生\xa0宿舍", "北京 大学生 宿舍"),
        ("我 们在北京，你 好", "我 们 在 北京 ， 你 \u3000 好"),
        ("姓名\t年龄\t\t住址\t", "姓名\t年龄\t\t住址\t"),
        ("首页\u3000新闻中心", "首页 \u3000 新闻 中心"),
        ("a \t b\u3000\t c", "a\tb\u3000\tc"),
        ("http://t.cn/a1 me@x.com", "http : / / t . cn / a1 me @ x . com"),
    ],
)
def test_lines(text: str, result: str) -> None:
    assert clean(text) == result
    assert clean(text, segmenter="jieba") == result
    assert clean(result) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("我们在北京。\n  你好", "我们/在/北京/。\n  你好"),
        ("用Windows 10 上网", "用/Windows/10/上网"),
        ("我 们", "我/们"),
        ("首页\u3000新闻\t中国人民 \u3000", "首页/新闻\t中国/人民"),
    ],
)
def test_other_delimiters(text: str, result: str) -> None:
    assert clean(text, delimiter="/") == result
    assert clean(text, delimiter=" / ") == result.replace("/", " / ")


def test_words_are_kept_when_recorded() -> None:
    text = "我们在北京。\n\u3000你好 世界 OK\t㐀㐁"
    assert segment(Document(text=text), Settings()).words is None
    done = segment(Document(text=text).record(), Settings())
    assert done.words == ("我们", "在", "北京", "。", "你好", "世界", "OK", "㐀", "㐁")
    assert segment(Document(text=done.text).record(), Settings()).words == done.words


def test_rules() -> None:
    done = segment(Document(text="我们在 北京  \n a b").record(), Settings())
    assert done.ledger is not None
    assert done.ledger.counts() == {"segment.space": 1, "segment.word": 1}


@given(TEXT, st.sampled_from([" ", "/", " | ", ""]))
@example("", " ")
@example("a\u3000 b \t", "/")
@settings(max_examples=1000)
def test_recording_changes_nothing(text: str, delimiter: str) -> None:
    options = Settings(delimiter=delimiter)
    fast = segment(Document(text=text), options)
    done = segment(Document(text=text).record(), options)
    assert done.text == fast.text
    assert done.ledger is not None and done.words is not None
    assert done.ledger.replay(text) == done.text
    assert done.ledger.revert(done.text) == text
    assert "".join(done.words) == "".join(text.split())


def left_alone(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    for line in once.split("\n"):
        assert is_segmented(line) == (" " in line.lstrip())


@given(TEXT)
@settings(max_examples=500)
def test_its_own_output_is_left_alone(text: str) -> None:
    left_alone(text)


def test_its_own_output_is_left_alone_many_times() -> None:
    # Hypothesis takes longer to make 500 such texts than this takes to make and cut 1,000 of them.
    pick = random.Random(None if "ZHCLEAN_EXAMPLES" in os.environ else 3)
    for _ in range(10_000):
        pieces = pick.choices(_PIECES, k=pick.randint(0, 25))
        for place in range(0, len(pieces), 3):
            pieces[place] = chr(pick.randrange(pick.choice((0x100, 0x3100, 0xA000, 0x110000))))
        pick.shuffle(pieces)
        left_alone("".join(pieces))


def test_generated_lines_are_left_alone() -> None:
    once = clean("\n".join(islice(generated(3), 3000)))
    assert clean(once) == once


@given(TEXT)
@settings(max_examples=1000)
def test_words_of_lines_without_spaces_are_jiebas(text: str) -> None:
    text = "".join(text.split())
    assert clean(text).split() == engine.cut(text)


@given(st.lists(TEXT, max_size=5))
def test_many_lines_are_judged_like_one(lines: list[str]) -> None:
    lines = [line for text in lines for line in text.split("\n")]
    assert are_segmented(lines) == [is_segmented(line) for line in lines]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("我们 在 北京 。", True),
        ("\u3000\u3000我们 在 北京 。", True),
        ("我 \u3000 们\t在 北京", True),
        ("hello world", True),
        ("我们 在 北京。", False),
        ("我们  在 北京", False),
        ("我们 在 北京 ", False),
        ("我们 在\u3000北京", False),
        ("我们在 北京", False),
        ("我 们", False),
        ("我们", False),
        ("", False),
    ],
)
def test_is_segmented(line: str, answer: bool) -> None:
    assert is_segmented(line) is answer


@pytest.mark.parametrize(
    ("words", "chunk"),
    [
        ("我们 在 北京", "我们在北京"),
        ("用 Windows 10 上网", "用Windows 10上网"),
        ("a b c", "a b c"),
        ("江南style b", "江南styleb"),
        ("3.5 kg", "3.5kg"),
    ],
)
def test_unspaced(words: str, chunk: str) -> None:
    assert unspaced(words) == chunk


@given(TEXT)
def test_unspaced_undoes_words(text: str) -> None:
    text = "".join(text.split())
    assert unspaced(engine.join([text])[0]) == text


def test_split() -> None:
    assert split("a b") == ["a b"]
    assert split("a  b \t\u3000 c\t") == ["a b", " \t\u3000 ", "c", "\t", ""]


def test_spaces_that_no_word_crosses_stay_beside_marks() -> None:
    assert segmented(["我 们 你 们 北京"]) == ["我 \u3000 们 你 \u3000 们 北京"]


def test_threads_agree() -> None:
    texts = ["\n".join(islice(generated(seed), 50)) for seed in range(16)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(clean, texts)) == [clean(text) for text in texts]


@pytest.mark.parametrize(
    "changes",
    [{}, {"delimiter": "/"}, {"keep_whole": True}, {"segment_mode": "search"}, {"pos": True}],
    ids=str,
)
@pytest.mark.parametrize("recording", [False, True])
def test_together_is_one_by_one(changes: dict[str, object], recording: bool) -> None:
    texts = [
        "",
        "第1章 缘起\n\n 他说：\ufffc看 https://a.cn/b?c=1 。\n",
        "\n",
        "北京 清华 大学\t3.3kg",
        "i7-12700K和\ufffc",
    ]
    documents = [Document(text=text) for text in texts]
    if recording:
        documents = [document.record() for document in documents]
    chosen = Settings.make(None, **changes)
    made = together(documents, chosen)
    assert made == [segment(document, chosen) for document in documents]
    assert len({document.text for document in made}) == len(texts)


def test_lines_of_more_than_a_batch_are_those_of_each() -> None:
    lines = [*islice(generated(5), 1500)]
    assert sum(map(len, lines)) > 32_768
    text = "\n".join(line.replace("\n", "") for line in lines)
    assert clean(text) == "\n".join(map(clean, text.split("\n")))


def test_numbers_of_lines_with_a_string() -> None:
    text = "1-2\n北京\n3.5%，a-b\n\nC++"
    assert numbers(text, sorted(places(text, "+#&._%-"))) == [0, 2, 4]
    assert numbers("北京", places("北京", "+-")) == []


@pytest.mark.parametrize(
    ("size", "parts"), [(9, [[3, 2, 4]]), (8, [[3, 2], [4]]), (1, [[3], [2], [4]])]
)
def test_batches_of_chunks(size: int, parts: list[list[int]]) -> None:
    chunks = ["abc", "de", "fghi"]
    assert [[*map(len, batch)] for batch in batches(chunks, size)] == parts
    assert [*batches([], size)] == []
