"""The session, its plan and its undo list: what cannot be planned is not adopted; the view follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.places import RowPlaces
from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError
from padviewer.core.padding.plan import Plan, resolve
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.levels import Levels
from padviewer.core.planner import NOT_PREPARED, Planner, Request, encodes
from padviewer.core.recipe import Recipe
from padviewer.gui.session import changes as make
from padviewer.gui.session.changes import Undo
from padviewer.gui.session.state import Marked, Session, Source, View
from padviewer.gui.style.words import problem_words, told, tr
from padviewer.gui.tasks.children import Worker
from padviewer.gui.tasks.counting import Counting
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.tasks.loader import Loader
from padviewer.gui.tasks.model_link import MaskCounting, ModelLink


class Preparing(QObject):
    """Plans sessions, and asks for the columns that they lack; the newest request wins.

    Signals
    -------
    ready ()
        Columns were prepared: `plan` may have an answer now.
    failed (object)
        Why they could not be.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(self, loader: Loader) -> None:
        super().__init__()
        self._loader = loader
        self._planner = Planner()
        self._asked: Request | None = None
        loader.prepared.connect(self._on_prepared)
        loader.not_prepared.connect(self._on_failed)

    def forget(self) -> None:
        """Be about another file."""
        self._loader.stop_preparing()
        self._planner.forget()
        self._asked = None

    def stop(self) -> None:
        """Ask for nothing any more, until `ask` does."""
        self._loader.stop_preparing()
        self._asked = None

    def is_behind(self, source: Source) -> bool:
        """Whether plans are about fewer rows than `source` has by now."""
        return self._planner.is_behind(source)

    def plan(self, session: Session, dataset: Dataset | None) -> Plan | None:
        """Return a session's plan; None where a column must be prepared first.

        Raises
        ------
        ContentError
            A choice that does not suit the data.
        """
        recipe, source = session.planned, session.source
        if recipe is None or source is None or dataset is None:
            return None
        if self._planner.is_behind(source) and not encodes(recipe):
            self._planner.rebase(source, dataset)
        if self._planner.lacks(recipe):
            return None
        made = session.recipe  # what is only looked at decides of no row
        return self._planner.plan(recipe, session.roles, None if made is None else tuple(made.tensors))

    def ask(self, session: Session, dataset: Dataset | None) -> None:
        """Ask for the columns that a session lacks, or has of fewer rows than the whole file."""
        recipe, source = session.planned, session.source
        if recipe is None or source is None or dataset is None:
            self._loader.stop_preparing()
        elif self._planner.lacks(recipe) or (self._planner.is_behind(source) and source.complete):
            request = Request(recipe, source, dataset)
            if not (self._loader.is_preparing and request.is_same(self._asked)):
                self._asked = request
                self._loader.prepare(source, recipe)
        else:
            self._loader.stop_preparing()

    def _on_prepared(self, answer: Recipe) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._planner.take(asked, answer)
            self.ready.emit()

    def _on_failed(self, error: object) -> None:
        self._asked = None
        self.failed.emit(error)


