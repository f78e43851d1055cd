"""Noise against copying: ``% M8 e& F u$ H`` of forums, stars, and tags that a mirror sets.

And the signs that are links to the headings of a manual: 安装¶.

Forum software of the 2000s puts invisible runs of random signs, one or two at a time, at the ends
of lines. Mirrors of programmers' blogs end each paragraph with the tag of the article (回归。数组).
"""

from __future__ import annotations

from cleaner.dictionaries import rows
from cleaner.document import Document
from cleaner.filters.repair.scripts import apply, is_han
from cleaner.kept import lru_cache
from cleaner.ledger import Edit
from cleaner.patterns import MULTILINE, lazy
from cleaner.settings import Settings
from cleaner.tally import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

RULE = "repair.noise"

ENOUGH = 5  # groups of signs in a run
MIXED = 0.4  # share of groups of two kinds of signs (k8 p) &F); formulas have hardly any
ENOUGH_STRANGE = 2  # kinds of strange signs in the runs of a page
SIGNED = 3  # groups of a letter and a sign that show noise by themselves ...
BRACKET = 80  # so near stands the bracket that a sign closes
SIGNS = 3  # ... with two different signs, and with so many in several runs together
TAILS = 3  # lines with the same word after their full stop, half of all at least

_GROUP = "[!-~]{1,2}"
# Begins with a space, which the search skips to. What was between two groups may be a space itself.
_RUN = lazy(rf" {_GROUP}(?:  ?{_GROUP}){{3,}}(?![!-~])")
# At the head of a line, before Chinese.
_HEAD = lazy(rf"^{_GROUP}(?:  ?{_GROUP}){{3,}} ?(?=[\u3400-\u9fff])", MULTILINE)
# Before a word of letters, to which the last group may be glued: k8 p) &F q& khttps://….
_BEFORE_WORD = lazy(
    rf"^{_GROUP}(?:  ?{_GROUP}(?![!-~])){{4,}}+ (?:[!-~]{{1,2}}(?=https?://)|[!-/:-~](?=\d{{1,4}}[\u3400-\u9fff])"
    r"|(?=[A-Za-z]{3}))",
    MULTILINE,
)
_LINE = lazy(rf"^{_GROUP}(?:  ?{_GROUP}){{4,}} ?\n", MULTILINE)
# A pair of Discuz: a sign or figure or none, a space, and a sign or letter that begins no word. In
# a line of nothing else, at its head, behind a word or a mark, behind the name of the forum alone.
_PAIR = r"[!-;]? (?:[?@\[-`{-~]|[A-Za-z](?![A-Za-z]))"
_PAIRS = lazy(
    rf"^[?-~]?(?:{_PAIR}){{5,20}}+(?:[!-;]?[ \t]*\n| ?(?=[A-Za-z\u3400-\u9fff]))"
    rf"|(?<=[\w。！？，]{{2}})(?:{_PAIR}){{5,20}}+[!-;]?[ \t]*$",
    MULTILINE,
)
_FIRST = lazy(rf"(?:^|(?<=[^\x00-\x7f])|(?<=[^\x00-\x7f][,.!?;:])){_GROUP}\Z")
# Not those of formulas: 2x + 3y = 5z is no noise.
_STRANGE = frozenset("#$%&@[]^_`{}~;!?\\")
# What forums hide among the signs: their name, and that one is welcome.
_PLACE = "(?:[論论][壇坛]|社[區区]|[網网]|BBS|bbs)"
_WELCOME = "[歡欢]迎(?:[您你]|光[臨临]|[來来][到訪访])"
_SLOGAN = lazy(
    rf"^[^\S\n]*(?:[\w .]{{2,16}}{_PLACE}{_WELCOME}|{_WELCOME}[\w .]{{2,16}}{_PLACE})[!！。]?"
    r"[^\S\n]*(?:\n|\Z)"
    # what a board says of itself: 某某 含有热门话题,最新最快电视,软体,游戏,电影
    r"|^[^\S\n]*[\w .]{2,16}含有[熱热][門门][話话][題题][，,]最新[^\n]{0,60}(?:\n|\Z)",
    MULTILINE,
)
_NAMED = lazy(
    rf"^[^\S\n]*(?![歡欢])[\w.]{{2,12}}{_PLACE}(?:{_PAIR}){{5,20}}+[!-;]?[^\S\n]*(?:\n|\Z)",
    MULTILINE,
)
# Stars that a mirror strews into sentences, and where no list has one; ratings have more.
_STAR = lazy(
    "(?<=[\u3400-\u9fff”」》）)，、：,])★{1,3}(?=[\u3400-\u9fff“”「」《》（）()，。、；,;])"
)
_WITHIN = lazy("(?<=[\u3400-\u9fff])★{1,3}(?:[的了等着和与與及]|[”」])")
_SET_APART = ("★★★★", "☆", "“★", "「★")  # of ratings, and where stars are spoken of
STARS = 3
# One for each mark, which the search skips to: one page of four has any.
_TAILS = tuple(lazy(rf"{mark}[^\S\n]*+(\w{{2,8}}+)[^\S\n]*+$", MULTILINE) for mark in "。！？")

