"""Every import of every source file, read from its syntax."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Import:
    """One imported name, and whether it is imported when the file is."""

    name: str
    line: int
    at_top: bool


def is_type_checking(node):
    """Tell whether an `if` asks for TYPE_CHECKING."""
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def imports_of(module, source, is_package=False):
    """Return every import of a file: statements at any depth, import_module("…") and __import__("…")."""
    found = []

    def visit(node, at_top):
        if isinstance(node, ast.Import):
            found.extend(Import(alias.name, node.lineno, at_top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".") + ([""] if is_package else [])
                base = ".".join([*parts[: -node.level], *filter(None, [base])])
            found.extend(Import(f"{base}.{alias.name}", node.lineno, at_top) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {
            "import_module",
            "__import__",
        }:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.append(Import(first.value, node.lineno, at_top))
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or is_type_checking(
            node
        )
        for child in ast.iter_child_nodes(node):
            visit(child, at_top and not inside)

    visit(ast.parse(source), at_top=True)
    return found


def below(name, prefixes):
    """Tell whether a dotted name is one of the prefixes or stands below one."""
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def is_bare(name):
    """Tell whether a name is the package itself or a dunder of it: its version."""
    return name == "padviewer" or name.startswith("padviewer.__")


def module_name(path):
    """Return the dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


SOURCES = sorted((ROOT / "padviewer").rglob("*.py"))


def modules_imported(sources):
    """Return which of the others each module imports at its top; given are (name, source, is a package)."""
    names = {name for name, _, _ in sources}
    graph = {}
    for name, source, is_package in sources:
        heads = set()
        for item in imports_of(name, source, is_package):
            parts = item.name.split(".")
            ends = (".".join(parts[:at]) for at in range(len(parts), 1, -1))
            heads |= {next((end for end in ends if end in names), name)} if item.at_top else set()
        graph[name] = heads - {name}
    return graph
