"""GBK whose pairs are off by one byte, after a first byte that is a question mark now.

What follows is paired one byte further on, until a byte comes that cannot begin a pair there: that
one is lost too, or is ASCII, and behind it the text is in order again. So a shift is a question
mark, some strange characters, and another question mark or a character of ASCII: 桌上，而 became
?郎希?而, and 點滴 ?c滴. Between the ends every byte is known, which leaves two characters at most
to be filled.

People ask with question marks too. So the words of the reading must be decisively likelier than
those of the line as it stands.

With U+FFFD nobody asks. The decoder of GB 2312, which most pages in GBK say they are in, has it for
each byte that it does not take: 朱镕基 became 朱�F基, and 陶喆，将 became 陶�矗�将.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.mojibake import words
from cleaner.mojibake.costs import HANS, HANT, script_of
from cleaner.mojibake.effort import Effort
from cleaner.mojibake.places import Place, lost_before
from cleaner.mojibake.plan import Span
from cleaner.mojibake.readings import PLAIN, SHIFTED, byte_options
from cleaner.mojibake.signs import may_be_shifted
from cleaner.patterns import lazy

# A question mark, what may be pairs, and the end; no pairs only between ideographs. 锟 stands for
# bytes that were lost before. A second mark may be a full-width one of two bytes that the page made
# half-width (上??萍即髮W is 上海科技大學): see cleaner.filters.repair.desync.
_SHIFT = lazy(
    r"\?(?![；：，。！？]|(?<=[\u4e00-\u9fff]\?\?)[\u4e00-\u9fff]{2,12}[@-Z][\u4e00-\u9fff])(?:(?![锟錕])[\xa4-\uffe6]{1,60}[?@-~]"
    r"|(?<![吗嗎呢么麼嘛吧啊]\?)[@-~](?=[\u4e00-\u9fff]))"
    r"|\ufffd(?:\ufffd|[\xa4-\uffe6]{1,60}(?:\ufffd|[@-~](?![ -~]))"
    r"|(?<=[@-~\u4e00-\u9fff]\ufffd)(?!T恤|[ABH]股|K[歌线線]|X光|U[盘盤]|B超|V[领領])"
    r"[@-~](?![ -~]))"
)
# What Simplified text has that GB 2312 has not: in names, on the web; then the other names.
COMMON = "―镕瞭喆囧堃玥珺昇祎赟頔濛曌翀彧晞啰旻璟珅垚犇骉炘烜禤祐鋆沄"
NAMES = (
    "旸婠琰暐暠赑炆彣禔禕褀禛禟禩礽埇垵塱沺洺浥淏湉湲溦澔灏琤琎珣珩琇琋瑀瑆瑢瑨瑱璘瓅皛睺瞾碁祼竑筼"
    "粿糭翯脩芃菈虓袆詠谞贇跶郃郤铉鋐锜闿霂颋颙骎鹍黁龑龢佺侁俍倢偲儁冏劼咗咘哋唥啫啱喺嗰嗱嘅嘚嘢嚿囍"
    "圀埗姵婍婳媖嫄嫚孖寔峇嵘弢弶怿惇愔慜扽掟攞斝旵昉晙晳晛暘杍枟柟栢桄梣椛榣沢洢浤渃湜漷澂濋烎烔烺焌焓"
    "煐熇燊玕玘玚玠珝珦珮珽琭琯琲瑅畯矞磡穂竣羗肸艸蓂蔻蕻衎訚贠邨鄚锳锽镠阇韡飏骃骕鲀鸑鹮"
)
# By how many nats the reading of a shift must be ahead of what stands there without the marks, as
# that is a character less: it may be behind if it is of one. And what each character may cost then.
# What GB 2312 lost is 3 to 16 ahead, at 10 a character; other misread text 6 behind, at 17.
DECISIVE_MARKED = 4.0
PROSE = 13.0
# By how many nats Traditional text must be ahead of Simplified text with one of these.
TRADITIONAL = 7.0
# By how many nats one reading of a character by itself must be ahead of the next, in Traditional
# text: with 4 seven characters of eight are right, of shifts four of five; with none two of three.
CLEAR = 4.0
# A character both of whose bytes are lost, after which the text is in order.
_BOTH = "\ufffd\ufffd"
# Characters beside a shift that are weighed with it.
BESIDE = 8
# By how many nats the words of the reading must be ahead. Of 3,600 lines with honest question marks
# between ideographs, of pages and reviews, none came up to it.
DECISIVE = 12.0
# A small letter or a sign between a question mark and an ideograph is rarer than 是A股 or 去KTV.
DECISIVE_ALONE = 9.0


def spans(line: str, effort: Effort) -> Iterator[Span]:
    """Yield the spans of ``line`` that are shifted."""
    at = 0
    while match := _SHIFT.search(line, at):
        if match.group().startswith(_BOTH):
            at = match.start() + len(_BOTH)
            continue
        if effort.is_tired(marked=not match.group().startswith("?")):
            at = match.start() + 1
            continue
        span = _span(line, *match.span(), effort)
        at = match.end() if span else match.start() + 1
        if span:
            yield span


def _span(line: str, start: int, end: int, effort: Effort) -> Span | None:
    """Return the span from ``start`` to ``end`` if it is likelier shifted than as it stands."""
    inner = line[start + 1 : end - 1]
    before, behind = line[max(0, start - BESIDE) : start], line[end : end + BESIDE]
    if len(inner) <= 2 and "?" in before + behind:
        return None  # one question after the other
    step = SHIFTED if line[start] == "?" else PLAIN
    if step == SHIFTED and not may_be_shifted(inner):
        return None
    if not all(byte_options(char, step.read_as) for char in inner):
        return None
    after = byte_options(line[end], "gb18030") if end < len(line) else b"\n"
    lost = line[end - 1] in "?\ufffd"
    last = lost_before(after[0] if after else -1, step) if lost else line[end - 1].encode()
    known = [Place(bytes([byte])) for byte in inner.encode("gb18030")]
    text = words.Text([Place(bytes(range(0x81, 0xFF))), *known, Place(last)], before, behind)
    as_is = line[start:end]
    if step == PLAIN:
        data = _likelier(text, as_is.replace("\ufffd", ""), effort)
        effort.answer(data is not None, marked=True)
    else:
        data = _decisive(text, as_is, script_of(line), effort)
    if data is None:
        return None
    filled = [(0, data[0].hex()), (end - 1 - start, data[-1].hex())]
    return Span(start, end, step, tuple(filled if lost else filled[:1]))


def _decisive(text: words.Text, as_is: str, script: int, effort: Effort) -> list[bytes] | None:
    """Return the bytes behind a question mark if their words are decisively likelier than it is."""
    found = words.read(text, SHIFTED, script, effort, drops=b"")
    if found is None:
        return None
    ahead = words.cost_as_is(text, as_is, script) - found[0]
    alone = len(as_is) == 2 and not as_is[-1].isupper()
    return found[1] if effort.answer(ahead > (DECISIVE_ALONE if alone else DECISIVE)) else None


def _likelier(text: words.Text, as_is: str, effort: Effort) -> list[bytes] | None:
    """Return the bytes of what GB 2312 has not, as Simplified or Traditional text, if it is clear.

    ``as_is`` has what stands between the marks. Of Traditional text every third character is lost,
    so that often none is left which tells.
    """
    second = text.places[1].options[0]
    every = lost_before(second, PLAIN)
    hans, hant = (
        words.read(_with_first(text, first), PLAIN, script, effort, drops=b"") if first else None
        for script, first in ((HANS, _beyond(second)), (HANT, every))
    )
    found = hant
    if hans is not None and (hant is None or hans[0] < hant[0] + TRADITIONAL):
        found = hans
    if found is None:
        return None
    if len(text.places) > 2:
        beside = len(text.before[-words.BESIDE :] + text.after[: words.BESIDE])
        size = beside + len(text.places) // 2
        stands = words.cost_as_is(text, as_is, HANS if found is hans else HANT)
        ahead = DECISIVE_MARKED if len(as_is) > 1 else -DECISIVE_MARKED
        if found[0] > min(stands - ahead, PROSE * size):
            return None
    elif found is hant:
        rest = bytes({*every} - {*found[1][0]})
        other = words.read(_with_first(text, rest), PLAIN, HANT, effort, drops=b"")
        if other is not None and other[0] < found[0] + CLEAR:
            return None
    return found[1]


def _with_first(text: words.Text, first: bytes) -> words.Text:
    return text._replace(places=[Place(first), *text.places[1:]])


def _beyond(second: int) -> bytes:
    """Return the first bytes of those characters above that have the second byte ``second``."""
    for characters in (COMMON, NAMES):
        found = bytes(first for first, other in map(_bytes, characters) if other == second)
        if found:
            return found
    return b""


def _bytes(char: str) -> bytes:
    return byte_options(char, "gb18030")
