"""What settings ask of segmentation: an engine, a dictionary, and what is held."""

from __future__ import annotations

from cleaner.filters.segment.engine import engine, lexicon
from cleaner.filters.segment.held import Held, among
from cleaner.filters.segment.lexicon import Lexicon
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleaner.filters.segment.engine import Engine


class Cutter(NamedTuple):
    """``engine`` finds words by ``lexicon``; ``held`` finds what is no matter for it.

    ``tags`` are those that the user gave to words.
    """

    engine: Engine
    lexicon: Lexicon
    held: Held
    tags: dict[str, str]


def cutter(settings: Settings) -> Cutter:
    """Return the cutter for ``settings``; made once in a process.

    Raises DictionaryError for a dictionary of words that does not fit.
    """
    return _made(
        settings.segmenter,
        settings.segment_mode,
        settings.words,
        settings.dictionary,
        settings.keep_whole,
    )


@lru_cache(maxsize=16)
def _made(
    segmenter: str, mode: str, words: tuple[str, ...], folders: tuple[str, ...], whole: bool
) -> Cutter:
    entries: Sequence[tuple[str, str, str]] = ()
    if words or folders:
        from cleaner.filters.segment import userwords

        entries = userwords.load(words, folders)
    changes = tuple([(word, int(count) if count else None) for word, count, _ in entries])
    counts = dict(changes)
    held = among(counts)
    return Cutter(
        engine(segmenter, mode, changes if len(held) < len(counts) else ()),
        lexicon(changes),
        Held((word for word in held if counts[word] != 0), whole=whole),
        {word: tag for word, _, tag in entries if tag},
    )
