"""The cases of JSON, text and several tables: each opens as its owner meant, and says what it should."""

import json
import math

import numpy as np
import pytest

from padviewer.cli import main
from padviewer.core.errors import ContentError
from padviewer.core.opening import open_dataset
from padviewer.core.readers import base
from tests.cases.case_files import HERE, ODD, WRITTEN, codes, expected, file, lists, opened


@pytest.fixture(autouse=True)
def _many_pieces(monkeypatch):
    """Let a few kilobytes make several pieces."""
    monkeypatch.setattr(base, "FIRST_PIECE_BYTES", 512)
    monkeypatch.setattr(base, "PIECE_BYTES", 2048)


# -- 05: an odd value among numbers --------------------------------------------------------------------
def test_05_nan_as_text():
    dataset = opened("05-nan-as-text-in-json.jsonl")
    (first, second), (right, other) = dataset["target"].to_lists(), expected("05")["columns"]["target"]
    assert (first[0], first[2], second) == (right[0], right[2], other)
    assert math.isnan(first[1])
    said = codes(dataset)["odd-cells"]
    assert said.message.startswith("1 of 5 values of “target” is no number: “NaN” in row 0.")
    assert (said.count, said.rows) == (1, (0,))
    assert (
        opened("05-nan-as-text-in-json.jsonl", kinds={"target": "text"})["target"].to_lists()[0][1] == "NaN"
    )


