"""The cases of plain text and sentences: each opens as its owner meant, and says what it should."""

import numpy as np
import pytest

from padviewer.core.errors import ContentError
from padviewer.core.opening import open_dataset
from padviewer.core.readers import base
from tests.cases.case_files import ODD, codes, expected, file, lists, opened


@pytest.fixture(autouse=True)
def _many_pieces(monkeypatch):
    """Let a few kilobytes make several pieces."""
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 512)
    monkeypatch.setattr(base, "PIECE_BYTES", 2048)


def test_25_points():
    dataset = opened("25-points-txt.txt")
    assert dataset["x"].to_lists() == expected("25")["rows"]
    assert codes(dataset)["odd-width"].rows == (1,)


IDS = "50 9 50\n3\t 4\n7\n"


@pytest.mark.parametrize("name", ["a.txt", "a.dat", "a", "a.asc", "a.csv"])
def test_the_same_numbers_from_every_name(tmp_path, name):
    text = IDS.replace("\t", " ") if name == "a.csv" else IDS
    assert open_dataset(file(tmp_path, name, text))["x"].to_lists() == [[50, 9, 50], [3, 4], [7]]
    assert open_dataset(file(tmp_path, name, "50\n9\n"))["x"].to_lists() == [50, 9]
    assert open_dataset(file(tmp_path, name, "50,9,50\n3,4\n"))["x"].to_lists() == [[50, 9, 50], [3, 4]]
    named = open_dataset(file(tmp_path, name, "a,b\n1,2\n3,4\n"))
    assert lists(named) == {"a": [1, 3], "b": [2, 4]}


def test_what_numpy_writes_is_read(tmp_path):
    array = np.random.default_rng(1).normal(size=(2000, 7))
    np.savetxt(tmp_path / "a.txt", array, header="seven columns\nof noise")
    dataset = open_dataset(tmp_path / "a.txt")
    assert np.array_equal(np.array(dataset["x"].to_lists()), array)
    assert codes(dataset)["lines-left-out"].count == 2


def test_a_table_with_names_and_wide_spaces(tmp_path):
    dataset = open_dataset(file(tmp_path, "a.dat", "% probe\n  time   temp\n  0.0   1\n  0.5  nan\n"))
    assert dataset["time"].to_lists() == [0.0, 0.5]
    assert dataset["temp"].to_lists() == [1, None]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_word_among_numbers_is_missing_and_named(tmp_path, odd):
    rows = ["1 2 3 4"] * 300
    rows[200] = f"1 2 {odd} 4"
    path = file(tmp_path, "a.txt", "\n".join(rows))
    dataset = open_dataset(path)
    assert dataset["x"].to_lists()[200] == [1, 2, None, 4]
    said = codes(dataset)["odd-cells"]
    assert said.message.startswith(f"1 of 1,200 values of “x” is no number: “{odd}” in row 200.")
    assert open_dataset(path, kinds={"x": "text"})["x"].to_lists()[200] == ["1", "2", odd, "4"]


def test_later_numbers_widen_the_column(tmp_path):
    dataset = open_dataset(file(tmp_path, "a.txt", "1 2\n" * 600 + "1.5\n"))
    assert dataset["x"].to_lists()[-2:] == [[1.0, 2.0], [1.5]]
    dataset = open_dataset(file(tmp_path, "a.txt", "1\n" * 1500 + "1 2\n"))
    assert dataset["x"].to_lists()[-2:] == [[1], [1, 2]]


@pytest.mark.parametrize(
    "text",
    [
        "I have 3 apples\nand, well, 2 pears\n",
        "two words\n\nmore words\n\nNot tags\n",
        "one line",
        "Chapter 1\n\nIt was.\n",
    ],
)
def test_prose_stays_lines_of_text(tmp_path, text):
    for name in ("a.txt", "a.log"):
        dataset = open_dataset(file(tmp_path, name, text))
        assert dataset["text"].to_lists() == text.removesuffix("\n").split("\n")


def test_27_conll():
    right = expected("27")
    dataset = opened("27-conll.tsv")
    assert lists(dataset) == {"tokens": right["tokens"], "tags": right["tags"]}
    dataset = opened("27-conll.txt")
    assert dataset["tokens"].to_lists() == [["EU", "rejects", "German", "call"], ["Peter", "Blackburn"]]
    assert dataset["tags"].to_lists() == [["B-ORG", "O", "B-MISC", "O"], ["B-PER", "I-PER"]]
    assert opened("27-conll.txt", shape="lines").columns == ("text",)
    assert len(opened("27-conll.tsv", shape="table")) == 6


def test_conll_of_four_columns_and_of_ten(tmp_path):
    text = "-DOCSTART- -X- -X- O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\nPeter NNP B-NP B-PER\n"
    dataset = open_dataset(file(tmp_path, "a.txt", text))
    assert dataset["tokens"].to_lists() == [["EU", "rejects"], ["Peter"]]
    assert dataset["column_2"].to_lists() == [["NNP", "VBZ"], ["NNP"]]
    assert dataset["tags"].to_lists() == [["B-ORG", "O"], ["B-PER"]]
    line = "{}\t{}\t_\tNOUN\t_\t_\t0\troot\t_\t_\n"
    text = "# sent_id = 1\n" + line.format(1, "Hi") + line.format(2, "Jo") + "\n" + line.format(1, "Ok")
    dataset = open_dataset(file(tmp_path, "a.conllu", text))
    assert dataset["form"].to_lists() == [["Hi", "Jo"], ["Ok"]]
    assert codes(dataset)["lines-left-out"].count == 1


def test_conll_lines_that_are_short_are_said_and_long_ones_refused(tmp_path):
    good = "Jo B-PER\nis O\n\nOk O\n\n"
    dataset = open_dataset(file(tmp_path, "a.txt", good * 90 + "\nalone\n"), shape="sentences")
    assert dataset["tags"].to_lists()[-1] == [None]
    assert codes(dataset)["short-rows"].rows == (180,)
    with pytest.raises(ContentError, match="Line 451 has 3 fields"):
        open_dataset(file(tmp_path, "a.txt", good * 90 + "one two three\n"), shape="sentences")
