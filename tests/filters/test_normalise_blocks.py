"""Blocks of code and data, and the bounds of what counts as one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleaner import clean
from cleaner.filters.normalise.blocks import fences, inside, is_among_code
from cleaner.filters.normalise.code import is_code


def _at(text: str, line: int) -> bool:
    start = sum(len(other) + 1 for other in text.split("\n")[:line])
    return is_among_code(text, start, start + len(text.split("\n")[line]))


@pytest.mark.parametrize(
    "text",
    [
        "省份,省会,简称\n四川,成都,川\n湖北,武汉,鄂",
        "编号,名称\n1,苹果\n2,梨",
        "姓 , 年龄 , 城市\n张 三 丰 , 十 三 , 北京 的 人\n李 四 , 三 十 , 上海 的 人",  # segmented
        "名称,数量,说明\n苹果,3,红",  # three values: the head and a row
        "苹果,3\n香蕉,12",  # two rows without a head
        "日期;收入(元)\n2024-01-01;3,5\n2024-01-02;4,5",
        '; 不要改\nname = "a"\npath = "b"',
        "curl -X POST \\\n  -d 数据,编号",
    ],
)
def test_every_line_of_a_block_is_judged_alike(text: str) -> None:
    lines = text.split("\n")
    assert all(_at(text, number) or is_code(line) for number, line in enumerate(lines))


@pytest.mark.parametrize(
    "text",
    [
        "枯藤老树昏鸦,小桥流水人家,古道西风瘦马\n夕阳西下,断肠人在天涯",  # not as many values
        "说好了,一起去\n可是,3",  # two clauses each: no head of a table of two lines
        "床前明月光,疑是地上霜\n举头望明月,低头思故乡\n一二三四五,上山打老虎",  # two clauses each
        "我们去了一趟北京市,看了看长城,很高兴\n他们去了一趟上海市,看了看外滩,很高兴\n"
        "你们去了一趟广州市,看了看江边,很高兴",  # nine characters are a clause and no name
        "好,好,好\n行,行,行",  # two lines are no table
        "真的吗?,好!,行\n是的吗?,对!,行\n对的吗?,是!,行",  # marks of sentences
        "OK,就这样\n今天天气不错\n明天再说",  # Latin at the start is not enough
        "OK,就这样",
    ],
)
def test_clauses_are_no_values(text: str) -> None:
    assert not any(_at(text, line) for line in range(text.count("\n") + 1))


def test_two_lines_of_three_around_are_enough() -> None:
    """A block of settings may have a title or a section among them, prose has them by chance."""
    settings = ["a = 1", "b = 2", "c = 3", "d = 4"]
    assert _at("\n".join(["; 下面,不要改", *settings, "标题", "标题"]), 0)  # four of six
    assert not _at("\n".join(["; 下面,不要改", *settings, "标题", "标题", "标题"]), 0)


def test_remarks_are_not_counted() -> None:
    assert _at("# 第一,二\na = 1\n# 其他\n# 其他\n# 其他\nb = 2", 0)


def test_lines_beyond_eight_do_not_count() -> None:
    """The bound keeps blocks of any size linear."""
    near = "\n".join(["标题"] * 6 + ["a = 1"] * 12)
    assert not _at(f"; 下面,不要改\n{near}", 0)  # two of eight


@pytest.mark.parametrize("between", ["", "先这样，再那样。"])
def test_blank_lines_and_prose_end_a_block(between: str) -> None:
    assert not _at(f"; 下面,不要改\n{between}\na = 1\nb = 2", 0)


def test_a_remark_with_full_width_marks_does_not_end_it() -> None:
    assert _at("; 下面,不要改\n# 先这样，再那样。\na = 1\nb = 2", 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("match 分数 {\n    90 => 优,\n}\n后面,再说", ["match", "90 =>", "}"]),
        ("a {\n  b,\n\n  c,\n}", ["a {", "b,", "c,", "}"]),
        ("a {\nb,\n}", []),  # nothing is indented
        ("他说，{\n  b,\n}", []),  # a clause in front
        ("a {\n  b,\n", []),  # never closed
        ("```\na,b\n```\n外面,的", ["a,b"]),
        ("```\na,b\n外面,的", []),
        ("x {\n  /* 甲\n   * 乙,丙\n   */\n  丁,戊\n}", ["乙", "丁"]),  # spans within others
    ],
)
def test_fences(text: str, code: list[str]) -> None:
    spans = fences(text)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(inside(spans, text.index(part)) for part in code)
    assert code or not spans
    if "外面" in text or "后面" in text:
        assert not inside(spans, text.rindex(",的") if ",的" in text else text.rindex(",再"))


@pytest.mark.parametrize(
    "row", ["张三,男,28,北京", "2024-03-01,三月,星期五,晴", "1;李白;唐;男", "北京,39.90,116.40"]
)
def test_row_by_itself_stays_when_its_words_are_parted(row: str) -> None:
    assert clean(row, segment=False) == row
    parted = clean(row)
    assert "，" not in parted
    assert "；" not in parted
    assert clean(parted) == parted


@pytest.mark.parametrize(
    ("line", "wide"),
    [
        ("2024,加油,努力,奋斗", "2024，加油，努力，奋斗"),
        ("来源:新华网,2023,北京,上海", "来源：新华网，2023，北京，上海"),
        ("苹果,香蕉,梨,葡萄", "苹果，香蕉，梨，葡萄"),
        ("成绩为88,92,95,平均91.7", "成绩为88,92,95，平均91.7"),
    ],
)
def test_clauses_with_numbers_are_no_row(line: str, wide: str) -> None:
    assert clean(line, segment=False) == wide


def _code(text: str) -> str:
    """Return a mark for each line: ``#`` one of a block of code, ``.`` another."""
    spans = fences(text)
    marks, at = "", 0
    for line in text.split("\n"):
        marks += "#" if inside(spans, at) else "."
        at += len(line) + 1
    return marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        # Fenced blocks, of either sign, one after the other; the last of an odd number is none.
        ("一行\n```\n甲,乙\n```\n一行", ".###."),
        ("一行\n~~~\n甲,乙\n~~~\n一行", ".###."),
        ("```\n甲\n```\n一行\n```\n乙\n```", "###.###"),
        ("```\n甲\n```\n一行\n```\n乙", "###..."),
        ("```\n甲\n```", "###"),
        ("   ```\n甲\n   ```", "###"),
        ("    ```\n甲\n    ```", "..."),
        ("一行```\n甲\n```", "..."),
        ("`甲`\n~乙~\n一行", "..."),
        # Comments and hunks.
        ("一行\n/* 甲\n * 乙,丙\n */\n一行", ".###."),
        ("一行\n/* 甲\n */\n一行", "...."),
        ("一行\n/* 甲。\n * 乙\n */", "...."),
        ("@@ -1,2 +1,2 @@ 甲\n-乙,\n+丙,\n 丁\n一行", "####."),
        ("@@ 甲 @@\n-乙,", ".."),
        # Blocks of Python, with what is indented below their heads.
        ("def 甲(乙):\n    丙,丁\n一行", "##."),
        ("def 甲(乙):\n\t丙,丁\n一行", "##."),
        ("if 甲:\n    乙\n\n    丙\n一行", "####."),
        ("if 甲:\n    乙\n\n一行", "##.."),
        ("if 甲:\n    for 乙 in 丙:\n        丁\n    戊\n一行", "####."),
        ("  while 甲:\n    乙\n  丙", "##."),
        ("if 甲:\n乙", ".."),
        ("if 甲，乙:\n    丙", ".."),
        ("甲:\n    乙", ".."),
        ("if 甲:\n    乙\nif 丙:\n    丁\n一行", "####."),
        ("async def 甲():\n    乙", "##"),
        ("class 甲:\n    乙", "##"),
        # Brackets that end a line, up to the one that closes them.
        ("f(\n  甲,乙\n)\n一行", "###."),
        ("甲 = [\n  乙,\n  丙\n]\n一行", "####."),
    ],
)
def test_blocks_of_code(text: str, marks: str) -> None:
    assert _code(text) == marks
    assert _code(f"前面\n{text}\n\n后面") == f".{marks}.."


