"""Every option with every format: it has a use there, or it is refused."""

import json

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pyreadstat
import pytest
from pyarrow import orc

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.opening import open_dataset
from padviewer.core.readers import FORMATS
from padviewer.core.readers.options import CELLS, SHAPES, TAKES

OPTIONS = {
    "delimiter": ",",
    "header": False,
    "shape": "dense",
    "kinds": {"x": "number"},
    "table": "x",
    "long": "x",
}


@pytest.fixture
def files(tmp_path):
    """Return a file of every format, by its name."""
    table = pa.table({"x": pa.array([[1, 2], [3]])})
    pq.write_table(table, tmp_path / "a.parquet")
    pyarrow.feather.write_feather(table, tmp_path / "a.arrow", compression="uncompressed")
    with pa.ipc.new_stream(tmp_path / "a.arrows", table.schema) as stream:
        stream.write_table(table)
    np.savez(tmp_path / "a.npz", x=np.ones((2, 3)), y=np.ones(5))
    np.save(tmp_path / "a.npy", np.ones((2, 3)))
    (tmp_path / "a.jsonl").write_text("[1, 2]\n[3]\n")
    (tmp_path / "a.json").write_text(json.dumps([[1, 2], [3]]))
    (tmp_path / "a.csv").write_text("x,y\n1,2\n3,4\n")
    (tmp_path / "a.tsv").write_text("x\ty\n1\t2\n3\t4\n")
    (tmp_path / "a.txt").write_text("1 2\n3\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    np.save(folder / "x.npy", np.ones((2, 3)))
    np.save(folder / "x_mask.npy", np.ones((2, 3), bool))
    (folder / "recipe.toml").write_text("padviewer = 1\n")
    frame = pd.DataFrame({"x": [1, 2], "y": [3, 4]})
    orc.write_table(table, tmp_path / "a.orc")
    frame.to_excel(tmp_path / "a.xlsx", index=False)
    frame.to_stata(tmp_path / "a.dta", write_index=False)
    pyreadstat.write_sav(frame, tmp_path / "a.sav")
    pyreadstat.write_xport(frame, tmp_path / "a.xpt")
    found = {open_dataset(path).format: path for path in tmp_path.iterdir()}
    assert found.keys() == {one.name for one in FORMATS} | {"NPY folder"}
    return found


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_an_option_is_of_use_or_refused(files, name, option):
    value = SHAPES[name][0] if option == "shape" and name in SHAPES else OPTIONS[option]
    if name == "JSON" and option == "table":
        files[name].write_text(json.dumps({"x": [{"x": [1]}], "y": [{"x": [2]}]}))
    value = "Sheet1" if (name, option) == ("Excel", "table") else value
    if option == "long" and option in TAKES.get(name, ()) and open_dataset(files[name])["x"].ragged_axes:
        with pytest.raises(ContentError, match="“x” holds lists"):
            open_dataset(files[name], long=value)
        return
    if option in TAKES.get(name, ()):
        assert len(open_dataset(files[name], **{option: value}))
        return
    with pytest.raises(ChoiceError, match=f"The format {name} has no choice of") as caught:
        open_dataset(files[name], **{option: value})
    assert caught.value.exit_code == 2
    assert caught.value.field == ("read-as" if option == "kinds" else option)


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_that_a_format_has_not_is_refused_with_those_it_has(files, name):
    with pytest.raises(ChoiceError, match="has no shape “round”") as caught:
        open_dataset(files[name], shape="round")
    assert SHAPES[name][-1] in caught.value.remedy


@pytest.mark.parametrize("name", [one for one, takes in TAKES.items() if "kinds" in takes])
def test_a_kind_for_a_column_that_is_not_there_is_refused(files, name):
    if name in CELLS:
        pytest.skip("tables of cells are checked where they are read")
    with pytest.raises(ChoiceError, match="There is no column “nothing”"):
        open_dataset(files[name], kinds={"nothing": "number"})


SENTENCES = "Caf\u00e9\tN\nopens\tV\n\nEve\tN\neats\tV\n\n"


@pytest.mark.parametrize("option", [{"delimiter": ";"}, {"header": True}, {"header": False}])
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_what_cuts_no_sentence_is_refused(tmp_path, suffix, option):
    path = tmp_path / f"a.{suffix}"
    path.write_text(SENTENCES, "utf-8")
    with pytest.raises(ChoiceError, match="the shape sentences has no choice of") as caught:
        open_dataset(path, shape="sentences", **option)
    assert caught.value.field == next(iter(option))


@pytest.mark.parametrize("suffix", ["tsv", "txt"])
def test_words_of_sentences_are_read_as_nothing_else(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_text(SENTENCES, "utf-8")
    with pytest.raises(ChoiceError, match="are text") as caught:
        open_dataset(path, shape="sentences", columns={"tokens": "numbers"})
    assert caught.value.field == "read-as"


def test_sentences_are_read_in_the_encoding_that_is_said(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_bytes(SENTENCES.encode("cp1252"))
    dataset = open_dataset(path, encoding="cp1252")
    assert dataset.guessed["shape"] == "sentences"
    assert dataset["tokens"].to_lists() == [["Caf\u00e9", "opens"], ["Eve", "eats"]]


@pytest.mark.parametrize("text", ["1,2,3\n4,5\n", "1\t2\t3\n", "5\n6\n"])
def test_a_column_that_nameless_lines_have_not_is_refused(tmp_path, text):
    path = tmp_path / ("a.tsv" if "\t" in text else "a.csv")
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match="There is no column “q”"):
        open_dataset(path, columns={"q": "text"}, shape="ragged-lines")


def test_the_class_before_a_line_s_steps_can_be_read_as_text(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("1\t0.5\t0.25\n2\t1.5\tNaN\n", "utf-8")
    dataset = open_dataset(path, shape="class-first", columns={"label": "text"})
    assert dataset["label"].to_lists() == ["1", "2"]
