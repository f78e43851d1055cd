"""UTF-8 and GBK that were read in code pages of DOS, of the Macintosh and of other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import patterns
from cleaner.mojibake.codepages import CODE_PAGES, GBK_PAGES, expressions
from cleaner.mojibake.undo import undo_mojibake

LINES = ("图书馆周末也开门。", "下載之前請先閱讀使用說明", "共有25名学生参加了考试，其中20人及格。")


def read(data: bytes, page: str) -> str:
    """Return ``data`` in a code page, with control characters for what it has not."""
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in data)


def undone(text: str) -> str:
    result, plan = undo_mojibake(text)
    assert plan.replay(text) == result
    return result


@pytest.mark.parametrize("page", CODE_PAGES)
@pytest.mark.parametrize("text", ["中文", *LINES])
def test_utf8(text: str, page: str) -> None:
    assert undone(read(text.encode(), page)) == text


@pytest.mark.parametrize("page", GBK_PAGES)
def test_gbk(page: str) -> None:
    text = f"新闻\n{LINES[0]}\n{LINES[2]}\n2012年12月"
    damaged = read(text.encode("gbk"), page)
    assert undone(damaged) == text
    assert undone(damaged.split("\n")[0]) != "新闻"  # alone it is two syllables of capitals


@pytest.mark.parametrize(
    "text",
    [
        "МОСКВА, КАСАБЛАНКА: НЕКОРРЕКТНОЕ СОСТОЯНИЕ ОТСТУПА",
        "УРОВНИ ЧЕРНИЛ/ТОНЕРА БЛОКОВ КУНЕНЕ",
        "Настоящая программа распространяется свободно; «как есть».",
        "Слава Україні! Її дії її підтримали.",
        "Η γρήγορη καφέ αλεπού πηδάει, Ελληνική Δημοκρατία",
        "╔══════════╗ ║ ║ ╚══════════╝ ┌─┬─┐ └─┴─┘",
        "∑∏≠∞ ≤ ≥ √π ∂ ƒ ∆ Ω",
        "Příliš žluťoučký kůň úpěl ďábelské ódy; zażółć gęślą jaźń",
        "Pijamalı hasta yağız şoföre çabucak güvendi",
    ],
)
def test_other_languages_and_signs_stay(text: str) -> None:
    assert undone(text) == text


@pytest.mark.parametrize("unit", ["Σ╕¡", "ЦРОД", "‰∏≠", "дё­", "══", "ЖЖ"])
def test_long_lines_end(unit: str) -> None:
    undone(unit * 3_000)


def test_expressions_come_compiled() -> None:
    table = patterns.Table(Path(patterns.TABLE).read_bytes())
    known = {source for source, _ in table}
    assert len(expressions()) == len(CODE_PAGES) + len(GBK_PAGES)
    assert {expression.pattern for expression in expressions()} <= known


@pytest.mark.parametrize(
    "text",
    [
        "╔════════════╦════════════╗\n║ Größe Σ µ  ║ ░░▒▒▓▓████ ║\n╚════════════╩════════════╝",
        "∑∫∏√≈∆ ≤≥±∞≠ ∂π∫ªºΩ are signs, µ and Σ letters: Êtes-vous sûr … ‘oui’ ◊",
        "│  ├── Úvod\n│  │   └── Σύνολο.txt\n└── τέλος.md",
    ],
)
def test_boxes_and_signs_are_no_gbk(text: str) -> None:
    assert undone(text) == text
