"""Corner brackets to quotation marks, when asked for."""

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.quotes import mainland_quotes
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「甲『乙』丙」", "“甲‘乙’丙”"),
        ("『甲「乙」丙』", "“甲‘乙’丙”"),
        ("「甲」和「乙」", "“甲”和“乙”"),
        ("「甲", "「甲"),
        ("甲」", "甲」"),
        ("「甲『乙」丙』", "「甲『乙」丙』"),
        ("「甲」\n「乙", "“甲”\n「乙"),
    ],
)
def test_mainland_quotes(text: str, expected: str) -> None:
    assert mainland_quotes(Document(text=text), Settings()).text == expected
