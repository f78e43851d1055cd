"""Lines in other languages that are written with Chinese characters too: Japanese and Korean.

Such lines are *masked* by NUL characters, one for one, before anything is counted or converted,
and put back afterwards. Whether a line is foreign never depends on a character that conversion
changes into another of a different kind, so converted text has the same foreign lines.
"""

from __future__ import annotations

from cleaner.patterns import lazy

Span = tuple[int, int]

# Without the middle dot and the prolonged sound mark, which Chinese pages use as ornaments.
_KANA = lazy("[ぁ-ゖァ-ヺㇰ-ㇿｦ-ｯｱ-ﾝ]")
_HANGUL = lazy("[ᄀ-ᇿ㄰-㆏가-힯]")
FOREIGN = "ぁ-ゖァ-ヺㇰ-ㇿｦ-ｯｱ-ﾝᄀ-ᇿ㄰-㆏가-힯"
IS_FOREIGN = lazy(f"[{FOREIGN}]")
# Radicals too: they are turned into characters after the answer is given.
_HAN = lazy("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
# Characters that Japanese sentences do not have. Both forms of each and those of compatibility, so
# that neither conversion nor normalising changes the answer.
_CHINESE = lazy(
    "[你妳您她牠们們这這吗嗎呢吧啊啦喔哦很还還说說让讓找哪么麼麽嘛什跟怎啥对對喺咗哋嘅啲\uf96f\uf9a1\uf9fd\U0002f804]"
    # 国是, 是非, 是正, 是認 are Japanese words.
    "|(?<![国國如])(?<![国國如] )是(?! ?[非正認认々ぁ-ゖァ-ヺ])|[没沒]有"
)
# 的 joins Japanese words only before kana (積極的に), from which segmentation parts it.
_PARTICLE = lazy("的(?! ?[ぁ-ゖァ-ヺ])")


def mask(text: str) -> tuple[str, list[Span]]:
    """Return ``text`` with foreign lines blotted out by NULs, and the spans of those lines."""
    if IS_FOREIGN.search(text) is None:
        return text, []
    spans: list[Span] = []
    parts: list[str] = []
    copied = seen = 0
    while (match := IS_FOREIGN.search(text, seen)) is not None:
        # str.splitlines knows more ends of lines than the line feed.
        start = text.rfind("\n", seen, match.start()) + 1 or seen
        feed = text.find("\n", match.end()) + 1 or len(text)
        for line in text[start:feed].splitlines(keepends=True):
            if _foreign(line):
                spans.append((start, start + len(line)))
                parts += (text[copied:start], "\0" * len(line))
                copied = start + len(line)
            start += len(line)
        seen = feed
    parts.append(text[copied:])
    return "".join(parts), spans


def unmask(text: str, original: str, spans: list[Span]) -> str:
    """Return ``text`` with ``spans`` as they are in ``original``, which has the same length."""
    if not spans:
        return text
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], original[start:end])
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _foreign(line: str) -> bool:
    kana = len(_KANA.findall(line))
    if kana:
        if _CHINESE.search(line):
            return False
        # 的 alone is a weak sign: believed where Chinese characters prevail three to one.
        return not (3 * kana <= len(_HAN.findall(line)) and _PARTICLE.search(line))
    hangul = len(_HANGUL.findall(line))
    return hangul > 0 and hangul >= len(_HAN.findall(line))
