from cleaner.document import Document, Encoding
from cleaner.settings import Settings


def decode(document: Document, settings: Settings) -> Document:
    from dataclasses import replace

    if document.data is None:
        return document
    return replace(
        document,
        text=document.data.decode("utf-8", "replace"),
        data=None,
        encoding=Encoding("utf-8", 1, "x"),
    )
