"""The model beside the data: asks the model child, and checks the tensors against what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from padviewer.core.checks.trial import Judge
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.model.fitness.fit import fit_model, shapes_line
from padviewer.core.model.judge import facts, judged
from padviewer.core.model.masks.counts import count_masks
from padviewer.core.model.masks.verdict import (
    PaddingVerdict,
    counting_verdict,
    padding_findings,
    padding_verdict,
)
from padviewer.core.model.spec import ModelSpec
from padviewer.core.model.templates.table import template
from padviewer.core.model.tensor_facts import TensorFacts
from padviewer.core.padding.plan import Plan
from padviewer.gui.session.state import ModelChoice, Work
from padviewer.gui.style.words import problem_words, tr
from padviewer.gui.tasks.children import Task, Worker
from padviewer.gui.tasks.counting import Shortest
from padviewer.gui.tasks.jobs import Jobs

REBUILD_MS = 150


@dataclass(frozen=True)
class ModelState:
    """What the model panel shows.

    Parameters
    ----------
    choice : ModelChoice
    spec : ModelSpec or None
        None before the first answer.
    verdict : str
        One line that says whether the shapes fit.
    fit : bool or None
        Whether they do; None where it is not known.
    findings : tuple of Finding
    padding : PaddingVerdict or None
        Whether the model masks the padding; None without data.
    problem : str
        Why there is no model, in a sentence.
    busy : bool
        Whether an answer is under way: what is shown is the one before.
    """

    choice: ModelChoice = field(default_factory=ModelChoice)
    spec: ModelSpec | None = None
    verdict: str = ""
    fit: bool | None = None
    findings: tuple[Finding, ...] = ()
    padding: PaddingVerdict | None = None
    problem: str = ""
    busy: bool = False


class ModelLink(QObject):
    """The model child's questions and answers; it is started when `start` is called, or when it is needed.

    Signals
    -------
    changed ()
        `state` is another.
    work_changed (Work or None)
    """

    changed = Signal()
    work_changed = Signal(object)

    def __init__(self, make_worker: Callable[[], Worker]) -> None:
        super().__init__()
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self._is_over = False
        self._task: Task | None = None
        self._facts: tuple[TensorFacts, ...] = ()
        self._built_for: tuple[object, ...] = ()
        self._said_by_keras: tuple[Finding, ...] = ()
        self._padding: PaddingVerdict | None = None
        self.state = ModelState()
        self._timer = QTimer(self, singleShot=True, interval=REBUILD_MS)
        self._timer.timeout.connect(self._build)

    def judge(self) -> Judge | None:
        """Return what says how the model takes a plan's tensors, from any thread; None without a model."""
        spec = self.state.spec
        if spec is None:
            return None
        return partial(judged, spec, follows=bool(self.state.choice.template))

    def start(self) -> None:
        """Start the child, so that it has imported Keras when the first question comes."""
        if self._worker is None and not self._is_over:
            self._worker = self._make_worker()

    def set_plan(self, plan: Plan | None, shortest: Shortest) -> None:
        """Check the model against another plan; a template is built again where its shapes differ.

        `shortest` says how many steps the shortest row of each tensor has along each ragged axis.
        """
        self._facts = (
            () if plan is None else tuple(facts(plan, name, shortest[name]) for name in plan.tensors)
        )
        state = self.state
        if state.choice.template and self._facts and self._built_for != build_facts(self._facts[0]):
            self._task = None  # an answer about other shapes must not be shown beside these
            self._show(replace(state, busy=True))
            self._timer.start()
        elif state.spec is not None:
            self._show(replace(state, **self._checked(state.spec)))

    def set_padding(self, verdict: PaddingVerdict | None) -> None:
        """Show what the model makes of the plan's padding."""
        self._padding = verdict
        if self.state.spec is not None:
            self._show(replace(self.state, **self._checked(self.state.spec)))

    def choose_template(self, key: str, parameters: Mapping[str, Any]) -> None:
        """Build a template for the plan's first tensor; raises ChoiceError for a parameter out of range."""
        checked = template(key).checked(parameters)
        self._drop()
        choice = ModelChoice(key, checked)
        self._show(replace(self.state, choice=choice, problem="", busy=bool(self._facts)))
        self._build()

    def open(self, path: str) -> None:
        """Open a model file: first what its config says, then the model itself."""
        self._drop()
        self._show(ModelState(ModelChoice(path=path), busy=True))
        args = {"path": path, "tensors": [one.to_json() for one in self._facts]}
        self._ask("open", args, tr("Opening {file}", file=Path(path).name))

    def stop(self) -> None:
        """Want no answer to what is asked; the state says so."""
        task, choice = self._task, self.state.choice
        if task is None:
            return
        if choice.path:
            said = tr("Opening {file} was stopped.", file=Path(choice.path).name)
        else:
            said = tr("Building the model was stopped.")
        self._built_for = ()
        self._on_failed(task, ContentError("stopped", said, remedy=tr("Choose it again to go on.")))
        task.cancel()

    def close(self) -> None:
        """Have no model."""
        self._drop()
        self._show(ModelState())

    def shutdown(self) -> None:
        """End the child; none is started any more."""
        self._is_over = True
        self._timer.stop()
        self._drop()
        if self._worker is not None:
            self._worker.shutdown()
            self._worker = None

    def restart(self) -> None:
        """Start the child anew, with another interpreter perhaps, and ask again about the model."""
        choice = self.state.choice
        self._drop()
        if self._worker is not None:
            self._worker.shutdown()
            self._worker = self._make_worker()
        if choice.path:
            self.open(choice.path)
        else:
            self._build()

    def _build(self) -> None:
        choice = self.state.choice
        if not choice.template or not self._facts:
            return
        self._built_for = build_facts(self._facts[0])
        args = {
            "template": choice.template,
            "parameters": dict(choice.parameters),
            "tensor": self._facts[0].to_json(),
        }
        self._ask("build", args, tr("Building the model"))

    def _ask(self, op: str, args: Mapping[str, Any], words: str) -> None:
        self._timer.stop()
        if self._worker is None:
            self._worker = self._make_worker()
        self._task = task = self._worker.run(op, args)
        task.event_arrived.connect(lambda _name, data: self._on_answer(task, data, final=False))
        task.done.connect(lambda answer: self._on_answer(task, answer, final=True))
        task.failed.connect(lambda error: self._on_failed(task, error))
        self._show(replace(self.state, busy=True))
        self.work_changed.emit(Work("model", words))

    def _drop(self) -> None:
        """Want no answer any more: one about another model must not become the next one's."""
        self._timer.stop()
        self._task = None
        self._built_for = ()
        self._said_by_keras = ()
        self.work_changed.emit(None)

    def _on_answer(self, task: Task, answer: Mapping[str, Any], *, final: bool) -> None:
        if task is not self._task:
            return
        spec = ModelSpec.from_json(dict(answer["model"]))
        said = [Finding.from_json(one) for one in answer["findings"]]
        self._said_by_keras = tuple(one for one in said if one.code == "keras-warning")
        self._show(replace(self.state, spec=spec, problem="", busy=not final, **self._checked(spec)))
        if final:
            self._task = None
            self.work_changed.emit(None)

    def _on_failed(self, task: Task, error: Any) -> None:
        if task is not self._task:
            return
        self._task = None
        self.work_changed.emit(None)
        words = problem_words(error)
        if self.state.choice.path and self.state.spec is not None:  # its config has told its layers
            self._show(replace(self.state, problem=words, busy=False))
            return
        self._show(
            replace(self.state, spec=None, verdict="", fit=None, findings=(), problem=words, busy=False)
        )

    def _checked(self, spec: ModelSpec) -> dict[str, Any]:
        tensors = self._facts
        fits = fit_model(spec, tensors) if tensors else ()
        fit, line = shapes_line(spec, tensors, fits) if tensors else (None, "")
        return {
            "verdict": line,
            "fit": fit,
            "padding": self._padding,
            "findings": (
                *spec.findings,
                *fits,
                *self._said_by_keras,
                *(padding_findings(self._padding) if self._padding else ()),
            ),
        }

    def _show(self, state: ModelState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def build_facts(facts: TensorFacts) -> tuple[object, ...]:
    """Return what of a tensor decides a model that is built for it; how many rows it has does not."""
    return facts.name, facts.shape[1:], facts.dtype, facts.maximum


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
