"""Reading the cues out of ``dictionaries/chrome`` and a user's folders, and indexing them."""

from __future__ import annotations

import marshal
import os

from cleaner import patterns
from cleaner.dictionaries import LEARNT, read, rows, wrong
from cleaner.filters.chrome import controls
from cleaner.filters.chrome.cues import (
    FIELDS,
    FORCES,
    MATCHES,
    REASONS,
    Cue,
    Cues,
    Label,
)
from cleaner.filters.chrome.lines import DECORATION
from cleaner.filters.chrome.phrases import Filed, Phrases, phrase
from cleaner.filters.chrome.shapes import FIRSTS, INITIAL, ORIGINAL
from cleaner.kept import lru_cache
from cleaner.prepared import prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence
    from typing import Any

    from cleaner.filters.chrome.phrases import Phrase, Row

_MARSHAL = 2  # in which the same values are the same bytes
# What is not among the first characters of a line without the signs around it.
_FRAMES = frozenset(DECORATION)


@lru_cache(maxsize=8)
def load(folders: tuple[str, ...] = ()) -> Cues:
    """Read the cues, with users' ``folders`` laid over the shipped ones, and index them.

    Raises DictionaryError for a match, reason, field or force that is not in the closed lists.
    """
    if folders and folders[-1].endswith(LEARNT) and os.path.isfile(folders[-1]):
        learnt = tuple(read(folders[-1], 4))
        # A batch has a file of whole lines for each site: in a twentieth of the time.
        if all(match == "line" for _, match, _, _ in learnt):
            return _with_lines(load(folders[:-1]), learnt, folders)
    return _read(folders)


def _with_lines(cues: Cues, rows: Sequence[tuple[str, ...]], folders: tuple[str, ...]) -> Cues:
    """Return ``cues`` with more cues that are whole lines."""
    lines: dict[str, Cue] = {}
    names = dict(cues.names)
    for text, _, reason, force in rows:
        _check(folders, "chrome/cues.tsv", text, (reason, REASONS), (force, FORCES))
        text = _key(text)
        lines[text] = Cue(reason, FORCES[force])
        group = names.get(text[:2], ())
        if len(text) > 1 and text not in group:
            names[text[:2]] = tuple(sorted((*group, text), key=_longest))
    return cues.with_lines(lines, names)


def _key(text: str) -> str:
    """Return a whole line as lines are looked up, without the signs around it."""
    return text.strip(DECORATION) or text


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _read(folders: tuple[str, ...]) -> Cues:
    raw = _raw(folders) if folders else prepared("chrome", _raw, _SOURCES)
    cues = [Cue(reason, FORCES[force]) for reason, force in raw["cues"]]
    anywhere: dict[str, tuple[tuple[int, Phrase], ...]] = {}
    for rank, row in enumerate(raw["anywhere"]):
        first = row[0][:1]
        anywhere[first] = (*anywhere.get(first, ()), (rank, phrase(row, cues)))
    labels = {
        key: tuple(Label(name, why, field, FORCES[force]) for name, why, field, force in group)
        for key, group in raw["labels"].items()
    }
    # Texts with line feeds between them are read in half of the time.
    names = {group[:2]: tuple(group.split("\n")) for group in raw["names"]}
    starts = frozenset((*names, *raw["alone"], *INITIAL, ORIGINAL))
    heads = frozenset(raw["heads"])
    parts = Phrases(
        heads=heads,
        initials=frozenset(raw["initials"]),
        firsts=FIRSTS.union(raw["initials"], _FRAMES.intersection([head[0] for head in heads])),
        prefixes=Filed(raw["prefixes"], cues, labels),
        openings=tuple([phrase(row, cues) for row in raw["openings"]]),
        suffixes={
            key: tuple([phrase(row, cues) for row in group])
            for key, group in raw["suffixes"].items()
        },
        within=patterns.compile(raw["within"]),
        anywhere=anywhere,
        spam=patterns.lazy(raw["spam"]),
        labels=labels,
        labelled=patterns.lazy(raw["labelled"]),
        controls=controls.read(raw["controls"]),
    )
    return Cues(
        whole={
            text: cue
            for cue, texts in zip(cues, raw["whole"], strict=True)
            for text in texts.split("\n")
            if text
        },
        names=names,
        starts=starts,
        channels=frozenset(raw["channels"]),
        parts=parts,
    )


#: The files that decide what :func:`_raw` returns without folders of users.
_SOURCES = (
    *("chrome/cues.tsv", "chrome/labels.tsv", "chrome/channels.txt", "chrome/controls.tsv"),
    *("filters/chrome/index.py", "filters/chrome/cues.py", "filters/chrome/controls.py"),
    *("filters/repair/evidence.py", "filters/decode/model.py"),
)


