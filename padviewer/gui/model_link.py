"""The model beside the data: asks the model child, and checks the tensors against what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from padviewer.core.finding import Finding
from padviewer.core.fitness import fit_model, verdict
from padviewer.core.modelspec import ModelSpec
from padviewer.core.plan import Plan
from padviewer.core.templates import Template, template
from padviewer.core.tensor_facts import TensorFacts
from padviewer.gui.session import ModelChoice, Work
from padviewer.gui.worker_client import Task, Worker

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
    findings : tuple of Finding
    problem : str
        Why there is no model, in a sentence.
    busy : bool
        Whether an answer is under way: what is shown is the one before.
    """

    choice: ModelChoice = field(default_factory=ModelChoice)
    spec: ModelSpec | None = None
    verdict: str = ""
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    busy: bool = False

    @property
    def fits(self) -> bool:
        """Whether no tensor misfits an input."""
        return self.spec is not None and not any(one.level == "error" for one in self.findings)


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
        self._task: Task | None = None
        self._facts: tuple[TensorFacts, ...] = ()
        self._built_for: tuple[TensorFacts, ...] = ()
        self.state = ModelState()
        self._timer = QTimer(self, singleShot=True, interval=REBUILD_MS)
        self._timer.timeout.connect(self._build)

    def start(self) -> None:
        """Start the child, so that it has imported Keras when the first question comes."""
        if self._worker is None:
            self._worker = self._make_worker()

    def set_plan(self, plan: Plan | None) -> None:
        """Check the model against another plan; a template is built again for its shapes."""
        self._facts = () if plan is None else tuple(facts(plan, tensor) for tensor in plan.tensors)
        state = self.state
        if state.choice.template and self._facts:
            if self._built_for[:1] != self._facts[:1]:
                self._timer.start()
        elif state.choice.path and state.spec is not None:
            self._show(replace(state, **self._checked(state.spec)))

    def choose_template(self, key: str, parameters: Mapping[str, Any]) -> None:
        """Build a template for the plan's first tensor; raises ChoiceError for a parameter out of range."""
        checked = template(key).checked(parameters)
        self._drop()  # an answer about another model must not become this one's
        choice = ModelChoice(key, checked)
        self._show(replace(self.state, choice=choice, problem="", busy=bool(self._facts)))
        self._build()

    def open(self, path: str) -> None:
        """Open a model file: first what its config says, then the model itself."""
        self.start()
        self._show(ModelState(ModelChoice(path=path), busy=True))
        args = {"path": path, "tensors": [one.to_json() for one in self._facts]}
        self._ask("open", args, f"Opening {path.rsplit('/', 1)[-1]}")

    def close(self) -> None:
        """Have no model."""
        self._drop()
        self._show(ModelState())

    def shutdown(self) -> None:
        """End the child."""
        self._timer.stop()
        self._drop()
        if self._worker is not None:
            self._worker.shutdown()
            self._worker = None

    def _build(self) -> None:
        choice = self.state.choice
        if not choice.template or not self._facts:
            return
        self.start()
        self._built_for = self._facts
        args = {
            "template": choice.template,
            "parameters": dict(choice.parameters),
            "tensor": self._facts[0].to_json(),
        }
        self._ask("build", args, "Building the model")

    def _ask(self, op: str, args: Mapping[str, Any], words: str) -> None:
        assert self._worker is not None  # noqa: S101 - start() came before
        self._task = task = self._worker.run(op, args)
        task.event_arrived.connect(lambda _name, data: self._on_answer(task, data, final=False))
        task.done.connect(lambda answer: self._on_answer(task, answer, final=True))
        task.failed.connect(lambda error: self._on_failed(task, error))
        self._show(replace(self.state, busy=True))
        self.work_changed.emit(Work("model", words))

    def _drop(self) -> None:
        self._task = None
        self._built_for = ()
        self.work_changed.emit(None)

    def _on_answer(self, task: Task, answer: Mapping[str, Any], *, final: bool) -> None:
        if task is not self._task:
            return
        spec = ModelSpec.from_json(dict(answer["model"]))
        said = [Finding.from_json(one) for one in answer["findings"]]
        from_keras = tuple(one for one in said if one.code == "keras-warning")
        checked = self._checked(spec)
        checked["findings"] = (*checked["findings"], *from_keras)
        self._show(replace(self.state, spec=spec, problem="", busy=not final, **checked))
        if final:
            self._task = None
            self.work_changed.emit(None)

    def _on_failed(self, task: Task, error: Any) -> None:
        if task is not self._task:
            return
        self._task = None
        self.work_changed.emit(None)
        words = f"{error.what} {error.remedy}".strip()
        self._show(replace(self.state, spec=None, verdict="", findings=(), problem=words, busy=False))

    def _checked(self, spec: ModelSpec) -> dict[str, Any]:
        if not self._facts:
            return {"verdict": "", "findings": tuple(spec.findings)}
        tensors = self._facts
        return {
            "verdict": verdict(spec, tensors),
            "findings": (*spec.findings, *fit_model(spec, tensors)),
        }

    def _show(self, state: ModelState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def facts(plan: Plan, tensor: str) -> TensorFacts:
    """Return what the check against a model needs of one tensor: from statistics, without reading values."""
    own = plan.of(tensor)
    stats = own.column.stats
    lows = [stats.minimum, stats.maximum]
    if plan.cost(tensor).real < plan.cost(tensor).cells:
        lows.append(own.choice.value)
    known = [one for one in lows if one is not None]
    return TensorFacts(
        tensor, plan.shape(tensor), own.dtype.name, min(known, default=None), max(known, default=None),
        stats.fractional if own.dtype.kind == "f" else False,
    )  # fmt: skip


def suiting(templates: Sequence[Template], plan: Plan | None) -> tuple[Template, ...]:
    """Return the templates that suit the plan's first tensor; all of them without a plan."""
    if plan is None:
        return tuple(templates)
    tensor = plan.tensors[0]
    return tuple(one for one in templates if one.suits(plan.shape(tensor), plan.dtype(tensor).name))
