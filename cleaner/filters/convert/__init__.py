from cleaner.document import Document
from cleaner.settings import Settings


def convert(document: Document, settings: Settings) -> Document:
    return document
