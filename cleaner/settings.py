"""Settings: one frozen record, whose fields bear the names of the command's options.

They come from keyword arguments (:meth:`Settings.make`), from a TOML file (:meth:`Settings.read`)
or from the project around the current folder (:meth:`Settings.discover`). An unknown key is an
error that names it and the nearest known one.
"""

from __future__ import annotations

import os

from cleaner.errors import SettingsError
from cleaner.frozen import Frozen, replace
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Self

VARIANTS = ("auto", "mainland", "taiwan", "hongkong", "opencc", "simplified")
ERRORS = ("replace", "ignore", "strict", "report")
QUOTES = ("keep", "mainland")
INPUTS = ("auto", "html", "text")
ENGINES = (
    "tables",
    "opencc-python",
    "opencc:t2s",
    "opencc:tw2s",
    "opencc:tw2sp",
    "opencc:hk2s",
    "opencc:hk2sp",
)
VOCABULARIES = ("none", "taiwan", "hongkong")
SEGMENTERS = ("auto", "standard", "rjieba", "jieba")
SEGMENT_MODES = ("accurate", "search", "full", "nohmm")
MEGABYTE = 1 << 20


class Settings(Frozen):
    """What to do with a document. Every field has the default that the command has.

    segment: put ``delimiter`` between words.
    delimiter: what stands between words.
    lines: each line of an input is a document of its own.
    only, skip: names of filters to run alone, or to leave out (the pipeline knows the names).
    keep_chrome: mark nothing as page chrome, keep every line.
    keep_metadata: keep the date, source and author lines that belong to the article.
    from_encoding: the encoding of the input, by any name in use; None detects it.
    input: ``html`` reads the whole input as an HTML document, ``text`` takes none for one.
    mojibake: undo text that was read in the wrong encoding (鍥藉 for 国家).
    variant: the kind of Traditional Chinese; ``auto`` finds it.
    errors: ``replace`` undecodable bytes by U+FFFD, ``ignore`` them, fail (``strict``), or
        replace and ``report`` each of them.
    quotes: ``mainland`` turns 「」『』 into “”‘’; ``keep`` leaves them.
    dictionary: folders with the layout of ``dictionaries/``, laid over it.
    conversion: texts of the input with what they become, whatever conversion would make of them.
    vocabulary: the region whose words become those of the mainland too (軟體 → 软件).
    converter, segmenter: the engine of a stage; the last of each is the reference engine.
    segment_mode: which of jieba's modes finds the words: ``accurate``, ``nohmm`` (no unknown
        words), ``search`` (also the words inside words), ``full`` (all words of the dictionary).
    words: files of words of one's own, in the format of jieba's user dictionaries.
    keep_whole: URLs, e-mail, hashtags, dates, numbers, model numbers and names such as AT&T are
        words.
    drop_punctuation: leave out words without letters, digits or emoji.
    stop_words: a file of words to leave out, or ``default`` for the list in ``dictionaries/``.
    pos: write words with their part of speech, as in ``北京/ns``.
    max_document: documents above this many bytes are cleaned in pieces cut at blank lines.
    """

    segment: bool = True
    delimiter: str = " "
    lines: bool = False
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    keep_chrome: bool = False
    keep_metadata: bool = False
    from_encoding: str | None = None
    input: str = "auto"
    mojibake: bool = True
    variant: str = "auto"
    errors: str = "replace"
    quotes: str = "keep"
    dictionary: tuple[str, ...] = ()
    conversion: tuple[tuple[str, str], ...] = ()
    vocabulary: str = "none"
    converter: str = "tables"
    segmenter: str = "auto"
    segment_mode: str = "accurate"
    words: tuple[str, ...] = ()
    keep_whole: bool = False
    drop_punctuation: bool = False
    stop_words: str | None = None
    pos: bool = False
    max_document: int = 64 * MEGABYTE

    def __post_init__(self) -> None:
        for name in ("only", "skip", "dictionary", "words"):
            value = getattr(self, name)
            if isinstance(value, (str, os.PathLike)):
                value = (value,)
            if not hasattr(value, "__iter__"):
                raise SettingsError(f"{name}: expected a list of names, not {value!r}")
            object.__setattr__(self, name, tuple(str(item) for item in value))
        object.__setattr__(self, "conversion", _conversion(self.conversion))
        for name, annotation in type(self).__annotations__.items():
            _check_type(name, annotation, getattr(self, name))
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise SettingsError(
                    f"{name}: {getattr(self, name)!r} is not one of {', '.join(choices)}"
                )
        if self.max_document < 1024:
            raise SettingsError(f"max_document: at least 1024 bytes, not {self.max_document}")
        if self.from_encoding is not None:
            object.__setattr__(self, "from_encoding", _codec(self.from_encoding))

    @classmethod
    def make(cls, base: Settings | None = None, /, **changes: Any) -> Settings:
        """Return ``base`` (default: the defaults) with ``changes`` by field name.

        Raises SettingsError for an unknown name or a value that does not fit.
        """
        _check_keys(changes)
        return replace(base if base is not None else cls(), **changes)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Read a TOML file: the ``[tool.zhclean]`` table of a pyproject.toml, or the top level.

        Raises SettingsError when the file is missing, is not TOML, or has an unknown key.
        """
        path = os.fspath(path)
        table = _table(path)
        if table is None:
            raise SettingsError(f"{path}: no [tool.zhclean] table")
        return cls._from_table(table, path)

    @classmethod
    def discover(cls, folder: str | os.PathLike[str]) -> Self:
        """Read the settings of the project that ``folder`` is in; defaults if there are none.

        The nearest folder, from ``folder`` upwards, with a ``zhclean.toml`` or a ``pyproject.toml``
        that has a ``[tool.zhclean]`` table decides.
        """
        place = os.path.abspath(folder)
        while True:
            for name in ("zhclean.toml", "pyproject.toml"):
                path = os.path.join(place, name)
                if os.path.isfile(path):
                    table = _table(path)
                    if table is not None:
                        return cls._from_table(table, path)
            above = os.path.dirname(place)
            if above == place:
                return cls()
            place = above

    @classmethod
    def _from_table(cls, table: Mapping[str, Any], path: str) -> Self:
        values = {str(key).replace("-", "_"): value for key, value in table.items()}
        try:
            _check_keys(values)
            here = os.path.dirname(path)
            for name in ("dictionary", "words"):
                if isinstance(values.get(name), str):
                    values[name] = [values[name]]
                if isinstance(values.get(name), list):
                    values[name] = [_beside(here, name, item) for item in values[name]]
            if values.get("stop_words", "default") != "default":
                values["stop_words"] = _beside(here, "stop_words", values["stop_words"])
            return cls(**values)
        except SettingsError as error:
            raise SettingsError(f"{path}: {error}") from None


_CHOICES = {
    "variant": VARIANTS,
    "errors": ERRORS,
    "quotes": QUOTES,
    "input": INPUTS,
    "vocabulary": VOCABULARIES,
    "converter": ENGINES,
    "segmenter": SEGMENTERS,
    "segment_mode": SEGMENT_MODES,
}


def _beside(folder: str, name: str, item: object) -> str:
    """Return the path of what a settings file in ``folder`` names."""
    if not isinstance(item, str) or "\0" in item:
        raise SettingsError(f"{name}: {item!r} is no name of a file or folder")
    return os.path.join(folder, item)


def _check_keys(values: Mapping[str, Any]) -> None:
    names = Settings._fields
    for key in values:
        if key not in names:
            raise SettingsError(f"no setting is called {key!r}" + suggestion(key, names))


def _check_type(name: str, annotation: Any, value: object) -> None:
    """Raise SettingsError for a value of another type than a field has.

    ``annotation`` is a string (postponed); all but four are tuples.
    """
    expected: dict[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int,),
        "str": (str,),
        "str | None": (str, type(None)),
    }
    if type(value) not in expected.get(str(annotation), (tuple,)):
        raise SettingsError(f"{name}: expected {annotation}, not {value!r}")


def _conversion(value: object) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a mapping of texts to texts, or of such pairs, in order."""
    try:
        if not hasattr(value, "keys") and any(isinstance(pair, str) for pair in value):  # type: ignore[attr-defined]
            raise TypeError  # 裡面 is no pair of 裡 and 面
        pairs: dict[object, object] = dict(value)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        raise SettingsError(
            f"conversion: expected texts with what they become, not {value!r}"
        ) from None
    known: list[tuple[str, str]] = []
    for text, result in pairs.items():
        if not (isinstance(text, str) and text and isinstance(result, str)):
            raise SettingsError(f"conversion: {text!r} cannot become {result!r}")
        known.append((text, result))
    return tuple(sorted(known))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the known name nearest to ``word``, or all of them, as the end of an error line."""
    import difflib

    names = list(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    return f" (did you mean {near[0]!r}?)" if near else f" (known: {', '.join(names)})"


def _codec(name: str) -> str:
    """Return what decodes the encoding called ``name``."""
    from cleaner.filters.decode.names import codec_of, near

    codec = codec_of(name)
    if codec is None:
        names = near(name)
        hint = f" (did you mean {' or '.join(map(repr, names))}?)" if names else ""
        raise SettingsError(f"from_encoding: no text encoding is called {name!r}{hint}")
    return codec


# All ways to begin a table of ours, or one that it may be in.
_OURS = lazy(rb"""tool["' \t]*(?:\.["' \t]*zhclean|\]|=)""")


def _table(path: str) -> Mapping[str, Any] | None:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    shared = os.path.basename(path) == "pyproject.toml"
    if shared and (b"zhclean" not in data or _OURS.search(data) is None):
        return None  # nothing for us: spare the parser, which takes 4 ms
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None
    if not shared:
        return table
    table = table.get("tool", {}).get("zhclean")
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.zhclean is not a table")
    return table
