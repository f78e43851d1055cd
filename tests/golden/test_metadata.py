"""What the labelled pages say about their articles, but for titles: author, editor, source, date.

The values were read off the pages by a person. ``KNOWN`` are the pages where one is still wrong
or not found; strict, so that a page that becomes right has to leave the list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cleaner.core import Cleaner

HERE = Path(__file__).resolve().parent
KNOWN = {
    "cna_2012",
    "cna_2016",
    "cna_20s",
    "ct_2015",
    "douban_group",
    "dzwww_2011",
    "eastmoney_guba",
    "epoch_like_2011",
    "hk_blog_2010",
    "mitbbs_2006",
    "qq_news_2013",
    "travel_mafeng_2013",
    "univ_notice_2013",
    "yahoo_tw_20s",
}


def _gold() -> dict[str, dict[str, str]]:
    gold = {}
    for line in (HERE / "metadata.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            page, *values = line.split("\t")
            gold[page] = dict(value.split("=", 1) for value in values)
    return gold


GOLD = _gold()


@cache
def _cleaner() -> Cleaner:
    return Cleaner(segment=False)


@pytest.mark.parametrize("page", sorted(GOLD))
def test_page(page: str, request: pytest.FixtureRequest) -> None:
    if page in KNOWN:
        request.applymarker(pytest.mark.xfail(strict=True))
    labelled = (HERE / "chrome" / f"{page}.txt").read_text(encoding="utf-8").splitlines()
    found = dict(_cleaner().process("\n".join(line[1:] for line in labelled)).metadata)
    found.pop("title", None)
    assert found == GOLD[page]