# What a heading has behind it that is a link to itself, in manuals and in blogs.
_LINKS = {
    "¶": lazy(r"(?<=[\w)）？])(?P<link>[^\S\n]?¶)[^\S\n]*$", MULTILINE),
    "#": lazy(r"^[^#\n。，]{0,39}[\u3400-\u9fff）](?P<link>#)$", MULTILINE),
}
LINKED = 2  # headings with one


def has_sign(document: Document, settings: Settings) -> bool:  # noqa: ARG001
    """Whether there is a run of signs, a word after the end of a sentence, a star or a link."""
    text = document.text
    return bool(
        document.once(_runs)
        or document.once(_tailing)
        or "★" in text
        or "¶" in text
        or "#\n" in text
    )


def _runs(text: str) -> list[re.Match[str]]:
    return [*_RUN.finditer(text)]


def _tailing(text: str) -> list[re.Match[str]]:
    """Return the words after the last sentence of a line, by marks."""
    return [match for tail in _TAILS for match in tail.finditer(text)]


def noise(document: Document, settings: Settings) -> Document:
    """Drop runs of random signs, and tags after lines."""
    text = document.text
    runs = [run for match in document.once(_runs) if (run := _run(match)) is not None]
    # Of one run two strange signs are asked, of several together, or letters with signs at them;
    # lines of nothing else tell too, but not by themselves.
    strange = set().union(*[signs for _, signs in runs])
    lines: list[str] = []
    if strange:
        lines = [*filter(_is_noise, _LINE.findall(text))]
        strange |= _STRANGE.intersection("".join(lines))
    if len(strange) >= ENOUGH_STRANGE or _are_signed(
        [*(text[edit.start : edit.end] for edit, _ in runs), *lines]
    ):
        named = [Edit(*match.span(), "", RULE) for match in _NAMED.finditer(text)]
        kept = [edit for edit, _ in runs if not any(_holds(line, edit) for line in named)]
        document = apply(document, sorted((*named, *kept), key=_start))
        heads = [
            match for match in _HEAD.finditer(document.text) if _is_noise(match.group(), ENOUGH - 1)
        ]
        document = apply(document, [Edit(*match.span(), "", RULE) for match in heads])
        words = [m for m in _BEFORE_WORD.finditer(document.text) if _is_noise(m.group())]
        document = apply(document, [Edit(*match.span(), "", RULE) for match in words])
        pairs = [match for match in _PAIRS.finditer(document.text) if _are_pairs(match.group())]
        document = apply(document, [Edit(*match.span(), "", RULE) for match in pairs])
        whole = [
            match
            for match in _LINE.finditer(document.text)
            if _is_noise(match.group()) or _is_signed(match.group())
        ]
        document = apply(document, [Edit(*match.span(), "", RULE) for match in whole])
        document = document.sub(_SLOGAN, "", RULE)
    if "★" in text and _are_strewn(document.text):
        document = document.sub(_STAR, "", RULE)
    return _links(_tails(document, settings))


def _holds(line: Edit, edit: Edit) -> bool:
    return line.start <= edit.start and edit.end <= line.end


def _start(edit: Edit) -> int:
    return edit.start


def _links(document: Document) -> Document:
    for sign, link in _LINKS.items():
        if sign in document.text:
            found = [*link.finditer(document.text)]
            if len(found) >= LINKED:
                edits = [Edit(*match.span("link"), "", RULE) for match in found]
                document = apply(document, edits)
    return document


def _are_strewn(text: str) -> bool:
    """Tell whether stars stand in the middle of sentences, where neither lists nor ratings do."""
    if any(sign in text for sign in _SET_APART) or len(_STAR.findall(text)) < STARS:
        return False
    return _WITHIN.search(text) is not None


