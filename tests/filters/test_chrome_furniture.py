from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.cli import run
from cleaner.errors import DictionaryError
from cleaner.filters.chrome.furniture import Furniture, Reader
from cleaner.filters.chrome.index import _read, load

ARTICLES = [
    ("渡口的灯又亮了", "停用多年的渡口昨晚重新点亮了灯，两岸的人都出来看，船工老何说像过年一样。"),
    (
        "果园里的图书角",
        "果园的工棚里摆了两排旧书，摘果子的人中午在那里歇脚，走时常带走一本。",
    ),
    (
        "山路修到了家门口",
        "三公里的山路修了两年，通车那天，村里最老的奶奶下山买了一斤糖。",
    ),
    ("老戏台请来年轻人", "塌了一角的戏台修好以后，镇里请来一班年轻人唱戏，票价五元，场场坐满。"),
    ("井水变甜了", "化工厂搬走三年，村口那口老井的水质终于达标，家家又提着桶排起了队。"),
    ("学校门口的修车摊", "修车的老王每天给孩子们打气，从不收钱，他说打气不费料，费的只是力气。"),
]
QUOTED = "老话说得好，路是人走出来的，不走就没有路，走的人多了就宽。"
CLOSING = "愿山水长在。"


def page(title: str, text: str) -> str:
    return "\n".join(
        [
            "青崖风物志",
            "首页",
            "登录",
            "崖上的人",
            "崖下的事",
            title,
            "2022-03-01 08:00 来源：青崖风物志",
            text,
            "往下拉还有好故事",
            f"去年的这个时候，这里还是另一番样子，{title}，谁也没有想到。",
            QUOTED,
            CLOSING,
            "责任编辑：何青",
            "青崖的朋友们都在这里",
            "版权所有 青崖风物志",
        ]
    )


PAGES = [page(*article) for article in ARTICLES]


def learnt() -> dict[str, str]:
    furniture = Furniture()
    for text in PAGES:
        furniture.add(text.encode())
    return dict(furniture.cues())


def test_lines_that_come_back_around_the_body_are_furniture() -> None:
    found = learnt()
    assert {"青崖风物志", "崖上的人", "青崖的朋友们都在这里"} <= set(found)


def test_a_line_within_the_body_is_furniture_if_it_is_no_sentence() -> None:
    found = learnt()
    assert "往下拉还有好故事" in found
    assert not [key for key in found if key.startswith(("老话", "愿山水"))]


def test_titles_and_what_is_a_cue_already_are_left_out() -> None:
    found = learnt()
    assert "登录" not in found
    assert not {title for title, _ in ARTICLES} & set(found)


def test_the_title_of_a_page_is_none_though_others_link_to_it() -> None:
    furniture = Furniture()
    title, _ = ARTICLES[0]
    for text in PAGES:
        furniture.add(f"{text}\n相关阅读\n{title}\n青崖今年的雪")
    found = dict(furniture.cues())
    assert title not in found
    assert "青崖今年的雪" in found


def test_two_pages_are_no_site() -> None:
    furniture = Furniture()
    for text in PAGES[:2]:
        furniture.add(text)
    assert not list(furniture.cues())


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.filters.chrome.furniture.REMEMBERED", 40)
    assert "青崖风物志" in learnt()


def test_from_pages_to_a_dictionary_and_back(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for number, text in enumerate(PAGES):
        (tmp_path / "pages" / f"{number}.txt").write_text(text, "utf-8")
    site = tmp_path / "site.chrome"
    assert run(["--learn-chrome", str(tmp_path / "pages"), "-o", str(site)], "clean") == 0
    assert site.read_text("utf-8").startswith("# format: ")
    plain = Cleaner(segment=False).clean(PAGES[0])
    assert "往下拉还有好故事" in plain
    taught = Cleaner(segment=False, dictionary=(str(site),)).clean(PAGES[0])
    kept = [line for line in plain.split("\n") if line != "往下拉还有好故事"]
    assert [line for line in taught.split("\n") if line] == [line for line in kept if line]
    assert QUOTED in taught
    assert CLOSING in taught


def test_a_file_of_lines_is_laid_over_as_any_other(tmp_path: Path) -> None:
    site = tmp_path / "site.chrome"
    rows = "首页\tline\thot\tstrong\n青崖\tline\tnavigation\tstrong\n首页青崖\tline\tshare\tweak\n"
    site.write_text(rows, "utf-8")
    laid, read = load((str(site),)), _read((str(site),))
    assert laid.whole == read.whole
    assert laid.whole["首页"].reason == "hot"
    assert laid.names == read.names
    assert laid.menu("首页青崖首页") == ("首页青崖", "首页")
    more = tmp_path / "more.chrome"
    more.write_text(rows + "后缀\tsuffix\tnavigation\tstrong\n", "utf-8")
    assert load((str(more),)).parts.suffixes != laid.parts.suffixes


def test_a_learnt_file_with_a_wrong_word(tmp_path: Path) -> None:
    site = tmp_path / "site.chrome"
    site.write_text("首页\tline\tnonsense\tstrong\n", "utf-8")
    with pytest.raises(DictionaryError, match="nonsense"):
        load((str(site),))


def test_half_a_surrogate_pair_is_not_learnt() -> None:
    furniture = Furniture()
    for text in PAGES:
        furniture.add(text.replace("青崖风物志", "青崖\ud83d风物志", 1))
    assert furniture.dictionary().encode("utf-8")


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["--learn-chrome", "nowhere.txt", "-o", str(tmp_path / "x.chrome")], "clean")
    assert status == 1
    assert "nowhere.txt" in capsys.readouterr().err


def test_a_dictionary_that_is_not_there() -> None:
    assert run(["--dictionary", "nowhere.chrome", "-"], "clean") == 2


def test_rare_lines_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.filters.chrome.furniture.REMEMBERED", 16)
    furniture = Furniture()
    body = "今天的天气很好，大家都出去玩了。后来又下起雨来，人们都跑回家里。"
    for page in range(8):
        once = "\n".join(f"第{page}版第{line}条" for line in range(6))
        furniture.add(f"青崖风物志\n山水栏目\n{once}\n第{page}天的天气\n\n{body}\n")
    assert {"青崖风物志", "山水栏目"} <= set(furniture._seen)
    assert len(furniture._seen) <= 16


@pytest.mark.parametrize(
    ("line", "can"), [("山水栏目", True), ("栏", False), ("2024", False), ("甲\t乙", False)]
)
def test_what_can_be_a_line_of_a_dictionary(line: str, can: bool) -> None:
    assert Reader()._could_be(line) is can
