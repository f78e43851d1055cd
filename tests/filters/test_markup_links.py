from __future__ import annotations

import pytest

from cleaner import Cleaner
from cleaner.document import Document
from cleaner.filters.markup import markup
from cleaner.filters.markup.links import links
from cleaner.filters.markup.tags import pairs, tags
from cleaner.settings import Settings

PROSE = (
    "<p>周末的早晨，小镇的石板路上摆开了三十多个书摊。</p>"
    "<p>旧书集市每月一次，这是第四次了，卖书的人从邻近几个县赶来。</p>"
)
MENU = "<div><a>新闻</a><a>体育</a><a>娱乐</a></div>"


def read(inside: str, **settings: object) -> list[str]:
    text = f"<html><body>{inside}</body></html>"
    return markup(Document(text=text), Settings.make(**settings)).text.split("\n")


FEW = "<ul><li><a>山城旧事</a><li><a>河边旧事</a></ul>"


def test_elements_for_navigation_go() -> None:
    for element in ("nav", "footer"):
        assert read(f"<{element}><p>某某网</p></{element}>{PROSE}") == read(PROSE)
    assert read(f"<select><option>一月<option>二月</select>{PROSE}") == read(PROSE)
    assert read(f"<button>搜索</button>{PROSE}") == read(PROSE)


def test_lists_of_links_go() -> None:
    assert read(MENU + PROSE) == read(PROSE)
    assert read(PROSE + f"<div>{FEW}</div>") == read(PROSE)


def test_the_heading_of_a_list_of_links_stays_for_chrome() -> None:
    listed = f"<h3>相关文章</h3>{FEW}<p><a>更多旧书市的故事</a></p>"
    assert read(PROSE + f"<div>{listed}</div>") == [*read(PROSE), "相关文章"]
    # What it is over is not known: 友情链接 may be above the article as well.
    other = listed.replace("相关文章", "友情链接")
    assert read(PROSE + f"<div>{other}</div>") == read(PROSE)
    # That of a menu says nothing of what follows.
    for menu in (f"<nav>{listed}</nav>", f"<div class=toc>{listed}</div>"):
        assert read(PROSE + menu) == read(PROSE)
    assert read(PROSE + f"<div role=navigation>{listed}</div>") == read(PROSE)
    below = "<div><h3>相似职位</h3>" + FEW + "</div><p>本站严禁收取求职者财物，一旦发现请举报。</p>"
    whole = Cleaner(segment=False)
    assert whole.clean(f"<html>{PROSE}{below}") == whole.clean(f"<html>{PROSE}")


def test_blanks_between_links_are_no_letters() -> None:
    menu = "&nbsp;&raquo;".join(f"<a>{name}</a>" for name in ("武侠", "言情", "科幻", "历史"))
    assert read(f"<p>{menu}</p>{PROSE}") == read(PROSE)


def test_links_in_a_table_with_headings_of_columns_stay() -> None:
    rows = "<tr><td><a>甲软件</a><td><a>乙桌面环境</a></tr>" * 3
    heads = "<tr><th>软件</th><th>说明</th></tr>"
    shown = read(f"<div><table>{heads}{rows}</table></div>{PROSE}")
    assert shown == ["软件\t说明", *["甲软件\t乙桌面环境"] * 3, *read(PROSE)]
    assert read(f"<div><table>{rows}</table></div>{PROSE}") == read(PROSE)
    days = "<tr><th>日</th><th>一</th></tr>"
    assert read(f"<div><table>{days}{rows}</table></div>{PROSE}") == read(PROSE)
    one = "<tr><th>软件</th><td></td></tr>"
    assert read(f"<div><table>{one}{rows}</table></div>{PROSE}") == read(PROSE)
    layout = f"<table>{heads}<tr><td><table>{rows}</table></td></tr></table>"
    assert "甲软件" not in "".join(read(layout + PROSE))


def test_classes_that_themes_give_go() -> None:
    assert read(PROSE + '<div id="comments"><p>说得好。</p></div>') == read(PROSE)
    assert read(PROSE + "<div class='col side'><p>公告。</p></div>") == read(PROSE)


