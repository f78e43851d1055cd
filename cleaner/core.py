"""Cleaning from Python: :func:`clean`, :class:`Cleaner` and :class:`Result`."""

from __future__ import annotations

from cleaner.document import Document, Encoding, Variant
from cleaner.frozen import Frozen, field
from cleaner.kept import cached_property
from cleaner.ledger import Change, Ledger
from cleaner.pipeline import Filter, select, together
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from cleaner.alignment import Alignment


class Result(Frozen):
    """A cleaned document.

    ``text`` is the output, ``source`` the decoded input (None when nothing was recorded), ``words``
    the words in order (None when not segmented or not recorded), ``metadata`` what was found out
    about the article (title, author, editor, source, published, site), ``warnings`` lines for
    people, ``ledger`` the account of all changes (None when nothing was recorded), and ``data`` the
    bytes of the input (None when it came as ``str`` or nothing was recorded). ``places`` are start
    and end of each word in ``text``, given when more than a delimiter stands between words.
    """

    text: str
    source: str | None = None
    words: tuple[str, ...] | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    encoding: Encoding | None = None
    variant: Variant | None = None
    warnings: tuple[str, ...] = ()
    ledger: Ledger | None = None
    data: bytes | None = None
    places: tuple[tuple[int, int], ...] | None = None

    @cached_property
    def edits(self) -> tuple[Change, ...]:
        """All changes as spans of ``source``, in order; empty when nothing was recorded."""
        if self.ledger is None or self.source is None:
            return ()
        return self.ledger.changes(self.source)

    @cached_property
    def alignment(self) -> Alignment:
        """Which span of the original each character and word of the output comes from.

        Raises ValueError when nothing was recorded.
        """
        from cleaner.alignment import align

        return align(self)


class Cleaner:
    """A pipeline with its settings. Holds no state of its own: share it between threads, pickle it.

    >>> Cleaner(segment=False).clean("增長(cháng)率比去年提高了1.2個(gè)百分點(diǎn)。")
    '增长率比去年提高了1.2个百分点。'
    """

    def __init__(self, settings: Settings | None = None, /, **changes: Any) -> None:
        """Take ``settings``, or the defaults, with ``changes`` by the name of the field.

        Raises SettingsError for settings that make no sense, DictionaryError for a dictionary
        folder or a file of words that is not there.
        """
        self.settings: Settings = Settings.make(settings, **changes)
        self.filters: tuple[Filter, ...] = select(self.settings)
        if self.settings.dictionary:
            from cleaner.dictionaries import check_folders

            check_folders(self.settings.dictionary)
        if self.settings.words:
            from cleaner.dictionaries import check_words

            check_words(self.settings.words)

    def __repr__(self) -> str:
        usual, own = Settings().__getstate__(), self.settings.__getstate__()
        changes = (f"{name}={own[name]!r}" for name in own if own[name] != usual[name])
        return f"Cleaner({', '.join(changes)})"

    def clean(self, data: str | bytes) -> str:
        """Return the cleaned text of one document, without a final newline of its own.

        Bytes are decoded first. Raises DecodingError under ``errors="strict"`` only.
        """
        return self.process(data, record=False, metadata=False).text

    def process(self, data: str | bytes, *, record: bool = True, metadata: bool = True) -> Result:
        """Clean one document and tell what was found and done.

        The text is the same whether edits are recorded or not; recording costs time and memory.
        Without ``metadata`` what the page says of itself is not read, which saves some time.
        Raises DecodingError under ``errors="strict"`` only, TypeError for other types.
        """
        return self.together((data,), record=record, metadata=metadata)[0]

    def together(
        self, group: Sequence[str | bytes], *, record: bool = False, metadata: bool = True
    ) -> list[Result]:
        """Clean some documents at once, and return what :meth:`process` returns for each.

        That takes up to a fifth less time than one by one, and the memory of all of them: 16 to 64
        pages are a good number. Raises as :meth:`process` does, for all of the group.
        """
        first, *rest = self.filters
        decoded = [
            first(_document(data, record=record, metadata=metadata), self.settings)
            for data in group
        ]
        cleaned = together(decoded, tuple(rest), self.settings)
        return [
            Result(
                text=document.text,
                source=before.text if record else None,
                words=document.words,
                places=document.places,
                metadata=document.metadata,
                encoding=document.encoding,
                variant=document.variant,
                warnings=document.warnings,
                ledger=document.ledger,
                data=bytes(data) if record and not isinstance(data, str) else None,
            )
            for data, before, document in zip(group, decoded, cleaned, strict=True)
        ]

    def batch(self, documents: Iterable[str | bytes], *, record: bool = False) -> Iterator[Result]:
        """Clean documents one by one, lazily and in order."""
        for data in documents:
            yield self.process(data, record=record)


def _document(data: str | bytes, *, record: bool, metadata: bool) -> Document:
    if isinstance(data, str):
        document = Document(text=data, terse=not metadata)
    elif isinstance(data, (bytes, bytearray, memoryview)):
        document = Document(data=bytes(data), terse=not metadata)
    else:
        raise TypeError(f"expected str or bytes, not {type(data).__name__}")
    return document.record() if record else document


def clean(data: str | bytes, **settings: Any) -> str:
    """Return ``data`` cleaned; ``settings`` are fields of :class:`~cleaner.settings.Settings`.

    >>> clean("我們看著他。", segment=False)
    '我们看着他。'
    """
    return Cleaner(**settings).clean(data)
