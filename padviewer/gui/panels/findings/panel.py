"""The findings about the data and the model, with what can be done about each at once."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from padviewer.core.checks.trial import EMPTY_ROWS, Trial
from padviewer.core.finding import Finding, by_level
from padviewer.core.model.judge import without_circles
from padviewer.core.model.masks.verdict import without_collisions
from padviewer.core.remedies import Fix, fixes
from padviewer.gui.controller import Controller
from padviewer.gui.panels.findings.cards import FindingShown, FindingsList, Remedy
from padviewer.gui.session.rereading import ReadingFix
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import told, tr
from padviewer.gui.tasks.wishes import Running

_LEAST = 160
_SENTENCES = re.compile(r"((?:„[^“]*“|“[^”]*”|[^„“])*?)\.\s+(.*)", re.DOTALL)


class FindingsPanel(QWidget):
    """What a person should know, most serious first; a remedy is one step of undo.

    Signals
    -------
    rows_shown (tuple of int)
        The rows of a finding, in tensor numbers; the first one is selected.

    Parameters
    ----------
    controller : Controller
    """

    rows_shown = Signal(object)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._known: dict[FindingShown, tuple[Finding, tuple[Fix | ReadingFix, ...]]] = {}
        self._asked: tuple[object, ...] = ()
        self._offered: dict[Finding, tuple[Fix, ...]] | None = {}
        self._list = FindingsList()
        self._list.setMinimumHeight(look.current().px(_LEAST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._list)
        self._list.rows_clicked.connect(self.show_rows)
        self._list.remedy_clicked.connect(self._on_remedy_clicked)
        controller.counting.findings_changed.connect(self._show)
        controller.trials.changed.connect(self._show)
        controller.model.changed.connect(self._show)
        controller.plan_changed.connect(self._show)
        controller.session_changed.connect(self._show)
        self._show()

    def shown(self) -> tuple[FindingShown, ...]:
        """Return the findings as they are shown."""
        return self._list.findings()

    def show_next(self) -> None:
        """Take the focus and go to the next finding."""
        self._list.go_next()

    @property
    def trying(self) -> bool:
        """Whether remedies for what is shown are still being tried."""
        controller = self._controller
        return controller.counting.is_busy or self._offered is None or controller.trials.is_busy

    def _show(self) -> None:
        controller = self._controller
        state = controller.model.state
        of_data = without_collisions(controller.counting.findings, state.padding)
        if controller.plan is not None:
            fixed = None if state.choice.template else state.spec  # a template is built for any maxlen
            of_data = without_circles(of_data, fixed, controller.plan)
        found = by_level([*of_data, *state.findings])
        self._try(found)
        offered = self._offered or {}
        known = {}
        for number, finding in enumerate(found):
            own: tuple[Fix | ReadingFix, ...] = offered.get(finding, ()) or controller.trials.offered(finding)
            known[_shown(finding, own, self._rows(finding), number)] = (finding, own)
        self._known = known
        counting = controller.counting.is_busy and controller.plan is not None
        rows = None if controller.plan is None or counting else len(controller.plan)
        self._list.set_findings(tuple(known), rows)
        self._list.set_note(tr("Counting …") if counting else "")

    def _try(self, found: tuple[Finding, ...]) -> None:
        """Try in a job what could be done about each finding; until it is known, nothing is offered."""
        controller = self._controller
        plan, source, counts = controller.plan, controller.dataset, controller.counting.counts
        spec, judge, tensor = controller.model.state.spec, controller.model.judge(), controller.session.tensor
        looked = controller.session.looked
        asked = (plan, source, counts, spec, tensor, looked, found, controller.counting.is_busy)
        if _same(asked, self._asked):
            return
        self._asked = asked
        is_looked_at = looked is not None  # no finding is about what is only looked at
        if (
            plan is None
            or source is None
            or is_looked_at
            or controller.counting.is_busy
            or tensor not in plan.tensor_plans
        ):
            self._offered = {}
            controller.jobs.cancel("remedies")
            return
        self._offered = None
        if controller.kept is not None and controller.session.source is not None:
            controller.trials.ask(controller.session.source, source, controller.kept.recipe, found)

        def try_all(context: Running) -> dict[Finding, tuple[Fix, ...]]:
            trial = Trial(plan, tensor, source, judge, context.should_stop)
            return {finding: fixes(finding, trial, counts, spec) for finding in found}

        def take(offered: dict[Finding, tuple[Fix, ...]]) -> None:
            self._offered = offered
            self._show()

        controller.jobs.submit("remedies", try_all, take)

    def _rows(self, finding: Finding) -> tuple[int, ...]:
        plan = self._controller.plan
        return () if plan is None else tuple(row for row in finding.rows if 0 <= row < len(plan))

    def show_rows(self, shown: FindingShown) -> None:
        finding = self._known[shown][0]
        rows = self._rows(finding)
        if rows:
            what = shown.title.rstrip(".")
            if len(rows) < finding.count:
                what = tr("the first of: {finding}", finding=what)
            self._controller.mark(np.array(rows, dtype=np.int64), what)
            self._controller.select(rows[0], 0)
            self.rows_shown.emit(rows)

    def _on_remedy_clicked(self, shown: FindingShown, key: str) -> None:
        for fix in self._known[shown][1]:
            if fix.key != key:
                continue
            if isinstance(fix, ReadingFix):
                self._controller.read_as(**fix.options)
            elif EMPTY_ROWS in fix.changes:
                self._controller.set_empty_rows(told(fix.words), fix.changes[EMPTY_ROWS])
            else:
                self._controller.set_choice(told(fix.words), **fix.changes)


def _shown(
    finding: Finding, offered: tuple[Fix | ReadingFix, ...], rows: tuple[int, ...], number: int
) -> FindingShown:
    title, detail = split_sentence(told(finding.message))
    if not offered and finding.remedy:
        detail = f"{detail} {told(finding.remedy)}".strip()
    return FindingShown(
        f"{finding.code} {finding.where} {number}",
        finding.level,
        title,
        detail,
        tuple(Remedy(fix.key, told(fix.words)) for fix in offered),
        "" if not rows else tr("Show row") if len(rows) == finding.count == 1 else tr("Show rows"),
        f"docs/findings/{finding.code}.md",
    )


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two questions are about the very same things."""
    return len(one) == len(other) and all(a is b or (a == b) for a, b in zip(one, other, strict=True))


def split_sentence(message: str) -> tuple[str, str]:
    """Return the first sentence without its full stop, and the rest; a name in quotes is never split.

    >>> split_sentence("21 rows lose 280 words. The longest loses 68.")
    ('21 rows lose 280 words', 'The longest loses 68.')
    """
    found = _SENTENCES.fullmatch(message)
    return (found[1], found[2]) if found else (message.removesuffix("."), "")
