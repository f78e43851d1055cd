"""Lines in doubt: which they are, what is known about them, and that weighing them is safe."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.chrome import chrome, doubt
from cleaner.filters.chrome.decide import decide
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.model import Model
from cleaner.settings import Settings
from tests.filters.chrome_lines import TEXT, TITLE, TOLD, cue, plain
from tests.golden.test_chrome_pages import PAGES, labelled

SETTINGS = Settings()
ALL, NOTHING = Model({"字": 50}, (500, [])), Model({}, (-500, []))


def weighed(
    monkeypatch: pytest.MonkeyPatch,
    model: Model,
    lines: list[Line],
    reasons: str,
    metadata: bool = False,
) -> list[int]:
    monkeypatch.setattr(doubt, "load", lambda _: model)
    why = ["share" if reason == "-" else "" for reason in reasons]
    alive = [index for index, reason in enumerate(why) if not reason and lines[index].text]
    return [index for index, _ in doubt.learnt(lines, why, alive, 1, metadata=metadata)]


PAGE = [plain(4), plain(6), TOLD, plain(5), TOLD, plain(5), plain(5), cue("share")]


def test_what_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short lines above and below the sentences, not between them; no title."""
    assert weighed(monkeypatch, ALL, PAGE, "       -") == [0, 5, 6]
    page = [*PAGE[:3], plain(5), cue("share"), *PAGE[3:]]
    assert weighed(monkeypatch, ALL, page, "    -    -") == [0, 7, 8]


def test_what_weighs_little_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not weighed(monkeypatch, NOTHING, PAGE, "       -")


def test_where_nothing_went_nothing_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not weighed(monkeypatch, ALL, PAGE, "        ")


def test_a_poem_is_not_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not weighed(monkeypatch, ALL, [plain(5), plain(6), plain(5), cue("share")], "   -")


def test_known_metadata_stays_when_it_is_to_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    page = [*PAGE[:5], cue("byline", 1, "字字字字", field="author"), cue("share")]
    assert weighed(monkeypatch, ALL, page, "      -") == [0, 5]
    assert weighed(monkeypatch, ALL, page, "      -", metadata=True) == [0]


def test_what_is_known_of_a_line() -> None:
    page = [cue("share"), plain(6), TOLD, Line("", False), cue("share"), plain(5), plain(3)]
    reasons = ["share", "", "", "", "share", "", ""]
    found = dict(doubt.features(page, reasons, [1, 2, 5, 6], 1, ALL))
    assert sorted(found) == [5, 6]
    known = dict(zip(doubt.FEATURES, found[5], strict=True))
    assert known == {
        "own": 50,
        "prev": -60,
        "next": 50,
        "prev2": 50,
        "next2": 120,
        "above": -60,
        "below": 50,
        "first": 2,
        "last": 1,
        "head": 1,
        "foot": 1,
        "up": 1,
        "down": 0,
        "up4": 2,
        "down4": 0,
        "down12": 0,
        "length": 5,
        "force": 0,
        "prose": 0,
        "lines": 4,
        "gone": 33,
        "before": len(TOLD.text),
        "behind": 3,
        "lead": 0,
        "alike": 0,
        "run": 2,
        "runlength": 4,
        "runalike": 0,
        "runown": 50,
        "place": 0,
    }


HEAD = ["首页", "新闻", TITLE, "2014-03-02 10:12 来源：小镇晚报"]
FOOT = ["责任编辑：某某", "相关新闻", "版权所有 不得转载"]


@pytest.mark.parametrize("line", ["加入粉丝专页"])
def test_chrome_that_no_phrase_names(line: str) -> None:
    page = "\n".join([*HEAD, TEXT, TEXT[::-1][1:] + "。", line, *FOOT])
    left = chrome(Document(text=page).record(), SETTINGS)
    assert line not in left.text
    assert left.ledger is not None
    assert left.ledger.counts()["chrome.tail"] >= 1


@pytest.mark.parametrize(
    "line", ["敬礼", "春风吹又生", "小镇一中", "愿你我都好", "人间四月天", "小镇旧书摊管理处"]
)
def test_last_lines_of_a_text_stay(line: str) -> None:
    page = "\n".join([*HEAD, TEXT, TEXT[::-1][1:] + "。", line, *FOOT])
    assert line in chrome(Document(text=page), SETTINGS).text.split("\n")


def test_weighing_again_changes_nothing() -> None:
    for name in PAGES[::7]:
        page = "\n".join(text for _, text in labelled(name))
        once = chrome(Document(text=page), SETTINGS).text
        assert chrome(Document(text=once), SETTINGS).text == once, name


def test_the_rules_are_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def learnt(*given: object, **_: object) -> list[tuple[int, str]]:
        calls.append(given)
        return [(5, "tail")]

    monkeypatch.setattr(doubt, "learnt", learnt)
    page = [cue("share"), plain(6), TOLD, TOLD, TOLD, plain(5), cue("share"), cue("copyright")]
    assert decide(page).reasons[5] == "tail"
    assert len(calls) == 1