def _run(match: re.Match[str]) -> tuple[Edit, set[str]] | None:
    """Return the edit that drops a run of random signs, and the strange ones among them."""
    text = match.string
    start = match.start()
    closes = False
    first = _FIRST.search(text[max(0, start - 4) : start])
    if first is not None and text[start - len(first.group()) - 1 : start][:1] != "\n":
        start -= len(first.group())
        closes = _closes(text, start)
        if closes or (text[start] in ",.!?;:" and is_han(text[start - 1 : start])):
            start += 1  # the mark of the sentence before
    if not _is_noise(text[start : match.end()]):
        return None
    while text[start - 1 : start] == " ":
        start -= 1
    # After Chinese or a Chinese mark only, or as the first line.
    begins = not start and text.startswith("\n", match.end())
    if not begins and (not start or (text[start - 1] < "\u2e80" and not closes)):
        if text[start - 1 : start] not in {",", ".", "!", "?", ";", ":", ""}:
            return None
        if start == 1 or (start and text[start - 2] <= "\u2e80"):
            return None
    end = match.end()
    if not start and text.startswith("\n", end):
        end += 1  # the first line is nothing else
    return Edit(start, end, "", RULE), {*_STRANGE.intersection(text[start : match.end()])}


def _closes(text: str, index: int) -> bool:
    """Tell whether the sign closes a bracket of its line: 酱油(老抽)."""
    if text[index] != ")":
        return False
    near = max(0, index - BRACKET)
    line = text[max(near, text.rfind("\n", near, index) + 1) : index]
    return line.count("(") > line.count(")")


def _is_noise(run: str, enough: int = ENOUGH) -> bool:
    groups = run.split()
    if 0 <= run.find("{") < run.find("}") and run.count("{") == run.count("}"):
        return False  # a list of Tcl or a formula of TeX
    if "[[" in run and run.find("[[") < run.find("]]"):
        return False  # a condition of a shell
    mixed = sum(len({_kind(sign) for sign in group}) > 1 for group in groups)
    return len(groups) >= enough and mixed >= MIXED * len(groups)


def _are_pairs(run: str) -> bool:
    """Tell whether a run of pairs is no row of letters: A B C D E F."""
    mixed = sum(len({_kind(sign) for sign in group}) > 1 for group in run.split())
    return mixed > 1 and not _STRANGE.isdisjoint(run)


def _are_signed(runs: list[str]) -> bool:
    """Tell whether one of the runs is signed, or they are all together."""
    return any(map(_is_signed, runs)) or (len(runs) > 1 and _is_signed(" ".join(runs), SIGNS))


def _is_signed(run: str, kinds: int = 2) -> bool:
    """Tell whether three of the groups are a letter or digit and a sign, of so many ``kinds``.

    Commas and full stops are no such signs: there are lists of letters.
    """
    signs = [
        sign
        for group in run.split()
        if len(group) == 2 and group[0].isalnum() != group[1].isalnum()
        for sign in group
        if not sign.isalnum() and sign not in ",."
    ]
    return len(signs) >= SIGNED and len({*signs}) >= kinds


def _kind(sign: str) -> str:
    return "letter" if sign.isalpha() else "digit" if sign.isdigit() else "sign"


def _tails(document: Document, settings: Settings) -> Document:
    matches = sorted(document.once(_tailing), key=lambda match: match.start())
    if not matches:
        return document
    counts = Tally(match[1] for match in matches)
    # One alone may answer a question (学什么好呢？前端) or be called out, and where the next line
    # follows it may be wrapped text (兼容。Linux, 支持 System V).
    told = Tally(
        match[1]
        for match in matches
        if match.group()[0] == "。"
        and document.text[match.end() : match.end() + 2] in ("", "\n", "\n\n")
    )
    listed = {tail for tail in counts if tail.lower() in _tags(settings.dictionary)}
    several = sum(map(counts.__getitem__, listed)) > 1 and any(map(told.__getitem__, listed))
    tags = {tail for tail in listed if several or counts[tail] > 1 or told[tail]}
    most = max(counts.values())
    if most >= TAILS and most * 2 >= sum(map(bool, map(str.strip, document.text.split("\n")))):
        tags |= {tail for tail, count in counts.items() if count == most}
    return apply(
        document,
        [Edit(*match.span(1), "", RULE) for match in matches if match[1] in tags],
    )


@lru_cache(maxsize=8)
def _tags(folders: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row[0] for row in rows("repair/tags.txt", 1, folders))
