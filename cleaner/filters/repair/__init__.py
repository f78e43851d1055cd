from cleaner.document import Document
from cleaner.settings import Settings


def repair(document: Document, settings: Settings) -> Document:
    return document
