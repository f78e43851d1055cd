"""Characters that stand for the classes of a regular expression, and the items of its tree.

An expression is looked at with one character for each way of lying in its classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

Class = frozenset[str]

# Characters that tell the categories and blocks apart that expressions name; those at the borders
# of the ranges of an expression come on top.
_SAMPLE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\t\n\x0b\r\x1b\x00\x85\xa0\xad·×éµ\u02c7\u0301Ωжא٣\u200b\u200d\u2010\u2014‘’“”…\u2028→①─●"
    + "\u3000、。〇「」『』【】〔〕ぁあァーㄅㄓ㎡一的著龥鿿㐀\u9fd6가한\ue000\uf848金\ufe0f"
    + "！（），．：；？ＡＺａｚ０９｜～"
    + "\ud800\udfff\ufffd𠮷𰀀😀\U0010ffff"
)
# A repeat with more than this many copies behaves as one without an end for as long as matters.
MANY = 1000
# So wide a range is not written out.
_NARROW = 0x400


class TooLargeError(Exception):
    """The expression is too large to be looked at."""


def alphabet(tree: Any, flags: int, is_bytes: bool) -> str:
    """Return one character for each way of lying in the classes of the expression."""
    sample = dict.fromkeys(_SAMPLE)
    tests: list[tuple[Any, Any]] = []

    def visit(items: Any) -> None:
        for operator, argument in items:
            if operator in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
                tests.append((operator, argument))
                inner = argument if operator is sre.IN else [(operator, argument)]
                for kind, value in inner:
                    if kind in (sre.LITERAL, sre.NOT_LITERAL):
                        sample[chr(value)] = None
                    elif kind is sre.RANGE:
                        for code in (value[0], value[1], max(value[0] - 1, 0), value[1] + 1):
                            sample[chr(min(code, 0x10FFFF))] = None
            for sequence in inside(operator, argument):
                visit(sequence)

    visit(tree)
    unique = list({repr(test): test for test in tests}.values())
    if len(unique) > 400:
        raise TooLargeError
    told = [_apart(*test, flags) for test in unique]
    seen: dict[tuple[bool, ...], str] = {}
    for char in sample:
        if is_bytes and ord(char) > 0xFF:
            continue
        signature = tuple(
            [
                (char in listed or is_in(operator, rest, char, flags, is_bytes)) != negated
                for listed, operator, rest, negated in told
            ]
        )
        seen.setdefault((*signature, char == "\n"), char)
    return "".join(seen.values())


def _apart(operator: Any, argument: Any, flags: int) -> tuple[frozenset[str], Any, Any, bool]:
    """Return the characters that a class lists, the class of the rest, and if it is the contrary.

    Classes of thousands of characters would be gone through for each of these characters.
    """
    if operator is not sre.IN or flags & re.IGNORECASE:
        return frozenset(), operator, argument, False
    listed: set[str] = set()
    rest = []
    for kind, value in argument:
        if kind is sre.LITERAL:
            listed.add(chr(value))
        elif kind is sre.RANGE and value[1] - value[0] < _NARROW:
            listed.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is not sre.NEGATE:
            rest.append((kind, value))
    return frozenset(listed), operator, rest, argument[0][0] is sre.NEGATE


def is_in(operator: Any, argument: Any, char: str, flags: int, is_bytes: bool) -> bool:
    code = ord(char)
    forms = [code]
    if flags & re.IGNORECASE:
        forms += [ord(other) for other in (char.lower(), char.upper()) if len(other) == 1]
    if operator is sre.ANY:
        return bool(flags & re.DOTALL) or char != "\n"
    if operator is sre.LITERAL:
        return argument in forms or (
            bool(flags & re.IGNORECASE) and chr(argument).lower() == char.lower()
        )
    if operator is sre.NOT_LITERAL:
        return argument not in forms
    if operator is sre.RANGE:
        return any(argument[0] <= form <= argument[1] for form in forms)
    if operator is sre.CATEGORY:
        return _category(argument, char, bool(flags & re.ASCII) or is_bytes)
    found = False
    negative = False
    for kind, value in argument:
        if kind is sre.NEGATE:
            negative = True
        elif is_in(kind, value, char, flags, is_bytes):
            found = True
    return found != negative


@cache
def _category(name: Any, char: str, ascii_only: bool) -> bool:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[str(name).rsplit("_", 1)[-1]]
    negative = "_NOT_" in str(name)
    matched = re.match(f"\\{letter}", char, re.ASCII if ascii_only else 0) is not None
    return matched != negative


def inside(operator: Any, argument: Any) -> list[Any]:
    """Return the sequences that an item of the tree holds."""
    match operator:
        case sre.BRANCH:
            return list(argument[1])
        case sre.SUBPATTERN:
            return [argument[3]]
        case sre.ATOMIC_GROUP:
            return [argument]
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return [argument[2]]
        case sre.ASSERT | sre.ASSERT_NOT:
            return [argument[1]]
    return []


def groups(items: Any) -> Iterator[tuple[int, Any]]:
    for operator, argument in items:
        if operator is sre.SUBPATTERN and argument[0] is not None:
            yield argument[0], argument[3]
        for inner in inside(operator, argument):
            yield from groups(inner)


def has_loop(items: Any) -> bool:
    """Whether an expression (its tree) has a repeat without an end."""
    return any(
        (
            operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
            and argument[1] >= MANY
        )
        or any(has_loop(inner) for inner in inside(operator, argument))
        for operator, argument in items
    )
