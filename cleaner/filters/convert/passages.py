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
# What Japanese has written otherwise since 1946: a line of it is no heading of a Japanese text.
_FORMER = lazy(
    "[國學會發譯圖關經營驛廣縣區單對變讀賣實應點黨當擔團圍傳轉輕繼續總聽聲處號萬與餘舊體臺灣氣價兒劍勸勵參雙"
    "壓壞壯壽寬寢寶將專帶廢廳彈徑從德惱戰戲據擇擧攝數斷曆曉條榮樂樓樣權橫檢櫻歐歡步歷歸殘淚淨滯滿澤濕濟濱"
    "燈燒爐爭爲狀獨狹獵獸獻產畫疊盜盡稱穀穩竊絲綠緣縱繩繪纖腦臟藏藝藥蟲裝覺覽觀觸證譽讓豐賴踐辭遞遲邊醫釋"
    "鐵錢陷隨險隱雜靈靜顯驅驗鹽麥黃默齊齒齡龍龜說這們]"
)
# What only Japanese writes so, in words rather than names that Chinese pages mention: 営業時間.
# Of 266 real pages none has one.
_WORDS = (
    "円価営図対経済験検続読単厳囲帰拡挙獣畳総縄聴訳軽鉱雑込働圏圧"
    "従応悩択拝拠掲渇犠継縦観譲遅釈陥険駆労効剰仮県駅実売転権処帯満発覚様気悪抜絵薬歯塩奨粋済変歓検"
    "焼穏脳臓雑顕騒髄齢"
)
# Its constitution has one character that it simplified and one that it did not.
_CONSTITUTION = "憲"
# The mark of its postal codes begins an address: 〒100-0001 東京都千代田区.
_POSTAL = "〒"
_JAPANESE = lazy(f"[{_WORDS}]|国{_CONSTITUTION}(?<=日本国{_CONSTITUTION})|{_POSTAL} ?[0-9]{{3}}")
_SIGN = lazy(f"[{FOREIGN}{_WORDS}{_CONSTITUTION}{_POSTAL}]")
# Kana among kana and Han of a text that is Japanese, in percent, as in normalise.
_SHARE = 40


def mask(text: str) -> tuple[str, list[Span]]:
    """Return ``text`` with foreign lines blotted out by NULs, and the spans of those lines."""
    if _SIGN.search(text) is None:
        return text, []
    if _is_japanese(text):
        return _mask_japanese(text)
    spans: list[Span] = []
    parts: list[str] = []
    copied = seen = 0
    while (match := _SIGN.search(text, seen)) is not None:
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


def _is_japanese(text: str) -> bool:
    """Return whether a text is Japanese as a whole."""
    kana = len(_KANA.findall(text))
    # Of most texts with some kana there are too few to count all other characters. Spaces do not
    # count: segmentation sets them between words.
    return kana * 10 > len(text) - text.count(" ") and kana * (100 - _SHARE) >= _SHARE * len(
        _HAN.findall(text)
    )


def _mask_japanese(text: str) -> tuple[str, list[Span]]:
    """Like :func:`mask`, for a Japanese text: its headings may have no kana."""
    spans: list[Span] = []
    parts: list[str] = []
    start = 0
    for line in text.splitlines(keepends=True):
        heading = _HAN.search(line) and not (
            _KANA.search(line)
            or _CHINESE.search(line)
            or _PARTICLE.search(line)
            or _FORMER.search(line)
        )
        foreign = heading or _foreign(line)
        if foreign:
            spans.append((start, start + len(line)))
        parts.append("\0" * len(line) if foreign else line)
        start += len(line)
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
    if hangul:
        return hangul >= len(_HAN.findall(line))
    return is_japanese_label(line)


def is_japanese_label(line: str) -> bool:
    """Return whether a line without kana is Japanese by its characters, and not by any Chinese.

    >>> is_japanese_label("営業時間:10:00~20:00"), is_japanese_label("他的店名是営業中")
    (True, False)
    """
    return _JAPANESE.search(line) is not None and not (
        _CHINESE.search(line) or _PARTICLE.search(line) or _FORMER.search(line)
    )
