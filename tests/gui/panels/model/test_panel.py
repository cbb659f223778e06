"""The model panel: a stand-in for the model child shows every state; TensorFlow shows the real one."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from padviewer.gui.controller import Controller
from padviewer.gui.panels.model.layers import LayerTable
from padviewer.gui.panels.model.panel import ModelPanel, TemplateForm
from padviewer.gui.tasks.children import Worker
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from tests.gui import accessible

REAL = [sys.executable, "-m", "padviewer.workers.model"]
TOY = """
from padviewer.workers.protocol import WorkerError, serve
def model(name, steps, units):
    layer = {"class": "Dense", "input_shape": [None, steps], "output_shape": [None, units],
             "dtype": "float32", "trainable": True}
    return {"model": {"name": name, "source": "model", "embeddings": [], "findings": [],
                      "inputs": [{"name": "ids", "shape": [None, steps], "dtype": "int32"}],
                      "layers": [{**layer, "name": "dense", "params": 30},
                                 {**layer, "name": "out", "params": None}],
                      "total_params": 30, "trainable_params": 20}, "findings": []}
def build(args, connection):
    if args["parameters"].get("units") == 13:
        raise WorkerError("no-tensorflow", "Models need Keras and TensorFlow; tensorflow is not there.",
                          remedy="Install it.")
    return model("built", args["tensor"]["shape"][1], args["parameters"]["units"])
def open_model(args, connection):
    if "bad" in args["path"]:
        raise WorkerError("not-a-model", "bad.keras is no Keras model.", remedy="Choose a .keras file.")
    return model("opened", 7, 2)
