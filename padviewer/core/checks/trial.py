"""Trying a change of a tensor's choices before it is offered: what it ends, and what it would bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from padviewer.core.checks.agreement import check_odd, check_together
from padviewer.core.checks.lengths import check_lengths
from padviewer.core.checks.plan import check_memory
from padviewer.core.checks.values import ShouldStop, check_values
from padviewer.core.choices.base import Choices, Rows
from padviewer.core.choices.empty_rows import without_empty_rows
from padviewer.core.choices.fitting import fit_sizes, fit_transforms, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.errors import PadViewerError, Stopped
from padviewer.core.finding import LEVELS, Finding
from padviewer.core.padding.plan import Plan, resolve
from padviewer.core.sentence import Sentence

SAMPLE_BYTES = 32 << 20
EMPTY_ROWS = "empty_rows"  # among changes: what becomes of empty rows, which is of no single tensor

Judge = Callable[[Plan, ShouldStop | None], Iterable[Finding]]


@dataclass(frozen=True, eq=False)
class Trial:
    """The shown tensor as it is, against which changes of its choices are tried.

    Values are read in one stretch of rows of at most 32 MB, the one where a finding begins; in most data
    that is all of them. Lengths are looked at in all rows.

    Parameters
    ----------
    plan : Plan
    tensor : str
    source : Dataset
        The columns before any transform.
    judge : callable (Plan, should_stop) -> findings, or None
        What an open model has to say about a plan.
    should_stop : callable or None
        Asked between pieces; True raises `Stopped`.
    """

    plan: Plan
    tensor: str
    source: Dataset
    judge: Judge | None = None
    should_stop: ShouldStop | None = None
    _held: dict[tuple[int, int], tuple[Finding, ...]] = field(default_factory=dict, init=False, repr=False)

    def ends(self, finding: Finding, changes: Mapping[str, Any]) -> bool:
        """Whether the change ends a finding and brings none of its level or a higher one, nor an error."""
        try:
            prepared, of_tensor = self.plan.prepared, dict(changes)
            empty = of_tensor.pop(EMPTY_ROWS, None)
            wanted = self.plan.recipe.with_tensor(self.tensor, **of_tensor)
            if empty is not None:
                wanted = replace(wanted, rows=replace(wanted.rows, empty=empty))
                prepared = without_empty_rows(prepared, wanted.tensors, *wanted.rows.within(prepared))
            sample = self._sample(finding)
            before = self._before(sample)
            whole = self.plan
            if "transforms" not in changes:
                whole = resolve(fit_sizes(wanted, prepared), prepared)
                wanted = whole.recipe
            after = [*self._lengths(whole), *self._values(self._on(sample, wanted))]
        except Stopped:
            raise
        except PadViewerError:
            return False
        return is_better(finding, before, after)

    def _sample(self, finding: Finding) -> Dataset:
        """Return the rows that a trial reads."""
        recipe = self.plan.recipe
        start, stop = recipe.rows.of(len(self.source))
        columns = {recipe.column(name) for name in recipe.tensors}
        part = self.source.rows(start, stop)
        nbytes = sum(part[name].nbytes for name in columns)
        if nbytes > SAMPLE_BYTES:
            rows = max(len(part) * SAMPLE_BYTES // nbytes, 1)
            first = max(min(min(finding.rows, default=0), len(part) - rows), 0)
            part = part.rows(first, first + rows)
        return replace(part, findings=())

    def _before(self, sample: Dataset) -> tuple[Finding, ...]:
        """Return what holds without a change; looked for once for each stretch of rows."""
        column = sample[self.plan.recipe.column(self.tensor)]
        key = (len(column), int(column.offsets[0]) if column.row_offsets is not None else 0)
        if key not in self._held:
            plan = self._on(sample, self.plan.recipe)
            self._held[key] = (*self._lengths(self.plan), *self._values(plan))
        return self._held[key]

    def _on(self, sample: Dataset, recipe: Choices) -> Plan:
        """Return the plan of the sample's rows, with the lengths of the whole."""
        fitted = fit_transforms(replace(recipe, rows=Rows(empty=recipe.rows.empty)), sample, self.should_stop)
        kept = {
            name: replace(entry, maxlen=recipe.fitted[name].maxlen) for name, entry in fitted.fitted.items()
        }
        fitted = replace(fitted, fitted=kept)
        prepared = prepare(fitted, sample)
        return resolve(fit_sizes(fitted, prepared), prepared)

    def _lengths(self, plan: Plan) -> Iterable[Finding]:
        own = plan.of(self.tensor)
        found = check_lengths(own)
        return [*found, *check_odd(own, found), *check_together(plan), *check_memory(plan)]

    def _values(self, plan: Plan) -> Iterable[Finding]:
        found = [*plan.prepared.findings, *check_values(plan.of(self.tensor), self.should_stop)]
        return found if self.judge is None else [*found, *self.judge(plan, self.should_stop)]


def is_better(finding: Finding, before: Sequence[Finding], after: Iterable[Finding]) -> bool:
    """Whether a finding is gone, or less serious, and no other became as serious as it was.

    Every finding after the change needs one of its own before it: the same fact, of at least its level and
    its count. What is less serious than `finding` may come.
    """
    level = LEVELS.index(finding.level)
    held = [one for one in before if one != finding]
    same = [one for one in held if _fact(one) == _fact(finding)]
    if same and finding not in before:  # of a sample it has another count
        held.remove(max(same, key=lambda found: found.count))
    serious = [one for one in after if LEVELS.index(one.level) <= level]
    for one in sorted(serious, key=lambda found: -found.count):
        old = next((other for other in held if _covers(other, one)), None)
        if old is None:
            return False
        held.remove(old)
    return True


def _fact(finding: Finding) -> tuple[str, ...]:
    """Return what tells a finding from others of its code: its place, its sentence and the layer it names."""
    said = finding.message
    if not isinstance(said, Sentence):
        return finding.code, finding.where
    return finding.code, finding.where, said.template, str(said.values.get("layer", ""))


def _covers(old: Finding, new: Finding) -> bool:
    """Whether the same was known before, and was no less serious."""
    less = LEVELS.index(old.level) > LEVELS.index(new.level)
    return _fact(old) == _fact(new) and old.count >= new.count and not less
