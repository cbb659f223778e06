"""What a dataset is shown with when the program starts: a recipe or choices, labels and a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QTimer

from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import ContentError, PadViewerError
from padviewer.core.recipe import Recipe
from padviewer.gui.controller import Controller
from padviewer.gui.style.words import tr


@dataclass(frozen=True)
class Clothes:
    """What is asked for beside the dataset.

    Parameters
    ----------
    choices : mapping
        Fields of `TensorRecipe`.
    template, model : str
        The key of a template, or the file of a model.
    recipe_for : callable or None
        Makes the recipe for the dataset, in place of `choices`.
    label : str
        The column of labels.
    """

    choices: Mapping[str, Any] = field(default_factory=dict)
    template: str = ""
    model: str = ""
    recipe_for: Callable[[Dataset], Recipe] | None = None
    label: str = ""


class Dressing(QObject):
    """Puts `clothes` on the dataset of a controller as soon as it has been read.

    Parameters
    ----------
    controller : Controller
    clothes : Clothes
    has_data : bool
        Whether a dataset is being opened; else there is a model alone.
    """

    def __init__(self, controller: Controller, clothes: Clothes, *, has_data: bool) -> None:
        super().__init__(controller)
        self._controller = controller
        self._clothes = clothes
        self._begun = False
        self._error: PadViewerError | None = None
        self._noticed = ""
        self._wanted: Any = None
        self.is_over = False
        if has_data and clothes != Clothes():
            for signal in (
                controller.plan_changed, controller.session_changed,
                controller.work_changed,
            ):  # fmt: skip
                signal.connect(self._look)
            controller.loader.refused.connect(self._give_up)
            return
        self.is_over = True
        if clothes.model:
            controller.model.open(clothes.model)

    def _look(self) -> None:
        controller = self._controller
        source = controller.session.source
        if self._begun or source is None or not source.complete:
            return
        if controller.plan is None and controller.work:
            return
        self._begun = True
        QTimer.singleShot(0, self, self._dress)

    def _dress(self) -> None:
        controller, clothes = self._controller, self._clothes
        controller.noticed.connect(self._on_noticed)
        try:
            if clothes.recipe_for is not None:
                done = controller.use_recipe(tr("Recipe"), self._recipe_for)
                if done:
                    self._wanted = controller.session.recipe
                elif self._error is None:
                    self._error = ContentError("recipe-does-not-fit", self._noticed)
            elif clothes.choices:
                words = ", ".join(f"{name} {value}" for name, value in clothes.choices.items())
                controller.set_choice(words.capitalize(), **clothes.choices)
            if clothes.label:
                controller.set_role(clothes.label, "label")
            if clothes.model:
                controller.model.open(clothes.model)
            elif clothes.template:
                controller.model.choose_template(clothes.template, {})
        finally:
            self.is_over = True

    def _recipe_for(self, dataset: Dataset) -> Recipe:
        assert self._clothes.recipe_for is not None  # noqa: S101 - the caller looked
        try:
            if self._clothes.label:
                dataset[self._clothes.label]
            return self._clothes.recipe_for(dataset)
        except PadViewerError as error:
            self._error = error
            raise

    def _on_noticed(self, level: str, said: str) -> None:
        if level != "info":
            self._noticed = said

    def _give_up(self) -> None:
        self.is_over = self._begun = True

    def error(self) -> PadViewerError | None:
        """Return what stopped the recipe from being used; None where it is used."""
        if self._error is not None or self._wanted is None or not self._noticed:
            return self._error
        is_used = self._controller.session.recipe == self._wanted
        return None if is_used else ContentError("recipe-does-not-fit", self._noticed)
