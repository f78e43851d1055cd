"""Modes, words left out, words kept whole, tags: what is made of the words."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.segment import reference, segment
from cleaner.filters.segment.held import Held
from cleaner.filters.segment.tags import tag
from cleaner.filters.segment.unwanted import is_punctuation, unwanted
from cleaner.settings import Settings
from tests.filters.test_segment import TEXT

MARKED = st.lists(
    st.one_of(
        TEXT,
        st.sampled_from(
            [
                *["https://a.cn/b?c=1。", "a@b.cn", "#天气#", "2022年8月14日", "1,234.5%", "AT&T"],
                *[
                    "乔治·奥威尔",
                    "iPhone 15 Pro",
                    "云计算平台",
                    "——",
                    "★",
                    "\n——\n",
                    "的",
                    "我的",
                    "是",
                ],
            ]
        ),
    ),
    max_size=8,
).map("".join)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("words") / "words.txt"
    path.write_text("乔治·奥威尔\niPhone 15 Pro\n云计算平台 3 n\n大学 0\n", "utf-8")
    return str(path)


def run(text: str, **changes: Any) -> str:
    return segment(Document(text=text), Settings.make(**changes)).text


def words_of(text: str, **changes: Any) -> list[str]:
    words = segment(Document(text=text).record(), Settings.make(**changes)).words
    assert words is not None
    return list(words)


@pytest.mark.parametrize(
    ("mode", "result"),
    [
        ("accurate", "小明 毕业 于 清华大学 ， 3.5 分"),
        ("nohmm", "小 明 毕业 于 清华大学 ， 3 . 5 分"),
        ("search", "小明 毕业 于 清华 华大 大学 清华大学 ， 3.5 分"),
        ("full", "小 明 毕业 于清华 清华 清华大学 华大 大学 ， 3 . 5 分"),
    ],
)
def test_modes(mode: str, result: str) -> None:
    assert run("小明毕业于清华大学，3.5分", segment_mode=mode) == result
    assert run("小明毕业于清华大学，3.5分", segment_mode=mode, segmenter="jieba") == result
    assert words_of("小明毕业于清华大学，3.5分", segment_mode=mode) == result.split()
    assert run("清华大学\n　北京", segment_mode=mode, delimiter="/").split("\n")[1] == "　北京"


def test_tags_are_not_taken_for_words() -> None:
    result = Cleaner(only="segment", pos=True).process("r/我n/n")
    assert result.text == "r/eng //x 我/r n/eng //x n/eng"
    assert [tuple(word) for word in result.alignment.words] == [
        *[(0, 1), (6, 7), (10, 11), (14, 15), (20, 21), (24, 25)]
    ]


@given(TEXT)
def test_words_of_search_are_jiebas(text: str) -> None:
    text = "".join(text.split())
    theirs = list(reference.tokenizer().cut_for_search(text))
    assert words_of(text, segment_mode="search") == theirs


@given(TEXT)
def test_words_of_full_are_jiebas_without_empty_ones(text: str) -> None:
    text = "".join(text.split())
    theirs = list(filter(None, reference.tokenizer().cut(text, cut_all=True)))
    assert words_of(text, segment_mode="full") == theirs


OPTIONS: list[dict[str, Any]] = [
    {"segment_mode": "nohmm"},
    {"keep_whole": True},
]


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: "-".join(options))
@given(text=MARKED)
@settings(max_examples=150)
def test_output_is_left_alone(text: str, options: dict[str, Any]) -> None:
    once = run(text, **options)
    assert run(once, **options) == once


@given(text=MARKED)
@settings(max_examples=150)
def test_output_with_words_of_ones_own_is_left_alone(words: str, text: str) -> None:
    once = run(text, words=words)
    assert run(once, words=words) == once


@pytest.mark.parametrize("mode", ["accurate", "nohmm", "search", "full"])
@pytest.mark.parametrize("delimiter", [" ", "|"])
@given(
    text=MARKED,
    options=st.fixed_dictionaries(
        {},
        optional={
            "keep_whole": st.just(True),
            "drop_punctuation": st.just(True),
            "stop_words": st.just("default"),
            "pos": st.just(True),
            "own": st.just(True),
        },
    ),
)
@settings(max_examples=80)
def test_recording_changes_nothing(
    words: str, mode: str, delimiter: str, text: str, options: dict[str, Any]
) -> None:
    options = dict(options)
    if options.pop("own", False):
        options["words"] = words
    made = Settings.make(segment_mode=mode, delimiter=delimiter, **options)
    done = segment(Document(text=text).record(), made)
    assert done.text == segment(Document(text=text), made).text
    assert done.ledger is not None and done.words is not None
    assert done.ledger.replay(text) == done.text
    assert done.ledger.revert(done.text) == text
    if mode in ("accurate", "nohmm") and len(options.keys() - {"keep_whole", "pos", "words"}) == 0:
        assert "".join("".join(done.words).split()) == "".join(text.split())
    if done.places is not None:
        assert [done.text[start:end] for start, end in done.places] == list(done.words)
        assert list(done.places) == sorted(done.places)
    place = 0
    for word in done.words:
        place = done.text.index(word, place) + len(word)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("他说：“好。”", "他 说 好"),
        ("「好」\n——\n★★★\n坏！", "好\n\n坏"),
        ("一\t。\t二", "一\t\t二"),
        ("　　（一）好😀", "　　一 好 😀"),
        ("。", ""),
        ("3%和C++", "3% 和 C++"),
    ],
)
def test_drop_punctuation(text: str, result: str) -> None:
    assert run(text, drop_punctuation=True) == result
    assert words_of(text, drop_punctuation=True) == result.split()


def test_stop_words(tmp_path: Any) -> None:
    assert run("这是我们的北京", stop_words="default") == "北京"
    path = tmp_path / "stop.txt"
    path.write_bytes("\ufeff# mine\r\n北京\r\n the \r\n".encode())
    assert run("这是我们的北京 The end", stop_words=str(path)) == "这是 我们 的 end"
    assert words_of("我们在清华大学", stop_words="default", segment_mode="search") == [
        *["清华", "华大", "大学", "清华大学"]
    ]
    (tmp_path / "segmentation").mkdir()
    (tmp_path / "segmentation" / "stop_words.txt").write_text("北京\n", "utf-8")
    assert run("这是北京，好", stop_words="default", dictionary=str(tmp_path)) == "， 好"


def test_rules_are_counted() -> None:
    made = Settings(drop_punctuation=True, stop_words="default", pos=True, segment_mode="search")
    done = segment(Document(text="我的清华大学。！\n。").record(), made)
    assert done.ledger is not None
    assert done.text == "清华/nz 华大/nz 大学/n 清华大学/nt"
    assert done.ledger.counts() == {
        "segment.word": 4,
        "segment.stop": 2,
        "segment.punctuation": 3,
        "segment.blank": 1,
        "segment.search": 3,
        "segment.tag": 4,
    }


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("请看https://www.example.com/a?b=1。", "请|看|https://www.example.com/a?b=1|。"),
        ("发到zhang.san@mail.example.com，", "发到|zhang.san@mail.example.com|，"),
        ("#北京冬奥会#开幕", "#北京冬奥会#|开幕"),
        ("2022年8月14日07:23发布", "2022年8月14日|07:23|发布"),
        ("收入1,234.5万", "收入|1,234.5|万"),
        ("i7-12700K和WES-5.4.5", "i7-12700K|和|WES-5.4.5"),
        ("用C#和T恤", "用|C#|和|T恤"),
        ("25℃，@user_1", "25℃|，|@user_1"),
    ],
)
def test_keep_whole(text: str, result: str) -> None:
    assert run(text, keep_whole=True, delimiter="|") == result
    assert run(text, delimiter="|") == "|".join(filter(str.strip, reference.cut(text)))


@pytest.mark.parametrize("stem", ["a", "a-", "1,", "#", "a.b@", "www.", "http://!", "2022年", "+@"])
def test_long_texts_of_what_may_be_whole(stem: str) -> None:
    spans = Held(whole=True).spans(stem * (100_000 // len(stem)))  # quadratic: minutes
    assert spans == sorted(spans)


@pytest.mark.parametrize("word", ["。", "——", "…", "％", "★", "→", "\u3000", "+"])
def test_is_punctuation(word: str) -> None:
    assert is_punctuation(word)


@pytest.mark.parametrize("word", ["好", "a", "3%", "C++", "😀", "①", "２"])
def test_is_no_punctuation(word: str) -> None:
    assert not is_punctuation(word)


def test_pos(words: str) -> None:
    assert run("我爱北京，3.5分Python", pos=True) == "我/r 爱/v 北京/ns ，/x 3.5/m 分/v Python/eng"
    assert run("云计算平台", pos=True, words=words, delimiter="|") == "云计算平台/n"


def test_tags_of_words_of_the_dictionary_are_jiebas() -> None:
    with reference.tokenizer().get_dict_file() as file:
        rows = [line.split(" ") for line in file.read().decode().splitlines()]
    pick = random.Random(1)
    for word, _, expected in pick.sample(rows, 5000):
        assert tag(word) == expected or word == "γ射线"


@pytest.mark.parametrize("rule", ["drop_punctuation", "stop_words"])
@given(text=TEXT)
def test_what_is_left_are_the_words_of_jieba(rule: str, text: str) -> None:
    text = "".join(text.split())
    options: dict[str, Any] = {rule: "default" if rule == "stop_words" else True}
    gone = unwanted(Settings.make(**options))
    assert gone is not None
    left = [word for word in reference.cut(text) if not gone(word)]
    assert words_of(text, **options) == left
    assert run(text, **options) == " ".join(left)
