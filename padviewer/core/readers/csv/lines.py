"""Ragged lines: every line of a CSV is a row, with its class before its steps or without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from padviewer.core.data.column_names import no_such_column
from padviewer.core.data.dataset import Dataset, Role
from padviewer.core.data.ragged import Kind
from padviewer.core.finding import COUNT, MOST_ROWS, Finding
from padviewer.core.readers.base import KindChanged, ReadOptions
from padviewer.core.readers.csv.brackets import JSON
from padviewer.core.readers.csv.classes import (
    CLASS_FIRST,
    MARK,
    class_taken,
    is_whole,
    proves_class,
    without_tail,
)
from padviewer.core.readers.csv.columns import ColumnPlan, build_cells, build_lists, plan_cells, trimmed
from padviewer.core.readers.csv.layout import NO_DELIMITER, Layout
from padviewer.core.readers.csv.plans import column_findings
from padviewer.core.sentence import say_count

SAID = {"\t": "tab", " ": "space", NO_DELIMITER: "none"}
NAMELESS = ("x", "items", "text")


class Lines:
    """Ragged lines as one column."""

    def __init__(self, layout: Layout, options: ReadOptions) -> None:
        self.options = options
        self.rows = 0
        self.plan: ColumnPlan | None = None
        self.guessed = guessed_of(layout)
        self.header = layout.header
        self.width = 0
        self.classes: ColumnPlan | None = None
        self.cut: list[int] = []
        self.steps_cut = 0

    def piece(self, records: Sequence[list[str]]) -> Dataset | None:
        """Return the dataset of the next lines."""
        if self.plan is None and self._begins_with_class(records):
            self.classes = ColumnPlan("label", None)
            self.guessed = {**self.guessed, "shape": CLASS_FIRST}
        if self.classes is not None:
            return self._classed(records, self.classes)
        lists = [trimmed(record) for record in records]
        if self.plan is None:
            items = list(chain.from_iterable(lists))
            self.plan = nameless(self.options, lambda kinds, way: plan_cells("x", items, kinds, way, ","))
        if any(len(items) < len(record) for items, record in zip(lists, records, strict=True)):
            self.guessed = {**self.guessed, "empty cells at a line's end": "no steps"}
        column, said = build_lists(self.plan, lists, self.rows)
        self.rows += len(records)
        return Dataset({self.plan.name: column}, guessed=self.guessed, findings=tuple(said))

    def late(self) -> list[Finding]:
        """Return what there is to say after the last line."""
        said = [] if self.plan is None else column_findings(self.plan)
        if self.classes is not None:
            asked = self.options.shape == CLASS_FIRST
            said += column_findings(self.classes)
            said.append(class_taken(self.rows, self.cut, self.steps_cut, asked))
        return said

    def _begins_with_class(self, records: Sequence[list[str]]) -> bool:
        """Whether the first cell of every line is its class: asked for, or proven by the first lines."""
        if self.options.shape is not None:
            return self.options.shape == CLASS_FIRST
        return not self.header and "x" + MARK not in self.options.kinds and proves_class(records)

    def _classed(self, records: Sequence[list[str]], classes: ColumnPlan) -> Dataset | None:
        """Return lines as a class and steps each; a blank line is none."""
        lines = [record for record in records if record]
        said: list[Finding] = []
        if len(lines) < len(records):
            said.append(blank_lines(len(records) - len(lines)))
        if not lines:
            return None
        self.width = self.width or len(lines[0])
        if self.options.shape is None:
            for row, line in enumerate(lines, self.rows):
                if len(line) != self.width or not is_whole(line[0]):
                    raise KindChanged("x" + MARK, "float", row)
        lists = [without_tail(trimmed(line[1:])) for line in lines]
        if self.plan is None:
            items = list(chain.from_iterable(lists))
            self.plan = nameless(
                self.options, lambda kinds, way: plan_cells("x", items, kinds, way, ","), ("label",)
            )
            first = [line[0] for line in lines]
            way = self.options.columns.get("label", "")
            self.classes = classes = plan_cells("label", first, self.options.kinds, way)
        column, more = build_lists(self.plan, lists, self.rows)
        label, also = build_cells(classes, [line[0] for line in lines], self.rows)
        for row, (line, items) in enumerate(zip(lines, lists, strict=True), self.rows):
            gone = len(line) - 1 - len(items)
            self.steps_cut += gone
            if gone and len(self.cut) < MOST_ROWS:
                self.cut.append(row)
        self.rows += len(lines)
        roles: dict[str, Role] = {self.plan.name: "sequence", "label": "label"}
        data = {self.plan.name: column, "label": label}
        return Dataset(data, roles, guessed=self.guessed, findings=(*said, *more, *also))


def blank_lines(count: int) -> Finding:
    """Return the finding that blank lines are no rows."""
    return Finding(
        "info",
        "blank-lines",
        say_count(
            "{count} blank line is no row.",
            "{count} blank lines are no rows.",
            COUNT,
        ),
        count,
    )


def nameless(
    options: ReadOptions,
    planned: Callable[[Mapping[str, Kind], str], ColumnPlan],
    beside: tuple[str, ...] = (),
) -> ColumnPlan:
    """Return how a column without a name is read: it is called ``x``, or ``items`` where it is text.

    `beside`: the columns that stand beside it.

    Raises
    ------
    ContentError
        Something is asked of a column that is none of these.
    """
    known = (NAMELESS[0], *beside)
    unknown = next((name for name in options.columns if name not in (*NAMELESS, *beside)), None)
    if unknown is not None:
        raise no_such_column(unknown, known)
    kinds: dict[str, Kind] = {}
    for key, kind in options.kinds.items():
        for name in NAMELESS:
            if key == name or key.startswith((f"{name}#", f"{name}[")):
                kinds["x" + key.removeprefix(name)] = kind
    way = next((options.columns[name] for name in NAMELESS if name in options.columns), "")
    plan = planned(kinds, way)
    return replace(plan, name="items" if plan.kind == "text" else "x")


def guessed_of(layout: Layout) -> dict[str, str]:
    """Return how the lines are read, as `Dataset.guessed` says it."""
    guessed = {"delimiter": SAID.get(layout.delimiter, layout.delimiter)} if layout.delimiter else {}
    guessed["header"] = "yes" if layout.header else "no"
    guessed["shape"] = "list-in-cell" if any(layout.lists) else layout.shape
    for name, separator in zip(layout.names or ("x",), layout.lists, strict=False):
        if separator:
            said = "in brackets" if separator == JSON else f"separated by {SAID.get(separator, separator)}"
            guessed[f"lists of {name}"] = said
    return guessed
