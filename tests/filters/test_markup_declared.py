from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.filters.markup.declared import declared
from cleaner.filters.markup.tags import tags


def head(source: str) -> dict[str, str]:
    return declared(source, tags(source))


def test_open_graph_and_meta_elements() -> None:
    source = """<meta property="og:title" content="渡口的灯 &amp; 船">
    <meta property='article:published_time' content='2023-06-01T10:00:00+0800'>
    <meta name=author content=何青><meta property="article:author" content="https://example.org/a">
    <META NAME="Author" CONTENT="后来的"><meta property="og:site_name" content="青崖网"/>"""
    assert head(source) == {
        "title": "渡口的灯 & 船",
        "published": "2023-06-01T10:00:00+08:00",
        "author": "何青",
        "site": "青崖网",
    }


@pytest.mark.parametrize(
    "json",
    [
        '{"@type":"NewsArticle","headline":"渡口的灯","datePublished":"2023-06-01",'
        '"author":[{"name":"何青"},{"name":"丁一"}],"publisher":{"name":"青崖网"}}',
        '[{"@graph":[{"@type":["Article"],"headline":"渡口的灯","datePublished":"2023-06-01",'
        '"author":"何青、丁一","publisher":{"name":"青崖网"}}]}]',
    ],
)
def test_json_ld(json: str) -> None:
    source = (
        f'<meta name="author" content="站长"><script type="application/ld+json">{json}</script>'
    )
    assert head(source) == {
        "title": "渡口的灯",
        "published": "2023-06-01",
        "author": "何青、丁一",
        "site": "青崖网",
    }


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<p>你好",
        "<script type='application/ld+json'>{</script>",
        "<script type='application/ld+json'>[1, null, {\"@type\": 3}]</script>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        '<script type="application/ld+json">{"@type":"Person","name":"何青"}</script>',
        '<meta property="article:published_time" content="昨天">',
        '<meta name="author" content="' + "长" * 300 + '">',
    ],
)
def test_what_declares_nothing(source: str) -> None:
    assert head(source) == {}


def test_declared_metadata_is_simplified_and_goes_before_what_lines_say() -> None:
    page = """<html><head><meta property="og:title" content="圖書館新館開幕">
    <meta property="article:published_time" content="2023-06-01T10:00:00+08:00"></head><body>
    <ul><li>首頁<li>登入<li>新聞</ul><h1>圖書館新館開幕</h1><p>2023-06-01 記者何青</p>
    <p>圖書館新館今天開幕，館藏超過五十萬冊，並設有兒童閱覽區，市民說以後週末有好去處了。</p>
    <p>館長說，新館的屋頂會收集雨水，用來澆花。</p><h3>相關新聞</h3><p>書店轉型</p>
    <p>版權所有 青崖網</p></body></html>"""
    result = Cleaner(segment=False).process(page)
    assert result.metadata["title"] == "图书馆新馆开幕"
    assert result.metadata["published"] == "2023-06-01T10:00:00+08:00"
    assert result.text.startswith("图书馆新馆开幕\n图书馆新馆今天开幕，")


@pytest.mark.parametrize("settings", [{}, {"keep_chrome": True}, {"only": ("markup", "convert")}])
def test_declared_metadata_is_simplified_where_nothing_is_dropped(settings: dict[str, Any]) -> None:
    page = """<html><head><meta name="author" content="陳雅筑"><meta property="og:title"
    content="咖啡節登場"></head><body><p>第十屆咖啡節昨天登場，六十多個攤位把老街擠得水洩不通。</p>
    <p>活動到十一月十日為止，週末另有接駁車往返火車站。</p></body></html>"""
    result = Cleaner(segment=False, **settings).process(page)
    assert result.metadata == {"title": "咖啡节登场", "author": "陈雅筑"}


_LETTERS = st.sampled_from("<meta name='og:title' content=>\"{}[]")


@given(st.text(alphabet=st.characters() | _LETTERS, max_size=200))
def test_any_text(source: str) -> None:
    assert isinstance(head(source), dict)


ARTICLE = '{"@type":"Article","headline":"渡口的灯"}'


@pytest.mark.parametrize("form", ["[%s]", '{"@graph":[%s]}'])
@pytest.mark.parametrize(("before", "found"), [(49, True), (50, False)])
def test_no_more_items_are_looked_at(form: str, before: int, found: bool) -> None:
    json = form % ",".join(["{}"] * before + [ARTICLE])
    assert bool(head(f'<script type="application/ld+json">{json}</script>')) is found


