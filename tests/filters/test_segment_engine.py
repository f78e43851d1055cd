"""Our words against jieba's."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.segment import engine, reference, ties, vocabulary
from tests.fuzz.segment_identity import differing, generated

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
TEXT = st.text(
    st.one_of(
        HAN, st.sampled_from("的一不我哈们常在 \r\n\t\x85\u3000，。a1.%-+#&_C"), st.characters()
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我来到北京清华大学", ["我", "来到", "北京", "清华大学"]),
        ("1-2和t.cn有3.3kg", ["1", "-", "2", "和", "t", ".", "cn", "有", "3.3", "kg"]),
        ("WES-5.4.5", ["WES", "-", "5.4", ".", "5"]),
        ("AT&T的C++和c#", ["AT&T", "的", "C++", "和", "c#"]),
        ("江南style3.3kg", ["江南style", "3.3", "kg"]),
        ("涨0.6%，30w", ["涨", "0.6%", "，", "30w"]),
        ("㐀㐁鿖人", ["㐀", "㐁", "鿖", "人"]),
        ("a\r\nb\n\x85", ["a", "\r\n", "b", "\n", "\x85"]),
        ("\ud800中\x00", ["\ud800", "中", "\x00"]),
        ("a\ufffc𠀀😀", ["a", "\ufffc", "𠀀", "😀"]),
        ("酌酌酌酌酌酌酌酌衡", ["酌酌", "酌酌", "酌", "酌酌", "酌衡"]),
        ("常在曾此说", ["常", "在", "曾", "此", "说"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert reference.cut(text) == words
    assert engine.cut(text) == words


def test_generated_lines_are_cut_as_jieba_cuts_them() -> None:
    assert list(differing(islice(generated(20), 3000))) == []


@given(TEXT)
def test_any_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert engine.cut(text) == reference.cut(text)


@given(st.lists(TEXT))
def test_many_chunks_at_once(texts: list[str]) -> None:
    chunks = [" ".join(text.split()) for text in texts]
    assert engine.join(chunks) == reference.join(chunks)


def test_long_chunks_are_cut_in_pieces() -> None:
    chunk = "我们在北京，看 升旗。" * 20_000
    assert engine.join(["天安门", chunk]) == reference.join(["天安门", chunk])


def test_the_arithmetic_of_ties_is_jiebas_on_any_line() -> None:
    for line in islice(generated(7), 500):
        line = "".join(c for c in line if not engine._ALONE.match(c))
        assert ties.cut(line) == reference.cut(line)


@pytest.mark.parametrize(
    "text", ["哈哈哈", "我们我们我", "一二三一二三一", "平常在家", "文：哈哈哈"]
)
def test_ties_are_possible(text: str) -> None:
    assert ties.possible(text)
    assert ties.lines(f"啊\n{text}\n啊\n{text}") == [1, 3]


@pytest.mark.parametrize(
    "text", ["", "哈哈", "看看天", "---", "杀！杀！杀！", "！！！", "哈\n哈\n哈", "1111"]
)
def test_no_ties_are_possible(text: str) -> None:
    assert not ties.possible(text)


@pytest.mark.xfail(reason="periods above four characters are not looked for: nearly none in texts")
def test_long_period() -> None:
    text = "瓦" + "捧供邈煬坻" * 4 + "撳"
    assert engine.cut(text) == reference.cut(text)


def test_vocabulary_is_the_dictionary() -> None:
    known = {word: count for word, count in reference._tokenizer().FREQ.items() if count}
    found: dict[str, int] = {}
    for first in {word[0] for word in known}:
        found |= vocabulary.words(first)
    assert found == known
    assert reference._tokenizer().total == vocabulary.TOTAL
    assert vocabulary.frequency("北京") == known["北京"]
    assert vocabulary.frequency("京北京") == 0
    assert [vocabulary.words(first) for first in ("é", "\n", "\uffff", "9")] == [{}] * 4


def test_ascii_words_of_the_dictionary_have_a_sign() -> None:
    # What ties.cut and engine.cut rely on when they put ASCII characters together.
    ascii_words = [word for word in reference._tokenizer().FREQ if len(word) > 1 and word.isascii()]
    assert not [word for word in ascii_words if word.isalnum() and vocabulary.frequency(word)]


def test_engines_load_late_and_quietly() -> None:
    script = (
        "import sys\n"
        "from cleaner.filters.segment import engine, reference, segment\n"
        "assert not {'jieba', 'rjieba'} & set(sys.modules)\n"
        "engine.cut('哈哈哈哈哈')\n"
        "assert 'jieba' not in sys.modules\n"
        "print(reference.cut('我们'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", script], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_reference_reads_and_writes_no_cache(tmp_path: object) -> None:
    script = (
        "import marshal, pathlib, tempfile\n"
        "folder = pathlib.Path(tempfile.gettempdir())\n"
        "planted = marshal.dumps(({'我们在': 100000000}, 100000001))\n"
        "(folder / 'jieba.cache').write_bytes(planted)\n"
        "from cleaner.filters.segment import reference\n"
        "assert reference.cut('我们在北京') == ['我们', '在', '北京']\n"
        "assert [path.name for path in folder.iterdir()] == ['jieba.cache']\n"
        "assert (folder / 'jieba.cache').read_bytes() == planted\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", script],
        capture_output=True,
        check=False,
        env={"TMPDIR": str(tmp_path)},
    )
    assert (done.returncode, done.stderr) == (0, b"")
