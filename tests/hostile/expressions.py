"""All regular expressions of the package, with how each is used.

    python -m tests.hostile.expressions         list those that can blow up, and try it

Expressions are written at the top of modules, or put together from dictionaries when they are first
needed. So the package is run in a process of its own, in which making an expression leaves a note.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import pkgutil
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, NamedTuple

import cleaner
from cleaner import patterns
from tests.hostile.ambiguity import Finding, findings
from tests.hostile.classes import TooLargeError

_ROOT = Path(cleaner.__file__).parent
_PINNED = ("match", "fullmatch")


class Expression(NamedTuple):
    """An expression: the module and the name (or function) that it belongs to."""

    place: str
    source: str | bytes
    flags: int
    search: bool
    whole: bool


def collect() -> list[Expression]:
    """Return the expressions of the package, from a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from tests.hostile.expressions import _tell; _tell()"],
        cwd=_ROOT.parent,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        errors="surrogatepass",
    )
    found: dict[Expression, None] = {}
    for module, line, source, flags, is_bytes in json.loads(done.stdout):
        name, at_top = _name_of(module, line)
        used = {"search"}
        if at_top:
            used = _uses().get((module, name), set()) | _uses().get(("", name), set()) or used
        text = source.encode("latin-1") if is_bytes else source
        place = f"{module}:{name}"
        search = not used <= set(_PINNED)
        found[Expression(place, text, flags, search, "fullmatch" in used)] = None
    return list(found)


def _tell() -> None:
    """Run in a process of its own: note each expression made by the package, print them as JSON."""
    notes: list[tuple[str, int, str, int, bool]] = []
    compile_, lazy = re._compile, patterns.lazy  # type: ignore[attr-defined]

    def note(source: Any, flags: Any) -> None:
        frame = sys._getframe(2)
        while frame.f_globals["__name__"] in ("re", "cleaner.patterns") and frame.f_back:
            if frame.f_code.co_name == "__getattr__":
                return  # the first use of one that has been noted
            frame = frame.f_back
        module = frame.f_globals["__name__"]
        if module.startswith("cleaner.") and isinstance(source, (str, bytes)):
            text = source if isinstance(source, str) else source.decode("latin-1")
            notes.append((module, frame.f_lineno, text, int(flags), isinstance(source, bytes)))

    def noted_compile(source: Any, flags: Any) -> Any:
        note(source, flags)
        return compile_(source, flags)

    def noted_lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        note(source, flags)
        return lazy(source, flags)

    re._compile = noted_compile  # type: ignore[attr-defined]
    patterns.lazy = noted_lazy
    for module in pkgutil.walk_packages([str(_ROOT)], "cleaner."):
        if module.name not in ("cleaner.__main__",):
            try:
                importlib.import_module(module.name)
            except ImportError:
                continue  # it needs an extra that is not installed
    pages = [path.read_bytes() for path in sorted(_ROOT.parent.glob("tests/golden/*.txt"))]
    for settings in ({}, {"mojibake": True, "quotes": "mainland"}):
        cleaner_ = cleaner.Cleaner(**settings)
        for page in pages:
            cleaner_.clean(page)
    json.dump(notes, sys.stdout)


@cache
def _tree(module: str) -> ast.Module:
    found = importlib.util.find_spec(module)
    assert found is not None and found.origin is not None
    return ast.parse(Path(found.origin).read_text(encoding="utf-8"))


def _name_of(module: str, line: int) -> tuple[str, bool]:
    """Return the name that line ``line`` of a module is about, and whether it is a constant."""
    for node in _tree(module).body:
        if node.lineno <= line <= (node.end_lineno or node.lineno):
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                if isinstance(target, ast.Name):
                    return target.id, isinstance(node.value, ast.Call)
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                return node.name, False
    return f"line {line}", False


@cache
def _uses() -> dict[tuple[str, str], set[str]]:
    """Return the methods called on each name of each module; a bare use counts as ``search``.

    A use from another module (``shapes.DATE.match``) counts for every module with the name ``""``.
    """
    uses: dict[tuple[str, str], set[str]] = {}
    for path in _ROOT.rglob("*.py"):
        module = ".".join(("cleaner", *path.relative_to(_ROOT).with_suffix("").parts))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parents = {
            id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
        }
        imported = {
            name.asname or name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        }
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Name, ast.Attribute)) or isinstance(node.ctx, ast.Store):
                continue
            above = parents.get(id(node))
            method = above.attr if isinstance(above, ast.Attribute) else "search"
            if isinstance(node, ast.Attribute):
                uses.setdefault(("", node.attr), set()).add(method)
            else:
                place = "" if node.id in imported else module
                uses.setdefault((place, node.id), set()).add(method)
    return uses


def blow_ups() -> Iterator[tuple[Expression, Finding | None]]:
    """Yield each expression that can blow up and how; None: it was too large to be looked at."""
    for expression in collect():
        try:
            found = findings(
                expression.source,
                expression.flags,
                search=expression.search,
                whole=expression.whole,
            )
        except TooLargeError:
            yield expression, None
            continue
        if found is not None:
            yield expression, found


def attack(expression: Expression, finding: Finding) -> float:
    """Return how many times as long twice as much text takes: 2 is linear, 4 the square.

    The text grows until it takes long enough to be measured; 1 when it never does.
    """
    pattern = re.compile(expression.source, expression.flags)
    methods = ["search" if expression.search else "match", *["fullmatch"] * expression.whole]
    worst = 1.0
    for method in methods:
        for end in ("", "\0", "!", "我"):
            before = 0.0
            for doubling in range(2, 14):
                copies = 2**doubling // len(finding.pump) + 1
                if finding.kind == "power":
                    copies = 6 + 2 * doubling
                text: Any = finding.prefix + finding.pump * copies + end
                if isinstance(expression.source, bytes):
                    text = text.encode("latin-1", "replace")
                begin = time.process_time()
                getattr(pattern, method)(text)
                spent = time.process_time() - begin
                if before > 1e-3:
                    worst = max(worst, spent / before)
                if spent > 0.02:
                    break
                before = spent
    return worst


def main() -> int:
    every = collect()
    print(f"{len(every)} expressions")
    for expression, finding in blow_ups():
        what = "too large" if finding is None else f"{finding.kind} on {finding[1:]}"
        ratio = "" if finding is None else f", measured {attack(expression, finding):.1f}"
        print(f"{expression.place}: {what}{ratio}")
        print(f"    {'search' if expression.search else 'match'} {expression.source[:300]!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