def _raw(folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what the cues are made of: names, rows of phrases, numbers of cues, expressions."""
    whole: dict[str, int] = {}
    cues: dict[tuple[str, str], int] = {}
    phrases: dict[str, list[Row]] = {match: [] for match in MATCHES}
    spam: list[str] = []
    for text, match, reason, force in rows("chrome/cues.tsv", 4, folders):
        cue = cues.get((reason, force))
        if cue is None:  # thousands of rows say one of thirty things
            _check(folders, "chrome/cues.tsv", text, (reason, REASONS), (force, FORCES))
            cue = cues[reason, force] = len(cues)
        if match == "line":
            whole[_key(text)] = cue
            continue
        _check(folders, "chrome/cues.tsv", text, (match, MATCHES))
        literal, wild, rest = text.partition("*")
        sure = literal if len(literal) > 1 or not wild else rest.partition("*")[0]
        phrases[match].append((literal, sure, _regex(text) if wild else None, cue))
        if reason == "spam" and match == "contains":
            spam.append(text)
    labels: dict[str, list[tuple[str, ...]]] = {}
    for text, reason, field, force in rows("chrome/labels.tsv", 4, folders):
        known = (field, FIELDS), (reason, REASONS), (force, FORCES)
        _check(folders, "chrome/labels.tsv", text, *known)
        labels.setdefault(text[:1], []).append((text, reason, field, force))
    channels = [name for (name,) in rows("chrome/channels.txt", 1, folders)]
    names: dict[str, list[str]] = {}
    for name in sorted({*channels, *whole}, key=_longest):
        if len(name) > 1:
            names.setdefault(name[:2], []).append(name)
    prefixes: dict[str, list[Row]] = {}
    for row in phrases["prefix"]:
        if len(row[0]) >= 2:
            prefixes.setdefault(row[0][:2], []).append(row)
    openings = [row for row in phrases["prefix"] if len(row[0]) < 2]
    suffixes: dict[str, list[Row]] = {}
    for row in phrases["suffix"]:
        suffixes.setdefault(row[0][-2:], []).append(row)
    openers = [label[0] for group in labels.values() for label in group]
    long = [name for name in openers if len(name) > 1]
    openers += [row[0] for row in phrases["prefix"]]
    return {
        "whole": [
            "\n".join([text for text in whole if whole[text] == cue]) for cue in cues.values()
        ],
        "cues": list(cues),
        "alone": sorted(text for text in whole if len(text) == 1),
        "heads": sorted({opener[:2] for opener in openers if len(opener) > 1}),
        "initials": sorted({opener for opener in (*openers, *channels) if len(opener) == 1}),
        "prefixes": {key: marshal.dumps(group, _MARSHAL) for key, group in prefixes.items()},
        "openings": openings,
        "suffixes": suffixes,
        "anywhere": phrases["contains"],
        "within": within(
            {row[1] for row in phrases["contains"]}
            | {row[1] for row in openings if row[2] is not None}  # or it is an initial
        ),
        "spam": "|".join(map(_regex, sorted(spam))) or "(?!)",
        "labels": labels,
        "labelled": f"(?:{patterns.any_of(long)})[:：]",
        "names": ["\n".join(group) for group in names.values()],
        "channels": channels,
        "controls": _controls(folders),
    }


def _regex(cue: str) -> str:
    """Return the regular expression of a cue; a wildcard is at most 12 characters, never more."""
    return ".{0,12}?".join(patterns.escape(part) for part in cue.split("*"))


def within(cues: Collection[str]) -> str:
    """Return an expression that is found in a text if and only if one of ``cues`` is.

    Each cue is looked for by three neighbours. A line is searched for the class of the first ones,
    few places are left behind those of the others (with two neighbours ten times as many), and
    there each of some hundred branches begins with another character: in a third of the time that
    it takes to search for the first characters of 250 cues.
    """
    if "" in cues:  # a cue that is hardly more than a wildcard may be anywhere
        return ""
    from cleaner.filters.repair.evidence import Classes

    threes = Classes(3)
    alone: set[str] = set()
    short: set[str] = set()
    firsts: set[str] = set()
    seconds: set[str] = set()
    behind: dict[str, list[str]] = {}
    for cue in sorted(cues, key=lambda cue: (len(cue), cue)):
        if any(other in cue for other in cues if other != cue):
            continue
        if len(cue) < 3:
            (short if len(cue) > 1 else alone).add(cue)
            continue
        neighbours = threes.add(cue[::-1])[::-1]  # it counts with a search for what comes last
        firsts.add(neighbours[0])
        seconds.add(neighbours[1])
        rest = patterns.escape(cue[cue.index(neighbours) + 3 :])
        behind.setdefault(neighbours[2], []).append(f"{rest}(?<={patterns.escape(cue)})")
    found = [f"(?<={_class(alone)})"] if alone else []
    if short:
        ends = _class({cue[1] for cue in short})
        found.append(f"{ends}(?<={'|'.join(map(patterns.escape, sorted(short)))})")
    if behind:
        branches = [
            f"{patterns.escape(third)}(?:{'|'.join(rest)})" for third, rest in behind.items()
        ]
        found.append(f"{_class(seconds)}(?={_class(behind)})(?:{'|'.join(branches)})")
    begins = _class(firsts | alone | {cue[0] for cue in short})
    return begins + f"(?:{'|'.join(found)})"


def _class(characters: Collection[str]) -> str:
    """Return an expression for one of ``characters``, or for nothing when there are none."""
    return f"[{''.join(map(patterns.escape, sorted(characters)))}]" if characters else "(?!)"


def _check(
    folders: tuple[str, ...], name: str, text: str, *cells: tuple[str, Container[str]]
) -> None:
    for value, known in cells:
        if value not in known:
            what = f"{value!r} is not a match, reason, field or force"
            raise wrong(name, text, what, folders)


def _controls(folders: tuple[str, ...]) -> list[tuple[str, str, str]]:
    found = []
    for word, kind, reason in rows("chrome/controls.tsv", 3, folders):
        _check(
            folders,
            "chrome/controls.tsv",
            word,
            (kind, controls.KINDS),
            (reason, (*REASONS, controls.NOTHING)),
        )
        found.append((word, kind, reason))
    return found
