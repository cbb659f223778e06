import pytest

from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.session.changes import Undo, same_choices
from padviewer.gui.session.state import Session, Source

SOURCE = Source("/rows.npy", "rows.npy", "/store", 3)
GROWN = Source("/rows.npy", "rows.npy", "/store", 9, complete=True)


def session(maxlen, source=SOURCE):
    return Session(source, {"x": "sequence"}, Recipe({"x": TensorRecipe(maxlen=maxlen)}), "x")


@pytest.fixture
def undo():
    return Undo()


def test_steps_go_back_and_forth(undo):
    assert (undo.undo_name, undo.redo_name) == ("", "")
    undo.record("two", session(1))
    undo.record("three", session(2))
    assert undo.undo_name == "three"
    assert undo.undo(session(3)) == session(2)
    assert (undo.undo_name, undo.redo_name) == ("two", "three")
    assert undo.undo(session(2)) == session(1)
    assert undo.undo(session(1)) == session(1)
    assert undo.redo(session(1)) == session(2)
    undo.record("four", session(2))
    assert undo.redo_name == ""
    assert undo.redo(session(4)) == session(4)


def test_a_step_keeps_how_far_the_file_is_read(undo):
    undo.record("two", session(1))
    assert undo.undo(session(2, GROWN)) == session(1, GROWN)
    assert undo.redo(session(1, GROWN)) == session(2, GROWN)
    assert same_choices(session(1), session(1, GROWN))
    assert not same_choices(session(1), session(2))


def test_a_gesture_is_one_step(undo):
    undo.begin(session(1))
    undo.begin(session(2))
    undo.record("two", session(1))
    assert undo.undo_name == ""
    assert undo.redo(session(2)) == session(2)
    undo.end("drag", session(3))
    assert undo.undo_name == "drag"
    assert undo.undo(session(3)) == session(1)
    undo.begin(session(1))
    undo.end("nothing", session(1, GROWN))
    assert undo.undo_name == ""
    undo.end("no gesture", session(5))
    assert undo.undo_name == ""


def test_a_gesture_is_taken_back_by_cancel_and_by_undo(undo):
    undo.record("one", session(7))
    undo.begin(session(1))
    assert undo.cancel(session(2, GROWN)) == session(1, GROWN)
    assert undo.cancel(session(2)) == session(2)
    undo.begin(session(1))
    assert undo.undo(session(2)) == session(1)
    assert undo.undo_name == "one"


def test_the_last_session_that_held_comes_back_with_its_list(undo):
    assert undo.held is None
    assert undo.restore(session(1)) == session(1)
    undo.hold(session(1))
    undo.record("two", session(1))
    undo.undo(session(2))
    undo.hold(session(1))
    undo.record("three", session(1))
    assert undo.holds(session(1, GROWN))
    assert not undo.holds(session(3))
    assert undo.restore(session(3, GROWN)) == session(1, GROWN)
    assert (undo.undo_name, undo.redo_name) == ("", "two")
    undo.clear()
    assert (undo.held, undo.redo_name) == (None, "")


def test_a_gesture_of_the_session_that_holds_keeps_its_step(undo):
    undo.hold(session(1))
    undo.begin(session(1))
    undo.hold(session(2))
    undo.end("drag", session(2))
    undo.record("fails", session(2))
    assert undo.restore(session(3)) == session(2)
    assert undo.undo_name == "drag"


def test_the_list_names_what_is_done_and_what_is_undone(undo):
    assert (undo.names(), undo.at) == ((), 0)
    for number, name in ((1, "two"), (2, "three"), (3, "four")):
        undo.record(name, session(number))
    assert (undo.names(), undo.at) == (("two", "three", "four"), 3)
    undo.undo(session(4))
    undo.undo(session(3))
    assert (undo.names(), undo.at) == (("two", "three", "four"), 1)
    undo.record("other", session(2))
    assert (undo.names(), undo.at) == (("two", "other"), 2)


def test_travel_is_as_many_steps_of_undo_or_redo(undo):
    for number, name in ((1, "two"), (2, "three"), (3, "four")):
        undo.record(name, session(number))
    now = session(4)
    for to in (0, 3, 1, 1, 2, 0):
        now = undo.travel(now, to)
        assert (now, undo.at) == (session(to + 1), to)
        assert undo.names() == ("two", "three", "four")
    assert undo.travel(now, 99) == session(4)
    assert undo.travel(session(4, GROWN), -5) == session(1, GROWN)


def test_travel_takes_a_gesture_back_first(undo):
    undo.record("two", session(1))
    undo.begin(session(2))
    assert undo.travel(session(9), 1) == session(2)
    undo.begin(session(2))
    assert undo.travel(session(9), 0) == session(1)
    assert undo.names() == ("two",)
