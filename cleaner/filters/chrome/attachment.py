"""Documents that a notice has beside it: 实施要点.pdf."""

from __future__ import annotations

from cleaner.patterns import lazy

#: What such a name ends in; most lines that do not are looked at no further.
FILE_ENDS = frozenset("fcxstprFCXSTPR")
_FILE = lazy(r"[^。，：:/\\]{1,60}\.(?i:pdf|docx?|wps|xlsx?|pptx?|od[tsp]|zip|rar)")
_HAN = lazy("[\u3400-\u9fff]")


def attached(text: str) -> bool:
    """Whether ``text`` is the name of a document to load. One without Han may be one of a program.

    >>> attached("实施要点.pdf"), attached("setup.zip"), attached("请看实施要点。pdf")
    (True, False, False)
    """
    return (
        text[-1] in FILE_ENDS
        and "." in text[-5:-2]
        and _FILE.fullmatch(text) is not None
        and _HAN.search(text) is not None
    )
