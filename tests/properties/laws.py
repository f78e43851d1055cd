"""What must hold of any text, as functions that return None or say what went wrong.

The same laws that ``test_whole.py`` asks of hypothesis' examples, for the runs of millions of
``python -m tests.properties``. All laws of a page share its first cleaning: they are asked of what
cleaning gives, and the fewer cleanings an example takes the more examples an hour holds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from cleaner import Cleaner

CHOICES: tuple[dict[str, Any], ...] = (
    {},
    {"segment": False},
    {"segment": False, "keep_metadata": True, "quotes": "mainland"},
    {"keep_chrome": True},
)
#: Takes a cleaner, a text, and what the cleaner makes of it.
Law = Callable[[Cleaner, str, str], str | None]


@cache
def cleaner(number: int) -> Cleaner:
    return Cleaner(**CHOICES[number])


@lru_cache(maxsize=1)
def _plain(number: int, text: str) -> str:
    return cleaner(number).clean(text)


def total(cleaner: Cleaner, text: str, plain: str) -> str | None:
    """Any text, and its bytes read without a word about their encoding, give valid UTF-8."""
    plain.encode("utf-8")
    cleaner.clean(text.encode("gb18030", "surrogatepass")).encode("utf-8")
    return None


def steady(cleaner: Cleaner, text: str, plain: str) -> str | None:
    """Cleaning clean text changes nothing."""
    again = cleaner.clean(plain)
    return None if plain == again else f"{plain!r} becomes {again!r}"


def recorded(cleaner: Cleaner, text: str, plain: str) -> str | None:
    """The text is the same when an account is kept, and the account adds up."""
    result = cleaner.process(text)
    if result.text != plain:
        return f"recorded {result.text!r}, unrecorded {plain!r}"
    assert result.ledger is not None
    if result.ledger.replay(text) != plain or result.ledger.revert(plain) != text:
        return "the ledger does not lead there and back"
    done, parts = 0, []
    for change in result.edits:
        parts += [text[done : change.start], change.after]
        done = change.end
    return None if "".join([*parts, text[done:]]) == plain else "the changes do not add up"


def alone(cleaner: Cleaner, text: str, plain: str) -> str | None:
    """A document is cleaned alike by another cleaner, in a batch, after a document like it."""
    *_, result = Cleaner(cleaner.settings).batch([text[::-1], "", text])
    return None if result.text == plain else f"{plain!r} is not {result.text!r}"


LAWS: dict[str, Law] = {"total": total, "steady": steady, "recorded": recorded, "alone": alone}


def broken(law: str, number: int, text: str) -> str | None:
    """Return what is wrong with ``text`` under the options ``CHOICES[number]``; an error counts."""
    try:
        return LAWS[law](cleaner(number), text, _plain(number, text))
    except Exception as error:  # any exception is a finding: cleaning raises none
        return f"{type(error).__name__}: {error}"
