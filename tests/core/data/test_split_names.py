"""Names that say which part of the data something is."""

import pytest

from padviewer.core.data.split_names import split_of, tables_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x_train", ("x", "train")),
        ("train", ("", "train")),
        ("train_x_mask", ("x_mask", "train")),
        ("testLabels", ("Labels", "test")),
        ("XVal", ("X", "validation")),
        ("y-dev", ("y", "dev")),
        ("tokens", ("tokens", "")),
        ("strain", ("strain", "")),
        ("train_test", ("train_test", "")),
    ],
)
def test_the_part_is_one_word_of_the_name(name, expected):
    assert split_of(name) == expected


def test_tables_need_one_column_in_two_parts():
    assert tables_of(["x_train", "y_train", "x_test", "names"]) == {
        "train": ("x_train", "y_train"),
        "test": ("x_test",),
    }
    assert tables_of(["train", "test"]) == {"train": ("train",), "test": ("test",)}
    assert tables_of(["x_train", "y_train"]) == {}
    assert tables_of(["train_time", "test_score"]) == {}
