from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import patterns
from cleaner.dictionaries import lines as dictionary_lines
from cleaner.dictionaries import root
from cleaner.errors import DictionaryError
from cleaner.filters.chrome import index
from cleaner.filters.chrome.cues import END, FIELDS, FORCES, MATCHES, REASONS, STRONG, WEAK, Cue
from cleaner.filters.chrome.index import load

CUES = load()
FILES = {
    "controls.tsv": 3,
    "cues.tsv": 4,
    "labels.tsv": 4,
    "channels.txt": 1,
    "doubt_grams.tsv": 2,
    "doubt_rules.tsv": 2,
}


def rows(name: str) -> list[tuple[str, ...]]:
    path = root() / "chrome" / name
    return [tuple(line.split("\t")) for _, line in dictionary_lines(path)]


def test_no_other_dictionaries() -> None:
    assert {path.name for path in (root() / "chrome").iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_header_names_format_source_and_licence(name: str) -> None:
    text = (root() / "chrome" / name).read_text("utf-8")
    for word in ("# format: ", "# source: ", "# licence: "):
        assert word in text


@pytest.mark.parametrize("name", FILES)
def test_rows_are_whole_sorted_and_unique(name: str) -> None:
    found = rows(name)
    assert found
    assert {len(row) for row in found} == {FILES[name]}
    keys = [row[0] for row in found]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", [name for name in FILES if "doubt" not in name])
def test_keys_have_the_form_that_lines_are_brought_to(name: str) -> None:
    for key, *_ in rows(name):
        assert key == "".join(key.lower().split())


def test_cues_are_in_the_closed_lists() -> None:
    for key, match, reason, force in rows("cues.tsv"):
        assert match in MATCHES, key
        assert reason in REASONS, key
        assert force in FORCES, key


def test_labels_are_in_the_closed_lists() -> None:
    for key, reason, field, force in rows("labels.tsv"):
        assert reason in REASONS, key
        assert field in FIELDS, key
        assert force in FORCES, key


def test_wildcards_stand_where_they_mean_something() -> None:
    for key, match, *_ in rows("cues.tsv"):
        if "*" in key:
            assert match in ("prefix", "contains"), key
            assert len(key) > 3, key
            assert not key.endswith("*"), key
            assert "**" not in key, key


def test_no_cue_is_so_short_that_it_is_a_word_of_every_text() -> None:
    for key, match, *_ in rows("cues.tsv"):
        if match != "line" and key.isalpha():
            assert len(key) >= 2, key


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("相关新闻", Cue("related", END)),
        ("返回首页", Cue("navigation", STRONG)),
        ("更多", Cue("navigation", WEAK)),
        ("分享到：微博微信", Cue("share", STRONG)),
        ("您现在的位置：首页", Cue("navigation", STRONG)),
        ("本文仅代表作者个人观点，与本网无关。", Cue("disclaimer", STRONG)),
        ("青山网版权所有", Cue("copyright", END)),
        ("更多体育新闻", Cue("related", END)),
        ("暂无评论", Cue("comments", STRONG)),
        ("山里的早晨很安静", None),
    ],
)
def test_find(line: str, expected: Cue | None) -> None:
    assert CUES.find(line, line) == expected


@pytest.mark.parametrize("match", ["prefix", "suffix", "contains"])
def test_a_line_with_a_cue_is_touched(match: str) -> None:
    around = {"prefix": "{}某某", "suffix": "某某{}", "contains": "某某{}某某"}[match]
    for key, how, reason, _ in rows("cues.tsv"):
        line = around.format(key.replace("*", "某某"))
        if how == match:
            assert CUES.parts.within.search(line) or CUES.touch(line, line), key
            assert CUES.find(line, line) is not None or reason == "spam", key
    for name, *_ in rows("labels.tsv"):
        assert CUES.touch(name + "：", name + "：")
    assert CUES.touch("山里的早晨很安静", "山里的早晨很安静") is None
    assert not CUES.parts.within.search("山里的早晨很安静")


def test_names_and_reporters_are_known() -> None:
    for name in (*sorted(CUES.channels), "本报讯员", "原创某某", "山城的记者"):
        assert CUES.touch(name, name) is not None or name in CUES.whole, name