@pytest.mark.parametrize("odd", [*ODD, "12"])
@pytest.mark.parametrize("at", [0, 399, 799], ids=["first", "behind the first block", "last"])
def test_an_odd_text_is_read_as_a_cell_is_and_named_wherever_it_stands(tmp_path, odd, at):
    rows = [[1, 2]] * 800
    rows[at] = [1, odd]
    path = file(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    dataset = open_dataset(path)
    assert dataset["x"].to_lists()[at] == [1, WRITTEN.get(odd)]
    assert dataset["x"].flat.dtype == (np.float64 if type(WRITTEN.get(odd)) is float else np.int64)
    if odd in WRITTEN:
        said, what = codes(dataset)["other-notation"], "is a number written as a text"
    else:
        said, what = codes(dataset)["odd-cells"], "is no number"
    assert said.message.startswith(f"1 of 1,600 values of “x” {what}: “{odd}” in row {at}.")
    assert (said.count, said.rows) == (1, (at,))
    assert "--read-as “x=text”" in said.remedy
    texts = open_dataset(path, kinds={"items": "text"})
    assert texts["items"].to_lists()[at] == ["1", odd]
    assert codes(texts)["mixed-types"].rows


def verdict_of(path, column):
    dataset = open_dataset(path)
    found = codes(dataset)
    assert "kind-widened" not in found
    return dataset[column].kind, found.get("odd-cells") or found.get("mixed-types")


@pytest.mark.parametrize(
    ("numbers", "words", "kind"),
    [
        (1, ["a"], "text"),
        (2, ["a"], "integer"),
        (17, ["a", "b"], "text"),
        (18, ["a", "b"], "integer"),
        (900, ["a"] * 100, "integer"),
        (899, ["a"] * 100, "text"),
        (99, ["C536379"], "text"),
        (3, ["?", "-", "--"], "integer"),
    ],
)
def test_json_and_csv_bear_as_many_odd_values(tmp_path, numbers, words, kind):
    values = [*range(numbers), *words]
    as_json = file(tmp_path, "a.jsonl", "".join(json.dumps({"v": one, "w": 1}) + "\n" for one in values))
    as_csv = file(tmp_path, "a.csv", "v,w\n" + "".join(f"{one},1\n" for one in values))
    (json_kind, one), (csv_kind, other) = verdict_of(as_json, "v"), verdict_of(as_csv, "v")
    assert json_kind == csv_kind == kind
    assert one.count == other.count == len(words)
    assert one.rows == other.rows
    if kind == "integer":
        assert one.code == other.code == "odd-cells"
        assert open_dataset(as_json)["v"].to_lists() == open_dataset(as_csv)["v"].to_lists()
    else:
        assert "v=numbers" in one.remedy
        assert "v=numbers" in other.remedy


@pytest.mark.parametrize(("numbers", "words", "role"), [(11, 10, "ignored"), (10, 10, "sequence")])
@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_a_mostly_numeric_column_gets_no_vocabulary_by_itself(tmp_path, numbers, words, role, suffix):
    values = [str(one) for one in range(numbers)] + [f"word{'x' * at}" for at in range(words)]
    if suffix == "csv":
        path = file(tmp_path, "a.csv", "v,w\n" + "".join(f"{one},1\n" for one in values))
    else:
        path = file(tmp_path, "a.jsonl", "".join(json.dumps({"v": one, "w": 1}) + "\n" for one in values))
    dataset = open_dataset(path)
    assert dataset["v"].kind == "text"
    assert dataset.roles["v"] == role


@pytest.mark.parametrize("suffix", ["jsonl", "json"])
@pytest.mark.parametrize("late", [0, 500])
def test_whole_numbers_up_to_64_bits_without_a_sign_are_uint64(tmp_path, suffix, late):
    ids = [1] * late + [2**63, 2**64 - 1, 0]
    rows = [json.dumps({"x": [one, 7]}) for one in ids]
    text = "\n".join(rows) if suffix == "jsonl" else f"[{','.join(rows)}]"
    dataset = open_dataset(file(tmp_path, f"a.{suffix}", text))
    assert dataset["x"].dtype == "uint64"
    assert dataset["x"].to_lists() == [[one, 7] for one in ids]
    assert [(one.code, one.count, one.rows) for one in dataset.findings] == [
        ("unsigned-integers", 2, (late, late + 1))
    ]


def test_numbers_beyond_64_bits_are_refused_with_their_row(tmp_path):
    for text, said in (
        ('{"x": 1}\n{"x": 18446744073709551616}\n', "line 2: The integer 18446744073709551616 does not fit"),
        ('{"x": -1}\n{"x": 9223372036854775808}\n', "row 1 of “x”: The integer 9223372036854775808 does not"),
        ('{"x": 1}\n{"x": -9223372036854775809}\n', "line 2: The integer -9223372036854775809 does not fit"),
    ):
        with pytest.raises(ContentError, match=said):
            open_dataset(file(tmp_path, "a.jsonl", text))


@pytest.mark.parametrize("gap", ["NaN", "nan", "NA", "N/A", "null", ""])
@pytest.mark.parametrize("place", [0, 2, 400])
def test_words_for_missing_are_missing_among_numbers(tmp_path, gap, place):
    values = [1.5] * 600
    values[place] = gap
    path = file(tmp_path, "a.jsonl", "\n".join(json.dumps({"v": value}) for value in values))
    dataset = open_dataset(path)
    assert np.flatnonzero(np.isnan(dataset["v"].flat)).tolist() == [place]
    assert codes(dataset)["odd-cells"].rows == (place,)


def test_words_for_missing_among_texts_stay_texts(tmp_path):
    dataset = open_dataset(file(tmp_path, "a.jsonl", '{"country": "NA"}\n{"country": "DE"}\n'))
    assert dataset["country"].to_lists() == ["NA", "DE"]
    assert dataset.findings == ()


def test_a_first_piece_of_gaps_alone_is_no_column_of_texts(tmp_path):
    rows = ['["NaN"]'] * 400 + ["[5.5]"]
    dataset = open_dataset(file(tmp_path, "a.jsonl", "\n".join(rows)))
    assert dataset["x"].to_lists()[-1] == [5.5]
    assert np.isnan(dataset["x"].flat[:-1]).all()
    rows = ['["NaN"]'] * 400 + ["[5.5]", '["word"]']
    assert open_dataset(file(tmp_path, "a.jsonl", "\n".join(rows)))["items"].to_lists()[-2:] == [
        ["5.5"],
        ["word"],
    ]


def test_true_among_numbers_is_one_and_said(tmp_path):
    dataset = open_dataset(file(tmp_path, "a.jsonl", "[3, true]\n[false]\n"))
    assert dataset["x"].to_lists() == [[3, 1], [0]]
    assert codes(dataset)["mixed-types"].message.startswith(
        "2 of 3 values of “x” are true or false: “true” in row 0"
    )


def test_a_number_among_texts_is_the_odd_one(tmp_path):
    said = codes(open_dataset(file(tmp_path, "a.jsonl", '["a", "b"]\n["c", 7]\n')))["mixed-types"]
    assert said.message.startswith("1 of 4 values of “items” is no text: “7” in row 1.")
    assert "--read-as" not in said.remedy


# -- 18: an object of lists ----------------------------------------------------------------------------
def test_18_rows_by_key():
    right = expected("18")
    for name, rows in (("18-user-items.json", right["column"]), ("18-user-items-eq.json", right["second"])):
        dataset = opened(name)
        assert lists(dataset) == {"key": ["u1", "u2", "u3"], "x": rows}
        assert dataset.with_role_of("sequence") == ("x",)
        assert "read as one row a key" in codes(dataset)["two-readings"].message
    assert lists(opened("18-user-items-eq.json", shape="columns")) == {
        "u1": [5, 9],
        "u2": [7, 8],
        "u3": [1, 2],
    }
    with pytest.raises(ContentError, match="--shape keys"):
        opened("18-user-items.json", shape="columns")


@pytest.mark.parametrize(
    ("document", "columns", "doubtful"),
    [
        ({"tokens": [[1], [2, 3]], "label": [0, 1]}, ("tokens", "label"), False),
        ({"a": [1, 2, 3], "b": [4, 5, 6]}, ("a", "b"), True),
        ({"a": [1, 2, 3], "b": ["x", "y", "z"]}, ("a", "b"), False),
        ({"x": [1, 2], "y": [3, 4]}, ("x", "y"), False),
        ({"anna": [1, 2], "bert": [3, 4], "cleo": [5, 6]}, ("key", "x"), True),
        ({"7": [1], "9": [2, 3]}, ("key", "x"), True),
        ({"d1": ["a", "b"], "d2": ["c"]}, ("key", "items"), True),
        ({"s1": [[1, 2], [3, 4]], "s2": [[5, 6]]}, ("key", "x"), True),
    ],
)
def test_an_object_of_lists_says_how_it_is_read_where_that_is_a_guess(tmp_path, document, columns, doubtful):
    dataset = open_dataset(file(tmp_path, "a.json", json.dumps(document)))
    assert dataset.columns == columns
    assert ("two-readings" in codes(dataset)) == doubtful
    if doubtful:
        by_key = open_dataset(tmp_path / "a.json", shape="keys")
        assert by_key["key"].to_lists() == list(document)


# -- 19, 62: rows in a field, several tables -----------------------------------------------------------
def test_19_rows_in_a_field():
    dataset = opened("19-records-in-a-field.json")
    assert lists(dataset) == expected("19")["columns"]
    assert codes(dataset)["rows-in-field"].message == (
        "The field “data” holds the rows; 2 other fields are left out: “version”, “source”."
    )


@pytest.mark.parametrize(
    ("document", "right"),
    [
        ({"status": "ok", "response": {"data": [{"x": [1]}, {"x": [2, 3]}]}}, {"x": [[1], [2, 3]]}),
        ({"v": 1, "tokens": [[1], [2, 3]], "label": [0, 1]}, {"tokens": [[1], [2, 3]], "label": [0, 1]}),
        ({"meta": {"a": 1}, "rows": [[1, 2], [3]]}, {"x": [[1, 2], [3]]}),
        ([{"x": [1]}, {"x": []}], {"x": [[1], []]}),
    ],
)
def test_rows_are_found_where_they_are(tmp_path, document, right):
    assert lists(open_dataset(file(tmp_path, "a.json", json.dumps(document)))) == right


def test_a_field_can_be_asked_for(tmp_path):
    document = {"users": [{"x": [1]}], "items": [{"x": [1]}, {"x": [2]}], "deep": {"er": [[7]]}}
    path = file(tmp_path, "a.json", json.dumps(document))
    assert len(open_dataset(path)) == 2
    assert "“users” (1 row)" in codes(open_dataset(path))["several-tables"].message
    assert lists(open_dataset(path, table="users")) == {"x": [[1]]}
    assert lists(open_dataset(path, table="deep.er")) == {"x": [[7]]}


def test_62_train_and_test():
    for name, rows in expected("62")["tables"]:
        dataset = opened("62-train-and-test.npz", table=name.removeprefix("x_"))
        assert (dataset.columns[0], len(dataset)) == (name, rows)
        assert dataset.with_role_of("label") == (name.replace("x_", "y_"),)
        assert len(opened("62-train-and-test.npz", table=name)) == rows
    said = codes(opened("62-train-and-test.npz"))["several-tables"]
    assert "“test” (x_test, y_test, 297 rows)" in said.message
    assert "--table test" in said.remedy


def test_parts_in_json_are_tables(tmp_path):
    parts = {"train": [{"x": [1, 2], "y": 0}], "test": [{"x": [3], "y": 1}, {"x": [4], "y": 1}]}
    path = file(tmp_path, "a.json", json.dumps(parts))
    for name, rows in parts.items():
        assert open_dataset(path, table=name)["x"].to_lists() == [row["x"] for row in rows]
    columns = {"x_train": [[1], [2]], "y_train": [0, 1], "x_test": [[3]], "y_test": [1]}
    path = file(tmp_path, "b.json", json.dumps(columns))
    assert lists(open_dataset(path, table="test")) == {"x_test": [[3]], "y_test": [1]}
    scores = {"train_score": [0.5, 0.25], "test_score": [0.5, 0.75]}
    assert lists(open_dataset(file(tmp_path, "c.json", json.dumps(scores)))) == scores


# -- 21, 22, 24: pandas' orients, lines, mixed lists ---------------------------------------------------
@pytest.mark.parametrize("orient", ["columns", "index", "split", "values"])
def test_21_pandas_orients(orient):
    dataset = opened(f"21-{orient}.json")
    right = expected("21")["columns"]
    names = ("column_1", "column_2") if orient == "values" else ("user", "seq")
    assert lists(dataset) == dict(zip(names, right.values(), strict=True))


FRAME = {"user": [1, 2], "seq": [[1, 2], [3]], "name": ["a", "b"]}
NAMED_ROWS = {  # what pandas.DataFrame(FRAME, index=["r1", "r2"]).to_json(orient=…) writes
    "split": {"columns": list(FRAME), "index": ["r1", "r2"], "data": [[1, [1, 2], "a"], [2, [3], "b"]]},
    "index": {"r1": {"user": 1, "seq": [1, 2], "name": "a"}, "r2": {"user": 2, "seq": [3], "name": "b"}},
    "columns": {name: dict(zip(["r1", "r2"], column, strict=True)) for name, column in FRAME.items()},
    "records": [{"user": 1, "seq": [1, 2], "name": "a"}, {"user": 2, "seq": [3], "name": "b"}],
    "table": {
        "schema": {"fields": [{"name": "index"}], "primaryKey": ["index"], "pandas_version": "1.4.0"},
        "data": [
            {"index": "r1", "user": 1, "seq": [1, 2], "name": "a"},
            {"index": "r2", "user": 2, "seq": [3], "name": "b"},
        ],
    },
}


@pytest.mark.parametrize("orient", NAMED_ROWS)
def test_orients_keep_an_index_that_says_something(tmp_path, orient):
    dataset = open_dataset(file(tmp_path, "a.json", json.dumps(NAMED_ROWS[orient])))
    assert lists(dataset, FRAME) == FRAME
    index = set(dataset.columns) - set(FRAME)
    assert [dataset[name].to_lists() for name in index] == ([] if orient == "records" else [["r1", "r2"]])


def test_22_lines_in_a_json_file():
    dataset = opened("22-json-with-lines.json")
    assert len(dataset) == expected("22")["rows"]
    assert expected("22")["finding"] in codes(dataset)


def test_24_mixed_spans():
    dataset = opened("24-mixed-spans.jsonl")
    assert dataset["ner"].to_lists() == [[["0", "4", "Process"], ["15", "16", "Protein"]], []]
    said = codes(dataset)[expected("24")["finding"]]
    assert said.message.startswith(
        "2 of 6 values of “ner” are texts: “Process” in row 0, “Protein” in row 0."
    )


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt", "a"])
def test_objects_over_several_lines(tmp_path, name):
    rows = [{"x": [1, 2], "y": {"z": 1}}, {"x": [], "y": None}, {"x": [3], "y": None}]
    text = "\n".join(json.dumps({"x": row["x"]}, indent=2) for row in rows)
    assert lists(open_dataset(file(tmp_path, name, text))) == {"x": [[1, 2], [], [3]]}


def test_one_pretty_object_in_a_file_of_lines_is_one_row(tmp_path):
    dataset = open_dataset(file(tmp_path, "a.jsonl", json.dumps({"x": [1, 2], "label": 1}, indent=1)))
    assert lists(dataset) == {"x": [[1, 2]], "label": [1]}


PYTHON = [
    {"a": [1, None, 2], "b": "it's", "c": (1.5, -2.0), "d": True},
    {"a": [], "b": 'say "ä\n"', "c": (0.5,), "d": False},
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt", "a.log"])
def test_dicts_as_python_prints_them(tmp_path, name):
    dataset = open_dataset(file(tmp_path, name, "\n".join(map(repr, PYTHON))))
    assert lists(dataset) == {
        key: [list(row[key]) if isinstance(row[key], tuple) else row[key] for row in PYTHON]
        for key in PYTHON[0]
    }
    assert codes(dataset)["python-literals"].count == 2


def test_nothing_in_python_literals_is_run(tmp_path):
    door = tmp_path / "door"
    text = f"{{'a': [open({str(door)!r}, 'w')]}}\n{{'a': [1]}}\n"
    with pytest.raises(ContentError, match="not JSON"):
        open_dataset(file(tmp_path, "a.jsonl", text))
    assert not door.exists()


# -- 60: options that do nothing -----------------------------------------------------------------------
@pytest.mark.parametrize("name", ["60-already-padded.jsonl", "60-list-of-points.parquet", "60-constant.npy"])
@pytest.mark.parametrize("flags", [("--delimiter", ";"), ("--header",), ("--shape", "ragged-lines")])
def test_60_options_that_do_nothing_are_refused(name, flags, capsys):
    assert main(["info", str(HERE / name), *flags]) == expected("60")["exit"]
    assert capsys.readouterr().err.startswith(f"padviewer: {flags[0]}: ")


# -- 73, 75: the command line --------------------------------------------------------------------------
def test_73_ids_beyond_int16(tmp_path, capsys):
    words = ["pad", str(HERE / "73-int16.jsonl"), "-o", str(tmp_path / "a.npy"), "--dtype", "int16"]
    assert main(words) == expected("73")["exit"]
    assert "does not fit int16" in capsys.readouterr().err


def test_75_the_length_of_training_on_a_test_set(tmp_path, capsys):
    recipe = tmp_path / "r.toml"
    train = [
        "pad",
        str(HERE / "75-train.jsonl"),
        "-o",
        str(tmp_path / "train.npy"),
        "--save-recipe",
        str(recipe),
    ]
    assert main(train) == 0
    test = [
        "pad",
        str(HERE / "75-test.jsonl"),
        "-o",
        str(tmp_path / "test.npy"),
        "--recipe",
        str(recipe),
        "--json",
    ]
    capsys.readouterr()
    assert main(test) == 0
    assert np.load(tmp_path / "test.npy").tolist() == expected("75")["x"]
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {one["code"]: one["rows"] for one in findings}["steps-lost"] == [0]
