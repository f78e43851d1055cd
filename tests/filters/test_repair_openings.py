"""Opening marks that were hit together with a full stop, on glossed pages."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.glosses import glosses
from cleaner.filters.repair.openings import reopened
from cleaner.settings import Settings


def read(text: str) -> str:
    for edit in reversed([*reopened(text)]):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("隨師學縱橫術!对L戴山道士不遇》作于此年", "隨師學縱橫術。《訪戴山道士不遇》作于此年"),
        ("二十歲！洞螳C賦》作于是年", "二十歲。《大獵賦》作于是年"),
        ("他點頭!艾F在就去！”", "他點頭。“現在就去！”"),
        ("他笑了!拔覀兠魈煸賮戆伞！闭f完就走。", "他笑了。“我們明天再來吧。”說完就走。"),
    ],
)
def test_stop_and_mark_come_back(damaged: str, right: str) -> None:
    assert read(damaged) == right


@pytest.mark.parametrize(
    "text",
    [
        "快來!对L型的鋼有疑問",  # nothing is closed
        "快來!对L型的鋼，《鋼結構》裡有說明",  # what is closed is opened
        "太好了!我買了C語言》",  # no second byte of a mark
        "OK!对L戴》",
    ],
)
def test_what_closes_nothing_stays(text: str) -> None:
    assert read(text) == text


def test_only_on_a_page_that_is_glossed() -> None:
    line = "他點頭!艾F在就去！”"
    assert glosses(Document(text=line), Settings()).text == line
    glossed = "學(xué)生開(kāi)始發(fā)現(xiàn)產(chǎn)業(yè)機(jī)會(huì)。\n" * 3 + line
    assert glosses(Document(text=glossed), Settings()).text.endswith("他點頭。“現在就去！”")
