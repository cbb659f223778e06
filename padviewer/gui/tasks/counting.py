"""What is slow to know about the shown tensor, counted in jobs: lengths, colours, order and findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from padviewer.core.checks.plan import check
from padviewer.core.data.lengths import LengthCounts, count_lengths
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.finding import Finding
from padviewer.core.padding.plan import Plan
from padviewer.core.picture.levels import Levels, find_ends
from padviewer.core.picture.scale import Scale, scale_of
from padviewer.core.rows.arrange import Arrangement, arrange
from padviewer.gui.session.state import View
from padviewer.gui.style.words import mark, problem_words, tr
from padviewer.gui.tasks.jobs import JobContext, Jobs

FINDINGS_MS = 120
SMALL = 200_000
CHANNELS = ("lengths", "scale", "levels", "order", "findings")
WORDS = {
    "lengths": mark("lengths"),
    "scale": mark("scale"),
    "order": mark("order"),
    "findings": mark("findings"),
}
DOING = {
    "lengths": mark("Counting lengths"),
    "scale": mark("Counting values"),
    "levels": mark("Counting values"),
    "order": mark("Sorting rows"),
    "findings": mark("Looking for findings"),
}
Shortest = Mapping[str, tuple[int, ...]]
T = TypeVar("T")


class Counting(QObject):
    """Counts what the shown tensor's column and plan are like; keeps what still holds.

    Attributes
    ----------
    lengths : int64 [n] or None
        The shown tensor's, before cutting; None while they are counted, as `counts` is.
    counts : LengthCounts or None
    shortest : mapping of str to tuple of int
        Of each tensor, the steps of its shortest row along each ragged axis.
    scale : Scale or None
        How the shown tensor's values become colours; None until that is counted.
    arrangement : Arrangement
        Which tensor row each row of the views is, and where groups begin.
    findings : tuple of Finding
        What a person should know, most serious first; of the plan before while `is_busy`.
    is_busy : bool
        Whether the findings of this plan are still looked for.

    Signals
    -------
    counted ()
        `lengths`, `counts` and `shortest` came from a job.
    scale_changed (), order_changed (), findings_changed ()
        What the property of that name answers is another.
    failed (str)
        A sentence about what could not be counted.
    stopped ()
        The person stopped it; `resume` counts what is missing.
    """

    counted = Signal()
    scale_changed = Signal()
    order_changed = Signal()
    findings_changed = Signal()
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.lengths: Int64 | None = None
        self.counts: LengthCounts | None = None
        self.shortest: Shortest = {}
        self.scale: Scale | None = None
        self.arrangement = Arrangement()
        self.findings: tuple[Finding, ...] = ()
        self.is_busy = False
        self._is_stopped = False
        self._jobs = jobs
        self._plan: Plan | None = None
        self._checked: Plan | None = None
        self._tensor = ""
        self._wanted = View()
        self._whole = (0.0, 1.0)
        self._sorted_label: Ragged | None = None
        self._jobs.failed.connect(self._on_failed)
        self._timer = QTimer(self, singleShot=True, interval=FINDINGS_MS)
        self._timer.timeout.connect(self._check)

    @property
    def order(self) -> Int64 | None:
        """The tensor row of each row in the views, int64 [m]; None for all rows in the file's order."""
        return self.arrangement.rows

    @property
    def label(self) -> Ragged | None:
        """The column that labels the rows, one value for every source row; None where there is none."""
        return None if self._plan is None else label_of(self._plan)

    def clear(self) -> None:
        """Have nothing to count."""
        self._is_stopped = False
        self._timer.stop()
        for channel in CHANNELS:
            self._jobs.cancel(channel)
        self._plan = self._checked = self._sorted_label = None
        self.lengths = self.counts = self.scale = None
        self.arrangement = Arrangement()
        self.shortest, self.findings, self.is_busy = {}, (), False

    def set_plan(self, plan: Plan, tensor: str, view: View, checked: Plan | None = None) -> None:
        """Count what a plan changes: all where the columns are others, else the findings alone.

        Findings are those of `checked`, where it is given: the plan without what is only looked at.
        Lengths of up to 200,000 rows are counted at once, of more in a job.
        """
        before, self._plan = self._plan, plan
        self._checked = checked or plan
        columns_differ = before is None or tensor != self._tensor or not same_columns(before, plan)
        columns_differ |= self._is_stopped  # nobody knows what is missing
        self._is_stopped = False
        self._tensor, self._wanted = tensor, view
        if columns_differ:
            self._count(plan)
        label = label_of(plan)
        widths_differ = before is None or _width(before, tensor) != _width(plan, tensor)
        by_label = view.grouped or view.order == "label" or view.keep.label is not None
        by_width = view.order == "-cut" or view.keep.only_cut
        if columns_differ or (label is not self._sorted_label and by_label) or (widths_differ and by_width):
            self._sorted_label = label
            self.arrange(view)
        self._jobs.cancel("findings")
        self.is_busy = True
        self._timer.start()

    def stop(self) -> None:
        """Start nothing any more."""
        self._timer.stop()

    def _run(self, channel: str, function: Callable[[JobContext], T], done: Callable[[T], None]) -> None:
        self._jobs.submit(channel, function, done, words=tr(DOING[channel]), stopped=self._on_stopped)

    def _on_stopped(self) -> None:
        """Count nothing more until a choice changes, or `resume`: what is not known stays busy."""
        self._timer.stop()
        for channel in CHANNELS:
            self._jobs.cancel(channel)
        self._is_stopped = True
        self.stopped.emit()

    def resume(self) -> None:
        """Count what is missing since the person stopped it."""
        if self._is_stopped and self._plan is not None:
            self.set_plan(self._plan, self._tensor, self._wanted, self._checked)

    def _count(self, plan: Plan) -> None:
        tensor = self._tensor
        own = plan.of(tensor)
        self.scale, self.arrangement = None, Arrangement()
        if all(len(one.column) <= SMALL for one in plan.tensor_plans.values()):
            self._jobs.cancel("lengths")
            self._take_lengths(lengths_of(plan, tensor))
        else:
            self.lengths, self.counts, self.shortest = None, None, {}
            self._run("lengths", lambda _context: lengths_of(plan, tensor), self._on_lengths)
        self._jobs.cancel("levels")
        self._run("scale", lambda context: scale_of(own, context.should_stop), self._on_scale)

    def arrange(self, view: View) -> None:
        """Sort, group and filter the rows; all rows in the file's order need no numbers."""
        plan, self._wanted = self._plan, view
        if plan is None or (view.order == "file" and not view.grouped and view.keep.is_empty):
            self._jobs.cancel("order")
            self._set_arrangement(Arrangement())
            return
        own, label = plan.of(self._tensor), label_of(plan)
        named = self._named_rows() if view.keep.only_findings else None
        if view.keep.only_marked:
            marked = np.zeros(0, np.int64) if view.marked is None else view.marked.rows
            named = marked if named is None else np.intersect1d(named, marked)

        def work(_context: JobContext) -> Arrangement:
            found = arrange(own, view.order, label=label, grouped=view.grouped, keep=view.keep, named=named)
            found.places(own.n).warm()
            return found

        self._run("order", work, self._set_arrangement)

    def _named_rows(self) -> Int64:
        """Return the tensor rows that findings name."""
        rows = [row for finding in self.findings if finding.level != "info" for row in finding.rows]
        return np.unique(np.array(rows, dtype=np.int64))

    def _take_lengths(self, found: tuple[Int64, LengthCounts, Shortest]) -> None:
        self.lengths, self.counts, self.shortest = found

    def _on_lengths(self, found: tuple[Int64, LengthCounts, Shortest]) -> None:
        self._take_lengths(found)
        self.counted.emit()

    def _on_scale(self, scale: Scale) -> None:
        self.scale, self._whole = scale, scale.levels
        self.scale_changed.emit()
        if self._wanted.colouring.levels != Levels():
            self.level(self._wanted)

    def level(self, view: View) -> None:
        """Find the values at the ends of the ramp anew; the old ends stay until they are there."""
        plan, scale, levels = self._plan, self.scale, view.colouring.levels
        self._wanted = view
        if plan is None or scale is None:
            return
        if levels == Levels():
            self._jobs.cancel("levels")
            self._on_levels((self._whole, levels.log))
            return
        own, at = plan.of(self._tensor), view.at

        def find(context: JobContext) -> tuple[tuple[float, float], bool]:
            return find_ends(own, levels, at, context.should_stop), levels.log

        self._run("levels", find, self._on_levels)

    def _on_levels(self, found: tuple[tuple[float, float], bool]) -> None:
        ends, log = found
        if self.scale is not None and (self.scale.levels, self.scale.log) != (ends, log):
            self.scale = replace(self.scale, levels=ends, log=log)
            self.scale_changed.emit()

    def _set_arrangement(self, arrangement: Arrangement) -> None:
        if arrangement.rows is not None or self.arrangement.rows is not None:
            self.arrangement = arrangement
            self.order_changed.emit()

    def _check(self) -> None:
        plan = self._checked
        if plan is not None:
            self._run("findings", lambda context: check(plan, context.should_stop), self._on_checked)

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        self.findings = tuple(dict.fromkeys(findings))
        self.is_busy = False
        self.findings_changed.emit()
        if self._wanted.keep.only_findings:
            self.arrange(self._wanted)

    def _on_failed(self, channel: str, error: Exception) -> None:
        what = tr(WORDS[channel]) if channel in WORDS else channel
        self.failed.emit(
            tr(
                "Something went wrong with the {channel}. {problem}",
                channel=what,
                problem=problem_words(error),
            )
        )
        if channel == "findings":
            self.is_busy = False
            self.findings_changed.emit()


