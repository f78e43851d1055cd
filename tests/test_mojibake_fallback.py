"""Bytes read as UTF-8 where they can be and as Windows-1252 elsewhere; lines beside such text."""

from __future__ import annotations

import codecs

import pytest

from cleaner.mojibake import effort, fallback
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import LATIN, Step
from cleaner.mojibake.undo import undo_mojibake

HANS = (
    "前言",
    "我们的道路很长",
    "按键盘上的 Enter 键可回到目录页。",
    "图书馆周末也开门，没有人路过。",
    "他说：“实际上每一页都要看！”",
)
HANT = ("我們明天早上坐火車去台北。", "下載之前請先閱讀使用說明", "天氣預報")


def _windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in bad), error.end


codecs.register_error("test.windows", _windows)


def fallen(text: str, encoding: str) -> str:
    """Return the bytes of ``text``, read as UTF-8 with Windows-1252 for what is none."""
    return text.encode(encoding).decode("utf-8", "test.windows")


def undone(text: str) -> str:
    result, plan = undo_mojibake(text)
    assert plan.replay(text) == result
    return result


@pytest.mark.parametrize("text", HANS)
def test_gbk(text: str) -> None:
    damaged = fallen(text, "gbk")
    assert any(char > "\xff" for char in damaged) or "·" in damaged
    assert undone(damaged) == text


@pytest.mark.parametrize("text", HANT)
def test_big5(text: str) -> None:
    assert undone(fallen(text, "cp950")) == text


def test_one_character_may_be_one_byte_or_two() -> None:
    assert fallen("道路", "gbk") == "µÀ·"  # the dot is C2 B7
    assert undone("µÀ·") == "道路"
    assert fallen("图坊，通路", "gbk") == "ͼ·»£¬ͨ·"  # and both
    assert undone("ͼ·»£¬ͨ·") == "图坊，通路"


@pytest.mark.parametrize(
    ("parts", "entity"),
    [
        (("文章", "列表"), "\xa0"),
        (("首页", "新闻中心", "联系我们"), "\xa0|\xa0"),
        (("第1页", "共10页"), "\xa0\xa0"),
        (("", "", "明天早上有一场大雨，请带好雨伞。"), "\xa0"),
        (("上一页", "下一页"), "»"),
        (("", " 2012 晚报版权所有"), "©"),
        (("他说：", "今天不去了", ""), "“"),
    ],
)
def test_entities_are_no_bytes(parts: tuple[str, ...], entity: str) -> None:
    damaged = entity.join(part.encode("gbk").decode("latin-1") for part in parts)
    assert undone(damaged).replace("\xa0", " ") == entity.join(parts).replace("\xa0", " ")


@pytest.mark.parametrize(
    "text", ["«\xa0Où est la façade\xa0?\xa0» · été", "© 2012 · Société générale®"]
)
def test_entities_of_western_text_stay(text: str) -> None:
    assert undone(text) == text


def test_a_no_break_space_may_be_a_byte() -> None:
    text = "過年除了圍爐團聚，還有什麼"
    damaged = text.encode("gbk").decode("latin-1")
    assert "\xa0t" in damaged
    assert undone(damaged) == text


def test_marks_that_are_bytes_of_utf8_are_no_entities() -> None:
    text = "的小豬仔"
    damaged = text.encode().decode("cp1252", "ignore")
    assert damaged.endswith("”")
    assert undone(damaged) == text


def test_letters_beside_sound_text_are_undone() -> None:
    text = fallen("实际上每一页都要看", "gbk")
    assert undone(f"摘要 {text} (1)") == "摘要 实际上每一页都要看 (1)"


@pytest.mark.parametrize(
    "text",
    [
        "Œuvre complète, naïve et façade : «déjà vu»",
        "El niño comió piñón, ¿verdad? ¡Sí!",
        "ˈfɑːðə ðæt ˈʃəʊz, ɪˈlɛktrɪk",
        "Được phép của tôi, ưu tiên",
        "Μικρές λέξεις à la carte",
        "Erzäçä ve fünf schöne Äpfel, açık çay",
        "Język polski, żółć i źdźbło; Übergröße",
        "ΔE = 1.5 µm ± 0.2°, ½λ",
        "Daten (»D«-Nachricht) ohne vorherige Zeilenbeschreibung (»T«-Nachricht)",
        "Kéyah Sahééwa Eʼeʼaahjí Siʼánígíí",
    ],
)
def test_other_languages_stay(text: str) -> None:
    assert undone(text) == text


