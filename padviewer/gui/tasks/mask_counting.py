"""Whether the model masks the padding: counted at once where the rows are few, else in a job."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from padviewer.core.model.masks.counts import count_masks
from padviewer.core.model.masks.verdict import counting_verdict, padding_verdict
from padviewer.core.model.spec import ModelSpec
from padviewer.core.padding.plan import Plan
from padviewer.gui.style.words import tr
from padviewer.gui.tasks.jobs import Jobs
from padviewer.gui.tasks.model_link import ModelLink

FEW_BYTES = 1 << 20
CHANNEL = "masks"


class MaskCounting(QObject):
    """Judges the model's masks anew where the plan or the model is another, and tells the model link.

    Signals
    -------
    stopped ()
        The person stopped it.

    Parameters
    ----------
    jobs : Jobs
    link : ModelLink
    """

    stopped = Signal()

    def __init__(self, jobs: Jobs, link: ModelLink) -> None:
        super().__init__()
        self._jobs = jobs
        self._link = link
        self._plan: Plan | None = None
        self._judged: tuple[Plan, ModelSpec] | None = None
        link.changed.connect(self._judge)

    def set_plan(self, plan: Plan | None) -> None:
        """Judge the model for another plan."""
        self._plan = plan
        self._judge()

    def _judge(self) -> None:
        plan, spec = self._plan, self._link.state.spec
        if plan is None or spec is None:
            if self._judged is not None:
                self._judged = None
                self._jobs.cancel(CHANNEL)
                self._link.set_padding(None)
            return
        if self._judged is not None and self._judged[0] is plan and self._judged[1] is spec:
            return
        self._judged = (plan, spec)
        if sum(plan.cost(name).array for name in plan.tensors) <= FEW_BYTES:
            self._jobs.cancel(CHANNEL)
            self._link.set_padding(padding_verdict(spec, count_masks(plan, spec)))
            return
        self._link.set_padding(counting_verdict())
        self._jobs.submit(
            CHANNEL,
            lambda context: padding_verdict(spec, count_masks(plan, spec, context.should_stop)),
            self._link.set_padding,
            words=tr("Counting masks"),
            stopped=self.stopped.emit,
        )

    def resume(self) -> None:
        """Judge what was not judged because the person stopped it."""
        self._judged = None
        self._judge()
