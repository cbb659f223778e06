"""What the sections of the recipe have in common, and the small ones: clean, encode and output."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.core.clean import Fill
from padviewer.core.encode import Tokenise, Vocabulary
from padviewer.core.errors import PadViewerError
from padviewer.core.ragged import Ragged
from padviewer.core.recipe import DTYPES, TensorRecipe
from padviewer.core.stats import Stats
from padviewer.gui import numbers
from padviewer.gui.choice import Choice
from padviewer.gui.field import Field
from padviewer.gui.form_row import FormRow
from padviewer.gui.note_line import NoteLine
from padviewer.gui.segmented import Segmented

if TYPE_CHECKING:
    from padviewer.core.transform import Transform
    from padviewer.gui.controller import Controller


T = TypeVar("T", Fill, Tokenise, Vocabulary)


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
        if session.recipe is None or session.tensor not in session.recipe.tensors:
            return None
        return session.recipe[session.tensor]

    @property
    def source(self) -> Ragged | None:
        """The source column of the shown tensor."""
        recipe, dataset = self.controller.session.recipe, self.controller.dataset
        if recipe is None or dataset is None or self.choice is None:
            return None
        name = recipe.column(self.controller.session.tensor)
        return dataset[name] if name in dataset.data else None

    @property
    def so_far(self) -> str:
        """``" of 12,000 rows so far"`` while the file is being read, else empty."""
        source = self.controller.session.source
        if source is None or not self.controller.is_provisional:
            return ""
        return f" of {numbers.count(source.rows)} rows so far"


def still(sentence: str, what: str) -> str:
    """Return a refusal with what holds on: ``"Maxlen must be 1 or more. Still 96."``."""
    return f"{sentence} Still {what}."


def show_text(field: Field, words: str) -> None:
    """Show a field's text where it is another than it showed; what is typed meanwhile stays otherwise."""
    if field.property("holds") != words:
        field.setProperty("holds", words)
        field.set_text(words)


class _FillField(Field):
    """What stands for a missing value; empty leaves them missing."""

    def __init__(self) -> None:
        super().__init__("Fill missing", unit="empty leaves them missing")
        self._edit.setPlaceholderText("leave")


