"""Every template's form: a row for each parameter, its value, and what the person enters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from padviewer.core.model.templates.table import TEMPLATES, template
from padviewer.gui.panels.model.panel import TemplateForm, number
from padviewer.gui.widgets.buttons import Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.labels import ElidedLabel


@pytest.fixture
def form(qtbot):
    made = TemplateForm()
    qtbot.addWidget(made)
    made.resize(280, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("one", TEMPLATES, ids=lambda one: one.key)
def test_every_parameter_has_a_row_with_its_name_at_280_pixels(form, one):
    form.set_values(one, one.checked({}))
    assert list(form.rows()) == [parameter.key for parameter in one.parameters]
    labels = [label for label in form.findChildren(ElidedLabel) if label.isVisible()]
    assert [label.text() for label in labels] == [parameter.title for parameter in one.parameters]
    assert not any(label.is_elided() for label in labels)
    stops = [
        stop.accessibleName().partition(",")[0]  # a flag says its choice too
        for stop in form.findChildren(QWidget)
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus and not stop.focusProxy()
    ]
    assert stops == [parameter.title for parameter in one.parameters]


def test_what_is_entered_is_told_with_its_type(form, qtbot):
    form.set_values(template("embedding_rnn"), template("embedding_rnn").checked({}))
    edit = form.rows()["output_dim"].findChild(QLineEdit)
    assert edit.text() == "64"
    for text, value in (("1,024", 1024), ("many", "many")):
        edit.setText(text)
        with qtbot.waitSignal(form.changed) as told:
            QTest.keyClick(edit, Qt.Key.Key_Return)
        assert told.args == ["output_dim", value]
    flag = form.rows()["mask_zero"].findChild(Segmented)
    assert flag.key() == "on"
    with qtbot.waitSignal(form.changed) as told:
        QTest.keyClick(flag, Qt.Key.Key_Right)
    assert told.args == ["mask_zero", False]
    cell = form.rows()["cell"].findChild(Choice)
    with qtbot.waitSignal(form.changed) as told:
        QTest.keyClick(cell, Qt.Key.Key_Down)
    assert told.args == ["cell", "GRU"]


def test_an_error_stands_beneath_its_field_until_a_value_is_set(form):
    one = template("embedding_rnn")
    form.set_values(one, one.checked({}))
    form.set_error("output_dim", "Embedding size must be a whole number.")
    form.set_error("no_such", "Nothing.")
    assert form.rows()["output_dim"].error() == "Embedding size must be a whole number."
    form.set_values(one, one.checked({"output_dim": 8, "mask_zero": False, "cell": "GRU"}))
    assert form.rows()["output_dim"].error() == ""
    assert form.rows()["output_dim"].findChild(QLineEdit).text() == "8"
    assert form.rows()["mask_zero"].findChild(Segmented).key() == "off"
    assert form.rows()["cell"].findChild(Choice).key() == "GRU"


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("-0.5", -0.5), ("−3", -3), ("1,024", 1024), ("", ""), ("x", "x")]
)
def test_number(text, value):
    assert number(text) == value
    assert type(number(text)) is type(value)
