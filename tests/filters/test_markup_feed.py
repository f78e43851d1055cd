from __future__ import annotations

import cleaner
from cleaner.document import Document
from cleaner.filters.markup.feed import feed, is_feed

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>木匠笔记</title><link href="https://a.example/"/>
<updated>2018-04-02T10:00:00+08:00</updated>
<entry><title>一把刨子的调试</title><id>urn:1</id>
<content type="html"><![CDATA[<p>先看刨底平不平。</p><p>再推几下砂纸。</p>]]></content></entry>
<entry><title>胶与榫</title><content type="html">&lt;p&gt;榫做得紧，胶只是保险。&lt;/p&gt;</content>
</entry></feed>"""

RSS = """<rss version="2.0"><channel><title><![CDATA[小城新闻 &amp; 评论]]></title>
<link>https://a.example/</link><language>zh-cn</language>
<item><title>桥修好了</title><link><![CDATA[https://a.example/1]]></link><category>本地</category>
<pubDate>Mon, 02 Apr 2018 02:00:00 GMT</pubDate><guid isPermaLink="false">a1</guid>
<description><![CDATA[老桥昨天重新开放。]]></description></item></channel></rss>"""


def prose(text: str) -> str:
    return cleaner.clean(text, segment=False)


def test_a_feed_is_its_titles_and_texts() -> None:
    assert prose(ATOM).split() == [
        "木匠笔记",
        "一把刨子的调试",
        "先看刨底平不平。",
        "再推几下砂纸。",
        "胶与榫",
        "榫做得紧，胶只是保险。",
    ]


def test_what_programs_read_goes() -> None:
    lines = [line for line in prose(RSS).splitlines() if line]
    assert lines == ["桥修好了", "老桥昨天重新开放。"]


def test_the_title_of_the_feed_is_metadata() -> None:
    assert feed(Document(text=ATOM)).metadata["title"] == "木匠笔记"
    assert feed(Document(text=RSS)).metadata["title"] == "小城新闻 & 评论"


def test_a_text_about_feeds_is_none() -> None:
    assert not is_feed("用<rss>声明一个订阅源")
    assert not is_feed("<rssx>")
