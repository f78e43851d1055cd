"""The yardstick: what one would write today with the four named packages and nothing else.

Reads the files named as arguments, or standard input; each is a page. Detection by chardet, t2s by
opencc-python-reimplemented, a filter of lines by length and cue words, words by jieba (not with
``--no-segment``, which leaves jieba out altogether).
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

warnings.filterwarnings("ignore")

import chardet  # noqa: E402
from opencc import OpenCC  # noqa: E402

CUES = ("相关阅读", "相关新闻", "热点推荐", "责任编辑", "版权所有", "上一篇", "下一篇", "分享到")


def clean(data: bytes, converter: OpenCC, cut: Callable[[str], Iterable[str]]) -> str:
    encoding = chardet.detect(data)["encoding"] or "utf-8"
    text = converter.convert(data.decode(encoding, "replace"))
    lines = (line.strip() for line in text.splitlines())
    kept = (
        line
        for line in lines
        if line
        and not any(cue in line for cue in CUES)
        and (len(line) > 12 or line[-1] in "。！？")
    )
    return "".join(" ".join(cut(line)) + "\n" for line in kept)


def cutter() -> Callable[[str], Iterable[str]]:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    return jieba.cut  # type: ignore[no-any-return]


def main() -> None:
    names = [name for name in sys.argv[1:] if name != "--no-segment"]
    cut = cutter() if len(names) == len(sys.argv) - 1 else lambda line: [line]
    converter = OpenCC("t2s")
    pages = (Path(name).read_bytes() for name in names) if names else [sys.stdin.buffer.read()]
    for data in pages:
        sys.stdout.buffer.write(clean(data, converter, cut).encode("utf-8"))


if __name__ == "__main__":
    main()
