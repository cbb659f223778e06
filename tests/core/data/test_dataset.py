"""Datasets: columns of one length, guessed roles, pieces joined."""

from pathlib import Path

import numpy as np
import pytest

from padviewer.core import Dataset, Finding, Ragged
from padviewer.core.data.dataset import can_be_sequence, guess_roles, join, merge_findings, same_columns
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.finding import MOST_ROWS

LISTS = Ragged.from_lists([[1, 2], [3]])
TEXTS = Ragged.from_lists(["a b", "c"])
NUMBERS = Ragged.from_lists([1, 2])
SERIES = Ragged(np.zeros((2, 4, 3), np.float32))


@pytest.mark.parametrize(
    ("columns", "roles"),
    [
        ({"tokens": LISTS, "label": NUMBERS}, {"tokens": "sequence", "label": "label"}),
        ({"title": TEXTS, "tokens": LISTS}, {"title": "ignored", "tokens": "sequence"}),
        ({"id": NUMBERS, "text": TEXTS}, {"id": "ignored", "text": "sequence"}),
        ({"a": LISTS, "b": LISTS}, {"a": "sequence", "b": "ignored"}),
        ({"x": SERIES, "Y": NUMBERS}, {"x": "sequence", "Y": "label"}),
        ({"score": NUMBERS, "label": NUMBERS}, {"score": "label", "label": "ignored"}),
        (
            {"x": LISTS, "y": NUMBERS, "sample_weight": NUMBERS},
            {"x": "sequence", "y": "label", "sample_weight": "weight"},
        ),
        ({"label": LISTS}, {"label": "sequence"}),
        ({"label": LISTS, "x": LISTS}, {"label": "sequence", "x": "ignored"}),
        ({"text": TEXTS, "class": TEXTS}, {"text": "sequence", "class": "label"}),
        ({"n": NUMBERS}, {"n": "ignored"}),
    ],
)
def test_roles_are_guessed_from_names_and_shapes(columns, roles):
    assert guess_roles(columns) == roles
    assert dict(Dataset(columns).roles) == roles


def test_what_can_be_a_sequence():
    assert [can_be_sequence(c) for c in (LISTS, TEXTS, SERIES, NUMBERS)] == [True, True, True, False]


def test_columns_rows_and_pieces():
    data = Dataset({"x": LISTS, "y": NUMBERS}, path=Path("a.csv"))
    assert (data.columns, len(data)) == (("x", "y"), 2)
    assert data["x"] is LISTS
    assert data.rows(1, 2)["y"].to_lists() == [2]
    assert [len(piece) for piece in data.pieces(1)] == [1, 1]
    assert data.nbytes == LISTS.nbytes + NUMBERS.nbytes
    assert len(Dataset({})) == 0


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(ContentError, match=r"a\.csv: There is no column “z”\. The columns are: x, y"):
        Dataset({"x": LISTS, "y": NUMBERS}, path=Path("a.csv"))["z"]


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(ContentError, match="x 2, y 3"):
        Dataset({"x": LISTS, "y": Ragged.from_lists([1, 2, 3])})


def test_roles_are_changed_one_at_a_time():
    data = Dataset({"x": LISTS, "y": NUMBERS})
    changed = data.with_role("x", "ignored")
    assert changed.with_role_of("label") == ("y",)
    assert changed.with_role_of("sequence") == ()
    assert data.with_role_of("sequence") == ("x",)
    with pytest.raises(ChoiceError) as caught:
        data.with_role("x", "feature")
    assert caught.value.field == "role"
    with pytest.raises(ContentError):
        data.with_role("z", "label")


def test_pieces_are_joined_and_their_findings_added_up():
    whole = Dataset({"x": Ragged.from_lists([[1], [2, 3], [4], []])})
    null = Finding("warning", "null-rows", "{count} rows are null.", 1, (0,), where="x")
    parts = [Dataset(dict(whole.rows(a, a + 2).data), roles=whole.roles, findings=(null,)) for a in (0, 2)]
    joined = join(parts)
    assert joined["x"].to_lists() == [[1], [2, 3], [4], []]
    (found,) = joined.findings
    assert (found.count, found.rows) == (2, (0, 2))


def test_pieces_that_do_not_fit_are_refused():
    with pytest.raises(ContentError, match="no rows"):
        join([])
    with pytest.raises(ContentError, match="different columns"):
        join([Dataset({"x": LISTS}), Dataset({"y": LISTS})])
    assert same_columns(Dataset({"x": LISTS}), Dataset({"x": LISTS[1:]}))
    assert not same_columns(Dataset({"x": LISTS}), Dataset({"y": LISTS}))
    assert not same_columns(Dataset({"x": LISTS}), Dataset({"x": TEXTS}))


def test_merged_findings_name_the_first_rows_only():
    one = Finding("info", "a", "m", 900, tuple(range(900)))
    two = Finding("info", "a", "m", 900, tuple(range(900, 1800)))
    other = Finding("info", "b", "m", 1)
    merged = merge_findings([one, two, other])
    assert [found.count for found in merged] == [1800, 1]
    assert merged[0].rows == tuple(range(MOST_ROWS))
