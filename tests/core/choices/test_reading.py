"""What a person said about how a file is read goes with the recipe, into its file and out of it."""

from dataclasses import fields

import pytest

from padviewer.core import Reading, Recipe, TensorRecipe, open_dataset
from padviewer.core.choices.recipe_file import digest, from_toml, to_toml
from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.readers import ReadOptions

SAID = Reading(
    "CSV", ";", False, "features", "test", "cp1252", {"temp é": "numbers", "n": "text"}, "user,time"
)  # one value for every field


def test_every_option_of_a_reader_that_a_person_can_say_is_kept():
    assert {one.name for one in fields(Reading)} == {one.name for one in fields(ReadOptions)} - {"kinds"}
    assert set(SAID.options()) == {one.name for one in fields(Reading)}


def test_a_reading_comes_back_from_the_recipe_s_toml():
    recipe = Recipe({"x": TensorRecipe()}, reading=SAID)
    text, _ = to_toml(recipe)
    assert from_toml(text, lambda _name: b"", Recipe) == recipe
    assert digest(recipe) != digest(Recipe({"x": TensorRecipe()}))


def test_a_recipe_of_what_is_guessed_has_no_such_table():
    assert "reading" not in to_toml(Recipe({"x": TensorRecipe()}))[0]
    assert not Reading.of({"kinds": {}, "columns": {}, "header": None, "format": None})


def test_what_is_said_goes_over_what_was_said_before():
    before = Reading(delimiter=";", shape="table", columns={"a": "text", "b": "text"})
    now = Reading(shape="features", header=False, columns={"b": "numbers"})
    assert now.over(before) == Reading(
        delimiter=";", shape="features", header=False, columns={"a": "text", "b": "numbers"}
    )


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"header": "yes"}, "header"),
        ({"shape": 3}, "shape"),
        ({"columns": ["a"]}, "columns"),
        ({"columns": {"a": "number"}}, "read-as"),
        ({"columns": {"a": 1}}, "read-as"),
    ],
)
def test_what_can_never_be_said_is_refused(said, field):
    with pytest.raises(ChoiceError) as refused:
        Reading(**said)
    assert refused.value.field == field


@pytest.mark.parametrize("table", ["[reading]\nkinds = 1\n", '[reading]\nseparator = ";"\n'])
def test_an_unknown_key_is_refused(table):
    with pytest.raises(ContentError, match="unknown keys"):
        from_toml(f"padviewer = 1\n{table}[tensors.x]\n", lambda _name: b"", Recipe)


def test_a_recipe_runs_on_the_file_as_it_was_read(tmp_path):
    source = tmp_path / "t.csv"
    source.write_text("1;2;3\n4;5\n")
    recipe = Recipe({"x": TensorRecipe()}, reading=Reading(delimiter=";", shape="ragged-lines", header=False))
    written = recipe.run(source, tmp_path / "o.npz")
    assert written.tensors[0].shape == (2, 3)
    back = open_dataset(tmp_path / "o.npz")
    assert back["x"].to_lists() == [[1, 2, 3], [4, 5]]


def test_a_file_that_cannot_be_read_so_is_named(tmp_path):
    source = tmp_path / "t.jsonl"
    source.write_text("[1, 2]\n[3]\n")
    recipe = Recipe({"x": TensorRecipe()}, reading=Reading(delimiter=";"))
    with pytest.raises(ContentError) as refused:
        recipe.run(source, tmp_path / "o.npz")
    assert (refused.value.code, refused.value.where) == ("reading-does-not-fit", str(source))
    assert not list(tmp_path.glob("o.*"))
