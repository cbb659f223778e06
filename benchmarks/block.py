"""200 rows of a million, and a frame of the heatmap, beside TensorFlow and a frame of empty axes."""

from __future__ import annotations

import statistics
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.data import offsets_of, skewed_lengths, token_values
from benchmarks.measure import Report, interleaved, peer
from padviewer.core import Dataset, Plan, Ragged, Recipe, TensorRecipe, fit, prepare, resolve
from padviewer.core.data.lengths import count_lengths
from padviewer.core.padding import kernels
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap.view import HeatmapView

ROWS, MEAN, MAXLEN = 1_000_000, 120, 512
BLOCK_ROWS = 200
SHORT = 8  # short calls are repeated so many times as long ones
BLOCK_LIMIT = 1 / 20
FRAME_LIMIT = 4.0
MEMORY_LIMIT = 1.1
SIZE = (1000, 700)


def plan_of(rows: int) -> Plan:
    """Return the plan of `rows` token rows at 512."""
    lengths = skewed_lengths(rows, MEAN, 1500)
    column = Ragged(token_values(int(lengths.sum())), offsets_of(lengths))
    dataset = Dataset({"tokens": column}, roles={"tokens": "sequence"})
    recipe = fit(Recipe({"x": TensorRecipe(column="tokens", maxlen=MAXLEN)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def source_of(plan: Plan) -> HeatmapSource:
    """Return what the heatmap draws of a plan."""
    lengths = plan.of("x").column.lengths
    return HeatmapSource(
        rows=len(plan),
        cols=MAXLEN,
        lengths=lengths,
        cells=lambda rows, cols: plan.cells("x", rows, cols),
        edges=lambda rows, cols: plan.edges("x", rows, cols),
        levels=(1, 30_000),
        still_real=count_lengths(lengths).still_real(MAXLEN),
        in_memory=True,
    )


def measure_blocks(report: Report, repetitions: int, plan: Plan) -> None:
    """Measure 200 rows, in order and in any order."""
    tf = peer("tensorflow", report)
    column = plan.of("x").column
    ragged = None
    if tf is not None:
        ragged = tf.RaggedTensor.from_row_splits(
            tf.constant(column.flat), tf.constant(column.offsets), validate=False
        )
    rng = np.random.default_rng(5)
    at: list[Any] = [0, np.zeros(0, np.int64)]

    def move() -> None:
        at[0] = int(rng.integers(0, ROWS - BLOCK_ROWS))
        at[1] = rng.integers(0, ROWS, BLOCK_ROWS)

    def of_tensorflow(rows: Any) -> Any:
        return rows.to_tensor(shape=[None, MAXLEN]), tf.sequence_mask(rows.row_lengths(), MAXLEN)

    in_order: dict[str, Callable[[], Any]] = {
        "Plan.block": lambda: plan.block("x", slice(at[0], at[0] + BLOCK_ROWS))
    }
    picked: dict[str, Callable[[], Any]] = {"Plan.block": lambda: plan.block("x", at[1])}
    if tf is not None:
        in_order["TensorFlow"] = lambda: of_tensorflow(ragged[at[0] : at[0] + BLOCK_ROWS])
        picked["TensorFlow"] = lambda: of_tensorflow(tf.gather(ragged, at[1]))
    for what, candidates in (
        (f"{BLOCK_ROWS} rows in order of {ROWS:,} × {MAXLEN}", in_order),
        (f"{BLOCK_ROWS} rows in any order", picked),
    ):
        move()
        arrays = [candidate() for candidate in candidates.values()]
        for made in arrays[1:]:
            if not np.array_equal(made[0], arrays[0].array) or not np.array_equal(made[1], arrays[0].mask):
                raise RuntimeError("TensorFlow does not make the same rows as Plan.block.")
        found = interleaved(candidates, repetitions * SHORT, move)
        for name, timing in found.items():
            report.timing(what, name, timing)
        if tf is not None:
            report.ratio(what, "block", found["Plan.block"], "TensorFlow", found["TensorFlow"], BLOCK_LIMIT)


def measure_frames(report: Report, repetitions: int, plan: Plan) -> None:
    """Measure frames of 1000 × 700: a heatmap that jumps to another row, axes whose range moves."""
    import pyqtgraph

    view = HeatmapView(lambda work, done: done(work()))
    view.resize(*SIZE)
    view.set_source(source_of(plan))
    axes = pyqtgraph.PlotWidget()
    axes.resize(*SIZE)
    view.show()
    axes.show()
    QApplication.processEvents()
    rng = np.random.default_rng(6)
    row = [0]

    def move() -> None:
        row[0] = int(rng.integers(0, len(plan)))

    def heatmap() -> None:
        view.go_to_row(row[0])
        view.repaint()
        if not view.is_current():
            raise RuntimeError("The heatmap shows an old frame.")

    def empty_axes() -> None:
        axes.setXRange(row[0], row[0] + SIZE[0], padding=0)
        axes.viewport().repaint()

    for what, prepared in (("rows at their usual height", view.fit), ("a pixel a cell", view.one_pixel)):
        prepared()
        found = interleaved({"heatmap": heatmap, "empty axes": empty_axes}, repetitions * SHORT, move)
        what = f"a frame of {SIZE[0]} × {SIZE[1]}, {what}"
        for name, timing in found.items():
            report.timing(what, name, timing)
        report.ratio(what, "heatmap", found["heatmap"], "empty axes", found["empty axes"], FRAME_LIMIT)
    view.close()
    axes.close()


def measure_memory(report: Report, plan: Plan) -> None:
    """Measure the peak of what a block and a frame allocate, at a tenth of the rows and at all of them."""
    peaks = {}
    for rows, own in ((ROWS // 10, plan_of(ROWS // 10)), (ROWS, plan)):
        source = source_of(own)
        view = HeatmapView(lambda work, done: done(work()))
        view.resize(*SIZE)
        view.show()
        QApplication.processEvents()
        found = []
        for turn in range(3):
            tracemalloc.start()
            own.block("x", slice(0, BLOCK_ROWS))
            view.set_source(source)
            view.one_pixel()
            view.go_to_row(rows // (turn + 2))
            view.repaint()
            found.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        peaks[rows] = statistics.median(found)
        view.close()
    what = "peak memory of a block and a frame"
    for rows, peak in peaks.items():
        report.add(what, f"{rows:,} rows", warm=f"{peak / 1e6:.1f} MB")
    share = peaks[ROWS] / peaks[ROWS // 10]
    met = share <= MEMORY_LIMIT
    report.add(what, "ten times the rows", figure=f"{share:.2f}", limit=f"≤ {MEMORY_LIMIT:g}", met=met)


def run(report: Report, repetitions: int) -> None:
    """Measure all three."""
    application = QApplication.instance() or QApplication([])
    plan = plan_of(ROWS)
    kernels.warm()
    measure_frames(report, repetitions, plan)
    measure_memory(report, plan)
    measure_blocks(report, repetitions, plan)
    application.processEvents()
