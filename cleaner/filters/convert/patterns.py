"""The notation of ``conversion/contexts.tsv``: a word with what stands before and after it.

``[老小]<於>[^是]``: the part between ``<`` and ``>`` is what the rule decides about. Around it a
character stands for itself, ``[...]`` for one of several, ``[^...]`` (at the outer end) for
anything else, the ends of the text included, and ``^`` and ``$`` for a border: no Chinese
character on that side. Each element is one character wide; a full-width mark stands for the
half-width one too.
"""

from __future__ import annotations

from cleaner.dictionaries import wrong
from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaner.filters.convert.company import Rule, Rules, Side

_RULE = lazy(r"([^<>]*)<([^<>\[\]^$]+)>([^<>]*)")
_SIDE = lazy(r"\^?(?:\[[^\]\[]+\]|[^\[\]^$])*\$?")
_ELEMENT = lazy(r"\[(\^?)([^\]\[]+)\]|([^\[\]^$])")

# Many pages have half-width marks between Chinese characters.
_MARKS = str.maketrans(
    {wide: wide + half for wide, half in zip("，：；！？（）", ",:;!?()", strict=True)}
)

SCOPES = ("any", "traditional", "taiwan", "hongkong", "opencc", "mainland")
"""Where a rule counts: ``any`` in Simplified text too, ``traditional`` in Traditional of any kind,
the others in that kind of Traditional only."""


def compile_rules(
    rows: Iterable[tuple[str, ...]], folders: tuple[str, ...] = ()
) -> dict[str, dict[str, Rules]]:
    """Return the rules of ``rows`` (pattern, result, scope, note) by scope and first character.

    Raises DictionaryError for a pattern, result or scope that makes no sense, which names the file
    in ``folders``.
    """
    grouped: dict[str, dict[str, list[Rule]]] = {}
    for pattern, result, scope, _ in rows:
        try:
            rule = parse(pattern, result)
            if scope not in SCOPES:
                raise ValueError(f"no scope is called {scope!r}")
        except ValueError as error:
            raise wrong("conversion/contexts.tsv", pattern, str(error), folders) from None
        grouped.setdefault(scope, {}).setdefault(rule[1][0], []).append(rule)
    return {
        scope: {character: _file(rules) for character, rules in characters.items()}
        for scope, characters in grouped.items()
    }


def parse(pattern: str, result: str) -> Rule:
    """Return the rule that ``pattern`` and ``result`` write down; see :func:`compile_rules`.

    Its rank is minus the number of characters that it names: the longer rule wins. Raises
    ValueError for what is no rule.
    """
    found = _RULE.fullmatch(pattern)
    if found is None or not all(map(_SIDE.fullmatch, (found[1], found[3]))):
        raise ValueError(f"cannot read {pattern!r}")
    if len(result) != len(found[2]):
        raise ValueError(f"{result!r} is not as long as the middle of {pattern!r}")
    left = _side(pattern, found[1], border=found[1].startswith("^"), before=True)
    right = _side(pattern, found[3], border=found[3].endswith("$"), before=False)
    return -len(found[2]) - len(left[0]) - len(right[0]), found[2], result, left, right


def _side(pattern: str, side: str, *, border: bool, before: bool) -> Side:
    elements = _ELEMENT.findall(side.removeprefix("^") if before else side.removesuffix("$"))
    if before:
        elements.reverse()
    excluded: str | None = None if border else ""
    if elements and elements[-1][0] and not border:
        excluded = elements.pop()[1].translate(_MARKS)
    if any(negated for negated, _, _ in elements):
        raise ValueError(f"[^...] inside {pattern!r}")
    return tuple((several or one).translate(_MARKS) for _, several, one in elements), excluded


def _file(rules: list[Rule]) -> Rules:
    rules.sort(key=lambda rule: rule[0])
    following: dict[str, list[Rule]] = {}
    preceding: dict[str, list[Rule]] = {}
    rest: list[Rule] = []
    for rank, rule in enumerate(rules):
        _, target, result, left, right = rule
        ranked = (rank, target, result, left, right)
        if len(target) > 1:
            following.setdefault(target[1], []).append(ranked)
        elif right[0]:
            for character in right[0][0]:
                following.setdefault(character, []).append(ranked)
        elif left[0]:
            for character in left[0][0]:
                preceding.setdefault(character, []).append(ranked)
        else:
            rest.append(ranked)
    return (
        {character: tuple(found) for character, found in following.items()},
        {character: tuple(found) for character, found in preceding.items()},
        tuple(rest),
    )
