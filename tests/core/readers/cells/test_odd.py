"""Odd cells: columns are counted in stretches, with the same outcome as cell by cell."""

import numpy as np
import pytest

from padviewer.core.readers.cells.notations import PLAIN, Notation
from padviewer.core.readers.cells.odd import Tally

POOL = (
    "1",
    "-2.5",
    " 3 ",
    "1e5",
    "?",
    "",
    "NaN",
    "n.d.",
    "$4",
    "1_000",
    "C53",
    str(2**63),
    "½",
    "0x1F",
    "inf",
)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("notation", [PLAIN, Notation(comma=True)])
def test_stretches_count_like_single_cells(seed, notation):
    rng = np.random.default_rng(seed)
    share = (0, 0.002, 0.1, 1)[seed % 4]
    cells = [POOL[rng.integers(len(POOL))] if rng.random() < share else str(at) for at in range(700)]
    rows = list(range(5, 705))
    fast, slow = Tally(), Tally()
    one_by_one = [slow.tidied([cell], [row], notation)[0] for cell, row in zip(cells, rows, strict=True)]
    assert fast.tidied(cells, rows, notation) == one_by_one
    assert fast == slow


def test_no_cells_are_counted_as_none():
    tally = Tally()
    assert tally.tidied([], [], PLAIN) == []
    assert tally == Tally()


def test_few_odd_cells_leave_most_to_be_looked_at_together(monkeypatch):
    looked = []
    single = Tally._tidied
    monkeypatch.setattr(
        Tally, "_tidied", lambda self, cells, *rest: looked.append(len(cells)) or single(self, cells, *rest)
    )
    cells = ["1.5"] * 10_000
    cells[::1000] = ["?"] * 10
    Tally().tidied(cells, range(10_000), PLAIN)
    assert sum(looked) <= 10 * 8
