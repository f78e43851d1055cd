"""Reading the cues out of ``dictionaries/chrome`` and a user's folders, and indexing them."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable
from functools import lru_cache

from cleaner.dictionaries import LEARNT, read, rows
from cleaner.errors import DictionaryError
from cleaner.filters.chrome import controls
from cleaner.filters.chrome.cues import FIELDS, FORCES, MATCHES, REASONS, Cue, Cues, Label, Phrase
from cleaner.frozen import replace
from cleaner.patterns import lazy


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Cues:
    """Read the cues, with users' ``folders`` laid over the shipped ones, and index them.

    Raises DictionaryError for a match, reason, field or force that is not in the closed lists.
    """
    if folders and folders[-1].endswith(LEARNT) and os.path.isfile(folders[-1]):
        learnt = tuple(read(folders[-1], 4))
        # A batch has a file of whole lines for each site: in a twentieth of the time.
        if all(match == "line" for _, match, _, _ in learnt):
            return _with_lines(load(folders[:-1]), learnt)
    return _read(folders)


def _with_lines(cues: Cues, rows: Iterable[tuple[str, ...]]) -> Cues:
    """Return ``cues`` with more cues that are whole lines."""
    whole = dict(cues.whole)
    names = dict(cues.names)
    for text, _, reason, force in rows:
        _check("chrome/cues.tsv", text, (reason, REASONS), (force, FORCES))
        whole[text] = Cue(reason, FORCES[force])
        group = names.get(text[:2], ())
        if len(text) > 1 and text not in group:
            names[text[:2]] = tuple(sorted((*group, text), key=_longest))
    return replace(cues, whole=whole, names=names)


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _read(folders: tuple[str, ...]) -> Cues:
    whole: dict[str, Cue] = {}
    lists: dict[str, list[Phrase]] = {match: [] for match in MATCHES}
    spam: list[str] = []
    for text, match, reason, force in rows("chrome/cues.tsv", 4, folders):
        _check("chrome/cues.tsv", text, (match, MATCHES), (reason, REASONS), (force, FORCES))
        cue = Cue(reason, FORCES[force])
        if match == "line":
            whole[text] = cue
        else:
            literal, wild, rest = text.partition("*")
            pattern = lazy(_regex(text)) if wild else None
            sure = literal if len(literal) > 1 or not wild else rest.partition("*")[0]
            lists[match].append(Phrase(literal, sure, pattern, cue))
            if reason == "spam" and match == "contains":
                spam.append(text)
    labels: dict[str, list[Label]] = {}
    for text, reason, field, force in rows("chrome/labels.tsv", 4, folders):
        _check("chrome/labels.tsv", text, (field, FIELDS), (reason, REASONS), (force, FORCES))
        labels.setdefault(text[:1], []).append(Label(text, reason, field, FORCES[force]))
    channels = frozenset(name for (name,) in rows("chrome/channels.txt", 1, folders))
    names: dict[str, list[str]] = {}
    for name in sorted(channels.union(whole), key=_longest):
        if len(name) > 1:
            names.setdefault(name[:2], []).append(name)
    prefixes: dict[str, list[Phrase]] = {}
    openings: list[Phrase] = []
    for phrase in lists["prefix"]:
        if len(phrase.literal) < 2:
            openings.append(phrase)
        else:
            prefixes.setdefault(phrase.literal[:2], []).append(phrase)
    suffixes: dict[str, list[Phrase]] = {}
    for phrase in lists["suffix"]:
        suffixes.setdefault(phrase.literal[-2:], []).append(phrase)
    starts = [label.name for group in labels.values() for label in group]
    long = "|".join(re.escape(name) for name in starts if len(name) > 1)
    starts += [phrase.literal for phrase in lists["prefix"]]
    return Cues(
        whole=whole,
        heads=frozenset(start[:2] for start in starts if len(start) > 1),
        initials=frozenset(start for start in (*starts, *channels) if len(start) == 1),
        prefixes={key: tuple(value) for key, value in prefixes.items()},
        openings=tuple(openings),
        suffixes={key: tuple(value) for key, value in suffixes.items()},
        within=_any({phrase.sure for phrase in (*lists["contains"], *openings)}),
        phrases=tuple(lists["contains"]),
        spam=_any(spam),
        labels={key: tuple(value) for key, value in labels.items()},
        labelled=lazy(f"(?:{long})[:：]"),
        names={key: tuple(value) for key, value in names.items()},
        channels=channels,
        controls=controls.read(_controls(folders)),
    )


def _regex(cue: str) -> str:
    """Return the regular expression of a cue; a wildcard is at most 12 characters, never more."""
    return ".{0,12}?".join(re.escape(part) for part in cue.split("*"))


def _any(cues: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``cues``, grouped by their first characters.

    At each place one branch is tried for a character instead of one for a cue, in half the time.
    """
    groups: dict[str, list[str]] = {}
    for cue in sorted(cues):
        groups.setdefault(cue[:1], []).append(_regex(cue[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return lazy("|".join(branches) or "(?!)")


def _check(name: str, text: str, *cells: tuple[str, Container[str]]) -> None:
    for value, known in cells:
        if value not in known:
            raise DictionaryError(
                f"{name}: {text}: {value!r} is not a match, reason, field or force"
            )


def _controls(folders: tuple[str, ...]) -> list[tuple[str, str, str]]:
    found = []
    for word, kind, reason in rows("chrome/controls.tsv", 3, folders):
        _check(
            "chrome/controls.tsv",
            word,
            (kind, controls.KINDS),
            (reason, (*REASONS, controls.NOTHING)),
        )
        found.append((word, kind, reason))
    return found
