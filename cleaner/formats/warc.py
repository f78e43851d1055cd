"""WARC and WET: HTML responses and plain text out of a web archive, with URL, date and record id.

Responses come as the bytes of the page, with the encoding that the server named left to detection
(it is wrong too often); WET conversion records come as the text that they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from cleaner.errors import EngineError
from cleaner.formats.rows import Fields, Row, as_json_bytes, gathered

#: Larger bodies than this are no pages.
LARGEST = 1 << 24
_PAGES = ("text/html", "application/xhtml", "text/plain")


class Warc:
    """WARC files; only records with a page of text count as documents."""

    name = "warc"

    def blocks(self, stream: BinaryIO, fields: Fields) -> Iterator[tuple[Any, int]]:
        """Yield records as (metadata, body). Raises EngineError without fastwarc."""
        for records in gathered(_records(stream), lambda record: len(record[1])):
            yield records, len(records)

    def rows(self, block: Any, first: int, fields: Fields) -> Iterator[Row]:
        """Take the page out of each record; its name is the record's id."""
        for number, (about, body) in enumerate(block, first):
            yield Row(about["record"] or str(number), body, body, about)

    def mirror(self, block: Any, kept: Sequence[tuple[Row, str]], first: bool) -> bytes:
        """Return a line of JSON a page: URL, date, record id and text."""
        return b"".join([as_json_bytes({**row.fields, "text": text}) + b"\n" for row, text in kept])


def _records(stream: BinaryIO) -> Iterator[tuple[dict[str, str], bytes]]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise EngineError("WARC needs a package: pip install 'zhclean[warc]'") from None
    # A header that is cut off may have lost the line with the type.
    wanted = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.unknown
    for record in ArchiveIterator(stream, record_types=wanted, parse_http=True):
        headers = record.headers
        length = record.content_length
        body = record.reader.read(LARGEST)
        if not headers.get("Content-Length") or len(body) < min(length, LARGEST):
            raise EOFError("cut off in the middle of a record")
        kind = (record.http_content_type or "").lower()
        if record.record_type == WarcRecordType.unknown or (
            record.is_http and not kind.startswith(_PAGES)
        ):
            continue
        yield (
            {
                "url": headers.get("WARC-Target-URI") or "",
                "date": headers.get("WARC-Date") or "",
                "record": (headers.get("WARC-Record-ID") or "").strip("<>"),
            },
            body,
        )
