"""The parameters of a model template as a form, made from the template's own description."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.core.model.templates.table import Parameter, Template
from padviewer.gui.style import numbers
from padviewer.gui.style.words import tr
from padviewer.gui.widgets.buttons import Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field, FormRow


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


def number(text: str) -> int | float | str:
    """Return a typed number; the text itself where it is none.

    >>> number("1,024"), number("0.5"), number("many")
    (1024, 0.5, 'many')
    """
    found = numbers.typed(text)
    return text if found is None else found