serve({"build": build, "open": open_model}, {"worker": "toy"})
"""


@pytest.fixture
def make(qtbot, data_pool):
    """Return ``make(command)``: a controller and its panel, 312 pixels wide."""
    made = []

    def build(command):
        controller = Controller(data_pool, lambda: Worker("model", command), Jobs())
        panel = ModelPanel(controller)
        qtbot.addWidget(panel)
        panel.resize(312, 700)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        made.append(controller)
        return controller, panel

    yield build
    for controller in made:
        controller.shutdown()


@pytest.fixture
def toy(make):
    return make([sys.executable, "-c", TOY])


def opened(qtbot, controller, tmp_path):
    path = tmp_path / "rows.json"
    path.write_text("[[1, 2, 3], [4, 5]]")
    controller.open(str(path))
    qtbot.waitUntil(lambda: controller.plan is not None and controller.session.source.complete)


def answered(qtbot, controller):
    qtbot.waitUntil(lambda: not controller.model.state.busy)


def said(panel):
    """Return the sentences that can be seen, with their icons."""
    return [(one.text(), one.icon_name()) for one in panel.findChildren(NoteLine) if one.isVisible()]


def button(panel, name, kind=QPushButton):
    (found,) = [one for one in panel.findChildren(kind) if one.accessibleName() == name]
    return found


def name(panel):
    return panel.findChildren(ElidedLabel)[1].text()


def test_before_there_is_a_model(toy, qtbot):
    _, panel = toy
    assert said(panel) == [("Open a model or start from a template.", "")]
    assert not panel.table().isVisible()
    assert not button(panel, "Close the model", QToolButton).isVisible()
    with qtbot.waitSignal(panel.open_requested):
        QTest.keyClick(button(panel, "Open a model"), Qt.Key.Key_Space)


def test_a_template_before_a_file_waits_for_it(toy, qtbot, tmp_path):
    controller, panel = toy
    panel.choose("dense")
    assert not controller.model.state.busy
    assert said(panel) == [("Open a file: the model is built for its rows.", "")]
    opened(qtbot, controller, tmp_path)
    qtbot.waitUntil(lambda: controller.model.state.spec is not None)
    assert name(panel) == "Dense layers"
    unknown = "Padding: not known. The config of built does not tell its layers."
    assert said(panel) == [("Shapes: fit. Takes (None, 3) int32, gets (2, 3)", "ok"), (unknown, "unclear")]


def test_the_menu_offers_what_suits(toy, qtbot, tmp_path):
    controller, panel = toy
    assert [one.key for one in panel.suiting()] == [
        "embedding_rnn", "embedding_conv", "masking_rnn", "dense", "conv2d"
    ]  # fmt: skip
    opened(qtbot, controller, tmp_path)
    menu = button(panel, "Templates").menu()
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()]
    assert titles == ["Embedding, recurrent, dense", "Dense layers"]  # a kernel of 5 needs more than 3 steps
    menu.actions()[1].trigger()
    assert controller.model.state.choice.template == "dense"
    assert not button(panel, "Open a model").isVisible()
    answered(qtbot, controller)


def test_layers_and_totals(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    panel.choose("dense")
    answered(qtbot, controller)
    shown = [(one.name, one.kind, one.inputs, one.outputs, one.params) for one in panel.table().layers()]
    assert shown == [
        ("dense", "Dense", "(None, 3)", "(None, 1)", 30),
        ("out", "Dense", "(None, 3)", "(None, 1)", None),
    ]
    assert accessible.items(panel.table()) == [
        "dense, Dense, in (None, 3), out (None, 1), parameters: 30",
        "out, Dense, in (None, 3), out (None, 1), parameters: –",
        "Total, parameters: 30",
    ]
    assert "Trainable 20 · non-trainable 10" in [one.text() for one in panel.findChildren(ElidedLabel)]


def test_a_parameter_builds_again_and_the_old_table_stays_meanwhile(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    panel.choose("dense")
    answered(qtbot, controller)
    edit = panel.findChild(TemplateForm).rows()["units"].findChild(QLineEdit)
    edit.setText("4")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert controller.model.state.busy
    assert panel.table().layers()[0].outputs == "(None, 1)"
    answered(qtbot, controller)
    assert panel.table().layers()[0].outputs == "(None, 4)"


def test_a_value_that_cannot_be_is_refused_beneath_its_field(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    panel.choose("dense")
    answered(qtbot, controller)
    row = panel.findChild(TemplateForm).rows()["units"]
    edit = row.findChild(QLineEdit)
    edit.setText("0")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert row.error() == "Output units must be a whole number from 1 to 100,000, not 0. Still 1."
    assert controller.model.state.choice.parameters["units"] == 1
    edit.setText("2")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert row.error() == ""
    answered(qtbot, controller)


def test_without_tensorflow_the_panel_says_what_to_do(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    controller.model.choose_template("dense", {"units": 13})
    answered(qtbot, controller)
    words = "Models need Keras and TensorFlow; tensorflow is not there. Install it."
    assert said(panel) == [(words, "error")]
    assert not panel.table().isVisible()


def test_a_file_that_does_not_fit_and_one_that_is_refused(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    controller.model.open("/models/seven.keras")
    assert said(panel) == [("Opening the model …", "")]
    answered(qtbot, controller)
    assert name(panel) == "seven.keras"
    unknown = "Padding: not known. The config of opened does not tell its layers."
    no_fit = "Shapes: do not fit. Takes (None, 7) int32, gets (2, 3)"
    assert said(panel) == [(no_fit, "error"), (unknown, "unclear")]
    assert not panel.findChild(TemplateForm).isVisible()
    controller.model.open("/models/bad.keras")
    answered(qtbot, controller)
    assert said(panel) == [("bad.keras is no Keras model. Choose a .keras file.", "error")]
    assert button(panel, "Open a model").isVisible()


def test_close_takes_the_model_away_and_the_focus_stays_in_the_panel(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    button(panel, "Templates").setFocus()
    panel.choose("dense")
    assert button(panel, "Close the model", QToolButton).hasFocus()
    answered(qtbot, controller)
    QTest.keyClick(button(panel, "Close the model", QToolButton), Qt.Key.Key_Space)
    assert said(panel) == [("Open a model or start from a template.", "")]
    assert name(panel) == ""
    assert button(panel, "Open a model").hasFocus()


def test_every_stop_has_a_name_and_nothing_is_cut_at_312_pixels(toy, qtbot, tmp_path):
    controller, panel = toy
    opened(qtbot, controller, tmp_path)
    panel.choose("dense")
    answered(qtbot, controller)
    stops = [
        one
        for one in panel.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]
    assert len(stops) > 5
    assert [type(one).__name__ for one in stops if not one.accessibleName()] == []
    assert panel.minimumSizeHint().width() <= 312
    assert not [one.text() for one in panel.findChildren(ElidedLabel) if one.isVisible() and one.is_elided()]


@pytest.mark.tensorflow
def test_the_real_totals_are_keras_own(make, qtbot, tmp_path):
    controller, panel = make(REAL)
    opened(qtbot, controller, tmp_path)
    panel.choose("embedding_rnn")
    answered(qtbot, controller)
    assert controller.model.state.problem == ""
    # ids to 5: 6 · 64; an LSTM: 4 · 64 · (64 + 64 + 1); Dense: 64 + 1
    table = panel.findChild(LayerTable)
    assert accessible.items(table) == [
        "x, InputLayer, in (None, 3), out (None, 3), parameters: 0",
        "embedding, Embedding, in (None, 3), out (None, 3, 64), parameters: 384",
        "lstm, LSTM, in (None, 3, 64), out (None, 64), parameters: 33,024",
        "output, Dense, in (None, 64), out (None, 1), parameters: 65",
        "Total, parameters: 33,473",
    ]
    assert 6 * 64 + 4 * 64 * 129 + 65 == 33_473
    masked = ("Padding: masked. embedding masks it.", "ok")
    assert said(panel) == [("Shapes: fit. Takes (None, 3) int32, gets (2, 3)", "ok"), masked]


@pytest.mark.tensorflow
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_model_that_cannot_be_loaded_shows_its_layers(make, qtbot, tmp_path):
    import keras

    class Own(keras.layers.Layer):
        def call(self, inputs):
            return inputs

    embedding = keras.layers.Embedding(9, 2, mask_zero=True, name="embedding")
    start = keras.Input((None,), dtype="int32", name="x")
    model = keras.Sequential([start, embedding, Own(name="own"), keras.layers.LSTM(2, name="lstm")])
    model.save(tmp_path / "own.keras")
    controller, panel = make(REAL)
    opened(qtbot, controller, tmp_path)
    controller.model.open(str(tmp_path / "own.keras"))
    answered(qtbot, controller)
    assert controller.model.state.problem
    shown = [(one.name, one.kind) for one in panel.table().layers()]
    assert shown == [("embedding", "Embedding"), ("own", "Own"), ("lstm", "LSTM")]
    fits, padding, *_ = said(panel)
    assert fits == ("Shapes: fit. Takes (None, None) int32, gets (2, 3)", "ok")
    assert padding[0].startswith("Padding: not known. own (Own) is its author's own code: the config does")
    assert padding[1] == "unclear"


@pytest.mark.tensorflow
def test_a_mask_that_the_fill_misses_is_said_at_once(make, qtbot, tmp_path):
    controller, panel = make(REAL)
    opened(qtbot, controller, tmp_path)
    panel.choose("embedding_rnn")
    answered(qtbot, controller)
    controller.set_choice("value", value=5)
    answered(qtbot, controller)
    words = "Padding: not masked. embedding masks 0; the fill is 5."
    qtbot.waitUntil(lambda: (words, "warn") in said(panel), timeout=60_000)
    assert "padding-not-masked" in [one.code for one in controller.model.state.findings]
