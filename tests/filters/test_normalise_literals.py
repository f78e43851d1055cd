"""Marks in code, links and faces stay."""

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.literals import literals
from cleaner.filters.normalise.punctuation import punctuation_width
from cleaner.settings import Settings


def widen(text: str) -> str:
    return punctuation_width(Document(text=text), Settings()).text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        # A semicolon ends a statement when a sign of code stands before it, in ASCII.
        ("例如 int a = 1; 或者别的", "例如 int a = 1; 或者别的"),
        ("先 run(); 再看", "先 run(); 再看"),
        ("再看 a[0]; 结果", "再看 a[0]; 结果"),
        ("写 std::move; 就好", "写 std::move; 就好"),
        ("设为 top: 0; 即可", "设为 top: 0; 即可"),
        ("营业额100;利润20", "营业额100；利润20"),
        ("使用Win10(64位);然后", "使用Win10（64位）；然后"),
        ("在8:30; 然后", "在8:30； 然后"),
        ("支持C++;也支持别的", "支持C++；也支持别的"),
        ("先设 a ; 然后", "先设 a ； 然后"),  # prose sets marks apart, not programs
        # ... no more than 80 characters of it are read.
        ("=" + "a" * 79 + ";然后然后", "=" + "a" * 79 + ";然后然后"),
        ("=" + "a" * 80 + ";然后然后", "=" + "a" * 80 + "；然后然后"),
        # Numbers and variables in brackets that are set apart.
        ("元组 (1, 2, 3) 的和", "元组 (1, 2, 3) 的和"),
        ("返回 (x, y) 两个", "返回 (x, y) 两个"),
        ("返回 (x) 一个", "返回 （x） 一个"),  # one is no list
        ("见图(1, 2)中的", "见图（1, 2）中的"),
        ("动画片 (Tom, Jerry) 里", "动画片 （Tom, Jerry） 里"),
        ("区间 (-∞, 0) 内", "区间 (-∞, 0) 内"),
        # A function with a Greek name.
        ("复杂度为Θ(n)。", "复杂度为Θ(n)。"),
        # Faces with a nose, types of Haskell, addresses of IPv6, commands of editors.
        ("哈哈:-)真好", "哈哈:-)真好"),
        ("哈哈;-(真坏", "哈哈;-(真坏"),
        ("全局名字空间 ::", "全局名字空间 ::"),
        ("本机地址是 ::1 吗", "本机地址是 ::1 吗"),
        ("输入 :wq 保存", "输入 :wq 保存"),
        ("输入 :q! 退出", "输入 :q! 退出"),
        ("作者:admin 发布", "作者：admin 发布"),
        # What stands between signs of equation is a condition.
        ("2H₂+O₂=(点燃)=2H₂O很快", "2H₂+O₂=(点燃)=2H₂O很快"),
        ("- feat(user): 新增功能", "- feat(user): 新增功能"),
        ("正则 (\\d+) 可以", "正则 (\\d+) 可以"),
    ],
)
def test_signs_of_code_in_prose(text: str, result: str) -> None:
    assert punctuation_width(Document(text), Settings(segment=False)).text == result


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("用“,”分隔", [(2, 3)]),
        ("今天(｡•́︿•̀｡)了", [(2, 11)]),
        ("见[[甲:乙]]和`a,b`", [(1, 8), (9, 14)]),
        ("他说：“走吧。”", []),
    ],
)
def test_spans_without_marks(line: str, spans: list[tuple[int, int]]) -> None:
    assert literals(line) == spans
