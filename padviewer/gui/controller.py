"""The controller: one session, changed by replacing it and announced once; asks for all that takes time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from padviewer.core.choices.base import Choices
from padviewer.core.choices.reading import Reading
from padviewer.core.choices.recipe_file import save
from padviewer.core.choices.transform import Transform
from padviewer.core.data.dataset import Dataset, Role
from padviewer.core.data.lengths import LengthCounts
from padviewer.core.data.places import RowPlaces
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError
from padviewer.core.finding import Finding
from padviewer.core.padding.plan import Plan, resolve
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.levels import Levels
from padviewer.core.recipe import Recipe, propose
from padviewer.core.rows.arrange import Arrangement, RowFilter
from padviewer.gui.session import changes as make
from padviewer.gui.session.rereading import Before, options_with, state_after
from padviewer.gui.session.state import Colouring, Marked, Session, Source, View, Work
from padviewer.gui.session.undo import Undo
from padviewer.gui.session.window_state import WindowState
from padviewer.gui.style.words import problem_words, told, tr
from padviewer.gui.tasks.children import Worker, WorkerPool
from padviewer.gui.tasks.counting import Counting, Scale, label_of
from padviewer.gui.tasks.exporter import Exporter
from padviewer.gui.tasks.jobs import JobContext, Jobs
from padviewer.gui.tasks.loader import Loader
from padviewer.gui.tasks.mask_counting import MaskCounting
from padviewer.gui.tasks.model_link import ModelLink
from padviewer.gui.tasks.planning import NOT_PREPARED
from padviewer.gui.tasks.preparing import Preparing
from padviewer.gui.tasks.reading_trials import ReadingTrials

__all__ = ["IN_MEMORY", "Controller", "Scale"]

IN_MEMORY = 64 << 20


class Controller(QObject):
    """The window's one mutable thing.

    Signals
    -------
    session_changed (Session, Session)
        Old and new.
    plan_changed ()
        `plan`, `dataset`, `counts` or `lengths` are others.
    view_changed (View, View)
        Old and new.
    scale_changed (), order_changed (), findings_changed (), model_changed (), history_changed ()
        What the property of that name answers is another.
    work_changed ()
        `work` is another.
    choice_refused (str, str)
        A choice that cannot be: its field and a sentence; the session is as it was.
    refused (Refusal)
        A file that was not opened.
    noticed (str, str)
        Level and a sentence for the banner.
    exported (object), export_failed (object), export_cancelled ()
        How an export ended: what was written, or the error.
    """

    session_changed = Signal(object, object)
    plan_changed = Signal()
    view_changed = Signal(object, object)
    scale_changed = Signal()
    order_changed = Signal()
    findings_changed = Signal()
    model_changed = Signal()
    history_changed = Signal()
    work_changed = Signal()
    choice_refused = Signal(str, str)
    refused = Signal(object)
    noticed = Signal(str, str)
    exported = Signal(object)
    export_failed = Signal(object)
    export_cancelled = Signal()

    def __init__(self, pool: WorkerPool, make_model_worker: Callable[[], Worker], jobs: Jobs) -> None:
        super().__init__()
        self.session = Session()
        self.view = View()
        self.plan: Plan | None = None
        self.kept: Plan | None = None  # without what is only looked at: what is exported, checked and fed
        self.dataset: Dataset | None = None
        self.work: dict[str, Work] = {}
        self.in_memory = IN_MEMORY
        self.ramp = Colouring().ramp
        self.coloured_for: tuple[str, str, bool | None] | None = None
        self._restoring: tuple[str, WindowState] | None = None  # with the name of its step of undo
        self._before: Before | None = None  # what holds on when the same file is read another way
        self._pool = pool
        self._jobs = jobs
        self._counting = Counting(jobs)
        self._undo = Undo()
        self._loader = Loader(pool)
        self._preparing = Preparing(self._loader)
        self._exporter = Exporter(pool, self._loader.folder)
        self.trials = ReadingTrials(pool, self._loader.folder)
        self._link = ModelLink(make_model_worker)
        self._masks = MaskCounting(jobs, self._link)
        parts = (self._counting, self._loader, self._preparing, self._exporter, self._link, self._masks)
        for one in (*parts, self.trials):
            one.setParent(self)  # they end with it, and with them what they hold and are connected to
        self._connect()

    def _connect(self) -> None:
        self._counting.counted.connect(self._on_counted)
        self._counting.scale_changed.connect(self.scale_changed)
        self._counting.order_changed.connect(self.order_changed)
        self._counting.findings_changed.connect(self.findings_changed)
        self._counting.failed.connect(lambda words: self.noticed.emit("error", words))
        self._loader.opened.connect(self._on_opened)
        self._loader.grew.connect(self._on_grew)
        self._loader.refused.connect(self.refused)
        self._loader.stopped.connect(lambda said: self.noticed.emit("warning", problem_words(said)))
        self._preparing.ready.connect(self._refresh)
        self._preparing.failed.connect(self._restore)
        self._loader.work_changed.connect(lambda work: self._set_work("data", work))
        self._exporter.exported.connect(self.exported)
        self._exporter.failed.connect(self.export_failed)
        self._exporter.cancelled.connect(self.export_cancelled)
        self._exporter.work_changed.connect(lambda work: self._set_work("export", work))
        self._link.changed.connect(self.model_changed)
        self._link.work_changed.connect(lambda work: self._set_work("model", work))

    # -- opening -------------------------------------------------------------------------------
    def open(self, path: str, options: Mapping[str, Any] | None = None) -> None:
        """Open a dataset; what is open stays until its first rows are there."""
        self._restoring = self._before = None
        self._loader.open(path, options or {})

    def restore(self, state: WindowState, name: str = "") -> None:
        """Open a dataset as it was open before: with its recipe as one step of undo, and its view."""
        self._restoring, self._before = (name or tr("Recipe of last time"), state), None
        self._loader.open(state.path, state.options)

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
            self._link.choose_template(model.template, model.parameters)
        elif model.path:
            self._link.open(model.path)

    def cancel_opening(self) -> None:
        """Stop reading the file."""
        self._loader.cancel()

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
        self._undo.clear()
        self._preparing.forget()
        self._counting.clear()
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
            is_planned = looked is None and self._undo.holds(self.session)
            self._set_session(replace(self.session, tensor=shown, looked=None))
            if is_planned:
                self._accept(self.plan)
            else:
                self._refresh()
        elif not self._look_at(column):
            return
        self.look(at=(), row=-1, col=-1, corner=(-1, -1), marked=None, keep=RowFilter())

    def _look_at(self, column: str) -> bool:
        """Show a column that the recipe does not read; returns whether it can be shown."""
        if self.dataset is None:
            return False
        try:
            changed = make.looking_at(self.session, self.dataset, column)
            try:
                plan = self._preparing.plan(changed, self.dataset)
            except ContentError as error:
                numbered = self._numbered(changed, error)
                if numbered is None:
                    raise
                changed, plan = numbered, self._preparing.plan(numbered, self.dataset)
        except PadViewerError as error:
            self.noticed.emit("warning", problem_words(error))
            return False
        self._set_session(changed)
        self._accept(plan)
        return True

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
        if self.kept is not None and self._undo.holds(self.session) and not self.is_provisional:
            recipe = self.kept.recipe
        try:
            save(recipe, path)
        except PadViewerError as error:
            self.noticed.emit("error", problem_words(error))
            return False
        self.noticed.emit("info", tr("The recipe is saved as {file}.", file=make.name_of(path)))
        return True

    def _make(self, name: str, build: Callable[[Dataset], Session]) -> bool:
        """Build another session and adopt it; what cannot be is said."""
        if self.dataset is None:
            self.noticed.emit("info", tr("Open a dataset first."))
            return False
        try:
            changed = build(self.dataset)
        except PadViewerError as error:
            self.noticed.emit("warning", problem_words(error))
            return False
        return self._change(name, changed)

    def _change(self, name: str, changed: Session, field: str = "") -> bool:
        """Adopt a session if it can be planned; the last one stays where it cannot."""
        before = self.session
        if changed == before:
            return True
        try:
            plan = self._preparing.plan(changed, self.dataset)
        except (ChoiceError, ContentError) as error:
            numbered = None if field == "maxlen" else self._numbered(changed, error)
            if numbered is not None:
                return self._change(name, numbered)
            if field:
                self.choice_refused.emit(field, told(error.what))
            else:
                self.noticed.emit("warning", problem_words(error))
            return False
        self._set_session(changed)
        self._undo.record(name, before)
        self._accept(plan)
        self.history_changed.emit()
        return True

    def _set_session(self, session: Session) -> None:
        old, self.session = self.session, session
        if self.dataset is not None:
            self.dataset = replace(self.dataset, roles=dict(session.roles))
        self.session_changed.emit(old, session)

    # -- undo ----------------------------------------------------------------------------------
    def begin_gesture(self) -> None:
        """From now on changes are one step of undo, until `end_gesture`."""
        self._undo.begin(self.session)

    def end_gesture(self, name: str) -> None:
        """Make what changed since `begin_gesture` one step of undo."""
        self._undo.end(name, self.session)
        self.history_changed.emit()

    def cancel_gesture(self) -> None:
        """Take back what changed since `begin_gesture`."""
        self._travel(self._undo.cancel(self.session))

    @property
    def undo_name(self) -> str:
        """What undo takes back; empty for nothing."""
        return self._undo.undo_name

    @property
    def history(self) -> tuple[str, ...]:
        """The names of all steps, done ones first; `history_at` of them are done."""
        return self._undo.names()

    @property
    def history_at(self) -> int:
        """How many steps of `history` are done."""
        return self._undo.at

    def travel(self, to: int) -> None:
        """Undo or redo until `to` steps of `history` are done."""
        self._travel(self._undo.travel(self.session, to))

    @property
    def redo_name(self) -> str:
        """What redo does again; empty for nothing."""
        return self._undo.redo_name

    def undo(self) -> None:
        """Take the last change back; in the middle of a gesture, that gesture."""
        self._travel(self._undo.undo(self.session))

    def redo(self) -> None:
        """Make the change again."""
        self._travel(self._undo.redo(self.session))

    def _travel(self, session: Session) -> None:
        if session != self.session:
            self._set_session(session)
            self._refresh()
        self.history_changed.emit()

    # -- from recipe to plan -------------------------------------------------------------------
    def _refresh(self) -> None:
        """Make the plan of the session's recipe, now or when its columns are prepared."""
        if self.session.recipe is None:
            self._show_plan(None)
        try:
            plan = self._preparing.plan(self.session, self.dataset)
        except (ChoiceError, ContentError) as error:
            self._on_unplannable(error)
            return
        self._accept(plan)

    def _accept(self, plan: Plan | None) -> None:
        """Show the plan of the session, where there is one already; ask for what it lacks."""
        if plan is not None:
            self._undo.hold(self.session)
            self._show_plan(plan)
        self._preparing.ask(self.session, self.dataset)

    def _on_unplannable(self, error: PadViewerError) -> None:
        """Mend a session that the rows do not suit, or go back to the last one that they did."""
        source = self.session.source
        if source is not None and not source.complete and error.code in ("all-empty", NOT_PREPARED):
            return  # more rows are coming
        numbered = self._numbered(self.session, error)
        if numbered is not None:
            self._set_session(numbered)
            self._refresh()
            return
        if self._undo.holds(self.session):
            self.plan = self.kept = None  # it was of fewer rows, or of other ones
        self._restore(error)

    def _numbered(self, session: Session, error: PadViewerError) -> Session | None:
        """Return the session with a number for a maxlen that is 0 in this data, and say so; else None."""
        if error.code != "all-empty" or session.source is None or not session.source.complete:
            return None
        mended = make.with_number(session, error.where)
        words = tr("{problem} Maxlen is 1 now; give another number.", problem=told(error.what))
        self.noticed.emit("warning", words)
        return mended

    def _restore(self, error: Any) -> None:
        """Say what went wrong; the last session that had a plan comes back with its undo list."""
        self.noticed.emit("error", problem_words(error))
        if self.plan is None or self._undo.holds(self.session):
            self._show_plan(self.plan)
            return
        self._set_session(self._undo.restore(self.session))
        self._show_plan(self.plan)
        self.history_changed.emit()

    def _show_plan(self, plan: Plan | None) -> None:
        """Announce a plan; what is slow to know about it is counted in jobs."""
        before, self.plan = self.plan, plan
        view = self._following(before, plan)
        self.kept = None if plan is None else self._kept_of(plan)
        self._masks.set_plan(self.kept)
        if plan is None or self.kept is None:
            self._counting.clear()
            self._link.set_plan(None, {})
        else:
            self._counting.set_plan(plan, self.shown.name, view, self.kept)
        self._set_view(view)
        self.plan_changed.emit()
        self.findings_changed.emit()
        if self.kept is not None and self.counts is not None:
            self._link.set_plan(self.kept, self._counting.shortest)

    def _following(self, before: Plan | None, after: Plan | None) -> View:
        """Return the view of the same rows of the source where other rows are left out now."""
        if before is None or after is None or before.prepared.numbers is after.prepared.numbers:
            return self.view
        old, new = (next(iter(plan.tensor_plans.values())) for plan in (before, after))
        view = self.view
        row = new.row_of(old.number(view.row)) if 0 <= view.row < old.n else -1
        marked = view.marked
        if marked is not None:
            kept = marked.rows[(marked.rows >= 0) & (marked.rows < old.n)].tolist()
            rows = np.array([at for at in (new.row_of(old.number(one)) for one in kept) if at >= 0], np.int64)
            marked = replace(marked, rows=rows) if len(rows) else None
        return replace(view, row=row, corner=(-1, -1), marked=marked)

    def _on_counted(self) -> None:
        self.plan_changed.emit()
        if self.kept is not None:
            self._link.set_plan(self.kept, self._counting.shortest)

    def _kept_of(self, plan: Plan) -> Plan:
        """Return the plan without the tensor that is only looked at."""
        session = self._undo.held or self.session
        if session.looked is None:
            return plan
        recipe = plan.recipe
        without = [name for name in recipe.tensors if name != session.tensor]
        kept = replace(
            recipe,
            tensors={name: recipe.tensors[name] for name in without},
            fitted={name: recipe.fitted[name] for name in without},
        )
        return resolve(kept, plan.prepared)

    @property
    def shown(self) -> TensorPlan:
        """The plan of the tensor that is shown; call it only while there is a plan.

        While columns are prepared, that is the tensor that was shown before.
        """
        assert self.plan is not None  # noqa: S101 - the caller looked
        held = self._undo.held or self.session
        shown = self.session.tensor
        return self.plan.of(shown if shown in self.plan.tensor_plans else held.tensor)

    @property
    def is_provisional(self) -> bool:
        """Whether what is fitted holds for the rows so far: not all are read, or encoded."""
        source = self.session.source
        return source is not None and (
            not source.complete or (self.plan is not None and self._preparing.is_behind(source))
        )

    # -- what is counted in jobs ---------------------------------------------------------------
    @property
    def counts(self) -> LengthCounts | None:
        """The shown tensor's lengths, counted; None while they are."""
        return self._counting.counts

    @property
    def lengths(self) -> Int64 | None:
        """The shown tensor's lengths before cutting, int64 [n]; None while they are counted."""
        return self._counting.lengths

    @property
    def scale(self) -> Scale | None:
        """How the shown tensor's values become colours; None until that is counted."""
        return self._counting.scale

    @property
    def arrangement(self) -> Arrangement:
        """Which tensor row each row of the views is, and where groups begin."""
        return self._counting.arrangement

    @property
    def order(self) -> Int64 | None:
        """The tensor row of each row in the views, int64 [m]; None for all rows in the file's order."""
        return self._counting.arrangement.rows

    @property
    def places(self) -> RowPlaces:
        """Where each row of the shown tensor stands in the views; nowhere while there is no plan."""
        if self.plan is None:
            return RowPlaces(None, 0)
        return self._counting.arrangement.places(self.shown.n)

    @property
    def label(self) -> Ragged | None:
        """The column that labels the rows, one value for every source row; None where there is none."""
        return None if self.plan is None else label_of(self.plan)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should know, most serious first; of the plan before while `counting`."""
        return self._counting.findings

    @property
    def counting(self) -> bool:
        """Whether the findings of this plan are still looked for."""
        return self._counting.counting

    def submit(self, channel: str, function: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a pure function in a job and hand its answer over; per channel the newest wins."""
        self._jobs.submit(channel, lambda _context: function(), done)

    def run(
        self,
        channel: str,
        function: Callable[[JobContext], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a pure function in a job that can be asked to stop and says how far it is.

        Parameters
        ----------
        channel : str
            What the answer is for; per channel the newest wins.
        function : callable (JobContext) -> answer
        done, failed : callable
            Take the answer or the error; without `failed` the banner tells the error.
        """
        self._jobs.submit(channel, function, done, failed)

    def stop(self, channel: str) -> None:
        """Ask what runs in a channel to stop; nothing of it is delivered."""
        self._jobs.cancel(channel)

    # -- view ----------------------------------------------------------------------------------
    def look(self, **changes: Any) -> None:
        """Change what is looked at: fields of `View`."""
        old = self.view
        self._set_view(replace(old, **changes))
        new = self.view
        others = new.keep.only_marked and new.marked is not old.marked
        if others or (new.order, new.grouped, new.keep) != (old.order, old.grouped, old.keep):
            self._counting.arrange(new)
        levels = new.colouring.levels
        if levels != old.colouring.levels or (levels != Levels() and new.at != old.at):
            self._counting.level(new)

    def select(self, row: int, col: int) -> None:
        """Select one cell, in tensor numbers."""
        self.look(row=row, col=col, corner=(-1, -1))

    def mark(self, rows: Int64, words: str) -> None:
        """Mark rows in every view, in tensor numbers; no row takes the marks away."""
        self.look(marked=Marked(np.unique(rows), words) if len(rows) else None)

    def _set_view(self, view: View) -> None:
        if view != self.view:
            old, self.view = self.view, view
            self.view_changed.emit(old, view)

    # -- model and export ------------------------------------------------------------------------
    @property
    def model(self) -> ModelLink:
        """The model beside the data."""
        return self._link

    def export(self, destination: str, *, replace: bool = False) -> None:
        """Write the arrays that are shown to `destination`; a signal says how it ended.

        Without `replace`, what is there and no export of ours wrote stays, and the export fails.
        """
        source, plan, held = self.session.source, self.kept, self._undo.held
        if self._exporter.is_busy:
            self.noticed.emit("info", tr("An export is under way. Wait for its end, or cancel it."))
        elif source is None or plan is None or held is None:
            self.export_failed.emit(ContentError("no-tensor", tr("There is nothing to export yet.")))
        elif self.is_provisional:
            said = ContentError(
                "still-reading",
                tr("The file is still being read."),
                remedy=tr("Export when all rows are there."),
            )
            self.export_failed.emit(said)
        else:
            self._exporter.start(source, plan.recipe, held.roles, destination, replace=replace)

    def set_cache_limit(self, nbytes: int) -> None:
        """Let all stores together take so many bytes on the disk, from the next file on."""
        self._loader.cap = nbytes

    def cancel_export(self) -> None:
        """Stop the export; nothing half-written remains."""
        self._exporter.cancel()

    def _set_work(self, key: str, work: Work | None) -> None:
        if work is None:
            self.work.pop(key, None)
        else:
            self.work[key] = work
        self.work_changed.emit()

    def shutdown(self) -> None:
        """End everything that runs."""
        self._counting.stop()
        self._link.shutdown()
        self._jobs.shutdown()
        self._pool.shutdown()
        self._loader.shutdown()
