from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.markup import markup
from cleaner.filters.markup.frame import FRAME, PART, SENTENCES, named, unseen
from cleaner.filters.markup.tags import tags
from cleaner.settings import Settings

LETTERS, TOTAL = 10, 100


def goes(source: str, letters: int = LETTERS, sentences: int = 0) -> bool:
    return named(tags(source)[0], letters, TOTAL, sentences)


@pytest.mark.parametrize(
    "source",
    [
        "<nav>",
        '<div class="footer">',
        "<div id=comments>",
        '<div class="inline-ads">',
        "<div class='articleAds'>",
        '<section class="block recomm">',
        '<header role="banner">',
        '<div role="dialog" class="x">',
        '<section aria-labelledby="podcast-promo">',
        '<div class="QuestionHeaderActions">',
        "<aside>",
        "<select>",
    ],
)
def test_the_frame_by_its_names(source: str) -> None:
    assert goes(source)


@pytest.mark.parametrize(
    "source",
    [
        "<div>",
        '<div class="content">',
        '<div class="no-sidebar">',
        '<div class="with-ads">',
        '<div class="download">',  # no word in it is ad
        '<div title="nav" data-role="banner">',
        '<b class="ads">',
        '<article class="related">',
    ],
)
def test_other_names(source: str) -> None:
    assert not goes(source)


def test_what_has_sentences_or_much_of_the_page_is_no_part() -> None:
    notice, tool = '<div class="cookie-bar">', '<div class="share-box">'
    assert goes(notice, sentences=SENTENCES)
    assert not goes(notice, sentences=SENTENCES + 1)
    assert not goes(tool, sentences=1)
    assert goes(notice, letters=int(PART * TOTAL))
    assert not goes(notice, letters=int(PART * TOTAL) + 1)
    assert goes("<footer>", letters=int(FRAME * TOTAL), sentences=9)
    assert not goes("<footer>", letters=int(FRAME * TOTAL) + 1)


def test_unseen() -> None:
    assert unseen(tags('<span class="x visually-hidden">')[0])
    assert not unseen(tags('<span class="hidden-gem" title="sr-only">')[0])
    assert not unseen(tags("<span>")[0])


PROSE = (
    "<p>周末的早晨，小镇的石板路上摆开了三十多个书摊。</p>"
    "<p>旧书集市每月一次，这是第四次了，卖书的人从邻近几个县赶来。</p>"
)


def read(inside: str, title: str = "") -> Document:
    text = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    return markup(Document(text=text), Settings.make())


def test_what_only_a_screen_reader_says_goes() -> None:
    source = PROSE + '<p>图像来源<span class="sr-only">，打开大图</span></p>'
    assert read(source).text.endswith("图像来源")


def test_what_has_the_heading_is_no_frame() -> None:
    text = read(f'<div role="banner"><h1>旧书集市</h1></div>{PROSE}').text
    assert text.startswith("旧书集市\n周末")
    assert not read(f'<div role="banner"><h2>旧书网</h2></div>{PROSE}').text.startswith("旧书网")


def test_the_heading_that_the_window_names_is_the_title() -> None:
    assert read(f"<h1>旧书 集市</h1>{PROSE}", "旧书 集市_某某网").metadata["title"] == "旧书 集市"
    assert "title" not in read(f"<h1>旧书集市</h1>{PROSE}", "某某网").metadata
    both = f"<h1>某某网</h1><h2>旧书集市又开张</h2>{PROSE}"
    for window in ("旧书集市又开张 - 某某网", "某某网_旧书集市又开张"):
        assert read(both, window).metadata["title"] == "旧书集市又开张"
    section = f"<h1>青团</h1>{PROSE}<h2>青团的做法</h2>"
    assert read(section, "青团的做法大全_某某网").metadata["title"] == "青团"
    assert "title" not in read(f"<h1>某某网</h1>{PROSE}", "旧书集市_某某网").metadata


def test_a_label_with_links_behind_it_goes() -> None:
    other = "<div>推荐阅读：<a>山城旧事</a><a>河边旧事</a></div>"
    assert read(PROSE + other).text == read(PROSE).text
    told = "<div>主演：<a>白小雨</a>、<a>高远</a></div>"
    assert read(PROSE + told).text.endswith("主演：白小雨、高远")


def test_what_is_written_line_by_line_stays_so() -> None:
    lines = "风很大\n雨也很大\n\n船不来了\n我们走回去"
    assert read(f"<div>{lines}<span>\n完</span></div>{PROSE}").text.startswith(lines + "\n完\n")
    wrapped = "风很大\n雨也很大\n船不来了\n我们走回去\n完"
    assert read(f"<div>{wrapped}</div>{PROSE}").text.startswith(wrapped.replace("\n", ""))


def test_the_title_of_the_window_ends_where_the_declared_one_does() -> None:
    source = (
        "<html><head><title>旧书集市 - 某某网</title>"
        '<meta property="og:title" content="旧书集市"></head><body>' + PROSE + "</body></html>"
    )
    text = markup(Document(text=source), Settings.make()).text
    assert text.startswith("旧书集市\n周末")


def test_the_link_beside_a_heading_goes() -> None:
    for anchor in "#¶":
        source = f'<h1>旧书集市<a href="#a">{anchor}</a></h1>{PROSE}'
        document = read(source, "旧书集市 | 某某网")
        assert document.text.startswith("旧书集市\n周末")
        assert document.metadata["title"] == "旧书集市"


@pytest.mark.parametrize(
    ("source", "letters", "sentences", "expected"),
    [
        ("<nav>", 40, 9, True),
        ("<nav>", 41, 0, False),
        ('<div class="inline-ads">', 25, 3, True),
        ('<div class="inline-ads">', 26, 0, False),
        ('<div class="inline-ads">', 1, 4, False),
        ('<div role="banner" class="x">', 25, 3, True),
        ('<div class="hot-words">', 25, 0, True),
        ('<div class="hot-words">', 25, 1, False),
        ("<aside>", 25, 0, True),
        ("<aside>", 25, 1, False),
        ("<div>", 1, 0, False),
        ('<div role="note" class="inline-ads">', 1, 0, True),  # behind another attribute
        ('<div class="comments">', 99, 9, True),
        ('<div class="gc-comment">', 40, 9, True),
        ('<div class="gc-comment">', 41, 9, False),
        ('<div class="no-comments">', 9, 0, False),
        ('<div class="post-reward">', 25, 0, True),
        ('<div class="post-reward">', 25, 1, False),
        ("<button>", 12, 0, True),
        ("<button>", 13, 0, False),
        ("<select>", 99, 9, True),
        ('<article class="ads">', 1, 0, False),
    ],
)
def test_bounds_of_the_frame(source: str, letters: int, sentences: int, expected: bool) -> None:
    assert goes(source, letters, sentences) is expected
