"""Lines of words, in which a character keeps the company that a space took from it."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.convert import convert
from cleaner.filters.convert.spaced import unsplit
from cleaner.filters.segment.segmented import is_segmented
from cleaner.settings import Settings

WORDS, OWN = "我们 在 北京 看 著 他 。", "我 们 在北京看 著 他"


def resolve(text: str) -> str:
    """Change 著 where it is not beside 看, as a phrase would have it."""
    return text.replace("看著", "看\0").replace("著", "着").replace("\0", "著")


def undone(text: str) -> str:
    return unsplit(text, resolve(text), resolve)


def test_the_two_lines_are_what_they_seem() -> None:
    assert is_segmented(WORDS)
    assert not is_segmented(OWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WORDS, WORDS),
        (OWN, OWN.replace("著", "着")),  # the space is one of the page
        ("在北京著他", "在北京着他"),
        ("我们 在 北京 著 他 。", "我们 在 北京 着 他 。"),  # without spaces it changes too
        ("我们 在 北京 。", "我们 在 北京 。"),
        (f"{WORDS}\n{OWN}\n{WORDS}", f"{WORDS}\n{OWN.replace('著', '着')}\n{WORDS}"),
        (f"{OWN}\n\n{WORDS}", f"{OWN.replace('著', '着')}\n\n{WORDS}"),
        (f"\0\0\0{WORDS}", f"\0\0\0{WORDS}"),  # a line in another language is masked
    ],
)
def test_a_space_between_words_changes_nothing(text: str, expected: str) -> None:
    assert undone(text) == expected


def test_what_has_one_form_changes_beside_a_space_too() -> None:
    document = convert(Document(text="看著看著发展\n「 \U000289c0"), Settings())
    assert document.text == "看著看著发展\n「 \U0002cb4a"
