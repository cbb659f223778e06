"""Files of Stata, SPSS and SAS, written by pandas and pyreadstat; what these read is the oracle."""

import builtins
import warnings

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padviewer.cli import main
from padviewer.core import open_dataset
from padviewer.core.errors import ContentError, MissingExtraError
from padviewer.core.readers import statistics

FRAME = pd.DataFrame(
    {
        "n": [1, 2, 3, 70_000],
        "gap": [1.0, np.nan, 3.0, 4.0],
        "f": [0.5, np.nan, 2.0, 2.0**60],
        "t": ["a", "", "ü", "long text"],
        "at": pd.to_datetime(["2024-01-31 10:30", None, "1959-12-31", "2024-02-01"], format="mixed"),
        "code": [1, 2, 1, 2],
    }
)
LABELS = {"code": {1: "low", 2: "high"}}


def stata(frame, path):
    labels = {name: said for name, said in LABELS.items() if name in frame}
    frame.to_stata(path, write_index=False, value_labels=labels, version=118)


def spss(frame, path):
    pyreadstat.write_sav(frame, path, variable_value_labels=LABELS)


def sas(frame, path):
    pyreadstat.write_xport(frame, path, file_format_version=8)


WRITERS = {
    "x.dta": stata,
    "x.sav": spss,
    "x.zsav": lambda f, p: pyreadstat.write_sav(f, p, compress=True),
    "x.xpt": sas,
}


def written(tmp_path, name, frame=FRAME):
    with warnings.catch_warnings(action="ignore"):
        WRITERS[name](frame, tmp_path / name)
    return tmp_path / name


@pytest.mark.parametrize("name", WRITERS)
def test_columns_are_what_was_written(tmp_path, name):
    dataset = open_dataset(written(tmp_path, name))
    assert dataset.format == {"dta": "Stata", "xpt": "SAS"}.get(name[2:], "SPSS")
    assert dataset["n"].to_lists() == [1, 2, 3, 70_000]
    assert dataset["gap"].to_lists() == [1, None, 3, 4]
    np.testing.assert_equal(dataset["f"].to_lists(), FRAME["f"].tolist())
    assert dataset["t"].to_lists() == ["a", "", "ü", "long text"]
    since = (FRAME["at"] - pd.Timestamp(0)) // pd.Timedelta(microseconds=1)
    assert dataset["at"].to_lists() == [None if one != one else int(one) for one in since]
    said = {one.code: one for one in dataset.findings}
    assert said["times-as-numbers"].where == "at"
    if name in ("x.dta", "x.sav"):
        assert said["value-labels"].count == 2
        assert "1 = low, 2 = high" in said["value-labels"].message
    (tmp_path / "other.dat").write_bytes((tmp_path / name).read_bytes())
    assert open_dataset(tmp_path / "other.dat").format == dataset.format


@pytest.mark.parametrize("name", WRITERS)
def test_chunks_are_one_dataset_whatever_is_missing_where(tmp_path, name, monkeypatch):
    monkeypatch.setattr(statistics, "PIECE_BYTES", 8 * 3 * 4)  # four rows of three columns
    frame = pd.DataFrame(
        {
            "n": [1.0] * 5 + [np.nan] + [2.0] * 5,
            "late": [1.0] * 9 + [0.5, np.nan],
            "t": [f"t{at}" for at in range(11)],
        }
    )
    dataset = open_dataset(written(tmp_path, name, frame))
    assert dataset["t"].to_lists() == frame["t"].tolist()
    np.testing.assert_equal(dataset["late"].to_lists(), frame["late"].tolist())
    values = [None if one != one else one for one in frame["n"]]
    got = [None if one is None or one != one else one for one in dataset["n"].to_lists()]
    assert got == values
    assert dataset["n"].kind == "integer"
    widened = [one for one in dataset.findings if one.code == "kind-widened"]
    assert [(one.where, one.rows) for one in widened] == [("late", (9,))]


