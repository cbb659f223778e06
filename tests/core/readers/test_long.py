"""Long tables: lines become rows; the oracle is pandas' groupby."""

import numpy as np
import pandas as pd
import pytest

from padviewer.cli import main
from padviewer.core import Recipe, open_dataset
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError, ContentError, UnsafeError
from padviewer.core.readers import ReadOptions, limits, long
from padviewer.core.readers.long import long_table
from padviewer.core.store.fill import open_through_store

RNG = np.random.default_rng(7)


def table(lines=400, users=25):
    """Lines of users in no order; each user's times are all different."""
    user = RNG.integers(0, users, lines)
    frame = pd.DataFrame({"user": [f"u{one}" for one in user], "time": RNG.permutation(lines)})
    frame["item"] = RNG.integers(1, 1000, lines)
    frame["price"] = RNG.integers(0, 400, lines) / 4
    frame["label"] = user % 3
    return frame


def grouped(frame, column, order="time"):
    """What pandas makes of the lines of each user, users as they first appear."""
    first = frame["user"].drop_duplicates()
    lists = frame.sort_values(order, kind="stable").groupby("user")[column].agg(list)
    return lists.loc[first].tolist()


def said(dataset):
    return {one.code: one for one in dataset.findings}


WRITERS = {
    "x.csv": lambda frame, path: frame.to_csv(path, index=False),
    "x.tsv": lambda frame, path: frame.to_csv(path, index=False, sep="\t"),
    "x.parquet": lambda frame, path: frame.to_parquet(path, index=False),
    "x.feather": lambda frame, path: frame.to_feather(path),
    "x.jsonl": lambda frame, path: frame.to_json(path, orient="records", lines=True, double_precision=15),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_s_lines_are_grouped_as_pandas_groups_them(tmp_path, name):
    frame = table()
    WRITERS[name](frame, tmp_path / name)
    dataset = open_dataset(tmp_path / name, long="user,time")
    assert dataset["user"].to_lists() == frame["user"].drop_duplicates().tolist()
    for column in ("time", "item", "price"):
        assert dataset[column].to_lists() == grouped(frame, column)
    assert dataset["label"].to_lists() == frame.groupby("user", sort=False)["label"].first().tolist()
    assert dict(dataset.roles) == {
        "user": "ignored", "item": "sequence", "price": "ignored", "label": "label",
    } | {key: "ignored" for key in dataset.roles if key == "time"}  # fmt: skip
    assert dataset.guessed["long"] == "user,time"


def test_a_frame_is_grouped_too_and_without_an_order_the_lines_keep_theirs():
    frame = table().rename(columns={"time": "when"})
    dataset = open_dataset(frame, long="user")
    assert dataset["item"].to_lists() == frame.groupby("user", sort=False)["item"].agg(list).tolist()
    assert dataset.guessed["long"] == "user"


def test_a_column_that_leaves_no_doubt_orders_the_lines_unasked():
    frame = table()
    assert open_dataset(frame, long="user")["item"].to_lists() == grouped(frame, "item")
    twice = frame.assign(time=frame["time"] // 50)
    plain = twice.groupby("user", sort=False)["item"].agg(list).tolist()
    assert open_dataset(twice, long="user")["item"].to_lists() == plain
    two = frame.assign(step=np.arange(len(frame)))
    assert open_dataset(two, long="user").guessed["long"] == "user"
    dates = pd.date_range("2024-01-01", periods=len(frame)).strftime("%Y-%m-%d")
    dated = frame.assign(date=dates[frame["time"]]).drop(columns="time")
    assert open_dataset(dated, long="user")["item"].to_lists() == grouped(frame, "item")
    assert open_dataset(dated.assign(date=dated["date"].str[:9]), long="user").guessed["long"] == "user"


def test_lines_of_one_id_in_several_pieces_are_one_row(tmp_path):
    frame = table(lines=60_000, users=40)
    frame.to_parquet(tmp_path / "x.parquet", index=False, row_group_size=7_000)
    dataset = open_dataset(tmp_path / "x.parquet", long="user,time")
    assert dataset["item"].to_lists() == grouped(frame, "item")
    through = open_through_store(tmp_path / "x.parquet", ReadOptions(long="user,time"), root=tmp_path / "s")
    assert through["item"].to_lists() == grouped(frame, "item")


def test_lines_that_moved_are_said_and_others_not():
    frame = pd.DataFrame({"id": [1, 1, 2, 2, 3, 2], "t": [1, 2, 2, 1, 1, 3], "x": range(6)})
    moved = said(open_dataset(frame, long="id,t"))["lines-moved"]
    assert (moved.count, moved.rows, moved.level) == (1, (1,), "info")
    tidy = frame.sort_values(["id", "t"], ignore_index=True)
    assert said(open_dataset(tidy, long="id,t")) == {}


def test_repeated_and_missing_places_are_said_and_no_step_is_lost():
    frame = pd.DataFrame(
        {"id": [1, 1, 1, 2, 2, 2], "t": pd.Series([2, 1, 2, None, 5, None], dtype="Int64"), "x": range(6)}
    )
    dataset = open_dataset(frame, long="id,t")
    assert dataset["x"].to_lists() == [[1, 0, 2], [4, 3, 5]]
    found = said(dataset)
    assert (found["repeated-order"].count, found["repeated-order"].rows) == (1, (0,))
    assert (found["lines-without-order"].count, found["lines-without-order"].rows) == (2, (1,))


def test_lines_without_an_id_are_left_out_and_counted():
    frame = pd.DataFrame({"id": [None, "a", "", "a"], "t": [1, 1, 2, 2], "x": [9, 1, 8, 2]})
    dataset = open_dataset(frame, long="id,t")
    assert (dataset["id"].to_lists(), dataset["x"].to_lists()) == (["a"], [[1, 2]])
    found = said(dataset)["lines-without-id"]
    assert (found.count, found.level, found.where) == (2, "warning", "")
    none = open_dataset(frame.assign(id=pd.Series([None] * 4, dtype="string")), long="id,t")
    assert len(none) == 0


def test_an_order_of_words_is_doubted():
    frame = pd.DataFrame({"id": [1, 1], "day": ["Tue", "Mon"], "x": [1, 2]})
    dataset = open_dataset(frame, long="id,day")
    assert dataset["x"].to_lists() == [[2, 1]]
    assert said(dataset)["order-is-text"].level == "warning"
    dates = frame.assign(day=["2024-12-31 10:00", "2024-02-01"])
    assert "order-is-text" not in said(open_dataset(dates, long="id,day"))


def test_rows_of_findings_are_those_of_the_ids(tmp_path):
    path = tmp_path / "x.csv"
    lines = "".join(f"{at // 10},{at % 10},{at if at != 57 else '?'}\n" for at in range(100))
    path.write_text("id,t,x\n" + lines)
    dataset = open_dataset(path, long="id,t")
    found = [one for one in dataset.findings if one.where == "x"]
    assert found
    assert {one.rows for one in found} == {(5,)}
    path.write_text(
        "id,t,x\n" + "".join(f"{at // 10},{at % 10},{at}\n" for at in range(60_000)) + "7,11,0.5\n"
    )
    (widened,) = [one for one in open_dataset(path, long="id,t").findings if one.code == "kind-widened"]
    assert widened.rows == ()


def test_texts_categories_lists_and_inner_axes_become_steps():
    frame = pd.DataFrame(
        {
            "id": [1, 2, 1],
            "word": ["a", "b", None],
            "tag": pd.Categorical(["N", "V", "N"]),
            "near": [[1, 2], [3], []],
            "at": [np.array([1.0, 2.0]), np.array([3.0, 4.0]), np.array([5.0, 6.0])],
            "deep": [[[1], [2, 3]], [[4]], []],
        }
    )
    dataset = open_dataset(frame, long="id")
    assert dataset["word"].to_lists() == [["a", None], ["b"]]
    assert dataset["tag"].to_lists() == [["N", "N"], ["V"]]
    assert dataset["near"].to_lists() == [[[1, 2], []], [[3]]]
    assert (dataset["at"].inner_shape, dataset["at"].to_lists()) == (
        (2,),
        [[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0]]],
    )
    assert "deep" not in dataset.columns
    assert said(dataset)["column-left-out"].where == "deep"


def test_a_label_that_changes_within_an_id_stays_a_sequence():
    frame = pd.DataFrame({"id": [1, 1, 2], "x": [1, 2, 3], "label": [0, 1, 1]})
    assert open_dataset(frame, long="id")["label"].to_lists() == [[0, 1], [1]]
    same = frame.assign(label=[None, None, 1.0])
    np.testing.assert_equal(open_dataset(same, long="id")["label"].to_lists(), [np.nan, 1.0])
    single = frame.iloc[[0, 2]].reset_index(drop=True)
    assert open_dataset(single, long="id")["label"].to_lists() == [[0], [1]]


def test_names_with_commas_and_names_that_are_not_there():
    frame = pd.DataFrame({"a,b": [1, 1], "c": [2, 1], "x": [5, 6], "l": [[1], [2]]})
    assert open_dataset(frame, long="a,b,c")["x"].to_lists() == [[6, 5]]
    assert open_dataset(frame, long="a,b")["x"].to_lists() == [[5, 6]]
    assert open_dataset(frame, long="a,b, c")["x"].to_lists() == [[6, 5]]
    for asked, match in (("nobody", "nobody"), ("a,b,nothing", "no column"), ("l", "no single value"),
                         ("c,c", "cannot both")):  # fmt: skip
        with pytest.raises(ContentError, match=match):
            open_dataset(frame, long=asked)


def test_a_table_without_names_is_a_table_then(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("1,1,5\n1,2,6\n2,1,7\n")
    assert open_dataset(path)["x"].to_lists() == [[1, 1, 5], [1, 2, 6], [2, 1, 7]]
    assert open_dataset(path, long="column_1,column_2")["column_3"].to_lists() == [[5, 6], [7]]


def test_more_lines_than_memory_are_refused(tmp_path, monkeypatch):
    table().to_parquet(tmp_path / "x.parquet", index=False)
    monkeypatch.setattr(limits, "memory_limit", lambda: 10_000)
    with pytest.raises(UnsafeError, match="memory"):
        open_dataset(tmp_path / "x.parquet", long="user")


def test_formats_without_lines_have_no_such_choice(tmp_path):
    np.save(tmp_path / "x.npy", np.eye(2))
    with pytest.raises(ChoiceError, match="no choice of long"):
        open_dataset(tmp_path / "x.npy", long="x")


# -- what is said unasked ---------------------------------------------------------------------------
def panel(**more):
    """A table that is surely long: places begin anew from id to id."""
    return pd.DataFrame({"user_id": [1, 1, 1, 2, 2], "t": [1, 2, 3, 1, 2], "x": [5, 6, 7, 8, 9], **more})


def test_a_table_that_surely_is_long_is_said_and_read_as_it_is(tmp_path):
    for name, write in WRITERS.items():
        write(panel(), tmp_path / name)
        dataset = open_dataset(tmp_path / name)
        assert dataset["x"].to_lists() == [5, 6, 7, 8, 9]
        found = said(dataset)["long-table"]
        assert (found.count, found.level, found.where) == (2, "info", "")
        assert found.remedy.endswith("--long user_id,t.")
        again = open_dataset(tmp_path / name, long="user_id,t")
        assert again["x"].to_lists() == [[5, 6, 7], [8, 9]]
        assert "long-table" not in said(again)


@pytest.mark.parametrize(
    "frame",
    [
        panel(t=[1, 2, 2, 1, 2]),  # two lines have one place
        panel(t=[1, 2, 3, 4, 5]),  # places that run on: each line may be a row of its own
        panel(user_id=[1, 2, 3, 4, 5]),
        panel(user_id=[1, 1, 1, 1, 1]),
        panel(user_id=["a", None, "a", "b", "b"]),
        panel(t=["x", "y", "z", "x", "y"]),
        panel(l=[[1]] * 5),  # rows that are sequences already
        panel(session=[1, 1, 1, 2, 2]),  # which of the two?
        panel().rename(columns={"user_id": "x1"}),
        panel().rename(columns={"t": "x1"}),
        panel().drop(columns="x"),
    ],
)
def test_where_another_reading_could_be_right_nothing_is_said(frame):
    assert "long-table" not in said(open_dataset(frame))


def test_nobody_looks_at_very_many_lines(monkeypatch):
    monkeypatch.setattr(long, "MOST_LINES", 4)
    assert "long-table" not in said(open_dataset(panel()))
    monkeypatch.setattr(long, "MOST_LINES", 5)
    assert "long-table" in said(open_dataset(panel()))


# -- recipes and the command line --------------------------------------------------------------------
def test_the_recipe_of_an_export_opens_the_table_so_again(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    frame = table()
    frame.to_csv("x.csv", index=False)
    flags = ["--long", "user,time", "--column", "item", "--maxlen", "4"]
    assert main(["pad", "x.csv", "-o", "o.npz", "--save-recipe", "r.toml", *flags]) == 0
    assert Recipe.load("r.toml").reading.long == "user,time"
    wanted = [row[:4] + [0] * (4 - len(row)) for row in grouped(frame, "item")]
    with np.load("o.npz") as arrays:
        assert arrays["item"].tolist() == wanted
    assert main(["pad", "x.csv", "-o", "again.npz", "--recipe", "o.npz"]) == 0
    with np.load("again.npz") as arrays:
        assert arrays["item"].tolist() == wanted
    assert main(["info", "x.csv", "--long", "nobody"]) == 1
    assert "There is no column “nobody”" in capsys.readouterr().err
    assert main(["check", "x.csv", "--long", "user,time", "--column", "item"]) == 0


def test_rows_of_a_dataset_in_memory():
    lines = Dataset({"k": Ragged.from_texts(["b", "a", "b"]), "x": Ragged.from_lists([1, 2, 3])})
    rows = long_table(lines, "k")
    assert (rows["k"].to_lists(), rows["x"].to_lists()) == (["b", "a"], [[1, 3], [2]])
