"""Places of a module where one change makes a program that should fail its tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILTERS = ROOT / "cleaner" / "filters"

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "+",
    ast.FloorDiv: "*",
    ast.Div: "*",
    ast.BitAnd: "|",
    ast.BitOr: "&",
    ast.LShift: ">>",
    ast.RShift: "<<",
}


_TABLE = 40
#: What these names are given changes speed and memory, and no output.
_SPEED = frozenset({"TYPE_CHECKING", "REMEMBERED"})
#: Nor does what these arguments are given: the second is an assertion about two lengths.
_UNSEEN = frozenset({"maxsize", "strict"})


@dataclass(frozen=True)
class Place:
    """A span of a file (offsets in characters) with the text that makes a mutant of it."""

    path: Path
    line: int
    start: int
    end: int
    after: str
    what: str

    @property
    def module(self) -> str:
        """The name of the module."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def filter(self) -> str:
        """The name of the filter that the module is part of."""
        return self.path.relative_to(FILTERS).parts[0].removesuffix(".py")

    def changed(self, text: str) -> str:
        return text[: self.start] + self.after + text[self.end :]

    def source(self) -> str:
        return self.path.read_text(encoding="utf-8").split("\n")[self.line - 1].strip()


def places(path: Path) -> list[Place]:
    """Return the places of the module at ``path``, in order."""
    text = path.read_text(encoding="utf-8")
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    lines = text.split("\n")

    def offset(line: int, column: int) -> int:
        """Return the offset of a place that the parser gives in bytes of UTF-8."""
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    found = []
    for node, after, what in _changes(ast.parse(text)):
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = offset(node.lineno, node.col_offset)
        end = offset(node.end_lineno, node.end_col_offset)
        found.append(Place(path, node.lineno, start, end, after, what))
    return found


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """Yield each expression or statement with what takes its place."""
    for node in _walk(tree):
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                mark = _COMPARISONS[type(operator)]
                yield node, f"({_of(left)}) {mark} ({_of(right)})", f"comparison → {mark}"
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                if not (_is_text(left) or _is_text(right)):
                    mark = _OPERATORS[type(operator)]
                    yield node, f"(({_of(left)}) {mark} ({_of(right)}))", f"operator → {mark}"
            case ast.BoolOp(op=operator, values=values):
                mark = " or " if isinstance(operator, ast.And) else " and "
                joined = mark.join(f"({_of(value)})" for value in values)
                yield node, f"({joined})", f"→{mark.rstrip()}"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield node, f"bool({_of(operand)})", "not dropped"
            case ast.Constant(value=bool() as value):
                yield node, str(not value), f"→ {not value}"
            case ast.Constant(value=int() | float() as number):
                yield node, str(number + 1), f"{number} → {number + 1}"
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                yield test, f"(not ({_of(test)}))", "condition turned round"
            case ast.Break():
                yield node, "continue", "break → continue"
            case ast.Continue():
                yield node, "break", "continue → break"


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what lies in ``node``, without annotations and what type checkers alone read."""
    if isinstance(node, ast.If) and _of(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Assign) and _of(node.targets[0]) in _SPEED:
        return
    if isinstance(node, ast.keyword) and node.arg in _UNSEEN:
        return
    if isinstance(node, ast.Tuple | ast.List | ast.Dict) and _is_table(node):
        return  # data, which is compared with where it came from, row by row
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _walk(child)


def _is_table(node: ast.Tuple | ast.List | ast.Dict) -> bool:
    """Whether the node has more numbers than a program would be given by hand."""
    return sum(isinstance(part, ast.Constant) for part in ast.walk(node)) > _TABLE


def _of(node: ast.AST) -> str:
    return ast.unparse(node)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
    )
