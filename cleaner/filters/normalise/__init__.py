from cleaner.document import Document
from cleaner.settings import Settings


def normalise(document: Document, settings: Settings) -> Document:
    return document
