"""What a CSV's layout is guessed to be."""

import pytest

from padviewer.core.errors import ChoiceError
from padviewer.core.readers.base import ReadOptions
from padviewer.core.readers.csv.layout import NO_DELIMITER, guess_layout


def layout(text, **options):
    return guess_layout(text, ReadOptions(**options))


@pytest.mark.parametrize(
    ("text", "delimiter", "header", "shape"),
    [
        ("a,b\n1,x\n2,y\n", ",", True, "table"),
        ("a;b\n1;x\n2;y\n", ";", True, "table"),
        ("a\tb\n1\t2\n", "\t", True, "table"),
        ("a|b\n1|2\n", "|", True, "table"),
        ("question,answer\nWho?,You\nWhy?,So\n", ",", True, "table"),
        ('id,tokens\n1,"[1, 2]"\n2,"[3]"\n', ",", True, "table"),
        ("id;tokens\n1;1,2,3\n2;4,5\n", ";", True, "table"),
        ("a,b\n1,2,\n3,4,\n", ",", True, "table"),
        ("a,b,c\n1,2\n3,4,5\n", ",", True, "table"),
        (",a,b\n0,1,2\n1,3,4\n", ",", True, "table"),
        ("a,a\n1,2\n", ",", True, "table"),
        ("1,2,3\n4,5\n", ",", False, "ragged-lines"),
        ("1,2\n3,4\n", ",", False, "ragged-lines"),
        ("milk,bread,\nbeer,\nmilk,beer,eggs,\n", ",", False, "ragged-lines"),
        ("milk,bread\nbeer,milk\nbread,milk\n", ",", False, "ragged-lines"),
        ("milk,1\nbeer,2\n", ",", False, "table"),
        ("1 2 3\n4 5\n", NO_DELIMITER, False, "table"),
        ("tokens\n1 2 3\n4 5\n", NO_DELIMITER, True, "table"),
        ("seq\n1,2,3\n4\n", NO_DELIMITER, True, "table"),
        ("tokens\na|b\nc\n", NO_DELIMITER, True, "table"),
        ("seq\n[1, 2]\n[3]\n", NO_DELIMITER, True, "table"),
        ("[1, 2]\n[3]\n", NO_DELIMITER, False, "table"),
        ("hello there\ngood bye\n", NO_DELIMITER, False, "table"),
        ("review\nhello there\ngood bye\n", NO_DELIMITER, True, "table"),
        ("a,b\n", ",", False, "ragged-lines"),
        ("\n\n", NO_DELIMITER, False, "ragged-lines"),
        ("a,b\nc\nd,e\n", ",", False, "ragged-lines"),
    ],
)
def test_guesses(text, delimiter, header, shape):
    found = layout(text)
    assert (found.delimiter, found.header, found.shape) == (delimiter, header, shape)


def test_names_are_unique():
    assert layout(",a,a\n1,2,3\n").names == ("column_1", "a", "a_2")
    assert layout("milk,1\nbeer,2\n").names == ("column_1", "column_2")
    assert layout("1 2\n3\n").names == ()


def test_options_decide():
    assert layout("red,green\nblue,red\n", header=True).names == ("red", "green")
    assert not layout("a,b\n1,2\n", header=False).header
    assert layout("a,b\n1,2\n", shape="ragged-lines").shape == "ragged-lines"
    assert layout("1,2\n3\n", shape="table").shape == "table"
    assert layout('a,b\n1,"[1]"\n', shape="table").lists == ("", "")
    assert layout("a b\nc\n", shape="ragged-lines").delimiter == " "
    assert layout("a:b\n1:2\n", delimiter=":").names == ("a", "b")
    found = layout("t,y\na-b,1\nc,2\n", shape="list-in-cell", delimiter="-")
    assert (found.delimiter, found.lists) == (",", ("-", ""))
    found = layout("t,y\na b,1\nc d,2\n", shape="list-in-cell", delimiter=",")
    assert (found.delimiter, found.lists) == (",", (" ", ""))
    found = layout("t;y\na,b;1\nc,d;2\n", shape="list-in-cell", delimiter=",")
    assert (found.delimiter, found.lists) == (";", (",", ""))


@pytest.mark.parametrize("delimiter", ["", ",,", '"', "\n", "\r"])
def test_delimiters_that_make_no_sense(delimiter):
    with pytest.raises(ChoiceError, match="one character"):
        layout("a,b\n", delimiter=delimiter)


def test_shapes_that_a_csv_has_not():
    with pytest.raises(ChoiceError, match="no shape “dense”"):
        layout("a,b\n", shape="dense")


def test_a_long_sample_is_cut_without_harm():
    found = layout("a,b\n" + "1,x\n" * 5000 + '2,"cut')
    assert (found.delimiter, found.header, found.shape) == (",", True, "table")
    assert layout('a,b\n1,"' + "x" * 200_000).delimiter == ","
