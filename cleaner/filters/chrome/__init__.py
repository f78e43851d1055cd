from cleaner.document import Document
from cleaner.settings import Settings


def chrome(document: Document, settings: Settings) -> Document:
    return document
