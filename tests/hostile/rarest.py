"""Shapes for damage that is rare: remnants, dropped pairs, quoted misreadings, strewn symbols.

As in :mod:`.newer`, each is full of hits or near misses of one rule, and hardly two are the same.
"""

from __future__ import annotations

from tests.hostile.newer import BODY, HEAD, later, within
from tests.hostile.varied import Shape, each, pair, sentence, thing


def _dropped(number: int) -> str:
    """Return a sentence read one byte late that has lost pairs in two places."""
    told = later(number)
    return told[: number % 4 + 2] + told[number % 4 + 3 :]


def _as_latin(number: int) -> str:
    return thing(number).encode().decode("cp1252", "replace").replace("\ufffd", "?")


RAREST: dict[str, Shape] = {
    # repair
    "dropped pairs in speech": each(
        lambda n: f"{thing(n)}說?！癰{_dropped(n)}，{thing(n // 7)}?！盻{_dropped(n + 3)}(shuō)"
    ),
    "breaks that begin with marks": each(
        lambda n: f"{thing(n)}長(zhǎng)?，{_dropped(n)}?。{_dropped(n + 5)}F"
    ),
    "dropped pairs without an end": each(lambda n: f"{thing(n)}?，{_dropped(n)}"),
    "remnants of spaces": each(lambda n: f"{thing(n)}Â {thing(n // 7)} Â {pair(n)}Â"),
    "remnants of spaces in words": each(lambda n: f"Â {thing(n)[:2]} Â 在 Â {thing(n // 7)[:2]} "),
    "remnants of marks": each(lambda n: f"{thing(n)}â€ {pair(n)}â€œ{thing(n)}銆€聽聽聽聽"),
    "lines that quote misreadings": each(lambda n: f"“{_as_latin(n)}”就是{thing(n)}的乱码\n"),
    "quoted misreadings in a line": each(lambda n: f"{thing(n)}显示成“{_as_latin(n)}”，乱码"),
    "misread lines that name encodings": each(
        lambda n: f"{_as_latin(n)}{_as_latin(n + 3)} UTF-8 {_as_latin(n + 9)} GBK\n"
    ),
    "symbols strewn into words": each(lambda n: f"{thing(n)[0]}♂{thing(n)[1:]}★{pair(n)}▲"),
    "one symbol strewn": each(lambda n: f"{thing(n)[0]}☆{sentence(n)}☆"),
    "glosses that a line cuts": each(lambda n: f"{thing(n)}發(fā)三產(ch\n"),
    "readings that an author wrote": each(lambda n: f"{thing(n)}（zhǎng）長(zhǎng)【chǎn】{n % 9}"),
    "readings in pages of others": each(lambda n: f"發(fā){thing(n)}长（zhǎng），“丗”[sà]\n"),
    "numerals of contracts": each(lambda n: f"壹個{thing(n)}唯壹{n}人民幣壹佰{thing(n // 7)}進壹"),
    "escaped quotation marks": each(lambda n: f'\\"{thing(n)}\\"“\\"{pair(n)}" \\\\"'),
    "tags without their beginnings": each(lambda n: f"{thing(n)}?/p>{pair(n)}?/strong>?/{n}"),
    "brackets between misread lines": each(lambda n: f"({_as_latin(n)}[{thing(n)}）{n}]\n"),
    "clauses that come again with a full stop": each(lambda n: f"{pair(n)}，{pair(n)}。{n % 7}"),
    "gaps before rare characters": each(lambda n: f"「 {chr(0x20000 + n % 9000)} {thing(n)[0]} "),
    "signs of currencies beside marks": each(lambda n: f"{thing(n)}\\uffe5{n}&#165;{thing(n)}￥?"),
    # normalise
    "ends of sentences in Latin letters": each(
        lambda n: f"{thing(n)}?！Ab{n} c. D{n}! {pair(n)}.\n"
    ),
    "sentences in Latin letters with wide marks": each(
        lambda n: f"The b{n}，of c！Is it d？{thing(n)}。e f；\n"
    ),
    "spaced characters before marks": each(lambda n: f"{thing(n)[0]} {pair(n)[2]} ， {n} 。 "),
    # chrome
    "pages glued together": each(
        lambda n: (
            f"{HEAD}{sentence(n)}，{sentence(n + 3)}{n}。\n"
            f"上一篇：{pair(n)}\n下一篇：{pair(n + 1)}\n"
        )
    ),
    "posts of a blog": within(
        HEAD,
        each(
            lambda n: (
                f"{sentence(n)}，{n}。\n{pair(n)} 于 2012-03-{n % 28 + 1:02} 发表 | 评论({n})\n"
            )
        ),
        "",
    ),
    "counters that end with minutes": within(
        HEAD, each(lambda n: f"{thing(n)} 阅读 {n} 字数 {n * 7} 约需 {n % 60} 分钟\n"), BODY
    ),
    "full stops behind citations": each(
        lambda n: f"{sentence(n)}超过{n % 90}%[{n % 30}].{thing(n)}"
    ),
}
