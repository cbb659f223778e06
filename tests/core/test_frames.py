"""Tables of lengths; the oracle is numpy and pandas."""

import json

import numpy as np
import pandas as pd
import pytest

from padviewer.cli import main
from padviewer.core import Dataset, Ragged, lengths_table
from padviewer.core.errors import ContentError

RNG = np.random.default_rng(4)
LENGTHS = RNG.integers(0, 40, 300)
LABELS = RNG.integers(0, 4, 300)


def frame():
    rows = [np.arange(length) for length in LENGTHS]
    label = pd.Series(LABELS, dtype="Int64").mask(LABELS == 3)
    return pd.DataFrame({"x": pd.Series(rows, dtype=object), "label": label})


def figures(lengths):
    percents = (5, 25, 50, 75, 90, 95, 99)
    percentiles = np.percentile(lengths, percents, method="inverted_cdf").tolist()
    return [
        len(lengths),
        lengths.min(),
        *percentiles,
        lengths.max(),
        lengths.mean(),
        lengths.sum(),
        (lengths == 0).sum(),
    ]


def test_the_figures_are_numpy_s():
    table = lengths_table(Dataset.from_pandas(frame()))
    assert table.index.tolist() == ["x"]
    assert table.loc["x"].tolist() == figures(LENGTHS)
    assert table.columns.tolist()[:3] == ["count", "min", "p5"]


def test_each_label_has_a_line_and_the_rows_without_one_the_last():
    table = lengths_table(Dataset.from_pandas(frame()), "x", by="label")
    assert table.index.name == "label"
    assert table.index[:3].tolist() == [0, 1, 2]
    assert pd.isna(table.index[3])
    for at in range(4):
        assert table.iloc[at].tolist() == figures(LENGTHS[at == LABELS])
    grouped = frame().assign(n=LENGTHS).groupby("label")["n"]
    assert table["mean"].iloc[:3].tolist() == grouped.mean().tolist()
    assert table["max"].iloc[:3].tolist() == grouped.max().tolist()


def test_texts_are_counted_in_words_and_labels_are_any_single_value():
    dataset = Dataset(
        {"text": Ragged.from_texts(["a b c", "", "d"]), "by": Ragged.from_texts(["v", "u", "v"])},
        roles={"text": "sequence", "by": "label"},
    )
    table = lengths_table(dataset, by="by")
    assert table.index.tolist() == ["u", "v"]
    assert table["total"].tolist() == [0, 4]
    assert table["empty"].tolist() == [1, 0]


def test_no_rows_give_no_lines():
    dataset = Dataset.from_pandas(frame()).rows(0, 0)
    assert len(lengths_table(dataset, by="label")) == 0
    assert lengths_table(dataset)["count"].tolist() == [0]


def test_what_has_no_lengths_is_refused():
    dataset = Dataset.from_pandas(frame())
    with pytest.raises(ContentError, match="“label” holds one integer value"):
        lengths_table(dataset, "label")
    with pytest.raises(ContentError, match="None of the columns holds sequences: label"):
        lengths_table(Dataset({"label": dataset["label"]}))
    with pytest.raises(ContentError, match="no column “nothing”"):
        lengths_table(dataset, "nothing")
    with pytest.raises(ContentError, match="one single value a row"):
        lengths_table(dataset, by="x")


def test_the_command_s_percentiles_are_the_same_and_load_as_a_frame(tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps({"x": list(range(n))}) + "\n" for n in LENGTHS.tolist()))
    assert main(["stats", str(path), "--json"]) == 0
    said = pd.DataFrame(json.loads(capsys.readouterr().out)["percentiles"]).set_index("name")
    table = lengths_table(Dataset.from_pandas(frame()))
    assert (
        said.loc[["p50", "p90", "p95", "p99", "max"], "maxlen"].tolist()
        == table.loc["x", ["p50", "p90", "p95", "p99", "max"]].tolist()
    )


def test_rows_of_one_shape_are_as_long_as_their_first_axis():
    table = lengths_table(Dataset({"x": Ragged(np.zeros((3, 5, 2)))}))
    assert table.loc["x", ["count", "min", "max", "total"]].tolist() == [3, 5, 5, 15]
