"""Lines that begin with their class: read so where the first lines prove it, and nowhere else."""

import numpy as np
import pytest

from padviewer.core import open_dataset
from padviewer.core.readers import base
from padviewer.core.readers.csv.classes import proves_class

WIDTH = 12


def series(classes, seed=0, tails=True, holes=False, scale=None):
    """Return lines of a class and fractions, and how many steps each has."""
    random = np.random.default_rng(seed)
    lengths = random.integers(WIDTH // 2, WIDTH + 1, len(classes)) if tails else np.full(len(classes), WIDTH)
    if tails:
        lengths[:3] = WIDTH, WIDTH - 1, WIDTH - 4
    lines = []
    for one, length in zip(classes, lengths, strict=True):
        cells = [
            f"{value:.4f}" if scale is None else str(int(value * scale))
            for value in random.normal(size=length)
        ]
        if holes:
            cells[1] = "NaN"
        lines.append([str(one), *cells, *["NaN"] * (WIDTH - length)])
    return lines, lengths.tolist()


def write(path, lines, mark="\t"):
    path.write_text("".join(mark.join(line) + "\n" for line in lines), "utf-8")
    return path


@pytest.mark.parametrize("mark", ["\t", ","])
@pytest.mark.parametrize(
    "classes", [[1, 2] * 8, [-1, 1] * 8, ["1.0000e+00", "2.0000e+00"] * 8, [0, 1, 2, 1, 2, 0]]
)
def test_classes_and_lengths_are_what_was_written(tmp_path, classes, mark):
    lines, lengths = series(classes)
    dataset = open_dataset(write(tmp_path / "s.tsv", lines, mark))
    assert dataset["x"].axis_lengths()[0].tolist() == lengths
    assert dataset["label"].flat.tolist() == [float(one) for one in classes]
    assert dataset.roles == {"x": "sequence", "label": "label"}
    assert dataset.guessed["shape"] == "class-first"
    (said,) = [one for one in dataset.findings if one.code == "class-first"]
    short = [row for row, length in enumerate(lengths) if length < WIDTH]
    assert (said.count, list(said.rows)) == (len(classes), short)
    assert f"{sum(WIDTH - length for length in lengths)} NaN" in said.message


@pytest.mark.parametrize("shape", ["ragged-lines", "dense"])
def test_it_can_be_turned_off(tmp_path, shape):
    lines, _ = series([1, 2] * 8)
    dataset = open_dataset(write(tmp_path / "s.tsv", lines), shape=shape)
    assert set(dataset.columns) == {"x"}
    assert set(dataset["x"].axis_lengths()[0].tolist()) == {WIDTH + 1}


NO_PROOF = {
    "dense": series([1, 2] * 8, tails=False)[0],
    "ids": series(range(16))[0],
    "fractions first": series([0.5, 1.5] * 8)[0],
    "whole steps": series([1, 2] * 8, scale=100)[0],
    "holes everywhere": series([1, 2] * 8, holes=True)[0],
    "a tail of one length": [
        [*line[:-3], "NaN", "NaN", "NaN"] for line in series([1, 2] * 8, tails=False)[0]
    ],
    "a last column with gaps": [
        [*line[:-1], "NaN" if row % 3 else "0.5"]
        for row, line in enumerate(series([1, 2] * 8, tails=False)[0])
    ],
    "two whole columns": [[line[0], "3", *line[1:]] for line in series([1, 2] * 8)[0]],
    "words": [["a" if line[0] == "1" else "b", *line[1:]] for line in series([1, 2] * 8)[0]],
    "three lines": series([1, 2, 1])[0],
    "narrow": [["1", "0.5", "NaN"], ["2", "0.5", "0.25"], ["1", "NaN", "NaN"], ["2", "1.5", "2.5"]],
    "only NaN": [["1", *["NaN"] * 6]] * 3 + [["2", "0.5", "1.5", "NaN", "NaN", "NaN", "NaN"]] * 3,
}


@pytest.mark.parametrize("lines", NO_PROOF.values(), ids=NO_PROOF)
def test_what_proves_nothing_is_left_alone(tmp_path, lines):
    assert not proves_class(lines)
    dataset = open_dataset(write(tmp_path / "s.tsv", lines))
    assert "class-first" not in dataset.guessed.values()


def test_a_header_leaves_the_table_a_table(tmp_path):
    lines, _ = series([1, 2] * 8)
    names = ["group", *(f"t{at}" for at in range(WIDTH))]
    dataset = open_dataset(write(tmp_path / "s.csv", [names, *lines], ","))
    assert set(names) <= set(dataset.columns)


def test_it_is_read_so_where_it_is_asked_for(tmp_path):
    lines, lengths = series(range(16), scale=100)
    dataset = open_dataset(write(tmp_path / "s.tsv", [*lines, []]), shape="class-first")
    assert dataset["x"].axis_lengths()[0].tolist() == lengths
    assert dataset["label"].flat.tolist() == list(range(16))
    assert "blank-lines" in [one.code for one in dataset.findings]


@pytest.mark.parametrize("odd", [["0.5", *["1.5"] * WIDTH], ["1", "1.5"]], ids=["a fraction", "a short line"])
def test_a_later_line_that_is_of_another_kind_undoes_it(tmp_path, monkeypatch, odd):
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 1 << 10)
    monkeypatch.setattr(base, "PIECE_BYTES", 1 << 10)
    lines, _ = series([1, 2] * 100)
    dataset = open_dataset(write(tmp_path / "s.tsv", [*lines, odd]))
    assert set(dataset.columns) == {"x"}
    assert dataset["x"].axis_lengths()[0].tolist() == [*[WIDTH + 1] * 200, len(odd)]
