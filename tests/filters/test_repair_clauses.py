"""Clauses that come twice within a line."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.echo import echo
from cleaner.settings import Settings


def echoed(text: str) -> str:
    return echo(Document(text=text), Settings()).text


@pytest.mark.parametrize(
    ("group", "size"),
    [
        ("工信部今天发通知，", 1),  # eight characters
        ("工信部八日发通，", 0),
        ("第3届大会开幕了，", 1),  # with digits
        ("他们今天说发通知，", 0),  # someone speaks, or it is a song
        ("他们今天说要发通知，", 0),
        ("他们今天说还要发通知，", 1),  # ten
        ("我国今天说发通知，", 1),  # no one speaks of himself
        ("工信部发通知，各省照办，", 1),
        ("工信部发，", 0),
        ("一是查，二是改，三是评比，", 1),
        ("一是查，二是改，三是评，四是比较，", 0),  # four clauses
    ],
)
def test_clauses_that_come_twice(group: str, size: int) -> None:
    whole = f"据介绍，{group}{group}以后再说吧，就这样了。"
    assert echoed(whole) == (f"据介绍，{group}以后再说吧，就这样了。" if size else whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence of several clauses, even when someone speaks.
        (
            "后来。他们走了，会上说。他们走了，会上说。完",
            "后来。他们走了，会上说。他们走了，会上说。完",
        ),
        ("后来。他们走了，会上说定。他们走了，会上说定。完", "后来。他们走了，会上说定。完"),
        (
            "后来，他们走了，会上说定。他们走了，会上说定。完",
            "后来，他们走了，会上说定。他们走了，会上说定。完",
        ),
        ("他们走了，会上说定。他们走了，会上说定。完了", "他们走了，会上说定。完了"),
        ("\u3000 他们走了，会上说定。他们走了，会上说定。完", "\u3000 他们走了，会上说定。完"),
        (
            "后来 他们走了，会上说定。他们走了，会上说定。",
            "后来 他们走了，会上说定。他们走了，会上说定。",
        ),
        # Four times.
        ("工信部今天发通知，" * 4, "工信部今天发通知，"),
        # Not over the end of a line, nor in part.
        ("工信部今天发通知\n工信部今天发通知\n", "工信部今天发通知\n工信部今天发通知\n"),
        ("说，工信部今天发通知，工信部今天发通知", "说，工信部今天发通知，工信部今天发通知"),
    ],
)
def test_sentences_of_clauses_that_come_twice(text: str, expected: str) -> None:
    assert echoed(text) == expected


@pytest.mark.parametrize(
    ("half", "twice"),
    [
        ("工信部今天发通知", True),
        ("工信部今发通知", False),  # seven
        ("工信部2024年发通知", False),
        ("工信部4年发知", False),
        ("工信部今天发 DVD", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵呼呼", False),
        ("哈哈哈哈嘿嘿嘿嘿呵呵呼呼嗬", True),  # five different ones
        ("我们今天要发通知", False),
        ("我国今天要发通知", True),
        ("他们今天要发通知", True),
    ],
)
def test_a_line_that_says_the_same_twice(half: str, twice: bool) -> None:
    text = f"通知\n{half}{half}\n下面"
    assert echoed(text) == (f"通知\n{half}\n下面" if twice else text)
    assert echoed(f"{half}甲{half}") == f"{half}甲{half}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "企业增值税法，企业增值税法，个人消费税法，个人消费税法，等",
            "企业增值税法，个人消费税法，等",
        ),
        ("企业增值税法，企业增值税法、个人消费税法，个人消费税法，等", None),
        ("企业增值税，企业增值税，个人消费税法，个人消费税法，等", None),  # eleven
        ("企业增值税法，企业增值税法，中间，个人消费税法，个人消费税法，等", None),
        ("企业增值税法，企业增值税法，\n个人消费税法，个人消费税法，等", None),
        (
            "企业增值税法，企业增值税法。个人消费税法；个人消费税法，等",
            "企业增值税法。个人消费税法，等",
        ),
        # Clauses of four characters; three are none.
        (
            "企业增值，企业增值，个人消费，个人消费，房产契税，房产契税，",
            "企业增值，个人消费，房产契税，",
        ),
        ("增值税，增值税，消费税，消费税，房产契税，房产契税，", None),
        ("我们增值税法，我们增值税法，个人消费税法，个人消费税法，等", None),
        (
            "他们增值税法，他们增值税法，个人消费税法，个人消费税法，等",
            "他们增值税法，个人消费税法，等",
        ),
    ],
)
def test_pairs_of_clauses(text: str, expected: str | None) -> None:
    assert echoed(f"{text}一共两种税法都在里面了") == (expected or text) + "一共两种税法都在里面了"
