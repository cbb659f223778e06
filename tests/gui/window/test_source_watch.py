"""A file that changes while it is open is noticed once, with real files."""

import pytest

from padviewer.gui.window.openings import SourceWatch


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "rows.csv"
    made.write_text("1,2\n")
    return made


@pytest.fixture
def watch(qapp, path):
    made = SourceWatch()
    made.watch(str(path))
    made.heard = []
    made.changed.connect(lambda where, there: made.heard.append((where, there)))
    yield made
    made.watch("")


def test_a_longer_file_is_told_once(watch, path, qtbot):
    with qtbot.waitSignal(watch.changed):
        path.write_text("1,2\n3,4\n")
    watch.look()
    assert watch.heard == [(str(path), True)]


def test_a_file_that_is_replaced_is_still_watched(watch, path, qtbot):
    for words in ("5,6,7\n", "8,9,10,11\n"):
        with qtbot.waitSignal(watch.changed):
            other = path.with_suffix(".new")
            other.write_text(words)
            other.replace(path)
    assert [there for _, there in watch.heard] == [True, True]


def test_a_file_that_is_gone(watch, path, qtbot):
    with qtbot.waitSignal(watch.changed):
        path.unlink()
    assert watch.heard == [(str(path), False)]
    watch.look()
    assert len(watch.heard) == 1


def test_a_file_that_is_read_only_is_not_told(watch, path):
    path.read_text()
    watch.look()
    assert watch.heard == []


def test_nothing_is_watched_without_a_file(watch, path):
    watch.watch("")
    path.unlink()
    watch.look()
    watch.watch(str(path))
    watch.look()
    assert watch.heard == []