@pytest.mark.parametrize(
    ("cues", "lines"),
    [
        ({"©"}, {"某©某": True, "某某": False, "": False}),
        (
            {"版权", "本站版权归"},
            {"本站版权归某": True, "版权": True, "版 权": False, "权版": False},
        ),
        ({"a.b", "b(c"}, {"a.b": True, "axb": False, "xb(cx": True}),
        ({"", "某"}, {"": True}),
        (set(), {"某": False, "": False}),
    ],
)
def test_within_is_found_where_a_cue_is(cues: set[str], lines: dict[str, bool]) -> None:
    pattern = patterns.compile(index.within(cues))
    assert {line: pattern.search(line) is not None for line in lines} == lines


@given(st.sets(st.text("的山网ab（", max_size=4)), st.text("的山网ab（", max_size=12))
def test_within_is_any_of_the_cues(cues: set[str], line: str) -> None:
    assert (patterns.compile(index.within(cues)).search(line) is not None) == any(
        cue in line for cue in cues
    )


def test_a_cue_at_the_start_of_a_long_line_is_the_start_of_a_sentence() -> None:
    line = "分享到：" + "他把山里的见闻一件一件讲给城里的孩子听" * 4
    assert CUES.find(line, line) is None


def test_one_word_of_spam_is_a_word_two_are_spam() -> None:
    assert CUES.find("记者暗访偷拍设备交易", "记者暗访偷拍设备交易") is None
    line = "国产精品在线观看免费亚洲av"
    assert CUES.find(line, line) == Cue("spam", STRONG)


def test_menu_reads_names_with_and_without_separators() -> None:
    assert CUES.menu("新闻体育财经") == ("新闻", "体育", "财经")
    assert CUES.menu("新闻|体育 3|财经") == ("新闻", "体育", "财经")
    assert CUES.menu("新闻发言人表示") == ()


def test_label_is_the_longest() -> None:
    label = CUES.parts.label("责任编辑：高远")
    assert label is not None
    assert (label.name, label.field) == ("责任编辑", "editor")
    assert CUES.parts.label("山高：远") is None


def write(folder: Path, name: str, text: str) -> tuple[str, ...]:
    (folder / "chrome").mkdir()
    (folder / "chrome" / name).write_text(text, "utf-8")
    return (str(folder),)


def test_a_users_cue_counts(tmp_path: Path) -> None:
    cues = load(write(tmp_path, "cues.tsv", "本站小贴士\tline\tadvertisement\tend\n"))
    assert cues.find("本站小贴士", "本站小贴士") == Cue("advertisement", END)
    assert cues.find("相关新闻", "相关新闻") == Cue("related", END)
    assert CUES.find("本站小贴士", "本站小贴士") is None


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("cues.tsv", "小贴士\tsomewhere\trelated\tend"),
        ("cues.tsv", "小贴士\tline\tboring\tend"),
        ("cues.tsv", "小贴士\tline\trelated\tvery"),
        ("labels.tsv", "小贴士\tcredits\tisbn\tweak"),
        ("labels.tsv", "小贴士\tcredits\teditor"),
    ],
)
def test_a_bad_row_is_an_error_that_names_it(tmp_path: Path, name: str, row: str) -> None:
    with pytest.raises(DictionaryError, match=rf"{tmp_path}.*{name}:\d+: "):
        load(write(tmp_path, name, row + "\n"))


def test_phrases_are_filed_by_their_first_two_characters() -> None:
    beginnings = {row[0].partition("*")[0] for row in rows("cues.tsv") if row[1] == "prefix"}
    filed = {begin for begin in beginnings if len(begin) > 1}
    assert {begin[:2] for begin in filed} == set(CUES.parts.prefixes)
    for begin in filed:
        assert begin in [phrase.literal for phrase in CUES.parts.prefixes.phrases(begin[:2])]
    assert CUES.parts.prefixes.phrases("无此") == ()


@pytest.mark.parametrize(
    ("text", "spam"),
    [
        ("久久精品_国产精品", True),
        ("涩涩网站-涩涩视频-涩涩影视-涩涩下载", True),
        ("涩涩网站-涩涩视频-涩涩影视", False),
        ("欧美日韩股市周一普遍上涨", False),
    ],
)
def test_a_word_of_spam_counts_with_another_or_four_times(text: str, spam: bool) -> None:
    found = CUES.find(text, text)
    assert (found == Cue("spam", STRONG)) is spam
