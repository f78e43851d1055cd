"""Shapes for rules of pages and of rare damage: feeds, hidden paragraphs, code pages, signatures.

As in :mod:`.newer`, each is full of hits or near misses of one rule, and hardly two are the same.
"""

from __future__ import annotations

from tests.hostile.newer import BODY, HEAD, later, within
from tests.hostile.varied import Shape, each, misread, pair, sentence, thing


def _day(number: int) -> str:
    return f"2012-03-{number % 28 + 1:02}"


def _html(unit: Shape, head: str = "") -> Shape:
    """Return the shape of ``unit`` in the body of an HTML page."""
    return within(f"<html><head>{head}</head><body>", unit, "")


def _twice(number: int) -> str:
    """Return a line in UTF-8 that was read as Latin letters, and these as GBK."""
    told = f"{sentence(number)}。".encode().decode("latin-1")
    return told.encode().decode("gbk", "replace").replace("\ufffd", "?") + "\n"


def _ends(number: int) -> str:
    """Return a line that begins a tag and does not end it."""
    return f"{sentence(number)}。<span class={number}\n"


NEWEST: dict[str, Shape] = {
    # markup
    "items of a feed": within(
        '<?xml version="1.0"?><rss version="2.0"><channel>',
        each(
            lambda n: (
                f"<item><title>{pair(n)}{n}</title><link>http://a.cn/{n}</link>"
                f"<pubDate>{_day(n)}</pubDate><description>&lt;p&gt;{sentence(n)}。"
                "</description></item>"
            )
        ),
        "</channel></rss>",
    ),
    "items of a feed never closed": within(
        '<?xml version="1.0"?><rss version="2.0"><channel>',
        each(lambda n: f"<item><title>{pair(n)}<description><![CDATA[<p>{sentence(n)}"),
        "",
    ),
    "hidden paragraphs never closed": _html(
        each(lambda n: f'<p style="display:none">{sentence(n)}，<b style="font-size:0">{n}')
    ),
    "elements without size": _html(
        each(lambda n: f'{thing(n)}<i style="font-size:0px">{thing(n // 7)}</i>')
    ),
    "records of articles": _html(
        each(
            lambda n: (
                '<script type="application/ld+json">{"@type":"Review","author":"'
                f'{pair(n)}","datePublished":"{_day(n)}"' + ("}" if n % 3 else "") + "</script>"
            )
        )
    ),
    "times of articles": _html(
        each(
            lambda n: (
                f'<time datetime="{_day(n)}T07:23">{n}</time>'
                f'<span itemprop="author" content={n}>{pair(n)}</span>'
            )
        )
    ),
    "blocks that begin the title": within(
        f"<html><head><title>{''.join(map(pair, range(9)))}</title></head><body>",
        each(lambda n: f"<div>{''.join(map(pair, range(n % 8 + 1)))}</div>"),
        "",
    ),
    "numbers of the lines of a program": _html(
        each(lambda n: f"<td class=lineno>{n}</td><td><code>a[{n}] = {n}</code>\n")
    ),
    "tags that a line cuts": each(_ends),
    # repair
    "UTF-8 read in the code page of the Macintosh": misread("mac-roman", "utf-8"),
    "GBK read in the code page of DOS": misread("cp437", "gbk"),
    "GBK read as Russian": misread("windows-1251", "gbk"),
    "UTF-8 read as Russian": misread("koi8-r", "utf-8"),
    "Latin letters read as GBK": each(_twice),
    "lines of pinyin": each(lambda n: f"fān xiū lǜ{n % 7} shū{'ā' * (n % 3)}n jí\n"),
    "shifts without glosses": each(lambda n: f"{thing(n)}?，{later(n)[:8]}F{thing(n // 7)}在"),
    "pairs dropped after shifts": each(lambda n: f"{thing(n)}?zhǎng)萍即髮W{thing(n // 7)}？萍?F"),
    "glosses without tones": each(lambda n: f"{thing(n)}長(zhang)度(du)說(shuo{n % 9})"),
    "clauses that say the same twice": each(lambda n: f"{pair(n)}{pair(n)}，{pair(n + 9)}的，"),
    "a word for misreading and a line without end": within(
        "这是乱码\n", each(lambda n: f"{sentence(n)}，"), ""
    ),
    "misread text that is quoted": each(lambda n: f"“鏄庝{thing(n)}箞{n % 9}”是乱码，“鏄{pair(n)}"),
    "rows of items with marks": each(
        lambda n: f"{thing(n)}：?{thing(n // 7)}?{pair(n)}?{thing(n // 3)}吗{'?' * (n % 4)}"
    ),
    "notices in groups": each(
        lambda n: f"{sentence(n)}，最新章节请到{thing(n)}，手机阅读更方便{n}，"
    ),
    "ends of chapters": each(lambda n: f"（本章{'完' if n % 3 else '未完'}）{thing(n)}（本章完\n"),
    "titles of documents twice": each(lambda n: f"{pair(n)}说明书\n{pair(n)}说明书{n % 3 or ''}\n"),
    # normalise
    "characters of a list": each(lambda n: f"{thing(n)[0]} {thing(n // 7)[0]} {pair(n)[2]}、 "),
    "answers with numbers": each(lambda n: f"A:{n % 9}.{sentence(n)}\nB: {n}、{thing(n)}\n"),
    "sentences in Latin letters": each(lambda n: f"{thing(n)}！It is No{n} Of a b! Ab c! "),
    "pairs of both widths": each(lambda n: f'({thing(n)}）{n}（a)"{thing(n // 7)}”，(b '),
    # chrome
    "signatures of a board": within(
        HEAD,
        each(
            lambda n: (
                f"{sentence(n)}。\n--\n{pair(n)}\n"
                + (f"※ 来源:·{thing(n)}站 a{n}.cn·[FROM: 10.0.0.{n % 255}]\n" if n % 3 else "")
            )
        ),
        "",
    ),
    "posts numbered behind the date": within(
        HEAD, each(lambda n: f"{thing(n)} {_day(n)} 07:23 #{n}\n{sentence(n)}\n"), ""
    ),
    "rows of buttons in brackets": within(
        HEAD + BODY, each(lambda n: f"[{thing(n)}] [{pair(n)}] 【{thing(n // 7)}】{n}\n"), ""
    ),
    "headlines over their dates": within(
        BODY, each(lambda n: f"{pair(n)}的{thing(n // 900)}开放{n}\n{_day(n)}\n"), ""
    ),
    "labels over their values": within(
        HEAD,
        each(lambda n: f"{('发文机构', '索引号', '有效性', '编辑')[n % 4]}：\n{thing(n)}{n}\n"),
        BODY,
    ),
    "names between bars": within(
        HEAD, each(lambda n: f"{thing(n)} | {pair(n)} | {thing(n // 7)}{n}\n"), BODY
    ),
}
