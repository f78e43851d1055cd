"""Our words against jieba's."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.segment import engine, reference, ties
from cleaner.filters.segment.engine import CROSSOVER, Auto
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.filters.segment.standard import Standard
from cleaner.settings import SEGMENT_MODES
from tests.fuzz.segment_identity import differing, generated

ENGINES = ("standard", "rjieba")
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
    for name in ENGINES:
        assert engine.engine(name).cut(text) == words


@pytest.mark.parametrize("mode", SEGMENT_MODES)
@pytest.mark.parametrize("name", ENGINES)
def test_generated_lines_are_cut_as_jieba_cuts_them(name: str, mode: str) -> None:
    assert list(differing(islice(generated(20), 1500), name, mode)) == []


@pytest.mark.parametrize("mode", SEGMENT_MODES)
@given(TEXT)
def test_any_text_is_cut_as_jieba_cuts_it(mode: str, text: str) -> None:
    theirs = engine.engine("jieba", mode).cut(text)
    for name in ENGINES:
        assert engine.engine(name, mode).cut(text) == theirs


@given(st.lists(TEXT))
def test_many_chunks_at_once(texts: list[str]) -> None:
    chunks = [" ".join(text.split()) for text in texts]
    for name in ENGINES:
        assert engine.engine(name).join(chunks) == reference.join(chunks)


def test_lines_with_ties_among_others() -> None:
    # Once the spaces of a line that the standard engine had cut were taken for ours.
    chunks = ["在 3.5", "哈哈哈 -t smbfs", "a-b c-d"]
    for name in ENGINES:
        assert engine.engine(name).join(chunks) == reference.join(chunks)


def test_long_chunks_are_cut_in_pieces() -> None:
    chunk = "我们在北京，看 升旗。" * 20_000
    assert engine.engine("rjieba").join(["天安门", chunk]) == reference.join(["天安门", chunk])


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
    assert engine.engine("rjieba").cut(text) == reference.cut(text)


def test_auto_goes_over_to_rjieba_when_that_has_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "rjieba", raising=False)
    standard = Standard(Lexicon())
    loaded: list[Standard] = []

    def fast(engine: Standard) -> engine.Engine:
        loaded.append(engine)
        return reference.Reference()

    auto = Auto(standard, fast)
    page = "我来到北京清华大学。" * 100
    for _ in range(CROSSOVER // len(page) - 1):
        assert auto.cut(page)[:2] == ["我", "来到"]
    assert not loaded
    for _ in range(2):
        assert auto.cut(page * 6)[:2] == ["我", "来到"]
    assert loaded == [standard]


def test_auto_is_content_without_rjieba(monkeypatch: pytest.MonkeyPatch) -> None:
    def fast(_: Standard) -> engine.Engine:
        raise ImportError

    auto = Auto(Standard(Lexicon()), fast)
    assert len(auto.join(["我来到北京" * CROSSOVER])[0].split()) == 3 * CROSSOVER


def test_engines_load_late_and_quietly() -> None:
    script = (
        "import sys\n"
        "from cleaner.filters.segment import engine, reference, segment\n"
        "engine.cut('哈哈哈哈哈')\n"
        "assert not {'jieba', 'rjieba'} & set(sys.modules)\n"
        "engine.cut('哈哈哈哈哈' * 10000)\n"
        "assert 'jieba' not in sys.modules and 'rjieba' in sys.modules\n"
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


@pytest.mark.parametrize(("size", "loaded"), [(10_000, "False"), (1_000_000, "True")])
def test_much_input_loads_the_fast_engine_at_once(tmp_path: Path, size: int, loaded: str) -> None:
    (tmp_path / "page.txt").write_bytes(b"a" * size)
    code = (
        "import sys\n"
        "from cleaner.run import plain\n"
        "plain(['page.txt'], 'clean')\n"
        "print('rjieba' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True)
    assert done.stderr.decode() == f"{loaded}\n"