class CleanSection(Section):
    """Missing values: how many, and what they are filled with.

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
        self.form.addWidget(self.fill)
        self.form.addWidget(self.note)
        self.fill.entered.connect(self._on_entered)
        self._counted: object = None
        self._missing: int | None = None

    def refresh(self) -> None:
        self._count()
        choice, source = self.choice, self.source
        fill = _first(choice, Fill)
        can_fill = source is not None and source.kind not in ("text", "category")
        self.fill.setVisible(can_fill)
        is_text = source is not None and source.is_text
        says = "A missing text becomes an empty row." if is_text else "A missing word stays a missing cell."
        self.note.say("" if can_fill or source is None else says)
        show_text(self.fill, "" if fill is None else str(fill.value))

    def summary(self) -> str:
        if self._missing is None:
            return "" if self.source is None else "counting"
        if not self._missing:
            return "nothing missing" + self.so_far
        fill = _first(self.choice, Fill)
        said = f"{numbers.count(self._missing)} missing{self.so_far}"
        return said if fill is None else f"{said} · {fill.value}"

    def _count(self) -> None:
        """Count the missing values of the source column in a job, unless they are known."""
        source, session = self.source, self.controller.session
        recipe, opened = session.recipe, session.source
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
            self.controller.submit(
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
        name, transforms = "Leave missing", rest
        if words:
            try:
                wanted = Fill(number_of(words)).fit(source)
            except PadViewerError as error:
                self.fill.set_error(still(error.what, str(held.value) if held else "left missing"))
                return
            name, transforms = f"Fill missing {wanted.value}", (wanted, *rest)
        if self.controller.set_transforms(name, transforms):
            self.fill.set_text("" if not words else str(wanted.value))
            self.fill.setProperty("holds", self.fill.text())


class EncodeSection(Section):
    """How texts become tokens and tokens become ids."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.split = Choice("Split on", (("words", "White space"), ("characters", "Characters")))
        self.ids = Choice("Ids", (("appearance", "By first appearance"), ("frequency", "By frequency")))
        self._split_row = FormRow("Split on", [self.split])
        self.form.addWidget(self._split_row)
        self.form.addWidget(FormRow("Ids", [self.ids]))
        self.split.activated.connect(self._on_split)
        self.ids.activated.connect(self._on_ids)

    @property
    def applies(self) -> bool:
        """Whether the shown tensor's column has anything to encode."""
        return _first(self.choice, Vocabulary) is not None

    def refresh(self) -> None:
        tokenise, vocabulary = _first(self.choice, Tokenise), _first(self.choice, Vocabulary)
        self._split_row.setVisible(tokenise is not None)
        if tokenise is not None:
            self.split.set_key(tokenise.by)
        if vocabulary is not None:
            self.ids.set_key(vocabulary.order)

    def summary(self) -> str:
        plan, tensor = self.controller.plan, self.controller.session.tensor
        work = self.controller.work.get("data")
        if work is not None and work.kind == "prepare":
            return "encoding"
        if plan is None or tensor not in plan.recipe.fitted or not self.applies:
            return ""
        fitted = plan.recipe.fitted[tensor]
        found = [one for one in fitted.transforms if isinstance(one, Vocabulary)]
        if not found or found[0].words is None:
            return ""
        size = len(found[0].words)
        one = size == 1
        noun = "word" if one else "words"
        tokenise = _first(self.choice, Tokenise)
        if tokenise is not None and tokenise.by == "characters":
            noun = "character" if one else "characters"
        elif self.source is not None and self.source.kind == "category":
            noun = "category" if one else "categories"
        said = f"{numbers.count(size)} {noun}"
        if self.so_far:
            return said + f" of {numbers.count(fitted.rows)} rows so far"
        return f"{said} · ids 1–{size}" if size > 1 else f"{said} · id 1"

    def _on_split(self) -> None:
        by = self.split.key()
        self._replace(f"Split on {self.split.currentText().lower()}", Tokenise, by=by)

    def _on_ids(self) -> None:
        self._replace(f"Ids {self.ids.currentText().lower()}", Vocabulary, order=self.ids.key(), words=None)

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
        self.dtype = Choice("Dtype", (("", "Auto"), *((one, one) for one in DTYPES)))
        self.lossy = Segmented("Losses", (("refuse", "Refuse"), ("allow", "Allow")))
        self._dtype_row = FormRow("Dtype", [self.dtype])
        self.form.addWidget(self._dtype_row)
        self.form.addWidget(FormRow("Losses", [self.lossy]))
        self.dtype.activated.connect(self._on_dtype)
        self.lossy.chosen.connect(self._on_lossy)
        self._held = ""

    def refresh(self) -> None:
        choice = self.choice
        if choice is None:
            return
        auto = choice.dtype is None and self._fitted_dtype()
        self.dtype.setItemText(0, f"Auto ({self._fitted_dtype()})" if auto else "Auto")
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
        losses = "losses allowed" if choice.lossy == "allow" else "losses refused"
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
        if self.controller.set_choice(f"Dtype {key or 'auto'}", dtype=key or None):
            self._dtype_row.set_error("")

    def _on_lossy(self, key: str) -> None:
        self.controller.set_choice("Losses allowed" if key == "allow" else "Losses refused", lossy=key)


def number_of(words: str) -> float | int | bool | str:
    """Return the number that a person typed: whole where it is one; the words themselves where it is none."""
    plain = words.strip().replace("\u2212", "-")
    if plain.lower() in ("true", "false"):
        return plain.lower() == "true"
    for kind in (int, float):
        try:
            return kind(plain)
        except ValueError:
            continue
    return plain


def _first(choice: TensorRecipe | None, kind: type[T]) -> T | None:
    """Return the first transform of a kind."""
    found = () if choice is None else choice.transforms
    return next((one for one in found if isinstance(one, kind)), None)


def _forgotten(transform: Transform) -> Transform:
    """Return a transform without the words that it was loaded with: another choice needs others."""
    return transform.chosen()
