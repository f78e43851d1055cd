from cleaner.document import Document
from cleaner.settings import Settings


def markup(document: Document, settings: Settings) -> Document:
    return document
