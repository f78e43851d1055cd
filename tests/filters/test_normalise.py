"""The whole stage: text that stays, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.dictionaries import read, root
from cleaner.document import Document
from cleaner.filters.normalise import normalise
from cleaner.settings import Settings

SETTINGS = Settings()


def clean(text: str, **changes: object) -> str:
    return normalise(Document(text=text), Settings.make(SETTINGS, **changes)).text


KEPT = (
    # English and other Latin text.
    "Hello, reader! Is this (really) a test; or not: who knows?",
    "The word 你好 (nǐ hǎo), meaning hello, is common.",
    'She wrote "茶" on the box, then left (early).',
    "Prices: $1,200.50; 30% off!",
    # Numbers, times, scores, versions, telephone numbers, addresses.
    "9:30 - 11:45 | 3:2 | 1,234,567.89 | v1.2.3 | 010-12345678",
    "航班 8:05 起飞，11:40 到达，全程 2,150 公里。",
    "主队以3:2获胜，半场比分1:1。",
    "版本 2.7.18 与 3.11.4 不兼容。",
    "+86 138 0000 1111 转 23",
    "192.168.0.1:8080/path?a=1,2;b=3",
    "参见 https://example.org/a,b?c=1;d=(2) 一页。",
    "邮箱：li.lei@example.com",
    "比例为1:100。",
    "ISBN 978-0-00-000000-0",
    # Mathematics, physics, chemistry.
    "f(x)=x+1",
    "若f(x)=2x，则f(3)=6。",
    "2H2+O2=2H2O",
    "NaCl(aq)和Fe(OH)3都在这里。",
    "面积约50㎡，10²等于100，①第一步，占比½，气温25℃，№3",
    # Code, commands, data.
    'print("你好, 世界!")',
    "if (x < 10 && y > 5) { 返回 }",
    'String s = "值:1,2";',
    '{"姓名": "李雷", "说明": "你好, 世界!"}',
    "SELECT 名 FROM 表 WHERE 号=1;",
    "git commit -m '修改, 再试'",
    "行内 `print(一,二)` 保留。",
    "```\nx = [1,2]  # 注释:说明\n    缩进,保留\n```",
    "def f(a, b):\n    return a, b  # 返回,结果",
    "[3] 李雷. 一种方法[J]. 某某学报, 2007, 26(5): 56-58.",
    # Markdown.
    "# 标题\n\n- 第一项\n- 第二项\n  - 更深一项",
    "[文字](https://example.org/中文)和![图](a.png)",
    "| 姓名 | 年龄 |\n|---|---|\n| 李雷 | 28 |",
    "1. 第一\n2. 第二\n10) 第十",
    # Tables with tabs, a row with an empty first cell.
    "姓名\t年龄\t城市\n李雷\t28\t上海\n\t31\t广州",
    # Honest spaces.
    "山中何所有 岭上多白云",
    "李雷 韩梅梅 王小明",
    "关键词 经济 社会 文化",
    "台风将至 全市停课",
    "第十二章 归来",
    "第三条 为了规范管理",
    "本报讯 昨日",
    "记者 王小明 摄",
    "Windows 11 专业版 下载",
    "使用 Python 编程",
    "甲 乙 丙 丁",
    "春 夏 秋 冬",
    "大 中 小",
    "《红楼梦》 《西游记》",
    "2023年1月1日 10:00",
    # Poems and dialogues keep their lines.
    "空山新雨后，\n天气晚来秋。\n明月松间照，\n清泉石上流。",
    "她说：「你来了。」\n「来了。」\n“好。”",
    # Japanese.
    "価格は1,980円(税込)です。",
    "これはテストです. ＡＢＣ　東京(中央区)",
    # Faces, quotes, names.
    "今天真好:)",
    "🙂 天气不错 🙂",
    "“十四五”规划",
    "乔治·欧威尔",
    "首尔（서울）",
    "Yahoo!奇摩",
    "C++ 与 C#，A/B 测试，Q&A。",
)


@pytest.mark.parametrize("text", KEPT)
def test_honest_text_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "我们 看着 他 ， 他 看着 我们 。",
        "他们 正在 研究 这个 问题 ！",
        "会议 在 9 : 30 开始",
        'print ( " 正数 " )',
        "A \u3000 我们 看着 他",
    ],
)
def test_lines_that_segmentation_wrote_stay(text: str) -> None:
    assert clean(text) == text
    assert clean(text + " \n\n\n") == text


def test_half_width_marks_in_a_spaced_line_are_not_ours() -> None:
    assert "，" in clean("你好 , 世界 !")


def test_japanese_document_keeps_all_but_its_lines() -> None:
    assert clean("  東京タワー,です。 \r\n\r\n\r\n\r\nＡＢＣ") == "東京タワー,です。\n\nＡＢＣ"


def test_a_chinese_line_in_a_text_with_some_japanese_is_repaired() -> None:
    text = "他学了一个新词,很高兴,第二天就用上了,大家都说好。\nありがとうございます,です。"
    assert clean(text).split("\n") == [
        "他学了一个新词，很高兴，第二天就用上了，大家都说好。",
        "ありがとうございます,です。",
    ]


def test_quotes_are_kept_unless_asked() -> None:
    text = "「甲『乙』」"
    assert clean(text) == text
    assert clean(text, quotes="mainland") == "“甲‘乙’”"


CHARACTERS = (
    "中国人的是一〇、，。：；！？（）《》“”「」,.:;!?()\"'%[]`*_~- \t\n\r\x0b\x85\u2028"
    "3AbＡ９：．－％＆＜\u00a0\u3000\u2003﹐︰｡⼈不㎡①あ\ud800"
)
WORDS = "http://a.b/ 1,234 9:30 Yahoo! :) ``` 研究 生物学 作者： １，０００"
SPACED = (
    "  ",
    "。 ",
    " ,",
    "王 伟",
    "记者 ",
    "健 康",
    "公 司",
    "```\n",
    "\r\n",
    "- ",
    "    x = 1\n",
)
PARTS = st.sampled_from([*CHARACTERS, *WORDS.split(), *SPACED])
TEXTS = st.one_of(st.lists(PARTS, max_size=30).map("".join), st.text(max_size=40))
QUOTES = st.sampled_from(["keep", "mainland"])


@example("中、。 、", "keep")
@given(TEXTS, QUOTES)
@settings(max_examples=400)
def test_properties(text: str, quotes: str) -> None:
    chosen = Settings(quotes=quotes)
    once = normalise(Document(text=text), chosen).text
    assert normalise(Document(text=once), chosen).text == once
    recorded = normalise(Document(text=text).record(), chosen)
    assert recorded.text == once
    assert recorded.ledger is not None
    assert recorded.ledger.replay(text) == once
    assert recorded.ledger.revert(once) == text
    rules = {*recorded.ledger.counts()} - {"repair.punctuation"}  # marks that are doubled by now
    assert all(rule.startswith("normalise.") for rule in rules)


@pytest.mark.parametrize(
    ("text", "expected", "without_repair"),
    [
        ("好,,我来", "好，我来", "好，，我来"),
        ("好 ，，我来", "好，我来", "好，，我来"),
        ("好：:我来", "好：我来", "好：：我来"),
    ],
)
def test_marks_that_normalising_doubled(text: str, expected: str, without_repair: str) -> None:
    assert clean(text) == expected
    assert clean(text, skip=("repair",)) == without_repair


RUNS = '( 中( () 中" . `,中 「 http://,中 ｈｔｔｐ：／／ １， あ,中 中{"a [J]中, 中,'
SPACED_RUNS = (" ", "中 ", "\r", "\n", " \n", "、 中 ", "```\n", "\n  - a", "x = ", "\u3000a")


@pytest.mark.parametrize("unit", [*RUNS.split(), *SPACED_RUNS])
def test_long_runs_pass(unit: str) -> None:
    """A run that some rule read again and again would not end within the patience of a run."""
    text = unit * (200_000 // len(unit)) + "中,"
    assert clean(text)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("characters.tsv", 2),
        ("forms.tsv", 2),
        ("padded.txt", 1),
        ("credits.txt", 1),
        ("surnames.txt", 1),
    ],
)
def test_dictionaries_are_sorted_and_sound(name: str, columns: int) -> None:
    path = root() / "normalise" / name
    head = path.read_text("utf-8").splitlines()[:6]
    for field in ("# format:", "# source:", "# licence:"):
        assert any(line.startswith(field) for line in head)
    keys = [row[0] for row in read(path, columns)]
    assert keys == sorted(set(keys))
    if columns == 2:
        rows = {row[0]: row[1] for row in read(path, columns)}
        assert all(len(form) == len(plain) == 1 for form, plain in rows.items())
        assert not set(rows) & set(rows.values())
        assert not set(rows.values()) & set("<>&\\")


def test_brackets_meet_when_wrapped_lines_are_joined() -> None:
    """The half-width bracket closes one that stood on the line before."""
    text = "承担的风险却并不因此而稍低（有时安全要\n求更高)。这不仅会削弱意愿，也会使人失去信心。"
    once = normalise(Document(text), Settings())
    assert "更高）。" in once.text
    assert normalise(once, Settings()).text == once.text


@pytest.mark.parametrize("changes", [{"keep_whole": True}, {"segment_mode": "nohmm"}, {"words": 1}])
@pytest.mark.parametrize(
    "text",
    [
        "公司成立于2003年5月，这是它连续第12年来到上海参展，观众比去年多3.5%。",
        "[7] 苏明, 乔治·奥威尔, 曹大鹏. 动物农场[M]. 商业评论, 2010(3): 21-26.",
        "“革 命不分先后”，乔治·奥威尔 说，1984 年 2 月的事，谁记得。",
    ],
)
def test_segmented_lines_are_known_by_the_settings_that_made_them(
    text: str, changes: dict[str, Any], tmp_path: Path
) -> None:
    if "words" in changes:
        words = tmp_path / "words.txt"
        words.write_text("乔治·奥威尔 5\n", "utf-8")
        changes = {"words": (str(words),)}
    cleaner = Cleaner(keep_chrome=True, **changes)
    once = cleaner.clean(text)
    assert cleaner.clean(once) == once
