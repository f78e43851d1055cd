"""What was dropped and by which rule, and where in a text that is."""

from __future__ import annotations

import pytest

from cleaner import Cleaner
from cleaner.report.account import place, prose, tallies
from cleaner.report.rows import line_starts
from tests.conftest import ROOT
from tests.report.made import GOLDEN, rows_of

PAGE = (ROOT / "examples" / "huangshi.txt").read_bytes()


def test_dropped_lines_bear_their_reasons() -> None:
    found = {row.line: row for row in rows_of(Cleaner().process(PAGE)) if row.dropped}
    reasons = {line: row.dropped for line, row in found.items() if row.before.strip()}
    assert reasons[2] == "chrome.byline"
    assert {reasons[line] for line in (25, 27, 28, 29, 30)} == {"chrome.credits"}
    assert found[37].before == "  • 進社區(qū)"
    assert reasons[39] == "chrome.hot"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_windows_line_ends_change_no_reason(path: object) -> None:
    page = Cleaner().process(path.read_bytes()).source  # type: ignore[attr-defined]
    assert page is not None
    told = []
    for text in (page, page.replace("\r\n", "\n").replace("\n", "\r\n")):
        made = rows_of(Cleaner(segment=False).process(text))
        told.append([(row.line, row.dropped) for row in made if row.dropped and row.before.strip()])
    assert told[0] == told[1]


def test_lines_of_html_are_paired_and_bear_their_own_reasons() -> None:
    lines = ["首頁 > 茶藝", "老茶莊的最後一個冬天", "2016/12/03 記者 林婉如／新北報導"]
    lines += [
        "坪林山上的霧還沒散，七十二歲的陳阿公已經在灶前坐了三個鐘頭，等火慢慢旺起來。",
        "茶莊開了五十八年，每年冬茶收完，兒子總會勸他收掉，他總是搖頭，說再做一年就好。",
        "今年不一樣了，山下要蓋水庫的聯絡道路，剩下的茶樹已經不夠養活一家人。",
    ]
    lines += ["更多新聞", "平溪天燈節下月登場", "© 2016 北海岸時報 版權所有 不得轉載"]
    page = "<html><body>\n" + "".join(f"<p>{line}</p>\n" for line in lines) + "</body></html>"
    result = Cleaner(segment=False).process(page)
    made = rows_of(result)
    kept = [(row.line, row.before) for row in made if not row.dropped]
    assert kept == [(at, f"<p>{lines[at - 2]}</p>") for at in (3, 5, 6, 7)]
    dropped = {row.line: row.dropped for row in made if row.dropped and "<p>" in row.before}
    assert dropped == {
        1: "chrome.navigation",  # with the line above it, which has tags alone
        4: "chrome.byline",
        8: "chrome.related",
        9: "chrome.tail",
        10: "chrome.copyright",
    }


def test_segmentation_is_left_out() -> None:
    result = Cleaner().process("我們看書。")
    ledger, text = prose(result)
    assert text == "我们看书。"
    assert list(tallies(ledger)) == ["convert.character"]
    with pytest.raises(ValueError, match="recorded"):
        prose(Cleaner().process("我", record=False))


def test_places() -> None:
    starts = line_starts("ab\n\nc")
    assert starts == [0, 3, 4]
    assert [place(starts, offset) for offset in (0, 2, 3, 4)] == [(1, 1), (1, 3), (2, 1), (3, 1)]


BODY = "渡口的船每天開兩班。\n早班七點,晚班五點,遇到大風就停。\n"
NOTICE = "版權所有 未經授權不得轉載"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("times", [1, 2])
def test_lines_that_went_at_the_end_are_rows_of_their_own(times: int, end: str) -> None:
    text = BODY + (NOTICE + "\n") * (times - 1) + NOTICE + end
    made = rows_of(Cleaner(segment=False).process(text))
    assert [(row.line, row.before.strip()) for row in made] == [
        (1, "渡口的船每天開兩班。"),
        (2, "早班七點,晚班五點,遇到大風就停。"),
        *[(3 + number, NOTICE) for number in range(times)],
    ]
    assert {row.dropped for row in made[2:]} == {"repair.watermark"}


def test_the_end_of_the_last_line_is_no_row() -> None:
    made = rows_of(Cleaner(segment=False).process(BODY))
    assert [row.line for row in made] == [1, 2]
