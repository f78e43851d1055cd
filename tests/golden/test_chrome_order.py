"""The order of filters: chrome reads pages that were repaired and normalised before.

What repair takes (版权所有，转载请注明出处) chrome cannot read any more, and what normalise
writes reads otherwise (2011年5月2日, 10:10 with a comma of full width is a sentence). So each
labelled page goes through all filters but segmentation, and once more with chrome before repair:
the same lines stay. ``OTHERWISE`` are the pages of which others do, with the reason; strict, so
that a page that is mended has to leave the list.
"""

from __future__ import annotations

from difflib import ndiff

import pytest

from cleaner.document import Document
from cleaner.filters.chrome import chrome
from cleaner.pipeline import run, select
from cleaner.settings import Settings
from tests.golden.test_chrome_pages import CONVERT, PAGES, SETTINGS, kept, labelled

REST = select(Settings(segment=False, skip=("chrome",)))[1:-1]
TAKEN = "repair took a notice that is evidence of a site, or ends the text"
READS = "a comma or colon of full width reads otherwise: as a sentence, or as a label"
GLOSSED = "the page is glossed or has spam in its lines, which chrome reads once it is repaired"
WEIGHED = "a line in doubt weighs otherwise where repair took others beforehand"
REASONS = {
    TAKEN: (
        *("bbs_52tech_57", "guancha_22", "mirror_novel_cn_49"),
        *("patient_story_48", "tea_shop_article_53"),
    ),
    READS: (
        *("b2b_company_shop_33", "baike_zhwiki_53", "blog_typecho_2021_57", "cnblogs_30"),
        *("epoch_2012", "event_20s", "mobile01_50", "moe_dict_hanzi_60", "movie_entry_20"),
        *("phpbb_hk_camera_58", "phpbb_tw", "tw_epoch_style_2016_57", "wp_2011"),
    ),
    WEIGHED: ("bili_opus_23", "toutiao_20s", "zhwiki_31"),
    GLOSSED: ("mirror_company_31", "mirror_gloss_2", "mirror_news_spam_33", "spam_trad_mirror_59"),
}
OTHERWISE = {name: reason for reason, names in REASONS.items() for name in names}


def first(name: str) -> list[str]:
    """Return the lines that stay of a page where chrome is the first but for conversion."""
    page = Document(text="\n".join(text for _, text in labelled(name)))
    alone = chrome(run(page, CONVERT, SETTINGS), SETTINGS).text
    lines = run(Document(text=alone), REST, SETTINGS).text.split("\n")
    return ["".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=pytest.mark.xfail(strict=True, reason=OTHERWISE[name])
            if name in OTHERWISE
            else (),
        )
        for name in PAGES
    ],
)
def test_the_same_lines_stay_whether_chrome_runs_first_or_last(name: str) -> None:
    page = "\n".join(text for _, text in labelled(name))
    assert [line for line in ndiff(first(name), kept(page)) if line[0] in "+-"] == []
