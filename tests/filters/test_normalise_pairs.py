"""Brackets and straight quotation marks, as pairs."""

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.punctuation import punctuation_width
from cleaner.settings import Settings


def widen(text: str) -> str:
    return punctuation_width(Document(text=text), Settings()).text


@pytest.mark.xfail(strict=True, reason="a bracket that a hard wrap parts is not seen as a pair")
def test_a_pair_across_lines() -> None:
    assert widen("溶液(pH\n小于3)呈酸性") == "溶液（pH\n小于3）呈酸性"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A bracket alone is Chinese between Chinese characters.
        ("好)好", "好）好"),
        ("好)a", "好)a"),
        ("A)好", "A)好"),
        ("好(好", "好（好"),
        ("好(a", "好(a"),
        # A pair without Chinese in it, by what stands before it, or behind where nothing does.
        ("好(b)a", "好（b）a"),
        ("好 (b) a", "好 （b） a"),
        ("a(b)好", "a(b)好"),
        ("a (b) 好", "a (b) 好"),
        ("(b)好", "（b）好"),
        ("好;(b)好", "好；（b）好"),
        ("好×(b)好", "好×(b)好"),
        ("好+(b)好", "好+(b)好"),
        # Choices, formulas, faces, images.
        ("(A) 苹果 (B) 香蕉", "(A) 苹果 (B) 香蕉"),
        ("(A)苹果 (B)香蕉", "（A）苹果 （B）香蕉"),
        ("好(a=b)好", "好(a=b)好"),
        ("好(abcdefghijkl=b)好", "好(abcdefghijkl=b)好"),
        ("好(abcdefghijklm=b)好", "好（abcdefghijklm=b）好"),
        ("好(⊙o⊙)好", "好(⊙o⊙)好"),
        ("[图](中)好", "[图](中)好"),
        ("图(中)好", "图（中）好"),
        # Both ends have one width.
        ("好a（b)c", "好a（b）c"),
        ("好（a（b)c)d", "好（a（b）c）d"),
        ("若x∈(0,1)，则x<1", "若x∈(0,1)，则x<1"),
        ("A∩(0,1)为空", "A∩(0,1)为空"),
    ],
)
def test_brackets_and_what_stands_beside_them(text: str, expected: str) -> None:
    assert widen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '好""好',
        '好" 中"好',
        '好"中 "好',
        '好"中"5',
        '好"中"和"乙',
        'a"中"好',
        '好="中"好',
        '好{"中"好',
        '好"b"a',
        '好`"中"`好',
    ],
)
def test_quotes_in_doubt_stay(text: str) -> None:
    assert widen(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我们(你们)", "我们（你们）"),
        ("我们(you)", "我们（you）"),
        ("我们（you)", "我们（you）"),
        ("we (你们)在", "we （你们）在"),
        ("我们f(x)的值", "我们f(x)的值"),
        ("我们 Θ(n)的值", "我们 Θ(n)的值"),
        ("我们×(3)的值", "我们×(3)的值"),
        ("[我们](http://a.cn/你)", "[我们](http://a.cn/你)"),
        ("当=(点燃)=时", "当=(点燃)=时"),
        ("电话(010)8888我们", "电话(010)8888我们"),
        ("电话(0)8888我们", "电话（0）8888我们"),
        ("题目 (A) 苹果 (B) 香蕉", "题目 (A) 苹果 (B) 香蕉"),
        ("元组 (1, 2, 3)我们", "元组 (1, 2, 3)我们"),
        ("我们(a+b)的值", "我们(a+b)的值"),
        # One without a partner goes with Han on both sides.
        ("我们(你们", "我们（你们"),
        ("我们)你们", "我们）你们"),
        ("(我们", "(我们"),
        ("我们)", "我们)"),
        ("我们)you", "我们)you"),
        ("((我们))", "（（我们））"),
        ("(we (我们) we)好的", "（we （我们） we）好的"),
    ],
)
def test_brackets(text: str, expected: str) -> None:
    assert widen(text) == expected
