"""Reading the cues out of ``dictionaries/chrome`` and a user's folders, and indexing them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Container, Iterable
from functools import lru_cache

from cleaner import patterns
from cleaner.dictionaries import LEARNT, read, rows
from cleaner.errors import DictionaryError
from cleaner.filters.chrome import controls
from cleaner.filters.chrome.cues import FIELDS, FORCES, MATCHES, REASONS, Cue, Cues, Label, Phrase
from cleaner.filters.chrome.shapes import INITIAL, ORIGINAL
from cleaner.frozen import replace

# The characters that Chinese text has most of, the first ones most: more than half of it.
_COMMON = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
)


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
    return replace(cues, whole=whole, names=names, starts=cues.starts.union(names))


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _read(folders: tuple[str, ...]) -> Cues:
    whole: dict[str, Cue] = {}
    lists: dict[str, list[Phrase]] = {match: [] for match in MATCHES}
    spam: list[str] = []
    known: dict[tuple[str, str, str], Cue] = {}  # thousands of rows say one of sixty things
    for text, match, reason, force in rows("chrome/cues.tsv", 4, folders):
        cue = known.get((match, reason, force))
        if cue is None:
            _check("chrome/cues.tsv", text, (match, MATCHES), (reason, REASONS), (force, FORCES))
            cue = known[match, reason, force] = Cue(reason, FORCES[force])
        if match == "line":
            whole[text] = cue
        else:
            literal, wild, rest = text.partition("*")
            pattern = patterns.lazy(_regex(text)) if wild else None
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
    for name in channels.union(whole):
        if len(name) > 1:
            names.setdefault(name[:2], []).append(name)
    for group in names.values():
        if len(group) > 1:
            group.sort(key=_longest)
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
    openers = [label.name for group in labels.values() for label in group]
    long = "|".join(re.escape(name) for name in openers if len(name) > 1)
    openers += [phrase.literal for phrase in lists["prefix"]]
    heads = frozenset(opener[:2] for opener in openers if len(opener) > 1)
    anywhere = {phrase.sure for phrase in (*lists["contains"], *openings)}
    return Cues(
        whole=whole,
        heads=heads,
        starts=heads.union(names, INITIAL, (ORIGINAL,)),
        initials=frozenset(opener for opener in (*openers, *channels) if len(opener) == 1),
        prefixes={key: tuple(value) for key, value in prefixes.items()},
        openings=tuple(openings),
        suffixes={key: tuple(value) for key, value in suffixes.items()},
        within=within(anywhere),
        phrases=tuple(lists["contains"]),
        spam=patterns.lazy("|".join(map(_regex, sorted(spam))) or "(?!)"),
        labels={key: tuple(value) for key, value in labels.items()},
        labelled=patterns.lazy(f"(?:{long})[:：]"),
        names={key: tuple(value) for key, value in names.items()},
        channels=channels,
        controls=controls.read(_controls(folders)),
    )


def _regex(cue: str) -> str:
    """Return the regular expression of a cue; a wildcard is at most 12 characters, never more."""
    return ".{0,12}?".join(re.escape(part) for part in cue.split("*"))


def within(cues: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that is found in a text if and only if one of ``cues`` is.

    Each cue is looked for by its rarest character and the one behind it. A line is searched for
    two classes, a few places are left, and there each of some hundred branches begins with another
    character: in a third of the time that it takes to search for the first characters of 250 cues.
    """
    if "" in cues:  # a cue that is hardly more than a wildcard may be anywhere
        return patterns.compile("")
    firsts, alone = set(), set()
    behind: dict[str, list[str]] = {}
    for cue in sorted(cues):
        if any(other in cue for other in cues if other != cue):
            continue
        if len(cue) == 1:
            alone.add(cue)
        else:
            place = min(range(len(cue) - 1), key=lambda place: _often(cue[place]))
            firsts.add(cue[place])
            rest = re.escape(cue[place + 2 :])
            behind.setdefault(cue[place + 1], []).append(f"{rest}(?<={re.escape(cue)})")
    branches = (f"{re.escape(second)}(?:{'|'.join(rest)})" for second, rest in behind.items())
    found = [f"(?<={_class(alone)})"] if alone else []
    if behind:
        found.append(f"(?={_class(behind)})(?:{'|'.join(branches)})")
    return patterns.compile(_class(firsts | alone) + f"(?:{'|'.join(found)})")


def _often(character: str) -> int:
    """Return 0 for a rare character of Chinese text, and more for one that is met more often."""
    if not "\u3400" <= character <= "\u9fff":
        return len(_COMMON)
    return len(_COMMON) - _COMMON.index(character) if character in _COMMON else 0


def _class(characters: Collection[str]) -> str:
    """Return an expression for one of ``characters``, or for nothing when there are none."""
    return f"[{''.join(map(re.escape, sorted(characters)))}]" if characters else "(?!)"


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