def test_whole_numbers_are_int64_and_single_precision_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(statistics, "PIECE_BYTES", 8 * 4 * 3)
    frame = pd.DataFrame(
        {
            "small": pd.array([1, None, 3, 4, 5, 6], dtype="Int8"),
            "single": np.array([1, 2, 3, 4, 5, 6], np.float32),
            "large": np.array([1, 2, 3, 4, 5, 6], np.float64),
            "day": pd.to_datetime(["2024-01-31"] * 6),
        }
    )
    frame.to_stata(tmp_path / "x.dta", write_index=False, convert_dates={"day": "td"})
    dataset = open_dataset(tmp_path / "x.dta")
    assert dataset["small"].to_lists() == [1, None, 3, 4, 5, 6]
    assert [dataset[name].dtype for name in frame] == ["int64", "float32", "int64", "int64"]
    day = int(pd.Timestamp("2024-01-31").timestamp()) * 10**6
    assert dataset["day"].to_lists() == [day] * 6


@pytest.mark.parametrize("version", [114, 117, 118, 119])
def test_every_version_of_stata_is_known_by_its_content(tmp_path, version):
    frame = pd.DataFrame({"x": [1, 2]})
    frame.to_stata(tmp_path / "x.dat", write_index=False, version=version)
    assert (open_dataset(tmp_path / "x.dat").format, open_dataset(tmp_path / "x.dat")["x"].to_lists()) == (
        "Stata",
        [1, 2],
    )


def test_times_that_are_all_missing_and_numbers_beyond_whole_ones(tmp_path):
    frame = pd.DataFrame({"at": pd.to_datetime([None, None]), "big": [2.0**60, 1.0], "n": [np.nan, np.nan]})
    dataset = open_dataset(written(tmp_path, "x.sav", frame))
    assert dataset["at"].to_lists() == [None, None]
    assert (dataset["big"].kind, dataset["big"].to_lists()) == ("float", [2.0**60, 1.0])
    assert dataset["n"].to_lists() == [None, None]


def test_many_labels_are_cut_and_numbers_of_one_decimal_shown(tmp_path):
    frame = pd.DataFrame({"code": [1.0, 2.5]})
    labels = {"code": {1.0: "a", 2.5: "b", **{float(at): f"l{at}" for at in range(3, 12)}}}
    pyreadstat.write_sav(frame, tmp_path / "x.sav", variable_value_labels=labels)
    (said,) = [one for one in open_dataset(tmp_path / "x.sav").findings if one.code == "value-labels"]
    assert said.count == 11
    assert "1 = a, 2.5 = b" in said.message
    assert said.message.endswith(", …); the numbers are read.")


def test_a_long_table_of_spss(tmp_path):
    frame = pd.DataFrame({"id": [2.0, 1.0, 2.0], "t": [2.0, 1.0, 1.0], "x": [5.0, 6.0, 7.0]})
    assert open_dataset(written(tmp_path, "x.sav", frame), long="id,t")["x"].to_lists() == [[7, 5], [6]]


@pytest.mark.parametrize("name", WRITERS)
def test_damage_and_nothing_are_sentences(tmp_path, name, capsys):
    path = written(tmp_path, name)
    good = path.read_bytes()
    for damaged in (good[:90], good[:40] + b"\xff" * 60 + good[100:]):
        path.write_bytes(damaged)
        with pytest.raises(ContentError):
            open_dataset(path)
    assert main(["info", str(path)]) == 1
    assert "Traceback" not in capsys.readouterr().err
    empty = written(tmp_path, name, FRAME[["n"]].iloc[:0])
    with pytest.raises(ContentError):
        open_dataset(empty)


def test_a_library_that_is_not_there_is_named(tmp_path, monkeypatch):
    path = written(tmp_path, "x.sav")
    imported = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "pyreadstat":
            raise ModuleNotFoundError(name=name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"pyreadstat.*padviewer\[tables\]"):
        open_dataset(path)
