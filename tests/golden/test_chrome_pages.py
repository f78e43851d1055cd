"""Pages of many kinds, labelled line by line: what chrome must keep and what it must drop.

Each line of ``chrome/*.txt`` begins with its label: ``+`` it is title or body, ``-`` it is chrome,
``~`` either is right (date and source line, reporter, caption, tags). The pages were labelled
before chrome ran on them; names, places and sites are invented. ``KNOWN`` are the pages that have a
wrong line still: strict, so that a page that becomes right has to leave the list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cleaner.document import Document
from cleaner.filters.chrome import chrome
from cleaner.pipeline import run, select
from cleaner.settings import Settings

FOLDER = Path(__file__).resolve().parent / "chrome"
PAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))
KNOWN = {
    "ads_baixing_65",
    "ads_ganji_secondhand_63",
    "airiti_abstract_57",
    "appledaily_17",
    "appstore_22",
    "appstore_apple_63",
    "baidu_tieba_2014",
    "baidu_zhidao_2013",
    "baidu_zhidao_65",
    "baike_zhwiki_mobile_64",
    "bbc_2011b",
    "blog_typecho_2021_57",
    "blog_xuite_like_logdown_57",
    "blogger_en_ui_60",
    "blogspot_2013",
    "bookstore_tw_57",
    "boss_job_24",
    "cnbeta_like_2012_50",
    "cnblogs_30",
    "cnfinance_column_2017_57",
    "cnki_journal_site_63",
    "cnyes_21",
    "co_1688_profile_59",
    "co_hc360_60",
    "co_product_en_nav_36",
    "co_pump_mobile_58",
    "company_contact_17",
    "cpbl_stats_57",
    "csdn_2012_60",
    "csdn_30",
    "ctrip_sight_57",
    "daojiao_like_20s",
    "diandan_2013_57",
    "douban_book_note_63",
    "douban_group",
    "douban_movie_review_50",
    "download_2011",
    "dvbbs_2006",
    "en_mix_18",
    "encyclopedia_hudong_63",
    "epoch_2012",
    "estate_lianjia_rent_65",
    "estate_rent_hk_63",
    "event_20s",
    "exam_yamol_46",
    "exam_zuoyebang_58",
    "fang_2014b",
    "faq_20s",
    "finance_2011",
    "forum_board_13",
    "gitee_readme_60",
    "gov_hotline_32",
    "gov_service_tw_36",
    "guba_xueqiu_65",
    "gushi_entry_21",
    "handian_18",
    "hk01_20s",
    "hk_01",
    "hkgolden_59",
    "hosp_online_57",
    "hospital_qa_64",
    "hotel_review",
    "house_listing_22",
    "house_magazine_qa_2013_50",
    "hupu_20s",
    "idiom_entry_15",
    "job104_20s",
    "job51_30",
    "job_1111_65",
    "job_51_2013",
    "job_ad",
    "job_liepin_64",
    "job_yingjiesheng_63",
    "jobs_hk_57",
    "law_firm_2014",
    "law_hk_faq_58",
    "lawyer_qa_44",
    "ledo_blog_2009_57",
    "library_opac_46",
    "lihkg_51",
    "lyrics_cn_2013",
    "lyrics_kkbox_65",
    "lyrics_kugou_63",
    "lyrics_tw",
    "medium_tw_47",
    "mingpao_inst_24",
    "mirror_company_31",
    "mirror_gloss_2",
    "mobile01_tw",
    "moegirl_57",
    "mojim_like",
    "mooc_course_57",
    "movie_entry_20",
    "music_album_18",
    "nanyang_22",
    "nga_21",
    "novel_2013b",
    "novel_intro_17",
    "novel_jinjiang_65",
    "opencc_spam",
    "phpbb_tw",
    "phpwind_50",
    "plant_qa_mirror_61",
    "poem_site",
    "qa_kuaizhi_35",
    "qa_tech_tw_2014",
    "qq_2012",
    "science_kepu_2023_50",
    "segmentfault_31",
    "shop_item_tw_50",
    "shop_pchome_36",
    "shop_tw_momo_65",
    "sohu_news_15",
    "sohublog_44",
    "southcn_2011",
    "spam_casino_mirror_43",
    "spam_medical_60",
    "spam_mirror_3",
    "spam_novel_mirror_57",
    "spam_trad_mirror_59",
    "sports_2012",
    "stock_bbs_2011",
    "stock_guba_63",
    "stock_notice_board_64",
    "stock_quote_23",
    "street_photo_2019_50",
    "tdm_macau_2021_57",
    "tech_2021_modern_50",
    "tianya_blog_2008_57",
    "tieba_2012",
    "toutiao_24",
    "train_ticket_page_2010",
    "travel_ctrip_note_65",
    "travel_tw_2012",
    "tv_listing_50",
    "tv_plot_46",
    "tv_schedule_15",
    "tvbs_2011",
    "tw_epoch_style_2016_57",
    "twreporter_21",
    "udn_20s",
    "univ_notice_2013",
    "v2ex_31",
    "v2ex_63",
    "vbulletin_65",
    "video_youtube_like_64",
    "voa_17",
    "weather_20s",
    "weather_city_22",
    "wechat_company_64",
    "weibo_like_2013",
    "weibo_post",
    "weixin_2018_ad_57",
    "wiki_like",
    "wiki_moegirl_65",
    "wire_abroad_reuters_like_2015_50",
    "womany_43",
    "worldjournal_like_2018_50",
    "xenforo_tw_game_63",
    "xenforo_zh_62",
    "xhs_20s",
    "xuite_blog",
    "ycwen_2014_57",
    "zhidao",
    "zhidao_2009",
    "zhidao_2012",
    "zhidao_20s",
    "zhihu_answer_2023",
    "zhihu_daily_2016_57",
    "zhihu_zhuanlan",
    "zhwiki_31",
}
SETTINGS = Settings()
CONVERT = select(Settings(only=("convert",)))[1:-1]


@cache
def labelled(name: str) -> tuple[tuple[str, str], ...]:
    """Return label and text of each line that is not blank."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").split("\n")
    return tuple((line[0], line[1:].strip()) for line in lines if line[1:].strip())


