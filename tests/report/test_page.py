"""The report pages: what they hold, and how they behave in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from cleaner import Cleaner
from cleaner.report.index import index, summary, worry
from cleaner.report.markup import asset, escape
from cleaner.report.page import page
from tests.conftest import ROOT, Run
from tests.properties.strategies import pages
from tests.report.browser import CHROMIUM, Browser

PAGE = (ROOT / "examples" / "huangshi.txt").read_bytes()
HOSTILE = (
    "<script>document.title='owned'</script>\n"
    "<img src=x onerror=\"document.title='owned'\">\n"
    "\"'><svg onload=document.title='owned'>\n"
    "</p></div></script></style><h1>標題</h1>\n"
    "\u202e看不見的\u2066字\x00\x1b[31m\n"
    "<!-- --!> <![CDATA[ ]]> &lt;b&gt; &#60;i&#62; {{7*7}} ${7*7}\n"
    "我們看書，他們也看書，這裡有一個圖書館。\n"
)


class Reader(HTMLParser):
    """Collects elements and attributes, and the text of the two columns."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: dict[str, int] = {}
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {"original": [], "cleaned": []}
        self._columns = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] = self.elements.get(tag, 0) + 1
        self.attributes.update(name for name, _ in attrs)
        if tag == "div" and dict(attrs).get("class", "").startswith("row"):  # type: ignore[union-attr]
            self._columns = 0
        if tag == "p" and "lang" in dict(attrs):
            self._columns += 1
            self._inside = "original" if self._columns == 1 else "cleaned"
            self.texts[self._inside].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[self._inside][-1] += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def test_both_texts_are_in_the_page() -> None:
    result = Cleaner(segment=False).process(PAGE)
    reader = read(page("page", result))
    assert result.source is not None
    lines = [text for text in reader.texts["original"] if text.strip()]
    assert lines == [line for line in result.source.split("\n") if line.strip()]
    cleaned = [text for text in reader.texts["cleaned"] if text.strip()]
    assert [text for text in result.text.split("\n") if text.strip()] == [
        text
        for text in cleaned
        if not text.isascii()  # the reasons of dropped lines
    ]


def test_nothing_of_a_page_becomes_an_element() -> None:
    text = page('<b title="x">.txt', Cleaner(only=("encode",)).process(HOSTILE))
    reader = read(text)
    assert reader.elements["script"] == 1
    assert not {"img", "b", "h1", "iframe"} & (reader.elements.keys() - {"h1"})
    assert reader.elements["h1"] == 1
    assert not [name for name in reader.attributes if name.startswith("on")]
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "\0" not in text


@given(text=pages())
@settings(max_examples=100)
def test_any_page_has_a_report(text: str) -> None:
    result = Cleaner().process(text)
    reader = read(page(text[:20], result))
    assert reader.elements["script"] == 1
    json.dumps(summary(text[:20], result))


