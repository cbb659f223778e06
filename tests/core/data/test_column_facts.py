"""What is counted of a column, against numpy and hand counts."""

import numpy as np

from padviewer.core.data.column_facts import ColumnFacts, count_facts
from padviewer.core.data.ragged import Ragged

ROWS = [[1.0, float("nan"), 3.0], [], [4.0], [5.0] * 60]


def test_lengths_and_missing_values_are_counted():
    facts = count_facts(Ragged.from_lists(ROWS))
    assert (facts.shortest, facts.longest, facts.missing) == (0, 60, 1)
    edges = np.arange(0, 61 + 3, 3)  # 61 lengths in at most 24 bins are 3 wide
    assert list(facts.histogram) == np.histogram([3, 0, 1, 60], edges)[0].tolist()
    assert sum(facts.histogram) == 4


def test_rows_that_are_all_alike_have_no_histogram():
    assert count_facts(Ragged.from_lists([[1, 2], [3, 4]])) == ColumnFacts(2, 2)


def test_plain_columns_count_their_inner_axis():
    assert count_facts(Ragged(np.zeros((5, 7, 2), np.float32))).longest == 7
    assert count_facts(Ragged(np.array([1, 2, 3]))).longest == 1


def test_text_has_no_steps_before_it_is_split():
    facts = count_facts(Ragged.from_lists(["a b", None, ""]))
    assert (facts.shortest, facts.longest, facts.missing) == (-1, -1, 1)


def test_nothing_is_counted_for_nobody():
    assert count_facts(Ragged.from_lists(ROWS), lambda: True) == ColumnFacts()
    assert count_facts(Ragged.from_lists(ROWS)[:0]).longest == -1
