from __future__ import annotations

import pytest

from cleaner.filters.chrome import address
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.page import Page

TEXT = "顺发成立于民国六十八年，以代工缝纫机零件起家。"
NAME = "顺发精密工业股份有限公司"
ROWS = ("地址：台中市大里区工业路00号", "TEL：04-2000-0000 FAX：04-2000-0001", "统一编号：00000000")
OWNED = "版权所有 顺发精密"


def foot(*page: str, title: int | None = None) -> list[int]:
    shown = Page([judge(line, load()) for line in page], False)
    shown.title = title
    return address.foot(shown, 1)


def test_name_and_rows_above_the_copyright_are_a_foot() -> None:
    assert foot(TEXT, "历史沿革", NAME, *ROWS, OWNED) == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "page",
    [
        (TEXT, NAME, *ROWS),
        (TEXT, NAME, *ROWS[:2], OWNED),
        (TEXT, NAME, *ROWS, "特此公告", OWNED),
        (TEXT, "有意者请按下列方式联系", *ROWS, OWNED),
        (TEXT, NAME, ROWS[1], ROWS[1], ROWS[2], OWNED),
        (NAME, *ROWS, OWNED),
    ],
)
def test_what_is_no_foot(page: tuple[str, ...]) -> None:
    assert foot(*page) == []


def test_below_such_a_title_the_address_is_the_text() -> None:
    assert foot("联系我们", TEXT, NAME, *ROWS, OWNED, title=0) == []
    assert foot("公司简介", TEXT, NAME, *ROWS, OWNED, title=0) == [2, 3, 4, 5]