class PlannedSession(QObject):
    """One session that changes by being replaced, each time with its plan, and what is looked at of it.

    Signals
    -------
    session_changed (Session, Session)
        Old and new.
    plan_changed ()
        `plan` or `dataset` is another, or what is counted about it came.
    view_changed (View, View)
        Old and new.
    history_changed ()
    choice_refused (str, str)
        A choice that cannot be: its field and a sentence; the session is as it was.
    noticed (str, str)
        Level and a sentence for the banner.
    counting_stopped ()
        The person stopped what is counted; `count_on` goes on with it.

    Parameters
    ----------
    loader : Loader
    make_model_worker : callable -> Worker
    jobs : Jobs
    """

    session_changed = Signal(object, object)
    plan_changed = Signal()
    view_changed = Signal(object, object)
    history_changed = Signal()
    choice_refused = Signal(str, str)
    noticed = Signal(str, str)
    counting_stopped = Signal()

    def __init__(self, loader: Loader, make_model_worker: Callable[[], Worker], jobs: Jobs) -> None:
        super().__init__()
        self.session = Session()
        self.view = View()
        self.plan: Plan | None = None
        self.kept: Plan | None = None  # without what is only looked at: what is exported, checked and fed
        self.dataset: Dataset | None = None
        self.history = Undo()
        self.jobs = jobs
        self.loader = loader
        self.counting = Counting(jobs)
        self.model = ModelLink(make_model_worker)
        self._preparing = Preparing(loader)
        self._masks = MaskCounting(jobs, self.model)
        for one in (loader, self.counting, self.model, self._preparing, self._masks):
            one.setParent(self)  # they end with it, and with them what they hold and are connected to
        self.counting.counted.connect(self._on_counted)
        self.counting.failed.connect(lambda words: self.noticed.emit("error", words))
        for part in (self.counting, self._masks):
            part.stopped.connect(self.counting_stopped)
        self._preparing.ready.connect(self._refresh)
        self._preparing.failed.connect(self._restore)

    # -- changes -------------------------------------------------------------------------------
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
        self.history.record(name, before)
        self._accept(plan)
        self.history_changed.emit()
        return True

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

    def _set_session(self, session: Session) -> None:
        old, self.session = self.session, session
        if self.dataset is not None:
            self.dataset = replace(self.dataset, roles=dict(session.roles))
        self.session_changed.emit(old, session)

    # -- undo ----------------------------------------------------------------------------------
    def begin_gesture(self) -> None:
        """From now on changes are one step of undo, until `end_gesture`."""
        self.history.begin(self.session)

    def end_gesture(self, name: str) -> None:
        """Make what changed since `begin_gesture` one step of undo."""
        self.history.end(name, self.session)
        self.history_changed.emit()

    def cancel_gesture(self) -> None:
        """Take back what changed since `begin_gesture`."""
        self._go_to(self.history.cancel(self.session))

    def travel(self, to: int) -> None:
        """Undo or redo until `to` steps of `history` are done."""
        self._go_to(self.history.travel(self.session, to))

    def undo(self) -> None:
        """Take the last change back; in the middle of a gesture, that gesture."""
        self._go_to(self.history.undo(self.session))

    def redo(self) -> None:
        """Make the change again."""
        self._go_to(self.history.redo(self.session))

    def _go_to(self, session: Session) -> None:
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
            self.history.hold(self.session)
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
        if self.history.holds(self.session):
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
        self.noticed.emit("info" if error.code == "stopped" else "error", problem_words(error))
        if self.plan is None or self.history.holds(self.session):
            self._show_plan(self.plan)
            return
        self._set_session(self.history.restore(self.session))
        self._show_plan(self.plan)
        self.history_changed.emit()

    def stop_preparing(self) -> None:
        """Prepare the columns no further: the last choices that had a plan hold again."""
        if self.plan is None or self.history.holds(self.session):
            remedy = tr("Change a choice to encode the column.")
        else:
            remedy = tr("The choices before hold again.")
        self._preparing.stop()
        self._restore(ContentError("stopped", tr("Encoding was stopped."), remedy=remedy))

    def count_on(self) -> None:
        """Count what is missing since the person stopped it."""
        self.counting.resume()
        self._masks.resume()

    def _show_plan(self, plan: Plan | None) -> None:
        """Announce a plan; what is slow to know about it is counted in jobs."""
        before, self.plan = self.plan, plan
        view = view_after(self.view, before, plan)
        self.kept = None if plan is None else self._kept_of(plan)
        self._masks.set_plan(self.kept)
        if plan is None or self.kept is None:
            self.counting.clear()
            self.model.set_plan(None, {})
        else:
            self.counting.set_plan(plan, self.shown.name, view, self.kept)
        self._set_view(view)
        self.plan_changed.emit()
        self.counting.findings_changed.emit()
        if self.counting.counts is not None:
            self._tell_model()

    def _on_counted(self) -> None:
        self.plan_changed.emit()
        self._tell_model()

    def _tell_model(self) -> None:
        if self.kept is not None:
            self.model.set_plan(self.kept, self.counting.shortest)

    def _kept_of(self, plan: Plan) -> Plan:
        """Return the plan without the tensor that is only looked at."""
        session = self.history.held or self.session
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
    def places(self) -> RowPlaces:
        """Where each row of the shown tensor stands in the views; nowhere while there is no plan."""
        if self.plan is None:
            return RowPlaces(None, 0)
        return self.counting.arrangement.places(self.shown.n)

    @property
    def shown(self) -> TensorPlan:
        """The plan of the tensor that is shown; call it only while there is a plan.

        While columns are prepared, that is the tensor that was shown before.
        """
        assert self.plan is not None  # noqa: S101 - the caller looked
        held = self.history.held or self.session
        shown = self.session.tensor
        return self.plan.of(shown if shown in self.plan.tensor_plans else held.tensor)

    @property
    def is_provisional(self) -> bool:
        """Whether what is fitted holds for the rows so far: not all are read, or encoded."""
        source = self.session.source
        return source is not None and (
            not source.complete or (self.plan is not None and self._preparing.is_behind(source))
        )

    # -- view ----------------------------------------------------------------------------------
    def look(self, **changes: Any) -> None:
        """Change what is looked at: fields of `View`."""
        old = self.view
        self._set_view(replace(old, **changes))
        new = self.view
        others = new.keep.only_marked and new.marked is not old.marked
        if others or (new.order, new.grouped, new.keep) != (old.order, old.grouped, old.keep):
            self.counting.arrange(new)
        levels = new.colouring.levels
        if levels != old.colouring.levels or (levels != Levels() and new.at != old.at):
            self.counting.level(new)

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


def view_after(view: View, before: Plan | None, after: Plan | None) -> View:
    """Return the view of the same rows of the source where another plan leaves other rows out."""
    if before is None or after is None or before.prepared.numbers is after.prepared.numbers:
        return view
    old, new = (next(iter(plan.tensor_plans.values())) for plan in (before, after))

    def rows_after(rows: Int64) -> Int64:
        found: Int64 = new.rows_of(old.numbers_of(rows[(rows >= 0) & (rows < old.n)]))
        return found[found >= 0]

    selected = rows_after(np.array([view.row], np.int64))
    marked = view.marked
    if marked is not None:
        rows = rows_after(marked.rows)
        marked = replace(marked, rows=rows) if len(rows) else None
    return replace(view, row=int(selected[0]) if len(selected) else -1, corner=(-1, -1), marked=marked)
