"""Faces made of signs: ``(｡•́︿•̀｡)``, ``_(:з」∠)_``. What looks like a mark in them is none."""

from __future__ import annotations

from cleaner.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What eyes and mouths are made of, and little else between brackets.
_EYES = "⊙ω▽□〃≧≦ε╯╰∀◕‿﹏￣◎°•ಠД╥♥ʘʖ๑ᴗ˘˃˂⌒σ≖╬ꈍᵔᵕ︿︶︵"
# Anything else that is neither Chinese, a number nor a word goes with them, and letters that are
# round or pointed. Segmentation sets signs apart, hence the length.
_PARTS = r"oOTQuvVxXdbpqmwзДノヽつづっツシ_\W"
_FACE = lazy(
    rf"[(（](?![0-9A-NP-Z\u3400-\u9fff])(?:(?=[^()（）\n]{{0,16}}[{_EYES}])(?:(?![()（），。；！？\n])[{_PARTS}{_EYES}]){{1,32}}"
    r"| ?: ?з ?[」」] ?∠ ?)[)）]"
)
# (╯°□°)╯︵ ┻━┻ and o(︶︿︶)o, with or without brackets.
_SIGNS = lazy("[╯╰┻ω▽°◕]|([︵︶]) ?[^ \u2e80-\u9fff] ?\\1")


def faces(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the faces in brackets of ``line``."""
    if "(" in line or "（" in line:
        for match in _FACE.finditer(line):
            yield match.span()


def has_face(line: str) -> bool:
    """Return whether ``line`` has a face, in brackets or without."""
    return _SIGNS.search(line) is not None or next(faces(line), None) is not None
