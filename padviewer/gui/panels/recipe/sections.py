"""What the sections of the recipe have in common, and the small ones: clean, encode and output."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.shift import Shift
from padviewer.core.choices.tensor_recipe import DTYPES, TensorRecipe
from padviewer.core.data.ragged import Ragged
from padviewer.core.data.stats import Stats
from padviewer.core.errors import PadViewerError
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, told, tr, tr_count
from padviewer.gui.widgets.buttons import Segmented
from padviewer.gui.widgets.choice import Choice
from padviewer.gui.widgets.field import Field, FormRow
from padviewer.gui.widgets.labels import NoteLine

if TYPE_CHECKING:
    from padviewer.core.choices.transform import Transform
    from padviewer.gui.controller import Controller


T = TypeVar("T", Fill, Tokenise, Vocabulary, Shift)


_SPLITS = {"words": mark("Split on white space"), "characters": mark("Split on characters")}
_ORDERS = {"appearance": mark("Ids by first appearance"), "frequency": mark("Ids by frequency")}


class Section(QWidget):
    """The content of one fold: it shows the choices of the shown tensor and hands changes over.

    Parameters
    ----------
    controller : Controller
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.form = QVBoxLayout(self)
        self.form.setContentsMargins(0, 0, 0, 6)
        self.form.setSpacing(0)

    def refresh(self) -> None:
        """Show the choices that hold."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return what the folded section says."""
        raise NotImplementedError

    def refuse(self, field: str, sentence: str) -> None:
        """Show why a choice was refused, beneath its field; a field of another section is left alone."""

    @property
    def choice(self) -> TensorRecipe | None:
        """The choices of the shown tensor."""
        session = self.controller.session
        recipe = session.planned
        if recipe is None or session.tensor not in recipe.tensors:
            return None
        return recipe[session.tensor]

    @property
    def source(self) -> Ragged | None:
        """The source column of the shown tensor."""
        recipe, dataset = self.controller.session.planned, self.controller.dataset
        if recipe is None or dataset is None or self.choice is None:
            return None
        name = recipe.column(self.controller.session.tensor)
        return dataset[name] if name in dataset.data else None

    def so_far(self, words: str) -> str:
        """Return words as they are; while the file is being read with ``" of 12,000 rows so far"``."""
        source = self.controller.session.source
        if source is None or not self.controller.is_provisional:
            return words
        return of_rows(words, source.rows)


def of_rows(words: str, rows: int) -> str:
    """Return what was found, of so many rows that are read so far."""
    return tr_count("{found} of {count} row so far", "{found} of {count} rows so far", rows, found=words)


def still(sentence: str, what: str) -> str:
    """Return a refusal with what holds on: ``"Maxlen must be 1 or more. Still 96."``."""
    return tr("{problem} Still {value}.", problem=sentence, value=what)


def show_text(field: Field, words: str) -> None:
    """Show a field's text where it is another than it showed; what is typed meanwhile stays otherwise."""
    if field.property("holds") != words:
        field.setProperty("holds", words)
        field.set_text(words)


class _FillField(Field):
    """What stands for a missing value; empty leaves them missing."""

    def __init__(self) -> None:
        super().__init__(tr("Fill missing"), unit=tr("empty leaves them missing"))
        self._edit.setPlaceholderText(tr("leave"))


