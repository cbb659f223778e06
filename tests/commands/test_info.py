import pytest

from padviewer.core import Recipe, TensorRecipe

FINDING_KEYS = {"level", "code", "message", "count", "rows", "remedy", "where"}


def test_a_dataset_has_the_documented_keys(ask, texts):
    said = ask("info", texts)
    assert list(said) == ["path", "format", "rows", "columns", "guessed", "findings"]
    assert (said["path"], said["format"], said["rows"]) == (str(texts), "JSON lines", 4)
    text, label = said["columns"]
    # words counted by hand: 3, 2, 0, 3
    assert text == {
        "name": "text",
        "kind": "text",
        "dtype": "utf8",
        "ragged_axes": 0,
        "inner_shape": [],
        "role": "sequence",
        "lengths": {"min": 0, "mean": 2.0, "max": 3, "total": 8, "empty": 1, "unit": "words"},
    }
    assert (label["name"], label["kind"], label["role"], label["lengths"]) == ("y", "integer", "label", None)


def test_lists_are_counted_in_steps(ask, lists):
    (column,) = ask("info", lists)["columns"]
    assert column["lengths"] == {"min": 0, "mean": 1.75, "max": 4, "total": 7, "empty": 1, "unit": "steps"}
    assert (column["ragged_axes"], column["dtype"]) == (1, "int64")


def test_rows_of_fixed_shape_are_as_long_as_their_axis(ask, dense):
    (column,) = ask("info", dense)["columns"]
    assert column["inner_shape"] == [4]
    assert column["lengths"] == {"min": 4, "mean": 4.0, "max": 4, "total": 12, "empty": 0, "unit": "steps"}


def test_the_table_is_aligned_at_the_numbers_right_edge(run, texts):
    ran = run("info", texts)
    lines = ran.out.splitlines()
    assert lines[:2] == [str(texts), "JSON lines, 4 rows"]
    head = next(line for line in lines if line.startswith("Column"))
    row = next(line for line in lines if line.startswith("text "))
    for name, cell in (("Total", "8"), ("Empty", "1")):
        end = head.index(name) + len(name)
        assert row[:end].endswith(f" {cell}")


def test_reader_options_reach_the_reader(ask, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("1;2\n3;4\n5;6\n", "utf-8")
    said = ask("info", path, "--delimiter", ";", "--no-header", "--shape", "ragged-lines", "--format", "csv")
    assert said["rows"] == 3
    assert [column["lengths"]["max"] for column in said["columns"]] == [2]
    with_header = ask("info", path, "--delimiter", ";", "--header")
    assert (with_header["rows"], [one["name"] for one in with_header["columns"]]) == (2, ["1", "2"])


def test_a_tab_has_a_name(ask, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a\tb\n1\t2\n3\t4\n", "utf-8")
    assert [one["name"] for one in ask("info", path, "--delimiter", "tab")["columns"]] == ["a", "b"]


def test_findings_have_the_documented_keys(run, ask, lists):
    mislabelled = lists.rename(lists.with_suffix(".parquet"))
    (finding,) = ask("info", mislabelled)["findings"]
    assert set(finding) == FINDING_KEYS
    assert finding["code"] == "mislabelled"
    assert f"  warning  {finding['message']} {finding['remedy']}\n" in run("info", mislabelled).out


@pytest.mark.parametrize("name", ["m.keras", "m.zip"])
def test_a_model_is_read_from_its_config_alone(ask, run, keras_file, tmp_path, name):
    path = keras_file(tmp_path / name)
    said = ask("info", path)
    assert (said["format"], said["name"], said["source"]) == ("Keras model", "tiny", "config")
    assert said["inputs"] == [{"name": "in", "shape": [None, 5], "dtype": "float32"}]
    assert said["layers"][-1]["name"] == "out"
    out = run("info", path).out
    assert "Input in  (None, 5) float32" in out
    assert "\nout " in out


@pytest.mark.parametrize("name", ["r.toml", "recipe"])
def test_a_recipe_shows_its_choices(ask, run, tmp_path, name):
    path = tmp_path / name
    Recipe({"x": TensorRecipe("tokens", maxlen="p95", value=float("nan"), dtype="float32")}).save(path)
    said = ask("info", path)
    assert (said["format"], said["row_range"]) == ("recipe", {"start": 0, "stop": None})
    (tensor,) = said["tensors"]
    assert (tensor["name"], tensor["column"], tensor["maxlen"]) == ("x", "tokens", "p95")
    assert (tensor["value"], tensor["fitted"]) == ("nan", None)
    out = run("info", path).out
    assert "maxlen       p95\n" in out
    assert "Rows all\n" in out


def test_a_fitted_recipe_says_what_was_fitted(ask, run, texts, tmp_path):
    recipe = tmp_path / "r.toml"
    ask("pad", texts, "-o", tmp_path / "o.npy", "--rows", "1:4", "--save-recipe", recipe)
    said = ask("info", recipe)
    # rows 1 to 3 hold: the dog | (nothing) | a cat ran: five different words, three at most
    assert said["tensors"][0]["fitted"] == {"maxlen": [3], "dtype": "int32", "rows": 3, "vocabulary": 5}
    assert [one["kind"] for one in said["tensors"][0]["transforms"]] == ["tokenise", "vocabulary"]
    assert "Rows from 1 up to, and without, 4\n" in run("info", recipe).out


def test_what_moves_a_terminals_cursor_is_escaped(run, tmp_path):
    path = tmp_path / "evil.jsonl"
    path.write_text('{"a\\u001b[31m": [1]}\n{"a\\u001b[31m": [2]}\n', "utf-8")
    out = run("info", path).out
    assert "\x1b" not in out
    assert "a\\x1b[31m" in out


READING = (
    ("--format", "CSV"),
    ("--delimiter", ";"),
    ("--header",),
    ("--no-header",),
    ("--shape", "dense"),
    ("--table", "x"),
    ("--read-as", "x=text"),
    ("--encoding", "cp1252"),
)


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("kind", ["model", "recipe"])
def test_how_a_dataset_is_read_is_refused_for_what_is_none(run, keras_file, tmp_path, kind, words):
    path = keras_file(tmp_path / "m.keras") if kind == "model" else tmp_path / "r.toml"
    if kind == "recipe":
        Recipe({"x": TensorRecipe()}).save(path)
    assert run("info", path).code == 0
    ran = run("info", path, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"padviewer: {words[0]} is about how a dataset is read, and {path} is a {kind}. Leave it out.\n"
    )


@pytest.mark.parametrize("command", ["stats", "check", "detect"])
@pytest.mark.parametrize("kind", ["model", "recipe"])
def test_only_info_takes_a_model_or_a_recipe_for_its_file(run, keras_file, tmp_path, kind, command):
    path = keras_file(tmp_path / "m.zip") if kind == "model" else tmp_path / "r.txt"
    if kind == "recipe":
        Recipe({"x": TensorRecipe()}).save(path)
    ran = run(command, path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"padviewer: {path}: This is a {kind}, no dataset. Give a dataset")


def test_a_recipe_s_text_is_still_text_for_who_asks(ask, tmp_path):
    path = tmp_path / "r.toml"
    Recipe({"x": TensorRecipe()}).save(path)
    lines = len(path.read_text("utf-8").splitlines())
    assert ask("detect", path, "--format", "Plain text", "--shape", "lines")["columns"] == []
    assert ask("stats", path, "--format", "Plain text", "--shape", "lines")["rows"] == lines