def test_korean_does_not_become_chinese() -> None:
    text = "다음 페이지로 이동합니다."
    assert undone(text.encode("euc-kr").decode("latin-1")) == text
    assert undone(fallen(text, "euc-kr")) == text


PROSE = "明天早上我们坐火车去北京看望住在那里的老朋友，然后一起去爬长城。"


def test_half_of_a_surrogate_pair_is_left_alone() -> None:
    assert undone("\ud800Â\x80") == "\ud800Â\x80"


def test_short_lines_of_a_page_in_latin_letters_are_read_with_the_others() -> None:
    page = f"2012年12月6日\n{PROSE}\n{PROSE}\n文化\n小说 café"
    assert undone(page.encode("gbk").decode("latin-1")) == page
    assert undone(fallen(page, "gbk")) == page


def test_short_lines_are_not_read_with_what_a_page_of_another_language_quotes() -> None:
    date = "2012年12月6日".encode("gbk").decode("latin-1")
    assert undone(date) == date  # nobody can tell
    damaged = PROSE.encode("gbk").decode("latin-1")
    french = "Œuvre déjà complétée, naïve, façade étrangère, à côté, près d'être"
    page = "\n".join([french, damaged, french, date, french])
    assert undone(page) == page.replace(damaged, PROSE)


@pytest.mark.parametrize("unit", ["ʵ¼", "Ŀ¼ҳ", "Â·", "éµ", "ҳÊé"])
def test_long_lines_end(unit: str) -> None:
    undone(unit * 3_000)


def test_a_long_line_and_many_lines_come_back_whole() -> None:
    lines = [HANS[number % 2 + 3] + HANS[4 - number % 2] for number in range(300)]
    for text in ("\n".join(lines), "".join(lines)):
        assert len(text) > effort.MOST_SPREAD
        assert undone(fallen(text, "gbk")) == text


@pytest.mark.parametrize("text", ["ÿ" * 60_000, "ÀÿÙÃ ÿÒÎÙ\n" * 6000])
def test_what_stands_for_no_bytes_is_asked_so_often(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    spread = fallback.spread

    def counted(line: str, *others: object) -> object:
        asked.append(len(line))
        return spread(line, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(fallback, "spread", counted)
    undo_mojibake(text)
    # For each of three encodings, and one piece of a line beyond the bound.
    assert 0 < sum(asked) <= 3 * (effort.MOST_SPREAD + 2000)


def test_lines_in_utf8_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of their bytes are characters of three, so that none stand for several."""
    asked = []

    def spread(line: str, *others: object) -> tuple[float, tuple[Span, ...]]:
        asked.append(line)
        return 0.0, ()

    monkeypatch.setattr(fallback, "spread", spread)
    line = "图书馆周末也开门，没有人路过。"
    assert undo_mojibake(line.encode().decode("cp1252", "replace"))[0] == line
    assert not asked
    undo_mojibake(line.encode("gbk").decode("utf-8", "test.windows"))
    assert asked


def test_stretches_of_sound_text_are_gone_through_as_one_character() -> None:
    sound = "图书馆里的人看见了石头"
    misread = "\xc9\xcf\u04b3"  # 上页
    step = Step("gb18030", LATIN)
    short, long = f"{sound}{misread}", f"{sound * 9}{misread}{sound * 3}"
    spans = fallback.spread(short, step, effort.Effort())[1]
    assert [(span.start, span.end) for span in spans] == [(13, 14)]
    far = fallback.spread(long, step, effort.Effort())[1]
    assert [(span.start, span.end) for span in far] == [(101, 102)]
    spent = effort.Effort()
    fallback.spread(long, step, spent)
    assert effort.MOST_STEPS - spent.left == fallback.STEPS * 5
