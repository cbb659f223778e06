"""The controller: what is open and chosen, changed by replacing it; hands out the parts that do the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from padviewer.core.choices.base import Choices
from padviewer.core.choices.reading import Reading
from padviewer.core.choices.recipe_file import save
from padviewer.core.choices.transform import Transform
from padviewer.core.data.dataset import Dataset, Role
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError
from padviewer.core.recipe import Recipe, propose
from padviewer.core.rows.arrange import RowFilter
from padviewer.gui.session import changes as make
from padviewer.gui.session.rereading import Before, options_with, state_after
from padviewer.gui.session.state import Colouring, Session, Source, View, Work
from padviewer.gui.session.window_state import WindowState
from padviewer.gui.style.words import problem_words, told, tr
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.gui.tasks.exporter import Exporter
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.tasks.loader import Loader
from padviewer.gui.tasks.planned import PlannedSession
from padviewer.gui.tasks.reading_trials import ReadingTrials

IN_MEMORY = 64 << 20


class Controller(PlannedSession):
    """The window's one mutable thing.

    Its parts are asked and listened to themselves: `counting` (lengths, counts, scale, order, findings),
    `history`, `loader`, `exporter`, `model`, `trials` and `jobs`.

    Signals
    -------
    work_changed ()
        `work` is another.
    """

    work_changed = Signal()

    def __init__(self, pool: WorkerPool, make_model_worker: Callable[[], Worker], jobs: Jobs) -> None:
        super().__init__(Loader(pool), make_model_worker, jobs)
        self.work: dict[str, Work] = {}
        self.in_memory = IN_MEMORY
        self.ramp = Colouring().ramp
        self.coloured_for: tuple[str, str, bool | None] | None = None
        self._restoring: tuple[str, WindowState] | None = None  # with the name of its step of undo
        self._before: Before | None = None  # what holds on when the same file is read another way
        self._pool = pool
        self.exporter = Exporter(pool, self.loader.folder)
        self.trials = ReadingTrials(pool, self.loader.folder)
        for one in (self.exporter, self.trials):
            one.setParent(self)
        self.loader.opened.connect(self._on_opened)
        self.loader.grew.connect(self._on_grew)
        self.loader.stopped.connect(lambda said: self.noticed.emit("warning", problem_words(said)))
        self.loader.work_changed.connect(lambda work: self._set_work("data", work))
        self.jobs.work_changed.connect(self._set_work)
        self.exporter.cancelled.connect(self._on_export_stopped)
        self.exporter.work_changed.connect(lambda work: self._set_work("export", work))
        self.model.work_changed.connect(lambda work: self._set_work("model", work))

    # -- opening -------------------------------------------------------------------------------
    def open(self, path: str, options: Mapping[str, Any] | None = None) -> None:
        """Open a dataset; what is open stays until its first rows are there."""
        self._restoring = self._before = None
        self.loader.open(path, options or {})

    def restore(self, state: WindowState, name: str = "") -> None:
        """Open a dataset as it was open before: with its recipe as one step of undo, and its view."""
        self._restoring, self._before = (name or tr("Recipe of last time"), state), None
        self.loader.open(state.path, state.options)

    def _take_up(self, name: str, state: WindowState) -> None:
        """Apply the recipe and the view of before to the dataset that was just opened."""
        recipe = state.recipe
        if recipe is not None and recipe != self.session.recipe:
            self._make(
                name,
                lambda data: make.with_recipe(self.session, data, recipe, state.roles, state.tensor),
            )
        view = state.view
        if self.session.recipe is not None:
            shown = self.session.tensor
            self.coloured_for = (shown, self.session.recipe.column(shown), None)
        self.look(
            order=view.order, grouped=view.grouped, keep=view.keep, at=view.at, row=view.row, col=view.col,
            corner=view.corner, colouring=view.colouring,
        )  # fmt: skip
        model = state.model
        if model.template:
            self.model.choose_template(model.template, model.parameters)
        elif model.path:
            self.model.open(model.path)

    def read_as(self, **options: Any) -> None:
        """Read the same file again with other options (fields of `ReadOptions`); None lets one be guessed.

        Of `columns` only those change that are given. What is chosen for columns that are still there stays.
        """
        source = self.session.source
        if source is not None and self.dataset is not None:
            self.open(source.path, options_with(source.options, options))
            self._before = Before.of(self.session, self.view, self.dataset)

    def _on_opened(self, source: Source, dataset: Dataset) -> None:
        """Start anew with another file."""
        old = self.session
        problem = ""
        recipe: Recipe | None = None
        try:
            recipe = replace(propose(dataset), reading=Reading.of(source.options))
        except ContentError as error:
            problem = error.what
        tensor = "" if recipe is None else next(iter(recipe.tensors))
        self.history.clear()
        self._preparing.forget()
        self.counting.clear()
        self.trials.forget()
        self.plan, self.kept, self.dataset, self.coloured_for = None, None, dataset, None
        self.session = Session(source, dict(dataset.roles), recipe, tensor)
        self._set_view(View(colouring=Colouring(ramp=self.ramp)))
        self.session_changed.emit(old, self.session)
        self.history_changed.emit()
        if problem:
            words = tr("{problem} Give a column the role sequence.", problem=told(problem))
            self.noticed.emit("warning", words)
        self._show_plan(None)
        self._refresh()
        restoring, self._restoring = self._restoring, None
        before, self._before = self._before, None
        if restoring is not None and restoring[1].path == source.path:
            self._take_up(*restoring)
        elif before is not None:
            self._carry_over(before, dataset)

    def _carry_over(self, before: Before, dataset: Dataset) -> None:
        """Keep what was chosen for the columns of a file that was read another way, and say so."""
        source = self.session.source
        name = "" if source is None else source.name
        said = tr("{file} was read again; the history begins anew.", file=name)
        state = state_after(before, self.session, dataset)
        if state is not None:
            self._take_up(tr("Choices of before"), state)
            said = tr(
                "{file} was read again, its columns with their choices; the history begins anew.", file=name
            )
        self.noticed.emit("info", said)

    def _on_grew(self, source: Source, dataset: Dataset) -> None:
        old = self.session
        self.session = replace(old, source=source)
        self.dataset = replace(dataset, roles=dict(old.roles))
        self.session_changed.emit(old, self.session)
        self._refresh()

    # -- choices -------------------------------------------------------------------------------
    def set_choice(self, name: str, **changes: Any) -> bool:
        """Change choices of the shown tensor as one step of undo; returns whether they hold.

        Parameters
        ----------
        name : str
            What the step is called in the undo list.
        changes
            Fields of `TensorRecipe`.
        """
        if self.session.recipe is None:
            return False
        try:
            changed = make.with_choices(self.session, self.session.tensor, **changes)
        except ChoiceError as error:
            field = error.field if error.field in changes else next(iter(changes))
            self.choice_refused.emit(field, told(error.what))
            return False
        return self._change(name, changed, next(iter(changes)))

    def set_empty_rows(self, name: str, empty: str) -> bool:
        """Keep (``"keep"``) or leave out (``"drop"``) empty rows as one step of undo."""
        if self.session.recipe is None:
            return False
        return self._change(name, make.with_empty_rows(self.session, empty), "empty_rows")

    def set_transforms(self, name: str, transforms: tuple[Transform, ...]) -> bool:
        """Change the shown tensor's cleaning and encoding."""
        return self.set_choice(name, transforms=transforms)

    def set_role(self, column: str, role: Role) -> bool:
        """Give a column a role; a sequence becomes a tensor of its own."""
        return self._make(
            f"{column}: {tr(role)}",
            lambda data: make.with_role(self.session, data, column, role),
        )

    def show_column(self, column: str) -> None:
        """Show the tensor of a column; one without a tensor is looked at, and recipe and roles stay.

        No step of undo: it changes what is shown, not what is made.
        """
        recipe, looked = self.session.recipe, self.session.looked
        if recipe is None:
            return
        shown = next((name for name in recipe.tensors if recipe.column(name) == column), None)
        if (looked is not None and looked.column == column) or shown == self.session.tensor:
            return
        if shown is not None:
            is_planned = looked is None and self.history.holds(self.session)
            self._set_session(replace(self.session, tensor=shown, looked=None))
            if is_planned:
                self._accept(self.plan)
            else:
                self._refresh()
        elif not self._look_at(column):
            return
        self.look(at=(), row=-1, col=-1, corner=(-1, -1), marked=None, keep=RowFilter())

    def open_recipe(self, path: str) -> bool:
        """Apply a saved recipe to the data, as one step of undo; the file is read again where it says how."""
        name, source = tr("Recipe {file}", file=make.name_of(path)), self.session.source
        if source is None:
            self.noticed.emit("info", tr("Open a dataset first."))
            return False
        try:
            recipe = Recipe.load(path)
        except PadViewerError as error:
            self.noticed.emit("warning", problem_words(error))
            return False
        said = Reading.of(source.options)
        wanted = recipe.reading.over(said)
        if wanted != said:
            roles = self.session.roles
            self.restore(WindowState(source.path, wanted.options(), roles=roles, recipe=recipe), name)
            return True
        return self.use_recipe(name, lambda _data: recipe)

    def use_recipe(self, name: str, recipe_for: Callable[[Dataset], Recipe]) -> bool:
        """Apply the recipe that is made for the open dataset, as one step of undo called `name`."""
        return self._make(name, lambda data: make.with_recipe(self.session, data, recipe_for(data)))

    def save_recipe(self, path: str) -> bool:
        """Save the recipe, with what was fitted where that holds for the whole file."""
        recipe: Choices | None = self.session.recipe
        if recipe is None:
            return False
        if self.kept is not None and self.history.holds(self.session) and not self.is_provisional:
            recipe = self.kept.recipe
        try:
            save(recipe, path)
        except PadViewerError as error:
            self.noticed.emit("error", problem_words(error))
            return False
        self.noticed.emit("info", tr("The recipe is saved as {file}.", file=make.name_of(path)))
        return True

    # -- export and work -----------------------------------------------------------------------
    def export(self, destination: str, *, replace: bool = False) -> None:
        """Write the arrays that are shown to `destination`; a signal says how it ended.

        Without `replace`, what is there and no export of ours wrote stays, and the export fails.
        """
        source, plan, held = self.session.source, self.kept, self.history.held
        if self.exporter.is_busy:
            self.noticed.emit("info", tr("An export is under way. Wait for its end, or cancel it."))
        elif source is None or plan is None or held is None:
            self.exporter.failed.emit(ContentError("no-tensor", tr("There is nothing to export yet.")))
        elif self.is_provisional:
            what, remedy = tr("The file is still being read."), tr("Export when all rows are there.")
            if not source.complete and not self.loader.is_reading:
                what = tr("The file was not read to its end.")
                remedy = tr("Open it again to read them all.")
            self.exporter.failed.emit(ContentError("still-reading", what, remedy=remedy))
        else:
            self.exporter.start(source, plan.recipe, held.roles, destination, replace=replace)

    def _on_export_stopped(self) -> None:
        self.noticed.emit("info", tr("The export was stopped; nothing half-written remains."))

    def stop(self) -> None:
        """Stop what `work` names first; a sentence says what stays."""
        key = next(iter(self.work), "")
        if key == "data" and self.work[key].kind == "prepare":
            self.stop_preparing()
        elif key == "data":
            self.loader.cancel()
        elif key == "export":
            self.exporter.cancel()
        elif key == "model":
            self.model.stop()
        elif key:
            self.jobs.stop(key)

    def _set_work(self, key: str, work: Work | None) -> None:
        if work is None:
            self.work.pop(key, None)
        else:
            self.work[key] = work
        self.work_changed.emit()

    def shutdown(self) -> None:
        """End everything that runs."""
        self.counting.stop()
        self.model.shutdown()
        self.jobs.shutdown()
        self._pool.shutdown()
        self.loader.shutdown()
