"""Undo through the data child, recipes, exports, and children that die."""

import random
from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.recipe import Recipe, TensorRecipe
from tests.gui.controlled import (  # noqa: F401 - its fixtures
    array,
    controller_here,
    end,
    kill_busy,
    large_here,
    numbers_here,
    opened,
    settle,
    texts_here,
    wait_written,
)


# -- undo through the child -----------------------------------------------------------------------
def test_undo_over_transforms_finds_its_columns_again(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    settle(controller, qtbot)
    words = controller.plan
    controller.set_transforms("Characters", (Tokenise("characters"), Vocabulary()))
    assert controller.plan is words
    settle(controller, qtbot)
    assert array(controller)[0] == [1, 2, 3, 2, 1]
    controller.undo()
    assert array(controller) == [[1, 2, 1], [3, 0, 0], [0, 0, 0]]
    assert not controller.work
    controller.redo()
    assert array(controller)[0] == [1, 2, 3, 2, 1]
    assert not controller.work


def test_undo_while_the_child_prepares_shows_no_late_answer(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    settle(controller, qtbot)
    shown = []
    controller.plan_changed.connect(lambda: shown.append(controller.plan.recipe["text"].transforms[0].by))
    controller.set_transforms("Characters", (Tokenise("characters"), Vocabulary()))
    controller.undo()
    assert not controller.work
    controller.set_transforms("Frequency", (Tokenise(), Vocabulary("frequency")))
    settle(controller, qtbot)
    assert set(shown) == {"words"}
    assert controller.plan.recipe["text"].transforms == (Tokenise(), Vocabulary("frequency"))


def test_the_newest_of_two_preparations_is_shown(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    controller.set_transforms("Characters", (Tokenise("characters"), Vocabulary()))
    controller.set_choice("Maxlen 2", maxlen=2)
    settle(controller, qtbot)
    assert array(controller) == [[1, 2], [4, 0], [0, 0]]
    controller.undo()
    controller.undo()
    settle(controller, qtbot)
    assert array(controller) == [[1, 2, 1], [3, 0, 0], [0, 0, 0]]


def test_a_preparation_that_fails_brings_the_last_session_back(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    settle(controller, qtbot)
    controller.set_choice("Maxlen 2", maxlen=2)
    controller.undo()
    before = controller.session
    assert controller.history.redo_name == "Maxlen 2"
    controller.set_transforms("Fill", (Fill(7), Tokenise(), Vocabulary()))
    settle(controller, qtbot)
    level, words = controller.heard.noticed[-1]
    assert level == "error"
    assert "filled with a text" in words
    assert controller.session == before
    assert (controller.history.undo_name, controller.history.redo_name) == ("", "Maxlen 2")
    assert array(controller) == [[1, 2, 1], [3, 0, 0], [0, 0, 0]]


def test_a_session_holds_keys_never_arrays(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    controller.set_choice("p50", maxlen="p50")
    settle(controller, qtbot)
    seen = []

    def walk(value):
        seen.append(type(value))
        if is_dataclass(value):
            for field in fields(value):
                walk(getattr(value, field.name))
        elif isinstance(value, dict):
            for one in value.values():
                walk(one)
        elif isinstance(value, (list, tuple)):
            for one in value:
                walk(one)

    for old, new in controller.heard.sessions:
        walk(old)
        walk(new)
    assert TensorRecipe in seen
    assert not {np.ndarray, Ragged, Dataset} & set(seen)


def choices(column, random_):
    """Return one random change as a function of the controller."""
    return random_.choice(
        [
            lambda c: c.set_choice("Maxlen", maxlen=random_.choice([1, 2, 3, 7, "max", "p50"])),
            lambda c: c.set_choice("Padding", padding=random_.choice(["pre", "post", "both"])),
            lambda c: c.set_choice("Cut", truncating=random_.choice(["pre", "post", "middle"])),
            lambda c: c.set_choice("Value", value=random_.choice([0, -1, 9])),
            lambda c: c.set_choice("Dtype", dtype=random_.choice([None, "int64", "float32"])),
            lambda c: c.set_choice("Nonsense", maxlen=0),
            lambda c: c.set_role("y", random_.choice(["sequence", "ignored", "label"])),
            lambda c: c.set_role("label", random_.choice(["label", "ignored", "weight"])),
            lambda c: c.show_column(random_.choice(["x", "y"])),
        ]
    )


def test_undo_to_the_start_and_redo_to_the_end(controller, qtbot, numbers, scaled):
    opened(controller, qtbot, numbers)
    random_ = random.Random(7)
    for _ in range(scaled(200)):
        while controller.history.undo_name:
            controller.undo()
        first = controller.session
        names = []
        for _ in range(random_.randint(1, 12)):
            choices("x", random_)(controller)
            assert controller.plan.recipe.tensors == controller.session.planned.tensors
            assert controller.kept.recipe.tensors == controller.session.recipe.tensors
        if not controller.history.undo_name:
            continue  # nothing was changed, only looked at
        last, cells = controller.session, array(controller)
        while controller.history.undo_name:
            names.append(controller.history.undo_name)
            controller.undo()
        assert replaced(controller.session, first) == replaced(first, first)
        while controller.history.redo_name:
            assert controller.history.redo_name == names.pop()
            controller.redo()
        assert names == []
        assert replaced(controller.session, last) == replaced(last, last)
        if controller.session.tensor == last.tensor:
            assert array(controller) == cells


def replaced(session, like):
    """Return what undo is about: roles and recipe; which tensor is looked at is no step."""
    return session.roles, session.recipe, session.source == like.source


# -- recipes --------------------------------------------------------------------------------------
def test_a_saved_recipe_opens_again_with_what_was_fitted(controller, qtbot, texts, tmp_path):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    controller.set_choice("p50", maxlen="p50", padding="pre")
    controller.set_role("text", "sequence")
    controller.set_role("n", "ignored")
    settle(controller, qtbot)
    cells, recipe = array(controller), controller.session.recipe
    path = tmp_path / "recipe.toml"
    assert controller.save_recipe(str(path))
    assert controller.heard.noticed[-1] == ("info", "The recipe is saved as recipe.toml.")
    other = tmp_path / "other.jsonl"
    other.write_text('{"text": "c c a"}\n{"text": "new"}\n')
    opened(controller, qtbot, str(other))
    own = array(controller)
    assert own == [[1, 1, 2], [3, 0, 0]]
    assert controller.open_recipe(str(path))
    settle(controller, qtbot)
    assert controller.session.recipe["text"] == recipe["text"]
    assert cells == [[1], [3], [0]]
    assert array(controller) == [[3], [4]]
    assert controller.history.undo_name == "Recipe recipe.toml"
    controller.undo()
    settle(controller, qtbot)
    assert array(controller) == own


def test_a_recipe_of_other_columns_is_refused(controller, qtbot, numbers, tmp_path):
    assert not controller.open_recipe(str(tmp_path / "recipe.toml"))
    assert controller.heard.noticed == [("info", "Open a dataset first.")]
    opened(controller, qtbot, numbers)
    before = controller.session
    Recipe({"z": TensorRecipe()}).save(tmp_path / "recipe.toml")
    assert not controller.open_recipe(str(tmp_path / "recipe.toml"))
    assert "There is no column “z”." in controller.heard.noticed[-1][1]
    assert not controller.open_recipe(str(tmp_path / "absent.toml"))
    assert controller.session is before


def test_a_recipe_that_cannot_be_saved_is_said(controller, qtbot, numbers, tmp_path):
    opened(controller, qtbot, numbers)
    assert not controller.save_recipe(str(tmp_path / "absent" / "recipe.toml"))
    assert controller.heard.noticed[-1][0] == "error"


# -- export ---------------------------------------------------------------------------------------


def test_an_export_is_what_is_shown_roles_too(controller, qtbot, numbers, tmp_path):
    opened(controller, qtbot, numbers)
    controller.set_choice("Maxlen 3", maxlen=3, padding="pre")
    controller.set_role("label", "ignored")
    controller.export(str(tmp_path / "out.npz"))
    assert controller.work["export"].text == "Writing out.npz"
    controller.export(str(tmp_path / "second.npz"))
    assert controller.heard.noticed[-1][1].startswith("An export is under way.")
    assert end(controller, qtbot)[0] == "exported"
    with np.load(tmp_path / "out.npz") as arrays:
        assert arrays["x"].tolist() == array(controller) == [[1, 2, 3], [0, 5, 6], [7, 8, 9]]
        assert "label" not in arrays
    controller.undo()
    controller.export(str(tmp_path / "out.npz"))
    end(controller, qtbot)
    with np.load(tmp_path / "out.npz") as arrays:
        assert arrays["label"].tolist() == [2, 0, 1]


def test_an_export_that_fails_says_why(controller, qtbot, numbers, tmp_path):
    controller.export(str(tmp_path / "out.npz"))
    how, error = end(controller, qtbot)
    assert (how, error.what) == ("failed", "There is nothing to export yet.")
    opened(controller, qtbot, numbers)
    controller.export(str(tmp_path / "absent" / "out.npz"))
    how, error = end(controller, qtbot)
    assert how == "failed"
    assert error.what.endswith(".")
    controller.export(numbers)
    assert end(controller, qtbot)[0] == "failed"


@pytest.mark.parametrize("how", ["cancelled", "failed"])
def test_an_export_that_is_ended_leaves_nothing(controller, qtbot, large, tmp_path, how):
    opened(controller, qtbot, large)
    controller.set_choice("Maxlen 400", maxlen=400)
    out = tmp_path / "out"
    out.mkdir()
    controller.export(str(out / "out.npy"))
    wait_written(qtbot, out)
    if how == "cancelled":
        controller.exporter.cancel()
    else:
        kill_busy(controller, "export")
    ended, error = end(controller, qtbot)
    assert ended == how
    if error is not None:
        assert error.what == "The reading process stopped while it wrote out.npy. It runs again."
    qtbot.waitUntil(lambda: not list(out.iterdir()))
    controller.set_choice("Maxlen 1", maxlen=1)
    controller.export(str(out / "again.npy"))
    assert end(controller, qtbot)[0] == "exported"
    assert np.load(out / "again.npy").shape == (2_000_000, 1)


# -- children that die ----------------------------------------------------------------------------
def test_killed_while_it_opens_the_window_goes_on(controller, qtbot, numbers, texts):
    opened(controller, qtbot, numbers)
    before = controller.session
    controller.open(texts)
    with qtbot.waitSignal(controller.loader.refused) as refused:
        kill_busy(controller, "open")
    assert refused.args[0].what == "The reading process stopped while it read texts.jsonl. It runs again."
    assert controller.session is before
    opened(controller, qtbot, texts)


def test_killed_while_it_prepares_the_window_goes_on(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    before = controller.session
    controller.show_column("text")
    with qtbot.waitSignal(controller.noticed) as noticed:
        kill_busy(controller, "prepare")
    assert noticed.args[0] == "error"
    assert "stopped while it prepared the columns" in noticed.args[1]
    assert controller.session == before
    assert (controller.history.undo_name, controller.history.redo_name) == ("", "")
    controller.show_column("text")
    settle(controller, qtbot)
    assert array(controller) == [[1, 2, 1], [3, 0, 0], [0, 0, 0]]
