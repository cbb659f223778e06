"""Session files: one for each process, told apart by who is alive, read with doubt, swept when old."""

import json
import os
import subprocess
import sys
import time

import pytest

from padviewer.core.errors import PathError
from padviewer.gui.session.window_file import MOST_FILES, Restored, SessionFile
from padviewer.gui.session.window_state import WindowState

A, B, C = (WindowState(f"/data/{name}.npy", tab=name) for name in "abc")
HOLD = """
import sys
from pathlib import Path
from padviewer.gui.session.window_file import SessionFile
from padviewer.gui.session.window_state import WindowState
file = SessionFile(Path(sys.argv[1]))
file.save([WindowState("/data/child.npy")])
print(file.path.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "sessions"


def left(folder, *states, clean=False, at=0.0):
    """Leave what a process that ended had open; `at` in seconds before now."""
    file = SessionFile(folder)
    file.save(states, clean=clean)
    file.close()
    then = time.time() - at
    os.utime(file.path, (then, then))
    return file.path


def test_at_first_there_is_nothing(folder):
    assert SessionFile(folder).load() == Restored()
    assert not folder.exists()


def test_after_a_clean_end_the_last_process_is_opened_again(folder):
    left(folder, A, clean=True, at=60)
    path = left(folder, B, C, clean=True, at=30)
    left(folder, A, clean=True, at=90)
    restored = SessionFile(folder).load()
    assert (restored.states, restored.was_clean, restored.problems) == ((B, C), True, ())
    assert restored.files[0] == path


def test_after_crashes_what_all_of_them_had_open(folder):
    left(folder, A, at=60)
    left(folder, B, clean=True, at=5)
    left(folder, C, at=30)
    restored = SessionFile(folder).load()
    assert (restored.states, restored.was_clean) == ((C, A), False)


def test_what_is_forgotten_does_not_come_back(folder):
    left(folder, A)
    file = SessionFile(folder)
    file.save([B])
    file.forget(file.load())
    assert [one.name for one in folder.iterdir() if one.suffix == ".json"] == [file.path.name]
    file.close()
    assert SessionFile(folder).load().states == (B,)


def test_the_own_file_is_replaced_and_is_none_of_others(folder):
    file = SessionFile(folder)
    file.save([A])
    file.save([B], clean=True)
    assert file.load() == Restored()
    document = json.loads(file.path.read_bytes())
    assert (document["version"], document["pid"], document["clean"]) == (1, os.getpid(), True)
    assert [one["path"] for one in document["windows"]] == [B.path]
    file.close()


def test_nobody_takes_the_file_of_a_living_process(folder):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        name = child.stdout.readline().strip()
        assert (folder / name).exists()
        own = SessionFile(folder)
        own.save([A])
        assert own.load() == Restored()
        child.kill()
        child.wait(timeout=60)
        restored = own.load()
        assert [one.path for one in restored.states] == ["/data/child.npy"]
        assert not restored.was_clean
        own.close()
    finally:
        child.kill()
        child.communicate(timeout=120)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "What was open cannot be read from 7-00000000.json."),
        (b"\xff\x00{", "What was open cannot be read from 7-00000000.json."),
        (b"[" * 100_000, "What was open cannot be read from 7-00000000.json."),
        (b"[]", "What was open cannot be read from 7-00000000.json."),
        (b'{"version": 1, "windows": 3}', "What was open cannot be read from 7-00000000.json."),
        (b'{"version": 2, "windows": []}', "7-00000000.json is of another PadViewer."),
        (b'{"version": 1, "windows": [{"path": 1}]}', "A window does not say which file it showed."),
    ],
)
def test_rubbish_is_a_sentence_and_harms_nothing(folder, content, said):
    left(folder, A, clean=True)
    (folder / "7-00000000.json").write_bytes(content)
    restored = SessionFile(folder).load()
    assert (restored.states, restored.was_clean) == ((A,), True)
    assert restored.problems == (said,)


def test_a_part_that_is_lost_is_told(folder):
    path = left(folder, A)
    document = json.loads(path.read_bytes())
    document["windows"][0]["view"] = None
    path.write_text(json.dumps(document))
    restored = SessionFile(folder).load()
    assert restored.states == (A,)
    assert restored.problems == ("The view of a.npy is as at first.",)


def test_what_cannot_be_read_is_a_sentence(folder):
    (folder / "7-00000000.json").mkdir(parents=True)
    (said,) = SessionFile(folder).load().problems
    assert said.startswith("What was open cannot be read from 7-00000000.json: ")


def test_old_files_and_too_many_are_removed(folder):
    day = 86_400
    old = left(folder, A, at=31 * day)
    kept = [left(folder, B, at=29 * day - number) for number in range(MOST_FILES + 3)]
    (folder / "notes.json").write_text("mine")
    restored = SessionFile(folder).load()
    assert len(restored.states) == MOST_FILES
    assert not old.exists()
    assert [path.exists() for path in kept] == [False] * 3 + [True] * MOST_FILES
    assert (folder / "notes.json").read_text() == "mine"


def test_locks_of_the_dead_do_not_pile_up(folder):
    left(folder, A)
    (folder / "9-00000000.lease").touch()
    SessionFile(folder).load()
    assert [one.suffix for one in folder.iterdir()] == [".json"]


def test_what_a_killed_process_was_writing_is_removed_after_a_day(folder):
    left(folder, A)
    names = (".padviewer-77-0123abcd.part", ".padviewer-78-0123abcd.part")
    for name, days in zip(names, (0.5, 1.5), strict=True):
        (folder / name).write_bytes(b"{")
        then = time.time() - days * 86_400
        os.utime(folder / name, (then, then))
    assert SessionFile(folder).load().states == (A,)
    assert [(folder / name).exists() for name in names] == [True, False]


def test_a_folder_that_refuses_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    file = SessionFile(tmp_path / "file" / "sessions")
    with pytest.raises(PathError):
        file.save([A])
    assert file.load() == Restored()
    file.close()