def test_escaping_shows_what_cannot_be_seen() -> None:
    assert escape("a&b<c>\"'") == "a&amp;b&lt;c&gt;&quot;&#x27;"
    assert escape("　中") == "　中"
    assert "RLO" in escape("\u202e")
    assert "U+0085" in escape("\x85")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme: str) -> None:
    """Text has a contrast of 4.5 to what is behind it, in either scheme (WCAG 2, level AA)."""
    styles = asset("report.css")
    blocks = re.findall(r"\{([^{}]*color-scheme: (light|dark);[^{}]*)\}", styles)
    assert [name for _, name in blocks] == ["light", "dark", "dark"]
    assert blocks[1][0].split() == blocks[2][0].split()
    found = {name: text for text, name in blocks}[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", found))
    pairs = [
        (name, name + "-wash") for name in ("markup", "repair", "convert", "normalise", "other")
    ]
    pairs += [(text, back) for text in ("ink", "soft", "faint") for back in ("paper", "sheet")]
    pairs += [("faint", "chrome-wash"), ("soft", "chrome-wash"), ("accent", "sheet")]
    for text, back in pairs:
        one, other = sorted(luminance(colours[name]) for name in (text, back))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (text, back)


def test_the_worst_come_first() -> None:
    fine = summary("fine", Cleaner().process("他们看书。"))
    short = summary("short", Cleaner().process(PAGE))
    broken = summary("broken", Cleaner().process("我們".encode() * 9 + b"\xff"))
    empty = {**fine, "after": 0}
    order = sorted([fine, short, broken, empty], key=worry, reverse=True)
    assert order == [broken, empty, short, fine]
    data = json.loads(re.findall(r'id="data">(.*?)</script>', index(order))[0])
    assert [item["name"] for item in data] == ["broken", "fine", "short", "fine"]


def test_an_index_stays_small() -> None:
    """10,000 documents within 20 MB: each of them within 2,000 bytes, whatever it is."""
    names = [*(ROOT / "tests" / "golden").glob("*.txt"), ROOT / "examples" / "huangshi.txt"]
    made = [summary(str(path), Cleaner().process(path.read_bytes())) for path in names]
    assert len(index(made * 10).encode()) / (len(made) * 10) < 1900


class TestCommand:
    def test_one_document_is_a_page(self, run: Run, tmp_path: Path) -> None:
        done = run("--report", "report.html", input=PAGE)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == run(input=PAGE).stdout
        assert '<div class="sheet"' in (tmp_path / "report.html").read_text("utf-8")

    def test_several_are_an_index_and_in_a_folder_pages(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "page.txt").write_bytes(PAGE)
        run("--report", "report.html", "page.txt", "page.txt")
        assert "2 documents cleaned" in (tmp_path / "report.html").read_text("utf-8")
        run("--report", "report/", "page.txt", "page.txt")
        names = sorted(path.name for path in (tmp_path / "report").iterdir())
        assert names == ["00001.html", "00002.html", "index.html"]
        assert '"link":"00001.html"' in (tmp_path / "report" / "index.html").read_text("utf-8")

    def test_none_is_written_where_none_can(self, run: Run) -> None:
        done = run("--report", "no/report.html", input=b"a")
        assert done.returncode == 74


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    with Browser() as browser:
        yield browser


class TestBrowser:
    def open(self, browser: Browser, folder: Path, text: str) -> None:
        path = folder / "report.html"
        path.write_text(text, "utf-8")
        browser.messages.clear()
        browser.requests.clear()
        browser.open(path)
        browser.screen(1280, 900)

    def test_hostile_text_does_not_run(self, browser: Browser, tmp_path: Path) -> None:
        result = Cleaner(only=("encode",)).process(HOSTILE)
        self.open(browser, tmp_path, page("</title><script>", result))
        assert "owned" not in browser.run("document.title")
        assert browser.run("document.scripts.length") == 1
        assert browser.messages == []
        self.open(browser, tmp_path, index([summary(HOSTILE, result), summary("b", result)]))
        assert "owned" not in browser.run("document.title")
        assert browser.run("document.querySelectorAll('#list tbody tr').length") == 2
        assert browser.run("document.querySelectorAll('#list img, #list svg').length") == 0
        assert "\u202e" not in browser.run("document.body.innerText")
        assert browser.messages == []

    def test_what_slips_through_is_stopped(self, browser: Browser, tmp_path: Path) -> None:
        """The policy alone keeps a script from running, were one ever to get into a page."""
        text = page("page", Cleaner().process(PAGE))
        text = text.replace("<main", "<script>document.title='owned'</script><main", 1)
        self.open(browser, tmp_path, text)
        assert browser.run("document.title") != "owned"

    def test_a_page_stands_alone(self, browser: Browser, tmp_path: Path) -> None:
        self.open(browser, tmp_path, page("page", Cleaner().process(PAGE)))
        assert [url for url in browser.requests if not url.startswith("file:")] == []
        assert len(browser.requests) == 1
        assert browser.messages == []
        for landmark in ("header", "nav", "main", "footer", "h1"):
            assert browser.run(f"document.querySelectorAll('{landmark}').length") == 1, landmark

    def test_changes_tell_their_rule_by_pointer_and_by_key(
        self, browser: Browser, tmp_path: Path
    ) -> None:
        self.open(browser, tmp_path, page("page", Cleaner().process(PAGE)))
        assert browser.run("document.getElementById('tip').hidden")
        browser.run(
            "document.querySelector('ins.c')"
            ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))"
        )
        assert browser.run("document.getElementById('tip').textContent") == (
            "國 → 国convert: character"
        )
        browser.press("n")
        browser.press("n")
        assert browser.run("document.activeElement.textContent") == "級試點"
        assert browser.run("document.getElementById('live').textContent").startswith("級試點 → ")
        browser.press("p")
        assert browser.run("document.activeElement.textContent") == "國"

    def test_kinds_and_dropped_lines_can_be_hidden(self, browser: Browser, tmp_path: Path) -> None:
        self.open(browser, tmp_path, page("page", Cleaner().process(PAGE)))
        shown = "getComputedStyle(document.querySelector('.row.d')).display"
        assert browser.run(shown) == "grid"
        browser.run("document.querySelector('[data-off=d]').click()")
        assert browser.run(shown) == "none"
        wash = "getComputedStyle(document.querySelector('ins.c')).backgroundColor"
        assert browser.run(wash) != "rgba(0, 0, 0, 0)"
        browser.run("document.querySelector('[data-off=c]').click()")
        assert browser.run(wash) == "rgba(0, 0, 0, 0)"
        browser.press("n")
        assert browser.run("document.activeElement.className").split()[0] != "c"
        browser.run("document.getElementById('only').click()")
        assert browser.run(
            "[...document.querySelectorAll('.row.s')].every(row => !row.checkVisibility())"
        )

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 800)])
    def test_it_fits_the_screen(
        self, browser: Browser, tmp_path: Path, width: int, height: int, scheme: str
    ) -> None:
        self.open(browser, tmp_path, page("page", Cleaner().process(PAGE)))
        browser.screen(width, height, scheme)
        assert browser.run("document.documentElement.scrollWidth") <= width
        back = browser.run("getComputedStyle(document.body).backgroundColor")
        assert (int(back[4:].split(",")[0]) < 60) == (scheme == "dark")
        columns = browser.run(
            "new Set([...document.querySelector('.row').querySelectorAll('p')]"
            ".map(cell => cell.getBoundingClientRect().left)).size"
        )
        assert columns == (1 if width < 600 else 2)

    def test_an_index_sorts_and_finds(self, browser: Browser, tmp_path: Path) -> None:
        names = ("forum.txt", "tw_news.txt", "english.txt")
        made = [
            summary(name, Cleaner().process((ROOT / "tests" / "golden" / name).read_bytes()))
            for name in names
        ]
        self.open(browser, tmp_path, index(made))
        listed = "[...document.querySelectorAll('#list tbody .name')].map(n => n.textContent)"
        assert len(browser.run(listed)) == 3
        browser.run("document.querySelector('[data-key=before]').click()")
        sizes = browser.run(
            "[...document.querySelectorAll('#list tbody tr')]"
            ".map(row => parseInt(row.cells[1].textContent.replace(',', '')))"
        )
        assert sizes == sorted(sizes, reverse=True)
        browser.run(
            "(() => { const find = document.getElementById('find'); find.value = 'GB18030';"
            "find.dispatchEvent(new Event('input')); })()"
        )
        assert len(browser.run(listed)) == 1
        assert browser.run("document.getElementById('count').textContent") == "1 of 3"
        browser.run("document.querySelector('#list details').open = true")
        assert "chrome" in browser.run("document.querySelector('#list details').textContent")


def test_what_was_wrong_with_the_bytes_is_told() -> None:
    prose = "今天的天气很好，大家都出去玩了。后来又下起雨来，人们都跑回家里。\n"
    old = "圖書館週末也開門，歡迎大家來看書。\n".encode("big5")
    data = prose.encode() * 4 + b"\xff" + old + prose.encode()
    text = page("a.txt", Cleaner().process(data))
    assert "1 undecodable byte" in text
    assert " in big5" in text


def test_more_rules_than_an_index_names_are_counted_together() -> None:
    made = summary("a.txt", Cleaner().process(PAGE))
    made["rules"] = {f"filter{number}.rule": number + 1 for number in range(12)}
    found = index([made])
    assert "<td>others</td>" in found
    assert '<td>others</td><td class="n">10</td>' in found  # 4, 3, 2 and 1
