"""The controller with the real data child: opening, choices, what is left out, housekeeping."""

import stat

import numpy as np
import pyarrow as pa
import pytest

from padviewer.cli import main
from padviewer.core.choices.encode import Vocabulary
from padviewer.core.data.ragged import Ragged
from padviewer.core.recipe import Recipe
from padviewer.gui.controller import Controller
from padviewer.gui.tasks.jobs import Jobs
from tests.gui.controlled import (  # noqa: F401 - its fixtures
    array,
    controller_here,
    numbers_here,
    opened,
    settle,
    texts_here,
    write,
)


# -- opening --------------------------------------------------------------------------------------
def test_a_file_becomes_a_plan_with_all_that_is_counted(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    assert array(controller) == [[1, 2, 3, 4, 0, 0], [5, 6, 0, 0, 0, 0], [7, 8, 9, 10, 11, 12]]
    assert controller.counting.lengths.tolist() == [4, 2, 6]
    assert controller.counting.counts.maximum == 6
    assert controller.counting.scale.levels == (1, 12)
    assert controller.counting.scale.counts.tolist() == [0] + [1] * 12
    assert not controller.is_provisional
    assert controller.session.roles == {"x": "sequence", "y": "ignored", "label": "label"}
    assert controller.history.undo_name == controller.history.redo_name == ""


def test_a_text_is_encoded_by_the_child(controller, qtbot, texts):
    opened(controller, qtbot, texts)
    controller.show_column("text")
    settle(controller, qtbot)
    assert array(controller) == [[1, 2, 1], [3, 0, 0], [0, 0, 0]]
    assert len(set(controller.counting.findings)) == len(controller.counting.findings)
    assert [one.code for one in controller.counting.findings].count("empty-rows") == 1


def test_a_second_file_takes_the_place_of_one_that_loads(controller, qtbot, numbers, texts):
    controller.open(texts)
    controller.open(numbers)
    qtbot.waitUntil(lambda: controller.session.source is not None)
    settle(controller, qtbot)
    assert [new.source.path for old, new in controller.heard.sessions if old.source is None] == [numbers]
    assert not controller.heard.refused
    opened(controller, qtbot, texts)
    assert controller.session.source.path == texts


def test_a_refused_file_leaves_the_session(controller, qtbot, numbers, tmp_path):
    opened(controller, qtbot, numbers)
    before = controller.session
    with qtbot.waitSignal(controller.loader.refused) as refused:
        controller.open(str(tmp_path / "absent.parquet"))
    assert refused.args[0].code == "no-such-file"
    assert "absent.parquet" in refused.args[0].title
    assert controller.session is before
    assert controller.set_choice("Maxlen 2", maxlen=2)
    assert array(controller) == [[1, 2], [5, 6], [7, 8]]


def test_another_way_of_reading_keeps_the_choices(controller, qtbot, tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("1 2 3\n4 5\n")
    opened(controller, qtbot, str(path))
    first = controller.session.source
    assert first.format == "Plain text"
    controller.set_choice("Maxlen 1", maxlen=1)
    controller.read_as(format="CSV")
    qtbot.waitUntil(lambda: bool(controller.session.source.options))
    settle(controller, qtbot)
    assert controller.session.source.options == {"format": "CSV"}
    assert array(controller) == [[1], [4]]
    assert controller.session.source.store != first.store
    assert controller.history.names() == ("Choices of before",)
    assert controller.heard.noticed[-1][1].startswith(
        "rows.txt was read again, its columns with their choices"
    )
    controller.undo()
    assert array(controller) == [[1, 2, 3], [4, 5, 0]]


def test_a_recipe_says_how_its_file_was_read(controller, qtbot, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("id,temp,items\n1,2.5,1 2 3\n2,warm,4\n3,hot,5 6\n4,4,7\n")
    opened(controller, qtbot, str(path))
    controller.set_choice("Maxlen 2", maxlen=2)
    controller.read_as(columns={"temp": "numbers"})
    qtbot.waitUntil(lambda: bool(controller.session.source.options))
    settle(controller, qtbot)
    assert controller.dataset["temp"].kind == "float"
    assert controller.save_recipe(str(tmp_path / "r.toml"))
    controller.export(str(tmp_path / "window.npz"))
    qtbot.waitUntil(lambda: bool(controller.heard.ends))
    line = ["pad", path, "-o", tmp_path / "line.npz", "--recipe", tmp_path / "r.toml"]
    assert main([str(word) for word in line]) == 0
    assert (tmp_path / "line.npz").read_bytes() == (tmp_path / "window.npz").read_bytes()
    controller.read_as(columns={"temp": None})
    qtbot.waitUntil(lambda: not controller.session.source.options)
    settle(controller, qtbot)
    assert controller.dataset["temp"].kind == "text"
    assert not controller.session.recipe.reading
    assert controller.open_recipe(str(tmp_path / "r.toml"))  # the file is read again as the recipe says
    qtbot.waitUntil(lambda: bool(controller.session.source.options))
    settle(controller, qtbot)
    assert controller.dataset["temp"].kind == "float"
    assert controller.session.recipe.reading.columns == {"temp": "numbers"}
    assert controller.history.names() == ("Recipe r.toml",)


def test_without_a_sequence_it_says_what_to_do(controller, qtbot, tmp_path):
    opened(controller, qtbot, write(tmp_path / "plain.parquet", {"a": [1, 2], "label": [0, 1]}))
    assert controller.session.recipe is None
    assert controller.plan is None
    assert controller.heard.noticed == [
        ("warning", "None of the columns holds sequences: a, label. Give a column the role sequence.")
    ]
    assert controller.set_role("a", "weight")
    assert controller.session.recipe is None
    assert not controller.set_role("a", "sequence")
    assert "one integer value a row" in controller.heard.noticed[-1][1]
    controller.undo()
    assert controller.session.roles["a"] == "ignored"


@pytest.fixture
def grown(controller, qtbot, tmp_path):
    """Return a session in the middle of a file, as the child announces it, and what ends it."""
    path = tmp_path / "grown.jsonl"
    path.write_text("".join(f'{{"text": "w{i} w{i}"}}\n' for i in range(60_000)))
    seen = []

    def watch(_old, new):
        seen.append((new.source.rows, new.source.complete, controller.is_provisional))

    controller.session_changed.connect(watch)
    opened(controller, qtbot, str(path))
    return seen


def test_while_a_file_grows_all_is_provisional_and_is_fitted_again_at_the_end(grown, controller):
    rows = [row for row, _, _ in grown]
    assert rows == sorted(rows)
    assert grown[0][1:] == (False, True)
    assert grown[-1][0] == 60_000
    assert not controller.is_provisional
    (encoder,) = [
        one for one in controller.plan.recipe.fitted["text"].transforms if isinstance(one, Vocabulary)
    ]
    assert len(encoder.words) == 60_000
    assert controller.shown.n == 60_000
    assert controller.plan.block("text", [59_999]).array.tolist() == [[60_000, 60_000]]


def test_all_rows_empty_gives_a_number_and_says_so(controller, qtbot, tmp_path):
    empty = pa.array([[], []], pa.list_(pa.int64()))
    opened(controller, qtbot, write(tmp_path / "empty.parquet", {"x": empty}))
    assert controller.session.recipe["x"].maxlen == 1
    assert array(controller) == [[0], [0]]
    assert "All rows are empty" in controller.heard.noticed[0][1]
    before = controller.session
    assert not controller.set_choice("Maxlen max", maxlen="max")
    assert controller.heard.choices == [("maxlen", "All rows are empty, so maxlen max is 0.")]
    assert controller.session is before


def test_texts_without_a_token_are_no_lie_either(controller, qtbot, tmp_path):
    path = tmp_path / "blank.jsonl"
    path.write_text('{"text": " "}\n{"text": ""}\n')
    opened(controller, qtbot, str(path))
    assert controller.session.recipe["text"].maxlen == 1
    assert array(controller) == [[0], [0]]
    assert any("All rows are empty" in words for _, words in controller.heard.noticed)


# -- choices --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("choice", "field"),
    [
        ({"maxlen": 0}, "maxlen"),
        ({"maxlen": 10**12}, "maxlen"),
        ({"mode": "mirror"}, "mode"),
        ({"value": 300, "dtype": "uint8"}, "value"),
        ({"value": 0.5}, "value"),
        ({"maxlen": (1, 2)}, "maxlen"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_beside_its_field(controller, qtbot, numbers, choice, field):
    opened(controller, qtbot, numbers)
    controller.set_choice("Maxlen 3", maxlen=3)
    before, plan, undo = controller.session, controller.plan, controller.history.undo_name
    assert not controller.set_choice("Nonsense", **choice)
    ((said, sentence),) = controller.heard.choices
    assert said == field
    assert sentence.endswith(".")
    assert controller.session is before
    assert controller.plan is plan
    assert controller.history.undo_name == undo
    assert controller.set_choice("Maxlen 2", maxlen=2)
    assert array(controller) == [[1, 2], [5, 6], [7, 8]]


def test_a_gesture_is_one_step_and_can_be_taken_back(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    first = controller.session
    controller.begin_gesture()
    for maxlen in (5, 4, 3):
        controller.set_choice("Maxlen", maxlen=maxlen)
    controller.end_gesture("Maxlen 3")
    assert controller.history.undo_name == "Maxlen 3"
    controller.begin_gesture()
    controller.set_choice("Maxlen", maxlen=1)
    controller.cancel_gesture()
    assert controller.session.recipe["x"].maxlen == 3
    assert controller.shown.axes[0].width == 3
    controller.begin_gesture()
    controller.set_choice("Maxlen", maxlen=1)
    controller.undo()
    assert controller.session.recipe["x"].maxlen == 3
    controller.undo()
    assert controller.session == first
    assert controller.history.undo_name == ""
    assert controller.history.redo_name == "Maxlen 3"
    controller.redo()
    assert array(controller) == [[1, 2, 3], [5, 6, 0], [7, 8, 9]]


def test_a_gesture_that_ends_where_it_began_is_no_step(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    controller.begin_gesture()
    controller.set_choice("Maxlen", maxlen=3)
    controller.set_choice("Maxlen", maxlen="max")
    controller.end_gesture("Maxlen max")
    assert controller.history.undo_name == ""


def test_roles_make_tensors(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    assert controller.set_role("y", "sequence")
    assert list(controller.session.recipe.tensors) == ["x", "y"]
    assert controller.session.tensor == "y"
    assert array(controller, "y") == [[1, 0], [2, 2], [0, 0]]
    assert controller.set_role("x", "ignored")
    assert list(controller.plan.tensors) == ["y"]
    assert not controller.set_role("y", "ignored")
    assert controller.heard.noticed[-1] == (
        "warning",
        "One column stays the sequence. Make another one it first.",
    )
    controller.undo()
    controller.undo()
    assert array(controller)[1] == [5, 6, 0, 0, 0, 0]
    controller.show_column("label")
    assert "one integer value a row" in controller.heard.noticed[-1][1]


def test_looking_at_a_column_changes_neither_recipe_nor_roles(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    controller.set_choice("Pre", padding="pre")
    controller.select(1, 1)
    recipe, roles = controller.session.recipe, controller.session.roles
    controller.show_column("y")
    assert array(controller) == [[0, 1], [2, 2], [0, 0]]
    assert (controller.session.recipe, controller.session.roles) == (recipe, roles)
    assert (controller.view.row, controller.view.col) == (-1, -1)
    assert controller.counting.lengths.tolist() == [1, 2, 0]
    assert controller.history.undo_name == "Pre"
    assert list(controller.kept.tensors) == ["x"]
    controller.show_column("x")
    assert controller.session.looked is None
    assert list(controller.plan.tensors) == ["x"]


def test_what_is_looked_at_is_neither_exported_nor_saved_nor_checked(controller, qtbot, numbers, tmp_path):
    opened(controller, qtbot, numbers)
    controller.show_column("y")
    controller.set_choice("Maxlen 1", maxlen=1)
    assert array(controller) == [[1], [2], [0]]
    assert "y" not in {finding.where for finding in controller.counting.findings}
    with qtbot.waitSignal(controller.exporter.exported):
        controller.export(str(tmp_path / "out.npz"))
    with np.load(tmp_path / "out.npz") as archive:
        assert {"x", "x_mask", "x_lengths"} <= set(archive.files)
        assert not [name for name in archive.files if name.startswith("y")]
    assert controller.save_recipe(str(tmp_path / "r.toml"))
    assert list(Recipe.load(tmp_path / "r.toml").tensors) == ["x"]


def test_what_is_looked_at_becomes_a_sequence_as_it_is_shown(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    controller.show_column("y")
    controller.set_choice("Maxlen 1", maxlen=1)
    controller.set_role("label", "ignored")
    assert controller.session.looked is not None
    controller.set_role("y", "sequence")
    assert list(controller.kept.tensors) == ["x", "y"]
    assert controller.session.recipe["y"].maxlen == 1
    assert controller.session.looked is None
    controller.undo()
    assert list(controller.kept.tensors) == ["x"]
    assert array(controller) == [[1], [2], [0]]


def test_rows_are_sorted_by_length_and_label(controller, qtbot, numbers):
    opened(controller, qtbot, numbers)
    controller.look(order="length")
    assert controller.counting.order.tolist() == [1, 0, 2]
    controller.look(order="-length")
    assert controller.counting.order.tolist() == [2, 0, 1]
    controller.look(order="label")
    assert controller.counting.order.tolist() == [1, 2, 0]
    controller.set_role("label", "ignored")
    assert controller.counting.order.tolist() == [0, 1, 2]
    controller.undo()
    assert controller.counting.order.tolist() == [1, 2, 0]
    controller.look(order="file")
    assert controller.counting.order is None


# -- housekeeping ---------------------------------------------------------------------------------
def test_the_private_folder_is_private_and_goes(data_pool, qtbot, texts):
    made = Controller(data_pool, lambda: pytest.fail("no model"), Jobs(synchronous=True))
    folder = made.loader.folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    opened(made, qtbot, texts)
    made.show_column("text")
    settle(made, qtbot)
    assert list(folder.iterdir()) == []
    made.shutdown()
    assert not folder.exists()


def test_the_store_is_held_while_it_is_open(controller, qtbot, numbers, texts):
    from pathlib import Path

    from padviewer.core.store.room import Room

    opened(controller, qtbot, numbers)
    store = Path(controller.session.source.store)
    opened(controller, qtbot, texts)
    held = Path(controller.session.source.store)
    assert not Room().remove(held)
    assert held.is_dir()
    qtbot.waitUntil(lambda: Room().remove(store))


@pytest.mark.parametrize("rows", [2_000_000])
def test_a_step_of_a_drag_looks_at_no_row(data_pool, tmp_path, monkeypatch, qtbot, rows):
    made = Controller(data_pool, lambda: pytest.fail("no model"), Jobs())
    lengths = np.resize(np.array([0, 1, 2, 3, 9], np.int64), rows)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    column = pa.LargeListArray.from_arrays(offsets, np.ones(offsets[-1], np.int32))
    try:
        opened(made, qtbot, write(tmp_path / "many.parquet", {"x": column}))
        qtbot.waitUntil(lambda: made.counting.counts is not None and made.counting.scale is not None)
        assert made.counting.counts.percentile(95) == 9
        made.begin_gesture()
        counts = made.counting.counts
        with monkeypatch.context() as patched:
            patched.setattr(Ragged, "axis_lengths", lambda _self: pytest.fail("a step looked at every row"))
            for maxlen in (8, 7, 6, 5, 4, 3, 2, 1, 2, 3, 4):
                assert made.set_choice("Maxlen", maxlen=maxlen)
                assert made.counting.counts is counts
        made.end_gesture("Maxlen 4")
        settle(made, qtbot)
        assert made.counting.counts.rows_cut(4) == rows // 5
    finally:
        made.shutdown()


def test_empty_rows_are_left_out_and_the_same_rows_stay_in_view(controller, qtbot, tmp_path):
    path = write(tmp_path / "e.parquet", {"x": [[], [1, 2], [], [3], [4, 5, 6]], "label": [9, 8, 7, 6, 5]})
    controller.open(path)
    settle(controller, qtbot)
    controller.select(4, 1)
    controller.mark(np.array([0, 1, 4]), "some")
    assert controller.set_empty_rows("Leave empty rows out", "drop")
    settle(controller, qtbot)
    own = controller.shown
    assert [own.number(row) for row in range(own.n)] == [1, 3, 4]
    assert (controller.view.row, controller.view.marked.rows.tolist()) == (2, [0, 2])
    assert controller.counting.label.to_lists() == [8, 6, 5]
    assert {one.code for one in controller.counting.findings} == {"rows-left-out"}
    assert controller.counting.counts.n == 3
    controller.undo()
    settle(controller, qtbot)
    assert (controller.shown.n, controller.view.row) == (5, 4)
    controller.redo()
    settle(controller, qtbot)
    assert controller.shown.n == 3
    destination = tmp_path / "out.npz"
    controller.export(str(destination))
    qtbot.waitUntil(lambda: bool(controller.heard.ends))
    assert controller.heard.ends[0][0] == "exported"
    assert np.load(destination)["x"].tolist() == [[1, 2, 0], [3, 0, 0], [4, 5, 6]]
    assert np.load(destination)["label"].tolist() == [8, 6, 5]


def test_what_is_only_looked_at_decides_of_no_row(controller, qtbot, numbers):
    controller.open(numbers)
    settle(controller, qtbot)
    assert controller.set_empty_rows("Leave empty rows out", "drop")
    controller.show_column("y")
    settle(controller, qtbot)
    assert controller.shown.n == 3
    assert controller.shown.column.to_lists()[:2] == [[1], [2, 2]]
    assert controller.kept.prepared.numbers is None


def test_leaving_out_all_rows_is_refused_and_the_last_choice_stays(controller, qtbot, tmp_path):
    path = write(tmp_path / "e.parquet", {"x": pa.array([[], []], pa.list_(pa.int64()))})
    controller.open(path)
    settle(controller, qtbot)
    assert not controller.set_empty_rows("Leave empty rows out", "drop")
    assert controller.session.recipe.rows.empty == "keep"
    assert "nothing is left" in controller.heard.choices[-1][1]
