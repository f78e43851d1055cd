"""Text that UTF-8 can hold."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.filters.encode import encode
from cleaner.settings import Settings


def test_lone_surrogates_are_replaced_and_counted() -> None:
    document = encode(Document(text="甲\ud800乙\udfff").record(), Settings())
    assert document.text == "甲\ufffd乙\ufffd"
    assert document.warnings == ("2 lone surrogates became U+FFFD",)
    assert document.ledger is not None
    assert document.ledger.counts() == {"encode.surrogate": 2}


def test_other_text_stays_as_it_is() -> None:
    document = Document(text="甲𠮷\ufffd")
    assert encode(document, Settings()) is document
