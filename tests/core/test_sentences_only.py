"""Every text of an error or a finding is made by `say`, so that the window can say it in another language."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "padviewer"
FILES = sorted(file for part in ("core", "models", "workers") for file in (PACKAGE / part).rglob("*.py"))
ERRORS = {
    "PadViewerError",
    "ContentError",
    "UnsafeError",
    "PathError",
    "LossError",
    "MissingExtraError",
    "ChoiceError",
}
PLACES = {**dict.fromkeys(ERRORS, (1,)), "Stopped": (0,), "Finding": (2, 5)}
KEYS = {"what", "remedy", "message"}


def name_of(call):
    """Return the last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def shown(call):
    """Yield what a call gives as text for a person."""
    places = PLACES.get(name_of(call))
    if places is not None:
        yield from (call.args[at] for at in places if at < len(call.args))
        yield from (one.value for one in call.keywords if one.arg in KEYS)


def is_pieced(node):
    """Tell whether a text is written out or put together there instead of said."""
    if isinstance(node, ast.IfExp):
        return is_pieced(node.body) or is_pieced(node.orelse)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and node.value != ""
    if isinstance(node, ast.Call):
        return name_of(node) in {"format", "join", "replace"}
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def given(function, name):
    """Return what a function assigns to a name."""
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
    ]


def pieced_lines(source):
    """Return the lines where an error or a finding gets a text that is no sentence."""
    tree, lines = ast.parse(source), set()
    scopes = [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]
    for scope in scopes:
        for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
            for text in shown(call):
                texts = given(scope, text.id) if isinstance(text, ast.Name) and scope is not tree else [text]
                lines |= {one.lineno for one in texts if is_pieced(one)}
    return sorted(lines)


def templates(tree):
    """Yield (line, node) of what `say` and `say_count` take as templates."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and name_of(call) in {"say", "say_count"}:
            for text in call.args[: 1 if name_of(call) == "say" else 2]:
                yield call.lineno, text


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_errors_and_findings_are_said(file):
    assert pieced_lines(file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_templates_are_literals(file):
    tree = ast.parse(file.read_text("utf-8"))
    assert [line for line, text in templates(tree) if not isinstance(text, ast.Constant)] == []


@pytest.mark.parametrize(
    "source",
    [
        'raise ContentError("a", f"{x} is b.")',
        'raise errors.PathError("a", say("b"), remedy="Do " + c)',
        'raise ChoiceError("a", "b")',
        'Stopped("%s ended" % x)',
        'Finding("info", "a", "{} b".format(x))',
        'Finding("info", "a", say("b"), 1, (), "c" if d else "")',
        'def f():\n    what = "a"\n    raise UnsafeError("b", what)',
    ],
)
def test_a_text_in_pieces_is_found(source):
    assert len(pieced_lines(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'raise ContentError("a", say("b {c}", c=f"{d}"), remedy="")',
        'Finding("info", "a", message, 1, (), remedy)',
        'print("a" + b)',
        'def f(what):\n    raise UnsafeError("b", what)',
    ],
)
def test_what_is_said_is_left_alone(source):
    assert pieced_lines(source) == []