class CleanSection(Section):
    """Missing values: how many, and what they are filled with; and whether empty rows are left out.

    Signals
    -------
    counted ()
        How many are missing is known now.
    """

    counted = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.fill = _FillField()
        self.note = NoteLine()
        self.empty = Segmented(tr("Empty rows"), (("keep", tr("Keep")), ("drop", tr("Leave out"))))
        self.form.addWidget(self.fill)
        self.form.addWidget(self.note)
        self.form.addWidget(FormRow(tr("Empty rows"), [self.empty]))
        self.fill.entered.connect(self._on_entered)
        self.empty.chosen.connect(self._on_empty)
        self._counted: object = None
        self._missing: int | None = None

    def refresh(self) -> None:
        self._count()
        choice, source = self.choice, self.source
        fill = _first(choice, Fill)
        can_fill = source is not None and source.kind not in ("text", "category")
        self.fill.setVisible(can_fill)
        is_text = source is not None and source.is_text
        empty, cell = tr("A missing text becomes an empty row."), tr("A missing word stays a missing cell.")
        says = empty if is_text else cell
        too = tr("Infinite values are filled too.") if fill is not None and fill.infinite else ""
        self.note.say(too if can_fill or source is None else says)
        show_text(self.fill, "" if fill is None else numbers.entry(fill.value))
        self.empty.setEnabled(source is not None)
        self.empty.set_key(self._kept())

    def _kept(self) -> str:
        recipe = self.controller.session.planned
        return "keep" if recipe is None else recipe.rows.empty

    def _on_empty(self, key: str) -> None:
        names = {"keep": tr("Keep empty rows"), "drop": tr("Leave empty rows out")}
        if not self.controller.set_empty_rows(names[key], key):
            self.empty.set_key(self._kept())

    def summary(self) -> str:
        said = self._missing_said()
        if self._kept() == "keep":
            return said
        return tr("{missing} · no empty rows", missing=said) if self._missing else tr("no empty rows")

    def _missing_said(self) -> str:
        if self._missing is None:
            return "" if self.source is None else tr("counting")
        if not self._missing:
            return self.so_far(tr("nothing missing"))
        fill = _first(self.choice, Fill)
        said = self.so_far(tr("{number} missing", number=numbers.count(self._missing)))
        return said if fill is None else f"{said} · {numbers.entry(fill.value)}"

    def _count(self) -> None:
        """Count the missing values of the source column in a job, unless they are known."""
        source, session = self.source, self.controller.session
        recipe, opened = session.planned, session.source
        if source is None or recipe is None or opened is None:
            self._counted, self._missing = None, None
            return
        key = (opened.store, recipe.column(session.tensor), opened.complete)
        if key == self._counted:
            return
        self._counted, self._missing = key, None
        if source.known_stats is not None:
            self._on_counted(key, source.known_stats)
        else:
            self.controller.jobs.call(
                "missing", lambda: source.stats, lambda stats: self._on_counted(key, stats)
            )

    def _on_counted(self, key: object, stats: Stats) -> None:
        if key == self._counted:
            self._missing = stats.nan + stats.missing
            self.counted.emit()

    def _on_entered(self, words: str) -> None:
        choice, source = self.choice, self.source
        if choice is None or source is None:
            return
        rest = tuple(one for one in choice.transforms if not isinstance(one, Fill))
        held = _first(choice, Fill)
        name, transforms = tr("Leave missing"), rest
        if words:
            try:
                wanted = Fill(number_of(words), held is not None and held.infinite).fit(source)
            except PadViewerError as error:
                self.fill.set_error(
                    still(told(error.what), numbers.entry(held.value) if held else tr("left missing"))
                )
                return
            name, transforms = tr("Fill missing {value}", value=numbers.entry(wanted.value)), (wanted, *rest)
        if self.controller.set_transforms(name, transforms):
            self.fill.set_text("" if not words else numbers.entry(wanted.value))
            self.fill.setProperty("holds", self.fill.text())


class EncodeSection(Section):
    """How texts become tokens and tokens become ids; and a shift of ids that came as numbers."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.split = Choice(tr("Split on"), (("words", tr("White space")), ("characters", tr("Characters"))))
        self.ids = Choice(
            tr("Ids"), (("appearance", tr("By first appearance")), ("frequency", tr("By frequency")))
        )
        self.shift = Choice(tr("Shift ids"), (("", tr("As they are")), ("1", tr("The least becomes 1"))))
        self._split_row = FormRow(tr("Split on"), [self.split])
        self._ids_row = FormRow(tr("Ids"), [self.ids])
        self._shift_row = FormRow(tr("Shift ids"), [self.shift])
        for row in (self._split_row, self._ids_row, self._shift_row):
            self.form.addWidget(row)
        self.shift.activated.connect(self._on_shift)
        self.split.activated.connect(self._on_split)
        self.ids.activated.connect(self._on_ids)

    @property
    def applies(self) -> bool:
        """Whether the shown tensor's column has anything to encode."""
        return _first(self.choice, Vocabulary) is not None or _first(self.choice, Shift) is not None

    def refresh(self) -> None:
        tokenise, vocabulary = _first(self.choice, Tokenise), _first(self.choice, Vocabulary)
        self._split_row.setVisible(tokenise is not None)
        if tokenise is not None:
            self.split.set_key(tokenise.by)
        self._ids_row.setVisible(vocabulary is not None)
        if vocabulary is not None:
            self.ids.set_key(vocabulary.order)
        shift = _first(self.choice, Shift)
        self._shift_row.setVisible(shift is not None)
        if shift is not None:
            self.shift.set_key(str(shift.to))

    def summary(self) -> str:
        plan, tensor = self.controller.plan, self.controller.session.tensor
        work = self.controller.work.get("data")
        if work is not None and work.kind == "prepare":
            return tr("encoding")
        if plan is None or tensor not in plan.recipe.fitted or not self.applies:
            return ""
        fitted = plan.recipe.fitted[tensor]
        shifted = [one for one in fitted.transforms if isinstance(one, Shift)]
        if shifted and shifted[0].by is not None:
            by = numbers.entry(abs(shifted[0].by))
            return tr("ids + {number}", number=by) if shifted[0].by >= 0 else tr("ids − {number}", number=by)
        found = [one for one in fitted.transforms if isinstance(one, Vocabulary)]
        if not found or found[0].words is None:
            return ""
        size = len(found[0].words)
        tokenise = _first(self.choice, Tokenise)
        if tokenise is not None and tokenise.by == "characters":
            said = tr_count("{count} character", "{count} characters", size)
        elif self.source is not None and self.source.kind == "category":
            said = tr_count("{count} category", "{count} categories", size)
        else:
            said = tr_count("{count} word", "{count} words", size)
        if self.controller.is_provisional:
            return of_rows(said, fitted.rows)
        if size > 1:
            return tr("{found} · ids 1–{last}", found=said, last=size)
        return tr("{found} · id 1", found=said)

    def _on_split(self) -> None:
        by = self.split.key()
        self._replace(tr(_SPLITS[by]), Tokenise, by=by)

    def _on_ids(self) -> None:
        order = self.ids.key()
        self._replace(tr(_ORDERS[order]), Vocabulary, order=order, words=None)

    def _on_shift(self) -> None:
        choice = self.choice
        if choice is not None and not self.shift.key():
            rest = tuple(one for one in choice.transforms if not isinstance(one, Shift))
            self.controller.set_transforms(tr("Ids as they are"), rest)

    def _replace(self, name: str, kind: type[Tokenise | Vocabulary], **changes: object) -> None:
        choice = self.choice
        if choice is None:
            return
        changed = tuple(
            replace(one, **changes) if isinstance(one, kind) else _forgotten(one)  # type: ignore[arg-type]  # its own fields
            for one in choice.transforms
        )
        self.controller.set_transforms(name, changed)