@cache
def wrong(name: str) -> tuple[str, ...]:
    """Return the labelled lines on which chrome decides otherwise, with their labels."""
    page = "\n".join(text for _, text in labelled(name))
    document = run(Document(text=page), CONVERT, SETTINGS)
    ledger = chrome(document.record(), SETTINGS).ledger
    assert ledger is not None
    gone = {change.start for change in ledger.changes(document.text)}
    lines = document.text.split("\n")
    assert len(lines) == len(labelled(name))
    found = []
    place = 0
    for (label, text), line in zip(labelled(name), lines, strict=True):
        # At the end of a text the newline before a line goes with it.
        dropped = place in gone or place - 1 in gone
        if label == ("+" if dropped else "-"):
            found.append(label + text)
        place += len(line) + 1
    return tuple(found)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True) if name in KNOWN else ())
        for name in PAGES
    ],
)
def test_page(name: str) -> None:
    assert not wrong(name)


def test_a_page_that_is_nothing_but_chrome_stays_with_a_warning() -> None:
    page = "\n".join(text for _, text in labelled("portal_home"))
    document = chrome(Document(text=page), SETTINGS)
    assert document.text == page
    assert document.warnings


def test_all_pages_together() -> None:
    """Letters of bodies kept and lines of chrome dropped, with what the known failures cost."""
    body = lost = chrome_lines = left = 0
    for name in PAGES:
        body += sum(len(text) for label, text in labelled(name) if label == "+")
        chrome_lines += sum(label == "-" for label, _ in labelled(name))
        lost += sum(len(line) - 1 for line in wrong(name) if line[0] == "+")
        left += sum(line[0] == "-" for line in wrong(name))
    assert lost <= 0.01 * body
    assert left <= 0.05 * chrome_lines


HALF = str.maketrans("，：；？！（）", ",:;?!()")


def kept(text: str) -> list[str]:
    """Return the lines that stay of a page that goes through all filters but segmentation."""
    filters = select(Settings(segment=False))[1:-1]
    lines = run(Document(text=text), filters, SETTINGS).text.split("\n")
    return ["".join(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize("name", PAGES)
def test_punctuation_of_half_width_decides_nothing(name: str) -> None:
    page = "\n".join(text for _, text in labelled(name))
    half = kept(page.translate(HALF))
    assert [line.translate(HALF) for line in half] == [line.translate(HALF) for line in kept(page)]
