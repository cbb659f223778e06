"""One way from column to tensor: offsets are added to, subtracted from or differenced in few places."""

import ast
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = {
    "padviewer.core.padding.plan": "it is the place that knows where each value goes",
    "padviewer.core.padding.slots": "plan.py's geometry",
    "padviewer.core.padding.tensor_plan": "plan.py's tensors: where their rows begin and end",
    "padviewer.core.padding.kernels": "the plan's compiled loops",
    "padviewer.core.data.ragged": "the type itself: lengths from offsets, slices of rows, joining pieces",
    "padviewer.core.store.column": "appends pieces: their offsets start where the committed values end",
    "padviewer.core.readers.*": "turn what a file says of its rows into offsets from 0",
}


def is_offsets(node, aliases=frozenset()):
    """Tell whether an expression is an array of offsets, or an element or slice of one."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        return node.id.endswith("offsets") or node.id in aliases
    return isinstance(node, ast.Attribute) and node.attr.endswith("offsets")


def aliases_of(function):
    """Return the names a function gives to offsets: o = r.offsets; a, b = offsets[i], offsets[j]."""
    names = set()
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign | ast.NamedExpr | ast.AnnAssign) or node.value is None:
            continue
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            names |= {t.id for t, value in pairs if isinstance(t, ast.Name) and is_offsets(value)}
    return names


def offset_arithmetic(source):
    """Return the line numbers of a source where offsets are added to, subtracted from or differenced."""
    lines = set()

    def visit(node, aliases):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            aliases = aliases | aliases_of(node)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            operands = [node.left, node.right]
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
            operands = [node.target, node.value]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {
            "diff",
            "subtract",
            "add",
        }:
            operands = node.args
        elif isinstance(node, ast.Subscript) and is_offsets(node.value, aliases):
            steps = [n for n in ast.walk(node.slice) if isinstance(n, ast.BinOp)]
            operands = [node.value] if any(isinstance(n.op, ast.Add | ast.Sub) for n in steps) else []
        else:
            operands = []
        if any(is_offsets(operand, aliases) for operand in operands):
            lines.add(node.lineno)
        for child in ast.iter_child_nodes(node):
            visit(child, aliases)

    visit(ast.parse(source), frozenset())
    return sorted(lines)


def test_offset_arithmetic_stays_in_its_places():
    said = []
    for path in sorted((ROOT / "padviewer").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not any(fnmatchcase(module, pattern) for pattern in ALLOWED):
            said += [f"{module}, line {line}" for line in offset_arithmetic(path.read_text("utf-8"))]
    assert not said, f"ask the plan (slots, cells, locate) or Ragged (lengths, slices) instead: {said}"


@pytest.mark.parametrize(
    "line",
    [
        "offsets[1:] - offsets[:-1]",
        "np.diff(ragged.offsets)",
        "values[self.offsets[row] + step]",
        "ragged.offsets[row + 1]",
        "row_offsets -= row_offsets[0]",
        "start = column.offsets[row]\n    return values[start + 3]",
        "a, b = offsets[i], offsets[j]\n    return b - a",
        "o = ragged.offsets\n    return o[1:] - o[:-1]",
    ],
)
def test_offset_arithmetic_is_seen(line):
    assert offset_arithmetic(f"def f():\n    {line}\n")


@pytest.mark.parametrize(
    "line", ["offsets[row]", "ragged.lengths + 1", "Ragged(values, offsets)", "n - len(offsets)"]
)
def test_other_arithmetic_is_left_alone(line):
    assert not offset_arithmetic(f"def f():\n    {line}\n")