@pytest.mark.parametrize(
    ("text", "line", "among"),
    [
        # A command goes on below a backslash; the line above may not be blank or prose.
        ("curl -X POST \\\n  -d 数据,编号", 1, True),
        ("curl -X POST\n  -d 数据,编号", 1, False),
        ("先这样，再那样\\\n-d 数据,编号", 1, False),
        # Beside one line of code alone, a call or a value is code.
        ('print("甲,乙")\nimport os', 0, True),
        ('"甲,乙"\n一行', 0, False),
        ("print 甲,乙\nimport os", 0, False),
        # Settings, statements and commands.
        ("- 甲,乙\nname: value\nport: 80\nhost: a", 0, False),
        ("- 'x甲,乙'\nname: value\nport: 80\nhost: a", 0, True),
        ("select 甲,乙\nfrom t\nwhere a = 1\norder by b", 0, True),
        ("echo 甲,乙\nls -l\ncd a/b\ncat *.txt", 0, True),
        ("echo 甲,乙\nhello\nworld\nagain", 0, False),
        ("If 甲,乙\nEnd If\nLoop\nNext", 0, True),
        # Rows by themselves.
        ("一行\n张三,男,28,北京", 1, True),
        ("一行\n张三,男,青年,北京", 1, False),
        ("一行\n张三;男;28;北京", 1, True),
        ("一行\n张三,男,28", 1, False),
        ("一行\n2024,加油,努力,奋斗", 1, False),
        ("一行\n北京,39.90,116.40", 1, True),
        ("一行\n北京,39,116", 1, False),
        ('一行\n"甲","乙","丙"', 1, True),
        ('一行\n"甲","乙"', 1, False),
        ("一行\n名字很长很长很长的人,男,28,北京", 1, False),
        # Rows of a table.
        ("省份,省会,简称\n四川,成都,川\n湖北,武汉,鄂", 1, True),
        ("省份,省会,简称\n四川,成都,川\n湖北,武汉", 1, False),
        ('名称,价\n"甲,乙",3\n"丙,丁",4', 1, True),
        ("名称,价\n甲乙,3\n丙丁,4", 0, True),
        ("名称,价\n甲乙,三\n丙丁,四", 1, False),
        ("甲乙,3\n\n丙丁,4", 0, False),
    ],
)
def test_lines_among_code_and_data(text: str, line: int, among: bool) -> None:
    assert _at(text, line) is among