@pytest.mark.parametrize(("size", "found"), [(200_000, True), (200_001, False)])
def test_longer_json_is_no_description(size: int, found: bool) -> None:
    json = ARTICLE.ljust(size)
    assert bool(head(f'<script type="application/ld+json">{json}</script>')) is found


@pytest.mark.parametrize(("letters", "told"), [(200, True), (201, False)])
def test_longer_values_are_mistakes(letters: int, told: bool) -> None:
    value = "何" * letters
    assert bool(head(f'<meta name="author" content={value!r}>')) is told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-06-01T10:00Z", "2023-06-01T10:00:00+00:00"),
        ("2023-06-01 10:00:30.123456789+0800", "2023-06-01T10:00:30+08:00"),
        ("2023-06-01", "2023-06-01"),
        ("1999-06-01T10:00", "1999-06-01T10:00:00"),
        ("June 1", None),
    ],
)
def test_dates_have_one_form(value: str, expected: str | None) -> None:
    assert head(f'<meta name="pubdate" content="{value}">').get("published") == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<time class="entry-date" datetime="2023-06-01T10:00:00+08:00">6月</time>', True),
        ('<time itemprop="datePublished" datetime="2023-06-01T10:00:00+08:00">', True),
        ('<meta itemprop="datePublished" content="2023-06-01T10:00:00+08:00">', True),
        ('<time datetime="2023-06-01T10:00:00+08:00">', False),
        ('<time class="updated" datetime="2023-06-01T10:00:00+08:00">', False),
    ],
)
def test_times_that_say_what_they_are(element: str, expected: bool) -> None:
    assert (head(element).get("published") == "2023-06-01T10:00:00+08:00") is expected


@pytest.mark.parametrize("kind", ["Review", "Recipe", "SocialMediaPosting"])
def test_reviews_and_recipes_are_articles(kind: str) -> None:
    json = f'{{"@type":"{kind}","author":{{"name":"潮汐表"}}}}'
    assert head(f'<script type="application/ld+json">{json}</script>') == {"author": "潮汐表"}


def test_the_time_of_the_declared_day_is_taken_from_the_page() -> None:
    page = '<html><meta name="pubdate" content="{}"><h1>小镇的早市</h1>'
    page += "<p>2019-12-01 21:33 来源：某报</p>"
    page += "<p>天还没亮，卖菜的人已经把摊子摆到了桥头。</p>"
    for told, expected in (
        ("2019-12-01", "2019-12-01T21:33:00"),
        ("2019-12-02", "2019-12-02"),
        ("2019-12-01T08:00:00", "2019-12-01T08:00:00"),
    ):
        assert Cleaner().process(page.format(told)).metadata["published"] == expected


def linked(json: str) -> dict[str, str]:
    return head(f'<script type="application/ld+json">{json}</script>')


def test_the_question_of_a_page_of_questions() -> None:
    asked = '{"@type":"Question","name":"门为什么响？","dateCreated":"2019-08-20","author":"何青"}'
    expected = {"title": "门为什么响？", "published": "2019-08-20", "author": "何青"}
    assert linked(f'{{"@type":"QAPage","mainEntity":{asked}}}') == expected
    assert linked('{"@type":"Article","name":"渡口","author":"何青"}') == {"author": "何青"}


def test_reviews_of_customers_name_no_author() -> None:
    review = '{"@type":"Review","author":{"name":"z***8"},"datePublished":"2020-03-02"}'
    assert linked(review) == {"author": "z***8", "published": "2020-03-02"}
    assert linked(f"[{review}, {review}]") == {}
    assert linked(f'[{{"@type":"Product","name":"锅"}}, {review}]') == {}


@pytest.mark.parametrize(
    ("link", "post", "author"),
    [
        ("space.php?uid=5", "postmessage_101", "阿峰"),
        ("home.php?mod=space&amp;uid=5", "postmessage_101", "阿峰"),
        ("space-uid-5.html", "postmessage_101", "阿峰"),
        ("u.php?action=show&uid=5", "read_tpc", "阿峰"),
        ("space.php?uid=5", "message", None),
        ("home.php?mod=space&uid=5&do=thread", "postmessage_101", None),
    ],
)
def test_who_wrote_the_first_post(link: str, post: str, author: str | None) -> None:
    page = f"""<a href="{link}"><img></a><a href="{link}">37</a><a href="{link}">阿峰</a>
    <div id="{post}">今日行咗四段。</div><a href="{link}">老鬼</a>"""
    assert head(page).get("author") == author
