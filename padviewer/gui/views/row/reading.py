"""What the row view shows of one row, in words: read in a job."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.padding.timeline import CUT, RowSteps, read_steps
from padviewer.core.rows.arrange import label_text
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, tr
from padviewer.gui.tasks.wishes import Running
from padviewer.gui.views.common.source import words_of

MOST_CHARACTERS = 20_000
UNKNOWN = mark("unknown")


@dataclass(frozen=True, eq=False)
class RowPage:
    """Some places of a row in words.

    Parameters
    ----------
    row : int
        Tensor row.
    number : int
        The source's number of it.
    steps : RowSteps
    before, after : tuple of str [m]
        What stands at each place in the source, and in the tensor; "" for nothing.
    is_words : bool
        Whether `before` are words.
    text : str
        The source text, at most 20,000 characters of it; "" where the column holds no texts.
    characters : int
        Characters of the whole text.
    label : str
    at : tuple of int
        The index of every inner axis.
    """

    row: int
    number: int
    steps: RowSteps
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_words: bool
    text: str
    characters: int
    label: str
    at: tuple[int, ...] = ()


@dataclass(frozen=True)
class RowWish:
    """Which row, which places of it, and which index of the inner axes."""

    plan: Plan
    tensor: str
    row: int
    places: tuple[int, int]
    at: tuple[int, ...]
    dataset: Dataset | None = None
    label: Ragged | None = field(default=None, compare=False)

    def gather(self, _context: Running) -> RowPage:
        """Read the places and say them."""
        own = self.plan.of(self.tensor)
        steps = read_steps(self.plan, self.tensor, self.row, self.places, self.at)
        words = words_of(self.plan, self.tensor)
        number = own.number(self.row)
        text = self._text(own.choice.column or own.name, number)
        return RowPage(
            self.row,
            number,
            steps,
            before_texts(steps, words),
            after_texts(steps),
            words is not None,
            text[:MOST_CHARACTERS],
            len(text),
            "" if self.label is None else label_text(self.label, self.row + own.start),
            self.at,
        )

    def _text(self, column: str, number: int) -> str:
        found = None if self.dataset is None else self.dataset.data.get(column)
        if found is None or not found.is_text or number >= len(found):
            return ""
        return found[number : number + 1].texts()[0] or ""


def before_texts(steps: RowSteps, words: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return what stands in the source at each place: a word, a number, “missing”, or nothing."""
    said = []
    for value, step, known in zip(
        steps.source.tolist(), steps.steps.tolist(), steps.known.tolist(), strict=True
    ):
        if step < 0:
            said.append("")
        elif not known:
            said.append(tr("missing"))
        elif words is None:
            said.append(plain(value))
        else:
            said.append(words[value - 1] if 0 < value <= len(words) else tr(UNKNOWN))
    return tuple(said)


def after_texts(steps: RowSteps) -> tuple[str, ...]:
    """Return what stands in the tensor at each place; nothing where the step was cut."""
    pairs = zip(steps.values.tolist(), steps.kinds.tolist(), strict=True)
    return tuple("" if kind == CUT else plain(value) for value, kind in pairs)


def plain(value: Any) -> str:
    """Return a number as the narrow cells of the view have it."""
    return numbers.rounded(value) if isinstance(value, float) else str(value)


def head_of(page: RowPage, unit: str, marked: str = "") -> tuple[str, bool]:
    """Return what the row is, after its number, and whether it lost steps.

    Parameters
    ----------
    page : RowPage
    unit : str
        What its steps are, with their count: ``276 steps``.
    marked : str
        Which rows it is marked with; "" where it is not.
    """
    line = page.steps.timeline
    parts = [unit]
    for cut, words in (
        (line.before, mark("{count} cut at the start")),
        (line.gap, mark("{count} cut in the middle")),
        (line.after, mark("{count} cut at the end")),
    ):
        if cut:
            parts.append(tr(words, count=numbers.count(cut)))
    if line.width > line.kept:
        parts.append(tr("{count} padding", count=numbers.count(line.width - line.kept)))
    if page.label:
        parts.append(tr("label {label}", label=page.label))
    if page.at:
        parts.append(tr("index {index}", index=", ".join(map(str, page.at))))
    if marked:
        parts.append(tr("marked: {words}", words=marked))
    return " · ".join(parts), line.cut > 0


def cell_texts(page: RowPage, place: int) -> tuple[str, str, str, str, str]:
    """Return what stands in the five lines of a place; an ellipsis where it is not read yet."""
    at = place - page.steps.first
    if not 0 <= at < len(page.steps):
        return ("…",) * 5
    kind, column, step = (int(part[at]) for part in (page.steps.kinds, page.steps.columns, page.steps.steps))
    position = tr("cut") if kind == CUT else str(column)
    mask = "" if kind == CUT else tr("padding") if kind == CellKind.PAD else tr("real")
    return (str(step) if step >= 0 else "", page.before[at], position, page.after[at], mask)


def place_sentence(page: RowPage, place: int) -> str:
    """Say what stands at one place, for the read-out and for a person who cannot see it."""
    at = place - page.steps.first
    if not 0 <= at < len(page.steps):
        return ""
    steps = page.steps
    kind, column, step = int(steps.kinds[at]), int(steps.columns[at]), int(steps.steps[at])
    before, after = page.before[at], page.after[at]
    if kind == CUT:
        return tr("Step {step}, {before}, cut: the tensor does not have it.", step=step, before=before)
    if step < 0:
        return tr("Position {column}, padding, value {after}.", column=column, after=after)
    if kind == CellKind.PAD:
        return tr(
            "Position {column}, step {step}, padding on an inner axis, value {after}.",
            column=column, step=step, after=after,
        )  # fmt: skip
    return tr(
        "Position {column}, step {step}, {before}, in the tensor {after}, real.",
        column=column, step=step, before=before, after=after,
    )  # fmt: skip
