"""Findings about the rows of one block."""

from __future__ import annotations

import numpy as np

from padviewer.core.checks.lengths import check_lengths_of
from padviewer.core.checks.values import check_values_of
from padviewer.core.finding import Finding, by_level
from padviewer.core.padding.tensor_plan import RowsLike, TensorPlan


def check_block(own: TensorPlan, rows: RowsLike) -> tuple[Finding, ...]:
    """Return the findings about the rows of one block, with tensor row numbers; a row twice counts once."""
    numbers = np.unique(own.source_rows(rows)) - own.start
    return by_level([*check_lengths_of(own, numbers), *check_values_of(own, numbers)])
