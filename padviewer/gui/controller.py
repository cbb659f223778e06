"""The controller: one session, changed by replacing it and announced once; asks for all that takes time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from padviewer.core.checks import check
from padviewer.core.dataset import Dataset, Role, can_be_sequence
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError
from padviewer.core.finding import Finding, by_level
from padviewer.core.fitting import fit_sizes, fit_transforms, prepare
from padviewer.core.lengths import LengthCounts, count_lengths
from padviewer.core.plan import Plan, resolve
from padviewer.core.ragged import Int64
from padviewer.core.ranks import id_counts, log_ranks
from padviewer.core.recipe import Recipe, TensorRecipe, default_transforms, propose, safe_name
from padviewer.core.store_derived import DerivedColumns
from padviewer.core.tensor_plan import TensorPlan
from padviewer.core.transform import Transform
from padviewer.gui.jobs import JobContext, Jobs
from padviewer.gui.loader import Loader
from padviewer.gui.model_link import ModelLink
from padviewer.gui.session import History, Order, Refusal, Session, Source, View, Work
from padviewer.gui.worker_client import Task, Worker, WorkerPool

FINDINGS_MS = 120
SMALL = 200_000
IN_MEMORY = 64 << 20


@dataclass(frozen=True, eq=False)
class Scale:
    """How a tensor's values become colours.

    Parameters
    ----------
    levels : (float, float)
        Values at the ends of the ramp.
    ranks : float32 [ids] or None
        For ids: their place on the ramp.
    counts : int64 [ids] or None
        For ids: how often each occurs.
    """

    levels: tuple[float, float]
    ranks: NDArray[np.float32] | None = None
    counts: Int64 | None = None


class Controller(QObject):
    """The window's one mutable thing.

    Signals
    -------
    session_changed (Session, Session)
        Old and new.
    plan_changed ()
        `plan`, `dataset` and `counts` are others.
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
        self.dataset: Dataset | None = None
        self.counts: LengthCounts | None = None
        self.lengths: Int64 | None = None
        self.scale: Scale | None = None
        self.order: Int64 | None = None
        self.findings: tuple[Finding, ...] = ()
        self.counting = False
        self.work: dict[str, Work] = {}
        self._prepared: Dataset | None = None
        self._fitted: Recipe | None = None
        self._prepare_findings: tuple[Finding, ...] = ()
        self._before_gesture: Session | None = None
        self._proposed = False
        self._export: Task | None = None
        self._history = History()
        self._pool = pool
        self._jobs = jobs
        self._jobs.failed.connect(self._on_job_failed)
        self._loader = Loader(pool)
        self._loader.grew.connect(self._on_grew)
        self._loader.refused.connect(self._on_refused)
        self._loader.prepared.connect(self._on_prepared)
        self._loader.not_prepared.connect(self._on_not_prepared)
        self._loader.work_changed.connect(lambda work: self._set_work("data", work))
        self._link = ModelLink(make_model_worker)
        self._link.changed.connect(self.model_changed)
        self._link.work_changed.connect(lambda work: self._set_work("model", work))
        self._timer = QTimer(self, singleShot=True, interval=FINDINGS_MS)
        self._timer.timeout.connect(self._check)

    # -- opening -------------------------------------------------------------------------------
    def open(self, path: str, options: Mapping[str, Any] | None = None) -> None:
        """Open a dataset; what is open stays until its first rows are there."""
        self._proposed = False
        self._loader.open(path, options or {})

    def cancel_opening(self) -> None:
        """Stop reading the file."""
        self._loader.cancel()

    def read_as(self, **options: Any) -> None:
        """Read the same file again with other options (fields of `ReadOptions`)."""
        source = self.session.source
        if source is not None:
            self.open(source.path, {**source.options, **options})

    def _on_grew(self, source: Source, dataset: Dataset) -> None:
        if not self._proposed:
            self._proposed = True
            self._adopt(source, dataset)
            return
        old = self.session
        self.session = replace(old, source=source)
        self.dataset = replace(dataset, roles=old.roles)
        self.session_changed.emit(old, self.session)
        if old.recipe is not None and (source.complete or not self._encodes(old.recipe)):
            self._refresh(refit=True)

    def _adopt(self, source: Source, dataset: Dataset) -> None:
        """Start anew with another file."""
        old = self.session
        problem = ""
        recipe: Recipe | None = None
        try:
            recipe = propose(dataset)
        except ContentError as error:
            problem = str(error.what)
        self.dataset = dataset
        tensor = "" if recipe is None else next(iter(recipe.tensors))
        self._history.clear()
        self.session = Session(source, dict(dataset.roles), recipe, tensor)
        self._forget()
        self._set_view(View())
        self.session_changed.emit(old, self.session)
        self.history_changed.emit()
        if problem:
            self.noticed.emit("warning", f"{problem} Give a column the role sequence.")
        self.plan_changed.emit()
        if recipe is not None:
            self._refresh(refit=True)

    def _forget(self) -> None:
        self.plan = self._prepared = self._fitted = None
        self.counts = self.lengths = self.scale = self.order = None
        self.findings, self._prepare_findings = (), ()
        for channel in ("lengths", "scale", "order", "findings"):
            self._jobs.cancel(channel)
        self._link.set_plan(None)

    def _on_refused(self, refusal: Refusal) -> None:
        source = self.session.source
        if source is not None and source.path == refusal.path and self._proposed:
            self.noticed.emit("warning", f"{refusal.what} {refusal.remedy}".strip())
        else:
            self.refused.emit(refusal)

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
        recipe = self.session.recipe
        if recipe is None:
            return False
        field = next(iter(changes))
        try:
            changed = recipe.with_tensor(self.session.tensor, **changes)
        except (ChoiceError, ContentError) as error:
            self.choice_refused.emit(field, error.what)
            return False
        return self._change(name, replace(self.session, recipe=changed), field)

    def set_transforms(self, name: str, transforms: tuple[Transform, ...]) -> bool:
        """Change the shown tensor's cleaning and encoding."""
        return self.set_choice(name, transforms=transforms)

    def set_role(self, column: str, role: Role) -> bool:
        """Give a column a role; a sequence becomes a tensor of its own."""
        session, dataset = self.session, self.dataset
        if dataset is None:
            return False
        roles = {**session.roles, column: role}
        tensors = dict(session.recipe.tensors) if session.recipe is not None else {}
        mine = [name for name, one in tensors.items() if (one.column or name) == column]
        tensor = session.tensor
        if role == "sequence" and not mine:
            if not can_be_sequence(dataset[column]):
                said = f"“{column}” holds one {dataset[column].kind} value a row, no sequence."
                self.noticed.emit("warning", said)
                return False
            tensor = safe_name(column)
            tensors[tensor] = TensorRecipe(column, default_transforms(dataset[column]))
        elif role != "sequence" and mine:
            if len(tensors) == len(mine):
                self.noticed.emit("warning", "One column stays the sequence. Make another one it first.")
                return False
            for name in mine:
                del tensors[name]
            tensor = tensor if tensor in tensors else next(iter(tensors))
        recipe = Recipe(tensors, fitted=session.recipe.fitted if session.recipe is not None else {})
        return self._change(f"{column}: {role}", replace(session, roles=roles, recipe=recipe, tensor=tensor))

    def show_column(self, column: str) -> None:
        """Show the tensor of a column; a column without one takes the place of the tensor that is shown."""
        session, dataset = self.session, self.dataset
        if dataset is None or session.recipe is None:
            return
        tensors = dict(session.recipe.tensors)
        for name, one in tensors.items():
            if (one.column or name) == column:
                if name != session.tensor:
                    self._set_session(replace(session, tensor=name))
                    self._set_view(replace(self.view, at=(), row=-1, col=-1))
                    self._show_plan(self.plan)
                return
        if not can_be_sequence(dataset[column]):
            said = f"“{column}” holds one {dataset[column].kind} value a row, no sequence."
            self.noticed.emit("info", said)
            return
        old = tensors.pop(session.tensor)
        tensor = safe_name(column)
        roles: dict[str, Role] = {
            **session.roles,
            column: "sequence",
            old.column or session.tensor: "ignored",
        }
        kept = replace(old, column=column, transforms=default_transforms(dataset[column]), maxlen="max")
        recipe = Recipe({tensor: kept, **tensors}, fitted=session.recipe.fitted)
        self._set_view(replace(self.view, at=(), row=-1, col=-1))
        self._change(f"Column {column}", replace(session, roles=roles, recipe=recipe, tensor=tensor))

    def begin_gesture(self) -> None:
        """From now on changes are one step of undo, until `end_gesture`."""
        if self._before_gesture is None:
            self._before_gesture = self.session

    def end_gesture(self, name: str) -> None:
        """Make what changed since `begin_gesture` one step of undo."""
        before, self._before_gesture = self._before_gesture, None
        if before is not None and before.recipe != self.session.recipe:
            self._history.record(name, before)
            self.history_changed.emit()

    def cancel_gesture(self) -> None:
        """Take back what changed since `begin_gesture`."""
        before, self._before_gesture = self._before_gesture, None
        if before is not None:
            self._set_session(replace(before, source=self.session.source))
            self._refresh()

    @property
    def undo_name(self) -> str:
        """What undo takes back; empty for nothing."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """What redo does again; empty for nothing."""
        return self._history.redo_name

    def undo(self) -> None:
        """Take the last change back."""
        if self._history.undo_name:
            self._travel(self._history.undo(self.session))

    def redo(self) -> None:
        """Make the change again."""
        if self._history.redo_name:
            self._travel(self._history.redo(self.session))

    def _travel(self, session: Session) -> None:
        self._set_session(session)
        self.history_changed.emit()
        self._refresh()

    def open_recipe(self, path: str) -> bool:
        """Apply a saved recipe to the data, as one step of undo."""
        dataset = self.dataset
        if dataset is None:
            return False
        try:
            recipe = Recipe.load(path)
            columns = {name: recipe.column(name) for name in recipe.tensors}
            for column in columns.values():
                dataset[column]
        except PadViewerError as error:
            self.noticed.emit("error", str(error))
            return False
        roles: dict[str, Role] = {
            name: "ignored" if role == "sequence" else role for name, role in self.session.roles.items()
        }
        roles |= dict.fromkeys(columns.values(), "sequence")
        changed = replace(self.session, recipe=recipe, roles=roles, tensor=next(iter(recipe.tensors)))
        return self._change(f"Recipe {Path(path).name}", changed)

    def save_recipe(self, path: str) -> bool:
        """Save the recipe with what was fitted."""
        recipe = self._fitted or self.session.recipe
        if recipe is None:
            return False
        try:
            recipe.save(path)
        except PadViewerError as error:
            self.noticed.emit("error", str(error))
            return False
        self.noticed.emit("info", f"The recipe is saved as {Path(path).name}.")
        return True

    def _change(self, name: str, changed: Session, field: str = "") -> bool:
        """Adopt a session if it can be fitted; the last one stays where it cannot."""
        before = self.session
        if changed == before:
            return True
        recipe = changed.recipe
        dataset = self.dataset
        if recipe is not None and dataset is not None and not self._needs_child(recipe):
            try:
                plan = self._planned(recipe, replace(dataset, roles=changed.roles))
            except (ChoiceError, ContentError) as error:
                self.choice_refused.emit(field, error.what)
                return False
            self._set_session(changed)
            self._show_plan(plan)
        else:
            self._set_session(changed)
            self._refresh()
        if self._before_gesture is None:
            self._history.record(name, before)
            self.history_changed.emit()
        return True

    def _set_session(self, session: Session) -> None:
        old, self.session = self.session, session
        if self.dataset is not None:
            self.dataset = replace(self.dataset, roles=session.roles)
        self.session_changed.emit(old, session)

    # -- from recipe to plan -------------------------------------------------------------------
    @staticmethod
    def _encodes(recipe: Recipe) -> bool:
        return any(one.transforms for one in recipe.tensors.values())

    def _needs_child(self, recipe: Recipe) -> bool:
        """Whether a column must be prepared first: one with transforms that is not kept yet."""
        for name, one in recipe.tensors.items():
            if one.transforms:
                entry = None if self._fitted is None else self._fitted.fitted.get(name)
                if entry is None or not entry.suits_transforms(one):
                    return True
        return False

    def _refresh(self, *, refit: bool = False) -> None:
        """Make the plan of the session's recipe, through the data child where columns must be prepared."""
        recipe, source, dataset = self.session.recipe, self.session.source, self.dataset
        if recipe is None or source is None or dataset is None:
            self._show_plan(None)
            return
        if refit and self._fitted is not None:
            self._fitted = None
        if self._needs_child(recipe):
            self._loader.prepare(source, recipe)
            return
        try:
            plan = self._planned(recipe, dataset)
        except (ChoiceError, ContentError) as error:
            self.noticed.emit("warning", f"{error.what} {error.remedy}".strip())
            self._show_plan(None)
            return
        self._show_plan(plan)

    def _planned(self, recipe: Recipe, dataset: Dataset) -> Plan:
        """Resolve a recipe whose derived columns are kept; keeps what was fitted and prepared."""
        known = dict(recipe.fitted)
        if self._fitted is not None:
            known |= {name: one for name, one in self._fitted.fitted.items() if name in recipe.tensors}
        fitted = fit_transforms(replace(recipe, fitted=known), dataset)
        source = self.session.source
        store = None
        if source is not None and self._encodes(recipe):
            store = DerivedColumns(source.store, len(dataset))
        prepared = prepare(fitted, dataset, store)
        fitted = fit_sizes(fitted, prepared)
        plan = resolve(fitted, prepared)
        self._fitted, self._prepared = fitted, prepared
        return plan

    def _on_prepared(self, fitted: Recipe, findings: tuple[Finding, ...], rows: int) -> None:
        recipe, dataset = self.session.recipe, self.dataset
        if recipe is None or dataset is None:
            return
        transforms_differ = any(
            name not in fitted.fitted or not fitted.fitted[name].suits_transforms(one)
            for name, one in recipe.tensors.items()
        )
        if transforms_differ:
            return
        if len(dataset) != rows:
            dataset = dataset.rows(0, rows)
        self._prepare_findings = findings
        self._fitted = fitted
        try:
            plan = self._planned(recipe, dataset)
        except (ChoiceError, ContentError) as error:
            self.noticed.emit("warning", f"{error.what} {error.remedy}".strip())
            self._show_plan(None)
            return
        self._show_plan(plan)

    def _on_not_prepared(self, error: Any) -> None:
        self.noticed.emit("error", f"{error.what} {error.remedy}".strip())
        if self._history.undo_name and self.plan is not None:
            self._set_session(self._history.undo(self.session))
            self._history.drop_redo()
            self.history_changed.emit()

    def _show_plan(self, plan: Plan | None) -> None:
        """Announce a plan; what is slow to know about it is counted in jobs."""
        before = self._column_key(self.plan)
        self.plan = plan
        if plan is not None and self.session.tensor not in plan.tensor_plans:
            plan = None
        if plan is None:
            self.counts = self.lengths = self.scale = self.order = None
            self.findings, self.counting = (), False
        elif self._column_key(plan) != before or self.counts is None:
            self._count(self.shown)
        self.plan_changed.emit()
        self._link.set_plan(plan)
        if plan is not None:
            self.counting = True
            self._timer.start()
        self.findings_changed.emit()

    def _column_key(self, plan: Plan | None) -> object:
        """Return what the lengths and the colours depend on: the tensor, its column and rows."""
        if plan is None or self.session.tensor not in plan.tensor_plans:
            return None
        own = plan.of(self.session.tensor)
        source = self.session.source
        entry = plan.recipe.fitted[own.name]
        return (
            own.name,
            source and source.path,
            own.n,
            own.choice.column,
            entry.transforms,
            source and source.complete,
        )

    @property
    def shown(self) -> TensorPlan:
        """The plan of the tensor that is shown; call it only while there is a plan."""
        assert self.plan is not None  # noqa: S101 - the caller looked
        return self.plan.of(self.session.tensor)

    @property
    def is_provisional(self) -> bool:
        """Whether the file is still being read: what is fitted holds for the rows so far."""
        source = self.session.source
        return source is not None and not source.complete

    # -- what is counted in jobs ---------------------------------------------------------------
    def submit(self, channel: str, function: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a pure function in a job and hand its answer over; per channel the newest wins."""
        self._jobs.submit(channel, lambda _context: function(), done)

    def _count(self, own: TensorPlan) -> None:
        self.scale = None
        self.order = None
        if own.n <= SMALL:
            self._on_lengths(_lengths(own))
        else:
            self.counts = self.lengths = None
            self._jobs.submit("lengths", lambda _context: _lengths(own), self._on_late_lengths)
        self._jobs.submit("scale", lambda context: _scale(own, context), self._on_scale)
        self._sort()

    def _on_lengths(self, found: tuple[Int64, LengthCounts]) -> None:
        self.lengths, self.counts = found

    def _on_late_lengths(self, found: tuple[Int64, LengthCounts]) -> None:
        self._on_lengths(found)
        self.plan_changed.emit()

    def _on_scale(self, scale: Scale) -> None:
        self.scale = scale
        self.scale_changed.emit()

    def _check(self) -> None:
        plan = self.plan
        if plan is not None:
            self._jobs.submit("findings", lambda context: check(plan, context.should_stop), self._on_checked)

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        known = {(one.code, one.message) for one in findings}
        more = [one for one in self._prepare_findings if (one.code, one.message) not in known]
        self.findings = by_level([*findings, *more])
        self.counting = False
        self.findings_changed.emit()

    def _on_job_failed(self, channel: str, error: Exception) -> None:
        words = error.what if isinstance(error, PadViewerError) else f"{type(error).__name__}: {error}"
        self.noticed.emit("error", f"Something went wrong with the {channel}. {words}")

    # -- view ----------------------------------------------------------------------------------
    def set_order(self, order: Order) -> None:
        """Sort the rows of the views."""
        self._set_view(replace(self.view, order=order))
        self._sort()

    def set_at(self, at: tuple[int, ...]) -> None:
        """Show another index of the inner axes."""
        self._set_view(replace(self.view, at=at))

    def select(self, row: int, col: int) -> None:
        """Select one cell, in tensor numbers."""
        self._set_view(replace(self.view, row=row, col=col))

    def _set_view(self, view: View) -> None:
        if view != self.view:
            old, self.view = self.view, view
            self.view_changed.emit(old, view)

    def _sort(self) -> None:
        plan, order = self.plan, self.view.order
        if plan is None or order == "file" or self.session.tensor not in plan.tensor_plans:
            self._jobs.cancel("order")
            if self.order is not None:
                self.order = None
                self.order_changed.emit()
            return
        own = self.shown
        labels = plan.prepared.with_role_of("label")
        label = plan.prepared[labels[0]] if labels else None
        self._jobs.submit("order", lambda _context: _order(own, order, label), self._on_sorted)

    def _on_sorted(self, order: Int64) -> None:
        self.order = order
        self.order_changed.emit()

    # -- model ---------------------------------------------------------------------------------
    @property
    def model(self) -> ModelLink:
        """The model beside the data."""
        return self._link

    # -- export --------------------------------------------------------------------------------
    def export(self, destination: str) -> None:
        """Write the arrays to `destination` in a child; `exported` or `export_failed` says how it ended."""
        source, recipe = self.session.source, self._fitted
        if source is None or recipe is None or self._export is not None:
            return
        path = self._loader.folder / "export.toml"
        recipe.save(path)
        args = {
            "store": source.store,
            "recipe": str(path),
            "destination": destination,
            "roles": dict(self.session.roles),
        }
        self._export = task = self._pool.run("export", args)
        name = Path(destination).name
        task.event_arrived.connect(lambda _name, data: self._on_exporting(name, data))
        task.done.connect(self._on_exported)
        task.failed.connect(self._on_export_failed)
        task.cancelled.connect(self._on_export_cancelled)
        self._set_work("export", Work("export", f"Writing {name}", 0.0))

    def cancel_export(self) -> None:
        """Stop the export; nothing half-written remains."""
        if self._export is not None:
            self._export.cancel()

    def _on_exporting(self, name: str, data: Mapping[str, Any]) -> None:
        if data.get("total"):
            self._set_work("export", Work("export", f"Writing {name}", data["done"] / data["total"]))

    def _on_exported(self, answer: object) -> None:
        self._end_export()
        self.exported.emit(answer)

    def _on_export_failed(self, error: object) -> None:
        self._end_export()
        self.export_failed.emit(error)

    def _on_export_cancelled(self) -> None:
        self._end_export()
        self.export_cancelled.emit()

    def _end_export(self) -> None:
        self._export = None
        self._set_work("export", None)

    # -- work ----------------------------------------------------------------------------------
    def _set_work(self, key: str, work: Work | None) -> None:
        if work is None:
            self.work.pop(key, None)
        else:
            self.work[key] = work
        self.work_changed.emit()

    def shutdown(self) -> None:
        """End everything that runs."""
        self._timer.stop()
        self._loader.shutdown()
        self._link.shutdown()
        self._jobs.shutdown()
        self._pool.shutdown()


def _lengths(own: TensorPlan) -> tuple[Int64, LengthCounts]:
    lengths = own.column[own.start : own.stop].axis_lengths()[0]
    return lengths, count_lengths(lengths)


def _scale(own: TensorPlan, context: JobContext) -> Scale:
    column = own.column
    stats = column.stats
    low = float(stats.minimum if stats.minimum is not None else 0)
    high = float(stats.maximum if stats.maximum is not None else 1)
    levels = (low, high if high > low else low + 1)
    counts = id_counts(column, context.should_stop)
    if counts is None:
        return Scale(levels)
    return Scale(levels, log_ranks(counts), counts)


def _order(own: TensorPlan, order: Order, label: Any) -> Int64:
    if order == "label" and label is not None:
        part = label[own.start : own.stop]
        values = np.array(part.to_lists(), dtype=str) if label.kind in ("text", "category") else part.flat
        return np.argsort(values, kind="stable").astype(np.int64)
    lengths = own.column[own.start : own.stop].axis_lengths()[0]
    return np.argsort(-lengths if order == "-length" else lengths, kind="stable").astype(np.int64)
