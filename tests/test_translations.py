"""Every text of the program is in the translation file, in German, and no text goes around it."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from padviewer.core.readers import FORMATS

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "assets" / "translations" / "make_translations.py"


def load_script():
    spec = importlib.util.spec_from_file_location("make_translations", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_translations"] = module
    spec.loader.exec_module(module)
    return module


make = load_script()
SOURCES = make.collect()
GERMAN = make.read()
UPDATE = "Run: python assets/translations/make_translations.py"


def fields(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


# -- the file --------------------------------------------------------------------------------------
def test_the_file_holds_exactly_the_texts_of_the_source():
    missing = sorted(set(SOURCES) - set(GERMAN))
    gone = sorted(set(GERMAN) - set(SOURCES))
    assert (missing, gone) == ([], []), UPDATE


def test_the_file_is_as_the_script_writes_it():
    assert make.TS.read_text("utf-8") == make.written(SOURCES, GERMAN), UPDATE


def test_every_text_is_in_german():
    assert not [text.source for text in sorted(SOURCES) if not GERMAN.get(text)]


def test_a_translation_has_the_fields_of_its_text():
    assert GERMAN
    odd = []
    for text, forms in GERMAN.items():
        for form in forms:
            wanted, found = fields(text.source), fields(form)
            if text.one and form is forms[0]:
                wanted = fields(text.one)
            if wanted != found:
                odd.append((text.source, form))
    assert not odd


def test_a_counted_text_has_two_forms_and_another_one():
    assert not [t.source for t, forms in GERMAN.items() if forms and len(forms) != (2 if t.one else 1)]


def test_a_translation_begins_and_ends_as_its_text_does():
    """A space at an end, a full stop or a colon that is lost shows where two texts meet."""
    odd = []
    for text, forms in GERMAN.items():
        for form in forms:
            ends = [re.search(r"[.:…]?\s*$", words)[0] for words in (text.source, form)]
            starts = [re.match(r"\s*", words)[0] for words in (text.source, form)]
            if ends[0] != ends[1] or starts[0] != starts[1]:
                odd.append((text.source, form))
    assert not odd


def test_qt_finds_no_place_for_a_count_of_its_own():
    """Qt would put the count in the place of %n."""
    assert not [text for text in SOURCES if re.search(r"%L?n", text.source + text.one)]
    assert not [form for forms in GERMAN.values() for form in forms if re.search(r"%L?n", form)]


def test_the_compiled_file_is_made_of_the_other(tmp_path):
    make.compile_to(tmp_path / "again.qm")
    assert make.QM.read_bytes() == (tmp_path / "again.qm").read_bytes(), UPDATE


def test_the_compiled_file_says_what_the_other_does(qapp):
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(make.QM))
    for text, forms in GERMAN.items():
        if not forms:
            continue
        if text.one:
            said = tuple(translator.translate(make.CONTEXT, text.source, text.one, n) for n in (1, 2))
        else:
            said = (translator.translate(make.CONTEXT, text.source),)
        assert said == forms


def test_the_check_of_the_script_agrees():
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


# -- the collector ---------------------------------------------------------------------------------
def test_the_collector_reads_every_function_that_takes_a_text():
    source = """
