"""The whole stage: honest text stays, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.dictionaries import read, root
from cleaner.document import ByLines, Document
from cleaner.filters.repair import repair
from cleaner.filters.repair.stages import ROUNDS, STEPS, Course, Step
from cleaner.settings import Settings

SETTINGS = Settings(skip=("markup",))

HONEST = (
    # Readings that help the reader.
    "范蠡（lǐ）隨後離開越國，泛舟湖上。",
    "五代時的南漢皇帝名叫劉龑(yǎn)，這個字是他自己造的。",
    "重慶(Chóngqìng)是西南地區的中心城市，簡稱渝(Yú)。",
    "仇（qiú）先生和单（shàn）先生都来了，朴（piáo）女士没有来。",
    "歙（shè）县和黟（yī）县都在安徽南部。",
    "「樂」讀(lè)還是讀(yuè)，要看上下文。",
    "老師在黑板上寫：媽(mā)、麻(má)、馬(mǎ)、罵(mà)。",
    "衣(yī)移(yí)椅(yǐ)意(yì)",
    "衣(yī)移(yí)椅(yǐ)意(yì)媽(mā)馬(mǎ)\n今天老師教我們讀書(shū)寫字，大家都很高興。",
    "請給下列生字注音：發(fā)展、產(chǎn)品、權(quán)利。",
    "【龜】（guī）爬行動物。【龜裂】（jūnliè）裂開。",
    "饕餮(tāotiè)是傳說中的猛獸。",
    "圖(a)和圖(e)分別是正面與側面。",
    "速度(v)、加速度(a)、電荷(e)與時間(t)。",
    "甲(a)方與乙(b)方簽字。",
    "我們用函數(f)表示，安(an)不是這個意思。",
    "粵語的「佢」(keoi5)就是「他」。",
    "單(ㄕㄢˋ)于是匈奴的首領。",
    "我ㄉ書在你ㄋ那裡ㄇ？",
    "項目(project)由北京大學(PKU)負責。",
    "可選的參數(a)和(e)不要混用。",
    "李安(An)執導，阿(a)翔主演。",
    # Question marks.
    "時間?地點?人物?原因?都要交代。",
    "你知道嗎?我不知道。真的?真的!",
    "「你去不去?」他問。「去?不去?」",
    "他今年18?不會吧?我以為25了!",
    "結果:?歲左右",
    "王某（?—1644），明末將領。",
    "https://example.com/search?q=中文&lang=zh&copy=1",
    "見 http://example.com/a.php?id=1&nbsp=2&lt=3 一頁",
    "什麼!?你說什麼?!",
    "正則 colou?r 與 ,?空格 都可以，a,?b 也行。",
    "1+1=?答案是2",
    # Ampersands.
    "AT&T與R&D，Q&A，a&b，A & B; C & D。",
    "在HTML裡用&nbsp;表示空格，用&lt;表示小於號。",
    "要顯示“&amp;”必須寫成實體“&amp;amp;”。",
    'int *p = &num; scanf("%d", &sum); return &image;',
    "if (x < 10 && y > 5) { f(&a, &b); }",
    # Backslashes and percent signs.
    "Windows路徑 C:\\new\\text\\用戶 與 D:\\文件\\n",
    "正則 [\\u4e00-\\u9fa5] 匹配漢字，\\d+ 匹配數字。",
    "字符“\\u4e2d”是「中」的轉義寫法。",
    'print("第一行\\n第二行\\t完")',
    "用\\n表示換行，用\\t表示制表符。",
    "公式 $\\nu = \\frac{1}{T}$ 與 \\text{速度} 相同。",
    "增長20%，下降5%。合格率100%E級",
    "https://zh.wikipedia.org/wiki/%E4%B8%AD%E5%9B%BD",
    "參數 q=%E4%B8%AD%E5%9B%BD 已經編碼。",
    # Punctuation.
    "他說……然後——走了。真的！！！好吗？？？",
    "「你說『好』嗎？」他問。",
    "a||b 與 c&&d；範圍 1..10；路徑 ../a/...；array[:, ::2]；f(*args, ...)",
    "《紅樓夢》、《西遊記》，“甲”“乙”。",
    "| 列1 | 列2 |\n|---|---|\n| 甲 || 乙 |",
    "————————\n* * *\n----------",
    "3…5人，第1……章",
    "版本1.0...2.0",
    # Emoji and scripts.
    "一家👨‍👩‍👧‍👦去🏳️‍🌈 1️⃣2️⃣#️⃣ 我❤️你 ❤️‍🔥 👍🏽 🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿 ©️™️",
    "می‌خواهم کتاب‌ها",
    "क्‍ष और श्री",
    "שלום\u200f! (עולם)\u200e",
    # Talk about damage.
    "「锟斤拷」和“烫烫烫”是最有名的亂碼。",
    "锟斤拷来自UTF-8与GBK编码的误会。",
    "U+FFFD (\ufffd) 是替換字元。",
    # Korean and Japanese.
    "首爾（서울）的韓語是서울，問候是안녕하세요。",
    "한국어 문장입니다. 다음 문장도 있습니다.",
    "韓國的「밥」是飯，「국」是湯。",
    "価格は1,980円(税込)です。。。電車(でんしゃ)、、速(はや)い。",
    "東京(とうきょう)へ行く、、、また、行く。。",
    # Notices that are not.
    "本文转自传统的三段式结构谈起。",
    "手機用戶請瀏覽說明書後再操作。",
    "我們希望為讀者帶來更優質的閱讀體驗。",
    "這款瀏覽器無彈窗廣告，更新速度最快。",
    "警方搗毀六合彩、博彩網、私服等犯罪窩點三處。",
    "他一秒記住了所有人的名字。",
    "請大家收藏好自己的票根。",
    "小說的最後一行寫著未完待續。",
    # Repetition that is meant.
    "等一等，等一等，再等一等！",
    "讓我們蕩起雙槳\n讓我們蕩起雙槳\n小船兒推開波浪",
    "好的，好的，我知道了。\n謝謝。\n謝謝。",
    "走啊走啊走，走啊走啊走，走到九月九。",
    "哈哈哈哈哈哈，太好笑了！",
    # Others.
    "# 標題\n\n- 第一項\n- 第二項\n\n```python\nx = 'a' * 3\n```",
    "姓名\t年齡\n張三\t28",
    "H₂O、CO₂、x²、½、℃、㎡、①②③",
    "192.168.1.1:8080 07:23:00 3:2 2023-01-02 1,234.5",
    "The quick (brown) fox... jumped?? Over -- the lazy dog!!!! a,,b",
    "《論語》：“學而時習之，不亦說乎？”",
    "喬治·歐威爾·二世",
    "",
    " \t\n　\u00a0\u2003",
)

DAMAGE = (
    "增長(cháng)", "發(fā)", "(fā)", "個(gè", "產chǎn)", "管(guan)", "?jī)", "漢(ㄏㄢˋ)",
    "小ㄒㄧㄠˇ", "白ㄅㄞˊ", "&nbsp;", "&amp;", "amp;", "&#20013;", "&#x3f;", "&", ";", "&quot",
    "&shy;", "&lt;", "&gt;", "<p>", "\\u4e2d", "\\u6587", "\\n", "\\t", "\\", "\\\"",
    "%E4%B8%AD", "%", "\u200b", "\u200d", "\ufe0f", "\U000e0061", "\u202e", "\xad", "\x00",
    "\x1b[0m", "\ufeff", "\ufffd", "\ud800", "锟斤拷", "?", "? ", "。", "，", ",", "、", "…",
    "...", ".", "|", "「", "」", "—", "~", "！", "!", "\ue81e", "\uf0d8", "\ue123", "놆", "늀",
    "手機用戶請瀏覽", "m.example.com", "更優質的閱讀體驗", "(本章未完)", "www",
    "w w w . a b . c o m", "博彩網", "|六合彩|", "市民可以撥打熱線諮詢。", "一句話裡有許多的字",
    "\n", " ", "　", "\u00a0", "👨", "❤", "1", "46", ":16", "年", "a", "中", "國", "的", "サ",
    "です", "한글", "م", "(", ")", "（", "）", "“", "”", "《", "【", "】", "http://", "?a=",
)  # fmt: skip

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(DAMAGE), max_size=24).map("".join),
    st.lists(st.one_of(st.sampled_from(DAMAGE), st.text(max_size=3)), max_size=24).map("".join),
)


def repaired(text: str) -> str:
    return repair(Document(text=text), SETTINGS).text


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_stays(text: str) -> None:
    assert repaired(text) == text


def test_honest_text_stays_in_company() -> None:
    text = "\n\n".join(HONEST)
    assert repaired(text) == text


@settings(max_examples=600, deadline=None)
@given(texts)
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repaired(text)
    assert repaired(once) == once


@settings(max_examples=300, deadline=None)
@given(texts)
def test_recording_does_not_change_the_output_and_can_be_undone(text: str) -> None:
    plain = repair(Document(text=text), SETTINGS)
    recorded = repair(Document(text=text).record(), SETTINGS)
    assert recorded.text == plain.text
    assert recorded.warnings == plain.warnings
    assert recorded.ledger is not None
    assert recorded.ledger.replay(text) == plain.text
    assert recorded.ledger.revert(plain.text) == text
    assert all(rule.startswith("repair.") for rule in recorded.ledger.counts())


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("中&#8203;國", "中國"),  # an entity that stands for a character no one sees
        ("中\\u200b國", "中國"),
        ("&#xb280;很遠，&#xb280;很近", "就很遠，就很近"),
        ("甲，&#8203;，乙", "甲，乙"),
    ],
)
def test_what_one_repair_lays_bare_another_undoes(text: str, clean: str) -> None:
    assert repair(Document(text=text), SETTINGS).text == clean


@settings(max_examples=300, deadline=None)
@given(texts)
def test_what_is_skipped_would_change_nothing(text: str) -> None:
    plain = Document(text=text)
    for _ in range(ROUNDS):
        before = plain.text
        for step in STEPS:
            plain = step.repair(plain, SETTINGS)
        if plain.text == before:
            break
    assert repair(Document(text=text), SETTINGS) == plain


def test_only_new_lines_are_asked_about_again() -> None:
    asked: list[str] = []

    def has_sign(document: Document, settings: Settings) -> bool:
        asked.append(document.text)
        return "乙" in document.text

    step = Step(lambda document, _: document, has_sign)
    course = Course(Document(text="甲\n子"))
    for text in ("甲\n子", "甲\n丑", "乙\n丑", "乙\n丑", "丙\n丑"):
        course.document = Document(text=text)
        course.take(step, SETTINGS)
    assert asked == ["甲\n子", "丑", "乙", "丙\n丑"]


def test_later_edits_carry_nothing_over() -> None:
    document = repair(Document(text="第一行。\n請訪問www.example.com閱讀全文。"), SETTINGS)
    assert not any(isinstance(look, ByLines) for look in document.__dict__["_known"])


@settings(max_examples=200, deadline=None)
@given(texts)
def test_words_set_apart_stay(text: str) -> None:
    """Our own segmented output: every character apart is the worst case of it."""
    spaced = "\n".join(" ".join(line) for line in repaired(text).split("\n"))
    once = repaired(spaced)
    assert repaired(once) == once


@pytest.mark.parametrize(
    "unit",
    ["?", "? ", "(", "（fā", "發(fā", "&amp;", "&", "\\", "\\n", "%E4", "\u200d", "\u0301",
     "w ", "。", "「", "||", "，", "a", "漢", "我ㄅ", "\u200f", "👨\u200d", "笔趣阁", "(本章",
     "\n", "\x1b[", ":", "놆", "\ue123", "(ā)"],
)  # fmt: skip
def test_long_runs_end(unit: str) -> None:
    """Totality on hostile input; a pattern that blows up would hang here."""
    assert isinstance(repaired(unit * 20_000), str)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("homoglyphs.tsv", 2),
        ("notices.tsv", 2),
        ("notice_words.tsv", 2),
        ("private_use.tsv", 3),
        ("spam.txt", 1),
        ("spam_parts.txt", 1),
    ],
)
def test_dictionary_is_sorted_and_without_doubles(name: str, columns: int) -> None:
    path = root() / "repair" / name
    keys = [row[0] for row in read(path, columns)]
    assert keys == sorted(set(keys))
    head = path.read_text(encoding="utf-8").split("\n")
    assert [line for line in head if line.startswith("# source: ")]
    assert [line for line in head if line.startswith("# licence: ")]
    assert head[0].startswith("# format: ")


def test_half_a_surrogate_pair_among_escapes_stays() -> None:
    text = "消息：\\u4eca\\u65e5\\ud83d\\u65b0\\u95fb\n"
    assert Cleaner(only=("repair",)).clean(text) == text
