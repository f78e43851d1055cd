from cleaner.document import Document
from cleaner.settings import Settings


def segment(document: Document, settings: Settings) -> Document:
    return document