tr("a {x}", x=1)
words.tr("b")
tr("c" if x else "d")
tr(NAMES[key])
mark("e")
say(template="f {y}", y=2)
tr_count("{count} g", "{count} gs", n)
say_count("{count} h", "{count} hs", n, where=say("i"))
ActionSpec("open", "Open it", "Open a file", ("Ctrl+O",), "open")
ActionSpec("quit", text="Leave", tooltip="")
other("not this")
"""
    found = {text for text, _ in make.texts_of(source)}
    single = {"a {x}", "b", "c", "d", "e", "f {y}", "i", "Open it", "Open a file", "Leave"}
    counted = {make.Text("{count} gs", "{count} g"), make.Text("{count} hs", "{count} h")}
    assert found == {make.Text(words) for words in single} | counted


def test_a_counted_text_that_is_no_literal_is_refused():
    with pytest.raises(ValueError, match="Line 1: both texts of tr_count"):
        list(make.texts_of('tr_count(one, "{count} rows", n)'))


def test_what_is_written_is_read_back(tmp_path):
    texts = {
        make.Text("a <b> & “c”"): [make.Place("x.py", 1)],
        make.Text("{count} rows", "{count} row"): [make.Place("x.py", 2)],
        make.Text("new"): [make.Place("y.py", 3)],
    }
    said = {
        make.Text("a <b> & “c”"): ("A <b> & „c“",),
        make.Text("{count} rows", "{count} row"): ("{count} Zeile", "{count} Zeilen"),
        make.Text("gone"): ("weg",),
    }
    path = tmp_path / "one.ts"
    path.write_text(make.written(texts, said), "utf-8")
    kept = make.read(path)
    assert kept[make.Text("new")] == ()
    assert make.Text("gone") not in kept
    assert {text: forms for text, forms in kept.items() if forms} == {
        text: forms for text, forms in said.items() if text.source != "gone"
    }


# -- texts that go around it -----------------------------------------------------------------------
# The argument of each call that a person reads or hears.
SHOWN = {
    "setText": 0, "setToolTip": 0, "setStatusTip": 0, "setWhatsThis": 0, "setWindowTitle": 0, "setTitle": 0,
    "setAccessibleName": 0, "setAccessibleDescription": 0, "setPlaceholderText": 0, "setItemText": 1,
    "setTabText": 1, "setInformativeText": 0, "setSuffix": 0, "setPrefix": 0, "showMessage": 0,
    "addTab": 1, "addItem": 0, "addAction": 0, "addMenu": 0, "setTabToolTip": 1,
    "QLabel": 0, "QAction": 0, "QPushButton": 0, "QCheckBox": 0, "QRadioButton": 0, "QGroupBox": 0,
    "QMenu": 0, "Button": 0, "IconButton": 1, "ElidedLabel": 0, "Fold": 0, "FormRow": 0, "Field": 0,
    "Choice": 0, "Segmented": 0, "NumberRow": 0, "StatusFact": 0, "BannerNote": 1, "Work": 1, "Refusal": 0,
    "say": 0, "set_text": 0, "set_value": 0, "set_note": 0, "set_message": 0, "set_error": 0, "set_label": 0,
    "getOpenFileName": 1, "getSaveFileName": 1, "getExistingDirectory": 1, "text_width": 0,
}  # fmt: skip
DRAWN = 2  # drawing.text(painter, rect, words, …)
SAYS = {"tr", "tr_count", "mark", "say_count"}
JOBS = {"submit", "call", "run", "stop", "cancel"}  # their first argument names a channel
NAMES = {"PadViewer", "English", "Deutsch", "Aa", "“a”"}  # the same in every language
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
CODE = {"theme.py", "tokens.py", "fonts.py"}  # files whose strings with spaces are style sheets and fonts
BESIDE_TRACEBACKS = {"exit code", "\nended with  \n", "\n(no message: )"}  # English, as those are

# What the core calls a format, and a key of what was guessed: looked up, and shown as they are
KEYS = {one.name for one in FORMATS} | {"other tables"}


def literal_words(node):
    """Return the letters that stand in the source as a literal: of a string or the words of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    if isinstance(node, ast.IfExp):
        return literal_words(node.body) + literal_words(node.orelse)
    if isinstance(node, ast.BoolOp):
        return "".join(literal_words(one) for one in node.values)
    if isinstance(node, ast.BinOp):
        return literal_words(node.left) + literal_words(node.right)
    return ""


def is_code(words):
    """Tell whether a string is a program that imports something."""
    try:
        tree = ast.parse(words)
    except (SyntaxError, ValueError):
        return False
    return any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))


def called(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def inside(nodes):
    return {id(one) for node in nodes for one in ast.walk(node)}


def untold(source, *, code=False):
    """Return the lines and words of a file of the window that are not said through tr and its like."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = []
    for call in calls:
        name = called(call)
        at = SHOWN.get(name)
        if name == "say" and not isinstance(call.func, ast.Attribute):
            at = None  # a sentence of the core
        if name == "text" and getattr(getattr(call.func, "value", None), "id", "") == "drawing":
            at = DRAWN
        if at is not None and at < len(call.args):
            words = literal_words(call.args[at])
            if re.search(r"[A-Za-z]", re.sub("|".join(NAMES), "", words)):
                found.append((call.lineno, words))
    if not code:
        said = inside(call for call in calls if called(call) in SAYS or called(call) in make.SINGLE)
        said |= inside(node for node in ast.walk(tree) if isinstance(node, ast.Raise | ast.Assert))
        said |= inside(
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # docstrings
        )
        said |= inside(call.args[0] for call in calls if called(call) in JOBS and call.args)
        said |= inside(
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and "CHANNEL" in getattr(node.targets[0], "id", "")
        )
        said |= {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            words = literal_words(node) if isinstance(node, ast.Constant | ast.JoinedStr) else ""
            if (
                id(node) not in said
                and SENTENCE.search(words)
                and words not in BESIDE_TRACEBACKS | KEYS
                and not is_code(words)
            ):
                found.append((node.lineno, words))
    return sorted(set(found))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "padviewer" / "gui").rglob("*.py")), ids=lambda path: "/".join(path.parts[-2:])
)
def test_no_text_goes_around_the_translation(path):
    assert untold(path.read_text("utf-8"), code=path.name in CODE) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Rows")',
        'label.setToolTip(f"{n} rows")',
        'label.setText("Rows" if many else tr("Row"))',
        'QAction("Open", parent)',
        'Button("Close")',
        'drawing.text(painter, rect, "Total", "body", "t2")',
        'tabs.addTab(page, "Mask")',
        'self.failed.emit("Nothing was written")',
        'NAMES = ("Steps kept", "Rows cut")',
        'words = said + " so far" + more + "of all"',
        'note.say(f"Still {value}.")',
    ],
)  # fmt: skip
def test_the_gate_finds_a_text_that_goes_around(line):
    assert untold(line)


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(tr("All rows"))',
        'label.setText(tr("All rows") if all else f"{rows} · {cols}")',
        'drawing.text(painter, rect, words, "mono small", "t2")'.replace("mono small", "mono"),
        'Button(tr("Open a file"), "primary", "open")',
        'raise ValueError("Actions and callbacks differ")',
        'title.setText("PadViewer")',
        'def f():\n    """Return the rows of it."""',
    ],
)
def test_the_gate_lets_the_right_ones_pass(line):
    assert untold(line) == []