def test_links_within_sentences_stay() -> None:
    linked = "<p><a>小镇</a>、<a>河边</a>和<a>山上</a>都有书摊。</p>"
    assert read(linked + PROSE)[0] == "小镇、河边和山上都有书摊。"


def test_two_links_become_two_lines() -> None:
    assert read("<div><a>首页</a><a>新闻</a></div>" + PROSE)[:2] == ["首页", "新闻"]


def test_a_page_of_links_keeps_them_line_by_line() -> None:
    assert read(MENU) == ["新闻", "体育", "娱乐"]
    assert read(f"<nav>{PROSE}</nav>") == read(PROSE)


@pytest.mark.parametrize(
    "settings", [{"keep_chrome": True}, {"skip": "chrome"}, {"only": "markup"}]
)
def test_navigation_stays_where_chrome_does(settings: dict[str, object]) -> None:
    assert read(MENU + PROSE, **settings)[0] == "新闻体育娱乐"


def test_what_the_input_is_can_be_told() -> None:
    text = "<p>你好<p>你好"
    assert markup(Document(text=text), Settings(input="html")).text == "你好\n你好"
    page = f"<html><body>{PROSE}</body></html>"
    assert markup(Document(text=page), Settings(input="text")).text == page


def test_hostile_nesting() -> None:
    for text in ("<div><a>" * 5_000, "<div>" * 5_000 + "<a>一</a>" * 5_000 + "</div>" * 5_000):
        found = tags(text)
        links(text, found, pairs(found))
        assert markup(Document(text="<html>" + text), Settings()).hypertext


PAGE = "周末的早晨，小镇的石板路上摆开了三十多个书摊，卖书的人从邻近几个县赶来。" * 2
SEVEN = "<a>新闻</a><a>体育</a><a>娱乐</a>"


def dropped(source: str) -> list[str]:
    """Return the tags of what goes, beside a page of prose."""
    text = f"{source}<p>{PAGE}</p>"
    found = tags(text)
    return [
        text[found[i].start : found[i].end] for i in sorted(links(text, found, pairs(found))[0])
    ]


@pytest.mark.parametrize(
    ("source", "goes"),
    [
        (f"<div>{SEVEN}甲乙</div>", True),  # three of four letters in links
        (f"<div>{SEVEN}甲乙丙</div>", False),
        ("<div><a>新闻</a><a>体育</a></div>", False),  # two are a list only where that is said
        ("<ul><a>新闻</a><a>体育</a></ul>", True),
        ("<div><a>上一页<i>新闻</i></a><a>下一页<i>体育</i></a></div>", True),
        ("<div>\n<a><b>上一篇</b>：新闻</a>\n<a>体育</a></div>", True),
        ("<div><a>下一页</a>说到新闻</div>", False),
        ("<div><h2>关</h2><a>新闻</a><a>体育</a></div>", True),
        ("<div><p></p><h2>关</h2><a>新闻</a><a>体育</a></div>", False),
        (f"<div>{'<a>' + '新' * 40 + '</a>'}{'<a>' + '新' * 41 + '</a>'}</div>", False),
        (f"<div>{SEVEN}。</div>", False),
        ("<button>一二三四五六七八九十甲乙</button>", True),
        ("<button>一二三四五六七八九十甲乙丙</button>", False),
        (f'<article class="menu">{PAGE[:20]}</article>', False),
        (f'<div class="menu">{PAGE[:20]}</div>', True),
        (f'<div class="menu">{PAGE}</div>', False),
        (f"<nav>{PAGE}</nav>", False),
        # What has the heading of the page in it is none, in any other heading it may be.
        (f'<div class="menu"><h1>书摊</h1>{PAGE[:20]}</div>', False),
        (f'<div class="menu"><h2>书摊</h2>{PAGE[:20]}</div>', True),
    ],
)
def test_the_bounds_of_navigation(source: str, goes: bool) -> None:
    assert bool(dropped(source)) is goes