class OutputSection(Section):
    """The tensor's dtype, and whether a cast may lose values."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.dtype = Choice(tr("Dtype"), (("", tr("Auto")), *((one, one) for one in DTYPES)))
        self.lossy = Segmented(tr("Losses"), (("refuse", tr("Refuse")), ("allow", tr("Allow"))))
        self._dtype_row = FormRow(tr("Dtype"), [self.dtype])
        self.form.addWidget(self._dtype_row)
        self.form.addWidget(FormRow(tr("Losses"), [self.lossy]))
        self.dtype.activated.connect(self._on_dtype)
        self.lossy.chosen.connect(self._on_lossy)
        self._held = ""

    def refresh(self) -> None:
        choice = self.choice
        if choice is None:
            return
        fitted = "" if choice.dtype else self._fitted_dtype()
        self.dtype.setItemText(0, tr("Auto ({dtype})", dtype=fitted) if fitted else tr("Auto"))
        held = choice.dtype or ""
        self.dtype.set_key(held)
        if held != self._held:
            self._held = held
            self._dtype_row.set_error("")
        self.lossy.set_key(choice.lossy)

    def summary(self) -> str:
        choice = self.choice
        if choice is None:
            return ""
        dtype = choice.dtype or self._fitted_dtype()
        losses = tr("losses allowed") if choice.lossy == "allow" else tr("losses refused")
        return f"{dtype} · {losses}" if dtype else losses

    def refuse(self, field: str, sentence: str) -> None:
        if field == "dtype":
            self.refresh()
            self._dtype_row.set_error(still(sentence, self.dtype.currentText()))

    def _fitted_dtype(self) -> str:
        plan, tensor = self.controller.plan, self.controller.session.tensor
        return plan.dtype(tensor).name if plan is not None and tensor in plan.tensor_plans else ""

    def _on_dtype(self) -> None:
        key = self.dtype.key()
        if self.controller.set_choice(tr("Dtype {value}", value=key or "auto"), dtype=key or None):
            self._dtype_row.set_error("")

    def _on_lossy(self, key: str) -> None:
        name = tr("Losses allowed") if key == "allow" else tr("Losses refused")
        self.controller.set_choice(name, lossy=key)


def number_of(words: str) -> float | int | bool | str:
    """Return the number that a person typed: whole where it is one; the words themselves where it is none."""
    plain = words.strip()
    if plain.lower() in ("true", "false"):
        return plain.lower() == "true"
    found = numbers.typed(plain)
    return plain if found is None else found


def _first(choice: TensorRecipe | None, kind: type[T]) -> T | None:
    """Return the first transform of a kind."""
    found = () if choice is None else choice.transforms
    return next((one for one in found if isinstance(one, kind)), None)


def _forgotten(transform: Transform) -> Transform:
    """Return a transform without the words that it was loaded with: another choice needs others."""
    return transform.chosen()
