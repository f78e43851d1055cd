"""What normalising remembers of lines, and that it does not change the answers."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.normalise import normalise
from cleaner.filters.normalise.guards import memo
from cleaner.settings import Settings


def test_answers_are_the_same_the_second_time() -> None:
    text = "标题(组图)\n目 录\n他说:好,走\n首页 新闻 体育\nprint('你好, 世界')\n我们 的 朋友 来 了"
    once = normalise(Document(text=text), Settings()).text
    assert once != text
    assert normalise(Document(text=text), Settings()).text == once
    again = normalise(Document(text=text).record(), Settings())
    assert again.text == once
    assert again.ledger is not None and again.ledger.replay(text) == once


def test_each_step_and_settings_that_matter_have_a_memory_of_their_own() -> None:
    one = memo("normalise.space", Settings())
    assert one is memo("normalise.space", Settings(keep_metadata=True))
    assert one is not memo("normalise.space", Settings(segment=False))
    assert one is not memo("normalise.width", Settings())
    assert one is not memo("normalise.space", Settings(keep_whole=True))
    assert one is not memo("normalise.space", Settings(segment_mode="nohmm"))