def test_what_comes_behind_hidden_and_empty_elements_counts() -> None:
    assert dropped(f"<div hidden><a>甲</a></div><p></p><div>{SEVEN}</div>") == ["<div>"]
    assert dropped(f"<div>{SEVEN}</div><div>{SEVEN}</div>") == ["<div>", "<div>"]


def test_links_before_a_block_do_not_count_in_it() -> None:
    two = "<div><a>新闻</a><a>体育</a></div>"
    assert dropped(f"<div>{SEVEN}</div>{two}") == ["<div>"]
    assert dropped(f"<div>{SEVEN}</div><p>{PAGE}</p>{two}") == ["<div>"]


def long(number: int, letters: int) -> str:
    """Return a block of links that have so many letters together."""
    sizes = [letters // number + (place < letters % number) for place in range(number)]
    return "<div>" + "".join("<a>" + "新" * size + "</a>" for size in sizes) + "</div>"


@pytest.mark.parametrize(
    ("block", "prose", "goes"),
    [
        (long(3, 120), 74, True),  # forty letters a link
        (long(3, 121), 74, False),
        (long(3, 6), 40, True),  # so many letters must be left
        (long(3, 6), 39, False),
        (long(10, 400), 45, True),  # ... and this share of a page
        (long(10, 400), 44, False),
        (long(10, 40) * 10, 45, True),
        (long(10, 40) * 10, 44, False),  # of all that goes together
    ],
)
def test_what_must_be_left_of_a_page(block: str, prose: int, goes: bool) -> None:
    text = f"{block}<p>{'字' * prose}</p>"
    found = tags(text)
    assert bool(links(text, found, pairs(found)).dropped) is goes


def test_the_only_full_stops_of_a_page_stay() -> None:
    for stop in "。！？":
        text = f"<nav>说完了{stop}</nav><p>{'字' * 60}</p>"
        found = tags(text)
        assert not links(text, found, pairs(found)).dropped
        text = text.replace("</p>", stop + "</p>")
        found = tags(text)
        assert links(text, found, pairs(found)).dropped == {0}


@pytest.mark.parametrize(
    ("source", "goes"),
    [
        ("<p>推荐阅读：<a>某某</a><a>某某</a></p>", True),
        ("<p>推荐阅读：<a>某某</a></p>", False),
        ("<b>推荐阅读：<a>某某</a><a>某某</a></b>", False),  # no block
        ("<p>推荐阅读<a>某某</a><a>某某</a></p>", False),
        ("<p>标签 <a>某某</a><a>某某</a></p>", True),
        ("<p>标签 <a>某某</a><a>某某</a>一二三四五六七八九</p>", False),
        ("<p><b></b>推荐阅读：<a>某某</a><a>某某</a></p>", False),  # not at its beginning
        ("<p>看看更多推荐文章列：<a>某某</a><a>某某</a></p>", True),  # ten letters
        ("<p>看看更多推荐文章列表：<a>某某</a><a>某某</a></p>", False),
        ("<p>推荐：<a>某某</a><a>某某</a>一二三四五六七</p>", True),  # ten with what is behind
        ("<p>推荐：<a>某某</a><a>某某</a>一二三四五六七八</p>", False),
    ],
)
def test_labels_of_other_articles(source: str, goes: bool) -> None:
    assert bool(dropped(source)) is goes


def test_the_link_of_a_heading_to_itself_goes_and_ends_nothing() -> None:
    shown = f'<h2>小标题<a href="#x">¶</a></h2>{MENU}{PROSE}'
    assert read(shown) == read(f"<h2>小标题</h2>{PROSE}")
    assert "".join(read(f'<h2>小标题<a href="#x">一</a></h2>{PROSE}')).startswith("小标题一")


def test_numbers_of_the_lines_of_a_program_go() -> None:
    numbers = '<table><tr><td class="gutter"><pre><span>1</span><br>2</pre></td><td>{}</td></table>'
    assert read(numbers.format("甲") + PROSE) == read("甲" + PROSE)
    # Letters in it, or another name: it is text.
    for shown in ("<p class=gutter>1<b>甲</b></p>", "<p class=cell>1</p>"):
        assert "".join(read(shown + PROSE)).startswith("1")
