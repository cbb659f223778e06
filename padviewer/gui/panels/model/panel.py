"""The model beside the data: its name, whether the shapes fit, its layers; a template with its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from padviewer.core.errors import ChoiceError
from padviewer.core.model.spec import ModelSpec, Shapes, shape_text
from padviewer.core.model.templates.size import buildable
from padviewer.core.model.templates.table import TEMPLATES, Parameter, Template, template
from padviewer.gui.controller import Controller
from padviewer.gui.panels.model.layers import LayerRow, LayerTable
from padviewer.gui.style import numbers
from padviewer.gui.style.words import told, tr
from padviewer.gui.widgets.buttons import Button, IconButton, Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field, FormRow
from padviewer.gui.widgets.fold import Fold
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from padviewer.gui.widgets.lines_list import OVERHANG

NARROW_ROWS, WIDE_ROWS = 9, 15  # layers and the line of their total
_MARGIN = 16
_SIGNS = {  # of the padding: an icon and the colour of the theme that it is drawn in
    "masked": ("ok", "ok"),
    "partly-masked": ("mask", "warn"),
    "not-masked": ("warn", "warn"),
    "not-known": ("unclear", "unclear"),
    "no-padding": ("ok", "unclear"),
}


class TemplateForm(QWidget):
    """One row for each parameter: a field for a number, a list for a choice, On and Off for a flag.

    Signals
    -------
    changed (str, object)
        A parameter's key and what the person entered: an int, float, bool or str, or the text as it was
        typed where it is no number.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self._rows: dict[str, FormRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def rows(self) -> Mapping[str, FormRow]:
        """Return the rows by their parameters' keys."""
        return self._rows

    def set_values(self, template: Template, values: Mapping[str, Any]) -> None:
        """Show a template's parameters; an entry that stands there with an error is replaced."""
        if template != self._template:
            self._build(template)
        for parameter in template.parameters:
            self._set(parameter, values[parameter.key])

    def set_error(self, key: str, sentence: str) -> None:
        """Show what is wrong with a parameter beneath its control."""
        if key in self._rows:
            self._rows[key].set_error(sentence)

    def _build(self, template: Template) -> None:
        for row in self._rows.values():
            row.hide()  # it is still there until the event that changed the template is over
            self._layout.removeWidget(row)
            row.deleteLater()
        self._template = template
        self._rows = {parameter.key: self._row(parameter) for parameter in template.parameters}
        widest = max(row.label_width() for row in self._rows.values())
        for row in self._rows.values():
            row.set_label_width(widest)
            self._layout.addWidget(row)
            row.show()  # a layout shows what it is given only later, and the focus may be wanted now

    def _row(self, parameter: Parameter) -> FormRow:
        key, title = parameter.key, tr(parameter.title)
        if parameter.kind == "choice":
            choice = Choice(title, [(word, word) for word in parameter.choices])
            choice.activated.connect(lambda _index: self.changed.emit(key, choice.key()))
            return FormRow(title, [choice])
        if parameter.kind == "flag":
            flag = Segmented(title, [("on", tr("On")), ("off", tr("Off"))])
            flag.chosen.connect(lambda word: self.changed.emit(key, word == "on"))
            return FormRow(title, [flag])
        field = Field(title, number=True)
        field.entered.connect(lambda text: self.changed.emit(key, number(text)))
        return field

    def _set(self, parameter: Parameter, value: Any) -> None:
        row = self._rows[parameter.key]
        row.set_error("")
        if isinstance(row, Field):
            row.set_text(numbers.entry(value))
        elif parameter.kind == "flag":
            for flag in row.findChildren(Segmented):
                flag.set_key("on" if value else "off")
        else:
            for choice in row.findChildren(Choice):
                choice.set_key(value)


class ModelPanel(QWidget):
    """What a Keras model makes of the tensors.

    Signals
    -------
    open_requested ()
        A model file is to be chosen.

    Parameters
    ----------
    controller : Controller
    """

    open_requested = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setAccessibleName(tr("Model"))
        self._name = ElidedLabel("", "body", "t3", middle=True)
        self._close = IconButton("close", tr("Close the model"))
        lines = [NoteLine(style="body", edge=2) for _ in range(4)]
        self._hint, self._verdict, self._padding, self._problem = lines
        self._open = Button(tr("Open"), "plain", "open")
        self._open.setAccessibleName(tr("Open a model"))
        self._templates = Button(tr("Templates"), "plain")
        self._menu = QMenu(self._templates)
        self._templates.setMenu(self._menu)
        self._form = TemplateForm()
        self._parameters = Fold(tr("Parameters"), self._form)
        self._table = LayerTable()
        self._table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._totals = ElidedLabel("", "small", "t3")
        self._compose()
        self._open.clicked.connect(self.open_requested)
        self._close.clicked.connect(controller.model.close)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._form.changed.connect(self._on_form_changed)
        controller.model.changed.connect(self._show)
        controller.plan_changed.connect(self._show_suiting)
        self._show()
        self._show_suiting()

    def table(self) -> LayerTable:
        """Return the table of layers."""
        return self._table

    def suiting(self) -> tuple[Template, ...]:
        """Return the templates that can be built for the first tensor; all of them before there is one."""
        plan = self._controller.plan
        if plan is None:
            return TEMPLATES
        tensor = plan.tensors[0]
        shape, dtype = plan.shape(tensor), plan.dtype(tensor).name
        stats = plan.of(tensor).column.known_stats
        ends = (None, None) if stats is None else (stats.minimum, stats.maximum)
        return buildable(shape, dtype, *ends)

    def choose(self, key: str) -> None:
        """Take a template with its default parameters."""
        self._controller.model.choose_template(key, {})

    # -- what is shown ---------------------------------------------------------------------------
    def _show(self) -> None:
        state = self._controller.model.state
        choice, spec = state.choice, state.spec
        chosen = bool(choice.template or choice.path)
        self._name.set_text(_title(choice.template, choice.path))
        self._name.setVisible(chosen)
        if not chosen and self._close.hasFocus():
            self._actions.setVisible(True)
            self._open.setFocus()
        self._close.setVisible(chosen)
        self._problem.say(told(state.problem), "error", "err")
        if state.problem or spec is not None:
            self._hint.say("")
        elif not chosen:
            self._hint.say(tr("Open a model or start from a template."))
        elif state.busy:
            self._hint.say(tr("Opening the model …") if choice.path else tr("Building the model …"))
        else:
            self._hint.say(tr("Open a file: the model is built for its rows."))
        icon, token = {True: ("ok", "ok"), False: ("error", "err"), None: ("unclear", "unclear")}[state.fit]
        self._verdict.say(told(state.verdict), icon, token)
        padding = state.padding if spec is not None else None
        self._padding.say(told(padding.message), *_SIGNS[padding.state]) if padding else self._padding.say("")
        offered = not chosen or (bool(state.problem) and not choice.template)
        if not offered and self._actions.isAncestorOf(self.focusWidget() or self):
            self._close.setFocus()  # what had the focus goes away
        self._actions.setVisible(offered)
        self._parameters.setVisible(bool(choice.template))
        if choice.template:
            self._form.set_values(template(choice.template), choice.parameters)
            self._parameters.set_value(numbers.count(len(choice.parameters)))
        self._show_layers(spec, {one.where: one.level for one in reversed(state.findings)})

    def _show_layers(self, spec: ModelSpec | None, levels: dict[str, str]) -> None:
        self._table.setVisible(spec is not None)
        self._totals.setVisible(spec is not None and spec.trainable_params is not None)
        if spec is None:
            self._table.set_layers((), None)
            return
        self._table.set_layers(
            tuple(
                LayerRow(
                    layer.name,
                    layer.class_name,
                    _shapes(layer.input_shape),
                    _shapes(layer.output_shape),
                    layer.params,
                    level if (level := levels.get(layer.name, "")) in ("warning", "error") else "",
                )
                for layer in spec.layers
            ),
            spec.total_params,
        )
        self._size_table()
        if spec.total_params is not None and spec.trainable_params is not None:
            rest = spec.total_params - spec.trainable_params
            said = tr(
                "Trainable {trainable} · non-trainable {rest}",
                trainable=numbers.count(spec.trainable_params),
                rest=numbers.count(rest),
            )
            self._totals.set_text(said)

    def _show_suiting(self) -> None:
        some = bool(self.suiting())
        self._templates.setEnabled(some)
        self._templates.setToolTip("" if some else tr("No template suits this tensor's shape and dtype."))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for one in self.suiting():
            action = self._menu.addAction(tr(one.title))
            action.triggered.connect(lambda _checked=False, key=one.key: self.choose(key))

    def _on_form_changed(self, key: str, value: Any) -> None:
        choice = self._controller.model.state.choice
        try:
            self._controller.model.choose_template(choice.template, {**choice.parameters, key: value})
        except ChoiceError as error:
            self._form.set_error(
                error.field,
                tr("{problem} Still {value}.", problem=told(error.what), value=choice.parameters[key]),
            )
        else:
            self._form.set_error(key, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_table()

    def _size_table(self) -> None:
        """Give the table the height of its rows, which depends on its width; long ones scroll."""
        self._table.set_most_rows(NARROW_ROWS if self._table.is_two_line() else WIDE_ROWS)
        self._table.updateGeometry()

    # -- layout ------------------------------------------------------------------------------------
    def _compose(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 8, _MARGIN - 8, 0)
        head.setSpacing(12)
        head.addWidget(ElidedLabel(tr("Model"), "head", "t1"), 1)
        head.addWidget(self._close)
        head.addSpacing(0)
        self._actions = QWidget()
        buttons = QHBoxLayout(self._actions)
        buttons.setContentsMargins(0, 8, 0, 4)
        buttons.setSpacing(8)
        buttons.addWidget(self._open)
        buttons.addWidget(self._templates)
        buttons.addStretch(1)
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(_MARGIN - OVERHANG, 2, _MARGIN - OVERHANG, 12)
        body.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        inset.setSpacing(0)
        lines = (self._name, self._hint, self._verdict, self._padding, self._problem)
        for widget in (*lines, self._actions, self._parameters):
            inset.addWidget(widget)
        below = QVBoxLayout()
        below.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        below.addWidget(self._totals)
        body.addLayout(inset)
        body.addSpacing(4)
        body.addWidget(self._table)
        body.addLayout(below)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(content, 1)


def number(text: str) -> int | float | str:
    """Return a typed number; the text itself where it is none.

    >>> number("1,024"), number("0.5"), number("many")
    (1024, 0.5, 'many')
    """
    found = numbers.typed(text)
    return text if found is None else found


def _title(key: str, path: str) -> str:
    """Return the model's name: the template's title, or the file's name."""
    return tr(template(key).title) if key else Path(path).name if path else ""


def _shapes(shapes: Shapes) -> str:
    return "" if shapes is None else shape_text(shapes)
