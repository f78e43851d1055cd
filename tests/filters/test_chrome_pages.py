from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.chrome import chrome
from cleaner.filters.chrome.index import load
from cleaner.filters.chrome.judge import judge
from cleaner.filters.chrome.pages import starts
from cleaner.settings import Settings
from tests.filters.chrome_pages import NEWS_BODY, NEWS_PAGE

OTHER = (
    NEWS_PAGE.replace("山脚小镇", "河边小镇")
    .replace("旧书集市", "花市")
    .replace("书摊", "花摊")
    .replace("地方志", "月季")
)
OTHERS = [
    page.replace("青山新闻网", site).replace("白小雨", "丁一")
    for page, site in ((OTHER, "河网"), (OTHER.replace("花市", "鸟市"), "湖网"))
]


def test_pages_of_one_site_are_cleaned_one_by_one() -> None:
    cat = NEWS_PAGE + OTHER + NEWS_PAGE
    lines = [judge(line, load()) for line in cat.split("\n")]
    page = len(NEWS_PAGE.split("\n")) - 1
    assert starts(lines) == [0, page, 2 * page]
    out = chrome(Document(text=cat), Settings()).text
    assert out.count("从一张桌子开始") == 3
    assert "三十多个花摊" in out
    assert "相关新闻" not in out
    assert chrome(Document(text=out), Settings()).text == out


def test_one_page_is_one_page() -> None:
    for text in (NEWS_PAGE, NEWS_BODY, "", "首页\n首页\n" * 40):
        assert starts([judge(line, load()) for line in text.split("\n")]) == [0]


def test_pages_of_several_sites_are_warned_of() -> None:
    document = chrome(Document(text=NEWS_PAGE + "\n".join(OTHERS)), Settings())
    assert any("several pages" in warning for warning in document.warnings)
    assert not chrome(Document(text=NEWS_PAGE), Settings()).warnings


@pytest.mark.parametrize(("size", "found"), [(10, [0, 10]), (9, [0])])
def test_a_page_has_ten_lines(size: int, found: list[int]) -> None:
    told = "周末的早晨，小镇上摆开了三十多个书摊，买书的人从邻近几个县赶来。"
    page = ["首页", "旧书集市", *[told] * (size - 3), "版权所有"]
    lines = [judge(line, load()) for line in [*page, *page, *[told] * 5]]
    assert starts(lines) == found
