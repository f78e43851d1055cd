"""Other people's tools on the same pages: python peers.py NAME FILE...; prints nothing.

Extractors see each line of a page as a paragraph of HTML, since that is what they are made for.
Run by an interpreter that has the peers (``--peers`` of the benchmark); this one needs none.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from pathlib import Path

# mypy: ignore-errors


def _page(data: bytes) -> str:
    lines = data.decode("utf-8", "replace").splitlines()
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    return f"<html><head><title></title></head><body><div>{body}</div></body></html>"


def trafilatura() -> Callable[[bytes], object]:
    from trafilatura import extract

    return lambda data: extract(_page(data))


def readability() -> Callable[[bytes], object]:
    from readability import Document

    return lambda data: Document(_page(data)).summary()


def justext() -> Callable[[bytes], object]:
    import justext

    return lambda data: justext.justext(
        _page(data), frozenset(), length_low=20, length_high=60, stopwords_low=0, stopwords_high=0
    )


def ftfy_opencc() -> Callable[[bytes], object]:
    from ftfy import fix_text
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    return lambda data: convert(fix_text(data.decode("utf-8", "replace")))


PEERS = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "jusText": justext,
    "ftfy + OpenCC C++": ftfy_opencc,
}


def main() -> None:
    clean = PEERS[sys.argv[1]]()
    for name in sys.argv[2:]:
        clean(Path(name).read_bytes())


if __name__ == "__main__":
    main()
