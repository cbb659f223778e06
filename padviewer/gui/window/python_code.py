"""Python code within a sentence: found, and written on lines of its own."""

from __future__ import annotations

import ast
import builtins
import re

_BLOCKS = (ast.Import, ast.ImportFrom)
_KNOWN = {"np", *dir(builtins)}
LONG_LINE = 72


def split_code(remedy: str) -> tuple[str, str]:
    r"""Return a remedy without the code at its end, and the code as lines that run as they are.

    Parameters
    ----------
    remedy : str
        Such as ``"Convert it: rows = np.load('a.npy'); np.save('b.npy', rows)"``.

    Returns
    -------
    str, str
        The words, and the code with the import of numpy that it needs; the code is empty where there is
        none that runs by itself.

    Examples
    --------
    >>> split_code("Save it: np.save('a.npy', [1])")
    ('Save it.', "import numpy as np\nnp.save('a.npy', [1])")
    """
    for found in re.finditer(r":\s", remedy):
        words, code = remedy[: found.start()], remedy[found.end() :].rstrip(". ")
        try:
            tree = ast.parse(code)
        except SyntaxError:
            continue
        if _runs(tree):
            lines = [_laid_out(code, statement) for statement in tree.body]
            imports = any(isinstance(node, _BLOCKS) for node in tree.body)
            head = ["import numpy as np"] if "np." in code and not imports else []
            return f"{words}.", "\n".join([*head, *lines])
    return remedy, ""


def _runs(tree: ast.Module) -> bool:
    """Whether it calls something and uses no name that it does not make."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    used = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    return used <= made | _KNOWN and any(isinstance(node, ast.Call) for node in ast.walk(tree))


def _laid_out(code: str, statement: ast.stmt) -> str:
    """Return a statement as it was written, a long call with each argument on its own line."""
    line = ast.get_source_segment(code, statement) or ast.unparse(statement)
    if len(line) <= LONG_LINE or not isinstance(statement, ast.Expr):
        return line
    call = statement.value
    if not isinstance(call, ast.Call):
        return line
    given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    given.sort(key=lambda one: (one.lineno, one.col_offset))
    parts = [ast.get_source_segment(code, one) for one in given]
    inner = "".join(f"    {part},\n" for part in parts)
    return f"{ast.get_source_segment(code, call.func)}(\n{inner})"
