"""No regular expression of the package can blow up, or it is said here why it cannot where it is.

``python -m tests.hostile.expressions`` shows what the automaton says and what a text that is made
from it costs.
"""

from __future__ import annotations

import pytest

from tests.hostile.ambiguity import findings
from tests.hostile.classes import TooLargeError
from tests.hostile.expressions import blow_ups

# Expressions of which the automaton says more than their use allows.
EXPLAINED = {
    "chrome.shapes:_TRAIL": "tried on lines of up to 40 characters only",
    "chrome.counts:_TALLY": "tried on lines of up to 40 characters only",
    "chrome.counts:_COUNTED": "each round begins with a digit and ends with one of ten words",
    "chrome.counts:_COUNTERS": "each part of a round is possessive: there is one way",
    "markup.spoken:_FROM_START": "searched in the 200 characters before a tag only",
    "markup.light:_LINE_OF_IMAGES": "begins with a line, and each part of a round is possessive",
    "repair.entities:_ENTITY": "a chain of entities begins at the first of it only",
    "repair.entities:_URL": "searched in the 200 characters before an entity only",
    "repair.escapes:_QUOTE": "its look-ahead ends after 200 characters",
    "repair.escapes:_JSON_SLASH": "goes over a row from the first of it only",
    "repair.question_places:_ALONE": "matched at the beginning of a run, in a field of a record",
    "repair.question_places:_OFTEN_SPACED": "matched at the beginning of a run, as the next are",
    "repair.question_places:_SEVERAL": "matched at the beginning of a run only",
    "repair.question_places:_SPACED": "matched at the beginning of a run, in a field of a record",
    "repair.question_places:_TWO": "matched at the beginning of a run, in a field of a record",
    "repair.question_places:_place": "matched at the end of a run, in a field of a record",
    "repair.punctuation:_LEADING": "begins where a line does",
    "repair.punctuation:_DOTS": "the same dot again, and begins after something else only",
    "repair.punctuation:_BARS": "the same bar again, and begins after text only",
    "repair.punctuation:_NESTED": "goes over a row of brackets from the first of it only",
    "segment.fast:_CLUSTERS": "begins at the first of a row of clusters only",
    "segment.segmented:_SPREAD": "gives back one character at most: those before stand alone",
    "segment.index:_COUNT": "reads lines of the shipped dictionary",
    "segment.index:_ENTRY": "reads lines of the shipped dictionary",
}


@pytest.mark.parametrize(
    ("source", "search", "kind"),
    [
        ("a*b", True, "square"),
        ("a*b", False, None),
        ("^a*b", True, None),
        ("(?<!a)a++b", True, None),
        ("a(?<!aa)a*+b", True, None),
        ("a(?<!a.)a*+b", True, None),
        ("a++", True, None),
        ("ab+c", True, None),
        ("(ab)+c", True, "square"),
        ("(?=a*b)c", True, "square"),
        ("a*a*b", False, "square"),
        ("(?>a*)a*b", False, None),
        ("a*+a*b", False, None),
        (r"\[[^\]]*\]", True, "square"),
        (r"\[[^\]\[]*\]", True, None),
        (r"\s*,?\s*\Z", False, "square"),
        (r"\s*+,?\s*+\Z", False, None),
        ("[^,]*,|[^,]+", False, None),
        ("(a*)*b", False, "power"),
        ("(a|a)*b", False, "power"),
        ("(?:a|b)*c", False, None),
        ("(a+)+$", False, "power"),
        ("(?:a{1,5})*b", False, "power"),
        ("(?:a|ab|b)*c", False, "power"),
        ("(?:a|ab|b)*+c", False, None),
        ("a{1,5}b", True, None),
    ],
)
def test_what_the_automaton_says(source: str, search: bool, kind: str | None) -> None:
    found = findings(source, search=search)
    assert (found.kind if found else None) == kind


def test_too_large_is_said() -> None:
    with pytest.raises(TooLargeError):
        findings("(?:" + "|".join(f"{chr(code)}a" for code in range(0x4E00, 0x5000)) + ")*a")


def test_no_expression_can_blow_up() -> None:
    places = {
        expression.place.removeprefix("cleaner.").removeprefix("filters."): finding
        for expression, finding in blow_ups()
    }
    unexplained = {name: found for name, found in places.items() if name not in EXPLAINED}
    assert not unexplained, f"python -m tests.hostile.expressions says more: {unexplained}"
