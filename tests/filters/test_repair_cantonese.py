"""Readings in Jyutping: a text full of them loses them, one that helps its readers keeps them."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.cantonese import jyutping

FULL = "我(ngo5)哋(dei6)今(gam1)日(jat6)去(heoi3)飲(jam2)茶(caa4)。"


def test_drops_them_from_a_text_that_is_full_of_them() -> None:
    assert Document(text=FULL).apply(jyutping(FULL)).text == "我哋今日去飲茶。"


@pytest.mark.parametrize(
    "text",
    [
        "粵語「嘅」(ge3)相當於「的」。",  # one
        "我(ngo5) 你(nei5) 佢(keoi5) 哋(dei6)",  # a list of words
        "粵拼：我(ngo5)哋(dei6)今(gam1)日(jat6)去。",  # what it is about
        "園(yuan2)林(lin2)局(ju2)補(bu3)種(zhong4)樹。",  # nothing that pinyin has not
        "方案(a1)與(b2)和(c3)對(d4)比。",  # no syllables
        FULL + "此後一整段都沒有任何讀音標在字的後面，所以不是那一類文章。" * 2,  # few
    ],
)
def test_leaves_others(text: str) -> None:
    assert jyutping(text) == []
