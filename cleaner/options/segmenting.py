"""Options of segmentation, which bear the names of settings."""

from __future__ import annotations

from typing import Any

import click

from cleaner.options import Decorator, option, section
from cleaner.settings import SEGMENT_MODES, SEGMENTERS

segmenting: Decorator[Any] = section(
    "Words",
    option("--segment/--no-segment", default=None, help="Separate words (default), or not."),
    option("--delimiter", metavar="TEXT", help="What stands between words (default: a space)."),
    option(
        "--segment-mode",
        type=click.Choice(SEGMENT_MODES),
        help="jieba's mode (accurate); search and full write overlapping words, for an index.",
    ),
    option(
        "--words",
        metavar="FILE",
        multiple=True,
        help="Words of your own, a line each: word [frequency] [tag]; frequency 0 removes a word.",
    ),
    option(
        "--keep-whole",
        is_flag=True,
        default=None,
        help="Do not cut URLs, e-mail, hashtags, dates, numbers and names such as AT&T.",
    ),
    option(
        "--drop-punctuation",
        is_flag=True,
        default=None,
        help="Leave out words without letters, digits or emoji.",
    ),
    option(
        "--stop-words",
        metavar="FILE|default",
        help="Leave out the words in FILE, one a line, or those of the shipped list.",
    ),
    option("--pos", is_flag=True, default=None, help="Write parts of speech: 北京/ns."),
    option(
        "--segmenter",
        type=click.Choice(SEGMENTERS),
        help="What finds the words (auto); all find the same.",
    ),
)
