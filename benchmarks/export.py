"""4 GB to .npy and .npz by the data child, beside a plain write of as many bytes to the same disk."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer

from benchmarks.data import skewed_lengths
from benchmarks.measure import Report, seconds
from benchmarks.window import SPARE_SECONDS, pause, scratch, wait, write_parquet

if TYPE_CHECKING:
    from padviewer.gui.tasks.children import WorkerPool

ROWS, MEAN, MAXLEN = 2_000_000, 120, 512
TIME_LIMIT = 1.5
MEMORY_LIMIT = 300e6
BLOCK = 4 << 20
SAMPLE_MS = 10


def private_bytes(pid: int) -> int:
    """Return the private memory of a process: anonymous pages, without files that are mapped."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:")), 0)


class Peak:
    """The most private memory that any child of a pool was seen with, looked at every 10 ms."""

    def __init__(self, pool: WorkerPool) -> None:
        self._nbytes = 0
        self._pool = pool
        self._timer = QTimer(interval=SAMPLE_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def stop(self) -> int:
        """End, and return it in bytes."""
        self._timer.stop()
        return self._nbytes

    def _on_tick(self) -> None:
        self._nbytes = max([self._nbytes, *map(private_bytes, self._pool.pids)])


@dataclass
class Rounds:
    """What all rounds of one format found: seconds, and bytes of private memory."""

    nbytes: int = 0
    export: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    idle: list[int] = field(default_factory=list)
    peak: list[int] = field(default_factory=list)

    def tell(self, report: Report, suffix: str) -> None:
        """Put the figures into the report."""
        what = f"{self.nbytes / 1e9:.2f} GB to {suffix}, {len(self.export) - 1} rounds"
        for name, found in (("export", self.export), ("plain write", self.plain)):
            report.add(what, name, cold=seconds(found[0]), warm=seconds(statistics.median(found[1:])))
        share = statistics.median(self.export[1:]) / statistics.median(self.plain[1:])
        met = share <= TIME_LIMIT
        report.add(what, "export / plain write", figure=f"{share:.2f}", limit=f"≤ {TIME_LIMIT:g}", met=met)
        above = max(peak - idle for peak, idle in zip(self.peak, self.idle, strict=True))
        report.add(
            what, "private memory above idle, most", figure=f"{above / 1e6:.0f} MB", limit="≤ 300 MB",
            met=above <= MEMORY_LIMIT,
        )  # fmt: skip


def ask(pool: WorkerPool, op: str, args: dict[str, Any]) -> tuple[Any, float]:
    """Return a child's answer and the seconds it took; raises RuntimeError where it failed."""
    answers: list[Any] = []
    start = time.perf_counter()
    task = pool.run(op, args)
    task.done.connect(lambda answer: answers.append((answer, time.perf_counter() - start)))
    task.failed.connect(lambda error: answers.append((error, 0.0)))
    wait(lambda: bool(answers), 1200)
    answer, took = answers[0]
    if answer is None or isinstance(answer, Exception):
        raise RuntimeError(f"{op} failed: {answer}")
    return answer, took


def plain_write(path: Path, nbytes: int) -> float:
    """Return the seconds of writing as many bytes in blocks of 4 MiB, and bringing them to the disk."""
    block = np.random.default_rng(0).bytes(BLOCK)
    start = time.perf_counter()
    with path.open("wb", buffering=0) as file:
        for done in range(0, nbytes, BLOCK):
            file.write(block[: min(BLOCK, nbytes - done)])
        os.fsync(file.fileno())
    return time.perf_counter() - start


def settled(path: Path) -> None:
    """Remove a file and let the disk come to rest."""
    path.unlink(missing_ok=True)
    if hasattr(os, "sync"):
        os.sync()


def run(report: Report, repetitions: int) -> None:
    """Measure both formats, each export followed by its plain write."""
    from padviewer.core import Recipe, TensorRecipe
    from padviewer.gui.tasks.children import WorkerPool

    application = QCoreApplication.instance() or QCoreApplication([])
    rounds = {suffix: Rounds() for suffix in (".npy", ".npz")}
    with scratch() as folder:
        source, recipe, plain = folder / "tokens.parquet", folder / "recipe.toml", folder / "plain.bin"
        write_parquet(source, skewed_lengths(ROWS, MEAN, 1500))
        Recipe({"x": TensorRecipe(column="tokens", maxlen=MAXLEN)}).save(recipe)
        pool = WorkerPool("data")
        pause(SPARE_SECONDS)
        store = ask(pool, "open", {"path": str(source)})[0]["store"]
        plain_write(plain, int(ROWS * MAXLEN * 5))  # the machine's own first touch of so much memory
        settled(plain)
        for _ in range(repetitions + 1):
            for suffix, own in rounds.items():
                target = folder / f"out{suffix}"
                pause(SPARE_SECONDS)
                own.idle.append(min(map(private_bytes, pool.pids)))
                peak = Peak(pool)
                args = {"store": store, "recipe": str(recipe), "destination": str(target)}
                own.export.append(ask(pool, "export", args)[1])
                own.peak.append(peak.stop())
                own.nbytes = target.stat().st_size
                settled(target)
                own.plain.append(plain_write(plain, own.nbytes))
                settled(plain)
        pool.shutdown()
        application.processEvents()
    for suffix, own in rounds.items():
        own.tell(report, suffix)
    report.note(
        "Both reach the disk (fsync). Seconds on the clock; the export hashes what it writes (sha256)."
    )
    report.note("Private memory: anonymous pages of the child, looked at every 10 ms, over the idle spare's.")