def same_columns(one: Plan, other: Plan) -> bool:
    """Whether two plans have the very same prepared columns and rows, tensor by tensor."""
    return one.tensors == other.tensors and all(
        a.column is b.column and (a.start, a.stop) == (b.start, b.stop)
        for a, b in zip(one.tensor_plans.values(), other.tensor_plans.values(), strict=True)
    )


def lengths_of(plan: Plan, tensor: str) -> tuple[Int64, LengthCounts, Shortest]:
    """Return the lengths int64 [n] of `tensor`, counted, and every tensor's shortest row per ragged axis."""
    lengths = np.zeros(0, np.int64)
    shortest: dict[str, tuple[int, ...]] = {}
    for name, own in plan.tensor_plans.items():
        per_axis = own.column[own.start : own.stop].axis_lengths()
        shortest[name] = tuple(int(one.min()) if len(one) else 0 for one in per_axis)
        if name == tensor:
            lengths = per_axis[0]
    return lengths, count_lengths(lengths), shortest


def label_of(plan: Plan) -> Ragged | None:
    """Return the first label column that has one value a row; None where there is none."""
    for name in plan.prepared.with_role_of("label"):
        label = plan.prepared[name]
        if not label.ragged_axes and not label.inner_shape:
            return label
    return None


def _width(plan: Plan, tensor: str) -> int:
    return plan.of(tensor).axes[0].width if tensor in plan.tensor_plans else 0
