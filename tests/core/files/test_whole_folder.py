"""Whole folders: complete, or as before, even when a process is killed between the two renames."""

import errno
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from padviewer.core.errors import PathError
from padviewer.core.files import whole_folder as module
from padviewer.core.files.leftovers import LEFTOVER, remove_leftovers
from padviewer.core.files.whole_folder import whole_folder

ROOT = Path(__file__).resolve().parents[3]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_folder_is_new_or_replaced_where_all_is_ours(tmp_path):
    place = tmp_path / "f"
    with whole_folder(place) as folder:
        (folder / "one").write_bytes(b"1")
        assert not place.exists()
    assert names(place) == ["one"]
    with whole_folder(place, ours=lambda _: ["one"]) as folder:
        (folder / "two").write_bytes(b"2")
    assert names(place) == ["two"]
    assert names(tmp_path) == ["f"]


def test_folder_with_foreign_files_is_left(tmp_path):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "mine").write_bytes(b"")
    for ours in (None, lambda _: ["other"]):
        with pytest.raises(PathError) as caught, whole_folder(tmp_path / "f", ours=ours):
            pytest.fail("work was begun")
        assert caught.value.code == "folder-not-ours"
        assert "mine" in caught.value.what
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PathError) as caught, whole_folder(tmp_path / "file"):
        pytest.fail("work was begun")
    assert caught.value.code == "is-a-file"


def test_folder_is_removed_on_error(tmp_path):
    def work():
        with whole_folder(tmp_path / "f") as folder:
            (folder / "one").write_bytes(b"1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert names(tmp_path) == []


def test_folder_that_cannot_be_exchanged_stays(tmp_path, monkeypatch):
    place = tmp_path / "f"
    place.mkdir()
    (place / "one").write_bytes(b"1")
    real = Path.rename

    def rename(self, target):
        if target == place and (self / "two").exists():
            raise OSError(errno.EIO, "refused")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PathError), whole_folder(place, ours=lambda _: ["one"]) as folder:
        (folder / "two").write_bytes(b"2")
    assert names(place) == ["one"]
    assert names(tmp_path) == ["f"]

    def never(self, target):
        raise OSError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "rename", never)
    with pytest.raises(PathError), whole_folder(tmp_path / "g"):
        pass
    assert names(tmp_path) == ["f"]


def test_folder_that_cannot_be_made_or_listed(tmp_path, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise OSError(errno.EACCES, "refused")

    (tmp_path / "f").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(PathError), whole_folder(tmp_path / "f"):
        pytest.fail("work was begun")
    monkeypatch.undo()
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(PathError), whole_folder(tmp_path / "g"):
        pytest.fail("work was begun")
    monkeypatch.undo()
    assert names(tmp_path) == ["f"]


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from padviewer.core.files.whole_folder import whole_folder
    real, at, seen = Path.rename, int(sys.argv[2]), []
    def rename(self, target):
        seen.append(self)
        if len(seen) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, target)
    Path.rename = rename
    with whole_folder(sys.argv[1], ours=lambda _: ["one"]) as folder:
        (folder / "two").write_bytes(b"2")
"""


def killed_at_rename(place, number):
    """Replace the folder `place` in a process that is killed in front of rename `number`; return its id."""
    code = [sys.executable, "-c", textwrap.dedent(KILLED), str(place), str(number)]
    with subprocess.Popen(code, cwd=ROOT) as child:
        assert child.wait(60) == -signal.SIGKILL
    return child.pid


def old_folder(tmp_path):
    place = tmp_path / "f"
    place.mkdir()
    (place / "one").write_bytes(b"1")
    return place


@pytest.mark.parametrize(("number", "left"), [(1, 2), (2, 2)])
def test_a_kill_beside_the_renames_does_not_lose_the_old_folder(tmp_path, number, left):
    place = old_folder(tmp_path)
    pid = killed_at_rename(place, number)
    assert place.exists() is (number == 1)
    assert len([name for name in names(tmp_path) if LEFTOVER.fullmatch(name)]) == left
    assert remove_leftovers(tmp_path, pid + 1) == 0
    assert remove_leftovers(tmp_path, pid) == left
    assert names(tmp_path) == ["f"]
    assert (place / "one").read_bytes() == b"1"


def test_the_next_export_puts_the_old_folder_back_before_it_begins(tmp_path):
    place = old_folder(tmp_path)
    killed_at_rename(place, 2)

    def work():
        with whole_folder(place, ours=lambda _: ["one"]):
            assert names(place) == ["one"]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert (place / "one").read_bytes() == b"1"
    killed_at_rename(place, 2)
    with pytest.raises(PathError) as caught, whole_folder(place):
        pytest.fail("work was begun")
    assert caught.value.code == "folder-not-ours"
    with whole_folder(place, ours=lambda _: ["one"]) as folder:
        (folder / "two").write_bytes(b"2")
    assert names(place) == ["two"]


def test_an_interrupt_between_the_renames_puts_the_old_folder_back(tmp_path, monkeypatch):
    place = old_folder(tmp_path)
    real = Path.rename

    def rename(self, target):
        if target == place and (self / "two").exists():
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)

    def work():
        with whole_folder(place, ours=lambda _: ["one"]) as folder:
            (folder / "two").write_bytes(b"2")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert names(tmp_path) == ["f"]
    assert names(place) == ["one"]


def test_an_old_folder_that_cannot_be_removed_does_not_hurt_the_new_one(tmp_path, monkeypatch):
    place = old_folder(tmp_path)

    def refuse(aside):
        raise OSError(errno.EACCES, "refused")

    monkeypatch.setattr(module, "restore", refuse)
    with whole_folder(place, ours=lambda _: ["one"]) as folder:
        (folder / "two").write_bytes(b"2")
    assert names(place) == ["two"]
    (aside,) = [name for name in names(tmp_path) if name != "f"]
    assert remove_leftovers(tmp_path, int(LEFTOVER.fullmatch(aside)[1])) == 1
    assert names(place) == ["two"]
